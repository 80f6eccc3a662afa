//! Descriptors: the table of a process and the open file descriptions behind it. Blocking reads and
//! writes are in `sys_io`.

use std::rc::Rc;

use crate::vfs::{Errno, FileType, Loc, OpenFlags, Vfs, View};

use super::process::{FdEntry, FileKind, OpenFile};
use super::{Fd, Pipe, Proc, State};

impl Proc {
    /// Runs `f` with the files, seen as this process sees them.
    pub(crate) fn fs<R>(&self, f: impl FnOnce(&mut Vfs, &View<'_>) -> R) -> Result<R, Errno> {
        let (root, cwd, cred, far) = {
            let st = self.k.st.borrow();
            let p = st.procs.get(&self.pid).ok_or(Errno::ESRCH)?;
            (p.root, p.cwd, Rc::clone(&p.cred), p.far)
        };
        let mut vfs = self.k.vfs();
        Ok(f(&mut vfs, &View { root, cwd, cred: &cred, pid: self.pid, far }))
    }

    /// The description behind a descriptor; EBADF.
    pub(super) fn file_id(&self, st: &State, fd: Fd) -> Result<u64, Errno> {
        let p = st.procs.get(&self.pid).ok_or(Errno::ESRCH)?;
        Ok(p.fds.get(&fd).ok_or(Errno::EBADF)?.file)
    }

    /// What a descriptor refers to; EBADF.
    pub fn file_kind(&self, fd: Fd) -> Result<FileKind, Errno> {
        let st = self.k.st.borrow();
        let id = self.file_id(&st, fd)?;
        Ok(st.files.get(&id).ok_or(Errno::EBADF)?.kind.clone())
    }

    /// Puts a description into the table at the lowest free number from `from` on; EMFILE.
    fn install(&self, st: &mut State, file: u64, from: Fd, cloexec: bool) -> Result<Fd, Errno> {
        let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
        let mut fd = from;
        for &used in p.fds.range(from..).map(|(fd, _)| fd) {
            if used != fd {
                break;
            }
            fd += 1;
        }
        if u64::from(fd as u32) >= p.limits.soft(super::Resource::Nofile) {
            return Err(Errno::EMFILE);
        }
        p.fds.insert(fd, FdEntry { file, cloexec });
        Ok(fd)
    }

    /// Makes a description and a descriptor for it.
    pub(crate) fn add_file(
        &self,
        kind: FileKind,
        flags: OpenFlags,
        path: &str,
    ) -> Result<Fd, Errno> {
        let node = match &kind {
            FileKind::Node(at) => Some(at.node),
            _ => None,
        };
        let fd = {
            let mut st = self.k.st.borrow_mut();
            let id = st.fresh();
            let fd = self.install(&mut st, id, 0, flags.has(OpenFlags::CLOEXEC))?;
            attach(&mut st, &kind);
            st.files.insert(id, OpenFile { kind, flags, offset: 0, refs: 1, path: path.into() });
            fd
        };
        if let Some(node) = node {
            self.k.vfs().pin(node);
        }
        Ok(fd)
    }

    /// open(2). Never blocks: a FIFO's partner is waited for by the first read or write.
    pub fn open(&self, path: &str, flags: OpenFlags, mode: u32) -> Result<Fd, Errno> {
        let mode = mode & !self.umask();
        let (at, stat, link, mflags) = self.fs(|vfs, view| {
            let at = vfs.open(view, path, flags, mode)?;
            let stat = vfs.stat_node(view, at.node)?;
            Ok((at, stat, vfs.descriptor_link(view, at.node), vfs.flags_at(at)))
        })??;
        if let Some((pid, fd)) = link {
            return self.reopen(pid, fd, flags);
        }
        let kind = match stat.file_type() {
            FileType::CharDevice => {
                if mflags.has(crate::vfs::MountFlags::NODEV) {
                    return Err(Errno::EACCES);
                }
                self.device(stat.rdev)?
            }
            FileType::BlockDevice | FileType::Socket => return Err(Errno::ENXIO),
            FileType::Fifo => FileKind::from_fifo(self.fifo(at), flags),
            _ => FileKind::Node(at),
        };
        self.add_file(kind, flags, path)
    }

    /// Opens `/proc/PID/fd/N`: the same description again.
    fn reopen(&self, pid: u32, fd: Fd, flags: OpenFlags) -> Result<Fd, Errno> {
        let mut st = self.k.st.borrow_mut();
        let other = st.procs.get(&pid).ok_or(Errno::ENOENT)?;
        let file = other.fds.get(&fd).ok_or(Errno::ENOENT)?.file;
        let new = self.install(&mut st, file, 0, flags.has(OpenFlags::CLOEXEC))?;
        if let Some(f) = st.files.get_mut(&file) {
            f.refs += 1;
        }
        Ok(new)
    }

    fn device(&self, rdev: u64) -> Result<FileKind, Errno> {
        match (crate::vfs::major(rdev), crate::vfs::minor(rdev)) {
            (1, 3) => Ok(FileKind::Null),
            (1, 5) => Ok(FileKind::Zero),
            (1, 7) => Ok(FileKind::Full),
            (1, 8 | 9) => Ok(FileKind::Random),
            (5, 0 | 1) => self.controlling_tty().map(FileKind::Tty).ok_or(Errno::ENXIO),
            (136, n) if self.k.st.borrow().ttys.contains_key(&n) => Ok(FileKind::Tty(n)),
            _ => Err(Errno::ENXIO),
        }
    }

    fn fifo(&self, at: Loc) -> u64 {
        let mut st = self.k.st.borrow_mut();
        if let Some(&id) = st.fifos.get(&at.node) {
            return id;
        }
        let id = st.fresh();
        st.pipes.insert(id, Pipe::default());
        st.fifos.insert(at.node, id);
        id
    }

    /// close(2).
    pub fn close(&self, fd: Fd) -> Result<(), Errno> {
        let entry = {
            let mut st = self.k.st.borrow_mut();
            let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
            p.fds.remove(&fd).ok_or(Errno::EBADF)?
        };
        self.release(entry.file);
        Ok(())
    }

    /// Closes every descriptor.
    pub(super) fn close_all(&self) {
        let fds = {
            let mut st = self.k.st.borrow_mut();
            st.procs.get_mut(&self.pid).map(|p| std::mem::take(&mut p.fds)).unwrap_or_default()
        };
        for entry in fds.into_values() {
            self.release(entry.file);
        }
    }

    /// One reference to a description less.
    pub(super) fn release(&self, id: u64) {
        let mut st = self.k.st.borrow_mut();
        let Some(f) = st.files.get_mut(&id) else { return };
        f.refs -= 1;
        if f.refs > 0 {
            return;
        }
        let Some(f) = st.files.remove(&id) else { return };
        detach(&mut st, &f.kind);
        if let FileKind::Node(at) = &f.kind {
            super::locks::unlock(&mut st, at.node, id);
        }
        drop(st);
        if let FileKind::Node(at) = f.kind {
            self.k.vfs().unpin(at.node);
        }
    }

    /// dup(2), at or above `from` (F_DUPFD).
    pub fn dup_from(&self, fd: Fd, from: Fd) -> Result<Fd, Errno> {
        let mut st = self.k.st.borrow_mut();
        let file = self.file_id(&st, fd)?;
        let new = self.install(&mut st, file, from, false)?;
        if let Some(f) = st.files.get_mut(&file) {
            f.refs += 1;
        }
        Ok(new)
    }

    /// dup(2).
    pub fn dup(&self, fd: Fd) -> Result<Fd, Errno> {
        self.dup_from(fd, 0)
    }

    /// dup2(2).
    pub fn dup2(&self, fd: Fd, to: Fd) -> Result<Fd, Errno> {
        let old = {
            let mut st = self.k.st.borrow_mut();
            let file = self.file_id(&st, fd)?;
            if fd == to {
                return Ok(to);
            }
            let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
            if to < 0 || u64::from(to as u32) >= p.limits.soft(super::Resource::Nofile) {
                return Err(Errno::EBADF);
            }
            let old = p.fds.insert(to, FdEntry { file, cloexec: false });
            if let Some(f) = st.files.get_mut(&file) {
                f.refs += 1;
            }
            old
        };
        if let Some(old) = old {
            self.release(old.file);
        }
        Ok(to)
    }

    /// pipe(2): the reading and the writing end.
    pub fn pipe(&self) -> Result<(Fd, Fd), Errno> {
        let id = {
            let mut st = self.k.st.borrow_mut();
            let id = st.fresh();
            st.pipes.insert(id, Pipe::opened());
            id
        };
        let name = format!("pipe:[{id}]");
        let r = self.add_file(FileKind::PipeRead(id), OpenFlags::READ, &name)?;
        match self.add_file(FileKind::PipeWrite(id), OpenFlags::WRITE, &name) {
            Ok(w) => Ok((r, w)),
            Err(e) => {
                self.close(r)?;
                Err(e)
            }
        }
    }

    /// Whether exec closes a descriptor (FD_CLOEXEC).
    pub fn set_cloexec(&self, fd: Fd, cloexec: bool) -> Result<(), Errno> {
        let mut st = self.k.st.borrow_mut();
        let p = st.procs.get_mut(&self.pid).ok_or(Errno::ESRCH)?;
        p.fds.get_mut(&fd).ok_or(Errno::EBADF)?.cloexec = cloexec;
        Ok(())
    }

    /// The open descriptors.
    pub fn fds(&self) -> Vec<Fd> {
        let st = self.k.st.borrow();
        st.procs.get(&self.pid).map(|p| p.fds.keys().copied().collect()).unwrap_or_default()
    }

    /// How a descriptor was opened.
    pub fn fd_flags(&self, fd: Fd) -> Result<OpenFlags, Errno> {
        let st = self.k.st.borrow();
        let id = self.file_id(&st, fd)?;
        Ok(st.files.get(&id).ok_or(Errno::EBADF)?.flags)
    }

    /// Sets or clears flags such as NONBLOCK and APPEND of an open description (F_SETFL).
    pub fn set_fd_flags(&self, fd: Fd, flags: OpenFlags) -> Result<(), Errno> {
        let mut st = self.k.st.borrow_mut();
        let id = self.file_id(&st, fd)?;
        st.files.get_mut(&id).ok_or(Errno::EBADF)?.flags = flags;
        Ok(())
    }
}

impl FileKind {
    fn from_fifo(id: u64, flags: OpenFlags) -> FileKind {
        match (flags.has(OpenFlags::READ), flags.has(OpenFlags::WRITE)) {
            (true, true) => FileKind::PipeBoth(id),
            (false, true) => FileKind::PipeWrite(id),
            _ => FileKind::PipeRead(id),
        }
    }
}

/// Counts a new description at a pipe.
fn attach(st: &mut State, kind: &FileKind) {
    if let FileKind::Stream { rx, tx } = kind {
        return super::net::adopt(st, *rx, *tx);
    }
    let (id, r, w) = match kind {
        FileKind::PipeRead(id) => (id, 1, 0),
        FileKind::PipeWrite(id) => (id, 0, 1),
        FileKind::PipeBoth(id) => (id, 1, 1),
        _ => return,
    };
    if let Some(p) = st.pipes.get_mut(id) {
        p.readers += r;
        p.writers += w;
        p.had_reader |= r > 0;
        p.had_writer |= w > 0;
        let waiting = std::mem::take(&mut p.waiting);
        st.wake_all(waiting);
    }
}

/// The last reference to a description is gone.
pub(super) fn detach(st: &mut State, kind: &FileKind) {
    match kind {
        FileKind::Listener(id) => return super::net::close_listener(st, *id),
        FileKind::Stream { rx, tx } => {
            detach(st, &FileKind::PipeRead(*rx));
            return detach(st, &FileKind::PipeWrite(*tx));
        }
        _ => {}
    }
    let (id, r, w) = match kind {
        FileKind::PipeRead(id) => (*id, 1, 0),
        FileKind::PipeWrite(id) => (*id, 0, 1),
        FileKind::PipeBoth(id) => (*id, 1, 1),
        FileKind::Master(n) => {
            if let Some(t) = st.ttys.get_mut(n) {
                t.hung_up = true;
                let waiting = std::mem::take(&mut t.waiting);
                st.wake_all(waiting);
            }
            return;
        }
        _ => return,
    };
    if let Some(p) = st.pipes.get_mut(&id) {
        p.readers -= r;
        p.writers -= w;
        let gone = p.readers == 0 && p.writers == 0;
        let waiting = std::mem::take(&mut p.waiting);
        if gone {
            st.pipes.remove(&id);
            st.fifos.retain(|_, f| *f != id);
        }
        st.wake_all(waiting);
    }
}
