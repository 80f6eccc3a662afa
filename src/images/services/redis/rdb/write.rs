//! Writing a snapshot.

use super::super::number;
use super::super::value::{Bytes, Db, Value};
use super::crc64::crc64;
use super::{OP_AUX, OP_EOF, OP_EXPIRES_MS, OP_RESIZE, OP_SELECT, listpack, lzf};

/// What a snapshot says of itself.
#[derive(Clone, Debug)]
pub struct Header {
    /// The server's version.
    pub version: &'static str,
    /// When it was made, in seconds since the epoch.
    pub seconds: i64,
    /// Bytes of memory that the server used.
    pub memory: u64,
    /// Whether it is the base of a log of changes.
    pub base: bool,
    /// Whether long strings are packed.
    pub pack: bool,
    /// Whether it ends with a checksum.
    pub checksum: bool,
}

/// A snapshot of all databases.
pub fn dump(dbs: &[Db], header: &Header) -> Vec<u8> {
    let mut out = b"REDIS0012".to_vec();
    let base = if header.base { "1" } else { "0" };
    for (name, value) in [
        ("redis-ver", header.version),
        ("redis-bits", "64"),
        ("ctime", &header.seconds.to_string()),
        ("used-mem", &header.memory.to_string()),
        ("aof-base", base),
    ] {
        out.push(OP_AUX);
        string(name.as_bytes(), false, &mut out);
        string(value.as_bytes(), false, &mut out);
    }
    for (n, db) in dbs.iter().enumerate().filter(|(_, db)| !db.keys.is_empty()) {
        out.push(OP_SELECT);
        length(n, &mut out);
        out.push(OP_RESIZE);
        length(db.keys.len(), &mut out);
        length(db.volatile(), &mut out);
        for (key, entry) in &db.keys {
            if let Some(at) = entry.expires {
                out.push(OP_EXPIRES_MS);
                out.extend(at.to_le_bytes());
            }
            object(key, &entry.value, header.pack, &mut out);
        }
    }
    out.push(OP_EOF);
    let crc = if header.checksum { crc64(&out) } else { 0 };
    out.extend(crc.to_le_bytes());
    out
}

fn length(n: usize, out: &mut Bytes) {
    match n {
        0..64 => out.push(n as u8),
        64..16_384 => out.extend([0x40 | (n >> 8) as u8, n as u8]),
        _ if n <= u32::MAX as usize => {
            out.push(0x80);
            out.extend((n as u32).to_be_bytes());
        }
        _ => {
            out.push(0x81);
            out.extend((n as u64).to_be_bytes());
        }
    }
}

fn string(text: &[u8], pack: bool, out: &mut Bytes) {
    match number::canonical(text) {
        Some(n @ -128..=127) => return out.extend([0xc0, n as u8]),
        Some(n @ -32_768..=32_767) => {
            out.push(0xc1);
            return out.extend((n as i16).to_le_bytes());
        }
        Some(n @ -2_147_483_648..=2_147_483_647) => {
            out.push(0xc2);
            return out.extend((n as i32).to_le_bytes());
        }
        _ => {}
    }
    if pack
        && text.len() > 20
        && let Some(packed) = lzf::pack(text)
    {
        out.push(0xc3);
        length(packed.len(), out);
        length(text.len(), out);
        out.extend(packed);
        return;
    }
    length(text.len(), out);
    out.extend_from_slice(text);
}

fn object(key: &[u8], value: &Value, pack: bool, out: &mut Bytes) {
    let kind = match (value, value.encoding()) {
        (Value::Str(_), _) => 0,
        (Value::List(_), _) => 18,
        (Value::Set(_), "intset") => 11,
        (Value::Set(_), "listpack") => 20,
        (Value::Set(_), _) => 2,
        (Value::Hash(_), "listpack") => 16,
        (Value::Hash(_), _) => 4,
        (Value::Sorted(_), "listpack") => 17,
        (Value::Sorted(_), _) => 5,
    };
    out.push(kind);
    string(key, pack, out);
    match value {
        Value::Str(s) => string(s, pack, out),
        Value::List(l) => list(l.iter(), pack, out),
        Value::Set(_) if kind == 11 => {
            let numbers: Vec<i64> =
                value.members().iter().filter_map(|m| number::canonical(m)).collect();
            string(&listpack::write_intset(&numbers), pack, out);
        }
        Value::Set(s) if kind == 20 => {
            string(&listpack::write(s.iter().map(|(m, ())| m.as_slice())), pack, out);
        }
        Value::Set(s) => {
            length(s.len(), out);
            s.iter().for_each(|(m, ())| string(m, pack, out));
        }
        Value::Hash(h) if kind == 16 => {
            let both = h.iter().flat_map(|(k, v)| [k.as_slice(), v.as_slice()]);
            string(&listpack::write(both), pack, out);
        }
        Value::Hash(h) => {
            length(h.len(), out);
            for (k, v) in h.iter() {
                string(k, pack, out);
                string(v, pack, out);
            }
        }
        Value::Sorted(z) if kind == 17 => {
            let scores: Vec<String> = z.iter().map(|(_, s)| number::show(s)).collect();
            let members = z.iter().map(|(m, _)| m.as_slice());
            let both = members.zip(&scores).flat_map(|(m, s)| [m, s.as_bytes()]);
            string(&listpack::write(both), pack, out);
        }
        Value::Sorted(z) => {
            length(z.len(), out);
            for (m, s) in z.iter().rev() {
                string(m, pack, out);
                out.extend(s.to_le_bytes());
            }
        }
    }
}

/// A list goes out in nodes of at most 8 KiB, each a listpack; what is longer is a node of its own.
fn list<'a>(items: impl Iterator<Item = &'a Bytes>, pack: bool, out: &mut Bytes) {
    const NODE: usize = 8192;
    let mut nodes: Vec<(bool, Vec<&Bytes>)> = Vec::new();
    let mut room = 0;
    for item in items {
        let size = item.len() + 11;
        if size > NODE {
            nodes.push((true, vec![item]));
            room = 0;
        } else if let Some((false, last)) = nodes.last_mut().filter(|_| size <= room) {
            last.push(item);
            room -= size;
        } else {
            nodes.push((false, vec![item]));
            room = NODE - size;
        }
    }
    length(nodes.len(), out);
    for (plain, items) in nodes {
        length(if plain { 1 } else { 2 }, out);
        if plain {
            items.iter().for_each(|i| string(i, pack, out));
        } else {
            string(&listpack::write(items.iter().map(|i| i.as_slice())), pack, out);
        }
    }
}
