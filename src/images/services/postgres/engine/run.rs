//! Queries, run: from tables to the rows of the result.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Join, SetOp};
use super::aggregate::{compare, compute, sort};
use super::eval::{Ctx, Env, eval, holds, list};
use super::plan::{Agg, E, F, Key, Node, Plan, Select};
use super::storage::Row;
use super::types::{Value, key_of};

/// How many rows a result may have.
const ROWS: usize = 3_000_000;

/// The rows of a query.
pub fn plan(p: &Plan, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    for (id, cte) in &p.ctes {
        let rows = plan(cte, up, cx)?;
        cx.ctes.borrow_mut().insert(*id, Rc::new(rows));
    }
    let mut rows = match &p.node {
        Node::Select(s) => select(s, up, cx)?,
        Node::Values(all) => {
            let env = Env { row: &[], up };
            let all: Res<Vec<Row>> = all.iter().map(|r| Ok(Rc::new(list(r, &env, cx)?))).collect();
            all?
        }
        Node::Set { op, all, left, right } => {
            let (l, r) = (plan(left, up, cx)?, plan(right, up, cx)?);
            combine(*op, *all, l, r)
        }
        Node::Recursive { id, all, first, next } => recursive(*id, *all, first, next, up, cx)?,
        Node::Nested(inner) => plan(inner, up, cx)?,
    };
    if !p.order.is_empty() {
        let mut keyed = Vec::with_capacity(rows.len());
        for r in rows {
            let env = Env { row: &r, up };
            let keys: Res<Vec<Value>> = p.order.iter().map(|k| eval(&k.e, &env, cx)).collect();
            keyed.push((keys?, r));
        }
        sort(&mut keyed, &p.order);
        rows = keyed.into_iter().map(|(_, r)| r).collect();
    }
    if let Node::Select(s) = &p.node
        && !s.distinct_on.is_empty()
    {
        let mut seen = BTreeSet::new();
        let at = s.proj.len();
        rows.retain(|r| seen.insert(key_of(&r[at..])));
    }
    let env = Env { row: &[], up };
    let number = |e: &Option<E>, what: &str| -> Res<Option<usize>> {
        let Some(e) = e else { return Ok(None) };
        match eval(e, &env, cx)? {
            Value::Int(n) if n < 0 => Err(PgError::new("2201W", format!("{what} must not be negative"))),
            Value::Int(n) => Ok(Some(n as usize)),
            _ => Ok(None),
        }
    };
    if let Some(n) = number(&p.offset, "OFFSET")? {
        rows.drain(..n.min(rows.len()));
    }
    if let Some(n) = number(&p.limit, "LIMIT")? {
        rows.truncate(n);
    }
    // Columns that were there to sort by are cut off.
    let width = p.cols.len();
    if rows.first().is_some_and(|r| r.len() > width) {
        rows = rows.into_iter().map(|r| Rc::new(r[..width].to_vec())).collect();
    }
    Ok(rows)
}

fn combine(op: SetOp, all: bool, left: Vec<Row>, right: Vec<Row>) -> Vec<Row> {
    match op {
        SetOp::Union => {
            let mut rows = left;
            rows.extend(right);
            if !all {
                let mut seen = BTreeSet::new();
                rows.retain(|r| seen.insert(key_of(r)));
            }
            rows
        }
        SetOp::Intersect | SetOp::Except => {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for r in &right {
                *counts.entry(key_of(r)).or_default() += 1;
            }
            let keep = op == SetOp::Intersect;
            let mut seen = BTreeSet::new();
            let mut rows = left;
            rows.retain(|r| {
                let key = key_of(r);
                if !all {
                    return counts.contains_key(&key) == keep && seen.insert(key);
                }
                match counts.get_mut(&key) {
                    Some(n) if *n > 0 => {
                        *n -= 1;
                        keep
                    }
                    _ => !keep,
                }
            });
            rows
        }
    }
}

fn recursive(id: usize, all: bool, first: &Plan, next: &Plan, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    let mut seen = BTreeSet::new();
    let mut work = plan(first, up, cx)?;
    if !all {
        work.retain(|r| seen.insert(key_of(r)));
    }
    let mut rows = work.clone();
    while !work.is_empty() {
        cx.pay(work.len() as u64)?;
        if rows.len() > ROWS {
            return Err(PgError::gap("a result of so many rows"));
        }
        cx.ctes.borrow_mut().insert(id, Rc::new(work));
        work = plan(next, up, cx)?;
        if !all {
            work.retain(|r| seen.insert(key_of(r)));
        }
        rows.extend(work.iter().cloned());
    }
    Ok(rows)
}

fn select(s: &Select, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    let mut rows = source(&s.from, None, up, cx)?;
    if let Some(f) = &s.filter {
        rows = filtered(rows, f, up, cx)?;
    }
    if let Some((keys, aggs)) = &s.group {
        rows = grouped(rows, keys, aggs, s.width, up, cx)?;
        if let Some(h) = &s.having {
            rows = filtered(rows, h, up, cx)?;
        }
    }
    if !s.windows.is_empty() {
        rows = super::func::windowed(rows, &s.windows, up, cx)?;
    }
    let mut out = Vec::with_capacity(rows.len());
    for row in &rows {
        let env = Env { row, up };
        if s.sets.is_empty() {
            let mut values = list(&s.proj, &env, cx)?;
            if !s.distinct_on.is_empty() {
                values.extend(list(&s.distinct_on, &env, cx)?);
            }
            out.push(Rc::new(values));
        } else {
            unfold(s, &env, cx, &mut out)?;
        }
        if out.len() > ROWS {
            return Err(PgError::gap("a result of so many rows"));
        }
    }
    if s.distinct {
        let mut seen = BTreeSet::new();
        out.retain(|r| seen.insert(key_of(r)));
    }
    Ok(out)
}

fn filtered(rows: Vec<Row>, f: &E, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    let mut out = Vec::new();
    for row in rows {
        if holds(f, &Env { row: &row, up }, cx)? {
            out.push(row);
        }
    }
    Ok(out)
}

/// A row of a list in which calls give many rows.
fn unfold(s: &Select, env: &Env<'_>, cx: &Ctx<'_>, out: &mut Vec<Row>) -> Res<()> {
    let mut sets = Vec::new();
    for i in &s.sets {
        sets.push(super::func::set(&s.proj[*i], env, cx)?);
    }
    let most = sets.iter().map(Vec::len).max().unwrap_or(0);
    for n in 0..most {
        let mut row = Vec::with_capacity(s.proj.len());
        for (i, e) in s.proj.iter().enumerate() {
            row.push(match s.sets.iter().position(|x| *x == i) {
                Some(k) => sets[k].get(n).cloned().unwrap_or(Value::Null),
                None => eval(e, env, cx)?,
            });
        }
        out.push(Rc::new(row));
    }
    Ok(())
}

fn grouped(rows: Vec<Row>, keys: &[E], aggs: &[Agg], width: usize, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    let mut order: Vec<(Vec<Value>, Vec<Row>)> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let values = list(keys, &Env { row: &row, up }, cx)?;
        let at = *index.entry(key_of(&values)).or_insert_with(|| {
            order.push((values, Vec::new()));
            order.len() - 1
        });
        order[at].1.push(row);
    }
    if order.is_empty() && keys.is_empty() {
        order.push((Vec::new(), Vec::new()));
    }
    let mut out = Vec::new();
    for (key, members) in order {
        let mut row = members.first().map_or_else(|| vec![Value::Null; width], |r| r.to_vec());
        row.truncate(width);
        row.extend(key);
        for a in aggs {
            row.push(aggregate(a, &members, up, cx)?);
        }
        out.push(Rc::new(row));
    }
    Ok(out)
}

/// An aggregate over rows.
pub fn aggregate(a: &Agg, members: &[Row], up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Value> {
    let mut args = Vec::new();
    for m in members {
        let env = Env { row: m, up };
        if let Some(f) = &a.filter
            && !holds(f, &env, cx)?
        {
            continue;
        }
        let keys: Res<Vec<Value>> = a.order.iter().map(|k| eval(&k.e, &env, cx)).collect();
        args.push((keys?, list(&a.args, &env, cx)?));
    }
    sort(&mut args, &a.order);
    compute(a, args.into_iter().map(|(_, v)| v).collect(), a.args.is_empty())
}

/// The rows of something in FROM; `left` is what stands before it, for what may look at that.
fn source(f: &F, left: Option<&Env<'_>>, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    match f {
        F::One => Ok(vec![Rc::new(Vec::new())]),
        F::Table(oid) => {
            let cl = cx.cluster.borrow();
            let table = cl.open.get(&cx.db).and_then(|d| d.tables.get(oid));
            let rows: Vec<Row> = table
                .map(|t| t.rows.values().filter(|v| cx.sees(&cl, v)).map(|v| Rc::clone(&v.row)).collect())
                .unwrap_or_default();
            drop(cl);
            cx.pay(rows.len() as u64)?;
            Ok(rows)
        }
        F::System(name) => Ok(super::syscat::rows(name, cx)),
        F::Plan(p) => {
            // Inside, this query is one level further out.
            let here = Env { row: left.map_or(&[], |l| l.row), up };
            plan(p, Some(&here), cx)
        }
        F::Cte(id) => Ok(cx.ctes.borrow().get(id).map(|r| r.to_vec()).unwrap_or_default()),
        F::Call { e, width } => {
            let env = Env { row: left.map_or(&[], |l| l.row), up };
            if super::from::gives_rows(e) {
                return Ok(super::func::set(e, &env, cx)?.into_iter().map(|v| Rc::new(vec![v])).collect());
            }
            let v = eval(e, &env, cx)?;
            Ok(vec![Rc::new(match v {
                Value::Row(all) if all.len() == *width => all.to_vec(),
                v => vec![v],
            })])
        }
        F::Join { kind, left: l, right: r, on, equal, widths, lateral } => {
            let lefts = source(l, left, up, cx)?;
            if *lateral {
                return lateral_join(*kind, &lefts, r, on.as_ref(), widths.1, up, cx);
            }
            let rights = source(r, left, up, cx)?;
            join(*kind, &lefts, &rights, on.as_ref(), equal, *widths, up, cx)
        }
    }
}

fn both(a: &[Value], b: &[Value]) -> Vec<Value> {
    a.iter().chain(b).cloned().collect()
}

fn lateral_join(kind: Join, lefts: &[Row], r: &F, on: Option<&E>, width: usize, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    let mut out = Vec::new();
    for l in lefts {
        let env = Env { row: l, up };
        let mut any = false;
        for right in source(r, Some(&env), up, cx)? {
            let row = both(l, &right);
            if match on {
                Some(on) => holds(on, &Env { row: &row, up }, cx)?,
                None => true,
            } {
                any = true;
                out.push(Rc::new(row));
            }
        }
        if !any && kind == Join::Left {
            out.push(Rc::new(both(l, &vec![Value::Null; width])));
        }
    }
    Ok(out)
}

#[allow(clippy::too_many_arguments)]
fn join(
    kind: Join,
    lefts: &[Row],
    rights: &[Row],
    on: Option<&E>,
    equal: &[(E, E)],
    widths: (usize, usize),
    up: Option<&Env<'_>>,
    cx: &Ctx<'_>,
) -> Res<Vec<Row>> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let (lk, rk): (Vec<E>, Vec<E>) = equal.iter().cloned().unzip();
    if !equal.is_empty() {
        for (i, r) in rights.iter().enumerate() {
            let key = list(&rk, &Env { row: r, up }, cx)?;
            if !key.iter().any(Value::is_null) {
                index.entry(key_of(&key)).or_default().push(i);
            }
        }
    }
    let every: Vec<usize> = (0..rights.len()).collect();
    let none = Vec::new();
    let mut used = vec![false; rights.len()];
    let mut out = Vec::new();
    for l in lefts {
        let mut any = false;
        let candidates = if equal.is_empty() {
            &every
        } else {
            let key = list(&lk, &Env { row: l, up }, cx)?;
            index.get(&key_of(&key)).unwrap_or(&none)
        };
        for i in candidates {
            let row = both(l, &rights[*i]);
            cx.pay(1)?;
            if match on {
                Some(on) => holds(on, &Env { row: &row, up }, cx)?,
                None => true,
            } {
                any = true;
                used[*i] = true;
                out.push(Rc::new(row));
            }
        }
        if out.len() > ROWS {
            return Err(PgError::gap("a result of so many rows"));
        }
        if !any && matches!(kind, Join::Left | Join::Full) {
            out.push(Rc::new(both(l, &vec![Value::Null; widths.1])));
        }
    }
    if matches!(kind, Join::Right | Join::Full) {
        let nulls = vec![Value::Null; widths.0];
        for (i, r) in rights.iter().enumerate().filter(|(i, _)| !used[*i]) {
            let _ = i;
            out.push(Rc::new(both(&nulls, r)));
        }
    }
    Ok(out)
}

/// Whether two rows stand equally by keys.
pub fn peers(a: &[Value], b: &[Value], keys: &[Key]) -> bool {
    keys.iter().enumerate().all(|(i, k)| compare(&a[i], &b[i], k).is_eq())
}
