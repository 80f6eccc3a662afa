//! The daemon as a whole: version, info, disk usage, events.

use std::collections::BTreeMap;

use serde::Serialize;

use super::container::ContainerSummary;
use super::filters::Filters;
use super::image::ImageSummary;
use super::nothing;
use super::volume::Volume;

/// The daemon's part of `docker version`; the client has its own.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Version {
    #[serde(rename = "Version")]
    pub version: String,
    #[serde(rename = "ApiVersion")]
    pub api_version: String,
    #[serde(rename = "MinAPIVersion")]
    pub min_api_version: String,
    #[serde(rename = "GitCommit")]
    pub git_commit: String,
    #[serde(rename = "GoVersion")]
    pub go_version: String,
    #[serde(rename = "Os")]
    pub os: String,
    #[serde(rename = "Arch")]
    pub arch: String,
    #[serde(rename = "KernelVersion")]
    pub kernel_version: String,
    #[serde(rename = "BuildTime")]
    pub build_time: String,
    /// `containerd`, `runc`, `docker-init`: name, version, commit.
    #[serde(skip)]
    pub components: Vec<(String, String, String)>,
}

/// `docker info`, as far as the daemon tells it.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct Info {
    #[serde(rename = "ID")]
    pub id: String,
    #[serde(rename = "Containers")]
    pub containers: u64,
    #[serde(rename = "ContainersRunning")]
    pub containers_running: u64,
    #[serde(rename = "ContainersPaused")]
    pub containers_paused: u64,
    #[serde(rename = "ContainersStopped")]
    pub containers_stopped: u64,
    #[serde(rename = "Images")]
    pub images: u64,
    #[serde(rename = "Driver")]
    pub driver: String,
    #[serde(rename = "DriverStatus")]
    pub driver_status: Vec<(String, String)>,
    /// `Volume`, `Network`, `Log`: the plugins of each kind.
    #[serde(rename = "Plugins")]
    pub plugins: BTreeMap<String, Vec<String>>,
    #[serde(rename = "LoggingDriver")]
    pub logging_driver: String,
    #[serde(rename = "Debug")]
    pub debug: bool,
    /// Where the addresses of new networks come from, if the settings say so: bases and lengths of prefixes.
    #[serde(skip)]
    pub default_address_pools: Vec<(String, u32)>,
    /// Mirrors of the public registry.
    #[serde(skip)]
    pub mirrors: Vec<String>,
    /// Registries that need no encryption, by name or network.
    #[serde(skip)]
    pub insecure: Vec<String>,
    #[serde(rename = "CgroupDriver")]
    pub cgroup_driver: String,
    #[serde(rename = "CgroupVersion")]
    pub cgroup_version: String,
    #[serde(rename = "KernelVersion")]
    pub kernel_version: String,
    #[serde(rename = "OperatingSystem")]
    pub operating_system: String,
    #[serde(rename = "OSType")]
    pub os_type: String,
    #[serde(rename = "Architecture")]
    pub architecture: String,
    #[serde(rename = "NCPU")]
    pub ncpu: u64,
    #[serde(rename = "MemTotal")]
    pub mem_total: u64,
    #[serde(rename = "DockerRootDir")]
    pub docker_root_dir: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Labels")]
    pub labels: Vec<String>,
    #[serde(rename = "ServerVersion")]
    pub server_version: String,
    #[serde(rename = "DefaultRuntime")]
    pub default_runtime: String,
    #[serde(rename = "Runtimes")]
    pub runtimes: Vec<String>,
    #[serde(rename = "LiveRestoreEnabled")]
    pub live_restore_enabled: bool,
    #[serde(rename = "SecurityOptions")]
    pub security_options: Vec<String>,
    #[serde(rename = "Warnings")]
    pub warnings: Vec<String>,
    #[serde(rename = "SystemTime")]
    pub system_time: String,
    #[serde(rename = "IndexServerAddress")]
    pub index_server_address: String,
}

/// An entry of the build cache.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct BuildCacheEntry {
    #[serde(rename = "ID")]
    pub id: String,
    #[serde(rename = "Parents", skip_serializing_if = "nothing")]
    pub parents: Vec<String>,
    #[serde(rename = "Type")]
    pub kind: String,
    #[serde(rename = "Description")]
    pub description: String,
    /// Whether a build may write to it.
    #[serde(skip)]
    pub mutable: bool,
    #[serde(rename = "InUse")]
    pub in_use: bool,
    #[serde(rename = "Shared")]
    pub shared: bool,
    #[serde(rename = "Size")]
    pub size: i64,
    #[serde(rename = "CreatedAt")]
    pub created_at: String,
    #[serde(rename = "LastUsedAt")]
    pub last_used_at: String,
    #[serde(rename = "UsageCount")]
    pub usage_count: i64,
}

/// `docker system df`: lists with sizes and use counts filled in.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DiskUsage {
    /// Size of all image layers, each counted once.
    pub layers_size: i64,
    pub images: Vec<ImageSummary>,
    pub containers: Vec<ContainerSummary>,
    pub volumes: Vec<Volume>,
    pub build_cache: Vec<BuildCacheEntry>,
}

/// What an event is about.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Actor {
    #[serde(rename = "ID")]
    pub id: String,
    #[serde(rename = "Attributes")]
    pub attributes: BTreeMap<String, String>,
}

/// An event.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Event {
    /// The old API's name of the action; containers and images only.
    #[serde(skip_serializing_if = "nothing")]
    pub status: String,
    #[serde(skip_serializing_if = "nothing")]
    pub id: String,
    #[serde(skip_serializing_if = "nothing")]
    pub from: String,
    /// `container`, `image`, `volume`, `network`, `daemon`, `builder`.
    #[serde(rename = "Type")]
    pub kind: String,
    #[serde(rename = "Action")]
    pub action: String,
    #[serde(rename = "Actor")]
    pub actor: Actor,
    pub scope: String,
    /// Seconds since the epoch.
    pub time: i64,
    /// Nanoseconds since the epoch.
    #[serde(rename = "timeNano")]
    pub time_nano: i64,
}

/// Which events. Without `until` the stream never ends.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventsOptions {
    /// Nanoseconds since the epoch.
    pub since: Option<i64>,
    /// Nanoseconds since the epoch.
    pub until: Option<i64>,
    pub filters: Filters,
}
