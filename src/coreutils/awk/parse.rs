//! The awk parser: rules, functions and statements. Expressions are in parse_expr.rs.

use super::ast::{Expr, Function, Pattern, Program, Redirect, Stmt};
use super::lex::{Lexer, SyntaxError, Tok};

/// Statements and expressions within each other, so that no program exhausts the stack.
const MAX_DEPTH: u32 = 150;

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
    depth: u32,
    in_function: bool,
    loops: u32,
}

type Res<T> = Result<T, SyntaxError>;

/// What parsing a program gives besides it: escapes that mean nothing.
pub type OddEscapes = Vec<(u32, char)>;

/// Parses a program.
pub fn parse(src: &[u8]) -> Res<(Program, OddEscapes)> {
    let mut p = Parser {
        lex: Lexer::new(src),
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
        Err(SyntaxError { what: what.to_string(), at: self.at })
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

    fn skip_terminators(&mut self) -> Res<()> {
        while self.tok == Tok::Newline || self.is(";") {
            self.advance()?;
        }
        Ok(())
    }

    pub(super) fn enter(&mut self) -> Res<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let what = "the simulator's awk nests no deeper than 150 levels".to_string();
            return Err(SyntaxError { what, at: self.at });
        }
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    fn item(&mut self, prog: &mut Program) -> Res<()> {
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

    fn function(&mut self) -> Res<Function> {
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
        }
        self.expect(")")?;
        self.skip_newlines()?;
        self.in_function = true;
        let body = self.block()?;
        self.in_function = false;
        Ok(Function { name, params, body })
    }

    fn block(&mut self) -> Res<Vec<Stmt>> {
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
    fn end(&mut self) -> Res<()> {
        if self.is("}") || self.tok == Tok::Eof {
            return Ok(());
        }
        if self.tok == Tok::Newline || self.is(";") { self.advance() } else { self.fail() }
    }

    fn statement(&mut self) -> Res<Stmt> {
        self.enter()?;
        let s = self.statement_inner()?;
        self.leave();
        Ok(s)
    }

    fn statement_inner(&mut self) -> Res<Stmt> {
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

    fn condition(&mut self) -> Res<Expr> {
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

    fn body(&mut self) -> Res<Stmt> {
        self.skip_newlines()?;
        self.statement()
    }

    fn looped(&mut self) -> Res<Stmt> {
        self.loops += 1;
        let s = self.body()?;
        self.loops -= 1;
        Ok(s)
    }

    fn for_loop(&mut self) -> Res<Stmt> {
        self.advance()?;
        self.expect("(")?;
        if self.eat(";")? {
            return self.for_rest(None);
        }
        self.no_in = true;
        let first = self.simple()?;
        self.no_in = false;
        if self.eat("in")? {
            let Stmt::Expr(var, _) = first else { return self.fail() };
            let Tok::Name(array) = self.tok.clone() else { return self.fail() };
            self.advance()?;
            self.expect(")")?;
            if !matches!(var, Expr::Var(_) | Expr::Elem(..) | Expr::Field(_)) {
                return self.fail();
            }
            return Ok(Stmt::ForIn(var, array, Box::new(self.looped()?)));
        }
        // `for ((i, j) in a; ...)` is a condition like any other.
        self.expect(";")?;
        self.for_rest(Some(Box::new(first)))
    }

    fn for_rest(&mut self, init: Option<Box<Stmt>>) -> Res<Stmt> {
        self.skip_newlines()?;
        let cond = if self.is(";") { None } else { Some(self.open_expr()?) };
        self.expect(";")?;
        self.skip_newlines()?;
        let step = if self.is(")") { None } else { Some(Box::new(self.simple()?)) };
        self.expect(")")?;
        if self.is(";") {
            self.advance()?;
            return Ok(Stmt::For(init, cond, step, Box::new(Stmt::Empty)));
        }
        Ok(Stmt::For(init, cond, step, Box::new(self.looped()?)))
    }

    fn switch(&mut self) -> Res<Stmt> {
        self.advance()?;
        let subject = self.condition()?;
        self.skip_newlines()?;
        self.expect("{")?;
        let mut cases = Vec::new();
        self.loops += 1;
        loop {
            self.skip_terminators()?;
            if self.eat("}")? {
                break;
            }
            let label = if self.eat("default")? {
                None
            } else {
                self.expect("case")?;
                Some(self.primary_label()?)
            };
            self.expect(":")?;
            let mut body = Vec::new();
            loop {
                self.skip_terminators()?;
                if self.is("}") || self.is("case") || self.is("default") {
                    break;
                }
                body.push(self.statement()?);
            }
            cases.push((label, body));
        }
        self.loops -= 1;
        Ok(Stmt::Switch(subject, cases))
    }

    fn simple(&mut self) -> Res<Stmt> {
        let line = self.line;
        let key = if let Tok::Key(k) = &self.tok { *k } else { "" };
        let none = |p: &Self| matches!(p.tok, Tok::Newline | Tok::Eof) || p.is(";") || p.is("}");
        match key {
            "print" | "printf" => {
                self.advance()?;
                let args = self.print_args()?;
                let to = self.redirect()?;
                if key == "print" {
                    return Ok(Stmt::Print(args, to, line));
                }
                if args.is_empty() {
                    return self.fail();
                }
                Ok(Stmt::Printf(args, to, line))
            }
            "next" | "nextfile" => {
                self.advance()?;
                Ok(if key == "next" { Stmt::Next } else { Stmt::NextFile })
            }
            "exit" | "return" => {
                if key == "return" && !self.in_function {
                    let what = "`return' used outside function context".to_string();
                    return Err(SyntaxError { what, at: self.at });
                }
                self.advance()?;
                let e = if none(self) { None } else { Some(self.expr()?) };
                Ok(if key == "exit" { Stmt::Exit(e) } else { Stmt::Return(e) })
            }
            "break" | "continue" => {
                if self.loops == 0 {
                    let place = if key == "break" { "a loop or switch" } else { "a loop" };
                    let what = format!("error: `{key}' is not allowed outside {place}");
                    return Err(SyntaxError { what, at: self.at });
                }
                self.advance()?;
                Ok(if key == "break" { Stmt::Break } else { Stmt::Continue })
            }
            "delete" => {
                self.advance()?;
                let paren = self.eat("(")?;
                let Tok::Name(name) = self.tok.clone() else { return self.fail() };
                self.advance()?;
                let subs = if self.eat("[")? { Some(self.subscripts()?) } else { None };
                if paren {
                    self.expect(")")?;
                }
                Ok(Stmt::Delete(name, subs))
            }
            _ => Ok(Stmt::Expr(self.expr()?, line)),
        }
    }

    fn print_args(&mut self) -> Res<Vec<Expr>> {
        let end = |p: &Self| {
            matches!(p.tok, Tok::Newline | Tok::Eof)
                || [";", "}", ">", ">>", "|"].iter().any(|o| p.is(o))
        };
        let saved = std::mem::replace(&mut self.no_gt, true);
        let mut args = Vec::new();
        while !end(self) {
            args.push(self.expr()?);
            if !self.eat(",")? {
                break;
            }
            self.skip_newlines()?;
            if end(self) {
                return self.fail();
            }
        }
        self.no_gt = saved;
        // print (a, b) > "file": the parentheses are those of the list.
        if let [Expr::Group(inner)] = args.as_mut_slice() {
            args = std::mem::take(inner);
        }
        if args.iter().any(|a| matches!(a, Expr::Group(_))) {
            return self.fail();
        }
        Ok(args)
    }

    fn redirect(&mut self) -> Res<Redirect> {
        let kind = match self.tok {
            Tok::Op(o @ (">" | ">>" | "|")) => o,
            _ => return Ok(Redirect::None),
        };
        self.advance()?;
        let saved = std::mem::replace(&mut self.no_gt, true);
        let to = self.concatenation()?;
        self.no_gt = saved;
        Ok(match kind {
            ">" => Redirect::File(to),
            ">>" => Redirect::Append(to),
            _ => Redirect::Pipe(to),
        })
    }
}
