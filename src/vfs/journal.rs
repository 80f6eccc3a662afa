//! What a power cut leaves of a disk. Names and attributes are committed every five seconds, as ext4 does
//! it, and whenever somebody asks for it (fsync, sync); what was written into files reaches the disk half a
//! minute later, unless it was asked for. Until then a file holds after the cut what it held before: one
//! that is new is there, and empty.

use std::rc::Rc;

use super::errno::Errno;
use super::memfs::MemFs;
use super::{NodeId, Super, Vfs};

const SECOND: i64 = 1_000_000_000;
/// Between two commits of the journal (ext4's `commit`).
const COMMIT: i64 = 5 * SECOND;
/// How long written data may wait in memory (`vm.dirty_expire_centisecs`).
pub(super) const EXPIRE: i64 = 30 * SECOND;
/// The longest that a commit which was asked for by the machine's own services waits for company.
const SOON: i64 = SECOND / 10;

/// The journal of the machine's disk: the filesystem as it was last committed.
#[derive(Clone)]
pub(super) struct Journal {
    /// The filesystem.
    sb: u32,
    committed: Rc<MemFs>,
    /// When the next commit is due.
    due: i64,
    /// Somebody waits for the next commit, as good as done.
    promised: bool,
}

impl Vfs {
    /// Keeps a journal of a filesystem from now on, and takes all that is in it for written.
    pub fn keep_journal(&mut self, sb: u32) -> Result<(), Errno> {
        let now = self.now;
        let fs = self.mem_mut(sb)?;
        fs.journaled = true;
        fs.flushed();
        let committed = Rc::new(fs.clone());
        self.journal = Some(Journal { sb, committed, due: now + COMMIT, promised: false });
        Ok(())
    }

    /// To be called before a filesystem is changed.
    pub(super) fn before_change(&mut self, sb: u32) {
        let now = self.now;
        if self.journal.as_ref().is_some_and(|j| j.sb == sb && now >= j.due) {
            self.commit();
        }
    }

    fn commit(&mut self) {
        let now = self.now;
        let Some(j) = &mut self.journal else { return };
        let sb = j.sb as usize;
        let Some(Some(s)) = self.supers.get_mut(sb) else { return };
        let Super::Mem(fs) = &mut s.kind else { return };
        fs.expire(now);
        j.committed = Rc::new(fs.clone());
        j.due = now + COMMIT;
        j.promised = false;
    }

    /// fsync(2): what was written to a file is on the disk.
    pub fn sync_node(&mut self, node: NodeId) {
        if self.written(node) {
            self.commit();
        }
    }

    /// As [`Vfs::sync_node`], for the many small records of a service: the commit comes with others'.
    pub fn sync_node_soon(&mut self, node: NodeId) {
        let now = self.now;
        if self.written(node)
            && let Some(j) = &mut self.journal
        {
            j.due = j.due.min(now + SOON);
            j.promised = true;
        }
    }

    fn written(&mut self, node: NodeId) -> bool {
        let Ok(real) = self.behind(node) else { return false };
        if self.journal.as_ref().is_none_or(|j| j.sb != real.sb) {
            return false;
        }
        if let Some(Some(s)) = self.supers.get_mut(real.sb as usize)
            && let Super::Mem(fs) = &mut s.kind
        {
            fs.flush(real.ino);
        }
        true
    }

    /// sync(2): everything is on the disk.
    pub fn sync(&mut self) {
        let Some(sb) = self.journal.as_ref().map(|j| j.sb) else { return };
        if let Some(Some(s)) = self.supers.get_mut(sb as usize)
            && let Super::Mem(fs) = &mut s.kind
        {
            fs.flushed();
        }
        self.commit();
    }

    /// The disk as it is found after the power was cut now.
    pub fn after_power_cut(&mut self) -> Option<MemFs> {
        let now = self.now;
        if self.journal.as_ref().is_some_and(|j| j.promised || now >= j.due) {
            self.commit();
        }
        let mut fs = MemFs::clone(&self.journal.as_ref()?.committed);
        fs.lose_unwritten(now);
        fs.release();
        Some(fs)
    }

    /// The disk as it is found after an orderly end.
    pub fn after_shutdown(&mut self) -> Option<MemFs> {
        self.sync();
        let mut fs = MemFs::clone(&self.journal.as_ref()?.committed);
        fs.release();
        Some(fs)
    }
}
