//! Advisory locks on whole files: flock(2). A lock belongs to an open file description, and goes with it.

use std::collections::BTreeMap;

use crate::vfs::{Errno, NodeId};

use super::sys_io::remember;
use super::{Fd, FileKind, Pid, Proc, State};

/// Locks by file.
pub type Locks = BTreeMap<NodeId, Lock>;

/// The locks on a file.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// Open file descriptions, and whether each holds the file for itself alone.
    holders: BTreeMap<u64, bool>,
    waiting: Vec<Pid>,
}

/// Takes a description's lock away and wakes who waits for it.
pub(super) fn unlock(st: &mut State, node: NodeId, file: u64) {
    let Some(lock) = st.locks.get_mut(&node) else { return };
    lock.holders.remove(&file);
    let waiting = std::mem::take(&mut lock.waiting);
    if lock.holders.is_empty() {
        st.locks.remove(&node);
    }
    st.wake_all(waiting);
}

impl Proc {
    fn lockable(&self, fd: Fd) -> Result<(NodeId, u64), Errno> {
        match self.file_kind(fd)? {
            FileKind::Node(at) => Ok((at.node, self.file_id(&self.k.st.borrow(), fd)?)),
            _ => Err(Errno::EBADF),
        }
    }

    /// Locks a file, for this description alone or shared with others. EAGAIN when others still hold
    /// it at a time in nanoseconds since the epoch.
    pub async fn flock(&self, fd: Fd, alone: bool, until: Option<i64>) -> Result<(), Errno> {
        let (node, file) = self.lockable(fd)?;
        self.blocking(|p| {
            let now = p.k.now();
            let mut st = p.k.st.borrow_mut();
            let lock = st.locks.entry(node).or_default();
            let clash = |(id, theirs): (&u64, &bool)| *id != file && (alone || *theirs);
            if !lock.holders.iter().any(clash) {
                lock.holders.insert(file, alone);
                return Ok(Some(()));
            }
            if until.is_some_and(|at| now >= at) {
                return Err(Errno::EAGAIN);
            }
            remember(&mut lock.waiting, p.pid);
            if let Some(at) = until {
                st.timers.insert((at, p.pid));
            }
            Ok(None)
        })
        .await
    }

    /// Gives a lock back.
    pub fn funlock(&self, fd: Fd) -> Result<(), Errno> {
        let (node, file) = self.lockable(fd)?;
        unlock(&mut self.k.st.borrow_mut(), node, file);
        Ok(())
    }
}
