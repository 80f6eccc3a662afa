//! A step that makes files: taken from the cache, or done and kept there.

use crate::engine::api::build::BuildEvent;
use crate::engine::images::store::History;
use crate::engine::images::tree::Tree;
use crate::engine::{Engine, EngineError, Result, ids};
use crate::golang::time;

use super::cache::{Entry, Kind};
use super::solve::{Built, COMMENT, Solver};

/// A step that makes files.
pub(super) struct Step {
    /// What it is called.
    pub name: String,
    /// Its key in the cache.
    pub key: String,
    /// What history says of it.
    pub created_by: String,
}

impl Solver {
    /// Whether every step of a stage is to be done again.
    pub(super) fn without_cache(&self, n: usize) -> bool {
        let named = &self.stages[n].name;
        self.o.no_cache || self.o.no_cache_filter.iter().any(|s| s == named)
    }

    /// Notes what the build uses besides the results of its steps.
    pub(super) fn note(&self, key: String, kind: Kind, description: String, size: u64) {
        let now = self.engine.now();
        let id = ids::base32(self.engine.kernel(), 25, ids::BUILD);
        let (created, used, times) = (now, now, 1);
        let entry = Entry { kind, id, description, size, created, used, times, ..Entry::default() };
        self.engine.state().cache.note(key, entry);
    }

    /// Notes files that the client has sent; the same of one place are kept once.
    pub(super) fn note_source(&self, what: &str, part: &str, size: u64) {
        let key = format!("local {what} {} {part}", self.o.origin);
        self.note(key, Kind::Source, format!("local source for {what}"), size);
    }

    /// Notes an image that something is built on. Its files are the image's.
    pub(super) fn note_base(&self, chain: &str) {
        let key = format!("base {chain}");
        self.note(key.clone(), Kind::Regular, "from local ".to_string(), 0);
        if let Some(e) = self.engine.state().cache.entries.get_mut(&key) {
            e.chain = Some(chain.to_string());
        }
    }

    /// A result of the cache.
    pub(super) fn hit(&self, n: usize, key: &str) -> Option<Entry> {
        if self.without_cache(n) {
            return None;
        }
        let now = self.engine.now();
        let mut st = self.engine.state();
        let e = st.cache.entries.get(key)?.clone();
        let here = e.chain.as_ref().is_none_or(|c| st.images.layers.contains_key(c));
        if !here {
            return None;
        }
        if let Some(x) = st.cache.entries.get_mut(key) {
            x.used = now;
        }
        Some(e)
    }

    /// Whether there is room for another layer.
    pub(super) fn room(&self, b: &Built) -> Result<()> {
        if !Engine::too_deep(b.diff_ids.len()) {
            return Ok(());
        }
        let id = || ids::base32(self.engine.kernel(), 25, ids::BUILD);
        let (new, below) = (id(), id());
        let why = format!("failed to prepare {below} as {new}: max depth exceeded");
        Err(EngineError::system(why))
    }

    /// Does a step that makes files, or takes its result from the cache.
    pub(super) fn cached(
        &mut self,
        n: usize,
        b: &mut Built,
        step: Step,
        make: impl FnOnce(&mut Solver, usize) -> Result<Tree>,
    ) -> Result<()> {
        if let Some(e) = self.hit(n, &step.key) {
            self.take(b, &step, e);
            return Ok(());
        }
        self.build_on_base();
        let began = self.begin(&step.name);
        match self.room(b).and_then(|()| make(self, began.0)) {
            Ok(tree) => self.keep(b, step, &tree)?,
            Err(e) => return Err(self.fail(began, e)),
        }
        self.end(began);
        Ok(())
    }

    /// A step is really done: an image that it is the first to be built on, as in an earlier build, came
    /// from the cache. Where the step itself does, BuildKit need not look at its image.
    pub(super) fn build_on_base(&mut self) {
        if let Some(key) = self.found.take()
            && let Some(e) = self.engine.state().cache.entries.get_mut(&key)
        {
            e.times += 1;
        }
        let Some((from, chain)) = self.base.take() else { return };
        self.note_base(&chain);
        if self.engine.state().cache.bases.insert(chain) {
            return;
        }
        self.tell.amend(|m| {
            if matches!(m, BuildEvent::Done { step, .. } if *step == from) {
                *m = BuildEvent::Cached { step: from };
            }
        });
    }

    /// Uses a result of the cache.
    pub(super) fn take(&mut self, b: &mut Built, step: &Step, e: Entry) {
        self.base = None;
        self.found = Some(step.key.clone());
        let began = self.begin(&step.name);
        self.tell.send(BuildEvent::Cached { step: began.0 });
        b.chain.clone_from(&e.chain);
        b.diff_ids.clone_from(&e.diff_ids);
        b.created = e.created;
        b.key.clone_from(&step.key);
        b.history.push(History {
            created: time::rfc3339_nano(e.created),
            created_by: step.created_by.clone(),
            comment: COMMENT.to_string(),
            ..History::default()
        });
    }

    /// Adds a new layer, and remembers what it came from. An empty one is a layer too, as under
    /// BuildKit.
    pub(super) fn keep(&mut self, b: &mut Built, step: Step, tree: &Tree) -> Result<()> {
        let (diff_id, chain) = self.engine.add_step(b.chain.as_deref(), tree)?;
        b.diff_ids.push(diff_id);
        b.chain = Some(chain);
        b.created = self.engine.now();
        b.key.clone_from(&step.key);
        b.history.push(History {
            created: time::rfc3339_nano(b.created),
            created_by: step.created_by,
            comment: COMMENT.to_string(),
            ..History::default()
        });
        let entry = Entry {
            kind: Kind::Regular,
            id: ids::base32(self.engine.kernel(), 25, ids::BUILD),
            chain: b.chain.clone(),
            diff_ids: b.diff_ids.clone(),
            layer: true,
            description: step.name,
            size: tree.file_size(),
            created: b.created,
            used: b.created,
            times: 1,
        };
        self.engine.state().cache.entries.insert(step.key, entry);
        Ok(())
    }
}
