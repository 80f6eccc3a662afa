//! Limits that make no sense, in the daemon's words (moby `daemon_unix.go`, `verifyPlatformContainerResources`).

use crate::engine::api::config::HealthConfig;
use crate::engine::api::host_config::HostConfig;
use crate::engine::{EngineError, Result};

/// Processors of the machine.
const CPUS: u32 = 2;
const MS: i64 = 1_000_000;

fn refuse<T>(why: impl Into<String>) -> Result<T> {
    Err(EngineError::invalid(why))
}

/// Refuses limits that contradict each other or that the machine can not keep.
pub fn check(host: &HostConfig) -> Result<()> {
    let r = &host.resources;
    if r.memory > 0 && r.memory < 6 << 20 {
        return refuse("Minimum memory limit allowed is 6MB");
    }
    if r.memory > 0 && r.memory_swap > 0 && r.memory_swap < r.memory {
        return refuse("Minimum memoryswap limit should be larger than memory limit, see usage");
    }
    if r.memory == 0 && r.memory_swap > 0 {
        return refuse(
            "You should always set the Memory limit when using Memoryswap limit, see usage",
        );
    }
    if r.memory_reservation > 0 && r.memory_reservation < 6 << 20 {
        return refuse("Minimum memory reservation allowed is 6MB");
    }
    if r.memory > 0 && r.memory < r.memory_reservation {
        return refuse(
            "Minimum memory limit can not be less than memory reservation limit, see usage",
        );
    }
    if r.nano_cpus > 0 && r.cpu_period > 0 {
        return refuse("Conflicting options: Nano CPUs and CPU Period cannot both be set");
    }
    if r.nano_cpus > 0 && r.cpu_quota > 0 {
        return refuse("Conflicting options: Nano CPUs and CPU Quota cannot both be set");
    }
    if r.nano_cpus < 0 || r.nano_cpus > i64::from(CPUS) * 1_000_000_000 {
        return refuse("range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available");
    }
    if r.cpu_period > 0 && !(1_000..=1_000_000).contains(&r.cpu_period) {
        return refuse(
            "CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)",
        );
    }
    if r.cpu_quota > 0 && r.cpu_quota < 1_000 {
        return refuse("CPU cfs quota can not be less than 1ms (i.e. 1000)");
    }
    check_set("CPUs", "cpuset cpus", &r.cpuset_cpus, CPUS)?;
    check_set("memory nodes", "cpuset mems", &r.cpuset_mems, 1)?;
    if !(-1000..=1000).contains(&host.oom_score_adj) {
        return refuse(format!(
            "Invalid value {}, range for oom score adj is [-1000, 1000]",
            host.oom_score_adj
        ));
    }
    Ok(())
}

/// A list such as `0-2,4`, of which each has to be there.
fn check_set(what: &str, option: &str, list: &str, there: u32) -> Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    let mut most = 0;
    for part in list.split(',') {
        let (low, high) = part.split_once('-').unwrap_or((part, part));
        match (low.parse::<u32>(), high.parse::<u32>()) {
            (Ok(low), Ok(high)) if low <= high => most = most.max(high),
            _ => {
                return refuse(format!(
                    "Invalid value {list} for {option}: invalid format: {list}"
                ));
            }
        }
    }
    if most >= there {
        let all = if there == 1 { "0".to_string() } else { format!("0-{}", there - 1) };
        return refuse(format!(
            "Requested {what} are not available - requested {list}, available: {all}"
        ));
    }
    Ok(())
}

/// Refuses times of a health check that are too short.
pub fn check_health(h: &HealthConfig) -> Result<()> {
    for (what, time) in [
        ("Interval", h.interval),
        ("Timeout", h.timeout),
        ("StartPeriod", h.start_period),
        ("StartInterval", h.start_interval),
    ] {
        if time != 0 && time < MS {
            return refuse(format!("{what} in Healthcheck cannot be less than 1ms"));
        }
    }
    if h.retries < 0 {
        return refuse("Retries in Healthcheck cannot be negative");
    }
    Ok(())
}

/// What is allowed but had better be different.
pub fn warnings(host: &HostConfig) -> Vec<String> {
    let r = &host.resources;
    let mut out = Vec::new();
    if r.oom_kill_disable && r.memory == 0 {
        out.push(
            "OOM killer is disabled for the container, but no memory limit is set, this can result \
             in the system running out of resources."
                .to_string(),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets() {
        for ok in ["", "0", "0-1", "1,0"] {
            assert!(check_set("CPUs", "cpuset cpus", ok, 2).is_ok(), "{ok}");
        }
        for bad in ["x", "1-0", "-1", "0,,1", "2", "0-99999999999"] {
            assert!(check_set("CPUs", "cpuset cpus", bad, 2).is_err(), "{bad}");
        }
    }
}
