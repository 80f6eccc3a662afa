//! Joins and aggregates, run; the rest is in `run`.

use super::super::error::{PgError, Res};
use super::super::sql::ast::Join;
use super::aggregate::{compare, compute, sort};
use super::eval::{Ctx, Env, eval, holds, list};
use super::plan::{Agg, E, F, Key};
use super::run::{ROWS, plan};
use super::storage::Row;
use super::types::{Value, key_of};
use std::collections::BTreeMap;
use std::rc::Rc;

pub fn grouped(
    rows: Vec<Row>,
    keys: &[E],
    aggs: &[Agg],
    width: usize,
    up: Option<&Env<'_>>,
    cx: &Ctx<'_>,
) -> Res<Vec<Row>> {
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
pub fn source(f: &F, left: Option<&Env<'_>>, up: Option<&Env<'_>>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    match f {
        F::One => Ok(vec![Rc::new(Vec::new())]),
        F::Table(oid) => {
            let cl = cx.cluster.borrow();
            let table = cl.open.get(&cx.db).and_then(|d| d.tables.get(oid));
            let rows: Vec<Row> = table
                .map(|t| {
                    t.rows.values().filter(|v| cx.sees(&cl, v)).map(|v| Rc::clone(&v.row)).collect()
                })
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
                return Ok(super::func::set(e, &env, cx)?
                    .into_iter()
                    .map(|v| Rc::new(vec![v]))
                    .collect());
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

pub fn both(a: &[Value], b: &[Value]) -> Vec<Value> {
    a.iter().chain(b).cloned().collect()
}

pub fn lateral_join(
    kind: Join,
    lefts: &[Row],
    r: &F,
    on: Option<&E>,
    width: usize,
    up: Option<&Env<'_>>,
    cx: &Ctx<'_>,
) -> Res<Vec<Row>> {
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
pub fn join(
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
