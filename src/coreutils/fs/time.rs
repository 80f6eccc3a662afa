//! Times as people write them: the civil calendar in UTC, and strftime(3).

/// Nanoseconds in a second.
pub const SECOND: i64 = 1_000_000_000;

/// A time taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub struct Civil {
    pub year: i64,
    /// 1 to 12.
    pub month: u32,
    pub day: u32,
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    pub nano: u32,
    /// 0 for Sunday.
    pub weekday: u32,
    /// 0 for the first of January.
    pub yearday: u32,
}

/// Full names of the months.
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
/// Full names of the days, Sunday first.
pub const DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// Days from 1970-01-01 to a date; the month may be out of range and carries into the year.
pub fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) + 1;
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

/// Takes a time in nanoseconds since the epoch apart.
pub fn civil(ns: i64) -> Civil {
    let secs = ns.div_euclid(SECOND);
    let (day, rest) = (secs.div_euclid(86_400), secs.rem_euclid(86_400));
    let z = day + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    Civil {
        year,
        month: month as u32,
        day: (doy - (153 * mp + 2) / 5 + 1) as u32,
        hour: (rest / 3600) as u32,
        minute: (rest / 60 % 60) as u32,
        second: (rest % 60) as u32,
        nano: ns.rem_euclid(SECOND) as u32,
        weekday: (day + 4).rem_euclid(7) as u32,
        yearday: (day - days(year, 1, 1)) as u32,
    }
}

/// Nanoseconds since the epoch of a civil time.
pub fn from_civil(c: &Civil) -> i64 {
    let day = days(c.year, i64::from(c.month), i64::from(c.day));
    let secs =
        day * 86_400 + i64::from(c.hour) * 3600 + i64::from(c.minute) * 60 + i64::from(c.second);
    secs.saturating_mul(SECOND).saturating_add(i64::from(c.nano))
}

/// Week of the year, and the year it belongs to, as ISO 8601 counts them.
fn iso_week(c: &Civil) -> (i64, u32) {
    let weekday = (c.weekday + 6) % 7;
    let week = (i64::from(c.yearday) - i64::from(weekday) + 10) / 7;
    let long = |y: i64| {
        let first = days(y, 1, 1);
        let wd = (first + 3).rem_euclid(7);
        let leap = days(y + 1, 1, 1) - first == 366;
        if wd == 3 || (leap && wd == 2) { 53 } else { 52 }
    };
    if week < 1 {
        (c.year - 1, long(c.year - 1))
    } else if week > i64::from(long(c.year)) {
        (c.year + 1, 1)
    } else {
        (c.year, week as u32)
    }
}

/// A time by a format of strftime(3), with GNU's `%N`, `%:z` and the flags `-`, `_` and `0`.
pub fn strftime(format: &str, ns: i64) -> String {
    let c = civil(ns);
    let mut out = String::new();
    let mut chars = format.chars().peekable();
    while let Some(ch) = chars.next() {
        if ch != '%' {
            out.push(ch);
            continue;
        }
        let mut flag = None;
        let mut upper = false;
        while let Some(&f) = chars.peek() {
            match f {
                '-' | '_' | '0' => flag = Some(f),
                '^' => upper = true,
                _ => break,
            }
            chars.next();
        }
        let mut width = String::new();
        while let Some(d) = chars.next_if(char::is_ascii_digit) {
            width.push(d);
        }
        let width: usize = width.parse().unwrap_or(0).min(1000);
        while chars.next_if(|c| matches!(c, 'E' | 'O')).is_some() {}
        let colon = chars.next_if_eq(&':').is_some();
        let Some(spec) = chars.next() else {
            out.push('%');
            break;
        };
        let text = one(&c, ns, spec, flag, width, colon);
        out.push_str(&if upper { text.to_uppercase() } else { text });
    }
    out
}

fn pad(n: i64, width: usize, with: char, flag: Option<char>) -> String {
    match flag.unwrap_or(with) {
        '-' => n.to_string(),
        '_' | ' ' => format!("{n:width$}"),
        _ => format!("{n:0width$}"),
    }
}

fn one(c: &Civil, ns: i64, spec: char, flag: Option<char>, width: usize, colon: bool) -> String {
    let num = |n: u32, w: usize| pad(i64::from(n), w.max(width), '0', flag);
    let again = |format: &str| strftime(format, ns);
    match spec {
        'Y' => pad(c.year, 4.max(width), '0', flag),
        'C' => pad(c.year.div_euclid(100), 2, '0', flag),
        'y' => pad(c.year.rem_euclid(100), 2, '0', flag),
        'm' => num(c.month, 2),
        'd' => num(c.day, 2),
        'e' => pad(i64::from(c.day), 2, '_', flag),
        'H' => num(c.hour, 2),
        'I' => num((c.hour + 11) % 12 + 1, 2),
        'k' => pad(i64::from(c.hour), 2, '_', flag),
        'l' => pad(i64::from((c.hour + 11) % 12 + 1), 2, '_', flag),
        'M' => num(c.minute, 2),
        'S' => num(c.second, 2),
        'N' => {
            let digits = format!("{:09}", c.nano);
            digits[..if width == 0 { 9 } else { width.min(9) }].to_string()
        }
        's' => ns.div_euclid(SECOND).to_string(),
        'j' => num(c.yearday + 1, 3),
        'u' => (if c.weekday == 0 { 7 } else { c.weekday }).to_string(),
        'w' => c.weekday.to_string(),
        'U' => num((c.yearday + 7 - c.weekday) / 7, 2),
        'W' => num((c.yearday + 7 - (c.weekday + 6) % 7) / 7, 2),
        'V' => num(iso_week(c).1, 2),
        'G' => iso_week(c).0.to_string(),
        'g' => pad(iso_week(c).0.rem_euclid(100), 2, '0', flag),
        'a' => DAYS[c.weekday as usize][..3].to_string(),
        'A' => DAYS[c.weekday as usize].to_string(),
        'b' | 'h' => MONTHS[c.month as usize - 1][..3].to_string(),
        'B' => MONTHS[c.month as usize - 1].to_string(),
        'p' => (if c.hour < 12 { "AM" } else { "PM" }).to_string(),
        'P' => (if c.hour < 12 { "am" } else { "pm" }).to_string(),
        'c' => again("%a %b %e %H:%M:%S %Y"),
        'D' | 'x' => again("%m/%d/%y"),
        'F' => again("%Y-%m-%d"),
        'r' => again("%I:%M:%S %p"),
        'R' => again("%H:%M"),
        'T' | 'X' => again("%H:%M:%S"),
        'z' => (if colon { "+00:00" } else { "+0000" }).to_string(),
        'Z' => "UTC".to_string(),
        'n' => "\n".to_string(),
        't' => "\t".to_string(),
        '%' => "%".to_string(),
        other => format!("%{other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar() {
        let at = |s: i64| strftime("%F %T %a %j %V", s * SECOND);
        assert_eq!(at(0), "1970-01-01 00:00:00 Thu 001 01");
        assert_eq!(at(951_782_400), "2000-02-29 00:00:00 Tue 060 09");
        assert_eq!(at(-1), "1969-12-31 23:59:59 Wed 365 01");
        let c = civil(1_700_000_000 * SECOND);
        assert_eq!(from_civil(&c), 1_700_000_000 * SECOND);
        assert_eq!(strftime("%3N|%-d|%e", 5_000_000), "005|1| 1");
    }
}
