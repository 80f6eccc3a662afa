//! Tar files: written in the GNU flavour with long names where they are needed, read by `reader`, compressed
//! or not. A file's holes stay holes in both directions.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use tar::{EntryType, Header};

use crate::engine::images::tree::{Entry, Kind};
use crate::vfs::content::CHUNK;
use crate::vfs::{Content, text};

use super::reader::{self, Members, Room};

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

    fn long(&mut self, kind: EntryType, value: &[u8]) {
        let mut h = Header::new_gnu();
        h.as_mut_bytes()[..13].copy_from_slice(b"././@LongLink");
        h.set_entry_type(kind);
        h.set_mode(0o644);
        h.set_uid(0);
        h.set_gid(0);
        h.set_mtime(0);
        h.set_size(value.len() as u64 + 1);
        h.set_cksum();
        self.put(h.as_bytes());
        self.put(value);
        self.pad(value.len() as u64 + 1, 1);
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
        if name.len() > 100 {
            self.long(EntryType::GNULongName, &name);
        }
        if link.len() > 100 {
            self.long(EntryType::GNULongLink, &link);
        }
        let mut h = Header::new_gnu();
        let n = name.len().min(100);
        h.as_mut_bytes()[..n].copy_from_slice(&name[..n]);
        let n = link.len().min(100);
        h.as_mut_bytes()[157..157 + n].copy_from_slice(&link[..n]);
        h.set_entry_type(kind);
        h.set_mode(e.mode & 0o7777);
        h.set_uid(u64::from(e.uid));
        h.set_gid(u64::from(e.gid));
        h.set_mtime(e.mtime.div_euclid(1_000_000_000).max(0) as u64);
        h.set_size(size);
        if let Kind::Char(major, minor) | Kind::Block(major, minor) = e.kind {
            // A GNU header has room for both.
            h.set_device_major(major).and_then(|()| h.set_device_minor(minor)).ok();
        }
        h.set_cksum();
        self.put(h.as_bytes());
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
}
