//! The shell's variables: values, attributes, scopes. Names that have a meaning of their own
//! (`RANDOM`, `LINENO`..) belong to `special`; assignment with all its rules to `assign`.

mod arith;
mod array;
mod assign;
mod compound;
mod place;
mod show;
mod special;
mod tables;

pub(crate) use array::{Array, Assoc};
pub(crate) use assign::{AssignMode, Unset};
pub(crate) use place::{Place, is_reference_target, split_place};
pub(crate) use show::{declaration, key as show_key, letters as show_letters, value as show_value};
pub(crate) use special::{Dynamic, shown as is_shown};

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

/// A hash without a seed: the same in every run.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct NameHasher(u64);

impl Hasher for NameHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let mixed = self.0.rotate_left(5) ^ u64::from_le_bytes(word);
            self.0 = mixed.wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }
}

/// A map by name. Never iterated without sorting.
pub(crate) type NameMap<V> = HashMap<Rc<str>, V, BuildHasherDefault<NameHasher>>;

/// Attributes given by `declare`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Attrs(pub u16);

impl Attrs {
    pub(crate) const EXPORT: Attrs = Attrs(1);
    pub(crate) const READONLY: Attrs = Attrs(2);
    pub(crate) const INTEGER: Attrs = Attrs(4);
    pub(crate) const LOWER: Attrs = Attrs(8);
    pub(crate) const UPPER: Attrs = Attrs(16);
    pub(crate) const CAPITAL: Attrs = Attrs(32);
    pub(crate) const TRACE: Attrs = Attrs(64);
    pub(crate) const NAMEREF: Attrs = Attrs(128);

    pub(crate) fn has(self, a: Attrs) -> bool {
        self.0 & a.0 != 0
    }

    pub(crate) fn add(&mut self, a: Attrs) {
        self.0 |= a.0;
    }

    pub(crate) fn remove(&mut self, a: Attrs) {
        self.0 &= !a.0;
    }
}

/// What a variable holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// Declared, but without a value.
    Unset,
    Scalar(String),
    Array(Rc<Array>),
    Assoc(Rc<Assoc>),
}

/// A variable.
#[derive(Debug, Clone)]
pub(crate) struct Var {
    pub value: Value,
    pub attrs: Attrs,
    /// How many function calls were active where it was made local; 0 is global.
    pub level: u32,
    /// Its value is worked out when asked for.
    pub dynamic: Option<Dynamic>,
    /// `declare -a` or `-A` was given before there was a value.
    pub declared: Declared,
}

/// The kind that a variable without a value will have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Declared {
    #[default]
    Scalar,
    Array,
    Assoc,
}

impl Var {
    /// A global variable with a value.
    pub(crate) fn scalar(s: impl Into<String>) -> Var {
        Var { value: Value::Scalar(s.into()), ..Var::unset() }
    }

    /// A global variable without one.
    pub(crate) fn unset() -> Var {
        Var {
            value: Value::Unset,
            attrs: Attrs::default(),
            level: 0,
            dynamic: None,
            declared: Declared::Scalar,
        }
    }

    pub(crate) fn is_array(&self) -> bool {
        matches!(self.value, Value::Array(_)) || (self.declared == Declared::Array)
    }

    pub(crate) fn is_assoc(&self) -> bool {
        matches!(self.value, Value::Assoc(_)) || (self.declared == Declared::Assoc)
    }

    /// The value without a subscript: of an array, its element 0.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Unset => None,
            Value::Scalar(s) => Some(s),
            Value::Array(a) => a.get(0),
            Value::Assoc(a) => a.get("0"),
        }
    }
}

/// All variables, with those that local ones hide.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vars {
    map: Rc<NameMap<Var>>,
    /// For each active function call, what its locals hide.
    frames: Vec<Vec<(Rc<str>, Option<Var>)>>,
}

impl Vars {
    /// A variable as it is, references not followed.
    pub(crate) fn get(&self, name: &str) -> Option<&Var> {
        self.map.get(name)
    }

    /// A variable to change; the caller has checked that it may be.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Var> {
        Rc::make_mut(&mut self.map).get_mut(name)
    }

    /// A variable to change, made (global) when there is none.
    pub(crate) fn entry(&mut self, name: &str) -> &mut Var {
        let map = Rc::make_mut(&mut self.map);
        if !map.contains_key(name) {
            map.insert(name.into(), Var::unset());
        }
        map.get_mut(name).expect("was just put in")
    }

    /// Puts a variable in place of whatever has the name; its former self is returned.
    pub(crate) fn put(&mut self, name: &str, var: Option<Var>) -> Option<Var> {
        let map = Rc::make_mut(&mut self.map);
        match var {
            Some(v) => map.insert(name.into(), v),
            None => map.remove(name),
        }
    }

    /// How many function calls are active.
    pub(crate) fn level(&self) -> u32 {
        self.frames.len() as u32
    }

    /// A function call begins.
    pub(crate) fn push_frame(&mut self) {
        self.frames.push(Vec::new());
    }

    /// A function call ends: what its locals hid is seen again.
    pub(crate) fn pop_frame(&mut self) {
        if let Some(saved) = self.frames.pop() {
            for (name, var) in saved.into_iter().rev() {
                self.put(&name, var);
            }
        }
    }

    /// Makes a name local to the running function; says whether it was not before.
    pub(crate) fn make_local(&mut self, name: &str) -> bool {
        let level = self.level();
        if self.get(name).is_some_and(|v| v.level == level) {
            return false;
        }
        let var = Var { level, ..Var::unset() };
        let old = self.put(name, Some(var));
        if let Some(frame) = self.frames.last_mut() {
            frame.push((name.into(), old));
        }
        true
    }

    /// What a local hides (for `local x` under `localvar_inherit`, and `local -`).
    pub(crate) fn hidden(&self, name: &str) -> Option<&Var> {
        let frame = self.frames.last()?;
        frame.iter().rev().find(|(n, _)| &**n == name)?.1.as_ref()
    }

    /// The global variable of a name, under all locals.
    pub(crate) fn global_mut(&mut self, name: &str) -> &mut Var {
        let hidden = self
            .frames
            .iter()
            .position(|f| f.iter().any(|(n, _)| &**n == name))
            .filter(|_| self.map.get(name).is_some_and(|v| v.level > 0));
        match hidden {
            Some(i) => {
                let slot = self.frames[i].iter_mut().find(|(n, _)| &**n == name);
                let (_, var) = slot.expect("the frame holds the name");
                var.get_or_insert_with(Var::unset)
            }
            None => self.entry(name),
        }
    }

    /// Unsets a variable. A local of the running function stays local without a value; a local of
    /// a caller goes, and what it hid is seen (bash manual, "local").
    pub(crate) fn unset(&mut self, name: &str) {
        let Some(level) = self.get(name).map(|v| v.level) else { return };
        if level == 0 {
            self.put(name, None);
        } else if level == self.level() {
            self.put(name, Some(Var { level, ..Var::unset() }));
        } else {
            let frame = &mut self.frames[level as usize - 1];
            let old = frame.iter().rposition(|(n, _)| &**n == name).map(|i| frame.remove(i).1);
            self.put(name, old.flatten());
        }
    }

    /// About how many bytes all values take.
    pub(crate) fn size(&self) -> usize {
        let hidden = self.frames.iter().flatten().filter_map(|(_, v)| v.as_ref());
        // A sum is the same in any order.
        self.map.values().chain(hidden).map(|v| crate::shell::memory::size(&v.value)).sum()
    }

    /// All names, sorted.
    pub(crate) fn names(&self) -> Vec<Rc<str>> {
        let mut names: Vec<Rc<str>> = self.map.keys().cloned().collect();
        names.sort();
        names
    }

    /// The environment for another program, sorted by name.
    pub(crate) fn environment(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = self
            .map
            .iter()
            .filter(|(_, v)| v.attrs.has(Attrs::EXPORT))
            .filter_map(|(n, v)| match &v.value {
                Value::Scalar(s) => Some((n.to_string(), s.clone())),
                _ => None,
            })
            .collect();
        out.sort();
        out
    }
}
