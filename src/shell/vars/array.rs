//! Indexed and associative arrays, in the orders in which bash shows them.

use std::collections::BTreeMap;

/// A sparse array by index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Array {
    items: BTreeMap<i64, String>,
}

impl Array {
    /// An array of these values from 0 on.
    pub(crate) fn from_values(values: impl IntoIterator<Item = String>) -> Array {
        Array { items: (0..).zip(values).collect() }
    }

    pub(crate) fn get(&self, i: i64) -> Option<&str> {
        self.items.get(&i).map(String::as_str)
    }

    pub(crate) fn set(&mut self, i: i64, value: String) {
        self.items.insert(i, value);
    }

    pub(crate) fn remove(&mut self, i: i64) {
        self.items.remove(&i);
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// One more than the highest index.
    pub(crate) fn end(&self) -> i64 {
        self.items.last_key_value().map_or(0, |(i, _)| i.saturating_add(1))
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (i64, &str)> {
        self.items.iter().map(|(i, v)| (*i, v.as_str()))
    }

    /// The values from an index on.
    pub(crate) fn from(&self, i: i64) -> impl Iterator<Item = &str> {
        self.items.range(i..).map(|(_, v)| v.as_str())
    }
}

/// An array by text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assoc {
    /// Each with the number of its insertion.
    items: BTreeMap<String, (u64, String)>,
    next: u64,
    buckets: u32,
}

impl Default for Assoc {
    fn default() -> Assoc {
        Assoc { items: BTreeMap::new(), next: 0, buckets: 1024 }
    }
}

/// FNV-1, as bash's hash table uses it: the order of `${!a[@]}` shows it.
fn hash(key: &str) -> u32 {
    let bytes = crate::vfs::text::encode(key);
    bytes.iter().fold(2_166_136_261, |h: u32, b| h.wrapping_mul(16_777_619) ^ u32::from(*b))
}

impl Assoc {
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.items.get(key).map(|(_, v)| v.as_str())
    }

    pub(crate) fn set(&mut self, key: &str, value: String) {
        if let Some(slot) = self.items.get_mut(key) {
            slot.1 = value;
            return;
        }
        // bash's table grows fourfold when it holds twice as many as it has buckets.
        if self.items.len() as u64 >= u64::from(self.buckets) * 2 {
            self.buckets = self.buckets.saturating_mul(4);
        }
        self.items.insert(key.to_string(), (self.next, value));
        self.next += 1;
    }

    pub(crate) fn remove(&mut self, key: &str) {
        self.items.remove(key);
    }

    /// Keys and values in no order that bash shows.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.items.iter().map(|(k, (_, v))| (k.as_str(), v.as_str()))
    }

    /// In bash's order: by bucket, the newest of a bucket first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut all: Vec<_> = self.items.iter().collect();
        all.sort_by_key(|(k, (n, _))| (hash(k) & (self.buckets - 1), std::cmp::Reverse(*n)));
        all.into_iter().map(|(k, (_, v))| (k.as_str(), v.as_str()))
    }
}
