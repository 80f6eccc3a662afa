//! printf: arguments in a format. The program; shells have their own.

use super::Cx;
use super::awk::{format_number, leading_number};
use super::echo::{escape_len, escapes, unicode};
use super::lines::quoted;
use crate::vfs::text;

const MAX_WIDTH: i64 = 1 << 20;

/// `printf`
pub async fn main(cx: &mut Cx) -> i32 {
    let mut args = cx.args();
    if args.first().is_some_and(|a| a == "--") {
        args.remove(0);
    }
    if args.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    if cx.only_option(&args) {
        return 0;
    }
    let format = text::encode(&args.remove(0)).into_owned();
    let mut p = Printf { args, next: 0, status: 0, complaints: Vec::new() };
    loop {
        let before = p.next;
        let go_on = match p.once(cx, &format) {
            Ok(go_on) => go_on,
            Err(what) => {
                cx.flush().await;
                cx.err(what).await;
                return 1;
            }
        };
        for c in std::mem::take(&mut p.complaints) {
            cx.err(c).await;
        }
        if !go_on {
            return p.status;
        }
        if p.next >= p.args.len() {
            return p.status;
        }
        if p.next == before {
            if !cx.busybox() {
                let q = quoted(&cx.p, &p.args[p.next]);
                cx.err(format!("warning: ignoring excess arguments, starting with {q}")).await;
            }
            return p.status;
        }
        if !cx.pace().await {
            return 1;
        }
    }
}

struct Printf {
    args: Vec<String>,
    next: usize,
    status: i32,
    complaints: Vec<String>,
}

#[derive(Default, Clone)]
struct Spec {
    flags: String,
    width: i64,
    prec: Option<i64>,
}

impl Spec {
    fn pad(&self, body: &[u8], out: &mut Vec<u8>) {
        let width = self.width.unsigned_abs() as usize;
        let fill = width.saturating_sub(body.len());
        if self.width < 0 || self.flags.contains('-') {
            out.extend_from_slice(body);
            out.extend(std::iter::repeat_n(b' ', fill));
        } else {
            out.extend(std::iter::repeat_n(b' ', fill));
            out.extend_from_slice(body);
        }
    }
}

impl Printf {
    fn arg(&mut self) -> Option<String> {
        let a = self.args.get(self.next).cloned();
        self.next += usize::from(a.is_some());
        a
    }

    /// Goes through the format once; false after `\c`.
    fn once(&mut self, cx: &mut Cx, f: &[u8]) -> Result<bool, String> {
        let mut i = 0;
        while i < f.len() {
            match f[i] {
                b'\\' => {
                    let n = escape_len(&f[i..]);
                    let piece = &f[i..i + n];
                    if piece == b"\\c" {
                        return Ok(false);
                    }
                    unicode(piece, &mut cx.out);
                    i += n;
                }
                b'%' if f.get(i + 1) == Some(&b'%') => {
                    cx.out.push(b'%');
                    i += 2;
                }
                b'%' => {
                    i += 1;
                    let begin = i - 1;
                    let mut s = Spec::default();
                    while let Some(c) = f.get(i).filter(|c| b"-+ #0'".contains(c)) {
                        s.flags.push(char::from(*c));
                        i += 1;
                    }
                    let number = |this: &mut Self, i: &mut usize| -> Option<i64> {
                        if f.get(*i) == Some(&b'*') {
                            *i += 1;
                            let a = this.arg().unwrap_or_default();
                            return Some(this.integer(cx, &a) as i64);
                        }
                        let mut v = None;
                        while let Some(d @ b'0'..=b'9') = f.get(*i) {
                            v = Some((v.unwrap_or(0) * 10 + i64::from(d - b'0')).min(MAX_WIDTH));
                            *i += 1;
                        }
                        v
                    };
                    s.width = number(self, &mut i).unwrap_or(0).clamp(-MAX_WIDTH, MAX_WIDTH);
                    if f.get(i) == Some(&b'.') {
                        i += 1;
                        s.prec = Some(number(self, &mut i).unwrap_or(0)).filter(|p| *p >= 0);
                    }
                    while f.get(i).is_some_and(|c| b"hlLjzt".contains(c)) {
                        i += 1;
                    }
                    let conv = f.get(i).copied();
                    let shown = text::decode(&f[begin..(i + 1).min(f.len())]).into_owned();
                    i += 1;
                    if !self.convert(cx, conv, &s, &shown)? {
                        return Ok(false);
                    }
                }
                c => {
                    cx.out.push(c);
                    i += 1;
                }
            }
        }
        Ok(true)
    }

    fn convert(
        &mut self,
        cx: &mut Cx,
        conv: Option<u8>,
        s: &Spec,
        shown: &str,
    ) -> Result<bool, String> {
        match conv {
            Some(b'd' | b'i') => {
                let a = self.arg().unwrap_or_default();
                let v = self.integer(cx, &a);
                let body = number_text(s, v < 0, v.unsigned_abs().to_string(), "");
                padded_number(s, &body, &mut cx.out);
            }
            Some(c @ (b'u' | b'o' | b'x' | b'X')) => {
                let a = self.arg().unwrap_or_default();
                let v = self.integer(cx, &a) as u64;
                let alt = s.flags.contains('#') && v != 0;
                let (digits, prefix) = match c {
                    b'o' => (format!("{v:o}"), if alt { "0" } else { "" }),
                    b'x' => (format!("{v:x}"), if alt { "0x" } else { "" }),
                    b'X' => (format!("{v:X}"), if alt { "0X" } else { "" }),
                    _ => (v.to_string(), ""),
                };
                let plain = Spec { flags: s.flags.replace(['+', ' '], ""), ..s.clone() };
                let body = number_text(&plain, false, digits, prefix);
                padded_number(&plain, &body, &mut cx.out);
            }
            Some(c @ (b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'a' | b'A')) => {
                let a = self.arg().unwrap_or_default();
                let v = self.float(cx, &a);
                let mut fmt = format!("%{}", s.flags);
                if s.width < 0 {
                    fmt.push('-');
                }
                if s.width != 0 {
                    fmt += &s.width.unsigned_abs().to_string();
                }
                if let Some(p) = s.prec {
                    fmt += &format!(".{p}");
                }
                fmt.push(if matches!(c, b'a' | b'A') { 'g' } else { char::from(c) });
                let from = cx.out.len();
                format_number(fmt.as_bytes(), v, &mut cx.out);
                if !v.is_finite() && !s.flags.contains('+') {
                    // C writes infinities without a plus.
                    if let Some(i) = cx.out[from..].iter().position(|b| *b == b'+') {
                        cx.out.remove(from + i);
                    }
                }
            }
            Some(b'c') => {
                let a = text::encode(&self.arg().unwrap_or_default()).into_owned();
                s.pad(&a[..a.len().min(1)], &mut cx.out);
            }
            Some(b's') => {
                let a = text::encode(&self.arg().unwrap_or_default()).into_owned();
                let n = s.prec.map_or(a.len(), |p| a.len().min(p as usize));
                s.pad(&a[..n], &mut cx.out);
            }
            Some(b'b') => {
                let a = text::encode(&self.arg().unwrap_or_default()).into_owned();
                let mut body = Vec::new();
                let go_on = escapes(&a, &mut body);
                let n = s.prec.map_or(body.len(), |p| body.len().min(p as usize));
                s.pad(&body[..n], &mut cx.out);
                return Ok(go_on);
            }
            Some(b'q') if !cx.busybox() => {
                let a = self.arg().unwrap_or_default();
                let q = shell_quote(&a);
                s.pad(&text::encode(&q), &mut cx.out);
            }
            _ => {
                return Err(if cx.busybox() {
                    format!("{shown}: invalid format")
                } else {
                    format!("{shown}: invalid conversion specification")
                });
            }
        }
        Ok(true)
    }

    fn complain(&mut self, cx: &Cx, what: &str, a: &str) {
        self.status = 1;
        let text = if cx.busybox() {
            format!("invalid number '{a}'")
        } else {
            format!("{}: {what}", quoted(&cx.p, a))
        };
        self.complaints.push(text);
    }

    /// A whole number as C writes them, or the code of a character after a quote.
    fn integer(&mut self, cx: &Cx, a: &str) -> i128 {
        if let Some(c) = a.strip_prefix(['"', '\'']) {
            return c.chars().next().map_or(0, |c| match text::unescape(c) {
                Some(b) => i128::from(b),
                None => i128::from(u32::from(c)),
            });
        }
        if a.is_empty() {
            return 0;
        }
        let t = a.trim_start();
        let (neg, digits) = match t.strip_prefix('-') {
            Some(d) => (true, d),
            None => (false, t.strip_prefix('+').unwrap_or(t)),
        };
        let lower = digits.to_ascii_lowercase();
        let (radix, body) = match lower.strip_prefix("0x") {
            Some(h) if h.starts_with(|c: char| c.is_ascii_hexdigit()) => (16, h),
            _ if lower.len() > 1 && lower.starts_with('0') => (8, &lower[1..]),
            _ => (10, lower.as_str()),
        };
        let n = body.chars().take_while(|c| c.is_digit(radix)).count();
        let mut v = 0i128;
        for c in body.chars().take(n) {
            v = v
                .saturating_mul(i128::from(radix))
                .saturating_add(i128::from(c.to_digit(radix).unwrap_or(0)));
        }
        if n == 0 && (radix != 8) {
            self.complain(cx, "expected a numeric value", a);
        } else if n < body.len() {
            self.complain(cx, "value not completely converted", a);
        }
        if v > i128::from(u64::MAX) || (neg && v > 1 << 63) {
            self.complain(cx, "Numerical result out of range", a);
            return if neg { i128::from(i64::MIN) } else { i128::from(i64::MAX) };
        }
        if neg { -v } else { v }
    }

    fn float(&mut self, cx: &Cx, a: &str) -> f64 {
        if a.starts_with(['"', '\'']) {
            return self.integer(cx, a) as f64;
        }
        if a.is_empty() {
            return 0.0;
        }
        let t = a.trim_start();
        if let Some(h) = t.strip_prefix("0x") {
            return u64::from_str_radix(h, 16).map_or(0.0, |v| v as f64);
        }
        if let Ok(v) = t.parse::<f64>() {
            return v;
        }
        match leading_number(t.as_bytes()) {
            Some(v) => {
                self.complain(cx, "value not completely converted", a);
                v
            }
            None => {
                self.complain(cx, "expected a numeric value", a);
                0.0
            }
        }
    }
}

fn number_text(s: &Spec, neg: bool, digits: String, prefix: &str) -> String {
    let sign = match neg {
        true => "-",
        false if s.flags.contains('+') => "+",
        false if s.flags.contains(' ') => " ",
        false => "",
    };
    let least = s.prec.unwrap_or(1).max(0) as usize;
    let digits = if s.prec == Some(0) && digits == "0" { String::new() } else { digits };
    format!("{sign}{prefix}{}{digits}", "0".repeat(least.saturating_sub(digits.len())))
}

fn padded_number(s: &Spec, body: &str, out: &mut Vec<u8>) {
    let width = s.width.unsigned_abs() as usize;
    let zero = s.flags.contains('0') && !s.flags.contains('-') && s.prec.is_none() && s.width > 0;
    if zero && body.len() < width {
        let cut = body.find(|c: char| c.is_ascii_hexdigit()).unwrap_or(0);
        let cut = if body[cut..].starts_with("0x") || body[cut..].starts_with("0X") {
            cut + 2
        } else {
            cut
        };
        out.extend_from_slice(&body.as_bytes()[..cut]);
        out.extend(std::iter::repeat_n(b'0', width - body.len()));
        out.extend_from_slice(&body.as_bytes()[cut..]);
    } else {
        s.pad(body.as_bytes(), out);
    }
}

/// An argument that a shell reads as it is.
fn shell_quote(s: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@%+=,".contains(c);
    if !s.is_empty() && s.chars().all(plain) {
        return s.to_string();
    }
    format!("'{}'", s.replace('\'', "'\\''"))
}
