//! `time.Parse`, for the parts of layouts that RFC 3339 times are written in, with its words for what
//! does not fit. Which layouts there are is for those who ask.

use super::quote::quote;
use chrono::NaiveDate;

/// What a layout is made of; all between them is taken as it stands.
const PARTS: [&str; 7] = ["2006", "01", "02", "15", "04", "05", "Z07:00"];
/// A fraction of seconds that may be left out.
const FRACTION: &str = ".999999999";

/// What is read so far.
#[derive(Default)]
struct Read {
    year: i32,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
    nanos: u32,
    /// East of Greenwich, in seconds.
    offset: i64,
}

enum Wrong {
    /// Not of this form.
    Form,
    /// Of this form, but there is no such month, day or hour.
    Range(&'static str),
}

/// Nanoseconds since 1970 of a time in this layout, in UTC where it names no zone.
pub fn parse(layout: &str, text: &str) -> Result<i64, String> {
    let failed = |what: String| format!("parsing time {}{what}", quote(text));
    let mut read = Read::default();
    let (mut form, mut rest) = (layout, text);
    while !form.is_empty() {
        if let Some(after) = form.strip_prefix(FRACTION) {
            // Taken with the seconds, wherever there is one.
            form = after;
            continue;
        }
        let part = PARTS.into_iter().find(|p| form.starts_with(p));
        let length = part.map_or(1, str::len);
        let (part, after) = form.split_at(length);
        match step(part, rest, &mut read) {
            Ok(left) => (form, rest) = (after, left),
            Err(Wrong::Form) => {
                let (layout, rest, part) = (quote(layout), quote(rest), quote(part));
                return Err(failed(format!(" as {layout}: cannot parse {rest} as {part}")));
            }
            Err(Wrong::Range(what)) => return Err(failed(format!(": {what} out of range"))),
        }
    }
    if !rest.is_empty() {
        return Err(failed(format!(": extra text: {}", quote(rest))));
    }
    let day = NaiveDate::from_ymd_opt(read.year, read.month, read.day)
        .ok_or_else(|| failed(": day out of range".to_string()))?;
    let at = day
        .and_hms_nano_opt(read.hour, read.minute, read.second, read.nanos)
        .expect("every part is in its range");
    let ns = at.and_utc().timestamp_nanos_opt().unwrap_or(i64::MAX);
    Ok(ns.saturating_sub(read.offset * 1_000_000_000))
}

/// Reads one part, and gives what is left.
fn step<'a>(part: &str, rest: &'a str, read: &mut Read) -> Result<&'a str, Wrong> {
    match part {
        "2006" => {
            let (year, left) = digits(rest, 4, 4)?;
            read.year = i32::try_from(year).unwrap_or(0);
            Ok(left)
        }
        "01" => two(rest, 2, 1..=12, "month", &mut read.month),
        "02" => two(rest, 2, 0..=99, "day", &mut read.day),
        "15" => two(rest, 1, 0..=23, "hour", &mut read.hour),
        "04" => two(rest, 2, 0..=59, "minute", &mut read.minute),
        "05" => {
            let left = two(rest, 2, 0..=59, "second", &mut read.second)?;
            Ok(fraction(left, read))
        }
        "Z07:00" => zone(rest, read),
        literal => rest.strip_prefix(literal).ok_or(Wrong::Form),
    }
}

fn digits(text: &str, least: usize, most: usize) -> Result<(u32, &str), Wrong> {
    let many = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if many < least {
        return Err(Wrong::Form);
    }
    let (number, left) = text.split_at(many);
    Ok((number.parse().map_err(|_| Wrong::Form)?, left))
}

fn two<'a>(
    text: &'a str,
    least: usize,
    range: std::ops::RangeInclusive<u32>,
    what: &'static str,
    to: &mut u32,
) -> Result<&'a str, Wrong> {
    let (number, left) = digits(text, least, 2)?;
    if !range.contains(&number) {
        return Err(Wrong::Range(what));
    }
    *to = number;
    Ok(left)
}

/// A fraction of a second is taken even where the layout has none.
fn fraction<'a>(text: &'a str, read: &mut Read) -> &'a str {
    let Some(body) = text.strip_prefix(['.', ',']) else { return text };
    let many = body.bytes().take_while(u8::is_ascii_digit).count();
    if many == 0 {
        return text;
    }
    let (number, left) = body.split_at(many);
    read.nanos = format!("{number:0<9.9}").parse().unwrap_or(0);
    left
}

fn zone<'a>(text: &'a str, read: &mut Read) -> Result<&'a str, Wrong> {
    if let Some(left) = text.strip_prefix('Z') {
        return Ok(left);
    }
    let (sign, body) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(body), _) => (1, body),
        (_, Some(body)) => (-1, body),
        _ => return Err(Wrong::Form),
    };
    let (hours, body) = digits(body, 2, 2)?;
    let (minutes, left) = digits(body.strip_prefix(':').ok_or(Wrong::Form)?, 2, 2)?;
    if hours > 24 {
        return Err(Wrong::Range("time zone offset hour"));
    }
    if minutes > 60 {
        return Err(Wrong::Range("time zone offset minute"));
    }
    read.offset = sign * i64::from(hours * 3600 + minutes * 60);
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn times_that_fit_and_do_not() {
        let full = "2006-01-02T15:04:05.999999999Z07:00";
        assert_eq!(parse(full, "1970-01-01T01:00:01.5+01:00"), Ok(1_500_000_000));
        assert_eq!(parse("2006-01-02", "1970-01-02"), Ok(86_400_000_000_000));
        for (layout, text, want) in [
            ("2006-01-02", "2020-1-01", " as \"2006-01-02\": cannot parse \"1-01\" as \"01\""),
            ("2006-01-02", "2020-02-30", ": day out of range"),
            ("2006-01-02", "2020-01", " as \"2006-01-02\": cannot parse \"\" as \"-\""),
            ("2006-01-02T15", "2020-01-01T24", ": hour out of range"),
            ("2006-01-02T15:04:05", "2020-01-01T10:00:00.", ": extra text: \".\""),
            (
                "2006-01-02T15:04Z07:00",
                "2020-01-01T10:00:00+2",
                " as \"2006-01-02T15:04Z07:00\": cannot parse \":00+2\" as \"Z07:00\"",
            ),
        ] {
            assert_eq!(parse(layout, text), Err(format!("parsing time \"{text}\"{want}")));
        }
    }
}
