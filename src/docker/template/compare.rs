//! `eq`, `ne`, `lt`, `le`, `gt`, `ge`.

use super::value::Val;
use std::cmp::Ordering;

#[derive(PartialEq, Eq, Clone, Copy)]
enum Basic {
    Bool,
    Int,
    Float,
    Text,
}

fn basic(value: &Val) -> Option<Basic> {
    match value {
        Val::Bool(_) => Some(Basic::Bool),
        Val::Int(_) | Val::Duration(_) => Some(Basic::Int),
        Val::Float(_) => Some(Basic::Float),
        Val::Text(_) | Val::Number(_) => Some(Basic::Text),
        _ => None,
    }
}

fn nil(value: &Val) -> bool {
    matches!(value, Val::Missing | Val::Nil(_))
}

fn text(value: &Val) -> &str {
    match value {
        Val::Text(s) | Val::Number(s) => s,
        _ => "",
    }
}

fn incompatible(a: &Val, b: &Val) -> String {
    format!("incompatible types for comparison: {} and {}", a.type_name(), b.type_name())
}

fn equal(a: &Val, b: &Val) -> Result<bool, String> {
    if nil(a) || nil(b) {
        return Ok(nil(a) && nil(b));
    }
    match (basic(a), basic(b)) {
        (Some(x), Some(y)) if x != y => Err(incompatible(a, b)),
        (Some(_), Some(_)) => Ok(match (a, b) {
            (Val::Bool(a), Val::Bool(b)) => a == b,
            (Val::Int(a) | Val::Duration(a), Val::Int(b) | Val::Duration(b)) => a == b,
            (Val::Float(a), Val::Float(b)) => a == b,
            _ => text(a) == text(b),
        }),
        // Pointers are equal when they point to the same thing.
        (None, None) if pointers(a, b).is_some() => Ok(pointers(a, b) == Some(true)),
        (None, _) => {
            Err(format!("non-comparable type {}: {}", super::print::sprint(a), a.type_name()))
        }
        (_, None) => {
            Err(format!("non-comparable type {}: {}", super::print::sprint(b), b.type_name()))
        }
    }
}

/// Whether two pointers point to one struct; none when one is no pointer.
fn pointers(a: &Val, b: &Val) -> Option<bool> {
    match (a, b) {
        (Val::Struct(a), Val::Struct(b)) if a.pointer && b.pointer => {
            Some(std::rc::Rc::ptr_eq(a, b))
        }
        _ => None,
    }
}

/// Whether the first equals any of the others.
pub fn eq(first: &Val, others: &[Val]) -> Result<bool, String> {
    if others.is_empty() {
        return Err("missing argument for comparison".to_string());
    }
    for other in others {
        if equal(first, other)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The other comparisons.
pub fn order(name: &str, a: &Val, b: &Val) -> Result<bool, String> {
    if name == "ne" {
        return equal(a, b).map(|same| !same);
    }
    let (Some(x), Some(y)) = (basic(a), basic(b)) else {
        return Err("invalid type for comparison".to_string());
    };
    if x != y {
        return Err(incompatible(a, b));
    }
    let ordering = match (a, b) {
        (Val::Int(a) | Val::Duration(a), Val::Int(b) | Val::Duration(b)) => Some(a.cmp(b)),
        (Val::Float(a), Val::Float(b)) => a.partial_cmp(b),
        (Val::Bool(_), _) => return Err("invalid type for comparison".to_string()),
        _ => Some(text(a).cmp(text(b))),
    };
    Ok(match name {
        "lt" => ordering == Some(Ordering::Less),
        "le" => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        "gt" => ordering == Some(Ordering::Greater),
        _ => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
    })
}
