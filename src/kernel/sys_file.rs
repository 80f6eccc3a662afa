//! System calls on paths. They never block.

use crate::vfs::{Body, Content, DirEntry, Errno, FileType, OpenFlags, Stat, StatFs, major, minor};

use std::io::SeekFrom;

use super::users::{Group, User};
use super::{Fd, FileKind, Proc, Resource, UNLIMITED};

/// Whether this is `/dev/null`, by its numbers (null(4)).
fn is_null(stat: &Stat) -> bool {
    stat.file_type() == FileType::CharDevice && (major(stat.rdev), minor(stat.rdev)) == (1, 3)
}

impl Proc {
    fn stat_with(&self, path: &str, follow: bool) -> Result<Stat, Errno> {
        let (stat, link) = self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, follow)?;
            let stat = vfs.stat_node(view, at.node)?;
            let link = if follow { vfs.descriptor_link(view, at.node) } else { None };
            Ok((stat, link))
        })??;
        match link {
            Some((pid, fd)) => self.k.proc(pid).fstat(fd).map_err(|_| Errno::ENOENT),
            None => Ok(stat),
        }
    }

    /// stat(2).
    pub fn stat(&self, path: &str) -> Result<Stat, Errno> {
        self.stat_with(path, true)
    }

    /// lstat(2).
    pub fn lstat(&self, path: &str) -> Result<Stat, Errno> {
        self.stat_with(path, false)
    }

    /// Whether a path leads to something.
    pub fn exists(&self, path: &str) -> bool {
        self.stat(path).is_ok()
    }

    /// access(2) with the effective ids: `want` is 4 read, 2 write, 1 execute, 0 existence.
    pub fn access(&self, path: &str, want: u32) -> Result<(), Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            vfs.check(view, at, want).map(drop)
        })?
    }

    /// Entries of a directory by name, without `.` and `..`.
    pub fn readdir(&self, path: &str) -> Result<Vec<DirEntry>, Errno> {
        self.fs(|vfs, view| vfs.readdir(view, path))?
    }

    /// Entries of an open directory.
    pub fn readdir_fd(&self, fd: Fd) -> Result<Vec<DirEntry>, Errno> {
        match self.file_kind(fd)? {
            FileKind::Node(at) => self.fs(|vfs, view| vfs.entries(view, at.node))?,
            _ => Err(Errno::ENOTDIR),
        }
    }

    /// mkdir(2).
    pub fn mkdir(&self, path: &str, mode: u32) -> Result<(), Errno> {
        let mode = mode & !self.umask();
        self.fs(|vfs, view| vfs.mkdir(view, path, mode).map(drop))?
    }

    /// Makes a directory and those that are missing above it, as Go's `os.MkdirAll` does; the error
    /// tells which of them could not be made.
    pub fn mkdir_all<'a>(&self, path: &'a str, mode: u32) -> Result<(), (&'a str, Errno)> {
        let slashes = path.match_indices('/').map(|(at, _)| at).filter(|at| *at > 0);
        for end in slashes.chain([path.len()]) {
            let part = &path[..end];
            match self.mkdir(part, mode) {
                Err(Errno::EEXIST) if self.stat(part).is_ok_and(|s| s.is_dir()) => {}
                Err(Errno::EEXIST) => return Err((part, Errno::ENOTDIR)),
                made => made.map_err(|e| (part, e))?,
            }
        }
        Ok(())
    }

    /// rmdir(2).
    pub fn rmdir(&self, path: &str) -> Result<(), Errno> {
        self.fs(|vfs, view| vfs.rmdir(view, path))?
    }

    /// unlink(2).
    pub fn unlink(&self, path: &str) -> Result<(), Errno> {
        self.fs(|vfs, view| vfs.unlink(view, path))?
    }

    /// rename(2).
    pub fn rename(&self, old: &str, new: &str) -> Result<(), Errno> {
        self.fs(|vfs, view| vfs.rename(view, old, new))?
    }

    /// link(2).
    pub fn link(&self, old: &str, new: &str) -> Result<(), Errno> {
        self.fs(|vfs, view| vfs.link(view, old, new))?
    }

    /// symlink(2).
    pub fn symlink(&self, target: &str, path: &str) -> Result<(), Errno> {
        self.fs(|vfs, view| vfs.symlink(view, target, path))?
    }

    /// readlink(2).
    pub fn readlink(&self, path: &str) -> Result<String, Errno> {
        self.fs(|vfs, view| vfs.readlink(view, path))?
    }

    /// chmod(2).
    pub fn chmod(&self, path: &str, mode: u32) -> Result<(), Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            vfs.chmod_at(view, at, mode)
        })?
    }

    /// chown(2), or lchown(2) without `follow`; `None` leaves an id.
    pub fn chown(
        &self,
        path: &str,
        uid: Option<u32>,
        gid: Option<u32>,
        follow: bool,
    ) -> Result<(), Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, follow)?;
            vfs.chown_at(view, at, uid, gid)
        })?
    }

    /// utimensat(2): times in nanoseconds since the epoch, `None` leaves one.
    pub fn utimes(
        &self,
        path: &str,
        atime: Option<i64>,
        mtime: Option<i64>,
        follow: bool,
    ) -> Result<(), Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, follow)?;
            vfs.utimes_at(view, at, atime, mtime, false)
        })?
    }

    /// Sets both times to the present, for which write permission is enough.
    pub fn touch(&self, path: &str, follow: bool) -> Result<(), Errno> {
        let now = self.now();
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, follow)?;
            vfs.utimes_at(view, at, Some(now), Some(now), true)
        })?
    }

    /// truncate(2).
    pub fn truncate(&self, path: &str, len: u64) -> Result<(), Errno> {
        self.may_grow(len)?;
        self.fs(|vfs, view| vfs.truncate(view, path, len))?
    }

    /// mkfifo(3).
    pub fn mkfifo(&self, path: &str, mode: u32) -> Result<(), Errno> {
        let mode = mode & !self.umask();
        self.fs(|vfs, view| vfs.mknod(view, path, Body::Fifo, mode).map(drop))?
    }

    /// mknod(2) for a device or socket.
    pub fn mknod(
        &self,
        path: &str,
        kind: FileType,
        dev: (u32, u32),
        mode: u32,
    ) -> Result<(), Errno> {
        let body = match kind {
            FileType::CharDevice => Body::Char(dev.0, dev.1),
            FileType::BlockDevice => Body::Block(dev.0, dev.1),
            FileType::Socket => Body::Socket,
            FileType::Fifo => Body::Fifo,
            _ => return Err(Errno::EINVAL),
        };
        let mode = mode & !self.umask();
        self.fs(|vfs, view| vfs.mknod(view, path, body, mode).map(drop))?
    }

    /// statfs(2).
    pub fn statfs(&self, path: &str) -> Result<StatFs, Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            vfs.statfs(at)
        })?
    }

    /// The path without links, `.` and `..` (realpath(3)); every part must exist.
    pub fn realpath(&self, path: &str) -> Result<String, Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            if vfs.stat_node(view, at.node)?.is_dir() {
                return vfs.path_of(view, at);
            }
            let mut path = path.to_string();
            for _ in 0..40 {
                let place = vfs.resolve_parent(view, &path)?;
                let dir = vfs.path_of(view, place.dir)?;
                let full = format!("{}/{}", dir.trim_end_matches('/'), place.name);
                match vfs.readlink(view, &full) {
                    Ok(target) if target.starts_with('/') => path = target,
                    Ok(target) => path = format!("{dir}/{target}"),
                    Err(_) => return Ok(full),
                }
            }
            Err(Errno::ELOOP)
        })?
    }

    /// A whole file; `/dev/null` is empty, other devices are EINVAL.
    pub fn read_file(&self, path: &str) -> Result<Vec<u8>, Errno> {
        self.fs(|vfs, view| {
            let at = vfs.open(view, path, OpenFlags::READ, 0)?;
            let stat = vfs.stat_node(view, at.node)?;
            if stat.is_dir() {
                return Err(Errno::EISDIR);
            }
            if is_null(&stat) {
                return Ok(Vec::new());
            }
            vfs.read_node(view, at.node, 0, usize::MAX)
        })?
    }

    /// As [`Proc::read_file`], without copying the bytes of a regular file.
    pub fn read_content(&self, path: &str) -> Result<Content, Errno> {
        let shared = self.fs(|vfs, view| {
            let at = vfs.open(view, path, OpenFlags::READ, 0)?;
            Ok(vfs.content(at.node).ok())
        })?;
        match shared {
            Ok(Some(content)) => Ok(content),
            Err(e @ (Errno::ENOENT | Errno::EACCES)) => Err(e),
            _ => self.read_file(path).map(Content::from),
        }
    }

    /// The content of a regular file that was opened and not read from yet; it is read to its end by this.
    pub fn whole_content(&self, fd: Fd) -> Option<Content> {
        let FileKind::Node(at) = self.file_kind(fd).ok()? else { return None };
        if self.lseek(fd, SeekFrom::Current(0)).ok()? != 0 {
            return None;
        }
        let content = self.fs(|vfs, _| vfs.content(at.node).ok()).ok()??;
        self.lseek(fd, SeekFrom::End(0)).ok()?;
        Some(content)
    }

    /// As [`Proc::write_file`], without copying the bytes.
    pub fn write_content(&self, path: &str, content: &Content, mode: u32) -> Result<(), Errno> {
        self.may_grow(content.len())?;
        let mode = mode & !self.umask();
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        self.fs(|vfs, view| {
            let at = vfs.open(view, path, flags, mode)?;
            match vfs.stat_node(view, at.node)?.is_file() {
                true => vfs.set_content(at.node, content.clone()),
                false => vfs.write_node(view, at.node, 0, &content.to_vec()).map(|_| ()),
            }
        })?
    }

    /// Makes or replaces a whole file; `mode` (less the umask) is for a new one.
    pub fn write_file(&self, path: &str, bytes: &[u8], mode: u32) -> Result<(), Errno> {
        self.may_grow(bytes.len() as u64)?;
        let mode = mode & !self.umask();
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        self.fs(|vfs, view| {
            let at = vfs.open(view, path, flags, mode)?;
            if is_null(&vfs.stat_node(view, at.node)?) {
                return Ok(());
            }
            let n = vfs.write_node(view, at.node, 0, bytes)?;
            if n < bytes.len() { Err(Errno::ENOSPC) } else { Ok(()) }
        })?
    }

    /// Copies a regular file's content into an open file, from one position to the other, without
    /// copying bytes where whole files are concerned (copy_file_range(2)). Both must be regular
    /// files; `false` says that this way is not open and bytes must be read and written.
    pub fn clone_content(&self, from: Fd, to: Fd) -> Result<bool, Errno> {
        let (FileKind::Node(a), FileKind::Node(b)) = (self.file_kind(from)?, self.file_kind(to)?)
        else {
            return Ok(false);
        };
        if !self.fd_flags(to)?.has(OpenFlags::WRITE) {
            return Err(Errno::EBADF);
        }
        if self.me(|p| p.limits.soft(Resource::Fsize)) != Some(UNLIMITED) {
            return Ok(false);
        }
        self.fs(|vfs, view| {
            let Ok(content) = vfs.content(a.node) else { return Ok(false) };
            // Of nothing nothing is written.
            if !content.is_empty() {
                vfs.shed(view, b.node)?;
            }
            vfs.set_content(b.node, content)?;
            Ok(true)
        })?
    }

    /// The user with a number, by /etc/passwd.
    pub fn user_by_id(&self, uid: u32) -> Option<User> {
        super::users::passwd(self).into_iter().find(|u| u.uid == uid)
    }

    /// The user with a name.
    pub fn user_by_name(&self, name: &str) -> Option<User> {
        super::users::passwd(self).into_iter().find(|u| u.name == name)
    }

    /// The group with a number, by /etc/group.
    pub fn group_by_id(&self, gid: u32) -> Option<Group> {
        super::users::groups(self).into_iter().find(|g| g.gid == gid)
    }

    /// The group with a name.
    pub fn group_by_name(&self, name: &str) -> Option<Group> {
        super::users::groups(self).into_iter().find(|g| g.name == name)
    }
}
