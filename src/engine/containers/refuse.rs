//! What the daemon refuses or warns of in a container's limits and in the namespaces it shares (moby
//! `daemon/daemon_unix.go`, `runconfig/hostconfig_unix.go`). Mounts, logs and restart policies are
//! looked at in `config` and `mounts`.

use crate::engine::api::config::{Config, HealthConfig};
use crate::engine::api::host_config::{HostConfig, Resources};
use crate::engine::run::log::elaborate;
use crate::engine::run::shared::RUNC;
use crate::engine::{EngineError, ErrorKind, Result};
use crate::golang::quote::quote;
use crate::golang::strconv::{atoi, parse_bool};
use crate::golang::units::human_bytes;
use crate::kernel::PROCESSORS;
use serde_json::Value;

/// CPUs of the machine.
const CPUS: u32 = PROCESSORS as u32;
/// The least memory that a container may be given, in bytes.
const LEAST: i64 = 6 << 20;

fn refused(text: impl Into<String>) -> Result<()> {
    Err(EngineError::invalid(text))
}

/// The limits of a new container, or of one that is changed.
pub fn resources(r: &Resources, change: bool) -> Result<()> {
    if r.cpu_shares < 0 {
        return refused(format!(
            "invalid CPU shares ({}): value must be a positive integer",
            r.cpu_shares
        ));
    }
    memory(r, change)?;
    cpus(r)?;
    set(&r.cpuset_cpus, "cpus", "CPUs", CPUS)?;
    set(&r.cpuset_mems, "mems", "memory nodes", 1)?;
    Ok(())
}

fn memory(r: &Resources, change: bool) -> Result<()> {
    if r.memory != 0 && r.memory < LEAST {
        return refused("Minimum memory limit allowed is 6MB");
    }
    if r.memory > 0 && r.memory_swap > 0 && r.memory_swap < r.memory {
        return refused("Minimum memoryswap limit should be larger than memory limit, see usage");
    }
    if r.memory == 0 && r.memory_swap > 0 && !change {
        return refused(
            "You should always set the Memory limit when using Memoryswap limit, see usage",
        );
    }
    if r.memory_reservation > 0 && r.memory_reservation < LEAST {
        return refused("Minimum memory reservation allowed is 6MB");
    }
    if r.memory > 0 && r.memory_reservation > r.memory {
        return refused(
            "Minimum memory limit can not be less than memory reservation limit, see usage",
        );
    }
    Ok(())
}

fn cpus(r: &Resources) -> Result<()> {
    if r.nano_cpus != 0 && r.cpu_period != 0 {
        return refused("Conflicting options: Nano CPUs and CPU Period cannot both be set");
    }
    if r.nano_cpus != 0 && r.cpu_quota != 0 {
        return refused("Conflicting options: Nano CPUs and CPU Quota cannot both be set");
    }
    if r.nano_cpus < 0 || r.nano_cpus > i64::from(CPUS) * 1_000_000_000 {
        return refused(format!(
            "range of CPUs is from 0.01 to {CPUS}.00, as there are only {CPUS} CPUs available"
        ));
    }
    if r.cpu_period != 0 && !(1_000..=1_000_000).contains(&r.cpu_period) {
        return refused(
            "CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)",
        );
    }
    if r.cpu_quota > 0 && r.cpu_quota < 1_000 {
        return refused("CPU cfs quota can not be less than 1ms (i.e. 1000)");
    }
    Ok(())
}

/// `0-3,5` out of so many.
fn set(text: &str, name: &str, what: &str, count: u32) -> Result<()> {
    /// More than the kernel has room for in its sets.
    const MOST: u64 = 8192;
    let number = |t: &str| t.parse::<u64>().ok();
    let mut highest = 0;
    for part in text.split(',').filter(|_| !text.is_empty()) {
        let range = match part.split_once('-') {
            Some((a, b)) => number(a).zip(number(b)).filter(|(a, b)| a <= b),
            None => number(part).map(|n| (n, n)),
        };
        let Some((_, last)) = range else {
            return refused(format!(
                "Invalid value {text} for cpuset {name}: invalid format: {text}"
            ));
        };
        if last > MOST {
            return refused(format!(
                "Invalid value {text} for cpuset {name}: value of out range, maximum is {MOST}"
            ));
        }
        highest = highest.max(last);
    }
    if highest < u64::from(count) {
        return Ok(());
    }
    let there = if count == 1 { "0".to_string() } else { format!("0-{}", count - 1) };
    refused(format!("Requested {what} are not available - requested {text}, available: {there}"))
}

/// The times of a health check.
pub fn health(check: Option<&HealthConfig>) -> Result<()> {
    const LEAST: i64 = 1_000_000;
    let Some(h) = check else { return Ok(()) };
    for (name, time) in [
        ("Interval", h.interval),
        ("Timeout", h.timeout),
        ("StartPeriod", h.start_period),
        ("StartInterval", h.start_interval),
    ] {
        if time != 0 && time < LEAST {
            return refused(format!("{name} in Healthcheck cannot be less than 1ms"));
        }
    }
    if h.retries < 0 {
        return refused("Retries in Healthcheck cannot be negative");
    }
    Ok(())
}

/// The namespaces that it is to share, and what can not be asked for together with them.
pub fn modes(config: &Config, host: &HostConfig) -> Result<()> {
    let mode = host.network_mode.as_str();
    let shared = match mode.strip_prefix("container:") {
        _ if mode == "container" => Some(""),
        other => other,
    };
    if let Some(other) = shared {
        if other.is_empty() {
            return refused("invalid network mode: invalid container format container:<name|id>");
        }
        let conflict = |what: &str| refused(format!("conflicting options: {what}"));
        if !config.hostname.is_empty() {
            return conflict("hostname and the network mode");
        }
        if host.links.as_ref().is_some_and(|l| !l.is_empty()) {
            return conflict(
                "container type network can't be used with links. This would result in undefined behavior",
            );
        }
        if !host.dns.is_empty() {
            return conflict("dns and the network mode");
        }
        if host.extra_hosts.as_ref().is_some_and(|h| !h.is_empty()) {
            return conflict("custom host-to-IP mapping and the network mode");
        }
        if !host.port_bindings.is_empty() || host.publish_all_ports {
            return conflict("port publishing and the container type network mode");
        }
        if !config.exposed_ports.is_empty() {
            return conflict("port exposing and the container type network mode");
        }
    }
    if host.uts_mode == "host" && !config.hostname.is_empty() {
        return refused("conflicting options: hostname and the UTS mode");
    }
    if mode == "host" && host.links.as_ref().is_some_and(|l| !l.is_empty()) {
        return refused(
            "conflicting options: host type networking can't be used with links. This would result in undefined behavior",
        );
    }
    match host.isolation.as_str() {
        "" | "default" => {}
        other => {
            return refused(format!("invalid isolation ({other}): linux only supports 'default'"));
        }
    }
    let ipc = host.ipc_mode.as_str();
    if !matches!(ipc, "" | "none" | "private" | "shareable" | "host")
        && !ipc.starts_with("container:")
    {
        return refused(format!("invalid IPC mode: {ipc}"));
    }
    Ok(())
}

/// Options of security modules that the daemon does not know.
pub fn security(options: Option<&Vec<String>>) -> Result<()> {
    for option in options.into_iter().flatten() {
        if option == "no-new-privileges" || option == "disable" {
            continue;
        }
        let bad = || refused(format!("invalid --security-opt 2: {option:?}"));
        let Some((name, value)) = option.split_once('=').or_else(|| option.split_once(':')) else {
            return refused(format!("invalid --security-opt 1: {option:?}"));
        };
        match name {
            "label" | "apparmor" | "seccomp" => {}
            "no-new-privileges" | "writable-cgroups" => {
                if parse_bool(value).is_err() {
                    return bad();
                }
            }
            _ => return bad(),
        }
    }
    Ok(())
}

/// Settings that the kernel or runc refuse when the container is started.
pub fn at_start(config: &Config, host: &HostConfig) -> Result<()> {
    let failed = |why: &str| {
        let why = format!("unable to start container process: error during container init: {why}");
        Err(EngineError::task(ErrorKind::System, &format!("{RUNC}: {why}")))
    };
    if let Some(request) = host.resources.device_requests.iter().flatten().next() {
        let words = |list: &Value| {
            let words = list.as_array().into_iter().flatten().filter_map(Value::as_str);
            format!("[{}]", words.collect::<Vec<_>>().join(" "))
        };
        let sets = request["Capabilities"].as_array().into_iter().flatten().map(words);
        return Err(EngineError::system(format!(
            "could not select device driver {} with capabilities: [{}]",
            quote(request["Driver"].as_str().unwrap_or_default()),
            sets.collect::<Vec<_>>().join(" ")
        )));
    }
    if let Some(bad) = host.dns.iter().find(|a| a.parse::<std::net::IpAddr>().is_err()) {
        return Err(EngineError::system(format!(
            "bad nameserver address {bad}: ParseAddr({bad:?}): unable to parse IP"
        )));
    }
    super::tmpfs::check_tmpfs_options(host)?;
    if config.hostname.len() > 64 {
        return failed("sethostname: invalid argument");
    }
    // The kernel's own bound on open files (`fs.nr_open`) can not be gone beyond.
    if host.resources.ulimits.iter().any(|u| u.name == "nofile" && (u.hard < 0 || u.hard > 1 << 20))
    {
        return failed(
            "error setting rlimits for ready process: error setting rlimit type 7: operation not permitted",
        );
    }
    if host.resources.ulimits.iter().any(|u| u.name == "nofile" && u.soft > u.hard) {
        return failed(
            "error setting rlimits for ready process: error setting rlimit type 7: invalid argument",
        );
    }
    // runc itself runs under the limit before the program does.
    let few = host.resources.ulimits.iter().find(|u| u.name == "nofile").map(|u| u.soft);
    match few {
        Some(0..=8) => return failed("too many open files"),
        Some(9..=11) => return failed("procReady not received"),
        _ => {}
    }
    log(host)
}

/// The options of the log, as the drivers read them when the container starts.
fn log(host: &HostConfig) -> Result<()> {
    let option = |key: &str| host.log_config.config.get(key).map(String::as_str);
    let done = match host.log_config.kind.as_str() {
        "local" => local_log(&option),
        "" | "json-file" => json_log(&option),
        _ => Ok(()),
    };
    done.map_err(|why| {
        let why = format!("failed to initialize logging driver: {why}");
        EngineError::task(ErrorKind::System, &why)
    })?;
    if option("tag").is_some_and(elaborate) {
        return Err(EngineError::gap(
            "tags of logs that are more than names of fields",
            "their templates are not run",
        ));
    }
    Ok(())
}

type Options<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

fn json_log(option: Options<'_>) -> std::result::Result<(), String> {
    let size = option("max-size").map(human_bytes).transpose()?;
    if size.is_some_and(|n| n <= 0) {
        return Err("max-size must be a positive number".to_string());
    }
    let files = option("max-file").map(atoi).transpose()?.unwrap_or(1);
    if files < 1 {
        return Err("max-file cannot be less than 1".to_string());
    }
    let packs = option("compress").map(truth).transpose()?.unwrap_or(false);
    if packs && (files < 2 || size.is_none()) {
        return Err("compress cannot be true when max-file is less than 2 or max-size is not set"
            .to_string());
    }
    Ok(())
}

fn local_log(option: Options<'_>) -> std::result::Result<(), String> {
    if let Some(text) = option("max-size") {
        human_bytes(text).map_err(|why| format!("invalid value for max-size: {text}: {why}"))?;
    }
    let files = match option("max-file") {
        Some(text) => atoi(text).map_err(|e| format!("invalid value for max-file: {text}: {e}"))?,
        None => 5,
    };
    let packs = option("compress").map(truth).transpose();
    let packs = packs.map_err(|why| format!("error reading compress log option: {why}"))?;
    if files < 0 {
        return Err("max file count cannot be less than 0".to_string());
    }
    if packs.unwrap_or(true) && files <= 1 {
        return Err("compression cannot be enabled when max file count is 1".to_string());
    }
    Ok(())
}

fn truth(text: &str) -> std::result::Result<bool, String> {
    parse_bool(text).map_err(|_| format!("strconv.ParseBool: parsing {text:?}: invalid syntax"))
}

/// What the daemon only warns of.
pub fn warnings(host: &HostConfig) -> Vec<String> {
    let mut all = Vec::new();
    if host.resources.oom_kill_disable {
        all.push(
            "Your kernel does not support OomKillDisable. OomKillDisable discarded.".to_string(),
        );
    }
    if host.mounts.iter().any(|m| m.kind == "image") {
        all.push("Image mount is an experimental feature".to_string());
    }
    let r = &host.resources;
    if r.blkio_weight > 0 {
        all.push(discarded("Block I/O weight", "Weight"));
    }
    if !r.blkio_weight_device.is_empty() {
        all.push(discarded("Block I/O weight_device", "Weight-device"));
    }
    if host.network_mode == "host" && !host.port_bindings.is_empty() {
        all.push("Published ports are discarded when using host network mode".to_string());
    }
    all
}

fn discarded(what: &str, name: &str) -> String {
    format!("Your kernel does not support {what} or the cgroup is not mounted. {name} discarded.")
}

#[cfg(test)]
mod tests {
    use super::{resources, set};
    use crate::engine::api::host_config::Resources;

    #[test]
    fn sets_of_cpus() {
        let said = |text: &str| set(text, "cpus", "CPUs", 2).map_err(|e| e.message);
        assert_eq!(said(""), Ok(()));
        assert_eq!(said("0,1"), Ok(()));
        assert_eq!(said("0-1"), Ok(()));
        let bad = |text: &str| {
            Err(format!("Invalid value {text} for cpuset cpus: invalid format: {text}"))
        };
        assert_eq!(said("abc"), bad("abc"));
        assert_eq!(said("1-0"), bad("1-0"));
        assert_eq!(said("0,"), bad("0,"));
        assert_eq!(
            said("0,7"),
            Err("Requested CPUs are not available - requested 0,7, available: 0-1".to_string())
        );
    }

    #[test]
    fn limits_against_each_other() {
        let r =
            Resources { memory: 10 << 20, memory_reservation: 20 << 20, ..Resources::default() };
        assert!(resources(&r, false).is_err());
        let r = Resources { memory_swap: 10 << 20, ..Resources::default() };
        assert!(resources(&r, false).is_err());
        assert!(resources(&r, true).is_ok());
    }
}
