//! The words and signs of bc's language.

use super::parse::Wrong;

/// A word or a sign.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(String),
    Name(String),
    Text(String),
    Sign(&'static str),
    Line,
    End,
}

const SIGNS: &[&str] = &[
    "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "&&", "||", "+", "-",
    "*", "/", "%", "^", "=", "<", ">", "!", "(", ")", "{", "}", "[", "]", ",", ";",
];

/// Words that are no names.
pub(super) const WORDS: &[&str] = &[
    "auto", "break", "continue", "define", "else", "for", "halt", "ibase", "if", "last", "length",
    "limits", "obase", "print", "quit", "read", "return", "scale", "sqrt", "while",
];

/// Takes text apart.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Wrong> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("/*") {
            rest = &after[after.find("*/").ok_or(Wrong::More)? + 2..];
        } else if let Some(after) = rest.strip_prefix("\\\n") {
            rest = after;
        } else if c == '#' {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if c == '\n' {
            out.push(Token::Line);
            rest = &rest[1..];
        } else if c.is_ascii_whitespace() {
            rest = &rest[1..];
        } else if c == '"' {
            let end = rest[1..].find('"').ok_or(Wrong::More)?;
            out.push(Token::Text(rest[1..=end].to_string()));
            rest = &rest[end + 2..];
        } else if c.is_ascii_digit() || c.is_ascii_uppercase() || c == '.' {
            let number = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase();
            let digits = |s: &str| s.bytes().take_while(|b| number(*b)).count();
            let mut n = digits(rest);
            if rest[n..].starts_with('.') {
                n += 1 + digits(&rest[n + 1..]);
            }
            let word = &rest[..n];
            out.push(if word == "." {
                Token::Name("last".into())
            } else {
                Token::Number(word.into())
            });
            rest = &rest[n..];
        } else if c.is_ascii_lowercase() {
            let part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            let n = rest.bytes().take_while(|b| part(*b)).count();
            out.push(Token::Name(rest[..n].to_string()));
            rest = &rest[n..];
        } else {
            let sign = SIGNS.iter().find(|s| rest.starts_with(**s)).ok_or(Wrong::Syntax)?;
            out.push(Token::Sign(sign));
            rest = &rest[sign.len()..];
        }
    }
    out.push(Token::End);
    Ok(out)
}

/// What `print` makes of backslashes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('a') => out.push('\u{7}'),
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('q') => out.push('"'),
            Some('\\') => out.push('\\'),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}
