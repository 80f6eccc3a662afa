//! Expressions, worked out over a row.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::plan::{E, Plan};
use super::storage::{Cluster, Row};
use super::types::{Type, Value};

/// Steps that a statement may take: more than anybody waits for.
const STEPS: u64 = 30_000_000;

/// A row, and the rows of the queries around.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    pub row: &'a [Value],
    pub up: Option<&'a Env<'a>>,
}

/// What a statement runs with.
pub struct Ctx<'a> {
    pub cluster: &'a RefCell<Cluster>,
    pub db: u32,
    pub user: &'a str,
    pub session_user: &'a str,
    /// What the user may do.
    pub rights: &'a super::rights::Rights,
    pub xid: u32,
    pub pid: u32,
    /// Time of the transaction, of the statement, and its random numbers.
    pub now: i64,
    pub clock: i64,
    pub random: &'a dyn Fn() -> u64,
    /// Bytes of all files in a directory.
    pub size_of: &'a dyn Fn(&str) -> i64,
    pub settings: &'a RefCell<super::session_settings::Settings>,
    pub steps: Cell<u64>,
    pub sleep: Cell<i64>,
    pub ctes: RefCell<BTreeMap<usize, Rc<Vec<Row>>>>,
    pub last_seq: &'a Cell<Option<u32>>,
    /// Signals to be sent, as `pg_terminate_backend` and others ask.
    pub signals: RefCell<Vec<(u32, crate::kernel::Signal)>>,
}

impl Ctx<'_> {
    /// Pays for work; refuses where a statement would not end in a time that anybody waits.
    pub fn pay(&self, n: u64) -> Res<()> {
        self.steps.set(self.steps.get() + n);
        if self.steps.get() > STEPS {
            return Err(PgError::gap("a statement of so many steps"));
        }
        Ok(())
    }

    /// Whether this transaction sees a row.
    pub fn sees(&self, cl: &Cluster, v: &super::storage::Version) -> bool {
        let there = v.xmin == self.xid || !cl.active.contains(&v.xmin);
        let gone = v.xmax != 0 && (v.xmax == self.xid || !cl.active.contains(&v.xmax));
        there && !gone
    }
}

/// Three-valued truth.
fn truth(v: &Value) -> Option<bool> {
    match v {
        Value::Bool(b) => Some(*b),
        _ => None,
    }
}

fn of(t: Option<bool>) -> Value {
    t.map_or(Value::Null, Value::Bool)
}

/// Whether a condition holds.
pub fn holds(e: &E, env: &Env<'_>, cx: &Ctx<'_>) -> Res<bool> {
    Ok(eval(e, env, cx)? == Value::Bool(true))
}

/// The rows of a query inside an expression.
fn rows(plan: &Plan, env: &Env<'_>, cx: &Ctx<'_>) -> Res<Vec<Row>> {
    super::run::plan(plan, Some(env), cx)
}

/// Works an expression out.
pub fn eval(e: &E, env: &Env<'_>, cx: &Ctx<'_>) -> Res<Value> {
    cx.pay(1)?;
    Ok(match e {
        E::Const(v) => v.clone(),
        E::Col(up, i, _) => {
            let mut at = *env;
            for _ in 0..*up {
                match at.up {
                    Some(next) => at = *next,
                    None => return Err(PgError::gap("a query inside a query like this one")),
                }
            }
            at.row.get(*i).cloned().unwrap_or(Value::Null)
        }
        E::Op { op, args, types, pos } => {
            let a = eval(&args[0], env, cx)?;
            if args.len() == 1 {
                return if a.is_null() { Ok(a) } else { super::ops::negate(&a, &types[0]) };
            }
            let b = eval(&args[1], env, cx)?;
            if a.is_null() || b.is_null() {
                return Ok(Value::Null);
            }
            let _ = pos;
            super::ops::apply(op, &a, &b, types)?
        }
        E::Call { name, args, types, to, .. } => {
            let mut values = Vec::with_capacity(args.len());
            for a in args {
                let v = eval(a, env, cx)?;
                if *name == "coalesce" {
                    if !v.is_null() {
                        return Ok(v);
                    }
                    continue;
                }
                values.push(v);
            }
            if *name == "coalesce" {
                return Ok(Value::Null);
            }
            super::func::call(name, &values, types, to, cx)?
        }
        E::And(a, b) => match truth(&eval(a, env, cx)?) {
            Some(false) => Value::Bool(false),
            a => match (a, truth(&eval(b, env, cx)?)) {
                (_, Some(false)) => Value::Bool(false),
                (Some(true), Some(true)) => Value::Bool(true),
                _ => Value::Null,
            },
        },
        E::Or(a, b) => match truth(&eval(a, env, cx)?) {
            Some(true) => Value::Bool(true),
            a => match (a, truth(&eval(b, env, cx)?)) {
                (_, Some(true)) => Value::Bool(true),
                (Some(false), Some(false)) => Value::Bool(false),
                _ => Value::Null,
            },
        },
        E::Not(a) => of(truth(&eval(a, env, cx)?).map(|b| !b)),
        E::IsNull(a, not) => Value::Bool(eval(a, env, cx)?.is_null() != *not),
        E::IsBool(a, what, not) => Value::Bool((truth(&eval(a, env, cx)?) == *what) != *not),
        E::Distinct(a, b, not) => {
            let (a, b) = (eval(a, env, cx)?, eval(b, env, cx)?);
            Value::Bool(a.order(&b).is_ne() != *not)
        }
        E::Case(arms, last) => {
            for (when, then) in arms {
                if holds(when, env, cx)? {
                    return eval(then, env, cx);
                }
            }
            eval(last, env, cx)?
        }
        E::Cast { e, from, to, pos } => {
            let v = eval(e, env, cx)?;
            cast(&v, from, to, cx).map_err(|e| if e.code == "42846" { e.at(pos.0) } else { e })?
        }
        E::In(x, all, not) => {
            let x = eval(x, env, cx)?;
            let mut seen = Some(false);
            for item in all {
                let v = eval(item, env, cx)?;
                if x.is_null() || v.is_null() {
                    seen = None;
                } else if x.order(&v).is_eq() {
                    return Ok(Value::Bool(!*not));
                }
            }
            of(seen.map(|s| s != *not))
        }
        E::InSub(x, sub, not) => {
            let x = eval(x, env, cx)?;
            let mut seen = Some(false);
            for row in rows(&sub.0, env, cx)? {
                let v = if let Value::Row(_) = x {
                    Value::Row(Rc::new(row.to_vec()))
                } else {
                    row.first().cloned().unwrap_or(Value::Null)
                };
                if x.is_null() || v.is_null() {
                    seen = None;
                } else if x.order(&v).is_eq() {
                    return Ok(Value::Bool(!*not));
                }
            }
            of(seen.map(|s| s != *not))
        }
        E::Any { op, e, list, all } => {
            let (x, list) = (eval(e, env, cx)?, eval(list, env, cx)?);
            let Value::Array(items) = list else { return Ok(Value::Null) };
            any(op, &x, items.iter(), *all)?
        }
        E::AnySub { op, e, sub, all } => {
            let x = eval(e, env, cx)?;
            let found = rows(&sub.0, env, cx)?;
            any(op, &x, found.iter().filter_map(|r| r.first()), *all)?
        }
        E::Exists(sub) => Value::Bool(!rows(&sub.0, env, cx)?.is_empty()),
        E::Scalar(sub) => {
            let all = rows(&sub.0, env, cx)?;
            if all.len() > 1 {
                return Err(PgError::new(
                    "21000",
                    "more than one row returned by a subquery used as an expression",
                ));
            }
            all.first().and_then(|r| r.first()).cloned().unwrap_or(Value::Null)
        }
        E::ArraySub(sub) => {
            let all = rows(&sub.0, env, cx)?;
            Value::Array(Rc::new(all.iter().filter_map(|r| r.first()).cloned().collect()))
        }
        E::Array(all) => Value::Array(Rc::new(list(all, env, cx)?)),
        E::Row(all) => Value::Row(Rc::new(list(all, env, cx)?)),
        E::Index(a, i) => {
            let (a, i) = (eval(a, env, cx)?, eval(i, env, cx)?);
            match (a, i) {
                (Value::Array(all), Value::Int(n)) => {
                    let i = usize::try_from(n - 1).ok();
                    i.and_then(|i| all.get(i)).cloned().unwrap_or(Value::Null)
                }
                _ => Value::Null,
            }
        }
    })
}

/// Several expressions.
pub fn list(all: &[E], env: &Env<'_>, cx: &Ctx<'_>) -> Res<Vec<Value>> {
    all.iter().map(|e| eval(e, env, cx)).collect()
}

fn any<'v>(op: &str, x: &Value, items: impl Iterator<Item = &'v Value>, all: bool) -> Res<Value> {
    let mut seen = Some(all);
    for v in items {
        if x.is_null() || v.is_null() {
            seen = None;
            continue;
        }
        if super::ops::apply(op, x, v, &[Type::Text])? == Value::Bool(!all) {
            return Ok(Value::Bool(!all));
        }
    }
    Ok(of(seen))
}

/// A cast, names of relations included.
pub fn cast(v: &Value, from: &Type, to: &Type, cx: &Ctx<'_>) -> Res<Value> {
    if *to == Type::Regclass
        && let Value::Text(s) = v
    {
        let cl = cx.cluster.borrow();
        let catalog = cl.open.get(&cx.db).map(|d| Rc::clone(&d.catalog)).unwrap_or_default();
        return super::sysinfo::to_regclass(&catalog, s).map(|o| Value::Int(i64::from(o)));
    }
    if *from == Type::Regclass
        && to.is_text()
        && let Value::Int(oid) = v
    {
        return Ok(Value::text(super::sysinfo::regclass_name(cx, *oid as u32)));
    }
    super::text::cast(v, from, to, cx.now)
}
