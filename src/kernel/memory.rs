//! Memory: how much data programs hold, and who is killed when there is no more of it. Programs say
//! themselves what they hold; each bound of its own (a string's length, say) is theirs.

use crate::vfs::{CapSet, Errno, View, text};

use super::{Life, Pid, Proc, Signal, State, limits};

impl Proc {
    /// Notes that the program's data takes `bytes` now. Where all programs together hold more than
    /// the machine has, the largest are killed, as Linux's out-of-memory killer does. False when this
    /// process is among them: it has to end without doing more.
    #[must_use]
    pub fn hold(&self, bytes: u64) -> bool {
        let grown = self.me(|p| {
            let grown = bytes > p.data;
            p.memory = p.memory.saturating_sub(p.data).saturating_add(bytes);
            p.data = bytes;
            grown
        });
        if grown != Some(true) {
            return true;
        }
        self.check_memory();
        if self.condemned() {
            return false;
        }
        loop {
            let largest: Option<Pid> = {
                let st = self.k.st.borrow();
                let alive = st
                    .procs
                    .values()
                    .filter(|p| p.data > 0 && p.life == Life::Running && p.dying.is_none());
                let total: u64 = alive.clone().map(|p| p.data).sum();
                (total > limits::DATA)
                    .then(|| alive.max_by_key(|p| p.data).map(|p| p.pid))
                    .flatten()
            };
            let Some(pid) = largest else { return true };
            self.k.post(pid, Signal::KILL);
            if pid == self.pid {
                return false;
            }
        }
    }

    /// Bytes of data that the program has noted.
    pub fn held(&self) -> u64 {
        self.me(|p| p.data).unwrap_or(0)
    }

    /// Notes that the program holds at least `bytes`; does not go on when it is killed for that.
    pub async fn room(&self, bytes: usize) {
        let bytes = bytes as u64;
        if bytes > self.held() && !self.hold(bytes) {
            std::future::pending::<()>().await;
        }
    }

    /// Notes that the program holds `bytes` more; does not go on when it is killed for that.
    pub async fn more(&self, bytes: usize) {
        if !self.hold(self.held().saturating_add(bytes as u64)) {
            std::future::pending::<()>().await;
        }
    }
}

/// Writes to `oom_score_adj`: EINVAL out of bounds, EACCES where it would fall without
/// CAP_SYS_RESOURCE.
pub(super) fn set_oom_adj(
    st: &mut State,
    view: &View<'_>,
    pid: Pid,
    data: &[u8],
) -> Result<(), Errno> {
    let adj: i32 = text::decode(data).trim().parse().map_err(|_| Errno::EINVAL)?;
    if !(-1000..=1000).contains(&adj) {
        return Err(Errno::EINVAL);
    }
    let p = st.procs.get_mut(&pid).ok_or(Errno::ESRCH)?;
    if adj < p.oom_adj && !view.cred.can(CapSet::SYS_RESOURCE) {
        return Err(Errno::EACCES);
    }
    p.oom_adj = adj;
    Ok(())
}
