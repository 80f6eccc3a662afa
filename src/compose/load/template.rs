//! Variables in a Compose file: `$NAME`, `${NAME:-default}`, `${NAME:?why}`, `${NAME:+instead}`, `$$`.

use crate::golang::quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// Looks up variables.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Nested so deep no one writes; what lies deeper is refused.
const DEPTH: usize = 60;

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has a `${` that is no variable; the whole text.
    Format(String),
    /// A variable that must be set is not; the reason given.
    Required(String),
}

/// A text with the values of its variables. Names that are not set are added to `unset`.
pub fn substitute(
    text: &str,
    lookup: Lookup<'_>,
    unset: &mut Vec<String>,
) -> Result<String, Wrong> {
    replace(text, lookup, unset, 0)
}

fn name_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(b) if b.is_ascii_alphabetic() || *b == b'_' => {
            bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count()
        }
        _ => 0,
    }
}

fn replace(
    text: &str,
    lookup: Lookup<'_>,
    unset: &mut Vec<String>,
    depth: usize,
) -> Result<String, Wrong> {
    if depth > DEPTH {
        return Err(Wrong::Format(text.to_string()));
    }
    let mut plain = |name: &str| match lookup(name) {
        Some(value) => value,
        None => {
            unset.push(name.to_string());
            String::new()
        }
    };
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let n = name_length(after);
        if let Some(tail) = after.strip_prefix('$') {
            out.push('$');
            rest = tail;
        } else if n > 0 {
            out.push_str(&plain(&after[..n]));
            rest = &after[n..];
        } else if let Some(inner) = after.strip_prefix('{') {
            let n = name_length(inner);
            let (name, tail) = inner.split_at(n);
            if n == 0 {
                return Err(Wrong::Format(text.to_string()));
            }
            if let Some(tail) = tail.strip_prefix('}') {
                out.push_str(&plain(name));
                rest = tail;
                continue;
            }
            let line = tail.split('\n').next().unwrap_or_default();
            let operator =
                [":?", "?", ":-", "-", ":+", "+"].into_iter().find(|o| tail.starts_with(o));
            let (Some(operator), true) = (operator, line.contains('}')) else {
                return Err(Wrong::Format(text.to_string()));
            };
            let end = closing(tail).unwrap_or_else(|| line.rfind('}').unwrap_or(0));
            let word = &tail[operator.len()..end.max(operator.len())];
            let word = replace(word, lookup, unset, depth + 1)?;
            out.push_str(&apply(name, operator, word, lookup)?);
            // The rest of the text may not be read by the same borrow of `plain`.
            let tail = &tail[end + 1..];
            let tail = replace(tail, lookup, unset, depth + 1).map_err(|e| whole(e, text))?;
            return Ok(out + &tail);
        } else {
            out.push('$');
            rest = after;
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// A mistake is told with the whole text around it.
fn whole(wrong: Wrong, text: &str) -> Wrong {
    match wrong {
        Wrong::Format(_) => Wrong::Format(text.to_string()),
        other => other,
    }
}

/// Where the brace closes that stands before a text.
fn closing(text: &str) -> Option<usize> {
    let mut open = 1;
    for (i, c) in text.char_indices() {
        match c {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some(i);
        }
    }
    None
}

fn apply(name: &str, operator: &str, word: String, lookup: Lookup<'_>) -> Result<String, Wrong> {
    let value = lookup(name);
    let set = match (&value, operator.starts_with(':')) {
        (Some(value), true) => !value.is_empty(),
        (value, _) => value.is_some(),
    };
    let value = value.unwrap_or_default();
    Ok(match (operator.ends_with('-'), operator.ends_with('+'), set) {
        (true, _, true) => value,
        (true, _, false) => word,
        (_, true, true) => word,
        (_, true, false) => value,
        (_, _, true) => value,
        (_, _, false) => {
            let why = if word.is_empty() { String::new() } else { format!(": {word}") };
            return Err(Wrong::Required(format!(
                "required variable {name} is missing a value{why}"
            )));
        }
    })
}

/// The warning about a variable that is not set.
pub fn warning(name: &str) -> String {
    format!("The {} variable is not set. Defaulting to a blank string.", quote(name))
}

/// What a file says of a variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variable {
    /// What counts where it is not set.
    pub default: String,
    /// What counts where it is set.
    pub instead: String,
    /// Whether it must be set.
    pub required: bool,
}

/// The variables in all texts of a value.
pub fn variables(value: &Value, found: &mut BTreeMap<String, Variable>) {
    match value {
        Value::Object(map) => map.values().for_each(|v| variables(v, found)),
        Value::Array(items) => items.iter().for_each(|v| variables(v, found)),
        Value::String(text) => in_text(text, found, 0),
        _ => {}
    }
}

fn in_text(text: &str, found: &mut BTreeMap<String, Variable>, depth: usize) {
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        let after = &rest[at + 1..];
        let inner = after.strip_prefix('{');
        let name_at = inner.unwrap_or(after);
        let n = name_length(name_at);
        if let Some(tail) = after.strip_prefix('$') {
            rest = tail;
            continue;
        }
        let (name, tail) = name_at.split_at(n);
        rest = tail;
        if n == 0 || depth > DEPTH {
            continue;
        }
        let mut variable = Variable::default();
        let operator = [":?", "?", ":-", "-", ":+", "+"].into_iter().find(|o| tail.starts_with(o));
        if let (Some(_), Some(operator), Some(end)) = (inner, operator, closing(tail)) {
            let word = tail.get(operator.len()..end).unwrap_or_default();
            match operator {
                ":-" | "-" => variable.default = word.to_string(),
                ":+" | "+" => variable.instead = word.to_string(),
                _ => variable.required = true,
            }
            in_text(word, found, depth + 1);
            rest = &tail[end + 1..];
        }
        found.entry(name.to_string()).or_insert(variable);
    }
}

#[cfg(test)]
mod tests {
    use super::{Wrong, substitute};

    fn look(name: &str) -> Option<String> {
        match name {
            "A" => Some("a".to_string()),
            "EMPTY" => Some(String::new()),
            _ => None,
        }
    }

    #[test]
    fn variables() {
        for (text, want) in [
            ("$A-${A}", "a-a"),
            ("$$A ${$}", ""),
            ("${B:-x}${A:-y}", "xa"),
            ("${EMPTY:-x} ${EMPTY-x}|", "x |"),
            ("${B:-${A}-{z}} end", "a-{z} end"),
            ("${A:+yes}${B+no}", "yes"),
            ("$1 $ x", "$1 $ x"),
            ("${B}", ""),
        ] {
            let got = substitute(text, &look, &mut Vec::new());
            if want.is_empty() && text.contains("${$") {
                assert_eq!(got, Err(Wrong::Format(text.to_string())));
            } else {
                assert_eq!(got.as_deref(), Ok(want), "{text}");
            }
        }
        let wrong = substitute("${B:?set it}", &look, &mut Vec::new());
        let why = "required variable B is missing a value: set it".to_string();
        assert_eq!(wrong, Err(Wrong::Required(why)));
        assert_eq!(
            substitute("x${A", &look, &mut Vec::new()),
            Err(Wrong::Format("x${A".to_string()))
        );
    }
}
