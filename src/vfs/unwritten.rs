//! Data of files that waits in memory to be written to the disk, and what the disk holds in the meantime. When
//! that matters is `journal`'s.

use std::collections::BTreeMap;

use super::content::Content;
use super::inode::{Body, Inode};
use super::journal::EXPIRE;
use super::memfs::MemFs;

/// Files with data that waits in memory.
///
/// A file that got its first data in the moment in which it was made bears a mark itself ([`Inode::fresh`]),
/// since most are like that; the others are kept in a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Unwritten {
    /// Since when (nanoseconds), and what is on the disk, if anything.
    changed: BTreeMap<u64, (i64, Option<Box<Content>>)>,
    /// Marks on inodes with a smaller number count no more: all was written since.
    marks_from: u64,
}

impl Unwritten {
    /// A file was made, with data or without.
    pub fn made(&mut self, ino: u64, inode: &mut Inode, has_data: bool) {
        inode.fresh = has_data && inode.ctime == inode.btime;
        if has_data && !inode.fresh {
            self.changed.insert(ino, (inode.ctime, None));
        }
    }

    /// A file is gone.
    pub fn forget(&mut self, ino: u64) {
        self.changed.remove(&ino);
    }

    /// Whether the disk holds nothing of a file since it was made.
    fn is_fresh(&self, ino: u64, inode: &Inode, now: i64) -> bool {
        inode.fresh && ino >= self.marks_from && now - inode.btime < EXPIRE
    }
}

impl MemFs {
    /// Before a file is written to: keeps in mind what the disk holds of it.
    pub(super) fn remember(&mut self, ino: u64, now: i64) {
        if !self.journaled {
            return;
        }
        let Ok(inode) = self.inode(ino) else { return };
        let Body::File(content) = &inode.body else { return };
        let waits = self.unwritten.changed.get(&ino).is_some_and(|(at, _)| now - at < EXPIRE);
        if waits || self.unwritten.is_fresh(ino, inode, now) {
            return;
        }
        if content.is_empty() && inode.btime == now && ino >= self.unwritten.marks_from {
            if let Ok(inode) = self.inode_mut(ino) {
                inode.fresh = true;
            }
            return;
        }
        let old = (!content.is_empty()).then(|| Box::new(content.clone()));
        self.unwritten.changed.insert(ino, (now, old));
    }

    /// A file's data was written to the disk.
    pub(super) fn flush(&mut self, ino: u64) {
        self.unwritten.changed.remove(&ino);
        if self.inode(ino).is_ok_and(|i| i.fresh)
            && let Ok(inode) = self.inode_mut(ino)
        {
            inode.fresh = false;
        }
    }

    /// All data was written to the disk.
    pub(super) fn flushed(&mut self) {
        let marks_from = self.inodes.len() as u64;
        self.unwritten = Unwritten { marks_from, ..Unwritten::default() };
    }

    /// Forgets what has been written in the meantime because it had waited long enough.
    pub(super) fn expire(&mut self, now: i64) {
        self.unwritten.changed.retain(|_, (at, _)| now - *at < EXPIRE);
    }

    /// Goes back to what is on the disk where data still waited.
    pub(super) fn lose_unwritten(&mut self, now: i64) {
        self.expire(now);
        let fresh = (self.unwritten.marks_from..self.inodes.len() as u64)
            .filter(|ino| self.inode(*ino).is_ok_and(|i| self.unwritten.is_fresh(*ino, i, now)));
        let fresh: Vec<(u64, Content)> = fresh.map(|ino| (ino, Content::default())).collect();
        let changed = std::mem::take(&mut self.unwritten.changed).into_iter();
        let changed =
            changed.map(|(ino, (_, old))| (ino, old.map_or_else(Content::default, |c| *c)));
        self.flushed();
        for (ino, old) in fresh.into_iter().chain(changed) {
            let time = self.inode(ino).map_or(now, |i| i.mtime);
            // A file that has gone in the meantime has nothing to lose.
            self.set_content(ino, old, time).ok();
        }
        self.flushed();
    }
}
