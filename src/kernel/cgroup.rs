//! Control groups: how much memory and how many processes a group may have, and what becomes of it when
//! it takes more (cgroups(7), version 2). Who makes groups, and for whom, is not the kernel's business.

use std::rc::{Rc, Weak};

use crate::vfs::{DirEntry, Errno, FileType, Stat, Super, Synthetic, Vfs, View};

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

const FILES: &[&str] = &[
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
const FS: u64 = 3;
const GROUP: u64 = 4;
const FIRST: u64 = 16;

/// /sys: of all that the kernel shows there, the control group at `/sys/fs/cgroup`.
pub struct SysFs {
    kernel: Weak<Kernel>,
    group: u32,
}

impl SysFs {
    /// The /sys that shows a group.
    pub fn new(kernel: &Rc<Kernel>, group: u32) -> Rc<SysFs> {
        Rc::new(SysFs { kernel: Rc::downgrade(kernel), group })
    }

    /// Takes its place again on a copy of the machine.
    pub fn renew(vfs: &mut Vfs, kernel: &Rc<Kernel>, sb: u32, group: u32) {
        vfs.replace_synthetic(sb, SysFs::new(kernel, group));
    }

    fn text(&self, vfs: &Vfs, name: &str) -> Result<String, Errno> {
        let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
        let st = kernel.st.borrow();
        let g = st.cgroups.get(&self.group).cloned().unwrap_or_default();
        let or_max = |n: Option<u64>| n.map_or("max".to_string(), |n| n.to_string());
        let members = || st.procs.values().filter(|p| p.cgroup == self.group);
        Ok(match name {
            "cgroup.controllers" => "cpu memory pids\n".to_string(),
            "cgroup.procs" => members().map(|p| format!("{}\n", p.vpid)).collect(),
            "cpu.max" => format!("{} 100000\n", or_max(g.cpu_max)),
            "memory.current" => format!("{}\n", usage(&st, vfs, self.group)),
            "memory.events" => format!(
                "low 0\nhigh 0\nmax {0}\noom {0}\noom_kill {0}\noom_group_kill 0\n",
                g.oom_kills
            ),
            "memory.max" => format!("{}\n", or_max(g.memory_max)),
            "memory.peak" => format!("{}\n", g.peak.max(usage(&st, vfs, self.group))),
            "memory.swap.max" => format!("{}\n", or_max(g.swap_max)),
            "pids.current" => format!("{}\n", members().count()),
            "pids.max" => format!("{}\n", or_max(g.pids_max)),
            _ => return Err(Errno::ENOENT),
        })
    }
}

impl Synthetic for SysFs {
    fn lookup(&self, _view: &View<'_>, dir: u64, name: &str) -> Result<u64, Errno> {
        match (dir, name) {
            (2, "fs") => Ok(FS),
            (FS, "cgroup") => Ok(GROUP),
            (GROUP, name) => {
                let at = FILES.iter().position(|f| *f == name).ok_or(Errno::ENOENT)?;
                Ok(FIRST + at as u64)
            }
            (2 | FS, _) => Err(Errno::ENOENT),
            _ => Err(Errno::ENOTDIR),
        }
    }

    fn is_dir(&self, ino: u64) -> bool {
        ino < FIRST
    }

    fn parent(&self, ino: u64) -> u64 {
        match ino {
            GROUP => FS,
            _ => 2,
        }
    }

    fn entries(&self, _view: &View<'_>, dir: u64) -> Result<Vec<DirEntry>, Errno> {
        let entry = |name: &str, ino: u64, kind| DirEntry { name: name.to_string(), ino, kind };
        match dir {
            2 => Ok(vec![entry("fs", FS, FileType::Directory)]),
            FS => Ok(vec![entry("cgroup", GROUP, FileType::Directory)]),
            GROUP => {
                let all = FILES.iter().zip(FIRST..);
                Ok(all.map(|(name, ino)| entry(name, ino, FileType::Regular)).collect())
            }
            _ => Err(Errno::ENOTDIR),
        }
    }

    fn stat(&self, _view: &View<'_>, ino: u64) -> Result<Stat, Errno> {
        Ok(Stat {
            dev: 0,
            ino,
            mode: if ino < FIRST { 0o040_555 } else { 0o100_444 },
            nlink: if ino < FIRST { 2 } else { 1 },
            uid: 0,
            gid: 0,
            rdev: 0,
            size: 0,
            blocks: 0,
            blksize: 4096,
            atime: 0,
            mtime: 0,
            ctime: 0,
            btime: 0,
        })
    }

    fn read(&self, vfs: &Vfs, _view: &View<'_>, ino: u64) -> Result<Vec<u8>, Errno> {
        let at = ino.checked_sub(FIRST).ok_or(Errno::EISDIR)?;
        let name = FILES.get(at as usize).ok_or(Errno::ENOENT)?;
        self.text(vfs, name).map(String::into_bytes)
    }

    fn write(&self, _view: &View<'_>, _ino: u64, _data: &[u8]) -> Result<usize, Errno> {
        Err(Errno::EROFS)
    }

    fn readlink(&self, _vfs: &Vfs, _view: &View<'_>, _ino: u64) -> Result<String, Errno> {
        Err(Errno::EINVAL)
    }

    fn descriptor(&self, _view: &View<'_>, _ino: u64) -> Option<(u32, i32)> {
        None
    }
}

/// The host's own /sys: no group is the machine's limit.
pub fn host_sys(kernel: &Rc<Kernel>) -> Super {
    Super::Synthetic(SysFs::new(kernel, 0))
}
