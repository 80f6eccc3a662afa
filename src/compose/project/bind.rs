//! A canonical file's values made what the tables of `types` say: sizes counted, commands split, lists that
//! mean maps turned into maps; and the two forms in which they are printed.

use super::types::{Field, Kind, Show};
use super::words;
use crate::compose::load::interpolate::truth;
use crate::compose::text::{sprint, type_name};
use crate::golang::duration;
use crate::golang::units::ram_bytes;
use serde_json::{Map, Number, Value, json};
use std::collections::BTreeMap;

/// What is told while values are bound.
struct Told<'a> {
    warnings: &'a mut Vec<String>,
    /// What could not be bound, with its place.
    errors: Vec<String>,
}

/// Makes a value what its kind says.
pub fn bind(kind: &Kind, value: &Value, warnings: &mut Vec<String>) -> Result<Value, String> {
    let mut told = Told { warnings, errors: Vec::new() };
    let bound = told.at(kind, value, "");
    match told.errors.as_slice() {
        [] => Ok(bound),
        all => Err(format!("decoding failed due to the following error(s):\n\n{}", all.join("\n"))),
    }
}

impl Told<'_> {
    /// The value at a place; nothing, where it is wrong.
    fn at(&mut self, kind: &Kind, value: &Value, place: &str) -> Value {
        inner(kind, value, place, self).unwrap_or_else(|e| {
            self.errors.push(format!("'{place}' {e}"));
            Value::Null
        })
    }
}

fn inner(kind: &Kind, value: &Value, place: &str, told: &mut Told<'_>) -> Result<Value, String> {
    Ok(match kind {
        Kind::Str => Value::String(match value {
            Value::Null => String::new(),
            other => sprint(other),
        }),
        Kind::Bool => Value::Bool(match value {
            Value::Bool(b) => *b,
            Value::String(text) => truth(text, told.warnings)?,
            Value::Object(_) => true,
            _ => false,
        }),
        Kind::Int => whole(value)?,
        Kind::Plain(go) if value.is_string() => {
            return Err(format!("expected type '{go}', got unconvertible type 'string'"));
        }
        Kind::Plain(_) => whole(value)?,
        Kind::Natural => match whole(value)? {
            Value::Number(n) if n.as_i64().is_some_and(|n| n < 0) => {
                return Err(format!("cannot parse value as 'uint64': {n} overflows uint"));
            }
            number => number,
        },
        Kind::Float | Kind::Cpus => float(value)?,
        Kind::Bytes => Value::String(size(value)?.to_string()),
        Kind::Duration => Value::String(duration::text(time(&sprint(value))?)),
        Kind::Mode => Value::String(format!("0{:o}", mode(value)?)),
        Kind::Count => match value {
            Value::String(text) if text.eq_ignore_ascii_case("all") => json!(-1),
            Value::String(text) => json!(text.parse::<i64>().map_err(|_| format!(
                "invalid value {text:?}, the only value allowed is 'all' or a number"
            ))?),
            other => whole(other)?,
        },
        Kind::Texts | Kind::Numbers => match value {
            Value::Array(items) => {
                for (i, _) in items.iter().enumerate().filter(|(_, item)| item.is_f64()) {
                    let why = "expected type 'string', got unconvertible type 'float64'";
                    told.errors.push(format!("'{place}[{i}]' {why}"));
                }
                Value::Array(items.iter().map(|i| json!(sprint(i))).collect())
            }
            Value::Null => json!([]),
            other => json!([sprint(other)]),
        },
        Kind::Mapping => named(value, |v| json!(v.map_or(String::new(), sprint))),
        Kind::Labels | Kind::Options => named(value, |v| {
            json!(v.map_or(String::new(), |v| if v.is_null() { String::new() } else { sprint(v) }))
        }),
        Kind::Env => env(value)?,
        Kind::MultiOptions => match value {
            Value::Object(map) => sorted(map.iter().map(|(k, v)| {
                let values = match v {
                    Value::Array(items) => items.iter().map(|i| json!(sprint(i))).collect(),
                    other => vec![json!(sprint(other))],
                };
                (k.clone(), Value::Array(values))
            })),
            _ => json!({}),
        },
        Kind::Command => match value {
            Value::String(text) => json!(words::split(text)?),
            Value::Array(items) => Value::Array(items.iter().map(|i| json!(sprint(i))).collect()),
            _ => Value::Null,
        },
        Kind::Test => match value {
            Value::String(text) => json!(["CMD-SHELL", text]),
            Value::Array(items) => Value::Array(items.iter().map(|i| json!(sprint(i))).collect()),
            _ => json!([]),
        },
        Kind::Hosts => hosts(value)?,
        Kind::Ssh => match value {
            Value::Object(map) => {
                let keys: Vec<String> = map
                    .iter()
                    .map(|(id, path)| match path {
                        Value::Null => id.clone(),
                        path if sprint(path).is_empty() => id.clone(),
                        path => format!("{id}: {}", sprint(path)),
                    })
                    .collect();
                json!(keys)
            }
            _ => json!([]),
        },
        Kind::Ulimit => match value {
            Value::Object(map) => {
                let of = |name| map.get(name).map_or(Ok(json!(0)), whole);
                json!({ "soft": of("soft")?, "hard": of("hard")? })
            }
            other => whole(other)?,
        },
        Kind::List(item) => match value {
            Value::Array(items) => {
                let items = items.iter().enumerate();
                Value::Array(
                    items.map(|(i, v)| told.at(item, v, &format!("{place}[{i}]"))).collect(),
                )
            }
            _ => json!([]),
        },
        Kind::Map(item) | Kind::MapOrNull(item) => match value {
            Value::Object(map) => {
                let mut done = BTreeMap::new();
                for (name, value) in map {
                    let below = format!("{place}[{name}]");
                    let value = match (kind, value) {
                        (Kind::MapOrNull(_), Value::Null) => Value::Null,
                        (_, Value::Null) => told.at(item, &json!({}), &below),
                        (_, value) => told.at(item, value, &below),
                    };
                    done.insert(name.clone(), value);
                }
                sorted(done.into_iter())
            }
            _ => json!({}),
        },
        Kind::Struct(fields) => fields_of(fields, value, place, told),
    })
}

fn sorted(entries: impl Iterator<Item = (String, Value)>) -> Value {
    let entries: BTreeMap<String, Value> = entries.collect();
    Value::Object(entries.into_iter().collect())
}

fn fields_of(fields: &[Field], value: &Value, place: &str, told: &mut Told<'_>) -> Value {
    let Value::Object(map) = value else { return json!({}) };
    let mut done = Map::new();
    for field in fields {
        let below = match place {
            "" => field.name.to_string(),
            place => format!("{place}.{}", field.name),
        };
        let Some(value) = map.get(field.name) else {
            if field.show == Show::Always {
                done.insert(field.name.to_string(), told.at(&field.kind, &Value::Null, &below));
            }
            continue;
        };
        if value.is_null() && field.show != Show::Always {
            continue;
        }
        let bound = told.at(&field.kind, value, &below);
        let shown = match field.show {
            Show::Filled => !is_zero(&field.kind, &bound),
            _ => true,
        };
        if shown {
            done.insert(field.name.to_string(), bound);
        }
    }
    let kept = map.get(super::extensions::NAME).and_then(Value::as_object);
    let mut extensions: Vec<(&String, &Value)> = kept.into_iter().flatten().collect();
    extensions.sort_by_key(|(name, _)| *name);
    for (name, value) in extensions {
        done.insert(name.clone(), sort_maps(value));
    }
    Value::Object(done)
}

/// Maps all the way down in the order of their names.
pub fn sort_maps(value: &Value) -> Value {
    match value {
        Value::Object(map) => sorted(map.iter().map(|(k, v)| (k.clone(), sort_maps(v)))),
        Value::Array(items) => Value::Array(items.iter().map(sort_maps).collect()),
        other => other.clone(),
    }
}

/// Whether Go takes a value for nothing at all.
fn is_zero(kind: &Kind, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(b) => !b,
        Value::Number(n) => n.as_f64() == Some(0.0),
        Value::String(s) => match kind {
            Kind::Bytes => s == "0",
            Kind::Duration => s == "0s",
            _ => s.is_empty(),
        },
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
    }
}

fn whole(value: &Value) -> Result<Value, String> {
    Ok(match value {
        // What does not fit becomes the least number there is, as the processor has it.
        Value::Number(n) if n.as_i64().is_none() => match n.as_f64().unwrap_or_default() {
            large if large >= i64::MAX as f64 => json!(i64::MIN),
            number => json!(number as i64),
        },
        Value::Number(n) => Value::Number(n.clone()),
        Value::String(text) => json!(crate::golang::strconv::atoi(text)?),
        Value::Bool(b) => json!(i64::from(*b)),
        _ => json!(0),
    })
}

/// A number of 32 bits: printed as short as 32 bits allow.
fn float(value: &Value) -> Result<Value, String> {
    let number = match value {
        Value::Number(n) => n.as_f64().unwrap_or_default(),
        Value::String(text) => text
            .parse::<f64>()
            .map_err(|_| format!("strconv.ParseFloat: parsing {text:?}: invalid syntax"))?,
        _ => 0.0,
    };
    let short = (number as f32).to_string().parse::<f64>().unwrap_or(number);
    Ok(match short.fract() == 0.0 && short.abs() < 1e15 {
        true => json!(short as i64),
        false => Number::from_f64(short).map_or(Value::Null, Value::Number),
    })
}

fn size(value: &Value) -> Result<i64, String> {
    match value {
        Value::String(text) => ram_bytes(text),
        Value::Number(n) => Ok(n.as_i64().unwrap_or_default()),
        _ => Ok(0),
    }
}

/// Lengths of time as `str2duration` reads them: Go's, with days and weeks.
fn time(text: &str) -> Result<i64, String> {
    let mut total = 0i64;
    let mut plain = String::new();
    let mut number = String::new();
    for c in text.chars() {
        match c {
            'd' | 'w' => {
                let hours = if c == 'd' { 24.0 } else { 168.0 };
                let n: f64 = number.parse().unwrap_or(0.0);
                total = total.saturating_add((n * hours * 3.6e12) as i64);
                number.clear();
            }
            '0'..='9' | '.' | '-' | '+' => number.push(c),
            _ => {
                plain.push_str(&std::mem::take(&mut number));
                plain.push(c);
            }
        }
    }
    plain.push_str(&number);
    if plain.is_empty() && !text.is_empty() {
        return Ok(total);
    }
    let rest =
        duration::parse(&plain).map_err(|why| match why.starts_with("time: unknown unit") {
            true => why,
            false => format!("time: invalid duration {}", crate::golang::quote::quote(text)),
        })?;
    Ok(total.saturating_add(rest))
}

fn mode(value: &Value) -> Result<i64, String> {
    match value {
        Value::String(text) => i64::from_str_radix(text, 8)
            .map_err(|_| format!("strconv.ParseInt: parsing {text:?}: invalid syntax")),
        other => Ok(other.as_i64().unwrap_or_default()),
    }
}

fn named(value: &Value, make: impl Fn(Option<&Value>) -> Value) -> Value {
    match value {
        Value::Object(map) => {
            sorted(map.iter().map(|(k, v)| (k.clone(), make(Some(v).filter(|v| !v.is_null())))))
        }
        Value::Array(items) => sorted(items.iter().map(|item| {
            let text = sprint(item);
            match text.split_once('=') {
                Some((name, value)) => (name.to_string(), make(Some(&json!(value)))),
                None => (text.clone(), make(None)),
            }
        })),
        _ => json!({}),
    }
}

fn env(value: &Value) -> Result<Value, String> {
    if let Value::Array(items) = value {
        for item in items {
            let text = sprint(item);
            let name = text.split('=').next().unwrap_or_default();
            if name.ends_with(char::is_whitespace) {
                return Err(format!(
                    "environment variable {name} is declared with a trailing space"
                ));
            }
        }
    }
    Ok(named(value, |v| v.map_or(Value::Null, |v| json!(sprint(v)))))
}

/// `name=address`, sorted.
fn hosts(value: &Value) -> Result<Value, String> {
    let mut list: Vec<String> = Vec::new();
    let mut add = |host: &str, ip: &str| {
        if host.is_empty() || host.contains([':', '=']) {
            return Err(format!("bad host name '{host}'"));
        }
        let bare = ip.strip_prefix('[').and_then(|i| i.strip_suffix(']')).unwrap_or(ip);
        list.push(format!("{host}={bare}"));
        Ok(())
    };
    match value {
        Value::Object(map) => {
            for (host, ips) in map {
                match ips {
                    Value::Array(ips) => {
                        for ip in ips {
                            add(host, &sprint(ip))?;
                        }
                    }
                    Value::Null => add(host, "")?,
                    Value::String(ip) => add(host, ip)?,
                    _ => {
                        return Err(format!(
                            "unexpected value type {} for extra_hosts entry",
                            type_name(value)
                        ));
                    }
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                let text = sprint(item);
                let Some((host, ips)) = text.split_once('=').or_else(|| text.split_once(':'))
                else {
                    return Err(format!("invalid additional host, missing IP: {text}"));
                };
                for ip in ips.split(',') {
                    add(host, ip)?;
                }
            }
        }
        _ => {}
    }
    list.sort();
    Ok(json!(list))
}
