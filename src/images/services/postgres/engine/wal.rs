//! The write-ahead log: pg_wal/, segments of 16 MB that are filled one behind the other. A record says what
//! one transaction changes in the cluster's files, and is on the disk before anybody is told that it is
//! done. When the log is read again and how far, is `checkpoint`'s.
//!
//! A record is a head of 24 bytes (least first): its length with the head (4), a checksum of all that
//! follows and of its place in the log (4), the next number for a relation (4), the next transaction (4),
//! and eight of nothing; then its changes. Records begin at multiples of 8.

use crate::kernel::Proc;
use crate::vfs::{Content, Errno};

use super::storage::sync_file;

/// Bytes of a segment.
pub const SEGMENT: u64 = 16 << 20;

/// Where the log of a new cluster begins. The first segment is never used, so that 0 is no place.
pub const FIRST: u64 = SEGMENT;

const HEAD: usize = 24;

/// A change of a file, whose name is relative to the data directory. To make a change twice is to make it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Bytes from an offset on; the file's length is then a number of whole pages.
    Write {
        /// The file.
        file: String,
        /// The offset.
        at: u64,
        /// What stands there.
        bytes: Vec<u8>,
    },
    /// The whole file.
    Whole {
        /// The file.
        file: String,
        /// All that it holds.
        bytes: Vec<u8>,
    },
    /// The file is gone.
    Remove(String),
    /// A new directory.
    MakeDir(String),
    /// The directory, empty by now, is gone.
    RemoveDir(String),
}

/// A record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The next number for a relation.
    pub next_oid: u32,
    /// The next transaction.
    pub next_xid: u32,
    /// What changes; nothing in a checkpoint's record.
    pub changes: Vec<Change>,
}

/// A place in the log, as it is shown.
pub fn lsn(at: u64) -> String {
    format!("{:X}/{:X}", at >> 32, at & 0xffff_ffff)
}

/// The name of the segment that holds a place.
pub fn segment_name(at: u64) -> String {
    let n = at / SEGMENT;
    format!("00000001{:08X}{:08X}", n >> 8, n & 0xff)
}

fn segment_path(dir: &str, at: u64) -> String {
    format!("{dir}/pg_wal/{}", segment_name(at))
}

impl Change {
    /// The file or directory that it is about.
    pub fn file(&self) -> &str {
        self.parts().1
    }

    fn parts(&self) -> (u8, &str, u64, &[u8]) {
        match self {
            Change::Write { file, at, bytes } => (b'w', file, *at, bytes),
            Change::Whole { file, bytes } => (b'f', file, 0, bytes),
            Change::Remove(file) => (b'r', file, 0, &[]),
            Change::MakeDir(file) => (b'd', file, 0, &[]),
            Change::RemoveDir(file) => (b'x', file, 0, &[]),
        }
    }
}

fn checksum(at: u64, body: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(&at.to_le_bytes());
    crc.update(body);
    crc.sum()
}

impl Record {
    /// Its bytes at a place.
    pub fn encode(&self, at: u64) -> Vec<u8> {
        let mut out = vec![0; 8];
        out.extend(self.next_oid.to_le_bytes());
        out.extend(self.next_xid.to_le_bytes());
        out.extend([0; 8]);
        for c in &self.changes {
            let (kind, file, offset, bytes) = c.parts();
            out.push(kind);
            out.extend((file.len() as u16).to_le_bytes());
            out.extend(file.as_bytes());
            out.extend(offset.to_le_bytes());
            out.extend((bytes.len() as u32).to_le_bytes());
            out.extend(bytes);
        }
        let len = out.len() as u32;
        out[..4].copy_from_slice(&len.to_le_bytes());
        let crc = checksum(at, &out[8..]);
        out[4..8].copy_from_slice(&crc.to_le_bytes());
        out
    }

    /// The record that these bytes are, head and all; `None` where they are none.
    fn decode(bytes: &[u8], at: u64) -> Option<Record> {
        let word = |i: usize| Some(u32::from_le_bytes(bytes.get(i..i + 4)?.try_into().ok()?));
        if word(4)? != checksum(at, bytes.get(8..)?) {
            return None;
        }
        let mut record = Record { next_oid: word(8)?, next_xid: word(12)?, changes: Vec::new() };
        let mut i = HEAD;
        while let Some(kind) = bytes.get(i).copied() {
            let n = usize::from(u16::from_le_bytes(bytes.get(i + 1..i + 3)?.try_into().ok()?));
            i += 3;
            let file = std::str::from_utf8(bytes.get(i..i + n)?).ok()?.to_string();
            i += n;
            let offset = u64::from_le_bytes(bytes.get(i..i + 8)?.try_into().ok()?);
            let n = word(i + 8)? as usize;
            i += 12;
            let data = bytes.get(i..i + n)?.to_vec();
            i += n;
            record.changes.push(match kind {
                b'w' => Change::Write { file, at: offset, bytes: data },
                b'f' => Change::Whole { file, bytes: data },
                b'r' => Change::Remove(file),
                b'd' => Change::MakeDir(file),
                b'x' => Change::RemoveDir(file),
                _ => return None,
            });
        }
        Some(record)
    }
}

/// Puts a record at a place in the log and sees to it that it is on the disk. Gives the place behind it, and
/// how many segments were made for it. A log that could not take it all is as it was.
pub fn append(p: &Proc, dir: &str, at: u64, record: &Record) -> Result<(u64, u64), Errno> {
    let bytes = record.encode(at);
    let (mut done, mut made) = (0, 0);
    let mut before: Vec<(String, Option<Content>)> = Vec::new();
    while done < bytes.len() {
        let place = at + done as u64;
        let path = segment_path(dir, place);
        let offset = place % SEGMENT;
        let n = (bytes.len() - done).min((SEGMENT - offset) as usize);
        let old = p.read_content(&path).ok();
        let mut content = old.clone().unwrap_or_else(|| {
            made += 1;
            blank_segment()
        });
        before.push((path.clone(), old));
        content.write(offset, &bytes[done..done + n], u64::MAX);
        let written = p.write_content(&path, &content, 0o600);
        if let Err(e) = written.and_then(|()| sync_file(p, &path)) {
            for (path, old) in before {
                match old {
                    Some(old) => drop(p.write_content(&path, &old, 0o600)),
                    None => drop(p.unlink(&path)),
                }
            }
            return Err(e);
        }
        done += n;
    }
    Ok(((at + bytes.len() as u64).next_multiple_of(8), made))
}

/// A segment of zeros: the room is taken when it is made.
fn blank_segment() -> Content {
    Content::from(vec![0; SEGMENT as usize])
}

/// Bytes of the log from a place on, over the ends of segments; `None` where a segment is missing or short.
fn read(p: &Proc, dir: &str, at: u64, n: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while out.len() < n {
        let place = at + out.len() as u64;
        let content = p.read_content(&segment_path(dir, place)).ok()?;
        let offset = place % SEGMENT;
        let piece = content.read(offset, (n - out.len()).min((SEGMENT - offset) as usize));
        if piece.is_empty() {
            return None;
        }
        out.extend(piece);
    }
    Some(out)
}

/// Why there is no record at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The segment is not there.
    Missing,
    /// The length can not be one.
    Length(u32),
    /// The checksum is another.
    Checksum,
}

/// The record at a place, and the place behind it.
pub fn record_at(p: &Proc, dir: &str, at: u64) -> Result<(Record, u64), End> {
    let head = read(p, dir, at, HEAD).ok_or(End::Missing)?;
    let len = u32::from_le_bytes([head[0], head[1], head[2], head[3]]);
    if (len as usize) < HEAD {
        return Err(End::Length(len));
    }
    let bytes = read(p, dir, at, len as usize).ok_or(End::Missing)?;
    let record = Record::decode(&bytes, at).ok_or(End::Checksum)?;
    Ok((record, (at + u64::from(len)).next_multiple_of(8)))
}

/// Takes away the segments that end before a place; gives how many they were.
pub fn forget(p: &Proc, dir: &str, before: u64) -> u64 {
    let oldest = segment_name(before);
    let names = p.readdir(&format!("{dir}/pg_wal")).unwrap_or_default();
    let old = names.iter().filter(|e| e.name.len() == 24 && e.name < oldest);
    old.filter(|e| p.unlink(&format!("{dir}/pg_wal/{}", e.name)).is_ok()).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read_as_they_were_written() {
        let record = Record {
            next_oid: 16_385,
            next_xid: 750,
            changes: vec![
                Change::Write { file: "base/5/1".into(), at: 8192, bytes: b"abc".to_vec() },
                Change::Remove("base/5/2".into()),
            ],
        };
        let bytes = record.encode(FIRST);
        assert_eq!(Record::decode(&bytes, FIRST), Some(record));
        assert_eq!(Record::decode(&bytes, FIRST + 8), None);
        let mut bad = bytes.clone();
        bad[30] ^= 1;
        assert_eq!(Record::decode(&bad, FIRST), None);
        assert_eq!(Record::decode(&bytes[..bytes.len() - 1], FIRST), None);
    }

    #[test]
    fn places_and_names() {
        assert_eq!(lsn(FIRST + 0x28), "0/1000028");
        assert_eq!(segment_name(FIRST), "000000010000000000000001");
        assert_eq!(segment_name(256 * SEGMENT), "000000010000000100000000");
    }
}
