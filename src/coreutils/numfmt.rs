//! numfmt: numbers to and from forms that people read.

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
    /// Zeros, width and digits after the point of `--format`, and the text around.
    format: Option<(String, bool, i64, Option<usize>, String)>,
}

const UNITS: &str = "KMGTPEZYRQ";

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
    ];
    // A negative number is no option.
    let mut args = cx.args();
    if let Some(i) = args.iter().position(|a| {
        a.len() > 1 && a.starts_with('-') && a[1..].starts_with(|c: char| c.is_ascii_digit())
    }) {
        args.insert(i, "--".into());
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
            'r' => n.round = v,
            'g' => n.grouping = true,
            'd' => n.delimiter = v.chars().next(),
            'k' => match fields(&v) {
                Some(f) => n.fields = f,
                None => {
                    let q = quoted(&cx.p, &v);
                    cx.err(format!("invalid field value {q}")).await;
                    return cx.try_help(1).await;
                }
            },
            'H' => header = if v.is_empty() { 1 } else { v.parse().unwrap_or(1) },
            'i' => n.invalid = v,
            'm' => match format_of(&v) {
                Some(f) => n.format = Some(f),
                None => {
                    let q = quoted(&cx.p, &v);
                    cx.err(format!("invalid format {q}, directive must be %[0]['][-][N][.][N]f"))
                        .await;
                    return 1;
                }
            },
            _ => {}
        }
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
    while let Ok(Some(l)) = r.line(&cx.p, b'\n').await {
        let line = text::decode(l.strip_suffix(b"\n").unwrap_or(l)).into_owned();
        if header > 0 {
            header -= 1;
            cx.puts(&(line + "\n"));
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

impl Numfmt {
    /// Converts the fields of a line; false where that ends the run.
    async fn line(&self, cx: &mut Cx, line: &str, status: &mut i32) -> bool {
        let mut out = String::new();
        let mut rest = line;
        let mut number = 1;
        loop {
            // A field begins with the blanks before it.
            let (field, after) = match self.delimiter {
                Some(d) => match rest.find(d) {
                    Some(i) => (&rest[..i], Some(&rest[i..])),
                    None => (rest, None),
                },
                None => {
                    let blanks = rest.len() - rest.trim_start().len();
                    match rest[blanks..].find(char::is_whitespace) {
                        Some(i) => (&rest[..blanks + i], Some(&rest[blanks + i..])),
                        None => (rest, None),
                    }
                }
            };
            if self.fields.iter().any(|(a, b)| (*a..=*b).contains(&number)) {
                match self.convert(cx, field, number > 1 && self.delimiter.is_none()) {
                    Ok(t) => out += &t,
                    Err(what) => {
                        if self.invalid != "ignore" {
                            cx.flush().await;
                            cx.err(what).await;
                        }
                        match self.invalid.as_str() {
                            "abort" => return false,
                            "fail" => *status = 2,
                            _ => {}
                        }
                        out += field;
                    }
                }
            } else {
                out += field;
            }
            number += 1;
            match (after, self.delimiter) {
                (None, _) => break,
                (Some(a), Some(d)) => {
                    out.push(d);
                    rest = &a[d.len_utf8()..];
                }
                (Some(a), None) => rest = a,
            }
        }
        cx.puts(&(out + "\n"));
        true
    }

    fn convert(&self, cx: &Cx, field: &str, spaced: bool) -> Result<String, String> {
        let q = |s: &str| quoted(&cx.p, s);
        let t = field.trim();
        let body =
            if self.suffix.is_empty() { t } else { t.strip_suffix(&self.suffix).unwrap_or(t) };
        let digits = body.len()
            - body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-').len();
        let (num, unit) = body.split_at(digits);
        let Ok(mut v) = num.parse::<f64>() else {
            return Err(format!("invalid number: {}", q(t)));
        };
        let places = num.split_once('.').map_or(0, |(_, f)| f.len());
        let unit = unit.trim_start();
        if !unit.is_empty() {
            let letter = unit.chars().next().map(|c| if c == 'k' { 'K' } else { c });
            let power = letter.and_then(|c| UNITS.find(c)).map(|p| p as i32 + 1);
            let after = &unit[1.min(unit.len())..];
            let base = match (self.from, after) {
                (Scale::None, _) => {
                    return Err(match power {
                        Some(_) => {
                            format!("rejecting suffix in input: {} (consider using --from)", q(t))
                        }
                        None => format!("invalid suffix in input: {}", q(t)),
                    });
                }
                (Scale::Auto, "i") | (Scale::IecI, "i") | (Scale::Iec, "") => 1024f64,
                (Scale::Si | Scale::Auto, "") => 1000.0,
                (Scale::IecI, _) => {
                    return Err(format!("missing 'i' suffix in input: {} (e.g Ki/Mi/Gi)", q(t)));
                }
                _ => return Err(format!("invalid suffix in input {}: {}", q(t), q(unit))),
            };
            let Some(p) = power else { return Err(format!("invalid suffix in input: {}", q(t))) };
            v *= base.powi(p);
        }
        v = v * self.from_unit / self.to_unit;
        let prec = self.format.as_ref().and_then(|f| f.3);
        let mut s = match self.to {
            Scale::None => {
                let p = prec.unwrap_or(if self.from == Scale::None { places } else { 0 });
                let mut s = format!("{:.p$}", self.rounded(v, p));
                if self.grouping {
                    s = grouped(&s);
                }
                s
            }
            to => self.human(v, to, prec),
        };
        s += &self.suffix;
        let mut pad = self.padding;
        let (mut head, mut tail) = (String::new(), String::new());
        if let Some((h, zero, w, _, t)) = &self.format {
            head = h.clone();
            tail = t.clone();
            if *zero && s.len() < w.unsigned_abs() as usize {
                let sign = usize::from(s.starts_with('-'));
                s.insert_str(sign, &"0".repeat(*w as usize - s.len()));
            } else if *w != 0 {
                pad = *w;
            }
        }
        // In a line of words a converted field keeps its width.
        if pad == 0 && spaced {
            pad = field.len() as i64;
        } else if pad == 0 && field.len() > t.len() {
            pad = field.len() as i64;
        }
        let w = pad.unsigned_abs() as usize;
        let s = if pad < 0 { format!("{s:<w$}") } else { format!("{s:>w$}") };
        Ok(format!("{head}{s}{tail}"))
    }

    fn rounded(&self, v: f64, places: usize) -> f64 {
        let m = 10f64.powi(places as i32);
        let x = v * m;
        // What binary fractions lose must not round 1000 up to 1001.
        let near = x.round();
        let x = if (x - near).abs() < 1e-9 * near.abs().max(1.0) { near } else { x };
        (match self.round.as_str() {
            "up" => x.ceil(),
            "down" => x.floor(),
            "towards-zero" => x.trunc(),
            "nearest" => x.round(),
            _ => x.abs().ceil().copysign(x),
        }) / m
    }

    fn human(&self, v: f64, to: Scale, prec: Option<usize>) -> String {
        let base = if to == Scale::Si { 1000.0 } else { 1024.0 };
        let (mut x, mut power) = (v, 0);
        while x.abs() >= base && power < UNITS.len() {
            x /= base;
            power += 1;
        }
        let places =
            |x: f64, power: usize| prec.unwrap_or(usize::from(power > 0 && x.abs() < 10.0));
        let mut r = self.rounded(x, places(x, power));
        if r.abs() >= base {
            r /= base;
            power += 1;
        }
        let p = places(r, power);
        let r = self.rounded(r, p);
        let unit = if power == 0 { String::new() } else { UNITS[power - 1..power].to_string() };
        let i = if to == Scale::IecI && power > 0 { "i" } else { "" };
        format!("{r:.p$}{unit}{i}")
    }
}

fn grouped(s: &str) -> String {
    // The C locale has no separator.
    s.to_string()
}
