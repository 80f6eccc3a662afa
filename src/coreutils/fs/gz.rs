//! gzip's format (RFC 1952) as streams: bytes go in, bytes come out, nothing waits for the end.

use flate2::{Compress, Compression, Crc, Decompress, FlushCompress, FlushDecompress, Status};

/// Bytes that are made at once.
const PIECE: usize = 64 * 1024;

/// What is wrong with compressed data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bad {
    /// It does not begin as gzip's format does.
    Magic,
    /// A compression other than deflate.
    Method,
    /// The data contradict themselves.
    Format,
    /// The checksum is another.
    Crc,
    /// The length is another.
    Length,
    /// It ends too early.
    End,
}

/// Compression under way.
pub struct Gzip {
    deflate: Compress,
    crc: Crc,
}

impl Gzip {
    /// Begins: gives the compressor and the header, which may hold a name and a time (seconds).
    pub fn new(level: u32, name: Option<&[u8]>, mtime: u32) -> (Gzip, Vec<u8>) {
        let extra = match level {
            9 => 2,
            1 => 4,
            _ => 0,
        };
        let mut head = vec![0x1f, 0x8b, 8, if name.is_some() { 8 } else { 0 }];
        head.extend(mtime.to_le_bytes());
        // 3 is Unix.
        head.extend([extra, 3]);
        if let Some(name) = name {
            head.extend(name.iter().filter(|b| **b != 0));
            head.push(0);
        }
        let deflate = Compress::new(Compression::new(level), false);
        (Gzip { deflate, crc: Crc::new() }, head)
    }

    /// Compresses more; what is ready is added to `out`.
    pub fn feed(&mut self, input: &[u8], out: &mut Vec<u8>) {
        self.crc.update(input);
        self.run(input, out, FlushCompress::None);
    }

    fn run(&mut self, mut input: &[u8], out: &mut Vec<u8>, flush: FlushCompress) {
        loop {
            out.reserve(PIECE);
            let (before, made) = (self.deflate.total_in(), out.len());
            let status = self.deflate.compress_vec(input, out, flush);
            input = &input[(self.deflate.total_in() - before) as usize..];
            let stuck = out.len() == made && self.deflate.total_in() == before;
            match status {
                Ok(Status::StreamEnd) | Err(_) => return,
                Ok(_) if flush == FlushCompress::None && input.is_empty() => return,
                Ok(_) if stuck => return,
                Ok(_) => {}
            }
        }
    }

    /// Ends the stream.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        self.run(&[], out, FlushCompress::Finish);
        out.extend(self.crc.sum().to_le_bytes());
        out.extend(self.crc.amount().to_le_bytes());
    }
}

enum State {
    Header,
    Body,
    Trailer,
}

/// Decompression under way, of one member after another.
pub struct Gunzip {
    state: State,
    /// Input that is not used yet.
    pending: Vec<u8>,
    inflate: Decompress,
    crc: Crc,
    members: u32,
    /// Bytes behind the last member that are none; they are passed over.
    pub garbage: bool,
    /// The name in the first header.
    pub name: Option<Vec<u8>>,
    /// The time in the first header, in seconds; 0 where there is none.
    pub mtime: u32,
    /// Length of the first header.
    pub header: usize,
}

impl Default for Gunzip {
    fn default() -> Gunzip {
        Gunzip {
            state: State::Header,
            pending: Vec::new(),
            inflate: Decompress::new(false),
            crc: Crc::new(),
            members: 0,
            garbage: false,
            name: None,
            mtime: 0,
            header: 0,
        }
    }
}

/// A header taken apart: its length, name and time. `None` while it is not complete.
fn header(b: &[u8]) -> Result<Option<(usize, Option<Vec<u8>>, u32)>, Bad> {
    if !b.starts_with(&[0x1f]) || b.get(1).is_some_and(|b| *b != 0x8b) {
        return Err(Bad::Magic);
    }
    if b.get(2).is_some_and(|m| *m != 8) {
        return Err(Bad::Method);
    }
    if b.len() < 10 {
        return Ok(None);
    }
    let flags = b[3];
    let mut at = 10;
    if flags & 4 != 0 {
        let Some(n) = b.get(at..at + 2) else { return Ok(None) };
        at += 2 + usize::from(u16::from_le_bytes([n[0], n[1]]));
    }
    let mut name = None;
    for bit in [8, 16] {
        if flags & bit == 0 {
            continue;
        }
        let Some(rest) = b.get(at..) else { return Ok(None) };
        let Some(end) = rest.iter().position(|b| *b == 0) else { return Ok(None) };
        if bit == 8 {
            name = Some(rest[..end].to_vec());
        }
        at += end + 1;
    }
    if flags & 2 != 0 {
        at += 2;
    }
    let mtime = u32::from_le_bytes([b[4], b[5], b[6], b[7]]);
    Ok((b.len() >= at).then_some((at, name, mtime)))
}

impl Gunzip {
    /// Decompresses more; what comes out is added to `out`.
    pub fn feed(&mut self, input: &[u8], out: &mut Vec<u8>) -> Result<(), Bad> {
        let mut held = std::mem::take(&mut self.pending);
        held.extend_from_slice(input);
        let mut rest = held.as_slice();
        while !rest.is_empty() && !self.garbage {
            match self.state {
                State::Header => match header(rest) {
                    // Behind a member, padding and anything else is ignored.
                    Err(_) if self.members > 0 => self.garbage = rest.iter().any(|b| *b != 0),
                    Err(bad) => return Err(bad),
                    Ok(None) => break,
                    Ok(Some((len, name, mtime))) => {
                        if self.members == 0 {
                            (self.name, self.mtime, self.header) = (name, mtime, len);
                        }
                        rest = &rest[len..];
                        self.inflate = Decompress::new(false);
                        self.crc = Crc::new();
                        self.state = State::Body;
                        continue;
                    }
                },
                State::Body => {
                    rest = self.body(rest, out)?;
                    continue;
                }
                State::Trailer => {
                    let Some(t) = rest.get(..8) else { break };
                    let word = |i: usize| u32::from_le_bytes([t[i], t[i + 1], t[i + 2], t[i + 3]]);
                    if word(0) != self.crc.sum() {
                        return Err(Bad::Crc);
                    }
                    if word(4) != self.crc.amount() {
                        return Err(Bad::Length);
                    }
                    self.members += 1;
                    self.state = State::Header;
                    rest = &rest[8..];
                    continue;
                }
            }
            rest = &[];
        }
        self.pending = rest.to_vec();
        Ok(())
    }

    fn body<'a>(&mut self, mut rest: &'a [u8], out: &mut Vec<u8>) -> Result<&'a [u8], Bad> {
        loop {
            out.reserve(PIECE);
            let (before, made) = (self.inflate.total_in(), out.len());
            let status = self.inflate.decompress_vec(rest, out, FlushDecompress::None);
            rest = &rest[(self.inflate.total_in() - before) as usize..];
            self.crc.update(&out[made..]);
            match status {
                Ok(Status::StreamEnd) => {
                    self.state = State::Trailer;
                    return Ok(rest);
                }
                Ok(_) if rest.is_empty() && out.len() < out.capacity() => return Ok(rest),
                Ok(_) if out.len() == made && self.inflate.total_in() == before => return Ok(rest),
                Ok(_) => {}
                Err(_) => return Err(Bad::Format),
            }
        }
    }

    /// Whether the input may end here.
    pub fn finish(&self) -> Result<(), Bad> {
        match self.state {
            State::Header if self.members > 0 => Ok(()),
            _ => Err(Bad::End),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_in_pieces() {
        let text: Vec<u8> = (0..200_000u32).flat_map(|i| (i / 7).to_le_bytes()).collect();
        let (mut gz, mut packed) = Gzip::new(6, Some(b"name"), 7);
        for piece in text.chunks(10_007) {
            gz.feed(piece, &mut packed);
        }
        gz.finish(&mut packed);
        assert!(packed.len() < text.len() / 2);
        let twice = [packed.as_slice(), packed.as_slice(), &[0; 9]].concat();
        for size in [1, 13, 4096, twice.len()] {
            let (mut un, mut out) = (Gunzip::default(), Vec::new());
            for piece in twice.chunks(size) {
                un.feed(piece, &mut out).unwrap();
            }
            assert_eq!(un.finish(), Ok(()));
            assert!(out == [text.as_slice(), text.as_slice()].concat() && !un.garbage);
            assert_eq!((un.name.as_deref(), un.mtime), (Some(b"name".as_slice()), 7));
        }
        let (mut un, mut out) = (Gunzip::default(), Vec::new());
        assert_eq!(un.feed(b"hello", &mut out), Err(Bad::Magic));
        let mut un = Gunzip::default();
        un.feed(&packed[..packed.len() - 9], &mut out).unwrap();
        assert_eq!(un.finish(), Err(Bad::End));
        let last = packed.len() - 6;
        packed[last] ^= 1;
        assert_eq!(Gunzip::default().feed(&packed, &mut out), Err(Bad::Crc));
    }
}
