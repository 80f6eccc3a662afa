//! Verbs on a node, whatever filesystem it is in. No permissions here, and no mounts: those who hold
//! a node have passed them.

use smol_str::SmolStr;

use super::content::Content;
use super::errno::Errno;
use super::inode::{Body, Inode};
use super::memfs::ROOT;
use super::types::{CapSet, DirEntry, S_ISGID, S_ISUID, Stat};
use super::{NodeId, Super, Vfs, View};

/// A file's mode once it was changed or given away; the set-group-ID bit of a file that its group may not
/// execute stays where a member did it.
pub(super) fn without_set_ids(mode: u16, member: bool) -> u16 {
    let gone = if mode & 0o010 != 0 || !member { S_ISUID | S_ISGID } else { S_ISUID };
    mode & !(gone as u16)
}

impl Vfs {
    /// The inode behind a node for reading: an overlay's upper or lower file. EINVAL for made-up
    /// files.
    fn real(&self, node: NodeId) -> Result<NodeId, Errno> {
        match &self.super_of(node.sb)?.kind {
            Super::Mem(_) => Ok(node),
            Super::Overlay(_) => self.ovl_real(node),
            Super::Synthetic(_) => Err(Errno::EINVAL),
        }
    }

    /// Where a node's data are: an overlay's upper or lower file.
    pub(super) fn behind(&self, node: NodeId) -> Result<NodeId, Errno> {
        self.real(node)
    }

    /// The inode behind a node for writing; copies it up where that is needed.
    fn real_mut(&mut self, node: NodeId) -> Result<NodeId, Errno> {
        match &self.super_of(node.sb)?.kind {
            Super::Mem(_) => Ok(node),
            Super::Overlay(_) => self.copy_up(node),
            Super::Synthetic(_) => Err(Errno::EPERM),
        }
    }

    /// The inode behind a node, unless it is a made-up file (EINVAL).
    pub fn inode(&self, node: NodeId) -> Result<&Inode, Errno> {
        match &self.super_of(node.sb)?.kind {
            Super::Mem(m) => m.inode(node.ino),
            Super::Overlay(_) => {
                let real = self.ovl_real(node)?;
                self.mem(real.sb)?.inode(real.ino)
            }
            Super::Synthetic(_) => Err(Errno::EINVAL),
        }
    }

    /// The inode behind a node, to change its attributes; copied up where needed.
    pub fn inode_mut(&mut self, node: NodeId) -> Result<&mut Inode, Errno> {
        let r = self.real_mut(node)?;
        self.mem_mut(r.sb)?.inode_mut(r.ino)
    }

    /// What stat(2) gives.
    pub fn stat_node(&self, view: &View<'_>, node: NodeId) -> Result<Stat, Errno> {
        let s = self.super_of(node.sb)?;
        if let Super::Synthetic(f) = &s.kind {
            return Ok(Stat { dev: s.dev, ..f.stat(view, node.ino)? });
        }
        let r = self.real(node)?;
        let mut stat = self.mem(r.sb)?.stat(r.ino, s.dev)?;
        if self.ovl_merged(node) && stat.is_dir() {
            // Nobody counts the subdirectories of several directories in one.
            stat.nlink = 1;
        }
        Ok(stat)
    }

    /// Whether a node is a directory.
    pub fn is_dir(&self, node: NodeId) -> Result<bool, Errno> {
        if let Super::Synthetic(f) = &self.super_of(node.sb)?.kind {
            return Ok(f.is_dir(node.ino));
        }
        Ok(matches!(self.inode(node)?.body, Body::Dir(_)))
    }

    /// The node that `name` has in a directory.
    pub fn lookup(&mut self, view: &View<'_>, dir: NodeId, name: &str) -> Result<NodeId, Errno> {
        match &self.super_of(dir.sb)?.kind {
            Super::Mem(m) => Ok(NodeId { sb: dir.sb, ino: m.lookup(dir.ino, name)? }),
            Super::Overlay(_) => self.ovl_lookup(dir, name),
            Super::Synthetic(f) => Ok(NodeId { sb: dir.sb, ino: f.lookup(view, dir.ino, name)? }),
        }
    }

    /// The directory that holds a directory; a root's is itself.
    pub fn parent(&self, dir: NodeId) -> Result<NodeId, Errno> {
        let ino = match &self.super_of(dir.sb)?.kind {
            _ if dir.ino == ROOT => ROOT,
            Super::Mem(m) => m.dir(dir.ino)?.parent,
            Super::Overlay(o) => o.parent(dir.ino)?,
            Super::Synthetic(f) => f.parent(dir.ino),
        };
        Ok(NodeId { sb: dir.sb, ino })
    }

    /// Entries of a directory in the order of their names.
    pub fn entries(&mut self, view: &View<'_>, dir: NodeId) -> Result<Vec<DirEntry>, Errno> {
        match &self.super_of(dir.sb)?.kind {
            Super::Overlay(_) => self.ovl_entries(dir),
            Super::Synthetic(f) => f.entries(view, dir.ino),
            Super::Mem(m) => {
                let entry = |(name, &ino): (&SmolStr, &u64)| {
                    let kind = m.inode(ino)?.body.kind();
                    Ok(DirEntry { name: name.to_string(), ino, kind })
                };
                m.dir(dir.ino)?.entries.iter().map(entry).collect()
            }
        }
    }

    /// Names in a directory, in their order.
    pub fn names(&mut self, view: &View<'_>, dir: NodeId) -> Result<Vec<SmolStr>, Errno> {
        if let Super::Mem(m) = &self.super_of(dir.sb)?.kind {
            return Ok(m.dir(dir.ino)?.entries.keys().cloned().collect());
        }
        Ok(self.entries(view, dir)?.into_iter().map(|e| e.name.into()).collect())
    }

    /// Whether a directory holds nothing, however much it holds.
    pub fn is_empty_dir(&mut self, dir: NodeId) -> Result<bool, Errno> {
        match &self.super_of(dir.sb)?.kind {
            Super::Mem(m) => Ok(m.dir(dir.ino)?.entries.is_empty()),
            Super::Overlay(_) => self.ovl_entries(dir).map(|all| all.is_empty()),
            Super::Synthetic(_) => Ok(false),
        }
    }

    /// Puts a new file into a directory.
    pub fn create_node(&mut self, dir: NodeId, name: &str, inode: Inode) -> Result<NodeId, Errno> {
        match &self.super_of(dir.sb)?.kind {
            Super::Mem(_) => {
                let ino = self.mem_mut(dir.sb)?.create(dir.ino, name, inode)?;
                Ok(NodeId { sb: dir.sb, ino })
            }
            Super::Overlay(_) => self.ovl_create(dir, name, inode),
            Super::Synthetic(_) => Err(Errno::EPERM),
        }
    }

    /// Gives a file another name in the same filesystem (else EXDEV).
    pub fn link_node(&mut self, node: NodeId, dir: NodeId, name: &str) -> Result<(), Errno> {
        if node.sb != dir.sb {
            return Err(Errno::EXDEV);
        }
        let now = self.now;
        match &self.super_of(dir.sb)?.kind {
            Super::Mem(_) => self.mem_mut(dir.sb)?.link(node.ino, dir.ino, name, now),
            Super::Overlay(_) => self.ovl_link(node, dir, name),
            Super::Synthetic(_) => Err(Errno::EPERM),
        }
    }

    /// Takes a name out of a directory; a directory so named must be empty.
    pub fn remove_node(&mut self, dir: NodeId, name: &str) -> Result<(), Errno> {
        let now = self.now;
        match &self.super_of(dir.sb)?.kind {
            Super::Mem(_) => self.mem_mut(dir.sb)?.remove(dir.ino, name, now),
            Super::Overlay(_) => self.ovl_remove(dir, name),
            Super::Synthetic(_) => Err(Errno::EPERM),
        }
    }

    /// Moves a name within a filesystem; the target name must be free.
    pub fn rename_node(&mut self, from: (NodeId, &str), to: (NodeId, &str)) -> Result<(), Errno> {
        if from.0.sb != to.0.sb {
            return Err(Errno::EXDEV);
        }
        let now = self.now;
        match &self.super_of(from.0.sb)?.kind {
            Super::Mem(_) => {
                self.mem_mut(from.0.sb)?.rename((from.0.ino, from.1), (to.0.ino, to.1), now)
            }
            Super::Overlay(_) => self.ovl_rename(from, to),
            Super::Synthetic(_) => Err(Errno::EPERM),
        }
    }

    /// Up to `max` bytes from `offset`.
    pub fn read_node(
        &self,
        view: &View<'_>,
        node: NodeId,
        offset: u64,
        max: usize,
    ) -> Result<Vec<u8>, Errno> {
        if let Super::Synthetic(f) = &self.super_of(node.sb)?.kind {
            let all = f.read(self, view, node.ino)?;
            let from = (offset as usize).min(all.len());
            let to = from.saturating_add(max).min(all.len());
            return Ok(all[from..to].to_vec());
        }
        let r = self.real(node)?;
        self.mem(r.sb)?.read(r.ino, offset, max)
    }

    /// Writes at `offset`; gives how much was written.
    pub fn write_node(
        &mut self,
        view: &View<'_>,
        node: NodeId,
        offset: u64,
        data: &[u8],
    ) -> Result<usize, Errno> {
        if let Super::Synthetic(f) = &self.super_of(node.sb)?.kind {
            return f.write(view, node.ino, data);
        }
        self.shed(view, node)?;
        let now = self.now;
        let r = self.real_mut(node)?;
        self.mem_mut(r.sb)?.write(r.ino, offset, data, now)
    }

    /// Cuts or extends a file.
    pub fn truncate_node(&mut self, view: &View<'_>, node: NodeId, len: u64) -> Result<(), Errno> {
        if let Super::Synthetic(_) = &self.super_of(node.sb)?.kind {
            return Ok(());
        }
        self.shed(view, node)?;
        let now = self.now;
        let r = self.real_mut(node)?;
        self.mem_mut(r.sb)?.truncate(r.ino, len, now)
    }

    /// A regular file's content, shared, not copied.
    pub fn content(&self, node: NodeId) -> Result<Content, Errno> {
        match &self.inode(node)?.body {
            Body::File(c) => Ok(c.clone()),
            Body::Dir(_) => Err(Errno::EISDIR),
            _ => Err(Errno::EINVAL),
        }
    }

    /// Takes the set-ID bits off a file that is about to be changed by one who may not set them
    /// (file_remove_privs in the kernel's fs/inode.c).
    pub fn shed(&mut self, view: &View<'_>, node: NodeId) -> Result<(), Errno> {
        let inode = self.inode(node)?;
        let kept = without_set_ids(inode.mode, view.cred.in_group(inode.gid));
        let file = matches!(inode.body, Body::File(_));
        if file && kept != inode.mode && !view.cred.can(CapSet::FSETID) {
            self.inode_mut(node)?.mode = kept;
        }
        Ok(())
    }

    /// Replaces a regular file's content by one that shares its chunks with others.
    pub fn set_content(&mut self, node: NodeId, content: Content) -> Result<(), Errno> {
        let now = self.now;
        let r = self.real_mut(node)?;
        self.mem_mut(r.sb)?.set_content(r.ino, content, now)
    }

    /// Target of a symbolic link; EINVAL for anything else.
    pub fn readlink_node(&self, view: &View<'_>, node: NodeId) -> Result<String, Errno> {
        if let Super::Synthetic(f) = &self.super_of(node.sb)?.kind {
            return f.readlink(self, view, node.ino);
        }
        match &self.inode(node)?.body {
            Body::Symlink(s) => Ok(s.to_string()),
            _ => Err(Errno::EINVAL),
        }
    }

    /// The process and descriptor that a link in a `/proc/PID/fd` directory stands for.
    pub fn descriptor_link(&self, view: &View<'_>, node: NodeId) -> Option<(u32, i32)> {
        match &self.super_of(node.sb).ok()?.kind {
            Super::Synthetic(f) => f.descriptor(view, node.ino),
            _ => None,
        }
    }

    /// Keeps a node's inode although its last name may go.
    pub fn pin(&mut self, node: NodeId) {
        self.pinned(node, true);
    }

    /// Undoes one [`Vfs::pin`].
    pub fn unpin(&mut self, node: NodeId) {
        self.pinned(node, false);
    }

    fn pinned(&mut self, node: NodeId, pin: bool) {
        // A filesystem that is gone has nothing to keep.
        match self.super_mut(node.sb).map(|s| &mut s.kind) {
            Ok(Super::Mem(m)) if pin => m.pin(node.ino, 1),
            Ok(Super::Mem(m)) => m.unpin(node.ino, 1),
            Ok(Super::Overlay(_)) => {
                let _ = self.ovl_pin(node, pin);
            }
            _ => {}
        }
    }
}
