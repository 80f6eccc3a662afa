//! What ties a container to its host, from the flags of `run` and `create`.

use super::config::Portable;
use crate::docker::cli::Cli;
use crate::docker::flags::matches::to_map;
use crate::docker::flags::{Matches, check};
use crate::docker::opts::mount::{self, MountSpec, absolute};
use crate::docker::opts::{capability, device, gpus, network, restart};
use crate::engine::api::List;
use crate::engine::api::host_config::{
    BindOptions, DriverConfig, HostConfig, ImageOptions, LogConfig, MountRequest, PortBinding,
    Resources, RestartPolicy, TmpfsOptions, Ulimit, VolumeOptions,
};
use crate::golang::json;
use crate::golang::quote::quote;
use crate::golang::units::ram_bytes;
use std::cell::LazyCell;
use std::collections::BTreeMap;

/// From the flags.
pub fn build(cli: &Cli, m: &Matches, portable: &Portable) -> Result<HostConfig, String> {
    let some = |values: &[String]| Some(values.to_vec()).filter(|v| !v.is_empty());
    let mode = |flag: &str, ok: fn(&str) -> bool, said: &str| {
        let value = m.text(flag);
        if ok(value) {
            Ok(value.to_string())
        } else {
            Err(format!("--{flag}: invalid {said} mode"))
        }
    };
    let container = |v: &str| v.strip_prefix("container:").is_some_and(|id| !id.is_empty());
    let pid = m.text("pid");
    if !(pid.is_empty() || pid == "host" || container(pid)) {
        return Err("--pid: invalid PID mode".to_string());
    }
    let uts_mode = mode("uts", |v| v.is_empty() || v == "host", "UTS")?;
    let userns_mode = mode("userns", |v| v.is_empty() || v == "host", "USER")?;
    let cgroupns_mode = mode("cgroupns", |v| matches!(v, "" | "host" | "private"), "CGROUP")?;
    let (name, maximum_retry_count) = restart::parse(m.text("restart"))?;
    let driver = m.text("log-driver");
    let log_opts = m.list("log-opt");
    if driver == "none" && !log_opts.is_empty() {
        return Err(format!("invalid logging opts for driver {driver}"));
    }
    let (security_opt, unconfined) = security(cli, m.list("security-opt"))?;
    if m.on("rm") && !matches!(name.as_str(), "" | "no") {
        return Err("conflicting options: cannot specify both --restart and --rm".to_string());
    }
    let mut storage_opt = BTreeMap::new();
    for option in m.list("storage-opt") {
        let Some((key, value)) = option.split_once('=') else {
            return Err("invalid storage option".to_string());
        };
        storage_opt.insert(key.to_string(), value.to_string());
    }
    let mut tmpfs = BTreeMap::new();
    for value in m.list("tmpfs") {
        let (path, options) = value.split_once(':').unwrap_or((value, ""));
        tmpfs.insert(path.to_string(), options.to_string());
    }
    let cwd = LazyCell::new(|| cli.p.cwd());
    let mut mounts = Vec::new();
    for value in m.list("mount") {
        mounts.push(request(mount::parse(value)?, &cwd));
    }
    let port_bindings = portable
        .published
        .iter()
        .map(|(port, all)| {
            let all = all.iter().map(|b| PortBinding {
                host_ip: b.host_ip.clone(),
                host_port: b.host_port.clone(),
            });
            (port.clone(), all.collect())
        })
        .collect();
    let first = m.list("network").first().or(m.list("net").first());
    let network_mode = match first {
        Some(value) => network::parse(value)?.target,
        None => "default".to_string(),
    };
    let cap = |flag: &str| capability::names(m.list(flag));
    let (cap_add, cap_drop) = (cap("cap-add"), cap("cap-drop"));
    let dns_options = [m.list("dns-option"), m.list("dns-opt")].concat();
    let (columns, rows) = cli.size(1).unwrap_or((0, 0));
    Ok(HostConfig {
        binds: some(&portable.binds),
        container_id_file: m.text("cidfile").to_string(),
        log_config: LogConfig { kind: driver.to_string(), config: to_map(log_opts) },
        network_mode,
        port_bindings,
        restart_policy: RestartPolicy { name, maximum_retry_count },
        auto_remove: m.on("rm"),
        volume_driver: m.text("volume-driver").to_string(),
        volumes_from: some(m.list("volumes-from")),
        console_size: [rows, columns],
        annotations: m.map("annotation"),
        cap_add: some(&cap_add),
        cap_drop: some(&cap_drop),
        cgroupns_mode,
        dns: m.list("dns").to_vec().into(),
        dns_options: dns_options.into(),
        dns_search: m.list("dns-search").to_vec().into(),
        extra_hosts: some(m.list("add-host")),
        group_add: some(m.list("group-add")),
        ipc_mode: m.text("ipc").to_string(),
        links: some(m.list("link")),
        oom_score_adj: m.number("oom-score-adj"),
        pid_mode: pid.to_string(),
        privileged: m.on("privileged"),
        publish_all_ports: m.on("publish-all"),
        readonly_rootfs: m.on("read-only"),
        security_opt,
        tmpfs,
        uts_mode,
        userns_mode,
        shm_size: m.number("shm-size"),
        storage_opt,
        isolation: m.text("isolation").to_string(),
        sysctls: m.map("sysctl"),
        runtime: m.text("runtime").to_string(),
        resources: resources(cli, m)?,
        mounts,
        masked_paths: unconfined.then(Vec::new),
        readonly_paths: unconfined.then(Vec::new),
        init: Some(m.on("init")).filter(|_| m.given("init")),
        ..HostConfig::default()
    })
}

/// The limits of `--ulimit`; of each name the last one counts.
pub fn ulimits(m: &Matches) -> Result<Vec<Ulimit>, String> {
    let mut all: BTreeMap<String, Ulimit> = BTreeMap::new();
    for value in m.list("ulimit") {
        let (name, soft, hard) = check::ulimit(value)?;
        all.insert(name.clone(), Ulimit { name, hard, soft });
    }
    Ok(all.into_values().collect())
}

fn resources(cli: &Cli, m: &Matches) -> Result<Resources, String> {
    let mut devices = Vec::new();
    for spec in m.list("device") {
        // What makes a device depends on the engine's system.
        if cli.ping().is_err() {
            return Err("unknown server OS: ".to_string());
        }
        devices.push(device::parse(spec)?);
    }
    let gpus = gpus::requests(m.list("gpus"))?;
    let rates = |flag: &str, what: &str| -> List<serde_json::Value> {
        let rate = |text: &str| match what {
            "Rate" => ram_bytes(text).unwrap_or_default(),
            _ => text.parse().unwrap_or_default(),
        };
        let pairs = m.list(flag).iter().filter_map(|v| v.rsplit_once(':'));
        let each = pairs.map(|(path, n)| serde_json::json!({"Path": path, what: rate(n)}));
        each.collect::<Vec<_>>().into()
    };
    Ok(Resources {
        devices: devices.into(),
        device_requests: Some(gpus).filter(|g| !g.is_empty()),
        device_cgroup_rules: Some(m.list("device-cgroup-rule").to_vec()).filter(|r| !r.is_empty()),
        blkio_weight_device: rates("blkio-weight-device", "Weight"),
        blkio_device_read_bps: rates("device-read-bps", "Rate"),
        blkio_device_write_bps: rates("device-write-bps", "Rate"),
        blkio_device_read_iops: rates("device-read-iops", "Rate"),
        blkio_device_write_iops: rates("device-write-iops", "Rate"),
        cpu_realtime_period: m.number("cpu-rt-period"),
        cpu_realtime_runtime: m.number("cpu-rt-runtime"),
        cpu_shares: m.number("cpu-shares"),
        memory: m.number("memory"),
        nano_cpus: m.number("cpus"),
        cgroup_parent: m.text("cgroup-parent").to_string(),
        blkio_weight: u16::try_from(m.number("blkio-weight")).unwrap_or(0),
        cpu_period: m.number("cpu-period"),
        cpu_quota: m.number("cpu-quota"),
        cpuset_cpus: m.text("cpuset-cpus").to_string(),
        cpuset_mems: m.text("cpuset-mems").to_string(),
        memory_reservation: m.number("memory-reservation"),
        memory_swap: m.number("memory-swap"),
        memory_swappiness: Some(m.number("memory-swappiness")).filter(|n| *n != -1),
        oom_kill_disable: m.on("oom-kill-disable"),
        pids_limit: Some(m.number("pids-limit")).filter(|n| *n != 0),
        ulimits: ulimits(m)?.into(),
        ..Resources::default()
    })
}

/// `--security-opt`, checked; whether all system paths are to be open is told apart.
fn security(cli: &Cli, options: &[String]) -> Result<(Option<Vec<String>>, bool), String> {
    let (mut kept, mut unconfined) = (Vec::new(), false);
    for option in options {
        let pair = option.split_once('=').or_else(|| option.split_once(':'));
        let bare = pair.map_or(option.as_str(), |(name, _)| name) == "no-new-privileges";
        if !bare && pair.is_none_or(|(_, v)| v.is_empty()) {
            return Err(format!("Invalid --security-opt: {}", quote(option)));
        }
        match pair {
            Some(("seccomp", "builtin" | "unconfined")) => kept.push(option.clone()),
            Some(("seccomp", file)) => {
                let failed = |e: String| format!("opening seccomp profile ({file}) failed: {e}");
                let bytes = cli.p.read_file(file).map_err(|e| {
                    failed(format!("open {file}: {}", crate::docker::context::store::lower(e)))
                })?;
                let json: serde_json::Value = json::whole(&bytes).map_err(|e| {
                    format!("compacting json for seccomp profile ({file}) failed: {e}")
                })?;
                kept.push(format!("seccomp={json}"));
            }
            _ if option == "systempaths=unconfined" => unconfined = true,
            _ => kept.push(option.clone()),
        }
    }
    Ok((Some(kept).filter(|_| !options.is_empty()), unconfined))
}

fn request(m: MountSpec, cwd: &str) -> MountRequest {
    MountRequest {
        kind: m.kind,
        source: absolute(&m.source, cwd),
        target: m.target,
        read_only: m.read_only,
        consistency: m.consistency,
        bind_options: m.bind.map(|b| BindOptions {
            propagation: b.propagation,
            non_recursive: b.non_recursive,
            create_mountpoint: false,
            read_only_non_recursive: b.read_only_non_recursive,
            read_only_force_recursive: b.read_only_force_recursive,
        }),
        volume_options: m.volume.map(|v| VolumeOptions {
            no_copy: v.no_copy,
            labels: v.labels,
            subpath: v.subpath,
            driver_config: Some(DriverConfig { name: v.driver, options: v.options }),
        }),
        image_options: m.image_subpath.map(|subpath| ImageOptions { subpath }),
        tmpfs_options: m.tmpfs.map(|t| TmpfsOptions {
            size_bytes: t.size,
            mode: t.mode,
            options: Vec::new(),
        }),
    }
}
