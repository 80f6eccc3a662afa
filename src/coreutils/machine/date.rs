//! date: the time, in any form. Formats and expressions are `time`'s.

use crate::coreutils::time::{
    SECOND, Zone, parse, parse_wide, split, stamp, strftime, strftime_wide,
};
use crate::coreutils::{Arg, Cx, Parsed};
use crate::vfs::text;

const LONGS: &[(&str, Arg, char)] = &[
    ("date", Arg::Required, 'd'),
    ("file", Arg::Required, 'f'),
    ("iso-8601", Arg::Optional, 'I'),
    ("reference", Arg::Required, 'r'),
    ("rfc-2822", Arg::No, 'R'),
    ("rfc-email", Arg::No, 'R'),
    ("rfc-3339", Arg::Required, '3'),
    ("set", Arg::Required, 's'),
    ("universal", Arg::No, 'u'),
    ("uct", Arg::No, 'u'),
    ("utc", Arg::No, 'u'),
    ("debug", Arg::No, 'D'),
    ("resolution", Arg::No, '0'),
];

/// The form that `-I` and `--rfc-3339` ask for by a word.
fn precision(word: &str, separator: &str) -> Option<String> {
    let time = match word {
        "date" => return Some("%Y-%m-%d".to_string()),
        "hours" if separator == "T" => "%H",
        "minutes" if separator == "T" => "%H:%M",
        "seconds" => "%H:%M:%S",
        "ns" if separator == "T" => "%H:%M:%S,%N",
        "ns" => "%H:%M:%S.%N",
        _ => return None,
    };
    Some(format!("%Y-%m-%d{separator}{time}%:z"))
}

/// The form of the output.
async fn form(cx: &mut Cx, parsed: &Parsed) -> Result<String, i32> {
    let mut format = None;
    for (letter, value) in &parsed.options {
        let (kind, separator, word) = match letter {
            'I' => ("--iso-8601", "T", value.as_deref().unwrap_or("date")),
            '3' => ("--rfc-3339", " ", value.as_deref().unwrap_or_default()),
            'R' => {
                format = Some("%a, %d %b %Y %H:%M:%S %z".to_string());
                continue;
            }
            _ => continue,
        };
        let words = ["hours", "minutes", "date", "seconds", "ns"];
        let word = words.iter().find(|w| !word.is_empty() && w.starts_with(word)).unwrap_or(&word);
        match precision(word, separator) {
            Some(f) => format = Some(f),
            None if cx.busybox() => return Err(cx.busybox_usage().await),
            None => {
                let all: [&[&str]; 5] =
                    [&["hours"], &["minutes"], &["date"], &["seconds"], &["ns"]];
                let few: [&[&str]; 3] = [&["date"], &["seconds"], &["ns"]];
                let words = if *letter == 'I' { all.as_slice() } else { few.as_slice() };
                let word = word.to_string();
                return Err(cx.bad_word(&word, kind, words).await);
            }
        }
    }
    let mut operands = parsed.operands.iter();
    while let Some(operand) = operands.next() {
        let Some(f) = operand.strip_prefix('+') else {
            if parsed.has('d') || parsed.has('r') || parsed.has('f') {
                let shown = cx.ql(operand);
                let text = format!(
                    "the argument {shown} lacks a leading '+';\nwhen using an option to specify \
                     date(s), any non-option\nargument must be a format string beginning with '+'"
                );
                return Err(cx.usage_error(text).await);
            }
            if let Some(extra) = operands.next() {
                return Err(cx
                    .usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra)))
                    .await);
            }
            return Err(refuse(cx, operand, format.as_deref()).await);
        };
        if let Some(extra) = operands.next() {
            return Err(cx
                .usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra)))
                .await);
        }
        if format.is_some() {
            cx.err("multiple output formats specified").await;
            return Err(1);
        }
        format = Some(f.to_string());
    }
    Ok(format.unwrap_or_else(|| PLAIN.to_string()))
}

/// The form that a date has where nothing was said of it.
const PLAIN: &str = "%a %b %e %H:%M:%S %Z %Y";

/// Setting the clock: nobody may, its time is the world's. What it would have been set to is shown.
async fn refuse(cx: &mut Cx, value: &str, format: Option<&str>) -> i32 {
    let zone = Zone::of(&cx.p);
    // `-s` takes an expression, an operand MMDDhhmm[[CC]YY][.ss].
    let at = match (format, cx.busybox()) {
        (Some(_), false) => parse(value, cx.p.now(), &zone),
        (None, false) => posix(value, cx.p.now(), &zone),
        _ => parse(value, cx.p.now(), &zone).or_else(|| posix(value, cx.p.now(), &zone)),
    };
    let Some(at) = at else {
        let quoted = format!("invalid date {quoted}", quoted = cx.ql(value));
        cx.err(quoted).await;
        return 1;
    };
    let text = if cx.busybox() { "can't set date: " } else { "cannot set date: " };
    cx.err(format!("{text}Operation not permitted")).await;
    if cx.busybox() {
        return 1;
    }
    cx.puts(&strftime(format.unwrap_or(PLAIN), at, &zone, !cx.busybox()));
    cx.puts("\n");
    1
}

/// A moment as `MMDDhhmm[[CC]YY][.ss]`.
fn posix(value: &str, now: i64, zone: &Zone) -> Option<i64> {
    let (digits, seconds) = match value.split_once('.') {
        Some((digits, seconds)) => (digits, format!(".{seconds}")),
        None => (value, String::new()),
    };
    if digits.len() < 8 || !digits.is_ascii() {
        return None;
    }
    let (rest, year) = digits.split_at(8);
    stamp(&format!("{year}{rest}{seconds}"), now, zone)
}

/// BusyBox understands fewer expressions, and these forms besides GNU's.
fn busybox_time(s: &str, now: i64, zone: &Zone) -> Option<i64> {
    let digits = s.split('.').next().unwrap_or_default();
    if digits.len() == 12 && digits.bytes().all(|b| b.is_ascii_digit()) {
        let seconds = s.split_once('.').map_or("00", |x| x.1);
        let date = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]);
        let text = format!("{date} {}:{}:{seconds}", &digits[8..10], &digits[10..]);
        return busybox_time(&text, now, zone);
    }
    // Of words it knows none.
    if s.contains(char::is_alphabetic) {
        return None;
    }
    // A day that the month does not have is one of the next, as mktime(3) counts.
    let late =
        s.get(8..10).filter(|d| matches!(*d, "29" | "30" | "31") && s.get(4..5) == Some("-"));
    if let Some(day) = late.and_then(|d| d.parse::<i64>().ok())
        && let Some(first) = parse(&format!("{}01{}", &s[..8], &s[10..]), now, zone)
    {
        return Some(first + (day - 1) * 86_400 * SECOND);
    }
    parse(s, now, zone)
}

/// `date`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "d:s:ur:RI::D:" } else { "d:f:I::r:Rs:u" };
    let parsed = match cx.getopt(spec, LONGS).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let zone = if parsed.has('u') { Zone::utc() } else { Zone::of(&cx.p) };
    let format = match form(cx, &parsed).await {
        Ok(format) => format,
        Err(status) => return status,
    };
    if let Some(value) = parsed.value('s').map(str::to_string) {
        return refuse(cx, &value, Some(&format)).await;
    }
    if parsed.has('0') && !cx.busybox() {
        cx.puts("0.000000001\n");
        return 0;
    }
    if ['d', 'r', 'f'].iter().filter(|c| parsed.has(**c)).count() > 1 {
        let text = "the options to specify dates for printing are mutually exclusive";
        return cx.usage_error(text).await;
    }
    let fractions = !cx.busybox();
    let now = cx.p.now();
    if let Some(file) = parsed.value('f').map(str::to_string) {
        return each_line(cx, &file, &format, &zone).await;
    }
    let at = if let Some(file) = parsed.value('r') {
        match cx.p.stat(file) {
            Ok(stat) => Some(split(stat.mtime)),
            Err(e) => {
                let text = format!("{file}: {e}");
                cx.err(text).await;
                return 1;
            }
        }
    } else if let Some(text) = parsed.value('d') {
        if cx.busybox() {
            busybox_time(text, now, &zone).map(split)
        } else {
            parse_wide(text, now, &zone)
        }
    } else {
        Some(split(now))
    };
    let Some(at) = at else {
        let text = parsed.value('d').unwrap_or_default();
        let text = format!("invalid date {quoted}", quoted = cx.ql(text));
        cx.err(text).await;
        return 1;
    };
    cx.puts(&strftime_wide(&format, at, &zone, fractions));
    cx.puts("\n");
    0
}

/// `-f FILE`: a date a line.
async fn each_line(cx: &mut Cx, file: &str, format: &str, zone: &Zone) -> i32 {
    let data = cx.read_input(file).await;
    let data = match data {
        Ok(data) => text::decode_owned(data),
        Err(e) => {
            cx.err(format!("{file}: {e}")).await;
            return 1;
        }
    };
    let mut status = 0;
    for line in data.lines() {
        match parse_wide(line, cx.p.now(), zone) {
            Some(at) => cx.puts(&format!("{}\n", strftime_wide(format, at, zone, true))),
            None => {
                cx.err(format!("invalid date {quoted}", quoted = cx.ql(line))).await;
                status = 1;
            }
        }
    }
    status
}
