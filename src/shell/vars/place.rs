//! Variables and their elements by name, references followed.

use std::borrow::Cow;

use super::{Attrs, Value};
use crate::shell::limits::NAMEREF_DEPTH;
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::{is_name, name_length};

/// A variable or an element of one, references followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub name: String,
    /// The subscript's text, expanded but not evaluated.
    pub subscript: Option<String>,
}

/// Splits `name[subscript]`.
pub(crate) fn split_place(text: &str) -> Option<Place> {
    let n = name_length(text);
    if n == 0 {
        return None;
    }
    let rest = &text[n..];
    if rest.is_empty() {
        return Some(Place { name: text.to_string(), subscript: None });
    }
    let inside = rest.strip_prefix('[')?.strip_suffix(']')?;
    if inside.is_empty() {
        return None;
    }
    Some(Place { name: text[..n].to_string(), subscript: Some(inside.to_string()) })
}

/// Whether a text may be the target of a reference.
pub(crate) fn is_reference_target(text: &str) -> bool {
    is_name(text) || split_place(text).is_some()
}

impl Shell {
    /// Follows references from a name. An error when they run in a circle.
    pub(crate) fn resolve(&self, name: &str) -> Result<Place, ()> {
        let mut place = Place { name: name.to_string(), subscript: None };
        for _ in 0..NAMEREF_DEPTH {
            let Some(var) = self.vars.get(&place.name) else { return Ok(place) };
            if !var.attrs.has(Attrs::NAMEREF) {
                return Ok(place);
            }
            let Some(target) = var.text().filter(|t| !t.is_empty()) else { return Ok(place) };
            match split_place(target) {
                Some(p) if p.name != place.name => {
                    let end = p.subscript.is_some();
                    place = p;
                    if end {
                        return Ok(place);
                    }
                }
                // A reference to its own name means what the local one hides.
                _ if var.level == 0 => return Err(()),
                _ => return Ok(place),
            }
        }
        Err(())
    }

    /// The text of a variable or element.
    pub(crate) fn place_text(&self, place: &Place) -> Option<Cow<'_, str>> {
        let var = self.vars.get(&place.name)?;
        let Some(sub) = &place.subscript else {
            return match var.dynamic {
                Some(d) => self.dynamic_text(d).map(Cow::Owned),
                None => var.text().map(Cow::Borrowed),
            };
        };
        if let Some(table) = var.dynamic.and_then(|d| self.dynamic_assoc(d)) {
            return table.get(sub).map(|v| Cow::Owned(v.to_string()));
        }
        match &var.value {
            Value::Assoc(a) => a.get(sub).map(Cow::Borrowed),
            Value::Array(a) => {
                let i = self.clone_index(sub)?;
                let i = if i < 0 { a.end().checked_add(i)? } else { i };
                a.get(i).map(Cow::Borrowed)
            }
            Value::Scalar(s) => {
                matches!(sub.trim(), "0" | "@" | "*" | "-1").then_some(Cow::Borrowed(s))
            }
            Value::Unset => None,
        }
    }

    /// An index from text that does not change anything.
    fn clone_index(&self, text: &str) -> Option<i64> {
        if let Ok(n) = text.trim().parse() {
            return Some(n);
        }
        let mut copy = self.clone();
        copy.eval_text(text).ok()
    }

    /// The place that a text such as `a`, `a[1]` or `a[$i]` names, references followed.
    pub(crate) fn place_named(&mut self, text: &str) -> Res<Option<Place>> {
        let Some(place) = split_place(text) else { return Ok(None) };
        let resolved = self.resolve(&place.name).unwrap_or_else(|()| place.clone());
        let Some(sub) = place.subscript else { return Ok(Some(resolved)) };
        let subscript = Some(self.expand_subscript(&resolved.name, &sub)?);
        Ok(Some(Place { name: resolved.name, subscript }))
    }
}
