//! A container's configuration: the image's merged in, defaults filled in, and what the daemon refuses
//! (moby `daemon/container.go`, `runconfig`).

use crate::engine::api::config::{Config, ImageConfig};
use crate::engine::api::host_config::{HostConfig, LogConfig, RestartPolicy};
use crate::engine::{EngineError, Result};
use crate::golang::strconv::parse_bool;
use crate::golang::units::ram_bytes;
use crate::kernel::Signal;

use super::{refuse, tmpfs};

/// Paths of /proc and /sys that a container does not see.
const MASKED: &[&str] = &[
    "/proc/asound",
    "/proc/acpi",
    "/proc/interrupts",
    "/proc/kcore",
    "/proc/keys",
    "/proc/latency_stats",
    "/proc/timer_list",
    "/proc/timer_stats",
    "/proc/sched_debug",
    "/proc/scsi",
    "/sys/firmware",
    "/sys/devices/virtual/powercap",
];
/// Paths of /proc that a container only reads.
const READ_ONLY: &[&str] =
    &["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|s| (*s).to_string()).collect()
}

/// Merges the image's configuration into what the user asked for (moby `runconfig`/`merge`).
pub fn merge(mut user: Config, image: &ImageConfig) -> Result<Config> {
    if user.user.is_empty() {
        user.user.clone_from(&image.user);
    }
    for port in image.exposed_ports.keys() {
        user.exposed_ports.entry(port.clone()).or_default();
    }
    let mut env = user.env.take().unwrap_or_default();
    let given: Vec<String> =
        env.iter().map(|e| e.split('=').next().unwrap_or_default().to_string()).collect();
    for e in image.env.iter().flatten() {
        let name = e.split('=').next().unwrap_or_default();
        if !given.iter().any(|g| g == name) {
            env.push(e.clone());
        }
    }
    user.env = (!env.is_empty()).then_some(env);
    for (k, v) in image.labels.iter().flatten() {
        user.labels.entry(k.clone()).or_insert_with(|| v.clone());
    }
    if user.entrypoint.as_ref().is_none_or(Vec::is_empty) {
        if user.cmd.as_ref().is_none_or(Vec::is_empty) {
            user.cmd.clone_from(&image.cmd);
        }
        if user.entrypoint.is_none() {
            user.entrypoint.clone_from(&image.entrypoint);
        }
    }
    match (&mut user.healthcheck, &image.healthcheck) {
        (None, Some(h)) => user.healthcheck = Some(h.clone()),
        (Some(u), Some(i)) => {
            if u.test.as_ref().is_none_or(Vec::is_empty) {
                u.test.clone_from(&i.test);
            }
            for (mine, theirs) in [
                (&mut u.interval, i.interval),
                (&mut u.timeout, i.timeout),
                (&mut u.start_period, i.start_period),
                (&mut u.start_interval, i.start_interval),
                (&mut u.retries, i.retries),
            ] {
                if *mine == 0 {
                    *mine = theirs;
                }
            }
        }
        _ => {}
    }
    if user.working_dir.is_empty() {
        user.working_dir.clone_from(&image.working_dir);
    }
    for (path, e) in image.volumes.iter().flatten() {
        user.volumes.get_or_insert_default().insert(path.clone(), *e);
    }
    if user.stop_signal.is_empty() {
        user.stop_signal.clone_from(&image.stop_signal);
    }
    if user.entrypoint.as_ref().is_some_and(|e| e.len() == 1 && e[0].is_empty()) {
        user.entrypoint = None;
    }
    let none = |l: &Option<Vec<String>>| l.as_ref().is_none_or(Vec::is_empty);
    if none(&user.entrypoint) && none(&user.cmd) {
        return Err(EngineError::invalid("no command specified"));
    }
    Ok(user)
}

/// Refuses what the daemon refuses before it looks for the image.
pub fn check(config: &Config, host: &HostConfig) -> Result<()> {
    refuse::modes(config, host)?;
    if !config.working_dir.is_empty() && !config.working_dir.starts_with('/') {
        return Err(EngineError::invalid(format!(
            "the working directory '{}' is invalid, it needs to be an absolute path",
            config.working_dir
        )));
    }
    // A number passes here, whatever it is; that there is no such signal shows when it is sent.
    let stop = config.stop_signal.as_str();
    if stop.parse::<i64>().map_or(!stop.is_empty() && !is_real_time(stop), |n| n == 0) {
        parse_signal(stop)?;
    }
    for e in config.env.iter().flatten() {
        if e.is_empty() || e.starts_with('=') {
            return Err(EngineError::invalid(format!("invalid environment variable: {e}")));
        }
    }
    refuse::health(config.healthcheck.as_ref())?;
    if host.annotations.contains_key("") {
        return Err(EngineError::invalid(
            "invalid Annotations: the empty string is not permitted as an annotation key",
        ));
    }
    check_host(host)
}

fn check_host(host: &HostConfig) -> Result<()> {
    tmpfs::check_tmpfs(host)?;
    crate::engine::run::caps::check_caps(host)?;
    check_restart(&host.restart_policy)?;
    let policy = host.restart_policy.name.as_str();
    if host.auto_remove && !matches!(policy, "" | "no") {
        return Err(EngineError::invalid(
            "can't create 'AutoRemove' container with restart policy",
        ));
    }
    refuse::resources(&host.resources, false)?;
    if host.shm_size < 0 {
        return Err(EngineError::invalid("SHM size can not be less than 0"));
    }
    if !(-1000..=1000).contains(&host.oom_score_adj) {
        return Err(EngineError::invalid(format!(
            "Invalid value {}, range for oom score adj is [-1000, 1000]",
            host.oom_score_adj
        )));
    }
    for extra in host.extra_hosts.iter().flatten() {
        if let Some((_, address)) = extra.split_once([':', '='])
            && address != "host-gateway"
            && address.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_err()
        {
            return Err(EngineError::invalid(format!(
                "invalid IP address in add-host: {address:?}"
            )));
        }
    }
    refuse::security(host.security_opt.as_ref())?;
    for port in host.port_bindings.values().flatten() {
        if !port.host_port.is_empty()
            && port.host_port.split('-').any(|p| p.parse::<u16>().is_err())
        {
            return Err(EngineError::invalid(format!(
                "invalid port specification: {:?}",
                port.host_port
            )));
        }
    }
    Ok(())
}

/// Refuses a restart policy that makes no sense.
pub fn check_restart(policy: &RestartPolicy) -> Result<()> {
    let count = policy.maximum_retry_count;
    match policy.name.as_str() {
        "" | "no" | "always" | "unless-stopped" if count != 0 => Err(EngineError::invalid(
            "invalid restart policy: maximum retry count can only be used with 'on-failure'",
        )),
        "on-failure" if count < 0 => Err(EngineError::invalid(
            "invalid restart policy: maximum retry count cannot be negative",
        )),
        "" | "no" | "always" | "unless-stopped" | "on-failure" => Ok(()),
        other => Err(EngineError::invalid(format!(
            "invalid restart policy: unknown policy '{other}'; use one of 'no', 'always', \
             'on-failure', or 'unless-stopped'"
        ))),
    }
}

/// Options that each log driver has which keeps its logs here.
const LOG_OPTIONS: &[&str] = &[
    "compress",
    "max-file",
    "max-size",
    "mode",
    "max-buffer-size",
    "cache-compress",
    "cache-disabled",
    "cache-max-file",
    "cache-max-size",
];
/// What `json-file` has besides.
const JSON_OPTIONS: &[&str] = &["env", "env-regex", "labels", "labels-regex", "tag"];

/// Refuses a log driver that is not there and options that it does not know.
pub fn check_log(host: &HostConfig) -> Result<()> {
    let log = &host.log_config;
    let own: &[&str] = match log.kind.as_str() {
        "local" => &[],
        "" | "json-file" => JSON_OPTIONS,
        "none" => return Ok(()),
        "gelf" if !log.config.contains_key("gelf-address") => {
            return Err(EngineError::invalid("gelf-address is a required parameter"));
        }
        "awslogs" if !log.config.contains_key("awslogs-group") => {
            return Err(EngineError::invalid("must specify a value for log opt 'awslogs-group'"));
        }
        // They look for their service on this machine, where it does not run: see `log_unreached`.
        "syslog" | "journald" | "fluentd" | "splunk" if own_options(log).next().is_none() => {
            JSON_OPTIONS
        }
        "syslog" | "journald" | "gelf" | "fluentd" | "awslogs" | "splunk" => {
            return Err(EngineError::gap(
                &format!("the log driver {}", log.kind),
                "its logs leave the machine",
            ));
        }
        other => {
            return Err(EngineError::invalid(format!(
                "error looking up logging plugin {other}: plugin \"{other}\" not found"
            )));
        }
    };
    let driver = if log.kind.is_empty() { "json-file" } else { &log.kind };
    for key in log.config.keys() {
        if !LOG_OPTIONS.contains(&key.as_str()) && !own.contains(&key.as_str()) {
            let said = match driver {
                "local" => format!("unknown log opt '{key}' for log driver local"),
                _ => format!("unknown log opt '{key}' for {driver} log driver"),
            };
            return Err(EngineError::invalid(said));
        }
    }
    if let Some(bad) = log.config.get("cache-disabled").filter(|v| parse_bool(v).is_err()) {
        return Err(EngineError::invalid(format!(
            "invalid value for option cache-disabled: {bad}"
        )));
    }
    check_log_mode(log)
}

/// The options that are a log driver's alone, which begin with its name.
fn own_options(log: &LogConfig) -> impl Iterator<Item = &String> {
    log.config
        .keys()
        .filter(|k| k.strip_prefix(&log.kind).is_some_and(|rest| rest.starts_with('-')))
}

/// Why a log driver can not send its lines from this machine: nobody listens where it looks.
pub(crate) fn log_unreached(log: &LogConfig) -> Option<&'static str> {
    match log.kind.as_str() {
        "syslog" => Some("Unix syslog delivery error"),
        "journald" => Some("journald is not enabled on this host"),
        "fluentd" => Some("dial tcp 127.0.0.1:24224: connect: connection refused"),
        "splunk" => Some("splunk: splunk-url is expected"),
        _ => None,
    }
}

fn check_log_mode(log: &LogConfig) -> Result<()> {
    match log.config.get("mode").map(String::as_str) {
        Some("non-blocking") => match log.config.get("max-buffer-size") {
            Some(size) if ram_bytes(size).is_err() => Err(EngineError::invalid(format!(
                "error parsing option max-buffer-size: invalid size: '{size}'"
            ))),
            _ => Ok(()),
        },
        None | Some("" | "blocking") if log.config.contains_key("max-buffer-size") => {
            Err(EngineError::invalid(
                "logger: max-buffer-size option is only supported with 'mode=non-blocking'",
            ))
        }
        None | Some("" | "blocking") => Ok(()),
        Some(other) => {
            Err(EngineError::invalid(format!("logger: logging mode not supported: {other}")))
        }
    }
}

/// Whether a name is one of the real-time signals' (moby/sys `signal.SignalMap`).
pub fn is_real_time(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let name = upper.strip_prefix("SIG").unwrap_or(&upper);
    let within = |n: &str, most: u32| n.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    matches!(name, "RTMIN" | "RTMAX")
        || name.strip_prefix("RTMIN+").is_some_and(|n| within(n, 15))
        || name.strip_prefix("RTMAX-").is_some_and(|n| within(n, 14))
}

/// A signal by name or number, or Docker's complaint.
pub fn parse_signal(text: &str) -> Result<Signal> {
    Signal::parse(text).ok_or_else(|| EngineError::invalid(format!("invalid signal: {text}")))
}

/// Fills in what the daemon fills in.
pub fn defaults(host: &mut HostConfig) {
    let set = |field: &mut String, value: &str| {
        if field.is_empty() {
            *field = value.to_string();
        }
    };
    if matches!(host.network_mode.as_str(), "" | "default") {
        host.network_mode = "bridge".to_string();
    }
    set(&mut host.log_config.kind, "json-file");
    set(&mut host.restart_policy.name, "no");
    set(&mut host.runtime, "runc");
    set(&mut host.ipc_mode, "private");
    set(&mut host.cgroupns_mode, "private");
    if host.shm_size == 0 {
        host.shm_size = 64 << 20;
    }
    if host.privileged || host.ipc_mode == "host" || host.pid_mode == "host" {
        let options = host.security_opt.get_or_insert_default();
        if !options.iter().any(|o| o.starts_with("label=") || o.starts_with("label:")) {
            options.push("label=disable".to_string());
        }
    }
    let r = &mut host.resources;
    // What was warned of.
    r.blkio_weight = 0;
    r.blkio_weight_device.clear();
    if r.memory > 0 && r.memory_swap == 0 {
        r.memory_swap = r.memory.wrapping_mul(2);
    }
    if host.privileged {
        host.masked_paths = None;
        host.readonly_paths = None;
    } else {
        host.masked_paths.get_or_insert_with(|| strings(MASKED));
        host.readonly_paths.get_or_insert_with(|| strings(READ_ONLY));
    }
}

/// The gaps: settings that would have to change what a container can do and are not simulated.
pub fn gaps(host: &HostConfig, runtimes: &[String]) -> Result<()> {
    let gap = |what: &str, why: &str| Err(EngineError::gap(what, why));
    if !matches!(host.userns_mode.as_str(), "" | "host") {
        return gap("--userns", "users are not mapped");
    }
    if !matches!(host.runtime.as_str(), "" | "runc" | "io.containerd.runc.v2")
        && !runtimes.contains(&host.runtime)
    {
        return Err(EngineError::invalid(format!(
            "unknown or invalid runtime name: {}",
            host.runtime
        )));
    }
    if let Some(key) = host.storage_opt.keys().find(|k| k.to_lowercase() != "size") {
        return Err(EngineError::invalid(format!("Unknown option {key}")));
    }
    if !host.storage_opt.is_empty() {
        return Err(EngineError::invalid(
            "--storage-opt is supported only for overlay over xfs with 'pquota' mount option",
        ));
    }
    Ok(())
}
