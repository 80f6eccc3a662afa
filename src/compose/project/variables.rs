//! The variables and labels that services take from the project's variables and from files.

use super::{Project, on, text, texts};
use crate::compose::load::{Env, dotenv};
use crate::docker::context::store::lower;
use crate::docker::opts::envfile;
use crate::kernel::Proc;
use serde_json::{Map, Value, json};

/// Gives all services their variables.
pub fn environment(
    p: &Proc,
    project: &mut Project,
    discard: bool,
    warnings: &mut Vec<String>,
) -> Result<(), String> {
    let env = project.env.clone();
    for service in project.services.values_mut() {
        let mut own =
            service.get("environment").and_then(Value::as_object).cloned().unwrap_or_default();
        for (name, value) in own.iter_mut() {
            if let (true, Some(found)) = (value.is_null(), env.get(name)) {
                *value = json!(found);
            }
        }
        let mut all: Env =
            own.iter().filter_map(|(k, v)| Some((k.clone(), v.as_str()?.to_string()))).collect();
        let files = service.get("env_file").and_then(Value::as_array).cloned().unwrap_or_default();
        for file in &files {
            let path = text(file, "path");
            if p.stat(path).is_err() {
                if on(file, "required") {
                    return Err(format!(
                        "env file {path} not found: stat {path}: no such file or directory"
                    ));
                }
                continue;
            }
            let look = |name: &str| {
                env.get(name)
                    .cloned()
                    .or_else(|| own.get(name).and_then(Value::as_str).map(str::to_string))
            };
            read(p, path, text(file, "format"), &mut all, &look, warnings)?;
        }
        let mut merged: Map<String, Value> = all.into_iter().map(|(k, v)| (k, json!(v))).collect();
        merged.extend(own);
        put(service, "environment", super::bind::sort_maps(&Value::Object(merged)));
        if discard && let Some(service) = service.as_object_mut() {
            service.shift_remove("env_file");
        }
    }
    Ok(())
}

/// A field put where the table of fields has its place; nothing, where there is nothing in it.
fn put(service: &mut Value, name: &str, value: Value) {
    let Some(map) = service.as_object_mut() else { return };
    if value.as_object().is_some_and(Map::is_empty) {
        map.shift_remove(name);
        return;
    }
    if map.contains_key(name) {
        map.insert(name.to_string(), value);
        return;
    }
    let before = std::mem::take(map);
    let mut value = Some(value);
    let at = |n: &str| super::fields::SERVICE.iter().position(|f| f.name == n);
    for (key, other) in before {
        if value.is_some() && at(&key).is_none_or(|k| at(name).is_some_and(|n| k > n)) {
            map.extend(value.take().map(|v| (name.to_string(), v)));
        }
        map.insert(key, other);
    }
    map.extend(value.take().map(|v| (name.to_string(), v)));
}

fn read(
    p: &Proc,
    path: &str,
    format: &str,
    out: &mut Env,
    look: &dyn Fn(&str) -> Option<String>,
    warnings: &mut Vec<String>,
) -> Result<(), String> {
    let what = match format {
        "" => "failed to read",
        "raw" => "failed to parse env_file",
        other => return Err(format!("unsupported env_file format {other:?}")),
    };
    let bytes = p.read_file(path).map_err(|e| match e {
        crate::vfs::Errno::EISDIR => format!("{what} {path}: read {path}: is a directory"),
        e => format!("open {path}: {}", lower(e)),
    })?;
    let text = crate::vfs::text::decode(&bytes).into_owned();
    let failed = |e: String| format!("{what} {path}: {e}");
    if format.is_empty() {
        return dotenv::parse(&text, out, look, warnings).map_err(failed);
    }
    for line in envfile::parse(&bytes, look).map_err(failed)? {
        let (name, value) = line.split_once('=').unwrap_or((&line, ""));
        out.insert(name.to_string(), value.to_string());
    }
    Ok(())
}

/// Gives all services the labels out of files.
pub fn labels(
    p: &Proc,
    project: &mut Project,
    discard: bool,
    warnings: &mut Vec<String>,
) -> Result<(), String> {
    for service in project.services.values_mut() {
        let files = texts(service, "label_file");
        let mut all = Env::new();
        for path in &files {
            if p.stat(path).is_err() {
                return Err(format!(
                    "label file {path} not found: stat {path}: no such file or directory"
                ));
            }
            read(p, path, "", &mut all, &|_| None, warnings)?;
        }
        if !files.is_empty() {
            let mut merged: Map<String, Value> =
                all.into_iter().map(|(k, v)| (k, json!(v))).collect();
            merged.extend(
                service.get("labels").and_then(Value::as_object).cloned().unwrap_or_default(),
            );
            put(service, "labels", super::bind::sort_maps(&Value::Object(merged)));
        }
        if discard && let Some(service) = service.as_object_mut() {
            service.shift_remove("label_file");
        }
    }
    Ok(())
}
