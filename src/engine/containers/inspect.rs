//! `docker inspect` of a container, and its two files that hold the same: `config.v2.json` and
//! `hostconfig.json`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::engine::api::config::Config;
use crate::engine::api::container::{
    ContainerInspect, ContainerState, GraphDriver, Health, MountPoint,
};
use crate::engine::api::host_config::{HostConfig, MountRequest, PortBinding};
use crate::engine::api::network::NetworkSettings;
use crate::engine::run::links::parts;
use crate::engine::state::{Container, Mount, Phase, Source};
use crate::engine::volumes::mountpoint;
use crate::engine::{Engine, Result};
use crate::golang::time;

use super::create::container_dir;

/// A mount as the API shows it; none for `--tmpfs`, which is not among them.
pub fn show_mount(m: &Mount) -> MountPoint {
    // Only of a volume without a name it is kept how its place was given.
    let as_given = m.asked.kind.is_empty() && !m.asked.target.is_empty();
    let base = MountPoint {
        destination: if as_given { &m.asked.target } else { &m.destination }.clone(),
        mode: m.mode.clone(),
        rw: m.rw,
        ..MountPoint::default()
    };
    match &m.source {
        Source::Volume { name, driver, .. } => MountPoint {
            kind: "volume".to_string(),
            name: name.clone(),
            source: mountpoint(name),
            driver: driver.clone(),
            ..base
        },
        Source::Bind { path, propagation, .. } => MountPoint {
            kind: "bind".to_string(),
            source: path.clone(),
            propagation: propagation.clone(),
            ..base
        },
        Source::Tmpfs { .. } => MountPoint { kind: "tmpfs".to_string(), ..base },
        Source::Image { name, .. } => {
            let propagation = "rprivate".to_string();
            let (kind, source) = ("image".to_string(), name.clone());
            MountPoint { kind, name: name.clone(), source, propagation, ..base }
        }
    }
}

fn state_of(c: &Container) -> ContainerState {
    let health = c.health.as_ref().map(|h| Health {
        status: h.status.clone(),
        failing_streak: h.streak,
        log: h.log.iter().cloned().collect(),
    });
    let restarting = c.phase == Phase::Restarting;
    ContainerState {
        status: c.phase.word().to_string(),
        running: c.run.is_some() || restarting,
        paused: c.phase == Phase::Paused,
        restarting,
        oom_killed: c.oom_killed,
        dead: c.phase == Phase::Dead,
        pid: c.task.pid.unwrap_or(0),
        exit_code: c.exit_code,
        error: c.error.clone(),
        started_at: time::maybe(c.started),
        finished_at: time::maybe(c.finished),
        health,
    }
}

/// Ports with the host's that lead to them; those that are only exposed have none.
pub fn ports_of(c: &Container) -> BTreeMap<String, Option<Vec<PortBinding>>> {
    let mut out = BTreeMap::new();
    let addressed = c.networks.values().any(|e| !e.ip_address.is_empty());
    if c.run.is_none() || !addressed {
        return out;
    }
    for port in c.config.exposed_ports.keys() {
        out.insert(port.clone(), None);
    }
    for (port, bound) in &c.ports {
        let all = bound
            .iter()
            .map(|(ip, p)| PortBinding { host_ip: ip.clone(), host_port: p.to_string() });
        out.insert(port.clone(), Some(all.collect()));
    }
    out
}

/// Where a container's log is, once it has been started.
fn log_path(c: &Container) -> String {
    match c.host.log_config.kind.as_str() {
        "json-file" => own_file(c, &format!("{}-json.log", c.id)),
        _ => String::new(),
    }
}

/// A file that a container gets when it is first to be started.
fn own_file(c: &Container, name: &str) -> String {
    if c.started.is_none() && c.ends == 0 {
        return String::new();
    }
    [&container_dir(&c.id), "/", name].concat()
}

fn network_settings(c: &Container) -> NetworkSettings {
    let bridge = c.networks.get("bridge").cloned().unwrap_or_default();
    NetworkSettings {
        sandbox_id: c.sandbox.clone(),
        sandbox_key: c.sandbox_key().map(|key| format!("/var{key}")).unwrap_or_default(),
        ports: ports_of(c),
        endpoint_id: bridge.endpoint_id,
        gateway: bridge.gateway,
        ip_address: bridge.ip_address,
        ip_prefix_len: bridge.ip_prefix_len,
        mac_address: bridge.mac_address,
        networks: BTreeMap::clone(&c.networks),
        ..NetworkSettings::default()
    }
}

impl Engine {
    /// `docker inspect`; `size` fills in the sizes.
    pub fn container_inspect(&self, id: &str, size: bool) -> Result<ContainerInspect> {
        let c = self.container(id)?;
        let mut out = self.describe(&c);
        if size {
            let rw = self.writable_size(&c);
            out.size_rw = Some(rw as i64);
            out.size_root_fs = Some((rw + self.image_size(&c)) as i64);
        }
        Ok(out)
    }

    /// Bytes in a container's writable layer.
    pub(crate) fn writable_size(&self, c: &Container) -> u64 {
        match self.upper_node(c) {
            Ok(node) => self.disk(|d| d.size(node)),
            Err(_) => 0,
        }
    }

    pub(crate) fn image_size(&self, c: &Container) -> u64 {
        let st = self.state();
        let mut sum = 0;
        let mut at = c.chain.as_ref().and_then(|x| st.images.layers.get(x));
        while let Some(l) = at {
            sum += l.size;
            at = l.parent.as_ref().and_then(|p| st.images.layers.get(p));
        }
        sum
    }

    fn describe(&self, c: &Container) -> ContainerInspect {
        let base = Engine::layer_path(&c.layer);
        let data = BTreeMap::from([
            ("ID".to_string(), c.id.clone()),
            ("LowerDir".to_string(), self.container_lowers(c).join(":")),
            ("MergedDir".to_string(), format!("{base}/merged")),
            ("UpperDir".to_string(), format!("{base}/diff")),
            ("WorkDir".to_string(), format!("{base}/work")),
        ]);
        let execs: Vec<String> = c.execs.iter().cloned().collect();
        ContainerInspect {
            id: c.id.clone(),
            created: time::rfc3339_nano(c.created),
            path: c.path.clone(),
            args: c.args.clone(),
            state: state_of(c),
            image: c.image.clone(),
            resolv_conf_path: own_file(c, "resolv.conf"),
            hostname_path: own_file(c, "hostname"),
            hosts_path: own_file(c, "hosts"),
            log_path: log_path(c),
            name: format!("/{}", c.name),
            restart_count: c.restarts,
            driver: "overlay2".to_string(),
            platform: "linux".to_string(),
            exec_ids: (!execs.is_empty()).then_some(execs),
            host_config: shown_host(c),
            graph_driver: GraphDriver { data, name: "overlay2".to_string() },
            mounts: c.mounts.values().map(show_mount).collect(),
            config: Config::clone(&c.config),
            network_settings: network_settings(c),
            ..ContainerInspect::default()
        }
    }

    /// Writes `config.v2.json` and `hostconfig.json`.
    pub(crate) fn save_container(&self, id: &str) {
        let Some(c) = self.state().containers.get(id).cloned() else { return };
        // What is shown of containers can be written as JSON.
        let config = serde_json::to_vec(&on_disk(&c)).unwrap_or_default();
        self.disk(|d| {
            let mut d = d.enter(&container_dir(id))?;
            d.put("config.v2.json", config.into(), 0o600)?;
            d.write("hostconfig.json", c.host.json().get().as_bytes(), 0o600)
        })
        // A full disk loses the mirror, not the container.
        .ok();
    }
}

/// What a container may write into, as `config.v2.json` lists it (moby `volume/mounts.MountPoint`).
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PointOnDisk {
    source: String,
    destination: String,
    #[serde(rename = "RW")]
    rw: bool,
    name: String,
    driver: String,
    #[serde(rename = "Type")]
    kind: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    relabel: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    propagation: String,
    spec: MountRequest,
    skip_mountpoint_creation: bool,
}

/// `config.v2.json` (moby `container.Container`).
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct OnDisk<'a> {
    stream_config: BTreeMap<String, String>,
    state: ContainerState,
    #[serde(rename = "ID")]
    id: &'a str,
    created: String,
    managed: bool,
    path: &'a str,
    args: &'a [String],
    config: &'a RawValue,
    image: &'a str,
    image_manifest: Option<String>,
    network_settings: NetworkSettings,
    log_path: String,
    name: String,
    driver: &'a str,
    #[serde(rename = "OS")]
    os: &'a str,
    restart_count: i64,
    has_been_started_before: bool,
    has_been_manually_stopped: bool,
    mount_points: BTreeMap<String, PointOnDisk>,
    hostname_path: String,
    hosts_path: String,
    resolv_conf_path: String,
}

fn on_disk(c: &Container) -> OnDisk<'_> {
    let point = |m: &Mount| {
        let s = show_mount(m);
        let made_up = m.asked.kind.is_empty();
        PointOnDisk {
            source: if made_up { String::new() } else { s.source },
            destination: s.destination,
            rw: s.rw,
            name: s.name,
            driver: s.driver,
            kind: s.kind,
            relabel: s.mode,
            propagation: s.propagation,
            spec: m.asked.clone(),
            skip_mountpoint_creation: matches!(m.source, Source::Bind { create: false, .. }),
        }
    };
    OnDisk {
        stream_config: BTreeMap::new(),
        state: state_of(c),
        id: &c.id,
        created: time::rfc3339_nano(c.created),
        managed: false,
        path: &c.path,
        args: &c.args,
        config: c.config.json(),
        image: &c.image,
        image_manifest: None,
        network_settings: network_settings(c),
        log_path: log_path(c),
        name: format!("/{}", c.name),
        driver: "overlay2",
        os: "linux",
        restart_count: c.restarts,
        has_been_started_before: c.started.is_some(),
        has_been_manually_stopped: c.stopped_by_hand,
        mount_points: c.mounts.values().map(|m| (m.destination.clone(), point(m))).collect(),
        hostname_path: own_file(c, "hostname"),
        hosts_path: own_file(c, "hosts"),
        resolv_conf_path: own_file(c, "resolv.conf"),
    }
}

/// A container's settings, with its links as they are kept in the table of names.
fn shown_host(c: &Container) -> HostConfig {
    let mut host = HostConfig::clone(&c.host);
    for link in host.links.iter_mut().flatten() {
        let (name, alias) = parts(link);
        *link = format!("/{name}:/{}/{alias}", c.name);
    }
    host
}
