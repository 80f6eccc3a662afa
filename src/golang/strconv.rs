//! Go's number and boolean syntax with its error texts.

use super::quote::quote;

/// `strconv.ParseBool`.
pub fn parse_bool(text: &str) -> Result<bool, String> {
    match text {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Ok(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Ok(false),
        _ => Err(format!("strconv.ParseBool: parsing {}: invalid syntax", quote(text))),
    }
}

/// Why a number was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumError {
    /// Not a number at all.
    Syntax,
    /// A number that does not fit.
    Range,
}

impl std::fmt::Display for NumError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            NumError::Syntax => "invalid syntax",
            NumError::Range => "value out of range",
        })
    }
}

/// `strconv.ParseInt(text, base, 64)`; base 0 reads the prefixes of Go's literals.
pub fn parse_int(text: &str, base: u32) -> Result<i64, NumError> {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = parse_uint(digits, base)?;
    if negative {
        if magnitude > 1 << 63 { Err(NumError::Range) } else { Ok(magnitude.wrapping_neg() as i64) }
    } else {
        i64::try_from(magnitude).map_err(|_| NumError::Range)
    }
}

/// `strconv.ParseUint(text, base, 64)`.
pub fn parse_uint(text: &str, base: u32) -> Result<u64, NumError> {
    let mut digits = text;
    let mut radix = base;
    let mut underscores = false;
    if base == 0 {
        radix = 10;
        let lower = text.to_ascii_lowercase();
        for (prefix, r) in [("0x", 16), ("0b", 2), ("0o", 8)] {
            if lower.starts_with(prefix) && text.len() > 2 {
                (radix, digits) = (r, &text[2..]);
            }
        }
        if radix == 10 && text.starts_with('0') && text.len() > 1 {
            (radix, digits) = (8, &text[1..]);
        }
        underscores = true;
    }
    if digits.is_empty() {
        return Err(NumError::Syntax);
    }
    let mut value: u64 = 0;
    let mut range = false;
    let mut last = ' ';
    for c in digits.chars() {
        if c == '_' && underscores && last != '_' && (last != ' ' || radix != 10) {
            last = c;
            continue;
        }
        last = c;
        let digit = c.to_digit(radix).ok_or(NumError::Syntax)?;
        match value.checked_mul(u64::from(radix)).and_then(|v| v.checked_add(u64::from(digit))) {
            Some(v) => value = v,
            None => range = true,
        }
    }
    if last == '_' {
        return Err(NumError::Syntax);
    }
    if range { Err(NumError::Range) } else { Ok(value) }
}

/// The text of an error of a named function of `strconv`.
pub fn told(function: &str, text: &str, error: NumError) -> String {
    format!("strconv.{function}: parsing {}: {error}", quote(text))
}

/// `strconv.Atoi`.
pub fn atoi(text: &str) -> Result<i64, String> {
    parse_int(text, 10).map_err(|e| told("Atoi", text, e))
}

/// A number as Go writes it in its source: underscores may stand between digits.
pub fn parse_float(text: &str) -> Option<f64> {
    without_underscores(text)?.parse().ok()
}

/// A number without the underscores between its digits; none where one stands elsewhere.
pub fn without_underscores(text: &str) -> Option<String> {
    let between = |at: usize| {
        let bytes = text.as_bytes();
        let digit = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    let fine = text.match_indices('_').all(|(at, _)| between(at));
    fine.then(|| text.replace('_', ""))
}

/// Go's shortest form of a floating point number as `%v` prints it (`%g`, exponents from 21 on).
pub fn float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_string();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_string();
    }
    if value == 0.0 {
        return if value.is_sign_negative() { "-0" } else { "0" }.to_string();
    }
    let text = format!("{value:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..21).contains(&exponent) {
        return format!("{value}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::{NumError, atoi, float, parse_bool, parse_int, parse_uint};

    #[test]
    fn numbers() {
        assert_eq!(parse_int("-0x1f", 0), Ok(-31));
        assert_eq!(parse_int("017", 0), Ok(15));
        assert_eq!(parse_int("1_000", 0), Ok(1000));
        assert_eq!(parse_int("-9223372036854775808", 10), Ok(i64::MIN));
        assert_eq!(parse_int("9223372036854775808", 10), Err(NumError::Range));
        assert_eq!(parse_uint("", 10), Err(NumError::Syntax));
        assert_eq!(parse_uint("+5", 10), Err(NumError::Syntax));
        assert_eq!(atoi("x").unwrap_err(), "strconv.Atoi: parsing \"x\": invalid syntax");
        assert!(parse_bool("yes").is_err());
        assert_eq!(float(1e21), "1e+21");
        assert_eq!(float(0.5), "0.5");
        assert_eq!(float(1.5e-7), "1.5e-07");
    }
}
