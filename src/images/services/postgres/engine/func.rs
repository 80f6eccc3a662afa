//! What functions do. Those of texts are in `funcs_text`, those about the server in `sysinfo`.

use std::rc::Rc;

use serde_json::Value as Json;

use super::super::error::{PgError, Res};
use super::datetime::{DAY, age, days_of, field, show_date, to_char, truncate};
use super::eval::{Ctx, Env, eval, list};
use super::numeric::Num;
use super::plan::{Agg, E};
use super::storage::Row;
use super::types::{Type, Value, key_of};

/// A value as JSON.
pub fn to_json(v: &Value, ty: &Type) -> Json {
    match v {
        Value::Null => Json::Null,
        Value::Bool(b) => Json::Bool(*b),
        Value::Int(n) => Json::from(*n),
        Value::Float(f) => Json::from(*f),
        Value::Num(n) => serde_json::from_str(&n.to_string()).unwrap_or(Json::Null),
        Value::Array(all) => {
            let of = match ty {
                Type::Array(of) => (**of).clone(),
                _ => Type::Text,
            };
            Json::Array(all.iter().map(|v| to_json(v, &of)).collect())
        }
        Value::Row(all) => {
            let pairs = all
                .iter()
                .enumerate()
                .map(|(i, v)| (format!("f{}", i + 1), to_json(v, &Type::Text)));
            Json::Object(pairs.collect())
        }
        Value::Text(s) if matches!(ty, Type::Json | Type::Jsonb) => {
            serde_json::from_str(s).unwrap_or(Json::Null)
        }
        Value::Stamp(_) => {
            Json::from(super::text::output(v, ty).unwrap_or_default().replace(' ', "T"))
        }
        v => Json::from(super::text::output(v, ty).unwrap_or_default()),
    }
}

/// Two jsonb values made into one.
pub fn json_join(a: &str, b: &str) -> Res<Value> {
    let parse = |s: &str| serde_json::from_str::<Json>(s).unwrap_or(Json::Null);
    let joined = match (parse(a), parse(b)) {
        (Json::Object(mut a), Json::Object(b)) => {
            a.extend(b);
            Json::Object(a)
        }
        (Json::Array(mut a), Json::Array(b)) => {
            a.extend(b);
            Json::Array(a)
        }
        (Json::Array(mut a), b) => {
            a.push(b);
            Json::Array(a)
        }
        (a, b) => Json::Array(vec![a, b]),
    };
    Ok(Value::text(super::json::show(&joined)))
}

fn stamp(v: &Value) -> i64 {
    match v {
        Value::Stamp(t) | Value::Time(t) => *t,
        Value::Date(d) => i64::from(*d) * DAY,
        Value::Span(s) => i64::try_from(s.length()).unwrap_or(i64::MAX),
        _ => 0,
    }
}

/// Calls a function.
pub fn call(name: &str, a: &[Value], types: &[Type], to: &Type, cx: &Ctx<'_>) -> Res<Value> {
    match name {
        "nullif" => {
            return Ok(if !a[0].is_null() && a[0].order(&a[1]).is_eq() {
                Value::Null
            } else {
                a[0].clone()
            });
        }
        "greatest" | "least" => {
            let all = a.iter().filter(|v| !v.is_null()).cloned();
            let best =
                all.reduce(|x, y| if y.order(&x).is_gt() == (name == "greatest") { y } else { x });
            return Ok(best.unwrap_or(Value::Null));
        }
        "concat" | "concat_ws" | "format" | "json_build_object" | "jsonb_build_object" => {
            return super::funcs_text::many(name, a, types);
        }
        "pg_typeof" => return Ok(Value::text(types[0].base_name())),
        "to_json" | "to_jsonb" | "row_to_json" if !a[0].is_null() => {
            return Ok(Value::text(super::json::show(&to_json(&a[0], &types[0]))));
        }
        "format_type" | "set_config" | "current_setting" => {
            return super::sysinfo::call(name, a, cx);
        }
        _ => {}
    }
    if a.iter().any(Value::is_null) {
        return Ok(Value::Null);
    }
    let value = match name {
        "now" | "current_timestamp" | "transaction_timestamp" | "localtimestamp" => {
            Value::Stamp(cx.now)
        }
        "statement_timestamp" | "clock_timestamp" => Value::Stamp(cx.clock),
        "current_date" => Value::Date(cx.now.div_euclid(DAY) as i32),
        "timeofday" => Value::text(to_char(cx.clock, "Dy Mon DD HH24:MI:SS.US YYYY TZ")),
        "age" => {
            let (x, y) = match a {
                [x] => (cx.now.div_euclid(DAY) * DAY, stamp(x)),
                _ => (stamp(&a[0]), stamp(&a[1])),
            };
            Value::Span(age(x, y))
        }
        "date_trunc" => {
            let unit = a[0].str().to_lowercase();
            let t = truncate(&unit, stamp(&a[1])).ok_or_else(|| no_unit(&unit, &types[1]))?;
            Value::Stamp(t)
        }
        "extract" | "date_part" => {
            let unit = a[0].str().to_lowercase();
            let f = match &a[1] {
                Value::Span(s) if unit == "epoch" => Some(s.length() as f64 / 1e6),
                Value::Span(s) => super::funcs_text::span_field(&unit, s),
                v => field(&unit, stamp(v)),
            };
            let f = f.ok_or_else(|| no_unit(&unit, &types[1]))?;
            if *to == Type::Float8 {
                Value::Float(f)
            } else {
                let n = Num::parse(&format!("{f:.6}")).unwrap_or(Num::from_i64(0));
                Value::Num(if matches!(unit.as_str(), "second" | "epoch") { n } else { n.normal() })
            }
        }
        "make_date" => {
            let (y, m, d) = (a[0].int(), a[1].int(), a[2].int());
            Value::Date(
                super::datetime::read_stamp("date", &format!("{y:04}-{m:02}-{d:02}"), 0)
                    .map(|t| t.div_euclid(DAY) as i32)
                    .map_err(|_| {
                        PgError::new(
                            "22008",
                            format!("date field value out of range: {y}-{m:02}-{d:02}"),
                        )
                    })?,
            )
        }
        "to_timestamp" => Value::Stamp((a[0].float() * 1e6) as i64 + days_of(1970, 1, 1) * DAY),
        "to_date" => super::text::input(a[0].str(), &Type::Date, cx.now)?,
        "timezone" => a[1].clone(),
        "to_char" => match &a[0] {
            Value::Num(n) => Value::text(super::funcs_text::number(n, a[1].str())?),
            v => Value::text(to_char(stamp(v), a[1].str())),
        },
        "abs" => {
            if a[0].order(&Value::Int(0)).is_lt() {
                super::ops::negate(&a[0], &types[0])?
            } else {
                a[0].clone()
            }
        }
        "ceil" | "ceiling" | "floor" | "round" | "trunc" | "sign" => rounding(name, a)?,
        "sqrt" if a[0].float() < 0.0 => {
            return Err(PgError::new("2201F", "cannot take square root of a negative number"));
        }
        "sqrt" => Value::Float(a[0].float().sqrt()),
        "power" => Value::Float(a[0].float().powf(a[1].float())),
        "exp" => Value::Float(a[0].float().exp()),
        "ln" => Value::Float(a[0].float().ln()),
        "log" => Value::Float(a[0].float().log10()),
        "pi" => Value::Float(std::f64::consts::PI),
        "random" => Value::Float(((cx.random)() >> 11) as f64 / (1u64 << 53) as f64),
        "mod" => super::ops::apply("%", &a[0], &a[1], types)?,
        "gen_random_uuid" => {
            let (x, y) = ((cx.random)(), (cx.random)());
            let x = (x & !0xf000) | 0x4000;
            let y = (y & !(3 << 62)) | (2 << 62);
            let h = format!("{x:016x}{y:016x}");
            Value::text(format!(
                "{}-{}-{}-{}-{}",
                &h[..8],
                &h[8..12],
                &h[12..16],
                &h[16..20],
                &h[20..]
            ))
        }
        "array_length" | "cardinality" => match &a[0] {
            Value::Array(all) if all.is_empty() && name == "array_length" => Value::Null,
            Value::Array(all) => Value::Int(all.len() as i64),
            _ => Value::Null,
        },
        "generate_series" | "unnest" => {
            return Err(PgError::new(
                "0A000",
                "set-valued function called in context that cannot accept a set",
            ));
        }
        "pg_sleep" => {
            let ns = (a[0].float().clamp(0.0, 1e9) * 1e9) as i64;
            cx.sleep.set(cx.sleep.get() + ns);
            Value::text("")
        }
        "make_interval" => Value::Span(super::types::Span::default()),
        _ => match super::funcs_text::call(name, a, types)? {
            Some(v) => v,
            None => return super::sysinfo::call(name, a, cx),
        },
    };
    let _ = show_date;
    Ok(value)
}

fn no_unit(unit: &str, ty: &Type) -> PgError {
    PgError::new("22023", format!("unit \"{unit}\" not recognized for type {}", ty.base_name()))
}

fn rounding(name: &str, a: &[Value]) -> Res<Value> {
    Ok(match (&a[0], name) {
        (Value::Float(f), "floor") => Value::Float(f.floor()),
        (Value::Float(f), "round") => Value::Float(f.round_ties_even()),
        (Value::Float(f), _) => Value::Float(f.ceil()),
        (v, "sign") => Value::Num(Num::from_i64(v.num()?.sign())),
        (v, _) => {
            let n = v.num()?;
            let digits = u16::try_from(a.get(1).map_or(0, Value::int).max(0)).unwrap_or(0);
            let cut = n.truncated(digits);
            Value::Num(match name {
                "round" => n.rounded(digits)?,
                "trunc" => cut,
                "floor" if n.sign() < 0 && n.order(&cut).is_ne() => cut.plus(&Num::from_i64(-1))?,
                "ceil" | "ceiling" if n.sign() > 0 && n.order(&cut).is_ne() => {
                    cut.plus(&Num::from_i64(1))?
                }
                _ => cut,
            })
        }
    })
}

/// The rows of a call that gives many.
pub fn set(e: &E, env: &Env<'_>, cx: &Ctx<'_>) -> Res<Vec<Value>> {
    let E::Call { name, args, .. } = e else { return Ok(Vec::new()) };
    let a = list(args, env, cx)?;
    if a.iter().any(Value::is_null) {
        return Ok(Vec::new());
    }
    if *name == "unnest" {
        return Ok(match &a[0] {
            Value::Array(all) => all.to_vec(),
            _ => Vec::new(),
        });
    }
    let mut out = Vec::new();
    let room = |out: &Vec<Value>| -> Res<()> {
        cx.pay(1)?;
        if out.len() > 3_000_000 { Err(PgError::gap("a result of so many rows")) } else { Ok(()) }
    };
    match (&a[0], &a[1], a.get(2)) {
        (Value::Stamp(from), Value::Stamp(to), Some(Value::Span(by))) => {
            let mut t = *from;
            let forth = by.length() > 0;
            if by.length() == 0 {
                return Err(PgError::new("22023", "step size cannot equal zero"));
            }
            while (forth && t <= *to) || (!forth && t >= *to) {
                room(&out)?;
                out.push(Value::Stamp(t));
                t = super::datetime::add_span(t, by)?;
            }
        }
        (from, to, by) => {
            let by = by.map_or(1, Value::int);
            if by == 0 {
                return Err(PgError::new("22023", "step size cannot equal zero"));
            }
            let mut n = Some(from.int());
            while let Some(v) = n.filter(|v| if by > 0 { *v <= to.int() } else { *v >= to.int() }) {
                room(&out)?;
                out.push(Value::Int(v));
                n = v.checked_add(by);
            }
        }
    }
    Ok(out)
}

/// Rows with the values of windows after their own.
pub fn windowed(
    rows: Vec<Row>,
    windows: &[Agg],
    up: Option<&Env<'_>>,
    cx: &Ctx<'_>,
) -> Res<Vec<Row>> {
    let mut out: Vec<Vec<Value>> = rows.iter().map(|r| r.to_vec()).collect();
    for w in windows {
        let Some((partition, order)) = &w.over else { continue };
        let mut keyed = Vec::new();
        for (i, r) in rows.iter().enumerate() {
            let env = Env { row: r, up };
            let part = key_of(&list(partition, &env, cx)?);
            let keys: Res<Vec<Value>> = order.iter().map(|k| eval(&k.e, &env, cx)).collect();
            keyed.push((keys?, (part, i)));
        }
        super::aggregate::sort(&mut keyed, order);
        let mut parts: std::collections::BTreeMap<String, Vec<(Vec<Value>, usize)>> =
            Default::default();
        for (keys, (part, i)) in keyed {
            parts.entry(part).or_default().push((keys, i));
        }
        for members in parts.values() {
            let (mut rank, mut dense) = (0, 0);
            for (n, (keys, i)) in members.iter().enumerate() {
                let same = n > 0 && super::run::peers(&members[n - 1].0, keys, order);
                if !same {
                    rank = n as i64 + 1;
                    dense += 1;
                }
                let arg = |at: usize| -> Res<Value> {
                    let env = Env { row: &rows[members[at].1], up };
                    w.args.first().map_or(Ok(Value::Null), |e| eval(e, &env, cx))
                };
                let by = match w.args.get(1) {
                    Some(e) => eval(e, &Env { row: &rows[*i], up }, cx)?.int() as usize,
                    None => 1,
                };
                let v = match w.name {
                    "row_number" => Value::Int(n as i64 + 1),
                    "rank" => Value::Int(rank),
                    "dense_rank" => Value::Int(dense),
                    "lag" => {
                        if n >= by {
                            arg(n - by)?
                        } else {
                            Value::Null
                        }
                    }
                    "lead" => {
                        if n + by < members.len() {
                            arg(n + by)?
                        } else {
                            Value::Null
                        }
                    }
                    "first_value" => arg(0)?,
                    _ => {
                        // Up to the last row that stands equally; without an order that is all.
                        let end = (n..members.len())
                            .take_while(|m| super::run::peers(&members[*m].0, keys, order))
                            .last()
                            .unwrap_or(n);
                        if w.name == "last_value" {
                            arg(end)?
                        } else {
                            cx.pay(end as u64)?;
                            let frame: Vec<Row> =
                                members[..=end].iter().map(|(_, i)| Rc::clone(&rows[*i])).collect();
                            super::run::aggregate(w, &frame, up, cx)?
                        }
                    }
                };
                out[*i].push(v);
            }
        }
    }
    Ok(out.into_iter().map(Rc::new).collect())
}
