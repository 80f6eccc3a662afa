//! Go's `fmt`: how values print by themselves, and `printf`.

use super::moment;
use super::value::{Struct, Val};
use crate::golang::{duration, quote, strconv};
use data_encoding::{HEXLOWER, HEXUPPER};

/// `fmt.Sprint` of one value; no value at all prints as templates print it.
pub fn sprint(value: &Val) -> String {
    match value {
        Val::Missing => "<no value>".to_string(),
        _ => plain(value, Style::default(), 0),
    }
}

/// What an action prints: of JSON without Go types a null is no value at all.
pub fn print(out: &mut String, value: &Val) {
    match value {
        Val::Nil(t) if &**t == "interface {}" => out.push_str("<no value>"),
        Val::Text(text) => out.push_str(text),
        _ => out.push_str(&sprint(value)),
    }
}

#[derive(Clone, Copy, Default)]
struct Style {
    /// `%+v`: field names.
    names: bool,
    /// `%q` or `%x` for the strings inside.
    verb: Option<char>,
}

fn plain(value: &Val, style: Style, depth: usize) -> String {
    match value {
        Val::Missing | Val::Method(_) => "<nil>".to_string(),
        Val::Nil(t) if t.starts_with("[]") || &**t == "strslice.StrSlice" => "[]".to_string(),
        Val::Nil(t) if t.starts_with("map[") || matches!(&**t, "nat.PortSet" | "nat.PortMap") => {
            "map[]".to_string()
        }
        Val::Nil(_) => "<nil>".to_string(),
        Val::Pointer(inner) => match depth {
            0 => plain(inner, style, 0),
            _ => place(&inner.type_name()),
        },
        Val::Bool(b) => b.to_string(),
        Val::Int(n) => n.to_string(),
        Val::Duration(n) => duration::text(*n),
        Val::Time(ns) => moment::text(*ns),
        Val::Float(n) => strconv::float(*n),
        Val::Text(s) | Val::Number(s) => match style.verb {
            Some('q') => quote::quote(s),
            Some('x') => hex(s.as_bytes(), false),
            _ => s.to_string(),
        },
        Val::List(items, _) => {
            let items: Vec<String> = items.iter().map(|v| plain(v, style, depth + 1)).collect();
            format!("[{}]", items.join(" "))
        }
        Val::Map(map, _) => {
            let key = |k: &String| plain(&Val::text(k), style, depth + 1);
            let items: Vec<String> = map
                .iter()
                .map(|(k, v)| format!("{}:{}", key(k), plain(v, style, depth + 1)))
                .collect();
            format!("map[{}]", items.join(" "))
        }
        // The one of these types that says itself how it is printed.
        Val::Struct(s) if s.name == "units.Ulimit" => {
            let field = |name: &str| {
                let found = s.fields.iter().find(|(n, _)| n == name);
                found.map(|(_, v)| plain(v, Style::default(), 1)).unwrap_or_default()
            };
            format!("{}={}:{}", field("Name"), field("Soft"), field("Hard"))
        }
        // A pointer prints what it points to only on the outside.
        Val::Struct(s) if s.pointer && depth > 0 => address(s),
        Val::Struct(s) => {
            let and = if s.pointer { "&" } else { "" };
            format!("{}{}", if depth == 0 { "" } else { and }, braces(s, style, depth))
        }
    }
}

fn braces(s: &Struct, style: Style, depth: usize) -> String {
    let mut own: Vec<String> = s
        .fields
        .iter()
        .map(|(name, v)| {
            let text = plain(v, style, depth + 1);
            if style.names { format!("{name}:{text}") } else { text }
        })
        .collect();
    let mut items = Vec::new();
    for embedded in s.embeds {
        let within: Vec<String> = own.drain(..embedded.fields.min(own.len())).collect();
        items.push(match embedded.pointer {
            Some(name) => place(name),
            None => format!("{{{}}}", within.join(" ")),
        });
    }
    items.extend(own);
    format!("{{{}}}", items.join(" "))
}

/// A pointer's value: Go prints a machine address, which means nothing; this one at least stays the
/// same from run to run.
fn address(s: &Struct) -> String {
    place(&s.name)
}

fn place(name: &str) -> String {
    let sum = name.bytes().fold(0u64, |sum, b| sum.wrapping_mul(31).wrapping_add(u64::from(b)));
    format!("0xc{:09x}", (sum & 0xf_ffff) << 6)
}

fn hex(bytes: &[u8], upper: bool) -> String {
    if upper { HEXUPPER.encode(bytes) } else { HEXLOWER.encode(bytes) }
}

/// `fmt.Sprint` of many: a space between two neighbours of which neither is a string.
pub fn sprint_all(values: &[Val]) -> String {
    let mut out = String::new();
    for (i, value) in values.iter().enumerate() {
        let text = |v: &Val| matches!(v, Val::Text(_) | Val::Number(_));
        if i > 0 && !text(value) && !text(&values[i - 1]) {
            out.push(' ');
        }
        out.push_str(&plain(value, Style::default(), 0));
    }
    out
}

/// `fmt.Sprintln`.
pub fn sprintln(values: &[Val]) -> String {
    let texts: Vec<String> = values.iter().map(|v| plain(v, Style::default(), 0)).collect();
    texts.join(" ") + "\n"
}

#[derive(Default)]
struct Spec {
    minus: bool,
    plus: bool,
    sharp: bool,
    space: bool,
    zero: bool,
    width: Option<usize>,
    precision: Option<usize>,
}

/// `fmt.Sprintf`.
pub fn sprintf(format: &str, values: &[Val]) -> String {
    let mut out = String::new();
    let mut args = values.iter();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut spec = Spec::default();
        while let Some(flag) = chars.peek() {
            match flag {
                '-' => spec.minus = true,
                '+' => spec.plus = true,
                '#' => spec.sharp = true,
                ' ' => spec.space = true,
                '0' => spec.zero = true,
                _ => break,
            }
            chars.next();
        }
        let mut number = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>| {
            if chars.peek() == Some(&'*') {
                chars.next();
                return match args.next() {
                    Some(Val::Int(n)) => Some(n.unsigned_abs().min(4096) as usize),
                    _ => None,
                };
            }
            let mut n = None;
            while let Some(d) = chars.peek().and_then(|c| c.to_digit(10)) {
                n = Some((n.unwrap_or(0usize) * 10 + d as usize).min(4096));
                chars.next();
            }
            n
        };
        spec.width = number(&mut chars);
        if chars.peek() == Some(&'.') {
            chars.next();
            spec.precision = Some(number(&mut chars).unwrap_or(0));
        }
        match chars.next() {
            None => out.push_str("%!(NOVERB)"),
            Some('%') => out.push('%'),
            Some(verb) => match args.next() {
                None => out.push_str(&format!("%!{verb}(MISSING)")),
                Some(value) => out.push_str(&pad(&spec, &verbed(&spec, verb, value), value)),
            },
        }
    }
    let extra: Vec<String> = args
        .map(|v| match v {
            Val::Missing => "<nil>".to_string(),
            v => format!("{}={}", v.type_name(), plain(v, Style::default(), 0)),
        })
        .collect();
    if !extra.is_empty() {
        out.push_str(&format!("%!(EXTRA {})", extra.join(", ")));
    }
    out
}

fn pad(spec: &Spec, text: &str, value: &Val) -> String {
    let Some(width) = spec.width else { return text.to_string() };
    let missing = width.saturating_sub(text.chars().count());
    if spec.minus {
        return format!("{text}{}", " ".repeat(missing));
    }
    if spec.zero {
        let number = matches!(value, Val::Int(_) | Val::Float(_));
        if let Some(digits) = text.strip_prefix('-').filter(|_| number) {
            return format!("-{}{digits}", "0".repeat(missing));
        }
        return format!("{}{text}", "0".repeat(missing));
    }
    format!("{}{text}", " ".repeat(missing))
}

fn verbed(spec: &Spec, verb: char, value: &Val) -> String {
    let value = match value {
        // By its number, where a number is asked for.
        Val::Duration(n) if !matches!(verb, 'v' | 's' | 'q' | 'T') => &Val::Int(*n),
        Val::Duration(n) if matches!(verb, 's' | 'q') => &Val::text(duration::text(*n)),
        Val::Time(ns) if matches!(verb, 's' | 'q') => &Val::text(moment::text(*ns)),
        other => other,
    };
    let bad = || match value {
        Val::Missing | Val::Nil(_) => format!("%!{verb}(<nil>)"),
        // Width and precision are those of the number inside.
        Val::Int(n) => {
            let digits = spec.precision.unwrap_or(1);
            let width = spec.width.unwrap_or(0);
            format!("%!{verb}(int={:>width$})", format!("{n:0>digits$}"))
        }
        v => format!("%!{verb}({}={})", v.type_name(), plain(v, Style::default(), 0)),
    };
    let cut = |text: &str| match spec.precision {
        Some(n) => text.chars().take(n).collect(),
        None => text.to_string(),
    };
    match (verb, value) {
        ('v', Val::Text(s)) if spec.sharp => quote::quote(s),
        ('v', Val::Text(s)) => cut(s),
        ('v', Val::Int(n)) => signed(spec, *n),
        ('v', v) => plain(v, Style { names: spec.plus, verb: None }, 0),
        ('T', v) => v.type_name(),
        ('t', Val::Bool(b)) => b.to_string(),
        ('s', Val::Text(s) | Val::Number(s)) => cut(s),
        ('q', Val::Text(s) | Val::Number(s)) if spec.sharp && !s.contains('`') => format!("`{s}`"),
        ('q', Val::Text(s) | Val::Number(s)) if spec.plus => quote::quote_ascii(&cut(s)),
        ('q', Val::Text(s) | Val::Number(s)) => quote::quote(&cut(s)),
        ('q', Val::Int(n)) => match u32::try_from(*n).ok().and_then(char::from_u32) {
            Some(c) => quote::quote_char(c),
            None => quote::quote_char('\u{fffd}'),
        },
        ('x', Val::Text(s) | Val::Number(s)) => hex(s.as_bytes(), false),
        ('X', Val::Text(s) | Val::Number(s)) => hex(s.as_bytes(), true),
        ('s' | 'q' | 'x', Val::List(..) | Val::Map(..) | Val::Struct(_)) => {
            plain(value, Style { names: false, verb: Some(verb).filter(|v| *v != 's') }, 0)
        }
        ('s', Val::Nil(t)) if t.starts_with("[]") || t.starts_with("map[") => {
            plain(value, Style::default(), 0)
        }
        ('d', Val::Int(n)) => match spec.precision {
            Some(digits) if *n < 0 => format!("-{:0>digits$}", n.unsigned_abs()),
            Some(digits) => format!("{n:0>digits$}"),
            None => signed(spec, *n),
        },
        ('d', Val::List(items, _)) => {
            let items: Vec<String> = items.iter().map(|v| verbed(spec, 'd', v)).collect();
            format!("[{}]", items.join(" "))
        }
        ('x', Val::Int(n)) => based(spec, *n, format!("{:x}", n.unsigned_abs()), "0x"),
        ('X', Val::Int(n)) => based(spec, *n, format!("{:X}", n.unsigned_abs()), "0X"),
        ('o', Val::Int(n)) => based(spec, *n, format!("{:o}", n.unsigned_abs()), "0"),
        ('b', Val::Int(n)) => based(spec, *n, format!("{:b}", n.unsigned_abs()), "0b"),
        ('c', Val::Int(n)) => {
            u32::try_from(*n).ok().and_then(char::from_u32).unwrap_or('\u{fffd}').to_string()
        }
        ('U', Val::Int(n)) => format!("U+{n:04X}"),
        ('f' | 'F', Val::Float(n)) => {
            let digits = spec.precision.unwrap_or(6);
            let plus = if spec.plus && *n >= 0.0 { "+" } else { "" };
            format!("{plus}{n:.digits$}")
        }
        ('e', Val::Float(n)) => {
            let digits = spec.precision.unwrap_or(6);
            let text = format!("{n:.digits$e}");
            let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            let exponent: i32 = exponent.parse().unwrap_or(0);
            let sign = if exponent < 0 { '-' } else { '+' };
            format!("{mantissa}e{sign}{:02}", exponent.abs())
        }
        ('g', Val::Float(n)) => match spec.precision {
            Some(digits) => crate::docker::format::units::general(*n, digits.max(1)),
            None => strconv::float(*n),
        },
        _ => bad(),
    }
}

fn signed(spec: &Spec, n: i64) -> String {
    match (n >= 0, spec.plus, spec.space) {
        (true, true, _) => format!("+{n}"),
        (true, false, true) => format!(" {n}"),
        _ => n.to_string(),
    }
}

fn based(spec: &Spec, n: i64, digits: String, prefix: &str) -> String {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}{digits}", if spec.sharp { prefix } else { "" })
}
