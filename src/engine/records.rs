//! Smaller records of what the daemon remembers: volumes, networks, its settings.

use super::api::host_config::{Strings, Ulimit};
use super::api::network::{Ipam, IpamPool};
use super::networks::subnet::is_six;

/// A volume.
#[derive(Clone, Debug)]
pub struct Volume {
    /// Its name.
    pub name: String,
    /// Its driver: `local`, or the plugin's name.
    pub driver: String,
    /// Where a plugin shows it; for local ones it follows from the name.
    pub path: String,
    /// Nanoseconds since the epoch.
    pub created: i64,
    /// Labels; none where it was made by the way of a mount.
    pub labels: Option<Strings>,
    /// Driver options.
    pub options: Option<Strings>,
    /// Made up for a container.
    pub anonymous: bool,
    /// The host mount over `_data` while containers use it (driver options), and how many do.
    pub mounted: Option<(u32, u32)>,
    /// The file system that this mount made.
    pub sb: Option<u32>,
}

/// A container's hold on a volume.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Hold {
    /// It has one.
    #[default]
    Taken,
    /// It takes one when it starts.
    AtStart,
    /// It has given it back, until the daemon starts anew.
    GivenBack,
}

/// Whose settings a network has.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Template {
    /// Its own.
    #[default]
    Own,
    /// It is nothing but settings for others.
    Only,
    /// Those of the network of that name.
    From(String),
}

/// A network.
#[derive(Clone, Debug)]
pub struct NetworkRecord {
    /// Its name.
    pub name: String,
    /// 64 hexadecimal digits.
    pub id: String,
    /// Nanoseconds since the epoch.
    pub created: i64,
    /// `bridge`, `host`, `null`.
    pub driver: String,
    /// Addresses.
    pub ipam: Ipam,
    /// The pools that were asked for. A gateway that the bridge took for itself in one is not shown.
    pub asked: Vec<IpamPool>,
    /// No way out.
    pub internal: bool,
    /// Containers may attach by themselves.
    pub attachable: bool,
    /// Whether it gives out addresses of IPv4.
    pub ipv4: bool,
    /// Likewise of IPv6.
    pub ipv6: bool,
    /// Driver options.
    pub options: Strings,
    /// Labels.
    pub labels: Strings,
    /// The wire that the kernel knows it by.
    pub link: u64,
    /// Whose settings it has.
    pub template: Template,
}

impl NetworkRecord {
    /// Its pool of IPv4 or of IPv6.
    pub fn pool(&self, six: bool) -> Option<&IpamPool> {
        self.ipam.config.iter().find(|p| is_six(&p.subnet) == six)
    }
}

/// Settings of the daemon, from its file.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The log driver of containers that ask for none; `json-file` where empty.
    pub log_driver: String,
    /// Its options.
    pub log_options: Strings,
    /// Containers run on while the daemon does not.
    pub live_restore: bool,
    /// More is told of what it does.
    pub debug: bool,
    /// Labels of the daemon.
    pub labels: Vec<String>,
    /// Addresses of the mirrors of the public registry.
    pub mirrors: Vec<String>,
    /// Registries, by name or network, that need no encryption.
    pub insecure: Vec<String>,
    /// Limits of containers that name none of their own.
    pub ulimits: Vec<Ulimit>,
    /// Bytes of /dev/shm of containers that ask for no size; 0 for the usual.
    pub shm_size: i64,
    /// Containers have a small init as their first process.
    pub init: bool,
    /// No program in a container gets more rights than who starts it has.
    pub no_new_privs: bool,
    /// Whose shared memory containers see that do not say; the usual where empty.
    pub ipc_mode: String,
    /// Whose control groups they see.
    pub cgroupns_mode: String,
    /// What runs them; `runc` where empty.
    pub runtime: String,
    /// Other names of what can run them.
    pub runtimes: Vec<String>,
    /// Name servers of containers that name none.
    pub dns: Vec<String>,
    /// Options of their resolvers.
    pub dns_options: Vec<String>,
    /// Domains that they look in.
    pub dns_search: Vec<String>,
    /// Address of the default bridge with the length of its prefix; the usual where empty.
    pub bip: String,
    /// Whether containers on the default bridge reach each other; yes where nothing is said.
    pub icc: Option<bool>,
    /// Whether they reach the world under the host's address; yes where nothing is said.
    pub ip_masq: Option<bool>,
    /// Its largest packet in bytes; the usual where nothing is said.
    pub mtu: Option<i64>,
    /// Where new networks' addresses come from, and the length of their prefixes; the usual where empty.
    pub pools: Vec<(String, u32)>,
}
