//! A cluster in memory and on the disk.
//!
//! A table's file, base/DATABASE/TABLE, is a run of records: a length of four bytes (least first), then a
//! sign: `+`, the row's number (eight bytes) and its values, each a length of four bytes and the value's
//! text (all ones: NULL), or `-` and the number of the row that is gone. The file's end is filled with
//! zeros to pages of 8192 bytes. Rows are written when their transaction commits; what makes them last is the
//! write-ahead log. Rows that are gone stay in the file until the table is vacuumed.

use super::super::error::{PgError, Res};
use super::catalog::{Catalog, Database, RelKind, Role};
use super::rows::read_table;
use super::types::Value;
use super::wal::Change;
use crate::kernel::Proc;
use crate::vfs::{Content, Errno, OpenFlags};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seq {
    pub last: i64,
    pub called: bool,
    /// How many numbers may be given out until the log must hear of it.
    pub left: i64,
    /// What the log has, or is to have where `unlogged`, for the last number.
    pub ahead: i64,
    pub unlogged: bool,
    /// Where the log has it.
    pub logged: u64,
}

impl Seq {
    /// A sequence that was put somewhere.
    pub fn at(last: i64, called: bool) -> Seq {
        Seq { last, called, ahead: last, unlogged: true, ..Seq::default() }
    }
}

/// A database that somebody has connected to.
#[derive(Clone, Debug, Default)]
pub struct Db {
    pub catalog: Rc<Catalog>,
    pub tables: BTreeMap<u32, Table>,
    pub seqs: BTreeMap<u32, Seq>,
    /// Sequences that are not written yet.
    pub moved: BTreeSet<u32>,
}

/// Who is connected.
#[derive(Clone, Debug, Default)]
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
pub struct Cluster {
    pub dir: String,
    pub version: String,
    pub major: u32,
    pub dbs: BTreeMap<u32, Database>,
    pub roles: BTreeMap<String, Role>,
    pub open: BTreeMap<u32, Db>,
    pub next_oid: u32,
    pub next_xid: u32,
    /// Where the write-ahead log ends.
    pub wal: u64,
    /// Where the last checkpoint stands in it.
    pub redo: u64,
    /// When that was.
    pub checkpointed: i64,
    /// Segments made since then, and how far the log is expected to go until the next.
    pub added: u64,
    pub estimate: u64,
    pub dirty: super::checkpoint::Dirty,
    pub active: BTreeSet<u32>,
    pub clients: BTreeMap<u32, Client>,
    pub settings: Rc<super::settings::Values>,
    pub started: i64,
    /// The process that listens.
    pub postmaster: u32,
    /// The process that makes checkpoints, and how many it has made.
    pub checkpointer: u32,
    pub checkpoints: u64,
}

/// A step of a transaction, to be taken back or to be written.
#[derive(Clone, Debug)]
pub enum Step {
    Insert {
        table: u32,
        row: u64,
    },
    Delete {
        table: u32,
        row: u64,
    },
    Catalog(Rc<Catalog>),
    /// The whole table was replaced; what it was, where it was anything.
    Replace {
        table: u32,
        old: Option<Box<Table>>,
    },
    Gone {
        rel: u32,
        old: Option<Box<Table>>,
    },
    NewSeq(u32),
    /// The roles changed; what they were.
    Roles(BTreeMap<String, Role>),
    /// The same for databases' privileges.
    Databases(BTreeMap<u32, Database>),
}

/// What is said where a file can not be written.
pub fn full(file: &str, e: Errno) -> PgError {
    let what = if file.starts_with("base/") { "extend" } else { "write to" };
    let error = PgError::new("53100", format!("could not {what} file \"{file}\": {e}"));
    if e == Errno::ENOSPC { error.hint("Check free disk space.") } else { error }
}

/// Writes a file and sees to it that it is on the disk.
pub fn save(p: &Proc, path: &str, content: &Content) -> Result<(), Errno> {
    p.write_content(path, content, 0o600)?;
    sync_file(p, path)
}

/// Sees to it that what was written to a file is on the disk.
pub fn sync_file(p: &Proc, path: &str) -> Result<(), Errno> {
    let fd = p.open(path, OpenFlags::READ, 0)?;
    let done = p.fsync(fd);
    let _ = p.close(fd);
    done
}

/// A value as the content of a file: JSON, filled to whole pages.
pub fn json<T: serde::Serialize>(v: &T) -> Content {
    let mut bytes = serde_json::to_vec(v).unwrap_or_default();
    bytes.resize(bytes.len().div_ceil(PAGE as usize) * PAGE as usize, 0);
    Content::from(bytes)
}

/// Reads what [`json`] wrote.
pub fn parse<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
    serde_json::from_slice(&bytes[..end]).ok()
}

impl Cluster {
    /// Reads what is global.
    pub fn load(p: &Proc, dir: &str) -> Res<Cluster> {
        let file = |name: &str| {
            let path = format!("{dir}/global/{name}");
            p.read_file(&path).map_err(|e| {
                PgError::fatal("58P01", format!("could not open file \"global/{name}\": {e}"))
            })
        };
        let broken =
            |name: &str| PgError::fatal("XX001", format!("invalid data in file \"global/{name}\""));
        let dbs: BTreeMap<u32, Database> = parse(&file("1262")?).ok_or_else(|| broken("1262"))?;
        let roles: BTreeMap<String, Role> = parse(&file("1260")?).ok_or_else(|| broken("1260"))?;
        Ok(Cluster { dir: dir.to_string(), dbs, roles, ..Cluster::default() })
    }

    /// Takes its place behind what a recovery found.
    pub fn stand_at(&mut self, redo: super::checkpoint::Redo) {
        self.dirty = redo.dirty;
        (self.redo, self.wal) = (redo.checkpoint, redo.end);
        (self.next_oid, self.next_xid) = (redo.next_oid, redo.next_xid);
    }

    /// The change that brings the list of databases into its file.
    pub fn databases_file(&self) -> Change {
        Change::Whole { file: "global/1262".into(), bytes: json(&self.dbs).to_vec() }
    }

    /// The same for roles.
    pub fn roles_file(&self) -> Change {
        Change::Whole { file: "global/1260".into(), bytes: json(&self.roles).to_vec() }
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
        let catalog: Catalog = parse(&bytes).ok_or_else(|| {
            PgError::fatal(
                "XX001",
                format!("invalid page in block 0 of relation \"base/{oid}/1259\""),
            )
        })?;
        let mut db = Db { catalog: Rc::new(catalog), ..Db::default() };
        let catalog = Rc::clone(&db.catalog);
        for rel in catalog.rels.values() {
            self.next_oid = self.next_oid.max(rel.oid + 1);
            let file = format!("base/{oid}/{}", rel.oid);
            let bytes = p.read_file(&format!("{}/{file}", self.dir));
            match &rel.kind {
                RelKind::Table => {
                    let bytes = bytes.map_err(|e| {
                        PgError::fatal("58P01", format!("could not open file \"{file}\": {e}"))
                    })?;
                    let types: Vec<_> = rel.columns.iter().map(|c| c.ty.clone()).collect();
                    let table = read_table(&bytes, &types).ok_or_else(|| {
                        PgError::fatal(
                            "XX001",
                            format!("invalid page in block 0 of relation \"{file}\""),
                        )
                    })?;
                    db.tables.insert(rel.oid, table);
                }
                RelKind::Sequence { start, .. } => {
                    let text = bytes.unwrap_or_default();
                    let all: Vec<i64> = parse(&text).unwrap_or_else(|| vec![*start, 0]);
                    let last = all.first().copied().unwrap_or(1);
                    let seq = Seq { last, called: all.get(1) == Some(&1), ..Seq::default() };
                    db.seqs.insert(rel.oid, seq);
                }
                _ => {}
            }
        }
        db.index();
        self.open.insert(oid, db);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::{read_table, record};
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
