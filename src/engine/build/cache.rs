//! The build cache: what a step gave, found again by what went into it.

use std::collections::{BTreeMap, BTreeSet};

/// What a step gave.
#[derive(Clone, Debug)]
pub struct Entry {
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

/// Results of build steps, kept for the next build.
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
    /// Whether a result needs a chain of layers.
    pub fn uses(&self, chain: &str) -> bool {
        self.entries.values().any(|e| e.chain.as_deref() == Some(chain))
    }
}
