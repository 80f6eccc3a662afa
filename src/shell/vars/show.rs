//! Variables as `declare -p` writes them.

use super::{Attrs, Value, Var};
use crate::shell::quote;

/// The attribute letters, `-` when there are none.
pub(crate) fn letters(v: &Var) -> String {
    let mut s = String::new();
    if v.is_array() {
        s.push('a');
    }
    if v.is_assoc() {
        s.push('A');
    }
    for (a, c) in [
        (Attrs::INTEGER, 'i'),
        (Attrs::NAMEREF, 'n'),
        (Attrs::READONLY, 'r'),
        (Attrs::TRACE, 't'),
        (Attrs::EXPORT, 'x'),
        (Attrs::CAPITAL, 'c'),
        (Attrs::LOWER, 'l'),
        (Attrs::UPPER, 'u'),
    ] {
        if v.attrs.has(a) {
            s.push(c);
        }
    }
    if s.is_empty() {
        s.push('-');
    }
    s
}

/// The key of an associative array, quoted where it has to be.
pub(crate) fn key(k: &str) -> String {
    let plain = !k.is_empty()
        && k.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/' | '+' | ':' | '%' | ',' | '=')
        });
    if plain { k.to_string() } else { quote::double(k) }
}

/// The value after `=`, `None` for a variable without one.
pub(crate) fn value(v: &Var) -> Option<String> {
    Some(match &v.value {
        Value::Unset => return None,
        Value::Scalar(s) => quote::double(s),
        Value::Array(a) => {
            let items: Vec<String> =
                a.iter().map(|(i, s)| format!("[{i}]={}", quote::double(s))).collect();
            format!("({})", items.join(" "))
        }
        Value::Assoc(a) => {
            let mut s = String::from("(");
            for (k, v) in a.iter() {
                s.push_str(&format!("[{}]={} ", key(k), quote::double(v)));
            }
            s.push(')');
            s
        }
    })
}

/// `declare -x name="value"`
pub(crate) fn declaration(name: &str, v: &Var) -> String {
    let letters = letters(v);
    match value(v) {
        Some(text) => format!("declare -{letters} {name}={text}"),
        None => format!("declare -{letters} {name}"),
    }
}
