//! JSON as Go's encoder prints it: in one line, or indented by four spaces.

use serde_json::Value;

/// One line, as `json.Marshal` (HTML characters escaped when `html`).
pub fn compact(value: &Value, html: bool) -> String {
    let mut out = String::new();
    write(&mut out, value, None, 0, html);
    out
}

/// The same as [`pretty`] with HTML characters escaped, as the client writes its own objects.
pub fn pretty_escaped(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, Some("    "), 0, true);
    out
}

/// Indented by four spaces, as `docker inspect` prints.
pub fn pretty(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, Some("    "), 0, false);
    out
}

/// Indented by two spaces, as `json.MarshalIndent(v, "", "  ")`.
pub fn marshal_indent(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, Some("  "), 0, true);
    out
}

/// Indented by a step of one's choice.
pub fn by(value: &Value, step: &str) -> String {
    let mut out = String::new();
    write(&mut out, value, Some(step), 0, false);
    out
}

fn line(out: &mut String, indent: Option<&str>, depth: usize) {
    if let Some(step) = indent {
        out.push('\n');
        out.push_str(&step.repeat(depth));
    }
}

fn write(out: &mut String, value: &Value, indent: Option<&str>, depth: usize, html: bool) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Number(n) => out.push_str(&number(n)),
        Value::String(s) => string(out, s, html),
        Value::Array(items) if items.is_empty() => out.push_str("[]"),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                line(out, indent, depth + 1);
                write(out, item, indent, depth + 1, html);
            }
            line(out, indent, depth);
            out.push(']');
        }
        Value::Object(fields) if fields.is_empty() => out.push_str("{}"),
        Value::Object(fields) => {
            out.push('{');
            for (i, (key, item)) in fields.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                line(out, indent, depth + 1);
                string(out, key, html);
                out.push(':');
                if indent.is_some() {
                    out.push(' ');
                }
                write(out, item, indent, depth + 1, html);
            }
            line(out, indent, depth);
            out.push('}');
        }
    }
}

fn number(n: &serde_json::Number) -> String {
    match n.as_f64() {
        Some(f) if n.is_f64() && f.fract() == 0.0 && f.abs() < 1e21 => format!("{f:.0}"),
        _ => n.to_string(),
    }
}

fn string(out: &mut String, text: &str, html: bool) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' if html => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            '\0'..='\u{1f}' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::{compact, pretty};
    use serde_json::json;

    #[test]
    fn forms() {
        let value = json!({"b": [1, {}], "a": "x<\"é\u{1}", "c": []});
        assert_eq!(compact(&value, true), r#"{"b":[1,{}],"a":"x\u003c\"é\u0001","c":[]}"#);
        assert_eq!(pretty(&json!([{"a": null}])), "[\n    {\n        \"a\": null\n    }\n]");
    }
}
