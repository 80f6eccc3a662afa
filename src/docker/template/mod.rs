//! Go's `text/template` as `--format` uses it: parsed from text, run over values, with Docker's own
//! functions. Error texts carry Go's positions, as in `template: :1:2: executing "" at <.X>: ...`.

mod asked;
pub mod ast;
mod builtins;
mod collections;
mod compare;
mod docker;
mod exec;
mod lex;
mod moment;
mod operand;
mod parse;
pub mod print;
pub mod types;
pub mod value;

pub use asked::Asked;
pub use value::Val;

use ast::Tree;

/// A parsed template.
#[derive(Clone, Debug)]
pub struct Template {
    tree: Tree,
}

/// How a template is run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mode {
    /// A key that a map lacks is an error (`missingkey=error`).
    pub strict: bool,
    /// Docker's functions give their first argument back, as for a table's headings.
    pub headings: bool,
}

impl Template {
    /// Reads a template; the error is Go's, without Docker's words before it.
    pub fn parse(text: &str) -> Result<Template, String> {
        parse::parse(text).map(|tree| Template { tree })
    }

    /// Which fields of its data it looks at.
    pub fn asked(&self) -> Asked {
        Asked::by(&self.tree)
    }

    /// Runs it over a value.
    pub fn run(&self, data: &Val, mode: Mode) -> Result<String, String> {
        let mut out = String::new();
        self.run_onto(&mut out, data, mode).map(|()| out)
    }

    /// Runs it over a value, and adds what it prints to `out`; also what it printed before an error.
    pub fn run_onto(&self, out: &mut String, data: &Val, mode: Mode) -> Result<(), String> {
        exec::run(&self.tree, data, mode, out)
    }
}

#[cfg(test)]
mod tests;
