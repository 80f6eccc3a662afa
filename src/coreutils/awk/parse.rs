//! The awk parser: rules, functions and statements. Expressions are in parse_expr.rs.

use super::ast::{Expr, Function, Pattern, Program, Stmt};
use super::lex::{Lexer, SyntaxError, TOKEN, Tok};

/// Statements and expressions within each other, so that no program exhausts the stack.
pub(super) const MAX_DEPTH: u32 = 150;

pub(super) struct Parser<'a> {
    pub(super) lex: Lexer<'a>,
    pub(super) tok: Tok,
    /// Where the current word begins.
    pub(super) at: usize,
    pub(super) line: u32,
    /// `>` is a redirection, not a comparison.
    pub(super) no_gt: bool,
    /// `in` belongs to `for`.
    pub(super) no_in: bool,
    pub(super) depth: u32,
    pub(super) in_function: bool,
    pub(super) loops: u32,
}

pub(super) type Res<T> = Result<T, SyntaxError>;

/// What parsing a program gives besides it: escapes that mean nothing.
pub type OddEscapes = Vec<(u32, char)>;

/// Parses a program.
pub fn parse(src: &[u8], mawk: bool) -> Res<(Program, OddEscapes)> {
    let mut p = Parser {
        lex: Lexer::new(src, mawk),
        tok: Tok::Eof,
        at: 0,
        line: 1,
        no_gt: false,
        no_in: false,
        depth: 0,
        in_function: false,
        loops: 0,
    };
    p.advance()?;
    let mut prog = Program::default();
    loop {
        p.skip_terminators()?;
        if p.tok == Tok::Eof {
            return Ok((prog, p.lex.odd_escapes));
        }
        p.item(&mut prog)?;
    }
}

impl Parser<'_> {
    pub(super) fn advance(&mut self) -> Res<()> {
        self.line = self.lex.line;
        self.tok = self.lex.next()?;
        self.at = self.lex.start;
        if self.tok != Tok::Newline {
            self.line = self.lex.line;
        }
        Ok(())
    }

    pub(super) fn is(&self, op: &str) -> bool {
        matches!(self.tok, Tok::Op(o) | Tok::Key(o) if o == op)
    }

    pub(super) fn eat(&mut self, op: &str) -> Res<bool> {
        let hit = self.is(op);
        if hit {
            self.advance()?;
        }
        Ok(hit)
    }

    pub(super) fn fail<T>(&self) -> Res<T> {
        let what = match self.tok {
            Tok::Eof | Tok::Newline => "unexpected newline or end of string",
            _ => "syntax error",
        };
        Err(SyntaxError { what: what.to_string(), at: self.at, busybox: TOKEN })
    }

    pub(super) fn expect(&mut self, op: &str) -> Res<()> {
        if self.eat(op)? { Ok(()) } else { self.fail() }
    }

    pub(super) fn skip_newlines(&mut self) -> Res<()> {
        while self.tok == Tok::Newline {
            self.advance()?;
        }
        Ok(())
    }

    pub(super) fn skip_terminators(&mut self) -> Res<()> {
        while self.tok == Tok::Newline || self.is(";") {
            self.advance()?;
        }
        Ok(())
    }

    pub(super) fn enter(&mut self) -> Res<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let what = "the simulator's awk nests no deeper than 150 levels".to_string();
            return Err(SyntaxError { what, at: self.at, busybox: TOKEN });
        }
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    pub(super) fn item(&mut self, prog: &mut Program) -> Res<()> {
        if self.eat("function")? {
            let f = self.function()?;
            prog.functions.push(f);
            return Ok(());
        }
        if self.eat("BEGIN")? {
            let b = self.block()?;
            prog.begin.push(b);
            return Ok(());
        }
        if self.eat("END")? {
            let b = self.block()?;
            prog.end.push(b);
            return Ok(());
        }
        let pattern = if self.is("{") {
            Pattern::Always
        } else {
            let first = self.expr()?;
            if self.eat(",")? {
                self.skip_newlines()?;
                Pattern::Range(first, self.expr()?)
            } else {
                Pattern::Expr(first)
            }
        };
        let body = if self.is("{") {
            Some(self.block()?)
        } else {
            if !matches!(self.tok, Tok::Newline | Tok::Eof) && !self.is(";") {
                return self.fail();
            }
            None
        };
        prog.rules.push((pattern, body));
        Ok(())
    }

    pub(super) fn function(&mut self) -> Res<Function> {
        let (Tok::Name(name) | Tok::FuncName(name)) = self.tok.clone() else { return self.fail() };
        self.advance()?;
        self.expect("(")?;
        let mut params = Vec::new();
        while !self.is(")") {
            let Tok::Name(p) = self.tok.clone() else { return self.fail() };
            params.push(p);
            self.advance()?;
            if !self.eat(",")? {
                break;
            }
            self.skip_newlines()?;
            if self.is(")") {
                return self.fail();
            }
        }
        self.expect(")")?;
        self.skip_newlines()?;
        self.in_function = true;
        let body = self.block()?;
        self.in_function = false;
        Ok(Function { name, params, body })
    }

    pub(super) fn block(&mut self) -> Res<Vec<Stmt>> {
        self.expect("{")?;
        let mut out = Vec::new();
        loop {
            self.skip_terminators()?;
            if self.eat("}")? {
                return Ok(out);
            }
            if self.tok == Tok::Eof {
                return self.fail();
            }
            out.push(self.statement()?);
        }
    }

    /// The end of a simple statement.
    pub(super) fn end(&mut self) -> Res<()> {
        if self.is("}") || self.tok == Tok::Eof {
            return Ok(());
        }
        if self.tok == Tok::Newline || self.is(";") { self.advance() } else { self.fail() }
    }

    pub(super) fn statement(&mut self) -> Res<Stmt> {
        self.enter()?;
        let s = self.statement_inner()?;
        self.leave();
        Ok(s)
    }

    pub(super) fn statement_inner(&mut self) -> Res<Stmt> {
        let key = match &self.tok {
            Tok::Key(k) => *k,
            Tok::Op("{") => return Ok(Stmt::Block(self.block()?)),
            Tok::Op(";") => {
                self.advance()?;
                return Ok(Stmt::Empty);
            }
            _ => "",
        };
        match key {
            "if" => {
                self.advance()?;
                let cond = self.condition()?;
                let then = self.body()?;
                // `else` may stand after any number of line ends and one semicolon.
                if self.tok == Tok::Newline || self.is(";") {
                    let saved = (self.lex.clone(), self.tok.clone(), self.at, self.line);
                    self.skip_terminators()?;
                    if !self.is("else") {
                        (self.lex, self.tok, self.at, self.line) = saved;
                    }
                }
                let other = if self.eat("else")? { Some(Box::new(self.body()?)) } else { None };
                Ok(Stmt::If(cond, Box::new(then), other))
            }
            "while" => {
                self.advance()?;
                let cond = self.condition()?;
                if self.is(";") {
                    self.advance()?;
                    return Ok(Stmt::While(cond, Box::new(Stmt::Empty)));
                }
                Ok(Stmt::While(cond, Box::new(self.looped()?)))
            }
            "do" => {
                self.advance()?;
                let body = self.looped()?;
                self.skip_terminators()?;
                self.expect("while")?;
                let cond = self.condition()?;
                self.end()?;
                Ok(Stmt::Do(Box::new(body), cond))
            }
            "for" => self.for_loop(),
            "switch" => self.switch(),
            _ => {
                let s = self.simple()?;
                self.end()?;
                Ok(s)
            }
        }
    }

    pub(super) fn condition(&mut self) -> Res<Expr> {
        self.expect("(")?;
        let e = self.open_expr()?;
        self.expect(")")?;
        Ok(e)
    }

    /// An expression inside parentheses, where `>` and `in` have their plain meanings.
    pub(super) fn open_expr(&mut self) -> Res<Expr> {
        let saved = (std::mem::take(&mut self.no_gt), std::mem::take(&mut self.no_in));
        let e = self.expr()?;
        (self.no_gt, self.no_in) = saved;
        Ok(e)
    }

    pub(super) fn body(&mut self) -> Res<Stmt> {
        self.skip_newlines()?;
        self.statement()
    }

    pub(super) fn looped(&mut self) -> Res<Stmt> {
        self.loops += 1;
        let s = self.body()?;
        self.loops -= 1;
        Ok(s)
    }
}
