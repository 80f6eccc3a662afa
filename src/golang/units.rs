//! Sizes as docker/go-units reads them, and lengths of time as it tells them.

use super::strconv;

/// A size with an optional unit in powers of 1024 (`RAMInBytes`).
pub fn ram_bytes(value: &str) -> Result<i64, String> {
    size(value, 1024.0)
}

/// A size with an optional unit in powers of 1000 (`FromHumanSize`).
pub fn human_bytes(value: &str) -> Result<i64, String> {
    size(value, 1000.0)
}

fn size(value: &str, base: f64) -> Result<i64, String> {
    let Some(at) = value.rfind(|c: char| c.is_ascii_digit() || c == '.' || c == ' ') else {
        return Err(format!("invalid size: '{value}'"));
    };
    let suffix = &value[at + 1..];
    let number = if value.as_bytes()[at] == b' ' { &value[..at] } else { &value[..=at] };
    let plain = number.strip_prefix(['+', '-']).unwrap_or(number);
    let well_formed = plain.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let Some(size) = strconv::parse_float(number).filter(|_| well_formed) else {
        return Err(strconv::told("ParseFloat", number, strconv::NumError::Syntax));
    };
    if size < 0.0 {
        return Err(format!("invalid size: '{value}'"));
    }
    let suffix = suffix.to_lowercase();
    let bad = || Err(format!("invalid suffix: '{suffix}'"));
    let power = match suffix.as_bytes() {
        [] | [b'b'] => 0,
        [unit] | [unit, b'b'] | [unit, b'i', b'b'] => match unit {
            b'k' => 1,
            b'm' => 2,
            b'g' => 3,
            b't' => 4,
            b'p' => 5,
            _ => return bad(),
        },
        _ => return bad(),
    };
    let bytes = size * base.powi(power);
    // What does not fit becomes the least number, as amd64 converts it.
    Ok(if bytes >= i64::MAX as f64 { i64::MIN } else { bytes as i64 })
}

/// A length of time in nanoseconds as one rough figure: `About a minute` (`HumanDuration`).
pub fn human_duration(ns: i64) -> String {
    let seconds = ns / 1_000_000_000;
    let minutes = seconds / 60;
    // Hours are rounded, all else is cut.
    let hours = (ns as f64 / 3600e9 + 0.5) as i64;
    match () {
        () if seconds < 1 => "Less than a second".to_string(),
        () if seconds == 1 => "1 second".to_string(),
        () if seconds < 60 => format!("{seconds} seconds"),
        () if minutes == 1 => "About a minute".to_string(),
        () if minutes < 60 => format!("{minutes} minutes"),
        () if hours == 1 => "About an hour".to_string(),
        () if hours < 48 => format!("{hours} hours"),
        () if hours < 24 * 7 * 2 => format!("{} days", hours / 24),
        () if hours < 24 * 30 * 2 => format!("{} weeks", hours / 24 / 7),
        () if hours < 24 * 365 * 2 => format!("{} months", hours / 24 / 30),
        () => format!("{} years", seconds / 3600 / 24 / 365),
    }
}

#[cfg(test)]
mod tests {
    use super::{human_bytes, human_duration, ram_bytes};

    #[test]
    fn ages() {
        let s = 1_000_000_000;
        for (ns, want) in [
            (999_999_999, "Less than a second"),
            (s, "1 second"),
            (59 * s, "59 seconds"),
            (60 * s, "About a minute"),
            (120 * s, "2 minutes"),
            (3600 * s, "About an hour"),
            (5400 * s, "2 hours"),
            (48 * 3600 * s, "2 days"),
            (14 * 86400 * s, "2 weeks"),
            (60 * 86400 * s, "2 months"),
            (730 * 86400 * s, "2 years"),
        ] {
            assert_eq!(human_duration(ns), want);
        }
    }

    #[test]
    fn sizes() {
        assert_eq!(ram_bytes("1k"), Ok(1024));
        assert_eq!(ram_bytes("1.5 MiB"), Ok(1_572_864));
        assert_eq!(ram_bytes("2gb"), Ok(2_147_483_648));
        assert_eq!(ram_bytes("99999999999g"), Ok(i64::MIN));
        assert_eq!(ram_bytes("abc").unwrap_err(), "invalid size: 'abc'");
        assert_eq!(ram_bytes("-1").unwrap_err(), "invalid size: '-1'");
        assert_eq!(ram_bytes("1x").unwrap_err(), "invalid suffix: 'x'");
        assert_eq!(human_bytes("1.5k"), Ok(1500));
        assert_eq!(human_bytes("10m"), Ok(10_000_000));
    }
}
