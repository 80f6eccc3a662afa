//! Operators: which there are for which types, and what they come to.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::datetime::{DAY, add_span, negated};
use super::expr::coerce;
use super::plan::{E, Pos, Typed};
use super::text::fits;
use super::types::{Span, Type, Value};

const ALL: [&str; 31] = [
    "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "||", "~~", "!~~", "~~*",
    "!~~*", "~", "!~", "~*", "!~*", "->", "->>", "#>", "#>>", "@>", "<@", "?", "&", "|", "&&",
];

fn fixed(op: &str) -> Option<&'static str> {
    ALL.into_iter().find(|o| *o == op)
}

fn missing(op: &str, a: Option<&Type>, b: &Type, pos: usize) -> PgError {
    let left = a.map_or(String::new(), |a| format!("{} ", a.base_name()));
    PgError::new("42883", format!("operator does not exist: {left}{op} {}", b.base_name()))
        .at(pos)
        .hint("No operator matches the given name and argument types. You might need to add explicit type casts.")
}

/// An operator before one operand.
pub fn unary(op: &str, a: Typed, pos: usize, now: i64) -> Res<Typed> {
    if op == "+" {
        return Ok(a);
    }
    if op == "-" && (a.ty.is_number() || a.ty == Type::Interval) {
        let ty = a.ty.clone();
        let e = E::Op { op: "-", args: vec![a.e], types: vec![ty.clone()], pos: Pos(pos) };
        return Ok(Typed { e, ty, pos });
    }
    if op == "-" && a.ty == Type::Unknown {
        let e = coerce(a, &Type::Float8, now)?;
        let e = E::Op { op: "-", args: vec![e], types: vec![Type::Float8], pos: Pos(pos) };
        return Ok(Typed { e, ty: Type::Float8, pos });
    }
    Err(missing(op, None, &a.ty, pos))
}

/// An operator between two operands.
pub fn binary(name: &str, a: Typed, b: Typed, pos: usize, now: i64) -> Res<Typed> {
    let Some(op) = fixed(name) else { return Err(missing(name, Some(&a.ty), &b.ty, pos)) };
    let Some((ta, tb, to)) = sides(op, &a.ty, &b.ty) else {
        return Err(missing(name, Some(&a.ty), &b.ty, pos));
    };
    let keep = |t: &Type, want: &Type| {
        t.same(want) || (t.is_text() && want.is_text() && *t != Type::Unknown)
    };
    let ea = if keep(&a.ty, &ta) { a.e } else { coerce(a, &ta, now)? };
    let eb = if keep(&b.ty, &tb) { b.e } else { coerce(b, &tb, now)? };
    Ok(Typed {
        e: E::Op { op, args: vec![ea, eb], types: vec![ta, tb], pos: Pos(pos) },
        ty: to,
        pos,
    })
}

/// The operands' types that an operator takes, and what it gives.
fn sides(op: &str, a: &Type, b: &Type) -> Option<(Type, Type, Type)> {
    let both = |t: Type, to: Type| Some((t.clone(), t, to));
    match op {
        "=" | "<>" | "<" | ">" | "<=" | ">=" => {
            let t = match (a, b) {
                (Type::Unknown, Type::Unknown) => Type::Text,
                (Type::Unknown, t) | (t, Type::Unknown) => t.plain(),
                (a, b) if a.rank().is_some() && b.rank().is_some() => {
                    if a.rank() >= b.rank() {
                        a.plain()
                    } else {
                        b.plain()
                    }
                }
                (Type::Regclass, b) if b.rank().is_some() => Type::Oid,
                (a, Type::Regclass) if a.rank().is_some() => Type::Oid,
                (a, b) if a.is_text() && b.is_text() => Type::Text,
                (Type::Date, Type::Timestamp | Type::Timestamptz) => b.clone(),
                (Type::Timestamp | Type::Timestamptz, Type::Date) => a.clone(),
                (Type::Timestamp, Type::Timestamptz) | (Type::Timestamptz, Type::Timestamp) => {
                    Type::Timestamptz
                }
                (a, b) if a.same(b) && *a != Type::Json => a.plain(),
                _ => return None,
            };
            if matches!(t, Type::Char(_)) {
                return Some((Type::Text, Type::Text, Type::Bool));
            }
            both(t, Type::Bool)
        }
        "+" | "-" | "*" | "/" | "%" | "^" => arithmetic(op, a, b),
        "||" => match (a, b) {
            (Type::Array(_), Type::Array(_)) => Some((a.clone(), b.clone(), a.clone())),
            (Type::Array(of), _) => Some((a.clone(), (**of).clone(), a.clone())),
            (Type::Jsonb, Type::Jsonb | Type::Unknown) => both(Type::Jsonb, Type::Jsonb),
            (a, b) if a.is_text() || b.is_text() => both(Type::Text, Type::Text),
            _ => None,
        },
        "->" | "->>" if matches!(a, Type::Json | Type::Jsonb) => {
            let right = if b.is_number() { Type::Int4 } else { Type::Text };
            Some((a.clone(), right, if op == "->" { a.clone() } else { Type::Text }))
        }
        "#>" | "#>>" if matches!(a, Type::Json | Type::Jsonb) => Some((
            a.clone(),
            Type::Array(Type::Text.into()),
            if op == "#>" { a.clone() } else { Type::Text },
        )),
        "@>" | "<@" => match (a, b) {
            (Type::Jsonb, Type::Jsonb | Type::Unknown) | (Type::Unknown, Type::Jsonb) => {
                both(Type::Jsonb, Type::Bool)
            }
            (Type::Array(_), _) => both(a.clone(), Type::Bool),
            _ => None,
        },
        "&&" => matches!(a, Type::Array(_)).then(|| (a.clone(), a.clone(), Type::Bool)),
        "?" => (*a == Type::Jsonb).then_some((Type::Jsonb, Type::Text, Type::Bool)),
        "&" | "|" => (a.is_number() && b.is_number()).then(|| (a.clone(), b.clone(), a.clone())),
        _ => (a.is_text() && b.is_text()).then_some((Type::Text, Type::Text, Type::Bool)),
    }
}

fn arithmetic(op: &str, a: &Type, b: &Type) -> Option<(Type, Type, Type)> {
    use Type::{
        Date, Float8, Int4, Int8, Interval, Numeric, Time, Timestamp, Timestamptz, Unknown,
    };
    if let (Some(x), Some(y)) = (a.rank(), b.rank()) {
        if op == "^" {
            let t = if x <= 4 && y <= 4 && (x == 4 || y == 4) { Numeric(None) } else { Float8 };
            return Some((t.clone(), t.clone(), t));
        }
        let t = if x >= y { a.plain() } else { b.plain() };
        let t = if t == Type::Oid { Int8 } else { t };
        return Some((t.clone(), t.clone(), t));
    }
    Some(match (a, op, b) {
        (Unknown, _, t) | (t, _, Unknown) if t.is_number() => (t.plain(), t.plain(), t.plain()),
        (Date, "+" | "-", t) if t.is_number() => (Date, Int4, Date),
        (t, "+", Date) if t.is_number() => (Int4, Date, Date),
        (Date, "-", Date | Unknown) => (Date, Date, Int4),
        (Date, "+" | "-", Interval) => (Timestamp, Interval, Timestamp),
        (Date, "+", Time) => (Date, Time, Timestamp),
        (Timestamp | Timestamptz | Time, "+" | "-", Interval) => (a.clone(), Interval, a.clone()),
        (Timestamp | Timestamptz, "+", Unknown) => (a.clone(), Interval, a.clone()),
        (Interval, "+", Timestamp | Timestamptz) => (Interval, b.clone(), b.clone()),
        (Interval, "+", Date) => (Interval, Timestamp, Timestamp),
        (Timestamp | Timestamptz, "-", Timestamp | Timestamptz | Date | Unknown) => {
            (a.clone(), a.clone(), Interval)
        }
        (Interval, "+" | "-", Interval | Unknown) => (Interval, Interval, Interval),
        (Interval, "*" | "/", t) if t.is_number() => (Interval, Float8, Interval),
        (t, "*", Interval) if t.is_number() => (Float8, Interval, Interval),
        (Time, "-", Time) => (Time, Time, Interval),
        _ => return None,
    })
}

fn range(ty: &Type) -> PgError {
    PgError::new("22003", format!("{} out of range", ty.base_name()))
}

/// What an operator comes to; its operands are not NULL.
pub fn apply(op: &str, a: &Value, b: &Value, types: &[Type]) -> Res<Value> {
    let ty = types.first().unwrap_or(&Type::Text);
    let order = || a.order(b);
    Ok(match op {
        "=" => Value::Bool(order().is_eq()),
        "<>" => Value::Bool(order().is_ne()),
        "<" => Value::Bool(order().is_lt()),
        ">" => Value::Bool(order().is_gt()),
        "<=" => Value::Bool(order().is_le()),
        ">=" => Value::Bool(order().is_ge()),
        "+" | "-" | "*" | "/" | "%" | "^" => return calculate(op, a, b, ty),
        "&" => Value::Int(a.int() & b.int()),
        "|" => Value::Int(a.int() | b.int()),
        "||" => match (a, b) {
            (Value::Array(x), Value::Array(y)) => {
                Value::Array(Rc::new(x.iter().chain(y.iter()).cloned().collect()))
            }
            (Value::Array(x), y) => {
                Value::Array(Rc::new(x.iter().cloned().chain(std::iter::once(y.clone())).collect()))
            }
            _ if *ty == Type::Jsonb => super::func::json_join(a.str(), b.str())?,
            _ => Value::text(format!("{}{}", a.str(), b.str())),
        },
        "~~" | "!~~" | "~~*" | "!~~*" => {
            let (s, p) = if op.ends_with('*') {
                (a.str().to_lowercase(), b.str().to_lowercase())
            } else {
                (a.str().to_string(), b.str().to_string())
            };
            let (s, p): (Vec<char>, Vec<char>) = (s.chars().collect(), p.chars().collect());
            Value::Bool(like(&s, &p) != op.starts_with('!'))
        }
        "~" | "!~" | "~*" | "!~*" => Value::Bool(
            super::funcs_text::regex(b.str(), op.ends_with('*'))?
                .is_match(a.str().as_bytes())
                .unwrap_or(false)
                != op.starts_with('!'),
        ),
        "->" | "->>" => {
            let index = if let Value::Int(n) = b { Some(*n) } else { None };
            match super::json::member(a.str(), b.str(), index) {
                None => Value::Null,
                Some(v) if op == "->>" => super::json::plain(&v).map_or(Value::Null, Value::text),
                Some(v) => Value::text(super::json::show(&v)),
            }
        }
        "#>" | "#>>" => {
            let mut text = a.str().to_string();
            let Value::Array(path) = b else { return Ok(Value::Null) };
            let mut found = None;
            for step in path.iter() {
                found = super::json::member(&text, step.str(), None);
                match &found {
                    Some(v) => text = super::json::show(v),
                    None => return Ok(Value::Null),
                }
            }
            match found {
                Some(v) if op == "#>>" => super::json::plain(&v).map_or(Value::Null, Value::text),
                _ => Value::text(text),
            }
        }
        "@>" | "<@" | "&&" => {
            let (x, y) = if op == "<@" { (b, a) } else { (a, b) };
            if let (Value::Array(x), Value::Array(y)) = (x, y) {
                let has = |v: &Value| x.iter().any(|w| w.order(v).is_eq());
                return Ok(Value::Bool(if op == "&&" {
                    y.iter().any(has)
                } else {
                    y.iter().all(has)
                }));
            }
            let parse =
                |v: &Value| serde_json::from_str(v.str()).unwrap_or(serde_json::Value::Null);
            Value::Bool(super::json::contains(&parse(x), &parse(y)))
        }
        "?" => Value::Bool(super::json::member(a.str(), b.str(), None).is_some()),
        _ => return Err(PgError::gap(format!("the operator {op}"))),
    })
}

/// LIKE's patterns.
fn like(s: &[char], p: &[char]) -> bool {
    let (mut i, mut j) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while i < s.len() {
        let lit = match p.get(j) {
            Some('%') => {
                star = Some((i, j));
                j += 1;
                continue;
            }
            Some('\\') => p.get(j + 1).is_some_and(|c| *c == s[i]).then_some(2),
            Some('_') => Some(1),
            Some(c) => (*c == s[i]).then_some(1),
            None => None,
        };
        match (lit, star) {
            (Some(n), _) => {
                i += 1;
                j += n;
            }
            (None, Some((si, sj))) => {
                star = Some((si + 1, sj));
                i = si + 1;
                j = sj + 1;
            }
            (None, None) => return false,
        }
    }
    p[j..].iter().all(|c| *c == '%')
}

fn calculate(op: &str, a: &Value, b: &Value, ty: &Type) -> Res<Value> {
    let zero = || PgError::new("22012", "division by zero");
    Ok(match (a, b) {
        (Value::Int(x), Value::Int(y)) => {
            if matches!(op, "/" | "%") && *y == 0 {
                return Err(zero());
            }
            let n = match op {
                "+" => x.checked_add(*y),
                "-" => x.checked_sub(*y),
                "*" => x.checked_mul(*y),
                "/" => x.checked_div(*y),
                _ => Some(x.checked_rem(*y).unwrap_or(0)),
            };
            Value::Int(n.filter(|n| fits(*n, ty)).ok_or_else(|| range(ty))?)
        }
        (Value::Float(x), Value::Float(y)) if *ty != Type::Interval => {
            if op == "/" && *y == 0.0 {
                return Err(zero());
            }
            let f = match op {
                "+" => x + y,
                "-" => x - y,
                "*" => x * y,
                "/" => x / y,
                "^" => x.powf(*y),
                _ => x % y,
            };
            if f.is_infinite() && x.is_finite() && y.is_finite() {
                return Err(PgError::new("22003", "value out of range: overflow"));
            }
            Value::Float(if *ty == Type::Float4 { f64::from(f as f32) } else { f })
        }
        (Value::Num(x), Value::Num(y)) => Value::Num(match op {
            "+" => x.plus(y)?,
            "-" => x.plus(&y.negated())?,
            "*" => x.times(y)?,
            "/" => x.over(y)?,
            "%" => x.rem(y)?,
            _ => super::numeric::Num::from_f64(x.to_f64().powf(y.to_f64()))?,
        }),
        (Value::Date(d), Value::Int(n)) => {
            let n = if op == "-" { -*n } else { *n };
            Value::Date(
                i32::try_from(i64::from(*d) + n)
                    .map_err(|_| PgError::new("22008", "date out of range"))?,
            )
        }
        (Value::Int(n), Value::Date(d)) => {
            Value::Date(i32::try_from(i64::from(*d) + n).unwrap_or(i32::MAX))
        }
        (Value::Date(x), Value::Date(y)) => Value::Int(i64::from(*x) - i64::from(*y)),
        (Value::Date(d), Value::Time(t)) => Value::Stamp(i64::from(*d) * DAY + t),
        (Value::Stamp(t), Value::Span(s)) => {
            Value::Stamp(add_span(*t, &if op == "-" { negated(s) } else { *s })?)
        }
        (Value::Span(s), Value::Stamp(t)) => Value::Stamp(add_span(*t, s)?),
        (Value::Time(t), Value::Span(s)) => {
            let by = if op == "-" { -s.us } else { s.us };
            Value::Time((t + by % DAY).rem_euclid(DAY))
        }
        (Value::Time(x), Value::Time(y)) => Value::Span(Span { months: 0, days: 0, us: x - y }),
        (Value::Stamp(x), Value::Stamp(y)) => {
            let us = x.saturating_sub(*y);
            Value::Span(Span { months: 0, days: (us / DAY) as i32, us: us % DAY })
        }
        (Value::Span(x), Value::Span(y)) => {
            let y = if op == "-" { negated(y) } else { *y };
            Value::Span(Span {
                months: x.months.saturating_add(y.months),
                days: x.days.saturating_add(y.days),
                us: x.us.saturating_add(y.us),
            })
        }
        (Value::Span(s), Value::Float(f)) | (Value::Float(f), Value::Span(s)) => {
            if op == "/" && *f == 0.0 {
                return Err(zero());
            }
            let f = if op == "/" { 1.0 / f } else { *f };
            let days = f64::from(s.days) * f;
            let rest = days.fract() * DAY as f64;
            let us = (s.us as f64 * f + rest).round() as i64;
            Value::Span(Span { months: (f64::from(s.months) * f) as i32, days: days as i32, us })
        }
        _ => return Err(PgError::gap(format!("the operator {op} of these"))),
    })
}

/// The other sign.
pub fn negate(v: &Value, ty: &Type) -> Res<Value> {
    Ok(match v {
        Value::Int(n) => {
            Value::Int(n.checked_neg().filter(|n| fits(*n, ty)).ok_or_else(|| range(ty))?)
        }
        Value::Float(f) => Value::Float(-f),
        Value::Num(n) => Value::Num(n.negated()),
        Value::Span(s) => Value::Span(negated(s)),
        other => other.clone(),
    })
}
