//! What a process and all that it will start is confined to: limits, capabilities, a control group, filters
//! of system calls, namespaces of networks and messages. Who confines what is not the kernel's business.

use crate::vfs::CapSet;

use super::{Kernel, Life, Limits, Pid, Process};

/// What a process is confined to.
#[derive(Clone, Copy, Debug)]
pub struct Confinement {
    /// What it may use.
    pub limits: Limits,
    /// Capabilities that no program it runs can have more of.
    pub bounding: CapSet,
    /// Its control group.
    pub cgroup: u32,
    /// No program that it runs gets more rights than it has.
    pub no_new_privs: bool,
    /// System calls are filtered.
    pub seccomp: bool,
    /// How readily it is killed for want of memory.
    pub oom_adj: i32,
    /// Network namespace; its parent's where none.
    pub net: Option<u32>,
    /// IPC namespace.
    pub ipc: u32,
}

impl Process {
    /// Confines it, and the children that it will have.
    pub(super) fn confine(&mut self, to: &Confinement) {
        self.limits = to.limits;
        self.bounding = to.bounding;
        self.cgroup = to.cgroup;
        self.no_new_privs = to.no_new_privs;
        self.seccomp = to.seccomp;
        self.oom_adj = to.oom_adj;
        self.net = to.net.unwrap_or(self.net);
        self.ipc = to.ipc;
    }
}

impl Kernel {
    /// The processes of a control group.
    pub fn confined(&self, cgroup: u32) -> Vec<Pid> {
        let st = self.st.borrow();
        st.procs.values().filter(|p| p.cgroup == cgroup).map(|p| p.pid).collect()
    }

    /// Holds or releases all processes of a control group, as its freezer does.
    pub fn freeze(&self, cgroup: u32, frozen: bool) {
        let members = self.confined(cgroup);
        let mut st = self.st.borrow_mut();
        for pid in members {
            if let Some(p) = st.procs.get_mut(&pid) {
                p.frozen = frozen;
            }
            if !frozen {
                st.wake(pid);
            }
        }
    }

    /// How many processes a user has.
    pub fn processes_of(&self, uid: u32) -> usize {
        let st = self.st.borrow();
        let own = st.procs.values().filter(|p| p.cred.uid == uid && p.life == Life::Running);
        own.count()
    }
}
