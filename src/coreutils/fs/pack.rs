//! The formats of bzip2 and xz as streams, beside gzip's in [`super::gz`]. What programs say of bad
//! data is theirs.

use std::io::{Cursor, ErrorKind, Read, Write};

use bzip2::{Action, Compress, Compression, Decompress, Status};
use lzma_rust2::{XzOptions, XzReader, XzWriter};

use super::gz::Bad;

/// Bytes that are made at once.
const PIECE: usize = 64 * 1024;

/// The most that xz looks back, in bytes: enough for what is packed here, and little memory.
const WINDOW: u32 = 1 << 20;

/// How the files begin.
pub const BZIP2: &[u8] = b"BZh";
/// How the files begin.
pub const XZ: &[u8] = &[0xfd, b'7', b'z', b'X', b'Z', 0];

/// A file of no data: a header, an index without records, a footer.
const NOTHING: &[u8] =
    b"\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46\0\0\0\0\x1c\xdf\x44\x21\x1f\xb6\xf3\x7d\x01\0\0\0\0\x04YZ";

/// One of the formats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Format {
    Bzip2,
    Xz,
}

impl Format {
    /// The format that data of such a beginning have.
    pub fn of(head: &[u8]) -> Option<Format> {
        match head {
            _ if head.starts_with(BZIP2) => Some(Format::Bzip2),
            _ if head.starts_with(XZ) => Some(Format::Xz),
            _ => None,
        }
    }
}

/// Compression under way.
pub enum Packer {
    /// bzip2.
    Bzip2(Box<Compress>),
    /// xz; nothing before the first byte.
    Xz(u32, Option<Box<XzWriter<Vec<u8>>>>),
}

impl Packer {
    /// Begins; the level is 1 to 9 (bzip2) or 0 to 9 (xz).
    pub fn new(format: Format, level: u32) -> Packer {
        match format {
            Format::Bzip2 => {
                let level = Compression::new(level.clamp(1, 9));
                Packer::Bzip2(Box::new(Compress::new(level, 30)))
            }
            Format::Xz => Packer::Xz(level.min(9), None),
        }
    }

    /// Compresses more; what is ready is added to `out`.
    pub fn feed(&mut self, input: &[u8], out: &mut Vec<u8>) {
        match self {
            Packer::Bzip2(c) => squeeze(c, input, out, Action::Run),
            Packer::Xz(level, writer) => {
                if writer.is_none() {
                    let mut options = XzOptions::with_preset(*level);
                    options.lzma_options.dict_size = options.lzma_options.dict_size.min(WINDOW);
                    *writer = XzWriter::new(Vec::new(), options).ok().map(Box::new);
                }
                let Some(writer) = writer else { return };
                // Writing into memory does not fail.
                let _ = writer.write_all(input);
                out.append(writer.inner_mut());
            }
        }
    }

    /// Ends the file.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        match self {
            Packer::Bzip2(c) => squeeze(c, &[], out, Action::Finish),
            Packer::Xz(_, None) => out.extend_from_slice(NOTHING),
            Packer::Xz(_, writer) => {
                if let Some(rest) = writer.take().and_then(|w| w.finish().ok()) {
                    out.extend(rest);
                }
            }
        }
    }
}

fn squeeze(c: &mut Compress, mut input: &[u8], out: &mut Vec<u8>, action: Action) {
    loop {
        out.reserve(PIECE);
        let (before, made) = (c.total_in(), out.len());
        let done = c.compress_vec(input, out, action);
        input = &input[(c.total_in() - before) as usize..];
        match (action, done) {
            (_, Err(_)) | (_, Ok(Status::StreamEnd)) => return,
            (Action::Run, Ok(_)) if input.is_empty() && out.len() < out.capacity() => return,
            (_, Ok(_)) if out.len() == made && c.total_in() == before && input.is_empty() => return,
            _ => {}
        }
    }
}

/// Decompression under way.
pub enum Unpacker {
    /// bzip2: one or more files behind each other.
    Bzip2 {
        /// The present one; none between two.
        now: Option<Box<Decompress>>,
        /// What was read of the next one's beginning.
        head: Vec<u8>,
        /// How many have ended.
        files: usize,
        /// Something else follows the last.
        garbage: bool,
    },
    /// xz: read whole, then unpacked piece by piece.
    Xz {
        /// What was read.
        data: Vec<u8>,
        /// Unpacking, once all was read.
        reader: Option<Box<XzReader<Cursor<Vec<u8>>>>>,
    },
}

impl Unpacker {
    /// Begins.
    pub fn new(format: Format) -> Unpacker {
        match format {
            Format::Bzip2 => {
                Unpacker::Bzip2 { now: None, head: Vec::new(), files: 0, garbage: false }
            }
            Format::Xz => Unpacker::Xz { data: Vec::new(), reader: None },
        }
    }

    /// Whether something that is not compressed follows.
    pub fn garbage(&self) -> bool {
        matches!(self, Unpacker::Bzip2 { garbage: true, .. })
    }

    /// Takes more; what is ready is added to `out`.
    pub fn feed(&mut self, input: &[u8], out: &mut Vec<u8>) -> Result<(), Bad> {
        let (now, head, files, garbage) = match self {
            Unpacker::Xz { data, .. } => {
                data.extend_from_slice(input);
                return Ok(());
            }
            Unpacker::Bzip2 { now, head, files, garbage } => (now, head, files, garbage),
        };
        let joined = [std::mem::take(head).as_slice(), input].concat();
        let mut input = joined.as_slice();
        while !input.is_empty() && !*garbage {
            let Some(d) = now else {
                if input.len() < 4 {
                    *head = input.to_vec();
                    return Ok(());
                }
                if !input.starts_with(BZIP2) || !(b'1'..=b'9').contains(&input[3]) {
                    *garbage = *files > 0;
                    return if *garbage { Ok(()) } else { Err(Bad::Magic) };
                }
                *now = Some(Box::new(Decompress::new(false)));
                continue;
            };
            out.reserve(PIECE);
            let (before, made) = (d.total_in(), out.len());
            let done = d.decompress_vec(input, out);
            input = &input[(d.total_in() - before) as usize..];
            match done {
                Ok(Status::StreamEnd) => {
                    *now = None;
                    *files += 1;
                }
                Ok(_) if d.total_in() == before && out.len() == made => return Err(Bad::Format),
                Ok(_) => {}
                Err(bzip2::Error::DataMagic) => return Err(Bad::Magic),
                Err(_) => return Err(Bad::Crc),
            }
        }
        Ok(())
    }

    /// To be called when all was read, until it gives false: adds a piece to `out`.
    pub fn end(&mut self, out: &mut Vec<u8>) -> Result<bool, Bad> {
        match self {
            // What the decompressor still holds comes without input.
            Unpacker::Bzip2 { now: Some(d), files, .. } => {
                out.reserve(PIECE);
                let made = out.len();
                match d.decompress_vec(&[], out) {
                    Ok(Status::StreamEnd) => {
                        *files += 1;
                        Ok(false)
                    }
                    Ok(_) if out.len() > made => Ok(true),
                    Ok(_) => Err(Bad::End),
                    Err(_) => Err(Bad::Crc),
                }
            }
            Unpacker::Bzip2 { files: 0, head, .. } if !head.is_empty() => Err(Bad::Magic),
            Unpacker::Bzip2 { files: 0, .. } => Err(Bad::End),
            Unpacker::Bzip2 { garbage, head, .. } => {
                *garbage |= !head.is_empty();
                Ok(false)
            }
            Unpacker::Xz { data, reader: None } if data == NOTHING => Ok(false),
            Unpacker::Xz { data, reader: None } if !data.starts_with(XZ) => Err(Bad::Magic),
            Unpacker::Xz { data, reader } => {
                let data = std::mem::take(data);
                let reader =
                    reader.get_or_insert_with(|| Box::new(XzReader::new(Cursor::new(data), true)));
                let mut piece = vec![0; PIECE];
                match reader.read(&mut piece) {
                    Ok(n) => {
                        out.extend_from_slice(&piece[..n]);
                        Ok(n > 0)
                    }
                    Err(e) if e.kind() == ErrorKind::UnexpectedEof => Err(Bad::End),
                    Err(_) => Err(Bad::Format),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(format: Format, text: &[u8]) -> Vec<u8> {
        let (mut p, mut out) = (Packer::new(format, 6), Vec::new());
        for piece in text.chunks(10_007) {
            p.feed(piece, &mut out);
        }
        p.finish(&mut out);
        out
    }

    fn unpacked(format: Format, data: &[u8], size: usize) -> Result<Vec<u8>, Bad> {
        let (mut u, mut out) = (Unpacker::new(format), Vec::new());
        for piece in data.chunks(size) {
            u.feed(piece, &mut out)?;
        }
        while u.end(&mut out)? {}
        Ok(out)
    }

    #[test]
    fn there_and_back_in_pieces() {
        let text: Vec<u8> = (0..100_000u32).flat_map(|i| (i / 7).to_le_bytes()).collect();
        for format in [Format::Bzip2, Format::Xz] {
            let data = packed(format, &text);
            assert!(data.len() < text.len() / 2);
            for size in [1, 4096, data.len()] {
                assert!(unpacked(format, &data, size) == Ok(text.clone()), "{format:?} {size}");
            }
            assert_eq!(unpacked(format, &packed(format, b""), 9), Ok(Vec::new()));
            let twice = [data.as_slice(), data.as_slice()].concat();
            assert_eq!(unpacked(format, &twice, 4096).map(|t| t.len()), Ok(2 * text.len()));
            assert_eq!(unpacked(format, &data[..data.len() - 9], 512), Err(Bad::End), "{format:?}");
            assert_eq!(unpacked(format, b"hello", 512), Err(Bad::Magic));
        }
    }
}
