//! What names mean in a jq program.

use super::ast::{Def, F};
use super::builtins;
use super::json::J;
use std::rc::Rc;

impl Env {
    /// No names.
    pub fn root() -> Rc<Env> {
        Rc::new(Env { parent: None, bind: Bind::Root })
    }

    /// With a variable.
    pub fn var(self: &Rc<Env>, name: &Rc<str>, v: J) -> Rc<Env> {
        Rc::new(Env { parent: Some(self.clone()), bind: Bind::Var(name.clone(), v) })
    }

    /// With a function.
    pub fn def(self: &Rc<Env>, d: &Rc<Def>) -> Rc<Env> {
        Rc::new(Env { parent: Some(self.clone()), bind: Bind::Def(d.clone()) })
    }

    /// With a parameter: a filter and what its names mean.
    pub(super) fn param(self: &Rc<Env>, name: &Rc<str>, f: F, home: &Rc<Env>) -> Rc<Env> {
        let bind = Bind::Param(name.clone(), f, home.clone());
        Rc::new(Env { parent: Some(self.clone()), bind })
    }

    /// What a call means: a parameter, or a function and the names it sees (itself among them).
    pub(super) fn find(self: &Rc<Env>, name: &str, arity: usize) -> Option<Found> {
        let mut at = Some(self.clone());
        while let Some(e) = at {
            match &e.bind {
                Bind::Param(n, f, home) if arity == 0 && **n == *name => {
                    return Some(Found::Param(f.clone(), home.clone()));
                }
                Bind::Def(d) if *d.name == *name && d.params.len() == arity => {
                    return Some(Found::Def(d.clone(), e.clone()));
                }
                _ => at = e.parent.clone(),
            }
        }
        None
    }

    pub(super) fn up(&self) -> impl Iterator<Item = &Env> {
        std::iter::successors(Some(self), |e| e.parent.as_deref())
    }

    /// The complaints about names that are not known.
    pub fn check(self: &Rc<Env>, f: &F) -> Vec<String> {
        super::check::check(f, &|name, arity| self.knows(name, arity), &|v| {
            self.up().any(|e| matches!(&e.bind, Bind::Var(n, _) if **n == *v))
        })
    }

    pub(super) fn knows(&self, name: &str, arity: usize) -> bool {
        builtins::is_native(name, arity)
            || self.up().any(
                |e| matches!(&e.bind, Bind::Def(d) if *d.name == *name && d.params.len() == arity),
            )
    }
}

/// What names mean, innermost first.
pub struct Env {
    pub(super) parent: Option<Rc<Env>>,
    pub(super) bind: Bind,
}

/// What a name of a function means.
pub(super) enum Found {
    Param(F, Rc<Env>),
    Def(Rc<Def>, Rc<Env>),
}

pub(super) enum Bind {
    Var(Rc<str>, J),
    Def(Rc<Def>),
    Param(Rc<str>, F, Rc<Env>),
    Label(Rc<str>, u64),
    Root,
}
