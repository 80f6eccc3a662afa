//! Assignment of whole arrays.

use std::rc::Rc;

use super::{Array, AssignMode, Assoc, Attrs, Dynamic, Value, Var};
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell, Stop};

impl Shell {
    fn append_items(
        &mut self,
        name: &str,
        attrs: Attrs,
        items: Vec<(Option<String>, String, bool)>,
    ) -> Res<()> {
        let mut bytes = 0;
        let plain = attrs.0 & !(Attrs::EXPORT.0 | Attrs::TRACE.0) == 0;
        for (_, value, _) in items {
            let v = if plain { value } else { self.converted(attrs, &value, None)? };
            bytes += v.len() + 48;
            if let Value::Array(a) = &mut self.vars.entry(name).value {
                let a = Rc::make_mut(a);
                a.set(a.end(), v);
            }
        }
        if self.on(Opt::AllExport) {
            self.vars.entry(name).attrs.add(Attrs::EXPORT);
        }
        self.variable_changed(name);
        self.charge(bytes)
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
        let mut var = self.vars.get(&name).cloned().unwrap_or_else(Var::unset);
        if var.attrs.has(Attrs::NAMEREF) {
            self.error(&format!("warning: {name}: removing nameref attribute"));
            var.attrs.remove(Attrs::NAMEREF);
            self.slot(mode, &name).attrs.remove(Attrs::NAMEREF);
        }
        if var.attrs.has(Attrs::READONLY) {
            return Err(self.readonly_error(&name));
        }
        if var.dynamic.is_some_and(|d| self.set_dynamic(d, "")) {
            return Ok(());
        }
        if let Some(d @ (Dynamic::BashAliases | Dynamic::BashCmds | Dynamic::DirStack)) =
            var.dynamic
        {
            // What is not named stays.
            for (i, (key, value, _)) in items.into_iter().enumerate() {
                self.store_dynamic(d, &key.unwrap_or_else(|| i.to_string()), &value)?;
            }
            return Ok(());
        }
        let attrs = var.attrs;
        // Appending to what is there touches nothing but the end.
        if append
            && mode == AssignMode::Normal
            && matches!(var.value, Value::Array(_))
            && items.iter().all(|(key, ..)| key.is_none())
        {
            drop(var);
            return self.append_items(&name, attrs, items);
        }
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
                        let i = self.eval_index(&k)?;
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
        let bytes = crate::shell::memory::size(&value);
        let var = self.slot(mode, &name);
        var.value = value;
        if export {
            var.attrs.add(Attrs::EXPORT);
        }
        self.variable_changed(&name);
        self.charge(bytes)
    }
}
