//! Lists in which a later item takes the place of an earlier one: of two mounts at one place the last counts.

use super::path::Path;
use super::volume;
use crate::compose::text::{as_string, sprint, type_name};
use serde_json::Value;

type Index = fn(&Value, &Path) -> Result<String, String>;

/// Such lists, and what makes two items the same (compose-go's `unique`).
static LISTS: &[(&str, Index)] = &[
    ("networks.*.ipam.options", name),
    ("networks.*.labels", name),
    ("services.*.annotations", name),
    ("services.*.build.additional_contexts", name),
    ("services.*.build.args", name),
    ("services.*.build.labels", name),
    ("services.*.build.platform", name),
    ("services.*.build.tags", name),
    ("services.*.cap_add", name),
    ("services.*.cap_drop", name),
    ("services.*.configs", config),
    ("services.*.deploy.labels", name),
    ("services.*.devices", device),
    ("services.*.dns", name),
    ("services.*.dns_opt", name),
    ("services.*.dns_search", name),
    ("services.*.env_file", env_file),
    ("services.*.environment", name),
    ("services.*.expose", expose),
    ("services.*.labels", name),
    ("services.*.links", name),
    ("services.*.networks.*.aliases", name),
    ("services.*.networks.*.link_local_ips", name),
    ("services.*.ports", port),
    ("services.*.profiles", name),
    ("services.*.secrets", secret),
    ("services.*.sysctls", name),
    ("services.*.tmpfs", name),
    ("services.*.volumes", mount),
];

/// Leaves the last of each, in the place of the first.
pub fn enforce(value: &mut Value, path: &Path) -> Result<(), String> {
    match value {
        Value::Object(map) => {
            for (name, value) in map.iter_mut() {
                enforce(value, &path.below(name))?;
            }
        }
        Value::Array(items) => {
            let Some((_, index)) = LISTS.iter().find(|(pattern, _)| path.fits(pattern)) else {
                return Ok(());
            };
            let mut keys: Vec<String> = Vec::new();
            let mut kept: Vec<Value> = Vec::new();
            for (i, item) in items.drain(..).enumerate() {
                let key = index(&item, &path.below(&format!("[{i}]")))?;
                match keys.iter().position(|k| *k == key) {
                    Some(at) => kept[at] = item,
                    None => {
                        keys.push(key);
                        kept.push(item);
                    }
                }
            }
            *items = kept;
        }
        _ => {}
    }
    Ok(())
}

fn name(item: &Value, path: &Path) -> Result<String, String> {
    match item {
        Value::String(text) => Ok(text.split('=').next().unwrap_or_default().to_string()),
        other => Err(format!("{path}: unexpected type {}", type_name(other))),
    }
}

fn target(item: &Value, path: &Path, kind: &str) -> Result<String, String> {
    match item.get("target").and_then(Value::as_str) {
        Some(target) => Ok(target.to_string()),
        None => Err(format!("service {kind} {path} is missing a mount target")),
    }
}

fn mount(item: &Value, path: &Path) -> Result<String, String> {
    match item {
        Value::Object(_) => target(item, path, "volume"),
        Value::String(spec) => Ok(volume::parse(spec)?
            .get("target")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_string()),
        _ => Ok(String::new()),
    }
}

fn device(item: &Value, path: &Path) -> Result<String, String> {
    match item {
        Value::Object(_) => target(item, path, "device"),
        Value::String(spec) => {
            let mut parts = spec.split(':');
            let first = parts.next().unwrap_or_default();
            Ok(parts.next().unwrap_or(first).to_string())
        }
        _ => Ok(String::new()),
    }
}

fn expose(item: &Value, path: &Path) -> Result<String, String> {
    match item {
        Value::String(_) | Value::Number(_) => Ok(sprint(item)),
        other => Err(format!("{path}: unsupported expose value {}", as_string(other))),
    }
}

fn file(item: &Value, path: &Path, dir: &str) -> Result<String, String> {
    match item {
        Value::String(name) => Ok(format!("{dir}/{name}")),
        Value::Object(map) => Ok(match map.get("target") {
            Some(target) => sprint(target),
            None => format!("{dir}/{}", map.get("source").map(sprint).unwrap_or_default()),
        }),
        other => Err(format!("{path}: unsupported expose value {}", as_string(other))),
    }
}

fn config(item: &Value, path: &Path) -> Result<String, String> {
    file(item, path, "")
}

fn secret(item: &Value, path: &Path) -> Result<String, String> {
    file(item, path, "/run/secrets")
}

fn env_file(item: &Value, path: &Path) -> Result<String, String> {
    match item {
        Value::String(name) => Ok(name.clone()),
        Value::Object(map) => match map.get("path") {
            Some(name) => Ok(sprint(name)),
            None => Err(format!("environment path attribute {path} is missing")),
        },
        _ => Ok(String::new()),
    }
}

fn port(item: &Value, path: &Path) -> Result<String, String> {
    let Value::Object(map) = item else { return Ok(sprint(item)) };
    let Some(target) = map.get("target") else {
        return Err(format!("service ports {path} is missing a target port"));
    };
    let or = |name: &str, default: &str| map.get(name).map_or(default.to_string(), sprint);
    Ok(format!(
        "{}:{}:{}/{}",
        or("host_ip", "0.0.0.0"),
        or("published", "<nil>"),
        sprint(target),
        or("protocol", "tcp")
    ))
}
