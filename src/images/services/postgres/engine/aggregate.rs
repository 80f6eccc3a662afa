//! Aggregates: where they stand in a grouped row, and what they come to.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::bind::{AGG, GROUP, Source, WINDOW};
use super::numeric::Num;
use super::plan::{Agg, E, Key};
use super::types::{Span, Type, Value};

/// Goes through the parts of an expression.
pub fn parts(e: &mut E) -> Vec<&mut E> {
    match e {
        E::Const(_) | E::Col(..) | E::Exists(_) | E::Scalar(_) | E::ArraySub(_) => Vec::new(),
        E::Op { args, .. } | E::Call { args, .. } | E::Array(args) | E::Row(args) => {
            args.iter_mut().collect()
        }
        E::And(a, b) | E::Or(a, b) | E::Distinct(a, b, _) | E::Index(a, b) => vec![a, b],
        E::Not(a) | E::IsNull(a, _) | E::IsBool(a, _, _) | E::InSub(a, _, _) => vec![a],
        E::Cast { e, .. } | E::AnySub { e, .. } => vec![e],
        E::Any { e, list, .. } => vec![e, list],
        E::In(a, all, _) => std::iter::once(&mut **a).chain(all.iter_mut()).collect(),
        E::Case(arms, last) => {
            let pairs = arms.iter_mut().flat_map(|(a, b)| [a, b]);
            pairs.chain(std::iter::once(&mut **last)).collect()
        }
    }
}

/// Replaces keys of the group, and refuses columns that are none.
pub fn settle(e: &mut E, keys: &[E], sources: &[Source], width: usize) -> Res<()> {
    if let Some(i) = keys.iter().position(|k| k == e) {
        *e = E::Col(0, GROUP + i, super::plan::Pos(0));
        return Ok(());
    }
    if let E::Col(0, i, pos) = e
        && *i < width
    {
        let of = sources.iter().rev().find(|s| s.at <= *i);
        let Some(s) = of else { return Ok(()) };
        // All columns follow from the primary key.
        let keyed = !s.primary.is_empty()
            && s.primary
                .iter()
                .all(|p| keys.iter().any(|k| matches!(k, E::Col(0, i, _) if *i == s.at + p)));
        if keyed {
            return Ok(());
        }
        let name = &s.columns[*i - s.at].0;
        return Err(PgError::new(
            "42803",
            format!(
                "column \"{}.{name}\" must appear in the GROUP BY clause or be used in an aggregate function",
                s.alias
            ),
        )
        .at(pos.0));
    }
    for part in parts(e) {
        settle(part, keys, sources, width)?;
    }
    Ok(())
}

/// [`settle`] for a window's parts.
pub fn settle_window(w: &mut Agg, fix: &dyn Fn(&mut E) -> Res<()>) -> Res<()> {
    for e in window_parts(w) {
        fix(e)?;
    }
    Ok(())
}

fn window_parts(w: &mut Agg) -> Vec<&mut E> {
    let mut all: Vec<&mut E> = w.args.iter_mut().collect();
    if let Some((partition, order)) = &mut w.over {
        all.extend(partition.iter_mut());
        all.extend(order.iter_mut().map(|k| &mut k.e));
    }
    all
}

/// Gives marks their places in the row.
pub fn place(e: &mut E, width: usize, keys: usize, after: usize) {
    if let E::Col(0, i, _) = e {
        if *i >= GROUP {
            *i = width + *i - GROUP;
        } else if *i >= WINDOW {
            *i = after + *i - WINDOW;
        } else if *i >= AGG {
            *i = width + keys + *i - AGG;
        }
        return;
    }
    for part in parts(e) {
        place(part, width, keys, after);
    }
}

/// [`place`] for a window's parts.
pub fn place_window(w: &mut Agg, width: usize, keys: usize, after: usize) {
    for e in window_parts(w) {
        place(e, width, keys, after);
    }
}

/// Names of aggregates, for the binder.
pub fn named(name: &str) -> Option<&'static str> {
    const NAMES: [&str; 16] = [
        "array_agg",
        "avg",
        "bool_and",
        "bool_or",
        "count",
        "every",
        "json_agg",
        "jsonb_agg",
        "max",
        "min",
        "stddev",
        "stddev_samp",
        "string_agg",
        "sum",
        "var_samp",
        "variance",
    ];
    NAMES.into_iter().find(|n| *n == name)
}

/// The type of an aggregate; `None` where it has no such form.
pub fn result(name: &str, types: &[Type]) -> Option<Type> {
    let first = types.first();
    Some(match name {
        "count" => Type::Int8,
        "sum" => match first? {
            Type::Int2 | Type::Int4 => Type::Int8,
            Type::Int8 | Type::Numeric(_) => Type::Numeric(None),
            Type::Float4 => Type::Float4,
            Type::Float8 => Type::Float8,
            Type::Interval => Type::Interval,
            _ => return None,
        },
        "avg" | "stddev" | "stddev_samp" | "variance" | "var_samp" => match first? {
            Type::Float4 | Type::Float8 => Type::Float8,
            Type::Interval if name == "avg" => Type::Interval,
            t if t.is_number() => Type::Numeric(None),
            _ => return None,
        },
        "min" | "max" => match first? {
            Type::Unknown | Type::Varchar(_) => Type::Text,
            Type::Bool | Type::Json | Type::Jsonb => return None,
            t => t.clone(),
        },
        "bool_and" | "bool_or" | "every" => (*first? == Type::Bool).then_some(Type::Bool)?,
        "string_agg" => (types.len() == 2 && first?.is_text()).then_some(Type::Text)?,
        "array_agg" => Type::Array(super::bind::known(first?).into()),
        "json_agg" => Type::Json,
        "jsonb_agg" => Type::Jsonb,
        _ => return None,
    })
}

/// What an aggregate comes to over the values of its arguments, row by row.
pub fn compute(a: &Agg, rows: Vec<Vec<Value>>, star: bool) -> Res<Value> {
    let mut rows = rows;
    if star {
        return Ok(Value::Int(rows.len() as i64));
    }
    if !matches!(a.name, "array_agg" | "json_agg" | "jsonb_agg") {
        rows.retain(|r| !r.first().is_none_or(Value::is_null));
    }
    if a.distinct {
        let mut seen = BTreeSet::new();
        rows.retain(|r| seen.insert(super::types::key_of(&r[..1])));
        rows.sort_by(|x, y| x[0].order(&y[0]));
    }
    let firsts = || rows.iter().map(|r| &r[0]);
    if rows.is_empty() {
        return Ok(if a.name == "count" { Value::Int(0) } else { Value::Null });
    }
    Ok(match a.name {
        "count" => Value::Int(rows.len() as i64),
        "min" => firsts()
            .cloned()
            .reduce(|a, b| if b.order(&a).is_lt() { b } else { a })
            .unwrap_or(Value::Null),
        "max" => firsts()
            .cloned()
            .reduce(|a, b| if b.order(&a).is_gt() { b } else { a })
            .unwrap_or(Value::Null),
        "bool_and" | "every" => Value::Bool(firsts().all(|v| *v == Value::Bool(true))),
        "bool_or" => Value::Bool(firsts().any(|v| *v == Value::Bool(true))),
        "sum" | "avg" => total(a, &rows)?,
        "string_agg" => {
            let mut out = String::new();
            for (i, r) in rows.iter().enumerate() {
                if i > 0 {
                    out.push_str(r[1].str());
                }
                out.push_str(r[0].str());
            }
            Value::text(out)
        }
        "array_agg" => Value::Array(Rc::new(rows.iter().map(|r| r[0].clone()).collect())),
        "json_agg" | "jsonb_agg" => {
            let ty = a.types.first().unwrap_or(&Type::Text);
            let all: Vec<serde_json::Value> =
                firsts().map(|v| super::func::to_json(v, ty)).collect();
            Value::text(super::json::show(&serde_json::Value::Array(all)))
        }
        _ => spread(a, &rows)?,
    })
}

fn total(a: &Agg, rows: &[Vec<Value>]) -> Res<Value> {
    let count = rows.len() as i64;
    match a.to {
        Type::Float4 | Type::Float8 => {
            let sum: f64 = rows.iter().map(|r| r[0].float()).sum();
            Ok(Value::Float(if a.name == "avg" { sum / count as f64 } else { sum }))
        }
        Type::Interval => {
            let mut s = Span::default();
            for r in rows {
                if let Value::Span(x) = &r[0] {
                    s.months = s.months.saturating_add(x.months);
                    s.days = s.days.saturating_add(x.days);
                    s.us = s.us.saturating_add(x.us);
                }
            }
            if a.name == "avg" {
                let all = s.length() / i128::from(count);
                s = Span { months: 0, days: 0, us: i64::try_from(all).unwrap_or(i64::MAX) };
            }
            Ok(Value::Span(s))
        }
        _ => {
            let mut sum = Num::from_i64(0);
            for r in rows {
                sum = sum.plus(&r[0].num()?)?;
            }
            if a.name == "avg" {
                return Ok(Value::Num(sum.over(&Num::from_i64(count))?));
            }
            if a.to == Type::Int8 {
                return sum
                    .to_i64()
                    .map(Value::Int)
                    .ok_or_else(|| PgError::new("22003", "bigint out of range"));
            }
            Ok(Value::Num(sum))
        }
    }
}

/// Variance and deviation of a sample.
fn spread(a: &Agg, rows: &[Vec<Value>]) -> Res<Value> {
    if rows.len() < 2 {
        return Ok(Value::Null);
    }
    let n = rows.len() as f64;
    let mean = rows.iter().map(|r| r[0].float()).sum::<f64>() / n;
    let var = rows.iter().map(|r| (r[0].float() - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let f = if a.name.starts_with("stddev") { var.sqrt() } else { var };
    if a.to == Type::Float8 { Ok(Value::Float(f)) } else { Ok(Value::Num(Num::from_f64(f)?)) }
}

/// Sorts rows by keys that stand beside them.
pub fn sort<T>(rows: &mut [(Vec<Value>, T)], keys: &[Key]) {
    rows.sort_by(|a, b| {
        for (i, k) in keys.iter().enumerate() {
            let o = compare(&a.0[i], &b.0[i], k);
            if o.is_ne() {
                return o;
            }
        }
        std::cmp::Ordering::Equal
    });
}

/// Two values by a key.
pub fn compare(a: &Value, b: &Value, k: &Key) -> std::cmp::Ordering {
    match (a.is_null(), b.is_null()) {
        (true, true) => std::cmp::Ordering::Equal,
        (true, false) if k.nulls_first => std::cmp::Ordering::Less,
        (true, false) => std::cmp::Ordering::Greater,
        (false, true) if k.nulls_first => std::cmp::Ordering::Greater,
        (false, true) => std::cmp::Ordering::Less,
        _ if k.desc => b.order(a),
        _ => a.order(b),
    }
}
