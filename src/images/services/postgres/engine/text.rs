//! Values from text and to text, as the types' input and output functions do it, and casts.

use std::rc::Rc;

use super::super::error::{PgError, Res};
use super::datetime::{
    DAY, read_span, read_stamp, read_time, show_date, show_span, show_stamp, show_time,
};
use super::numeric::Num;
use super::types::{Type, Value};

fn bad(ty: &Type, text: &str) -> PgError {
    PgError::new("22P02", format!("invalid input syntax for type {}: \"{text}\"", ty.base_name()))
}

fn out_of_range(ty: &Type) -> PgError {
    PgError::new("22003", format!("{} out of range", ty.base_name()))
}

/// Whether a whole number fits into a type.
pub fn fits(n: i64, ty: &Type) -> bool {
    match ty {
        Type::Int2 => i16::try_from(n).is_ok(),
        Type::Int4 => i32::try_from(n).is_ok(),
        Type::Oid => u32::try_from(n).is_ok(),
        _ => true,
    }
}

/// A value of a type from its text.
pub fn input(text: &str, ty: &Type, now: i64) -> Res<Value> {
    let trimmed = text.trim();
    Ok(match ty {
        Type::Bool => {
            let t = trimmed.to_lowercase();
            let starts = |w: &str| !t.is_empty() && w.starts_with(&t);
            if starts("true") || starts("yes") || t == "on" || t == "1" {
                Value::Bool(true)
            } else if starts("false") || starts("no") || t == "off" || t == "of" || t == "0" {
                Value::Bool(false)
            } else {
                return Err(bad(ty, text));
            }
        }
        Type::Int2 | Type::Int4 | Type::Int8 | Type::Oid => match trimmed.parse::<i64>() {
            Ok(n) if fits(n, ty) => Value::Int(n),
            Ok(_) => return Err(range(ty, text)),
            Err(_) => {
                let body = trimmed.trim_start_matches(['-', '+']);
                let digits = !body.is_empty() && body.bytes().all(|b| b.is_ascii_digit());
                return Err(if digits { range(ty, text) } else { bad(ty, text) });
            }
        },
        Type::Numeric(m) => {
            if trimmed.eq_ignore_ascii_case("nan") || trimmed.eq_ignore_ascii_case("infinity") {
                return Err(PgError::gap(format!("the numeric {trimmed}")));
            }
            let n = Num::parse(trimmed).ok_or_else(|| match trimmed.parse::<f64>() {
                Ok(f) if f.is_finite() => PgError::gap("a number of so many digits"),
                _ => bad(ty, text),
            })?;
            Value::Num(match m {
                Some((p, s)) => n.fit(*p, *s)?,
                None => n,
            })
        }
        Type::Float4 | Type::Float8 => {
            let lower = trimmed.to_lowercase();
            let f: f64 = lower.parse().map_err(|_| bad(ty, text))?;
            Value::Float(if *ty == Type::Float4 { f64::from(f as f32) } else { f })
        }
        Type::Date => Value::Date(read_stamp("date", text, now)?.div_euclid(DAY) as i32),
        Type::Time => Value::Time(read_time("time", &text.to_lowercase())?.rem_euclid(DAY)),
        Type::Timestamp => Value::Stamp(read_stamp("timestamp", text, now)?),
        Type::Timestamptz => Value::Stamp(read_stamp("timestamp with time zone", text, now)?),
        Type::Interval => Value::Span(read_span(text)?),
        Type::Uuid => {
            let hex: String = trimmed.chars().filter(|c| !matches!(c, '-' | '{' | '}')).collect();
            if hex.len() != 32 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(bad(ty, text));
            }
            let h = hex.to_lowercase();
            Value::text(format!(
                "{}-{}-{}-{}-{}",
                &h[..8],
                &h[8..12],
                &h[12..16],
                &h[16..20],
                &h[20..]
            ))
        }
        Type::Json | Type::Jsonb => {
            let parsed: serde_json::Value =
                serde_json::from_str(text).map_err(|_| bad(ty, text))?;
            if *ty == Type::Json {
                Value::text(text)
            } else {
                Value::text(super::json::show(&parsed))
            }
        }
        Type::Varchar(Some(n)) => {
            let count = text.chars().count();
            if count > *n as usize {
                let kept: String = text.chars().take(*n as usize).collect();
                if !text.chars().skip(*n as usize).all(|c| c == ' ') {
                    return Err(too_long(ty));
                }
                return Ok(Value::text(kept));
            }
            Value::text(text)
        }
        Type::Char(n) => {
            let t = text.trim_end_matches(' ');
            if t.chars().count() > *n as usize {
                return Err(too_long(ty));
            }
            Value::text(format!("{t:<width$}", width = *n as usize))
        }
        Type::Array(of) => array(text, of, now)?,
        _ => Value::text(text),
    })
}

fn too_long(ty: &Type) -> PgError {
    PgError::new("22001", format!("value too long for type {}", ty.shown()))
}

fn range(ty: &Type, text: &str) -> PgError {
    PgError::new("22003", format!("value \"{text}\" is out of range for type {}", ty.base_name()))
}

/// `{a,b}`.
fn array(text: &str, of: &Type, now: i64) -> Res<Value> {
    let wrong = || {
        PgError::new("22P02", format!("malformed array literal: \"{text}\""))
            .detail("Array value must start with \"{\" or dimension information.")
    };
    let body = text.trim().strip_prefix('{').and_then(|t| t.strip_suffix('}')).ok_or_else(wrong)?;
    if body.contains('{') {
        return Err(PgError::gap("an array of more than one dimension"));
    }
    let mut all = Vec::new();
    let mut item = String::new();
    let (mut quoted, mut was_quoted) = (false, false);
    let mut chars = body.chars();
    let mut finish = |item: &mut String, was_quoted: &mut bool| -> Res<()> {
        let plain = if *was_quoted { item.clone() } else { item.trim().to_string() };
        let null = !*was_quoted && plain.eq_ignore_ascii_case("null");
        all.push(if null { Value::Null } else { input(&plain, of, now)? });
        item.clear();
        *was_quoted = false;
        Ok(())
    };
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                quoted = !quoted;
                was_quoted = true;
            }
            '\\' => item.extend(chars.next()),
            ',' if !quoted => finish(&mut item, &mut was_quoted)?,
            c => item.push(c),
        }
    }
    if !body.trim().is_empty() {
        finish(&mut item, &mut was_quoted)?;
    }
    Ok(Value::Array(Rc::new(all)))
}

/// A value's text; `None` for NULL.
pub fn output(v: &Value, ty: &Type) -> Option<String> {
    Some(match v {
        Value::Null => return None,
        Value::Bool(b) => if *b { "t" } else { "f" }.to_string(),
        Value::Int(n) => n.to_string(),
        Value::Num(n) => n.to_string(),
        Value::Float(f) => float(*f, *ty == Type::Float4),
        Value::Text(s) => s.to_string(),
        Value::Date(d) => show_date(i64::from(*d)),
        Value::Time(t) => show_time(*t),
        Value::Stamp(t) => show_stamp(*t, *ty != Type::Timestamp),
        Value::Span(s) => show_span(s),
        Value::Array(all) => {
            let of = match ty {
                Type::Array(of) => (**of).clone(),
                _ => Type::Text,
            };
            let shown: Vec<String> = all.iter().map(|v| element(v, &of)).collect();
            format!("{{{}}}", shown.join(","))
        }
        Value::Row(all) => {
            let shown: Vec<String> = all
                .iter()
                .map(|v| {
                    let text = output(v, &Type::Timestamptz).unwrap_or_default();
                    let quote = text.contains([',', '(', ')', '"', ' ', '\\']);
                    if quote { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
                })
                .collect();
            format!("({})", shown.join(","))
        }
    })
}

fn element(v: &Value, of: &Type) -> String {
    let Some(text) = output(v, of) else { return "NULL".into() };
    let plain = !text.is_empty()
        && !text.eq_ignore_ascii_case("null")
        && !text.contains(|c: char| "{},\"\\".contains(c) || c.is_whitespace());
    if plain { text } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// The shortest text that gives the number again.
pub fn float(f: f64, single: bool) -> String {
    if f.is_nan() {
        return "NaN".into();
    }
    if f.is_infinite() {
        return if f > 0.0 { "Infinity" } else { "-Infinity" }.into();
    }
    let sci = if single { format!("{:e}", f as f32) } else { format!("{f:e}") };
    let (mantissa, exponent) = sci.split_once('e').unwrap_or((&sci, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let most = if single { 6 } else { 15 };
    if f == 0.0 || (-4..most).contains(&exponent) {
        return if single { format!("{}", f as f32) } else { format!("{f}") };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

/// A value of one type as another.
pub fn cast(v: &Value, from: &Type, to: &Type, now: i64) -> Res<Value> {
    let no = || {
        PgError::new(
            "42846",
            format!("cannot cast type {} to {}", from.base_name(), to.base_name()),
        )
    };
    if v.is_null() {
        return Ok(Value::Null);
    }
    Ok(match (v, to) {
        (Value::Text(s), Type::Text | Type::Name | Type::Unknown) => {
            if matches!(from, Type::Char(_)) {
                Value::text(s.trim_end_matches(' '))
            } else {
                v.clone()
            }
        }
        // An explicit cast cuts off what is too long.
        (Value::Text(s), Type::Varchar(Some(n))) => {
            Value::text(s.chars().take(*n as usize).collect::<String>())
        }
        (Value::Text(s), Type::Char(n)) => {
            let kept: String = s.chars().take(*n as usize).collect();
            Value::text(format!("{kept:<width$}", width = *n as usize))
        }
        (Value::Text(s), to) => input(s, to, now)?,
        (_, t) if t.is_text() => {
            let text = match v {
                Value::Bool(b) => b.to_string(),
                v => output(v, from).unwrap_or_default(),
            };
            cast(&Value::text(text), &Type::Text, to, now)?
        }
        (Value::Int(n), Type::Bool) => Value::Bool(*n != 0),
        (Value::Bool(b), Type::Int4) => Value::Int(i64::from(*b)),
        (Value::Int(n), Type::Int2 | Type::Int4 | Type::Int8 | Type::Oid) => {
            if !fits(*n, to) {
                return Err(out_of_range(to));
            }
            v.clone()
        }
        (Value::Int(_), Type::Regclass) => v.clone(),
        (Value::Num(_) | Value::Float(_), Type::Int2 | Type::Int4 | Type::Int8) => {
            let n = match v {
                Value::Float(f) if f.is_finite() && f.abs() < 9.2e18 => {
                    Some(f.round_ties_even() as i64)
                }
                Value::Num(n) => n.to_i64(),
                _ => None,
            };
            Value::Int(n.filter(|n| fits(*n, to)).ok_or_else(|| out_of_range(to))?)
        }
        (Value::Int(_) | Value::Num(_) | Value::Float(_), Type::Numeric(m)) => {
            let n = v.num()?;
            Value::Num(match m {
                Some((p, s)) => n.fit(*p, *s)?,
                None => n,
            })
        }
        (Value::Int(_) | Value::Num(_) | Value::Float(_), Type::Float8) => Value::Float(v.float()),
        (Value::Int(_) | Value::Num(_) | Value::Float(_), Type::Float4) => {
            Value::Float(f64::from(v.float() as f32))
        }
        (Value::Bool(_), Type::Bool)
        | (Value::Date(_), Type::Date)
        | (Value::Time(_), Type::Time)
        | (Value::Stamp(_), Type::Timestamp | Type::Timestamptz)
        | (Value::Span(_), Type::Interval)
        | (Value::Row(_), Type::Record) => v.clone(),
        (Value::Date(d), Type::Timestamp | Type::Timestamptz) => Value::Stamp(i64::from(*d) * DAY),
        (Value::Stamp(t), Type::Date) => Value::Date(t.div_euclid(DAY) as i32),
        (Value::Stamp(t), Type::Time) => Value::Time(t.rem_euclid(DAY)),
        (Value::Span(s), Type::Time) => Value::Time(s.us.rem_euclid(DAY)),
        (Value::Array(all), Type::Array(of)) => {
            let inner = match from {
                Type::Array(f) => (**f).clone(),
                _ => Type::Text,
            };
            let cast: Res<Vec<Value>> = all.iter().map(|v| cast(v, &inner, of, now)).collect();
            Value::Array(Rc::new(cast?))
        }
        _ => return Err(no()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_their_texts() {
        for (text, ty, shown) in [
            ("yes", Type::Bool, "t"),
            (" 42 ", Type::Int4, "42"),
            ("1.50", Type::Numeric(None), "1.50"),
            ("1e20", Type::Float8, "1e+20"),
            ("0.1", Type::Float4, "0.1"),
            ("{1,2,null}", Type::Array(Type::Int4.into()), "{1,2,NULL}"),
            ("ab", Type::Char(4), "ab  "),
            ("2024-01-02", Type::Date, "2024-01-02"),
        ] {
            assert_eq!(output(&input(text, &ty, 0).unwrap(), &ty).unwrap(), shown);
        }
        assert_eq!(
            input("x", &Type::Int4, 0).unwrap_err().message.as_ref(),
            "invalid input syntax for type integer: \"x\""
        );
        assert_eq!(
            input("99999999999", &Type::Int4, 0).unwrap_err().message.as_ref(),
            "value \"99999999999\" is out of range for type integer"
        );
        assert_eq!(
            input("abc", &Type::Varchar(Some(2)), 0).unwrap_err().message.as_ref(),
            "value too long for type character varying(2)"
        );
    }
}
