//! The build cache: what a step gave, found again by what went into it.

use std::collections::{BTreeMap, BTreeSet};

/// What kind of thing is kept (buildkit `client.UsageRecordType`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// What a step gave, or an image that one began with.
    #[default]
    Regular,
    /// Files of the client.
    Source,
    /// A directory of `RUN --mount=type=cache`.
    Mount,
}

impl Kind {
    /// The API's word.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Regular => "regular",
            Kind::Source => "source.local",
            Kind::Mount => "exec.cachemount",
        }
    }
}

/// What a build left to the next.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// A short id for `docker builder du`.
    pub id: String,
    /// The chain of layers after it; none for an empty root.
    pub chain: Option<String>,
    /// Their own ids.
    pub diff_ids: Vec<String>,
    /// Whether the step added a layer (an image shows it as a step with a size).
    pub layer: bool,
    /// The step.
    pub description: String,
    /// Bytes of its layer.
    pub size: u64,
    /// Nanoseconds since the epoch.
    pub created: i64,
    /// Likewise.
    pub used: i64,
    /// How often.
    pub times: i64,
}

/// What is kept of builds for the next one.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    /// By key.
    pub entries: BTreeMap<String, Entry>,
    /// The tar files that were contexts, by their digests.
    pub contexts: BTreeSet<String>,
    /// The chains of images that a step was built on.
    pub bases: BTreeSet<String>,
}

impl Cache {
    /// Keeps something, or notes that it was used once more.
    pub fn note(&mut self, key: String, new: Entry) {
        match self.entries.get_mut(&key) {
            Some(e) => {
                (e.used, e.size) = (new.used, new.size);
                e.times += 1;
            }
            None => {
                self.entries.insert(key, new);
            }
        }
    }

    /// Whether a result needs a chain of layers.
    pub fn uses(&self, chain: &str) -> bool {
        self.entries.values().any(|e| e.chain.as_deref() == Some(chain))
    }
}
