//! The shell's own tables as variables that can be read and set: BASH_ALIASES, BASH_CMDS, DIRSTACK.

use std::rc::Rc;

use super::{Assoc, Dynamic, Value};
use crate::shell::state::{Res, Shell};

impl Shell {
    /// A table with names for keys, if the variable is one.
    pub(crate) fn dynamic_assoc(&self, d: Dynamic) -> Option<Assoc> {
        let mut table = Assoc::default();
        match d {
            Dynamic::BashAliases => {
                for (name, text) in self.aliases.iter() {
                    table.set(name, text.clone());
                }
            }
            Dynamic::BashCmds => {
                for (name, (path, _)) in self.hashed.iter() {
                    table.set(name, path.clone());
                }
            }
            _ => return None,
        }
        Some(table)
    }

    /// The associative array that a name holds, the shell's own tables too.
    pub(crate) fn assoc_of(&self, name: &str) -> Option<Rc<Assoc>> {
        let var = self.vars.get(name)?;
        match (&var.value, var.dynamic) {
            (_, Some(d)) => self.dynamic_assoc(d).map(Rc::new),
            (Value::Assoc(a), None) => Some(a.clone()),
            _ => None,
        }
    }

    /// Sets an element of such a table; false when the variable is none.
    pub(super) fn store_dynamic(&mut self, d: Dynamic, key: &str, text: &str) -> Res<bool> {
        match d {
            Dynamic::BashAliases => {
                Rc::make_mut(&mut self.aliases).insert(key.to_string(), text.to_string());
            }
            Dynamic::BashCmds => {
                Rc::make_mut(&mut self.hashed).insert(key.to_string(), (text.to_string(), 0));
            }
            Dynamic::DirStack => {
                // The first is the working directory, which does not change so.
                let i = self.eval_index(key)?;
                let at = usize::try_from(i).ok().and_then(|i| i.checked_sub(1));
                if let Some(dir) = at.and_then(|i| self.dirs.get_mut(i)) {
                    *dir = text.to_string();
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}
