//! Assignments: those that stand alone, and those before a command, which last as long as it runs.

use std::rc::Rc;

use super::simple::{Args, Elements};
use crate::shell::Dialect;
use crate::shell::expand::Mode;
use crate::shell::options::Opt;
use crate::shell::quote;
use crate::shell::state::{Res, Shell, Stop};
use crate::shell::syntax::ast::{Assign, AssignValue, Command, Element, Kind};
use crate::shell::vars::{AssignMode, Attrs, Declared, Value, Var};

/// What is assigned, expanded.
pub(crate) enum Assigned {
    Text(String),
    Array(Elements),
}

/// A variable that a command has for itself, and what it hides.
pub(crate) struct Temporary {
    pub name: String,
    pub hidden: Option<Var>,
}

impl Shell {
    /// The subscript's text: a key as it is, an index expanded.
    pub(super) fn assign_target(&mut self, a: &Assign) -> Res<Option<String>> {
        let Some(w) = &a.subscript else { return Ok(None) };
        Ok(Some(self.subscript_text(&a.name, w)?))
    }

    fn subscript_text(&mut self, name: &str, w: &crate::shell::syntax::ast::Word) -> Res<String> {
        let name = match self.resolve(name) {
            Ok(p) => p.name,
            Err(()) => name.to_string(),
        };
        self.index_text(&name, w)
    }

    /// The value; nothing in it waits. With `keys` it is for an associative array.
    pub(super) fn assign_value(&mut self, a: &Assign, keys: bool) -> Res<Assigned> {
        Ok(match &a.value {
            AssignValue::Scalar(w) => Assigned::Text(self.expand_assigned(w)?),
            AssignValue::Array(es) => {
                let keys = keys || self.holds_keys(&a.name);
                Assigned::Array(self.elements(&a.name, es, keys)?)
            }
        })
    }

    /// Whether what is assigned to a name in parentheses are keys and values.
    pub(crate) fn holds_keys(&self, name: &str) -> bool {
        let name = self.resolve(name).map_or_else(|()| name.to_string(), |p| p.name);
        self.vars.get(&name).is_some_and(Var::is_assoc)
    }

    /// Elements of an array, expanded. Keys and values are each one word, whatever is in them.
    pub(crate) fn elements(&mut self, name: &str, es: &[Element], keys: bool) -> Res<Elements> {
        let mut out = Vec::new();
        for e in es {
            match &e.subscript {
                Some(s) => {
                    let key = self.subscript_text(name, s)?;
                    out.push((Some(key), self.expand_assigned(&e.value)?, e.append));
                }
                None if keys => out.push((None, self.expand_assigned(&e.value)?, false)),
                None => {
                    let mut words = Vec::new();
                    self.expand_into(&e.value, &mut words)?;
                    out.extend(words.into_iter().map(|w| (None, w, false)));
                }
            }
        }
        Ok(out)
    }

    pub(super) async fn assign_value_wait(&mut self, a: &Assign, keys: bool) -> Res<Assigned> {
        if !a.waits() {
            return self.assign_value(a, keys);
        }
        Ok(match &a.value {
            AssignValue::Scalar(w) => Assigned::Text(self.text_wait(w, Mode::Text, true).await?),
            AssignValue::Array(es) => {
                let mut out = Vec::new();
                for e in es {
                    match &e.subscript {
                        Some(s) => {
                            let key = if s.waits {
                                self.text_wait(s, Mode::Text, false).await?
                            } else {
                                self.subscript_text(&a.name, s)?
                            };
                            let value = self.text_wait(&e.value, Mode::Text, true).await?;
                            out.push((Some(key), value, e.append));
                        }
                        None if keys || self.holds_keys(&a.name) => {
                            let value = self.text_wait(&e.value, Mode::Text, true).await?;
                            out.push((None, value, false));
                        }
                        None => {
                            let mut words = Vec::new();
                            self.expand_wait(&e.value, &mut words).await?;
                            out.extend(words.into_iter().map(|w| (None, w, false)));
                        }
                    }
                }
                Assigned::Array(out)
            }
        })
    }

    /// Makes an assignment that stands alone.
    pub(super) fn run_assign(&mut self, a: &Assign) -> Res<()> {
        let target = self.assign_target(a)?;
        let value = self.assign_value(a, false)?;
        self.store_assign(a, target, value)
    }

    pub(super) async fn run_assign_wait(&mut self, a: &Assign) -> Res<()> {
        if !a.waits() {
            return self.late(|sh| sh.run_assign(a)).await;
        }
        let target = match &a.subscript {
            Some(w) if w.waits => Some(self.text_wait(w, Mode::Text, false).await?),
            _ => self.assign_target(a)?,
        };
        let value = self.assign_value_wait(a, false).await?;
        if let Assigned::Text(text) = &value {
            let traced =
                |sh: &mut Shell| sh.store_assign(a, target.clone(), Assigned::Text(text.clone()));
            return self.late(traced).await;
        }
        self.store_assign(a, target, value)
    }

    fn store_assign(&mut self, a: &Assign, target: Option<String>, value: Assigned) -> Res<()> {
        if self.on(Opt::XTrace) {
            self.trace_assign(a, target.as_deref(), &value);
        }
        match value {
            Assigned::Text(t) => self.assign(&a.name, target.as_deref(), &t, a.append),
            Assigned::Array(_) if target.is_some() => {
                let at = a.subscript.as_ref().map_or("", |w| &w.raw);
                self.give_up(&format!("{}[{at}]: cannot assign list to array member", a.name))
            }
            Assigned::Array(items) => {
                self.assign_array(AssignMode::Normal, &a.name, items, a.append)
            }
        }
    }

    /// Adds an assignment to the arguments of `declare`.
    pub(super) fn put_declare_arg(
        &mut self,
        a: &Assign,
        target: Option<String>,
        value: Assigned,
        args: &mut Args,
    ) {
        let op = if a.append { "+=" } else { "=" };
        let name = match target {
            Some(t) => format!("{}[{t}]", a.name),
            None => a.name.to_string(),
        };
        let at = args.words.len();
        args.assigned.push(at);
        match value {
            Assigned::Text(t) => args.words.push(format!("{name}{op}{t}")),
            Assigned::Array(items) => {
                args.words.push(format!("{name}{op}"));
                args.arrays.push((at, items));
            }
        }
    }

    /// Makes the assignments before a command, and says what they hide.
    pub(super) async fn temporaries(&mut self, command: &Rc<Command>) -> Res<Vec<Temporary>> {
        let Kind::Simple(s) = &command.kind else { return Ok(Vec::new()) };
        let mut out = Vec::new();
        for a in &s.assigns {
            let value = match self.assign_value_wait(a, false).await {
                Ok(Assigned::Text(t)) => t,
                Ok(Assigned::Array(items)) => {
                    // An array can not be exported; bash hands on its text.
                    let parts: Vec<String> = items.into_iter().map(|(_, v, _)| v).collect();
                    format!("({})", parts.join(" "))
                }
                Err(stop) => {
                    self.drop_temporaries(out);
                    return Err(stop);
                }
            };
            if self.on(Opt::XTrace) {
                self.trace_assign(a, None, &Assigned::Text(value.clone()));
            }
            // An element can not be put into the environment.
            if let Some(sub) = a.subscript.as_ref().filter(|_| self.bash()) {
                self.error(&format!("`{}[{}]': not a valid identifier", a.name, sub.raw));
                continue;
            }
            let name = self.resolve(&a.name).map_or_else(|()| a.name.to_string(), |p| p.name);
            let old = self.vars.get(&name).cloned();
            let attrs = old.as_ref().map_or(Attrs::default(), |v| v.attrs);
            if attrs.has(Attrs::READONLY) {
                let stop = self.readonly_error(&name);
                if self.bash() && !self.on(Opt::Posix) {
                    continue;
                }
                self.drop_temporaries(out);
                return Err(stop);
            }
            let before =
                old.as_ref().and_then(|v| v.text()).filter(|_| a.append).map(str::to_string);
            let text = match self.converted(attrs, &value, before.as_deref()) {
                Ok(t) => t,
                Err(stop) => {
                    self.drop_temporaries(out);
                    return Err(stop);
                }
            };
            let mut attrs = attrs;
            attrs.add(Attrs::EXPORT);
            attrs.remove(Attrs::NAMEREF);
            let level = old.as_ref().map_or(0, |v| v.level);
            let var = Var {
                value: Value::Scalar(text),
                attrs,
                level,
                dynamic: None,
                declared: Declared::Scalar,
            };
            let hidden = self.vars.put(&name, Some(var));
            self.variable_changed(&name);
            out.push(Temporary { name, hidden });
        }
        Ok(out)
    }

    /// Takes back the assignments before a command.
    pub(super) fn drop_temporaries(&mut self, all: Vec<Temporary>) {
        for t in all.into_iter().rev() {
            self.vars.put(&t.name, t.hidden);
            self.variable_changed(&t.name);
        }
    }

    /// Shows an assignment under `set -x`.
    fn trace_assign(&mut self, a: &Assign, target: Option<&str>, value: &Assigned) {
        let op = if a.append { "+=" } else { "=" };
        let name = match target {
            Some(t) => format!("{}[{t}]", a.name),
            None => a.name.to_string(),
        };
        let text = match value {
            Assigned::Text(t) if t.is_empty() => String::new(),
            Assigned::Text(t) if self.dialect == Dialect::Ash => quote::ash(t),
            Assigned::Text(t) if self.dialect == Dialect::Dash => t.clone(),
            Assigned::Text(t) => quote::trace(t),
            // bash shows the elements as they were written.
            Assigned::Array(_) if self.bash() => match a.raw.find("=(") {
                Some(at) => a.raw[at + 1..].to_string(),
                None => String::new(),
            },
            Assigned::Array(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|(k, v, _)| match k {
                        Some(k) => format!("[{k}]={}", quote::trace(v)),
                        None => quote::trace(v),
                    })
                    .collect();
                format!("({})", items.join(" "))
            }
        };
        self.trace_line(&format!("{name}{op}{text}"));
    }

    /// A message and the giving up of the command line.
    pub(crate) fn give_up<T>(&mut self, message: &str) -> Res<T> {
        self.error(message);
        Err(Stop::Discard(1))
    }
}
