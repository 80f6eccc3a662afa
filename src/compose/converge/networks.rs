//! The project's networks: made, told apart from others of the same name, found outside.

use super::containers::{self, OneOff, labels};
use super::{hash, stop};
use crate::compose::command::{Compose, LABEL_VERSION};
use crate::compose::daemon::Daemon;
use crate::compose::progress::{Progress, State};
use crate::compose::project::{Project, names, on, text};
use crate::docker::command::Failure;
use crate::engine::ErrorKind;
use crate::engine::api::filters::Filters;
use crate::engine::api::network::{EndpointSettings, Ipam, IpamPool, NetworkCreate};
use crate::golang::quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// A map of texts in a thing.
pub fn strings(thing: &Value, name: &str) -> BTreeMap<String, String> {
    let map = thing.get(name).and_then(Value::as_object);
    map.into_iter()
        .flatten()
        .map(|(k, v)| (k.clone(), v.as_str().unwrap_or_default().to_string()))
        .collect()
}

/// Sees to it that all networks are there; their ids.
pub async fn ensure(
    c: &Compose,
    project: &Project,
    progress: &Progress,
) -> Result<BTreeMap<String, String>, Failure> {
    let engine = c.engine()?;
    let mut ids = BTreeMap::new();
    for (key, network) in &project.networks {
        let id = match on(network, "external") {
            true => external(&engine, text(network, "name"))?,
            false => own(c, &engine, project, (key, network), progress).await?,
        };
        ids.insert(key.clone(), id);
    }
    Ok(ids)
}

fn external(engine: &Daemon, name: &str) -> Result<String, Failure> {
    match engine.look().network_inspect(name) {
        Ok(network) if network.name == name || network.id == name => Ok(network.id),
        Err(e) if e.kind != ErrorKind::NotFound => Err(e.into()),
        _ => Err(format!("network {name} declared as external, but could not be found").into()),
    }
}

async fn own(
    c: &Compose,
    engine: &Daemon,
    project: &Project,
    (key, network): (&String, &Value),
    progress: &Progress,
) -> Result<String, Failure> {
    let name = text(network, "name");
    let mut dangling = Vec::new();
    if let Ok(there) = engine.look().network_inspect(name)
        && (there.name == name || there.id == name)
    {
        let owner = there.labels.get(labels::PROJECT);
        let advice = "Set `external: true` to use an existing network";
        if owner.is_none() {
            c.warn(&format!(
                "a network with name {name} exists but was not created by compose.\n{advice}"
            ))
            .await;
        } else if owner != Some(&project.name) {
            c.warn(&format!(
                "a network with name {name} exists but was not created for project {}.\n{advice}",
                quote(&project.name)
            ))
            .await;
        }
        let own_label = there.labels.get(labels::NETWORK).cloned().unwrap_or_default();
        if own_label != *key {
            return Err(format!(
                "network {name} was found but has incorrect label {} set to {} (expected: {})",
                labels::NETWORK,
                quote(&own_label),
                quote(key)
            )
            .into());
        }
        let had = there.labels.get(labels::HASH).cloned().unwrap_or_default();
        if had.is_empty() || had == hash::network(network) {
            return Ok(there.id);
        }
        dangling = diverged(c, engine, project, (key, name), progress).await?;
    }
    make(engine, project, (key, network), progress).await.and_then(|id| {
        for container in dangling {
            engine.network_connect(name, &container, EndpointSettings::default())?;
        }
        Ok(id)
    })
}

/// Takes a network away whose settings have changed; the containers that were on it.
async fn diverged(
    c: &Compose,
    engine: &Daemon,
    project: &Project,
    (key, name): (&String, &str),
    progress: &Progress,
) -> Result<Vec<String>, Failure> {
    let on_it: Vec<String> = project
        .services
        .iter()
        .filter(|(_, s)| names(s, "networks").contains(key))
        .map(|(n, _)| n.clone())
        .collect();
    stop::services(c, project, &on_it, None, progress).await?;
    let containers = containers::list(engine, &project.name, OneOff::Exclude, true, &on_it)?;
    let mut ids = Vec::new();
    for container in containers {
        engine.network_disconnect(name, &container.id, true)?;
        ids.push(container.id);
    }
    engine.network_remove(name)?;
    progress.event(&format!("Network {name}"), State::Done, "Removed").await;
    Ok(ids)
}

async fn make(
    engine: &Daemon,
    project: &Project,
    (key, network): (&String, &Value),
    progress: &Progress,
) -> Result<String, Failure> {
    let name = text(network, "name");
    let ipam = network.get("ipam").cloned().unwrap_or_default();
    let pools = ipam.get("config").and_then(Value::as_array).cloned().unwrap_or_default();
    let config = pools
        .iter()
        .map(|pool| IpamPool {
            subnet: text(pool, "subnet").to_string(),
            ip_range: text(pool, "ip_range").to_string(),
            gateway: text(pool, "gateway").to_string(),
            aux_addresses: strings(pool, "aux_addresses"),
        })
        .collect();
    let mut all = strings(network, "labels");
    all.insert(labels::NETWORK.to_string(), key.clone());
    all.insert(labels::PROJECT.to_string(), project.name.clone());
    all.insert(labels::VERSION.to_string(), LABEL_VERSION.to_string());
    all.insert(labels::HASH.to_string(), hash::network(network));
    let request = NetworkCreate {
        name: name.to_string(),
        driver: text(network, "driver").to_string(),
        internal: on(network, "internal"),
        attachable: on(network, "attachable"),
        enable_ipv4: network.get("enable_ipv4").and_then(Value::as_bool),
        enable_ipv6: on(network, "enable_ipv6"),
        ipam: Ipam { driver: text(&ipam, "driver").to_string(), options: None, config },
        options: strings(network, "driver_opts"),
        labels: all,
        ..NetworkCreate::default()
    };
    let shown = format!("Network {name}");
    progress.event(&shown, State::Working, "Creating").await;
    match engine.network_create(&request) {
        Ok(id) => {
            progress.event(&shown, State::Done, "Created").await;
            Ok(id)
        }
        Err(e) => {
            progress.event(&shown, State::Error, "Error").await;
            let told = Failure::from(e);
            Err(format!("failed to create network {name}: {}", told.text).into())
        }
    }
}

/// The networks that a project has made.
pub fn made(engine: &Daemon, project: &str, key: &str) -> Result<Vec<(String, String)>, Failure> {
    let filters = Filters::new()
        .with("label", &format!("{}={project}", labels::PROJECT))
        .with("label", &format!("{}={key}", labels::NETWORK));
    Ok(engine.look().network_list(&filters)?.into_iter().map(|n| (n.name, n.id)).collect())
}
