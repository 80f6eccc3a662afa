//! One filesystem of inodes in memory: what the host's disk and every tmpfs are made of. Knows
//! names, links, owners, times, sizes and its own limit; leaves permission checks, mounts and
//! overlays to the rest of `vfs`. Inode numbers are never used twice.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::allowance::Allowance;
use super::content::{BLOCK, Content};
use super::limits::FILE_DATA;

use super::errno::Errno;
use super::inode::{Body, Dir, Inode};
use super::table::Table;
use super::types::{FileType, Stat, makedev};
use super::unwritten::Unwritten;

/// The inode number of a filesystem's root, as ext4 has it.
pub const ROOT: u64 = 2;

/// A filesystem.
#[derive(Clone, Debug)]
pub struct MemFs {
    pub(super) inodes: Table,
    /// Inodes that something holds open (or as a working directory), by how many holders.
    pins: BTreeMap<u64, u32>,
    count: u64,
    used: u64,
    /// Of these, blocks that hold only zeros.
    zeros: u64,
    /// What the machine has room for.
    pub(super) allowance: Allowance,
    /// Blocks of [`BLOCK`] bytes there are.
    pub limit: u64,
    /// Inodes there may be.
    pub inode_limit: u64,
    /// Whether directories show a size of one block, as on ext4, or none, as on tmpfs.
    pub disk: bool,
    /// Whether it is kept in mind what was not written to the disk yet.
    pub(super) journaled: bool,
    pub(super) unwritten: Unwritten,
}

impl MemFs {
    /// An empty filesystem of `limit` bytes whose root has this mode and owner root.
    pub fn new(limit: u64, disk: bool, root_mode: u32, now: i64) -> MemFs {
        let mut root = Inode::new(Body::dir(), root_mode, 0, 0, now);
        root.nlink = 2;
        let mut inodes = Table::default();
        for inode in [None, None, Some(Rc::new(root))] {
            inodes.push(inode);
        }
        MemFs {
            inodes,
            unwritten: Unwritten::default(),
            journaled: false,
            pins: BTreeMap::new(),
            count: 1,
            used: 0,
            zeros: 0,
            allowance: Allowance::default(),
            limit: limit / BLOCK,
            inode_limit: (limit / BLOCK).max(1024),
            disk,
        }
    }

    /// Blocks that hold data.
    pub fn used_blocks(&self) -> u64 {
        self.used
    }

    /// Inodes in use.
    pub fn used_inodes(&self) -> u64 {
        self.count
    }

    /// Blocks that hold anything but zeros.
    pub fn dense_blocks(&self) -> u64 {
        self.used - self.zeros
    }

    /// The inode with this number, or ESTALE.
    pub fn inode(&self, ino: u64) -> Result<&Inode, Errno> {
        self.inodes.get(ino).map(|i| &**i).ok_or(Errno::ESTALE)
    }

    /// The inode, to change its attributes. Contents and entries have verbs of their own.
    pub fn inode_mut(&mut self, ino: u64) -> Result<&mut Inode, Errno> {
        let slot = self.inodes.slot(ino).and_then(Option::as_mut);
        slot.map(Rc::make_mut).ok_or(Errno::ESTALE)
    }

    /// The directory with this number, or ENOTDIR.
    pub fn dir(&self, ino: u64) -> Result<&Dir, Errno> {
        match &self.inode(ino)?.body {
            Body::Dir(d) => Ok(d),
            _ => Err(Errno::ENOTDIR),
        }
    }

    fn dir_mut(&mut self, ino: u64, now: i64) -> Result<&mut Dir, Errno> {
        let inode = self.inode_mut(ino)?;
        inode.mtime = now;
        inode.ctime = now;
        match &mut inode.body {
            Body::Dir(d) => Ok(d),
            _ => Err(Errno::ENOTDIR),
        }
    }

    /// The inode number that `name` has in a directory.
    pub fn lookup(&self, dir: u64, name: &str) -> Result<u64, Errno> {
        self.dir(dir)?.entries.get(name).copied().ok_or(Errno::ENOENT)
    }

    /// What stat(2) gives.
    pub fn stat(&self, ino: u64, dev: u64) -> Result<Stat, Errno> {
        let i = self.inode(ino)?;
        let (size, blocks) = match &i.body {
            Body::File(c) => (c.len(), c.blocks() * (BLOCK / 512)),
            Body::Dir(_) if self.disk => (BLOCK, BLOCK / 512),
            Body::Dir(d) => (40 + 20 * d.entries.len() as u64, 0),
            Body::Symlink(s) => (super::text::encode(s).len() as u64, 0),
            _ => (0, 0),
        };
        let rdev = match i.body {
            Body::Char(a, b) | Body::Block(a, b) => makedev(a, b),
            _ => 0,
        };
        Ok(Stat {
            dev,
            ino,
            mode: i.body.kind().bits() | u32::from(i.mode),
            nlink: i.nlink,
            uid: i.uid,
            gid: i.gid,
            rdev,
            size,
            blocks,
            blksize: BLOCK as u32,
            atime: i.atime,
            mtime: i.mtime,
            ctime: i.ctime,
            btime: i.btime,
        })
    }

    /// Puts a new inode into a directory under a name that is free there.
    pub fn create(&mut self, dir: u64, name: &str, inode: Inode) -> Result<u64, Errno> {
        let now = inode.ctime;
        let (blocks, zeros) = match &inode.body {
            Body::File(c) => (c.blocks(), c.zero_blocks()),
            _ => (0, 0),
        };
        if self.count >= self.inode_limit || blocks > self.room() {
            return Err(Errno::ENOSPC);
        }
        if self.inode(dir)?.nlink == 0 {
            return Err(Errno::ENOENT);
        }
        let ino = self.inodes.len() as u64;
        let is_dir = matches!(inode.body, Body::Dir(_));
        if self.dir_mut(dir, now)?.entries.insert(name.into(), ino).is_some() {
            return Err(Errno::EEXIST);
        }
        let mut inode = inode;
        inode.nlink = if is_dir { 2 } else { 1 };
        if let Body::Dir(d) = &mut inode.body {
            d.parent = dir;
        }
        if self.journaled {
            self.unwritten.made(ino, &mut inode, blocks > 0);
        }
        self.inodes.push(Some(Rc::new(inode)));
        self.count += 1;
        self.used += blocks;
        self.zeros += zeros;
        if is_dir {
            self.inode_mut(dir)?.nlink += 1;
        }
        Ok(ino)
    }

    /// Gives an inode another name.
    pub fn link(&mut self, ino: u64, dir: u64, name: &str, now: i64) -> Result<(), Errno> {
        if self.dir_mut(dir, now)?.entries.insert(name.into(), ino).is_some() {
            return Err(Errno::EEXIST);
        }
        let inode = self.inode_mut(ino)?;
        inode.nlink += 1;
        inode.ctime = now;
        Ok(())
    }

    /// Takes a name out of a directory; the inode goes when it was the last and nothing pins it.
    /// A directory must be empty (ENOTEMPTY).
    pub fn remove(&mut self, dir: u64, name: &str, now: i64) -> Result<(), Errno> {
        let ino = self.lookup(dir, name)?;
        let is_dir = match &self.inode(ino)?.body {
            Body::Dir(d) if !d.entries.is_empty() => return Err(Errno::ENOTEMPTY),
            body => body.kind() == FileType::Directory,
        };
        self.dir_mut(dir, now)?.entries.remove(name);
        if is_dir {
            self.inode_mut(dir)?.nlink -= 1;
        }
        let inode = self.inode_mut(ino)?;
        inode.nlink = if is_dir { 0 } else { inode.nlink.saturating_sub(1) };
        inode.ctime = now;
        self.reap(ino);
        Ok(())
    }

    /// Moves a name. The target name must be free; moving a directory into itself is EINVAL.
    pub fn rename(&mut self, from: (u64, &str), to: (u64, &str), now: i64) -> Result<(), Errno> {
        let ino = self.lookup(from.0, from.1)?;
        let is_dir = matches!(self.inode(ino)?.body, Body::Dir(_));
        if is_dir {
            let mut up = to.0;
            while up != ROOT {
                if up == ino {
                    return Err(Errno::EINVAL);
                }
                up = self.dir(up)?.parent;
            }
        }
        if self.lookup(to.0, to.1).is_ok() {
            return Err(Errno::EEXIST);
        }
        self.dir_mut(from.0, now)?.entries.remove(from.1);
        self.dir_mut(to.0, now)?.entries.insert(to.1.into(), ino);
        if is_dir && from.0 != to.0 {
            self.inode_mut(from.0)?.nlink -= 1;
            self.inode_mut(to.0)?.nlink += 1;
        }
        let inode = self.inode_mut(ino)?;
        inode.ctime = now;
        if let Body::Dir(d) = &mut inode.body {
            d.parent = to.0;
        }
        Ok(())
    }

    /// Up to `max` bytes of a file from `offset`.
    pub fn read(&self, ino: u64, offset: u64, max: usize) -> Result<Vec<u8>, Errno> {
        match &self.inode(ino)?.body {
            Body::File(c) => Ok(c.read(offset, max)),
            Body::Dir(_) => Err(Errno::EISDIR),
            _ => Err(Errno::EINVAL),
        }
    }

    /// Writes to a file; less than all is written when the filesystem is nearly full, ENOSPC when
    /// it is full.
    pub fn write(&mut self, ino: u64, offset: u64, data: &[u8], now: i64) -> Result<usize, Errno> {
        if offset.saturating_add(data.len() as u64) > FILE_DATA {
            return Err(Errno::EFBIG);
        }
        let room = self.room();
        self.remember(ino, now);
        let inode = self.inode_mut(ino)?;
        let Body::File(content) = &mut inode.body else { return Err(Errno::EINVAL) };
        let zeros = content.zero_blocks();
        let (done, added) = content.write(offset, data, room);
        let zeros_now = content.zero_blocks();
        inode.mtime = now;
        inode.ctime = now;
        self.used += added;
        self.zeros = self.zeros - zeros + zeros_now;
        if done == 0 && !data.is_empty() { Err(Errno::ENOSPC) } else { Ok(done) }
    }

    /// Cuts or extends a file.
    pub fn truncate(&mut self, ino: u64, len: u64, now: i64) -> Result<(), Errno> {
        if len > 16 << 40 {
            return Err(Errno::EFBIG);
        }
        self.remember(ino, now);
        let inode = self.inode_mut(ino)?;
        let Body::File(content) = &mut inode.body else { return Err(Errno::EINVAL) };
        let zeros = content.zero_blocks();
        let freed = content.truncate(len);
        let zeros_now = content.zero_blocks();
        inode.mtime = now;
        inode.ctime = now;
        self.used -= freed;
        self.zeros = self.zeros - zeros + zeros_now;
        Ok(())
    }

    /// Replaces a file's content, sharing the given one's chunks.
    pub fn set_content(&mut self, ino: u64, content: Content, now: i64) -> Result<(), Errno> {
        let (new, new_zeros) = (content.blocks(), content.zero_blocks());
        let room = self.room();
        self.remember(ino, now);
        let inode = self.inode_mut(ino)?;
        let Body::File(old) = &mut inode.body else { return Err(Errno::EINVAL) };
        let (freed, freed_zeros) = (old.blocks(), old.zero_blocks());
        if new > room + freed {
            return Err(Errno::ENOSPC);
        }
        *old = content;
        inode.mtime = now;
        inode.ctime = now;
        self.used = self.used - freed + new;
        self.zeros = self.zeros - freed_zeros + new_zeros;
        Ok(())
    }

    /// Keeps an inode although its last name may go; undone by [`MemFs::unpin`].
    pub fn pin(&mut self, ino: u64, times: u32) {
        *self.pins.entry(ino).or_default() += times;
    }

    /// Lets go of an inode that was pinned.
    pub fn unpin(&mut self, ino: u64, times: u32) {
        if let Some(n) = self.pins.get_mut(&ino) {
            *n = n.saturating_sub(times);
            if *n == 0 {
                self.pins.remove(&ino);
                self.reap(ino);
            }
        }
    }

    /// Lets go of everything that was held open; what has no name any more goes.
    pub(super) fn release(&mut self) {
        for ino in std::mem::take(&mut self.pins).into_keys() {
            self.reap(ino);
        }
    }

    fn reap(&mut self, ino: u64) {
        let gone = self.inode(ino).is_ok_and(|i| i.nlink == 0) && !self.pins.contains_key(&ino);
        if gone && let Some(inode) = self.inodes.slot(ino).and_then(Option::take) {
            self.unwritten.forget(ino);
            self.count -= 1;
            if let Body::File(c) = &inode.body {
                self.used -= c.blocks();
                self.zeros -= c.zero_blocks();
            }
        }
    }
}
