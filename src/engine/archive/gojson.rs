//! The JSON of saved images, read as Go's `encoding/json` reads it, with its errors.

use serde_json::Value;
use serde_json::error::Category;

use super::layout::{ConfigFile, Manifest};

/// What is wrong, in Go's words.
type Bad = String;

/// What Go calls the kind of a value.
pub(in crate::engine) fn kind(v: &Value) -> &'static str {
    match v {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Go's words for bytes that are no JSON; `cut` for those that end too early.
pub(in crate::engine) fn syntax(bytes: &[u8], e: &serde_json::Error, cut: &str) -> Bad {
    if e.classify() == Category::Eof {
        return cut.to_string();
    }
    let start = bytes.split(|b| *b == b'\n').take(e.line().saturating_sub(1));
    let at: usize = start.map(|l| l.len() + 1).sum::<usize>() + e.column().saturating_sub(1);
    let found = bytes.get(at).copied().unwrap_or(b' ');
    let said = e.to_string();
    const ENDED: (&str, &str) = ("", "looking for beginning of object key string");
    let place = [
        ("key must be a string", "looking for beginning of object key string"),
        ("expected `:`", "after object key"),
        ("expected `,` or `}`", "after object key:value pair"),
        ("expected `,` or `]`", "after array element"),
        ("control character", "in string literal"),
        ("invalid escape", "in string escape code"),
        ("recursion limit", "exceeded max depth"),
        ("trailing characters", "after top-level value"),
    ];
    if said.contains("expected ident") {
        let word = bytes[..at.min(bytes.len())].rsplit(|b| !b.is_ascii_lowercase()).next();
        let word = String::from_utf8_lossy(word.unwrap_or_default());
        for whole in ["true", "false", "null"] {
            let same = whole.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
            if let (true, Some(next)) = (same > 0, whole.chars().nth(same)) {
                let found = char::from(found);
                return format!(
                    "invalid character {found:?} in literal {whole} (expecting {next:?})"
                );
            }
        }
    }
    let place = place.iter().find(|(ours, _)| said.contains(ours));
    let place = match place {
        None if said.contains("trailing comma") && found == b'}' => Some(&ENDED),
        found => found,
    };
    let place = place.map_or("looking for beginning of value", |(_, theirs)| theirs);
    format!("invalid character {:?} {place}", char::from(found))
}

fn first(bytes: &[u8]) -> Result<Value, Bad> {
    let mut all = serde_json::Deserializer::from_slice(bytes).into_iter::<Value>();
    match all.next() {
        None => Err("EOF".to_string()),
        Some(v) => v.map_err(|e| syntax(bytes, &e, "unexpected EOF")),
    }
}

/// A field, whose name may be written in capitals or not.
fn field<'a>(item: &'a serde_json::Map<String, Value>, name: &str) -> &'a Value {
    let found =
        item.iter().filter(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| v).next_back();
    found.unwrap_or(&Value::Null)
}

/// The images that `manifest.json` names.
pub fn manifests(bytes: &[u8]) -> Result<Vec<Manifest>, Bad> {
    let wrong =
        |v: &Value, what: &str| format!("json: cannot unmarshal {} into Go {what}", kind(v));
    let list = match first(bytes)? {
        Value::Array(list) => list,
        Value::Null => {
            return Err("invalid manifest, manifest cannot be null (but can be [])".to_string());
        }
        other => return Err(wrong(&other, "value of type []tarexport.manifestItem")),
    };
    let mut out = Vec::new();
    for (i, item) in list.iter().enumerate() {
        let empty = serde_json::Map::new();
        let item = match item {
            Value::Object(o) => o,
            Value::Null => &empty,
            other => return Err(wrong(other, "value of type tarexport.manifestItem")),
        };
        let text = |v: &Value, name: &str| match v {
            Value::String(s) => Ok(s.clone()),
            Value::Null => Ok(String::new()),
            other => Err(wrong(other, &format!("struct field .{i}.{name} of type string"))),
        };
        let texts = |name: &str| match field(item, name) {
            Value::Array(a) => a.iter().map(|v| text(v, name)).collect(),
            Value::Null => Ok(Vec::new()),
            other => Err(wrong(other, &format!("struct field .{i}.{name} of type []string"))),
        };
        out.push(Manifest {
            config: text(field(item, "Config"), "Config")?,
            repo_tags: texts("RepoTags")?,
            layers: texts("Layers")?,
        });
    }
    Ok(out)
}

/// An image's configuration.
pub fn image(bytes: &[u8]) -> Result<ConfigFile, Bad> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|e| syntax(bytes, &e, "unexpected end of JSON input"))?;
    if !matches!(value, Value::Object(_) | Value::Null) {
        let kind = kind(&value);
        return Err(format!("json: cannot unmarshal {kind} into Go value of type image.Image"));
    }
    let value = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
    serde_json::from_value(value)
        .map_err(|e| format!("json: cannot unmarshal into image.Image: {e}"))
}

#[cfg(test)]
mod tests {
    use super::{image, manifests};

    #[test]
    fn go_words() {
        let why = |text: &str| manifests(text.as_bytes()).err().unwrap_or_default();
        assert_eq!(why("{"), "unexpected EOF");
        assert_eq!(why(" "), "EOF");
        assert_eq!(why("x"), "invalid character 'x' looking for beginning of value");
        assert_eq!(
            why(r#"[{"Config":5}]"#),
            "json: cannot unmarshal number into Go struct field .0.Config of type string"
        );
        assert_eq!(why("[{}] rest"), "");
        assert_eq!(image(b"{").err().as_deref(), Some("unexpected end of JSON input"));
    }
}
