//! The system's tables, as far as common questions go: made when they are read.

use std::rc::Rc;

use super::catalog::{Demand, RelKind};
use super::eval::Ctx;
use super::storage::Row;
use super::types::{Type, Value};

/// Columns of a table: names and types.
pub type Columns = Vec<(&'static str, Type)>;

/// Names, and columns with a letter each: `o` oid, `n` name, `t` text, `i` integer, `l` boolean, `z` time, `b` bigint.
const TABLES: &[(&str, &str)] = &[
    (
        "columns",
        "table_catalog:n table_schema:n table_name:n column_name:n ordinal_position:i column_default:t is_nullable:t data_type:t character_maximum_length:i",
    ),
    (
        "pg_attribute",
        "attrelid:o attname:n atttypid:o attnum:i attnotnull:l atthasdef:l attisdropped:l attidentity:t typename:t adexpr:t description:t",
    ),
    (
        "pg_authid",
        "oid:o rolname:n rolsuper:l rolinherit:l rolcreaterole:l rolcreatedb:l rolcanlogin:l rolreplication:l rolbypassrls:l rolconnlimit:i rolpassword:t rolvaliduntil:z",
    ),
    (
        "pg_class",
        "oid:o relname:n relnamespace:o relowner:o relkind:t relfilenode:o relpages:i reltuples:f relhasindex:l relacl:t nspname:n description:t",
    ),
    ("pg_constraint", "oid:b conname:n contype:t conrelid:o confrelid:o conindid:o"),
    (
        "pg_database",
        "oid:o datname:n datdba:o encoding:i datcollate:t datctype:t datistemplate:l datallowconn:l",
    ),
    ("pg_index", "indexrelid:o indrelid:o indisunique:l indisprimary:l"),
    ("pg_indexes", "schemaname:n tablename:n indexname:n tablespace:n indexdef:t"),
    ("pg_namespace", "oid:o nspname:n nspowner:o"),
    (
        "pg_roles",
        "rolname:n rolsuper:l rolinherit:l rolcreaterole:l rolcreatedb:l rolcanlogin:l rolreplication:l rolconnlimit:i rolpassword:t rolvaliduntil:z rolbypassrls:l oid:o",
    ),
    (
        "pg_sequences",
        "schemaname:n sequencename:n sequenceowner:n data_type:t start_value:b increment_by:b last_value:b owner_table:o owner_column:n is_called:l position:b",
    ),
    ("pg_settings", "name:t setting:t unit:t context:t vartype:t source:t boot_val:t reset_val:t"),
    (
        "pg_stat_activity",
        "datid:o datname:n pid:i usename:n application_name:t client_addr:t state:t query:t backend_start:z backend_type:t",
    ),
    ("pg_tables", "schemaname:n tablename:n tableowner:n tablespace:n hasindexes:l"),
    ("pg_user", "usename:n usesysid:o usecreatedb:l usesuper:l passwd:t"),
    ("pg_views", "schemaname:n viewname:n viewowner:n definition:t"),
    ("tables", "table_catalog:n table_schema:n table_name:n table_type:t"),
];

/// A constraint's number.
pub fn constraint_oid(rel: u32, i: usize) -> i64 {
    i64::from(rel) * 1000 + i as i64
}

/// A table of the system by its name.
pub fn find(schema: Option<&str>, name: &str) -> Option<(&'static str, Columns)> {
    let information = matches!(name, "tables" | "columns");
    match schema {
        Some("information_schema") if information => {}
        None | Some("pg_catalog") if !information => {}
        _ => return None,
    }
    let (name, columns) = TABLES.iter().find(|(n, _)| *n == name)?;
    let column = |c: &'static str| {
        let (n, letter) = c.split_once(':').unwrap_or((c, "t"));
        let ty = match letter {
            "o" => Type::Oid,
            "n" => Type::Name,
            "i" => Type::Int4,
            "b" => Type::Int8,
            "l" => Type::Bool,
            "z" => Type::Timestamptz,
            "f" => Type::Float4,
            _ => Type::Text,
        };
        (n, ty)
    };
    Some((name, columns.split(' ').map(column).collect()))
}

fn t(s: impl AsRef<str>) -> Value {
    Value::text(s)
}

fn o(n: u32) -> Value {
    Value::Int(i64::from(n))
}

fn opt(s: &Option<String>) -> Value {
    s.as_ref().map_or(Value::Null, Value::text)
}

/// Its rows.
pub fn rows(name: &str, cx: &Ctx<'_>) -> Vec<Row> {
    let cl = cx.cluster.borrow();
    let Some(d) = cl.open.get(&cx.db) else { return Vec::new() };
    let catalog = &d.catalog;
    let dbname = cl.dbs.get(&cx.db).map_or("", |d| &d.name);
    let role = |n: &str| cl.roles.get(n).map_or(10, |r| r.oid);
    let ns = |s: &str| match s {
        "public" => 2200,
        s => 16_000 + catalog.schemas.keys().position(|k| k == s).unwrap_or(0) as u32,
    };
    let rels = || catalog.rels.values();
    let b = Value::Bool;
    let all: Vec<Vec<Value>> = match name {
        "columns" => rels()
            .filter(|r| matches!(r.kind, RelKind::Table | RelKind::View(_)))
            .flat_map(|r| {
                r.columns.iter().enumerate().map(|(i, c)| {
                    let len = match &c.ty {
                        Type::Varchar(Some(n)) | Type::Char(n) => o(*n),
                        _ => Value::Null,
                    };
                    vec![
                        t(dbname),
                        t(&r.schema),
                        t(&r.name),
                        t(&c.name),
                        Value::Int(i as i64 + 1),
                        opt(&c.default),
                        t(if c.not_null { "NO" } else { "YES" }),
                        t(c.ty.base_name()),
                        len,
                    ]
                })
            })
            .collect(),
        "pg_attribute" => rels()
            .flat_map(|r| {
                r.columns.iter().enumerate().map(|(i, c)| {
                    let identity = match c.identity {
                        Some(true) => "a",
                        Some(false) => "d",
                        None => "",
                    };
                    vec![
                        o(r.oid),
                        t(&c.name),
                        o(c.ty.oid()),
                        Value::Int(i as i64 + 1),
                        b(c.not_null),
                        b(c.default.is_some()),
                        b(false),
                        t(identity),
                        t(c.ty.shown()),
                        opt(&c.default),
                        opt(&c.comment),
                    ]
                })
            })
            .collect(),
        "pg_class" => rels()
            .map(|r| {
                let table = d.tables.get(&r.oid);
                let pages = table.map_or(0, |t| t.end.div_ceil(super::storage::PAGE));
                let file = if matches!(r.kind, RelKind::View(_)) { 0 } else { r.oid };
                vec![
                    o(r.oid),
                    t(&r.name),
                    o(ns(&r.schema)),
                    o(role(&r.owner)),
                    t(r.letter().to_string()),
                    o(file),
                    Value::Int(pages as i64),
                    Value::Float(-1.0),
                    b(!catalog.indexes(r.oid).is_empty()),
                    opt(&super::rights::shown(r, cl.major)),
                    t(&r.schema),
                    opt(&r.comment),
                ]
            })
            .collect(),
        "pg_constraint" => rels()
            .flat_map(|r| {
                r.constraints.iter().enumerate().map(|(i, c)| {
                    let (kind, other) = match &c.demand {
                        Demand::Primary(_) => ("p", 0),
                        Demand::Unique(_) => ("u", 0),
                        Demand::Check(_) => ("c", 0),
                        Demand::Foreign { table, .. } => ("f", *table),
                    };
                    vec![
                        Value::Int(constraint_oid(r.oid, i)),
                        t(&c.name),
                        t(kind),
                        o(r.oid),
                        o(other),
                        o(c.index),
                    ]
                })
            })
            .collect(),
        "pg_database" => cl
            .dbs
            .iter()
            .map(|(oid, d)| {
                let template = d.name.starts_with("template");
                vec![
                    o(*oid),
                    t(&d.name),
                    o(role(&d.owner)),
                    Value::Int(6),
                    t("en_US.utf8"),
                    t("en_US.utf8"),
                    b(template),
                    b(d.name != "template0"),
                ]
            })
            .collect(),
        "pg_index" | "pg_indexes" => rels()
            .filter_map(|r| {
                let RelKind::Index { table, unique, primary, .. } = &r.kind else { return None };
                let of = catalog.rels.get(table)?;
                Some(if name == "pg_index" {
                    vec![o(r.oid), o(*table), b(*unique), b(*primary)]
                } else {
                    vec![
                        t(&r.schema),
                        t(&of.name),
                        t(&r.name),
                        Value::Null,
                        t(super::sysinfo::index_text(catalog, r)),
                    ]
                })
            })
            .collect(),
        "pg_namespace" => {
            [("pg_catalog", 11, 10), ("public", 2200, 6171), ("information_schema", 13_000, 10)]
                .iter()
                .map(|(n, oid, owner)| vec![o(*oid), t(n), o(*owner)])
                .chain(
                    catalog.schemas.iter().map(|(n, owner)| vec![o(ns(n)), t(n), o(role(owner))]),
                )
                .collect()
        }
        "pg_authid" | "pg_roles" => {
            let open = name == "pg_authid";
            let row = |(n, r): (&String, &super::catalog::Role)| {
                vec![
                    t(n),
                    b(r.superuser),
                    b(true),
                    b(r.createrole),
                    b(r.createdb),
                    b(r.login),
                    b(r.replication),
                    Value::Int(-1),
                    if open { opt(&r.password) } else { t("********") },
                    Value::Null,
                    b(r.bypassrls),
                    o(r.oid),
                ]
            };
            let rows = cl.roles.iter().map(row);
            // The table has its columns in another order than the view.
            let order = [11, 0, 1, 2, 3, 4, 5, 6, 10, 7, 8, 9];
            match open {
                true => rows.map(|r| order.iter().map(|i| r[*i].clone()).collect()).collect(),
                false => rows.collect(),
            }
        }
        "pg_user" => cl
            .roles
            .iter()
            .filter(|(_, r)| r.login)
            .map(|(n, r)| vec![t(n), o(r.oid), b(r.createdb), b(r.superuser), t("********")])
            .collect(),
        "pg_sequences" => rels()
            .filter_map(|r| {
                let RelKind::Sequence { start, increment, ty, owned_by } = &r.kind else {
                    return None;
                };
                let s = d.seqs.get(&r.oid)?;
                let (table, column) = owned_by
                    .as_ref()
                    .map_or((Value::Null, Value::Null), |(t, c)| (o(*t), Value::text(c)));
                let last = if s.called { Value::Int(s.last) } else { Value::Null };
                Some(vec![
                    t(&r.schema),
                    t(&r.name),
                    t(&r.owner),
                    t(ty.base_name()),
                    Value::Int(*start),
                    Value::Int(*increment),
                    last,
                    table,
                    column,
                    b(s.called),
                    Value::Int(s.last),
                ])
            })
            .collect(),
        "pg_settings" => {
            let own = cx.settings.borrow();
            let row = |n: String| {
                let s = super::settings::find(&n)?;
                let (kind, context) = s.words();
                let bare = |v: String| t(s.bare(&v));
                let reset = own.base.get(&n).cloned().unwrap_or_else(|| s.first());
                Some(vec![
                    t(&n),
                    bare(own.get(&n).unwrap_or_default()),
                    opt(&s.unit().map(str::to_string)),
                    t(context),
                    t(kind),
                    t(own.source(&n)),
                    bare(s.first()),
                    bare(reset),
                ])
            };
            own.names().into_iter().filter_map(row).collect()
        }
        "pg_stat_activity" => cl
            .clients
            .iter()
            .map(|(pid, c)| {
                let db = cl.dbs.get(&c.db).map_or("", |d| &d.name);
                let address = if c.address.is_empty() { Value::Null } else { t(&c.address) };
                vec![
                    o(c.db),
                    t(db),
                    o(*pid),
                    t(&c.user),
                    t(&c.application),
                    address,
                    t(&c.state),
                    t(&c.query),
                    Value::Stamp(super::datetime::from_unix_ns(c.started)),
                    t("client backend"),
                ]
            })
            .collect(),
        "pg_tables" => rels()
            .filter(|r| r.kind == RelKind::Table)
            .map(|r| {
                vec![
                    t(&r.schema),
                    t(&r.name),
                    t(&r.owner),
                    Value::Null,
                    b(!catalog.indexes(r.oid).is_empty()),
                ]
            })
            .collect(),
        "pg_views" => rels()
            .filter_map(|r| match &r.kind {
                RelKind::View(text) => {
                    Some(vec![t(&r.schema), t(&r.name), t(&r.owner), t(format!(" {text};"))])
                }
                _ => None,
            })
            .collect(),
        _ => rels()
            .filter(|r| matches!(r.kind, RelKind::Table | RelKind::View(_)))
            .map(|r| {
                vec![
                    t(dbname),
                    t(&r.schema),
                    t(&r.name),
                    t(if r.kind == RelKind::Table { "BASE TABLE" } else { "VIEW" }),
                ]
            })
            .collect(),
    };
    all.into_iter().map(Rc::new).collect()
}
