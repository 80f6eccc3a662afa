//! Whose turn it is, and what time it is. Time moves by the fuel that processes use, and jumps to the
//! next timer when all of them wait: it is a function of the inputs alone.

use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::{FUEL_NS, Kernel, Life, Pid, Signal, TURN_NS, WaitStatus};

/// What a run of the kernel came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// Somebody could run on.
    Busy,
    /// All wait; the next timer is at this time, if there is one.
    Idle {
        /// Nanoseconds since the epoch.
        next: Option<i64>,
    },
}

impl Kernel {
    /// Runs up to `turns` turns at the present virtual time; stops early when nobody can run, and
    /// when the machine was asked to go down ([`Kernel::take_power`]).
    pub fn run(self: &Rc<Kernel>, turns: u64) -> Progress {
        for _ in 0..turns {
            if self.st.borrow().power.is_some() {
                return Progress::Busy;
            }
            if !self.turn() {
                return Progress::Idle { next: self.next_timer() };
            }
        }
        if self.st.borrow().run_queue.is_empty() {
            Progress::Idle { next: self.next_timer() }
        } else {
            Progress::Busy
        }
    }

    /// Runs until the clock reaches `to`, timers included, but no more than `turns` turns; true once
    /// it is there. The last turn may carry the clock beyond: a log's stamps are such times, so a
    /// replay stops exactly where the session was.
    pub fn run_to(self: &Rc<Kernel>, to: i64, turns: u64) -> bool {
        for _ in 0..turns {
            if self.clock.get() >= to {
                return true;
            }
            if self.st.borrow().power.is_some() {
                return false;
            }
            if !self.turn() {
                let next = self.next_timer().filter(|&at| at <= to);
                self.advance_to(next.unwrap_or(to));
            }
        }
        self.clock.get() >= to
    }

    fn next_timer(&self) -> Option<i64> {
        self.st.borrow().timers.first().map(|t| t.0)
    }

    /// Sets the clock forward to `to` (never back) and wakes whose timers are due.
    pub fn advance_to(&self, to: i64) {
        if to > self.clock.get() {
            self.clock.set(to);
            self.st.borrow_mut().load.sample(to, 0);
        }
        self.fire_timers();
    }

    fn fire_timers(&self) {
        let now = self.clock.get();
        let mut st = self.st.borrow_mut();
        while let Some(&(at, pid)) = st.timers.first()
            && at <= now
        {
            st.timers.pop_first();
            st.wake(pid);
        }
    }

    /// One turn of the process at the head of the queue; false when there is none.
    fn turn(self: &Rc<Kernel>) -> bool {
        let pid = {
            let mut st = self.st.borrow_mut();
            loop {
                let Some(pid) = st.run_queue.pop_front() else { return false };
                let Some(p) = st.procs.get_mut(&pid) else { continue };
                p.queued = false;
                p.fuel = 0;
                p.courteous = false;
                if p.life == Life::Running
                    && (p.dying.is_some() || (p.stopped.is_none() && !p.frozen))
                {
                    break pid;
                }
            }
        };
        if !self.reap_dying(pid) {
            let task = self.tasks.borrow_mut().remove(&pid);
            if let Some(mut task) = task {
                let polled = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
                let next = self.images.borrow_mut().remove(&pid);
                match (polled, next) {
                    (Poll::Ready(code), _) => {
                        drop(task);
                        // A signal that it sent itself before its end comes first, as kill(2) has it.
                        let killed = self.st.borrow().procs.get(&pid).and_then(|p| p.dying);
                        self.finish(pid, killed.unwrap_or(WaitStatus::Exited(code as u8)));
                    }
                    (Poll::Pending, Some(image)) => {
                        drop(task);
                        self.tasks.borrow_mut().insert(pid, image);
                        self.st.borrow_mut().wake(pid);
                    }
                    (Poll::Pending, None) => {
                        self.tasks.borrow_mut().insert(pid, task);
                    }
                }
                self.reap_dying(pid);
            }
        }
        let used = {
            let mut st = self.st.borrow_mut();
            let p = st.procs.get_mut(&pid);
            let used = TURN_NS + p.as_ref().map_or(0, |p| p.fuel as i64 * FUEL_NS);
            let (mut before, mut group) = (0, 0);
            if let Some(p) = p {
                (before, group) = (p.cpu, p.cgroup);
                p.cpu += used;
                p.fuel = 0;
            }
            if let Some(g) = st.cgroups.get_mut(&group) {
                g.cpu_used += used;
            }
            let active = st.run_queue.len() as u64 + 1;
            st.load.used += used;
            st.load.sample(self.clock.get() + used, active);
            drop(st);
            self.enforce_cpu(pid, before, before + used);
            used
        };
        self.clock.set(self.clock.get() + used);
        self.fire_timers();
        true
    }

    /// Ends a process that a signal has condemned.
    fn reap_dying(self: &Rc<Kernel>, pid: Pid) -> bool {
        let status = self.st.borrow().procs.get(&pid).and_then(|p| match p.life {
            Life::Running => p.dying,
            Life::Zombie(_) => None,
        });
        let Some(status) = status else { return false };
        let task = self.tasks.borrow_mut().remove(&pid);
        let image = self.images.borrow_mut().remove(&pid);
        drop((task, image));
        self.finish(pid, status);
        true
    }

    /// A process has ended: frees what it held, hands its children on, and tells its parent.
    fn finish(self: &Rc<Kernel>, pid: Pid, status: WaitStatus) {
        let proc = self.proc(pid);
        proc.close_all();
        let mut unpin = Vec::new();
        let mut doomed = Vec::new();
        {
            let mut st = self.st.borrow_mut();
            let Some(p) = st.procs.get_mut(&pid) else { return };
            p.life = Life::Zombie(status);
            p.dying = None;
            p.heap = None;
            p.memory = p.memory.saturating_sub(std::mem::take(&mut p.data));
            unpin.push(p.cwd.node);
            let (ppid, pidns, sid, tty, children) =
                (p.ppid, p.pidns, p.sid, p.tty, std::mem::take(&mut p.children));
            let own_init = st.pidns.get(&pidns).and_then(|n| n.init);
            let heir = if own_init == Some(pid) {
                doomed = st
                    .procs
                    .values()
                    .filter(|q| q.pidns == pidns && q.pid != pid)
                    .map(|q| q.pid)
                    .collect();
                1
            } else {
                own_init.unwrap_or(1)
            };
            for child in children {
                if let Some(c) = st.procs.get_mut(&child) {
                    c.ppid = heir;
                }
                if let Some(h) = st.procs.get_mut(&heir) {
                    h.children.insert(child);
                }
            }
            st.wake(heir);
            if sid == pid
                && let Some(tty) = tty.and_then(|t| st.ttys.get_mut(&t))
                && tty.session == Some(sid)
            {
                tty.session = None;
                let group = tty.foreground.take();
                let waiting = std::mem::take(&mut tty.waiting);
                st.wake_all(waiting);
                let members = st.procs.values().filter(|q| Some(q.pgid) == group && q.pid != pid);
                let members: Vec<Pid> = members.map(|q| q.pid).collect();
                drop(st);
                for m in members {
                    self.post(m, Signal::HUP);
                }
                st = self.st.borrow_mut();
            }
            // A parent that ignores SIGCHLD, or is not there, leaves nothing to wait for.
            let wanted = st.procs.get(&ppid).is_some_and(|p| {
                p.dispositions.get(&Signal::CHLD) != Some(&super::Disposition::Ignore)
            });
            if wanted {
                st.wake(ppid);
            } else {
                forget(&mut st, pid);
            }
        }
        {
            let mut vfs = self.vfs();
            for node in unpin {
                vfs.unpin(node);
            }
        }
        for other in doomed {
            self.post(other, Signal::KILL);
        }
        let ppid = self.st.borrow().procs.get(&pid).map(|p| p.ppid);
        if let Some(ppid) = ppid {
            self.post(ppid, Signal::CHLD);
        }
    }
}

/// Takes an ended process out of every table.
pub(super) fn forget(st: &mut super::State, pid: Pid) {
    if let Some(p) = st.procs.remove(&pid) {
        if let Some(parent) = st.procs.get_mut(&p.ppid) {
            parent.children.remove(&pid);
        }
        if let Some(ns) = st.pidns.get_mut(&p.pidns) {
            ns.pids.remove(&p.vpid);
            if ns.init == Some(pid) {
                ns.init = None;
            }
        }
    }
}
