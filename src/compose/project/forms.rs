//! The two forms in which a bound value is printed: JSON's and YAML's, which leave out different things.

use super::types::{Kind, Show};
use serde_json::{Map, Value, json};

/// A bound value as JSON has it: without extensions, and with what Go never leaves out.
pub fn json_form(kind: &Kind, value: &Value) -> Value {
    match (kind, value) {
        (Kind::Struct(fields), Value::Object(map)) => {
            let mut done = Map::new();
            for field in *fields {
                match (map.get(field.name), field.show) {
                    (Some(value), _) => {
                        done.insert(field.name.to_string(), json_form(&field.kind, value));
                    }
                    (None, Show::Json) => {
                        done.insert(field.name.to_string(), Value::Null);
                    }
                    (None, Show::JsonStruct) => {
                        done.insert(field.name.to_string(), json!({}));
                    }
                    _ => {}
                }
            }
            Value::Object(done)
        }
        (Kind::List(item), Value::Array(items)) => {
            Value::Array(items.iter().map(|i| json_form(item, i)).collect())
        }
        (Kind::Map(item) | Kind::MapOrNull(item), Value::Object(map)) => {
            Value::Object(map.iter().map(|(k, v)| (k.clone(), json_form(item, v))).collect())
        }
        (_, value) => value.clone(),
    }
}

/// A bound value as YAML has it: without structs in which nothing is.
pub fn yaml_form(kind: &Kind, value: &Value) -> Value {
    match (kind, value) {
        (Kind::Struct(fields), Value::Object(map)) => {
            let mut done = Map::new();
            for (name, value) in map {
                match fields.iter().find(|f| f.name == name) {
                    None => {
                        done.insert(name.clone(), value.clone());
                    }
                    Some(field) => {
                        let value = yaml_form(&field.kind, value);
                        let empty = value.as_object().is_some_and(Map::is_empty);
                        if !(field.show == Show::JsonStruct && empty) {
                            done.insert(name.clone(), value);
                        }
                    }
                }
            }
            Value::Object(done)
        }
        (Kind::List(item), Value::Array(items)) => {
            Value::Array(items.iter().map(|i| yaml_form(item, i)).collect())
        }
        (Kind::Map(item) | Kind::MapOrNull(item), Value::Object(map)) => {
            Value::Object(map.iter().map(|(k, v)| (k.clone(), yaml_form(item, v))).collect())
        }
        (_, value) => value.clone(),
    }
}
