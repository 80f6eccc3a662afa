//! numfmt: numbers to and from forms that people read. The options are read here; what becomes of
//! a number is [`convert`]'s.

mod convert;

use super::Cx;
use super::getopt::{Arg, parse};
use super::lines::quoted;
use crate::vfs::text;

/// A way of writing large numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    None,
    Si,
    Iec,
    IecI,
    Auto,
}

fn scale(s: &str) -> Option<Scale> {
    Some(match s {
        "none" => Scale::None,
        "si" => Scale::Si,
        "iec" => Scale::Iec,
        "iec-i" => Scale::IecI,
        "auto" => Scale::Auto,
        _ => return None,
    })
}

struct Numfmt {
    from: Scale,
    to: Scale,
    from_unit: f64,
    to_unit: f64,
    padding: i64,
    suffix: String,
    round: String,
    grouping: bool,
    delimiter: Option<char>,
    fields: Vec<(usize, usize)>,
    invalid: String,
    /// What ends a line.
    end: char,
    /// Zeros, width and digits after the point of `--format`, and the text around.
    format: Option<(String, bool, i64, Option<usize>, String)>,
}

/// `numfmt`
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 1;
    let longs = [
        ("from", Arg::Required, 'f'),
        ("to", Arg::Required, 't'),
        ("from-unit", Arg::Required, 'F'),
        ("to-unit", Arg::Required, 'T'),
        ("padding", Arg::Required, 'p'),
        ("suffix", Arg::Required, 's'),
        ("round", Arg::Required, 'r'),
        ("grouping", Arg::No, 'g'),
        ("delimiter", Arg::Required, 'd'),
        ("field", Arg::Required, 'k'),
        ("header", Arg::Optional, 'H'),
        ("invalid", Arg::Required, 'i'),
        ("format", Arg::Required, 'm'),
        ("zero-terminated", Arg::No, 'z'),
        ("debug", Arg::No, 'D'),
    ];
    // A negative number is no option.
    let mut args = cx.args();
    let number = |a: &String| {
        a.strip_prefix('-').is_some_and(|d| d.as_bytes().first().is_some_and(u8::is_ascii_digit))
    };
    let over = args.iter().position(|a| a == "--").unwrap_or(args.len());
    if let Some(i) = args.iter().position(number).filter(|i| *i < over) {
        args.insert(i, "--".into());
        if over < args.len() - 1 {
            args.remove(over + 1);
        }
    }
    let parsed = match parse(&args, "d:z", &longs) {
        Ok(p) => p,
        Err(c) => return cx.complain(c).await,
    };
    let mut n = Numfmt {
        from: Scale::None,
        to: Scale::None,
        from_unit: 1.0,
        to_unit: 1.0,
        padding: 0,
        suffix: String::new(),
        round: "from-zero".into(),
        grouping: false,
        delimiter: None,
        fields: vec![(1, 1)],
        invalid: "abort".into(),
        end: '\n',
        format: None,
    };
    let mut header = 0;
    for (letter, value) in &parsed.options {
        let v = value.clone().unwrap_or_default();
        let option = match letter {
            'f' => "--from",
            't' => "--to",
            _ => "",
        };
        match letter {
            'f' | 't' => match scale(&v) {
                Some(s) if *letter == 'f' => n.from = s,
                Some(s) if s != Scale::Auto => n.to = s,
                _ => {
                    let (q, o) = (quoted(&cx.p, &v), quoted(&cx.p, option));
                    let mut list = vec!["none", "si", "iec", "iec-i"];
                    if *letter == 'f' {
                        list.insert(1, "auto");
                    }
                    let list: String =
                        list.iter().map(|l| format!("\n  - {}", quoted(&cx.p, l))).collect();
                    cx.err(format!("invalid argument {q} for {o}\nValid arguments are:{list}"))
                        .await;
                    return cx.try_help(1).await;
                }
            },
            'F' | 'T' => {
                let Some(u) = super::lines::size(&v).filter(|u| *u > 0) else {
                    let q = quoted(&cx.p, &v);
                    cx.err(format!("invalid unit size: {q}")).await;
                    return 1;
                };
                if *letter == 'F' { n.from_unit = u as f64 } else { n.to_unit = u as f64 }
            }
            'p' => match v.parse::<i64>() {
                Ok(p) if p != 0 => n.padding = p.clamp(-4096, 4096),
                _ => {
                    let q = quoted(&cx.p, &v);
                    cx.err(format!("invalid padding value {q}")).await;
                    return 1;
                }
            },
            's' => n.suffix = v,
            'r' => {
                let words: [&[&str]; 5] =
                    [&["up"], &["down"], &["from-zero"], &["towards-zero"], &["nearest"]];
                match cx.choose("--round", &v, &words).await {
                    Ok(word) => n.round = word.to_string(),
                    Err(status) => return status,
                }
            }
            'g' => n.grouping = true,
            'd' if v.chars().count() > 1 => {
                cx.err("the delimiter must be a single character").await;
                return 1;
            }
            'd' => n.delimiter = v.chars().next(),
            'k' => match fields(&v) {
                Some(f) => n.fields = f,
                None => {
                    let q = quoted(&cx.p, &v);
                    let zero = v.split([',', '-']).any(|f| f == "0");
                    return if zero {
                        cx.usage_error("fields are numbered from 1").await
                    } else {
                        cx.usage_error(format!("invalid field value {q}")).await
                    };
                }
            },
            'H' => match v.parse::<u64>() {
                _ if value.is_none() => header = 1,
                Ok(lines) if lines > 0 => header = lines,
                _ => {
                    let q = quoted(&cx.p, &v);
                    cx.err(format!("invalid header value {q}")).await;
                    return 1;
                }
            },
            'i' => {
                let words: [&[&str]; 4] = [&["abort"], &["fail"], &["warn"], &["ignore"]];
                match cx.choose("--invalid", &v, &words).await {
                    Ok(word) => n.invalid = word.to_string(),
                    Err(status) => return status,
                }
            }
            'm' => match format_of(&v) {
                Some(f) if f.4.replace("%%", "").contains('%') => {
                    let q = quoted(&cx.p, &v);
                    cx.err(format!("format {q} has too many % directives")).await;
                    return 1;
                }
                Some(f) => n.format = Some(f),
                None => {
                    let q = quoted(&cx.p, &v);
                    let what = if v.replace("%%", "").contains('%') {
                        format!("invalid format {q}, directive must be %[0]['][-][N][.][N]f")
                    } else {
                        format!("format {q} has no % directive")
                    };
                    cx.err(what).await;
                    return 1;
                }
            },
            _ => {}
        }
    }
    if n.grouping && n.to != Scale::None {
        cx.err("grouping cannot be combined with --to").await;
        return 1;
    }
    if parsed.has('z') {
        n.end = '\0';
    }
    let idle = n.from == Scale::None && n.to == Scale::None && !n.grouping;
    if parsed.has('D') && idle && n.padding == 0 && n.format.is_none() {
        cx.err("no conversion option specified").await;
    }
    let mut status = 0;
    if !parsed.operands.is_empty() {
        for o in &parsed.operands {
            if !n.line(cx, o, &mut status).await {
                return 2;
            }
        }
        return status;
    }
    let Some(mut r) = cx.reader("-").await else { return 1 };
    let end = n.end as u8;
    while let Ok(Some(l)) = r.line(&cx.p, end).await {
        let line = text::decode(l.strip_suffix(&[end]).unwrap_or(l)).into_owned();
        if header > 0 {
            header -= 1;
            cx.puts(&line);
            cx.put(&[end]);
        } else if !n.line(cx, &line, &mut status).await {
            return 2;
        }
        if !cx.pace().await {
            return 1;
        }
    }
    status
}

fn fields(list: &str) -> Option<Vec<(usize, usize)>> {
    list.split(',')
        .map(|p| {
            Some(match p.split_once('-') {
                None => {
                    let n = p.parse().ok().filter(|n| *n > 0)?;
                    (n, n)
                }
                Some((a, b)) => (
                    if a.is_empty() { 1 } else { a.parse().ok()? },
                    if b.is_empty() { usize::MAX } else { b.parse().ok()? },
                ),
            })
        })
        .collect()
}

fn format_of(f: &str) -> Option<(String, bool, i64, Option<usize>, String)> {
    let (head, rest) = f.split_once('%')?;
    let flags: String = rest.chars().take_while(|c| "0'-".contains(*c)).collect();
    let rest = &rest[flags.len()..];
    let end = rest.find('f')?;
    let (spec, tail) = (&rest[..end], &rest[end + 1..]);
    let (w, p) = match spec.split_once('.') {
        Some((w, p)) => (w, Some(if p.is_empty() { 0 } else { p.parse().ok()? })),
        None => (spec, None),
    };
    let w: i64 = if w.is_empty() { 0 } else { w.parse().ok()? };
    let w = if flags.contains('-') { -w } else { w };
    Some((head.to_string(), flags.contains('0'), w, p, tail.to_string()))
}
