//! What the whole file gets once its parts are together: values that stand for what was not said, and
//! checks that the schema can not make.

use super::path::Path;
use crate::compose::text::sprint;
use serde_json::{Value, json};

/// Puts in what is meant where nothing is said.
pub fn defaults(value: &mut Value, path: &Path) {
    let entry = |value: &mut Value, name: &str, default: Value| {
        if let Some(map) = value.as_object_mut() {
            map.entry(name).or_insert(default);
        }
    };
    if path.fits("services.*.build") {
        entry(value, "context", json!("."));
    } else if path.fits("services.*.secrets.*") {
        let source = value.get("source").map(sprint).unwrap_or_default();
        entry(value, "target", json!(format!("/run/secrets/{source}")));
    } else if path.fits("services.*.ports.*") {
        entry(value, "protocol", json!("tcp"));
        entry(value, "mode", json!("ingress"));
    } else if path.fits("services.*.deploy.resources.reservations.devices.*")
        || path.fits("services.*.gpus.*")
    {
        if value.get("count").is_none() && value.get("device_ids").is_none() {
            entry(value, "count", json!("all"));
        }
    } else {
        match value {
            Value::Object(map) => {
                for (name, value) in map.iter_mut() {
                    defaults(value, &path.below(name));
                }
            }
            Value::Array(items) => {
                for item in items {
                    defaults(item, &path.below("[]"));
                }
            }
            _ => {}
        }
    }
}

/// Checks a file.
pub fn validate(value: &Value, path: &Path) -> Result<(), String> {
    if path.fits("volumes.*") {
        return external(value, path);
    }
    if path.fits("configs.*") {
        return source(value, path, &["file", "environment", "content"]);
    }
    if path.fits("secrets.*") {
        return source(value, path, &["file", "environment"]);
    }
    if path.fits("services.*.ports.*") {
        return match value.get("host_ip").and_then(Value::as_str) {
            Some(ip) if ip.parse::<std::net::IpAddr>().is_err() => {
                Err(format!("{path}: invalid ip address: {ip}"))
            }
            _ => Ok(()),
        };
    }
    if path.fits("services.*.develop.watch.*.path") {
        return match value.as_str() {
            Some("") => Err(format!("{path}: value can't be blank")),
            _ => Ok(()),
        };
    }
    if path.fits("services.*.deploy.resources.reservations.devices.*")
        || path.fits("services.*.gpus.*")
    {
        return match (value.get("count"), value.get("device_ids")) {
            (Some(_), Some(_)) => {
                Err(format!("{path}: \"count\" and \"device_ids\" attributes are exclusive"))
            }
            _ => Ok(()),
        };
    }
    match value {
        Value::Object(map) => map.iter().try_for_each(|(name, v)| validate(v, &path.below(name))),
        Value::Array(items) => items.iter().try_for_each(|v| validate(v, &path.below("[]"))),
        _ => Ok(()),
    }
}

fn external(value: &Value, path: &Path) -> Result<(), String> {
    let Value::Object(map) = value else { return Ok(()) };
    if map.get("external") != Some(&Value::Bool(true)) {
        return Ok(());
    }
    match map.keys().find(|k| !matches!(k.as_str(), "name" | "external") && !k.starts_with("x-")) {
        Some(other) => {
            Err(format!("{path}: conflicting parameters \"external\" and {other:?} specified"))
        }
        None => Ok(()),
    }
}

fn source(value: &Value, path: &Path, names: &[&str]) -> Result<(), String> {
    let Value::Object(map) = value else { return Ok(()) };
    match names.iter().filter(|n| map.contains_key(**n)).count() {
        0 if map.contains_key("driver") || map.contains_key("external") => Ok(()),
        0 => Err(format!("{path}: one of {} must be set", names.join("|"))),
        1 => Ok(()),
        _ => Err(format!("{path}: {} attributes are mutually exclusive", names.join("|"))),
    }
}
