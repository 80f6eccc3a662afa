//! What rows must be like: types, NOT NULL, CHECK, unique keys, and references to other tables.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::Parser;
use super::bind::{Found, Scope, Shared, Source};
use super::catalog::{Catalog, Column, Demand, Rel};
use super::eval::{Ctx, Env, eval};
use super::expr::{Binder, coerce};
use super::plan::E;
use super::session::Tx;
use super::storage::Row;
use super::types::{Type, Value};

/// A scope with one table's columns.
pub fn scope_of(rel: &Rel, alias: &str) -> Scope {
    let columns = rel.columns.iter().map(|c| (c.name.clone(), c.ty.clone())).collect();
    let source = Source {
        alias: alias.to_string(),
        columns,
        at: 0,
        hidden: Vec::new(),
        primary: Vec::new(),
    };
    Scope { levels: vec![vec![source]] }
}

/// A shared part for expressions of the catalogue.
pub fn shared<'a>(catalog: &'a Catalog, cx: &Ctx<'_>) -> Shared<'a> {
    Shared {
        catalog,
        now: cx.now,
        named: Vec::new(),
        next: 0,
        no_path: false,
        rights: None,
        major: 0,
    }
}

/// An expression of the catalogue over a table's columns.
pub fn bound(text: &str, rel: &Rel, to: &Type, catalog: &Catalog, cx: &Ctx<'_>) -> Res<E> {
    let ast = Parser::only_expr(text)?;
    let scope = scope_of(rel, &rel.name);
    let mut sh = shared(catalog, cx);
    let t = Binder { scope: &scope }.expr(&ast, &mut sh, &mut Found::default())?;
    coerce(t, to, cx.now)
}

/// A column's default value.
pub fn default_value(rel: &Rel, c: &Column, catalog: &Catalog, cx: &Ctx<'_>) -> Res<Value> {
    if c.identity.is_some()
        && let Some(seq) = catalog.sequence_of(rel.oid, &c.name)
    {
        return super::sysinfo::nextval(cx, seq.oid);
    }
    match &c.default {
        None => Ok(Value::Null),
        Some(text) => {
            let e = bound(text, rel, &c.ty, catalog, cx)?;
            let v = eval(&e, &Env { row: &[], up: None }, cx)?;
            fit(&v, &c.ty, cx)
        }
    }
}

/// A value as a column holds it: too long a text is refused, digits are rounded.
pub fn fit(v: &Value, ty: &Type, cx: &Ctx<'_>) -> Res<Value> {
    match (v, ty) {
        (Value::Text(s), Type::Varchar(Some(_)) | Type::Char(_)) => {
            super::text::input(s, ty, cx.now)
        }
        (Value::Num(n), Type::Numeric(Some((p, s)))) => Ok(Value::Num(n.fit(*p, *s)?)),
        _ => Ok(v.clone()),
    }
}

fn failing(rel: &Rel, row: &[Value]) -> String {
    let shown: Vec<String> = row
        .iter()
        .zip(&rel.columns)
        .map(|(v, c)| super::text::output(v, &c.ty).unwrap_or_else(|| "null".into()))
        .collect();
    format!("Failing row contains ({}).", shown.join(", "))
}

/// NOT NULL and CHECK.
pub fn check_row(rel: &Rel, row: &[Value], catalog: &Catalog, cx: &Ctx<'_>) -> Res<()> {
    for (c, v) in rel.columns.iter().zip(row) {
        if c.not_null && v.is_null() {
            let text = format!(
                "null value in column \"{}\" of relation \"{}\" violates not-null constraint",
                c.name, rel.name
            );
            return Err(PgError::new("23502", text).detail(failing(rel, row)));
        }
    }
    for c in &rel.constraints {
        if let Demand::Check(text) = &c.demand {
            let e = bound(text, rel, &Type::Bool, catalog, cx)?;
            if eval(&e, &Env { row, up: None }, cx)? == Value::Bool(false) {
                let text = format!(
                    "new row for relation \"{}\" violates check constraint \"{}\"",
                    rel.name, c.name
                );
                return Err(PgError::new("23514", text).detail(failing(rel, row)));
            }
        }
    }
    Ok(())
}

/// A row that stands in the way of a new one: the key's name and columns, and the row's number. Where
/// another transaction has made it and not ended, that is to be waited for.
pub fn conflict(
    table: u32,
    row: &[Value],
    skip: Option<u64>,
    cx: &Ctx<'_>,
) -> Result<Option<(String, Vec<usize>, u64)>, u32> {
    let cl = cx.cluster.borrow();
    let Some(t) = cl.open.get(&cx.db).and_then(|d| d.tables.get(&table)) else { return Ok(None) };
    for u in &t.uniques {
        let Some(key) = u.key(row) else { continue };
        for n in u.rows.get(&key).map_or(&[][..], Vec::as_slice) {
            if Some(*n) == skip {
                continue;
            }
            let Some(v) = t.rows.get(n) else { continue };
            if v.xmin != cx.xid && cl.active.contains(&v.xmin) {
                return Err(v.xmin);
            }
            if v.xmax != 0 && v.xmax != cx.xid && cl.active.contains(&v.xmax) {
                return Err(v.xmax);
            }
            if cx.sees(&cl, v) {
                return Ok(Some((u.name.clone(), u.columns.clone(), *n)));
            }
        }
    }
    Ok(None)
}

/// `Key (a)=(1)`.
pub fn key_text(rel: &Rel, columns: &[usize], row: &[Value]) -> String {
    let names: Vec<&str> =
        columns.iter().filter_map(|c| rel.columns.get(*c)).map(|c| c.name.as_str()).collect();
    let values: Vec<String> = columns
        .iter()
        .filter_map(|c| super::text::output(row.get(*c)?, &rel.columns.get(*c)?.ty))
        .collect();
    format!("Key ({})=({})", names.join(", "), values.join(", "))
}

/// Whether a table has a row with these values.
fn has(table: u32, columns: &[usize], values: &[Value], cx: &Ctx<'_>) -> bool {
    let cl = cx.cluster.borrow();
    let Some(t) = cl.open.get(&cx.db).and_then(|d| d.tables.get(&table)) else { return false };
    if let Some(u) = t.uniques.iter().find(|u| u.columns == columns) {
        let rows = u.rows.get(&super::types::key_of(values));
        return rows
            .is_some_and(|r| r.iter().any(|n| t.rows.get(n).is_some_and(|v| cx.sees(&cl, v))));
    }
    t.rows.values().any(|v| {
        cx.sees(&cl, v)
            && columns.iter().zip(values).all(|(c, x)| v.row[*c].order(x).is_eq() && !x.is_null())
    })
}

/// What a row refers to must be there.
pub fn check_references(rel: &Rel, row: &[Value], catalog: &Catalog, cx: &Ctx<'_>) -> Res<()> {
    for c in &rel.constraints {
        let Demand::Foreign { columns, table, refs, .. } = &c.demand else { continue };
        let own: Vec<usize> = columns.iter().filter_map(|c| rel.column(c)).collect();
        let values: Vec<Value> = own.iter().map(|i| row[*i].clone()).collect();
        if values.iter().any(Value::is_null) {
            continue;
        }
        let Some(other) = catalog.rels.get(table) else { continue };
        let theirs: Vec<usize> = refs.iter().filter_map(|c| other.column(c)).collect();
        if !has(*table, &theirs, &values, cx) {
            let text = format!(
                "insert or update on table \"{}\" violates foreign key constraint \"{}\"",
                rel.name, c.name
            );
            let detail =
                format!("{} is not present in table \"{}\".", key_text(rel, &own, row), other.name);
            return Err(PgError::new("23503", text).detail(detail));
        }
    }
    Ok(())
}

/// What happens to rows that refer to one that goes (`new` is `None`) or changes.
pub fn referred(
    rel: &Rel,
    old: &[Value],
    new: Option<&[Value]>,
    catalog: &Catalog,
    tx: &mut Tx,
    cx: &Ctx<'_>,
    depth: usize,
) -> Res<()> {
    if depth > 50 {
        return Err(PgError::new("54001", "stack depth limit exceeded"));
    }
    for (other, c) in catalog.references(rel.oid) {
        let Demand::Foreign { columns, refs, on_delete, on_update, .. } = &c.demand else {
            continue;
        };
        let theirs: Vec<usize> = refs.iter().filter_map(|c| rel.column(c)).collect();
        let key: Vec<Value> = theirs.iter().map(|i| old[*i].clone()).collect();
        if let Some(new) = new
            && theirs.iter().all(|i| new[*i].order(&old[*i]).is_eq())
        {
            continue;
        }
        let own: Vec<usize> = columns.iter().filter_map(|c| other.column(c)).collect();
        let hits: Vec<(u64, Row)> = {
            let cl = cx.cluster.borrow();
            let Some(t) = cl.open.get(&cx.db).and_then(|d| d.tables.get(&other.oid)) else {
                continue;
            };
            let fits =
                |r: &Row| own.iter().zip(&key).all(|(c, x)| !x.is_null() && r[*c].order(x).is_eq());
            let hit = t.rows.iter().filter(|(_, v)| cx.sees(&cl, v) && fits(&v.row));
            hit.map(|(n, v)| (*n, Rc::clone(&v.row))).collect()
        };
        if hits.is_empty() {
            continue;
        }
        let action = if new.is_some() { *on_update } else { *on_delete };
        if matches!(action, 'a' | 'r') {
            // Something else of the same key may be there still.
            if new.is_none() && has(rel.oid, &theirs, &key, cx) {
                continue;
            }
            let text = format!(
                "update or delete on table \"{}\" violates foreign key constraint \"{}\" on table \"{}\"",
                rel.name, c.name, other.name
            );
            let detail = format!(
                "{} is still referenced from table \"{}\".",
                key_text(rel, &theirs, old),
                other.name
            );
            return Err(PgError::new("23503", text).detail(detail));
        }
        for (n, row) in hits {
            if action == 'c' && new.is_none() {
                tx.delete(cx, other.oid, n);
                referred(other, &row, None, catalog, tx, cx, depth + 1)?;
                continue;
            }
            let mut changed = row.to_vec();
            for (i, c) in own.iter().enumerate() {
                changed[*c] = match (action, new) {
                    ('c', Some(new)) => new[theirs[i]].clone(),
                    ('d', _) => default_value(other, &other.columns[*c], catalog, cx)?,
                    _ => Value::Null,
                };
            }
            check_row(other, &changed, catalog, cx)?;
            tx.delete(cx, other.oid, n);
            referred(other, &row, Some(&changed), catalog, tx, cx, depth + 1)?;
            tx.insert(cx, other.oid, Rc::new(changed));
        }
    }
    Ok(())
}
