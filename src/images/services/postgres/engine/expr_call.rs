//! Cases, calls and aggregates in expressions; the rest is in `expr`.

use super::super::error::{NOWHERE, PgError, Res};
use super::super::sql::ast::{Call, Expr, Kind};
use super::bind::{AGG, Found, Shared, WINDOW, known};
use super::expr::{Binder, coerce, common, condition, typed};
use super::plan::{Agg, E, Key, Pos, Typed};
use super::types::{Type, Value};

impl Binder<'_> {
    pub fn rows_equal(
        &self,
        x: &[Expr],
        y: &[Expr],
        pos: usize,
        sh: &mut Shared<'_>,
        found: &mut Found,
    ) -> Res<Typed> {
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

    pub fn truth(&self, e: &Expr, what: &str, sh: &mut Shared<'_>, found: &mut Found) -> Res<E> {
        let t = self.expr(e, sh, found)?;
        if !matches!(t.ty, Type::Bool | Type::Unknown) {
            let text =
                format!("argument of {what} must be type boolean, not type {}", t.ty.base_name());
            return Err(PgError::new("42804", text).at(e.pos));
        }
        coerce(t, &Type::Bool, sh.now)
    }

    pub fn case(
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
        let types: Vec<Type> =
            thens.iter().chain(std::iter::once(&last)).map(|t| t.ty.clone()).collect();
        let to = common(&types, "CASE", pos)?;
        let mut all = Vec::new();
        for (w, t) in whens.into_iter().zip(thens) {
            all.push((w, coerce(t, &to, sh.now)?));
        }
        Ok(typed(E::Case(all, coerce(last, &to, sh.now)?.into()), to, pos))
    }

    pub fn call(&self, c: &Call, pos: usize, sh: &mut Shared<'_>, found: &mut Found) -> Res<Typed> {
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
            let e = E::Call {
                name,
                args: list?,
                types: vec![to.clone()],
                to: to.clone(),
                pos: Pos(pos),
            };
            return Ok(typed(e, to, pos));
        }
        super::signature::bind(&c.name, args, pos, sh.now)
    }

    pub fn aggregate(
        &self,
        c: &Call,
        pos: usize,
        sh: &mut Shared<'_>,
        found: &mut Found,
    ) -> Res<Typed> {
        if !found.allowed {
            // The caller knows which clause it is.
            return Err(PgError::new("42803", "").at(pos));
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
        let known_name =
            super::aggregate::named(&c.name).or_else(|| super::signature::window(&c.name));
        let to = if c.star {
            (c.name == "count").then_some(Type::Int8)
        } else {
            super::aggregate::result(&c.name, &types)
                .or_else(|| super::signature::window_type(&c.name, &types))
        };
        let (Some(name), Some(to)) = (known_name, to) else {
            return Err(super::signature::unknown(&c.name, &args, pos));
        };
        let list: Res<Vec<E>> = args
            .into_iter()
            .map(|a| {
                let to = known(&a.ty);
                coerce(a, &to, sh.now)
            })
            .collect();
        let agg = Agg {
            name,
            args: list?,
            types,
            to: to.clone(),
            distinct: c.distinct,
            filter,
            order,
            over,
        };
        let (all, mark) =
            if agg.over.is_some() { (&mut found.windows, WINDOW) } else { (&mut found.aggs, AGG) };
        let at = all.iter().position(|a| *a == agg).unwrap_or(all.len());
        if at == all.len() {
            all.push(agg);
        }
        Ok(typed(E::Col(0, mark + at, Pos(pos)), to, pos))
    }

    pub fn keys(
        &self,
        order: &[super::super::sql::ast::OrderBy],
        sh: &mut Shared<'_>,
        found: &mut Found,
    ) -> Res<Vec<Key>> {
        let mut out = Vec::new();
        for o in order {
            let e = self.expr(&o.expr, sh, found)?.e;
            out.push(Key { e, desc: o.desc, nulls_first: o.nulls_first });
        }
        Ok(out)
    }
}
