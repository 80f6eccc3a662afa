//! The awk parser: operands, calls, getline.

use super::ast::{Builtin, Expr, Source};
use super::lex::{SyntaxError, TOKEN, Tok};
use super::parse::Parser;
use super::parse_expr::{Res, is_lvalue};

impl Parser<'_> {
    /// What a `case` may name.
    pub(super) fn primary_label(&mut self) -> Res<Expr> {
        if self.eat("-")? {
            return Ok(Expr::Neg(Box::new(self.primary()?)));
        }
        self.primary()
    }

    pub(super) fn primary(&mut self) -> Res<Expr> {
        self.enter()?;
        let e = self.primary_inner()?;
        self.leave();
        Ok(e)
    }

    pub(super) fn primary_inner(&mut self) -> Res<Expr> {
        let tok = self.tok.clone();
        match tok {
            Tok::Num(n) => {
                self.advance()?;
                Ok(Expr::Num(n))
            }
            Tok::Str(s) => {
                self.advance()?;
                Ok(Expr::Str(s))
            }
            Tok::Op("/" | "/=") => {
                let re = self.lex.regex()?;
                self.advance()?;
                Ok(Expr::Regex(re))
            }
            Tok::Op("$") => {
                self.advance()?;
                let inner = if self.is("++") || self.is("--") {
                    self.increment()?
                } else if self.eat("-")? {
                    Expr::Neg(Box::new(self.primary()?))
                } else if self.eat("+")? {
                    Expr::Plus(Box::new(self.primary()?))
                } else if self.eat("!")? {
                    Expr::Not(Box::new(self.primary()?))
                } else {
                    self.primary()?
                };
                Ok(Expr::Field(Box::new(inner)))
            }
            Tok::Op("++" | "--") => self.increment(),
            Tok::Op("(") => self.parenthesised(),
            Tok::Op("-") => {
                self.advance()?;
                Ok(Expr::Neg(Box::new(self.primary()?)))
            }
            Tok::Op("!") => {
                self.advance()?;
                Ok(Expr::Not(Box::new(self.primary()?)))
            }
            Tok::Key("getline") => {
                self.advance()?;
                let into = self.getline_target()?;
                let source = if self.eat("<")? {
                    Source::File(Box::new(self.postfix()?))
                } else {
                    Source::Main
                };
                Ok(Expr::Getline(into, source))
            }
            Tok::Name(name) => {
                self.advance()?;
                if self.eat("[")? {
                    return Ok(Expr::Elem(name, self.subscripts()?));
                }
                Ok(Expr::Var(name))
            }
            Tok::FuncName(name) => {
                let line = self.line;
                self.advance()?;
                let args = self.arguments()?;
                Ok(Expr::Call(name, args, line))
            }
            Tok::Builtin(b) => {
                self.advance()?;
                if !self.is("(") {
                    if b == Builtin::Length {
                        return Ok(Expr::Builtin(b, Vec::new()));
                    }
                    return self.fail();
                }
                let args = self.arguments()?;
                self.check_arguments(b, args.len())?;
                Ok(Expr::Builtin(b, args))
            }
            _ => self.fail(),
        }
    }

    pub(super) fn check_arguments(&self, b: Builtin, n: usize) -> Res<()> {
        let (min, max) = match b {
            Builtin::Length | Builtin::Srand | Builtin::Fflush => (0, 1),
            Builtin::Substr => (2, 3),
            Builtin::Sub | Builtin::Gsub | Builtin::Match | Builtin::Split => (2, 3),
            Builtin::Index | Builtin::Atan2 | Builtin::Lshift | Builtin::Rshift => (2, 2),
            Builtin::Sprintf => (1, usize::MAX),
            Builtin::And | Builtin::Or | Builtin::Xor => (2, usize::MAX),
            Builtin::Rand | Builtin::Systime => (0, 0),
            Builtin::Strftime => (0, 3),
            Builtin::Mktime | Builtin::Close => (1, 2),
            _ => (1, 1),
        };
        if (min..=max).contains(&n) {
            return Ok(());
        }
        let name = super::ast::BUILTINS.iter().find(|x| x.1 == b).map_or("", |x| x.0);
        let what = if n < min {
            format!("not enough arguments in call to {name}: {n} (need {min})")
        } else {
            format!("too many arguments in call to {name}: {n} (maximum {max})")
        };
        Err(SyntaxError { what, at: self.at, busybox: TOKEN })
    }

    pub(super) fn increment(&mut self) -> Res<Expr> {
        let by = if self.is("++") { 1.0 } else { -1.0 };
        self.advance()?;
        let e = self.primary()?;
        if is_lvalue(&e) { Ok(Expr::Inc(Box::new(e), by, false)) } else { self.fail() }
    }

    pub(super) fn getline_target(&mut self) -> Res<Option<Box<Expr>>> {
        let begins = matches!(self.tok, Tok::Name(_) | Tok::Op("$"));
        if !begins {
            return Ok(None);
        }
        let e = self.primary()?;
        if is_lvalue(&e) { Ok(Some(Box::new(e))) } else { self.fail() }
    }

    pub(super) fn list_until(&mut self, close: &str) -> Res<Vec<Expr>> {
        let saved = (std::mem::take(&mut self.no_gt), std::mem::take(&mut self.no_in));
        let mut out = Vec::new();
        self.skip_newlines()?;
        while !self.is(close) {
            out.push(self.expr()?);
            self.skip_newlines()?;
            if !self.eat(",")? {
                break;
            }
            self.skip_newlines()?;
        }
        (self.no_gt, self.no_in) = saved;
        self.expect(close)?;
        Ok(out)
    }

    pub(super) fn arguments(&mut self) -> Res<Vec<Expr>> {
        self.expect("(")?;
        self.list_until(")")
    }

    pub(super) fn subscripts(&mut self) -> Res<Vec<Expr>> {
        let subs = self.list_until("]")?;
        if subs.is_empty() { self.fail() } else { Ok(subs) }
    }

    pub(super) fn parenthesised(&mut self) -> Res<Expr> {
        self.advance()?;
        let mut list = self.list_until(")")?;
        match list.len() {
            0 => Err(SyntaxError {
                what: "syntax error".to_string(),
                at: self.at,
                busybox: "Empty sequence",
            }),
            1 => Ok(Expr::Paren(Box::new(list.swap_remove(0)))),
            _ => Ok(Expr::Group(list)),
        }
    }
}
