//! Control groups: how much memory and how many processes a group may have, and what becomes of it when
//! it takes more (cgroups(7), version 2). Who makes groups, and for whom, is not the kernel's business.

use std::rc::Rc;

use crate::vfs::{Errno, Vfs};

use super::{Kernel, Life, Proc, Signal, State};

/// Memory of a program that has taken none for itself: most of it is shared with others.
pub(super) const BASE: u64 = super::limits::PROGRAM;
/// What of it is charged to a group.
const CHARGED: u64 = 192 << 10;
/// Processors of the machine, as /proc/cpuinfo has them.
pub const PROCESSORS: u64 = 2;

/// A group.
#[derive(Clone, Debug, Default)]
pub struct Cgroup {
    /// Bytes that it may use.
    pub memory_max: Option<u64>,
    /// Processes that it may have.
    pub pids_max: Option<u64>,
    /// Microseconds of processor time in 100,000.
    pub cpu_max: Option<u64>,
    /// The processors that its processes run on, where not on all.
    pub cpus: Option<u64>,
    /// Bytes that it may have swapped out; the machine has nowhere to swap to.
    pub swap_max: Option<u64>,
    /// Filesystems in memory whose files are charged to it.
    pub supers: Vec<u32>,
    /// How many of its processes were killed for want of memory.
    pub oom_kills: u64,
    /// Processor time that its processes have used, in nanoseconds.
    pub cpu_used: i64,
    /// The most bytes it has used.
    pub peak: u64,
}

impl Kernel {
    /// A new group.
    pub fn new_cgroup(&self, group: Cgroup) -> u32 {
        let mut st = self.st.borrow_mut();
        let id = st.fresh() as u32;
        st.cgroups.insert(id, group);
        id
    }

    /// Looks at a group, or changes it.
    pub fn with_cgroup<R>(&self, group: u32, f: impl FnOnce(&mut Cgroup) -> R) -> Option<R> {
        self.st.borrow_mut().cgroups.get_mut(&group).map(f)
    }

    /// Ends a group; gives what it came to.
    pub fn drop_cgroup(&self, group: u32) -> Option<Cgroup> {
        self.st.borrow_mut().cgroups.remove(&group)
    }

    /// Bytes that a group uses.
    pub fn cgroup_memory(&self, group: u32) -> u64 {
        usage(&self.st.borrow(), &self.vfs(), group)
    }

    /// Kills whoever holds most of a group's memory while it has more than it may.
    pub(super) fn enforce_memory(self: &Rc<Kernel>, group: u32) {
        let limit = match self.st.borrow().cgroups.get(&group) {
            Some(Cgroup { memory_max: Some(max), .. }) => *max,
            _ => return,
        };
        let used = self.cgroup_memory(group);
        let victim = {
            let mut st = self.st.borrow_mut();
            if let Some(g) = st.cgroups.get_mut(&group) {
                g.peak = g.peak.max(used.min(limit));
            }
            if used <= limit {
                return;
            }
            let of_group = st.procs.values().filter(|p| p.cgroup == group);
            let alive = of_group.filter(|p| p.life == Life::Running && p.dying.is_none());
            let victim = alive.max_by_key(|p| (p.memory, p.pid)).map(|p| p.pid);
            if let (Some(_), Some(g)) = (victim, st.cgroups.get_mut(&group)) {
                g.oom_kills += 1;
            }
            victim
        };
        if let Some(pid) = victim {
            self.post(pid, Signal::KILL);
        }
    }
}

fn usage(st: &State, vfs: &Vfs, group: u32) -> u64 {
    let alive = st.procs.values().filter(|p| p.cgroup == group && p.life == Life::Running);
    let processes: u64 = alive.map(|p| CHARGED + p.memory.saturating_sub(BASE)).sum();
    let supers = st.cgroups.get(&group).map(|g| g.supers.as_slice()).unwrap_or_default();
    let files = supers.iter().filter_map(|sb| vfs.mem(*sb).ok());
    processes + files.map(|m| m.used_blocks() * crate::vfs::content::BLOCK).sum::<u64>()
}

impl Proc {
    /// Looks whether this process's group has too much memory now.
    pub(super) fn check_memory(&self) {
        let group = self.me(|p| p.cgroup).unwrap_or(0);
        if group != 0 {
            self.k.enforce_memory(group);
        }
    }

    /// How many processors it may run on (sched_getaffinity(2)).
    pub fn processors(&self) -> u64 {
        let group = self.me(|p| p.cgroup).unwrap_or(0);
        self.k.with_cgroup(group, |g| g.cpus).flatten().unwrap_or(PROCESSORS)
    }

    /// Notes how much memory the program holds beside itself, in bytes. Who holds too much is killed;
    /// it ends at its next wait.
    pub fn set_memory(&self, bytes: u64) {
        // Who is killed for it ends at its next wait.
        let _ = self.hold(bytes);
    }
}

/// Files of a group.
pub(super) const FILES: &[&str] = &[
    "cgroup.controllers",
    "cgroup.procs",
    "cpu.max",
    "memory.current",
    "memory.events",
    "memory.max",
    "memory.peak",
    "memory.swap.max",
    "pids.current",
    "pids.max",
];

/// What a file of a group says.
pub(super) fn text(st: &State, vfs: &Vfs, group: u32, name: &str) -> Result<String, Errno> {
    let g = st.cgroups.get(&group).cloned().unwrap_or_default();
    let or_max = |n: Option<u64>| n.map_or("max".to_string(), |n| n.to_string());
    let members = || st.procs.values().filter(|p| p.cgroup == group);
    Ok(match name {
        "cgroup.controllers" => "cpu memory pids\n".to_string(),
        "cgroup.procs" => members().map(|p| format!("{}\n", p.vpid)).collect(),
        "cpu.max" => format!("{} 100000\n", or_max(g.cpu_max)),
        "memory.current" => format!("{}\n", usage(st, vfs, group)),
        "memory.events" => {
            format!(
                "low 0\nhigh 0\nmax {0}\noom {0}\noom_kill {0}\noom_group_kill 0\n",
                g.oom_kills
            )
        }
        "memory.max" => format!("{}\n", or_max(g.memory_max)),
        "memory.peak" => format!("{}\n", g.peak.max(usage(st, vfs, group))),
        "memory.swap.max" => format!("{}\n", or_max(g.swap_max)),
        "pids.current" => format!("{}\n", members().count()),
        "pids.max" => format!("{}\n", or_max(g.pids_max)),
        _ => return Err(Errno::ENOENT),
    })
}
