//! Pieces of text that /proc is made of.

use crate::vfs::{MountFlags, Vfs};

use super::{Life, Pid, Process, State};

pub(super) fn letter(p: &Process) -> char {
    match p.life {
        Life::Zombie(_) => 'Z',
        _ if p.stopped.is_some() => 'T',
        _ if p.queued => 'R',
        Life::Running => 'S',
    }
}

pub(super) fn word(p: &Process) -> &'static str {
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
