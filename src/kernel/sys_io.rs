//! read(2) and write(2), and what blocks in them.

use std::future::poll_fn;
use std::task::Poll;

use crate::vfs::{Errno, Loc, OpenFlags};

use super::{Fd, FileKind, Pid, Proc, Signal, State};

/// An attempt at something that may have to wait.
enum Try<T> {
    Done(T),
    Wait,
}

impl Proc {
    /// Whether a signal that the process handles has come. It ends one blocking call with EINTR; a
    /// call that is made again waits, as it does once a handler has run (signal(7)).
    pub(super) fn interrupted(&self, st: &mut State) -> bool {
        let Some(p) = st.procs.get_mut(&self.pid) else { return false };
        std::mem::take(&mut p.interrupt) && !p.caught.is_empty()
    }

    /// Whether a signal waits to be taken that no call goes on after.
    fn broken_off(&self) -> bool {
        let st = self.k.st.borrow();
        st.procs.get(&self.pid).is_some_and(|p| {
            let ends = |s| p.dispositions.get(s) == Some(&super::Disposition::Interrupt);
            p.caught.iter().any(ends)
        })
    }

    /// Whether the process is condemned: it must not go on.
    pub(super) fn condemned(&self) -> bool {
        self.k
            .st
            .borrow()
            .procs
            .get(&self.pid)
            .is_none_or(|p| p.dying.is_some() || p.stopped.is_some())
    }

    /// Tries until it is done; EINTR when a handled signal comes first.
    pub(super) async fn blocking<T>(
        &self,
        mut attempt: impl FnMut(&Proc) -> Result<Option<T>, Errno>,
    ) -> Result<T, Errno> {
        poll_fn(|_| {
            if self.condemned() {
                return Poll::Pending;
            }
            match attempt(self) {
                Ok(Some(done)) => Poll::Ready(Ok(done)),
                Err(e) => Poll::Ready(Err(e)),
                Ok(None) if self.interrupted(&mut self.k.st.borrow_mut()) => {
                    Poll::Ready(Err(Errno::EINTR))
                }
                Ok(None) => Poll::Pending,
            }
        })
        .await
    }

    /// [`Proc::blocking`] that handled signals do not end: they wait to be taken (SA_RESTART).
    pub(super) async fn restarting<T>(
        &self,
        mut attempt: impl FnMut(&Proc) -> Result<Option<T>, Errno>,
    ) -> Result<T, Errno> {
        poll_fn(|_| {
            if self.condemned() {
                return Poll::Pending;
            }
            match attempt(self).transpose() {
                Some(done) => Poll::Ready(done),
                None if self.broken_off() => Poll::Ready(Err(Errno::EINTR)),
                None => Poll::Pending,
            }
        })
        .await
    }

    /// [`Proc::read`] that goes on when a handled signal comes.
    pub async fn read_on(&self, fd: Fd, max: usize) -> Result<Vec<u8>, Errno> {
        self.give_way(1).await;
        self.restarting(|p| match p.try_read(fd, max)? {
            Try::Done(bytes) => Ok(Some(bytes)),
            Try::Wait => Ok(None),
        })
        .await
    }

    /// read(2): up to `max` bytes; none at the end of the file.
    pub async fn read(&self, fd: Fd, max: usize) -> Result<Vec<u8>, Errno> {
        self.give_way(1).await;
        let nonblock = self.fd_flags(fd)?.has(OpenFlags::NONBLOCK);
        self.blocking(|p| match p.try_read(fd, max)? {
            Try::Done(bytes) => Ok(Some(bytes)),
            Try::Wait if nonblock => Err(Errno::EAGAIN),
            Try::Wait => Ok(None),
        })
        .await
    }

    fn try_read(&self, fd: Fd, max: usize) -> Result<Try<Vec<u8>>, Errno> {
        let mut guard = self.k.st.borrow_mut();
        let st = &mut *guard;
        let id = self.file_id(st, fd)?;
        let f = st.files.get_mut(&id).ok_or(Errno::EBADF)?;
        if !f.flags.has(OpenFlags::READ) {
            return Err(Errno::EBADF);
        }
        let max = max.min(1 << 20);
        match f.kind.clone() {
            FileKind::Node(at) => {
                let offset = f.offset;
                drop(guard);
                let bytes = self.fs(|vfs, view| vfs.read_node(view, at.node, offset, max))??;
                if let Some(f) = self.k.st.borrow_mut().files.get_mut(&id) {
                    f.offset = offset + bytes.len() as u64;
                }
                self.burn(bytes.len() as u64 / 4096);
                Ok(Try::Done(bytes))
            }
            FileKind::PipeRead(id) | FileKind::PipeBoth(id) | FileKind::Stream { rx: id, .. } => {
                let pipe = st.pipes.get_mut(&id).ok_or(Errno::EBADF)?;
                if !pipe.is_empty() && max > 0 {
                    let bytes = pipe.take(max);
                    let waiting = std::mem::take(&mut pipe.waiting);
                    st.wake_all(waiting);
                    return Ok(Try::Done(bytes));
                }
                if max == 0 || (pipe.writers == 0 && pipe.had_writer) {
                    return Ok(Try::Done(Vec::new()));
                }
                remember(&mut pipe.waiting, self.pid);
                Ok(Try::Wait)
            }
            FileKind::Tty(n) => self.read_tty(st, n, max),
            FileKind::Master(n) => {
                let tty = st.ttys.get_mut(&n).ok_or(Errno::EIO)?;
                if tty.out.is_empty() {
                    remember(&mut tty.waiting, self.pid);
                    return Ok(Try::Wait);
                }
                let rest = tty.out.split_off(max.min(tty.out.len()));
                let bytes = std::mem::replace(&mut tty.out, rest);
                let waiting = std::mem::take(&mut tty.waiting);
                st.wake_all(waiting);
                Ok(Try::Done(bytes))
            }
            FileKind::Zero | FileKind::Full => Ok(Try::Done(vec![0; max])),
            FileKind::Random => {
                drop(guard);
                let mut bytes = vec![0; max];
                self.k.random(&mut bytes);
                Ok(Try::Done(bytes))
            }
            FileKind::Listener(_) => Err(Errno::EINVAL),
            FileKind::Null | FileKind::Host(_) | FileKind::PipeWrite(_) => {
                Ok(Try::Done(Vec::new()))
            }
        }
    }

    /// A background process that reads its terminal is stopped by SIGTTIN.
    fn read_tty(&self, st: &mut State, n: u32, max: usize) -> Result<Try<Vec<u8>>, Errno> {
        let me = st.procs.get(&self.pid).ok_or(Errno::ESRCH)?;
        let (pgid, tty_of) = (me.pgid, me.tty);
        let ignores =
            me.dispositions.get(&Signal::TTIN).is_some_and(|d| *d != super::Disposition::Default);
        let tty = st.ttys.get_mut(&n).ok_or(Errno::EIO)?;
        if tty_of == Some(n) && tty.foreground.is_some_and(|g| g != pgid) {
            if ignores {
                return Err(Errno::EIO);
            }
            let ppid = {
                let Some(p) = st.procs.get_mut(&self.pid) else { return Err(Errno::ESRCH) };
                p.stopped = Some(Signal::TTIN);
                p.report = Some(super::WaitStatus::Stopped(Signal::TTIN));
                p.ppid
            };
            st.wake(ppid);
            return Ok(Try::Wait);
        }
        match tty.take(max) {
            Some(bytes) => Ok(Try::Done(bytes)),
            None => {
                tty.wanted = true;
                remember(&mut tty.waiting, self.pid);
                Ok(Try::Wait)
            }
        }
    }

    /// Whether a read would not wait.
    pub fn readable(&self, fd: Fd) -> Result<bool, Errno> {
        let kind = self.file_kind(fd)?;
        let st = self.k.st.borrow();
        Ok(match kind {
            FileKind::PipeRead(id) | FileKind::PipeBoth(id) | FileKind::Stream { rx: id, .. } => {
                st.pipes.get(&id).is_none_or(|p| !p.is_empty() || (p.writers == 0 && p.had_writer))
            }
            FileKind::Tty(n) => st.ttys.get(&n).is_none_or(|t| t.readable()),
            FileKind::Master(n) => st.ttys.get(&n).is_none_or(|t| !t.out.is_empty()),
            FileKind::Listener(id) => st.net.has_call(id),
            _ => true,
        })
    }

    /// Waits until a read would not wait, or until `deadline` (nanoseconds since the epoch); gives
    /// whether it is readable.
    pub async fn wait_readable(&self, fd: Fd, deadline: Option<i64>) -> Result<bool, Errno> {
        self.blocking(|p| {
            if p.readable(fd)? {
                return Ok(Some(true));
            }
            let kind = p.file_kind(fd)?;
            let mut st = p.k.st.borrow_mut();
            match kind {
                FileKind::PipeRead(id)
                | FileKind::PipeBoth(id)
                | FileKind::Stream { rx: id, .. } => {
                    if let Some(pipe) = st.pipes.get_mut(&id) {
                        remember(&mut pipe.waiting, p.pid);
                    }
                }
                FileKind::Tty(n) | FileKind::Master(n) => {
                    if let Some(tty) = st.ttys.get_mut(&n) {
                        tty.wanted |= matches!(kind, FileKind::Tty(_));
                        remember(&mut tty.waiting, p.pid);
                    }
                }
                _ => {}
            }
            if let Some(at) = deadline {
                if p.k.now() >= at {
                    return Ok(Some(false));
                }
                st.timers.insert((at, p.pid));
            }
            Ok(None)
        })
        .await
    }

    /// write(2): gives how much was written. A pipe without readers gives SIGPIPE, or EPIPE where
    /// that is ignored or handled.
    pub async fn write(&self, fd: Fd, bytes: &[u8]) -> Result<usize, Errno> {
        self.give_way(1).await;
        let nonblock = self.fd_flags(fd)?.has(OpenFlags::NONBLOCK);
        self.blocking(|p| match p.try_write(fd, bytes)? {
            Try::Done(n) => Ok(Some(n)),
            Try::Wait if nonblock => Err(Errno::EAGAIN),
            Try::Wait => Ok(None),
        })
        .await
    }

    /// Writes all of `bytes`.
    pub async fn write_all(&self, fd: Fd, mut bytes: &[u8]) -> Result<(), Errno> {
        while !bytes.is_empty() {
            let n = self.write(fd, bytes).await?;
            bytes = &bytes[n..];
        }
        Ok(())
    }

    fn try_write(&self, fd: Fd, bytes: &[u8]) -> Result<Try<usize>, Errno> {
        let mut guard = self.k.st.borrow_mut();
        let st = &mut *guard;
        let now = self.k.now();
        let id = self.file_id(st, fd)?;
        let f = st.files.get_mut(&id).ok_or(Errno::EBADF)?;
        if !f.flags.has(OpenFlags::WRITE) {
            return Err(Errno::EBADF);
        }
        match f.kind.clone() {
            FileKind::Node(at) => {
                let (offset, append) = (f.offset, f.flags.has(OpenFlags::APPEND));
                drop(guard);
                self.write_node(id, at, offset, append, bytes)
            }
            FileKind::PipeWrite(id) | FileKind::PipeBoth(id) | FileKind::Stream { tx: id, .. } => {
                let pipe = st.pipes.get_mut(&id).ok_or(Errno::EPIPE)?;
                if pipe.readers == 0 && pipe.had_reader {
                    drop(guard);
                    self.k.post(self.pid, Signal::PIPE);
                    return if self.condemned() { Ok(Try::Wait) } else { Err(Errno::EPIPE) };
                }
                let room = pipe.room();
                // Up to PIPE_BUF bytes are written whole or not at all.
                if pipe.readers == 0 || room == 0 || (bytes.len() <= 4096 && room < bytes.len()) {
                    remember(&mut pipe.waiting, self.pid);
                    return Ok(Try::Wait);
                }
                let n = room.min(bytes.len());
                pipe.put(&bytes[..n]);
                let waiting = std::mem::take(&mut pipe.waiting);
                if let Some(way) = pipe.way {
                    st.net.carried(way, n);
                }
                // Who waits for this reads it before anything else is written anywhere: two streams
                // with one reader arrive in the order in which they were written.
                if !waiting.is_empty()
                    && let Some(p) = st.procs.get_mut(&self.pid)
                {
                    p.courteous = true;
                }
                st.wake_all(waiting);
                Ok(Try::Done(n))
            }
            FileKind::Tty(n) => {
                let tty = st.ttys.get_mut(&n).ok_or(Errno::EIO)?;
                if tty.hung_up {
                    return Err(Errno::EIO);
                }
                if let Some(at) = tty.blocked_until(now) {
                    remember(&mut tty.waiting, self.pid);
                    if at < i64::MAX {
                        st.timers.insert((at, self.pid));
                    }
                    return Ok(Try::Wait);
                }
                let n = bytes.len().min(16_384);
                tty.emit(&bytes[..n], now);
                let waiting = std::mem::take(&mut tty.waiting);
                st.wake_all(waiting);
                Ok(Try::Done(n))
            }
            FileKind::Master(n) => {
                drop(guard);
                self.k.feed_tty(n, bytes);
                Ok(Try::Done(bytes.len()))
            }
            FileKind::Host(stream) => {
                match st.host_out.last_mut() {
                    Some((s, data)) if *s == stream => data.extend_from_slice(bytes),
                    _ => st.host_out.push((stream, bytes.to_vec())),
                }
                Ok(Try::Done(bytes.len()))
            }
            FileKind::Full => Err(Errno::ENOSPC),
            FileKind::Null | FileKind::Zero | FileKind::Random => Ok(Try::Done(bytes.len())),
            FileKind::PipeRead(_) | FileKind::Listener(_) => Err(Errno::EBADF),
        }
    }

    fn write_node(
        &self,
        id: u64,
        at: Loc,
        offset: u64,
        append: bool,
        bytes: &[u8],
    ) -> Result<Try<usize>, Errno> {
        let (offset, regular) = self.fs(|vfs, view| {
            let stat = vfs.stat_node(view, at.node)?;
            Ok((if append { stat.size } else { offset }, stat.is_file()))
        })??;
        let Some(room) =
            (if regular { self.file_room(offset, bytes.len())? } else { Some(bytes.len()) })
        else {
            return Ok(Try::Wait);
        };
        let bytes = &bytes[..room];
        let n = self.fs(|vfs, view| vfs.write_node(view, at.node, offset, bytes))??;
        if let Some(f) = self.k.st.borrow_mut().files.get_mut(&id) {
            f.offset = offset + n as u64;
        }
        self.burn(bytes.len() as u64 / 4096);
        // Files of a filesystem in memory count as memory.
        self.check_memory();
        Ok(Try::Done(n))
    }
}

/// Adds a process to a list of waiters once.
pub(super) fn remember(waiting: &mut Vec<Pid>, pid: Pid) {
    if !waiting.contains(&pid) {
        waiting.push(pid);
    }
}
