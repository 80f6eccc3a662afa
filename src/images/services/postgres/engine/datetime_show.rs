//! Fields of times, and to_char; the rest is in `datetime`.

use crate::coreutils::time::{DAYS, MONTHS};

use super::super::error::{PgError, Res};
use super::datetime::{DAY, EPOCH, HOUR, MINUTE, SECOND, date_of, days_of, month_length};
use super::types::Span;

/// The other direction.
pub fn negated(s: &Span) -> Span {
    Span {
        months: s.months.saturating_neg(),
        days: s.days.saturating_neg(),
        us: s.us.saturating_neg(),
    }
}

/// A time some span later; a month's end stays one.
pub fn add_span(us: i64, s: &Span) -> Res<i64> {
    let out = || PgError::new("22008", "timestamp out of range");
    let mut days = us.div_euclid(DAY);
    let time = us.rem_euclid(DAY);
    if s.months != 0 {
        let (y, m, d) = date_of(days);
        let total = y * 12 + m - 1 + i64::from(s.months);
        let (y, m) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        if !(-4000..=200_000).contains(&y) {
            return Err(out());
        }
        days = days_of(y, m, d.min(month_length(y, m)));
    }
    days += i64::from(s.days);
    let sum =
        days.checked_mul(DAY).and_then(|d| d.checked_add(time)).and_then(|d| d.checked_add(s.us));
    sum.ok_or_else(out)
}

/// A field of a time: `year`, `dow`, `epoch` ...
pub fn field(name: &str, us: i64) -> Option<f64> {
    let days = us.div_euclid(DAY);
    let time = us.rem_euclid(DAY);
    let (y, m, d) = date_of(days);
    Some(match name {
        "year" => y as f64,
        "month" => m as f64,
        "day" => d as f64,
        "hour" => (time / HOUR) as f64,
        "minute" => (time / MINUTE % 60) as f64,
        "second" => (time % MINUTE) as f64 / 1e6,
        "milliseconds" => (time % MINUTE) as f64 / 1e3,
        "quarter" => ((m - 1) / 3 + 1) as f64,
        "dow" => (days + 6).rem_euclid(7) as f64,
        "isodow" => ((days + 5).rem_euclid(7) + 1) as f64,
        "doy" => (days - days_of(y, 1, 1) + 1) as f64,
        "decade" => y.div_euclid(10) as f64,
        "century" => ((y + 99) / 100) as f64,
        "week" => iso_week(days) as f64,
        "epoch" => us as f64 / 1e6 + (EPOCH * 86_400) as f64,
        _ => return None,
    })
}

pub fn iso_week(days: i64) -> i64 {
    let thursday = days - (days + 5).rem_euclid(7) + 3;
    let (y, _, _) = date_of(thursday);
    (thursday - days_of(y, 1, 1)) / 7 + 1
}

/// Cut down to a unit (`date_trunc`).
pub fn truncate(unit: &str, us: i64) -> Option<i64> {
    let days = us.div_euclid(DAY);
    let (y, m, _) = date_of(days);
    Some(match unit {
        "microseconds" => us,
        "milliseconds" => us.div_euclid(1000) * 1000,
        "second" => us.div_euclid(SECOND) * SECOND,
        "minute" => us.div_euclid(MINUTE) * MINUTE,
        "hour" => us.div_euclid(HOUR) * HOUR,
        "day" => days * DAY,
        "week" => (days - (days + 5).rem_euclid(7)) * DAY,
        "month" => days_of(y, m, 1) * DAY,
        "quarter" => days_of(y, (m - 1) / 3 * 3 + 1, 1) * DAY,
        "year" => days_of(y, 1, 1) * DAY,
        _ => return None,
    })
}

/// `age(a, b)`: in years, months and days.
pub fn age(a: i64, b: i64) -> Span {
    if a < b {
        return negated(&age(b, a));
    }
    let ((y1, m1, d1), (y2, m2, d2)) = (date_of(a.div_euclid(DAY)), date_of(b.div_euclid(DAY)));
    let mut us = a.rem_euclid(DAY) - b.rem_euclid(DAY);
    let mut days = d1 - d2;
    let mut months = (y1 - y2) * 12 + m1 - m2;
    if us < 0 {
        us += DAY;
        days -= 1;
    }
    if days < 0 {
        days += month_length(y2, m2);
        months -= 1;
    }
    Span { months: months as i32, days: days as i32, us }
}

/// `to_char` of a time.
pub fn to_char(us: i64, format: &str) -> String {
    let days = us.div_euclid(DAY);
    let time = us.rem_euclid(DAY);
    let (y, m, d) = date_of(days);
    let (h, name, month) =
        (time / HOUR, DAYS[(days + 6).rem_euclid(7) as usize], MONTHS[(m - 1) as usize]);
    let table: [(&str, String); 21] = [
        ("YYYY", format!("{y:04}")),
        ("HH24", format!("{h:02}")),
        ("HH12", format!("{:02}", (h + 11) % 12 + 1)),
        ("Month", format!("{month:<9}")),
        ("MONTH", format!("{:<9}", month.to_uppercase())),
        ("Mon", month[..3].to_string()),
        ("MON", month[..3].to_uppercase()),
        ("Day", format!("{name:<9}")),
        ("DAY", format!("{:<9}", name.to_uppercase())),
        ("Dy", name[..3].to_string()),
        ("DDD", format!("{:03}", days - days_of(y, 1, 1) + 1)),
        ("MM", format!("{m:02}")),
        ("DD", format!("{d:02}")),
        ("HH", format!("{:02}", (h + 11) % 12 + 1)),
        ("MI", format!("{:02}", time / MINUTE % 60)),
        ("SS", format!("{:02}", time / SECOND % 60)),
        ("MS", format!("{:03}", time % SECOND / 1000)),
        ("US", format!("{:06}", time % SECOND)),
        ("YY", format!("{:02}", y % 100)),
        ("AM", if h < 12 { "AM" } else { "PM" }.to_string()),
        ("TZ", "UTC".to_string()),
    ];
    let mut out = String::new();
    let mut rest = format;
    'next: while let Some(c) = rest.chars().next() {
        if c == '"' {
            let body = rest[1..].split('"').next().unwrap_or_default();
            out.push_str(body);
            rest = rest.get(body.len() + 2..).unwrap_or_default();
            continue;
        }
        let plain = rest.strip_prefix("FM").unwrap_or(rest);
        for (pattern, value) in &table {
            if let Some(after) = plain.strip_prefix(pattern) {
                let trimmed = value.trim_end().trim_start_matches('0');
                out.push_str(if plain.len() < rest.len() { trimmed } else { value });
                rest = after;
                continue 'next;
            }
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}
