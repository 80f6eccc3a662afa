//! Short forms turned into the long ones: a volume's `a:/b`, a build's directory, a list that means a map.

use super::path::Path;
use super::{ports, volume};
use crate::compose::text::{sprint, type_name};
use crate::golang::quote::quote;
use serde_json::{Map, Value, json};

type Form = fn(Value, &Path, &mut Canon) -> Result<Value, String>;

/// How to treat what can not be read, and what was warned of.
pub struct Canon {
    /// Leave what can not be read as it is: variables may stand in it.
    pub lenient: bool,
    /// Warnings.
    pub warnings: Vec<String>,
}

/// Places with short forms (compose-go's `transformers`).
static FORMS: &[(&str, Form)] = &[
    ("configs.*", external),
    ("include.*", include),
    ("networks.*", external),
    ("secrets.*", external),
    ("services.*.build", build),
    ("services.*.build.additional_contexts", key_values),
    ("services.*.build.provenance", word),
    ("services.*.build.sbom", word),
    ("services.*.build.secrets.*", file),
    ("services.*.build.ssh", ssh),
    ("services.*.build.ulimits.*", ulimit),
    ("services.*.configs.*", file),
    ("services.*.depends_on", depends_on),
    ("services.*.develop.watch.*.ignore", listed),
    ("services.*.develop.watch.*.include", listed),
    ("services.*.devices.*", device),
    ("services.*.dns", listed),
    ("services.*.env_file", env_file),
    ("services.*.extends", extends),
    ("services.*.gpus", gpus),
    ("services.*.label_file", listed),
    ("services.*.models", named),
    ("services.*.networks", named),
    ("services.*.ports", all_ports),
    ("services.*.secrets.*", file),
    ("services.*.ulimits.*", ulimit),
    ("services.*.volumes.*", mount),
    ("volumes.*", external),
];

/// Turns all below a place into long forms.
pub fn canonical(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    match FORMS.iter().find(|(pattern, _)| path.fits(pattern)) {
        Some((_, form)) => form(value, path, canon),
        None => inside(value, path, canon),
    }
}

fn inside(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    Ok(match value {
        Value::Object(map) => {
            let mut done = Map::new();
            for (name, value) in map {
                let value = canonical(value, &path.below(&name), canon)?;
                done.insert(name, value);
            }
            Value::Object(done)
        }
        Value::Array(items) => {
            let path = path.below("[]");
            let items = items.into_iter().map(|item| canonical(item, &path, canon));
            Value::Array(items.collect::<Result<_, _>>()?)
        }
        other => other,
    })
}

fn odd(value: &Value, path: &Path, what: &str) -> String {
    format!("{path}: invalid type {}{what}", type_name(value))
}

fn one(name: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(name.to_string(), value)]))
}

fn external(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    if !value.is_object() {
        return Ok(value);
    }
    let mut value = inside(value, path, canon)?;
    let Some(map) = value.as_object_mut() else { return Ok(value) };
    if let Some(Value::Object(old)) = map.get("external").cloned() {
        map.insert("external".to_string(), json!(true));
        if let Some(name) = old.get("name") {
            canon.warnings.push(format!(
                "{path}: external.name is deprecated. Please set name and external: true"
            ));
            match map.get("name") {
                Some(other) if other != name => {
                    return Err(format!("{path}: name and external.name conflict; only use name"));
                }
                Some(_) => {}
                None => {
                    map.insert("name".to_string(), name.clone());
                }
            }
        }
    }
    Ok(value)
}

fn include(value: Value, path: &Path, _: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        Value::String(_) => Ok(one("path", value)),
        other => Err(odd(&other, path, " for external")),
    }
}

fn build(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => inside(value, path, canon),
        Value::String(_) => Ok(one("context", value)),
        other => Err(odd(&other, path, " for build")),
    }
}

fn extends(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => inside(value, path, canon),
        Value::String(_) => Ok(one("service", value)),
        other => Err(odd(&other, path, " for extends")),
    }
}

fn key_values(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        Value::Array(items) => {
            let mut map = Map::new();
            for item in &items {
                let text = sprint(item);
                match text.split_once('=') {
                    Some((name, value)) => map.insert(name.to_string(), json!(value)),
                    None if canon.lenient => return Ok(Value::Array(items)),
                    None => {
                        return Err(format!("{path}: invalid value {text}, expected key=value"));
                    }
                };
            }
            Ok(Value::Object(map))
        }
        other => Err(odd(&other, path, "")),
    }
}

fn word(value: Value, _: &Path, _: &mut Canon) -> Result<Value, String> {
    Ok(Value::String(sprint(&value)))
}

fn listed(value: Value, _: &Path, _: &mut Canon) -> Result<Value, String> {
    Ok(match value {
        Value::String(_) => Value::Array(vec![value]),
        other => other,
    })
}

fn named(value: Value, _: &Path, _: &mut Canon) -> Result<Value, String> {
    Ok(match value {
        Value::Array(items) => {
            Value::Object(items.iter().map(|item| (sprint(item), Value::Null)).collect())
        }
        other => other,
    })
}

fn file(value: Value, path: &Path, _: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        Value::String(_) => Ok(one("source", value)),
        other => Err(format!("{path}: unsupported type {}", type_name(&other))),
    }
}

fn ssh(value: Value, path: &Path, _: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        Value::Array(items) => {
            let mut map = Map::new();
            for item in items {
                let Value::String(text) = &item else {
                    return Err(format!("invalid ssh key type {}", type_name(&item)));
                };
                match text.split_once('=') {
                    Some((id, path)) => map.insert(id.to_string(), json!(path)),
                    None if text == "default" => map.insert(text.clone(), Value::Null),
                    None => return Err(format!("invalid ssh key {}", quote(text))),
                };
            }
            Ok(Value::Object(map))
        }
        other => Err(odd(&other, path, " for ssh")),
    }
}

fn ulimit(value: Value, path: &Path, _: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        Value::Number(n) if !n.is_f64() => Ok(Value::Number(n)),
        other => Err(odd(&other, path, " for external")),
    }
}

fn depends_on(value: Value, path: &Path, _: &mut Canon) -> Result<Value, String> {
    let default = || json!({ "condition": "service_started", "required": true });
    match value {
        Value::Object(mut map) => {
            let shown = sprint(&Value::Object(map.clone()));
            for (name, value) in map.iter_mut() {
                let Value::Object(dependency) = value else {
                    return Err(format!("{path}.{name}: unsupported value {shown}"));
                };
                dependency.entry("condition").or_insert(json!("service_started"));
                dependency.entry("required").or_insert(json!(true));
            }
            Ok(Value::Object(map))
        }
        Value::Array(items) => {
            Ok(Value::Object(items.iter().map(|item| (sprint(item), default())).collect()))
        }
        other => Err(odd(&other, path, " for depend_on")),
    }
}

fn device(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    let text = match value {
        Value::String(text) => text,
        Value::Object(_) => return Ok(value),
        other => return Err(odd(&other, path, " for service volume mount")),
    };
    let parts: Vec<&str> = text.split(':').collect();
    let (source, target, permissions) = match parts.as_slice() {
        [source] => (*source, "", "rwm"),
        [source, target] => (*source, *target, "rwm"),
        [source, target, permissions] => (*source, *target, *permissions),
        _ if canon.lenient => ("", "", "rwm"),
        _ => {
            return Err(format!("confusing device mapping, please use long syntax: {text}"));
        }
    };
    let target = if target.is_empty() { source } else { target };
    Ok(json!({ "source": source, "target": target, "permissions": permissions }))
}

fn env_file(value: Value, path: &Path, _: &mut Canon) -> Result<Value, String> {
    let long = |value: Value| match value {
        Value::String(path) => json!({ "path": path, "required": true }),
        Value::Object(mut map) => {
            map.entry("required").or_insert(json!(true));
            Value::Object(map)
        }
        _ => Value::Null,
    };
    match value {
        Value::String(_) => Ok(Value::Array(vec![long(value)])),
        Value::Array(items) => Ok(Value::Array(items.into_iter().map(long).collect())),
        other => Err(odd(&other, path, " for env_file")),
    }
}

fn gpus(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Array(_) => inside(value, path, canon),
        Value::String(_) => Ok(json!([{ "count": "all" }])),
        other => Err(odd(&other, path, " for gpus")),
    }
}

fn mount(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    match value {
        Value::Object(_) => Ok(value),
        Value::String(spec) => match volume::parse(&spec) {
            Ok(mount) => Ok(Value::Object(mount)),
            Err(_) if canon.lenient => Ok(Value::String(spec)),
            Err(e) => Err(e),
        },
        other => Err(odd(&other, path, " for service volume mount")),
    }
}

fn all_ports(value: Value, path: &Path, canon: &mut Canon) -> Result<Value, String> {
    let Value::Array(items) = &value else { return Err(odd(&value, path, " for port")) };
    let mut all = Vec::new();
    for item in items {
        match item {
            Value::Object(_) => all.push(item.clone()),
            Value::Number(n) if n.is_f64() => return Err(odd(item, path, " for port")),
            Value::String(_) | Value::Number(_) => match ports::parse(&sprint(item)) {
                Ok(long) => all.extend(long),
                Err(_) if canon.lenient && item.is_string() => return Ok(value),
                Err(e) => return Err(e),
            },
            other => return Err(odd(other, path, " for port")),
        }
    }
    Ok(Value::Array(all))
}
