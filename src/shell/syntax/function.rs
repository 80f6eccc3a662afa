//! Definitions of functions, from the parentheses on.

use std::rc::Rc;

use super::ast::{
    AndOr, Arg, Assign, AssignValue, Command, Function, Item, Kind, List, Pipeline, Word,
};
use super::error::{SyntaxError, Wrong};
use super::lexer::{Parser, Token, TokenKind, is_name};
use crate::shell::Dialect;

impl Parser {
    /// The rest of a function definition, from its `(` or its body.
    pub(super) fn function(&mut self, name: &str, line: u32) -> Result<Command, SyntaxError> {
        if self.accept_op("(")? {
            let t = self.next()?;
            if !matches!(t.kind, TokenKind::Op(")")) {
                if self.bash() {
                    return self.no_word(&t);
                }
                return self.not_wanted(&t, "\")\"");
            }
        }
        if self.opts.dialect == Dialect::Dash && !is_name(name) {
            return self.fail(Wrong::Other("Bad function name".into()));
        }
        self.assign_ok = true;
        self.alias_ok = true;
        self.skip_newlines()?;
        if self.bash()
            && let TokenKind::Word(w) = &self.peek()?.kind
            && !COMPOUND.contains(&w.literal().unwrap_or_default())
        {
            let t = self.next()?;
            return self.unexpected(&t);
        }
        let mut body = self.command()?;
        if matches!(body.kind, Kind::Simple(_)) && !self.bash() {
            // ash and dash take any command for a body.
            let line = body.line;
            let pipeline = Pipeline { negate: false, timed: None, commands: vec![Rc::new(body)] };
            let and_or = Rc::new(AndOr { first: pipeline, rest: Vec::new() });
            let list = List { items: vec![Item { and_or, background: false }] };
            body = Command { line, kind: Kind::Group(list), redirects: Vec::new() };
        }
        if matches!(body.kind, Kind::Simple(_)) {
            let t = Token {
                kind: TokenKind::Word(Word::new(Vec::new(), &first_raw(&body))),
                start: self.pos,
                line: body.line,
            };
            return self.unexpected(&t);
        }
        let f = Function { name: name.into(), body };
        Ok(Command { line, kind: Kind::Function(Rc::new(f)), redirects: Vec::new() })
    }
}

/// The words that a function's body can begin with, in bash.
const COMPOUND: &[&str] =
    &["[[", "case", "for", "function", "if", "select", "time", "until", "while", "{"];

fn first_raw(c: &Command) -> String {
    match &c.kind {
        Kind::Simple(s) => match (s.assigns.first(), s.args.first()) {
            (Some(Assign { raw, value: AssignValue::Scalar(_), .. }), _) => raw.to_string(),
            (_, Some(Arg::Word(w))) => w.raw.to_string(),
            _ => "newline".to_string(),
        },
        _ => String::new(),
    }
}
