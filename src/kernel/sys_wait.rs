//! wait(2) and its relatives.

use crate::vfs::Errno;

use super::{Life, Pid, Proc, Signal, State, WaitStatus, sched};

/// Which children to wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitFor {
    /// Any child.
    Any,
    /// The child with this number.
    Pid(Pid),
    /// Any child in this group.
    Pgid(Pid),
}

/// What wait(2) reports besides ends, and whether it waits.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub struct WaitFlags {
    pub nohang: bool,
    pub untraced: bool,
    pub continued: bool,
}

impl Proc {
    /// Waits for a child. `None` only with `nohang`; ECHILD where there is none, EINTR when a handled
    /// signal comes first.
    pub async fn wait(
        &self,
        which: WaitFor,
        flags: WaitFlags,
    ) -> Result<Option<(Pid, WaitStatus)>, Errno> {
        self.blocking(|p| {
            let mut st = p.k.st.borrow_mut();
            match p.try_wait(&mut st, which, flags)? {
                Some(found) => Ok(Some(Some(found))),
                None if flags.nohang => Ok(Some(None)),
                None => Ok(None),
            }
        })
        .await
    }

    /// Waits for children for ever, those to come included: what a first process does.
    pub async fn reap_for_ever(&self) -> i32 {
        let done: Result<i32, Errno> = self
            .blocking(|p| {
                while let Ok(Some(_)) = p.wait_now(WaitFor::Any, WaitFlags::default()) {}
                Ok(None)
            })
            .await;
        done.unwrap_or(0)
    }

    /// [`Proc::wait`] that goes on when a handled signal comes, as a shell waits for the command in
    /// front: the signal's trap runs afterwards.
    pub async fn wait_on(
        &self,
        which: WaitFor,
        flags: WaitFlags,
    ) -> Result<(Pid, WaitStatus), Errno> {
        self.restarting(|p| p.try_wait(&mut p.k.st.borrow_mut(), which, flags)).await
    }

    /// Looks for a child that has ended, without waiting.
    pub fn wait_now(
        &self,
        which: WaitFor,
        flags: WaitFlags,
    ) -> Result<Option<(Pid, WaitStatus)>, Errno> {
        self.try_wait(&mut self.k.st.borrow_mut(), which, flags)
    }

    fn try_wait(
        &self,
        st: &mut State,
        which: WaitFor,
        flags: WaitFlags,
    ) -> Result<Option<(Pid, WaitStatus)>, Errno> {
        let me = st.procs.get(&self.pid).ok_or(Errno::ECHILD)?;
        let pidns = me.pidns;
        let mut any = false;
        let mut found = None;
        for &child in &me.children {
            let Some(c) = st.procs.get(&child) else { continue };
            let shown = if c.pidns == pidns { c.vpid } else { c.pid };
            let wanted = match which {
                WaitFor::Any => true,
                WaitFor::Pid(n) => shown == n,
                WaitFor::Pgid(n) => self.group_number(st, c.pgid) == n,
            };
            if !wanted {
                continue;
            }
            any = true;
            let report = match (c.life, c.report) {
                (Life::Zombie(status), _) => Some(status),
                (_, Some(s @ WaitStatus::Stopped(_))) if flags.untraced => Some(s),
                (_, Some(WaitStatus::Continued)) if flags.continued => Some(WaitStatus::Continued),
                _ => None,
            };
            if let Some(status) = report {
                found = Some((child, shown, status));
                break;
            }
        }
        let Some((child, shown, status)) = found else {
            return if any { Ok(None) } else { Err(Errno::ECHILD) };
        };
        if let Some(c) = st.procs.get_mut(&child) {
            c.report = None;
        }
        if matches!(status, WaitStatus::Exited(_) | WaitStatus::Signaled(_)) {
            let used = st.procs.get(&child).map_or(0, |c| c.cpu + c.child_cpu);
            sched::forget(st, child);
            if let Some(p) = st.procs.get_mut(&self.pid) {
                p.child_cpu += used;
                p.caught.retain(|s| *s != Signal::CHLD || p.children.iter().len() > 0);
            }
        }
        Ok(Some((shown, status)))
    }
}
