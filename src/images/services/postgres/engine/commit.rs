//! What a transaction did: written so that it stays, or taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::Res;
use super::rows::record;
use super::storage::{Cluster, PAGE, Seq, Step, full, json};
use super::types::Type;
use super::wal::Change;
use crate::kernel::Proc;
use crate::vfs::Errno;

/// How many numbers of a sequence the log is ahead of it, so that not every number is logged. After a
/// recovery they are passed over.
pub const AHEAD: i64 = 32;

/// What a sequence's file holds.
fn sequence_file(last: i64, called: bool) -> Vec<u8> {
    json(&vec![last, i64::from(called)]).to_vec()
}

impl Cluster {
    /// Writes what a transaction did, so that it stays. The steps are in their order.
    pub fn commit(&mut self, p: &Proc, db: u32, steps: &[Step], xid: u32) -> Res<()> {
        let mut changes = Vec::new();
        if steps.iter().any(|s| matches!(s, Step::Roles(_))) {
            changes.push(self.roles_file());
        }
        if steps.iter().any(|s| matches!(s, Step::Databases(_))) {
            changes.push(self.databases_file());
        }
        let ends = self.table_changes(db, steps, xid, &mut changes);
        let mut logged = changes.clone();
        let moved = self.sequence_changes(db, &mut changes, &mut logged);
        self.write(p, &changes, logged).map_err(|(file, e)| full(&file, e))?;
        let Some(d) = self.open.get_mut(&db) else { return Ok(()) };
        for (oid, end) in ends {
            if let Some(t) = d.tables.get_mut(&oid) {
                t.end = end;
            }
        }
        for (oid, seq) in moved {
            d.moved.remove(&oid);
            d.seqs.insert(oid, seq);
        }
        Ok(())
    }

    /// The changes of a database's own files, and where the records of tables end then.
    fn table_changes(
        &mut self,
        db: u32,
        steps: &[Step],
        xid: u32,
        changes: &mut Vec<Change>,
    ) -> Vec<(u32, u64)> {
        let Some(d) = self.open.get_mut(&db) else { return Vec::new() };
        let mut whole = BTreeSet::new();
        let mut added: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        let mut gone = BTreeSet::new();
        let mut catalog = false;
        let catalog_now = std::rc::Rc::clone(&d.catalog);
        let types = |oid: &u32| -> Option<Vec<Type>> {
            let rel = catalog_now.rels.get(oid)?;
            Some(rel.columns.iter().map(|c| c.ty.clone()).collect())
        };
        for step in steps {
            match step {
                Step::Catalog(_) => catalog = true,
                Step::Replace { table, .. } => drop(whole.insert(*table)),
                Step::Gone { rel, .. } => drop(gone.insert(*rel)),
                Step::NewSeq(oid) => drop(d.moved.insert(*oid)),
                Step::Roles(_) | Step::Databases(_) => {}
                Step::Insert { table, row } => {
                    let v = d.tables.get(table).and_then(|t| t.rows.get(row));
                    if let (Some(types), Some(v)) = (types(table), v) {
                        record(added.entry(*table).or_default(), *row, &v.row, &types);
                    }
                }
                Step::Delete { table, row } => {
                    let out = added.entry(*table).or_default();
                    out.extend(9u32.to_le_bytes());
                    out.push(b'-');
                    out.extend(row.to_le_bytes());
                }
            }
        }
        let file = |oid: &u32| format!("base/{db}/{oid}");
        let mut ends = Vec::new();
        for oid in whole.difference(&gone) {
            if let (Some(types), Some(t)) = (types(oid), d.tables.get(oid)) {
                let mut bytes = Vec::new();
                for (n, v) in t.rows.iter().filter(|(_, v)| v.xmax != xid) {
                    record(&mut bytes, *n, &v.row, &types);
                }
                let end = bytes.len() as u64;
                bytes.resize(end.next_multiple_of(PAGE) as usize, 0);
                ends.push((*oid, end));
                changes.push(Change::Whole { file: file(oid), bytes });
            }
        }
        for (oid, bytes) in added {
            if whole.contains(&oid) || gone.contains(&oid) {
                continue;
            }
            let Some(t) = d.tables.get(&oid) else { continue };
            ends.push((oid, t.end + bytes.len() as u64));
            changes.push(Change::Write { file: file(&oid), at: t.end, bytes });
        }
        if catalog {
            let bytes = json(&*d.catalog).to_vec();
            changes.push(Change::Whole { file: format!("base/{db}/1259"), bytes });
        }
        changes.extend(gone.iter().map(|oid| Change::Remove(file(oid))));
        ends
    }

    /// The changes of the files of sequences that moved, as they are and as the log has them.
    fn sequence_changes(
        &mut self,
        db: u32,
        changes: &mut Vec<Change>,
        logged: &mut Vec<Change>,
    ) -> Vec<(u32, Seq)> {
        let Some(d) = self.open.get_mut(&db) else { return Vec::new() };
        d.moved.retain(|oid| d.catalog.rels.contains_key(oid));
        let mut out = Vec::new();
        for oid in &d.moved {
            let Some(s) = d.seqs.get(oid) else { continue };
            let file = format!("base/{db}/{oid}");
            let mut done = *s;
            if s.unlogged {
                let bytes = sequence_file(s.ahead, s.called);
                logged.push(Change::Whole { file: file.clone(), bytes });
                (done.unlogged, done.logged) = (false, self.wal);
            }
            changes.push(Change::Whole { file, bytes: sequence_file(s.last, s.called) });
            out.push((*oid, done));
        }
        out
    }

    /// Writes sequences that moved in transactions that were taken back: their numbers are used up.
    pub fn write_sequences(&mut self, p: &Proc) -> Result<(), (String, Errno)> {
        let open: Vec<u32> = self.open.keys().copied().collect();
        for db in open {
            let (mut changes, mut logged) = (Vec::new(), Vec::new());
            let moved = self.sequence_changes(db, &mut changes, &mut logged);
            self.write(p, &changes, logged)?;
            if let Some(d) = self.open.get_mut(&db) {
                d.moved.clear();
                d.seqs.extend(moved);
            }
        }
        Ok(())
    }

    /// Takes back what a transaction did, down to a number of steps.
    pub fn undo(&mut self, db: u32, steps: &mut Vec<Step>, keep: usize) {
        let Some(d) = self.open.get_mut(&db) else { return };
        let mut indexed = true;
        while steps.len() > keep {
            match steps.pop() {
                Some(Step::Insert { table, row }) => {
                    if let Some(t) = d.tables.get_mut(&table) {
                        t.forget(row);
                    }
                }
                Some(Step::Delete { table, row }) => {
                    if let Some(v) = d.tables.get_mut(&table).and_then(|t| t.rows.get_mut(&row)) {
                        v.xmax = 0;
                    }
                }
                Some(Step::Catalog(old)) => {
                    d.catalog = old;
                    indexed = false;
                }
                Some(Step::Replace { table, old }) => {
                    match old {
                        Some(old) => drop(d.tables.insert(table, *old)),
                        None => drop(d.tables.remove(&table)),
                    }
                    indexed = false;
                }
                Some(Step::Gone { rel, old }) => {
                    if let Some(old) = old {
                        d.tables.insert(rel, *old);
                    }
                    indexed = false;
                }
                Some(Step::NewSeq(oid)) => {
                    d.seqs.remove(&oid);
                    d.moved.remove(&oid);
                }
                Some(Step::Roles(old)) => self.roles = old,
                Some(Step::Databases(old)) => self.dbs = old,
                None => break,
            }
        }
        if !indexed {
            d.index();
        }
    }

    /// Forgets rows that a committed transaction deleted.
    pub fn sweep(&mut self, db: u32, steps: &[Step]) {
        let Some(d) = self.open.get_mut(&db) else { return };
        for step in steps {
            if let Step::Delete { table, row } = step
                && let Some(t) = d.tables.get_mut(table)
            {
                t.forget(*row);
            }
        }
    }
}
