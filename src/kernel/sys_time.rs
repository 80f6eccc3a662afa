//! Waiting for time and for conditions, and giving way to others.

use std::future::poll_fn;
use std::task::Poll;

use crate::vfs::Errno;

use super::sys_io::remember;
use super::{FUEL_NS, Proc, SLICE};

impl Proc {
    /// Waits for `ns` nanoseconds of virtual time; EINTR.
    pub async fn sleep(&self, ns: u64) -> Result<(), Errno> {
        let until = self.k.now().saturating_add(i64::try_from(ns).unwrap_or(i64::MAX));
        self.sleep_until(until).await
    }

    /// Waits until a time in nanoseconds since the epoch; EINTR.
    pub async fn sleep_until(&self, until: i64) -> Result<(), Errno> {
        self.blocking(|p| {
            if p.k.now() >= until {
                return Ok(Some(()));
            }
            p.k.st.borrow_mut().timers.insert((until, p.pid));
            Ok(None)
        })
        .await
    }

    /// Waits until a condition's version is other than `seen`; gives the new one. EINTR.
    pub async fn wait_cond(&self, cond: u64, seen: u64) -> Result<u64, Errno> {
        self.blocking(|p| {
            let mut st = p.k.st.borrow_mut();
            let Some(c) = st.conds.get_mut(&cond) else { return Ok(Some(0)) };
            if c.version != seen {
                return Ok(Some(c.version));
            }
            remember(&mut c.waiting, p.pid);
            Ok(None)
        })
        .await
    }

    /// Notes fuel used, without giving way.
    pub fn burn(&self, n: u64) {
        if let Some(p) = self.k.st.borrow_mut().procs.get_mut(&self.pid) {
            p.fuel = p.fuel.saturating_add(n);
        }
    }

    /// Notes fuel used; true when it is time to [`Proc::give_way`].
    pub fn spend(&self, n: u64) -> bool {
        let mut st = self.k.st.borrow_mut();
        let Some(p) = st.procs.get_mut(&self.pid) else { return true };
        p.fuel = p.fuel.saturating_add(n);
        p.fuel >= SLICE || p.courteous || p.dying.is_some() || p.stopped.is_some()
    }

    /// Uses fuel, and lets others run when this process has had its share. To be called in every
    /// loop that could be long: it is what lets signals in.
    pub async fn tick(&self, n: u32) {
        self.give_way(u64::from(n)).await;
    }

    /// Lets others have so many turns, where there are any who want them.
    pub async fn stand_aside(&self, turns: u32) {
        for _ in 0..turns {
            let mut yielded = false;
            poll_fn(|_| {
                if yielded && !self.condemned() {
                    return Poll::Ready(());
                }
                yielded = true;
                self.k.st.borrow_mut().wake(self.pid);
                Poll::Pending
            })
            .await;
        }
    }

    pub(super) async fn give_way(&self, n: u64) {
        if !self.spend(n) {
            return;
        }
        self.stand_aside(1).await;
    }

    /// Processor time used so far: own and of children waited for, in nanoseconds.
    pub fn cpu_times(&self) -> (i64, i64) {
        let st = self.k.st.borrow();
        let p = st.procs.get(&self.pid);
        p.map_or((0, 0), |p| (p.cpu + p.fuel as i64 * FUEL_NS, p.child_cpu))
    }
}
