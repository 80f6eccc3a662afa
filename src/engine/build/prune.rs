//! `docker builder prune`, and the cache as `docker system df` shows it.

use crate::engine::api::build::CachePruned;
use crate::engine::api::filters::Filters;
use crate::engine::api::system::BuildCacheEntry;
use crate::engine::{Engine, Result};
use crate::golang::time;

use super::cache::{Entry, Kind};

/// How the keys of directories begin that steps keep for themselves: the directory follows.
pub(super) const MOUNT: &str = "mount ";

impl Engine {
    /// The cache's part of `docker system prune`, whose labels it does not have.
    pub fn build_cache_prune(&self, all: bool, filters: &Filters) -> Result<CachePruned> {
        let times = filters.get("until");
        let times = times.fold(Filters::new(), |all, time| all.with("until", time));
        self.build_cache_shrink(all, &times, 0)
    }

    /// `docker builder prune`. Without `all` what images share with the cache stays. The longest unused
    /// goes first, until no more than so many bytes are left.
    pub fn build_cache_shrink(
        &self,
        all: bool,
        filters: &Filters,
        keep: i64,
    ) -> Result<CachePruned> {
        let until = self.until_filter(filters)?;
        let mut out = CachePruned::default();
        let entries: Vec<(String, Entry)> = {
            let st = self.state();
            st.cache.entries.iter().map(|(k, e)| (k.clone(), e.clone())).collect()
        };
        let mut entries = entries;
        let mut left: u64 = entries.iter().map(|(_, e)| e.size).sum();
        let keep = u64::try_from(keep).unwrap_or(0);
        if keep > 0 {
            entries.sort_by_key(|(_, e)| e.used);
        }
        if keep == 0 && filters.is_empty() {
            let st = &mut *self.state();
            st.cache.contexts.clear();
            st.cache.bases.clear();
        }
        for (key, e) in entries {
            if keep > 0 && left <= keep {
                break;
            }
            let shared = self.in_image(e.chain.as_deref());
            let shown = show(&e, shared);
            if (shared && !all) || until.is_some_and(|u| e.used > u) || !shown.fits(filters) {
                continue;
            }
            self.state().cache.entries.remove(&key);
            if let Some(dir) = key.strip_prefix(MOUNT) {
                self.disk(|d| d.remove_all(dir)).ok();
            }
            left = left.saturating_sub(e.size);
            if !shared {
                out.space_reclaimed += e.size;
            }
            out.caches_deleted.push(shown);
            self.drop_layers(e.chain);
        }
        Ok(out)
    }

    fn in_image(&self, chain: Option<&str>) -> bool {
        chain.is_some_and(|chain| self.state().images.uses(chain))
    }

    /// The cache's entries.
    pub(crate) fn cache_entries(&self) -> Vec<BuildCacheEntry> {
        let all: Vec<Entry> = self.state().cache.entries.values().cloned().collect();
        let each = all.iter().map(|e| show(e, self.in_image(e.chain.as_deref())));
        let mut out: Vec<BuildCacheEntry> = each.collect();
        out.sort_by(|a, b| a.created_at.cmp(&b.created_at).then(a.id.cmp(&b.id)));
        out
    }
}

/// An entry as the API shows it.
fn show(e: &Entry, shared: bool) -> BuildCacheEntry {
    BuildCacheEntry {
        shared,
        id: e.id.clone(),
        parents: Vec::new(),
        kind: e.kind.word().to_string(),
        mutable: e.kind != Kind::Regular,
        description: e.description.clone(),
        in_use: false,
        size: e.size as i64,
        created_at: time::rfc3339_nano(e.created),
        last_used_at: time::rfc3339_nano(e.used),
        usage_count: e.times,
    }
}
