//! Binding SELECT; the rest is in `bind`.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Expr, Item, Kind, OrderBy, Select as Ast};
use super::bind::{Found, Scope, Shared, Source};
use super::expr::Binder;
use super::plan::{E, F, Key, Node, Plan, Pos, Select, Typed};
use super::types::Type;

pub fn values(rows: &[Vec<Expr>], scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
    let b = Binder { scope };
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
        cols.push((
            format!("column{}", i + 1),
            super::expr::common(&types, "VALUES", typed[0][i].pos)?,
        ));
    }
    let mut out = Vec::new();
    for row in typed {
        let mut r = Vec::new();
        for (t, c) in row.into_iter().zip(&cols) {
            r.push(super::expr::coerce(t, &c.1, sh.now)?);
        }
        out.push(r);
    }
    Ok(Plan {
        cols,
        ctes: Vec::new(),
        node: Node::Values(out),
        order: Vec::new(),
        limit: None,
        offset: None,
    })
}

/// The items of a list, stars unfolded: expressions with their names.
pub fn items(
    list: &[Item],
    b: &Binder<'_>,
    sh: &mut Shared<'_>,
    found: &mut Found,
) -> Res<Vec<(String, Typed)>> {
    let mut out = Vec::new();
    for item in list {
        if let Kind::Star(of) = &item.expr.kind {
            let sources: &[Source] = b.scope.levels.last().map_or(&[], Vec::as_slice);
            if sources.is_empty() {
                return Err(PgError::new(
                    "42601",
                    "SELECT * with no tables specified is not valid",
                )
                .at(item.expr.pos));
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

pub fn select(s: &Ast, order: &[OrderBy], scope: &Scope, sh: &mut Shared<'_>) -> Res<Plan> {
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
    let b = Binder { scope: &inner };
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
                return Err(PgError::new(
                    "42P10",
                    "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                )
                .at(o.expr.pos));
            }
            list.push((String::new(), t));
        }
        sort.push(Key { e: E::Col(0, at, Pos(0)), desc: o.desc, nulls_first: o.nulls_first });
    }
    let mut distinct_on = Vec::new();
    for d in &s.distinct_on {
        distinct_on.push(by_name(d, &s.items, &list[..shown], &b, sh, false)?.e);
    }
    let cols: Vec<(String, Type)> =
        list.iter().take(shown).map(|(n, t)| (n.clone(), t.ty.clone())).collect();
    let mut proj: Vec<E> = list.into_iter().map(|(_, t)| t.e).collect();
    let grouped = !keys.is_empty() || !found.aggs.is_empty() || having.is_some();
    let mut having = having;
    if grouped {
        let sources = inner.levels.last().cloned().unwrap_or_default();
        let fix = |e: &mut E| super::aggregate::settle(e, &keys, &sources, width);
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
    let sets: Vec<usize> = proj
        .iter()
        .enumerate()
        .filter(|(_, e)| super::from::gives_rows(e))
        .map(|(i, _)| i)
        .collect();
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
    Ok(Plan {
        cols,
        ctes: Vec::new(),
        node: Node::Select(select.into()),
        order: sort,
        limit: None,
        offset: None,
    })
}

/// A key that may be a column's number or name in the list, before what the name means otherwise.
pub fn ordered(
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

pub fn by_name(
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
        return n.checked_sub(1).and_then(|i| bound.get(i)).map(|(_, t)| t.clone()).ok_or_else(
            || {
                PgError::new("42P10", format!("{word} position {n} is not in select list"))
                    .at(e.pos)
            },
        );
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
