//! Names of results and types in common; the rest is in `expr`.

use super::super::error::{PgError, Res};
use super::super::sql::ast::{Expr, Kind};
use super::bind::{Found, Shared};
use super::expr::{Binder, coerce, common, typed};
use super::plan::{E, Pos, Typed};
use super::types::{Type, Value};

impl Binder<'_> {
    /// Binds an expression.
    pub fn expr(&self, e: &Expr, sh: &mut Shared<'_>, found: &mut Found) -> Res<Typed> {
        let pos = e.pos;
        Ok(match &e.kind {
            Kind::Null => typed(E::Const(Value::Null), Type::Unknown, pos),
            Kind::Bool(b) => typed(E::Const(Value::Bool(*b)), Type::Bool, pos),
            Kind::Str(s) => typed(E::Const(Value::text(s)), Type::Unknown, pos),
            Kind::Num(n) => match n.parse::<i64>() {
                Ok(i) if i32::try_from(i).is_ok() => {
                    typed(E::Const(Value::Int(i)), Type::Int4, pos)
                }
                Ok(i) => typed(E::Const(Value::Int(i)), Type::Int8, pos),
                Err(_) => typed(
                    E::Const(super::text::input(n, &Type::Numeric(None), 0)?),
                    Type::Numeric(None),
                    pos,
                ),
            },
            Kind::Default => {
                return Err(PgError::new("42601", "DEFAULT is not allowed in this context").at(pos));
            }
            Kind::Column { table, name } => self.column(table.as_deref(), name, pos)?,
            Kind::Star(_) => {
                return Err(PgError::new("42601", "syntax error at or near \"*\"").at(pos));
            }
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
                typed(
                    if and { E::And(a.into(), b.into()) } else { E::Or(a.into(), b.into()) },
                    Type::Bool,
                    pos,
                )
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
                let (x, lo, hi) = (
                    self.expr(x, sh, found)?,
                    self.expr(lo, sh, found)?,
                    self.expr(hi, sh, found)?,
                );
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
                    let E::Op { mut args, .. } =
                        super::ops::binary("=", x.clone(), item, pos, sh.now)?.e
                    else {
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
                    let probe = super::ops::binary(
                        op,
                        x.clone(),
                        typed(E::Const(Value::Null), ty, pos),
                        pos,
                        sh.now,
                    )?;
                    let E::Op { op, mut args, .. } = probe.e else {
                        return Err(PgError::gap("ANY of these"));
                    };
                    args.pop();
                    let e = args.pop().unwrap_or(x.e);
                    return Ok(typed(
                        E::AnySub { op, e: e.into(), sub, all: *all },
                        Type::Bool,
                        pos,
                    ));
                }
                let list = self.expr(of, sh, found)?;
                let (list, of) = match list.ty.clone() {
                    Type::Array(of) => (list.e, *of),
                    Type::Unknown => {
                        (coerce(list, &Type::Array(x.ty.clone().into()), sh.now)?, x.ty.clone())
                    }
                    _ => {
                        return Err(PgError::new(
                            "42809",
                            "op ANY/ALL (array) requires array on right side",
                        )
                        .at(pos));
                    }
                };
                let probe = super::ops::binary(
                    op,
                    x.clone(),
                    typed(E::Const(Value::Null), of, pos),
                    pos,
                    sh.now,
                )?;
                let E::Op { op, mut args, .. } = probe.e else {
                    return Err(PgError::gap("ANY of these"));
                };
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
                let items: Res<Vec<E>> =
                    items.into_iter().map(|i| coerce(i, &of, sh.now)).collect();
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
                    let text = format!(
                        "cannot subscript type {} because it does not support subscripting",
                        a.ty.base_name()
                    );
                    return Err(PgError::new("42804", text).at(pos));
                };
                typed(E::Index(a.e.into(), i.e.into()), *of, pos)
            }
            Kind::Case { of, arms, otherwise } => {
                self.case(of.as_deref(), arms, otherwise.as_deref(), pos, sh, found)?
            }
            Kind::Cast(a, ty) => {
                let to = Type::named(ty)?;
                let a = self.expr(a, sh, found)?;
                if to == Type::Regclass
                    && a.ty == Type::Unknown
                    && let E::Const(Value::Text(s)) = &a.e
                {
                    let oid = super::sysinfo::to_regclass(sh.catalog, s).map_err(|e| e.at(pos))?;
                    return Ok(typed(E::Const(Value::Int(i64::from(oid))), Type::Regclass, pos));
                }
                if a.ty == Type::Unknown
                    && matches!(a.e, E::Const(_))
                    && !matches!(to, Type::Varchar(_) | Type::Char(_))
                {
                    let at = a.pos;
                    let e = match &a.e {
                        E::Const(Value::Text(s)) => {
                            E::Const(super::text::input(s, &to, sh.now).map_err(|e| e.at(at))?)
                        }
                        other => other.clone(),
                    };
                    return Ok(typed(e, to, pos));
                }
                let e = if a.ty == to {
                    a.e
                } else {
                    E::Cast { e: a.e.into(), from: a.ty, to: to.clone(), pos: Pos(pos) }
                };
                typed(e, to, pos)
            }
            Kind::Call(c) => self.call(c, pos, sh, found)?,
        })
    }
}
