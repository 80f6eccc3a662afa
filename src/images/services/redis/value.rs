//! What a key can hold, and the keys of a database. Which encoding a value would have in the real server is
//! worked out from its size; commands are in `commands`.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::number;

/// A string of bytes.
pub type Bytes = Vec<u8>;

/// Entries that keep the order in which they came, as the real server's small encodings do.
#[derive(Clone, Debug)]
pub struct Ordered<V> {
    places: BTreeMap<Bytes, u64>,
    entries: BTreeMap<u64, (Bytes, V)>,
    next: u64,
}

impl<V> Default for Ordered<V> {
    fn default() -> Ordered<V> {
        Ordered { places: BTreeMap::new(), entries: BTreeMap::new(), next: 0 }
    }
}

impl<V> Ordered<V> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether a key is there.
    pub fn has(&self, key: &[u8]) -> bool {
        self.places.contains_key(key)
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<&V> {
        self.entries.get(self.places.get(key)?).map(|(_, v)| v)
    }

    /// Sets a key's value; whether it is new.
    pub fn insert(&mut self, key: &[u8], value: V) -> bool {
        if let Some(entry) = self.places.get(key).and_then(|at| self.entries.get_mut(at)) {
            entry.1 = value;
            return false;
        }
        self.places.insert(key.to_vec(), self.next);
        self.entries.insert(self.next, (key.to_vec(), value));
        self.next += 1;
        true
    }

    /// Takes a key out; whether it was there.
    pub fn remove(&mut self, key: &[u8]) -> bool {
        let Some(at) = self.places.remove(key) else { return false };
        self.entries.remove(&at).is_some()
    }

    /// All, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Bytes, &V)> {
        self.entries.values().map(|(k, v)| (k, v))
    }
}

/// A score that can be ordered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score(pub f64);

impl Eq for Score {}

impl Ord for Score {
    fn cmp(&self, other: &Score) -> Ordering {
        // Minus zero and zero are the same score.
        (self.0 + 0.0).total_cmp(&(other.0 + 0.0))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Score) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A sorted set.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    scores: BTreeMap<Bytes, f64>,
    order: BTreeSet<(Score, Bytes)>,
}

impl Sorted {
    /// How many members it has.
    pub fn len(&self) -> usize {
        self.scores.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// A member's score.
    pub fn score(&self, member: &[u8]) -> Option<f64> {
        self.scores.get(member).copied()
    }

    /// Gives a member a score; whether the member is new.
    pub fn insert(&mut self, member: &[u8], score: f64) -> bool {
        let old = self.scores.insert(member.to_vec(), score);
        if let Some(old) = old {
            self.order.remove(&(Score(old), member.to_vec()));
        }
        self.order.insert((Score(score), member.to_vec()));
        old.is_none()
    }

    /// Takes a member out; whether it was there.
    pub fn remove(&mut self, member: &[u8]) -> bool {
        let Some(old) = self.scores.remove(member) else { return false };
        self.order.remove(&(Score(old), member.to_vec()))
    }

    /// Members by score, and by name among equals.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Bytes, f64)> {
        self.order.iter().map(|(s, m)| (m, s.0))
    }
}

/// What a key holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string.
    Str(Bytes),
    /// A list.
    List(VecDeque<Bytes>),
    /// A hash: fields and values.
    Hash(Ordered<Bytes>),
    /// A set.
    Set(Ordered<()>),
    /// A sorted set.
    Sorted(Sorted),
}

impl Value {
    /// As TYPE names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Str(_) => "string",
            Value::List(_) => "list",
            Value::Hash(_) => "hash",
            Value::Set(_) => "set",
            Value::Sorted(_) => "zset",
        }
    }

    /// Whether nothing is left in it: such a key goes away.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Str(_) => false,
            Value::List(l) => l.is_empty(),
            Value::Hash(h) => h.is_empty(),
            Value::Set(s) => s.is_empty(),
            Value::Sorted(z) => z.is_empty(),
        }
    }

    /// The real server's encoding of a value of this size, as OBJECT ENCODING names it.
    pub fn encoding(&self) -> &'static str {
        let short = |b: &Bytes| b.len() <= 64;
        match self {
            Value::Str(s) if number::canonical(s).is_some() => "int",
            Value::Str(s) if s.len() <= 44 => "embstr",
            Value::Str(_) => "raw",
            Value::List(l) if l.iter().map(|b| b.len() + 11).sum::<usize>() <= 8192 => "listpack",
            Value::List(_) => "quicklist",
            Value::Hash(h) if h.len() <= 512 && h.iter().all(|(k, v)| short(k) && short(v)) => {
                "listpack"
            }
            Value::Hash(_) | Value::Set(_) if !self.is_small_set() => "hashtable",
            Value::Set(s)
                if s.len() <= 512 && s.iter().all(|(k, ())| number::canonical(k).is_some()) =>
            {
                "intset"
            }
            Value::Sorted(z) if z.len() > 128 || !z.iter().all(|(m, _)| short(m)) => "skiplist",
            _ => "listpack",
        }
    }

    fn is_small_set(&self) -> bool {
        let Value::Set(s) = self else { return false };
        let numbers = s.len() <= 512 && s.iter().all(|(k, ())| number::canonical(k).is_some());
        numbers || (s.len() <= 128 && s.iter().all(|(k, ())| k.len() <= 64))
    }

    /// The members of a set in the order in which the real server gives them: sets of numbers are sorted.
    pub fn members(&self) -> Vec<Bytes> {
        let Value::Set(s) = self else { return Vec::new() };
        let mut all: Vec<Bytes> = s.iter().map(|(k, ())| k.clone()).collect();
        if self.encoding() == "intset" {
            all.sort_by_key(|k| number::canonical(k));
        }
        all
    }

    /// Bytes that it takes, roughly as MEMORY USAGE counts them.
    pub fn size(&self) -> usize {
        let each = |n: usize| n + 2;
        match self {
            Value::Str(s) if number::canonical(s).is_some() => 16,
            Value::Str(s) => 16 + (s.len() + 4).next_multiple_of(16),
            Value::List(l) => 72 + l.iter().map(|b| each(b.len())).sum::<usize>(),
            Value::Hash(h) => {
                72 + h.iter().map(|(k, v)| each(k.len()) + each(v.len())).sum::<usize>()
            }
            Value::Set(s) => 72 + s.iter().map(|(k, ())| each(k.len())).sum::<usize>(),
            Value::Sorted(z) => 72 + z.iter().map(|(m, _)| each(m.len()) + 8).sum::<usize>(),
        }
    }
}

/// A key's value and end.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it holds.
    pub value: Value,
    /// When it goes away, in milliseconds since the epoch.
    pub expires: Option<i64>,
}

/// One numbered database.
#[derive(Clone, Debug, Default)]
pub struct Db {
    /// Its keys.
    pub keys: BTreeMap<Bytes, Entry>,
    /// Counts the changes of each key that is watched or was.
    pub versions: BTreeMap<Bytes, u64>,
}

impl Db {
    /// How many keys have an end.
    pub fn volatile(&self) -> usize {
        self.keys.values().filter(|e| e.expires.is_some()).count()
    }
}
