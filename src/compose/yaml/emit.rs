//! Values written as go-yaml writes them: two columns a level, lists indented below their key, words quoted
//! where they would be read as something else.

use super::scalar::needs_quotes;
use crate::compose::text::float;
use serde_json::Value;

/// A document.
pub fn emit(value: &Value) -> String {
    let mut out = String::new();
    match value {
        Value::Object(map) if !map.is_empty() => block(&mut out, value, 0),
        Value::Array(list) if !list.is_empty() => block(&mut out, value, 0),
        other => {
            out.push_str(&inline(other, 0));
            out.push('\n');
        }
    }
    out
}

fn pad(out: &mut String, indent: usize) {
    out.extend(std::iter::repeat_n(' ', indent));
}

/// A map or list that is not empty, from the beginning of a line.
fn block(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                pad(out, indent);
                entry(out, key, value, indent);
            }
        }
        Value::Array(list) => {
            for item in list {
                pad(out, indent);
                out.push_str("- ");
                self::item(out, item, indent + 2);
            }
        }
        _ => {}
    }
}

/// `key: value`, the cursor where the key begins.
fn entry(out: &mut String, key: &str, value: &Value, indent: usize) {
    let name = scalar(key, indent, true);
    // Keys that can not be told from their values at once are marked (libyaml's simple keys).
    if key.contains('\n') || name.len() > 128 {
        out.push_str("? ");
        out.push_str(&name);
        out.push('\n');
        pad(out, indent);
        out.push(':');
    } else {
        out.push_str(&name);
        out.push(':');
    }
    match value {
        Value::Object(map) if !map.is_empty() => {
            out.push('\n');
            block(out, value, indent + 2);
        }
        Value::Array(list) if !list.is_empty() => {
            out.push('\n');
            block(out, value, indent + 2);
        }
        other => {
            out.push(' ');
            out.push_str(&inline(other, indent));
            out.push('\n');
        }
    }
}

/// An item of a list, the cursor behind its dash.
fn item(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (i, (key, value)) in map.iter().enumerate() {
                if i > 0 {
                    pad(out, indent);
                }
                entry(out, key, value, indent);
            }
        }
        Value::Array(list) if !list.is_empty() => {
            for (i, item) in list.iter().enumerate() {
                if i > 0 {
                    pad(out, indent);
                }
                out.push_str("- ");
                self::item(out, item, indent + 2);
            }
        }
        other => {
            out.push_str(&inline(other, indent.saturating_sub(2)));
            out.push('\n');
        }
    }
}

fn inline(value: &Value, indent: usize) -> String {
    match value {
        Value::Null => "null".to_string(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) if n.is_f64() => float(n.as_f64().unwrap_or_default()),
        Value::Number(n) => n.to_string(),
        Value::String(s) => scalar(s, indent, false),
        Value::Array(_) => "[]".to_string(),
        Value::Object(_) => "{}".to_string(),
    }
}

/// A word in the style that go-yaml and libyaml choose for it.
fn scalar(text: &str, indent: usize, key: bool) -> String {
    let look = analyse(text);
    if text.contains('\n') && !key {
        return if look.block { literal(text, indent + 2) } else { double(text) };
    }
    if needs_quotes(text) || text.contains('\n') {
        return double(text);
    }
    if look.plain {
        return text.to_string();
    }
    if look.single { format!("'{}'", text.replace('\'', "''")) } else { double(text) }
}

struct Look {
    plain: bool,
    single: bool,
    block: bool,
}

fn printable(c: char) -> bool {
    matches!(c, '\n' | '\u{20}'..='\u{7e}' | '\u{85}' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}')
        && c != '\u{feff}'
        || c as u32 >= 0x10000
}

/// libyaml's `yaml_emitter_analyze_scalar`, for block context.
fn analyse(text: &str) -> Look {
    let chars: Vec<char> = text.chars().collect();
    let breaks = |c: char| matches!(c, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let blank_at = |i: usize| chars.get(i).is_none_or(|c| matches!(c, ' ' | '\t') || breaks(*c));
    let (mut indicators, mut special, mut lines, mut tab) = (false, false, false, false);
    let (mut leading_space, mut trailing_space, mut leading_break, mut trailing_break) =
        (false, false, false, false);
    let (mut space_break, mut break_space) = (false, false);
    let (mut before_space, mut before_break) = (false, false);
    if text.starts_with("---") || text.starts_with("...") {
        indicators = true;
    }
    for (i, &c) in chars.iter().enumerate() {
        let (first, last) = (i == 0, i + 1 == chars.len());
        let after_blank = i == 0 || matches!(chars[i - 1], ' ' | '\t') || breaks(chars[i - 1]);
        if first {
            indicators |= match c {
                '#' | ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"'
                | '%' | '@' | '`' => true,
                '?' | ':' | '-' => blank_at(i + 1),
                _ => false,
            };
        } else {
            indicators |= match c {
                ':' => blank_at(i + 1),
                '#' => after_blank,
                _ => false,
            };
        }
        if c == '\t' {
            tab = true;
        } else if !printable(c) {
            special = true;
        }
        if breaks(c) {
            lines = true;
        }
        if c == ' ' {
            leading_space |= first;
            trailing_space |= last;
            break_space |= before_break;
            (before_space, before_break) = (true, false);
        } else if breaks(c) {
            leading_break |= first;
            trailing_break |= last;
            space_break |= before_space;
            (before_space, before_break) = (false, true);
        } else {
            (before_space, before_break) = (false, false);
        }
    }
    let mut look = Look { plain: !text.is_empty(), single: true, block: !text.is_empty() };
    if leading_space || leading_break || trailing_space || trailing_break {
        look.plain = false;
    }
    if trailing_space {
        look.block = false;
    }
    if break_space {
        look.plain = false;
        look.single = false;
    }
    if space_break || special || tab {
        look.plain = false;
        look.single = false;
    }
    if space_break || special {
        look.block = false;
    }
    if lines || indicators {
        look.plain = false;
    }
    look
}

/// A block of lines behind `|`.
fn literal(text: &str, indent: usize) -> String {
    let mut out = String::from("|");
    if text.starts_with([' ', '\n']) {
        out.push('2');
    }
    let trimmed = text.trim_end_matches('\n');
    let ends = text.len() - trimmed.len();
    match ends {
        0 => out.push('-'),
        1 if !trimmed.is_empty() => {}
        _ => out.push('+'),
    }
    let body = if ends == 0 { text } else { &text[..text.len() - 1] };
    for line in body.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            pad(&mut out, indent);
            out.push_str(line);
        }
    }
    out
}

/// A word between double quotes with libyaml's escapes.
fn double(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0' => out.push_str("\\0"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{b}' => out.push_str("\\v"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\u{1b}' => out.push_str("\\e"),
            '\u{85}' => out.push_str("\\N"),
            '\u{a0}' => out.push_str("\\_"),
            '\u{2028}' => out.push_str("\\L"),
            '\u{2029}' => out.push_str("\\P"),
            c if printable(c) => out.push(c),
            c if u32::from(c) <= 0xff => out.push_str(&format!("\\x{:02X}", u32::from(c))),
            c if u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::emit;
    use serde_json::json;

    #[test]
    fn styles() {
        for (value, want) in [
            (json!("a b"), "a b"),
            (json!(""), "\"\""),
            (json!("yes"), "\"yes\""),
            (json!("3"), "\"3\""),
            (json!("a: b"), "'a: b'"),
            (json!("it's"), "it's"),
            (json!("#x"), "'#x'"),
            (json!("a\tb"), "\"a\\tb\""),
            (json!("x "), "'x '"),
            (json!("a\nb\n"), "|\n    a\n    b"),
            (json!("a\nb"), "|-\n    a\n    b"),
            (json!(1e6), "1e+06"),
            (json!([]), "[]"),
            (json!(null), "null"),
        ] {
            assert_eq!(emit(&json!({ "x": { "k": value } })), format!("x:\n  k: {want}\n"));
        }
        assert_eq!(
            emit(&json!({ "l": [{ "a": 1, "b": [2] }] })),
            "l:\n  - a: 1\n    b:\n      - 2\n"
        );
    }
}
