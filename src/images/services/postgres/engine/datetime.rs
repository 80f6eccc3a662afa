//! Dates, times and spans: reading them, showing them, and reckoning. All is UTC.

use super::super::error::{PgError, Res};
pub use super::datetime_show::{add_span, age, field, negated, to_char, truncate};
use super::types::Span;

/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;
pub const HOUR: i64 = 3_600_000_000;
pub const MINUTE: i64 = 60_000_000;
pub const SECOND: i64 = 1_000_000;
/// Days between 1970-01-01 and 2000-01-01.
pub const EPOCH: i64 = 10_957;

/// Days since 2000-01-01 of a date.
pub fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let doy = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    era * 146_097 + doe - 719_468 - EPOCH
}

/// The date of a number of days since 2000-01-01.
pub fn date_of(days: i64) -> (i64, i64, i64) {
    let z = days + EPOCH + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z - era * 146_097;
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
}

/// Microseconds since 2000-01-01 of the machine's clock.
pub fn from_unix_ns(ns: i64) -> i64 {
    ns / 1000 - EPOCH * DAY
}

/// Days of a month.
pub fn month_length(year: i64, month: i64) -> i64 {
    let (y, m) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days_of(y, m, 1) - days_of(year, month, 1)
}

/// `2026-11-21`.
pub fn show_date(days: i64) -> String {
    let (y, m, d) = date_of(days);
    format!("{y:04}-{m:02}-{d:02}")
}

/// `09:00:00.5`.
pub fn show_time(us: i64) -> String {
    let (h, m, s, f) = (us / HOUR, us / MINUTE % 60, us / SECOND % 60, us % SECOND);
    let mut text = format!("{h:02}:{m:02}:{s:02}");
    if f != 0 {
        text.push_str(format!(".{f:06}").trim_end_matches('0'));
    }
    text
}

/// `2026-11-21 09:00:00.5`, with `+00` where it has a zone.
pub fn show_stamp(us: i64, zone: bool) -> String {
    let text = format!("{} {}", show_date(us.div_euclid(DAY)), show_time(us.rem_euclid(DAY)));
    if zone { text + "+00" } else { text }
}

/// `1 year 2 mons 3 days 04:05:06`.
pub fn show_span(s: &Span) -> String {
    let mut parts = Vec::new();
    let mut part = |n: i32, one: &str| {
        if n != 0 {
            parts.push(format!("{n} {one}{}", if n == 1 { "" } else { "s" }));
        }
    };
    part(s.months / 12, "year");
    part(s.months % 12, "mon");
    part(s.days, "day");
    if s.us != 0 || parts.is_empty() {
        let sign = if s.us < 0 { "-" } else { "" };
        parts.push(format!("{sign}{}", show_time(s.us.abs())));
    }
    parts.join(" ")
}

pub fn bad(kind: &str, text: &str) -> PgError {
    PgError::new("22007", format!("invalid input syntax for type {kind}: \"{text}\""))
}

pub fn range(text: &str) -> PgError {
    PgError::new("22008", format!("date/time field value out of range: \"{text}\""))
}

pub const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a date with, perhaps, a time and a zone; `now` is the time of the transaction.
pub fn read_stamp(kind: &str, text: &str, now: i64) -> Res<i64> {
    let lower = text.trim().to_lowercase();
    match lower.as_str() {
        "now" => return Ok(now),
        "today" => return Ok(now.div_euclid(DAY) * DAY),
        "tomorrow" => return Ok((now.div_euclid(DAY) + 1) * DAY),
        "yesterday" => return Ok((now.div_euclid(DAY) - 1) * DAY),
        "epoch" => return Ok(-EPOCH * DAY),
        _ => {}
    }
    let (date, time) = match lower.find(['t', ' ']).filter(|i| lower[..*i].contains('-')) {
        Some(i) => (&lower[..i], lower[i + 1..].trim()),
        None => (lower.as_str(), ""),
    };
    let parts: Vec<&str> = date.split(['-', '/', ' ', ',']).filter(|p| !p.is_empty()).collect();
    let number = |s: &str| s.parse::<i64>().map_err(|_| bad(kind, text));
    let (y, m, d) = match parts.as_slice() {
        [a, b, c] => {
            let month =
                |s: &str| MONTHS.iter().position(|m| s.starts_with(m)).map(|i| i as i64 + 1);
            if let Some(m) = month(a) {
                (number(c)?, m, number(b)?)
            } else if let Some(m) = month(b) {
                if a.len() > 2 { (number(a)?, m, number(c)?) } else { (number(c)?, m, number(a)?) }
            } else if a.len() > 2 {
                (number(a)?, number(b)?, number(c)?)
            } else {
                (number(c)?, number(a)?, number(b)?)
            }
        }
        [one] if one.len() == 8 && one.bytes().all(|b| b.is_ascii_digit()) => {
            (number(&one[..4])?, number(&one[4..6])?, number(&one[6..])?)
        }
        _ => return Err(bad(kind, text)),
    };
    if !(1..=12).contains(&m) || !(1..=9999).contains(&y) || d < 1 || d > month_length(y, m) {
        return Err(range(text));
    }
    Ok(days_of(y, m, d) * DAY + if time.is_empty() { 0 } else { read_time(kind, time)? })
}

/// Reads a time with, perhaps, a zone, which is taken off.
pub fn read_time(kind: &str, text: &str) -> Res<i64> {
    let mut t = text.trim();
    let mut shift = 0;
    let zone = t.char_indices().find(|(i, c)| *i > 0 && matches!(c, '+' | '-' | 'z' | 'u' | ' '));
    if let Some((i, _)) = zone {
        let z = t[i..].trim().to_string();
        t = t[..i].trim();
        if !matches!(z.as_str(), "z" | "utc" | "am" | "pm") {
            let (h, m) = z[1..].split_once(':').unwrap_or((&z[1..], "0"));
            let (Ok(h), Ok(m)) = (h.parse::<i64>(), m.parse::<i64>()) else {
                return Err(bad(kind, text));
            };
            shift = (h * HOUR + m * MINUTE) * if z.starts_with('-') { -1 } else { 1 };
        } else if z == "pm" && !t.starts_with("12") {
            shift = -12 * HOUR;
        }
    }
    let parts: Vec<&str> = t.split(':').collect();
    let whole = |s: &str| s.parse::<i64>().map_err(|_| bad(kind, text));
    let (h, m, s) = match parts.as_slice() {
        [h, m] => (whole(h)?, whole(m)?, 0),
        [h, m, s] => {
            let seconds: f64 = s.parse().map_err(|_| bad(kind, text))?;
            (whole(h)?, whole(m)?, (seconds * 1e6).round() as i64)
        }
        _ => return Err(bad(kind, text)),
    };
    if !(0..=24).contains(&h) || !(0..60).contains(&m) || !(0..=60 * SECOND).contains(&s) {
        return Err(range(text));
    }
    Ok(h * HOUR + m * MINUTE + s - shift)
}

/// Reads a span: `1 day 2 hours`, `01:30`, `1 mon`.
pub fn read_span(text: &str) -> Res<Span> {
    let wrong = || bad("interval", text);
    let mut s = Span::default();
    let lower = text.trim().to_lowercase();
    let mut words: Vec<String> = Vec::new();
    for w in lower.split_whitespace().filter(|w| *w != "@") {
        // 5min is 5 min.
        let split =
            w.find(|c: char| c.is_ascii_alphabetic()).filter(|i| *i > 0 && !w.contains(':'));
        match split {
            Some(i) => words.extend([w[..i].to_string(), w[i..].to_string()]),
            None => words.push(w.to_string()),
        }
    }
    if words.is_empty() {
        return Err(wrong());
    }
    let ago = words.last().is_some_and(|w| w == "ago");
    if ago {
        words.pop();
    }
    let mut it = words.iter().peekable();
    while let Some(w) = it.next() {
        if w.contains(':') {
            let (sign, body) = w.strip_prefix('-').map_or((1, w.as_str()), |rest| (-1, rest));
            s.us = s.us.saturating_add(sign * read_time("interval", body)?);
            continue;
        }
        let n: f64 = w.parse().map_err(|_| wrong())?;
        let unit = it.next().map_or("second", String::as_str);
        let unit = unit.strip_suffix('s').filter(|u| u.len() > 1).unwrap_or(unit);
        match unit {
            "year" | "yr" | "y" => s.months = s.months.saturating_add((n * 12.0) as i32),
            "month" | "mon" => s.months = s.months.saturating_add(n as i32),
            "week" | "w" => s.days = s.days.saturating_add((n * 7.0) as i32),
            "day" | "d" => {
                s.days = s.days.saturating_add(n as i32);
                s.us = s.us.saturating_add((n.fract() * DAY as f64) as i64);
            }
            "hour" | "hr" | "h" => s.us = s.us.saturating_add((n * HOUR as f64) as i64),
            "minute" | "min" | "m" => s.us = s.us.saturating_add((n * MINUTE as f64) as i64),
            "second" | "sec" | "" | "s" => {
                s.us = s.us.saturating_add((n * SECOND as f64).round() as i64)
            }
            "millisecond" | "msec" => s.us = s.us.saturating_add((n * 1000.0) as i64),
            _ => return Err(wrong()),
        }
    }
    Ok(if ago { negated(&s) } else { s })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(days_of(2000, 1, 1), 0);
        assert_eq!(show_date(days_of(2026, 11, 21)), "2026-11-21");
        let t = read_stamp("timestamp", "2024-02-29 10:20:30.5+02", 0).unwrap();
        assert_eq!(show_stamp(t, true), "2024-02-29 08:20:30.5+00");
        assert!(read_stamp("date", "2023-02-29", 0).is_err());
        let s = read_span("1 month 2 days 03:00").unwrap();
        assert_eq!(show_span(&s), "1 mon 2 days 03:00:00");
        let jan = read_stamp("date", "2024-01-31", 0).unwrap();
        assert_eq!(
            show_date(add_span(jan, &read_span("1 month").unwrap()).unwrap().div_euclid(DAY)),
            "2024-02-29"
        );
        assert_eq!(field("dow", days_of(2026, 11, 21) * DAY), Some(6.0));
        assert_eq!(to_char(t, "DD Mon YYYY HH24:MI"), "29 Feb 2024 08:20");
    }
}
