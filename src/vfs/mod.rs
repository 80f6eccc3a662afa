//! Files: inodes in memory, overlays, mounts, paths and permissions, as Linux has them. Everything
//! is plain data that can be cloned (contents are shared), and every verb is synchronous. Processes,
//! descriptors and devices are the kernel's.

mod allowance;
pub mod content;
mod errno;
mod inode;
mod journal;
pub mod limits;
pub mod memfs;
mod mount;
mod node;
mod open;
mod ops;
pub mod overlay;
mod synthetic;
mod table;
pub mod text;
mod types;
mod unwritten;
mod walk;

use std::rc::Rc;

pub use content::Content;
pub use errno::Errno;
pub use inode::{Body, Dir, Inode};
pub use memfs::MemFs;
pub use mount::{Mount, MountSpec};
pub use overlay::Overlay;
pub use synthetic::Synthetic;
pub use types::{
    CapSet, Cred, DirEntry, FileType, MountFlags, OpenFlags, S_IFMT, S_ISGID, S_ISUID, S_ISVTX,
    Stat, StatFs, major, makedev, minor,
};
pub use walk::Place;

/// A file of one filesystem.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId {
    /// The filesystem.
    pub sb: u32,
    /// The inode in it.
    pub ino: u64,
}

/// A file as seen through a mount.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Loc {
    /// The mount.
    pub mount: u32,
    /// The file.
    pub node: NodeId,
}

/// From where, and as whom, a path is looked up.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What `/` means.
    pub root: Loc,
    /// What a relative path starts from.
    pub cwd: Loc,
    /// Whose permissions count.
    pub cred: &'a Cred,
    /// The process that asks (0 where none does), for `/proc/self`.
    pub pid: u32,
    /// The path was put together by going down from directory to directory, as openat(2) has it, so
    /// that PATH_MAX does not bound it.
    pub far: bool,
}

/// What a filesystem is made of.
#[derive(Clone)]
pub enum Super {
    /// Inodes in memory.
    Mem(MemFs),
    /// Layers of another.
    Overlay(Overlay),
    /// Made up by the kernel.
    Synthetic(Rc<dyn Synthetic>),
}

/// A filesystem with its device number.
#[derive(Clone)]
pub struct SuperBlock {
    /// What it is made of.
    pub kind: Super,
    /// `st_dev` of its files.
    pub dev: u64,
}

/// All filesystems and mounts of a machine.
#[derive(Clone, Default)]
pub struct Vfs {
    /// The time that changes are stamped with, in nanoseconds since the epoch. The kernel keeps it.
    pub now: i64,
    supers: Vec<Option<Box<SuperBlock>>>,
    mounts: mount::Mounts,
    journal: Option<journal::Journal>,
}

impl Vfs {
    /// No filesystem, no mount.
    pub fn new() -> Vfs {
        Vfs::default()
    }

    /// Adds a filesystem and gives its root.
    pub fn add_super(&mut self, kind: Super) -> NodeId {
        let sb = self.supers.len() as u32;
        let dev = if sb == 0 { makedev(8, 1) } else { makedev(0, 24 + sb) };
        self.supers.push(Some(Box::new(SuperBlock { kind, dev })));
        NodeId { sb, ino: memfs::ROOT }
    }

    /// Takes a filesystem away. What still refers to it gets ESTALE.
    pub fn drop_super(&mut self, sb: u32) {
        if let Some(slot) = self.supers.get_mut(sb as usize) {
            *slot = None;
        }
    }

    /// Puts another made-up filesystem in the place of one.
    pub fn replace_synthetic(&mut self, sb: u32, with: Rc<dyn Synthetic>) {
        if let Some(Some(s)) = self.supers.get_mut(sb as usize)
            && let Super::Synthetic(old) = &mut s.kind
        {
            *old = with;
        }
    }

    fn super_of(&self, sb: u32) -> Result<&SuperBlock, Errno> {
        self.supers.get(sb as usize).and_then(Option::as_deref).ok_or(Errno::ESTALE)
    }

    fn super_mut(&mut self, sb: u32) -> Result<&mut SuperBlock, Errno> {
        self.supers.get_mut(sb as usize).and_then(Option::as_deref_mut).ok_or(Errno::ESTALE)
    }

    /// The inodes of a filesystem in memory.
    pub fn mem(&self, sb: u32) -> Result<&MemFs, Errno> {
        match &self.super_of(sb)?.kind {
            Super::Mem(m) => Ok(m),
            _ => Err(Errno::EINVAL),
        }
    }

    /// The inodes of a filesystem in memory, to change them.
    pub fn mem_mut(&mut self, sb: u32) -> Result<&mut MemFs, Errno> {
        self.before_change(sb);
        if self.mem(sb)?.wants_allowance() {
            let all = self.supers.iter().flatten();
            let dense = all.map(|s| match &s.kind {
                Super::Mem(m) => m.dense_blocks(),
                _ => 0,
            });
            let free = (limits::DENSE / content::BLOCK).saturating_sub(dense.sum());
            if let Super::Mem(m) = &mut self.super_mut(sb)?.kind {
                m.allow(free);
            }
        }
        match &mut self.super_mut(sb)?.kind {
            Super::Mem(m) => Ok(m),
            _ => Err(Errno::EINVAL),
        }
    }
}
