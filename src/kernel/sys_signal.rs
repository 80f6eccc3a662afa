//! Process groups, sessions, dispositions and kill(2).

use std::rc::Rc;

use crate::vfs::{CapSet, Errno};

use super::sys_proc::is_host;
use super::{Disposition, Pid, Proc, Signal};

/// Whom kill(2) signals, numbers as the sender sees them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KillTarget {
    /// One process.
    Pid(Pid),
    /// All of a group.
    Group(Pid),
    /// All that the sender may signal, but the first process and itself.
    All,
}

impl Proc {
    /// The process group.
    pub fn pgid(&self) -> Pid {
        let st = self.k.st.borrow();
        let g = st.procs.get(&self.pid).map_or(0, |p| p.pgid);
        self.group_number(&st, g)
    }

    /// The session.
    pub fn sid(&self) -> Pid {
        let st = self.k.st.borrow();
        let s = st.procs.get(&self.pid).map_or(0, |p| p.sid);
        self.group_number(&st, s)
    }

    /// setpgid(2): `pid` 0 is this process, `pgid` 0 a group of its own.
    pub fn setpgid(&self, pid: Pid, pgid: Pid) -> Result<(), Errno> {
        let target = if pid == 0 { self.pid } else { self.outer(pid).ok_or(Errno::ESRCH)? };
        let group = if pgid == 0 { target } else { self.outer_group(pgid).ok_or(Errno::EPERM)? };
        let mut st = self.k.st.borrow_mut();
        let p = st.procs.get_mut(&target).ok_or(Errno::ESRCH)?;
        if p.sid == p.pid {
            return Err(Errno::EPERM);
        }
        p.pgid = group;
        Ok(())
    }

    /// setsid(2).
    pub fn setsid(&self) -> Result<Pid, Errno> {
        self.me(|p| {
            p.sid = p.pid;
            p.pgid = p.pid;
            p.tty = None;
        })
        .ok_or(Errno::ESRCH)?;
        Ok(self.pid())
    }

    /// Says what to do with a signal; EINVAL for SIGKILL and SIGSTOP.
    pub fn signal(&self, signal: Signal, what: Disposition) -> Result<Disposition, Errno> {
        if matches!(signal, Signal::KILL | Signal::STOP) {
            return Err(Errno::EINVAL);
        }
        let old = self.me(|p| {
            if matches!(what, Disposition::Default | Disposition::Ignore) {
                p.caught.retain(|s| *s != signal);
            }
            match what {
                Disposition::Default => p.dispositions.remove(&signal),
                _ => p.dispositions.insert(signal, what),
            }
        });
        Ok(old.flatten().unwrap_or_default())
    }

    /// What is done with a signal.
    pub fn disposition(&self, signal: Signal) -> Disposition {
        self.me(|p| p.dispositions.get(&signal).copied()).flatten().unwrap_or_default()
    }

    /// The oldest handled signal that has come and was not taken yet.
    pub fn take_signal(&self) -> Option<Signal> {
        self.me(|p| p.caught.pop_front()).flatten()
    }

    /// Whether a handled signal waits to be taken.
    pub fn has_signal(&self) -> bool {
        self.me(|p| !p.caught.is_empty()).unwrap_or(false)
    }

    /// kill(2); `None` only asks whether it would be allowed. ESRCH, EPERM. A process that signals
    /// itself is ended at its next blocking call.
    pub fn kill(&self, target: KillTarget, signal: Option<Signal>) -> Result<(), Errno> {
        let targets: Vec<Pid> = match target {
            KillTarget::Pid(n) => self.outer(n).into_iter().collect(),
            KillTarget::Group(n) => {
                let group = if n == 0 { self.me(|p| p.pgid) } else { self.outer_group(n) };
                let st = self.k.st.borrow();
                st.procs.values().filter(|p| Some(p.pgid) == group).map(|p| p.pid).collect()
            }
            KillTarget::All => {
                let st = self.k.st.borrow();
                let ns = st.procs.get(&self.pid).map_or(0, |p| p.pidns);
                let others = st.procs.values().filter(|p| p.pid != self.pid && p.vpid != 1);
                others.filter(|p| is_host(&st, ns) || p.pidns == ns).map(|p| p.pid).collect()
            }
        };
        if targets.is_empty() {
            return Err(Errno::ESRCH);
        }
        let me = self.cred();
        let mut allowed = false;
        for pid in targets {
            let theirs = self.k.st.borrow().procs.get(&pid).map(|p| Rc::clone(&p.cred));
            let Some(theirs) = theirs else { continue };
            if me.can(CapSet::KILL) || me.euid == theirs.uid || me.uid == theirs.uid {
                allowed = true;
                // A namespace's first process can not be killed or stopped from within it.
                let spared =
                    matches!(signal, Some(Signal::KILL | Signal::STOP)) && self.is_own_init(pid);
                if let Some(signal) = signal.filter(|_| !spared) {
                    self.k.post(pid, signal);
                }
            }
        }
        if allowed { Ok(()) } else { Err(Errno::EPERM) }
    }

    /// Whether a process is the first of this one's namespace, the outermost excepted.
    fn is_own_init(&self, pid: Pid) -> bool {
        let st = self.k.st.borrow();
        let Some(me) = st.procs.get(&self.pid) else { return false };
        !is_host(&st, me.pidns) && st.pidns.get(&me.pidns).and_then(|n| n.init) == Some(pid)
    }
}
