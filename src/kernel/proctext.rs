//! Pieces of text that /proc is made of.

use crate::vfs::{MountFlags, Vfs, text};

use super::procfs::ProcFs;
use super::sys_proc::comm;
use super::{Kernel, Life, PROCESSORS, Pid, Process, State};

pub(super) fn letter(p: &Process) -> char {
    match p.life {
        Life::Zombie(_) => 'Z',
        _ if p.stopped.is_some() => 'T',
        _ if p.queued => 'R',
        Life::Running => 'S',
    }
}

fn word(p: &Process) -> &'static str {
    match letter(p) {
        'Z' => "zombie",
        'T' => "stopped",
        'R' => "running",
        _ => "sleeping",
    }
}

pub(super) fn cpu(n: u32) -> String {
    format!(
        "processor\t: {n}\nvendor_id\t: Drydock\nmodel name\t: Simulated CPU\ncpu MHz\t\t: 2400.000\n\
         cache size\t: 4096 KB\ncpu cores\t: 2\n\n"
    )
}

/// `/proc/stat`, `up` seconds after the start: of the processors, one does all the work.
pub(super) fn machine_stat(st: &State, up: f64) -> String {
    let (used, all) = (st.load.used / 10_000_000, (up * 100.0) as i64);
    let line = |name: &str, used: i64, all: i64| {
        format!("{name} {used} 0 0 {} 0 0 0 0 0 0\n", (all - used).max(0))
    };
    let mut out = line("cpu ", used, all * PROCESSORS as i64);
    for n in 0..PROCESSORS {
        out += &line(&format!("cpu{n}"), if n == 0 { used } else { 0 }, all);
    }
    let running = st.run_queue.len() + 1;
    out + &format!("processes {}\nprocs_running {running}\nprocs_blocked 0\n", st.procs.len())
}

/// Options of a mount as /proc/mounts shows them.
fn options(flags: MountFlags, own: &str) -> String {
    let mut out = String::from(if flags.has(MountFlags::RO) { "ro" } else { "rw" });
    for (flag, name) in [
        (MountFlags::NOSUID, "nosuid"),
        (MountFlags::NODEV, "nodev"),
        (MountFlags::NOEXEC, "noexec"),
    ] {
        if flags.has(flag) {
            out.push(',');
            out.push_str(name);
        }
    }
    out.push_str(",relatime");
    if !own.is_empty() {
        out.push(',');
        out.push_str(own);
    }
    out
}

pub(super) fn mounts(vfs: &Vfs, st: &State, pid: Pid) -> String {
    let Some(p) = st.procs.get(&pid) else { return String::new() };
    let line = |m: &crate::vfs::Mount| {
        let opts = options(m.flags, &m.options);
        format!("{} {} {} {opts} 0 0\n", m.source, m.path.replace(' ', "\\040"), m.fstype)
    };
    vfs.mounts_in(p.mnt).into_iter().map(line).collect()
}

pub(super) fn mountinfo(vfs: &Vfs, p: &Process) -> String {
    let line = |m: &crate::vfs::Mount| {
        let parent = m.at.map_or(m.id, |at| at.mount);
        let own = if m.options.is_empty() { "rw".to_string() } else { format!("rw,{}", m.options) };
        format!(
            "{} {parent} 0:{} / {} {} - {} {} {own}\n",
            m.id,
            m.root.sb + 24,
            m.path,
            options(m.flags, ""),
            m.fstype,
            m.source
        )
    };
    vfs.mounts_in(p.mnt).into_iter().map(line).collect()
}

/// `/proc/PID/status`; `n` and `parent` are the numbers as the asker sees them.
pub(super) fn status(p: &Process, n: Pid, parent: Pid) -> String {
    let c = &p.cred;
    let groups: String = c.groups.iter().map(|g| format!("{g} ")).collect();
    format!(
        "Name:\t{}\nUmask:\t{:04o}\nState:\t{} ({})\nTgid:\t{n}\nPid:\t{n}\nPPid:\t{parent}\n\
                     Uid:\t{4}\t{5}\t{5}\t{5}\nGid:\t{6}\t{7}\t{7}\t{7}\nFDSize:\t64\nGroups:\t{groups}\n\
                     VmRSS:\t{8:>8} kB\nThreads:\t1\nCapInh:\t{10:016x}\nCapPrm:\t{9:016x}\n\
                     CapEff:\t{9:016x}\nCapBnd:\t{11:016x}\nCapAmb:\t{10:016x}\n\
                     NoNewPrivs:\t{12}\nSeccomp:\t{13}\nSeccomp_filters:\t{14}\n",
        comm(p),
        p.umask,
        letter(p),
        word(p),
        c.uid,
        c.euid,
        c.gid,
        c.egid,
        p.memory >> 10,
        c.caps.0,
        0,
        p.bounding.0,
        u8::from(p.no_new_privs),
        if p.seccomp { 2 } else { 0 },
        u8::from(p.seccomp),
    )
}

/// A random UUID of version 4.
pub(super) fn uuid(kernel: &Kernel) -> String {
    let mut bytes = [0u8; 16];
    kernel.random(&mut bytes);
    let n = u128::from_be_bytes(bytes) & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let hex = format!("{n:032x}");
    format!("{}-{}-{}-{}-{}\n", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

impl ProcFs {
    /// A file of a process.
    pub(super) fn pid_text(&self, st: &State, p: &Process, name: &str, vfs: &Vfs) -> Vec<u8> {
        let joined = |parts: &mut dyn Iterator<Item = String>| {
            let mut out = Vec::new();
            for part in parts {
                out.extend_from_slice(&text::encode(&part));
                out.push(0);
            }
            out
        };
        let (n, parent) = (self.number(st, p.pid), self.number(st, p.ppid));
        match name {
            "cmdline" => joined(&mut p.argv.iter().cloned()),
            "environ" => joined(&mut p.env.iter().map(|(n, v)| format!("{n}={v}"))),
            "comm" => format!("{}\n", comm(p)).into_bytes(),
            "cgroup" => b"0::/\n".to_vec(),
            "limits" => p.limits.table().into_bytes(),
            "mounts" => mounts(vfs, st, p.pid).into_bytes(),
            "oom_score_adj" => format!("{}\n", p.oom_adj).into_bytes(),
            "mountinfo" => mountinfo(vfs, p).into_bytes(),
            "stat" => format!(
                "{n} ({}) {} {parent} {} {} 0 -1 0 0 0 0 0 {} 0 0 0 20 0 1 0 0 {} {}\n",
                comm(p),
                letter(p),
                self.number(st, p.pgid),
                self.number(st, p.sid),
                p.cpu / 10_000_000,
                p.memory,
                p.memory / 4096
            )
            .into_bytes(),
            "statm" => format!("{0} {0} 0 0 0 0 0\n", p.memory / 4096).into_bytes(),
            "status" => status(p, n, parent).into_bytes(),
            _ => Vec::new(),
        }
    }
}
