//! strftime(3) with the flags and widths that GNU date adds, in the C locale.

use super::{Civil, Zone, split};

/// Names of the months in the C locale.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Names of the days of the week in the C locale, Sunday first.
pub const DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// Flags between `%` and the letter.
#[derive(Clone, Copy, Default)]
struct Spec {
    /// `-` none, `_` spaces, `0` zeros.
    pad: Option<char>,
    upper: bool,
    swap: bool,
    plus: bool,
    width: Option<usize>,
    colons: usize,
}

/// ISO 8601 week and its year.
fn iso_week(c: &Civil) -> (i64, i64) {
    let weekday = i64::from((c.weekday + 6) % 7);
    let week = (i64::from(c.yearday) - weekday + 10) / 7;
    let weeks_of = |year: i64| {
        let jan1 = (super::days_from_civil(year, 1, 1) + 3).rem_euclid(7);
        if jan1 == 3 || (jan1 == 2 && super::is_leap(year)) { 53 } else { 52 }
    };
    match week {
        w if w < 1 => (c.year - 1, weeks_of(c.year - 1)),
        w if w > weeks_of(c.year) => (c.year + 1, 1),
        w => (c.year, w),
    }
}

/// `+hhmm`, with colons as `%:z`, `%::z` and `%:::z` have them.
fn offset(secs: i64, colons: usize, spec: Spec) -> String {
    let sign = if secs < 0 { '-' } else { '+' };
    let (h, m, s) = (secs.abs() / 3_600, secs.abs() / 60 % 60, secs.abs() % 60);
    let text = match colons {
        0 => format!("{h:02}{m:02}"),
        1 => format!("{h:02}:{m:02}"),
        2 => format!("{h:02}:{m:02}:{s:02}"),
        _ if s != 0 => format!("{h:02}:{m:02}:{s:02}"),
        _ if m != 0 => format!("{h:02}:{m:02}"),
        _ => format!("{h:02}"),
    };
    let width = spec.width.unwrap_or(0).saturating_sub(1);
    format!("{sign}{text:0>width$}")
}

/// A moment (nanoseconds since the epoch) in a zone by a format. `fractions`: `%N` and GNU's flags
/// are known, which BusyBox lacks.
pub fn strftime(format: &str, ns: i64, zone: &Zone, fractions: bool) -> String {
    strftime_wide(format, split(ns), zone, fractions)
}

/// As [`strftime`], of seconds since the epoch and nanoseconds.
pub fn strftime_wide(
    format: &str,
    (secs, nanos): (i64, u32),
    zone: &Zone,
    fractions: bool,
) -> String {
    let c = zone.civil(secs, nanos);
    let (east, name) = zone.at(secs);
    let mut out = String::new();
    let mut chars = format.chars();
    while let Some(ch) = chars.next() {
        if ch != '%' {
            out.push(ch);
            continue;
        }
        let rest = chars.as_str();
        let mut spec = Spec::default();
        let letter = loop {
            match chars.next() {
                Some(f @ ('-' | '_')) if fractions => spec.pad = Some(f),
                Some('0') if fractions && spec.width.is_none() => spec.pad = Some('0'),
                Some('^') if fractions => spec.upper = true,
                Some('#') if fractions => spec.swap = true,
                Some('+') if fractions => (spec.plus, spec.pad) = (true, Some('0')),
                Some(d) if fractions && d.is_ascii_digit() => {
                    let n = spec.width.unwrap_or(0).saturating_mul(10);
                    spec.width = Some((n + d as usize - '0' as usize).min(4_096));
                }
                Some(':') => spec.colons += 1,
                Some('E' | 'O') => {}
                other => break other,
            }
        };
        let number = |value: i64, width: usize, pad: char| {
            let pad = spec.pad.unwrap_or(pad);
            let width = spec.width.unwrap_or(width);
            let sign = if value < 0 { "-" } else { "" };
            let sign = if spec.plus && width > 4 && value >= 0 { "+" } else { sign };
            let digits = value.unsigned_abs().to_string();
            let room = width.saturating_sub(sign.len());
            match pad {
                '-' => format!("{sign}{digits}"),
                '_' => format!("{:>width$}", format!("{sign}{digits}")),
                _ => format!("{sign}{digits:0>room$}"),
            }
        };
        let text = |s: &str| {
            let s = match (spec.upper, spec.swap) {
                (true, _) => s.to_uppercase(),
                (_, true) if s == "AM" || s == "PM" || s == name => s.to_lowercase(),
                (_, true) => s.to_uppercase(),
                _ => s.to_string(),
            };
            let width = spec.width.filter(|_| spec.pad != Some('-')).unwrap_or(0);
            if spec.pad == Some('0') { format!("{s:0>width$}") } else { format!("{s:>width$}") }
        };
        let month = MONTHS[c.month as usize - 1];
        let day = DAYS[c.weekday as usize];
        let hour12 = i64::from((c.hour + 11) % 12 + 1);
        let again = |f: &str| text(&strftime_wide(f, (secs, nanos), zone, fractions));
        let known = if letter == Some('z') { spec.colons <= 3 } else { spec.colons == 0 };
        if fractions && !known {
            let end = rest.len() - chars.as_str().len();
            out.push('%');
            out.push_str(&rest[..end]);
            continue;
        }
        let piece = match letter {
            Some('%') => "%".to_string(),
            Some('n') => "\n".to_string(),
            Some('t') => "\t".to_string(),
            Some('a') => text(&day[..3]),
            Some('A') => text(day),
            Some('b' | 'h') => text(&month[..3]),
            Some('B') => text(month),
            Some('c') => again("%a %b %e %H:%M:%S %Y"),
            Some('C') => number(c.year.div_euclid(100), 2, '0'),
            Some('d') => number(i64::from(c.day), 2, '0'),
            Some('D' | 'x') => again("%m/%d/%y"),
            Some('e') => number(i64::from(c.day), 2, '_'),
            Some('F') => again("%Y-%m-%d"),
            Some('g') => number(iso_week(&c).0.rem_euclid(100), 2, '0'),
            Some('G') => number(iso_week(&c).0, 4, '0'),
            Some('H') => number(i64::from(c.hour), 2, '0'),
            Some('I') => number(hour12, 2, '0'),
            Some('j') => number(i64::from(c.yearday) + 1, 3, '0'),
            Some('k') => number(i64::from(c.hour), 2, '_'),
            Some('l') => number(hour12, 2, '_'),
            Some('m') => number(i64::from(c.month), 2, '0'),
            Some('M') => number(i64::from(c.minute), 2, '0'),
            Some('N') if fractions => nanoseconds(nanos, spec),
            Some('p') => text(if c.hour < 12 { "AM" } else { "PM" }),
            Some('P') => text(if c.hour < 12 { "am" } else { "pm" }),
            Some('q') if fractions => number(i64::from(c.month.div_ceil(3)), 1, '0'),
            Some('r') => again("%I:%M:%S %p"),
            Some('R') => again("%H:%M"),
            Some('s') => number(secs, 1, '0'),
            Some('S') => number(i64::from(c.second), 2, '0'),
            Some('T' | 'X') => again("%H:%M:%S"),
            Some('u') => number(i64::from((c.weekday + 6) % 7 + 1), 1, '0'),
            Some('U') => number(i64::from((c.yearday + 7 - c.weekday) / 7), 2, '0'),
            Some('V') => number(iso_week(&c).1, 2, '0'),
            Some('w') => number(i64::from(c.weekday), 1, '0'),
            Some('W') => number(i64::from((c.yearday + 7 - (c.weekday + 6) % 7) / 7), 2, '0'),
            Some('y') => number(c.year.rem_euclid(100), 2, '0'),
            Some('Y') => number(c.year, 4, '0'),
            Some('z') => offset(east, spec.colons, spec),
            Some('Z') => text(name),
            // What is not known stays as it is.
            _ => {
                let len = rest.len() - chars.as_str().len();
                format!("%{}", &rest[..len])
            }
        };
        out += &piece;
    }
    out
}

/// `%N`: nine digits, or as many as the width says.
fn nanoseconds(nanos: u32, spec: Spec) -> String {
    let digits = format!("{nanos:09}");
    match (spec.pad, spec.width) {
        (Some('-'), None) => digits.trim_end_matches('0').to_string(),
        (_, Some(width)) if width < 9 => digits[..width].to_string(),
        (_, Some(width)) => format!("{digits:0<width$}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::{Zone, strftime};

    #[test]
    fn formats() {
        let at = |f: &str| strftime(f, 1_709_251_205_012_345_678, &Zone::utc(), true);
        assert_eq!(at("%a %d.%m.%Y %T %Z"), "Fri 01.03.2024 00:00:05 UTC");
        assert_eq!(at("%G-W%V-%u %j %U %W"), "2024-W09-5 061 08 09");
        assert_eq!(at("%-d|%_d|%05Y|%^b|%#Z|%10A|%-I%p"), "1| 1|02024|MAR|utc|    Friday|12AM");
        assert_eq!(at("%3N %N %s.%6N %q"), "012 012345678 1709251205.012345 1");
        assert_eq!(at("%z %:z %::z %:::z"), "+0000 +00:00 +00:00:00 +00");
        assert_eq!(at("%k:%l %e %% %Q%"), " 0:12  1 % %Q%");
        assert_eq!(strftime("%3N%a", 0, &Zone::utc(), false), "%3N%a".replace("%a", "Thu"));
    }
}
