//! What a dump consists of: entries, each an object with the statements that make and remove it, or the rows of a
//! table. `pg_dump -Fc` keeps them in a file for `pg_restore`; its inside is this program's own.

use serde::{Deserialize, Serialize};

use super::super::sql::ident;

/// How a file of `pg_dump -Fc` begins; behind it come version 1.16 and the custom format's number.
const MAGIC: &[u8] = b"PGDMP\x01\x10\x00\x04\x08\x01";

/// An object, or the rows of one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Entry {
    /// Its number in the list.
    pub id: u32,
    /// The catalogue that it stands in, and its number there.
    pub oid: (u32, String),
    /// As the list calls it: `TABLE`, `TABLE DATA`, `FK CONSTRAINT`.
    pub kind: String,
    pub schema: String,
    pub name: String,
    /// The table that it is a part of, by name.
    pub table: String,
    pub owner: String,
    /// The statement that makes it.
    pub make: String,
    /// The statement that removes it, if it has one of its own.
    pub drop: String,
    /// Of rows: the columns with their types, and the lines of a COPY.
    pub columns: Vec<(String, String)>,
    pub rows: String,
}

/// A whole dump.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Archive {
    pub database: String,
    pub owner: String,
    pub server: String,
    /// The version of the program that made it.
    pub by: String,
    /// When it was made.
    pub time: String,
    pub entries: Vec<Entry>,
}

impl Archive {
    /// The file's bytes.
    pub fn written(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(serde_json::to_vec(self).unwrap_or_default());
        out
    }

    /// Reads a file; the error is what `pg_restore` says of it.
    pub fn read(bytes: &[u8]) -> Result<Archive, String> {
        if let Some(rest) = bytes.strip_prefix(MAGIC) {
            let read = serde_json::from_slice(rest);
            return read.map_err(|_| "could not read from input file: end of file".to_string());
        }
        let plain = bytes.starts_with(b"--\n-- PostgreSQL database dump\n");
        let cluster = bytes.starts_with(b"--\n-- PostgreSQL database cluster dump\n");
        Err(if plain || cluster {
            "input file appears to be a text format dump. Please use psql.".to_string()
        } else if bytes.len() < 512 {
            "input file does not appear to be a valid archive (too short?)".to_string()
        } else {
            "input file does not appear to be a valid archive".to_string()
        })
    }

    /// Makes the database itself.
    pub fn make_database(&self) -> String {
        let db = ident(&self.database);
        format!("CREATE DATABASE {db} WITH TEMPLATE = template0 ENCODING = 'UTF8';")
    }
}

impl Entry {
    /// Whether these are rows, or where a sequence stands.
    pub fn is_data(&self) -> bool {
        matches!(self.kind.as_str(), "TABLE DATA" | "SEQUENCE SET")
    }

    /// Its name with its schema.
    pub fn full_name(&self) -> String {
        format!("{}.{}", ident(&self.schema), ident(&self.name))
    }

    /// The statement that gives it to its owner.
    pub fn own(&self) -> Option<String> {
        let kind = ["TABLE", "VIEW", "SEQUENCE"].into_iter().find(|k| self.kind == *k)?;
        Some(format!("ALTER {kind} {} OWNER TO {};", self.full_name(), ident(&self.owner)))
    }

    /// The statement that removes it; `IF EXISTS` where that is wanted.
    pub fn remove(&self, if_exists: bool) -> String {
        if !if_exists {
            return self.drop.clone();
        }
        if let Some(rest) = self.drop.strip_prefix("ALTER TABLE ") {
            let rest = rest.replacen(" DROP CONSTRAINT ", " DROP CONSTRAINT IF EXISTS ", 1);
            return format!("ALTER TABLE IF EXISTS {rest}");
        }
        let mut words = self.drop.splitn(3, ' ');
        match (words.next(), words.next(), words.next()) {
            (Some(drop), Some(kind), Some(rest)) => format!("{drop} {kind} IF EXISTS {rest}"),
            _ => self.drop.clone(),
        }
    }

    /// The statement that takes the rows' lines.
    pub fn copy(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|c| ident(&c.0)).collect();
        format!("COPY {} ({}) FROM stdin;", self.full_name(), names.join(", "))
    }
}
