//! Expressions bound: names found, types worked out, literals made into values.

use super::super::error::{NOWHERE, PgError, Res};
use super::super::sql::ast::{Call, Expr, Kind};
use super::bind::{AGG, Found, Scope, Shared, WINDOW, known, query};
use super::plan::{Agg, E, Key, Pos, Sub, Typed};
use super::types::{Type, Value};

/// Binds expressions in a scope.
pub struct Binder<'a> {
    /// What can be named.
    pub scope: &'a Scope,
    /// Types of `DEFAULT`'s places; unused where none may stand.
    pub places: &'a [Type],
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
            super::super::sql::ast::Body::Select(s) => s.items.first().map_or("?column?".into(), |i| {
                i.alias.clone().unwrap_or_else(|| name_of(&i.expr))
            }),
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
            (a, b) if a.rank().is_some() && b.rank().is_some() => if a.rank() >= b.rank() { a.plain() } else { b.plain() },
            (a, b) if a.same(b) => a.plain(),
            (a, b) if a.is_text() && b.is_text() => Type::Text,
            (Type::Date, Type::Timestamp | Type::Timestamptz) | (Type::Timestamp, Type::Timestamptz) => t.clone(),
            (Type::Timestamp | Type::Timestamptz, Type::Date) | (Type::Timestamptz, Type::Timestamp) => best.clone(),
            (a, b) => {
                let text = format!("{what} types {} and {} cannot be matched", a.base_name(), b.base_name());
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
    if t.ty == Type::Unknown {
        if let E::Const(v) = &t.e {
            let v = match v {
                Value::Text(s) => super::text::input(s, &to.plain(), now).map_err(|e| e.at(t.pos))?,
                _ => Value::Null,
            };
            return Ok(E::Const(v));
        }
    }
    Ok(E::Cast { e: t.e.into(), from: t.ty, to: to.plain(), pos: Pos(t.pos) })
}

/// A condition: of type boolean.
pub fn condition(b: &Binder<'_>, e: &Expr, what: &str, sh: &mut Shared<'_>, found: &mut Found) -> Res<E> {
    let before = (found.allowed, found.aggs.len());
    if what != "HAVING" {
        found.allowed = false;
    }
    let t = b.expr(e, sh, found);
    found.allowed = before.0;
    let t = t.map_err(|mut err| {
        if err.code == "42803" && err.message.is_empty() {
            err.message = format!("aggregate functions are not allowed in {what}");
        }
        err
    })?;
    if !matches!(t.ty, Type::Bool | Type::Unknown) {
        let text = format!("argument of {what} must be type boolean, not type {}", t.ty.base_name());
        return Err(PgError::new("42804", text).at(e.pos));
    }
    coerce(t, &Type::Bool, sh.now)
}

fn typed(e: E, ty: Type, pos: usize) -> Typed {
    Typed { e, ty, pos }
}

impl Binder<'_> {
    fn column(&self, table: Option<&str>, name: &str, pos: usize) -> Res<Typed> {
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
            _ => Err(no_column(table, name, pos)),
        }
    }

    fn sub(&self, q: &super::super::sql::ast::Query, sh: &mut Shared<'_>) -> Res<(Sub, Vec<(String, Type)>)> {
        let plan = query(q, self.scope, sh)?;
        let cols = plan.cols.clone();
        Ok((Sub(plan.into()), cols))
    }

    fn one_column(cols: &[(String, Type)], pos: usize) -> Res<Type> {
        if cols.len() != 1 {
            let what = if cols.is_empty() { "subquery must return a column" } else { "subquery must return only one column" };
            return Err(PgError::new("42601", what).at(pos));
        }
        Ok(known(&cols[0].1))
    }

    /// Binds an expression.
    pub fn expr(&self, e: &Expr, sh: &mut Shared<'_>, found: &mut Found) -> Res<Typed> {
        let pos = e.pos;
        Ok(match &e.kind {
            Kind::Null => typed(E::Const(Value::Null), Type::Unknown, pos),
            Kind::Bool(b) => typed(E::Const(Value::Bool(*b)), Type::Bool, pos),
            Kind::Str(s) => typed(E::Const(Value::text(s)), Type::Unknown, pos),
            Kind::Num(n) => match n.parse::<i64>() {
                Ok(i) if i32::try_from(i).is_ok() => typed(E::Const(Value::Int(i)), Type::Int4, pos),
                Ok(i) => typed(E::Const(Value::Int(i)), Type::Int8, pos),
                Err(_) => typed(E::Const(super::text::input(n, &Type::Numeric(None), 0)?), Type::Numeric(None), pos),
            },
            Kind::Default => return Err(PgError::new("42601", "DEFAULT is not allowed in this context").at(pos)),
            Kind::Column { table, name } => self.column(table.as_deref(), name, pos)?,
            Kind::Star(_) => return Err(PgError::new("42601", "syntax error at or near \"*\"").at(pos)),
            Kind::Unary(op, a) => {
                let a = self.expr(a, sh, found)?;
                super::ops::unary(op, a, pos, sh.now)?
            }
            Kind::Binary(op, a, b) => {
                if let (Kind::Row(x), Kind::Row(y)) = (&a.kind, &b.kind)
                    && op == "="
                    && x.len() == y.len()
                {
                    return self.rows_equal(x, y, pos, sh, found);
                }
                let (a, b) = (self.expr(a, sh, found)?, self.expr(b, sh, found)?);
                super::ops::binary(op, a, b, pos, sh.now)?
            }
            Kind::And(a, b) | Kind::Or(a, b) => {
                let and = matches!(e.kind, Kind::And(..));
                let word = if and { "AND" } else { "OR" };
                let (a, b) = (self.truth(a, word, sh, found)?, self.truth(b, word, sh, found)?);
                typed(if and { E::And(a.into(), b.into()) } else { E::Or(a.into(), b.into()) }, Type::Bool, pos)
            }
            Kind::Not(a) => typed(E::Not(self.truth(a, "NOT", sh, found)?.into()), Type::Bool, pos),
            Kind::IsNull(a, not) => {
                let a = self.expr(a, sh, found)?;
                typed(E::IsNull(a.e.into(), *not), Type::Bool, pos)
            }
            Kind::IsBool(a, what, not) => {
                let a = self.truth(a, "IS TRUE", sh, found)?;
                typed(E::IsBool(a.into(), *what, *not), Type::Bool, pos)
            }
            Kind::Distinct(a, b, not) => {
                let (a, b) = (self.expr(a, sh, found)?, self.expr(b, sh, found)?);
                let E::Op { mut args, .. } = super::ops::binary("=", a, b, pos, sh.now)?.e else {
                    return Err(PgError::gap("IS DISTINCT FROM of these"));
                };
                let (Some(y), Some(x)) = (args.pop(), args.pop()) else {
                    return Err(PgError::gap("IS DISTINCT FROM of these"));
                };
                typed(E::Distinct(x.into(), y.into(), *not), Type::Bool, pos)
            }
            Kind::Between(x, lo, hi, not) => {
                let (x, lo, hi) = (self.expr(x, sh, found)?, self.expr(lo, sh, found)?, self.expr(hi, sh, found)?);
                let a = super::ops::binary(">=", x.clone(), lo, pos, sh.now)?.e;
                let b = super::ops::binary("<=", x, hi, pos, sh.now)?.e;
                let both = E::And(a.into(), b.into());
                typed(if *not { E::Not(both.into()) } else { both }, Type::Bool, pos)
            }
            Kind::Like { e: a, pattern, icase, not } => {
                let op = match (icase, not) {
                    (false, false) => "~~",
                    (false, true) => "!~~",
                    (true, false) => "~~*",
                    (true, true) => "!~~*",
                };
                let (a, b) = (self.expr(a, sh, found)?, self.expr(pattern, sh, found)?);
                super::ops::binary(op, a, b, pos, sh.now)?
            }
            Kind::In(x, all, not) => {
                let x = self.expr(x, sh, found)?;
                let mut list = Vec::new();
                let mut left = None;
                for item in all {
                    let item = self.expr(item, sh, found)?;
                    let E::Op { mut args, .. } = super::ops::binary("=", x.clone(), item, pos, sh.now)?.e else {
                        return Err(PgError::gap("IN of these"));
                    };
                    list.extend(args.pop());
                    left = args.pop();
                }
                let left = left.unwrap_or(x.e);
                typed(E::In(left.into(), list, *not), Type::Bool, pos)
            }
            Kind::InQuery(x, q, not) => {
                let x = self.expr(x, sh, found)?;
                let (sub, cols) = self.sub(q, sh)?;
                if !matches!(x.e, E::Row(_)) {
                    let ty = Self::one_column(&cols, pos)?;
                    let dummy = typed(E::Const(Value::Null), ty, pos);
                    super::ops::binary("=", x.clone(), dummy.clone(), pos, sh.now)?;
                    let e = if x.ty == Type::Unknown { coerce(x, &dummy.ty, sh.now)? } else { x.e };
                    return Ok(typed(E::InSub(e.into(), sub, *not), Type::Bool, pos));
                }
                typed(E::InSub(x.e.into(), sub, *not), Type::Bool, pos)
            }
            Kind::Quantified { op, e: x, all, of } => {
                let x = self.expr(x, sh, found)?;
                if let Kind::Scalar(q) = &of.kind {
                    let (sub, cols) = self.sub(q, sh)?;
                    let ty = Self::one_column(&cols, pos)?;
                    let probe = super::ops::binary(op, x.clone(), typed(E::Const(Value::Null), ty, pos), pos, sh.now)?;
                    let E::Op { op, mut args, .. } = probe.e else { return Err(PgError::gap("ANY of these")) };
                    args.pop();
                    let e = args.pop().unwrap_or(x.e);
                    return Ok(typed(E::AnySub { op, e: e.into(), sub, all: *all }, Type::Bool, pos));
                }
                let list = self.expr(of, sh, found)?;
                let (list, of) = match list.ty.clone() {
                    Type::Array(of) => (list.e, *of),
                    Type::Unknown => (coerce(list, &Type::Array(x.ty.clone().into()), sh.now)?, x.ty.clone()),
                    _ => return Err(PgError::new("42809", "op ANY/ALL (array) requires array on right side").at(pos)),
                };
                let probe = super::ops::binary(op, x.clone(), typed(E::Const(Value::Null), of, pos), pos, sh.now)?;
                let E::Op { op, mut args, .. } = probe.e else { return Err(PgError::gap("ANY of these")) };
                args.pop();
                let e = args.pop().unwrap_or(x.e);
                typed(E::Any { op, e: e.into(), list: list.into(), all: *all }, Type::Bool, pos)
            }
            Kind::Exists(q) => typed(E::Exists(self.sub(q, sh)?.0), Type::Bool, pos),
            Kind::Scalar(q) => {
                let (sub, cols) = self.sub(q, sh)?;
                let ty = Self::one_column(&cols, pos)?;
                typed(E::Scalar(sub), ty, pos)
            }
            Kind::Array(all) => {
                let mut items = Vec::new();
                for a in all {
                    items.push(self.expr(a, sh, found)?);
                }
                let types: Vec<Type> = items.iter().map(|i| i.ty.clone()).collect();
                let of = common(&types, "ARRAY", pos)?;
                let items: Res<Vec<E>> = items.into_iter().map(|i| coerce(i, &of, sh.now)).collect();
                typed(E::Array(items?), Type::Array(of.into()), pos)
            }
            Kind::Row(all) => {
                let mut items = Vec::new();
                for a in all {
                    items.push(self.expr(a, sh, found)?.e);
                }
                typed(E::Row(items), Type::Record, pos)
            }
            Kind::Index(a, i) => {
                let (a, i) = (self.expr(a, sh, found)?, self.expr(i, sh, found)?);
                let Type::Array(of) = a.ty else {
                    let text = format!("cannot subscript type {} because it does not support subscripting", a.ty.base_name());
                    return Err(PgError::new("42804", text).at(pos));
                };
                typed(E::Index(a.e.into(), i.e.into()), *of, pos)
            }
            Kind::Case { of, arms, otherwise } => self.case(of.as_deref(), arms, otherwise.as_deref(), pos, sh, found)?,
            Kind::Cast(a, ty) => {
                let to = Type::named(ty)?;
                let a = self.expr(a, sh, found)?;
                if to == Type::Regclass && a.ty == Type::Unknown && let E::Const(Value::Text(s)) = &a.e {
                    let oid = super::sysinfo::to_regclass(sh.catalog, s).map_err(|e| e.at(pos))?;
                    return Ok(typed(E::Const(Value::Int(i64::from(oid))), Type::Regclass, pos));
                }
                if a.ty == Type::Unknown && matches!(a.e, E::Const(_)) && !matches!(to, Type::Varchar(_) | Type::Char(_)) {
                    let at = a.pos;
                    let e = match &a.e {
                        E::Const(Value::Text(s)) => E::Const(super::text::input(s, &to, sh.now).map_err(|e| e.at(at))?),
                        other => other.clone(),
                    };
                    return Ok(typed(e, to, pos));
                }
                let e = if a.ty == to { a.e } else { E::Cast { e: a.e.into(), from: a.ty, to: to.clone(), pos: Pos(pos) } };
                typed(e, to, pos)
            }
            Kind::Call(c) => self.call(c, pos, sh, found)?,
        })
    }

    fn rows_equal(&self, x: &[Expr], y: &[Expr], pos: usize, sh: &mut Shared<'_>, found: &mut Found) -> Res<Typed> {
        let mut out: Option<E> = None;
        for (a, b) in x.iter().zip(y) {
            let (a, b) = (self.expr(a, sh, found)?, self.expr(b, sh, found)?);
            let e = super::ops::binary("=", a, b, pos, sh.now)?.e;
            out = Some(match out {
                Some(o) => E::And(o.into(), e.into()),
                None => e,
            });
        }
        Ok(typed(out.unwrap_or(E::Const(Value::Bool(true))), Type::Bool, pos))
    }

    fn truth(&self, e: &Expr, what: &str, sh: &mut Shared<'_>, found: &mut Found) -> Res<E> {
        let t = self.expr(e, sh, found)?;
        if !matches!(t.ty, Type::Bool | Type::Unknown) {
            let text = format!("argument of {what} must be type boolean, not type {}", t.ty.base_name());
            return Err(PgError::new("42804", text).at(e.pos));
        }
        coerce(t, &Type::Bool, sh.now)
    }

    fn case(
        &self,
        of: Option<&Expr>,
        arms: &[(Expr, Expr)],
        otherwise: Option<&Expr>,
        pos: usize,
        sh: &mut Shared<'_>,
        found: &mut Found,
    ) -> Res<Typed> {
        let of = match of {
            Some(of) => Some(self.expr(of, sh, found)?),
            None => None,
        };
        let (mut whens, mut thens) = (Vec::new(), Vec::new());
        for (when, then) in arms {
            whens.push(match &of {
                Some(of) => {
                    let w = self.expr(when, sh, found)?;
                    super::ops::binary("=", of.clone(), w, when.pos, sh.now)?.e
                }
                None => self.truth(when, "CASE/WHEN", sh, found)?,
            });
            thens.push(self.expr(then, sh, found)?);
        }
        let last = match otherwise {
            Some(o) => self.expr(o, sh, found)?,
            None => typed(E::Const(Value::Null), Type::Unknown, NOWHERE),
        };
        let types: Vec<Type> = thens.iter().chain(std::iter::once(&last)).map(|t| t.ty.clone()).collect();
        let to = common(&types, "CASE", pos)?;
        let mut all = Vec::new();
        for (w, t) in whens.into_iter().zip(thens) {
            all.push((w, coerce(t, &to, sh.now)?));
        }
        Ok(typed(E::Case(all, coerce(last, &to, sh.now)?.into()), to, pos))
    }

    fn call(&self, c: &Call, pos: usize, sh: &mut Shared<'_>, found: &mut Found) -> Res<Typed> {
        if c.name == "array_of_query"
            && let Some(Expr { kind: Kind::Scalar(q), .. }) = c.args.first()
        {
            let (sub, cols) = self.sub(q, sh)?;
            let ty = Self::one_column(&cols, pos)?;
            return Ok(typed(E::ArraySub(sub), Type::Array(ty.into()), pos));
        }
        let aggregate = super::aggregate::named(&c.name);
        let window = c.over.is_some();
        if aggregate.is_some() || window {
            return self.aggregate(c, pos, sh, found);
        }
        let mut args = Vec::new();
        for a in &c.args {
            args.push(self.expr(a, sh, found)?);
        }
        if matches!(c.name.as_str(), "coalesce" | "nullif" | "greatest" | "least") {
            let types: Vec<Type> = args.iter().map(|a| a.ty.clone()).collect();
            let to = common(&types, &c.name.to_uppercase(), pos)?;
            let list: Res<Vec<E>> = args.into_iter().map(|a| coerce(a, &to, sh.now)).collect();
            let name = super::signature::name(&c.name).unwrap_or("coalesce");
            let e = E::Call { name, args: list?, types: vec![to.clone()], to: to.clone(), pos: Pos(pos) };
            return Ok(typed(e, to, pos));
        }
        super::signature::bind(&c.name, args, pos, sh.now)
    }

    fn aggregate(&self, c: &Call, pos: usize, sh: &mut Shared<'_>, found: &mut Found) -> Res<Typed> {
        if !found.allowed {
            // The caller knows which clause it is.
            return Err(PgError { message: String::new(), ..PgError::new("42803", "") }.at(pos));
        }
        let mut inner = Found { allowed: c.over.is_some(), ..Found::default() };
        if c.over.is_some() {
            std::mem::swap(&mut inner.aggs, &mut found.aggs);
        }
        let mut args = Vec::new();
        for a in &c.args {
            let t = self.expr(a, sh, &mut inner).map_err(|mut e| {
                if e.message.is_empty() {
                    e.message = "aggregate function calls cannot be nested".into();
                }
                e
            })?;
            args.push(t);
        }
        let types: Vec<Type> = args.iter().map(|a| known(&a.ty)).collect();
        let over = match &c.over {
            Some(o) => {
                let mut partition = Vec::new();
                for e in &o.partition {
                    partition.push(self.expr(e, sh, &mut inner)?.e);
                }
                Some((partition, self.keys(&o.order, sh, &mut inner)?))
            }
            None => None,
        };
        let order = self.keys(&c.order, sh, &mut inner)?;
        let filter = match &c.filter {
            Some(f) => Some(condition(self, f, "FILTER", sh, &mut inner)?),
            None => None,
        };
        if c.over.is_some() {
            std::mem::swap(&mut inner.aggs, &mut found.aggs);
        }
        let known_name = super::aggregate::named(&c.name).or_else(|| super::signature::window(&c.name));
        let to = if c.star {
            (c.name == "count").then_some(Type::Int8)
        } else {
            super::aggregate::result(&c.name, &types).or_else(|| super::signature::window_type(&c.name, &types))
        };
        let (Some(name), Some(to)) = (known_name, to) else {
            return Err(super::signature::unknown(&c.name, &args, pos));
        };
        let list: Res<Vec<E>> = args.into_iter().map(|a| {
            let to = known(&a.ty);
            coerce(a, &to, sh.now)
        }).collect();
        let agg = Agg { name, args: list?, types, to: to.clone(), distinct: c.distinct, filter, order, over };
        let (all, mark) = if agg.over.is_some() { (&mut found.windows, WINDOW) } else { (&mut found.aggs, AGG) };
        let at = all.iter().position(|a| *a == agg).unwrap_or(all.len());
        if at == all.len() {
            all.push(agg);
        }
        Ok(typed(E::Col(0, mark + at, Pos(pos)), to, pos))
    }

    fn keys(&self, order: &[super::super::sql::ast::OrderBy], sh: &mut Shared<'_>, found: &mut Found) -> Res<Vec<Key>> {
        let mut out = Vec::new();
        for o in order {
            let e = self.expr(&o.expr, sh, found)?.e;
            out.push(Key { e, desc: o.desc, nulls_first: o.nulls_first });
        }
        Ok(out)
    }
}
