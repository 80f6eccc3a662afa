//! /proc and /sys as far as people look: proc(5). Made up from the kernel's state when read.

use std::rc::{Rc, Weak};

use crate::vfs::{DirEntry, Errno, FileType, OpenFlags, Stat, Synthetic, Vfs, View, text};

use super::memory::set_oom_adj;
use super::process::FileKind;
use super::proctext::{cpu, machine_stat, mounts, uuid};
use super::sys_proc::is_host;
use super::sysctl::{Node, Scopes};
use super::{Kernel, PROCESSORS, Pid, State};

/// Release of the simulated kernel (uname(2)).
pub const RELEASE: &str = "6.8.0-drydock";
/// Version of the simulated kernel (uname(2)).
pub const VERSION: &str = "#1 SMP PREEMPT_DYNAMIC";
/// Memory of the simulated host in bytes.
pub const MEMORY: u64 = 4 << 30;

const ROOT_FILES: &[&str] = &[
    "cmdline",
    "cpuinfo",
    "filesystems",
    "loadavg",
    "meminfo",
    "mounts",
    "self",
    "stat",
    "swaps",
    "sys",
    "sysrq-trigger",
    "uptime",
    "version",
];
const PID_FILES: &[&str] = &[
    "cgroup",
    "cmdline",
    "comm",
    "cwd",
    "environ",
    "exe",
    "fd",
    "limits",
    "mountinfo",
    "mounts",
    "oom_score_adj",
    "root",
    "stat",
    "statm",
    "status",
];
/// Where /proc/mounts leads.
const MOUNTS: &str = "self/mounts";
const FD_BASE: u64 = 0x8000;
const SYS_BASE: u64 = 0x1000;

/// The proc filesystem of one PID namespace.
pub struct ProcFs {
    kernel: Weak<Kernel>,
    pidns: u32,
}

enum Entry {
    Root,
    RootFile(&'static str),
    Sys(Node),
    Pid(Pid),
    PidFile(Pid, &'static str),
    Fd(Pid, i32),
}

fn entry(ino: u64) -> Option<Entry> {
    let (pid, low) = ((ino >> 16) as Pid, ino & 0xffff);
    Some(match (pid, low) {
        (0, 2) => Entry::Root,
        (0, n) if n >= SYS_BASE => Entry::Sys(Node::numbered(n - SYS_BASE)?),
        (0, n) => Entry::RootFile(ROOT_FILES.get((n as usize).checked_sub(16)?)?),
        (p, 1) => Entry::Pid(p),
        (p, n) if n >= FD_BASE => Entry::Fd(p, (n - FD_BASE) as i32),
        (p, n) => Entry::PidFile(p, PID_FILES.get((n as usize).checked_sub(16)?)?),
    })
}

fn pid_ino(pid: Pid) -> u64 {
    u64::from(pid) << 16 | 1
}

fn sys_ino(node: Node) -> u64 {
    SYS_BASE + node.number()
}

fn position(list: &[&str], name: &str) -> Option<u64> {
    list.iter().position(|n| *n == name).map(|i| i as u64 + 16)
}

impl ProcFs {
    /// The proc filesystem that shows a PID namespace.
    pub fn new(kernel: &Rc<Kernel>, pidns: u32) -> Rc<ProcFs> {
        Rc::new(ProcFs { kernel: Rc::downgrade(kernel), pidns })
    }

    /// The namespace that it shows.
    pub fn pidns(&self) -> u32 {
        self.pidns
    }

    fn with<R>(&self, f: impl FnOnce(&Kernel, &State) -> Result<R, Errno>) -> Result<R, Errno> {
        let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
        let st = kernel.st.borrow();
        f(&kernel, &st)
    }

    pub(super) fn number(&self, st: &State, pid: Pid) -> Pid {
        match st.procs.get(&pid) {
            Some(p) if p.pidns == self.pidns => p.vpid,
            Some(p) if is_host(st, self.pidns) => p.pid,
            _ => 0,
        }
    }

    fn find(&self, st: &State, number: Pid) -> Option<Pid> {
        if is_host(st, self.pidns) {
            return st.procs.contains_key(&number).then_some(number);
        }
        st.pidns.get(&self.pidns)?.pids.get(&number).copied()
    }

    fn root_text(&self, k: &Kernel, st: &State, name: &str, vfs: &Vfs, view: &View<'_>) -> String {
        let up = (k.now() - st.procs.get(&1).map_or(k.now(), |p| p.started)) as f64 / 1e9;
        match name {
            "cmdline" => "BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro quiet\n".into(),
            "cpuinfo" => (0..2).map(cpu).collect(),
            "filesystems" => {
                "nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\nnodev\tdevtmpfs\nnodev\tdevpts\n\text4\nnodev\toverlay\n"
                    .into()
            }
            "loadavg" => format!(
                "{} {}/{} {}\n",
                st.load.text(),
                st.run_queue.len() + 1,
                st.procs.len(),
                st.procs.last_key_value().map_or(0, |(p, _)| *p)
            ),
            "meminfo" => {
                let used: u64 = st.procs.values().map(|p| p.memory).sum();
                let (total, free) = (MEMORY >> 10, MEMORY.saturating_sub(used) >> 10);
                format!(
                    "MemTotal:       {total:>8} kB\nMemFree:        {free:>8} kB\nMemAvailable:   {free:>8} kB\n\
                     Buffers:        {0:>8} kB\nCached:         {0:>8} kB\nSwapCached:     {0:>8} kB\n\
                     SwapTotal:      {0:>8} kB\nSwapFree:       {0:>8} kB\nShmem:          {0:>8} kB\n",
                    0
                )
            }
            "mounts" => mounts(vfs, st, view.pid),
            "stat" => machine_stat(st, up),
            "swaps" => "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n".into(),
            "uptime" => {
                let idle = up * PROCESSORS as f64 - st.load.used as f64 / 1e9;
                format!("{up:.2} {:.2}\n", idle.max(0.0))
            }
            "version" => format!("Linux version {RELEASE} (drydock@build) {VERSION}\n"),
            _ => String::new(),
        }
    }
}

impl Synthetic for ProcFs {
    fn no_new(&self) -> Errno {
        Errno::ENOENT
    }

    fn lookup(&self, view: &View<'_>, dir: u64, name: &str) -> Result<u64, Errno> {
        let _ = view;
        self.with(|_, st| match entry(dir).ok_or(Errno::ENOENT)? {
            Entry::Root => {
                if name == "sys" {
                    return Ok(sys_ino(Node::ROOT));
                }
                if let Some(n) = position(ROOT_FILES, name) {
                    return Ok(n);
                }
                let number: Pid = name.parse().map_err(|_| Errno::ENOENT)?;
                self.find(st, number).map(pid_ino).ok_or(Errno::ENOENT)
            }
            Entry::Pid(pid) => {
                let n = position(PID_FILES, name).ok_or(Errno::ENOENT)?;
                Ok(u64::from(pid) << 16 | n)
            }
            Entry::Sys(node) if node.is_dir() => node.child(name).map(sys_ino).ok_or(Errno::ENOENT),
            Entry::PidFile(pid, "fd") => {
                let fd: i32 = name.parse().map_err(|_| Errno::ENOENT)?;
                let p = st.procs.get(&pid).ok_or(Errno::ENOENT)?;
                p.fds.get(&fd).ok_or(Errno::ENOENT)?;
                Ok(u64::from(pid) << 16 | (FD_BASE + fd as u64))
            }
            _ => Err(Errno::ENOTDIR),
        })
    }

    fn is_dir(&self, ino: u64) -> bool {
        match entry(ino) {
            Some(Entry::Root | Entry::Pid(_) | Entry::PidFile(_, "fd")) => true,
            Some(Entry::Sys(node)) => node.is_dir(),
            _ => false,
        }
    }

    fn parent(&self, ino: u64) -> u64 {
        match entry(ino) {
            Some(Entry::PidFile(pid, _)) => pid_ino(pid),
            Some(Entry::Fd(pid, _)) => {
                u64::from(pid) << 16 | position(PID_FILES, "fd").unwrap_or_default()
            }
            Some(Entry::Sys(node)) if node != Node::ROOT => sys_ino(node.parent()),
            _ => 2,
        }
    }

    fn entries(&self, view: &View<'_>, dir: u64) -> Result<Vec<DirEntry>, Errno> {
        let make = |name: String| {
            let ino = self.lookup(view, dir, &name).unwrap_or(0);
            let kind = self.stat(view, ino).map_or(FileType::Regular, |s| s.file_type());
            DirEntry { name, ino, kind }
        };
        let names: Vec<String> = self.with(|_, st| match entry(dir).ok_or(Errno::ENOENT)? {
            Entry::Root => {
                let mut pids: Vec<Pid> =
                    st.procs.keys().map(|p| self.number(st, *p)).filter(|n| *n > 0).collect();
                pids.sort_unstable();
                let files = ROOT_FILES.iter().map(|s| (*s).to_string());
                Ok(pids.into_iter().map(|p| p.to_string()).chain(files).collect())
            }
            Entry::Pid(_) => Ok(PID_FILES.iter().map(|s| (*s).to_string()).collect()),
            Entry::Sys(node) if node.is_dir() => Ok(node.names()),
            Entry::PidFile(pid, "fd") => {
                let p = st.procs.get(&pid).ok_or(Errno::ENOENT)?;
                Ok(p.fds.keys().map(|f| f.to_string()).collect())
            }
            _ => Err(Errno::ENOTDIR),
        })?;
        Ok(names.into_iter().map(make).collect())
    }

    fn stat(&self, _view: &View<'_>, ino: u64) -> Result<Stat, Errno> {
        self.with(|k, st| {
            let e = entry(ino).ok_or(Errno::ENOENT)?;
            let pid = match e {
                Entry::Pid(p) | Entry::PidFile(p, _) | Entry::Fd(p, _) => Some(p),
                _ => None,
            };
            let owner = match pid {
                Some(p) => Some(st.procs.get(&p).ok_or(Errno::ENOENT)?),
                None => None,
            };
            let mode = match e {
                Entry::Root | Entry::Pid(_) => 0o040_555,
                Entry::PidFile(_, "fd") => 0o040_500,
                Entry::Sys(node) if node.is_dir() => 0o040_555,
                Entry::Sys(node) if !node.is_fixed() => 0o100_644,
                Entry::PidFile(_, "oom_score_adj") => 0o100_644,
                Entry::RootFile("self" | "mounts") | Entry::PidFile(_, "cwd" | "exe" | "root") => {
                    0o120_777
                }
                // What the descriptor may be used for.
                Entry::Fd(_, fd) => {
                    let flags =
                        owner.and_then(|p| p.fds.get(&fd)).and_then(|e| st.files.get(&e.file));
                    let flags = flags.ok_or(Errno::ENOENT)?.flags;
                    let bits = |flag, bits| if flags.has(flag) { bits } else { 0 };
                    0o120_000 | bits(OpenFlags::READ, 0o500) | bits(OpenFlags::WRITE, 0o300)
                }
                Entry::PidFile(_, "environ") => 0o100_400,
                Entry::RootFile("sysrq-trigger") => 0o100_200,
                _ => 0o100_444,
            };
            let (nlink, size) = match e {
                Entry::Fd(..) => (1, 64),
                Entry::RootFile("mounts") => (1, MOUNTS.len() as u64),
                Entry::PidFile(_, "fd") => (2, owner.map_or(0, |p| p.fds.len() as u64)),
                _ => (1, 0),
            };
            let now = k.now();
            Ok(Stat {
                dev: 0,
                ino,
                mode,
                nlink,
                uid: owner.map_or(0, |p| p.cred.euid),
                gid: owner.map_or(0, |p| p.cred.egid),
                rdev: 0,
                size,
                blocks: 0,
                blksize: 1024,
                atime: now,
                mtime: now,
                ctime: now,
                btime: now,
            })
        })
    }

    fn read(&self, vfs: &Vfs, view: &View<'_>, ino: u64) -> Result<Vec<u8>, Errno> {
        if let Some(Entry::Sys(node)) = entry(ino)
            && node.is_uuid()
        {
            let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
            return Ok(uuid(&kernel).into_bytes());
        }
        self.with(|k, st| match entry(ino).ok_or(Errno::ENOENT)? {
            Entry::Sys(node) if !node.is_dir() => {
                Ok(node.text(st, &Scopes::of(st, view.pid)).into_bytes())
            }
            Entry::RootFile(name) => Ok(self.root_text(k, st, name, vfs, view).into_bytes()),
            Entry::PidFile(pid, name) if name != "fd" => {
                let p = st.procs.get(&pid).ok_or(Errno::ESRCH)?;
                Ok(self.pid_text(st, p, name, vfs))
            }
            _ => Err(Errno::EISDIR),
        })
    }

    fn write(&self, view: &View<'_>, ino: u64, data: &[u8]) -> Result<usize, Errno> {
        let kernel = self.kernel.upgrade().ok_or(Errno::EIO)?;
        match entry(ino) {
            Some(Entry::RootFile("sysrq-trigger")) => {}
            Some(Entry::Sys(node)) if !node.is_dir() => {
                let st = &mut *kernel.st.borrow_mut();
                let scopes = Scopes::of(st, view.pid);
                node.write(st, &scopes, &text::decode(data))?;
                return Ok(data.len());
            }
            Some(Entry::PidFile(pid, "oom_score_adj")) => {
                set_oom_adj(&mut kernel.st.borrow_mut(), view, pid, data)?;
                return Ok(data.len());
            }
            _ => return Err(Errno::EACCES),
        }
        if !is_host(&kernel.st.borrow(), self.pidns) {
            return Err(Errno::EROFS);
        }
        match data.first() {
            // Off and back on at once, with nothing written first.
            Some(b'b' | b'o') => kernel.cut_power(),
            _ => return Err(Errno::EINVAL),
        }
        Ok(data.len())
    }

    fn readlink(&self, vfs: &Vfs, view: &View<'_>, ino: u64) -> Result<String, Errno> {
        let mut opened = None;
        let target = self.with(|_, st| match entry(ino).ok_or(Errno::ENOENT)? {
            Entry::RootFile("self") => match self.number(st, view.pid) {
                0 => Err(Errno::ENOENT),
                n => Ok(n.to_string()),
            },
            Entry::RootFile("mounts") => Ok(MOUNTS.to_string()),
            Entry::PidFile(pid, name @ ("cwd" | "exe" | "root")) => {
                let p = st.procs.get(&pid).ok_or(Errno::ENOENT)?;
                // The paths of other processes' directories are not kept; the root stands for them.
                Ok(if name == "exe" { p.exe.to_string() } else { "/".to_string() })
            }
            Entry::Fd(pid, fd) => {
                let p = st.procs.get(&pid).ok_or(Errno::ENOENT)?;
                let f = p.fds.get(&fd).and_then(|e| st.files.get(&e.file)).ok_or(Errno::ENOENT)?;
                Ok(match &f.kind {
                    FileKind::PipeRead(n) | FileKind::PipeWrite(n) => format!("pipe:[{n}]"),
                    FileKind::Tty(n) => format!("/dev/pts/{n}"),
                    FileKind::Host(n) => format!("pipe:[{n}]"),
                    FileKind::Node(at) => {
                        opened = Some(at.node);
                        f.path.to_string()
                    }
                    _ => f.path.to_string(),
                })
            }
            _ => Err(Errno::EINVAL),
        })?;
        // A file that has no name left is still open.
        let gone = |node| vfs.inode(node).is_ok_and(|inode| inode.nlink == 0);
        Ok(if opened.is_some_and(gone) { format!("{target} (deleted)") } else { target })
    }

    fn descriptor(&self, _view: &View<'_>, ino: u64) -> Option<(u32, i32)> {
        match entry(ino)? {
            Entry::Fd(pid, fd) => Some((pid, fd)),
            _ => None,
        }
    }
}
