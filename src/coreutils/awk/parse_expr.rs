//! The awk parser: expressions, loosest binding first.

use super::ast::{Bin, Expr, Source};
use super::lex::{SyntaxError, Tok};
use super::parse::Parser;

pub(super) type Res<T> = Result<T, SyntaxError>;

pub(super) fn is_lvalue(e: &Expr) -> bool {
    matches!(e, Expr::Var(_) | Expr::Field(_) | Expr::Elem(..))
}

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Res<Expr> {
        self.enter()?;
        let e = self.ternary()?;
        self.leave();
        Ok(e)
    }

    pub(super) fn ternary(&mut self) -> Res<Expr> {
        let cond = self.or()?;
        if self.eat("?")? {
            self.skip_newlines()?;
            let a = self.expr()?;
            self.skip_newlines()?;
            self.expect(":")?;
            self.skip_newlines()?;
            let b = self.expr()?;
            return Ok(Expr::Cond(Box::new(cond), Box::new(a), Box::new(b)));
        }
        self.assignment(cond)
    }

    /// `left` may turn out to be assigned to; assignment binds to the right.
    pub(super) fn assignment(&mut self, left: Expr) -> Res<Expr> {
        let Tok::Op(op) = self.tok else { return Ok(left) };
        let bin = match op {
            "=" => None,
            "+=" => Some(Bin::Add),
            "-=" => Some(Bin::Sub),
            "*=" => Some(Bin::Mul),
            "/=" => Some(Bin::Div),
            "%=" => Some(Bin::Mod),
            "^=" => Some(Bin::Pow),
            _ => return Ok(left),
        };
        // `1 == x = 2` and `a && b = 1`: the assignment takes the operand next to the sign.
        if let Some((rebuild, target)) = split_target(&left) {
            self.advance()?;
            self.skip_newlines()?;
            let value = Box::new(self.expr()?);
            let done = match bin {
                None => Expr::Assign(Box::new(target), value),
                Some(b) => Expr::Aug(b, Box::new(target), value),
            };
            return Ok(rebuild(done));
        }
        self.fail()
    }

    pub(super) fn or(&mut self) -> Res<Expr> {
        let mut e = self.and()?;
        while self.eat("||")? {
            self.skip_newlines()?;
            e = Expr::Or(Box::new(e), Box::new(self.and_assigned()?));
        }
        Ok(e)
    }

    pub(super) fn and_assigned(&mut self) -> Res<Expr> {
        let e = self.and()?;
        self.assignment(e)
    }

    pub(super) fn and(&mut self) -> Res<Expr> {
        let mut e = self.membership()?;
        while self.eat("&&")? {
            self.skip_newlines()?;
            let right = self.membership()?;
            let right = self.assignment(right)?;
            e = Expr::And(Box::new(e), Box::new(right));
        }
        Ok(e)
    }

    pub(super) fn membership(&mut self) -> Res<Expr> {
        let mut e = self.matching()?;
        while !self.no_in && self.eat("in")? {
            let Tok::Name(array) = self.tok.clone() else { return self.fail() };
            self.advance()?;
            let subs = match e {
                Expr::Group(list) => list,
                e => vec![e],
            };
            e = Expr::In(subs, array);
        }
        Ok(e)
    }

    pub(super) fn matching(&mut self) -> Res<Expr> {
        let mut e = self.comparison()?;
        while self.is("~") || self.is("!~") {
            let negated = self.is("!~");
            self.advance()?;
            let right = self.comparison()?;
            e = Expr::Match(Box::new(e), Box::new(right), negated);
        }
        Ok(e)
    }

    pub(super) fn comparison(&mut self) -> Res<Expr> {
        let mut e = self.concatenation()?;
        loop {
            if self.is("|") && !matches!(e, Expr::Group(_)) {
                // `command | getline`; in print the bar may be a redirection.
                let saved = (self.lex.clone(), self.tok.clone(), self.at, self.line);
                self.advance()?;
                if !self.eat("getline")? {
                    (self.lex, self.tok, self.at, self.line) = saved;
                    return Ok(e);
                }
                let into = self.getline_target()?;
                e = Expr::Getline(into, Source::Command(Box::new(e)));
                continue;
            }
            let op = match self.tok {
                Tok::Op("<") => Bin::Lt,
                Tok::Op("<=") => Bin::Le,
                Tok::Op("==") => Bin::Eq,
                Tok::Op("!=") => Bin::Ne,
                Tok::Op(">") if !self.no_gt => Bin::Gt,
                Tok::Op(">=") => Bin::Ge,
                _ => return Ok(e),
            };
            self.advance()?;
            let right = self.concatenation()?;
            e = Expr::Bin(op, Box::new(e), Box::new(right));
        }
    }

    pub(super) fn concatenation(&mut self) -> Res<Expr> {
        let mut e = self.additive()?;
        while self.starts_operand() {
            let right = self.additive()?;
            e = Expr::Bin(Bin::Concat, Box::new(e), Box::new(right));
        }
        Ok(e)
    }

    /// True if the word can begin the second half of a concatenation.
    pub(super) fn starts_operand(&self) -> bool {
        match &self.tok {
            Tok::Num(_) | Tok::Str(_) | Tok::Name(_) | Tok::FuncName(_) | Tok::Builtin(_) => true,
            Tok::Op(o) => matches!(*o, "$" | "(" | "++" | "--"),
            _ => false,
        }
    }

    pub(super) fn additive(&mut self) -> Res<Expr> {
        let mut e = self.multiplicative()?;
        loop {
            let op = match self.tok {
                Tok::Op("+") => Bin::Add,
                Tok::Op("-") => Bin::Sub,
                _ => return Ok(e),
            };
            self.advance()?;
            let right = self.multiplicative()?;
            e = Expr::Bin(op, Box::new(e), Box::new(right));
        }
    }

    pub(super) fn multiplicative(&mut self) -> Res<Expr> {
        let mut e = self.unary()?;
        loop {
            let op = match self.tok {
                Tok::Op("*") => Bin::Mul,
                Tok::Op("/") => Bin::Div,
                Tok::Op("%") => Bin::Mod,
                _ => return Ok(e),
            };
            self.advance()?;
            let right = self.unary()?;
            e = Expr::Bin(op, Box::new(e), Box::new(right));
        }
    }

    pub(super) fn unary(&mut self) -> Res<Expr> {
        self.enter()?;
        let e = if self.eat("!")? {
            Expr::Not(Box::new(self.unary()?))
        } else if self.eat("-")? {
            Expr::Neg(Box::new(self.unary()?))
        } else if self.eat("+")? {
            Expr::Plus(Box::new(self.unary()?))
        } else {
            self.power()?
        };
        self.leave();
        Ok(e)
    }

    pub(super) fn power(&mut self) -> Res<Expr> {
        let base = self.postfix()?;
        if self.eat("^")? {
            // Right associative, and the exponent may have a sign.
            let exp = self.unary_power()?;
            return Ok(Expr::Bin(Bin::Pow, Box::new(base), Box::new(exp)));
        }
        Ok(base)
    }

    pub(super) fn unary_power(&mut self) -> Res<Expr> {
        self.enter()?;
        let e = if self.eat("-")? {
            Expr::Neg(Box::new(self.unary_power()?))
        } else if self.eat("+")? {
            Expr::Plus(Box::new(self.unary_power()?))
        } else if self.eat("!")? {
            Expr::Not(Box::new(self.unary_power()?))
        } else {
            self.power()?
        };
        self.leave();
        Ok(e)
    }

    pub(super) fn postfix(&mut self) -> Res<Expr> {
        let e = self.primary()?;
        if is_lvalue(&e) {
            if self.eat("++")? {
                return Ok(Expr::Inc(Box::new(e), 1.0, true));
            }
            if self.eat("--")? {
                return Ok(Expr::Inc(Box::new(e), -1.0, true));
            }
        }
        Ok(e)
    }
}

pub(super) type Rebuild = Box<dyn FnOnce(Expr) -> Expr>;

/// The rightmost operand of `e` if it can be assigned to, and how to put `e` together again around it.
pub(super) fn split_target(e: &Expr) -> Option<(Rebuild, Expr)> {
    match e {
        Expr::Var(_) | Expr::Field(_) | Expr::Elem(..) => Some((Box::new(|x| x), e.clone())),
        Expr::Bin(op, a, b) => {
            let (inner, target) = split_target(b)?;
            let (op, a) = (*op, a.clone());
            Some((Box::new(move |x| Expr::Bin(op, a, Box::new(inner(x)))), target))
        }
        Expr::Match(a, b, n) => {
            let (inner, target) = split_target(b)?;
            let (a, n) = (a.clone(), *n);
            Some((Box::new(move |x| Expr::Match(a, Box::new(inner(x)), n)), target))
        }
        Expr::Not(a) => {
            let (inner, target) = split_target(a)?;
            Some((Box::new(move |x| Expr::Not(Box::new(inner(x)))), target))
        }
        Expr::Neg(a) => {
            let (inner, target) = split_target(a)?;
            Some((Box::new(move |x| Expr::Neg(Box::new(inner(x)))), target))
        }
        Expr::And(a, b) => {
            let (inner, target) = split_target(b)?;
            let a = a.clone();
            Some((Box::new(move |x| Expr::And(a, Box::new(inner(x)))), target))
        }
        Expr::Or(a, b) => {
            let (inner, target) = split_target(b)?;
            let a = a.clone();
            Some((Box::new(move |x| Expr::Or(a, Box::new(inner(x)))), target))
        }
        _ => None,
    }
}
