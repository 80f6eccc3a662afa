//! Finding names: which columns a query sees, and making its parts into a plan.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Body, Expr, Kind, OrderBy, Query, SetOp};
pub use super::bind_select::{items, select, values};
use super::catalog::Catalog;
use super::expr::Binder;
use super::plan::{Agg, E, F, Key, Node, Plan, Pos, Select, Typed};
use super::types::Type;
use std::rc::Rc;

/// A table as a query sees it.
#[derive(Clone, Debug)]
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
    /// What the user may do; nothing inside of views, whose owner may.
    pub rights: Option<&'a super::rights::Rights>,
    /// The server's major version.
    pub major: u32,
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
        let mut plan =
            if own { recursive(cte, id, scope, sh)? } else { query(&cte.query, scope, sh)? };
        for (i, name) in cte.columns.iter().enumerate() {
            if let Some(c) = plan.cols.get_mut(i) {
                c.0 = name.clone();
            }
        }
        sh.named.push(Named { name: cte.name.clone(), id, cols: plan.cols.clone() });
        ctes.push((id, Rc::new(plan)));
    }
    let mut plan = body(&q.body, &q.order, scope, sh)?;
    let b = Binder { scope: &Scope::default() };
    let number = |e: &Option<Expr>, sh: &mut Shared<'_>| -> Res<Option<E>> {
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

pub fn recursive(
    cte: &super::super::sql::ast::Cte,
    id: usize,
    scope: &Scope,
    sh: &mut Shared<'_>,
) -> Res<Plan> {
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
pub fn as_types(plan: Plan, types: &[Type], sh: &Shared<'_>) -> Res<Plan> {
    if plan.cols.iter().zip(types).all(|(c, t)| c.1.same(t)) {
        return Ok(plan);
    }
    let mut proj = Vec::new();
    let mut cols = Vec::new();
    for (i, ((name, ty), to)) in plan.cols.iter().zip(types).enumerate() {
        let t =
            Typed { e: E::Col(0, i, Pos(0)), ty: ty.clone(), pos: super::super::error::NOWHERE };
        proj.push(super::expr::coerce(t, to, sh.now)?);
        cols.push((name.clone(), to.clone()));
    }
    let width = plan.cols.len();
    let select = simple(F::Plan(plan.into()), proj, width);
    Ok(Plan {
        cols,
        ctes: Vec::new(),
        node: Node::Select(select.into()),
        order: Vec::new(),
        limit: None,
        offset: None,
    })
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

pub fn body(b: &Body, order: &[OrderBy], scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let mut plan = match b {
        Body::Select(s) => return select(s, order, scope, sh),
        Body::Nested(q) => {
            let inner = query(q, scope, sh)?;
            let cols = inner.cols.clone();
            Plan {
                cols,
                ctes: Vec::new(),
                node: Node::Nested(inner.into()),
                order: Vec::new(),
                limit: None,
                offset: None,
            }
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
                Kind::Num(n) => {
                    PgError::new("42P10", format!("ORDER BY position {n} is not in select list"))
                        .at(o.expr.pos)
                }
                _ => PgError::new("0A000", "invalid UNION/INTERSECT/EXCEPT ORDER BY clause")
                    .detail("Only result column names can be used, not expressions or functions.")
                    .at(o.expr.pos),
            });
        };
        plan.order.push(Key { e: E::Col(0, i, Pos(0)), desc: o.desc, nulls_first: o.nulls_first });
    }
    Ok(plan)
}
