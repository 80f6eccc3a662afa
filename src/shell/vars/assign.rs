//! Assignment with all its rules: references, readonly, attributes, subscripts.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Array, Assoc, Attrs, Declared, Value, Var};
use crate::shell::Dialect;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::vars::{Place, split_place};

/// Whose variable is assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AssignMode {
    Normal,
    /// The global one, whatever hides it (`declare -g`).
    Global,
}

/// What has become of a variable that was to be unset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unset {
    Done,
    Readonly,
    /// It has been said why.
    Refused,
}

impl Shell {
    /// Whether a name is a reference without a target.
    fn open_reference(&self, name: &str) -> bool {
        self.vars
            .get(name)
            .is_some_and(|v| v.attrs.has(Attrs::NAMEREF) && v.text().is_none_or(str::is_empty))
    }

    /// What an unset variable under `set -u` or `${x?}` does to the shell.
    pub(crate) fn fatal_unset(&self) -> Stop {
        if self.interactive {
            return Stop::Discard(1);
        }
        match self.dialect {
            Dialect::Bash if self.command_string.is_some() && self.subshell == 0 => Stop::Exit(127),
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
        // Unlike an error of expansion, this one counts for `set -e`.
        if self.bash() && self.on(Opt::ErrExit) && !self.interactive {
            return Stop::Exit(1);
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
            if value.len() >= 4096 {
                self.charge(value.len())?;
            }
            if matches!(name, "PATH" | "OPTIND" | "POSIXLY_CORRECT" | "BASH_COMPAT") {
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
        let subscript = match subscript {
            Some(_) if self.open_reference(&place.name) => {
                self.error("`': not a valid identifier");
                return Err(Stop::Discard(1));
            }
            Some(s) => Some(s.to_string()),
            None => self.reference_index(place.clone())?.subscript,
        };
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
        let bytes = text.len() + if subscript.is_some() { 48 } else { 0 };
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
        self.charge(bytes)
    }

    pub(super) fn slot(&mut self, mode: AssignMode, name: &str) -> &mut Var {
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
            let n = self.eval_or_report(value);
            let mut n = n.map_err(|stop| self.give_up_text(stop))?;
            if let Some(old) = old {
                n = self.eval_text(old).unwrap_or(0).wrapping_add(n);
            }
            return Ok(n.to_string());
        }
        let before = old.map_or(0, str::len);
        if before + value.len() > crate::shell::limits::TEXT {
            return Err(self.out_of_memory(before + value.len()));
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
        if let Some(d) = self.vars.get(name).and_then(|v| v.dynamic)
            && self.store_dynamic(d, sub, &text)?
        {
            return Ok(());
        }
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
        let i = self.eval_index(sub)?;
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

    /// `unset name` or `unset name[subscript]`.
    pub(crate) fn unset_place(&mut self, place: &Place) -> Res<Unset> {
        let Some(var) = self.vars.get(&place.name) else { return Ok(Unset::Done) };
        if var.attrs.has(Attrs::READONLY) {
            return Ok(Unset::Readonly);
        }
        let Some(sub) = &place.subscript else {
            self.vars.unset(&place.name);
            self.variable_changed(&place.name);
            return Ok(Unset::Done);
        };
        let value = var.value.clone();
        match value {
            Value::Assoc(mut a) => {
                Rc::make_mut(&mut a).remove(sub);
                self.vars.entry(&place.name).value = Value::Assoc(a);
            }
            Value::Array(mut a) => {
                if matches!(sub.as_str(), "@" | "*") {
                    // The elements go, the array stays.
                    self.vars.entry(&place.name).value = Value::Array(Rc::default());
                    return Ok(Unset::Done);
                }
                let i = self.eval_index(sub)?;
                let i = if i < 0 { a.end().saturating_add(i) } else { i };
                if i < 0 {
                    self.builtin_error("unset", &format!("[{sub}]: bad array subscript"));
                    return Ok(Unset::Refused);
                }
                Rc::make_mut(&mut a).remove(i);
                self.vars.entry(&place.name).value = Value::Array(a);
            }
            Value::Scalar(_) => {
                if self.eval_index(sub)? != 0 {
                    self.builtin_error("unset", &format!("{}: not an array variable", place.name));
                    return Ok(Unset::Refused);
                }
                self.vars.unset(&place.name);
            }
            Value::Unset => {}
        }
        Ok(Unset::Done)
    }
}
