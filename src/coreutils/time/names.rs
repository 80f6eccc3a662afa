//! The words in dates: months, days, units, ordinals, zones. What they come to is `expression`'s.

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
pub(super) const ORDINALS: &[(&str, i64)] = &[
    ("last", -1),
    ("this", 0),
    ("next", 1),
    ("first", 1),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
];
pub(super) const ZONES: &[(&str, i64)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("z", 0),
    ("wet", 0),
    ("bst", 1),
    ("cet", 1),
    ("cest", 2),
    ("eet", 2),
    ("eest", 3),
    ("msk", 3),
    ("west", 1),
    ("wat", 1),
    ("met", 1),
    ("mez", 1),
    ("cat", 2),
    ("sast", 2),
    ("eat", 3),
    ("sgt", 8),
    ("kst", 9),
    ("gst", 10),
    ("nzst", 12),
    ("nzdt", 13),
    ("art", -3),
    ("brt", -3),
    ("ast", -4),
    ("adt", -3),
    ("akst", -9),
    ("akdt", -8),
    ("hst", -10),
    ("ist", 5),
    ("jst", 9),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// Two digits are a year from 1969 to 2068.
pub(super) fn full_year(n: i64, len: usize) -> i64 {
    match (len, n) {
        (1 | 2, 0..69) => n + 2_000,
        (1 | 2, _) => n + 1_900,
        _ => n,
    }
}

pub(super) fn month_number(w: &str) -> Option<i64> {
    if w == "sept" {
        return Some(9);
    }
    let full = super::MONTHS;
    let i = MONTHS.iter().zip(full).position(|(m, f)| w == *m || w == f.to_ascii_lowercase())?;
    Some(i as i64 + 1)
}

pub(super) fn day_number(w: &str) -> Option<i64> {
    let w = match w {
        "tues" => "tue",
        "wednes" => "wed",
        "thur" | "thurs" => "thu",
        other => other,
    };
    let full = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    DAYS.iter().zip(full).position(|(d, f)| w == *d || w == f).map(|i| i as i64)
}

/// Months, days, and seconds of a unit.
pub(super) fn unit(w: &str) -> Option<(i64, i64, i64)> {
    let w = if w.len() > 3 { w.strip_suffix('s').unwrap_or(w) } else { w };
    Some(match w {
        "year" => (12, 0, 0),
        "month" => (1, 0, 0),
        "fortnight" => (0, 14, 0),
        "week" => (0, 7, 0),
        "day" => (0, 1, 0),
        "hour" => (0, 0, 3_600),
        "minute" | "min" => (0, 0, 60),
        "second" | "sec" => (0, 0, 1),
        _ => return None,
    })
}
