//! `printf`

mod number;
mod time;

use crate::shell::Dialect;
use crate::shell::ansi::{self, Style};
use crate::shell::exec::Args;
use crate::shell::limits::TEXT;
use crate::shell::quote;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::vars::split_place;
use crate::vfs::text;
use number::{float_text, with_precision};
use time::format_end;

/// Bytes that a field is padded to: one more than there may be.
const WIDTH: usize = TEXT + 1;

/// A conversion of the format.
#[derive(Default, Clone)]
struct Spec {
    minus: bool,
    plus: bool,
    space: bool,
    alt: bool,
    zero: bool,
    width: Option<usize>,
    precision: Option<usize>,
}

struct Printf<'a> {
    sh: &'a mut Shell,
    args: &'a [String],
    next: usize,
    out: Vec<u8>,
    failed: bool,
    /// `%b` or `\c` ended the output.
    ended: bool,
}

pub(in crate::shell::builtins) fn printf(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut words = args.rest();
    let mut var = None;
    if sh.bash() {
        while let Some(w) = words.first() {
            if w == "--" {
                words = &words[1..];
                break;
            }
            if let Some(name) = w.strip_prefix("-v") {
                if name.is_empty() {
                    let Some(n) = words.get(1) else {
                        sh.builtin_error("printf", "-v: option requires an argument");
                        return Ok(sh.usage("printf"));
                    };
                    var = Some(n.clone());
                    words = &words[2..];
                } else {
                    var = Some(name.to_string());
                    words = &words[1..];
                }
                continue;
            }
            if w.len() > 1 && w.starts_with('-') {
                let c = w.chars().nth(1).unwrap_or('-');
                return sh.bad_option("printf", c);
            }
            break;
        }
    } else if words.first().is_some_and(|w| w == "--") {
        words = &words[1..];
    }
    if let Some(v) = &var
        && split_place(v).is_none()
    {
        sh.builtin_error("printf", &format!("`{v}': not a valid identifier"));
        return Ok(2);
    }
    let Some((format, rest)) = words.split_first() else {
        if sh.bash() {
            return Ok(sh.usage("printf"));
        }
        match sh.dialect {
            Dialect::Ash => sh.applet_error("usage: printf FORMAT [ARGUMENT...]"),
            _ => sh.builtin_error("printf", "usage: printf format [arg ...]"),
        }
        return Ok(2);
    };
    let format = format.clone();
    let mut p = Printf { sh, args: rest, next: 0, out: Vec::new(), failed: false, ended: false };
    loop {
        let before = p.next;
        p.run(&format);
        if p.out.len() > TEXT {
            let n = p.out.len();
            return Err(p.sh.out_of_memory(n));
        }
        if p.ended || p.next >= p.args.len() || p.next == before {
            break;
        }
    }
    let (out, failed) = (p.out, p.failed);
    match var {
        Some(v) => {
            let value = text::decode_owned(out.into_iter().filter(|b| *b != 0).collect());
            let Some(place) = sh.place_named(&v)? else { return Ok(2) };
            match sh.assign(&place.name, place.subscript.as_deref(), &value, false) {
                Err(Stop::Discard(status)) => return Ok(status),
                set => set?,
            }
        }
        None => sh.put(1, &out),
    }
    Ok(i32::from(failed))
}

impl Printf<'_> {
    fn take(&mut self) -> Option<String> {
        let a = self.args.get(self.next).cloned();
        if a.is_some() {
            self.next += 1;
        }
        a
    }

    /// Complains; ash as the program that it borrows this from.
    fn complain(&mut self, m: &str) {
        match self.sh.dialect {
            Dialect::Ash => self.sh.applet_error(m),
            _ => self.sh.builtin_error("printf", m),
        }
        self.failed = true;
    }

    /// A conversion that there is not, with what follows; busybox loses what is written.
    fn no_conversion(&mut self, s: &str) -> String {
        match self.sh.dialect {
            Dialect::Ash => {
                self.out.clear();
                let rest = s.trim_start_matches(['h', 'l', 'L', 'j', 'z', 't']);
                format!("%{rest}: invalid format")
            }
            _ => format!("%{s}: invalid directive"),
        }
    }

    /// Goes through the format once.
    fn run(&mut self, format: &str) {
        let mut rest = format;
        while let Some(c) = rest.chars().next() {
            match c {
                '\\' => {
                    let ends = rest[1..].starts_with('c');
                    if ends && self.sh.dialect == Dialect::Ash {
                        self.ended = true;
                        return;
                    }
                    let quoted = rest[1..].chars().next().filter(|c| matches!(c, '\'' | '?'));
                    let n = if let Some(c) = quoted.filter(|_| self.sh.bash()) {
                        self.out.push(c as u8);
                        Some(1)
                    } else if ends && self.sh.bash() {
                        // Only `%b` knows this one.
                        self.out.extend_from_slice(b"\\c");
                        Some(1)
                    } else {
                        ansi::one(&rest[1..], Style::Format, &mut self.out)
                    };
                    match n {
                        Some(n) => rest = &rest[1 + n..],
                        None => {
                            self.ended = true;
                            return;
                        }
                    }
                }
                '%' => match self.conversion(&rest[1..]) {
                    Some(n) => rest = &rest[1 + n..],
                    None => {
                        self.ended = true;
                        return;
                    }
                },
                _ => {
                    let n = rest.find(['%', '\\']).unwrap_or(rest.len());
                    self.out.extend_from_slice(&text::encode(&rest[..n]));
                    rest = &rest[n..];
                }
            }
            if self.ended {
                return;
            }
        }
    }

    /// One conversion after its `%`; how long it was, `None` when the format is wrong there.
    fn conversion(&mut self, s: &str) -> Option<usize> {
        let mut spec = Spec::default();
        let b = s.as_bytes();
        let mut i = 0;
        loop {
            match b.get(i) {
                Some(b'-') => spec.minus = true,
                Some(b'+') => spec.plus = true,
                Some(b' ') => spec.space = true,
                Some(b'#') => spec.alt = true,
                Some(b'0') => spec.zero = true,
                Some(b'\'') => {}
                _ => break,
            }
            i += 1;
        }
        if b.get(i) == Some(&b'*') {
            i += 1;
            let n = self.star();
            spec.minus |= n < 0;
            spec.width = Some((n.unsigned_abs() as usize).min(WIDTH));
        } else {
            let n = b[i..].iter().take_while(|c| c.is_ascii_digit()).count();
            if n > 0 {
                spec.width = Some(s[i..i + n].parse::<usize>().unwrap_or(WIDTH).min(WIDTH));
                i += n;
            }
        }
        if b.get(i) == Some(&b'.') {
            i += 1;
            if b.get(i) == Some(&b'*') {
                i += 1;
                let n = self.star();
                spec.precision = usize::try_from(n).ok().map(|n| n.min(WIDTH));
            } else {
                let n = b[i..].iter().take_while(|c| c.is_ascii_digit()).count();
                let p = s[i..i + n].parse::<usize>().unwrap_or(if n == 0 { 0 } else { WIDTH });
                spec.precision = Some(p.min(WIDTH));
                i += n;
            }
        }
        if b.get(i) == Some(&b'(') && self.sh.bash() {
            let end = format_end(&s[i..]);
            let after = s[i + end..].chars().next().unwrap_or('\0');
            if after != 'T' {
                let m = format!("warning: `{after}': invalid time format specification");
                self.sh.builtin_error("printf", &m);
                // The percent sign stands for itself then.
                self.out.push(b'%');
                return Some(0);
            }
            let format = s[i + 1..i + end - 1].to_string();
            self.time(&spec, &format);
            return Some(i + end + 1);
        }
        while matches!(b.get(i), Some(b'h' | b'l' | b'L' | b'j' | b'z' | b't')) {
            i += 1;
        }
        let Some(c) = s[i..].chars().next() else {
            let m = match self.sh.dialect {
                Dialect::Bash => format!("`%{s}': missing format character"),
                _ => self.no_conversion(s),
            };
            self.complain(&m);
            return None;
        };
        let len = i + c.len_utf8();
        match c {
            '%' if len == 1 || !self.sh.bash() => self.out.push(b'%'),
            's' => {
                let a = self.take().unwrap_or_default();
                self.text(&spec, &a);
            }
            'c' => {
                let a = self.take().unwrap_or_default();
                let bytes = text::encode(&a);
                let one = vec![bytes.first().copied().unwrap_or(0)];
                self.pad(&spec, &one, one.len());
            }
            'b' => {
                let a = self.take().unwrap_or_default();
                let mut bytes = Vec::new();
                self.ended = ansi::decode(&a, Style::PercentB, &mut bytes);
                if let Some(p) = spec.precision {
                    bytes.truncate(p);
                }
                let n = bytes.len();
                self.pad(&spec, &bytes, n);
            }
            'q' | 'Q' if self.sh.bash() => {
                let a = self.take().unwrap_or_default();
                let q = if c == 'Q' {
                    let cut: String =
                        a.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
                    spec.precision = None;
                    quote::backslash(&cut)
                } else {
                    quote::backslash(&a)
                };
                self.text(&spec, &q);
            }
            'd' | 'i' => {
                let n = self.integer(false);
                self.signed(&spec, n);
            }
            'u' | 'o' | 'x' | 'X' => {
                let n = self.integer(true) as u64;
                self.unsigned(&spec, c, n);
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'a' | 'A' => {
                let v = self.float();
                let t = float_text(&spec, c, v);
                self.number(&spec, &t.0, &t.1, spec.zero && v.is_finite());
            }
            'n' if self.sh.bash() => {
                if let Some(name) = self.take() {
                    let n = self.out.len().to_string();
                    let _ = self.sh.assign(&name, None, &n, false);
                }
            }
            c => {
                let m = match self.sh.dialect {
                    Dialect::Bash => format!("`{c}': invalid format character"),
                    Dialect::Ash => self.no_conversion(s),
                    Dialect::Dash => self.no_conversion(&s[..len]),
                };
                self.complain(&m);
                return None;
            }
        }
        Some(len)
    }

    fn star(&mut self) -> i64 {
        self.integer(false).clamp(-(WIDTH as i64), WIDTH as i64)
    }

    fn pad(&mut self, spec: &Spec, bytes: &[u8], width: usize) {
        let fill = spec.width.unwrap_or(0).saturating_sub(width);
        let fill = fill.min(WIDTH.saturating_sub(self.out.len()));
        if !spec.minus {
            self.out.resize(self.out.len() + fill, b' ');
        }
        self.out.extend_from_slice(bytes);
        if spec.minus {
            self.out.resize(self.out.len() + fill, b' ');
        }
    }

    /// Text; width and precision count bytes, as in bash.
    fn text(&mut self, spec: &Spec, s: &str) {
        let bytes = text::encode(s);
        let bytes = match spec.precision {
            Some(p) if p < bytes.len() => bytes[..p].to_vec(),
            _ => bytes.to_vec(),
        };
        self.pad(spec, &bytes, bytes.len());
    }

    /// Sign and digits, padded; zeros go between the two.
    fn number(&mut self, spec: &Spec, sign: &str, digits: &str, zero: bool) {
        let len = sign.len() + digits.len();
        if zero && !spec.minus {
            let fill = spec.width.unwrap_or(0).saturating_sub(len);
            self.out.extend_from_slice(sign.as_bytes());
            self.out.resize(self.out.len() + fill, b'0');
            self.out.extend_from_slice(digits.as_bytes());
            return;
        }
        let whole = format!("{sign}{digits}");
        self.pad(spec, whole.as_bytes(), len);
    }

    fn signed(&mut self, spec: &Spec, n: i64) {
        let sign = match (n < 0, spec.plus, spec.space) {
            (true, ..) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            _ => "",
        };
        let digits = with_precision(n.unsigned_abs().to_string(), spec.precision);
        self.number(spec, sign, &digits, spec.zero && spec.precision.is_none());
    }

    fn unsigned(&mut self, spec: &Spec, c: char, n: u64) {
        let (mut digits, prefix) = match c {
            'o' => (format!("{n:o}"), ""),
            'x' => (format!("{n:x}"), "0x"),
            'X' => (format!("{n:X}"), "0X"),
            _ => (n.to_string(), ""),
        };
        digits = with_precision(digits, spec.precision);
        if spec.alt && c == 'o' && !digits.starts_with('0') {
            digits.insert(0, '0');
        }
        let prefix = if spec.alt && n != 0 { prefix } else { "" };
        self.number(spec, prefix, &digits, spec.zero && spec.precision.is_none());
    }
}
