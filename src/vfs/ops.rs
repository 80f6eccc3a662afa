//! Verbs on paths, with the permission checks of Linux: what mkdir(2), unlink(2), rename(2), chmod(2),
//! chown(2) and utimensat(2) allow. Opening is `open`'s.

use super::errno::Errno;
use super::inode::{Body, Inode};
use super::node::without_set_ids;
use super::types::{CapSet, DirEntry, MountFlags, S_ISGID, S_ISVTX, Stat};
use super::walk::Place;
use super::{Loc, Super, Vfs, View};

impl Vfs {
    fn writable_mount(&self, at: Loc) -> Result<(), Errno> {
        if self.flags_at(at).has(MountFlags::RO) { Err(Errno::EROFS) } else { Ok(()) }
    }

    /// EROFS or EACCES unless `want` (4 read, 2 write, 1 execute) is allowed.
    pub fn check(&self, view: &View<'_>, at: Loc, want: u32) -> Result<Stat, Errno> {
        let stat = self.stat_node(view, at.node)?;
        if want & 2 != 0 && (stat.is_dir() || stat.is_file()) {
            self.writable_mount(at)?;
        }
        let noexec = want & 1 != 0 && stat.is_file() && self.flags_at(at).has(MountFlags::NOEXEC);
        if noexec || !view.cred.may(&stat, want) {
            return Err(Errno::EACCES);
        }
        Ok(stat)
    }

    /// Attributes of the file at a path.
    pub fn stat(&mut self, view: &View<'_>, path: &str, follow: bool) -> Result<Stat, Errno> {
        let at = self.resolve(view, path, follow)?;
        self.stat_node(view, at.node)
    }

    /// Makes a file of any kind at a place; EEXIST if there is one.
    pub fn make(
        &mut self,
        view: &View<'_>,
        place: &Place,
        body: Body,
        mode: u32,
    ) -> Result<Loc, Errno> {
        if !place.is_plain() || self.lookup(view, place.dir.node, &place.name).is_ok() {
            return Err(Errno::EEXIST);
        }
        self.make_absent(view, place, body, mode)
    }

    /// The same where it is known already that there is nothing of that name, and that it can be one.
    pub fn make_absent(
        &mut self,
        view: &View<'_>,
        place: &Place,
        body: Body,
        mode: u32,
    ) -> Result<Loc, Errno> {
        if let Super::Synthetic(fs) = &self.super_of(place.dir.node.sb)?.kind
            && let Some(e) = fs.makes_none()
        {
            return Err(e);
        }
        let dir = self.check(view, place.dir, 3)?;
        let is_dir = matches!(body, Body::Dir(_));
        let (mut mode, mut gid) = (mode, view.cred.egid);
        if dir.mode & S_ISGID != 0 {
            gid = dir.gid;
            if is_dir {
                mode |= S_ISGID;
            }
        }
        let inode = Inode::new(body, mode, view.cred.euid, gid, self.now);
        let node = self.create_node(place.dir.node, &place.name, inode)?;
        Ok(Loc { mount: place.dir.mount, node })
    }

    /// mkdir(2).
    pub fn mkdir(&mut self, view: &View<'_>, path: &str, mode: u32) -> Result<Loc, Errno> {
        let place = self.resolve_parent(view, path)?;
        self.make(view, &place, Body::dir(), mode)
    }

    /// symlink(2).
    pub fn symlink(&mut self, view: &View<'_>, target: &str, path: &str) -> Result<(), Errno> {
        if target.is_empty() {
            return Err(Errno::ENOENT);
        }
        let place = self.resolve_parent(view, path)?;
        if place.must_be_dir {
            return Err(Errno::ENOENT);
        }
        self.make(view, &place, Body::Symlink(target.into()), 0o777).map(drop)
    }

    /// mknod(2): a FIFO, socket or device.
    pub fn mknod(
        &mut self,
        view: &View<'_>,
        path: &str,
        body: Body,
        mode: u32,
    ) -> Result<Loc, Errno> {
        let device = matches!(body, Body::Char(..) | Body::Block(..));
        if device && !view.cred.can(CapSet::MKNOD) {
            return Err(Errno::EPERM);
        }
        let place = self.resolve_parent(view, path)?;
        self.make(view, &place, body, mode)
    }

    /// May a name be taken out of this directory? Write permission, and the sticky bit's rule.
    fn may_remove(&mut self, view: &View<'_>, place: &Place) -> Result<Loc, Errno> {
        let node = self.lookup(view, place.dir.node, &place.name)?;
        let at = Loc { mount: place.dir.mount, node };
        let dir = self.check(view, place.dir, 3)?;
        if dir.mode & S_ISVTX != 0 && !view.cred.can(CapSet::FOWNER) {
            let stat = self.stat_node(view, node)?;
            if stat.uid != view.cred.euid && dir.uid != view.cred.euid {
                return Err(Errno::EPERM);
            }
        }
        if self.is_mountpoint(at) {
            return Err(Errno::EBUSY);
        }
        Ok(at)
    }

    /// unlink(2).
    pub fn unlink(&mut self, view: &View<'_>, path: &str) -> Result<(), Errno> {
        let place = self.resolve_parent(view, path)?;
        if !place.is_plain() {
            return Err(Errno::EISDIR);
        }
        self.writable_mount(place.dir)?;
        let at = self.may_remove(view, &place)?;
        let stat = self.stat_node(view, at.node)?;
        if stat.is_dir() {
            return Err(Errno::EISDIR);
        }
        if place.must_be_dir {
            return Err(Errno::ENOTDIR);
        }
        self.remove_node(place.dir.node, &place.name)
    }

    /// rmdir(2).
    pub fn rmdir(&mut self, view: &View<'_>, path: &str) -> Result<(), Errno> {
        let place = self.resolve_parent(view, path)?;
        match place.name.as_str() {
            "." => return Err(Errno::EINVAL),
            ".." => return Err(Errno::ENOTEMPTY),
            "" => return Err(Errno::EBUSY),
            _ => {}
        }
        let at = self.may_remove(view, &place)?;
        if !self.stat_node(view, at.node)?.is_dir() {
            return Err(Errno::ENOTDIR);
        }
        self.remove_node(place.dir.node, &place.name)
    }

    /// link(2); a symbolic link itself is linked, not its target.
    pub fn link(&mut self, view: &View<'_>, old: &str, new: &str) -> Result<(), Errno> {
        let at = self.resolve(view, old, false)?;
        let place = self.resolve_parent(view, new)?;
        if !place.is_plain() || self.lookup(view, place.dir.node, &place.name).is_ok() {
            return Err(Errno::EEXIST);
        }
        if at.mount != place.dir.mount {
            return Err(Errno::EXDEV);
        }
        self.check(view, place.dir, 3)?;
        if self.stat_node(view, at.node)?.is_dir() {
            return Err(Errno::EPERM);
        }
        self.link_node(at.node, place.dir.node, &place.name)
    }

    /// rename(2).
    pub fn rename(&mut self, view: &View<'_>, old: &str, new: &str) -> Result<(), Errno> {
        let from = self.resolve_parent(view, old)?;
        let to = self.resolve_parent(view, new)?;
        if !from.is_plain() || !to.is_plain() {
            return Err(Errno::EBUSY);
        }
        if from.dir.mount != to.dir.mount {
            self.lookup(view, from.dir.node, &from.name)?;
            return Err(Errno::EXDEV);
        }
        let source = self.may_remove(view, &from)?;
        let is_dir = self.stat_node(view, source.node)?.is_dir();
        if (from.must_be_dir || to.must_be_dir) && !is_dir {
            return Err(Errno::ENOTDIR);
        }
        self.check(view, to.dir, 3)?;
        if is_dir && self.is_below(to.dir, source)? {
            return Err(Errno::EINVAL);
        }
        if let Ok(node) = self.lookup(view, to.dir.node, &to.name) {
            if node == source.node {
                return Ok(());
            }
            let above = self.is_dir(node)? && self.is_below(from.dir, Loc { node, ..to.dir })?;
            if above {
                return Err(Errno::ENOTEMPTY);
            }
            self.may_remove(view, &to)?;
            match (is_dir, self.stat_node(view, node)?.is_dir()) {
                (true, false) => return Err(Errno::ENOTDIR),
                (false, true) => return Err(Errno::EISDIR),
                (true, true) if !self.entries(view, node)?.is_empty() => {
                    return Err(Errno::ENOTEMPTY);
                }
                _ => {}
            }
            self.remove_node(to.dir.node, &to.name)?;
        }
        self.rename_node((from.dir.node, &from.name), (to.dir.node, &to.name))
    }

    /// Whether `dir` is `top` or lies below it in the same filesystem.
    fn is_below(&self, dir: Loc, top: Loc) -> Result<bool, Errno> {
        let mut at = dir.node;
        loop {
            if at == top.node {
                return Ok(true);
            }
            let up = self.parent(at)?;
            if up == at {
                return Ok(false);
            }
            at = up;
        }
    }

    /// Target of the symbolic link at a path.
    pub fn readlink(&mut self, view: &View<'_>, path: &str) -> Result<String, Errno> {
        let at = self.resolve(view, path, false)?;
        self.readlink_node(view, at.node)
    }

    /// Entries of the directory at a path.
    pub fn readdir(&mut self, view: &View<'_>, path: &str) -> Result<Vec<DirEntry>, Errno> {
        let at = self.resolve(view, path, true)?;
        if !self.stat_node(view, at.node)?.is_dir() {
            return Err(Errno::ENOTDIR);
        }
        self.check(view, at, 4)?;
        self.entries(view, at.node)
    }

    fn owner(&self, view: &View<'_>, at: Loc) -> Result<Stat, Errno> {
        let stat = self.stat_node(view, at.node)?;
        self.writable_mount(at)?;
        if stat.uid != view.cred.euid && !view.cred.can(CapSet::FOWNER) {
            return Err(Errno::EPERM);
        }
        Ok(stat)
    }

    /// chmod(2) on an open or resolved file.
    pub fn chmod_at(&mut self, view: &View<'_>, at: Loc, mode: u32) -> Result<(), Errno> {
        let stat = self.owner(view, at)?;
        let mut mode = mode & 0o7777;
        if !stat.is_dir() && !view.cred.in_group(stat.gid) && !view.cred.can(CapSet::FSETID) {
            mode &= !S_ISGID;
        }
        let now = self.now;
        let inode = self.inode_mut(at.node)?;
        inode.mode = mode as u16;
        inode.ctime = now;
        Ok(())
    }

    /// chown(2) on an open or resolved file; `None` leaves an id as it is.
    pub fn chown_at(
        &mut self,
        view: &View<'_>,
        at: Loc,
        uid: Option<u32>,
        gid: Option<u32>,
    ) -> Result<(), Errno> {
        let stat = self.stat_node(view, at.node)?;
        self.writable_mount(at)?;
        if !view.cred.can(CapSet::CHOWN) {
            let own = stat.uid == view.cred.euid;
            let uid_ok = uid.is_none_or(|u| u == stat.uid && own);
            let gid_ok = gid.is_none_or(|g| own && (g == stat.gid || view.cred.in_group(g)));
            if !uid_ok || !gid_ok {
                return Err(Errno::EPERM);
            }
        }
        let now = self.now;
        let inode = self.inode_mut(at.node)?;
        inode.uid = uid.unwrap_or(inode.uid);
        inode.gid = gid.unwrap_or(inode.gid);
        inode.ctime = now;
        if stat.is_file() {
            let member = view.cred.in_group(stat.gid) || view.cred.can(CapSet::FSETID);
            inode.mode = without_set_ids(inode.mode, member);
        }
        Ok(())
    }

    /// utimensat(2): sets times in nanoseconds since the epoch; `None` leaves one as it is. Setting
    /// both to the present needs write permission only, which `touch` says by `to_now`.
    pub fn utimes_at(
        &mut self,
        view: &View<'_>,
        at: Loc,
        atime: Option<i64>,
        mtime: Option<i64>,
        to_now: bool,
    ) -> Result<(), Errno> {
        let stat = self.stat_node(view, at.node)?;
        self.writable_mount(at)?;
        let owner = stat.uid == view.cred.euid || view.cred.can(CapSet::FOWNER);
        if !owner {
            return match to_now {
                true if view.cred.may(&stat, 2) => self.set_times(at, atime, mtime),
                true => Err(Errno::EACCES),
                false => Err(Errno::EPERM),
            };
        }
        self.set_times(at, atime, mtime)
    }

    fn set_times(&mut self, at: Loc, atime: Option<i64>, mtime: Option<i64>) -> Result<(), Errno> {
        let now = self.now;
        let inode = self.inode_mut(at.node)?;
        inode.atime = atime.unwrap_or(inode.atime);
        inode.mtime = mtime.unwrap_or(inode.mtime);
        inode.ctime = now;
        Ok(())
    }

    /// truncate(2).
    pub fn truncate(&mut self, view: &View<'_>, path: &str, len: u64) -> Result<(), Errno> {
        let at = self.resolve(view, path, true)?;
        let stat = self.check(view, at, 2)?;
        if stat.is_dir() {
            return Err(Errno::EISDIR);
        }
        self.truncate_node(view, at.node, len)
    }
}
