//! Filters of the build cache: what a key's value is held against, and how the key's end says to compare
//! (buildkit `adaptUsageInfo`, containerd's filters).

use crate::engine::api::filters::{Filters, pattern_in};
use crate::engine::api::system::BuildCacheEntry;

/// Keys for when something was used, which are no field of it.
const TIMES: &[&str] = &["until", "unused-for"];

impl BuildCacheEntry {
    /// Whether it fits all filters. A key that is no field fits nothing.
    pub fn fits(&self, filters: &Filters) -> bool {
        let mut all = filters.pairs().filter(|(key, _)| !TIMES.contains(key));
        all.all(|(key, wanted)| {
            if let Some(key) = key.strip_suffix('!') {
                return self.field(key).unwrap_or("") != wanted;
            }
            match (key, key.strip_suffix('~')) {
                ("id", _) => pattern_in(wanted, &self.id),
                (_, Some(key)) => pattern_in(wanted, self.field(key).unwrap_or("")),
                _ => self.field(key) == Some(wanted),
            }
        })
    }

    /// A field's text. What is either so or not so has none that a value could equal.
    fn field(&self, key: &str) -> Option<&str> {
        let text = match key {
            "id" => &self.id,
            "description" => &self.description,
            "type" => &self.kind,
            _ => return None,
        };
        Some(text)
    }
}
