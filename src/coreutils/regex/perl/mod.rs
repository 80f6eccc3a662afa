//! Perl's regular expressions, as PCRE and Oniguruma read them: `grep -P` and jq. The first way in the order of
//! the expression wins, so it is searched by backtracking; a budget of steps holds. The syntax is in
//! parse.rs and class.rs, the program in compile.rs, the search in run.rs.

mod class;
mod compile;
mod error;
mod node;
mod parse;
mod run;

use std::cell::RefCell;

pub use error::Error;

use super::Captures;
use super::literal::find_byte;
use super::utf8::char_len;

/// How to compile.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    /// Letters match either case (`i`).
    pub icase: bool,
    /// `^` and `$` also at newlines (`m`).
    pub multiline: bool,
    /// `.` matches a newline too (`s`).
    pub dotall: bool,
    /// Blanks and `#` comments mean nothing (`x`).
    pub extended: bool,
    /// `$` does not match before a newline at the end.
    pub end_only: bool,
    /// Characters are UTF-8 sequences.
    pub utf8: bool,
    /// A look-behind may look back as far as there is text, as in Oniguruma.
    pub far_behind: bool,
}

/// What must stand around a match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Around {
    /// Anything.
    Free,
    /// No word character on either side (`grep -w`).
    Word,
    /// The ends of the line (`grep -x`).
    Line,
}

/// A compiled expression.
pub struct Perl {
    prog: compile::Prog,
    names: Vec<Option<String>>,
    utf8: bool,
    machine: RefCell<run::Machine>,
}

impl Perl {
    /// Compiles a pattern.
    pub fn new(pattern: &[u8], flags: Flags, around: Around) -> Result<Perl, Error> {
        let parsed = parse::parse(pattern, flags)?;
        let prog = compile::compile(&parsed, flags, around)?;
        Ok(Perl { prog, names: parsed.names, utf8: flags.utf8, machine: RefCell::default() })
    }

    /// The names of the groups, in the order of their numbers, from 1.
    pub fn names(&self) -> &[Option<String>] {
        &self.names
    }

    /// The first match that begins at or after `from`, with its groups. What stands before `from` still counts.
    pub fn captures_at(&self, hay: &[u8], from: usize, caps: &mut Captures) -> Result<bool, Error> {
        let mut machine = self.machine.borrow_mut();
        machine.refill();
        let mut at = from;
        while at <= hay.len() {
            if let Some(b) = self.prog.first {
                match find_byte(hay, b, at) {
                    Some(i) => at = i,
                    None => return Ok(false),
                }
            }
            if machine.matches(&self.prog, hay, at, &mut caps.slots)? {
                return Ok(true);
            }
            if self.prog.anchored || at >= hay.len() {
                return Ok(false);
            }
            at += if self.utf8 { char_len(hay, at) } else { 1 };
        }
        Ok(false)
    }

    /// The first match that begins at or after `from`.
    pub fn find_at(&self, hay: &[u8], from: usize) -> Result<Option<(usize, usize)>, Error> {
        let mut caps = Captures::default();
        Ok(if self.captures_at(hay, from, &mut caps)? { caps.get(0) } else { None })
    }
}
