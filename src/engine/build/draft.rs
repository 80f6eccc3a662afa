//! What instructions have made of an image so far, besides its files: its configuration, and the variables
//! that stand for something.

use std::collections::BTreeMap;

use crate::engine::api::config::ImageConfig;
use crate::engine::run::spec::PATH;

use super::dockerfile::Instruction;
use super::lexer::Lookup;
use super::metadata::{apply, set_env};
use super::words::pairs;

/// Variables of a stage.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// What is set, by ENV or by ARG, whichever came last.
    set: Vec<(String, String)>,
    /// What ARG declares, in order.
    declared: Vec<(String, Option<String>)>,
}

impl Scope {
    /// A variable's value.
    pub fn get(&self, name: &str) -> Option<String> {
        self.set.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone())
    }

    /// The names of all that are set.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.set.iter().map(|(name, _)| name.as_str())
    }

    /// Whether an ARG declares a name.
    pub fn declares(&self, name: &str) -> bool {
        self.declared.iter().any(|(n, _)| n == name)
    }

    fn put(&mut self, name: &str, value: &str) {
        match self.set.iter_mut().find(|(n, _)| n == name) {
            Some((_, old)) => *old = value.to_string(),
            None => self.set.push((name.to_string(), value.to_string())),
        }
    }

    /// ARG.
    pub fn declare(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = &value {
            self.put(name, value);
        }
        match self.declared.iter_mut().find(|(n, _)| n == name) {
            Some((_, old)) => *old = value,
            None => self.declared.push((name.to_string(), value)),
        }
    }

    /// The value that an ARG gave a name, if it did.
    pub fn declared_value(&self, name: &str) -> Option<&str> {
        self.declared.iter().find(|(n, _)| n == name).and_then(|(_, value)| value.as_deref())
    }

    /// The variables that a command gets, each as `NAME=value`.
    pub fn environment(&self) -> Vec<String> {
        self.set.iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    /// What was declared, with the values that count here, each as `NAME=value`.
    pub fn arguments(&self) -> Vec<String> {
        let value = |name: &str, own: &Option<String>| self.get(name).or_else(|| own.clone());
        let each = self.declared.iter();
        each.map(|(n, own)| format!("{n}={}", value(n, own).unwrap_or_default())).collect()
    }
}

/// An image in the making, without its files.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Its configuration.
    pub config: ImageConfig,
    /// Its variables.
    pub scope: Scope,
    /// Whether a WORKDIR of the Dockerfile has been followed.
    pub moved: bool,
    /// The lines of those instructions of which only the last one counts.
    last: BTreeMap<String, (usize, usize)>,
}

impl Draft {
    /// One that begins with an image.
    pub fn of(config: ImageConfig) -> Draft {
        Draft { config, ..Draft::default() }.begun()
    }

    /// One that begins with another stage.
    pub fn after(base: &Draft) -> Draft {
        Draft { last: BTreeMap::new(), ..base.clone() }.begun()
    }

    /// With the variables that the configuration sets, of which PATH is always one.
    fn begun(mut self) -> Draft {
        if !self.config.env.iter().flatten().any(|v| v.starts_with("PATH=")) {
            set_env(&mut self.config.env, "PATH", PATH);
        }
        for variable in self.config.env.clone().unwrap_or_default() {
            let (name, value) = variable.split_once('=').unwrap_or((&variable, ""));
            self.scope.put(name, value);
        }
        self
    }

    /// The lines of the instruction of that name that was followed last in this stage.
    pub fn before(&self, name: &str) -> Option<(usize, usize)> {
        self.last.get(name).copied()
    }

    /// Follows an instruction that makes no files, or that makes a directory to be in.
    pub fn follow(&mut self, i: &Instruction, escape: char, get: Lookup<'_>) -> Result<(), String> {
        let mut cmd_set = self.last.contains_key("CMD");
        apply(&mut self.config, i, escape, get, &mut cmd_set)?;
        match i.name.as_str() {
            "ENV" => {
                for (name, value) in pairs("ENV", &i.rest, escape, get)? {
                    self.scope.put(&name, &value);
                }
            }
            "CMD" | "ENTRYPOINT" | "HEALTHCHECK" => {
                self.last.insert(i.name.clone(), i.lines());
            }
            "WORKDIR" => self.moved = true,
            _ => {}
        }
        Ok(())
    }
}
