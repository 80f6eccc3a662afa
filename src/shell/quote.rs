//! Text quoted so that a shell reads it back: `printf %q`, `${x@Q}`, `declare -p`, `set -x`, `trap`.

use std::fmt::Write as _;

use crate::vfs::text;

/// Characters that mean something to a shell wherever they stand; tab and newline are apart.
const SPECIAL: &str = " '\"\\|&;()<>!{}*[]?^$`";

/// Whether a text holds bytes that have to be written as escapes.
fn needs_ansi(s: &str) -> bool {
    s.chars().any(|c| c.is_control()) || text::encode(s).as_ref() != s.as_bytes()
}

/// `$'..'`
pub(crate) fn ansi(s: &str) -> String {
    let mut out = String::from("$'");
    for c in s.chars() {
        let mut buffer = [0; 4];
        let one: &str = c.encode_utf8(&mut buffer);
        let bytes = text::encode(one);
        if bytes.as_ref() != one.as_bytes() {
            for b in bytes.iter() {
                let _ = write!(out, "\\{b:03o}");
            }
            continue;
        }
        match c {
            '\x07' => out.push_str("\\a"),
            '\x08' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\x0b' => out.push_str("\\v"),
            '\x0c' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\x1b' => out.push_str("\\E"),
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            c if c.is_control() => {
                for b in bytes.iter() {
                    let _ = write!(out, "\\{b:03o}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('\'');
    out
}

/// `'..'`, with `'\''` for a single quote (`@Q`, `alias`, `set`, `trap`).
pub(crate) fn single(s: &str) -> String {
    if needs_ansi(s) {
        return ansi(s);
    }
    plain_single(s)
}

/// `'..'` whatever is in it.
pub(crate) fn plain_single(s: &str) -> String {
    if s == "'" {
        return "\\'".to_string();
    }
    format!("'{}'", s.replace('\'', "'\\''"))
}

/// `".."` as `declare -p` writes values.
pub(crate) fn double(s: &str) -> String {
    if needs_ansi(s) {
        return ansi(s);
    }
    let mut out = String::from("\"");
    for c in s.chars() {
        if matches!(c, '"' | '\\' | '$' | '`') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Backslashes before special characters (`printf %q`).
pub(crate) fn backslash(s: &str) -> String {
    if s.is_empty() {
        return "''".to_string();
    }
    if needs_ansi(s) {
        return ansi(s);
    }
    let mut out = String::new();
    for (i, c) in s.char_indices() {
        let special = c == ','
            || SPECIAL.contains(c)
            || (i == 0 && matches!(c, '#' | '~'))
            || (c == '~' && s[..i].ends_with([':', '=']));
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// As busybox's `set -x` shows a word.
pub(crate) fn ash(s: &str) -> String {
    const WORDS: &[&str] = &[
        "!", "[[", "case", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if",
        "in", "then", "until", "while", "{", "}",
    ];
    let special = |b: u8| {
        b < b'+' || (b';'..=b'?').contains(&b) || matches!(b, b'`' | b'[' | b'\\') || b > b'z'
    };
    if s.bytes().any(special) || WORDS.contains(&s) {
        return format!("'{}'", s.replace('\'', "'\"'\"'"));
    }
    s.to_string()
}

/// As `set -x` shows a word: quoted only when it has to be.
pub(crate) fn trace(s: &str) -> String {
    if s.is_empty() {
        return "''".to_string();
    }
    if s.contains(|c| SPECIAL.contains(c) || matches!(c, '\t' | '\n')) || s.starts_with(['#', '~'])
    {
        return plain_single(s);
    }
    if needs_ansi(s) {
        return ansi(s);
    }
    s.to_string()
}

/// As `set` shows a value: quoted only when it has to be.
pub(crate) fn set_value(s: &str) -> String {
    if s.is_empty() {
        String::new()
    } else if needs_ansi(s) {
        ansi(s)
    } else {
        trace(s)
    }
}
