//! Queries, run: from tables to the rows of the result.

use super::super::error::{PgError, Res};
use super::super::sql::ast::SetOp;
use super::aggregate::sort;
use super::eval::{Ctx, Env, eval, holds, list};
pub use super::join::{aggregate, grouped, peers, source};
use super::plan::{E, Node, Plan, Select};
use super::storage::Row;
use super::types::{Value, key_of};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many rows a result may have.
pub const ROWS: usize = 3_000_000;

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
            Value::Int(n) if n < 0 => {
                Err(PgError::new("2201W", format!("{what} must not be negative")))
            }
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

pub fn combine(op: SetOp, all: bool, left: Vec<Row>, right: Vec<Row>) -> Vec<Row> {
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

pub fn recursive(
    id: usize,
    all: bool,
    first: &Plan,
    next: &Plan,
    up: Option<&Env<'_>>,
    cx: &Ctx<'_>,
) -> Res<Vec<Row>> {
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

pub fn select(s: &Select, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
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

pub fn filtered(rows: Vec<Row>, f: &E, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    let mut out = Vec::new();
    for row in rows {
        if holds(f, &Env { row: &row, up }, cx)? {
            out.push(row);
        }
    }
    Ok(out)
}

/// A row of a list in which calls give many rows.
pub fn unfold(s: &Select, env: &Env<'_>, cx: &Ctx<'_>, out: &mut Vec<Row>) -> Res<()> {
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
