//! INSERT, UPDATE and DELETE.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Assign, Conflict, Expr, Insert, Item, Kind, Name};
use super::bind::{Found, Scope, Shared};
use super::catalog::{Catalog, Rel, RelKind};
use super::constraint::{
    check_references, check_row, conflict, default_value, fit, key_text, scope_of,
};
use super::eval::{Ctx, Env, eval, holds};
use super::expr::{Binder, coerce, condition};
use super::plan::{E, Typed};
pub use super::rows_changed::{change, changed, insert_rows, replace};
use super::session::{Outcome, Tx};
use super::storage::{Row, Unique};
use super::types::Value;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What a statement is refused with when another transaction must end first.
pub fn wait_for(xid: u32) -> PgError {
    PgError::new("55P03", xid.to_string())
}

pub fn table<'a>(name: &Name, sh: &Shared<'a>, what: &str) -> Res<&'a Rel> {
    let rel = super::from::relation(name, sh)?;
    if rel.kind != RelKind::Table {
        return Err(PgError::new(
            "42809",
            format!("cannot {what} {} \"{}\"", rel.word(), rel.name),
        ));
    }
    if let Some(rights) = sh.rights {
        let letter = match what {
            "insert into" => 'a',
            "update" => 'w',
            _ => 'd',
        };
        rights.relation(rel, letter)?;
    }
    Ok(rel)
}

pub fn no_column(rel: &Rel, name: &str, pos: usize) -> PgError {
    PgError::new("42703", format!("column \"{name}\" of relation \"{}\" does not exist", rel.name))
        .at(pos)
}

pub struct Returning {
    pub items: Vec<(String, Typed)>,
}

impl Returning {
    pub fn bind(items: &[Item], scope: &Scope, sh: &mut Shared<'_>) -> Res<Returning> {
        let b = Binder { scope };
        Ok(Returning { items: super::bind::items(items, &b, sh, &mut Found::default())? })
    }

    pub fn row(&self, row: &[Value], cx: &Ctx<'_>, out: &mut Vec<Row>) -> Res<()> {
        if !self.items.is_empty() {
            let env = Env { row, up: None };
            let values: Res<Vec<Value>> =
                self.items.iter().map(|(_, t)| eval(&t.e, &env, cx)).collect();
            out.push(Rc::new(values?));
        }
        Ok(())
    }

    pub fn outcome(self, tag: String, rows: Vec<Row>) -> Outcome {
        let cols: Vec<_> = self.items.into_iter().map(|(n, t)| (n, t.ty)).collect();
        if cols.is_empty() { Outcome::tag(tag) } else { Outcome { cols: Some(cols), rows, tag } }
    }
}

/// A value for a column.
pub fn assigned(
    e: &Expr,
    rel: &Rel,
    i: usize,
    scope: &Scope,
    sh: &mut Shared<'_>,
) -> Res<Option<E>> {
    if e.kind == Kind::Default {
        return Ok(None);
    }
    let t = Binder { scope }.expr(e, sh, &mut Found::default())?;
    assign(t, rel, i, sh.now).map(Some)
}

pub fn assign(t: Typed, rel: &Rel, i: usize, now: i64) -> Res<E> {
    let c = &rel.columns[i];
    let free = t.ty.same(&c.ty)
        || t.ty == super::types::Type::Unknown
        || (t.ty.is_number() && c.ty.is_number())
        || c.ty.is_text()
        || matches!(
            (&t.ty, &c.ty),
            (
                super::types::Type::Date
                    | super::types::Type::Timestamp
                    | super::types::Type::Timestamptz,
                super::types::Type::Date
                    | super::types::Type::Timestamp
                    | super::types::Type::Timestamptz
                    | super::types::Type::Time
            ) | (super::types::Type::Json, super::types::Type::Jsonb)
                | (super::types::Type::Jsonb, super::types::Type::Json)
                | (super::types::Type::Array(_), super::types::Type::Array(_))
        );
    if !free {
        let text = format!(
            "column \"{}\" is of type {} but expression is of type {}",
            c.name,
            c.ty.base_name(),
            t.ty.base_name()
        );
        return Err(PgError::new("42804", text)
            .at(t.pos)
            .hint("You will need to rewrite or cast the expression."));
    }
    coerce(t, &c.ty.plain(), now)
}

/// Runs an INSERT.
pub fn insert(
    s: &Insert,
    catalog: &Catalog,
    sh: &mut Shared<'_>,
    tx: &mut Tx,
    cx: &Ctx<'_>,
) -> Res<Outcome> {
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
    if let Some(c) = &s.conflict {
        arbiter(rel, c, cx)?;
    }
    let (mut count, mut out) = (0, Vec::new());
    for given in rows {
        let mut row = vec![None; rel.columns.len()];
        for (i, v) in given.into_iter().enumerate() {
            row[targets[i]] = v;
        }
        // What is given is looked at before defaults are worked out: no number of a sequence is used up
        // for a value that does not fit.
        for (c, v) in rel.columns.iter().zip(&mut row) {
            if v.is_some() && c.identity == Some(true) && s.overriding.is_none() {
                let text = format!("cannot insert a non-DEFAULT value into column \"{}\"", c.name);
                return Err(PgError::new("428C9", text)
                    .detail(format!(
                        "Column \"{}\" is an identity column defined as GENERATED ALWAYS.",
                        c.name
                    ))
                    .hint("Use OVERRIDING SYSTEM VALUE to override."));
            }
            if c.identity.is_some() && s.overriding == Some(false) {
                *v = None;
            }
            *v = v.take().map(|v| fit(&v, &c.ty, cx)).transpose()?;
        }
        let mut full = Vec::new();
        for (c, v) in rel.columns.iter().zip(row) {
            full.push(match v {
                Some(v) => v,
                None => default_value(rel, c, catalog, cx)?,
            });
        }
        check_row(rel, &full, catalog, cx)?;
        cx.pay(5)?;
        if let Some((name, columns, n)) = conflict(rel.oid, &full, None, cx).map_err(wait_for)? {
            let Some(c) = &s.conflict else { return Err(duplicate(rel, &name, &columns, &full)) };
            let wanted: Vec<usize> = c.columns.iter().filter_map(|c| rel.column(c)).collect();
            if !(wanted.is_empty() || wanted == columns)
                || c.constraint.as_ref().is_some_and(|w| *w != name)
            {
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

/// Refuses an ON CONFLICT that no unique constraint or index answers to.
fn arbiter(rel: &Rel, c: &Conflict, cx: &Ctx<'_>) -> Res<()> {
    let names = |u: &Unique| -> BTreeSet<String> {
        u.columns.iter().filter_map(|i| Some(rel.columns.get(*i)?.name.clone())).collect()
    };
    let wanted: BTreeSet<String> = c.columns.iter().cloned().collect();
    let known = Tx::db(cx, |d| {
        d.tables.get(&rel.oid).is_some_and(|t| {
            t.uniques.iter().any(|u| match &c.constraint {
                Some(name) => u.name == *name,
                None => wanted.is_empty() || names(u) == wanted,
            })
        })
    });
    match (&c.constraint, known) {
        _ if c.columns.is_empty() && c.constraint.is_none() => Ok(()),
        (_, Some(true)) => Ok(()),
        (Some(name), _) => {
            let text = format!("constraint \"{name}\" for table \"{}\" does not exist", rel.name);
            Err(PgError::new("42704", text))
        }
        (None, _) => Err(PgError::new(
            "42P10",
            "there is no unique or exclusion constraint matching the ON CONFLICT specification",
        )),
    }
}

pub type Assignments = Vec<(usize, Option<E>)>;

pub fn bind_conflict(
    set: &[Assign],
    filter: Option<&Expr>,
    rel: &Rel,
    scope: &Scope,
    sh: &mut Shared<'_>,
) -> Res<(Assignments, Option<E>)> {
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
        Some(f) => {
            Some(condition(&Binder { scope: &both }, f, "WHERE", sh, &mut Found::default())?)
        }
        None => None,
    };
    Ok((set, filter))
}

pub fn bind_set(set: &[Assign], rel: &Rel, scope: &Scope, sh: &mut Shared<'_>) -> Res<Assignments> {
    let mut out = Vec::new();
    for a in set {
        let i = rel.column(&a.column).ok_or_else(|| no_column(rel, &a.column, a.pos))?;
        out.push((i, assigned(&a.value, rel, i, scope, sh)?));
    }
    Ok(out)
}

pub fn duplicate(rel: &Rel, name: &str, columns: &[usize], row: &[Value]) -> PgError {
    PgError::new("23505", format!("duplicate key value violates unique constraint \"{name}\""))
        .detail(format!("{} already exists.", key_text(rel, columns, row)))
}
