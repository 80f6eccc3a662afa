//! Assignment with all its rules: references, readonly, attributes, subscripts; and the variables as
//! arithmetic sees them.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Array, Assoc, Attrs, Declared, Value, Var};
use crate::shell::Dialect;
use crate::shell::arith::{self, ArithError, Expr, Target};
use crate::shell::limits::NAMEREF_DEPTH;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::{is_name, name_length};

/// A variable or an element of one, references followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub name: String,
    /// The subscript's text, expanded but not evaluated.
    pub subscript: Option<String>,
}

/// Whose variable is assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AssignMode {
    Normal,
    /// The global one, whatever hides it (`declare -g`).
    Global,
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
                _ => return Ok(place),
            }
        }
        Err(())
    }

    /// Whether a name is a reference without a target.
    fn open_reference(&self, name: &str) -> bool {
        self.vars
            .get(name)
            .is_some_and(|v| v.attrs.has(Attrs::NAMEREF) && v.text().is_none_or(str::is_empty))
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

    /// Evaluates an arithmetic text that has been expanded.
    pub(crate) fn eval_text(&mut self, text: &str) -> Result<i64, ArithError> {
        if let Ok(n) = text.parse::<i64>()
            && !text.starts_with(['0', '+', '-'])
        {
            return Ok(n);
        }
        let e: Expr = arith::parse(text)?;
        arith::eval(&e, self)
    }

    /// The same, with the error reported.
    pub(crate) fn eval_or_report(&mut self, text: &str) -> Res<i64> {
        self.eval_text(text).map_err(|e| self.arith_failed(text, &e))
    }

    /// Reports an arithmetic error, and says what becomes of the shell.
    pub(crate) fn arith_failed(&mut self, text: &str, e: &ArithError) -> Stop {
        let command = self.command_name.clone().map_or(String::new(), |n| format!("{n}: "));
        match self.dialect {
            Dialect::Bash => {
                let text = e.text(text);
                match e {
                    ArithError::Variable(_) | ArithError::Fatal(_) => self.error(&text),
                    _ => self.error(&format!("{command}{text}")),
                }
            }
            Dialect::Ash => match e {
                ArithError::DivideByZero(_) => self.error("divide by zero"),
                ArithError::Variable(m) | ArithError::Fatal(m) => self.error(&m.clone()),
                _ => self.error("arithmetic syntax error"),
            },
            Dialect::Dash => match e {
                ArithError::DivideByZero(_) => {
                    self.error(&format!("arithmetic expression: division by zero: \"{text}\""));
                }
                ArithError::Variable(m) | ArithError::Fatal(m) => self.error(&m.clone()),
                _ => self.error(&format!("arithmetic expression: expecting primary: \"{text}\"")),
            },
        }
        match e {
            ArithError::Fatal(_) => self.fatal_unset(),
            _ => self.fatal_error(),
        }
    }

    /// What an unset variable under `set -u` or `${x?}` does to the shell.
    pub(crate) fn fatal_unset(&self) -> Stop {
        if self.interactive {
            return Stop::Discard(1);
        }
        match self.dialect {
            Dialect::Bash if self.command_string.is_some() => Stop::Exit(127),
            Dialect::Bash => Stop::Exit(1),
            _ => Stop::Exit(2),
        }
    }

    /// Reports that a variable can not be changed.
    pub(crate) fn readonly_error(&mut self, name: &str) -> Stop {
        match self.dialect {
            Dialect::Bash => self.error(&format!("{name}: readonly variable")),
            _ => self.error(&format!("{name}: is read only")),
        }
        self.fatal_error()
    }

    /// `name=value`, `name[subscript]=value`, `+=`.
    pub(crate) fn assign(
        &mut self,
        name: &str,
        subscript: Option<&str>,
        value: &str,
        append: bool,
    ) -> Res<()> {
        self.assign_in(AssignMode::Normal, name, subscript, value, append)
    }

    /// Sets a variable that belongs to the shell; a readonly one stays as it is.
    pub(crate) fn set_quietly(&mut self, name: &str, value: &str) {
        let var = self.vars.entry(name);
        if !var.attrs.has(Attrs::READONLY) && var.dynamic.is_none() {
            var.value = Value::Scalar(value.to_string());
        }
    }

    /// Assignment to the variable in force, or to the global one.
    pub(crate) fn assign_in(
        &mut self,
        mode: AssignMode,
        name: &str,
        subscript: Option<&str>,
        value: &str,
        append: bool,
    ) -> Res<()> {
        // The common case: an existing plain variable.
        if mode == AssignMode::Normal
            && subscript.is_none()
            && !append
            && let Some(var) = self.vars.get(name)
            && var.attrs.0 & !Attrs::EXPORT.0 == 0
            && var.dynamic.is_none()
            && matches!(var.value, Value::Scalar(_))
        {
            if let Some(Var { value: Value::Scalar(s), .. }) = self.vars.get_mut(name) {
                s.clear();
                s.push_str(value);
            }
            if matches!(name, "PATH" | "OPTIND" | "POSIXLY_CORRECT") {
                self.variable_changed(name);
            }
            return Ok(());
        }
        let Ok(place) = self.resolve(name) else {
            self.error(&format!("warning: {name}: circular name reference"));
            return Err(Stop::Discard(1));
        };
        if subscript.is_none() && place.subscript.is_none() && self.open_reference(&place.name) {
            if !value.is_empty() && split_place(value).is_none() {
                self.error(&format!("`{value}': not a valid identifier"));
                return Err(Stop::Discard(1));
            }
            if let Some(v) = self.vars.get_mut(&place.name) {
                v.value = Value::Scalar(value.to_string());
            }
            return Ok(());
        }
        let subscript = subscript.map(str::to_string).or(place.subscript);
        let name = place.name;
        let (attrs, dynamic) = match self.vars.get(&name) {
            Some(v) => (v.attrs, v.dynamic),
            None => (Attrs::default(), None),
        };
        if attrs.has(Attrs::READONLY) {
            return Err(self.readonly_error(&name));
        }
        if let Some(d) = dynamic
            && self.set_dynamic(d, value)
        {
            return Ok(());
        }
        let old = if append {
            let place = Place { name: name.clone(), subscript: subscript.clone() };
            self.place_text(&place).map(Cow::into_owned)
        } else {
            None
        };
        let text = self.converted(attrs, value, old.as_deref())?;
        let export = self.on(Opt::AllExport) && name != "_";
        match subscript {
            Some(sub) => self.store_element(mode, &name, &sub, text)?,
            None => {
                let var = self.slot(mode, &name);
                match &mut var.value {
                    Value::Array(a) => Rc::make_mut(a).set(0, text),
                    Value::Assoc(a) => Rc::make_mut(a).set("0", text),
                    _ if var.declared == Declared::Array => {
                        let mut a = Array::default();
                        a.set(0, text);
                        var.value = Value::Array(Rc::new(a));
                    }
                    _ if var.declared == Declared::Assoc => {
                        let mut a = Assoc::default();
                        a.set("0", text);
                        var.value = Value::Assoc(Rc::new(a));
                    }
                    v => *v = Value::Scalar(text),
                }
            }
        }
        if export {
            self.slot(mode, &name).attrs.add(Attrs::EXPORT);
        }
        self.variable_changed(&name);
        Ok(())
    }

    fn slot(&mut self, mode: AssignMode, name: &str) -> &mut Var {
        match mode {
            AssignMode::Normal => self.vars.entry(name),
            AssignMode::Global => self.vars.global_mut(name),
        }
    }

    /// A value as the attributes make it; `old` is what it is appended to.
    pub(crate) fn converted(
        &mut self,
        attrs: Attrs,
        value: &str,
        old: Option<&str>,
    ) -> Res<String> {
        if attrs.has(Attrs::INTEGER) {
            let mut n = self.eval_or_report(value)?;
            if let Some(old) = old {
                n = self.eval_text(old).unwrap_or(0).wrapping_add(n);
            }
            return Ok(n.to_string());
        }
        let text = format!("{}{value}", old.unwrap_or(""));
        Ok(if attrs.has(Attrs::LOWER) {
            text.to_lowercase()
        } else if attrs.has(Attrs::UPPER) {
            text.to_uppercase()
        } else if attrs.has(Attrs::CAPITAL) {
            let mut c = text.chars();
            c.next().map_or(String::new(), |f| {
                f.to_uppercase().chain(c.as_str().to_lowercase().chars()).collect()
            })
        } else {
            text
        })
    }

    fn store_element(&mut self, mode: AssignMode, name: &str, sub: &str, text: String) -> Res<()> {
        let assoc = self.vars.get(name).is_some_and(Var::is_assoc);
        if assoc {
            if sub.is_empty() {
                self.error(&format!("{name}[{sub}]: bad array subscript"));
                return Err(Stop::Discard(1));
            }
            let var = self.slot(mode, name);
            if !matches!(var.value, Value::Assoc(_)) {
                var.value = Value::Assoc(Rc::default());
            }
            if let Value::Assoc(a) = &mut var.value {
                Rc::make_mut(a).set(sub, text);
            }
            return Ok(());
        }
        if matches!(sub, "@" | "*") || sub.trim().is_empty() {
            self.error(&format!("{name}[{sub}]: bad array subscript"));
            return Err(Stop::Discard(1));
        }
        let i = self.eval_or_report(sub)?;
        let var = self.slot(mode, name);
        if !matches!(var.value, Value::Array(_)) {
            let mut a = Array::default();
            if let Value::Scalar(s) = &var.value {
                a.set(0, s.clone());
            }
            var.value = Value::Array(Rc::new(a));
        }
        if let Value::Array(a) = &mut var.value {
            let i = if i < 0 { a.end().saturating_add(i) } else { i };
            if i < 0 {
                self.error(&format!("{name}[{sub}]: bad array subscript"));
                return Err(Stop::Discard(1));
            }
            Rc::make_mut(a).set(i, text);
        }
        Ok(())
    }

    /// `name=(..)` and `name+=(..)`: each with its subscript's text, value, and whether it appends.
    pub(crate) fn assign_array(
        &mut self,
        mode: AssignMode,
        name: &str,
        items: Vec<(Option<String>, String, bool)>,
        append: bool,
    ) -> Res<()> {
        let Ok(place) = self.resolve(name) else { return Err(Stop::Discard(1)) };
        let name = place.name;
        if place.subscript.is_some() {
            self.error(&format!("{name}: cannot assign list to array member"));
            return Err(Stop::Discard(1));
        }
        let var = self.vars.get(&name).cloned().unwrap_or_else(Var::unset);
        if var.attrs.has(Attrs::READONLY) {
            return Err(self.readonly_error(&name));
        }
        if var.dynamic.is_some_and(|d| self.set_dynamic(d, "")) {
            return Ok(());
        }
        let attrs = var.attrs;
        let value = if var.is_assoc() {
            let mut a = match var.value {
                Value::Assoc(a) if append => (*a).clone(),
                _ => Assoc::default(),
            };
            // Without subscripts, keys and values alternate (bash 5.1).
            let pairs = items.first().is_some_and(|(k, ..)| k.is_none());
            let mut pending: Option<String> = None;
            for (key, value, add) in items {
                match (key, pairs) {
                    (Some(k), _) => {
                        if k.is_empty() {
                            self.error(&format!("{name}[{k}]: bad array subscript"));
                            continue;
                        }
                        let old = add.then(|| a.get(&k).map(str::to_string)).flatten();
                        let v = self.converted(attrs, &value, old.as_deref())?;
                        a.set(&k, v);
                    }
                    (None, true) => match pending.take() {
                        None => pending = Some(value),
                        Some(k) => {
                            let v = self.converted(attrs, &value, None)?;
                            a.set(&k, v);
                        }
                    },
                    (None, false) => {
                        self.error(&format!(
                            "{name}: {value}: must use subscript when assigning associative array"
                        ));
                    }
                }
            }
            if let Some(k) = pending {
                a.set(&k, String::new());
            }
            Value::Assoc(Rc::new(a))
        } else {
            let mut a = match var.value {
                Value::Array(a) if append => (*a).clone(),
                Value::Scalar(s) if append => Array::from_values([s]),
                _ => Array::default(),
            };
            let mut next = if append { a.end() } else { 0 };
            for (key, value, add) in items {
                let i = match key {
                    Some(k) => {
                        // An index may be worked out of the elements before it.
                        if k.parse::<i64>().is_err() {
                            self.slot(mode, &name).value = Value::Array(Rc::new(a.clone()));
                        }
                        let i = self.eval_or_report(&k)?;
                        let i = if i < 0 { a.end().saturating_add(i) } else { i };
                        if i < 0 {
                            self.error(&format!("[{k}]={value}: bad array subscript"));
                            continue;
                        }
                        i
                    }
                    None => next,
                };
                let old = add.then(|| a.get(i).map(str::to_string)).flatten();
                let v = self.converted(attrs, &value, old.as_deref())?;
                a.set(i, v);
                next = i.saturating_add(1);
            }
            Value::Array(Rc::new(a))
        };
        let export = self.on(Opt::AllExport);
        let var = self.slot(mode, &name);
        var.value = value;
        if export {
            var.attrs.add(Attrs::EXPORT);
        }
        self.variable_changed(&name);
        Ok(())
    }

    /// `unset name` or `unset name[subscript]`; false when it is readonly.
    pub(crate) fn unset_place(&mut self, place: &Place) -> Res<bool> {
        let Some(var) = self.vars.get(&place.name) else { return Ok(true) };
        if var.attrs.has(Attrs::READONLY) {
            return Ok(false);
        }
        let Some(sub) = &place.subscript else {
            self.vars.unset(&place.name);
            self.variable_changed(&place.name);
            return Ok(true);
        };
        let value = var.value.clone();
        match value {
            Value::Assoc(mut a) => {
                Rc::make_mut(&mut a).remove(sub);
                self.vars.entry(&place.name).value = Value::Assoc(a);
            }
            Value::Array(mut a) => {
                if matches!(sub.as_str(), "@" | "*") {
                    self.vars.unset(&place.name);
                    return Ok(true);
                }
                let i = self.eval_or_report(sub)?;
                let i = if i < 0 { a.end().saturating_add(i) } else { i };
                if i < 0 {
                    self.builtin_error("unset", &format!("[{sub}]: bad array subscript"));
                    return Err(Stop::Discard(1));
                }
                Rc::make_mut(&mut a).remove(i);
                self.vars.entry(&place.name).value = Value::Array(a);
            }
            Value::Scalar(_) => {
                if self.eval_or_report(sub)? != 0 {
                    self.builtin_error("unset", &format!("{}: not an array variable", place.name));
                    return Err(Stop::Discard(1));
                }
                self.vars.unset(&place.name);
            }
            Value::Unset => {}
        }
        Ok(true)
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

impl arith::Vars for Shell {
    fn number(&mut self, name: &str) -> Option<i64> {
        match self.vars.get(name) {
            Some(Var { value: Value::Scalar(s), dynamic: None, attrs, .. })
                if !attrs.has(Attrs::NAMEREF) =>
            {
                match s.as_bytes() {
                    [b'0'] => Some(0),
                    [b'1'..=b'9', ..] | [b'-', b'1'..=b'9', ..] => s.parse().ok(),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn text(&mut self, t: &Target) -> Result<Option<String>, ArithError> {
        if &*t.name == "RANDOM" {
            self.next_random();
        }
        let place = self.arith_place(t)?;
        let text = self.place_text(&place).map(Cow::into_owned);
        if text.is_none() && self.on(Opt::NoUnset) {
            let what = match self.dialect {
                Dialect::Bash => "unbound variable",
                _ => "parameter not set",
            };
            let name = match &t.subscript {
                Some(s) => format!("{}[{s}]", t.name),
                None => t.name.to_string(),
            };
            return Err(ArithError::Fatal(format!("{name}: {what}")));
        }
        Ok(text)
    }

    fn store(&mut self, t: &Target, value: i64) -> Result<(), ArithError> {
        let silent = |_| ArithError::Variable(String::new());
        if t.subscript.is_none() {
            return self.assign(&t.name, None, &value.to_string(), false).map_err(silent);
        }
        let place = self.arith_place(t)?;
        self.assign(&place.name, place.subscript.as_deref(), &value.to_string(), false)
            .map_err(silent)
    }
}

impl Shell {
    fn arith_place(&mut self, t: &Target) -> Result<Place, ArithError> {
        let base = self.resolve(&t.name).map_err(|()| {
            ArithError::Variable(format!("warning: {}: circular name reference", t.name))
        })?;
        let Some(sub) = &t.subscript else { return Ok(base) };
        let assoc = self.vars.get(&base.name).is_some_and(Var::is_assoc);
        let text = if assoc {
            self.expand_subscript(&base.name, sub)
                .map_err(|_| ArithError::Variable(String::new()))?
        } else {
            self.eval_text(sub)?.to_string()
        };
        Ok(Place { name: base.name, subscript: Some(text) })
    }
}

/// Whether a text may be the target of a reference.
pub(crate) fn is_reference_target(text: &str) -> bool {
    is_name(text) || split_place(text).is_some()
}
