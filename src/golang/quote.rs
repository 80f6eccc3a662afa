//! Go's quoted forms of strings and characters (`%q`, `strconv.Quote`).

use std::fmt::Write;

/// `strconv.Quote`: a string between double quotes with Go's escapes.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        escape(&mut out, c, '"');
    }
    out.push('"');
    out
}

/// `%q` of a character: between single quotes.
pub fn quote_char(c: char) -> String {
    let mut out = String::from("'");
    escape(&mut out, c, '\'');
    out.push('\'');
    out
}

/// `%+q`: only ASCII is left as it is.
pub fn quote_ascii(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_ascii() {
            escape(&mut out, c, '"');
        } else {
            unicode(&mut out, c);
        }
    }
    out.push('"');
    out
}

fn escape(out: &mut String, c: char, delimiter: char) {
    match c {
        _ if c == delimiter || c == '\\' => {
            out.push('\\');
            out.push(c);
        }
        '\u{7}' => out.push_str("\\a"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\u{b}' => out.push_str("\\v"),
        _ if printable(c) => out.push(c),
        _ => unicode(out, c),
    }
}

fn unicode(out: &mut String, c: char) {
    let n = u32::from(c);
    // Writing to a String can not fail.
    let _ = match n {
        0..=0x1f | 0x7f => write!(out, "\\x{n:02x}"),
        0..=0xffff => write!(out, "\\u{n:04x}"),
        _ => write!(out, "\\U{n:08x}"),
    };
}

/// What `unicode.IsPrint` accepts, as far as control, space and private characters go.
fn printable(c: char) -> bool {
    c == ' '
        || !(c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}'))
}

/// The value of a Go string literal in double quotes, quotes included; `None` if it is not one.
pub fn unquote(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::new();
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' | '\n' => return None,
            '\\' => out.push(unescape(&mut rest, '"')?),
            _ => out.push(c),
        }
    }
    Some(out)
}

/// The character after a backslash.
pub fn unescape(rest: &mut std::str::Chars<'_>, delimiter: char) -> Option<char> {
    let digits = |rest: &mut std::str::Chars<'_>, n: usize, radix: u32, first: u32| {
        let mut value = first;
        for _ in 0..n {
            value = value.checked_mul(radix)?.checked_add(rest.next()?.to_digit(radix)?)?;
        }
        char::from_u32(value)
    };
    let c = rest.next()?;
    Some(match c {
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        '\\' => '\\',
        'x' => digits(rest, 2, 16, 0)?,
        'u' => digits(rest, 4, 16, 0)?,
        'U' => digits(rest, 8, 16, 0)?,
        '0'..='7' => digits(rest, 2, 8, c.to_digit(8)?)?,
        _ if c == delimiter => c,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{quote, quote_ascii, quote_char, unquote};

    #[test]
    fn quoting() {
        assert_eq!(quote("a\"b\\\n\u{1}é"), r#""a\"b\\\n\x01é""#);
        assert_eq!(quote_ascii("é"), r#""\u00e9""#);
        assert_eq!(quote_char('Z'), "'Z'");
        assert_eq!(quote_char('\''), r"'\''");
        assert_eq!(unquote(r#""a\tb\x41\u00e9""#).as_deref(), Some("a\tbAé"));
        assert_eq!(unquote(r#""a\q""#), None);
    }
}
