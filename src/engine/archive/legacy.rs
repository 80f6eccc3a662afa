//! Configurations of the first image format, one a layer, which a saved image still carries (moby
//! `image/tarexport`, `image/v1`). Nothing reads them.

use serde_json::{Map, Value, json};

use crate::engine::api::config::ImageConfig;
use crate::engine::images::store::{Image, chains};
use crate::engine::images::tree::digest;

/// What stands in those of the lower layers as the time.
const NO_TIME: &str = "1970-01-01T00:00:00Z";

/// A container's configuration with all of its fields, the empty ones too.
fn whole(config: &ImageConfig) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| drop(out.insert(name.to_string(), value));
    put("Hostname", json!(""));
    put("Domainname", json!(""));
    put("User", json!(config.user));
    for stream in ["AttachStdin", "AttachStdout", "AttachStderr"] {
        put(stream, json!(false));
    }
    if !config.exposed_ports.is_empty() {
        put("ExposedPorts", json!(config.exposed_ports));
    }
    for input in ["Tty", "OpenStdin", "StdinOnce"] {
        put(input, json!(false));
    }
    put("Env", json!(config.env));
    put("Cmd", json!(config.cmd));
    if let Some(check) = &config.healthcheck {
        put("Healthcheck", json!(check));
    }
    if config.args_escaped {
        put("ArgsEscaped", json!(true));
    }
    put("Image", json!(""));
    put("Volumes", json!(config.volumes));
    put("WorkingDir", json!(config.working_dir));
    put("Entrypoint", json!(config.entrypoint));
    put("OnBuild", json!(config.on_build));
    put("Labels", json!(config.labels));
    if !config.stop_signal.is_empty() {
        put("StopSignal", json!(config.stop_signal));
    }
    if let Some(shell) = &config.shell {
        put("Shell", json!(shell));
    }
    Value::Object(out)
}

/// The configurations of an image's layers, the lowest first; the last one has the image's own.
pub(super) fn configs(image: &Image) -> Vec<Value> {
    let all = chains(&image.diff_ids);
    let own: Value = serde_json::from_str(&image.json).unwrap_or_default();
    let mut parent: Option<String> = None;
    let mut out = Vec::new();
    for (n, chain) in all.iter().enumerate() {
        let top = n + 1 == all.len();
        let mut v = Map::new();
        if let Some(parent) = &parent {
            v.insert("parent".to_string(), json!(parent));
        }
        let of_image = ["comment", "author"].map(|name| own.get(name).filter(|_| top));
        if let Some(comment) = of_image[0] {
            v.insert("comment".to_string(), comment.clone());
        }
        let created = if top { image.created.as_str() } else { NO_TIME };
        v.insert("created".to_string(), json!(created));
        v.insert("container_config".to_string(), whole(&ImageConfig::default()));
        if top {
            if let Some(author) = of_image[1] {
                v.insert("author".to_string(), author.clone());
            }
            v.insert("config".to_string(), whole(&image.config));
            v.insert("architecture".to_string(), json!(image.architecture));
        }
        v.insert("os".to_string(), json!(image.os));
        let id = digest(format!("{} {chain}", json!(v)).as_bytes());
        let id = id.strip_prefix("sha256:").unwrap_or(&id).to_string();
        v.shift_insert(0, "id".to_string(), json!(id));
        parent = Some(id);
        out.push(Value::Object(v));
    }
    out
}
