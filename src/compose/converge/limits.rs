//! What a service's containers may use up: memory, processors, devices, limits of processes.

use crate::compose::project::service::Service;
use crate::compose::project::text;
use crate::engine::api::List;
use crate::engine::api::host_config::{DeviceMapping, Resources, Ulimit};
use serde_json::Value;
use std::collections::BTreeMap;

/// The limits as the engine is asked for them.
pub fn resources(s: &Service) -> Resources {
    let nano = |cpus: f64| (cpus * 1e9).round() as i64;
    let mut r = Resources {
        cgroup_parent: s.cgroup_parent.clone(),
        memory: s.mem_limit,
        memory_swap: s.memswap_limit,
        memory_swappiness: Some(s.mem_swappiness).filter(|n| *n != 0),
        memory_reservation: s.mem_reservation,
        oom_kill_disable: s.oom_kill_disable,
        cpu_count: s.cpu_count,
        cpu_period: s.cpu_period,
        cpu_quota: s.cpu_quota,
        cpu_realtime_period: s.cpu_rt_period,
        cpu_realtime_runtime: s.cpu_rt_runtime,
        cpu_shares: s.cpu_shares,
        nano_cpus: nano(s.cpus),
        cpu_percent: (s.cpu_percent * 100.0) as i64,
        cpuset_cpus: s.cpuset.clone(),
        device_cgroup_rules: listed(&s.device_cgroup_rules),
        pids_limit: Some(s.pids_limit).filter(|n| *n != 0),
        ..Resources::default()
    };
    if let Some(deploy) = &s.deploy {
        if let Some(limits) = &deploy.resources.limits {
            r.memory = if limits.memory == 0 { r.memory } else { limits.memory };
            r.nano_cpus = if limits.cpus == 0.0 { r.nano_cpus } else { nano(limits.cpus) };
            r.pids_limit = Some(limits.pids).filter(|n| *n > 0).or(r.pids_limit);
        }
        if let Some(kept) = &deploy.resources.reservations {
            r.memory_reservation =
                if kept.memory == 0 { r.memory_reservation } else { kept.memory };
            let devices: Vec<Value> = kept.devices.iter().map(device_request).collect();
            r.device_requests = listed(&devices);
        }
    }
    let gpus: Vec<Value> = s.gpus.iter().map(device_request).collect();
    if !gpus.is_empty() {
        r.device_requests =
            Some(r.device_requests.unwrap_or_default().into_iter().chain(gpus).collect());
    }
    let devices = s.devices.iter().map(|d| DeviceMapping {
        path_on_host: d.source.clone(),
        path_in_container: d.target.clone(),
        cgroup_permissions: d.permissions.clone(),
    });
    r.devices = List::filled(devices.collect());
    r.ulimits = List::filled(ulimits(&s.ulimits));
    r
}

/// Limits, each one number for both or two.
pub fn ulimits(all: &BTreeMap<String, Value>) -> Vec<Ulimit> {
    all.iter()
        .map(|(name, limit)| {
            let of = |field: &str| limit.get(field).and_then(Value::as_i64);
            let single = limit.as_i64().unwrap_or(0);
            Ulimit {
                name: name.clone(),
                hard: of("hard").unwrap_or(single),
                soft: of("soft").unwrap_or(single),
            }
        })
        .collect()
}

fn device_request(device: &Value) -> Value {
    serde_json::json!({
        "Driver": text(device, "driver"),
        "Count": device.get("count").cloned().unwrap_or_default(),
        "DeviceIDs": device.get("device_ids").cloned().unwrap_or_default(),
        "Capabilities": [device.get("capabilities").cloned().unwrap_or_default()],
        "Options": device.get("options").cloned().unwrap_or_default(),
    })
}

fn listed<T: Clone>(list: &[T]) -> Option<Vec<T>> {
    if list.is_empty() { None } else { Some(list.to_vec()) }
}
