//! What a project means beside what it says: the default network, names, dependencies that follow from links.

use crate::compose::text::sprint;
use crate::engine::disk::clean;
use crate::golang::strconv::parse_bool;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Puts it in.
pub fn normalize(file: &mut Map<String, Value>, env: &BTreeMap<String, String>) {
    networks(file);
    if let Some(Value::Object(services)) = file.get_mut("services") {
        for service in services.values_mut().filter_map(Value::as_object_mut) {
            self::service(service, env);
        }
    }
    names(file);
}

fn networks(file: &mut Map<String, Value>) {
    let mut default = false;
    if let Some(Value::Object(services)) = file.get_mut("services") {
        for service in services.values_mut().filter_map(Value::as_object_mut) {
            if service.contains_key("provider") || service.contains_key("network_mode") {
                continue;
            }
            match service.get("networks").and_then(Value::as_object) {
                Some(networks) if !networks.is_empty() => {
                    default |= networks.contains_key("default")
                }
                _ => {
                    service.insert("networks".to_string(), json!({ "default": null }));
                    default = true;
                }
            }
        }
    }
    if default {
        let networks = file.entry("networks").or_insert_with(|| json!({}));
        if let Value::Object(networks) = networks {
            networks.entry("default").or_insert(Value::Null);
        }
    }
    if file.get("networks").and_then(Value::as_object).is_some_and(Map::is_empty) {
        file.remove("networks");
    }
}

fn service(service: &mut Map<String, Value>, env: &BTreeMap<String, String>) {
    if service.get("pull_policy").and_then(Value::as_str) == Some("if_not_present") {
        service.insert("pull_policy".to_string(), json!("missing"));
    }
    if let Some(Value::Object(build)) = service.get_mut("build") {
        if build.get("context").is_none_or(Value::is_null) {
            build.insert("context".to_string(), json!("."));
        }
        let file = |name| build.get(name).is_some_and(|v| !v.is_null());
        if !file("dockerfile") && !file("dockerfile_inline") {
            build.insert("dockerfile".to_string(), json!("Dockerfile"));
        }
        if let Some(args) = build.get_mut("args") {
            resolve(args, env, false);
        }
    }
    if let Some(environment) = service.get_mut("environment") {
        resolve(environment, env, true);
    }
    depends(service);
    if let Some(Value::Array(volumes)) = service.get_mut("volumes") {
        for mount in volumes.iter_mut().filter_map(Value::as_object_mut) {
            if let Some(Value::String(target)) = mount.get_mut("target") {
                *target = clean(target);
            }
        }
    }
}

/// Values of variables that are only named.
fn resolve(value: &mut Value, env: &BTreeMap<String, String>, keep: bool) {
    match value {
        Value::Array(items) => {
            items.retain_mut(|item| match item {
                Value::String(text) if !text.contains('=') => match env.get(text.as_str()) {
                    Some(value) => {
                        *text = format!("{text}={value}");
                        true
                    }
                    None => keep,
                },
                other => other.is_string(),
            });
        }
        Value::Object(map) => {
            map.retain(|name, value| {
                if !value.is_null() {
                    return true;
                }
                match env.get(name.as_str()) {
                    Some(found) => {
                        *value = json!(found);
                        true
                    }
                    None => keep,
                }
            });
        }
        _ => {}
    }
}

/// Services that this one can not do without, by other words than `depends_on`.
fn depends(service: &mut Map<String, Value>) {
    let mut more: Vec<(String, bool)> = Vec::new();
    for link in service.get("links").and_then(Value::as_array).into_iter().flatten() {
        let link = sprint(link);
        let parts: Vec<&str> = link.split(':').collect();
        more.push((if parts.len() == 2 { parts[0].to_string() } else { link.clone() }, true));
    }
    for namespace in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
        let mode = service.get(namespace).and_then(Value::as_str).unwrap_or_default();
        if let Some(name) = mode.strip_prefix("service:") {
            more.push((name.to_string(), true));
        }
    }
    for from in service.get("volumes_from").and_then(Value::as_array).into_iter().flatten() {
        let from = sprint(from);
        if !from.starts_with("container:") {
            more.push((from.split(':').next().unwrap_or_default().to_string(), false));
        }
    }
    if more.is_empty() {
        return;
    }
    let depends = service.entry("depends_on").or_insert_with(|| json!({}));
    if let Value::Object(depends) = depends {
        for (name, restart) in more {
            depends.entry(name).or_insert(
                json!({ "condition": "service_started", "restart": restart, "required": true }),
            );
        }
    }
}

/// What has no name of its own is called after the project.
fn names(file: &mut Map<String, Value>) {
    let project = file.get("name").map(sprint).unwrap_or_default();
    for kind in ["networks", "volumes", "configs", "secrets"] {
        let Some(Value::Object(all)) = file.get_mut(kind) else { continue };
        for (key, resource) in all.iter_mut() {
            if resource.is_null() {
                *resource = json!({});
            }
            let Value::Object(resource) = resource else { continue };
            if resource.get("name").is_none_or(Value::is_null) {
                let external =
                    resource.get("external").is_some_and(|x| parse_bool(&sprint(x)) == Ok(true));
                let name = if external { key.clone() } else { format!("{project}_{key}") };
                resource.insert("name".to_string(), json!(name));
            }
        }
    }
}
