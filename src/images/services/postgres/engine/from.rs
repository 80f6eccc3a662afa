//! Tables, joins and functions in FROM.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Alias, From, Join, Name, On};
use super::bind::{Found, Scope, Shared, Source};
use super::catalog::RelKind;
use super::expr::Binder;
use super::plan::{E, F, Pos};
use super::types::Type;

/// Whether something in FROM may look at what stands before it.
pub fn is_lateral(f: &From) -> bool {
    match f {
        From::Function { .. } => true,
        From::Query { lateral, .. } => *lateral,
        _ => false,
    }
}

/// Names in FROM must differ.
pub fn unique_aliases(scope: &Scope) -> Res<()> {
    let Some(all) = scope.levels.last() else { return Ok(()) };
    for (i, s) in all.iter().enumerate() {
        if all[..i].iter().any(|o| o.alias == s.alias && !s.alias.is_empty()) {
            return Err(PgError::new(
                "42712",
                format!("table name \"{}\" specified more than once", s.alias),
            ));
        }
    }
    Ok(())
}

fn add(
    scope: &mut Scope,
    at: usize,
    name: String,
    alias: Option<&Alias>,
    mut columns: Vec<(String, Type)>,
    primary: Vec<usize>,
) -> usize {
    if let Some(a) = alias {
        for (c, n) in columns.iter_mut().zip(&a.columns) {
            c.0 = n.clone();
        }
    }
    let width = columns.len();
    let alias = alias.map_or(name, |a| a.name.clone());
    let source = Source { alias, columns, at, hidden: Vec::new(), primary };
    if let Some(level) = scope.levels.last_mut() {
        level.push(source);
    }
    width
}

/// Adds what a FROM names to the scope, its columns from number `at` on; gives it and its width.
pub fn bind(f: &From, scope: &mut Scope, at: usize, sh: &mut Shared<'_>) -> Res<(F, usize)> {
    match f {
        From::Table { name, alias } => table(name, alias.as_ref(), scope, at, sh),
        From::Query { query, alias, lateral, .. } => {
            let mut outer = scope.clone();
            if !lateral {
                // What stands beside it is out of its sight, but the level stays, so that numbers agree.
                if let Some(level) = outer.levels.last_mut() {
                    level.clear();
                }
            }
            let plan = super::bind::query(query, &outer, sh)?;
            let columns =
                plan.cols.iter().map(|(n, t)| (n.clone(), super::bind::known(t))).collect();
            let width = add(scope, at, String::new(), alias.as_ref(), columns, Vec::new());
            Ok((F::Plan(plan.into()), width))
        }
        From::Function { call, alias, pos } => {
            let b = Binder { scope };
            let e = super::super::sql::ast::Expr {
                kind: super::super::sql::ast::Kind::Call(call.clone()),
                pos: *pos,
            };
            let t = b.expr(&e, sh, &mut Found::default())?;
            let column = alias.as_ref().map_or(call.name.clone(), |a| a.name.clone());
            let columns = vec![(column, super::bind::known(&t.ty))];
            let width = add(scope, at, call.name.clone(), alias.as_ref(), columns, Vec::new());
            Ok((F::Call { e: t.e, width }, width))
        }
        From::Join { kind, left, right, on } => join(*kind, left, right, on, scope, at, sh),
    }
}

fn table(
    name: &Name,
    alias: Option<&Alias>,
    scope: &mut Scope,
    at: usize,
    sh: &mut Shared<'_>,
) -> Res<(F, usize)> {
    if name.schema.is_none()
        && let Some(n) = sh.named.iter().rev().find(|n| n.name == name.name)
    {
        let (id, columns) =
            (n.id, n.cols.iter().map(|(n, t)| (n.clone(), super::bind::known(t))).collect());
        let width = add(scope, at, name.name.clone(), alias, columns, Vec::new());
        return Ok((F::Cte(id), width));
    }
    if let Some((view, columns)) = super::syscat::find(name.schema.as_deref(), &name.name) {
        if let (Some(rights), "pg_authid") = (sh.rights, name.name.as_str()) {
            rights.superuser("pg_authid")?;
        }
        let columns = columns.iter().map(|(n, t)| ((*n).to_string(), t.clone())).collect();
        let width = add(scope, at, name.name.clone(), alias, columns, Vec::new());
        return Ok((F::System(view), width));
    }
    let rel = relation(name, sh)?;
    if let Some(rights) = sh.rights {
        rights.relation(rel, 'r')?;
    }
    match &rel.kind {
        RelKind::Table => {
            let columns = rel.columns.iter().map(|c| (c.name.clone(), c.ty.clone())).collect();
            let primary = rel
                .primary()
                .map_or(Vec::new(), |cols| cols.iter().filter_map(|c| rel.column(c)).collect());
            let width = add(scope, at, rel.name.clone(), alias, columns, primary);
            Ok((F::Table(rel.oid), width))
        }
        RelKind::View(text) => {
            let q = super::super::sql::Parser::only_query(text)?;
            let named = std::mem::take(&mut sh.named);
            let rights = sh.rights.take();
            let plan = super::bind::query(&q, &Scope::default(), sh);
            (sh.named, sh.rights) = (named, rights);
            let plan = plan?;
            let columns = rel.columns.iter().map(|c| (c.name.clone(), c.ty.clone())).collect();
            let width = add(scope, at, rel.name.clone(), alias, columns, Vec::new());
            Ok((F::Plan(Rc::new(plan)), width))
        }
        RelKind::Sequence { .. } => {
            let columns = vec![
                ("last_value".to_string(), Type::Int8),
                ("log_cnt".to_string(), Type::Int8),
                ("is_called".to_string(), Type::Bool),
            ];
            let width = add(scope, at, rel.name.clone(), alias, columns, Vec::new());
            let e = E::Call {
                name: "sequence_row",
                args: vec![E::Const(super::types::Value::Int(i64::from(rel.oid)))],
                types: vec![Type::Oid],
                to: Type::Record,
                pos: Pos(name.pos),
            };
            Ok((F::Call { e, width }, width))
        }
        RelKind::Index { .. } => {
            Err(PgError::new("42809", format!("cannot open relation \"{}\"", rel.name))
                .detail("This operation is not supported for indexes.")
                .at(name.pos))
        }
    }
}

/// The relation that a name means.
pub fn relation<'a>(name: &Name, sh: &Shared<'a>) -> Res<&'a super::catalog::Rel> {
    let found = match (&name.schema, sh.no_path) {
        (None, true) => None,
        (schema, _) => sh.catalog.find(schema.as_deref(), &name.name),
    };
    let found = found.ok_or_else(|| missing(name))?;
    if let Some(rights) = sh.rights {
        rights.schema(sh.catalog, &found.schema, 'U', sh.major)?;
    }
    Ok(found)
}

/// What is said of a relation that is not there.
pub fn missing(name: &Name) -> PgError {
    let shown = match &name.schema {
        Some(s) => format!("{s}.{}", name.name),
        None => name.name.clone(),
    };
    if super::known::table(&name.name) {
        return PgError::gap(format!("the table {}", name.name)).at(name.pos);
    }
    PgError::new("42P01", format!("relation \"{shown}\" does not exist")).at(name.pos)
}

fn join(
    kind: Join,
    left: &From,
    right: &From,
    on: &On,
    scope: &mut Scope,
    at: usize,
    sh: &mut Shared<'_>,
) -> Res<(F, usize)> {
    let start = scope.levels.last().map_or(0, Vec::len);
    let (l, lw) = bind(left, scope, at, sh)?;
    let middle = scope.levels.last().map_or(0, Vec::len);
    let lateral = is_lateral(right);
    let (r, rw) = bind(right, scope, at + lw, sh)?;
    let mut cond = None;
    let names: Vec<String> = match on {
        On::Using(names) => names.clone(),
        On::Natural => {
            let all = scope.levels.last().map_or(&[][..], |l| &l[..]);
            let has = |range: &[Source], n: &str| {
                range.iter().any(|s| s.columns.iter().any(|c| c.0 == n))
            };
            let lefts =
                all[start..middle].iter().flat_map(|s| s.columns.iter().map(|c| c.0.clone()));
            lefts.filter(|n| has(&all[middle..], n)).collect()
        }
        On::Expr(e) => {
            // Only what is joined here is seen, and what is around the query.
            let mut seen = scope.clone();
            if let Some(level) = seen.levels.last_mut() {
                level.drain(..start);
            }
            let b = Binder { scope: &seen };
            cond = Some(super::expr::condition(&b, e, "JOIN/ON", sh, &mut Found::default())?);
            Vec::new()
        }
        On::Nothing => Vec::new(),
    };
    for name in &names {
        let level = scope.levels.last_mut().ok_or_else(|| PgError::gap("USING here"))?;
        let find = |range: &[Source]| {
            range.iter().enumerate().find_map(|(i, s)| {
                let c = s.columns.iter().position(|c| c.0 == *name)?;
                Some((i, c, s.at + c, s.columns[c].1.clone()))
            })
        };
        let missing = |side: &str| {
            PgError::new(
                "42703",
                format!(
                    "column \"{name}\" specified in USING clause does not exist in {side} table"
                ),
            )
        };
        let a = find(&level[start..middle]).ok_or_else(|| missing("left"))?;
        let b = find(&level[middle..]).ok_or_else(|| missing("right"))?;
        // A right join keeps the right side's column.
        if kind == Join::Right {
            level[start + a.0].hidden.push(a.1);
        } else {
            level[middle + b.0].hidden.push(b.1);
        }
        let col = |i: usize| E::Col(0, i, Pos(0));
        let e =
            E::Op { op: "=", args: vec![col(a.2), col(b.2)], types: vec![a.3, b.3], pos: Pos(0) };
        cond = Some(match cond {
            Some(c) => E::And(Box::new(c), Box::new(e)),
            None => e,
        });
    }
    let mut equal = Vec::new();
    if let Some(c) = &cond {
        equalities(c, at, at + lw, at + lw + rw, &mut equal);
    }
    let f = F::Join {
        kind,
        left: l.into(),
        right: r.into(),
        on: cond.map(|c| shifted(c, at)),
        equal,
        widths: (lw, rw),
        lateral,
    };
    Ok((f, lw + rw))
}

/// Column numbers counted from a join's own first column.
fn shifted(mut e: E, by: usize) -> E {
    fn go(e: &mut E, by: usize) {
        if let E::Col(0, i, _) = e {
            *i -= by.min(*i);
        }
        for part in super::aggregate::parts(e) {
            go(part, by);
        }
    }
    // Queries inside look outwards at a whole row; they are rare in ON, and then nothing is shifted.
    if by > 0 {
        go(&mut e, by);
    }
    e
}

/// Finds `left column = right column` among conditions, to join by.
fn equalities(e: &E, at: usize, middle: usize, end: usize, out: &mut Vec<(E, E)>) {
    match e {
        E::And(a, b) => {
            equalities(a, at, middle, end, out);
            equalities(b, at, middle, end, out);
        }
        E::Op { op: "=", args, types, .. } => {
            if let [E::Col(0, a, _), E::Col(0, b, _)] = args.as_slice()
                && types[0].same(&types[1])
            {
                let (l, r) = if a < b { (*a, *b) } else { (*b, *a) };
                if (at..middle).contains(&l) && (middle..end).contains(&r) {
                    out.push((E::Col(0, l - at, Pos(0)), E::Col(0, r - middle, Pos(0))));
                }
            }
        }
        _ => {}
    }
}

/// Lets joins by comma use the equalities of the WHERE, which is tested all the same.
pub fn push_down(f: &mut F, filter: &E) {
    fn go(f: &mut F, filter: &E, at: usize) {
        if let F::Join { kind: Join::Cross, left, right, equal, widths, lateral: false, .. } = f {
            equalities(filter, at, at + widths.0, at + widths.0 + widths.1, equal);
            go(left, filter, at);
            let _ = right;
        }
    }
    go(f, filter, 0);
}

/// Whether an expression gives many rows in a list.
pub fn gives_rows(e: &E) -> bool {
    match e {
        E::Call { name, .. } => super::signature::gives_rows(name),
        _ => false,
    }
}
