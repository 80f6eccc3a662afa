//! Files of variables: `.env`, `--env-file`, and a service's `env_file`.

use super::template::{self, Lookup, Wrong};
use crate::golang::quote::{quote, unescape};
use std::collections::BTreeMap;

fn blank(c: char) -> bool {
    matches!(c, '\t' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{85}' | '\u{a0}')
}

/// Reads a file; values are added to `out`. Names without a value take it from `lookup`.
pub fn parse(
    text: &str,
    out: &mut BTreeMap<String, String>,
    lookup: Lookup<'_>,
    warnings: &mut Vec<String>,
) -> Result<(), String> {
    let text = text.replace("\r\n", "\n");
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut line = 1;
    loop {
        let start = rest.trim_start();
        line += rest[..rest.len() - start.len()].matches('\n').count();
        if start.is_empty() {
            return Ok(());
        }
        if start.starts_with('#') {
            let end = start.find('\n').unwrap_or(start.len());
            rest = &start[end..];
            continue;
        }
        let (key, after, alone) = key(start, &mut line)?;
        if key.contains(' ') {
            return Err(format!("line {line}: key cannot contain a space"));
        }
        if alone {
            if let Some(value) = lookup(key) {
                out.insert(key.to_string(), value);
            }
            rest = after;
            continue;
        }
        let (value, after) = value(after, out, lookup, &mut line, warnings)?;
        out.insert(key.to_string(), value);
        rest = after;
    }
}

/// A name, what stands behind it, and whether it has no value.
fn key<'a>(text: &'a str, line: &mut usize) -> Result<(&'a str, &'a str, bool), String> {
    let text = match text.strip_prefix("export") {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start_matches(blank),
        _ => text,
    };
    for (i, c) in text.char_indices() {
        if blank(c) || matches!(c, '_' | '.' | '-' | '[' | ']') || c.is_alphanumeric() {
            continue;
        }
        if matches!(c, '=' | ':' | '\n') {
            let key = &text[..i];
            let alone = c == '\n';
            if alone && !key.contains(' ') {
                *line += 1;
            }
            return Ok((key.trim_end(), text[i + 1..].trim_start_matches(blank), alone));
        }
        return Err(format!(
            "line {line}: unexpected character {} in variable name {}",
            quote(&c.to_string()),
            quote(text.split('\n').next().unwrap_or_default())
        ));
    }
    // The last line, without a newline: the name is what is left of nothing.
    if text.is_empty() { Err("zero length string".to_string()) } else { Ok(("", "", false)) }
}

fn value<'a>(
    text: &'a str,
    env: &BTreeMap<String, String>,
    lookup: Lookup<'_>,
    line: &mut usize,
    warnings: &mut Vec<String>,
) -> Result<(String, &'a str), String> {
    let mut expand = |text: &str| {
        let look = |name: &str| lookup(name).or_else(|| env.get(name).cloned());
        let mut unset = Vec::new();
        let done = template::substitute(text, &look, &mut unset);
        warnings.extend(unset.iter().map(|n| template::warning(n)));
        done.map_err(|wrong| match wrong {
            Wrong::Format(text) => format!("Invalid template: {}", quote(&text)),
            Wrong::Required(why) => why,
        })
    };
    let Some(mark) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        let (value, rest) = text.split_once('\n').unwrap_or((text, ""));
        *line += 1;
        let value = value.split(" #").next().unwrap_or_default().trim_end();
        return Ok((expand(value)?, rest));
    };
    let mut inner = String::new();
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        if c == '\n' {
            *line += 1;
        }
        if c != mark {
            if !escaped && c == '\\' {
                escaped = true;
                continue;
            }
            if std::mem::take(&mut escaped) {
                inner.push('\\');
            }
            inner.push(c);
        } else if std::mem::take(&mut escaped) {
            inner.push(c);
        } else {
            let value = if mark == '"' { expand(&escapes(&inner))? } else { inner };
            return Ok((value, &text[i + 1..]));
        }
    }
    let first = text.split('\n').next().unwrap_or_default();
    Err(format!("line {line}: unterminated quoted value {first}"))
}

/// Go's escapes, as far as env files have them: `\\(?:[abcfnrtv$"\\]|0\d{0,3})`.
fn escapes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        match after.chars().next() {
            Some('$') => {
                out.push_str("$$");
                rest = &after[1..];
            }
            Some(c) if "abfnrtv\"\\".contains(c) => {
                let mut chars = after.chars();
                match unescape(&mut chars, '"') {
                    Some(c) => out.push(c),
                    None => out.push_str(&rest[at..at + 2]),
                }
                rest = &after[1..];
            }
            Some('0') => {
                let digits = after[1..].bytes().take(3).take_while(u8::is_ascii_digit).count();
                let number = u32::from_str_radix(&after[1..1 + digits], 8).ok();
                match number.filter(|_| digits == 3).and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => out.push_str(&rest[at..at + 2 + digits]),
                }
                rest = &after[1 + digits..];
            }
            _ => {
                out.push('\\');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::parse;
    use std::collections::BTreeMap;

    fn read(text: &str) -> Result<Vec<String>, String> {
        let mut out = BTreeMap::new();
        let look = |name: &str| (name == "HOME").then(|| "/h".to_string());
        parse(text, &mut out, &look, &mut Vec::new())?;
        Ok(out.iter().map(|(k, v)| format!("{k}={v}")).collect())
    }

    #[test]
    fn files() {
        let good = [
            ("A=1\n# no\nB: x # c\nexport C='$A'\n", "A=1|B=x|C=$A"),
            ("A=1\nB=\"$A\\n${A}\"\n", "A=1|B=1\n1"),
            ("HOME\nX=$HOME/y", "HOME=/h|X=/h/y"),
            ("Q=\"a\\\"b\"\n", "Q=a\"b"),
        ];
        for (text, want) in good {
            assert_eq!(read(text).unwrap().join("|"), want, "{text}");
        }
        assert_eq!(read("A B=1\n").unwrap_err(), "line 1: key cannot contain a space");
        assert_eq!(
            read("A=1\n!X=1\n").unwrap_err(),
            "line 2: unexpected character \"!\" in variable name \"!X=1\""
        );
        assert!(read("A=\"x\n").is_err());
    }
}
