//! Rows that INSERT, UPDATE and DELETE make and change.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Body, Change, From, Insert, Query};
use super::bind::{Found, Scope, Shared};
use super::catalog::{Catalog, Rel};
use super::change::{
    Assignments, Returning, assign, assigned, bind_set, duplicate, table, wait_for,
};
use super::constraint::{
    check_references, check_row, conflict, default_value, fit, referred, scope_of,
};
use super::eval::{Ctx, Env, eval, holds};
use super::expr::{Binder, condition};
use super::plan::{E, Typed};
use super::run::plan;
use super::session::{Outcome, Tx};
use super::storage::Row;
use super::types::Value;
use std::rc::Rc;

/// The rows to be inserted; `None` is a default.
pub fn insert_rows(
    s: &Insert,
    rel: &Rel,
    targets: &[usize],
    sh: &mut Shared<'_>,
    cx: &Ctx<'_>,
) -> Res<Vec<Vec<Option<Value>>>> {
    let Some(q) = &s.source else { return Ok(vec![Vec::new()]) };
    let width = |n: usize, pos: usize| {
        if n > targets.len() {
            return Err(
                PgError::new("42601", "INSERT has more expressions than target columns").at(pos)
            );
        }
        if n < targets.len() && !s.columns.is_empty() {
            let pos = s.columns[n].1;
            return Err(
                PgError::new("42601", "INSERT has more target columns than expressions").at(pos)
            );
        }
        Ok(())
    };
    let plain = q.with.is_empty() && q.order.is_empty() && q.limit.is_none() && q.offset.is_none();
    if let (Body::Values(rows), true, true) = (&q.body, plain, s.with.is_empty()) {
        let env = Env { row: &[], up: None };
        let mut out = Vec::new();
        for row in rows {
            width(row.len(), row.get(targets.len()).map_or(0, |e| e.pos))?;
            let mut values = Vec::new();
            for (e, t) in row.iter().zip(targets) {
                values.push(match assigned(e, rel, *t, &Scope::default(), sh)? {
                    Some(e) => Some(eval(&e, &env, cx)?),
                    None => None,
                });
            }
            out.push(values);
        }
        return Ok(out);
    }
    let mut q: Query = q.clone();
    q.with.splice(0..0, s.with.iter().cloned());
    let p = super::bind::query(&q, &Scope::default(), sh)?;
    width(p.cols.len(), s.table.pos)?;
    let mut casts = Vec::new();
    for (i, (_, ty)) in p.cols.iter().enumerate() {
        let t = Typed {
            e: E::Col(0, i, super::plan::Pos(0)),
            ty: ty.clone(),
            pos: super::super::error::NOWHERE,
        };
        casts.push(assign(t, rel, targets[i], cx.now)?);
    }
    let mut out = Vec::new();
    for r in plan(&p, None, cx)? {
        let env = Env { row: &r, up: None };
        let values: Res<Vec<Option<Value>>> =
            casts.iter().map(|e| eval(e, &env, cx).map(Some)).collect();
        out.push(values?);
    }
    Ok(out)
}

pub fn changed(
    rel: &Rel,
    old: &[Value],
    set: &Assignments,
    env: &Env<'_>,
    catalog: &Catalog,
    cx: &Ctx<'_>,
) -> Res<Vec<Value>> {
    let mut new = old.to_vec();
    for (i, e) in set {
        let c = &rel.columns[*i];
        new[*i] = match e {
            Some(e) => fit(&eval(e, env, cx)?, &c.ty, cx)?,
            None => default_value(rel, c, catalog, cx)?,
        };
    }
    check_row(rel, &new, catalog, cx)?;
    Ok(new)
}

pub fn replace(
    rel: &Rel,
    n: u64,
    old: &[Value],
    new: &[Value],
    catalog: &Catalog,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<()> {
    if let Some((name, columns, _)) = conflict(rel.oid, new, Some(n), cx).map_err(wait_for)? {
        return Err(duplicate(rel, &name, &columns, new));
    }
    tx.delete(cx, rel.oid, n);
    tx.insert(cx, rel.oid, Rc::new(new.to_vec()));
    check_references(rel, new, catalog, cx)?;
    referred(rel, old, Some(new), catalog, tx, cx, 0)
}

/// Runs an UPDATE or a DELETE.
pub fn change(
    s: &Change,
    catalog: &Catalog,
    sh: &mut Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
    let update = s.set.is_some();
    let rel = table(&s.table, sh, if update { "update" } else { "delete from" })?;
    let mut ctes = Vec::new();
    for cte in &s.with {
        let p = super::bind::query(&cte.query, &Scope::default(), sh)?;
        let id = sh.next;
        sh.next += 1;
        sh.named.push(super::bind::Named { name: cte.name.clone(), id, cols: p.cols.clone() });
        ctes.push((id, p));
    }
    for (id, p) in ctes {
        let rows = plan(&p, None, cx)?;
        cx.ctes.borrow_mut().insert(id, Rc::new(rows));
    }
    let mut scope = scope_of(rel, s.alias.as_deref().unwrap_or(&rel.name));
    let others = other_rows(&s.from, &mut scope, rel.columns.len(), sh, cx)?;
    let set = match &s.set {
        Some(set) => bind_set(set, rel, &scope, sh)?,
        None => Vec::new(),
    };
    let filter = match &s.filter {
        Some(f) => {
            Some(condition(&Binder { scope: &scope }, f, "WHERE", sh, &mut Found::default())?)
        }
        None => None,
    };
    let returning = Returning::bind(&s.returning, &scope, sh)?;
    let rows: Vec<(u64, Row, u32)> = {
        let cl = cx.cluster.borrow();
        let t = cl.open.get(&cx.db).and_then(|d| d.tables.get(&rel.oid));
        t.map(|t| {
            let seen = t.rows.iter().filter(|(_, v)| cx.sees(&cl, v));
            seen.map(|(n, v)| (*n, Rc::clone(&v.row), v.xmax)).collect()
        })
        .unwrap_or_default()
    };
    let (mut count, mut out) = (0, Vec::new());
    for (n, old, xmax) in rows {
        let mut hit = None;
        for other in &others {
            let whole: Vec<Value> = if other.is_empty() {
                old.to_vec()
            } else {
                old.iter().chain(other.iter()).cloned().collect()
            };
            let fits = match &filter {
                Some(f) => holds(f, &Env { row: &whole, up: None }, cx)?,
                None => true,
            };
            if fits {
                hit = Some(whole);
                break;
            }
        }
        let Some(whole) = hit else { continue };
        if xmax != 0 && xmax != cx.xid {
            return Err(wait_for(xmax));
        }
        cx.pay(5)?;
        count += 1;
        if !update {
            tx.delete(cx, rel.oid, n);
            referred(rel, &old, None, catalog, tx, cx, 0)?;
            returning.row(&whole, cx, &mut out)?;
            continue;
        }
        // A cascade may have changed the row meanwhile.
        if tx.row(cx, rel.oid, n).is_none() {
            continue;
        }
        let new = changed(rel, &old, &set, &Env { row: &whole, up: None }, catalog, cx)?;
        replace(rel, n, &old, &new, catalog, tx, cx)?;
        let shown: Vec<Value> = new.iter().chain(whole.iter().skip(new.len())).cloned().collect();
        returning.row(&shown, cx, &mut out)?;
    }
    let word = if update { "UPDATE" } else { "DELETE" };
    Ok(returning.outcome(format!("{word} {count}"), out))
}

/// Rows of the tables in an UPDATE's FROM or a DELETE's USING.
pub fn other_rows(
    from: &[From],
    scope: &mut Scope,
    at: usize,
    sh: &mut Shared<'_>,
    cx: &Ctx<'_>,
) -> Res<Vec<Row>> {
    if from.is_empty() {
        return Ok(vec![Rc::new(Vec::new())]);
    }
    let mut rows: Vec<Row> = vec![Rc::new(Vec::new())];
    let mut width = 0;
    for f in from {
        let (node, w) = super::from::bind(f, scope, at + width, sh)?;
        let proj: Vec<E> = (0..w).map(|i| E::Col(0, i, super::plan::Pos(0))).collect();
        let select = super::bind::simple(node, proj, w);
        let cols = (0..w).map(|i| (format!("c{i}"), super::types::Type::Text)).collect();
        let p = super::plan::Plan {
            cols,
            ctes: Vec::new(),
            node: super::plan::Node::Select(select.into()),
            order: Vec::new(),
            limit: None,
            offset: None,
        };
        let right = plan(&p, None, cx)?;
        let mut next = Vec::new();
        for l in &rows {
            for r in &right {
                cx.pay(1)?;
                next.push(Rc::new(l.iter().chain(r.iter()).cloned().collect::<Vec<Value>>()));
            }
        }
        rows = next;
        width += w;
    }
    Ok(rows)
}
