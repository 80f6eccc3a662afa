//! Numbers as they stand in strings: whole ones in the one form that the real server keeps as numbers,
//! and floating ones as it reads and writes them.

/// A whole number in its one form: no sign but `-`, no zeros in front.
pub fn canonical(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > 20 {
        return None;
    }
    let s = std::str::from_utf8(text).ok()?;
    let digits = s.strip_prefix('-').unwrap_or(s);
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    if !plain || digits.is_empty() || (digits.starts_with('0') && s != "0") {
        return None;
    }
    s.parse().ok()
}

/// A floating number; infinities are read too.
pub fn float(text: &[u8]) -> Option<f64> {
    let s = std::str::from_utf8(text).ok()?;
    if s.is_empty() || s.starts_with(char::is_whitespace) || s.ends_with(char::is_whitespace) {
        return None;
    }
    let plain = s.trim_start_matches(['+', '-']).to_ascii_lowercase();
    if plain == "inf" || plain == "infinity" {
        return Some(if s.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY });
    }
    if !plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'+' | b'-')) {
        return None;
    }
    s.parse().ok().filter(|f: &f64| !f.is_nan())
}

/// A score as it is answered: whole ones without a point, others with the fewest digits that say it.
pub fn show(f: f64) -> String {
    if f.is_infinite() {
        return if f > 0.0 { "inf".to_string() } else { "-inf".to_string() };
    }
    if f == 0.0 {
        return if f.is_sign_negative() { "-0".to_string() } else { "0".to_string() };
    }
    let size = f.abs();
    if (1e-5..1e17).contains(&size) {
        return format!("{f}");
    }
    // As %.17g writes it: an exponent of two digits at least.
    let text = format!("{f:e}");
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let (sign, exponent) = match exponent.strip_prefix('-') {
        Some(e) => ('-', e),
        None => ('+', exponent),
    };
    format!("{digits}e{sign}{exponent:0>2}")
}

/// The result of adding to a floating number: seventeen places at most, zeros at the end cut.
pub fn sum(f: f64) -> String {
    if f == 0.0 {
        return "0".to_string();
    }
    format!("{f}")
}

#[cfg(test)]
mod tests {
    use super::{canonical, float, show};

    #[test]
    fn numbers() {
        assert_eq!((canonical(b"0"), canonical(b"-5")), (Some(0), Some(-5)));
        for wrong in [&b"-0"[..], b"01", b"+1", b" 1", b"", b"1.0", b"9223372036854775808"] {
            assert_eq!(canonical(wrong), None);
        }
        assert_eq!(
            (float(b"1.5"), float(b"-inf"), float(b"x")),
            (Some(1.5), Some(f64::NEG_INFINITY), None)
        );
        assert_eq!(
            (show(2.0), show(2.5), show(3e10)),
            ("2".into(), "2.5".into(), "30000000000".into())
        );
        assert_eq!(show(1e30), "1e+30");
    }
}
