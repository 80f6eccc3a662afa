//! awk's arrays: text to value, walked in the order of insertion so that every run is the same.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::value::{Text, Val};

/// A multiplying hash: fast, and the same in every run.
#[derive(Default)]
pub struct Fast(u64);

impl Hasher for Fast {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for c in &mut chunks {
            let x = u64::from_le_bytes([c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]]);
            self.write_u64(x);
        }
        let mut last = 0u64;
        for &b in chunks.remainder() {
            last = last << 8 | u64::from(b);
        }
        self.write_u64(last ^ (bytes.len() as u64) << 56);
    }

    fn write_u64(&mut self, x: u64) {
        self.0 = (self.0.rotate_left(5) ^ x).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn write_usize(&mut self, x: usize) {
        self.write_u64(x as u64);
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Key(Text);

impl std::hash::Hash for Key {
    fn hash<H: Hasher>(&self, h: &mut H) {
        self.0.as_slice().hash(h);
    }
}

impl std::borrow::Borrow<[u8]> for Key {
    fn borrow(&self) -> &[u8] {
        &self.0
    }
}

/// One array.
#[derive(Clone, Debug, Default)]
pub struct Array {
    index: HashMap<Key, usize, BuildHasherDefault<Fast>>,
    slots: Vec<Option<(Text, Val)>>,
}

impl Array {
    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// True if the element exists.
    pub fn has(&self, key: &[u8]) -> bool {
        self.index.contains_key(key)
    }

    /// The element's value, if it exists.
    pub fn get(&self, key: &[u8]) -> Option<&Val> {
        let &i = self.index.get(key)?;
        self.slots[i].as_ref().map(|s| &s.1)
    }

    /// The element, made if it does not exist: asking for an element creates it.
    pub fn entry(&mut self, key: &[u8]) -> &mut Val {
        let i = match self.index.get(key) {
            Some(&i) => i,
            None => {
                let k: Text = Text::new(key.to_vec());
                self.index.insert(Key(k.clone()), self.slots.len());
                self.slots.push(Some((k, Val::Uninit)));
                self.slots.len() - 1
            }
        };
        &mut self.slots[i].get_or_insert_with(Default::default).1
    }

    /// About how many bytes it takes, told from its newest elements.
    pub fn size(&self) -> usize {
        let newest = self.slots.iter().rev().take(16);
        let bytes: usize = newest.flatten().map(|(k, v)| k.len() + v.size()).sum();
        self.slots.len() * (128 + bytes / self.slots.len().clamp(1, 16))
    }

    /// Removes an element.
    pub fn remove(&mut self, key: &[u8]) {
        let Some(i) = self.index.remove(key) else { return };
        self.slots[i] = None;
        if self.slots.len() > 32 && self.index.len() * 2 < self.slots.len() {
            self.slots.retain(Option::is_some);
            for (i, s) in self.slots.iter().enumerate() {
                if let Some((k, _)) = s {
                    self.index.insert(Key(k.clone()), i);
                }
            }
        }
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.index.clear();
        self.slots.clear();
    }

    /// The keys, oldest first.
    pub fn keys(&self) -> Vec<Text> {
        self.slots.iter().flatten().map(|s| s.0.clone()).collect()
    }
}
