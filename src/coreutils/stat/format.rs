//! Formats of stat: directives with flags and widths, and escapes.

use super::Facts;
use super::value::{Value, file_value, system_value};
use crate::coreutils::Cx;
use crate::coreutils::fs::owner::Names;

/// Puts a format out, filled with the facts.
pub fn fill(
    cx: &Cx,
    format: &str,
    escapes: bool,
    file: &str,
    facts: &Facts,
    names: &Names,
    odd: &mut Vec<(usize, char)>,
) -> String {
    let mut out = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1}' {
            if let Some(Value::Text(t)) = file_value(cx, (None, c), None, file, facts, names) {
                out.push_str(&t);
            }
            continue;
        }
        if c == '\\' && escapes {
            escape(&mut chars, &mut out, odd);
            continue;
        }
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut raw = String::from("%");
        let mut take = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
                        ok: fn(char) -> bool| {
            let mut text = String::new();
            while let Some(c) = chars.next_if(|c| ok(*c)) {
                text.push(c);
                raw.push(c);
            }
            text
        };
        let flags = take(&mut chars, |c| "-+ #0'I".contains(c));
        let width: usize =
            take(&mut chars, |c| c.is_ascii_digit()).parse().unwrap_or(0).min(10_000);
        let mut precision = None;
        if chars.next_if_eq(&'.').is_some() {
            let digits = take(&mut chars, |c| c.is_ascii_digit());
            precision = Some(digits.parse().unwrap_or(9));
        }
        let high = chars.next_if(|c| matches!(c, 'H' | 'L') && !cx.busybox());
        let Some(letter) = chars.next() else {
            out.push_str(&raw);
            out.extend(high);
            break;
        };
        if letter == '%' {
            out.push('%');
            continue;
        }
        let value = match facts {
            Facts::File { .. } => file_value(cx, (high, letter), precision, file, facts, names),
            Facts::System { .. } => system_value(letter, file, facts),
        };
        match value {
            Some(value) => out.push_str(&dress(value, &flags, width, precision)),
            None if cx.busybox() => out.push(letter),
            None if letter == '\n' => out.push_str("%\n"),
            None => out.push('?'),
        }
    }
    out
}

/// Sets a value in its field as printf(3) would.
fn dress(value: Value, flags: &str, width: usize, precision: Option<usize>) -> String {
    let alt = flags.contains('#');
    let (text, number) = match value {
        Value::Text(t) => {
            let cut = precision.filter(|_| !t.contains('.')).unwrap_or(usize::MAX);
            (t.chars().take(cut).collect(), t.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
        }
        Value::Number(n) => (n.to_string(), true),
        Value::Octal(n) if alt && n != 0 => (format!("0{n:o}"), true),
        Value::Octal(n) => (format!("{n:o}"), true),
        Value::Hex(n) if alt && n != 0 => (format!("0x{n:x}"), true),
        Value::Hex(n) => (format!("{n:x}"), true),
    };
    let pad = width.saturating_sub(text.chars().count());
    if flags.contains('-') {
        format!("{text}{}", " ".repeat(pad))
    } else if flags.contains('0') && number {
        format!("{}{text}", "0".repeat(pad))
    } else {
        format!("{}{text}", " ".repeat(pad))
    }
}

fn escape(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    out: &mut String,
    odd: &mut Vec<(usize, char)>,
) {
    let Some(c) = chars.next() else {
        out.push('\\');
        return;
    };
    match c {
        'a' => out.push('\u{7}'),
        'b' => out.push('\u{8}'),
        'e' => out.push('\u{1b}'),
        'f' => out.push('\u{c}'),
        'n' => out.push('\n'),
        'r' => out.push('\r'),
        't' => out.push('\t'),
        'v' => out.push('\u{b}'),
        '0'..='7' => {
            let mut n = c.to_digit(8).unwrap_or(0);
            for _ in 0..2 {
                match chars.next_if(|c| ('0'..='7').contains(c)) {
                    Some(d) => n = n * 8 + d.to_digit(8).unwrap_or(0),
                    None => break,
                }
            }
            out.push_str(&crate::vfs::text::decode(&[n as u8]));
        }
        '"' | '\\' => out.push(c),
        other => {
            odd.push((out.len(), other));
            out.push(other);
        }
    }
}
