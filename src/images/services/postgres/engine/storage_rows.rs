//! What is taken back, and rows as bytes; the rest is in `storage`.

use super::super::error::Res;
use super::catalog::{Demand, RelKind};
use super::storage::{Cluster, Db, PAGE, Row, Step, Table, Unique, Version, io, json, save};
use super::text;
use super::types::{Value, key_of};
use crate::kernel::Proc;
use crate::vfs::Content;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Cluster {
    /// Writes what a transaction did, so that it stays. The steps are in their order.
    pub fn commit(&mut self, p: &Proc, db: u32, steps: &[Step], xid: u32) -> Res<()> {
        let dir = format!("{}/base/{db}", self.dir);
        let Some(d) = self.open.get_mut(&db) else { return Ok(()) };
        let mut whole = BTreeSet::new();
        let mut added: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        let mut catalog = false;
        let mut gone = BTreeSet::new();
        for step in steps {
            match step {
                Step::Catalog(_) => catalog = true,
                Step::Replace { table, .. } => drop(whole.insert(*table)),
                Step::Gone { rel, .. } => drop(gone.insert(*rel)),
                Step::NewSeq(oid) => drop(d.moved.insert(*oid)),
                Step::Insert { table, row } => {
                    let types = d.catalog.rels.get(table);
                    if let (Some(rel), Some(v)) =
                        (types, d.tables.get(table).and_then(|t| t.rows.get(row)))
                    {
                        let types: Vec<_> = rel.columns.iter().map(|c| c.ty.clone()).collect();
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
        let mut files: Vec<(u32, Content, u64)> = Vec::new();
        for oid in whole.iter().filter(|o| !gone.contains(o)) {
            if let (Some(rel), Some(t)) = (d.catalog.rels.get(oid), d.tables.get(oid)) {
                let types: Vec<_> = rel.columns.iter().map(|c| c.ty.clone()).collect();
                let mut out = Vec::new();
                for (n, v) in t.rows.iter().filter(|(_, v)| v.xmax != xid) {
                    record(&mut out, *n, &v.row, &types);
                }
                let end = out.len() as u64;
                out.resize(end.div_ceil(PAGE) as usize * PAGE as usize, 0);
                files.push((*oid, Content::from(out), end));
            }
        }
        for (oid, bytes) in &added {
            if whole.contains(oid) || gone.contains(oid) {
                continue;
            }
            let Some(t) = d.tables.get(oid) else { continue };
            let path = format!("{dir}/{oid}");
            let mut content =
                p.read_content(&path).map_err(|e| io("open", &format!("base/{db}/{oid}"), e))?;
            let end = t.end + bytes.len() as u64;
            let mut padded = bytes.clone();
            padded.resize((end.div_ceil(PAGE) * PAGE - t.end) as usize, 0);
            content.write(t.end, &padded, u64::MAX);
            files.push((*oid, content, end));
        }
        for oid in std::mem::take(&mut d.moved) {
            if let Some(s) = d.seqs.get(&oid) {
                files.push((oid, json(&vec![s.last, i64::from(s.called)]), 0));
            }
        }
        let mut written = 0;
        for (oid, content, end) in files {
            let path = format!("{dir}/{oid}");
            let before = p.read_content(&path).ok();
            if let Err(e) = save(p, &path, &content) {
                match before {
                    Some(before) => drop(save(p, &path, &before)),
                    None => drop(p.unlink(&path)),
                }
                return Err(io("extend", &format!("base/{db}/{oid}"), e));
            }
            written += 64 + content.len().min(PAGE);
            if let Some(t) = d.tables.get_mut(&oid) {
                t.end = end;
            }
        }
        if catalog {
            let content = json(&*d.catalog);
            save(p, &format!("{dir}/1259"), &content)
                .map_err(|e| io("write", &format!("base/{db}/1259"), e))?;
        }
        for oid in gone {
            let _ = p.unlink(&format!("{dir}/{oid}"));
        }
        self.wal += written;
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

impl Table {
    /// Takes a row out for good.
    pub fn forget(&mut self, row: u64) {
        let Some(v) = self.rows.remove(&row) else { return };
        for u in &mut self.uniques {
            if let Some(key) = u.key(&v.row)
                && let Some(rows) = u.rows.get_mut(&key)
            {
                rows.retain(|r| *r != row);
                if rows.is_empty() {
                    u.rows.remove(&key);
                }
            }
        }
    }

    /// Puts a row in, with the next number.
    pub fn add(&mut self, xmin: u32, row: Row) -> u64 {
        let n = self.next;
        self.next += 1;
        for u in &mut self.uniques {
            if let Some(key) = u.key(&row) {
                u.rows.entry(key).or_default().push(n);
            }
        }
        self.rows.insert(n, Version { xmin, xmax: 0, row });
        n
    }
}

impl Unique {
    /// The key of a row; `None` where a part of it is NULL, which is never the same as another.
    pub fn key(&self, row: &[Value]) -> Option<String> {
        let mut parts = Vec::new();
        for c in &self.columns {
            let v = row.get(*c)?;
            if v.is_null() {
                return None;
            }
            parts.push(v.clone());
        }
        Some(key_of(&parts))
    }
}

impl Db {
    /// Makes the indexes of all tables anew.
    pub fn index(&mut self) {
        let catalog = Rc::clone(&self.catalog);
        for (oid, t) in &mut self.tables {
            let Some(rel) = catalog.rels.get(oid) else { continue };
            let mut wanted: Vec<(String, Vec<String>)> = Vec::new();
            for c in &rel.constraints {
                if let Demand::Primary(cols) | Demand::Unique(cols) = &c.demand {
                    wanted.push((c.name.clone(), cols.clone()));
                }
            }
            for i in catalog.indexes(*oid) {
                if let RelKind::Index { keys, unique: true, .. } = &i.kind
                    && !wanted.iter().any(|(n, _)| *n == i.name)
                {
                    wanted.push((i.name.clone(), keys.clone()));
                }
            }
            t.uniques = wanted
                .into_iter()
                .map(|(name, cols)| {
                    let columns = cols.iter().filter_map(|c| rel.column(c)).collect();
                    Unique { name, columns, rows: BTreeMap::new() }
                })
                .collect();
            for (n, v) in &t.rows {
                for u in &mut t.uniques {
                    if let Some(key) = u.key(&v.row) {
                        u.rows.entry(key).or_default().push(*n);
                    }
                }
            }
        }
    }
}

pub fn record(out: &mut Vec<u8>, n: u64, row: &[Value], types: &[super::types::Type]) {
    let start = out.len();
    out.extend([0; 4]);
    out.push(b'+');
    out.extend(n.to_le_bytes());
    for (v, ty) in row.iter().zip(types) {
        match text::output(v, ty) {
            None => out.extend(u32::MAX.to_le_bytes()),
            Some(s) => {
                let bytes = crate::vfs::text::encode(&s).into_owned();
                out.extend((bytes.len() as u32).to_le_bytes());
                out.extend(bytes);
            }
        }
    }
    let len = (out.len() - start - 4) as u32;
    out[start..start + 4].copy_from_slice(&len.to_le_bytes());
}

pub fn read_table(bytes: &[u8], types: &[super::types::Type]) -> Option<Table> {
    let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let mut t = Table { next: 1, ..Table::default() };
    let mut at = 0;
    while let Some(len) = word(at) {
        if len == 0 {
            break;
        }
        let end = at + 4 + len as usize;
        let sign = *bytes.get(at + 4)?;
        let n = u64::from_le_bytes(bytes.get(at + 5..at + 13)?.try_into().ok()?);
        t.next = t.next.max(n.checked_add(1)?);
        if sign == b'-' {
            t.rows.remove(&n);
        } else {
            let mut row = Vec::with_capacity(types.len());
            let mut v = at + 13;
            for ty in types {
                let size = word(v)?;
                v += 4;
                if size == u32::MAX {
                    row.push(Value::Null);
                    continue;
                }
                let value = bytes.get(v..v + size as usize)?;
                v += size as usize;
                row.push(text::input(&crate::vfs::text::decode(value), ty, 0).ok()?);
            }
            if v != end {
                return None;
            }
            t.rows.insert(n, Version { xmin: 0, xmax: 0, row: Rc::new(row) });
        }
        at = end;
    }
    t.end = at as u64;
    Some(t)
}
