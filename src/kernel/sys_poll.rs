//! Waiting for several things at once, as poll(2) does it for a server with many connections, and the
//! memory of a program that goes into copies of the world.

use std::any::Any;
use std::fmt::Debug;
use std::rc::Rc;

use crate::vfs::Errno;

use super::sys_io::remember;
use super::{Fd, FileKind, Kernel, Life, Proc};

/// What a program keeps in its memory where it is to run on in a copy of the world.
pub trait Heap: Debug {
    /// A copy that shares nothing that changes.
    fn duplicate(&self) -> Rc<dyn Heap>;
    /// Itself, for the program to find its own type again.
    fn as_any(&self) -> &dyn Any;
}

impl Proc {
    /// Gives the process memory that goes into copies of the world; exec and the end free it.
    pub fn set_heap(&self, heap: Rc<dyn Heap>) {
        self.me(|p| p.heap = Some(heap));
    }

    /// The memory set before, if the process was copied with the world.
    pub fn heap(&self) -> Option<Rc<dyn Heap>> {
        self.me(|p| p.heap.clone()).flatten()
    }

    /// Waits until one of `read` can be read (a port: has a caller), one of `write` has room, a child has
    /// ended, or it is `until` (nanoseconds since the epoch). EINTR when a handled signal comes first.
    pub async fn poll(&self, read: &[Fd], write: &[Fd], until: Option<i64>) -> Result<(), Errno> {
        self.tick(1).await;
        self.blocking(|p| {
            for fd in read {
                if p.ready(*fd, false)? {
                    return Ok(Some(()));
                }
            }
            for fd in write {
                if p.ready(*fd, true)? {
                    return Ok(Some(()));
                }
            }
            let mut st = p.k.st.borrow_mut();
            let me = st.procs.get(&p.pid).ok_or(Errno::ESRCH)?;
            let ended = |pid| {
                st.procs
                    .get(pid)
                    .is_some_and(|c: &super::Process| matches!(c.life, Life::Zombie(_)))
            };
            if me.children.iter().any(ended) {
                return Ok(Some(()));
            }
            if let Some(at) = until {
                if p.k.now() >= at {
                    return Ok(Some(()));
                }
                st.timers.insert((at, p.pid));
            }
            Ok(None)
        })
        .await
    }

    /// Whether what is written to a descriptor is read by nobody any more (POLLERR).
    pub fn deserted(&self, fd: Fd) -> bool {
        let Ok(FileKind::PipeWrite(id) | FileKind::Stream { tx: id, .. }) = self.file_kind(fd)
        else {
            return false;
        };
        self.k.st.borrow().pipes.get(&id).is_none_or(|p| p.readers == 0 && p.had_reader)
    }

    /// Whether a descriptor is ready; where not, the process is woken when that may have changed.
    fn ready(&self, fd: Fd, write: bool) -> Result<bool, Errno> {
        let kind = self.file_kind(fd)?;
        let mut st = self.k.st.borrow_mut();
        if let FileKind::Listener(id) = kind {
            return Ok(st.net.called(id, self.pid));
        }
        let pipe = match (&kind, write) {
            (FileKind::PipeRead(id) | FileKind::PipeBoth(id), false)
            | (FileKind::Stream { rx: id, .. }, false)
            | (FileKind::PipeWrite(id) | FileKind::PipeBoth(id), true)
            | (FileKind::Stream { tx: id, .. }, true) => *id,
            _ => {
                drop(st);
                return if write { Ok(true) } else { self.readable(fd) };
            }
        };
        let Some(pipe) = st.pipes.get_mut(&pipe) else { return Ok(true) };
        let ready = if write {
            pipe.room() >= 4096 || (pipe.readers == 0 && pipe.had_reader)
        } else {
            !pipe.is_empty() || (pipe.writers == 0 && pipe.had_writer)
        };
        if !ready {
            remember(&mut pipe.waiting, self.pid);
        }
        Ok(ready)
    }
}

impl Kernel {
    /// Gives every program of a copied machine a memory of its own.
    pub(super) fn part_heaps(&self) {
        for p in self.st.borrow_mut().procs.values_mut() {
            p.heap = p.heap.as_ref().map(|h| h.duplicate());
        }
    }
}
