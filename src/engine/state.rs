//! All that the daemon remembers, as plain data: cloning it forks the daemon.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::kernel::Pid;
use crate::vfs::Loc;

use super::api::config::Config;
use super::api::container::HealthResult;
use super::api::host_config::{HostConfig, MountRequest};
use super::api::network::EndpointSettings;
use super::api::system::Event;
use super::build::cache::Cache;
use super::containers::map::Containers;
use super::images::store::Store;
use super::kept::Kept;
use super::losses::Loss;

pub use super::records::{Hold, NetworkRecord, Settings, Volume};
pub use super::task::{Attached, ProcessSpec, Task, TaskId};

/// A container's life.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Phase {
    Created,
    Running,
    Paused,
    Restarting,
    Removing,
    Exited,
    Dead,
}

impl Phase {
    /// The API's word.
    pub fn word(self) -> &'static str {
        match self {
            Phase::Created => "created",
            Phase::Running => "running",
            Phase::Paused => "paused",
            Phase::Restarting => "restarting",
            Phase::Removing => "removing",
            Phase::Exited => "exited",
            Phase::Dead => "dead",
        }
    }
}

/// What becomes of mounts below the source of a bind (`bind-recursive`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Below {
    /// They come along, read-only where it is.
    #[default]
    Alike,
    /// They come along as they are.
    Unchanged,
    /// They stay behind.
    Left,
}

/// What is mounted into a container.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A volume.
    Volume {
        /// Its name.
        name: String,
        /// Its driver.
        driver: String,
        /// The directory in it that is shown.
        subpath: String,
        /// Whether the image's files are not to be copied into it.
        no_copy: bool,
        /// Whether it was asked for by name, and not made up here: then it stays when the container goes.
        named: bool,
    },
    /// A path of the host.
    Bind {
        /// The path.
        path: String,
        /// `rprivate` and the like.
        propagation: String,
        /// Whether a missing directory is made.
        create: bool,
        /// What becomes of mounts below it.
        below: Below,
    },
    /// Memory.
    Tmpfs {
        /// Bytes; none for half of the host's memory.
        size: Option<u64>,
        /// Mode of its root; none for the one of the directory below it.
        mode: Option<u32>,
        /// Options as `/proc/mounts` shows them.
        options: String,
    },
    /// An image's files, read-only.
    Image {
        /// The image as it was named.
        name: String,
        /// Its id.
        id: String,
        /// The directory in it that is shown.
        subpath: String,
    },
}

/// A mount of a container.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mount {
    /// Where in the container.
    pub destination: String,
    /// Writable.
    pub rw: bool,
    /// The options as `-v` had them.
    pub mode: String,
    /// What.
    pub source: Source,
    /// As it was asked for; empty for a volume that was made up.
    pub asked: MountRequest,
    /// Whether the container's hold keeps the volume from being removed.
    pub hold: Hold,
}

/// What becomes of a container once it has ended, beside what its policies say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Then {
    /// Nothing.
    #[default]
    Rest,
    /// It starts again.
    Start,
    /// That was tried.
    Started(super::Result<()>),
    /// It goes.
    Remove {
        /// With the volumes that were made up for it.
        volumes: bool,
    },
}

/// What exists only while a container runs.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its shim's process.
    pub shim: Pid,
    /// Mount namespace and root.
    pub mnt: u32,
    /// `/` in there.
    pub root: Loc,
    /// The namespaces of processes, host names and messages, and which of them are its own.
    pub shared: super::run::shared::Shared,
    /// Network namespace; the host's where `None`.
    pub net: Option<u32>,
    /// Whether that ends with it.
    pub own_net: bool,
    /// File systems that end with it: overlay, proc, tmpfs.
    pub supers: Vec<u32>,
    /// The one of them that is proc.
    pub proc_sb: u32,
    /// The one of them that is sys.
    pub sys_sb: u32,
    /// Control group.
    pub cgroup: u32,
    /// How many of its processes killed for want of memory were told of.
    pub ooms: u64,
    /// Tmpfs mounts: destination and root, to see what is lost.
    pub tmpfs: Vec<(String, crate::vfs::NodeId)>,
    /// The mount of `merged` on the host.
    pub merged: Option<u32>,
    /// Volumes that it uses, once for each mount.
    pub volumes: Vec<String>,
}

/// Where a health check stands.
#[derive(Clone, Debug, Default)]
pub struct HealthState {
    /// `starting`, `healthy`, `unhealthy`.
    pub status: String,
    /// Failures in a row.
    pub streak: i64,
    /// The last five runs.
    pub log: VecDeque<HealthResult>,
    /// When the next one begins.
    pub next: i64,
    /// The exec that runs now, when it began, and when it is too late.
    pub probe: Option<(String, i64, i64)>,
}

/// A container.
#[derive(Clone, Debug)]
pub struct Container {
    /// 64 hexadecimal digits.
    pub id: String,
    /// Without a slash.
    pub name: String,
    /// Nanoseconds since the epoch.
    pub created: i64,
    /// First word of its command line.
    pub path: String,
    /// The others.
    pub args: Vec<String>,
    /// Configuration, the image's merged in.
    pub config: Kept<Config>,
    /// What ties it to the host.
    pub host: Kept<HostConfig>,
    /// Its image's id.
    pub image: String,
    /// The chain of layers below its writable one.
    pub chain: Option<String>,
    /// Its writable layer's directory under `overlay2`.
    pub layer: String,
    /// By destination.
    pub mounts: BTreeMap<String, Mount>,
    /// Its life.
    pub phase: Phase,
    /// Whether a process of the last run was killed for want of memory.
    pub oom_killed: bool,
    /// Exit status of the last run; 0 while it runs.
    pub exit_code: i64,
    /// Exit status of the last run that has ended.
    pub last_code: i64,
    /// Why the last start failed.
    pub error: String,
    /// When it last started.
    pub started: Option<i64>,
    /// When it last ended.
    pub finished: Option<i64>,
    /// Ends without a success in a row under its restart policy.
    pub restarts: i64,
    /// When the restart policy starts it again.
    pub restart_at: Option<i64>,
    /// The wait before that.
    pub backoff: i64,
    /// A stop is under way: its event comes with the end.
    pub stopping: bool,
    /// When it is killed if it has not ended by then.
    pub kill_at: Option<i64>,
    /// What somebody asked for who may have gone in the meantime.
    pub then: Then,
    /// Stopped by a person: `unless-stopped` and `always` let it be.
    pub stopped_by_hand: bool,
    /// How often it has ended, for who waits for the next time.
    pub ends: u64,
    /// Its shim, which outlives a run under a restart policy.
    pub shim: Option<Pid>,
    /// While it runs.
    pub run: Option<Run>,
    /// Its first process.
    pub task: Task,
    /// Execs that run in it.
    pub execs: BTreeSet<String>,
    /// Network name to its end.
    pub networks: Kept<BTreeMap<String, EndpointSettings>>,
    /// The sandbox's id.
    pub sandbox: String,
    /// Host ports given while it runs: `80/tcp` to addresses and ports.
    pub ports: BTreeMap<String, Vec<(String, u16)>>,
    /// Health, where it is checked.
    pub health: Option<HealthState>,
    /// Somebody waits, or has waited, for its end.
    pub waited: bool,
    /// Bytes of the log written since it was rotated.
    pub log_size: u64,
    /// A build's: no list shows it, no event tells of it.
    pub hidden: bool,
    /// Whoever removes it when it ends (`--rm`) is to record this as the cause.
    pub cause: String,
}

impl Container {
    /// A container that has nothing yet but its configuration.
    pub fn new(id: &str, now: i64, config: Config, host: HostConfig, layer: String) -> Container {
        Container {
            id: id.to_string(),
            name: String::new(),
            created: now,
            path: String::new(),
            args: Vec::new(),
            config: config.into(),
            host: host.into(),
            image: String::new(),
            chain: None,
            layer,
            mounts: BTreeMap::new(),
            phase: Phase::Created,
            oom_killed: false,
            exit_code: 0,
            last_code: 0,
            error: String::new(),
            started: None,
            finished: None,
            restarts: 0,
            restart_at: None,
            backoff: 0,
            stopping: false,
            kill_at: None,
            then: Then::Rest,
            stopped_by_hand: false,
            ends: 0,
            shim: None,
            run: None,
            task: Task::default(),
            execs: BTreeSet::new(),
            networks: BTreeMap::new().into(),
            sandbox: String::new(),
            ports: BTreeMap::new(),
            health: None,
            waited: false,
            log_size: 0,
            hidden: false,
            cause: String::new(),
        }
    }
}

/// A command run in a container.
#[derive(Clone, Debug)]
pub struct Exec {
    /// 64 hexadecimal digits.
    pub id: String,
    /// The container.
    pub container: String,
    /// What was asked for.
    pub request: super::api::container::ExecCreate,
    /// Whether it was started.
    pub started: bool,
    /// Its process.
    pub task: Task,
    /// Belongs to a health check: not told of in events as others are.
    pub output: Option<Vec<u8>>,
}

/// The daemon.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// By id.
    pub containers: Containers,
    /// Name to container id.
    pub names: BTreeMap<String, String>,
    /// By name.
    pub volumes: BTreeMap<String, Volume>,
    /// By id.
    pub networks: BTreeMap<String, NetworkRecord>,
    /// Images and layers.
    pub images: Store,
    /// By id.
    pub execs: BTreeMap<String, Exec>,
    /// By number.
    pub attached: BTreeMap<u64, Attached>,
    /// The last 256.
    pub events: VecDeque<Event>,
    /// How many events there have been.
    pub event_count: u64,
    /// Plugins by id.
    pub plugins: BTreeMap<String, super::plugins::Plugin>,
    /// The build cache.
    pub cache: Cache,
    /// The last ones.
    pub losses: VecDeque<Loss>,
    /// Exit status of containers and execs that are gone, for who still waits: the last ones, by id.
    pub ended: VecDeque<(String, i64)>,
    /// What programs of the host that the daemon ran have said, by number, until it is fetched.
    pub answers: BTreeMap<u64, Option<super::containers::top::Answer>>,
    /// When the newest container was made, in nanoseconds since the epoch: no two are made at once.
    pub newest: i64,
    /// For numbers never used twice.
    pub next: u64,
    /// The condition signalled on every change that someone may wait for.
    pub cond: u64,
    /// A condition that nothing ever signals: what the daemon's process waits for.
    pub never: u64,
    /// Whether the daemon runs.
    pub up: bool,
    /// The daemon's process.
    pub daemon: Option<Pid>,
    /// Since when, in nanoseconds since the epoch.
    pub up_since: i64,
    /// Whether its last start failed.
    pub failed: bool,
    /// Whether it is not started with the machine.
    pub disabled: bool,
    /// What it has told the system's journal: time and line.
    pub journal: VecDeque<(i64, String)>,
    /// Its settings.
    pub settings: Settings,
    /// The daemon's own id.
    pub engine_id: String,
}

impl State {
    /// A number never given before.
    pub fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}
