//! Numbers of `printf`: reading arguments, writing floating point.

use super::{Printf, Spec};
use crate::coreutils::digits::{fixed, scientific};
use crate::shell::Dialect;
use crate::vfs::text;

impl Printf<'_> {
    /// The next argument as an integer: C's notations, or a quote and a character.
    pub(super) fn integer(&mut self, unsigned: bool) -> i64 {
        let ash = self.sh.dialect == Dialect::Ash;
        let given = self.take();
        // BusyBox takes what is missing for a number without digits.
        if given.is_none() && ash {
            self.complain("invalid number ''");
        }
        let Some(a) = given else { return 0 };
        if let Some(c) = a.strip_prefix(['\'', '"']) {
            return c.chars().next().map_or(0, |c| {
                match text::encode(c.encode_utf8(&mut [0; 4])).as_ref() {
                    [b] => i64::from(*b),
                    _ => i64::from(c as u32),
                }
            });
        }
        let t = a.trim_start();
        let (negative, digits) = match t.strip_prefix('-') {
            Some(d) => (true, d),
            None => (false, t.strip_prefix('+').unwrap_or(t)),
        };
        let (base, body) = if let Some(h) = digits.strip_prefix("0x").or(digits.strip_prefix("0X"))
        {
            (16, h)
        } else if digits.len() > 1 && digits.starts_with('0') {
            (8, &digits[1..])
        } else {
            (10, digits)
        };
        let n = body.chars().take_while(|c| c.is_digit(base)).count();
        let rest = &body[n..];
        let value = if n == 0 { Ok(0) } else { u64::from_str_radix(&body[..n], base) };
        if ((n == 0 && base != 8) || !rest.is_empty()) && !(t.is_empty() && self.sh.bash()) {
            let m = match self.sh.dialect {
                Dialect::Bash if base == 16 && n == 0 => Some(format!("{a}: invalid hex number")),
                Dialect::Bash if base == 8 && n == 0 => Some(format!("{a}: invalid octal number")),
                Dialect::Bash => Some(format!("{a}: invalid number")),
                Dialect::Ash => Some(format!("invalid number '{a}'")),
                Dialect::Dash if n > 0 => Some(format!("{a}: not completely converted")),
                Dialect::Dash => Some(format!("{a}: expected numeric value")),
            };
            if let Some(m) = m {
                self.complain(&m);
            }
            if ash {
                return 0;
            }
        }
        match value {
            Ok(v) if !negative && v <= i64::MAX as u64 => v as i64,
            Ok(v) if negative && v <= i64::MAX as u64 + 1 => (v as i64).wrapping_neg(),
            Ok(v) if !negative && unsigned => v as i64,
            _ if ash => {
                self.complain(&format!("invalid number '{a}'"));
                0
            }
            _ => {
                let warning = if self.sh.bash() { "warning: " } else { "" };
                let m = format!("{warning}{a}: Numerical result out of range");
                let failed = self.failed;
                self.complain(&m);
                // A warning is no failure.
                self.failed = failed || !self.sh.bash();
                match (unsigned, negative) {
                    (true, _) => -1,
                    (_, true) => i64::MIN,
                    _ => i64::MAX,
                }
            }
        }
    }

    pub(super) fn float(&mut self) -> f64 {
        let Some(a) = self.take() else { return 0.0 };
        if let Some(c) = a.strip_prefix(['\'', '"']) {
            return c.chars().next().map_or(0.0, |c| f64::from(c as u32));
        }
        let t = a.trim_start();
        let end = float_length(t);
        if end < t.len() || end == 0 {
            let m = match self.sh.dialect {
                Dialect::Dash if end > 0 => format!("{a}: not completely converted"),
                Dialect::Dash => format!("{a}: expected numeric value"),
                Dialect::Ash => format!("invalid number '{a}'"),
                Dialect::Bash => format!("{a}: invalid number"),
            };
            self.complain(&m);
        }
        let body = &t[..end];
        let (sign, hex) = match body.strip_prefix('-') {
            Some(b) => (-1.0, b),
            None => (1.0, body.strip_prefix('+').unwrap_or(body)),
        };
        if let Some(h) = hex.strip_prefix("0x").or(hex.strip_prefix("0X")) {
            return sign * u64::from_str_radix(h, 16).unwrap_or(0) as f64;
        }
        body.parse().unwrap_or(0.0)
    }
}

pub(super) fn with_precision(digits: String, precision: Option<usize>) -> String {
    match precision {
        Some(0) if digits == "0" => String::new(),
        Some(p) => "0".repeat(p.saturating_sub(digits.len())) + &digits,
        None => digits,
    }
}

/// How much of a text is a floating-point number.
fn float_length(s: &str) -> usize {
    let b = s.as_bytes();
    let mut i = usize::from(matches!(b.first(), Some(b'+' | b'-')));
    let lower = s[i..].to_ascii_lowercase();
    for word in ["infinity", "inf", "nan"] {
        if lower.starts_with(word) {
            return i + word.len();
        }
    }
    if lower.starts_with("0x") {
        return i + 2 + b[i + 2..].iter().take_while(|c| c.is_ascii_hexdigit()).count();
    }
    let digits = |i: usize| b[i..].iter().take_while(|c| c.is_ascii_digit()).count();
    let whole = digits(i);
    i += whole;
    let mut fraction = 0;
    if b.get(i) == Some(&b'.') {
        fraction = digits(i + 1);
        if whole + fraction > 0 {
            i += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return 0;
    }
    if matches!(b.get(i), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(b.get(i + 1), Some(b'+' | b'-')));
        let n = if i + 1 + sign <= b.len() { digits(i + 1 + sign) } else { 0 };
        if n > 0 {
            i += 1 + sign + n;
        }
    }
    i
}

/// Sign and digits of a floating-point number.
pub(super) fn float_text(spec: &Spec, c: char, v: f64) -> (String, String) {
    let sign = match (v.is_sign_negative() && !v.is_nan(), spec.plus, spec.space) {
        (true, ..) => "-",
        (false, true, _) => "+",
        (false, false, true) => " ",
        _ => "",
    };
    let v = v.abs();
    let digits = if v.is_nan() {
        "nan".to_string()
    } else if v.is_infinite() {
        "inf".to_string()
    } else {
        let p = spec.precision.unwrap_or(6);
        match c.to_ascii_lowercase() {
            'e' => pointed(exponent(v, p), spec.alt),
            'g' => general(v, p.max(1), spec.alt),
            'a' => hex_float(v, spec.precision),
            _ => pointed(fixed(v, p), spec.alt),
        }
    };
    let digits = if c.is_ascii_uppercase() { digits.to_uppercase() } else { digits };
    (sign.to_string(), digits)
}

/// C's `%a`, as x86's long double has it: four bits before the point.
fn hex_float(v: f64, precision: Option<usize>) -> String {
    if v == 0.0 {
        return "0x0p+0".to_string();
    }
    let bits = v.to_bits();
    let raw = (bits >> 52 & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (mut mantissa, mut e) = match raw {
        0 => (fraction << 11, -1022),
        _ => ((1 << 63) | fraction << 11, raw - 1023),
    };
    let shift = mantissa.leading_zeros();
    mantissa <<= shift;
    e -= shift as i32 + 3;
    let mut head = mantissa >> 60;
    let mut digits = format!("{:015x}", mantissa & (u64::MAX >> 4));
    match precision {
        Some(p) if p < 15 => {
            let unit = 1u64 << (60 - 4 * p);
            let rounded = (mantissa & (u64::MAX >> 4)).saturating_add(unit / 2);
            head += rounded >> 60;
            let kept = format!("{:015x}", rounded & (u64::MAX >> 4));
            digits = kept[..p].to_string();
        }
        Some(p) => digits.push_str(&"0".repeat(p - 15)),
        None => digits = digits.trim_end_matches('0').to_string(),
    }
    let point = if digits.is_empty() { "" } else { "." };
    format!("0x{head:x}{point}{digits}p{e:+}")
}

/// With `#` there is a point in every number.
fn pointed(s: String, alt: bool) -> String {
    if !alt || s.contains('.') {
        return s;
    }
    match s.split_once('e') {
        Some((mantissa, e)) => format!("{mantissa}.e{e}"),
        None => s + ".",
    }
}

/// C's `%e`: at least two digits in the exponent.
fn exponent(v: f64, p: usize) -> String {
    let s = scientific(v, p);
    let (mantissa, e) = s.split_once('e').unwrap_or((&s, "0"));
    let e: i32 = e.parse().unwrap_or(0);
    format!("{mantissa}e{}{:02}", if e < 0 { '-' } else { '+' }, e.abs())
}

fn general(v: f64, p: usize, alt: bool) -> String {
    if v == 0.0 {
        return if alt { format!("0.{}", "0".repeat(p - 1)) } else { "0".to_string() };
    }
    let s = scientific(v, p - 1);
    let e: i32 = s.split_once('e').and_then(|(_, e)| e.parse().ok()).unwrap_or(0);
    let trim = |s: String| {
        if alt || !s.contains('.') {
            return s;
        }
        s.trim_end_matches('0').trim_end_matches('.').to_string()
    };
    if e < -4 || e >= p as i32 {
        let s = exponent(v, p - 1);
        let (m, x) = s.split_once('e').unwrap_or((&s, "+00"));
        return format!("{}e{x}", trim(m.to_string()));
    }
    trim(fixed(v, (p as i32 - 1 - e).max(0) as usize))
}
