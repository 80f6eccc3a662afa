//! A cluster in memory and on the disk.
//!
//! A table's file, base/DATABASE/TABLE, is a run of records: a length of four bytes (least first), then a
//! sign: `+`, the row's number (eight bytes) and its values, each a length of four bytes and the value's
//! text (all ones: NULL), or `-` and the number of the row that is gone. The file's end is filled with
//! zeros to pages of 8192 bytes. Rows are written when their transaction commits, and are on the disk when
//! the client is told so. Rows that are gone stay in the file until the table is vacuumed.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::kernel::Proc;
use crate::vfs::{Content, Errno, OpenFlags};

use super::super::error::{PgError, Res};
use super::catalog::{Catalog, Database, Demand, RelKind, Role};
use super::text;
use super::types::{Value, key_of};

/// Bytes of a page.
pub const PAGE: u64 = 8192;

/// A row.
pub type Row = Rc<Vec<Value>>;

/// A row as one transaction made it, and as another ended it.
#[derive(Clone, Debug)]
pub struct Version {
    /// Who made it.
    pub xmin: u32,
    /// Who deleted it; 0 where nobody did.
    pub xmax: u32,
    /// Its values.
    pub row: Row,
}

/// Rows found by the values of some columns.
#[derive(Clone, Debug, Default)]
pub struct Unique {
    /// The constraint's or index's name.
    pub name: String,
    /// The columns.
    pub columns: Vec<usize>,
    /// Row numbers by key.
    pub rows: BTreeMap<String, Vec<u64>>,
}

/// A table's rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Rows by their numbers.
    pub rows: BTreeMap<u64, Version>,
    /// The next number.
    pub next: u64,
    /// Where the file's records end.
    pub end: u64,
    /// What must be unique.
    pub uniques: Vec<Unique>,
}

/// Where a sequence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Seq {
    pub last: i64,
    pub called: bool,
}

/// A database that somebody has connected to.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Db {
    pub catalog: Rc<Catalog>,
    pub tables: BTreeMap<u32, Table>,
    pub seqs: BTreeMap<u32, Seq>,
    /// Sequences that are not written yet.
    pub moved: BTreeSet<u32>,
}

/// Who is connected.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Client {
    pub db: u32,
    pub user: String,
    pub state: String,
    pub query: String,
    pub application: String,
    pub address: String,
    pub started: i64,
}

/// All databases of a server.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Cluster {
    pub dir: String,
    pub version: String,
    pub major: u32,
    pub dbs: BTreeMap<u32, Database>,
    pub roles: BTreeMap<String, Role>,
    pub open: BTreeMap<u32, Db>,
    pub next_oid: u32,
    pub next_xid: u32,
    /// Bytes that went into the write-ahead log.
    pub wal: u64,
    pub active: BTreeSet<u32>,
    pub clients: BTreeMap<u32, Client>,
    pub settings: BTreeMap<String, String>,
    pub started: i64,
}

/// A step of a transaction, to be taken back or to be written.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Step {
    Insert { table: u32, row: u64 },
    Delete { table: u32, row: u64 },
    Catalog(Rc<Catalog>),
    /// The whole table was replaced; what it was, where it was anything.
    Replace { table: u32, old: Option<Box<Table>> },
    Gone { rel: u32, old: Option<Box<Table>> },
    NewSeq(u32),
}

fn io(what: &str, file: &str, e: Errno) -> PgError {
    let error = PgError::new("58030", format!("could not {what} file \"{file}\": {e}"));
    if e == Errno::ENOSPC { error.hint("Check free disk space.") } else { error }
}

/// Writes a file and sees to it that it is on the disk.
pub fn save(p: &Proc, path: &str, content: &Content) -> Result<(), Errno> {
    p.write_content(path, content, 0o600)?;
    let fd = p.open(path, OpenFlags::READ, 0)?;
    let done = p.fsync(fd);
    let _ = p.close(fd);
    done
}

fn json<T: serde::Serialize>(v: &T) -> Content {
    let mut bytes = serde_json::to_vec(v).unwrap_or_default();
    bytes.resize(bytes.len().div_ceil(PAGE as usize) * PAGE as usize, 0);
    Content::from(bytes)
}

/// Reads what [`json`] wrote.
fn parse<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
    serde_json::from_slice(&bytes[..end]).ok()
}

impl Cluster {
    /// Reads what is global.
    pub fn load(p: &Proc, dir: &str) -> Res<Cluster> {
        let file = |name: &str| {
            let path = format!("{dir}/global/{name}");
            p.read_file(&path).map_err(|e| PgError::fatal("58P01", format!("could not open file \"global/{name}\": {e}")))
        };
        let broken = |name: &str| PgError::fatal("XX001", format!("invalid data in file \"global/{name}\""));
        let dbs: BTreeMap<u32, Database> = parse(&file("1262")?).ok_or_else(|| broken("1262"))?;
        let roles: BTreeMap<String, Role> = parse(&file("1260")?).ok_or_else(|| broken("1260"))?;
        let counters: BTreeMap<String, u64> = parse(&file("pg_control")?).ok_or_else(|| broken("pg_control"))?;
        let counter = |name: &str, least: u64| counters.get(name).copied().unwrap_or(least);
        Ok(Cluster {
            dir: dir.to_string(),
            dbs,
            roles,
            next_oid: counter("next_oid", 16_384) as u32,
            next_xid: counter("next_xid", 744) as u32,
            wal: counter("wal", 0),
            ..Cluster::default()
        })
    }

    /// Writes databases and roles.
    pub fn save_global(&self, p: &Proc) -> Res<()> {
        for (name, content) in [("1262", json(&self.dbs)), ("1260", json(&self.roles))] {
            let path = format!("{}/global/{name}", self.dir);
            save(p, &path, &content).map_err(|e| io("write", &format!("global/{name}"), e))?;
        }
        Ok(())
    }

    /// Writes the control file: counters, and whether the server runs (`state`: 1 shut down, 6 in
    /// production).
    pub fn save_control(&self, p: &Proc, state: u64) -> Result<(), Errno> {
        let now = p.now().max(0) as u64 / 1_000_000_000;
        let old: Option<BTreeMap<String, u64>> =
            p.read_file(&format!("{}/global/pg_control", self.dir)).ok().and_then(|b| parse(&b));
        let system = old.and_then(|o| o.get("system").copied());
        let system = system.unwrap_or_else(|| {
            let mut seed = [0u8; 2];
            p.random(&mut seed);
            (now << 32) | u64::from(u16::from_le_bytes(seed)) << 12 | 1
        });
        let all: BTreeMap<&str, u64> = BTreeMap::from([
            ("next_oid", u64::from(self.next_oid)),
            ("next_xid", u64::from(self.next_xid)),
            ("state", state),
            ("system", system),
            ("time", now),
            ("wal", self.wal),
        ]);
        save(p, &format!("{}/global/pg_control", self.dir), &json(&all))
    }

    /// What the control file says.
    pub fn control(p: &Proc, dir: &str) -> Option<BTreeMap<String, u64>> {
        parse(&p.read_file(&format!("{dir}/global/pg_control")).ok()?)
    }

    /// The place in the write-ahead log, as it is shown.
    pub fn lsn(&self) -> String {
        let at = 0x0176_5D60 + self.wal;
        format!("{:X}/{:X}", at >> 32, at & 0xffff_ffff)
    }

    /// A number for something new.
    pub fn fresh_oid(&mut self) -> u32 {
        self.next_oid += 1;
        self.next_oid - 1
    }

    /// The number of a database.
    pub fn db_named(&self, name: &str) -> Option<u32> {
        self.dbs.iter().find(|(_, d)| d.name == name).map(|(oid, _)| *oid)
    }

    /// Makes a database known: reads its catalogue and rows.
    pub fn open_db(&mut self, p: &Proc, oid: u32) -> Res<()> {
        if self.open.contains_key(&oid) {
            return Ok(());
        }
        let dir = format!("{}/base/{oid}", self.dir);
        let bytes = p.read_file(&format!("{dir}/1259")).map_err(|e| {
            PgError::fatal("58P01", format!("could not open file \"base/{oid}/1259\": {e}"))
        })?;
        let catalog: Catalog = parse(&bytes)
            .ok_or_else(|| PgError::fatal("XX001", format!("invalid page in block 0 of relation \"base/{oid}/1259\"")))?;
        let mut db = Db { catalog: Rc::new(catalog), ..Db::default() };
        let catalog = Rc::clone(&db.catalog);
        for rel in catalog.rels.values() {
            self.next_oid = self.next_oid.max(rel.oid + 1);
            let file = format!("base/{oid}/{}", rel.oid);
            let bytes = p.read_file(&format!("{}/{file}", self.dir));
            match &rel.kind {
                RelKind::Table => {
                    let bytes = bytes.map_err(|e| PgError::fatal("58P01", format!("could not open file \"{file}\": {e}")))?;
                    let types: Vec<_> = rel.columns.iter().map(|c| c.ty.clone()).collect();
                    let table = read_table(&bytes, &types).ok_or_else(|| {
                        PgError::fatal("XX001", format!("invalid page in block 0 of relation \"{file}\""))
                    })?;
                    db.tables.insert(rel.oid, table);
                }
                RelKind::Sequence { start, .. } => {
                    let text = bytes.unwrap_or_default();
                    let all: Vec<i64> = parse(&text).unwrap_or_else(|| vec![*start, 0]);
                    let seq = Seq { last: all.first().copied().unwrap_or(1), called: all.get(1) == Some(&1) };
                    db.seqs.insert(rel.oid, seq);
                }
                _ => {}
            }
        }
        db.index();
        self.open.insert(oid, db);
        Ok(())
    }

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
                    if let (Some(rel), Some(v)) = (types, d.tables.get(table).and_then(|t| t.rows.get(row))) {
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
            let mut content = p.read_content(&path).map_err(|e| io("open", &format!("base/{db}/{oid}"), e))?;
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
            save(p, &format!("{dir}/1259"), &content).map_err(|e| io("write", &format!("base/{db}/1259"), e))?;
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

fn record(out: &mut Vec<u8>, n: u64, row: &[Value], types: &[super::types::Type]) {
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

fn read_table(bytes: &[u8], types: &[super::types::Type]) -> Option<Table> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::services::postgres::engine::types::Type;

    #[test]
    fn tables_are_read_as_they_were_written() {
        let types = [Type::Int4, Type::Text];
        let mut out = Vec::new();
        record(&mut out, 1, &[Value::Int(7), Value::text("a")], &types);
        record(&mut out, 2, &[Value::Null, Value::text("")], &types);
        out.extend(9u32.to_le_bytes());
        out.push(b'-');
        out.extend(1u64.to_le_bytes());
        let end = out.len() as u64;
        out.resize(8192, 0);
        let t = read_table(&out, &types).unwrap();
        assert_eq!((t.rows.len(), t.next, t.end), (1, 3, end));
        assert_eq!(t.rows[&2].row[0], Value::Null);
        assert!(read_table(&out[..20], &types).is_none());
    }
}
