//! Capabilities of a container: the usual ones, those added and those taken away.

use crate::engine::api::host_config::HostConfig;
use crate::engine::state::Container;
use crate::engine::{EngineError, Result};
use crate::golang::quote::quote;
use crate::vfs::CapSet;

/// Docker's default capabilities.
fn default_caps() -> CapSet {
    CapSet::CHOWN
        | CapSet::DAC_OVERRIDE
        | CapSet::FOWNER
        | CapSet::FSETID
        | CapSet::KILL
        | CapSet::SETGID
        | CapSet::SETUID
        | CapSet::SETPCAP
        | CapSet::NET_BIND_SERVICE
        | CapSet::NET_RAW
        | CapSet::SYS_CHROOT
        | CapSet::MKNOD
        | CapSet::AUDIT_WRITE
        | CapSet::SETFCAP
}

const CAPS: &[(&str, CapSet)] = &[
    ("AUDIT_CONTROL", CapSet::AUDIT_CONTROL),
    ("AUDIT_READ", CapSet::AUDIT_READ),
    ("AUDIT_WRITE", CapSet::AUDIT_WRITE),
    ("BLOCK_SUSPEND", CapSet::BLOCK_SUSPEND),
    ("BPF", CapSet::BPF),
    ("CHECKPOINT_RESTORE", CapSet::CHECKPOINT_RESTORE),
    ("CHOWN", CapSet::CHOWN),
    ("DAC_OVERRIDE", CapSet::DAC_OVERRIDE),
    ("DAC_READ_SEARCH", CapSet::DAC_READ_SEARCH),
    ("FOWNER", CapSet::FOWNER),
    ("FSETID", CapSet::FSETID),
    ("IPC_LOCK", CapSet::IPC_LOCK),
    ("IPC_OWNER", CapSet::IPC_OWNER),
    ("KILL", CapSet::KILL),
    ("LEASE", CapSet::LEASE),
    ("LINUX_IMMUTABLE", CapSet::LINUX_IMMUTABLE),
    ("MAC_ADMIN", CapSet::MAC_ADMIN),
    ("MAC_OVERRIDE", CapSet::MAC_OVERRIDE),
    ("MKNOD", CapSet::MKNOD),
    ("NET_ADMIN", CapSet::NET_ADMIN),
    ("NET_BIND_SERVICE", CapSet::NET_BIND_SERVICE),
    ("NET_BROADCAST", CapSet::NET_BROADCAST),
    ("NET_RAW", CapSet::NET_RAW),
    ("PERFMON", CapSet::PERFMON),
    ("SETFCAP", CapSet::SETFCAP),
    ("SETGID", CapSet::SETGID),
    ("SETPCAP", CapSet::SETPCAP),
    ("SETUID", CapSet::SETUID),
    ("SYSLOG", CapSet::SYSLOG),
    ("SYS_ADMIN", CapSet::SYS_ADMIN),
    ("SYS_BOOT", CapSet::SYS_BOOT),
    ("SYS_CHROOT", CapSet::SYS_CHROOT),
    ("SYS_MODULE", CapSet::SYS_MODULE),
    ("SYS_NICE", CapSet::SYS_NICE),
    ("SYS_PACCT", CapSet::SYS_PACCT),
    ("SYS_PTRACE", CapSet::SYS_PTRACE),
    ("SYS_RAWIO", CapSet::SYS_RAWIO),
    ("SYS_RESOURCE", CapSet::SYS_RESOURCE),
    ("SYS_TIME", CapSet::SYS_TIME),
    ("SYS_TTY_CONFIG", CapSet::SYS_TTY_CONFIG),
    ("WAKE_ALARM", CapSet::WAKE_ALARM),
];

fn cap(name: &str) -> Result<CapSet> {
    let upper = name.to_ascii_uppercase();
    if upper == "ALL" {
        return Ok(CapSet::ALL);
    }
    let bare = upper.strip_prefix("CAP_").unwrap_or(&upper);
    let found = CAPS.iter().find(|(n, _)| *n == bare).map(|(_, c)| *c);
    found.ok_or_else(|| EngineError::invalid(format!("invalid capability: {name:?}")))
}

/// Refuses capabilities that there are not.
pub(crate) fn check_caps(host: &HostConfig) -> Result<()> {
    for (what, list) in [("CapAdd", &host.cap_add), ("CapDrop", &host.cap_drop)] {
        for name in list.iter().flatten() {
            if cap(name).is_err() {
                let upper = name.to_ascii_uppercase();
                let bare = upper.strip_prefix("CAP_").unwrap_or(&upper);
                return Err(EngineError::invalid(format!(
                    "invalid {what}: unknown capability: {}",
                    quote(&format!("CAP_{bare}"))
                )));
            }
        }
    }
    Ok(())
}

/// The capabilities of a container's root.
pub(super) fn caps(c: &Container, privileged: bool) -> Result<CapSet> {
    if privileged || c.host.privileged {
        return Ok(CapSet::ALL);
    }
    let listed = |list: &Option<Vec<String>>| -> (bool, Vec<String>) {
        let list = list.iter().flatten().cloned();
        let (all, names): (Vec<_>, Vec<_>) = list.partition(|n| n.eq_ignore_ascii_case("all"));
        (!all.is_empty(), names)
    };
    let (add_all, add) = listed(&c.host.cap_add);
    let (drop_all, drop) = listed(&c.host.cap_drop);
    let without = |set: CapSet| drop.iter().try_fold(set, |set, n| Ok(set.without(cap(n)?)));
    let with = |set: CapSet| add.iter().try_fold(set, |set, n| Ok(set | cap(n)?));
    // moby `TweakCapabilities`
    match (add_all, drop_all) {
        (true, _) => without(CapSet::ALL),
        (false, true) => with(CapSet::default()),
        (false, false) => with(without(default_caps())?),
    }
}
