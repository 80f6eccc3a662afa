//! From nodes to values: tags, merge keys, aliases with a bound on what they may blow up to. Maps keep the
//! order of their file, keys must be words.

use super::node::{Document, Kind, NodeId};
use super::scalar;
use crate::compose::text::{go_syntax, sprint};
use serde_json::{Map, Value};

const PREFIX: &str = "tag:yaml.org,2002:";

/// The value of a node.
///
/// # Errors
/// As go-yaml says them, and compose-go where a key is no word (`non-string key in services: 1`).
pub fn decode(document: &Document, id: NodeId) -> Result<Value, String> {
    let mut work = Decoder { document, decoded: 0, aliased: 0, within: 0, bad_key: None };
    let value = work.value(id, "")?;
    match work.bad_key {
        Some(text) => Err(text),
        None => Ok(value),
    }
}

struct Decoder<'a> {
    document: &'a Document,
    /// Nodes looked at, and how many of them through aliases.
    decoded: u64,
    aliased: u64,
    within: u32,
    bad_key: Option<String>,
}

impl Decoder<'_> {
    /// go-yaml's guard against documents whose aliases multiply.
    fn count(&mut self) -> Result<(), String> {
        self.decoded += 1;
        if self.within > 0 {
            self.aliased += 1;
        }
        let allowed = match self.decoded {
            0..=400_000 => 0.99,
            4_000_000.. => 0.10,
            n => 0.99 - 0.89 * ((n - 400_000) as f64 / 3_600_000.0),
        };
        let ratio = self.aliased as f64 / self.decoded as f64;
        if self.aliased > 100 && self.decoded > 1000 && ratio > allowed {
            return Err("yaml: document contains excessive aliasing".to_string());
        }
        Ok(())
    }

    fn value(&mut self, id: NodeId, place: &str) -> Result<Value, String> {
        self.count()?;
        let document = self.document;
        let node = &document.nodes[id];
        match &node.kind {
            Kind::Alias(target) => {
                self.within += 1;
                let value = self.value(*target, place);
                self.within -= 1;
                value
            }
            Kind::Scalar { text, plain } => self.scalar(text, *plain, &node.tag),
            Kind::List(items) => {
                let mut list = Vec::with_capacity(items.len());
                for (i, item) in items.iter().enumerate() {
                    list.push(self.value(*item, &format!("{place}[{i}]"))?);
                }
                Ok(Value::Array(list))
            }
            Kind::Map(entries) => {
                let mut map = Map::new();
                self.entries(entries, place, &mut map)?;
                Ok(Value::Object(map))
            }
        }
    }

    fn entries(
        &mut self,
        entries: &[(NodeId, NodeId)],
        place: &str,
        map: &mut Map<String, Value>,
    ) -> Result<(), String> {
        for (key, value) in entries.iter().filter(|(key, _)| !self.document.merges(*key)) {
            let name = match self.value(*key, place)? {
                Value::String(name) => name,
                // What has parts can be no key at all.
                other @ (Value::Array(_) | Value::Object(_)) => {
                    return Err(format!("yaml: invalid map key: {}", go_syntax(&other)));
                }
                other => {
                    let place = if place.is_empty() {
                        "at top level".to_string()
                    } else {
                        format!("in {place}")
                    };
                    let shown = if other.is_null() && place == "at top level" {
                        "interface {}(nil)".to_string()
                    } else {
                        sprint(&other)
                    };
                    self.bad_key.get_or_insert(format!("non-string key {place}: {shown}"));
                    continue;
                }
            };
            let below = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
            let value = self.value(*value, &below)?;
            map.insert(name, value);
        }
        // What is merged never takes the place of what stands in the map itself.
        for (_, value) in entries.iter().filter(|(key, _)| self.document.merges(*key)) {
            self.merge(*value, place, map)?;
        }
        Ok(())
    }

    fn merge(
        &mut self,
        id: NodeId,
        place: &str,
        map: &mut Map<String, Value>,
    ) -> Result<(), String> {
        let sources = match &self.document.nodes[id].kind {
            Kind::List(items) => items.clone(),
            _ => vec![id],
        };
        for source in sources {
            let target = self.document.target(source);
            let Kind::Map(_) = self.document.nodes[target].kind else {
                return Err(
                    "yaml: map merge requires map or sequence of maps as the value".to_string()
                );
            };
            if let Value::Object(other) = self.value(source, place)? {
                for (name, value) in other {
                    map.entry(name).or_insert(value);
                }
            }
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, plain: bool, tag: &str) -> Result<Value, String> {
        let resolved =
            || if plain { scalar::resolve(text) } else { Value::String(text.to_string()) };
        let number = || match scalar::resolve(text) {
            Value::Number(n) => Some(Value::Number(n)),
            _ => None,
        };
        let name = tag.strip_prefix(PREFIX);
        let value = match name {
            Some("str" | "binary") => Some(Value::String(text.to_string())),
            Some("int" | "float") => number(),
            Some("bool") => match scalar::resolve(text) {
                Value::Bool(b) => Some(Value::Bool(b)),
                _ => None,
            },
            Some("null") => Some(Value::Null),
            // Of a type that nobody knows, even nothing is a text.
            None if tag.len() > 1 && text.is_empty() => Some(Value::String(String::new())),
            _ => Some(resolved()),
        };
        let short = name.unwrap_or_default();
        value.ok_or_else(|| format!("yaml: cannot decode !!str `{text}` as a !!{short}"))
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::compose::yaml::parse;
    use serde_json::{Value, json};

    fn read(text: &str) -> Result<Value, String> {
        let documents = parse(text.as_bytes())?;
        decode(&documents[0], documents[0].root)
    }

    #[test]
    fn documents() {
        let merged = read("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3\n").unwrap();
        assert_eq!(merged["b"], json!({ "k": 3, "l": 2 }));
        assert_eq!(read("a: !!str 3").unwrap(), json!({ "a": "3" }));
        assert_eq!(read("s:\n  1: x").unwrap_err(), "non-string key in s: 1");
        assert_eq!(read("a: *b").unwrap_err(), "yaml: unknown anchor 'b' referenced");
        assert_eq!(
            read("a:\n\tb: 1").unwrap_err(),
            "yaml: line 2: found character that cannot start any token"
        );
        assert!(read("a: &x 1\nb:\n  <<: *x\n").unwrap_err().contains("map merge requires"));
    }

    #[test]
    fn documents_that_would_never_end() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_string();
        for i in 1..9 {
            let before = format!("*a{}, ", i - 1).repeat(9);
            bomb.push_str(&format!("a{i}: &a{i} [{before}x]\n"));
        }
        assert_eq!(read(&bomb).unwrap_err(), "yaml: document contains excessive aliasing");
        assert!(read(&"[".repeat(5000)).is_err());
        assert!(read("a: &a [*a]").unwrap_err().contains("contains itself"));
    }
}
