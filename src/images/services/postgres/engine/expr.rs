//! Expressions bound: names found, types worked out, literals made into values.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Expr, Kind};
use super::bind::{Found, Scope, Shared, known, query};
use super::plan::{E, Pos, Sub, Typed};
use super::types::{Type, Value};

/// Binds expressions in a scope.
pub struct Binder<'a> {
    /// What can be named.
    pub scope: &'a Scope,
}

/// The most letters that are changed in what may have been meant (MAX_FUZZY_DISTANCE).
const MAX_DISTANCE: usize = 3;

/// How many letters are to be put in, taken out or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, d) in b.iter().enumerate() {
            let change = corner + usize::from(c != *d);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// What is said of a column that is not there.
pub fn no_column(table: Option<&str>, name: &str, pos: usize) -> PgError {
    let text = match table {
        Some(t) => format!("column {t}.{name} does not exist"),
        None => format!("column \"{name}\" does not exist"),
    };
    PgError::new("42703", text).at(pos)
}

/// What is said of a table that FROM does not have.
pub fn no_table(name: &str, pos: usize) -> PgError {
    PgError::new("42P01", format!("missing FROM-clause entry for table \"{name}\"")).at(pos)
}

/// The name that an expression's column gets.
pub fn name_of(e: &Expr) -> String {
    match &e.kind {
        Kind::Column { name, .. } => name.clone(),
        Kind::Call(c) => match c.name.as_str() {
            "array_of_query" => "array".into(),
            n => n.to_string(),
        },
        Kind::Cast(inner, ty) => match name_of(inner).as_str() {
            "?column?" => match ty.name.as_str() {
                "int" | "integer" => "int4".into(),
                "bigint" => "int8".into(),
                "smallint" => "int2".into(),
                "boolean" => "bool".into(),
                "double precision" => "float8".into(),
                "real" => "float4".into(),
                "decimal" => "numeric".into(),
                "char" => "bpchar".into(),
                n => n.to_string(),
            },
            n => n.to_string(),
        },
        Kind::Case { otherwise, .. } => {
            let inner = otherwise.as_ref().map(|o| name_of(o)).filter(|n| n != "?column?");
            inner.unwrap_or_else(|| "case".into())
        }
        Kind::Exists(_) => "exists".into(),
        Kind::Array(_) => "array".into(),
        Kind::Row(_) => "row".into(),
        Kind::Bool(_) => "bool".into(),
        Kind::Scalar(q) => match &q.body {
            super::super::sql::ast::Body::Select(s) => s
                .items
                .first()
                .map_or("?column?".into(), |i| i.alias.clone().unwrap_or_else(|| name_of(&i.expr))),
            _ => "?column?".into(),
        },
        Kind::Index(a, _) => name_of(a),
        _ => "?column?".into(),
    }
}

/// The type that several become together.
pub fn common(types: &[Type], what: &str, pos: usize) -> Res<Type> {
    let mut best = Type::Unknown;
    for t in types {
        if *t == Type::Unknown || *t == best {
            continue;
        }
        best = match (&best, t) {
            (Type::Unknown, t) => t.clone(),
            (a, b) if a.rank().is_some() && b.rank().is_some() => {
                if a.rank() >= b.rank() {
                    a.plain()
                } else {
                    b.plain()
                }
            }
            (a, b) if a.same(b) => a.plain(),
            (a, b) if a.is_text() && b.is_text() => Type::Text,
            (Type::Date, Type::Timestamp | Type::Timestamptz)
            | (Type::Timestamp, Type::Timestamptz) => t.clone(),
            (Type::Timestamp | Type::Timestamptz, Type::Date)
            | (Type::Timestamptz, Type::Timestamp) => best.clone(),
            (a, b) => {
                let text = format!(
                    "{what} types {} and {} cannot be matched",
                    a.base_name(),
                    b.base_name()
                );
                return Err(PgError::new("42804", text).at(pos));
            }
        };
    }
    Ok(known(&best))
}

/// An expression as another type, where that goes by itself.
pub fn coerce(t: Typed, to: &Type, now: i64) -> Res<E> {
    if t.ty == *to {
        return Ok(t.e);
    }
    if t.ty == Type::Unknown
        && let E::Const(v) = &t.e
    {
        let v = match v {
            Value::Text(s) => super::text::input(s, &to.plain(), now).map_err(|e| e.at(t.pos))?,
            _ => Value::Null,
        };
        return Ok(E::Const(v));
    }
    Ok(E::Cast { e: t.e.into(), from: t.ty, to: to.plain(), pos: Pos(t.pos) })
}

/// A condition: of type boolean.
pub fn condition(
    b: &Binder<'_>,
    e: &Expr,
    what: &str,
    sh: &mut Shared<'_>,
    found: &mut Found,
) -> Res<E> {
    let before = (found.allowed, found.aggs.len());
    if what != "HAVING" {
        found.allowed = false;
    }
    let t = b.expr(e, sh, found);
    found.allowed = before.0;
    let t = t.map_err(|mut err| {
        if err.code == "42803" && err.message.is_empty() {
            err.message = format!("aggregate functions are not allowed in {what}").into();
        }
        err
    })?;
    if !matches!(t.ty, Type::Bool | Type::Unknown) {
        let text =
            format!("argument of {what} must be type boolean, not type {}", t.ty.base_name());
        return Err(PgError::new("42804", text).at(e.pos));
    }
    coerce(t, &Type::Bool, sh.now)
}

pub fn typed(e: E, ty: Type, pos: usize) -> Typed {
    Typed { e, ty, pos }
}

impl Binder<'_> {
    pub fn column(&self, table: Option<&str>, name: &str, pos: usize) -> Res<Typed> {
        let mut table_seen = false;
        for (up, level) in self.scope.levels.iter().rev().enumerate() {
            let mut hit = None;
            for s in level.iter().filter(|s| table.is_none_or(|t| s.alias == t)) {
                table_seen = true;
                for (i, (n, ty)) in s.columns.iter().enumerate() {
                    if n == name && !(table.is_none() && s.hidden.contains(&i)) {
                        if hit.is_some() {
                            let text = format!("column reference \"{name}\" is ambiguous");
                            return Err(PgError::new("42702", text).at(pos));
                        }
                        hit = Some((s.at + i, ty.clone()));
                    }
                }
            }
            if let Some((i, ty)) = hit {
                return Ok(typed(E::Col(up, i, Pos(pos)), ty, pos));
            }
            // A table's name alone is its whole row.
            if table.is_none()
                && let Some(s) = level.iter().find(|s| s.alias == name)
            {
                let cols = (0..s.columns.len()).map(|i| E::Col(up, s.at + i, Pos(pos))).collect();
                return Ok(typed(E::Row(cols), Type::Record, pos));
            }
        }
        match table {
            Some(t) if !table_seen => Err(no_table(t, pos)),
            _ => {
                let e = no_column(table, name, pos);
                Err(match self.meant(table, name) {
                    Some(hint) => e.hint(hint),
                    None => e,
                })
            }
        }
    }

    /// What may have been meant by a name that no column has: those with the fewest letters changed.
    fn meant(&self, table: Option<&str>, name: &str) -> Option<String> {
        let (mut best, mut found) = (MAX_DISTANCE, Vec::new());
        for s in self.scope.levels.iter().flatten() {
            if table.is_some_and(|t| s.alias != t) {
                continue;
            }
            for (i, (column, _)) in s.columns.iter().enumerate() {
                let d = distance(column, name);
                if s.hidden.contains(&i) || d > best || d > name.chars().count() / 2 {
                    continue;
                }
                if d < best {
                    found.clear();
                }
                best = d;
                found.push(format!("the column \"{}.{column}\"", s.alias));
            }
        }
        match found.as_slice() {
            [one] => Some(format!("Perhaps you meant to reference {one}.")),
            [one, two] => Some(format!("Perhaps you meant to reference {one} or {two}.")),
            _ => None,
        }
    }

    pub fn sub(
        &self,
        q: &super::super::sql::ast::Query,
        sh: &mut Shared<'_>,
    ) -> Res<(Sub, Vec<(String, Type)>)> {
        let plan = query(q, self.scope, sh)?;
        let cols = plan.cols.clone();
        Ok((Sub(plan.into()), cols))
    }

    pub fn one_column(cols: &[(String, Type)], pos: usize) -> Res<Type> {
        if cols.len() != 1 {
            let what = if cols.is_empty() {
                "subquery must return a column"
            } else {
                "subquery must return only one column"
            };
            return Err(PgError::new("42601", what).at(pos));
        }
        Ok(known(&cols[0].1))
    }
}
