//! A cluster in memory and on the disk.
//!
//! A table's file, base/DATABASE/TABLE, is a run of records: a length of four bytes (least first), then a
//! sign: `+`, the row's number (eight bytes) and its values, each a length of four bytes and the value's
//! text (all ones: NULL), or `-` and the number of the row that is gone. The file's end is filled with
//! zeros to pages of 8192 bytes. Rows are written when their transaction commits, and are on the disk when
//! the client is told so. Rows that are gone stay in the file until the table is vacuumed.

use super::super::error::{PgError, Res};
use super::catalog::{Catalog, Database, RelKind, Role};
pub use super::storage_rows::read_table;
use super::types::Value;
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
}

pub fn io(what: &str, file: &str, e: Errno) -> PgError {
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
        let counters: BTreeMap<String, u64> =
            parse(&file("pg_control")?).ok_or_else(|| broken("pg_control"))?;
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
                    let seq = Seq {
                        last: all.first().copied().unwrap_or(1),
                        called: all.get(1) == Some(&1),
                    };
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
    use super::super::storage_rows::{read_table, record};
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
