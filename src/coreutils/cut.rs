//! cut: bytes, characters or fields of each line.

use super::Cx;
use super::getopt::Arg;
use super::lines::{or_stdin, quoted, utf8_locale};
use super::regex::char_len;
use super::regex::literal::find_byte;
use crate::vfs::text;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Bytes,
    Chars,
    Fields,
}

/// `cut`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("bytes", Arg::Required, 'b'),
        ("characters", Arg::Required, 'c'),
        ("delimiter", Arg::Required, 'd'),
        ("fields", Arg::Required, 'f'),
        ("complement", Arg::No, 'C'),
        ("only-delimited", Arg::No, 's'),
        ("output-delimiter", Arg::Required, 'O'),
        ("zero-terminated", Arg::No, 'z'),
    ];
    let parsed =
        match cx.getopt(if cx.busybox() { "b:c:d:f:nsO:" } else { "b:c:d:f:nsz" }, &longs).await {
            Ok(p) => p,
            Err(status) => return status,
        };
    let (mut unit, mut list) = (None, String::new());
    let (mut delim, mut out_delim) = (None, None);
    let (mut only, mut complement, mut end) = (false, false, b'\n');
    for (letter, value) in &parsed.options {
        let v = value.clone().unwrap_or_default();
        match letter {
            'b' | 'c' | 'f' => {
                if unit.is_some() {
                    return cx.usage_error("only one list may be specified").await;
                }
                unit = Some(match letter {
                    'b' => Unit::Bytes,
                    'c' => Unit::Chars,
                    _ => Unit::Fields,
                });
                list = v;
            }
            'd' => {
                let d = text::encode(&v).into_owned();
                if d.len() > 1 && !cx.busybox() {
                    return cx.usage_error("the delimiter must be a single character").await;
                }
                delim = Some(d.first().copied().unwrap_or(0));
            }
            'C' => complement = true,
            's' => only = true,
            'O' => out_delim = Some(text::encode(&v).into_owned()),
            'z' => end = 0,
            _ => {}
        }
    }
    let Some(unit) = unit else {
        return cx.usage_error("you must specify a list of bytes, characters, or fields").await;
    };
    if unit != Unit::Fields && delim.is_some() {
        return cx
            .usage_error("an input delimiter may be specified only when operating on fields")
            .await;
    }
    if unit != Unit::Fields && only {
        return cx
            .usage_error(
                "suppressing non-delimited lines makes sense\n\tonly when operating on fields",
            )
            .await;
    }
    let mut ranges = match ranges(&list, unit == Unit::Fields, |s| quoted(&cx.p, s)) {
        Ok(r) => r,
        Err(_) if cx.busybox() => {
            let what = busybox_range(&list);
            cx.err(what).await;
            return 1;
        }
        Err(what) => return cx.usage_error(what).await,
    };
    if complement {
        ranges = invert(&ranges);
    }
    let delim = delim.unwrap_or(b'\t');
    // GNU cuts bytes where it says characters; BusyBox and newer coreutils know UTF-8.
    let by_char = unit == Unit::Chars && cx.busybox() && utf8_locale(&cx.p);
    let mut status = 0;
    for name in or_stdin(parsed.operands) {
        let Some(mut r) = cx.reader(&name).await else {
            status = 1;
            continue;
        };
        if delim == end && unit == Unit::Fields {
            // The lines themselves are the fields.
            match r.rest(&cx.p).await {
                Ok(all) if all.is_empty() => {}
                Ok(all) => {
                    let all = all.strip_suffix(&[end]).unwrap_or(&all);
                    if fields(all, delim, &ranges, out_delim.as_deref(), only, &mut cx.out) {
                        cx.out.push(end);
                    }
                }
                Err(e) => {
                    status |= cx.err_read(&name, e).await;
                }
            }
            cx.close_input(r.fd);
            continue;
        }
        loop {
            let line = match r.line_now(end) {
                Some(l) => l,
                None => {
                    if !cx.pace().await {
                        return status;
                    }
                    match r.line(&cx.p, end).await {
                        Ok(Some(l)) => l,
                        Ok(None) => break,
                        Err(e) => {
                            status |= cx.err_read(&name, e).await;
                            break;
                        }
                    }
                }
            };
            let line = line.strip_suffix(&[end]).unwrap_or(line);
            let printed = match unit {
                Unit::Fields => {
                    fields(line, delim, &ranges, out_delim.as_deref(), only, &mut cx.out)
                }
                _ => {
                    pieces(line, &ranges, out_delim.as_deref(), by_char, &mut cx.out);
                    true
                }
            };
            if printed {
                cx.out.push(end);
            }
            if cx.out.len() > 1 << 15 && !cx.pace().await {
                return status;
            }
        }
        cx.close_input(r.fd);
    }
    status
}

/// Reads a list such as `1,3-5,7-`; ranges come out sorted, those that meet are one.
fn ranges(
    list: &str,
    fields: bool,
    quote: impl Fn(&str) -> String,
) -> Result<Vec<(usize, usize)>, String> {
    let from_one = || {
        if fields {
            "fields are numbered from 1".to_string()
        } else {
            "byte/character positions are numbered from 1".to_string()
        }
    };
    let number = |s: &str, whole: &str| -> Result<usize, String> {
        let n = s.parse::<usize>().map_err(|_| {
            if s.bytes().all(|b| b.is_ascii_digit()) {
                format!(
                    "{} {} is too large",
                    if fields { "field number" } else { "byte/character offset" },
                    quote(s)
                )
            } else {
                let v = if fields { "field value" } else { "byte/character position" };
                format!(
                    "invalid {v} {}",
                    quote(whole.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-'))
                )
            }
        })?;
        if n == 0 { Err(from_one()) } else { Ok(n) }
    };
    let mut out = Vec::new();
    for part in list.split([',', ' ', '\t']) {
        let r = match part.split_once('-') {
            None if part.is_empty() => return Err(from_one()),
            None => {
                let n = number(part, part)?;
                (n, n)
            }
            Some(("", "")) => return Err("invalid range with no endpoint: -".into()),
            Some((_, b)) if b.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('-') => {
                let what = if fields { "field" } else { "byte or character" };
                return Err(format!("invalid {what} range"));
            }
            Some((a, b)) => {
                let lo = if a.is_empty() { 1 } else { number(a, part)? };
                if !b.is_empty() && b.bytes().all(|c| c == b'0') {
                    return Err("invalid decreasing range".into());
                }
                let hi = if b.is_empty() { usize::MAX } else { number(b, part)? };
                if hi < lo {
                    return Err("invalid decreasing range".into());
                }
                (lo, hi)
            }
        };
        out.push(r);
    }
    out.sort_unstable();
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for (a, b) in out {
        match merged.last_mut() {
            Some(l) if a <= l.1 => l.1 = l.1.max(b),
            _ => merged.push((a, b)),
        }
    }
    Ok(merged)
}

/// What BusyBox says of a list that it can not read.
fn busybox_range(list: &str) -> String {
    for part in list.split(',') {
        let (a, b) = part.split_once('-').unwrap_or((part, part));
        for n in [a, b] {
            if !n.is_empty() && n.parse::<usize>().is_err() {
                return format!("invalid number '{n}'");
            }
        }
        let (low, high) = (a.parse().unwrap_or(1usize), b.parse().unwrap_or(usize::MAX));
        if low == 0 || high < low || part == "-" {
            return format!("invalid range {low}-{high}");
        }
    }
    format!("invalid range {list}")
}

fn invert(r: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (mut next, mut out) = (1, Vec::new());
    for &(a, b) in r {
        if a > next {
            out.push((next, a - 1));
        }
        next = b.saturating_add(1);
    }
    if next < usize::MAX {
        out.push((next, usize::MAX));
    }
    out
}

fn pieces(line: &[u8], r: &[(usize, usize)], sep: Option<&[u8]>, chars: bool, out: &mut Vec<u8>) {
    let offset = |n: usize| {
        if !chars {
            return n.min(line.len());
        }
        let mut at = 0;
        for _ in 0..n {
            if at >= line.len() {
                break;
            }
            at += char_len(line, at);
        }
        at
    };
    let mut first = true;
    for &(a, b) in r {
        let (x, y) = (offset(a - 1), offset(b));
        if x >= line.len() {
            break;
        }
        if !std::mem::take(&mut first)
            && let Some(s) = sep
        {
            out.extend_from_slice(s);
        }
        out.extend_from_slice(&line[x..y]);
    }
}

/// Gives false where the line is not printed at all.
fn fields(
    line: &[u8],
    delim: u8,
    r: &[(usize, usize)],
    sep: Option<&[u8]>,
    only: bool,
    out: &mut Vec<u8>,
) -> bool {
    let Some(mut end) = find_byte(line, delim, 0) else {
        if only {
            return false;
        }
        out.extend_from_slice(line);
        return true;
    };
    let one = [delim];
    let sep = sep.unwrap_or(&one);
    let (mut at, mut number, mut i, mut first) = (0, 1, 0, true);
    loop {
        while i < r.len() && r[i].1 < number {
            i += 1;
        }
        if i >= r.len() {
            break;
        }
        if r[i].0 <= number {
            if !std::mem::take(&mut first) {
                out.extend_from_slice(sep);
            }
            out.extend_from_slice(&line[at..end]);
        }
        if end >= line.len() {
            break;
        }
        at = end + 1;
        number += 1;
        end = find_byte(line, delim, at).unwrap_or(line.len());
    }
    true
}
