//! INSERT, UPDATE and DELETE.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Assign, Body, Change, Expr, From, Insert, Item, Kind, Name, Query};
use super::bind::{Found, Scope, Shared};
use super::catalog::{Catalog, Rel, RelKind};
use super::constraint::{check_references, check_row, conflict, default_value, fit, key_text, referred, scope_of};
use super::eval::{Ctx, Env, eval, holds};
use super::expr::{Binder, coerce, condition};
use super::plan::{E, Typed};
use super::run::plan;
use super::session::{Outcome, Tx};
use super::storage::Row;
use super::types::Value;

/// What a statement is refused with when another transaction must end first.
pub fn wait_for(xid: u32) -> PgError {
    PgError::new("55P03", xid.to_string())
}

fn table<'a>(name: &Name, sh: &Shared<'a>, what: &str) -> Res<&'a Rel> {
    let rel = super::from::relation(name, sh)?;
    if rel.kind != RelKind::Table {
        return Err(PgError::new("42809", format!("cannot {what} {} \"{}\"", rel.word(), rel.name)));
    }
    Ok(rel)
}

fn no_column(rel: &Rel, name: &str, pos: usize) -> PgError {
    PgError::new("42703", format!("column \"{name}\" of relation \"{}\" does not exist", rel.name)).at(pos)
}

struct Returning {
    items: Vec<(String, Typed)>,
}

impl Returning {
    fn bind(items: &[Item], scope: &Scope, sh: &mut Shared<'_>) -> Res<Returning> {
        let b = Binder { scope, places: &[] };
        Ok(Returning { items: super::bind::items(items, &b, sh, &mut Found::default())? })
    }

    fn row(&self, row: &[Value], cx: &Ctx<'_>, out: &mut Vec<Row>) -> Res<()> {
        if !self.items.is_empty() {
            let env = Env { row, up: None };
            let values: Res<Vec<Value>> = self.items.iter().map(|(_, t)| eval(&t.e, &env, cx)).collect();
            out.push(Rc::new(values?));
        }
        Ok(())
    }

    fn outcome(self, tag: String, rows: Vec<Row>) -> Outcome {
        let cols: Vec<_> = self.items.into_iter().map(|(n, t)| (n, t.ty)).collect();
        if cols.is_empty() { Outcome::tag(tag) } else { Outcome { cols: Some(cols), rows, tag } }
    }
}

/// A value for a column.
fn assigned(e: &Expr, rel: &Rel, i: usize, scope: &Scope, sh: &mut Shared<'_>) -> Res<Option<E>> {
    if e.kind == Kind::Default {
        return Ok(None);
    }
    let t = Binder { scope, places: &[] }.expr(e, sh, &mut Found::default())?;
    assign(t, rel, i, sh.now).map(Some)
}

fn assign(t: Typed, rel: &Rel, i: usize, now: i64) -> Res<E> {
    let c = &rel.columns[i];
    let free = t.ty.same(&c.ty)
        || t.ty == super::types::Type::Unknown
        || (t.ty.is_number() && c.ty.is_number())
        || c.ty.is_text()
        || matches!((&t.ty, &c.ty),
            (super::types::Type::Date | super::types::Type::Timestamp | super::types::Type::Timestamptz,
             super::types::Type::Date | super::types::Type::Timestamp | super::types::Type::Timestamptz | super::types::Type::Time)
            | (super::types::Type::Json, super::types::Type::Jsonb) | (super::types::Type::Jsonb, super::types::Type::Json)
            | (super::types::Type::Array(_), super::types::Type::Array(_)));
    if !free {
        let text = format!(
            "column \"{}\" is of type {} but expression is of type {}",
            c.name, c.ty.base_name(), t.ty.base_name()
        );
        return Err(PgError::new("42804", text).at(t.pos).hint("You will need to rewrite or cast the expression."));
    }
    coerce(t, &c.ty.plain(), now)
}

/// Runs an INSERT.
pub fn insert(s: &Insert, catalog: &Catalog, sh: &mut Shared<'_>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
    let rel = table(&s.table, sh, "insert into")?;
    let mut targets = Vec::new();
    for (name, pos) in &s.columns {
        targets.push(rel.column(name).ok_or_else(|| no_column(rel, name, *pos))?);
    }
    if s.columns.is_empty() {
        targets = (0..rel.columns.len()).collect();
    }
    let rows = insert_rows(s, rel, &targets, sh, cx)?;
    let scope = scope_of(rel, s.alias.as_deref().unwrap_or(&rel.name));
    let returning = Returning::bind(&s.returning, &scope, sh)?;
    let update = match s.conflict.as_ref().and_then(|c| c.update.as_ref()) {
        Some((set, filter)) => Some(bind_conflict(set, filter.as_ref(), rel, &scope, sh)?),
        None => None,
    };
    let (mut count, mut out) = (0, Vec::new());
    for given in rows {
        let mut row = vec![None; rel.columns.len()];
        for (i, v) in given.into_iter().enumerate() {
            row[targets[i]] = v;
        }
        let mut full = Vec::new();
        for (c, v) in rel.columns.iter().zip(row) {
            full.push(match v {
                Some(_) if c.identity == Some(true) => {
                    return Err(PgError::new("428C9", format!("cannot insert a non-DEFAULT value into column \"{}\"", c.name))
                        .detail(format!("Column \"{}\" is an identity column defined as GENERATED ALWAYS.", c.name))
                        .hint("Use OVERRIDING SYSTEM VALUE to override."));
                }
                Some(v) => fit(&v, &c.ty, cx)?,
                None => default_value(rel, c, catalog, cx)?,
            });
        }
        check_row(rel, &full, catalog, cx)?;
        cx.pay(5)?;
        if let Some((name, columns, n)) = conflict(rel.oid, &full, None, cx).map_err(wait_for)? {
            let Some(c) = &s.conflict else { return Err(duplicate(rel, &name, &columns, &full)) };
            let wanted: Vec<usize> = c.columns.iter().filter_map(|c| rel.column(c)).collect();
            if !(wanted.is_empty() || wanted == columns) || c.constraint.as_ref().is_some_and(|w| *w != name) {
                return Err(duplicate(rel, &name, &columns, &full));
            }
            if let Some((set, filter)) = &update {
                let old = tx.row(cx, rel.oid, n).unwrap_or_default();
                let both: Vec<Value> = old.iter().chain(&full).cloned().collect();
                let env = Env { row: &both, up: None };
                if let Some(f) = filter
                    && !holds(f, &env, cx)?
                {
                    continue;
                }
                let new = changed(rel, &old, set, &env, catalog, cx)?;
                replace(rel, n, &old, &new, catalog, tx, cx)?;
                returning.row(&new, cx, &mut out)?;
                count += 1;
            }
            continue;
        }
        tx.insert(cx, rel.oid, Rc::new(full.clone()));
        check_references(rel, &full, catalog, cx)?;
        returning.row(&full, cx, &mut out)?;
        count += 1;
    }
    Ok(returning.outcome(format!("INSERT 0 {count}"), out))
}

type Assignments = Vec<(usize, Option<E>)>;

fn bind_conflict(set: &[Assign], filter: Option<&Expr>, rel: &Rel, scope: &Scope, sh: &mut Shared<'_>) -> Res<(Assignments, Option<E>)> {
    let mut both = scope.clone();
    if let Some(level) = both.levels.last_mut()
        && let Some(mut excluded) = level.first().cloned()
    {
        excluded.alias = "excluded".into();
        excluded.at = rel.columns.len();
        // A bare name means the table's own column.
        excluded.hidden = (0..rel.columns.len()).collect();
        level.push(excluded);
    }
    let set = bind_set(set, rel, &both, sh)?;
    let filter = match filter {
        Some(f) => Some(condition(&Binder { scope: &both, places: &[] }, f, "WHERE", sh, &mut Found::default())?),
        None => None,
    };
    Ok((set, filter))
}

fn bind_set(set: &[Assign], rel: &Rel, scope: &Scope, sh: &mut Shared<'_>) -> Res<Assignments> {
    let mut out = Vec::new();
    for a in set {
        let i = rel.column(&a.column).ok_or_else(|| no_column(rel, &a.column, a.pos))?;
        out.push((i, assigned(&a.value, rel, i, scope, sh)?));
    }
    Ok(out)
}

fn duplicate(rel: &Rel, name: &str, columns: &[usize], row: &[Value]) -> PgError {
    PgError::new("23505", format!("duplicate key value violates unique constraint \"{name}\""))
        .detail(format!("{} already exists.", key_text(rel, columns, row)))
}

/// The rows to be inserted; `None` is a default.
fn insert_rows(s: &Insert, rel: &Rel, targets: &[usize], sh: &mut Shared<'_>, cx: &Ctx<'_>) -> Res<Vec<Vec<Option<Value>>>> {
    let Some(q) = &s.source else { return Ok(vec![Vec::new()]) };
    let width = |n: usize, pos: usize| {
        if n > targets.len() {
            return Err(PgError::new("42601", "INSERT has more expressions than target columns").at(pos));
        }
        if n < targets.len() && !s.columns.is_empty() {
            let pos = s.columns[n].1;
            return Err(PgError::new("42601", "INSERT has more target columns than expressions").at(pos));
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
        let t = Typed { e: E::Col(0, i, super::plan::Pos(0)), ty: ty.clone(), pos: super::super::error::NOWHERE };
        casts.push(assign(t, rel, targets[i], cx.now)?);
    }
    let mut out = Vec::new();
    for r in plan(&p, None, cx)? {
        let env = Env { row: &r, up: None };
        let values: Res<Vec<Option<Value>>> = casts.iter().map(|e| eval(e, &env, cx).map(Some)).collect();
        out.push(values?);
    }
    Ok(out)
}

fn changed(rel: &Rel, old: &[Value], set: &Assignments, env: &Env<'_>, catalog: &Catalog, cx: &Ctx<'_>) -> Res<Vec<Value>> {
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

fn replace(rel: &Rel, n: u64, old: &[Value], new: &[Value], catalog: &Catalog, tx: &mut Tx, cx: &Ctx<'_>) -> Res<()> {
    if let Some((name, columns, _)) = conflict(rel.oid, new, Some(n), cx).map_err(wait_for)? {
        return Err(duplicate(rel, &name, &columns, new));
    }
    tx.delete(cx, rel.oid, n);
    tx.insert(cx, rel.oid, Rc::new(new.to_vec()));
    check_references(rel, new, catalog, cx)?;
    referred(rel, old, Some(new), catalog, tx, cx, 0)
}

/// Runs an UPDATE or a DELETE.
pub fn change(s: &Change, catalog: &Catalog, sh: &mut Shared<'_>, tx: &mut Tx, cx: &Ctx<'_>) -> Res<Outcome> {
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
        Some(f) => Some(condition(&Binder { scope: &scope, places: &[] }, f, "WHERE", sh, &mut Found::default())?),
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
            let whole: Vec<Value> = if other.is_empty() { old.to_vec() } else { old.iter().chain(other.iter()).cloned().collect() };
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
fn other_rows(from: &[From], scope: &mut Scope, at: usize, sh: &mut Shared<'_>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
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
