//! Containers as the API shows them, and the requests about them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::config::Config;
use super::host_config::{HostConfig, Resources, RestartPolicy};
use super::network::{EndpointSettings, NetworkSettings};
use super::nothing;
use crate::engine::kept::Kept;

pub use super::process::{
    AttachOptions, ExecCreate, ExecInspect, ExecProcess, Frame, LogsOptions, Stream,
};

/// A request for a container.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ContainerCreate {
    /// Empty for a name made up by the daemon.
    pub name: String,
    /// Empty for the host's own.
    pub platform: String,
    pub config: Config,
    pub host_config: HostConfig,
    /// Network name to settings.
    pub networks: BTreeMap<String, EndpointSettings>,
}

/// What a creation gives.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Created {
    pub id: String,
    pub warnings: Vec<String>,
}

/// One run of a health check.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct HealthResult {
    pub start: String,
    pub end: String,
    pub exit_code: i64,
    pub output: String,
}

/// A container's health.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Health {
    /// `starting`, `healthy`, `unhealthy`.
    pub status: String,
    pub failing_streak: i64,
    pub log: Vec<HealthResult>,
}

/// A container's state, as its inspect shows it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainerState {
    pub status: String,
    pub running: bool,
    pub paused: bool,
    pub restarting: bool,
    #[serde(rename = "OOMKilled")]
    pub oom_killed: bool,
    pub dead: bool,
    pub pid: u32,
    pub exit_code: i64,
    pub error: String,
    pub started_at: String,
    pub finished_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health: Option<Health>,
}

/// Where an overlay's directories are.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GraphDriver {
    pub data: BTreeMap<String, String>,
    pub name: String,
}

/// Something mounted into a container.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MountPoint {
    #[serde(rename = "Type")]
    pub kind: String,
    #[serde(skip_serializing_if = "nothing")]
    pub name: String,
    pub source: String,
    pub destination: String,
    #[serde(skip_serializing_if = "nothing")]
    pub driver: String,
    pub mode: String,
    #[serde(rename = "RW")]
    pub rw: bool,
    pub propagation: String,
}

/// `docker inspect` of a container.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainerInspect {
    pub id: String,
    pub created: String,
    pub path: String,
    pub args: Vec<String>,
    pub state: ContainerState,
    pub image: String,
    pub resolv_conf_path: String,
    pub hostname_path: String,
    pub hosts_path: String,
    pub log_path: String,
    pub name: String,
    pub restart_count: i64,
    pub driver: String,
    pub platform: String,
    pub mount_label: String,
    pub process_label: String,
    pub app_armor_profile: String,
    #[serde(rename = "ExecIDs")]
    pub exec_ids: Option<Vec<String>>,
    pub host_config: HostConfig,
    pub graph_driver: GraphDriver,
    /// Only where asked for (`docker inspect -s`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_rw: Option<i64>,
    /// Likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_root_fs: Option<i64>,
    pub mounts: Vec<MountPoint>,
    pub config: Config,
    pub network_settings: NetworkSettings,
}

/// A port in a list of containers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize)]
pub struct PortSummary {
    #[serde(rename = "IP", skip_serializing_if = "nothing")]
    pub ip: String,
    #[serde(rename = "PrivatePort")]
    pub private_port: u16,
    #[serde(rename = "PublicPort", skip_serializing_if = "nothing")]
    pub public_port: u16,
    #[serde(rename = "Type")]
    pub kind: String,
}

/// A line of `docker ps`.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainerSummary {
    pub id: String,
    /// With a leading slash; links add more.
    pub names: Vec<String>,
    /// As the user named it; its id where that name now means another image.
    pub image: String,
    #[serde(rename = "ImageID")]
    pub image_id: String,
    /// Path and arguments, joined by spaces.
    pub command: String,
    /// Seconds since the epoch.
    pub created: i64,
    pub ports: Vec<PortSummary>,
    #[serde(skip_serializing_if = "nothing")]
    pub size_rw: i64,
    #[serde(skip_serializing_if = "nothing")]
    pub size_root_fs: i64,
    pub labels: BTreeMap<String, String>,
    /// `running`.
    pub state: String,
    /// `Up 5 seconds (healthy)`.
    pub status: String,
    pub network_mode: String,
    /// Network name to its end.
    pub networks: Kept<BTreeMap<String, EndpointSettings>>,
    pub mounts: Vec<MountPoint>,
}

/// What to list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ContainerListOptions {
    /// Stopped ones too.
    pub all: bool,
    /// The newest so many, whatever their state.
    pub limit: Option<usize>,
    /// Fill in sizes.
    pub size: bool,
    pub filters: super::filters::Filters,
}

/// How to stop.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StopOptions {
    /// None: the container's own.
    pub signal: Option<String>,
    /// Seconds; none: the container's own or 10; negative: for ever.
    pub timeout: Option<i64>,
}

/// How to remove.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RemoveOptions {
    /// Its anonymous volumes too.
    pub volumes: bool,
    /// The link so named, not the container.
    pub link: bool,
    /// Kill it if it runs.
    pub force: bool,
}

/// What to wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum WaitCondition {
    /// That it does not run; at once if it does not now.
    #[default]
    NotRunning,
    /// The next time it ends.
    NextExit,
    /// That it is removed.
    Removed,
}

/// What a wait gives.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WaitResult {
    /// The exit status.
    pub status: i64,
    /// Why the wait itself went wrong.
    pub error: Option<String>,
}

/// What `docker update` changes; none leaves a thing as it is.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct UpdateRequest {
    /// Fields that are not empty count.
    pub resources: Resources,
    pub restart_policy: Option<RestartPolicy>,
}

/// `docker top`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Top {
    pub titles: Vec<String>,
    pub processes: Vec<Vec<String>>,
}

/// Letters of `docker diff`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ChangeKind {
    Changed,
    Added,
    Deleted,
}

/// A line of `docker diff`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Change {
    pub path: String,
    pub kind: ChangeKind,
}

/// One sample of `docker stats`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Stats {
    pub id: String,
    /// Without a slash.
    pub name: String,
    /// When it was taken, in nanoseconds since the epoch.
    pub read: i64,
    /// Processor time used since the container was started, in nanoseconds.
    pub cpu: i64,
    pub memory: u64,
    pub memory_limit: u64,
    pub net_rx: u64,
    pub net_tx: u64,
    pub block_read: u64,
    pub block_write: u64,
    pub pids: u64,
    /// Whether the container runs; otherwise the rest is 0.
    pub running: bool,
}

/// What a path in a container is (`docker cp`).
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PathStat {
    pub name: String,
    pub size: u64,
    /// `st_mode`.
    pub mode: u32,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
    /// For a symbolic link: the path that it leads to within the container.
    pub link_target: String,
}

/// How an archive is unpacked into a container.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ArchivePut {
    /// Refuse to put a directory in a file's place, and the reverse.
    pub no_overwrite_dir_non_dir: bool,
    /// Keep the archive's owners (`docker cp -a`).
    pub copy_uid_gid: bool,
}

/// How a container becomes an image.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CommitOptions {
    /// `name[:tag]`, or empty.
    pub reference: String,
    pub comment: String,
    pub author: String,
    /// Dockerfile instructions.
    pub changes: Vec<String>,
    pub pause: bool,
}

/// What a prune of containers took.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainersPruned {
    pub containers_deleted: Vec<String>,
    pub space_reclaimed: u64,
}
