//! The JSON files of a saved image, and what the engine says of those that do not hold what they should.

use serde_json::Value;

use super::layout::{ConfigFile, Manifest};
use crate::golang::json::{first, kind, whole};

/// What is wrong, in Go's words.
type Bad = String;

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
            parent: text(field(item, "Parent"), "Parent")?,
        });
    }
    Ok(out)
}

/// An image's configuration.
pub fn image(bytes: &[u8]) -> Result<ConfigFile, Bad> {
    let value = whole(bytes)?;
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
