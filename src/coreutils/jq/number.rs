//! jq's numbers: how one is written, and which keep how they were written.

use super::json::J;

impl J {
    /// A number that stands in a text or a program.
    pub fn literal(text: &str, n: f64) -> J {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.len() < 16
            && !digits.starts_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
        {
            return J::Num(n);
        }
        let mut plain = String::new();
        number(n, &mut plain);
        match canonical(text) {
            Some(exact) if exact != plain => J::Lit(n, exact.into()),
            _ => J::Num(n),
        }
    }
}

/// Appends a number as jq writes it: with an exponent from sixteen digits beyond those that count.
pub fn number(n: f64, out: &mut String) {
    if n.is_nan() {
        out.push_str("null");
    } else if n.is_infinite() {
        out.push_str(if n < 0.0 { "-1.7976931348623157e+308" } else { "1.7976931348623157e+308" });
    } else {
        let e = format!("{n:e}");
        let (mant, exp) = e.split_once('e').unwrap_or((&e, "0"));
        let x: i32 = exp.parse().unwrap_or(0);
        let digits = mant.bytes().filter(u8::is_ascii_digit).count() as i32;
        if (-4..digits + 15).contains(&x) {
            out.push_str(&n.to_string());
        } else {
            out.push_str(&format!("{mant}e{}{:02}", if x < 0 { '-' } else { '+' }, x.abs()));
        }
    }
}

/// A number as it is written in decimal arithmetic (to-scientific-string of the General Decimal Arithmetic
/// specification, which jq's decNumber follows): all digits, zeros at the end too.
fn canonical(text: &str) -> Option<String> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mant, exp) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let exp: i64 = exp.parse().ok()?;
    let (whole, part) = mant.split_once('.').unwrap_or((mant, ""));
    let all = format!("{whole}{part}");
    let digits = all.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let exp = exp.checked_sub(part.len() as i64)?;
    let point = exp.checked_add(digits.len() as i64)?;
    if exp > 0 || point < -5 {
        let (first, more) = digits.split_at(1);
        let dot = if more.is_empty() { "" } else { "." };
        return Some(format!("{sign}{first}{dot}{more}E{:+}", point - 1));
    }
    Some(match usize::try_from(point) {
        Ok(at) if at == digits.len() => format!("{sign}{digits}"),
        Ok(at) if at > 0 => format!("{sign}{}.{}", &digits[..at], &digits[at..]),
        _ => format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
    })
}
