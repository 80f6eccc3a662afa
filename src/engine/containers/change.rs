//! Changing a container without ending it: rename, update.

use crate::engine::api::container::UpdateRequest;
use crate::engine::api::host_config::Resources;
use crate::engine::state::Phase;
use crate::engine::{Engine, EngineError, Result};

use super::{config, find, refuse};

impl Engine {
    /// `docker rename`.
    pub fn container_rename(&self, id: &str, name: &str) -> Result<()> {
        let c = self.container(id)?;
        let new = name.strip_prefix('/').unwrap_or(name);
        if name.is_empty() {
            return Err(EngineError::invalid("Neither old nor new names may be empty"));
        }
        if c.name == new {
            return Err(EngineError::invalid(
                "Renaming a container with the same name as its current name",
            ));
        }
        let allocate = |e: EngineError| EngineError {
            message: format!("Error when allocating new name: {}", e.message),
            ..e
        };
        find::check_name(&format!("/{new}")).map_err(allocate)?;
        self.reserve_name(new, &c.id).map_err(allocate)?;
        {
            let mut st = self.state();
            st.names.remove(&c.name);
            if let Some(x) = st.containers.get_mut(&c.id) {
                x.name = new.to_string();
            }
        }
        self.rename_on_networks(&c.id);
        self.rename_links(&c.name, new);
        self.save_container(&c.id);
        let old = format!("/{}", c.name);
        self.emit_container(&c.id, "rename", &[("oldName", &old)]);
        Ok(())
    }

    /// `docker update`; gives warnings.
    pub fn container_update(&self, id: &str, request: &UpdateRequest) -> Result<Vec<String>> {
        if let Some(policy) = &request.restart_policy {
            config::check_restart(policy)?;
        }
        refuse::resources(&request.resources, true)?;
        let c = self.container(id)?;
        if let Some(policy) = &request.restart_policy
            && c.host.auto_remove
            && !matches!(policy.name.as_str(), "" | "no")
        {
            return Err(EngineError::conflict(format!(
                "Cannot update container {}: Restart policy cannot be updated because AutoRemove is enabled for the container",
                c.id
            )));
        }
        if matches!(c.phase, Phase::Removing | Phase::Dead) {
            return Err(EngineError::conflict(format!(
                "Cannot update container {}: Container is marked for removal and cannot be \"update\".",
                c.id
            )));
        }
        let new = &request.resources;
        check_cpus(&c.host.resources, new).map_err(|why| {
            EngineError::conflict(format!(
                "Cannot update container {}: Conflicting options: {why}",
                c.id
            ))
        })?;
        if new.memory > 0 && new.memory > c.host.resources.memory_swap && new.memory_swap == 0 {
            return Err(EngineError::conflict(format!(
                "Cannot update container {}: Memory limit should be smaller than already set \
                 memoryswap limit, update the memoryswap at the same time",
                c.id
            )));
        }
        {
            let mut st = self.state();
            let Some(x) = st.containers.get_mut(&c.id) else { return Ok(Vec::new()) };
            if let Some(policy) = &request.restart_policy
                && !policy.name.is_empty()
            {
                x.host.restart_policy = policy.clone();
            }
            update(&mut x.host.resources, new);
        }
        if let (Ok(new), Some(run)) = (self.container(&c.id), &c.run) {
            let limits = crate::engine::run::confine::group(&new);
            self.inner.kernel.with_cgroup(run.cgroup, |g| {
                (g.memory_max, g.pids_max) = (limits.memory_max, limits.pids_max);
                (g.cpu_max, g.cpus) = (limits.cpu_max, limits.cpus);
            });
        }
        self.save_container(&c.id);
        self.emit_container(&c.id, "update", &[]);
        Ok(Vec::new())
    }
}

/// The two ways to limit processor time can not be mixed, whenever each was said (moby `UpdateContainer`).
fn check_cpus(old: &Resources, new: &Resources) -> std::result::Result<(), String> {
    let refuse = |what: &str, set: &str| {
        Err(format!("{what} cannot be updated as {set} has already been set"))
    };
    match () {
        () if new.nano_cpus > 0 && old.cpu_quota > 0 => refuse("Nano CPUs", "CPU Quota"),
        () if new.nano_cpus > 0 && old.cpu_period > 0 => refuse("Nano CPUs", "CPU Period"),
        () if new.cpu_period > 0 && old.nano_cpus > 0 => refuse("CPU Period", "NanoCPUs"),
        () if new.cpu_quota > 0 && old.nano_cpus > 0 => refuse("CPU Quota", "NanoCPUs"),
        () => Ok(()),
    }
}

fn update(old: &mut Resources, new: &Resources) {
    let set = |old: &mut i64, new: i64| {
        if new != 0 {
            *old = new;
        }
    };
    set(&mut old.cpu_shares, new.cpu_shares);
    set(&mut old.memory, new.memory);
    set(&mut old.nano_cpus, new.nano_cpus);
    set(&mut old.cpu_period, new.cpu_period);
    set(&mut old.cpu_quota, new.cpu_quota);
    set(&mut old.cpu_realtime_period, new.cpu_realtime_period);
    set(&mut old.cpu_realtime_runtime, new.cpu_realtime_runtime);
    set(&mut old.memory_reservation, new.memory_reservation);
    set(&mut old.memory_swap, new.memory_swap);
    if new.blkio_weight != 0 {
        old.blkio_weight = new.blkio_weight;
    }
    for (old, new) in
        [(&mut old.cpuset_cpus, &new.cpuset_cpus), (&mut old.cpuset_mems, &new.cpuset_mems)]
    {
        if !new.is_empty() {
            old.clone_from(new);
        }
    }
    if let Some(limit) = new.pids_limit {
        old.pids_limit = Some(limit.max(0));
    }
}
