//! What Compose hands to the builder's `bake`: the images to build, as JSON. `build --print` shows it, and the
//! first step of a build tells how long it is.

use super::containers::labels as names;
use super::images::Extra;
use super::limits::ulimits;
use crate::compose::command::LABEL_VERSION;
use crate::compose::project::service::{Build, FileMount};
use crate::compose::project::{Project, text};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// An image to build, in the order in which Compose writes its fields.
pub fn target(
    project: &Project,
    (build, image): (&Build, &str),
    labels: &BTreeMap<String, String>,
    extra: &Extra,
) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| {
        let none = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::String(s) => s.is_empty(),
            Value::Array(a) => a.is_empty(),
            Value::Object(o) => o.is_empty(),
            _ => false,
        };
        if !none {
            out.insert(name.to_string(), value);
        }
    };
    put("context", json!(build.context));
    put("contexts", json!(build.additional_contexts));
    if build.dockerfile_inline.is_empty() {
        put("dockerfile", json!(dockerfile(build)));
    } else {
        put("dockerfile-inline", json!(build.dockerfile_inline));
    }
    let args = super::images::arguments(project, build, extra);
    put("args", args.into_iter().filter_map(|(name, v)| Some((name, json!(v?)))).collect());
    put("labels", json!(labels));
    put("tags", json!(tags(build, image)));
    put("target", json!(build.target));
    let secrets = build.secrets.iter().filter_map(|secret| {
        let defined = project.secrets.get(&secret.source)?;
        let id = secret_id(secret);
        Some(match text(defined, "environment") {
            "" => format!("id={id},type=file,src={}", text(defined, "file")),
            variable => format!("id={id},type=env,env={variable}"),
        })
    });
    put("secret", json!(secrets.collect::<Vec<_>>()));
    put("platforms", json!(build.platforms));
    put("pull", json!(build.pull || extra.pull));
    put("no-cache", json!(build.no_cache || extra.no_cache));
    put("network", json!(build.network));
    if build.shm_size != 0 {
        put("shm-size", json!(build.shm_size.to_string()));
    }
    let limits = ulimits(&build.ulimits);
    let limits = limits.iter().map(|u| format!("{}={}:{}", u.name, u.soft, u.hard));
    put("ulimits", json!(limits.collect::<Vec<_>>()));
    let hosts = build.extra_hosts.iter().filter_map(|h| h.split_once(['=', ':']));
    put("extra-hosts", hosts.map(|(name, to)| (name.to_string(), json!(to))).collect());
    put("output", json!(["type=docker"]));
    Value::Object(out)
}

/// What a build's `RUN --mount=type=secret` calls a secret.
pub fn secret_id(secret: &FileMount) -> &str {
    let name = if secret.target.is_empty() { &secret.source } else { &secret.target };
    name.trim_start_matches("/run/secrets/")
}

/// Where the Dockerfile is.
pub fn dockerfile(build: &Build) -> String {
    match build.dockerfile.starts_with('/') {
        true => build.dockerfile.clone(),
        false => format!("{}/{}", build.context, build.dockerfile),
    }
}

/// The names that an image gets, the service's own last.
pub fn tags(build: &Build, image: &str) -> Vec<String> {
    let mut tags = build.tags.clone();
    tags.push(image.to_string());
    tags
}

/// The whole definition, of all images that are built together.
pub fn definition(targets: Vec<(String, Value)>) -> String {
    let names: Vec<&String> = targets.iter().map(|(name, _)| name).collect();
    let group = json!({ "default": { "targets": names } });
    let targets: Map<String, Value> = targets.into_iter().collect();
    let all = json!({ "group": group, "target": targets });
    // Maps and texts of JSON have a pretty form.
    serde_json::to_string_pretty(&all).unwrap_or_default()
}

/// An error of the builder as Compose passes it on: a line each of what `bake` says, with one more.
pub fn passed_on(text: &str) -> String {
    let text = text.strip_prefix("ERROR: failed to build: ").unwrap_or(text);
    format!("{}\n", text.replace('\n', "\n\n"))
}

/// The labels of a built image: its own and Compose's.
pub fn labels(project: &Project, service: &str, build: &Build) -> BTreeMap<String, String> {
    let mut labels = build.labels.clone();
    for (name, value) in [
        (names::PROJECT, project.name.as_str()),
        (names::SERVICE, service),
        (names::VERSION, LABEL_VERSION),
    ] {
        labels.insert(name.to_string(), value.to_string());
    }
    labels
}
