//! One file laid over another: maps are merged, lists joined, and some places have rules of their own.

use super::path::Path;
use crate::compose::text::{sprint, type_name};
use serde_json::{Map, Value, json};

type Rule = fn(Value, Value, &Path) -> Result<Value, String>;

/// Places with rules of their own (compose-go's `mergeSpecials`).
static RULES: &[(&str, Rule)] = &[
    ("networks.*.ipam.config", pools),
    ("networks.*.labels", sequence),
    ("services.*.annotations", sequence),
    ("services.*.build", build),
    ("services.*.build.additional_contexts", sequence),
    ("services.*.build.args", sequence),
    ("services.*.build.extra_hosts", hosts),
    ("services.*.build.labels", sequence),
    ("services.*.command", later),
    ("services.*.depends_on", depends_on),
    ("services.*.deploy.labels", sequence),
    ("services.*.dns", sequence),
    ("services.*.dns_opt", sequence),
    ("services.*.dns_search", sequence),
    ("services.*.entrypoint", later),
    ("services.*.env_file", sequence),
    ("services.*.environment", sequence),
    ("services.*.extra_hosts", hosts),
    ("services.*.healthcheck.test", later),
    ("services.*.label_file", sequence),
    ("services.*.labels", sequence),
    ("services.*.logging", logging),
    ("services.*.models", named),
    ("services.*.networks", named),
    ("services.*.sysctls", sequence),
    ("services.*.tmpfs", sequence),
    ("services.*.ulimits.*", later),
    ("services.*.volumes.*.volume.labels", sequence),
    ("volumes.*.labels", sequence),
];

/// Lays a value over another.
pub fn merge(base: Value, over: Value, path: &Path) -> Result<Value, String> {
    if let Some((_, rule)) = RULES.iter().find(|(pattern, _)| path.fits(pattern)) {
        return rule(base, over, path);
    }
    match (base, over) {
        (base, Value::Null) => Ok(base),
        (Value::Object(base), Value::Object(over)) => maps(base, over, path),
        (Value::Array(mut base), Value::Array(over)) => {
            base.extend(over);
            Ok(Value::Array(base))
        }
        (Value::Object(_) | Value::Array(_), _) => Err(format!("cannot override {path}")),
        (_, over) => Ok(over),
    }
}

fn maps(base: Map<String, Value>, over: Map<String, Value>, path: &Path) -> Result<Value, String> {
    let mut base = base;
    for (name, value) in over {
        let merged = match base.get_mut(&name) {
            Some(before) => merge(before.take(), value, &path.below(&name))?,
            None => value,
        };
        base.insert(name, merged);
    }
    Ok(Value::Object(base))
}

fn later(_: Value, over: Value, _: &Path) -> Result<Value, String> {
    Ok(over)
}

/// A value as a list: maps become sorted `name=value`.
fn list(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        Value::String(text) => vec![Value::String(text)],
        Value::Object(map) => {
            let mut items = Vec::new();
            for (name, value) in map {
                match value {
                    Value::Null => items.push(name),
                    Value::Array(values) => {
                        items.extend(values.iter().map(|v| format!("{name}={}", sprint(v))));
                    }
                    other => items.push(format!("{name}={}", sprint(&other))),
                }
            }
            items.sort();
            items.into_iter().map(Value::String).collect()
        }
        _ => Vec::new(),
    }
}

fn sequence(base: Value, over: Value, _: &Path) -> Result<Value, String> {
    let mut items = list(base);
    items.extend(list(over));
    Ok(Value::Array(items))
}

fn hosts(base: Value, over: Value, _: &Path) -> Result<Value, String> {
    let mut items = list(base);
    let more: Vec<Value> = list(over).into_iter().filter(|v| !items.contains(v)).collect();
    items.extend(more);
    Ok(Value::Array(items))
}

/// A value as a map: lists become names without values, or with the same one each.
fn mapping(value: Value, default: &Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        Value::Array(items) => items
            .into_iter()
            .map(|item| match item {
                Value::String(name) => (name, default.clone()),
                other => (sprint(&other), default.clone()),
            })
            .collect(),
        _ => Map::new(),
    }
}

fn named(base: Value, over: Value, path: &Path) -> Result<Value, String> {
    maps(mapping(base, &Value::Null), mapping(over, &Value::Null), path)
}

fn depends_on(base: Value, over: Value, path: &Path) -> Result<Value, String> {
    let default = json!({ "condition": "service_started", "required": true });
    maps(mapping(base, &default), mapping(over, &default), path)
}

fn build(base: Value, over: Value, path: &Path) -> Result<Value, String> {
    let long = |value: Value| match value {
        Value::String(context) => Map::from_iter([("context".to_string(), Value::String(context))]),
        Value::Object(map) => map,
        _ => Map::new(),
    };
    maps(long(base), long(over), path)
}

/// Options of a log driver are merged only when the driver stays the same.
fn logging(base: Value, over: Value, path: &Path) -> Result<Value, String> {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            let drivers = (base.get("driver"), over.get("driver"));
            match drivers {
                (Some(a), Some(b)) if a != b => Ok(Value::Object(over)),
                _ => maps(base, over, path),
            }
        }
        (_, over) => Ok(over),
    }
}

fn pools(base: Value, over: Value, path: &Path) -> Result<Value, String> {
    let (Value::Array(base), Value::Array(over)) = (&base, &over) else {
        let odd = if base.is_array() { &over } else { &base };
        return Err(format!("{path}: unexpected type {}", type_name(odd)));
    };
    let mut pools: Vec<Value> = Vec::new();
    for first in base {
        for second in over {
            let (a, b) = (first.get("subnet"), second.get("subnet"));
            if a != b && !pools.iter().any(|p| p.get("subnet") == b) {
                pools.push(second.clone());
                continue;
            }
            let merged = merge(first.clone(), second.clone(), path).or_else(|_| {
                maps(
                    mapping(first.clone(), &Value::Null),
                    mapping(second.clone(), &Value::Null),
                    path,
                )
            })?;
            match pools.iter_mut().find(|p| p.get("subnet") == merged.get("subnet")) {
                Some(pool) => *pool = merged,
                None => pools.push(merged),
            }
        }
    }
    Ok(Value::Array(pools))
}
