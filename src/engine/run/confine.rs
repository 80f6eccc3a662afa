//! What a container's processes are confined to, from its configuration: limits, filters, rights.

use crate::engine::Engine;
use crate::engine::api::host_config::HostConfig;
use crate::engine::state::{Container, Run};
use crate::golang::strconv::parse_bool;
use crate::kernel::{Cgroup, Confinement, Limits, Resource, UNLIMITED, rlimit};
use crate::vfs::CapSet;

/// The limits of a container's processes.
fn limits(host: &HostConfig) -> Limits {
    let mut all = Limits::default();
    all.set(Resource::Nofile, rlimit::OPEN_MAX, rlimit::OPEN_MAX);
    // Anything below 0 is none.
    let number = |n: i64| u64::try_from(n).unwrap_or(UNLIMITED);
    for u in &host.resources.ulimits {
        if let Some(of) = Resource::named(&u.name) {
            all.set(of, number(u.soft), number(u.hard));
        }
    }
    all
}

/// What a container's control group may use.
pub(crate) fn group(c: &Container) -> Cgroup {
    let r = &c.host.resources;
    let above = |n: i64| u64::try_from(n).ok().filter(|n| *n > 0);
    let period = above(r.cpu_period).unwrap_or(100_000);
    let quota = above(r.cpu_quota).map(|q| q.saturating_mul(100_000) / period);
    Cgroup {
        memory_max: above(r.memory),
        pids_max: r.pids_limit.and_then(above),
        cpu_max: above(r.nano_cpus).map(|n| n / 10_000).or(quota),
        cpus: processors(&r.cpuset_cpus),
        swap_max: swap(r.memory, r.memory_swap),
        ..Cgroup::default()
    }
}

/// Bytes that may be swapped out, given the limits of memory and of both together: none where nothing
/// is limited, or where -1 says so; where only memory is limited, as much again.
fn swap(memory: i64, both: i64) -> Option<u64> {
    match (memory, both) {
        (..=0, _) | (_, ..=-1) => None,
        (memory, 0) => u64::try_from(memory).ok(),
        (memory, both) => Some(u64::try_from(both - memory).unwrap_or(0)),
    }
}

/// How many processors a set such as `0-3,5` holds; none where it names none.
fn processors(set: &str) -> Option<u64> {
    let mut all = std::collections::BTreeSet::new();
    for part in set.split(',').filter(|p| !p.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        // The set was looked at when the container was made: it is well-formed and names few.
        let last = last.parse::<u32>().ok()?.min(crate::kernel::PROCESSORS as u32);
        all.extend(first.parse::<u32>().ok()?..=last);
    }
    (!all.is_empty()).then_some(all.len() as u64)
}

impl Engine {
    /// Whether a container's first process is a small init: as it says, or as the daemon's settings do.
    pub(crate) fn has_init(&self, c: &Container) -> bool {
        c.host.init.unwrap_or(self.state().settings.init) && !c.hidden
    }
}

/// Whether programs get no more rights than who starts them has.
fn no_new_privs(host: &HostConfig, default: bool) -> bool {
    let options = host.security_opt.iter().flatten();
    options.fold(default, |on, option| match option.split_once(['=', ':']) {
        None => on || option == "no-new-privileges",
        Some(("no-new-privileges", v)) => parse_bool(v) == Ok(true),
        Some(_) => on,
    })
}

/// What a process of a running container is confined to.
pub(super) fn confinement(e: &Engine, c: &Container, run: &Run, bounding: CapSet) -> Confinement {
    let default = e.state().settings.no_new_privs && !c.hidden;
    let open = |o: &String| o == "seccomp=unconfined" || o == "seccomp:unconfined";
    let unconfined = c.host.security_opt.iter().flatten().any(open);
    Confinement {
        limits: limits(&c.host),
        bounding,
        cgroup: run.cgroup,
        no_new_privs: no_new_privs(&c.host, default),
        seccomp: !c.host.privileged && !unconfined,
        oom_adj: i32::try_from(c.host.oom_score_adj).unwrap_or_default(),
        net: run.net,
        ipc: run.shared.ipc,
    }
}
