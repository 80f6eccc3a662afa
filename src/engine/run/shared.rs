//! The namespaces of processes, host names and messages that a container runs in: its own, the host's, or
//! another container's. The network's are `wires`'s.

use std::rc::Rc;

use crate::engine::containers::policy::restarting;
use crate::engine::disk::as_root;
use crate::engine::state::{Container, Phase, Run};
use crate::engine::{Engine, EngineError, ErrorKind, Result};
use crate::kernel::sysctl::{Scope, Scopes};
use crate::vfs::{Errno, NodeId};

/// Prefix of runc's errors that come before the container's first process.
pub(crate) const RUNC: &str =
    "failed to create shim task: OCI runtime create failed: runc create failed";

/// The namespaces.
#[derive(Clone, Copy, Debug)]
pub struct Shared {
    /// PID namespace, and whether it ends with the container.
    pub pidns: u32,
    /// See there.
    pub own_pid: bool,
    /// Host name namespace, and whether it ends with the container.
    pub uts: u32,
    /// See there.
    pub own_uts: bool,
    /// IPC namespace, and whether it ends with the container.
    pub ipc: u32,
    /// See there.
    pub own_ipc: bool,
    /// Somebody else's /dev/shm.
    pub shm: Option<NodeId>,
}

impl Engine {
    /// The run of the container whose namespace a mode names; none where it names no container.
    fn donor(&self, mode: &str, kind: &str) -> Result<Option<(Rc<Container>, Run)>> {
        let Some(name) = mode.strip_prefix("container:") else { return Ok(None) };
        let failed =
            |why: String| EngineError::invalid(format!("failed to join {kind} namespace: {why}"));
        let c = self.container(name).map_err(|e| {
            EngineError::invalid(format!("failed to join {kind} namespace: {}", e.message))
        })?;
        match (c.phase, c.run.clone()) {
            (Phase::Restarting, _) => Err(failed(restarting(&c.id).message)),
            (_, Some(run)) => Ok(Some((c, run))),
            _ => Err(failed(format!("container {} is not running", c.id))),
        }
    }

    /// The namespaces for a container that starts.
    pub(crate) fn open_namespaces(&self, c: &Container) -> Result<Shared> {
        let pid = self.donor(&c.host.pid_mode, "PID")?;
        let ipc = self.donor(&c.host.ipc_mode, "IPC")?;
        let mut shm = None;
        if let Some((other, run)) = &ipc {
            if !matches!(other.host.ipc_mode.as_str(), "shareable" | "host") {
                return Err(EngineError::invalid(format!(
                    "failed to join IPC namespace: container {}: non-shareable IPC (hint: use \
                     IpcMode:shareable for the donor container)",
                    other.id
                )));
            }
            let node = as_root(&mut self.inner.kernel.vfs(), run.root, |d| d.node("/dev/shm"));
            shm = node.ok();
        }
        if c.host.ipc_mode == "host" {
            shm = self.disk(|d| d.node("/dev/shm")).ok();
        }
        let kernel = &self.inner.kernel;
        let host = &self.inner.host;
        let (pidns, own_pid) = match (c.host.pid_mode.as_str(), &pid) {
            ("host", _) => (host.pidns, false),
            (_, Some((_, run))) => (run.shared.pidns, false),
            _ => (kernel.new_pidns(), true),
        };
        let own_uts = c.host.uts_mode != "host";
        let uts = if own_uts { kernel.new_uts(&c.config.hostname) } else { host.uts };
        let (ipc, own_ipc) = match (c.host.ipc_mode.as_str(), &ipc) {
            ("host", _) => (0, false),
            (_, Some((_, run))) => (run.shared.ipc, false),
            _ => (kernel.new_ipc(), true),
        };
        Ok(Shared { pidns, own_pid, uts, own_uts, ipc, own_ipc, shm })
    }

    /// Ends those of them that are the container's own.
    pub(crate) fn close_namespaces(&self, s: &Shared) {
        let kernel = &self.inner.kernel;
        if s.own_pid {
            kernel.drop_pidns(s.pidns);
        }
        if s.own_uts {
            kernel.drop_uts(s.uts);
            kernel.drop_sysctls(Scope::Uts, s.uts);
        }
        if s.own_ipc {
            kernel.drop_sysctls(Scope::Ipc, s.ipc);
        }
    }

    /// Writes the settings of the kernel that a container asks for into its namespaces.
    pub(crate) fn write_sysctls(&self, c: &Container, s: &Shared, net: Option<u32>) -> Result<()> {
        let scopes = Scopes { net: net.unwrap_or_default(), ipc: s.ipc, uts: s.uts };
        let kernel = &self.inner.kernel;
        let refused =
            |why: String| Err(EngineError::task(ErrorKind::System, &format!("{RUNC}: {why}")));
        let init = |why: String| {
            refused(format!(
                "unable to start container process: error during container init: {why}"
            ))
        };
        if net.is_some() {
            // Every user may bind low ports and ping there (moby `withSysctls`).
            for (name, value) in [
                ("net.ipv4.ip_unprivileged_port_start", "0"),
                ("net.ipv4.ping_group_range", "0 2147483647"),
            ] {
                if c.host.sysctls.contains_key(name) {
                    continue;
                }
                kernel.set_sysctl(&scopes, name, value).ok();
            }
        }
        if !s.own_uts && !c.config.domainname.is_empty() {
            return refused(
                "sysctl \"kernel.domainname\" is not in a separate kernel namespace".to_string(),
            );
        }
        if !c.config.domainname.is_empty() {
            kernel.set_sysctl(&scopes, "kernel.domainname", &c.config.domainname).ok();
        }
        for (name, value) in &c.host.sysctls {
            let dotted = if name.contains('/') { name.replace('/', ".") } else { name.clone() };
            if dotted.starts_with("net.") && net.is_none() {
                return refused(format!("sysctl {name:?} not allowed in host network namespace"));
            }
            let of_ipc = dotted.starts_with("fs.mqueue.") || dotted.starts_with("kernel.");
            if of_ipc && c.host.ipc_mode == "host" {
                return refused(format!(
                    "sysctl {name:?} is not allowed in the hosts ipc namespace"
                ));
            }
            if !(dotted.starts_with("net.") || of_ipc) {
                return refused(format!("sysctl {name:?} is not in a separate kernel namespace"));
            }
            let path = format!("fsmount:fscontext:proc/./sys/{}", dotted.replace('.', "/"));
            match kernel.set_sysctl(&scopes, name, value) {
                Ok(()) => {}
                Err(Errno::ENOENT) => {
                    return init(format!(
                        "open sysctl {name} file: unsafe procfs detected: openat2 {path}: no such \
                         file or directory"
                    ));
                }
                Err(e) => {
                    return init(format!(
                        "failed to write sysctl {name} = {value:?}: write {path}: {}",
                        crate::engine::volumes::go_errno(e)
                    ));
                }
            }
        }
        Ok(())
    }
}
