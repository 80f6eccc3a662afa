//! Reading an archive: bytes from a file or a pipe, decompressed where they need to be, and members
//! one after the other.

use crate::coreutils::Cx;
use crate::coreutils::fs::gz::{Bad, Gunzip};
use crate::coreutils::fs::pack::{Format, Unpacker};
use crate::kernel::Fd;
use crate::vfs::{Errno, OpenFlags, text};

use super::header::{self, Ahead, Block, Member};
use super::packing::Packing;
use super::snapshot::{self, Contents};
use super::{Fatal, Tar};

/// Longest name or set of attributes that is believed.
const LONGEST: u64 = 1 << 20;

/// An archive that is read.
pub struct Input {
    pub fd: Fd,
    packing: Packing,
    unpack: Option<Unpack>,
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
    /// Bytes taken so far.
    pub position: u64,
    /// Whether anything like a member was seen.
    seen: bool,
    /// What is wrong with the packed data behind all that is in the buffer.
    broken: Option<Bad>,
}

/// Decompression on the way.
enum Unpack {
    Gzip(Gunzip),
    Other(Unpacker),
}

impl Unpack {
    fn new(packing: Packing) -> Option<Unpack> {
        match packing {
            Packing::None => None,
            Packing::Gzip => Some(Unpack::Gzip(Gunzip::default())),
            Packing::Other(format) => Some(Unpack::Other(Unpacker::new(format))),
        }
    }

    fn feed(&mut self, piece: &[u8], out: &mut Vec<u8>) -> Result<(), Bad> {
        match self {
            Unpack::Gzip(gz) => gz.feed(piece, out),
            Unpack::Other(u) => u.feed(piece, out),
        }
    }

    /// Once all was read: adds what was held back; false when that was all.
    fn end(&mut self, out: &mut Vec<u8>) -> Result<bool, Bad> {
        match self {
            Unpack::Gzip(gz) => gz.finish().map(|()| false),
            Unpack::Other(u) => u.end(out),
        }
    }
}

/// What can go wrong while bytes are read.
pub enum Trouble {
    Read(Errno),
    Packed(Packing, Bad),
}

impl Input {
    async fn fill(&mut self, cx: &Cx) -> Result<(), Trouble> {
        if self.ended {
            return Ok(());
        }
        let piece = cx.p.read(self.fd, 1 << 16).await.map_err(Trouble::Read)?;
        self.buffer.drain(..self.at);
        self.at = 0;
        if piece.is_empty() {
            let before = self.buffer.len();
            let more = match &mut self.unpack {
                Some(unpack) => {
                    let done = unpack.end(&mut self.buffer);
                    done.unwrap_or_else(|bad| {
                        self.broken = Some(bad);
                        false
                    })
                }
                None => false,
            };
            cx.p.tick(((self.buffer.len() - before) / 64) as u32).await;
            self.ended = !more;
            return Ok(());
        }
        match &mut self.unpack {
            Some(unpack) => {
                let before = self.buffer.len();
                if let Err(bad) = unpack.feed(&piece, &mut self.buffer) {
                    (self.broken, self.ended) = (Some(bad), true);
                }
                cx.p.tick(((self.buffer.len() - before) / 512) as u32).await;
            }
            None if self.buffer.is_empty() => self.buffer = piece,
            None => self.buffer.extend_from_slice(&piece),
        }
        Ok(())
    }

    /// Up to `max` bytes; none at the end.
    pub async fn some(&mut self, cx: &Cx, max: u64) -> Result<Vec<u8>, Trouble> {
        while self.at == self.buffer.len() && !self.ended {
            self.fill(cx).await?;
        }
        if self.at == self.buffer.len()
            && let Some(bad) = self.broken
        {
            return Err(Trouble::Packed(self.packing, bad));
        }
        let n = (self.buffer.len() - self.at).min(usize::try_from(max).unwrap_or(usize::MAX));
        let piece = self.buffer[self.at..self.at + n].to_vec();
        self.at += n;
        self.position += n as u64;
        Ok(piece)
    }

    /// A block of 512 bytes; nothing at the end, and `Err(Some(_))` for a part of one.
    async fn block(&mut self, cx: &Cx) -> Result<Option<Vec<u8>>, Trouble> {
        while self.buffer.len() - self.at < 512 && !self.ended {
            self.fill(cx).await?;
        }
        if self.buffer.len() - self.at < 512
            && let Some(bad) = self.broken
        {
            return Err(Trouble::Packed(self.packing, bad));
        }
        let block = self.some(cx, 512).await?;
        Ok((!block.is_empty()).then_some(block))
    }

    /// Passes over data, and the padding behind them.
    pub async fn skip(&mut self, cx: &Cx, mut n: u64) -> Result<bool, Trouble> {
        while n > 0 {
            let piece = self.some(cx, n).await?;
            if piece.is_empty() {
                return Ok(false);
            }
            n -= piece.len() as u64;
        }
        Ok(true)
    }
}

/// Bytes that fill the last block of data.
pub fn padding(size: u64) -> u64 {
    (512 - size % 512) % 512
}

impl Tar<'_> {
    /// Opens the archive for reading.
    pub(super) async fn open_input(&mut self) -> Result<Input, Fatal> {
        let name = self.o.archive.clone();
        let fd = if name == "-" {
            0
        } else {
            match self.cx.p.open(&name, OpenFlags::READ, 0) {
                Ok(fd) => fd,
                Err(e) => return Err(self.cannot_open(e).await),
            }
        };
        let mut input = Input {
            fd,
            packing: Packing::None,
            unpack: None,
            buffer: Vec::new(),
            at: 0,
            ended: false,
            position: 0,
            seen: false,
            broken: None,
        };
        if let Err(t) = input.fill(self.cx).await {
            return Err(self.trouble(t).await);
        }
        let found = Packing::of(&input.buffer);
        let seekable = name != "-";
        if found != Packing::None && !seekable && !self.o.packing_given && !self.cx.busybox() {
            let letter = found.letter();
            let text = format!("Archive is compressed. Use -{letter} option");
            return Err(self.fatal(text).await);
        }
        let packing = if self.o.packing_given { self.o.packing } else { found };
        input.packing = packing;
        if let Some(mut unpack) = Unpack::new(packing) {
            let raw = std::mem::take(&mut input.buffer);
            let fed = unpack.feed(&raw, &mut input.buffer);
            input.unpack = Some(unpack);
            let empty = raw.is_empty();
            let nothing = if self.cx.busybox() { Bad::Magic } else { Bad::End };
            match if empty { Err(nothing) } else { fed } {
                Err(bad) if input.buffer.is_empty() => {
                    return Err(self.trouble(Trouble::Packed(packing, bad)).await);
                }
                Err(bad) => (input.broken, input.ended) = (Some(bad), true),
                Ok(()) => {}
            }
        }
        Ok(input)
    }

    /// Says why reading can not go on.
    pub(super) async fn trouble(&mut self, t: Trouble) -> Fatal {
        let name = self.o.archive.clone();
        // What a packer of its own says comes before what tar has not written yet.
        if !matches!(t, Trouble::Packed(..)) || self.cx.busybox() {
            self.cx.flush().await;
        }
        match (t, self.cx.busybox()) {
            (Trouble::Read(e), true) => self.fatal(format!("read error: {e}")).await,
            (Trouble::Read(Errno::EISDIR), false) => {
                self.cx.err(format!("{name}: Cannot read: {}", Errno::EISDIR)).await;
                self.fatal("At beginning of tape, quitting now".to_string()).await
            }
            (Trouble::Read(e), false) => self.fatal(format!("{name}: Cannot read: {e}")).await,
            (Trouble::Packed(_, bad), true) => {
                match bad {
                    Bad::Magic => self.cx.err("invalid magic").await,
                    Bad::End => self.cx.err("unexpected end of file").await,
                    _ => {}
                }
                self.fatal("short read".to_string()).await
            }
            (Trouble::Packed(Packing::Other(format), bad), false) => {
                let bzip2 = format == Format::Bzip2;
                let text = match (bzip2, bad) {
                    (true, Bad::Magic) => "bzip2: (stdin) is not a bzip2 file.",
                    (true, Bad::End) => "\nbzip2: Compressed file ends unexpectedly",
                    (true, _) => "\nbzip2: Data integrity error when decompressing.",
                    (false, Bad::Magic) => "xz: (stdin): File format not recognized",
                    (false, Bad::End) => "xz: (stdin): Unexpected end of input",
                    (false, _) => "xz: (stdin): Compressed data is corrupt",
                };
                self.cx.say(&format!("{text}\n")).await;
                let status = if bzip2 { 2 } else { 1 };
                self.cx.err(format!("Child returned status {status}")).await;
                self.cx.err("Error is not recoverable: exiting now").await;
                Fatal
            }
            (Trouble::Packed(_, bad), false) => {
                let text = match bad {
                    Bad::Magic => "not in gzip format",
                    Bad::End => "unexpected end of file",
                    Bad::Crc => "invalid compressed data--crc error",
                    Bad::Length => "invalid compressed data--length error",
                    Bad::Format | Bad::Method => "invalid compressed data--format violated",
                };
                self.cx.say(&format!("\ngzip: stdin: {text}\n")).await;
                self.cx.err("Child returned status 1").await;
                self.cx.err("Error is not recoverable: exiting now").await;
                Fatal
            }
        }
    }

    /// The next member; nothing at the end of the archive.
    pub(super) async fn member(&mut self, input: &mut Input) -> Result<Option<Member>, Fatal> {
        let mut ahead = Ahead::default();
        let mut complained = false;
        loop {
            let block = match input.block(self.cx).await {
                Ok(Some(block)) => block,
                Ok(None) if !input.seen => return self.nothing().await.map(|()| None),
                Ok(None) => return Ok(None),
                Err(t) => return Err(self.trouble(t).await),
            };
            let Ok(whole) = <[u8; 512]>::try_from(block.as_slice()) else {
                // GNU's tar reads whole records, and takes what is too short for the end.
                if !self.cx.busybox() {
                    return match input.seen {
                        true => Ok(None),
                        false => self.nothing().await.map(|()| None),
                    };
                }
                return Err(self.short().await);
            };
            let (kind, size) = header::decode(&whole, &mut ahead);
            match kind {
                Block::Zero => {
                    // Two blocks of zeros end an archive.
                    input.seen = true;
                    match input.block(self.cx).await {
                        Ok(Some(b)) if b.iter().any(|b| *b != 0) && !self.cx.busybox() => {
                            let text = format!("A lone zero block at {}", input.position / 512 - 1);
                            self.cx.err(text).await;
                        }
                        _ => {}
                    }
                    return Ok(None);
                }
                Block::Bad => {
                    if self.cx.busybox() {
                        return Err(self.fatal("invalid tar magic".to_string()).await);
                    }
                    if !complained {
                        complained = true;
                        if !input.seen {
                            self.problem("This does not look like a tar archive".to_string()).await;
                        }
                        self.problem("Skipping to next header".to_string()).await;
                        input.seen = true;
                    }
                }
                Block::LongName | Block::LongLink | Block::Pax => {
                    if size > LONGEST {
                        return Err(self.short().await);
                    }
                    let mut data = Vec::new();
                    while (data.len() as u64) < size {
                        let left = size - data.len() as u64;
                        data.extend(self.piece(input, left).await?);
                    }
                    self.pass(input, padding(size)).await?;
                    match kind {
                        Block::Pax => ahead.pax = header::pax(&data),
                        kind => {
                            while data.last() == Some(&0) {
                                data.pop();
                            }
                            let name = Some(text::decode_owned(data));
                            match kind {
                                Block::LongName => ahead.name = name,
                                _ => ahead.link = name,
                            }
                        }
                    }
                }
                Block::Skip => self.pass(input, size + padding(size)).await?,
                Block::Member(m) => {
                    input.seen = true;
                    return Ok(Some(m));
                }
            }
        }
    }

    /// Some of the bytes that must come yet.
    pub(super) async fn piece(&mut self, input: &mut Input, max: u64) -> Result<Vec<u8>, Fatal> {
        match input.some(self.cx, max).await {
            Ok(piece) if piece.is_empty() => Err(self.short().await),
            Ok(piece) => Ok(piece),
            Err(t) => Err(self.trouble(t).await),
        }
    }

    /// Passes over bytes of the archive.
    pub(super) async fn pass(&mut self, input: &mut Input, n: u64) -> Result<(), Fatal> {
        match input.skip(self.cx, n).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(self.short().await),
            Err(t) => Err(self.trouble(t).await),
        }
    }

    /// The list of contents that a directory's data are.
    pub(super) async fn contents(
        &mut self,
        input: &mut Input,
        m: &Member,
    ) -> Result<Contents, Fatal> {
        let mut data = Vec::new();
        while (data.len() as u64) < m.size {
            let left = m.size - data.len() as u64;
            data.extend(self.piece(input, left).await?);
        }
        self.pass(input, padding(m.size)).await?;
        Ok(snapshot::unpack(&data))
    }

    /// The archive ends where it should go on.
    pub(super) async fn short(&mut self) -> Fatal {
        let text = if self.cx.busybox() { "short read" } else { "Unexpected EOF in archive" };
        self.fatal(text.to_string()).await
    }

    /// An archive of no length at all.
    async fn nothing(&mut self) -> Result<(), Fatal> {
        if self.cx.busybox() {
            return Err(self.short().await);
        }
        self.problem("This does not look like a tar archive".to_string()).await;
        Ok(())
    }
}
