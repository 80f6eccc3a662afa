//! A table's rows: in memory with what finds them again, and as the records of its file.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::catalog::{Demand, RelKind};
use super::storage::{Db, Row, Table, Unique, Version};
use super::text;
use super::types::{Type, Value, key_of};

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

pub fn record(out: &mut Vec<u8>, n: u64, row: &[Value], types: &[Type]) {
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

pub fn read_table(bytes: &[u8], types: &[Type]) -> Option<Table> {
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
