//! The awk parser: loops, switch, print and the other simple statements.

use super::ast::{Expr, Redirect, Stmt};
use super::lex::{SyntaxError, TOKEN, Tok};
use super::parse::{Parser, Res};

impl Parser<'_> {
    pub(super) fn for_loop(&mut self) -> Res<Stmt> {
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

    pub(super) fn for_rest(&mut self, init: Option<Box<Stmt>>) -> Res<Stmt> {
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

    pub(super) fn switch(&mut self) -> Res<Stmt> {
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

    pub(super) fn simple(&mut self) -> Res<Stmt> {
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
                    return Err(SyntaxError { what, at: self.at, busybox: TOKEN });
                }
                self.advance()?;
                let e = if none(self) { None } else { Some(self.expr()?) };
                Ok(if key == "exit" { Stmt::Exit(e) } else { Stmt::Return(e) })
            }
            "break" | "continue" => {
                if self.loops == 0 {
                    let place = if key == "break" { "a loop or switch" } else { "a loop" };
                    let what = format!("error: `{key}' is not allowed outside {place}");
                    let busybox = match key {
                        "break" => "'break' not in a loop",
                        _ => "'continue' not in a loop",
                    };
                    return Err(SyntaxError { what, at: self.at, busybox });
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

    pub(super) fn print_args(&mut self) -> Res<Vec<Expr>> {
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

    pub(super) fn redirect(&mut self) -> Res<Redirect> {
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
