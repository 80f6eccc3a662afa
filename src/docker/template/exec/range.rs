//! `range`: over what it can go, and what its variables hold. All other nodes are the parent's.

use super::super::ast::{Node, Pipe};
use super::super::print::sprint;
use super::super::value::Val;
use super::{Run, Step, Stop};
use std::borrow::Cow;
use std::rc::Rc;

impl Run<'_> {
    /// Runs what has another dot, which is boxed or not.
    pub(super) fn seen(
        &mut self,
        boxed: bool,
        run: impl FnOnce(&mut Self) -> Step<()>,
    ) -> Step<()> {
        let outer = std::mem::replace(&mut self.boxed, boxed);
        let result = run(self);
        self.boxed = outer;
        result
    }

    pub(super) fn range(
        &mut self,
        pipe: &Pipe,
        body: &Rc<[Node]>,
        other: &Rc<[Node]>,
        dot: &Val,
    ) -> Step<()> {
        let value = self.pipe_value(pipe, dot)?;
        let items: Vec<(Val, Val)> = match &value {
            Val::List(items, _) => {
                items.iter().enumerate().map(|(i, v)| (Val::Int(i as i64), v.clone())).collect()
            }
            Val::Map(map, _) => map.iter().map(|(k, v)| (Val::text(k), v.clone())).collect(),
            Val::Int(n) => {
                let n = (*n).clamp(0, 1 << 20);
                (0..n).map(|i| (Val::Int(i), Val::Int(i))).collect()
            }
            Val::Missing => Vec::new(),
            Val::Nil(t) if t.starts_with("[]") || t.starts_with("map[") => Vec::new(),
            other => {
                let text = format!("range can't iterate over {}", sprint(other));
                return self.fail(pipe.pos, &pipe.to_string(), text);
            }
        };
        if matches!(value, Val::Int(_)) && pipe.vars.len() > 1 {
            let (pos, shown) = at(pipe);
            let text =
                format!("can't use {} to iterate over more than one variable", sprint(&value));
            return self.fail(pos, &shown, text);
        }
        if items.is_empty() {
            return self.scoped(other, dot);
        }
        let mark = self.vars.len();
        for (key, item) in items {
            match (&pipe.vars[..], pipe.assign) {
                ([], _) => {}
                ([v], false) => self.vars.push((Cow::Owned(v.clone()), item.clone())),
                ([v], true) => self.assign(v, item.clone()),
                ([k, v, ..], false) => {
                    self.vars.push((Cow::Owned(k.clone()), key));
                    self.vars.push((Cow::Owned(v.clone()), item.clone()));
                }
                ([k, v, ..], true) => {
                    self.assign(k, key);
                    self.assign(v, item.clone());
                }
            }
            let step = self.seen(holds_any(&value), |run| run.scoped(body, &item));
            self.vars.truncate(mark);
            match step {
                Ok(()) | Err(Stop::Continue) => {}
                Err(Stop::Break) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// The place that Go names once a pipeline has been looked at: its last command's first word.
pub(super) fn at(pipe: &Pipe) -> (usize, String) {
    match pipe.commands.last().and_then(|c| c.args.first()) {
        Some(arg) => (arg.pos, arg.to_string()),
        None => (pipe.pos, pipe.to_string()),
    }
}

/// Whether a map's items are of no type in particular.
pub(super) fn holds_any(value: &Val) -> bool {
    matches!(value, Val::Map(_, t) | Val::List(_, t) if t.ends_with("interface {}"))
}
