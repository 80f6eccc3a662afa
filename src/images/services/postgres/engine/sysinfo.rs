//! Functions about the server, its relations and its sequences.

use super::super::error::{PgError, Res};
use super::super::sql::ident;
use super::catalog::{Catalog, Demand, Rel, RelKind};
use super::datetime::from_unix_ns;
use super::eval::Ctx;
use super::storage::PAGE;
use super::types::{Type, Value};
use crate::kernel::Signal;

/// The relation that a text names, `a`, `"A"` or `s.a`.
pub fn to_regclass(catalog: &Catalog, text: &str) -> Res<u32> {
    if let Ok(n) = text.parse() {
        return Ok(n);
    }
    let parts: Vec<String> = text
        .split('.')
        .map(|p| match p.strip_prefix('"').and_then(|p| p.strip_suffix('"')) {
            Some(q) => q.to_string(),
            None => p.to_lowercase(),
        })
        .collect();
    let (schema, name) = match parts.as_slice() {
        [s, n] => (Some(s.as_str()), n.as_str()),
        [n] => (None, n.as_str()),
        _ => (None, text),
    };
    let found = catalog.find(schema, name);
    found
        .map(|r| r.oid)
        .ok_or_else(|| PgError::new("42P01", format!("relation \"{text}\" does not exist")))
}

/// A relation's name as regclass shows it.
pub fn regclass_name(cx: &Ctx<'_>, oid: u32) -> String {
    let cl = cx.cluster.borrow();
    let rel = cl.open.get(&cx.db).and_then(|d| d.catalog.rels.get(&oid));
    rel.map_or(oid.to_string(), |r| {
        if r.schema == "public" {
            ident(&r.name)
        } else {
            format!("{}.{}", ident(&r.schema), ident(&r.name))
        }
    })
}

/// The next number of a sequence.
pub fn nextval(cx: &Ctx<'_>, oid: u32) -> Res<Value> {
    let mut cl = cx.cluster.borrow_mut();
    let redo = cl.redo;
    let gone = || PgError::new("42P01", format!("relation with OID {oid} does not exist"));
    let d = cl.open.get_mut(&cx.db).ok_or_else(gone)?;
    let rel = d.catalog.rels.get(&oid).ok_or_else(gone)?;
    let RelKind::Sequence { increment, ty, .. } = &rel.kind else {
        return Err(PgError::new("42809", format!("\"{}\" is not a sequence", rel.name)));
    };
    let most = match ty {
        Type::Int2 => i64::from(i16::MAX),
        Type::Int4 => i64::from(i32::MAX),
        _ => i64::MAX,
    };
    if !cx.rights.may(rel, 'U') && !cx.rights.may(rel, 'w') {
        cx.rights.relation(rel, 'U')?;
    }
    let s = d.seqs.get_mut(&oid).ok_or_else(gone)?;
    let next = if s.called { s.last.saturating_add(*increment) } else { s.last };
    if next > most || (s.called && next == s.last) {
        let text = format!("nextval: reached maximum value of sequence \"{}\" ({most})", rel.name);
        return Err(PgError::new("2200H", text));
    }
    (s.last, s.called) = (next, true);
    if s.left == 0 || s.logged <= redo {
        let ahead = next.saturating_add(increment.saturating_mul(super::commit::AHEAD));
        s.ahead = ahead.min(most);
        (s.left, s.unlogged) = (super::commit::AHEAD, true);
    } else {
        s.left -= 1;
    }
    d.moved.insert(oid);
    cx.last_seq.set(Some(oid));
    Ok(Value::Int(next))
}

/// A constraint as it is written.
pub fn constraint_text(catalog: &Catalog, demand: &Demand) -> String {
    let cols = |c: &[String]| c.iter().map(|c| ident(c)).collect::<Vec<_>>().join(", ");
    match demand {
        Demand::Primary(c) => format!("PRIMARY KEY ({})", cols(c)),
        Demand::Unique(c) => format!("UNIQUE ({})", cols(c)),
        Demand::Check(text) => format!("CHECK (({text}))"),
        Demand::Foreign { columns, table, refs, on_delete, on_update } => {
            let other = catalog.rels.get(table).map_or(String::new(), |r| {
                if r.schema == "public" {
                    ident(&r.name)
                } else {
                    format!("{}.{}", ident(&r.schema), ident(&r.name))
                }
            });
            let word = |c: char| match c {
                'c' => "CASCADE",
                'n' => "SET NULL",
                'd' => "SET DEFAULT",
                _ => "RESTRICT",
            };
            let mut s =
                format!("FOREIGN KEY ({}) REFERENCES {other}({})", cols(columns), cols(refs));
            if *on_update != 'a' {
                s.push_str(&format!(" ON UPDATE {}", word(*on_update)));
            }
            if *on_delete != 'a' {
                s.push_str(&format!(" ON DELETE {}", word(*on_delete)));
            }
            s
        }
    }
}

/// An index as it is written.
pub fn index_text(catalog: &Catalog, rel: &Rel) -> String {
    let RelKind::Index { table, keys, unique, .. } = &rel.kind else { return String::new() };
    let on = catalog
        .rels
        .get(table)
        .map_or(String::new(), |r| format!("{}.{}", ident(&r.schema), ident(&r.name)));
    let u = if *unique { "UNIQUE " } else { "" };
    let keys: Vec<String> = keys
        .iter()
        .map(|k| if k.contains('(') || !k.contains(' ') { k.clone() } else { format!("({k})") })
        .collect();
    format!("CREATE {u}INDEX {} ON {on} USING btree ({})", ident(&rel.name), keys.join(", "))
}

/// `8192 bytes`, `16 kB`.
pub fn pretty(n: i64) -> String {
    let mut units = ["bytes", "kB", "MB", "GB", "TB"].iter();
    let (mut n, mut unit) = (n, units.next().copied().unwrap_or_default());
    for u in units {
        if n.abs() < 10 * 1024 {
            break;
        }
        n = (n + 512) / 1024;
        unit = u;
    }
    format!("{n} {unit}")
}

fn size(cx: &Ctx<'_>, oid: u32, with: &str) -> i64 {
    let cl = cx.cluster.borrow();
    let Some(d) = cl.open.get(&cx.db) else { return 0 };
    let own = d.tables.get(&oid).map_or(0, |t| t.end.div_ceil(PAGE) * PAGE) as i64;
    let indexes: i64 = d.catalog.indexes(oid).len() as i64 * 2 * PAGE as i64;
    match d.catalog.rels.get(&oid).map(|r| &r.kind) {
        Some(RelKind::Index { .. }) => 2 * PAGE as i64,
        Some(RelKind::Sequence { .. }) => PAGE as i64,
        _ => match with {
            "pg_total_relation_size" => own + indexes,
            "pg_indexes_size" => indexes,
            _ => own,
        },
    }
}

/// Calls a function about the server.
pub fn call(name: &str, a: &[Value], cx: &Ctx<'_>) -> Res<Value> {
    let relation = |v: &Value| -> Res<u32> {
        match v {
            Value::Int(n) => Ok(*n as u32),
            v => {
                let cl = cx.cluster.borrow();
                match cl.open.get(&cx.db) {
                    Some(d) => to_regclass(&d.catalog, v.str()),
                    None => Ok(0),
                }
            }
        }
    };
    let catalog = || {
        let cl = cx.cluster.borrow();
        cl.open.get(&cx.db).map(|d| std::rc::Rc::clone(&d.catalog)).unwrap_or_default()
    };
    Ok(match name {
        "version" => {
            let cl = cx.cluster.borrow();
            Value::text(super::super::build(&cl.version))
        }
        "current_user" | "user" | "current_role" => Value::text(cx.user),
        "session_user" => Value::text(cx.session_user),
        "current_database" | "current_catalog" => {
            Value::text(cx.cluster.borrow().dbs.get(&cx.db).map_or("", |d| &d.name))
        }
        "current_schema" => Value::text("public"),
        "current_setting" => match cx.settings.borrow().get(a[0].str()) {
            Some(v) => Value::text(v),
            None if a.get(1) == Some(&Value::Bool(true)) => Value::Null,
            None => return Err(super::settings::unknown(a[0].str())),
        },
        "set_config" => {
            let superuser = cx.rights.everything();
            cx.settings.borrow_mut().set(a[0].str(), Some(a[1].str()), superuser)?;
            a[1].clone()
        }
        "pg_backend_pid" => Value::Int(i64::from(cx.pid)),
        "pg_postmaster_start_time" => Value::Stamp(from_unix_ns(cx.cluster.borrow().started)),
        // A server that recovers lets nobody in, and there are no standby servers here.
        "pg_is_in_recovery" => Value::Bool(false),
        "pg_table_is_visible" => {
            let catalog = catalog();
            let rel = catalog.rels.get(&(a[0].int() as u32));
            rel.map_or(Value::Null, |r| Value::Bool(r.schema == "public"))
        }
        "has_database_privilege" | "has_schema_privilege" | "has_table_privilege" => {
            super::rights_asked::call(name, a, cx)?
        }
        "pg_reload_conf" => {
            let reload = (cx.cluster.borrow().postmaster, Signal::HUP);
            cx.signals.borrow_mut().push(reload);
            Value::Bool(true)
        }
        "pg_cancel_backend" | "pg_terminate_backend" => {
            let pid = a[0].int() as u32;
            let Some(of) = cx.cluster.borrow().clients.get(&pid).map(|c| c.user.clone()) else {
                return Ok(Value::Bool(false));
            };
            let (verb, signal) = match name {
                "pg_cancel_backend" => ("cancel query", Signal::INT),
                _ => ("terminate process", Signal::TERM),
            };
            if !cx.rights.owns(&of) {
                return Err(PgError::new("42501", format!("permission denied to {verb}")));
            }
            cx.signals.borrow_mut().push((pid, signal));
            Value::Bool(true)
        }
        "inet_server_addr" | "inet_client_addr" => {
            let cl = cx.cluster.borrow();
            match cl.clients.get(&cx.pid).map(|c| c.address.clone()).filter(|a| !a.is_empty()) {
                Some(a) => Value::text(a),
                None => Value::Null,
            }
        }
        "txid_current" => Value::Int(i64::from(cx.xid)),
        "pg_encoding_to_char" => Value::text(if a[0].int() == 6 { "UTF8" } else { "SQL_ASCII" }),
        "nextval" => nextval(cx, relation(&a[0])?)?,
        "currval" | "lastval" => {
            let oid = if name == "lastval" { cx.last_seq.get() } else { Some(relation(&a[0])?) };
            let cl = cx.cluster.borrow();
            let s = oid
                .and_then(|o| cl.open.get(&cx.db)?.seqs.get(&o))
                .filter(|_| cx.last_seq.get().is_some());
            match s {
                Some(s) => Value::Int(s.last),
                None if name == "lastval" => {
                    return Err(PgError::new(
                        "55000",
                        "lastval is not yet defined in this session",
                    ));
                }
                None => {
                    drop(cl);
                    let name = regclass_name(cx, oid.unwrap_or(0));
                    return Err(PgError::new(
                        "55000",
                        format!(
                            "currval of sequence \"{name}\" is not yet defined in this session"
                        ),
                    ));
                }
            }
        }
        "setval" => {
            let called = a.get(2) != Some(&Value::Bool(false));
            let seq = super::storage::Seq::at(a[1].int(), called);
            super::define::set_seq(cx, relation(&a[0])?, seq);
            a[1].clone()
        }
        "sequence_row" => {
            let cl = cx.cluster.borrow();
            let s = cl.open.get(&cx.db).and_then(|d| d.seqs.get(&(a[0].int() as u32)).copied());
            let s = s.unwrap_or_default();
            let row = vec![Value::Int(s.last), Value::Int(s.left), Value::Bool(s.called)];
            Value::Row(std::rc::Rc::new(row))
        }
        "pg_size_pretty" => Value::text(pretty(a[0].int())),
        "pg_relation_size" | "pg_table_size" | "pg_total_relation_size" | "pg_indexes_size" => {
            Value::Int(size(cx, relation(&a[0])?, name))
        }
        "pg_relation_filepath" => Value::text(format!("base/{}/{}", cx.db, relation(&a[0])?)),
        "pg_database_size" => {
            let oid = match &a[0] {
                Value::Int(n) => Some(*n as u32),
                v => cx.cluster.borrow().db_named(v.str()),
            };
            let oid = oid.ok_or_else(|| {
                PgError::new("3D000", format!("database \"{}\" does not exist", a[0].str()))
            })?;
            let dir = format!("{}/base/{oid}", cx.cluster.borrow().dir);
            Value::Int((cx.size_of)(&dir))
        }
        "pg_get_userbyid" => {
            let cl = cx.cluster.borrow();
            let found = cl.roles.iter().find(|(_, r)| i64::from(r.oid) == a[0].int());
            Value::text(found.map_or(format!("unknown (OID={})", a[0].int()), |(n, _)| n.clone()))
        }
        "pg_get_constraintdef" => {
            let catalog = catalog();
            let n = a[0].int();
            let found = catalog.rels.values().flat_map(|r| {
                r.constraints
                    .iter()
                    .enumerate()
                    .map(move |(i, c)| (super::syscat::constraint_oid(r.oid, i), c))
            });
            match found.into_iter().find(|(o, _)| *o == n) {
                Some((_, c)) => Value::text(constraint_text(&catalog, &c.demand)),
                None => Value::Null,
            }
        }
        "pg_get_indexdef" => {
            let catalog = catalog();
            catalog
                .rels
                .get(&(a[0].int() as u32))
                .map_or(Value::Null, |r| Value::text(index_text(&catalog, r)))
        }
        "pg_get_viewdef" => {
            let oid = relation(&a[0])?;
            match catalog().rels.get(&oid).map(|r| &r.kind) {
                Some(RelKind::View(text)) => Value::text(format!(" {text};")),
                _ => Value::Null,
            }
        }
        "pg_get_expr" => a[0].clone(),
        "pg_get_serial_sequence" => {
            let oid = to_regclass(&catalog(), a[0].str())?;
            catalog().sequence_of(oid, a[1].str()).map_or(Value::Null, |r| {
                Value::text(format!("{}.{}", ident(&r.schema), ident(&r.name)))
            })
        }
        "obj_description" | "col_description" => {
            let catalog = catalog();
            let rel = catalog.rels.get(&relation(&a[0])?);
            let text = match name {
                "obj_description" => rel.and_then(|r| r.comment.clone()),
                _ => rel.and_then(|r| r.columns.get((a[1].int() - 1) as usize)?.comment.clone()),
            };
            text.map_or(Value::Null, Value::text)
        }
        "to_regclass" => {
            to_regclass(&catalog(), a[0].str()).map_or(Value::Null, |o| Value::Int(i64::from(o)))
        }
        other => return Err(PgError::gap(format!("the function {other}"))),
    })
}
