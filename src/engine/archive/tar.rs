//! Tar files: written as Go's `archive/tar` writes those of Docker (POSIX.1-1988 headers, with the records of
//! POSIX.1-2001 where something does not fit), read by `reader`, compressed or not. A file's holes stay holes in both directions.

use std::collections::BTreeMap;
use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use tar::{EntryType, Header};

use crate::engine::images::tree::{Entry, Kind};
use crate::vfs::content::CHUNK;
use crate::vfs::{Content, text};

use super::reader::{self, Members, Room};

/// The largest user or group that seven octal digits hold.
const MOST_ID: u64 = 0o777_7777;
/// The largest size that eleven hold, in bytes.
const MOST_SIZE: u64 = 0o777_7777_7777;

/// A record of an extended header: its length counts itself (POSIX.1-2001, pax).
fn record(key: &str, value: &[u8]) -> Vec<u8> {
    let rest = key.len() + value.len() + " =\n".len();
    let mut len = rest + 1;
    while len != rest + len.to_string().len() {
        len = rest + len.to_string().len();
    }
    [format!("{len} {key}=").as_bytes(), value, b"\n"].concat()
}

/// Puts a text into its field of a header; one that is too long or not ASCII goes to the records, too.
fn put_text(
    field: &mut [u8],
    key: &'static str,
    value: &[u8],
    records: &mut BTreeMap<&'static str, Vec<u8>>,
) {
    if value.len() > field.len() || !value.is_ascii() {
        records.insert(key, value.to_vec());
    }
    let shown = value.iter().filter(|b| b.is_ascii());
    field.iter_mut().zip(shown).for_each(|(to, from)| *to = *from);
}

/// A tar file in the making.
#[derive(Default)]
pub struct Writer {
    out: Content,
    /// Bytes of the present chunk.
    tail: Vec<u8>,
}

impl Writer {
    /// An empty one.
    pub fn new() -> Writer {
        Writer::default()
    }

    fn flush_chunk(&mut self) {
        let at = self.out.len();
        let len = self.tail.len() as u64;
        if self.tail.iter().any(|b| *b != 0) {
            self.out.write(at, &self.tail, u64::MAX);
        }
        self.out.truncate(at + len);
        self.tail.clear();
    }

    fn put(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let n = (CHUNK - self.tail.len()).min(bytes.len());
            self.tail.extend_from_slice(&bytes[..n]);
            bytes = &bytes[n..];
            if self.tail.len() == CHUNK {
                self.flush_chunk();
            }
        }
    }

    /// Zeros, as a hole where there are many.
    fn skip(&mut self, mut n: u64) {
        let rest = ((CHUNK - self.tail.len()) as u64).min(n) as usize;
        self.put(&vec![0; rest]);
        n -= rest as u64;
        let whole = n / CHUNK as u64 * CHUNK as u64;
        if whole > 0 {
            self.out.truncate(self.out.len() + whole);
        }
        self.put(&vec![0; (n - whole) as usize]);
    }

    fn pad(&mut self, size: u64, extra: u64) {
        self.skip((512 - size % 512) % 512 + extra);
    }

    /// Adds an entry. Whiteouts are to be given as files already.
    pub fn entry(&mut self, path: &str, e: &Entry) {
        let Kind::File(content) = &e.kind else { return self.header(path, e, 0) };
        self.header(path, e, content.len());
        self.bytes_of(content);
        self.pad(content.len(), 0);
    }

    /// Adds an entry without its bytes, of which there are to be `size`.
    pub fn header(&mut self, path: &str, e: &Entry, size: u64) {
        let dir = matches!(e.kind, Kind::Dir | Kind::Opaque);
        let mut name = text::encode(path).into_owned();
        if dir && name.last() != Some(&b'/') {
            name.push(b'/');
        }
        let (kind, link) = match &e.kind {
            Kind::Dir | Kind::Opaque => (EntryType::Directory, None),
            Kind::File(_) => (EntryType::Regular, None),
            Kind::Symlink(t) => (EntryType::Symlink, Some(t)),
            Kind::Hardlink(t) => (EntryType::Link, Some(t)),
            Kind::Fifo => (EntryType::Fifo, None),
            Kind::Whiteout | Kind::Char(..) => (EntryType::Char, None),
            Kind::Block(..) => (EntryType::Block, None),
        };
        let link = link.map(|t| text::encode(t).into_owned()).unwrap_or_default();
        let mut h = Header::new_ustar();
        let mut records = BTreeMap::new();
        let bytes = h.as_mut_bytes();
        put_text(&mut bytes[..100], "path", &name, &mut records);
        put_text(&mut bytes[157..257], "linkpath", &link, &mut records);
        let fit = |key: &'static str, n: u64, most: u64, records: &mut BTreeMap<_, _>| {
            if n > most {
                records.insert(key, n.to_string().into_bytes());
            }
            if n > most { 0 } else { n }
        };
        let (uid, gid) = (u64::from(e.uid), u64::from(e.gid));
        let (uid, gid) =
            (fit("uid", uid, MOST_ID, &mut records), fit("gid", gid, MOST_ID, &mut records));
        h.set_uid(uid);
        h.set_gid(gid);
        h.set_size(fit("size", size, MOST_SIZE, &mut records));
        h.set_entry_type(kind);
        h.set_mode(e.mode & 0o7777);
        h.set_mtime(e.mtime.div_euclid(1_000_000_000).max(0) as u64);
        let (major, minor) = match e.kind {
            Kind::Char(major, minor) | Kind::Block(major, minor) => (major, minor),
            _ => (0, 0),
        };
        // Such a header has room for both.
        h.set_device_major(major).and_then(|()| h.set_device_minor(minor)).ok();
        h.set_cksum();
        if !records.is_empty() {
            self.records(&name, &records);
        }
        self.put(h.as_bytes());
    }

    /// What the header of the file `name` has no room for.
    fn records(&mut self, name: &[u8], records: &BTreeMap<&str, Vec<u8>>) {
        let mut body = Vec::new();
        for (key, value) in records {
            body.extend(record(key, value));
        }
        let cut = name.iter().rposition(|b| *b == b'/').map_or(0, |at| at + 1);
        let below: &[u8] = if cut == name.len() { b"" } else { b"/" };
        let place = [&name[..cut], b"PaxHeaders.0", below, &name[cut..]].concat();
        let place: Vec<u8> = place.into_iter().filter(u8::is_ascii).take(100).collect();
        let mut h = Header::new_ustar();
        h.as_mut_bytes()[..place.len()].copy_from_slice(&place);
        h.set_entry_type(EntryType::XHeader);
        h.set_mode(0);
        h.set_uid(0);
        h.set_gid(0);
        h.set_mtime(0);
        h.set_size(body.len() as u64);
        h.set_device_major(0).and_then(|()| h.set_device_minor(0)).ok();
        h.set_cksum();
        self.put(h.as_bytes());
        self.put(&body);
        self.pad(body.len() as u64, 0);
    }

    /// What there is, without an end: it breaks off in the middle of its last file.
    pub fn cut(mut self) -> Content {
        self.flush_chunk();
        self.out
    }

    /// Adds a file's bytes as they are.
    pub fn bytes_of(&mut self, c: &Content) {
        let end = c.data_end();
        let mut at = 0;
        while at < end {
            let piece = c.read(at, CHUNK.min((end - at) as usize));
            at += piece.len() as u64;
            self.put(&piece);
        }
        self.skip(c.len() - end);
    }

    /// Adds bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.put(bytes);
    }

    /// Adds a small file.
    pub fn file(&mut self, path: &str, bytes: &[u8], mtime: i64) {
        let kind = Kind::File(Content::from(bytes.to_vec()));
        self.entry(path, &Entry { kind, mode: 0o644, uid: 0, gid: 0, mtime });
    }

    /// The whole file, with the two empty blocks that end it.
    pub fn finish(mut self) -> Content {
        self.skip(1024);
        self.taken()
    }

    /// What was written, without an end.
    pub fn taken(mut self) -> Content {
        if !self.tail.is_empty() {
            self.flush_chunk();
        }
        self.out
    }
}

/// Reads a file's content from its beginning.
struct Bytes<'a> {
    content: &'a Content,
    at: u64,
}

impl Read for Bytes<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let piece = self.content.read(self.at, buf.len());
        buf[..piece.len()].copy_from_slice(&piece);
        self.at += piece.len() as u64;
        Ok(piece.len())
    }
}

/// An archive that can not be read, in Go's words.
pub type Bad = String;

/// What a file that may be compressed by gzip holds.
pub fn inflated(archive: &Content, room: Room) -> Result<Content, Bad> {
    if !packed(archive)? {
        return Ok(archive.clone());
    }
    let mut from = MultiGzDecoder::new(Bytes { content: archive, at: 0 });
    reader::contents(&mut from, room)
}

/// Whether it is compressed; an error where it is in a way that is not simulated.
fn packed(archive: &Content) -> Result<bool, Bad> {
    let magic = archive.read(0, 6);
    for (head, name) in
        [(&b"BZh"[..], "bzip2"), (&b"\xfd7zXZ\0"[..], "xz"), (&b"\x28\xb5\x2f\xfd"[..], "zstd")]
    {
        if magic.starts_with(head) {
            return Err(format!(
                "Drydock does not simulate {name} archives: gzip is what it reads."
            ));
        }
    }
    Ok(magic.starts_with(&[0x1f, 0x8b]))
}

/// Whether a file is a tar file, compressed or not: whether its first header can be read.
pub fn is_archive(file: &Content) -> bool {
    let bytes = Bytes { content: file, at: 0 };
    match packed(file) {
        Ok(true) => reader::begins_well(MultiGzDecoder::new(bytes)),
        Ok(false) => reader::begins_well(bytes),
        // What it is compressed by is told when it is to be read.
        Err(_) => true,
    }
}

/// All that a tar file holds, in order, compressed by gzip or not. More than `room` allows is not
/// unpacked.
pub fn read(archive: &Content, room: Room) -> Members {
    let bytes = Bytes { content: archive, at: 0 };
    match packed(archive) {
        Ok(true) => reader::members(MultiGzDecoder::new(bytes), room),
        Ok(false) => reader::members(bytes, room),
        Err(e) => Members { list: Vec::new(), error: Some(e) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { all: u64::MAX, dense: u64::MAX };

    #[test]
    fn what_is_written_is_read() {
        let long = format!("{}/{}", "d".repeat(120), "f".repeat(90));
        let entry = |kind| Entry { kind, mode: 0o750, uid: 1, gid: 2, mtime: 5_000_000_000 };
        let mut w = Writer::new();
        w.entry("d", &entry(Kind::Dir));
        w.entry(&long, &entry(Kind::File(Content::with_hole(b"head".to_vec(), 300_000))));
        w.entry("l", &entry(Kind::Symlink("t".repeat(150))));
        w.entry("bad\u{10ffff}name", &entry(Kind::File(Content::from(b"x".to_vec()))));
        let tar = w.finish();
        assert!(tar.blocks() < 40, "a hole takes no room");
        let back = read(&tar, ROOM);
        assert_eq!(back.error, None);
        let back: Vec<_> = back.list.into_iter().map(|m| (m.path, m.entry)).collect();
        let names: Vec<&str> = back.iter().map(|(p, _)| p.as_str()).collect();
        assert_eq!(names, ["d/", long.as_str(), "l", "bad\u{10ffff}name"]);
        let Kind::File(c) = &back[1].1.kind else { panic!("a file") };
        assert_eq!((c.len(), c.blocks(), c.read(0, 5)), (300_000, 1, b"head\0".to_vec()));
        assert!(matches!(&back[2].1.kind, Kind::Symlink(t) if t.len() == 150));
        assert_eq!((back[0].1.mode, back[0].1.uid, back[0].1.mtime), (0o750, 1, 5_000_000_000));
    }

    #[test]
    fn rubbish_is_refused() {
        let why = |bytes: Vec<u8>| read(&Content::from(bytes), ROOM).error;
        assert_eq!(why(b"hello\n".to_vec()).as_deref(), Some("unexpected EOF"));
        assert_eq!(why(vec![b'x'; 512]).as_deref(), Some("archive/tar: invalid tar header"));
        assert_eq!(why(Vec::new()), None);
    }

    #[test]
    fn records_count_their_own_length() {
        assert_eq!(record("path", b"a"), b"9 path=a\n");
        assert_eq!(record("path", b"ab"), b"11 path=ab\n");
        assert_eq!(record("path", &[b'x'; 90]).len(), 99);
    }

    #[test]
    fn headers_are_of_posix() {
        let entry = |uid| Entry { kind: Kind::Dir, mode: 0o755, uid, gid: 0, mtime: 0 };
        let mut w = Writer::new();
        w.entry("a", &entry(0));
        let plain = w.taken().read(0, 4096);
        assert_eq!(plain.len(), 512);
        assert_eq!(&plain[257..265], b"ustar\x0000");
        assert_eq!(&plain[329..345], b"0000000\x000000000\x00");
        let mut w = Writer::new();
        w.entry(&format!("d/{}", "n".repeat(120)), &entry(0o1000_0000));
        let long = w.taken().read(0, 4096);
        assert_eq!(long.len(), 3 * 512);
        assert_eq!(&long[..100], format!("d/{}", "n".repeat(98)).as_bytes());
        let body = String::from_utf8_lossy(&long[512..1024]).into_owned();
        assert_eq!(
            body.trim_end_matches('\0'),
            format!("133 path=d/{}/\n15 uid=2097152\n", "n".repeat(120))
        );
    }
}
