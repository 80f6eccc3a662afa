//! `len`, `index` and `slice`.

use super::types::{Def, Type, typed};
use super::value::Val;
use std::rc::Rc;

/// What Go's reflection says of an index that is in a slice's room, but not in its length.
const OUT_OF_SLICE: &str = "reflect: slice index out of range";

/// What the sets of Go are maps to.
static NOTHING: Def = Def { name: "struct {}", ..Def::PLAIN };

/// How many items or bytes.
pub fn len(value: &Val) -> Result<i64, String> {
    match value {
        Val::Text(s) | Val::Number(s) => Ok(s.len() as i64),
        Val::List(items, _) => Ok(items.len() as i64),
        Val::Map(map, _) => Ok(map.len() as i64),
        Val::Nil(t) if t.starts_with("[]") || t.starts_with("map[") => Ok(0),
        Val::Nil(_) | Val::Missing => Err("len of nil pointer".to_string()),
        // Of what a pointer leads to.
        other => Err(format!("len of type {}", pointed(other))),
    }
}

/// The type, or what a pointer leads to.
fn pointed(value: &Val) -> String {
    value.type_name().trim_start_matches('*').to_string()
}

fn position(value: &Val, limit: usize) -> Result<usize, String> {
    match value {
        Val::Int(n) => match usize::try_from(*n) {
            Ok(i) if i <= limit => Ok(i),
            _ => Err(format!("index out of range: {n}")),
        },
        Val::Missing => Err("cannot index slice/array with nil".to_string()),
        other => Err(format!("cannot index slice/array with type {}", other.type_name())),
    }
}

/// Items of items.
pub fn index(value: &Val, keys: &[Val]) -> Result<Val, String> {
    let mut value = value.clone();
    if matches!(&value, Val::Missing) || matches!(&value, Val::Nil(t) if &**t == "interface {}") {
        return Err("index of untyped nil".to_string());
    }
    for key in keys {
        value = match &value {
            Val::List(items, _) => {
                // Go looks at the room that a slice has, which grows by doubling, before its length.
                let room = if items.is_empty() { 0 } else { items.len().next_power_of_two() };
                let i = position(key, room)?;
                items.get(i).cloned().ok_or_else(|| OUT_OF_SLICE.to_string())?
            }
            Val::Text(s) | Val::Number(s) => {
                let i = position(key, s.len())?;
                let byte = s.as_bytes().get(i).ok_or("reflect: string index out of range")?;
                Val::Int(i64::from(*byte))
            }
            Val::Map(_, t) | Val::Nil(t) if own_key(t).is_some() => {
                let want = own_key(t).unwrap_or_default();
                return Err(format!("value has type {}; should be {want}", key.type_name()));
            }
            Val::Map(map, t) => match key {
                Val::Text(k) => map.get(&**k).cloned().unwrap_or_else(|| zero(t)),
                Val::Missing => return Err("value is nil; should be of type string".to_string()),
                other => {
                    return Err(format!("value has type {}; should be string", other.type_name()));
                }
            },
            Val::Nil(t) if t.starts_with("map[") => match key {
                Val::Text(_) => zero(t),
                other => {
                    return Err(format!("value has type {}; should be string", other.type_name()));
                }
            },
            Val::Nil(t) if t.starts_with("[]") => {
                position(key, 0)?;
                return Err(OUT_OF_SLICE.to_string());
            }
            Val::Nil(_) | Val::Missing => return Err("index of nil pointer".to_string()),
            other => return Err(format!("can't index item of type {}", pointed(other))),
        };
    }
    Ok(value)
}

/// The type of a map's keys, where it is one of its own, which no text in a template has.
fn own_key(map_type: &str) -> Option<&'static str> {
    matches!(map_type, "nat.PortMap" | "nat.PortSet").then_some("nat.Port")
}

/// What a map gives for a key that it lacks: the empty value of its items' type.
fn zero(map_type: &str) -> Val {
    let item = map_type.strip_prefix("map[string]").unwrap_or(map_type);
    match item {
        "string" => Val::text(""),
        "int" | "int64" => Val::Int(0),
        "bool" => Val::Bool(false),
        "struct {}" => typed(&Type::Struct(&NOTHING), None),
        // Printed, Go's nil interface shows as no value at all.
        "interface {}" => Val::Missing,
        other => Val::Nil(Rc::from(other)),
    }
}

/// A part of a list or text.
pub fn slice(value: &Val, bounds: &[Val]) -> Result<Val, String> {
    if bounds.len() > 3 {
        return Err(format!("too many slice indexes: {}", bounds.len()));
    }
    let total = match value {
        Val::Text(s) => s.len(),
        Val::List(items, _) => items.len(),
        Val::Missing => return Err("slice of untyped nil".to_string()),
        Val::Nil(t) if t.starts_with("[]") => 0,
        other => return Err(format!("can't slice item of type {}", other.type_name())),
    };
    let from = bounds.first().map_or(Ok(0), |b| position(b, total))?;
    let to = bounds.get(1).map_or(Ok(total), |b| position(b, total))?;
    if from > to {
        return Err(format!("invalid slice index: {from} > {to}"));
    }
    match value {
        Val::Text(_) if bounds.len() == 3 => Err("cannot 3-index slice a string".to_string()),
        Val::Text(s) => {
            let bytes = &s.as_bytes()[from..to];
            Ok(Val::text(String::from_utf8_lossy(bytes)))
        }
        Val::List(items, t) => Ok(Val::List(Rc::new(items[from..to].to_vec()), t.clone())),
        other => Ok(other.clone()),
    }
}
