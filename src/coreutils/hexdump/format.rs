//! hexdump's format strings: units of a count, a number of bytes and a text with conversions.

use crate::coreutils::awk;
use crate::coreutils::echo::escapes;
use crate::vfs::text;

/// A format: what is done with each block.
pub struct Format {
    units: Vec<Unit>,
}

struct Unit {
    times: usize,
    /// The count was written.
    counted: bool,
    prints: Vec<Print>,
    /// `%_A` is in it: it is for the end only.
    at_end: bool,
}

/// Some text with no more than one conversion in it.
struct Print {
    before: Vec<u8>,
    conversion: Option<Conversion>,
    after: Vec<u8>,
}

struct Conversion {
    /// `-`, `0`, `+`, blank, `#`.
    flags: String,
    width: usize,
    precision: Option<usize>,
    kind: Kind,
    bytes: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `%_a` and `%_A`, with the radix.
    Address(char),
    Signed,
    /// o, u, x, X
    Unsigned(char),
    Float(char),
    Text,
    Char,
    /// `%_c`, `%_p`, `%_u`
    Escaped,
    Printable,
    Named,
}

const NAMES: [&str; 32] = [
    "nul", "soh", "stx", "etx", "eot", "enq", "ack", "bel", "bs", "ht", "lf", "vt", "ff", "cr",
    "so", "si", "dle", "dc1", "dc2", "dc3", "dc4", "nak", "syn", "etb", "can", "em", "sub", "esc",
    "fs", "gs", "rs", "us",
];

/// Reads a format.
pub fn parse(spec: &str) -> Result<Format, String> {
    let bad = || format!("bad format {{{spec}}}");
    let mut units = Vec::new();
    let mut rest = spec.trim_start();
    while !rest.is_empty() {
        let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
        let n = digits(rest);
        let (counted, mut times, mut bytes) = (n > 0, 1, 0);
        if n > 0 {
            times = rest[..n].parse().ok().filter(|t| *t <= 1 << 16).ok_or_else(bad)?;
            rest = rest[n..].trim_start();
        }
        if let Some(r) = rest.strip_prefix('/') {
            rest = r.trim_start();
            let n = digits(rest);
            bytes = rest[..n].parse().ok().filter(|b| *b <= 1 << 16).ok_or_else(bad)?;
            rest = rest[n..].trim_start();
        }
        rest = rest.strip_prefix('"').ok_or_else(bad)?;
        let mut end = None;
        let mut escaped = false;
        for (i, c) in rest.char_indices() {
            match c {
                '"' if !escaped => {
                    end = Some(i);
                    break;
                }
                '\\' => escaped = !escaped,
                _ => escaped = false,
            }
        }
        let end = end.ok_or_else(bad)?;
        let mut body = Vec::new();
        escapes(&text::encode(&rest[..end]), &mut body);
        units.push(unit(&body, times, counted, bytes)?);
        rest = rest[end + 1..].trim_start();
    }
    Ok(Format { units })
}

fn unit(body: &[u8], times: usize, counted: bool, bytes: usize) -> Result<Unit, String> {
    let mut prints = Vec::new();
    let (mut at_end, mut converted) = (false, 0);
    let mut i = 0;
    let text = |from: usize| {
        let n = body[from..].iter().position(|b| *b == b'%').unwrap_or(body.len() - from);
        (body[from..from + n].to_vec(), from + n)
    };
    loop {
        let (before, at) = text(i);
        if at == body.len() {
            if !before.is_empty() || prints.is_empty() {
                prints.push(Print { before, conversion: None, after: Vec::new() });
            }
            break;
        }
        let (c, end, ends) = conversion(body, at, bytes)?;
        at_end |= ends;
        if bytes > 0 && c.bytes > 0 {
            converted += 1;
            if converted > 1 {
                return Err("byte count with multiple conversion characters".into());
            }
        }
        let (after, end) = text(end);
        prints.push(Print { before, conversion: Some(c), after });
        i = end;
        if i == body.len() {
            break;
        }
    }
    Ok(Unit { times, counted, prints, at_end })
}

/// The conversion that begins at the per cent sign at `at`; where it ends; whether it is for the end.
fn conversion(body: &[u8], at: usize, bytes: usize) -> Result<(Conversion, usize, bool), String> {
    let mut i = at + 1;
    let number = |i: &mut usize| {
        let from = *i;
        while body.get(*i).is_some_and(u8::is_ascii_digit) {
            *i += 1;
        }
        let digits = String::from_utf8_lossy(&body[from..*i]).into_owned();
        digits.parse::<usize>().unwrap_or(0).min(1 << 12)
    };
    let from = i;
    while body.get(i).is_some_and(|b| b"-0+ #".contains(b)) {
        i += 1;
    }
    let flags = String::from_utf8_lossy(&body[from..i]).into_owned();
    let width = number(&mut i);
    let mut precision = None;
    if body.get(i) == Some(&b'.') {
        i += 1;
        precision = Some(number(&mut i));
    }
    while body.get(i) == Some(&b'l') {
        i += 1;
    }
    let letter = |i: usize| body.get(i).copied().map(char::from).unwrap_or_default();
    let bad = |i: usize| {
        let c = letter(i);
        format!(
            "bad conversion character %{}",
            if c == '\0' { String::new() } else { c.to_string() }
        )
    };
    let shown = letter(i);
    let sized = |allowed: &[usize], usual: usize| match bytes {
        0 => Ok(usual),
        n if allowed.contains(&n) => Ok(n),
        _ => Err(format!("bad byte count for conversion character {shown}")),
    };
    let mut ends = false;
    let (kind, n) = match letter(i) {
        'c' => (Kind::Char, sized(&[1], 1)?),
        'd' | 'i' => (Kind::Signed, sized(&[1, 2, 4, 8], 4)?),
        l @ ('o' | 'u' | 'x' | 'X') => (Kind::Unsigned(l), sized(&[1, 2, 4, 8], 4)?),
        l @ ('e' | 'E' | 'f' | 'g' | 'G') => (Kind::Float(l), sized(&[4, 8], 8)?),
        's' => match (bytes, precision) {
            (0, None) => return Err("%s needs precision or byte count".into()),
            (0, Some(p)) => (Kind::Text, p),
            (n, _) => (Kind::Text, n),
        },
        '_' => {
            i += 1;
            match letter(i) {
                a @ ('a' | 'A') => {
                    i += 1;
                    ends = a == 'A';
                    let radix = letter(i);
                    if !matches!(radix, 'd' | 'o' | 'x') {
                        return Err(bad(i));
                    }
                    (Kind::Address(radix), 0)
                }
                'c' => (Kind::Escaped, sized(&[1], 1)?),
                'p' => (Kind::Printable, sized(&[1], 1)?),
                'u' => (Kind::Named, sized(&[1], 1)?),
                _ => return Err(bad(i)),
            }
        }
        _ => return Err(bad(i)),
    };
    Ok((Conversion { flags, width, precision, kind, bytes: n }, i + 1, ends))
}

impl Format {
    /// The bytes that a block of this format has.
    pub fn size(&self) -> usize {
        self.units.iter().map(|u| u.times * u.size()).sum()
    }

    /// Repeats the last unit to take up blocks of this size, unless it has a count of its own.
    pub fn fill(&mut self, block: usize) {
        let left = block.saturating_sub(self.size());
        if let Some(u) = self.units.last_mut().filter(|u| !u.counted && u.size() > 0) {
            u.times += left / u.size();
        }
    }

    /// Whether the end is to be marked.
    pub fn ends(&self) -> bool {
        self.units.iter().any(|u| u.at_end)
    }

    /// Marks the end.
    pub fn end(&self, address: u64, out: &mut Vec<u8>) {
        for p in self.units.iter().filter(|u| u.at_end).flat_map(|u| &u.prints) {
            out.extend_from_slice(&p.before);
            if let Some(c) = &p.conversion {
                c.show(&[], address, out);
            }
            out.extend_from_slice(&p.after);
        }
    }

    /// Prints a block; what it lacks in bytes is left blank.
    pub fn row(&self, row: &[u8], address: u64, out: &mut Vec<u8>) {
        let mut at = 0;
        for u in self.units.iter().filter(|u| !u.at_end) {
            for turn in 0..u.times {
                for (k, p) in u.prints.iter().enumerate() {
                    // The last turn of several leaves out the blank between the turns.
                    let cut = u.times > 1 && turn + 1 == u.times && k + 1 == u.prints.len();
                    p.show(row, at, address + at as u64, cut, out);
                    at += p.size();
                }
            }
        }
    }
}

impl Unit {
    fn size(&self) -> usize {
        self.prints.iter().map(Print::size).sum()
    }
}

impl Print {
    fn size(&self) -> usize {
        self.conversion.as_ref().map_or(0, |c| c.bytes)
    }

    fn show(&self, row: &[u8], at: usize, address: u64, cut: bool, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.before);
        if let Some(c) = &self.conversion {
            if at >= row.len() {
                c.blank(out);
            } else {
                let mut bytes = row[at..row.len().min(at + c.bytes)].to_vec();
                bytes.resize(c.bytes, 0);
                c.show(&bytes, address, out);
            }
            out.extend_from_slice(&self.after);
        }
        if cut && out.last().is_some_and(u8::is_ascii_whitespace) && self.has_tail() {
            out.pop();
        }
    }

    fn has_tail(&self) -> bool {
        let tail = if self.conversion.is_some() { &self.after } else { &self.before };
        !tail.is_empty()
    }
}

impl Conversion {
    fn blank(&self, out: &mut Vec<u8>) {
        out.extend(std::iter::repeat_n(b' ', self.width));
    }

    fn padded(&self, s: &[u8], out: &mut Vec<u8>) {
        let gap = self.width.saturating_sub(s.len());
        if self.flags.contains('-') {
            out.extend_from_slice(s);
        }
        out.extend(std::iter::repeat_n(b' ', gap));
        if !self.flags.contains('-') {
            out.extend_from_slice(s);
        }
    }

    /// A whole number as printf(3) has it.
    fn whole(&self, sign: &str, digits: &str, out: &mut Vec<u8>) {
        let mut least = self.precision.unwrap_or(1);
        if self.precision.is_none() && self.flags.contains('0') && !self.flags.contains('-') {
            least = self.width.saturating_sub(sign.len());
        }
        let zeros = "0".repeat(least.saturating_sub(digits.len()));
        self.padded(format!("{sign}{zeros}{digits}").as_bytes(), out);
    }

    fn unsigned(&self, radix: char, n: u64, out: &mut Vec<u8>) {
        let sign = match radix {
            'x' if n > 0 && self.flags.contains('#') => "0x",
            'X' if n > 0 && self.flags.contains('#') => "0X",
            'o' if n > 0 && self.flags.contains('#') => "0",
            _ => "",
        };
        let digits = match radix {
            'o' => format!("{n:o}"),
            'x' => format!("{n:x}"),
            'X' => format!("{n:X}"),
            _ => n.to_string(),
        };
        self.whole(sign, &digits, out);
    }

    fn show(&self, bytes: &[u8], address: u64, out: &mut Vec<u8>) {
        let mut raw = [0; 8];
        let n = bytes.len().min(8);
        raw[..n].copy_from_slice(&bytes[..n]);
        let value = u64::from_le_bytes(raw);
        let byte = raw[0];
        match self.kind {
            Kind::Address(radix) => self.unsigned(radix, address, out),
            Kind::Unsigned(radix) => self.unsigned(radix, value, out),
            Kind::Signed => {
                let shift = 64 - 8 * n as u32;
                let v = ((value << shift) as i64) >> shift;
                let sign = match v {
                    v if v < 0 => "-",
                    _ if self.flags.contains('+') => "+",
                    _ if self.flags.contains(' ') => " ",
                    _ => "",
                };
                self.whole(sign, &v.unsigned_abs().to_string(), out);
            }
            Kind::Float(letter) => {
                let v = if n == 4 {
                    f64::from(f32::from_bits(value as u32))
                } else {
                    f64::from_bits(value)
                };
                let width = if self.width > 0 { self.width.to_string() } else { String::new() };
                let precision = self.precision.map(|p| format!(".{p}")).unwrap_or_default();
                let spec = format!("%{}{width}{precision}{letter}", self.flags);
                awk::format_number(spec.as_bytes(), v, out);
            }
            Kind::Text => {
                let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
                let end = end.min(self.precision.unwrap_or(end));
                self.padded(&bytes[..end], out);
            }
            Kind::Char => self.padded(&[byte], out),
            Kind::Printable => {
                self.padded(&[if (b' '..=b'~').contains(&byte) { byte } else { b'.' }], out);
            }
            Kind::Escaped => {
                let s = match byte {
                    0 => "\\0".to_string(),
                    7 => "\\a".into(),
                    8 => "\\b".into(),
                    9 => "\\t".into(),
                    10 => "\\n".into(),
                    11 => "\\v".into(),
                    12 => "\\f".into(),
                    13 => "\\r".into(),
                    b' '..=b'~' => char::from(byte).to_string(),
                    b => format!("{b:03o}"),
                };
                self.padded(s.as_bytes(), out);
            }
            Kind::Named => {
                let s = match byte {
                    b @ 0..32 => NAMES[usize::from(b)].to_string(),
                    127 => "del".into(),
                    b' '..=b'~' => char::from(byte).to_string(),
                    b => format!("{b:02x}"),
                };
                self.padded(s.as_bytes(), out);
            }
        }
    }
}
