//! What a plain word means in YAML, by go-yaml's rules (YAML 1.2 with some of 1.1).

use crate::golang::strconv::{parse_int, parse_uint};
use serde_json::{Number, Value};

/// The value of a word without quotes and tag.
pub fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let first = text.as_bytes()[0];
    if (first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.'))
        && let Some(number) = number(text)
    {
        return Value::Number(number);
    }
    match is_time(text) {
        true => serde_json::json!({ TIME: text }),
        false => Value::String(text.to_string()),
    }
}

fn number(text: &str) -> Option<Number> {
    let plain = text.replace('_', "");
    if !text.starts_with('.') && !is_time(text) {
        if let Ok(n) = parse_int(&plain, 0) {
            return Some(Number::from(n));
        }
        if let Ok(n) = parse_uint(&plain, 0) {
            return Some(Number::from(n));
        }
    } else if is_time(text) {
        return None;
    }
    if is_float(&plain) {
        return plain.trim_start_matches('+').parse::<f64>().ok().and_then(Number::from_f64);
    }
    None
}

/// `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`
fn is_float(text: &str) -> bool {
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(rest);
    let mut rest = &rest[whole..];
    if let Some(after) = rest.strip_prefix('.') {
        let fraction = digits(after);
        if whole == 0 && fraction == 0 {
            return false;
        }
        rest = &after[fraction..];
    } else if whole == 0 {
        return false;
    }
    if let Some(after) = rest.strip_prefix(['e', 'E']) {
        let after = after.strip_prefix(['-', '+']).unwrap_or(after);
        let n = digits(after);
        return n > 0 && after.len() == n;
    }
    rest.is_empty()
}

/// The name of the only entry of what stands for a date, which no place of a Compose file takes.
pub const TIME: &str = "\u{0}time";

/// Whether go-yaml takes a word for a date, with or without a time.
pub fn is_time(text: &str) -> bool {
    let date = text.split(['T', 't', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split('-').collect();
    let number = |s: &str, most: usize| {
        !s.is_empty() && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit())
    };
    parts.len() == 3
        && parts[0].len() == 4
        && number(parts[0], 4)
        && number(parts[1], 2)
        && number(parts[2], 2)
}

/// Whether a text must be quoted when it is written, lest it be read as something else.
pub fn needs_quotes(text: &str) -> bool {
    !matches!(resolve(text), Value::String(_))
        || text == "<<"
        || matches!(
            text,
            ".inf"
                | ".Inf"
                | ".INF"
                | "+.inf"
                | "+.Inf"
                | "+.INF"
                | "-.inf"
                | "-.Inf"
                | "-.INF"
                | ".nan"
                | ".NaN"
                | ".NAN"
        )
        || is_time(text)
        || old_bool(text)
        || base_60(text)
}

/// YAML 1.1's other words for true and false.
fn old_bool(text: &str) -> bool {
    matches!(
        text,
        "y" | "Y"
            | "yes"
            | "Yes"
            | "YES"
            | "on"
            | "On"
            | "ON"
            | "n"
            | "N"
            | "no"
            | "No"
            | "NO"
            | "off"
            | "Off"
            | "OFF"
    )
}

/// YAML 1.1's numbers to the base 60: `^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$`.
fn base_60(text: &str) -> bool {
    let rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !rest.starts_with(|c: char| c.is_ascii_digit()) || !rest.contains(':') {
        return false;
    }
    let (rest, tail) = rest.split_once('.').unwrap_or((rest, ""));
    let mut parts = rest.split(':');
    let first = parts.next().unwrap_or_default();
    first.bytes().all(|b| b.is_ascii_digit() || b == b'_')
        && tail.bytes().all(|b| b.is_ascii_digit() || b == b'_')
        && parts.all(|p| match p.as_bytes() {
            [d] => d.is_ascii_digit(),
            [t, d] => (b'0'..=b'5').contains(t) && d.is_ascii_digit(),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::{needs_quotes, resolve};
    use serde_json::json;

    #[test]
    fn plain_words() {
        for (text, value) in [
            ("", json!(null)),
            ("True", json!(true)),
            ("yes", json!("yes")),
            ("0x1f", json!(31)),
            ("0777", json!(511)),
            ("08", json!(8.0)),
            ("1_000", json!(1000)),
            ("-3", json!(-3)),
            ("1.5", json!(1.5)),
            (".5", json!(0.5)),
            ("1e3", json!(1000.0)),
            ("1.2.3", json!("1.2.3")),
            ("8080:80", json!("8080:80")),
            ("2024-01-02", json!({ super::TIME: "2024-01-02" })),
        ] {
            assert_eq!(resolve(text), value, "{text}");
        }
    }

    #[test]
    fn quotes() {
        for text in ["", "3", "true", "y", "no", "12:30", "2024-01-02", "~", "<<", ".inf"] {
            assert!(needs_quotes(text), "{text}");
        }
        for text in ["a", "3a", "12:99", "sixty", "1.2.3"] {
            assert!(!needs_quotes(text), "{text}");
        }
    }
}
