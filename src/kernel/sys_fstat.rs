//! What an open descriptor is and where it stands: lseek(2), fstat(2), ftruncate(2).

use std::io::SeekFrom;

use crate::vfs::{Errno, OpenFlags, Stat};

use super::{Fd, FileKind, Proc};

impl Proc {
    /// lseek(2); ESPIPE on what has no position.
    pub fn lseek(&self, fd: Fd, to: SeekFrom) -> Result<u64, Errno> {
        let kind = self.file_kind(fd)?;
        let size = match &kind {
            FileKind::Node(at) => self.fs(|vfs, view| vfs.stat_node(view, at.node))??.size,
            FileKind::Null | FileKind::Zero | FileKind::Full | FileKind::Random => return Ok(0),
            _ => return Err(Errno::ESPIPE),
        };
        let mut st = self.k.st.borrow_mut();
        let id = self.file_id(&st, fd)?;
        let f = st.files.get_mut(&id).ok_or(Errno::EBADF)?;
        let at = match to {
            SeekFrom::Start(n) => i64::try_from(n).ok(),
            SeekFrom::Current(n) => (f.offset as i64).checked_add(n),
            SeekFrom::End(n) => (size as i64).checked_add(n),
        };
        let at = at.filter(|&n| n >= 0).ok_or(Errno::EINVAL)?;
        f.offset = at as u64;
        Ok(f.offset)
    }

    /// fstat(2).
    pub fn fstat(&self, fd: Fd) -> Result<Stat, Errno> {
        let kind = self.file_kind(fd)?;
        if let FileKind::Node(at) = &kind {
            return self.fs(|vfs, view| vfs.stat_node(view, at.node))?;
        }
        Ok(self.made_up_stat(&kind))
    }

    fn made_up_stat(&self, kind: &FileKind) -> Stat {
        let now = self.now();
        let (mode, rdev, ino) = match kind {
            FileKind::PipeRead(id) | FileKind::PipeWrite(id) | FileKind::PipeBoth(id) => {
                (0o010_600, 0, *id)
            }
            FileKind::Host(n) => (0o010_600, 0, u64::from(*n)),
            FileKind::Listener(id) | FileKind::Stream { rx: id, .. } => (0o140_777, 0, *id),
            FileKind::Tty(n) => (0o020_620, crate::vfs::makedev(136, *n), u64::from(*n) + 3),
            FileKind::Master(n) => (0o020_666, crate::vfs::makedev(5, 2), u64::from(*n)),
            FileKind::Zero => (0o020_666, crate::vfs::makedev(1, 5), 5),
            FileKind::Full => (0o020_666, crate::vfs::makedev(1, 7), 7),
            FileKind::Random => (0o020_666, crate::vfs::makedev(1, 9), 9),
            FileKind::Null | FileKind::Node(_) => (0o020_666, crate::vfs::makedev(1, 3), 4),
        };
        let cred = self.cred();
        Stat {
            dev: 13,
            ino,
            mode,
            nlink: 1,
            uid: cred.uid,
            gid: if rdev != 0 { 5 } else { cred.gid },
            rdev,
            size: 0,
            blocks: 0,
            blksize: 4096,
            atime: now,
            mtime: now,
            ctime: now,
            btime: now,
        }
    }

    /// ftruncate(2).
    pub fn ftruncate(&self, fd: Fd, len: u64) -> Result<(), Errno> {
        if !self.fd_flags(fd)?.has(OpenFlags::WRITE) {
            return Err(Errno::EINVAL);
        }
        match self.file_kind(fd)? {
            FileKind::Node(at) => {
                self.may_grow(len)?;
                self.fs(|vfs, view| vfs.truncate_node(view, at.node, len))?
            }
            _ => Err(Errno::EINVAL),
        }
    }

    /// fsync(2): what was written survives a power cut.
    pub fn fsync(&self, fd: Fd) -> Result<(), Errno> {
        match self.file_kind(fd)? {
            FileKind::Node(at) => self.fs(|vfs, _| vfs.sync_node(at.node)),
            _ => Ok(()),
        }
    }

    /// sync(2): all that was written survives a power cut.
    pub fn sync(&self) {
        self.k.vfs().sync();
    }
}
