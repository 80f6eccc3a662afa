//! Making processes: fork(2), and the numbers that new ones get.

use std::future::Future;

use crate::vfs::Errno;

use super::sys_proc::is_host;
use super::{Pid, Proc, Process, State, limits};

impl Proc {
    /// A new process with everything inherited, before it has anything to run.
    pub(super) fn new_child(&self) -> Result<Pid, Errno> {
        let mut st = self.k.st.borrow_mut();
        let parent = st.procs.get(&self.pid).ok_or(Errno::ESRCH)?.clone();
        if st.is_crowded(&parent, self.k.now()) {
            return Err(Errno::EAGAIN);
        }
        let pid = st.fresh_pid();
        let vpid = st.enter_pidns(parent.pidns, pid);
        for entry in parent.fds.values() {
            if let Some(f) = st.files.get_mut(&entry.file) {
                f.refs += 1;
            }
        }
        let cwd = parent.cwd;
        let child = Process {
            pid,
            vpid,
            ppid: self.pid,
            caught: std::collections::VecDeque::new(),
            interrupt: false,
            children: std::collections::BTreeSet::new(),
            dying: None,
            report: None,
            started: self.k.now(),
            cpu: 0,
            child_cpu: 0,
            fuel: 0,
            // Pages are shared until they are written to.
            memory: parent.memory.saturating_sub(parent.data),
            data: 0,
            queued: false,
            courteous: false,
            far: false,
            heap: None,
            ..parent
        };
        st.procs.insert(pid, child);
        if let Some(p) = st.procs.get_mut(&self.pid) {
            p.children.insert(pid);
        }
        drop(st);
        self.k.vfs().pin(cwd.node);
        Ok(pid)
    }

    /// Puts a future behind a process and makes it runnable.
    pub(super) fn start(&self, pid: Pid, future: super::LocalFuture<i32>) {
        self.k.tasks.borrow_mut().insert(pid, future);
        self.k.st.borrow_mut().wake(pid);
    }

    /// Whether a fork made at once would find room. EAGAIN when there are too many processes.
    pub fn fork_room(&self) -> Result<(), Errno> {
        let mut st = self.k.st.borrow_mut();
        let me = st.procs.get(&self.pid).ok_or(Errno::ESRCH)?.clone();
        if st.is_crowded(&me, self.k.now()) { Err(Errno::EAGAIN) } else { Ok(()) }
    }

    /// fork(2): the child runs `body` to an exit status, with copies of all that this process has.
    /// EAGAIN when there are too many processes.
    pub fn fork<F, B>(&self, body: B) -> Result<Pid, Errno>
    where
        F: Future<Output = i32> + 'static,
        B: FnOnce(Proc) -> F,
    {
        let pid = self.new_child()?;
        self.k.st.borrow_mut().procs.entry(pid).and_modify(|p| p.program = None);
        let child = self.k.proc(pid);
        let future = Box::pin(body(child));
        self.start(pid, future);
        let st = self.k.st.borrow();
        Ok(self.shown(&st, pid))
    }
}

/// A bound on the number of processes, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crowd {
    /// The machine's.
    All,
    /// A user's (RLIMIT_NPROC).
    User(u32),
    /// A control group's (pids.max).
    Group(u32),
}

/// Nanoseconds that a bound which was reached stays closed while it is besieged: longer than a shell
/// waits between two tries (bash: 8 seconds).
const CALM: i64 = 9_000_000_000;

/// The least bound that is closed for a while.
const FEW: usize = 12;

impl State {
    /// Whether a process may have no more children, for now. Processes that fork without end would
    /// take every place that comes free, for ever; so a bound that was reached stays closed for a
    /// while after the last refusal in a crowd. They run out of tries meanwhile, and the machine is
    /// whole again.
    fn is_crowded(&mut self, parent: &Process, now: i64) -> bool {
        let (uid, group) = (parent.cred.uid, parent.cgroup);
        let mut crowded = false;
        let mut bound = |crowd: Crowd, count: usize, most: usize| {
            // So few can not besiege anything.
            if most < FEW {
                crowded |= count >= most;
                return;
            }
            let known = self.crowds.get(&crowd).is_some_and(|at| at.saturating_add(CALM) > now);
            if count >= most || (known && count >= most / 4) {
                self.crowds.insert(crowd, now);
            } else if !known {
                self.crowds.remove(&crowd);
            }
            crowded |= known || count >= most;
        };
        bound(Crowd::All, self.procs.len(), limits::PROCESSES);
        if uid != 0 {
            let own = self.procs.values().filter(|p| p.cred.uid == uid).count();
            let most = parent.limits.soft(super::Resource::Nproc);
            let most = usize::try_from(most).unwrap_or(usize::MAX).min(limits::USER_PROCESSES);
            bound(Crowd::User(uid), own, most);
        }
        if let Some(most) = self.cgroups.get(&group).and_then(|g| g.pids_max) {
            let own = self.procs.values().filter(|p| p.cgroup == group).count();
            bound(Crowd::Group(group), own, usize::try_from(most).unwrap_or(usize::MAX));
        }
        crowded
    }

    pub(super) fn fresh_pid(&mut self) -> Pid {
        let top = self.procs.last_key_value().map_or(0, |(pid, _)| *pid);
        let host = self.pidns.first_key_value().map(|(id, _)| *id).unwrap_or_default();
        let ns = self.pidns.entry(host).or_default();
        let pid = ns.next.max(1);
        ns.next = pid + 1;
        debug_assert!(pid > top || !self.procs.contains_key(&pid));
        pid
    }

    /// Gives a process its number in a namespace.
    pub(super) fn enter_pidns(&mut self, pidns: u32, pid: Pid) -> Pid {
        let host = is_host(self, pidns);
        let Some(ns) = self.pidns.get_mut(&pidns) else { return pid };
        let vpid = if host {
            pid
        } else {
            let n = ns.next.max(1);
            ns.next = n + 1;
            n
        };
        ns.pids.insert(vpid, pid);
        if vpid == 1 {
            ns.init = Some(pid);
        }
        vpid
    }
}
