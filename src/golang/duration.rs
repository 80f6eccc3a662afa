//! Go's `time.Duration`: reading and printing, in nanoseconds.

use super::quote::quote;

const UNITS: [(&str, f64); 8] = [
    ("ns", 1.0),
    ("us", 1e3),
    ("µs", 1e3),
    ("μs", 1e3),
    ("ms", 1e6),
    ("s", 1e9),
    ("m", 60e9),
    ("h", 3600e9),
];

/// `time.ParseDuration`.
pub fn parse(text: &str) -> Result<i64, String> {
    let invalid = || format!("time: invalid duration {}", quote(text));
    let (negative, mut rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    if rest == "0" {
        return Ok(0);
    }
    if rest.is_empty() {
        return Err(invalid());
    }
    let mut total: i128 = 0;
    while !rest.is_empty() {
        // Digits, then perhaps a dot and more of them.
        let digits = |from: usize| {
            rest[from..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |at| from + at)
        };
        let whole = digits(0);
        let end = if rest[whole..].starts_with('.') { digits(whole + 1) } else { whole };
        let number = &rest[..end];
        if number.is_empty() || number == "." {
            return Err(invalid());
        }
        rest = &rest[end..];
        let end = rest.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(rest.len());
        let unit = &rest[..end];
        if unit.is_empty() {
            return Err(format!("time: missing unit in duration {}", quote(text)));
        }
        let Some((_, scale)) = UNITS.iter().find(|(name, _)| *name == unit) else {
            return Err(format!("time: unknown unit {} in duration {}", quote(unit), quote(text)));
        };
        rest = &rest[end..];
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let whole: i128 =
            if whole.is_empty() { 0 } else { whole.parse().map_err(|_| invalid())? };
        total = total
            .checked_add(whole.checked_mul(*scale as i128).ok_or_else(invalid)?)
            .ok_or_else(invalid)?;
        if !fraction.is_empty() {
            let part: f64 = format!("0.{fraction}").parse().map_err(|_| invalid())?;
            total += (part * scale) as i128;
        }
        if total > i128::from(i64::MAX) {
            return Err(invalid());
        }
    }
    let value = i64::try_from(total).map_err(|_| invalid())?;
    Ok(if negative { -value } else { value })
}

/// `Duration.String`, as in `1h2m3.5s`.
pub fn text(ns: i64) -> String {
    let sign = if ns < 0 { "-" } else { "" };
    let n = ns.unsigned_abs();
    let fraction = |n: u64, unit: u64| {
        let part = format!("{:0width$}", n % unit, width = unit.ilog10() as usize);
        let part = part.trim_end_matches('0');
        if part.is_empty() { format!("{}", n / unit) } else { format!("{}.{part}", n / unit) }
    };
    if n == 0 {
        return "0s".to_string();
    }
    if n < 1_000 {
        return format!("{sign}{n}ns");
    }
    if n < 1_000_000 {
        return format!("{sign}{}µs", fraction(n, 1_000));
    }
    if n < 1_000_000_000 {
        return format!("{sign}{}ms", fraction(n, 1_000_000));
    }
    let minutes = n / 60_000_000_000;
    let seconds = fraction(n % 60_000_000_000, 1_000_000_000);
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("{sign}{seconds}s"),
        (0, m) => format!("{sign}{m}m{seconds}s"),
        (h, m) => format!("{sign}{h}h{m}m{seconds}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, text};

    #[test]
    fn durations() {
        assert_eq!(parse("1h2m3.5s"), Ok(3_723_500_000_000));
        assert_eq!(parse("-1.5h"), Ok(-5_400_000_000_000));
        assert_eq!(parse("abc").unwrap_err(), "time: invalid duration \"abc\"");
        assert_eq!(parse("5").unwrap_err(), "time: missing unit in duration \"5\"");
        assert_eq!(parse("5q").unwrap_err(), "time: unknown unit \"q\" in duration \"5q\"");
        assert_eq!(text(3_723_500_000_000), "1h2m3.5s");
        assert_eq!(text(1_500_000), "1.5ms");
        assert_eq!(text(0), "0s");
    }
}
