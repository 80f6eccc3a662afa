//! printf formatting for awk: the conversions of C with awk's reading of the arguments.

use super::value::{Val, push_int};
use crate::coreutils::digits::{fixed, scientific};
use crate::coreutils::regex::char_len;

/// Appends `n` as `%.{prec}g`; `alt` keeps the trailing zeros.
pub fn push_g(n: f64, prec: usize, alt: bool, upper: bool, out: &mut Vec<u8>) {
    let p = prec.max(1);
    if n == 0.0 {
        let mut s = String::from(if n.is_sign_negative() { "-0" } else { "0" });
        if alt && p > 1 {
            s.push('.');
            s.extend(std::iter::repeat_n('0', p - 1));
        }
        out.extend_from_slice(s.as_bytes());
        return;
    }
    let e = scientific(n, p - 1);
    let (mant, exp) = e.split_once('e').unwrap_or((&e, "0"));
    let x: i32 = exp.parse().unwrap_or(0);
    let trim = |s: &str| {
        if alt || !s.contains('.') {
            s.to_string()
        } else {
            s.trim_end_matches('0').trim_end_matches('.').to_string()
        }
    };
    let s = if x < -4 || x >= p as i32 {
        let sign = if x < 0 { '-' } else { '+' };
        format!("{}{}{sign}{:02}", trim(mant), if upper { 'E' } else { 'e' }, x.abs())
    } else {
        trim(&fixed(n, (p as i32 - 1 - x).max(0) as usize))
    };
    out.extend_from_slice(s.as_bytes());
}

/// Appends `n` as `%.{prec}e`.
fn push_e(n: f64, prec: usize, upper: bool, out: &mut Vec<u8>) {
    let e = scientific(n, prec);
    let (mant, exp) = e.split_once('e').unwrap_or((&e, "0"));
    let x: i32 = exp.parse().unwrap_or(0);
    let sign = if x < 0 { '-' } else { '+' };
    let s = format!("{mant}{}{sign}{:02}", if upper { 'E' } else { 'e' }, x.abs());
    out.extend_from_slice(s.as_bytes());
}

/// Flags, width and precision of one conversion.
#[derive(Default)]
struct Spec {
    minus: bool,
    plus: bool,
    space: bool,
    alt: bool,
    zero: bool,
    width: usize,
    prec: Option<usize>,
}

/// Widths beyond this are cut: no format makes a program run out of memory.
const MAX_WIDTH: usize = 1 << 20;

impl Spec {
    fn pad(&self, body: &[u8], len: usize, zero: bool, out: &mut Vec<u8>) {
        let fill = self.width.saturating_sub(len);
        if self.minus {
            out.extend_from_slice(body);
            out.extend(std::iter::repeat_n(b' ', fill));
        } else if zero && self.zero {
            // The zeros stand between the sign or 0x and the digits.
            let sign = body.iter().take_while(|b| matches!(b, b'+' | b'-' | b' ')).count();
            let hex = body[sign..].starts_with(b"0x") || body[sign..].starts_with(b"0X");
            let cut = sign + if hex { 2 } else { 0 };
            out.extend_from_slice(&body[..cut]);
            out.extend(std::iter::repeat_n(b'0', fill));
            out.extend_from_slice(&body[cut..]);
        } else {
            out.extend(std::iter::repeat_n(b' ', fill));
            out.extend_from_slice(body);
        }
    }

    fn sign(&self, negative: bool, body: &mut Vec<u8>) {
        if negative {
            body.push(b'-');
        } else if self.plus {
            body.push(b'+');
        } else if self.space {
            body.push(b' ');
        }
    }
}

/// Appends the format filled with the arguments; gives where it ran out of them, if it did.
pub fn printf(
    fmt: &[u8],
    args: &[Val],
    convfmt: &[u8],
    utf8: bool,
    out: &mut Vec<u8>,
) -> Option<usize> {
    let mut next = 0;
    let mut short = None;
    let arg = |n: &mut usize| {
        let v = args.get(*n).cloned().unwrap_or_default();
        *n += 1;
        v
    };
    let mut i = 0;
    while i < fmt.len() {
        let c = fmt[i];
        if c != b'%' {
            let end = fmt[i..].iter().position(|&b| b == b'%').map_or(fmt.len(), |n| i + n);
            out.extend_from_slice(&fmt[i..end]);
            i = end;
            continue;
        }
        let begin = i;
        i += 1;
        let mut sp = Spec::default();
        while let Some(&f) = fmt.get(i) {
            match f {
                b'-' => sp.minus = true,
                b'+' => sp.plus = true,
                b' ' => sp.space = true,
                b'#' => sp.alt = true,
                b'0' => sp.zero = true,
                b'\'' => {}
                _ => break,
            }
            i += 1;
        }
        let number = |i: &mut usize, next: &mut usize| -> i64 {
            if fmt.get(*i) == Some(&b'*') {
                *i += 1;
                return arg(next).num() as i64;
            }
            let mut v = 0i64;
            while let Some(d @ b'0'..=b'9') = fmt.get(*i) {
                v = (v * 10 + i64::from(d - b'0')).min(MAX_WIDTH as i64);
                *i += 1;
            }
            v
        };
        let w = number(&mut i, &mut next);
        sp.minus |= w < 0;
        sp.width = (w.unsigned_abs() as usize).min(MAX_WIDTH);
        if fmt.get(i) == Some(&b'.') {
            i += 1;
            let p = number(&mut i, &mut next);
            sp.prec = (p >= 0).then_some((p as usize).min(MAX_WIDTH));
        }
        while matches!(fmt.get(i), Some(b'h' | b'l' | b'L' | b'q' | b'j' | b'z')) {
            i += 1;
        }
        let Some(&conv) = fmt.get(i) else {
            out.extend_from_slice(&fmt[begin..]);
            break;
        };
        i += 1;
        match conv {
            b'%' => out.push(b'%'),
            b'd' | b'i' => integer(&sp, arg(&mut next).num(), out),
            b'o' | b'x' | b'X' | b'u' => unsigned(&sp, conv, arg(&mut next).num(), out),
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => float(&sp, conv, arg(&mut next).num(), out),
            b'c' => character(&sp, &arg(&mut next), utf8, out),
            b's' => string(&sp, &arg(&mut next).text(convfmt), utf8, out),
            _ => out.extend_from_slice(&fmt[begin..i]),
        }
        if next > args.len() && short.is_none() {
            short = Some(i - 1);
        }
    }
    short
}

fn special(sp: &Spec, n: f64, out: &mut Vec<u8>) {
    let mut body = Vec::new();
    body.push(if n.is_sign_negative() { b'-' } else { b'+' });
    body.extend_from_slice(if n.is_nan() { b"nan" } else { b"inf" });
    sp.pad(&body, body.len(), false, out);
}

fn integer(sp: &Spec, n: f64, out: &mut Vec<u8>) {
    if !n.is_finite() {
        return special(sp, n, out);
    }
    let n = n.trunc();
    let mut digits = Vec::new();
    if n.abs() < 9e18 {
        push_int((n as i64).abs(), &mut digits);
    } else {
        digits = format!("{:.0}", n.abs()).into_bytes();
    }
    number_body(sp, n < 0.0, digits, b"", out);
}

fn number_body(sp: &Spec, neg: bool, digits: Vec<u8>, prefix: &[u8], out: &mut Vec<u8>) {
    let mut body = Vec::new();
    sp.sign(neg, &mut body);
    body.extend_from_slice(prefix);
    let none = sp.prec == Some(0) && digits == b"0";
    body.extend(std::iter::repeat_n(b'0', sp.prec.unwrap_or(0).saturating_sub(digits.len())));
    if !none {
        body.extend_from_slice(&digits);
    }
    sp.pad(&body, body.len(), sp.prec.is_none(), out);
}

fn unsigned(sp: &Spec, conv: u8, n: f64, out: &mut Vec<u8>) {
    if !n.is_finite() {
        return special(sp, n, out);
    }
    let n = n.trunc();
    if n < 0.0 {
        // gawk: a negative number has no unsigned form and is written as it is.
        return float(
            &Spec {
                prec: Some(0),
                ..Spec { width: sp.width, minus: sp.minus, zero: sp.zero, ..Spec::default() }
            },
            b'f',
            n,
            out,
        );
    }
    let u = n as u128;
    let (digits, prefix): (String, &[u8]) = match conv {
        b'o' => (format!("{u:o}"), if sp.alt && u != 0 { b"0" } else { b"" }),
        b'x' => (format!("{u:x}"), if sp.alt && u != 0 { b"0x" } else { b"" }),
        b'X' => (format!("{u:X}"), if sp.alt && u != 0 { b"0X" } else { b"" }),
        _ => (format!("{u}"), b""),
    };
    let plain =
        Spec { minus: sp.minus, zero: sp.zero, width: sp.width, prec: sp.prec, ..Spec::default() };
    number_body(&plain, false, digits.into_bytes(), prefix, out);
}

fn float(sp: &Spec, conv: u8, n: f64, out: &mut Vec<u8>) {
    if !n.is_finite() {
        return special(sp, n, out);
    }
    let mut body = Vec::new();
    sp.sign(n.is_sign_negative(), &mut body);
    let (p, a) = (sp.prec.unwrap_or(6), n.abs());
    match conv {
        b'f' | b'F' => {
            body.extend_from_slice(fixed(a, p).as_bytes());
            if sp.alt && p == 0 {
                body.push(b'.');
            }
        }
        b'e' | b'E' => push_e(a, p, conv == b'E', &mut body),
        _ => push_g(a, p, sp.alt, conv == b'G', &mut body),
    }
    sp.pad(&body, body.len(), true, out);
}

fn character(sp: &Spec, v: &Val, utf8: bool, out: &mut Vec<u8>) {
    let number = match v {
        Val::Num(n) => Some(*n),
        Val::Input(s) => super::value::looks_numeric(s),
        _ => None,
    };
    let mut body = Vec::new();
    match number {
        Some(n) if utf8 && n >= 128.0 => match char::from_u32(n as u32) {
            Some(c) => body.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => body.push(n as i64 as u8),
        },
        Some(n) => body.push(n as i64 as u8),
        None => {
            let s = v.text(b"%.6g");
            let n = if utf8 { char_len(&s, 0) } else { 1 };
            body.extend_from_slice(&s[..n.min(s.len())]);
        }
    }
    let len = usize::from(!body.is_empty());
    sp.pad(&body, len, false, out);
}

fn string(sp: &Spec, s: &[u8], utf8: bool, out: &mut Vec<u8>) {
    if sp.width == 0 && sp.prec.is_none() {
        out.extend_from_slice(s);
        return;
    }
    let (mut n, mut at) = (0, 0);
    while at < s.len() && sp.prec.is_none_or(|p| n < p) {
        at += if utf8 { char_len(s, at) } else { 1 };
        n += 1;
    }
    sp.pad(&s[..at.min(s.len())], n, false, out);
}
