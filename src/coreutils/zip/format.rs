//! The ZIP format as far as it is written and read here: local headers, the central directory and its
//! end (PKWARE's APPNOTE 4.3).

use flate2::{Compress, Compression, Crc, Decompress, FlushCompress, FlushDecompress};

use crate::coreutils::time::{Civil, SECOND, days_from_civil, split};
use crate::vfs::text;

/// A member.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub name: String,
    pub mode: u32,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
    pub method: u16,
    pub crc: u32,
    pub packed: u64,
    pub size: u64,
    /// Where its local header begins.
    pub offset: u64,
}

/// Date and time as DOS has them: two seconds are the finest.
fn dos(ns: i64) -> (u16, u16) {
    let (secs, nanos) = split(ns);
    let c = Civil::from_secs(secs, nanos);
    let year = (c.year - 1980).clamp(0, 127) as u32;
    let date = year << 9 | c.month << 5 | c.day;
    let time = c.hour << 11 | c.minute << 5 | (c.second / 2);
    (time as u16, date as u16)
}

fn from_dos(time: u16, date: u16) -> i64 {
    let (t, d) = (i64::from(time), i64::from(date));
    let days = days_from_civil((d >> 9) + 1980, (d >> 5 & 15).clamp(1, 12), (d & 31).max(1));
    (days * 86_400 + (t >> 11) * 3_600 + (t >> 5 & 63) * 60 + (t & 31) * 2) * SECOND
}

fn small(n: u64) -> [u8; 4] {
    u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes()
}

impl Entry {
    fn common(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let (time, date) = dos(self.mtime);
        let needed: u16 = if self.name.ends_with('/') || self.method == 8 { 20 } else { 10 };
        for n in [needed, 0, self.method, time, date] {
            out.extend(n.to_le_bytes());
        }
        out.extend(self.crc.to_le_bytes());
        out.extend(small(self.packed));
        out.extend(small(self.size));
        let name = text::encode(&self.name);
        out.extend((name.len() as u16).to_le_bytes());
        out.extend(0u16.to_le_bytes());
        out
    }

    /// The header before the data.
    pub fn local(&self) -> Vec<u8> {
        let mut out = b"PK\x03\x04".to_vec();
        out.extend(self.common());
        out.extend_from_slice(&text::encode(&self.name));
        out
    }

    /// The entry of the central directory.
    fn central(&self) -> Vec<u8> {
        let mut out = b"PK\x01\x02\x1e\x03".to_vec();
        out.extend(self.common());
        out.extend([0; 6]);
        let dir = if self.name.ends_with('/') { 0x10 } else { 0 };
        out.extend((self.mode << 16 | dir).to_le_bytes());
        out.extend(small(self.offset));
        out.extend_from_slice(&text::encode(&self.name));
        out
    }
}

/// The central directory and the end of the archive.
pub fn directory(entries: &[Entry], offset: u64) -> Vec<u8> {
    let mut out: Vec<u8> = entries.iter().flat_map(Entry::central).collect();
    let size = out.len() as u64;
    let count = (entries.len() as u16).to_le_bytes();
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend(small(size));
    out.extend(small(offset));
    out.extend([0, 0]);
    out
}

fn u16_at(b: &[u8], i: usize) -> Option<u16> {
    Some(u16::from_le_bytes(b.get(i..i + 2)?.try_into().ok()?))
}

fn u32_at(b: &[u8], i: usize) -> Option<u32> {
    Some(u32::from_le_bytes(b.get(i..i + 4)?.try_into().ok()?))
}

/// Reads the central directory; nothing where this is no archive.
pub fn entries(all: &[u8]) -> Option<Vec<Entry>> {
    let from = all.len().saturating_sub(66_000);
    let end = (from..all.len().saturating_sub(21))
        .rev()
        .find(|&i| all[i..].starts_with(b"PK\x05\x06"))?;
    let count = u16_at(all, end + 10)?;
    let mut at = u32_at(all, end + 16)? as usize;
    let mut out = Vec::new();
    for _ in 0..count {
        if all.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let n = |i: usize| u16_at(all, at + i);
        let w = |i: usize| u32_at(all, at + i);
        let (name_len, extra, comment) = (n(28)? as usize, n(30)? as usize, n(32)? as usize);
        let unix = all.get(at + 5) == Some(&3);
        let name = text::decode(all.get(at + 46..at + 46 + name_len)?).into_owned();
        let mode = w(38)? >> 16;
        out.push(Entry {
            mode: if unix && mode != 0 {
                mode
            } else if name.ends_with('/') {
                0o040_755
            } else {
                0o100_644
            },
            name,
            mtime: from_dos(n(12)?, n(14)?),
            method: n(10)?,
            crc: w(16)?,
            packed: u64::from(w(20)?),
            size: u64::from(w(24)?),
            offset: u64::from(w(42)?),
        });
        at += 46 + name_len + extra + comment;
    }
    Some(out)
}

/// The packed bytes of a member.
pub fn data<'a>(all: &'a [u8], e: &Entry) -> Option<&'a [u8]> {
    let at = usize::try_from(e.offset).ok()?;
    if all.get(at..at + 4)? != b"PK\x03\x04" {
        return None;
    }
    let start = at + 30 + u16_at(all, at + 26)? as usize + u16_at(all, at + 28)? as usize;
    all.get(start..start + usize::try_from(e.packed).ok()?)
}

/// Packs data: the shorter of deflated and stored, with the method and the checksum.
pub fn pack(data: &[u8], level: u32) -> (u16, u32, Vec<u8>) {
    let mut crc = Crc::new();
    crc.update(data);
    if level > 0 && !data.is_empty() {
        let mut out = Vec::with_capacity(data.len() / 2 + 128);
        let mut deflate = Compress::new(Compression::new(level), false);
        loop {
            let used = deflate.total_in() as usize;
            out.reserve(1 << 15);
            match deflate.compress_vec(&data[used..], &mut out, FlushCompress::Finish) {
                Ok(flate2::Status::StreamEnd) | Err(_) => break,
                Ok(_) => {}
            }
        }
        if out.len() < data.len() {
            return (8, crc.sum(), out);
        }
    }
    (0, crc.sum(), data.to_vec())
}

/// Unpacks a member; nothing where its data are damaged.
pub fn unpack(packed: &[u8], e: &Entry) -> Option<Vec<u8>> {
    let out = match e.method {
        0 => packed.to_vec(),
        8 => {
            let mut out = Vec::new();
            let mut inflate = Decompress::new(false);
            loop {
                let (used, made) = (inflate.total_in() as usize, out.len());
                out.reserve(1 << 16);
                let status = inflate
                    .decompress_vec(packed.get(used..)?, &mut out, FlushDecompress::None)
                    .ok()?;
                if status == flate2::Status::StreamEnd {
                    break;
                }
                if out.len() == made && inflate.total_in() as usize == used
                    || out.len() as u64 > e.size
                {
                    return None;
                }
            }
            out
        }
        _ => return None,
    };
    let mut crc = Crc::new();
    crc.update(&out);
    (crc.sum() == e.crc).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let data = b"hello hello hello hello".repeat(20);
        let (method, crc, packed) = pack(&data, 6);
        let mut e =
            Entry { name: "d/x".to_string(), mode: 0o100_640, method, crc, ..Entry::default() };
        e.mtime = 1_700_000_000_000_000_000;
        (e.packed, e.size) = (packed.len() as u64, data.len() as u64);
        let mut all = e.local();
        all.extend(&packed);
        let at = all.len() as u64;
        all.extend(directory(std::slice::from_ref(&e), at));
        let list = entries(&all).unwrap();
        assert_eq!(
            (list[0].name.as_str(), list[0].mode, list[0].mtime),
            ("d/x", 0o100_640, e.mtime)
        );
        assert_eq!(unpack(super::data(&all, &list[0]).unwrap(), &list[0]).unwrap(), data);
        assert!(entries(b"PK\x05\x06").is_none() && entries(b"").is_none());
    }
}
