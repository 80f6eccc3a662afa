//! A service as a type: what making its containers looks at, read from the tables' JSON form.

use super::forms::json_form;
use super::types::SERVICE_KIND;
use crate::golang::duration;
use crate::golang::units::ram_bytes;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Names with texts.
pub type Texts = BTreeMap<String, String>;

/// A size, written as text.
fn bytes<'de, D: Deserializer<'de>>(d: D) -> Result<i64, D::Error> {
    let value = Option::<Value>::deserialize(d)?;
    Ok(match value {
        Some(Value::String(text)) => ram_bytes(&text).unwrap_or(0),
        Some(Value::Number(n)) => n.as_i64().unwrap_or(0),
        _ => 0,
    })
}

/// A length of time in nanoseconds, written as text.
fn time<'de, D: Deserializer<'de>>(d: D) -> Result<Option<i64>, D::Error> {
    let text = Option::<String>::deserialize(d)?;
    Ok(text.and_then(|t| duration::parse(&t).ok()))
}

/// A service.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Service {
    pub annotations: Texts,
    pub attach: Option<bool>,
    pub build: Option<Build>,
    pub cap_add: Vec<String>,
    pub cap_drop: Vec<String>,
    pub cgroup_parent: String,
    pub cgroup: String,
    pub cpu_count: i64,
    pub cpu_percent: f64,
    pub cpu_period: i64,
    pub cpu_quota: i64,
    pub cpu_rt_period: i64,
    pub cpu_rt_runtime: i64,
    pub cpus: f64,
    pub cpuset: String,
    pub cpu_shares: i64,
    pub command: Option<Vec<String>>,
    pub configs: Vec<FileMount>,
    pub container_name: String,
    pub depends_on: BTreeMap<String, Dependency>,
    pub deploy: Option<Deploy>,
    pub device_cgroup_rules: Vec<String>,
    pub devices: Vec<Device>,
    pub dns: Vec<String>,
    pub dns_opt: Vec<String>,
    pub dns_search: Vec<String>,
    pub domainname: String,
    pub entrypoint: Option<Vec<String>>,
    pub provider: Option<Value>,
    pub environment: BTreeMap<String, Option<String>>,
    pub expose: Vec<String>,
    pub external_links: Vec<String>,
    pub extra_hosts: Vec<String>,
    pub group_add: Vec<String>,
    pub gpus: Vec<Value>,
    pub hostname: String,
    pub healthcheck: Option<Health>,
    pub image: String,
    pub init: Option<bool>,
    pub ipc: String,
    pub isolation: String,
    pub labels: Texts,
    pub links: Vec<String>,
    pub logging: Option<Logging>,
    #[serde(deserialize_with = "bytes")]
    pub mem_limit: i64,
    #[serde(deserialize_with = "bytes")]
    pub mem_reservation: i64,
    #[serde(deserialize_with = "bytes")]
    pub memswap_limit: i64,
    #[serde(deserialize_with = "bytes")]
    pub mem_swappiness: i64,
    pub mac_address: String,
    pub network_mode: String,
    pub networks: BTreeMap<String, Option<ServiceNetwork>>,
    pub oom_kill_disable: bool,
    pub oom_score_adj: i64,
    pub pid: String,
    pub pids_limit: i64,
    pub platform: String,
    pub ports: Vec<Port>,
    pub post_start: Vec<Value>,
    pub pre_stop: Vec<Value>,
    pub privileged: bool,
    pub profiles: Vec<String>,
    pub pull_policy: String,
    pub read_only: bool,
    pub restart: String,
    pub runtime: String,
    pub scale: Option<i64>,
    pub secrets: Vec<FileMount>,
    pub security_opt: Vec<String>,
    #[serde(deserialize_with = "bytes")]
    pub shm_size: i64,
    pub stdin_open: bool,
    #[serde(deserialize_with = "time")]
    pub stop_grace_period: Option<i64>,
    pub stop_signal: String,
    pub storage_opt: Texts,
    pub sysctls: Texts,
    pub tmpfs: Vec<String>,
    pub tty: bool,
    pub ulimits: BTreeMap<String, Value>,
    pub use_api_socket: bool,
    pub user: String,
    pub userns_mode: String,
    pub uts: String,
    pub volume_driver: String,
    pub volumes: Vec<Mount>,
    pub volumes_from: Vec<String>,
    pub working_dir: String,
}

/// How to build a service's image.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Build {
    pub context: String,
    pub dockerfile: String,
    pub dockerfile_inline: String,
    pub args: BTreeMap<String, Option<String>>,
    pub labels: Texts,
    pub no_cache: bool,
    pub additional_contexts: Texts,
    pub pull: bool,
    pub extra_hosts: Vec<String>,
    pub network: String,
    pub target: String,
    pub secrets: Vec<FileMount>,
    #[serde(deserialize_with = "bytes")]
    pub shm_size: i64,
    pub ulimits: BTreeMap<String, Value>,
    pub tags: Vec<String>,
    pub platforms: Vec<String>,
}

/// A secret or config as a service has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FileMount {
    pub source: String,
    pub target: String,
    pub uid: String,
    pub gid: String,
    pub mode: Option<String>,
}

/// What a service depends on, and how.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Dependency {
    pub condition: String,
    pub restart: bool,
    pub required: bool,
}

/// How a service is to be run.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Deploy {
    pub replicas: Option<i64>,
    pub resources: Resources,
    pub restart_policy: Option<RestartPolicy>,
}

/// Limits, and what is kept free.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Resources {
    pub limits: Option<Resource>,
    pub reservations: Option<Resource>,
}

/// An amount.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Resource {
    pub cpus: f64,
    #[serde(deserialize_with = "bytes")]
    pub memory: i64,
    pub pids: i64,
    pub devices: Vec<Value>,
}

/// When to start again.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RestartPolicy {
    pub condition: String,
    pub max_attempts: Option<i64>,
}

/// A device of the host.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Device {
    pub source: String,
    pub target: String,
    pub permissions: String,
}

/// How a service's health is looked at.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Health {
    pub test: Vec<String>,
    #[serde(deserialize_with = "time")]
    pub timeout: Option<i64>,
    #[serde(deserialize_with = "time")]
    pub interval: Option<i64>,
    pub retries: Option<i64>,
    #[serde(deserialize_with = "time")]
    pub start_period: Option<i64>,
    #[serde(deserialize_with = "time")]
    pub start_interval: Option<i64>,
    pub disable: bool,
}

/// Where output is kept.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Logging {
    pub driver: String,
    pub options: Texts,
}

/// A service's end of a network.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ServiceNetwork {
    pub aliases: Vec<String>,
    pub driver_opts: Texts,
    pub gw_priority: i64,
    pub interface_name: String,
    pub ipv4_address: String,
    pub ipv6_address: String,
    pub mac_address: String,
    pub priority: i64,
}

/// A published port.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Port {
    pub host_ip: String,
    pub target: u32,
    pub published: String,
    pub protocol: String,
}

/// Something mounted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Mount {
    #[serde(rename = "type")]
    pub kind: String,
    pub source: String,
    pub target: String,
    pub read_only: bool,
    pub consistency: String,
    pub bind: Option<BindMount>,
    pub volume: Option<VolumeMount>,
    pub tmpfs: Option<TmpfsMount>,
    pub image: Option<ImageMount>,
}

/// Options of a bind mount.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct BindMount {
    pub selinux: String,
    pub propagation: String,
    pub create_host_path: bool,
    pub recursive: String,
}

/// Options of a volume's mount.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct VolumeMount {
    pub labels: Texts,
    pub nocopy: bool,
    pub subpath: String,
}

/// Options of memory that is mounted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TmpfsMount {
    #[serde(deserialize_with = "bytes")]
    pub size: i64,
    pub mode: u32,
}

/// Options of an image's mount.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ImageMount {
    pub subpath: String,
}

impl Service {
    /// The type of a bound service.
    pub fn of(value: &Value) -> Result<Service, String> {
        serde_json::from_value(json_form(&SERVICE_KIND, value)).map_err(|e| e.to_string())
    }

    /// Its networks: those of higher priority first, then by name.
    pub fn networks_in_order(&self) -> Vec<String> {
        let mut all: Vec<(i64, &String)> = self
            .networks
            .iter()
            .map(|(name, n)| (-n.as_ref().map_or(0, |n| n.priority), name))
            .collect();
        all.sort();
        all.into_iter().map(|(_, name)| name.clone()).collect()
    }
}
