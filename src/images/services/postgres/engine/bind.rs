//! Finding names: which columns a query sees, and making its parts into a plan.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Body, Expr, Item, Kind, OrderBy, Query, Select as Ast, SetOp};
use super::catalog::Catalog;
use super::expr::Binder;
use super::plan::{Agg, E, F, Key, Node, Plan, Pos, Select, Typed};
use super::types::Type;

/// A table as a query sees it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Source {
    pub alias: String,
    pub columns: Vec<(String, Type)>,
    /// The number of its first column in a row.
    pub at: usize,
    /// Columns that `*` leaves out: a USING has them on the other side.
    pub hidden: Vec<usize>,
    /// The place of its primary key's columns, where it has one.
    pub primary: Vec<usize>,
}

/// What an expression can refer to: innermost last.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Tables of each query around.
    pub levels: Vec<Vec<Source>>,
}

/// A query given a name.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Its number among all.
    pub id: usize,
    /// What it gives.
    pub cols: Vec<(String, Type)>,
}

/// What all binders of a statement share.
pub struct Shared<'a> {
    /// The database's relations.
    pub catalog: &'a Catalog,
    /// The time of the transaction.
    pub now: i64,
    /// Named queries that can be seen.
    pub named: Vec<Named>,
    /// The next named query's number.
    pub next: usize,
    /// The search path is empty: names must say their schema.
    pub no_path: bool,
}

/// Aggregates and windows that are found in the expressions of a SELECT.
#[derive(Default)]
pub struct Found {
    /// Whether they may stand here.
    pub allowed: bool,
    /// Aggregates.
    pub aggs: Vec<Agg>,
    /// Windows.
    pub windows: Vec<Agg>,
}

/// Marks of columns that stand for aggregates and windows until their places are known.
pub const AGG: usize = 1 << 26;
/// See [`AGG`].
pub const WINDOW: usize = 1 << 27;
/// See [`AGG`]: a key of the group.
pub const GROUP: usize = 1 << 28;

/// Makes a query into a plan; `scope` is what is around it.
pub fn query(q: &Query, scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let outer = sh.named.len();
    let mut ctes = Vec::new();
    for cte in &q.with {
        let id = sh.next;
        sh.next += 1;
        let own = matches!(&cte.query.body, Body::Set { op: SetOp::Union, .. }) && q.recursive;
        let mut plan = if own { recursive(cte, id, scope, sh)? } else { query(&cte.query, scope, sh)? };
        for (i, name) in cte.columns.iter().enumerate() {
            if let Some(c) = plan.cols.get_mut(i) {
                c.0 = name.clone();
            }
        }
        sh.named.push(Named { name: cte.name.clone(), id, cols: plan.cols.clone() });
        ctes.push((id, Rc::new(plan)));
    }
    let mut plan = body(&q.body, &q.order, scope, sh)?;
    let b = Binder { scope: &Scope::default(), places: &[] };
    let mut number = |e: &Option<Expr>, sh: &mut Shared<'_>| -> Res<Option<E>> {
        let Some(e) = e else { return Ok(None) };
        let t = b.expr(e, sh, &mut Found::default())?;
        Ok(Some(super::expr::coerce(t, &Type::Int8, sh.now)?))
    };
    if q.limit.is_some() || q.offset.is_some() {
        if !plan.order.is_empty() && matches!(plan.node, Node::Nested(_)) {
            // The inner query keeps its own.
        }
        plan.limit = number(&q.limit, sh)?;
        plan.offset = number(&q.offset, sh)?;
    }
    plan.ctes = ctes;
    sh.named.truncate(outer);
    Ok(plan)
}

fn recursive(cte: &super::super::sql::ast::Cte, id: usize, scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let Body::Set { all, left, right, .. } = &cte.query.body else {
        return query(&cte.query, scope, sh);
    };
    let first = body(left, &[], scope, sh)?;
    let mut cols: Vec<(String, Type)> =
        first.cols.iter().map(|(n, t)| (n.clone(), known(t))).collect();
    for (i, name) in cte.columns.iter().enumerate() {
        if let Some(c) = cols.get_mut(i) {
            c.0 = name.clone();
        }
    }
    sh.named.push(Named { name: cte.name.clone(), id, cols: cols.clone() });
    let next = body(right, &[], scope, sh)?;
    sh.named.pop();
    if next.cols.len() != cols.len() {
        return Err(PgError::new("42601", "each UNION query must have the same number of columns"));
    }
    let types: Vec<Type> = cols.iter().map(|c| c.1.clone()).collect();
    let (first, next) = (as_types(first, &types, sh)?, as_types(next, &types, sh)?);
    let node = Node::Recursive { id, all: *all, first: first.into(), next: next.into() };
    Ok(Plan { cols, ctes: Vec::new(), node, order: Vec::new(), limit: None, offset: None })
}

/// A literal's type where nothing else says one.
pub fn known(t: &Type) -> Type {
    if *t == Type::Unknown { Type::Text } else { t.clone() }
}

/// A query whose columns are made into these types.
fn as_types(plan: Plan, types: &[Type], sh: &Shared<'_>) -> Res<Plan> {
    if plan.cols.iter().zip(types).all(|(c, t)| c.1.same(t)) {
        return Ok(plan);
    }
    let mut proj = Vec::new();
    let mut cols = Vec::new();
    for (i, ((name, ty), to)) in plan.cols.iter().zip(types).enumerate() {
        let t = Typed { e: E::Col(0, i, Pos(0)), ty: ty.clone(), pos: super::super::error::NOWHERE };
        proj.push(super::expr::coerce(t, to, sh.now)?);
        cols.push((name.clone(), to.clone()));
    }
    let width = plan.cols.len();
    let select = simple(F::Plan(plan.into()), proj, width);
    Ok(Plan { cols, ctes: Vec::new(), node: Node::Select(select.into()), order: Vec::new(), limit: None, offset: None })
}

/// A SELECT of expressions over something.
pub fn simple(from: F, proj: Vec<E>, width: usize) -> Select {
    Select {
        from,
        filter: None,
        group: None,
        having: None,
        windows: Vec::new(),
        proj,
        sets: Vec::new(),
        distinct: false,
        distinct_on: Vec::new(),
        width,
    }
}

fn body(b: &Body, order: &[OrderBy], scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let mut plan = match b {
        Body::Select(s) => return select(s, order, scope, sh),
        Body::Nested(q) => {
            let inner = query(q, scope, sh)?;
            let cols = inner.cols.clone();
            Plan { cols, ctes: Vec::new(), node: Node::Nested(inner.into()), order: Vec::new(), limit: None, offset: None }
        }
        Body::Values(rows) => values(rows, scope, sh)?,
        Body::Set { op, all, left, right, pos } => {
            let (l, r) = (body(left, &[], scope, sh)?, body(right, &[], scope, sh)?);
            let word = match op {
                SetOp::Union => "UNION",
                SetOp::Intersect => "INTERSECT",
                SetOp::Except => "EXCEPT",
            };
            if l.cols.len() != r.cols.len() {
                let text = format!("each {word} query must have the same number of columns");
                return Err(PgError::new("42601", text).at(*pos));
            }
            let mut types = Vec::new();
            for (a, b) in l.cols.iter().zip(&r.cols) {
                types.push(super::expr::common(&[a.1.clone(), b.1.clone()], word, *pos)?);
            }
            let (l, r) = (as_types(l, &types, sh)?, as_types(r, &types, sh)?);
            let cols = l.cols.iter().zip(types).map(|(c, t)| (c.0.clone(), t)).collect();
            let node = Node::Set { op: *op, all: *all, left: l.into(), right: r.into() };
            Plan { cols, ctes: Vec::new(), node, order: Vec::new(), limit: None, offset: None }
        }
    };
    for o in order {
        let i = match &o.expr.kind {
            Kind::Num(n) => n.parse::<usize>().ok().and_then(|n| n.checked_sub(1)),
            Kind::Column { table: None, name } => plan.cols.iter().position(|c| c.0 == *name),
            _ => None,
        };
        let Some(i) = i.filter(|i| *i < plan.cols.len()) else {
            return Err(match &o.expr.kind {
                Kind::Column { name, .. } => super::expr::no_column(None, name, o.expr.pos),
                Kind::Num(n) => PgError::new("42P10", format!("ORDER BY position {n} is not in select list")).at(o.expr.pos),
                _ => PgError::new("0A000", "invalid UNION/INTERSECT/EXCEPT ORDER BY clause")
                    .detail("Only result column names can be used, not expressions or functions.")
                    .at(o.expr.pos),
            });
        };
        plan.order.push(Key { e: E::Col(0, i, Pos(0)), desc: o.desc, nulls_first: o.nulls_first });
    }
    Ok(plan)
}

fn values(rows: &[Vec<Expr>], scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let b = Binder { scope, places: &[] };
    let mut typed: Vec<Vec<Typed>> = Vec::new();
    for row in rows {
        if row.len() != rows[0].len() {
            let pos = row.first().map_or(0, |e| e.pos);
            return Err(PgError::new("42601", "VALUES lists must all be the same length").at(pos));
        }
        let mut out = Vec::new();
        for e in row {
            out.push(b.expr(e, sh, &mut Found::default())?);
        }
        typed.push(out);
    }
    let mut cols = Vec::new();
    for i in 0..rows[0].len() {
        let types: Vec<Type> = typed.iter().map(|r| r[i].ty.clone()).collect();
        cols.push((format!("column{}", i + 1), super::expr::common(&types, "VALUES", typed[0][i].pos)?));
    }
    let mut out = Vec::new();
    for row in typed {
        let mut r = Vec::new();
        for (t, c) in row.into_iter().zip(&cols) {
            r.push(super::expr::coerce(t, &c.1, sh.now)?);
        }
        out.push(r);
    }
    Ok(Plan { cols, ctes: Vec::new(), node: Node::Values(out), order: Vec::new(), limit: None, offset: None })
}

/// The items of a list, stars unfolded: expressions with their names.
pub fn items(list: &[Item], b: &Binder<'_>, sh: &mut Shared<'_>, found: &mut Found) -> Res<Vec<(String, Typed)>> {
    let mut out = Vec::new();
    for item in list {
        if let Kind::Star(of) = &item.expr.kind {
            let sources: &[Source] = b.scope.levels.last().map_or(&[], Vec::as_slice);
            if sources.is_empty() {
                return Err(PgError::new("42601", "SELECT * with no tables specified is not valid").at(item.expr.pos));
            }
            let mut any = false;
            for s in sources.iter().filter(|s| of.as_ref().is_none_or(|t| s.alias == *t)) {
                any = true;
                for (i, (name, ty)) in s.columns.iter().enumerate() {
                    if of.is_none() && s.hidden.contains(&i) {
                        continue;
                    }
                    let e = E::Col(0, s.at + i, Pos(item.expr.pos));
                    out.push((name.clone(), Typed { e, ty: ty.clone(), pos: item.expr.pos }));
                }
            }
            if !any && let Some(t) = of {
                return Err(super::expr::no_table(t, item.expr.pos));
            }
            continue;
        }
        let mut t = b.expr(&item.expr, sh, found)?;
        if t.ty == Type::Unknown {
            t.ty = Type::Text;
        }
        let name = item.alias.clone().unwrap_or_else(|| super::expr::name_of(&item.expr));
        out.push((name, t));
    }
    Ok(out)
}

fn select(s: &Ast, order: &[OrderBy], scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let mut inner = scope.clone();
    inner.levels.push(Vec::new());
    let mut from = F::One;
    let mut width = 0;
    for f in &s.from {
        let (next, w) = super::from::bind(f, &mut inner, width, sh)?;
        from = if width == 0 && matches!(from, F::One) {
            next
        } else {
            let lateral = super::from::is_lateral(f);
            F::Join {
                kind: super::super::sql::ast::Join::Cross,
                left: from.into(),
                right: next.into(),
                on: None,
                equal: Vec::new(),
                widths: (width, w),
                lateral,
            }
        };
        width += w;
    }
    super::from::unique_aliases(&inner)?;
    let b = Binder { scope: &inner, places: &[] };
    let mut found = Found::default();
    let filter = match &s.filter {
        Some(e) => Some(super::expr::condition(&b, e, "WHERE", sh, &mut found)?),
        None => None,
    };
    if let Some(f) = filter.clone() {
        super::from::push_down(&mut from, &f);
    }
    found.allowed = true;
    let mut list = items(&s.items, &b, sh, &mut found)?;
    let shown = list.len();
    let mut keys = Vec::new();
    for g in &s.group {
        let t = by_name(g, &s.items, &list, &b, sh, true)?;
        keys.push(t.e);
    }
    let having = match &s.having {
        Some(e) => Some(super::expr::condition(&b, e, "HAVING", sh, &mut found)?),
        None => None,
    };
    let mut sort = Vec::new();
    for o in order {
        let t = ordered(o, &s.items, &list[..shown], &b, sh, &mut found)?;
        let at = list.iter().position(|(_, l)| l.e == t.e).unwrap_or(list.len());
        if at == list.len() {
            if s.distinct {
                return Err(PgError::new("42P10", "for SELECT DISTINCT, ORDER BY expressions must appear in select list").at(o.expr.pos));
            }
            list.push((String::new(), t));
        }
        sort.push(Key { e: E::Col(0, at, Pos(0)), desc: o.desc, nulls_first: o.nulls_first });
    }
    let mut distinct_on = Vec::new();
    for d in &s.distinct_on {
        distinct_on.push(by_name(d, &s.items, &list[..shown], &b, sh, false)?.e);
    }
    let cols: Vec<(String, Type)> = list.iter().take(shown).map(|(n, t)| (n.clone(), t.ty.clone())).collect();
    let mut proj: Vec<E> = list.into_iter().map(|(_, t)| t.e).collect();
    let grouped = !keys.is_empty() || !found.aggs.is_empty() || having.is_some();
    let mut having = having;
    if grouped {
        let sources = inner.levels.last().cloned().unwrap_or_default();
        let fix = |e: &mut E| super::aggregate::settle(e, &keys, &sources, width, 0);
        for e in proj.iter_mut().chain(having.iter_mut()).chain(distinct_on.iter_mut()) {
            fix(e)?;
        }
        for w in &mut found.windows {
            super::aggregate::settle_window(w, &fix)?;
        }
    }
    let after = width + if grouped { keys.len() + found.aggs.len() } else { 0 };
    for e in &mut proj {
        super::aggregate::place(e, width, keys.len(), after);
    }
    if let Some(h) = &mut having {
        super::aggregate::place(h, width, keys.len(), after);
    }
    for e in &mut distinct_on {
        super::aggregate::place(e, width, keys.len(), after);
    }
    for w in &mut found.windows {
        super::aggregate::place_window(w, width, keys.len(), after);
    }
    let sets: Vec<usize> =
        proj.iter().enumerate().filter(|(_, e)| super::from::gives_rows(e)).map(|(i, _)| i).collect();
    let select = Select {
        from,
        filter,
        group: grouped.then_some((keys, found.aggs)),
        having,
        windows: found.windows,
        proj,
        sets,
        distinct: s.distinct,
        distinct_on,
        width,
    };
    Ok(Plan { cols, ctes: Vec::new(), node: Node::Select(select.into()), order: sort, limit: None, offset: None })
}

/// A key that may be a column's number or name in the list, before what the name means otherwise.
fn ordered(
    o: &OrderBy,
    list: &[Item],
    bound: &[(String, Typed)],
    b: &Binder<'_>,
    sh: &mut Shared<'_>,
    found: &mut Found,
) -> Res<Typed> {
    match &o.expr.kind {
        Kind::Column { table: None, name } => {
            if let Some((_, t)) = bound.iter().find(|(n, _)| n == name) {
                return Ok(t.clone());
            }
        }
        Kind::Num(_) => return by_name(&o.expr, list, bound, b, sh, false),
        _ => {}
    }
    b.expr(&o.expr, sh, found)
}

fn by_name(
    e: &Expr,
    list: &[Item],
    bound: &[(String, Typed)],
    b: &Binder<'_>,
    sh: &mut Shared<'_>,
    group: bool,
) -> Res<Typed> {
    if let Kind::Num(n) = &e.kind
        && let Ok(n) = n.parse::<usize>()
    {
        let word = if group { "GROUP BY" } else { "ORDER BY" };
        return n.checked_sub(1).and_then(|i| bound.get(i)).map(|(_, t)| t.clone()).ok_or_else(|| {
            PgError::new("42P10", format!("{word} position {n} is not in select list")).at(e.pos)
        });
    }
    match b.expr(e, sh, &mut Found::default()) {
        Ok(t) => Ok(t),
        Err(error) => match &e.kind {
            Kind::Column { table: None, name } => {
                let hit = list.iter().any(|i| i.alias.as_deref() == Some(name));
                let found = bound.iter().find(|(n, _)| n == name).filter(|_| hit);
                found.map(|(_, t)| t.clone()).ok_or(error)
            }
            _ => Err(error),
        },
    }
}
