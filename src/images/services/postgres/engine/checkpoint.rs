//! Checkpoints: all that was changed is brought to the disk, and the place in the log is noted from which
//! a recovery reads on, in global/pg_control. And the recovery itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::Proc;
use crate::vfs::{Content, Errno};

use super::storage::{Cluster, PAGE, json, parse, save, sync_file};
use super::wal::{self, Change, End, Record};

/// What global/pg_control says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Control {
    /// A number for this cluster.
    pub system: u64,
    /// Whether the server went down as it should.
    pub clean: bool,
    /// When this was written, in seconds since 1970.
    pub time: u64,
    /// Where the last checkpoint's record stands.
    pub checkpoint: u64,
}

/// What a checkpoint did.
#[derive(Clone, Copy, Debug, Default)]
pub struct Checkpoint {
    /// Pages that had changed.
    pub buffers: u64,
    /// Files that were brought to the disk.
    pub files: u64,
    /// Segments of the log that were made since the last one.
    pub added: u64,
    /// Segments that were taken away.
    pub removed: u64,
    /// Bytes of the log since the last one.
    pub distance: u64,
    /// What they are expected to be.
    pub estimate: u64,
    /// Where its record stands.
    pub at: u64,
}

/// What a recovery found.
#[derive(Clone, Debug)]
pub struct Redo {
    /// The first record, and the last; none where the log ends at the checkpoint.
    pub records: Option<(u64, u64)>,
    /// Where the log ends.
    pub end: u64,
    /// Why it ends there.
    pub why: End,
    /// Where it began.
    pub checkpoint: u64,
    /// The next number for a relation, as the log's last record has it.
    pub next_oid: u32,
    /// The next transaction.
    pub next_xid: u32,
    /// What was changed.
    pub dirty: Dirty,
}

impl Control {
    /// Reads it.
    pub fn read(p: &Proc, dir: &str) -> Option<Control> {
        parse(&p.read_file(&format!("{dir}/global/pg_control")).ok()?)
    }

    fn write(&self, p: &Proc, dir: &str) -> Result<(), Errno> {
        save(p, &format!("{dir}/global/pg_control"), &json(self))
    }
}

/// What a change takes the place of.
pub enum Before {
    /// A file, or none.
    File(String, Option<Content>),
    /// A directory was made.
    Made(String),
    /// A directory was removed.
    Removed(String),
}

/// Makes a change in the files; the disk has it later.
fn apply(p: &Proc, dir: &str, change: &Change) -> Result<Before, Errno> {
    let path = |file: &str| format!("{dir}/{file}");
    let file = |file: &str, content: &Content| {
        let path = path(file);
        let old = p.read_content(&path).ok();
        p.write_content(&path, content, 0o600)?;
        Ok(Before::File(path, old))
    };
    match change {
        Change::Write { file: name, at, bytes } => {
            let mut content = match p.read_content(&path(name)) {
                Ok(c) => c,
                Err(Errno::ENOENT) => Content::default(),
                Err(e) => return Err(e),
            };
            content.write(*at, bytes, u64::MAX);
            content.truncate(content.len().next_multiple_of(PAGE));
            file(name, &content)
        }
        Change::Whole { file: name, bytes } => file(name, &Content::from(bytes.clone())),
        Change::Remove(name) => {
            let path = path(name);
            let old = p.read_content(&path).ok();
            match p.unlink(&path) {
                Ok(()) | Err(Errno::ENOENT) => Ok(Before::File(path, old)),
                Err(e) => Err(e),
            }
        }
        Change::MakeDir(name) => match p.mkdir(&path(name), 0o700) {
            Ok(()) | Err(Errno::EEXIST) => Ok(Before::Made(path(name))),
            Err(e) => Err(e),
        },
        Change::RemoveDir(name) => match p.rmdir(&path(name)) {
            Ok(()) | Err(Errno::ENOENT) => Ok(Before::Removed(path(name))),
            Err(e) => Err(e),
        },
    }
}

/// Pages, by files, that the disk may not have yet.
pub type Dirty = BTreeMap<String, BTreeSet<u64>>;

/// Remembers the pages that a change touches.
fn note(dirty: &mut Dirty, change: &Change) {
    let (file, pages) = match change {
        Change::Write { file, at, bytes } => {
            (file, at / PAGE..(at + bytes.len() as u64).div_ceil(PAGE))
        }
        Change::Whole { file, bytes } => (file, 0..(bytes.len() as u64).div_ceil(PAGE)),
        Change::Remove(file) => {
            dirty.remove(file);
            return;
        }
        Change::MakeDir(_) | Change::RemoveDir(_) => return,
    };
    dirty.entry(file.clone()).or_default().extend(pages);
}

fn take_back(p: &Proc, done: Vec<Before>) {
    for before in done.into_iter().rev() {
        match before {
            Before::File(path, Some(old)) => drop(p.write_content(&path, &old, 0o600)),
            Before::File(path, None) => drop(p.unlink(&path)),
            Before::Made(path) => drop(p.rmdir(&path)),
            Before::Removed(path) => drop(p.mkdir(&path, 0o700)),
        }
    }
}

impl Cluster {
    /// Makes changes that are to stay, all of them or, where there is no room, none. The name of the file that
    /// was in the way stands in the error. `logged` is what the log says of them.
    pub fn write(
        &mut self,
        p: &Proc,
        changes: &[Change],
        logged: Vec<Change>,
    ) -> Result<(), (String, Errno)> {
        let mut done = Vec::new();
        for c in changes {
            match apply(p, &self.dir, c) {
                Ok(before) => done.push(before),
                Err(e) => {
                    take_back(p, done);
                    return Err((c.file().to_string(), e));
                }
            }
        }
        if !logged.is_empty() {
            let record =
                Record { next_oid: self.next_oid, next_xid: self.next_xid, changes: logged };
            match wal::append(p, &self.dir, self.wal, &record) {
                Ok((next, made)) => {
                    self.wal = next;
                    self.added += made;
                }
                Err(e) => {
                    take_back(p, done);
                    return Err((format!("pg_wal/{}", wal::segment_name(self.wal)), e));
                }
            }
        }
        changes.iter().for_each(|c| note(&mut self.dirty, c));
        Ok(())
    }

    /// Brings all changes to the disk and notes how far the log is done with.
    pub fn checkpoint(&mut self, p: &Proc, clean: bool) -> Result<Checkpoint, Errno> {
        self.write_sequences(p).map_err(|(_, e)| e)?;
        let mut c = Checkpoint { at: self.wal, ..Checkpoint::default() };
        for (file, pages) in std::mem::take(&mut self.dirty) {
            c.buffers += pages.len() as u64;
            c.files += 1;
            match sync_file(p, &format!("{}/{file}", self.dir)) {
                Ok(()) | Err(Errno::ENOENT) => {}
                Err(e) => return Err(e),
            }
        }
        let record =
            Record { next_oid: self.next_oid, next_xid: self.next_xid, changes: Vec::new() };
        let (next, made) = wal::append(p, &self.dir, self.wal, &record)?;
        c.added = std::mem::take(&mut self.added) + made;
        c.distance = c.at.saturating_sub(self.redo);
        c.estimate = match self.estimate < c.distance {
            true => c.distance,
            false => (self.estimate * 9 + c.distance) / 10,
        };
        self.estimate = c.estimate;
        (self.redo, self.wal) = (c.at, next);
        let old = Control::read(p, &self.dir);
        let time = p.now().max(0) as u64 / 1_000_000_000;
        let system = old.map_or_else(
            || {
                let mut seed = [0; 4];
                p.random(&mut seed);
                time << 32 | u64::from(u32::from_le_bytes(seed))
            },
            |o| o.system,
        );
        Control { system, clean, time, checkpoint: c.at }.write(p, &self.dir)?;
        c.removed = wal::forget(p, &self.dir, c.at);
        self.checkpointed = p.now();
        self.checkpoints += 1;
        Ok(c)
    }

    /// Notes in the control file that the server runs: what ends it now, ends it unclean.
    pub fn begin_production(&self, p: &Proc) -> Result<(), Errno> {
        let Some(old) = Control::read(p, &self.dir) else { return Ok(()) };
        let time = p.now().max(0) as u64 / 1_000_000_000;
        Control { clean: false, time, ..old }.write(p, &self.dir)
    }

    /// Whether something was logged since the last checkpoint.
    pub fn is_behind(&self) -> bool {
        !self.dirty.is_empty()
    }
}

/// The place of the checkpoint from which a cluster is to be read; `None` where its record is not in the log.
pub fn find(p: &Proc, dir: &str, control: &Control) -> Option<u64> {
    let (record, _) = wal::record_at(p, dir, control.checkpoint).ok()?;
    record.changes.is_empty().then_some(control.checkpoint)
}

/// Makes the changes that the log has since a checkpoint.
pub fn redo(p: &Proc, dir: &str, checkpoint: u64) -> Result<Redo, (String, Errno)> {
    let (mut at, mut records) = (checkpoint, None);
    let (mut next_oid, mut next_xid, mut dirty) = (0, 0, Dirty::new());
    loop {
        match wal::record_at(p, dir, at) {
            Ok((record, next)) => {
                for c in &record.changes {
                    apply(p, dir, c).map_err(|e| (c.file().to_string(), e))?;
                    note(&mut dirty, c);
                }
                (next_oid, next_xid) = (record.next_oid, record.next_xid);
                if at != checkpoint {
                    records = Some((records.map_or(at, |(first, _): (u64, u64)| first), at));
                }
                at = next;
            }
            Err(why) => {
                return Ok(Redo { records, end: at, why, checkpoint, next_oid, next_xid, dirty });
            }
        }
    }
}
