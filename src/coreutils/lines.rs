//! Buffered reading for programs that take text line by line: large reads, lines handed out without a
//! copy. Owns the buffer; descriptors are the caller's.

use super::Cx;
use super::cx::{MEMORY, NOTED};
use super::fs::quote;
use super::regex::literal::find_byte;
use crate::kernel::{Fd, Proc};
use crate::vfs::Errno;

/// Bytes asked for at a time.
pub const CHUNK: usize = 1 << 16;

/// A descriptor with a buffer.
#[derive(Debug)]
pub struct Reader {
    /// What is read from.
    pub fd: Fd,
    buf: Vec<u8>,
    pos: usize,
    /// How far the buffer has been looked through for the end of a line.
    scanned: usize,
    eof: bool,
}

impl Reader {
    /// A reader of `fd`.
    pub fn new(fd: Fd) -> Reader {
        Reader { fd, buf: Vec::new(), pos: 0, scanned: 0, eof: false }
    }

    /// What is buffered and not yet consumed.
    pub fn buffered(&self) -> &[u8] {
        &self.buf[self.pos..]
    }

    /// True once the end was read; what is buffered is then all there is.
    pub fn at_eof(&self) -> bool {
        self.eof
    }

    /// Consumes `n` buffered bytes.
    pub fn consume(&mut self, n: usize) {
        self.pos = (self.pos + n).min(self.buf.len());
        self.scanned = self.pos;
    }

    /// Reads more; false at the end of the file.
    pub async fn fill(&mut self, p: &Proc) -> Result<bool, Errno> {
        if self.eof {
            return Ok(false);
        }
        let more = p.read(self.fd, CHUNK).await?;
        if more.is_empty() {
            self.eof = true;
            return Ok(false);
        }
        if self.pos == self.buf.len() {
            self.buf = more;
            self.pos = 0;
            self.scanned = 0;
            return Ok(true);
        }
        if self.pos > 0 {
            self.buf.drain(..self.pos);
            self.scanned -= self.pos;
            self.pos = 0;
        }
        // A line that does not end is more than there is memory for.
        if self.buf.len() + more.len() > MEMORY {
            return Err(Errno::ENOMEM);
        }
        self.buf.extend_from_slice(&more);
        if self.buf.len() >= NOTED {
            p.room(self.buf.len()).await;
        }
        p.tick((more.len() / 256) as u32).await;
        Ok(true)
    }

    /// The bounds in the buffer of the next line with its delimiter, if it is there entirely. The last
    /// line of a file need not have one.
    fn bounds(&mut self, delim: u8) -> Option<(usize, usize)> {
        match find_byte(&self.buf, delim, self.scanned) {
            Some(i) => Some((self.pos, i + 1)),
            None => {
                self.scanned = self.buf.len();
                (self.eof && self.pos < self.buf.len()).then_some((self.pos, self.buf.len()))
            }
        }
    }

    /// True if [`Reader::line`] would not have to read.
    pub fn has_line(&mut self, delim: u8) -> bool {
        self.bounds(delim).is_some() || self.eof
    }

    /// The next line, with its delimiter if it has one; `None` at the end.
    pub async fn line(&mut self, p: &Proc, delim: u8) -> Result<Option<&[u8]>, Errno> {
        loop {
            if let Some((a, b)) = self.bounds(delim) {
                self.pos = b;
                self.scanned = b;
                return Ok(Some(&self.buf[a..b]));
            }
            if !self.fill(p).await? {
                if self.pos < self.buf.len() {
                    continue;
                }
                return Ok(None);
            }
        }
    }

    /// The next line if it is buffered: the way without waiting.
    pub fn line_now(&mut self, delim: u8) -> Option<&[u8]> {
        let (a, b) = self.bounds(delim)?;
        self.pos = b;
        self.scanned = b;
        Some(&self.buf[a..b])
    }

    /// Everything that is left.
    pub async fn rest(&mut self, p: &Proc) -> Result<Vec<u8>, Errno> {
        while self.fill(p).await? {}
        let out = self.buf.split_off(self.pos);
        self.buf.clear();
        self.pos = 0;
        self.scanned = 0;
        Ok(out)
    }
}

/// Whether the environment asks for UTF-8, as setlocale(3) reads it.
pub fn utf8_locale(p: &Proc) -> bool {
    let value = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|v| p.env(v).filter(|s| !s.is_empty()))
        .unwrap_or_default();
    let v = value.to_ascii_lowercase();
    v.ends_with("utf-8") || v.ends_with("utf8")
}

/// `s` in the quotes of GNU's messages: curved ones where the locale has them.
pub fn quoted(p: &Proc, s: &str) -> String {
    quote::locale(s, utf8_locale(p))
}

/// Arguments with the old form of a number, such as `-5`, as the option `letter`; values of the
/// options in `valued` and what follows `--` are left alone.
pub fn old_numbers(args: Vec<String>, letter: char, valued: &str) -> Vec<String> {
    let (mut is_value, mut over) = (false, false);
    let new = |a: String| {
        if over || std::mem::take(&mut is_value) {
            return a;
        }
        over = a == "--";
        let flag = a.strip_prefix('-').unwrap_or_default();
        is_value = flag.chars().count() == 1 && valued.contains(flag);
        if !flag.is_empty() && flag.bytes().all(|b| b.is_ascii_digit()) {
            return format!("-{letter}{flag}");
        }
        a
    };
    args.into_iter().map(new).collect()
}

/// As [`size`], but what is too large is as much as there can be.
pub fn clamped_size(s: &str) -> Option<u64> {
    let digits = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
    let known = digits > 0 && size(&format!("1{}", &s[digits..])).is_some();
    size(s).or(known.then_some(u64::MAX))
}

/// A number with a suffix such as `K`, `kB` or `M`, as head, split and od take it.
pub fn size(s: &str) -> Option<u64> {
    let end = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
    let (digits, suffix) = s.split_at(end);
    let n: u64 = if digits.is_empty() && !suffix.is_empty() { 1 } else { digits.parse().ok()? };
    let unit = match suffix {
        "" => 1,
        "b" => 512,
        _ => {
            let power = "KMGTPE".find(suffix.chars().next()?.to_ascii_uppercase())? as u32 + 1;
            match &suffix[1..] {
                "" | "iB" => 1024u64.checked_pow(power)?,
                "B" => 1000u64.checked_pow(power)?,
                _ => return None,
            }
        }
    };
    n.checked_mul(unit)
}

impl Cx {
    /// Reads a whole file, `-` being standard input; says what is wrong where something is.
    pub async fn slurp(&mut self, name: &str) -> Option<Vec<u8>> {
        let fd = self.open_said(name).await?;
        let read = self.read_all(fd).await;
        self.close_input(fd);
        match read {
            Ok(b) => Some(b),
            Err(e) => {
                // Where it is passed over, there is nothing in it.
                (self.err_read(name, e).await == 0).then(Vec::new)
            }
        }
    }

    /// Opens a file for reading by lines; says what is wrong where something is.
    pub async fn reader(&mut self, name: &str) -> Option<Reader> {
        self.open_said(name).await.map(Reader::new)
    }

    async fn open_said(&mut self, name: &str) -> Option<Fd> {
        match self.open_input(name) {
            Ok(fd) => Some(fd),
            Err(e) => {
                self.flush().await;
                self.err_file(name, e).await;
                None
            }
        }
    }
}

/// The operands, or `-` where there are none.
pub fn or_stdin(operands: Vec<String>) -> Vec<String> {
    if operands.is_empty() { vec!["-".to_string()] } else { operands }
}

/// What GNU's tools add to the complaint about a number of digits alone: zero and less are out of
/// range, what is more is too large; nothing for what is no number.
pub fn fault(v: &str) -> &'static str {
    let (negative, digits) = v.strip_prefix('-').map_or((false, v), |d| (true, d));
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        ""
    } else if negative || digits.bytes().all(|b| b == b'0') {
        ": Numerical result out of range"
    } else {
        ": Value too large for defined data type"
    }
}
