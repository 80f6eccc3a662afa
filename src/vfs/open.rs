//! open(2): which file a path opens, with the permission checks of Linux, and where one is made.

use super::content::Content;
use super::errno::Errno;
use super::inode::Body;
use super::types::OpenFlags;
use super::walk::Place;
use super::{Loc, Vfs, View};

impl Vfs {
    /// Opens, or creates, the file at a path. `mode` has the umask taken off already.
    pub fn open(
        &mut self,
        view: &View<'_>,
        path: &str,
        flags: OpenFlags,
        mode: u32,
    ) -> Result<Loc, Errno> {
        let excl = flags.has(OpenFlags::CREAT) && flags.has(OpenFlags::EXCL);
        let follow = !flags.has(OpenFlags::NOFOLLOW) && !excl;
        if flags.has(OpenFlags::CREAT)
            && let Some(opened) = self.open_plain(view, path, flags, mode)
        {
            return opened;
        }
        match self.resolve(view, path, follow) {
            Ok(_) if excl => Err(Errno::EEXIST),
            Ok(at) => self.open_existing(view, at, flags),
            Err(Errno::ENOENT) if flags.has(OpenFlags::CREAT) => {
                let place = self.creation_place(view, path)?;
                if place.must_be_dir {
                    return Err(Errno::EISDIR);
                }
                self.make(view, &place, Body::File(Content::default()), mode)
            }
            Err(e) => Err(e),
        }
    }

    /// Opens what has a name in a directory, or makes it there; nothing where the name is a link to be followed,
    /// or none that can be made.
    fn open_plain(
        &mut self,
        view: &View<'_>,
        path: &str,
        flags: OpenFlags,
        mode: u32,
    ) -> Option<Result<Loc, Errno>> {
        let place = self.resolve_parent(view, path).ok()?;
        if !place.is_plain() || place.must_be_dir {
            return None;
        }
        match self.lookup(view, place.dir.node, &place.name) {
            Err(Errno::ENOENT) => {
                Some(self.make_absent(view, &place, Body::File(Content::default()), mode))
            }
            Ok(_) if flags.has(OpenFlags::EXCL) => Some(Err(Errno::EEXIST)),
            Ok(node) if !self.is_link(view, node).ok()? => {
                let at = self.cross(Loc { mount: place.dir.mount, node });
                Some(self.open_existing(view, at, flags))
            }
            _ => None,
        }
    }

    /// Where open(2) creates a file: a dangling symbolic link leads to its target's directory.
    fn creation_place(&mut self, view: &View<'_>, path: &str) -> Result<Place, Errno> {
        let mut place = self.resolve_parent(view, path)?;
        for _ in 0..40 {
            if !place.is_plain() {
                return Err(Errno::ENOENT);
            }
            let Ok(node) = self.lookup(view, place.dir.node, &place.name) else {
                return Ok(place);
            };
            let target = self.readlink_node(view, node).map_err(|_| Errno::ENOENT)?;
            place = self.resolve_parent(&View { cwd: place.dir, ..*view }, &target)?;
        }
        Err(Errno::ELOOP)
    }

    fn open_existing(&mut self, view: &View<'_>, at: Loc, flags: OpenFlags) -> Result<Loc, Errno> {
        let stat = self.stat_node(view, at.node)?;
        let write = flags.has(OpenFlags::WRITE);
        if stat.is_symlink() && self.descriptor_link(view, at.node).is_none() {
            return Err(Errno::ELOOP);
        }
        if stat.is_dir() && (write || flags.has(OpenFlags::CREAT)) {
            return Err(Errno::EISDIR);
        }
        if !stat.is_dir() && flags.has(OpenFlags::DIRECTORY) {
            return Err(Errno::ENOTDIR);
        }
        let mut want = 0;
        if flags.has(OpenFlags::READ) {
            want |= 4;
        }
        if write {
            want |= 2;
        }
        self.check(view, at, want)?;
        if write && flags.has(OpenFlags::TRUNC) && stat.is_file() {
            self.truncate_node(view, at.node, 0)?;
        }
        Ok(at)
    }
}
