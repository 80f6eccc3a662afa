//! Whether a project's parts fit together: what is referred to is there, and nothing is said twice.

use super::select::dependencies;
use super::{Project, names, on, scale, text, texts};
use crate::golang::quote::quote;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const INVALID: &str = "invalid compose project";

/// Checks the project; `deploy.replicas` follows `scale`.
pub fn check(project: &mut Project) -> Result<(), String> {
    let all = project.clone();
    for (name, service) in &mut project.services {
        self::service(&all, name, service)?;
    }
    for (name, secret) in &project.secrets {
        if !on(secret, "external")
            && text(secret, "file").is_empty()
            && text(secret, "environment").is_empty()
        {
            return Err(format!(
                "secret {} must declare either `file` or `environment`: {INVALID}",
                quote(name)
            ));
        }
    }
    cycles(project)
}

fn list(thing: &Value, name: &str) -> Vec<Value> {
    thing.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn service(project: &Project, name: &str, service: &mut Value) -> Result<(), String> {
    let build = service.get("build").cloned();
    if build.is_none() && text(service, "image").is_empty() && service.get("provider").is_none() {
        return Err(format!(
            "service {} has neither an image nor a build context specified: {INVALID}",
            quote(name)
        ));
    }
    if let Some(build) = &build {
        self::build(project, name, service, build)?;
    }
    let mode = text(service, "network_mode").to_string();
    let networks = names(service, "networks");
    if !mode.is_empty() && !networks.is_empty() {
        return Err(format!(
            "service {name} declares mutually exclusive `network_mode` and `networks`: {INVALID}"
        ));
    }
    let undefined = |what: &str, other: &str| {
        Err(format!("service {} refers to undefined {what} {other}: {INVALID}", quote(name)))
    };
    if let Some(network) = networks.iter().find(|n| !project.networks.contains_key(*n)) {
        return undefined("network", network);
    }
    if let Some(test) = service.get("healthcheck").map(|h| texts(h, "test"))
        && test.first().is_some_and(|w| !matches!(w.as_str(), "CMD" | "CMD-SHELL" | "NONE"))
    {
        return Err(
            "healthcheck.test must start either by \"CMD\", \"CMD-SHELL\" or \"NONE\"".to_string()
        );
    }
    for (other, dependency) in dependencies(service) {
        let off = project.disabled.contains_key(&other) && !on(&dependency, "required");
        if !project.services.contains_key(&other) && !off {
            return Err(format!(
                "service {} depends on undefined service {}: {INVALID}",
                quote(name),
                quote(&other)
            ));
        }
    }
    if let Some(other) = mode.strip_prefix("service:")
        && !project.services.contains_key(other)
    {
        return Err(format!(
            "service {} not found for network_mode 'service:{other}'",
            quote(other)
        ));
    }
    for mount in list(service, "volumes") {
        let source = text(&mount, "source");
        if text(&mount, "type") == "volume"
            && !source.is_empty()
            && !project.volumes.contains_key(source)
        {
            return undefined("volume", source);
        }
    }
    let secrets = build.iter().flat_map(|b| list(b, "secrets"));
    for secret in secrets {
        let source = text(&secret, "source");
        if !project.secrets.contains_key(source) {
            return undefined("build secret", source);
        }
    }
    for config in list(service, "configs") {
        if !project.configs.contains_key(text(&config, "source")) {
            return undefined("config", text(&config, "source"));
        }
    }
    if let Some(model) = names(service, "models").iter().find(|m| !project.models.contains_key(*m))
    {
        return undefined("model", model);
    }
    for secret in list(service, "secrets") {
        if !project.secrets.contains_key(text(&secret, "source")) {
            return undefined("secret", text(&secret, "source"));
        }
    }
    limits(name, service)?;
    mounts(name, service)
}

fn build(project: &Project, name: &str, service: &Value, build: &Value) -> Result<(), String> {
    if !text(build, "dockerfile_inline").is_empty() && !text(build, "dockerfile").is_empty() {
        return Err(format!(
            "service {} declares mutualy exclusive dockerfile and dockerfile_inline: {INVALID}",
            quote(name)
        ));
    }
    let contexts = build.get("additional_contexts").and_then(Value::as_object);
    for (context, source) in contexts.into_iter().flatten() {
        let Some(target) = source.as_str().and_then(|s| s.strip_prefix("service:")) else {
            continue;
        };
        let what = match project.services.get(target) {
            None => "unknown",
            Some(other) if other.get("build").is_none() => "non-buildable",
            Some(_) => continue,
        };
        return Err(format!(
            "service {} declares {what} service {} as additional contexts {context}",
            quote(name),
            quote(target)
        ));
    }
    let (platforms, platform) = (texts(build, "platforms"), text(service, "platform"));
    if !platforms.is_empty() && !platform.is_empty() && !platforms.iter().any(|p| p == platform) {
        return Err(format!(
            "service.build.platforms MUST include service.platform {}: {INVALID}",
            quote(platform)
        ));
    }
    Ok(())
}

fn limits(name: &str, service: &mut Value) -> Result<(), String> {
    let own = service.get("scale").and_then(Value::as_i64);
    let replicas =
        |s: &Value| s.get("deploy").and_then(|d| d.get("replicas")).and_then(Value::as_i64);
    if let (Some(own), Some(deploy)) = (own, service.get("deploy").cloned()) {
        if replicas(service).is_some_and(|r| r != own) {
            return Err(format!(
                "services.{name}: can't set distinct values on 'scale' and 'deploy.replicas': {INVALID}"
            ));
        }
        let mut deploy = deploy;
        deploy["replicas"] = json!(own);
        service["deploy"] = deploy;
    }
    if own.is_some_and(|n| n < 0) {
        return Err(format!("services.{name}.scale: must be greater than or equal to 0"));
    }
    if replicas(service).is_some_and(|n| n < 0) {
        return Err(format!("services.{name}.deploy.replicas: must be greater than or equal to 0"));
    }
    let resources = service.get("deploy").and_then(|d| d.get("resources"));
    for (field, part, below) in [
        ("cpus", "limits", "cpus"),
        ("mem_limit", "limits", "memory"),
        ("mem_reservation", "reservations", "memory"),
        ("pids_limit", "limits", "pids"),
    ] {
        let Some(value) = service.get(field) else { continue };
        let Some(part_value) = resources.and_then(|r| r.get(part)) else { continue };
        if part_value.get(below) != Some(value) {
            return Err(format!(
                "services.{name}: can't set distinct values on '{field}' and 'deploy.resources.{part}.{below}': {INVALID}"
            ));
        }
    }
    if scale(service) > 1 && !text(service, "container_name").is_empty() {
        let attribute = if own.is_some() { "scale" } else { "deploy.replicas" };
        // The two names stand in each other's place in real Compose as well.
        return Err(format!(
            "services.{attribute}: can't set container_name and {name} as container name must be unique: {INVALID}"
        ));
    }
    for watch in service.get("develop").map(|d| list(d, "watch")).unwrap_or_default() {
        if text(&watch, "target").is_empty()
            && !matches!(text(&watch, "action"), "rebuild" | "restart")
        {
            return Err(format!(
                "services.{name}.develop.watch: target is required for non-rebuild actions: {INVALID}"
            ));
        }
    }
    Ok(())
}

fn mounts(name: &str, service: &Value) -> Result<(), String> {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let tmpfs = texts(service, "tmpfs");
    let tmpfs = tmpfs.iter().enumerate().map(|(i, t)| {
        let target = t.split(':').next().unwrap_or_default().to_string();
        (format!("services.{name}.tmpfs[{i}]"), target)
    });
    let volumes = list(service, "volumes");
    let volumes = volumes
        .iter()
        .enumerate()
        .map(|(i, v)| (format!("services.{name}.volumes[{i}]"), text(v, "target").to_string()));
    for (place, target) in tmpfs.chain(volumes) {
        if let Some(before) = taken.get(&target) {
            return Err(format!("{place}: target {target} already mounted as {before}"));
        }
        taken.insert(target, place);
    }
    Ok(())
}

fn cycles(project: &Project) -> Result<(), String> {
    let mut done = BTreeSet::new();
    for name in project.services.keys() {
        cycle(project, &mut vec![name.clone()], &mut done)?;
    }
    Ok(())
}

fn cycle(
    project: &Project,
    path: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Result<(), String> {
    let Some(name) = path.last().cloned() else { return Ok(()) };
    let Some(service) = project.services.get(&name) else { return Ok(()) };
    if done.contains(&name) {
        return Ok(());
    }
    for other in names(service, "depends_on") {
        if let Some(at) = path.iter().position(|n| *n == other) {
            path.push(other);
            return Err(format!("dependency cycle detected: {}", path[at..].join(" -> ")));
        }
        path.push(other);
        cycle(project, path, done)?;
        path.pop();
    }
    done.insert(name);
    Ok(())
}

/// No two services may ask for the same container name.
pub fn container_names(project: &Project) -> Result<(), String> {
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for (name, service) in &project.services {
        let own = text(service, "container_name");
        if !own.is_empty() && !taken.insert(own) {
            // Which service has it is never said.
            return Err(format!(
                "services.{name}: container name {} is already in use by service {{}}\"",
                quote(own)
            ));
        }
    }
    Ok(())
}
