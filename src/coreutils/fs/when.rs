//! Dates as people give them to `touch -d` and `find -newermt`: calendar dates, times of day, month
//! and day names, `@seconds`, and relative items such as `2 days ago`, in any order.

use super::time::{DAYS, MONTHS, SECOND, civil, days};

#[derive(Default)]
struct Found {
    date: Option<(i64, i64, i64)>,
    clock: Option<i64>,
    nano: i64,
    /// Seconds east of UTC.
    zone: i64,
    weekday: Option<(i64, i64)>,
    months: i64,
    seconds: i64,
    fraction: i64,
    absolute: Option<i64>,
    midnight: bool,
}

/// Reads a date, relative to `now` (nanoseconds since the epoch); `None` where it is not one.
pub fn parse(text: &str, now: i64) -> Option<i64> {
    let mut f = Found::default();
    let words = split(text);
    let mut i = 0;
    while i < words.len() {
        i += f.take(&words[i..], now)?;
    }
    if let Some(ns) = f.absolute {
        return ns.checked_add(f.seconds.checked_mul(SECOND)?);
    }
    let c = civil(now);
    let (y, m, mut d) = f.date.unwrap_or((c.year, i64::from(c.month), i64::from(c.day)));
    let day_given = f.date.is_some() || f.weekday.is_some() || f.midnight;
    let (secs, nano) = match f.clock {
        Some(s) => (s, f.nano),
        None if day_given => (0, 0),
        None => (now.div_euclid(SECOND).rem_euclid(86_400), now.rem_euclid(SECOND)),
    };
    if let Some((weekday, nth)) = f.weekday {
        let today = (days(y, m, d) + 4).rem_euclid(7);
        let ahead = (weekday - today).rem_euclid(7);
        d += ahead + 7 * (nth - i64::from(nth > 0 && ahead != 0));
    }
    let day = days(y, m.checked_add(f.months)?, d);
    let total = day.checked_mul(86_400)?.checked_add(secs)?.checked_sub(f.zone)?;
    total.checked_add(f.seconds)?.checked_mul(SECOND)?.checked_add(nano)?.checked_add(f.fraction)
}

/// Words: runs of letters, numbers with their punctuation, signs on their own numbers.
fn split(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || c == ',') {
        let mut rest = word;
        while !rest.is_empty() {
            let alpha = rest.starts_with(|c: char| c.is_alphabetic());
            let end = rest
                .char_indices()
                .find(|(i, c)| *i > 0 && c.is_alphabetic() != alpha)
                .map_or(rest.len(), |(i, _)| i);
            let mut piece = rest[..end].to_ascii_lowercase();
            if alpha && piece.ends_with('.') {
                piece.pop();
            }
            out.push(piece);
            rest = &rest[end..];
        }
    }
    out
}

fn number(s: &str) -> Option<i64> {
    (!s.is_empty() && s.len() <= 12 && s.bytes().all(|b| b.is_ascii_digit()))
        .then(|| s.parse().ok())?
}

fn named(list: &[&str], word: &str) -> Option<i64> {
    let fits = |n: &&str| {
        let n = n.to_ascii_lowercase();
        n == word || (word.len() >= 3 && n.starts_with(word))
    };
    list.iter().position(fits).map(|i| i as i64)
}

fn ordinal(word: &str) -> Option<i64> {
    Some(match word {
        "last" => -1,
        "this" => 0,
        "next" | "a" | "an" => 1,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        _ => return None,
    })
}

/// Seconds in a unit, or months (as the second number).
fn unit(word: &str) -> Option<(i64, i64)> {
    let one = word.strip_suffix('s').filter(|w| w.len() > 1).unwrap_or(word);
    Some(match one {
        "sec" | "second" => (1, 0),
        "min" | "minute" => (60, 0),
        "hour" => (3600, 0),
        "day" => (86_400, 0),
        "week" => (7 * 86_400, 0),
        "fortnight" => (14 * 86_400, 0),
        "month" => (0, 1),
        "year" => (0, 12),
        _ => return None,
    })
}

impl Found {
    /// Understands what stands first in `words`; gives how many words that took.
    fn take(&mut self, words: &[String], now: i64) -> Option<usize> {
        let word = words[0].as_str();
        let next = words.get(1).map(String::as_str);
        if let Some(secs) = word.strip_prefix('@') {
            let (whole, frac) = secs.split_once('.').unwrap_or((secs, ""));
            let (neg, whole) = (whole.starts_with('-'), whole.trim_start_matches('-'));
            let ns = number(whole)?.checked_mul(SECOND)?.checked_add(fraction(frac)?)?;
            self.absolute = Some(if neg { -ns } else { ns });
            return Some(1);
        }
        match word {
            "now" => return Some(1),
            "today" => return Some(1),
            "yesterday" | "tomorrow" => {
                self.seconds += if word == "tomorrow" { 86_400 } else { -86_400 };
                return Some(1);
            }
            "midnight" => (self.clock, self.nano) = (Some(0), 0),
            "noon" => (self.clock, self.nano) = (Some(43_200), 0),
            "z" | "utc" | "gmt" => return Some(1),
            "t" if self.date.is_some() => return Some(1),
            _ => {}
        }
        if matches!(word, "midnight" | "noon") {
            return Some(1);
        }
        if let Some(n) = ordinal(word) {
            let what = next?;
            if let Some(day) = named(&DAYS, what) {
                self.weekday = Some((day, n));
                return Some(2);
            }
            return self.relative(n, what, words.get(2)).map(|k| k + 2);
        }
        if let Some((s, m)) = unit(word) {
            let ago = next == Some("ago");
            let sign = if ago { -1 } else { 1 };
            self.seconds += sign * s;
            self.months += sign * m;
            return Some(1 + usize::from(ago));
        }
        if let Some(month) = named(&MONTHS, word) {
            return self.month_first(month + 1, words, now);
        }
        if let Some(day) = named(&DAYS, word) {
            self.weekday = Some((day, 0));
            return Some(1);
        }
        self.digits(word, next, words, now)
    }

    /// `Jan 15 2024`, `Jan 15, 10:00`.
    fn month_first(&mut self, month: i64, words: &[String], now: i64) -> Option<usize> {
        let day = number(words.get(1)?)?;
        let year = words.get(2).and_then(|y| number(y)).filter(|y| *y > 31);
        self.date = Some((year.unwrap_or(civil(now).year), month, valid_day(day)?));
        Some(if year.is_some() { 3 } else { 2 })
    }

    fn relative(&mut self, n: i64, what: &str, after: Option<&String>) -> Option<usize> {
        let (s, m) = unit(what)?;
        let ago = after.is_some_and(|a| a == "ago");
        let n = if ago { -n } else { n };
        self.seconds = self.seconds.checked_add(n.checked_mul(s)?)?;
        self.months = self.months.checked_add(n.checked_mul(m)?)?;
        Some(usize::from(ago))
    }

    fn digits(
        &mut self,
        word: &str,
        next: Option<&str>,
        words: &[String],
        now: i64,
    ) -> Option<usize> {
        if word.contains(':') {
            return self.clock(word, next);
        }
        if let Some(n) = number(word.trim_start_matches('+')) {
            if let Some(what) = next.filter(|w| unit(w).is_some()) {
                return self.relative(n, what, words.get(2)).map(|k| k + 2);
            }
            if let Some(half @ ("am" | "pm")) = next {
                self.clock = Some(half_day(n, half)? * 3600);
                return Some(2);
            }
            if let Some(month) = next.and_then(|w| named(&MONTHS, w)) {
                let year = words.get(2).and_then(|y| number(y)).filter(|y| *y > 31);
                self.date = Some((year.unwrap_or(civil(now).year), month + 1, valid_day(n)?));
                return Some(if year.is_some() { 3 } else { 2 });
            }
            if word.starts_with('+') {
                return if self.clock.is_some() { self.set_zone(word) } else { None };
            }
            return self.bare(word, n);
        }
        if let Some(n) = word.strip_prefix('-').and_then(number) {
            if self.clock.is_some() && next.is_none_or(|w| unit(w).is_none()) {
                return self.set_zone(word);
            }
            return self.relative(-n, next?, words.get(2)).map(|k| k + 2);
        }
        self.calendar(word, next, words)
    }

    /// `20240115`, `1030`, or a year behind a date.
    fn bare(&mut self, word: &str, n: i64) -> Option<usize> {
        match word.len() {
            8 => {
                let (m, d) = (n / 100 % 100, n % 100);
                self.date = Some((n / 10_000, valid_month(m)?, valid_day(d)?));
            }
            4 if self.date.is_some() && self.clock.is_some() => {
                if let Some((y, _, _)) = &mut self.date {
                    *y = n;
                }
            }
            3 | 4 if n / 100 < 24 && n % 100 < 60 => {
                self.clock = Some(n / 100 * 3600 + n % 100 * 60);
            }
            1 | 2 if n < 24 => self.clock = Some(n * 3600),
            _ => return None,
        }
        Some(1)
    }

    /// `2024-01-15`, `1/15/2024`, `15-Jan-2024`.
    fn calendar(&mut self, word: &str, next: Option<&str>, words: &[String]) -> Option<usize> {
        let parts: Vec<&str> = word.split('-').collect();
        match parts.as_slice() {
            [y, m, d] => {
                let year = number(y)?;
                let year =
                    if y.len() > 2 { year } else { year + if year < 69 { 2000 } else { 1900 } };
                self.date = Some((year, valid_month(number(m)?)?, valid_day(number(d)?)?));
                return Some(1);
            }
            [d, ""] => {
                let month = named(&MONTHS, next?)? + 1;
                let year = number(words.get(2)?.strip_prefix('-')?)?;
                self.date = Some((year, month, valid_day(number(d)?)?));
                return Some(3);
            }
            _ => {}
        }
        let parts: Vec<&str> = word.split('/').collect();
        if let [m, d, y] = parts.as_slice() {
            let (y, m, d) = if m.len() == 4 { (m, d, y) } else { (y, m, d) };
            let year = number(y)?;
            let year = if y.len() > 2 { year } else { year + if year < 69 { 2000 } else { 1900 } };
            self.date = Some((year, valid_month(number(m)?)?, valid_day(number(d)?)?));
            return Some(1);
        }
        None
    }

    /// `10:30`, `10:30:15.5`, with a zone stuck to it or am/pm behind.
    fn clock(&mut self, word: &str, next: Option<&str>) -> Option<usize> {
        if word.starts_with(['+', '-']) {
            return self.set_zone(word);
        }
        let zone = word.find(['+', '-']);
        let (time, rest) = word.split_at(zone.unwrap_or(word.len()));
        let mut parts = time.split(':');
        let mut hour = number(parts.next()?)?;
        let minute = number(parts.next()?)?;
        let mut second = 0;
        if let Some(s) = parts.next() {
            let (whole, frac) = s.split_once('.').unwrap_or((s, ""));
            second = number(whole)?;
            self.nano = fraction(frac)?;
        }
        let mut used = 1;
        if let Some(half @ ("am" | "pm")) = next {
            hour = half_day(hour, half)?;
            used = 2;
        }
        if parts.next().is_some() || hour > 24 || minute > 59 || second > 60 {
            return None;
        }
        self.clock = Some(hour * 3600 + minute * 60 + second);
        if !rest.is_empty() {
            self.set_zone(rest)?;
        }
        Some(used)
    }

    fn set_zone(&mut self, word: &str) -> Option<usize> {
        let sign = if word.starts_with('-') { -1 } else { 1 };
        let digits: String = word[1..].chars().filter(|c| *c != ':').collect();
        let n = number(&digits)?;
        let secs = if digits.len() <= 2 { n * 3600 } else { n / 100 * 3600 + n % 100 * 60 };
        self.zone = sign * secs;
        Some(1)
    }
}

fn half_day(hour: i64, half: &str) -> Option<i64> {
    (1..=12).contains(&hour).then(|| hour % 12 + if half == "pm" { 12 } else { 0 })
}

fn valid_month(m: i64) -> Option<i64> {
    (1..=12).contains(&m).then_some(m)
}

fn valid_day(d: i64) -> Option<i64> {
    (1..=31).contains(&d).then_some(d)
}

fn fraction(digits: &str) -> Option<i64> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let nine: String = digits.chars().chain("000000000".chars()).take(9).collect();
    nine.parse().ok()
}

/// `[[CC]YY]MMDDhhmm[.ss]`, as `touch -t` reads it.
pub fn stamp(text: &str, now: i64) -> Option<i64> {
    let (digits, secs) = text.split_once('.').unwrap_or((text, "00"));
    if !digits.bytes().all(|b| b.is_ascii_digit()) || secs.len() != 2 {
        return None;
    }
    let year = match digits.len() {
        8 => civil(now).year,
        10 => {
            let y = number(&digits[..2])?;
            y + if y < 69 { 2000 } else { 1900 }
        }
        12 => number(&digits[..4])?,
        _ => return None,
    };
    let rest = &digits[digits.len() - 8..];
    let at = |i: usize| number(&rest[i..i + 2]);
    let (m, d, h, min, s) = (at(0)?, at(2)?, at(4)?, at(6)?, number(secs)?);
    if h > 23 || min > 59 || s > 60 {
        return None;
    }
    let day = days(year, valid_month(m)?, valid_day(d)?);
    (day * 86_400 + h * 3600 + min * 60 + s).checked_mul(SECOND)
}

#[cfg(test)]
mod tests {
    use super::super::time::strftime;
    use super::*;

    #[test]
    fn dates_in_words() {
        // 2023-11-14 22:13:20, a Tuesday.
        let now = 1_700_000_000 * SECOND;
        let at = |s| parse(s, now).map(|t| strftime("%F %T", t));
        let is = |s, want: &str| assert_eq!(at(s).as_deref(), Some(want), "{s}");
        is("2024-01-15", "2024-01-15 00:00:00");
        is("2024-01-15 10:30", "2024-01-15 10:30:00");
        is("2024-01-15T10:30:05Z", "2024-01-15 10:30:05");
        is("2024-01-15 10:30:05 +0200", "2024-01-15 08:30:05");
        is("@86400", "1970-01-02 00:00:00");
        is("2 days ago", "2023-11-12 22:13:20");
        is("yesterday", "2023-11-13 22:13:20");
        is("Jan 15 2024", "2024-01-15 00:00:00");
        is("15 Jan 2024 3pm", "2024-01-15 15:00:00");
        is("next month", "2023-12-14 22:13:20");
        is("-1 week", "2023-11-07 22:13:20");
        is("20200229", "2020-02-29 00:00:00");
        assert_eq!(at("nonsense"), None);
        assert_eq!(at("2024-13-01"), None);
        assert_eq!(stamp("202001020304.05", now), Some(1_577_934_245 * SECOND));
    }
}
