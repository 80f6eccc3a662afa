//! seq: numbers from one to another. Whole numbers are counted in decimal, so that they may be long.

use super::Cx;
use super::awk::{format_number, leading_number};
use super::digits::fixed;
use super::getopt::{Arg, parse};
use super::lines::quoted;
use crate::vfs::text;

/// An operand: its value, digits after the point, and width as written.
struct Number {
    value: f64,
    places: Option<usize>,
    width: usize,
    /// A whole number of digits alone, however long.
    exact: Option<i128>,
}

fn number(s: &str) -> Option<Number> {
    let t = s.trim_start();
    let t = t.strip_prefix('+').unwrap_or(t);
    let lower = t.to_ascii_lowercase();
    let bare = lower.trim_start_matches('-');
    if matches!(bare, "inf" | "infinity") {
        let value = if lower.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY };
        return Some(Number { value, places: None, width: t.len(), exact: None });
    }
    if bare.starts_with("0x") {
        let v = u64::from_str_radix(&bare[2..], 16).ok()? as f64;
        let value = if lower.starts_with('-') { -v } else { v };
        return Some(Number { value, places: Some(0), width: 0, exact: Some(value as i128) });
    }
    if bare == "nan" {
        return Some(Number { value: f64::NAN, places: None, width: 3, exact: None });
    }
    if !bare.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let value: f64 = t.parse().ok()?;
    leading_number(t.as_bytes())?;
    let exact = t.parse::<i128>().ok().filter(|n| n.unsigned_abs() < 1 << 120);
    let (mantissa, exp) = match lower.split_once('e') {
        Some((m, e)) => (m.to_string(), e.parse::<i64>().ok()?),
        None => (lower.clone(), 0),
    };
    let frac = mantissa.split_once('.').map_or(0, |(_, f)| f.len()) as i64;
    let places = (frac - exp).clamp(0, 1000) as usize;
    let whole = format!("{:.0}", value.trunc()).len();
    let width = if exp != 0 { whole + usize::from(places > 0) + places } else { mantissa.len() };
    Some(Number { value, places: Some(places), width, exact })
}

/// `seq`
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("equal-width", Arg::No, 'w'),
        ("format", Arg::Required, 'f'),
        ("separator", Arg::Required, 's'),
    ];
    // A negative number is no option.
    let mut args = cx.args();
    let mut i = 0;
    while i < args.len() {
        let b = args[i].as_bytes();
        if args[i] == "--" {
            break;
        }
        if b.first() == Some(&b'-')
            && b.get(1).is_some_and(|c| c.is_ascii_digit() || *c == b'.' || *c == b'i')
        {
            args.insert(i, "--".into());
            break;
        }
        if !args[i].starts_with('-') {
            args.insert(i, "--".into());
            break;
        }
        if matches!(args[i].as_str(), "-s" | "-f" | "--separator" | "--format") {
            i += 1;
        }
        i += 1;
    }
    let parsed = match parse(&args, "+f:s:w", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let ops = &parsed.operands;
    if ops.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    if ops.len() > 3 {
        let q = quoted(&cx.p, &ops[3]);
        return cx.usage_error(format!("extra operand {q}")).await;
    }
    let mut numbers = Vec::new();
    for o in ops {
        match number(o) {
            Some(n) if !n.value.is_nan() => numbers.push(n),
            Some(_) => {
                let q = quoted(&cx.p, o);
                let what = quoted(&cx.p, "not-a-number");
                return cx.usage_error(format!("invalid {what} argument: {q}")).await;
            }
            None => {
                let q = quoted(&cx.p, o);
                if cx.busybox() {
                    cx.busybox_usage().await;
                    return 1;
                }
                return cx.usage_error(format!("invalid floating point argument: {q}")).await;
            }
        }
    }
    let one = || Number { value: 1.0, places: Some(0), width: 1, exact: Some(1) };
    let (first, step, last) = match numbers.len() {
        1 => (one(), one(), numbers.remove(0)),
        2 => {
            let l = numbers.remove(1);
            (numbers.remove(0), one(), l)
        }
        _ => {
            let l = numbers.remove(2);
            let s = numbers.remove(1);
            (numbers.remove(0), s, l)
        }
    };
    if step.value == 0.0 && !cx.busybox() {
        let q = quoted(&cx.p, &ops[1]);
        return cx.usage_error(format!("invalid Zero increment value: {q}")).await;
    }
    let sep = text::encode(parsed.value('s').unwrap_or("\n")).into_owned();
    let format = match parsed.value('f') {
        Some(f) => {
            if parsed.has('w') {
                return cx
                    .usage_error(
                        "format string may not be specified when printing equal width strings",
                    )
                    .await;
            }
            match check_format(f, |s| quoted(&cx.p, s)) {
                Ok(()) => Some(text::encode(&f.replace('L', "")).into_owned()),
                Err(what) => {
                    cx.err(what).await;
                    return 1;
                }
            }
        }
        None => None,
    };
    let places = first.places.zip(step.places).map(|(a, b)| a.max(b));
    let width = if parsed.has('w') { equal_width(&first, &step, &last, places) } else { 0 };
    run(cx, (&first, &step, &last), places, width, format.as_deref(), &sep).await
}

fn equal_width(first: &Number, step: &Number, last: &Number, places: Option<usize>) -> usize {
    let p = places.unwrap_or(0);
    let _ = step;
    let shape = |n: &Number| {
        let own = n.places.unwrap_or(0);
        let mut w = n.width as i64;
        w += p as i64 - own as i64;
        // The point comes or goes with the digits after it.
        w += i64::from(p > 0 && own == 0) - i64::from(p == 0 && own > 0);
        w.max(0) as usize
    };
    shape(first).max(shape(last))
}

/// A format must hold exactly one conversion of a double.
fn check_format(f: &str, quote: impl Fn(&str) -> String) -> Result<(), String> {
    let b: Vec<char> = f.chars().collect();
    let (mut i, mut seen) = (0, false);
    while i < b.len() {
        if b[i] != '%' {
            i += 1;
            continue;
        }
        if b.get(i + 1) == Some(&'%') {
            i += 2;
            continue;
        }
        if seen {
            return Err(format!("format {} has too many % directives", quote(f)));
        }
        i += 1;
        while b.get(i).is_some_and(|c| "-+#0 '".contains(*c)) {
            i += 1;
        }
        while b.get(i).is_some_and(|c| c.is_ascii_digit() || *c == '.') {
            i += 1;
        }
        match b.get(i) {
            None => return Err(format!("format {} ends in %", quote(f))),
            Some('L') if b.get(i + 1).is_some_and(|c| "aAeEfFgG".contains(*c)) => {
                seen = true;
                i += 1;
            }
            Some(c) if "aAeEfFgG".contains(*c) => seen = true,
            Some(c) => return Err(format!("format {} has unknown %{c} directive", quote(f))),
        }
        i += 1;
    }
    if seen { Ok(()) } else { Err(format!("format {} has no % directive", quote(f))) }
}

async fn run(
    cx: &mut Cx,
    (first, step, last): (&Number, &Number, &Number),
    places: Option<usize>,
    width: usize,
    format: Option<&[u8]>,
    sep: &[u8],
) -> i32 {
    let up = step.value >= 0.0;
    let beyond = |x: f64| if up { x > last.value } else { x < last.value };
    let whole = format.is_none()
        && places == Some(0)
        && [first, step].iter().all(|n| n.exact.is_some() || n.value.abs() < 1e15);
    let exact = |n: &Number| n.exact.unwrap_or(n.value as i128);
    let past = |i: i128| match last.exact {
        Some(l) if up => i > l,
        Some(l) => i < l,
        None => beyond(i as f64),
    };
    let (mut i, mut n) = (exact(first), 0u64);
    if if whole { past(i) } else { beyond(first.value) } {
        return 0;
    }
    let mut line = Vec::new();
    loop {
        let x = if whole { i as f64 } else { first.value + n as f64 * step.value };
        line.clear();
        match (format, places) {
            (Some(f), _) => format_number(f, x, &mut line),
            _ if whole => push_int(i, &mut line),
            (None, Some(p)) => line.extend_from_slice(fixed(x, p).as_bytes()),
            (None, None) => format_number(b"%g", x, &mut line),
        }
        if if whole { past(i) } else { beyond(x) } {
            // What is printed counts: 0.1 steps may land a hair beyond the end.
            let shown = leading_number(&line).unwrap_or(x);
            if n == 0 || whole || format.is_some() || beyond(shown) {
                break;
            }
        }
        if n > 0 {
            cx.out.extend_from_slice(sep);
        }
        if line.len() < width {
            let sign = usize::from(line.first() == Some(&b'-'));
            let zeros = width - line.len();
            line.splice(sign..sign, std::iter::repeat_n(b'0', zeros));
        }
        cx.out.extend_from_slice(&line);
        n += 1;
        i = i.saturating_add(exact(step));
        if cx.out.len() > 1 << 15 && !cx.pace().await {
            return 1;
        }
    }
    cx.put(b"\n");
    0
}

fn push_int(n: i128, out: &mut Vec<u8>) {
    match i64::try_from(n) {
        Ok(n) => super::awk::push_int(n, out),
        Err(_) => out.extend_from_slice(n.to_string().as_bytes()),
    }
}
