//! Moments as `touch -t` is given them (touch(1p)): `[[CC]YY]MMDDhhmm[.ss]`.

use super::{SECOND, Zone, days_from_civil, month_days, split};

/// The moment that a stamp means in a zone, in nanoseconds since the epoch; `None` where it means none.
/// Without a year it is that of `now`; two digits from 69 on are of the last century.
pub fn stamp(text: &str, now: i64, zone: &Zone) -> Option<i64> {
    let (digits, secs) = text.split_once('.').unwrap_or((text, "00"));
    let all = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !all(digits) || !all(secs) || secs.len() != 2 {
        return None;
    }
    let number = |s: &str| s.parse::<i64>().ok();
    let year = match digits.len() {
        8 => zone.civil(split(now).0, 0).year,
        10 => {
            let y = number(&digits[..2])?;
            y + if y < 69 { 2000 } else { 1900 }
        }
        12 => number(&digits[..4])?,
        _ => return None,
    };
    let rest = &digits[digits.len() - 8..];
    let at = |i: usize| number(&rest[i..i + 2]);
    let (month, day, hour, minute, second) = (at(0)?, at(2)?, at(4)?, at(6)?, number(secs)?);
    let in_year = (1..=12).contains(&month);
    if !in_year || !(1..=i64::from(month_days(year, month as u32))).contains(&day) {
        return None;
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_from_civil(year, month, day);
    let local = days * 86_400 + hour * 3_600 + minute * 60 + second;
    zone.to_utc(local).checked_mul(SECOND)
}

#[cfg(test)]
mod tests {
    use super::{SECOND, Zone, stamp};

    #[test]
    fn stamps() {
        // 2023-11-14 22:13:20.
        let now = 1_700_000_000 * SECOND;
        let at = |s| stamp(s, now, &Zone::utc());
        assert_eq!(at("202001020304.05"), Some(1_577_934_245 * SECOND));
        assert_eq!(at("2001020304"), Some(1_577_934_240 * SECOND));
        assert_eq!(at("11142213.20"), Some(now));
        assert_eq!(
            stamp("202001020304.05", now, &Zone::fixed(3_600)),
            Some(1_577_930_645 * SECOND)
        );
        for bad in [
            "202013020304",
            "202002300304",
            "2020",
            "202001022404",
            "20200102030é",
            "202001020304.é",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }
}
