//! What `docker info` has for templates and JSON: the engine's facts and the client's, with the names,
//! the order and the types of the Engine API. The screen for people is in `info`.

use crate::docker::template::types::{Def, Type};
use crate::engine::api::system::Info;
use serde_json::{Map, Value, json};

const STRINGS: Type = Type::List(&Type::Text, "[]string");

/// A field whose name is the same in Go and in JSON.
const fn same(name: &'static str, of: Type) -> (&'static str, &'static str, Type) {
    (name, name, of)
}

/// `system.dockerInfo`: the engine's `system.Info`, and what the client adds.
pub static TYPE: Type = Type::Struct(&INFO);

static INFO: Def = Def {
    name: "system.dockerInfo",
    fields: &[
        same("ID", Type::Text),
        same("Containers", Type::Int),
        same("ContainersRunning", Type::Int),
        same("ContainersPaused", Type::Int),
        same("ContainersStopped", Type::Int),
        same("Images", Type::Int),
        same("Driver", Type::Text),
        same("DriverStatus", Type::List(&STRINGS, "[][2]string")),
        same("SystemStatus", Type::List(&STRINGS, "[][2]string")),
        same("Plugins", Type::Struct(&PLUGINS)),
        same("MemoryLimit", Type::Bool),
        same("SwapLimit", Type::Bool),
        same("KernelMemory", Type::Bool),
        same("KernelMemoryTCP", Type::Bool),
        ("CPUCfsPeriod", "CpuCfsPeriod", Type::Bool),
        ("CPUCfsQuota", "CpuCfsQuota", Type::Bool),
        same("CPUShares", Type::Bool),
        same("CPUSet", Type::Bool),
        same("PidsLimit", Type::Bool),
        same("IPv4Forwarding", Type::Bool),
        same("Debug", Type::Bool),
        same("NFd", Type::Int),
        same("OomKillDisable", Type::Bool),
        same("NGoroutines", Type::Int),
        same("SystemTime", Type::Text),
        same("LoggingDriver", Type::Text),
        same("CgroupDriver", Type::Text),
        same("CgroupVersion", Type::Text),
        same("NEventsListener", Type::Int),
        same("KernelVersion", Type::Text),
        same("OperatingSystem", Type::Text),
        same("OSVersion", Type::Text),
        same("OSType", Type::Text),
        same("Architecture", Type::Text),
        same("IndexServerAddress", Type::Text),
        same("RegistryConfig", Type::Pointer(&REGISTRY)),
        same("NCPU", Type::Int),
        same("MemTotal", Type::Int),
        same("GenericResources", Type::List(&Type::Any, "[]swarm.GenericResource")),
        same("DockerRootDir", Type::Text),
        ("HTTPProxy", "HttpProxy", Type::Text),
        ("HTTPSProxy", "HttpsProxy", Type::Text),
        same("NoProxy", Type::Text),
        same("Name", Type::Text),
        same("Labels", STRINGS),
        same("ExperimentalBuild", Type::Bool),
        same("ServerVersion", Type::Text),
        same("Runtimes", Type::Map(&Type::Any, "map[string]system.RuntimeWithStatus")),
        same("DefaultRuntime", Type::Text),
        same("Swarm", Type::Struct(&SWARM)),
        same("LiveRestoreEnabled", Type::Bool),
        same("Isolation", Type::Text),
        same("InitBinary", Type::Text),
        same("ContainerdCommit", Type::Struct(&COMMIT)),
        same("RuncCommit", Type::Struct(&COMMIT)),
        same("InitCommit", Type::Struct(&COMMIT)),
        same("SecurityOptions", STRINGS),
        same("ProductLicense", Type::Text),
        same("DefaultAddressPools", Type::List(&Type::Any, "[]system.NetworkAddressPool")),
        same("FirewallBackend", Type::Any),
        same("CDISpecDirs", STRINGS),
        same("DiscoveredDevices", Type::List(&Type::Any, "[]system.DeviceInfo")),
        same("Containerd", Type::Any),
        same("Warnings", STRINGS),
        same("ServerErrors", STRINGS),
        same("ClientInfo", Type::Pointer(&CLIENT)),
    ],
    ..Def::PLAIN
};
static PLUGINS: Def = Def {
    name: "system.PluginsInfo",
    fields: &[
        same("Volume", STRINGS),
        same("Network", STRINGS),
        same("Authorization", STRINGS),
        same("Log", STRINGS),
    ],
    ..Def::PLAIN
};
static REGISTRY: Def = Def {
    name: "registry.ServiceConfig",
    fields: &[
        ("InsecureRegistryCIDRs", "InsecureRegistryCIDRs", STRINGS),
        ("IndexConfigs", "IndexConfigs", Type::Map(&Type::Any, "map[string]*registry.IndexInfo")),
        ("Mirrors", "Mirrors", STRINGS),
    ],
    ..Def::PLAIN
};
static SWARM: Def = Def {
    name: "swarm.Info",
    fields: &[
        same("NodeID", Type::Text),
        same("NodeAddr", Type::Text),
        same("LocalNodeState", Type::Text),
        same("ControlAvailable", Type::Bool),
        same("Error", Type::Text),
        same("RemoteManagers", Type::List(&Type::Any, "[]swarm.Peer")),
    ],
    ..Def::PLAIN
};
static COMMIT: Def = Def { name: "system.Commit", fields: &[same("ID", Type::Text)], ..Def::PLAIN };
static CLIENT: Def = Def {
    name: "system.clientInfo",
    fields: &[
        same("Debug", Type::Bool),
        same("Version", Type::Text),
        same("DefaultAPIVersion", Type::Text),
        same("GitCommit", Type::Text),
        same("GoVersion", Type::Text),
        same("Os", Type::Text),
        same("Arch", Type::Text),
        same("BuildTime", Type::Text),
        same("Context", Type::Text),
        same("Plugins", Type::List(&Type::Any, "[]manager.Plugin")),
        same("Warnings", STRINGS),
    ],
    ..Def::PLAIN
};

/// What a daemon without work has open, and how many routines it has.
pub const FILES: u32 = 22;
/// How many routines a daemon without work has.
pub const ROUTINES: u32 = 39;

/// The networks whose registries need no encryption, those that are always among them at the end.
pub fn insecure_networks(info: &Info) -> Vec<&str> {
    let given = info.insecure.iter().map(String::as_str).filter(|r| is_network(r));
    given.chain(["::1/128", "127.0.0.0/8"]).collect()
}

/// The registries, by name, that need no encryption.
pub fn insecure_names(info: &Info) -> Vec<&str> {
    let mut names: Vec<&str> =
        info.insecure.iter().map(String::as_str).filter(|r| !is_network(r)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn is_network(registry: &str) -> bool {
    registry.split_once('/').is_some_and(|(address, bits)| {
        let most = match address.parse::<std::net::IpAddr>() {
            Ok(a) if a.is_ipv4() => 32,
            Ok(_) => 128,
            Err(_) => return false,
        };
        bits.parse::<u8>().is_ok_and(|b| b <= most)
    })
}

fn registries(info: &Info) -> Value {
    let index = |name: &str, mirrors: &[String], official: bool| json!({"Mirrors": mirrors, "Name": name, "Official": official, "Secure": official});
    let mut all =
        std::collections::BTreeMap::from([("docker.io", index("docker.io", &info.mirrors, true))]);
    all.extend(insecure_names(info).into_iter().map(|name| (name, index(name, &[], false))));
    let mirrors = if info.mirrors.is_empty() { Value::Null } else { json!(info.mirrors) };
    json!({
        "IndexConfigs": all, "InsecureRegistryCIDRs": insecure_networks(info), "Mirrors": mirrors
    })
}

/// The engine's facts as the API gives them, in its order; `commits` are those of containerd, runc and
/// docker-init.
pub fn engine(info: &Info, commits: [&str; 3]) -> Map<String, Value> {
    let kind = |k: &str| json!(info.plugins.get(k));
    let runtime = |name: &String| (name.clone(), json!({"path": "runc"}));
    let runtimes: Map<String, Value> = info.runtimes.iter().map(runtime).collect();
    let list = |items: &Vec<String>| if items.is_empty() { Value::Null } else { json!(items) };
    let first = json!({
        "ID": info.id, "Containers": info.containers, "ContainersRunning": info.containers_running,
        "ContainersPaused": info.containers_paused, "ContainersStopped": info.containers_stopped,
        "Images": info.images, "Driver": info.driver, "DriverStatus": info.driver_status,
        "Plugins": {"Volume": kind("Volume"), "Network": kind("Network"), "Authorization": null,
            "Log": kind("Log")},
        "MemoryLimit": true, "SwapLimit": true, "CpuCfsPeriod": true, "CpuCfsQuota": true,
        "CPUShares": true, "CPUSet": true, "PidsLimit": true, "IPv4Forwarding": true, "Debug": info.debug,
        "NFd": FILES, "OomKillDisable": false, "NGoroutines": ROUTINES, "SystemTime": info.system_time,
        "LoggingDriver": info.logging_driver, "CgroupDriver": info.cgroup_driver,
        "CgroupVersion": info.cgroup_version, "NEventsListener": 0, "KernelVersion": info.kernel_version,
        "OperatingSystem": info.operating_system, "OSVersion": "", "OSType": info.os_type,
        "Architecture": info.architecture, "IndexServerAddress": info.index_server_address,
    });
    let second = json!({
        "RegistryConfig": registries(info),
        "NCPU": info.ncpu, "MemTotal": info.mem_total, "GenericResources": null,
        "DockerRootDir": info.docker_root_dir, "HttpProxy": "", "HttpsProxy": "", "NoProxy": "",
        "Name": info.name, "Labels": info.labels, "ExperimentalBuild": false,
        "ServerVersion": info.server_version, "Runtimes": runtimes,
        "DefaultRuntime": info.default_runtime,
        "Swarm": {"NodeID": "", "NodeAddr": "", "LocalNodeState": "inactive",
            "ControlAvailable": false, "Error": "", "RemoteManagers": null},
    });
    let third = json!({
        "LiveRestoreEnabled": info.live_restore_enabled, "Isolation": "", "InitBinary": "docker-init",
        "ContainerdCommit": {"ID": commits[0]}, "RuncCommit": {"ID": commits[1]},
        "InitCommit": {"ID": commits[2]}, "SecurityOptions": info.security_options,
        "FirewallBackend": {"Driver": "iptables"}, "CDISpecDirs": ["/etc/cdi", "/var/run/cdi"],
        "Containerd": {"Address": "/run/containerd/containerd.sock",
            "Namespaces": {"Containers": "moby", "Plugins": "plugins.moby"}},
        "Warnings": list(&info.warnings)
    });
    let pool = |(base, size): &(String, u32)| json!({"Base": base, "Size": size});
    let pools = info.default_address_pools.iter().map(pool).collect::<Vec<_>>();
    let fourth = match pools.is_empty() {
        true => json!({}),
        false => json!({"DefaultAddressPools": pools}),
    };
    let parts = [first, second, third, fourth];
    parts
        .iter()
        .filter_map(Value::as_object)
        .flatten()
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect()
}
