//! Small forms of text as Compose's libraries print them: Go's `%v`, quoted names, type names.

use crate::golang::quote;
use serde_json::{Map, Value};

/// A name between single quotes, as the schema's checker prints it.
pub fn quoted(text: &str) -> String {
    let inner = quote::quote(text);
    let inner = inner[1..inner.len() - 1].replace("\\\"", "\"").replace('\'', "\\'");
    format!("'{inner}'")
}

/// A floating point number as `strconv.FormatFloat(f, 'g', -1, 64)` has it: an exponent from 1e+06 on.
pub fn float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_string();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_string();
    }
    let text = format!("{value:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value == 0.0 || (-4..6).contains(&exponent) {
        return format!("{value}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// The entries of a map by name, as Go prints them.
fn sorted(map: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let mut entries: Vec<(&String, &Value)> = map.iter().collect();
    entries.sort_by_key(|(name, _)| *name);
    entries.into_iter()
}

/// Go's `%v` of a value.
pub fn sprint(value: &Value) -> String {
    match value {
        Value::Null => "<nil>".to_string(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => match n.as_i64() {
            Some(n) => n.to_string(),
            None if n.is_u64() => n.to_string(),
            None => float(n.as_f64().unwrap_or_default()),
        },
        Value::String(s) => s.clone(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(sprint).collect();
            format!("[{}]", items.join(" "))
        }
        Value::Object(map) => {
            let entries: Vec<String> =
                sorted(map).map(|(k, v)| format!("{k}:{}", sprint(v))).collect();
            format!("map[{}]", entries.join(" "))
        }
    }
}

/// Go's `%#v` of a value.
pub fn go_syntax(value: &Value) -> String {
    match value {
        Value::Null => "interface {}(nil)".to_string(),
        Value::String(text) => quote::quote(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(go_syntax).collect();
            format!("[]interface {{}}{{{}}}", items.join(", "))
        }
        Value::Object(map) => {
            let entry = |(k, v): (&String, &Value)| format!("{}:{}", quote::quote(k), go_syntax(v));
            let entries: Vec<String> = sorted(map).map(entry).collect();
            format!("map[string]interface {{}}{{{}}}", entries.join(", "))
        }
        other => sprint(other),
    }
}

/// Go's `%s` of a value, which tells of the type of what is no text.
pub fn as_string(value: &Value) -> String {
    match value {
        Value::Null => "%!s(<nil>)".to_string(),
        Value::Bool(_) | Value::Number(_) => {
            format!("%!s({}={})", type_name(value), sprint(value))
        }
        _ => sprint(value),
    }
}

/// Go's `%T` of a value out of a Compose file.
pub fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "<nil>",
        Value::Bool(_) => "bool",
        Value::Number(n) if n.is_f64() => "float64",
        Value::Number(_) => "int",
        Value::String(_) => "string",
        Value::Array(_) => "[]interface {}",
        Value::Object(_) => "map[string]interface {}",
    }
}
