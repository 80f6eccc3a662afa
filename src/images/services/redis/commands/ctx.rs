//! What a command works with: the server, the client that asks, and typed access to keys.

use std::collections::VecDeque;

use super::super::number;
use super::super::server::{Client, Server};
use super::super::value::{Bytes, Entry, Ordered, Sorted, Value};
use super::err;
use crate::kernel::Proc;

use super::super::resp::Reply;

/// A running command.
pub struct Ctx<'a> {
    /// The server.
    pub s: &'a mut Server,
    /// Its process.
    pub p: &'a Proc,
    /// Who asks; 0 for the log of changes.
    pub id: u64,
    /// The database.
    pub db: usize,
    /// Milliseconds since the epoch.
    pub now: i64,
    /// How much was changed.
    pub changes: u64,
    /// The commands to pass on instead of this one.
    pub instead: Option<Vec<Vec<Bytes>>>,
}

fn wrong_type() -> Reply {
    Reply::error("WRONGTYPE Operation against a key holding the wrong kind of value")
}

macro_rules! kinds {
    ($($get:ident $get_mut:ident $variant:ident $type:ty, $make:expr;)*) => {
        impl Ctx<'_> {
            $(
                /// A key's value of this kind, if it is there.
                pub fn $get(&mut self, key: &[u8]) -> Result<Option<&$type>, Reply> {
                    match self.get(key) {
                        None => Ok(None),
                        Some(Value::$variant(v)) => Ok(Some(v)),
                        Some(_) => Err(wrong_type()),
                    }
                }

                /// A key's value of this kind to change, made where it is missing.
                pub fn $get_mut(&mut self, key: &[u8]) -> Result<&mut $type, Reply> {
                    self.s.expire(self.db, key, self.now);
                    let keys = &mut self.s.dbs[self.db].keys;
                    let entry = keys
                        .entry(key.to_vec())
                        .or_insert_with(|| Entry { value: Value::$variant($make), expires: None });
                    match &mut entry.value {
                        Value::$variant(v) => Ok(v),
                        _ => Err(wrong_type()),
                    }
                }
            )*
        }
    };
}

kinds! {
    string string_mut Str Bytes, Bytes::new();
    list list_mut List VecDeque<Bytes>, VecDeque::new();
    hash hash_mut Hash Ordered<Bytes>, Ordered::default();
    set set_mut Set Ordered<()>, Ordered::default();
    sorted sorted_mut Sorted Sorted, Sorted::default();
}

impl Ctx<'_> {
    /// A key's value; a key whose time has ended is taken out.
    pub fn get(&mut self, key: &[u8]) -> Option<&Value> {
        self.s.expire(self.db, key, self.now);
        let found = self.s.dbs[self.db].keys.get(key);
        match found {
            Some(_) => self.s.stats.hits += 1,
            None => self.s.stats.misses += 1,
        }
        found.map(|e| &e.value)
    }

    /// A key with its end.
    pub fn entry(&mut self, key: &[u8]) -> Option<&mut Entry> {
        self.s.expire(self.db, key, self.now);
        self.s.dbs[self.db].keys.get_mut(key)
    }

    /// Whether a key is there.
    pub fn has(&mut self, key: &[u8]) -> bool {
        self.entry(key).is_some()
    }

    /// Notes that a key was changed so many times; one in which nothing is left goes away.
    pub fn changed(&mut self, key: &[u8], times: u64) {
        let keys = &mut self.s.dbs[self.db].keys;
        if keys.get(key).is_some_and(|e| e.value.is_empty()) {
            keys.remove(key);
        }
        if times > 0 {
            self.s.touch(self.db, key);
            self.changes += times;
        }
    }

    /// Gives a key a value and no end.
    pub fn put(&mut self, key: &[u8], value: Value) {
        self.put_until(key, value, None);
    }

    /// Gives a key a value, and the time of its end in milliseconds.
    pub fn put_until(&mut self, key: &[u8], value: Value, expires: Option<i64>) {
        self.s.dbs[self.db].keys.insert(key.to_vec(), Entry { value, expires });
        self.ends(expires);
        self.changed(key, 1);
    }

    /// Notes that a key ends then.
    pub fn ends(&mut self, expires: Option<i64>) {
        if let Some(at) = expires {
            self.s.next_expiry = Some(self.s.next_expiry.map_or(at, |next| next.min(at)));
        }
    }

    /// Takes a key out; whether it was there.
    pub fn remove(&mut self, key: &[u8]) -> bool {
        let gone = self.has(key) && self.s.dbs[self.db].keys.remove(key).is_some();
        if gone {
            self.changed(key, 1);
        }
        gone
    }

    /// The client that asks.
    pub fn client(&mut self) -> Option<&mut Client> {
        self.s.clients.get_mut(&self.id)
    }

    /// Whether the client speaks RESP3.
    pub fn resp3(&self) -> bool {
        self.s.clients.get(&self.id).is_some_and(|c| c.resp3)
    }

    /// A random number below `n`.
    pub fn random(&self, n: usize) -> usize {
        let mut bytes = [0; 8];
        self.p.random(&mut bytes);
        (u64::from_le_bytes(bytes) % (n.max(1) as u64)) as usize
    }
}

/// A whole number of an argument.
pub fn int(word: &[u8]) -> Result<i64, Reply> {
    match number::canonical(word) {
        Some(n) => Ok(n),
        None => err("value is not an integer or out of range"),
    }
}

/// A floating number of an argument.
pub fn float(word: &[u8]) -> Result<f64, Reply> {
    match number::float(word) {
        Some(f) => Ok(f),
        None => err("value is not a valid float"),
    }
}

/// Words as a command.
pub fn command(words: &[&[u8]]) -> Vec<Bytes> {
    words.iter().map(|w| w.to_vec()).collect()
}

/// A range of places with ends that count from the back where they are negative: from and to (not
/// included).
pub fn range(start: i64, stop: i64, len: usize) -> (usize, usize) {
    let len = i64::try_from(len).unwrap_or(i64::MAX);
    let place = |n: i64| if n < 0 { n.saturating_add(len) } else { n };
    let (start, stop) = (place(start).max(0), place(stop).min(len - 1));
    if start > stop { (0, 0) } else { (start as usize, stop as usize + 1) }
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn ranges() {
        assert_eq!((range(0, -1, 3), range(-2, -1, 3), range(1, 99, 3)), ((0, 3), (1, 3), (1, 3)));
        assert_eq!((range(5, 9, 3), range(2, 1, 3), range(0, -1, 0)), ((0, 0), (0, 0), (0, 0)));
        assert_eq!(range(i64::MIN, i64::MAX, 2), (0, 2));
    }
}
