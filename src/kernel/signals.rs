//! Sending signals: kill(2), the freezer, and what a stop or a continue does.

use std::rc::Rc;

use super::{Action, Disposition, Kernel, Life, Pid, Signal, WaitStatus};

impl Kernel {
    /// Sends a signal to a process, by its number outside of namespaces. The first process of a
    /// namespace is spared signals that it does not handle, SIGKILL and SIGSTOP from outside
    /// excepted (pid_namespaces(7)).
    pub fn post(self: &Rc<Kernel>, pid: Pid, signal: Signal) {
        let mut st = self.st.borrow_mut();
        let Some(p) = st.procs.get(&pid) else { return };
        if p.life != Life::Running {
            return;
        }
        let (ppid, pidns) = (p.ppid, p.pidns);
        let is_init = st.pidns.get(&pidns).and_then(|n| n.init) == Some(pid);
        let Some(p) = st.procs.get_mut(&pid) else { return };
        let disposition = p.dispositions.get(&signal).copied().unwrap_or_default();
        if signal == Signal::CONT && p.stopped.take().is_some() {
            p.report = Some(WaitStatus::Continued);
            st.wake(pid);
            st.wake(ppid);
        }
        let Some(p) = st.procs.get_mut(&pid) else { return };
        match (signal, disposition) {
            (Signal::KILL, _) => p.dying = Some(WaitStatus::Signaled(signal)),
            (Signal::STOP, _) => {
                p.stopped = Some(signal);
                p.report = Some(WaitStatus::Stopped(signal));
                st.wake(ppid);
                return;
            }
            (_, Disposition::Ignore) => return,
            (_, Disposition::Handle | Disposition::Interrupt) => {
                p.interrupt = true;
                if !p.caught.contains(&signal) {
                    p.caught.push_back(signal);
                }
            }
            (_, Disposition::Default) if is_init => return,
            (_, Disposition::Default) => match signal.action() {
                Action::Ignore | Action::Continue => return,
                Action::Terminate | Action::Core => {
                    p.dying = Some(WaitStatus::Signaled(signal));
                    // A stopped process is continued to die only by SIGKILL and SIGCONT.
                    if p.stopped.is_some() {
                        return;
                    }
                }
                Action::Stop => {
                    p.stopped = Some(signal);
                    p.report = Some(WaitStatus::Stopped(signal));
                    st.wake(ppid);
                    return;
                }
            },
        }
        st.wake(pid);
    }

    /// Sends a signal to every process of a group.
    pub fn post_group(self: &Rc<Kernel>, pgid: Pid, signal: Signal) {
        let members: Vec<Pid> = {
            let st = self.st.borrow();
            st.procs.values().filter(|p| p.pgid == pgid).map(|p| p.pid).collect()
        };
        for pid in members {
            self.post(pid, signal);
        }
    }

    /// The processes of a PID namespace.
    pub fn members(&self, pidns: u32) -> Vec<Pid> {
        let st = self.st.borrow();
        st.procs.values().filter(|p| p.pidns == pidns).map(|p| p.pid).collect()
    }

    /// Whether a process is there and has not ended.
    pub fn is_alive(&self, pid: Pid) -> bool {
        self.st.borrow().procs.get(&pid).is_some_and(|p| p.life == Life::Running)
    }
}
