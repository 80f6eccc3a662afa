//! Reading a snapshot.

use std::collections::VecDeque;

use super::super::number;
use super::super::value::{Bytes, Db, Entry, Ordered, Sorted, Value};
use super::crc64::crc64;
use super::{
    KINDS, OP_AUX, OP_EOF, OP_EXPIRES, OP_EXPIRES_MS, OP_FREQ, OP_FUNCTION, OP_IDLE, OP_RESIZE,
    OP_SELECT, OP_SLOT, listpack, lzf,
};

/// What a snapshot held.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The databases.
    pub dbs: Vec<Db>,
    /// What it says of itself.
    pub aux: Vec<(String, String)>,
    /// Keys read, and keys whose end had passed.
    pub keys: usize,
    /// See `keys`.
    pub expired: usize,
    /// Bytes that it took.
    pub end: usize,
}

/// Why a snapshot can not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It does not begin as one.
    Signature,
    /// A version from the future.
    Version(u32),
    /// The checksum that was computed, and the one in the file; and the checker's report.
    Checksum(u64, u64, String),
    /// It ends too early, or something in it can not be read; and the checker's report.
    Short(String),
    /// A kind of value that is not simulated, by its name.
    Unsupported(&'static str),
}

enum Stop {
    Short,
    Kind(u8),
    Unsupported(&'static str),
}

struct Reader<'a> {
    data: &'a [u8],
    at: usize,
    doing: &'static str,
    kind: Option<u8>,
    key: Option<Bytes>,
    report: String,
    with_end: usize,
}

/// Reads a snapshot of `databases` databases; keys whose end is before `now` (milliseconds) are left out.
/// `file` is its name, for the checker's report; of its aux fields, those read before a failure come in
/// `aux`.
pub fn load(
    data: &[u8],
    file: &str,
    now: i64,
    databases: usize,
    aux: &mut Vec<(String, String)>,
) -> Result<Loaded, Broken> {
    let report = format!("[offset 0] Checking RDB file {file}\n");
    let mut r =
        Reader { data, at: 0, doing: "start", kind: Some(0), key: None, report, with_end: 0 };
    let mut got = Loaded { dbs: vec![Db::default(); databases], ..Loaded::default() };
    if data.len() >= 9 {
        let version = std::str::from_utf8(&data[5..9]).ok().and_then(|v| v.parse().ok());
        match version {
            _ if !data.starts_with(b"REDIS") => return Err(Broken::Signature),
            Some(1..=12) => {}
            v => return Err(Broken::Version(v.unwrap_or(0))),
        }
    }
    let result = r.all(now, &mut got);
    aux.clone_from(&got.aux);
    match result {
        Ok(()) => {}
        Err(Stop::Unsupported(what)) => return Err(Broken::Unsupported(what)),
        Err(Stop::Short) => {
            return Err(Broken::Short(r.told("Unexpected EOF reading RDB file", &got)));
        }
        Err(Stop::Kind(n)) => {
            return Err(Broken::Short(r.told(&format!("Invalid object type: {n}"), &got)));
        }
    }
    got.end = r.at;
    if got.aux.iter().all(|(k, _)| k != "redis-ver")
        && data.starts_with(b"REDIS000")
        && r.at == data.len()
    {
        // Snapshots before version 5 have no checksum.
        return Ok(got);
    }
    r.doing = "check-sum";
    let computed = crc64(&data[..r.at]);
    let Ok(sum) = r.bytes(8) else {
        return Err(Broken::Short(r.told("Unexpected EOF reading RDB file", &got)));
    };
    let sum = u64::from_le_bytes(sum.try_into().unwrap_or_default());
    if sum != 0 && sum != computed {
        return Err(Broken::Checksum(computed, sum, r.told("RDB CRC error", &got)));
    }
    got.end = r.at;
    Ok(got)
}

impl<'a> Reader<'a> {
    fn told(&self, what: &str, got: &Loaded) -> String {
        let mut text = self.report.clone();
        text += &format!("--- RDB ERROR DETECTED ---\n[offset {}] {what}\n", self.at);
        text += &format!("[additional info] While doing: {}\n", self.doing);
        if let Some(key) = &self.key {
            text += &format!("[additional info] Reading key '{}'\n", String::from_utf8_lossy(key));
        }
        if let Some(kind) = self.kind {
            let name = KINDS.get(usize::from(kind)).copied().unwrap_or("unknown");
            text += &format!("[additional info] Reading type {kind} ({name})\n");
        }
        text += &format!("[info] {} keys read\n[info] {} expires\n", got.keys, self.with_end);
        text += &format!("[info] {} already expired\n[info] 0 subexpires\n", got.expired);
        text
    }

    fn bytes(&mut self, n: usize) -> Result<&'a [u8], Stop> {
        let end = self.at.checked_add(n).ok_or(Stop::Short)?;
        let piece = self.data.get(self.at..end).ok_or(Stop::Short)?;
        self.at = end;
        Ok(piece)
    }

    fn byte(&mut self) -> Result<u8, Stop> {
        Ok(self.bytes(1)?[0])
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Stop> {
        self.bytes(N)?.try_into().map_err(|_| Stop::Short)
    }

    /// A length, or (`Err`) the number of a special encoding.
    fn length(&mut self) -> Result<Result<usize, u8>, Stop> {
        let first = self.byte()?;
        Ok(Ok(match first >> 6 {
            0 => usize::from(first),
            1 => usize::from(first & 63) << 8 | usize::from(self.byte()?),
            2 if first == 0x81 => {
                usize::try_from(u64::from_be_bytes(self.fixed()?)).map_err(|_| Stop::Short)?
            }
            2 => u32::from_be_bytes(self.fixed()?) as usize,
            _ => return Ok(Err(first & 63)),
        }))
    }

    fn count(&mut self) -> Result<usize, Stop> {
        self.length()?.map_err(|_| Stop::Short)
    }

    fn string(&mut self) -> Result<Bytes, Stop> {
        let number = match self.length()? {
            Ok(n) => return Ok(self.bytes(n)?.to_vec()),
            Err(0) => i64::from(self.byte()? as i8),
            Err(1) => i64::from(i16::from_le_bytes(self.fixed()?)),
            Err(2) => i64::from(i32::from_le_bytes(self.fixed()?)),
            Err(3) => {
                let (packed, len) = (self.count()?, self.count()?);
                return lzf::unpack(self.bytes(packed)?, len).ok_or(Stop::Short);
            }
            Err(_) => return Err(Stop::Short),
        };
        Ok(number.to_string().into_bytes())
    }

    fn pack(&mut self) -> Result<Vec<Bytes>, Stop> {
        listpack::read(&self.string()?).ok_or(Stop::Short)
    }

    fn all(&mut self, now: i64, got: &mut Loaded) -> Result<(), Stop> {
        self.bytes(9)?;
        let (mut db, mut end) = (0, None);
        loop {
            self.doing = "read-type";
            match self.byte()? {
                OP_EOF => return Ok(()),
                OP_AUX => {
                    self.doing = "read-aux";
                    let (name, value) = (self.string()?, self.string()?);
                    let (name, value) =
                        (String::from_utf8_lossy(&name), String::from_utf8_lossy(&value));
                    self.report += &format!("[offset {}] AUX FIELD {name} = '{value}'\n", self.at);
                    got.aux.push((name.into_owned(), value.into_owned()));
                }
                OP_SELECT => {
                    self.doing = "read-len";
                    db = self.count()?;
                    self.report += &format!("[offset {}] Selecting DB ID {db}\n", self.at);
                    if db >= got.dbs.len() {
                        return Err(Stop::Short);
                    }
                }
                OP_RESIZE => {
                    self.doing = "read-len";
                    self.count()?;
                    self.count()?;
                }
                OP_SLOT => {
                    for _ in 0..3 {
                        self.count()?;
                    }
                }
                OP_IDLE => {
                    self.count()?;
                }
                OP_FREQ => {
                    self.byte()?;
                }
                OP_FUNCTION => return Err(Stop::Unsupported("function")),
                OP_EXPIRES => {
                    self.doing = "read-expire";
                    end = Some(i64::from(u32::from_le_bytes(self.fixed()?)) * 1000);
                }
                OP_EXPIRES_MS => {
                    self.doing = "read-expire";
                    end = Some(i64::from_le_bytes(self.fixed()?));
                }
                kind => {
                    if KINDS.get(usize::from(kind)).is_none_or(|k| k.is_empty())
                        && !(21..26).contains(&kind)
                    {
                        return Err(Stop::Kind(kind));
                    }
                    (self.kind, self.doing) = (Some(kind), "read-key");
                    let key = self.string()?;
                    (self.key, self.doing) = (Some(key.clone()), "read-object-value");
                    let value = self.value(kind)?;
                    (self.kind, self.key) = (None, None);
                    got.keys += 1;
                    self.with_end += usize::from(end.is_some());
                    let expires = end.take();
                    if expires.is_some_and(|at| at < now) {
                        got.expired += 1;
                    } else if !value.is_empty() {
                        got.dbs[db].keys.insert(key, Entry { value, expires });
                    }
                }
            }
        }
    }

    fn value(&mut self, kind: u8) -> Result<Value, Stop> {
        let set = |items: Vec<Bytes>| {
            let mut s = Ordered::default();
            for item in items {
                s.insert(&item, ());
            }
            Value::Set(s)
        };
        Ok(match kind {
            0 => Value::Str(self.string()?),
            1 | 2 => {
                let mut items = Vec::new();
                for _ in 0..self.count()? {
                    items.push(self.string()?);
                }
                if kind == 1 { Value::List(items.into()) } else { set(items) }
            }
            11 => {
                let numbers = listpack::read_intset(&self.string()?).ok_or(Stop::Short)?;
                set(numbers.iter().map(|n| n.to_string().into_bytes()).collect())
            }
            20 => set(self.pack()?),
            4 | 16 => {
                let items = if kind == 16 {
                    self.pack()?
                } else {
                    let mut items = Vec::new();
                    for _ in 0..self.count()?.checked_mul(2).ok_or(Stop::Short)? {
                        items.push(self.string()?);
                    }
                    items
                };
                let mut hash = Ordered::default();
                for pair in items.chunks_exact(2) {
                    hash.insert(&pair[0], pair[1].clone());
                }
                Value::Hash(hash)
            }
            5 | 17 => {
                let mut sorted = Sorted::default();
                if kind == 17 {
                    for pair in self.pack()?.chunks_exact(2) {
                        let score = number::float(&pair[1]).ok_or(Stop::Short)?;
                        sorted.insert(&pair[0], score);
                    }
                } else {
                    for _ in 0..self.count()? {
                        let member = self.string()?;
                        sorted.insert(&member, f64::from_le_bytes(self.fixed()?));
                    }
                }
                Value::Sorted(sorted)
            }
            18 => {
                let mut items = VecDeque::new();
                for _ in 0..self.count()? {
                    match self.count()? {
                        1 => items.push_back(self.string()?),
                        2 => items.extend(self.pack()?),
                        _ => return Err(Stop::Short),
                    }
                }
                Value::List(items)
            }
            21..26 => return Err(Stop::Unsupported("hash whose fields have an end")),
            _ => return Err(Stop::Unsupported(KINDS[usize::from(kind)])),
        })
    }
}
