//! Reading tar files as Go's `archive/tar` does, with its errors: V7, ustar, star, GNU and PAX headers, long
//! names, sparse files as GNU tar writes them with PAX (its own older kind
//! moby does not take). Where the bytes stood is kept, for whoever has to write the same
//! file again.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};

use crate::engine::images::tree::{Entry, Kind};
use crate::vfs::content::CHUNK;
use crate::vfs::{Content, text};

use super::header::{BLOCK, Head, broken, records, text_of};
use super::tar::Bad;

/// Bytes of the longest name that is read (Go's `maxSpecialFileSize`).
const LONGEST: u64 = 1 << 20;

/// A file in an archive.
pub struct Member {
    /// Its name as it stands there.
    pub path: String,
    /// What it is.
    pub entry: Entry,
    /// Where its bytes begin and how many stand there; nothing for what has none, and for sparse files.
    pub data: Option<(u64, u64)>,
}

/// What was read, and why not more.
#[derive(Default)]
pub struct Members {
    /// In order.
    pub list: Vec<Member>,
    /// What ended the reading before the end.
    pub error: Option<Bad>,
}

/// Bytes that may come out of an archive.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// In all, which is what the disk has free.
    pub all: u64,
    /// In chunks that are not zeros alone, which is what the machine can hold.
    pub dense: u64,
}

impl Room {
    /// Takes bytes of which so many count as data.
    fn take(&mut self, all: usize, dense: usize) -> Result<(), Bad> {
        let left = (self.all.checked_sub(all as u64), self.dense.checked_sub(dense as u64));
        let (Some(all), Some(dense)) = left else {
            return Err("no space left on device".to_string());
        };
        (self.all, self.dense) = (all, dense);
        Ok(())
    }
}

struct Reader<R> {
    from: R,
    at: u64,
    room: Room,
}

fn short() -> Bad {
    "unexpected EOF".to_string()
}

/// An error of what lies below: the file itself or its compression.
fn below(e: &std::io::Error, at: u64) -> Bad {
    let said = e.to_string();
    match e.kind() {
        ErrorKind::UnexpectedEof => short(),
        _ if said.contains("checksum") => "gzip: invalid checksum".to_string(),
        _ if said.contains("header") => "gzip: invalid header".to_string(),
        _ => format!("flate: corrupt input before offset {at}"),
    }
}

impl<R: Read> Reader<R> {
    /// As many bytes as come, up to the buffer's length.
    fn fill(&mut self, buf: &mut [u8]) -> Result<usize, Bad> {
        let mut n = 0;
        while n < buf.len() {
            match self.from.read(&mut buf[n..]) {
                Ok(0) => break,
                Ok(k) => n += k,
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => return Err(below(&e, self.at + n as u64)),
            }
        }
        self.at += n as u64;
        Ok(n)
    }

    /// A block; `None` at the end.
    fn block(&mut self) -> Result<Option<[u8; BLOCK]>, Bad> {
        let mut b = [0; BLOCK];
        match self.fill(&mut b)? {
            0 => Ok(None),
            BLOCK => Ok(Some(b)),
            _ => Err(short()),
        }
    }

    /// A header; `None` at the end, which is two empty blocks or simply nothing more.
    fn header(&mut self) -> Result<Option<[u8; BLOCK]>, Bad> {
        let Some(b) = self.block()? else { return Ok(None) };
        if b != [0; BLOCK] {
            return Ok(Some(b));
        }
        match self.block()? {
            None => Ok(None),
            Some(b) if b == [0; BLOCK] => Ok(None),
            Some(_) => broken(),
        }
    }

    /// The bytes of a member, zeros left out. The error comes with what could be read.
    fn content(&mut self, size: u64) -> (Content, Option<Bad>) {
        let mut out = Content::default();
        let mut chunk = vec![0; CHUNK];
        while out.len() < size {
            let want = (size - out.len()).min(CHUNK as u64) as usize;
            let got = match self.fill(&mut chunk[..want]) {
                Ok(n) => n,
                Err(e) => return (out, Some(e)),
            };
            let at = out.len();
            let end = chunk[..got].iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
            if let Err(e) = self.room.take(got, end) {
                return (out, Some(e));
            }
            out.write(at, &chunk[..end], u64::MAX);
            out.truncate(at + got as u64);
            if got < want {
                return (out, Some(short()));
            }
        }
        (out, None)
    }

    /// Passes over what fills a member's last block; false at the end of the file.
    fn padding(&mut self, size: u64) -> Result<bool, Bad> {
        let rest = ((BLOCK as u64 - size % BLOCK as u64) % BLOCK as u64) as usize;
        let mut b = [0; BLOCK];
        Ok(self.fill(&mut b[..rest])? == rest)
    }

    /// A long name or a set of records.
    fn special(&mut self, size: u64) -> Result<Option<Vec<u8>>, Bad> {
        if size > LONGEST {
            return Err("archive/tar: header field too long".to_string());
        }
        let mut bytes = vec![0; size as usize];
        if self.fill(&mut bytes)? < bytes.len() {
            return Err(short());
        }
        Ok(self.padding(size)?.then_some(bytes))
    }

    /// The map at the beginning of a sparse file in PAX format 1.0; gives how many bytes it took, too.
    fn sparse_lines(&mut self) -> Result<(Vec<(u64, u64)>, u64), Bad> {
        let (mut numbers, mut taken, mut word) = (Vec::new(), 0, Vec::new());
        loop {
            let Some(b) = self.block()? else { return Err(short()) };
            taken += BLOCK as u64;
            for byte in b {
                if byte != b'\n' {
                    word.push(byte);
                    continue;
                }
                let n = std::str::from_utf8(&word).ok().and_then(|t| t.parse::<u64>().ok());
                let Some(n) = n else { return broken() };
                word.clear();
                numbers.push(n);
                if numbers.len() as u64 == 1 + 2 * numbers[0].min(LONGEST) {
                    return Ok((numbers[1..].chunks(2).map(|p| (p[0], p[1])).collect(), taken));
                }
            }
        }
    }
}

/// Puts the pieces of a sparse file to their places.
fn spread(packed: &Content, map: &[(u64, u64)], real: u64) -> Content {
    let (mut out, mut from) = (Content::default(), 0);
    for &(at, len) in map {
        let mut done = 0;
        while done < len && at.saturating_add(done) < real {
            let piece = packed.read(from + done, (len - done).min(CHUNK as u64) as usize);
            if piece.is_empty() {
                break;
            }
            out.write(at + done, &piece, u64::MAX);
            done += piece.len() as u64;
        }
        from += len;
    }
    out.truncate(real);
    out
}

/// All bytes of a stream, zeros left out.
pub fn contents(from: impl Read, room: Room) -> Result<Content, Bad> {
    let mut r = Reader { from, at: 0, room };
    let mut out = Content::default();
    let mut chunk = vec![0; CHUNK];
    loop {
        let got = r.fill(&mut chunk)?;
        let at = out.len();
        let end = chunk[..got].iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
        r.room.take(got, end)?;
        out.write(at, &chunk[..end], u64::MAX);
        out.truncate(at + got as u64);
        if got < CHUNK {
            return Ok(out);
        }
    }
}

/// Whether there is a first header, and it can be read.
pub fn begins_well(from: impl Read) -> bool {
    let room = Room { all: 0, dense: 0 };
    let first = Reader { from, at: 0, room }.header();
    first.is_ok_and(|block| block.is_some_and(|b| Head::parse(&b).is_ok()))
}

/// All members of a tar file, of which no more than `room` allows is unpacked.
pub fn members(from: impl Read, room: Room) -> Members {
    let mut out = Members::default();
    let mut r = Reader { from, at: 0, room };
    out.error = read_all(&mut r, &mut out.list).err();
    out
}

fn read_all<R: Read>(r: &mut Reader<R>, out: &mut Vec<Member>) -> Result<(), Bad> {
    let mut extra = BTreeMap::new();
    let (mut long_path, mut long_link) = (None, None);
    while let Some(block) = r.header()? {
        let mut head = Head::parse(&block)?;
        match head.flag {
            b'x' | b'g' | b'L' | b'K' => {
                let Some(bytes) = r.special(head.size)? else { return Ok(()) };
                match head.flag {
                    b'x' => extra = records(&bytes)?,
                    b'L' => long_path = Some(text_of(&bytes).to_vec()),
                    b'K' => long_link = Some(text_of(&bytes).to_vec()),
                    _ => drop(records(&bytes)?),
                }
                continue;
            }
            _ => {}
        }
        let records = std::mem::take(&mut extra);
        head.merge(&records)?;
        head.path = long_path.take().unwrap_or(head.path);
        head.link = long_link.take().unwrap_or(head.link);
        let mut map = None;
        let mut stored = head.size;
        if records.get(&b"GNU.sparse.major"[..]).is_some_and(|v| v == b"1") {
            let (lines, taken) = r.sparse_lines()?;
            let real = records.get(&b"GNU.sparse.realsize"[..]);
            let real = real.and_then(|v| std::str::from_utf8(v).ok()?.parse().ok());
            let Some(real) = real else { return broken() };
            if let Some(name) = records.get(&b"GNU.sparse.name"[..]) {
                head.path.clone_from(name);
            }
            stored = stored.saturating_sub(taken);
            map = Some((lines, real));
        }
        if head.flag == 0 {
            head.flag = b'0';
        }
        if head.flag == b'0' && head.path.ends_with(b"/") {
            head.flag = b'5';
        }
        let (path, link) = (text::decode(&head.path).into_owned(), text::decode(&head.link));
        let plain = |kind| Entry {
            kind,
            mode: head.mode,
            uid: head.uid,
            gid: head.gid,
            mtime: head.mtime.saturating_mul(1_000_000_000),
        };
        let kind = match head.flag {
            b'0' => None,
            b'1' => Some(Kind::Hardlink(link.into_owned())),
            b'2' => Some(Kind::Symlink(link.into_owned())),
            b'3' => Some(Kind::Char(head.device.0, head.device.1)),
            b'4' => Some(Kind::Block(head.device.0, head.device.1)),
            b'5' => Some(Kind::Dir),
            b'6' => Some(Kind::Fifo),
            other => return Err(format!("unhandled tar header type {other}")),
        };
        if let Some(kind) = kind {
            out.push(Member { path, entry: plain(kind), data: None });
            continue;
        }
        let at = r.at;
        let (content, error) = r.content(stored);
        let (content, data) = match map {
            Some((map, real)) => (spread(&content, &map, real), None),
            None => (content, Some((at, stored))),
        };
        out.push(Member { path, entry: plain(Kind::File(content)), data });
        if let Some(e) = error {
            return Err(e);
        }
        if !r.padding(stored)? {
            return Ok(());
        }
    }
    Ok(())
}
