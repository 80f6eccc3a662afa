//! What a database holds besides rows: its tables, views, sequences and indexes. It is kept as JSON in
//! base/DB/1259, where PostgreSQL keeps pg_class; databases and roles stand in global/1262 and 1260.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::types::Type;

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    pub ty: Type,
    pub not_null: bool,
    /// Its expression, as text.
    pub default: Option<String>,
    /// An identity column; whether ALWAYS.
    pub identity: Option<bool>,
    pub comment: Option<String>,
}

/// What a constraint demands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Demand {
    Primary(Vec<String>),
    Unique(Vec<String>),
    Check(String),
    Foreign {
        columns: Vec<String>,
        table: u32,
        refs: Vec<String>,
        on_delete: char,
        on_update: char,
    },
}

/// A constraint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Constraint {
    pub name: String,
    pub demand: Demand,
    /// The index behind it; 0 where there is none.
    pub index: u32,
}

/// What a relation is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RelKind {
    Table,
    /// Its query.
    View(String),
    Sequence {
        start: i64,
        increment: i64,
        ty: Type,
        owned_by: Option<(u32, String)>,
    },
    Index {
        table: u32,
        keys: Vec<String>,
        unique: bool,
        primary: bool,
    },
}

/// A relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rel {
    pub oid: u32,
    pub schema: String,
    pub name: String,
    pub owner: String,
    pub kind: RelKind,
    pub columns: Vec<Column>,
    pub constraints: Vec<Constraint>,
    pub comment: Option<String>,
    /// Who may do what; nothing where only the owner may.
    #[serde(default)]
    pub acl: Option<Acl>,
}

/// Letters of privileges, by roles; the empty name is everybody.
pub type Acl = BTreeMap<String, String>;

/// A database's relations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    pub rels: BTreeMap<u32, Rel>,
    /// Schemas besides `public`, and whose they are.
    pub schemas: BTreeMap<String, String>,
    /// Privileges of schemas, where some were granted.
    #[serde(default)]
    pub schema_acls: BTreeMap<String, Acl>,
}

/// A role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Role {
    pub oid: u32,
    pub superuser: bool,
    pub createdb: bool,
    pub createrole: bool,
    pub login: bool,
    pub replication: bool,
    pub bypassrls: bool,
    /// A verifier, not the password.
    pub password: Option<String>,
    /// Roles whose privileges it has.
    #[serde(default)]
    pub member_of: BTreeSet<String>,
}

/// A database.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Database {
    pub name: String,
    pub owner: String,
    /// Privileges, where some were granted or revoked.
    #[serde(default)]
    pub acl: Option<Acl>,
}

impl Rel {
    /// The number of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The letter of pg_class.relkind.
    pub fn letter(&self) -> char {
        match self.kind {
            RelKind::Table => 'r',
            RelKind::View(_) => 'v',
            RelKind::Sequence { .. } => 'S',
            RelKind::Index { .. } => 'i',
        }
    }

    /// `table`, `view` ...
    pub fn word(&self) -> &'static str {
        match self.kind {
            RelKind::Table => "table",
            RelKind::View(_) => "view",
            RelKind::Sequence { .. } => "sequence",
            RelKind::Index { .. } => "index",
        }
    }

    /// The columns of its primary key.
    pub fn primary(&self) -> Option<&[String]> {
        self.constraints.iter().find_map(|c| match &c.demand {
            Demand::Primary(cols) => Some(cols.as_slice()),
            _ => None,
        })
    }
}

impl Catalog {
    /// A relation by its name; without a schema, `public` is meant.
    pub fn find(&self, schema: Option<&str>, name: &str) -> Option<&Rel> {
        let schema = schema.unwrap_or("public");
        self.rels.values().find(|r| r.name == name && r.schema == schema)
    }

    /// The indexes of a table, primary keys first, then by name.
    pub fn indexes(&self, table: u32) -> Vec<&Rel> {
        let of = |r: &&Rel| matches!(&r.kind, RelKind::Index { table: t, .. } if *t == table);
        let mut all: Vec<&Rel> = self.rels.values().filter(of).collect();
        all.sort_by_key(|r| {
            (!matches!(r.kind, RelKind::Index { primary: true, .. }), r.name.clone())
        });
        all
    }

    /// Foreign keys of other tables that refer to one.
    pub fn references(&self, table: u32) -> Vec<(&Rel, &Constraint)> {
        let mut all = Vec::new();
        for r in self.rels.values() {
            for c in &r.constraints {
                if matches!(&c.demand, Demand::Foreign { table: t, .. } if *t == table) {
                    all.push((r, c));
                }
            }
        }
        all
    }

    /// The sequence that a column owns.
    pub fn sequence_of(&self, table: u32, column: &str) -> Option<&Rel> {
        self.rels.values().find(|r| {
            matches!(&r.kind, RelKind::Sequence { owned_by: Some((t, c)), .. } if *t == table && c == column)
        })
    }
}
