//! Tokens to lists, pipelines and simple commands; redirections and aliases. Compound commands belong
//! to `compound`.

use std::rc::Rc;

use super::ast::{
    AndOr, Arg, Command, Item, Kind, List, Pipeline, Redirect, RedirectFd, RedirectOp, Simple, Word,
};
use super::error::SyntaxError;
use super::lexer::{Parser, Token, TokenKind};
use super::word::{DOUBLE, HEREDOC, Place};

/// Builtins whose arguments are read as assignments.
const READS_ASSIGNMENTS: &[&str] = &["alias", "declare", "export", "local", "readonly", "typeset"];

/// Words that end a compound list.
const CLOSERS: &[&str] = &["}", "do", "done", "elif", "else", "esac", "fi", "then"];

impl Parser {
    /// The next complete command: everything up to a newline that ends it. `None` at the end.
    pub(crate) fn next_unit(&mut self) -> Result<Option<List>, SyntaxError> {
        self.peeked = None;
        self.open.clear();
        self.depth = 0;
        self.assign_ok = true;
        self.alias_ok = true;
        self.skip_newlines()?;
        if matches!(self.peek()?.kind, TokenKind::Eof) {
            return Ok(None);
        }
        let list = self.items(false)?;
        let t = self.next()?;
        match t.kind {
            TokenKind::Newline | TokenKind::Eof => Ok(Some(list)),
            _ => self.unexpected(&t),
        }
    }

    /// Where reading will go on: position and line.
    pub(crate) fn place(&self) -> (usize, u32) {
        (self.pos, self.line)
    }

    /// Whether nothing but blanks is left.
    pub(crate) fn at_end(&self) -> bool {
        self.src.get(self.pos..).unwrap_or("").trim().is_empty()
    }

    /// The text between two positions.
    pub(crate) fn text_between(&self, from: usize, to: usize) -> &str {
        self.src.get(from..to).unwrap_or("")
    }

    /// Puts other options in force from here on.
    pub(crate) fn set_options(&mut self, opts: super::ParseOptions) {
        self.opts = opts;
    }

    /// A whole text as one list.
    pub(crate) fn whole(&mut self) -> Result<List, SyntaxError> {
        let list = self.compound_list()?;
        let t = self.next()?;
        match t.kind {
            TokenKind::Eof => Ok(list),
            _ => self.unexpected(&t),
        }
    }

    /// A whole text as the inside of double quotes (prompts and the like).
    pub(crate) fn double_quoted(&mut self) -> Result<Word, SyntaxError> {
        let parts = self.parts(&HEREDOC)?;
        let raw = self.src.clone();
        Ok(Word::new(vec![super::ast::Part::Double(parts)], &raw))
    }

    /// A whole text as one word in which blanks and operators stand for themselves (subscripts).
    pub(crate) fn loose_word(&mut self) -> Result<Word, SyntaxError> {
        let place = Place { stops: b"", closes: None, single: true, dquote: true, ..DOUBLE };
        self.word_in(&Place { double: false, ..place })
    }

    /// A whole text as the elements of an array, without the parentheses.
    pub(crate) fn elements_text(&mut self) -> Result<Vec<super::ast::Element>, SyntaxError> {
        self.src.push(')');
        self.array_elements()
    }

    /// The list inside `$( )`, up to and with the parenthesis.
    pub(super) fn list_until_paren(&mut self) -> Result<List, SyntaxError> {
        let list = self.compound_list()?;
        let t = self.next()?;
        match t.kind {
            TokenKind::Op(")") => Ok(list),
            _ => self.unexpected(&t),
        }
    }

    /// A list in which newlines separate; it may be empty.
    pub(super) fn compound_list(&mut self) -> Result<List, SyntaxError> {
        self.assign_ok = true;
        self.alias_ok = true;
        self.skip_newlines()?;
        self.items(true)
    }

    /// A list that must hold a command (the body of a compound command).
    pub(super) fn body(&mut self) -> Result<List, SyntaxError> {
        let list = self.compound_list()?;
        if list.items.is_empty() {
            let t = self.next()?;
            return self.unexpected(&t);
        }
        Ok(list)
    }

    fn items(&mut self, newlines: bool) -> Result<List, SyntaxError> {
        let mut list = List::default();
        loop {
            self.assign_ok = true;
            self.alias_ok = true;
            if self.at_list_end()? {
                return Ok(list);
            }
            let and_or = Rc::new(self.and_or()?);
            let mut item = Item { and_or, background: false };
            let more = match self.peek()?.kind {
                TokenKind::Op("&") => {
                    item.background = true;
                    true
                }
                TokenKind::Op(";") => true,
                TokenKind::Newline if newlines => true,
                _ => false,
            };
            list.items.push(item);
            if !more {
                return Ok(list);
            }
            self.next()?;
            self.assign_ok = true;
            self.alias_ok = true;
            if newlines {
                self.skip_newlines()?;
            }
        }
    }

    fn at_list_end(&mut self) -> Result<bool, SyntaxError> {
        let closer = self.peek_literal()?.is_some_and(|w| CLOSERS.contains(&w));
        Ok(closer
            || matches!(
                self.peek()?.kind,
                TokenKind::Eof | TokenKind::Newline | TokenKind::Op(")" | ";;" | ";&" | ";;&")
            ))
    }

    fn and_or(&mut self) -> Result<AndOr, SyntaxError> {
        let first = self.pipeline()?;
        let mut rest = Vec::new();
        loop {
            let and = match self.peek()?.kind {
                TokenKind::Op("&&") => true,
                TokenKind::Op("||") => false,
                _ => return Ok(AndOr { first, rest }),
            };
            self.next()?;
            self.assign_ok = true;
            self.alias_ok = true;
            self.skip_newlines()?;
            rest.push((and, self.pipeline()?));
        }
    }

    fn pipeline(&mut self) -> Result<Pipeline, SyntaxError> {
        let mut p = Pipeline { negate: false, timed: None, commands: Vec::new() };
        loop {
            self.expand_alias()?;
            let bash = self.bash();
            match self.peek_literal()? {
                Some("!") => {
                    let t = self.next()?;
                    // Only bash takes several.
                    if p.negate && !bash {
                        return self.unexpected(&t);
                    }
                    p.negate = !p.negate;
                }
                Some("time") if bash && p.timed.is_none() => {
                    self.next()?;
                    self.alias_ok = false;
                    let posix = self.peek_literal()? == Some("-p");
                    if posix {
                        self.next()?;
                        if self.peek_literal()? == Some("--") {
                            self.next()?;
                        }
                    }
                    p.timed = Some(posix);
                }
                _ => break,
            }
            self.assign_ok = true;
            self.alias_ok = true;
        }
        // `!` and `time` may stand alone in bash.
        if (p.negate || p.timed.is_some())
            && self.bash()
            && matches!(
                self.peek()?.kind,
                TokenKind::Newline | TokenKind::Eof | TokenKind::Op(";" | ")" | "&&" | "||" | "&")
            )
        {
            let simple = Simple { assigns: Vec::new(), args: Vec::new(), sync: true };
            let kind = Kind::Simple(simple);
            p.commands.push(Rc::new(Command { line: self.line, kind, redirects: Vec::new() }));
            return Ok(p);
        }
        loop {
            let mut command = self.command()?;
            let op = match self.peek()?.kind {
                TokenKind::Op(o @ ("|" | "|&")) => o,
                _ => {
                    p.commands.push(Rc::new(command));
                    return Ok(p);
                }
            };
            self.next()?;
            if op == "|&" {
                command.redirects.push(Redirect {
                    fd: RedirectFd::Number(2),
                    op: RedirectOp::DupOut,
                    target: Word::new(vec![super::ast::Part::Lit("1".into())], "1"),
                    body: Rc::default(),
                });
            }
            p.commands.push(Rc::new(command));
            self.assign_ok = true;
            self.alias_ok = true;
            self.skip_newlines()?;
            if self.bash() && self.peek_literal()? == Some("!") {
                let t = self.next()?;
                return self.unexpected(&t);
            }
        }
    }

    /// One command.
    pub(super) fn command(&mut self) -> Result<Command, SyntaxError> {
        self.enter()?;
        self.assign_ok = true;
        self.alias_ok = true;
        self.expand_alias()?;
        let line = self.peek()?.line;
        let compound = match &self.peek()?.kind {
            TokenKind::Word(w) => match w.literal() {
                Some(word) => {
                    let word = word.to_string();
                    self.compound(&word)?
                }
                None => None,
            },
            TokenKind::Op("(") => Some(self.paren()?),
            _ => None,
        };
        let command = match compound {
            Some(kind) => {
                // ... and a subshell by the one in which it ends.
                let ends = matches!(kind, Kind::Subshell(_)) && self.bash();
                let line = if ends { self.line } else { line };
                let mut redirects = Vec::new();
                if !matches!(kind, Kind::Function(_) | Kind::Coproc { .. }) {
                    self.assign_ok = false;
                    self.alias_ok = false;
                    while let Some(r) = self.redirect()? {
                        redirects.push(r);
                    }
                }
                Command { line, kind, redirects }
            }
            None => self.simple(line)?,
        };
        self.leave();
        Ok(command)
    }

    fn simple(&mut self, mut line: u32) -> Result<Command, SyntaxError> {
        let mut elements = 0;
        let mut simple = Simple { assigns: Vec::new(), args: Vec::new(), sync: true };
        let mut redirects = Vec::new();
        let mut declares = false;
        loop {
            self.assign_ok = simple.args.is_empty() || declares;
            if simple.args.is_empty() {
                self.alias_ok = true;
                self.expand_alias()?;
            }
            let redirect = self.redirect()?;
            // bash numbers a command by the line in which its second token ends.
            if elements == 1 && self.bash() {
                let next = if redirect.is_some() { None } else { Some(self.peek()?) };
                line = match next {
                    Some(Token { kind: TokenKind::Word(_) | TokenKind::Assign(_), .. }) | None => {
                        self.line
                    }
                    Some(t) => t.line,
                };
            }
            elements += 1;
            if let Some(r) = redirect {
                redirects.push(r);
                continue;
            }
            match &self.peek()?.kind {
                TokenKind::Assign(_) => {
                    let TokenKind::Assign(a) = self.next()?.kind else { continue };
                    simple.sync &= !a.waits();
                    if simple.args.is_empty() {
                        simple.assigns.push(a);
                    } else {
                        simple.args.push(Arg::Assign(a));
                    }
                }
                TokenKind::Word(_) => {
                    let TokenKind::Word(w) = self.next()?.kind else { continue };
                    if simple.args.is_empty() {
                        self.assign_ok = false;
                        if let Some(name) = w.literal() {
                            declares = READS_ASSIGNMENTS.contains(&name) && name != "alias";
                            self.assign_ok = declares;
                        }
                        if simple.assigns.is_empty()
                            && redirects.is_empty()
                            && (self.bash() || w.literal().is_some())
                            && self.peek_op("(")?
                        {
                            let name = w.raw.to_string();
                            return self.function(&name, line);
                        }
                    }
                    simple.sync &= !w.waits;
                    simple.args.push(Arg::Word(w));
                }
                _ => break,
            }
        }
        if simple.args.is_empty() && simple.assigns.is_empty() && redirects.is_empty() {
            let t = self.next()?;
            return self.unexpected(&t);
        }
        Ok(Command { line, kind: Kind::Simple(simple), redirects })
    }
}
