//! The parts of a parsed template, and how Go writes them back in error texts.

use crate::golang::quote::quote;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// A whole template: its own body and those it defines.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The text it was read from, for positions.
    pub text: Rc<str>,
    /// Its body.
    pub body: Rc<[Node]>,
    /// Bodies by name.
    pub defined: BTreeMap<String, Rc<[Node]>>,
}

/// Where something stands in the text, in bytes.
pub type Pos = usize;

/// A piece of a body.
#[derive(Clone, Debug)]
pub enum Node {
    /// Text that is copied.
    Text(Rc<str>),
    /// A pipeline whose value is printed.
    Action(Pipe),
    /// `if`, with what follows `else`.
    If(Pipe, Rc<[Node]>, Rc<[Node]>),
    /// `with`.
    With(Pipe, Rc<[Node]>, Rc<[Node]>),
    /// `range`.
    Range(Pipe, Rc<[Node]>, Rc<[Node]>),
    /// `template "name" pipeline`.
    Template(Pos, String, Option<Pipe>),
    /// `break`.
    Break,
    /// `continue`.
    Continue,
}

/// Commands joined by `|`, perhaps with variables that take the value.
#[derive(Clone, Debug)]
pub struct Pipe {
    /// Where it starts.
    pub pos: Pos,
    /// Variables before `:=` or `=`.
    pub vars: Vec<String>,
    /// `=` rather than `:=`.
    pub assign: bool,
    /// The commands.
    pub commands: Vec<Command>,
}

/// A function, method or value with its arguments.
#[derive(Clone, Debug)]
pub struct Command {
    /// Where it starts.
    pub pos: Pos,
    /// The words.
    pub args: Vec<Arg>,
}

/// One word of a command.
#[derive(Clone, Debug)]
pub struct Arg {
    /// Where it stands.
    pub pos: Pos,
    /// What it is.
    pub kind: ArgKind,
}

/// What a word of a command is.
#[derive(Clone, Debug)]
pub enum ArgKind {
    /// `.`
    Dot,
    /// `nil`
    Nil,
    /// `true`, `false`
    Bool(bool),
    /// A number: as written, and its value.
    Number(String, Number),
    /// A string: as written, and its value.
    Text(String, Rc<str>),
    /// `.A.B`
    Field(Vec<String>),
    /// `$x.A`: variable, then fields.
    Variable(String, Vec<String>),
    /// A function's name.
    Function(String),
    /// `(...)`
    Pipe(Pipe),
    /// `(...).A.B`
    Chain(Box<Arg>, Vec<String>),
}

/// A number in a template.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Whole.
    Int(i64),
    /// With a fraction or exponent.
    Float(f64),
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = |f: &mut fmt::Formatter<'_>, names: &[String]| {
            names.iter().try_for_each(|n| write!(f, ".{n}"))
        };
        match &self.kind {
            ArgKind::Dot => f.write_str("."),
            ArgKind::Nil => f.write_str("nil"),
            ArgKind::Bool(b) => write!(f, "{b}"),
            ArgKind::Number(text, _) | ArgKind::Text(text, _) | ArgKind::Function(text) => {
                f.write_str(text)
            }
            ArgKind::Field(names) => fields(f, names),
            ArgKind::Variable(name, names) => {
                f.write_str(name)?;
                fields(f, names)
            }
            ArgKind::Pipe(pipe) => write!(f, "({pipe})"),
            ArgKind::Chain(inner, names) => {
                write!(f, "{inner}")?;
                fields(f, names)
            }
        }
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, arg) in self.args.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{arg}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Pipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.vars.is_empty() {
            write!(f, "{} {} ", self.vars.join(", "), if self.assign { "=" } else { ":=" })?;
        }
        for (i, command) in self.commands.iter().enumerate() {
            if i > 0 {
                f.write_str(" | ")?;
            }
            write!(f, "{command}")?;
        }
        Ok(())
    }
}

/// How `{{template}}` is written back.
pub fn template_text(name: &str, pipe: Option<&Pipe>) -> String {
    match pipe {
        Some(pipe) => format!("{{{{template {} {pipe}}}}}", quote(name)),
        None => format!("{{{{template {}}}}}", quote(name)),
    }
}
