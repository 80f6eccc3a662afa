//! Operands: numbers, variables with subscripts and steps, parentheses, and the operators before them.

use std::rc::Rc;

use super::Reader;
use crate::shell::arith::number::literal;
use crate::shell::arith::{ArithError, Expr, Target};
use crate::shell::limits::ARITH_DEPTH;
use crate::shell::syntax::name_length;

impl Reader<'_> {
    pub(super) fn unary(&mut self) -> Expr {
        self.depth += 1;
        if self.depth > ARITH_DEPTH {
            return self.too_deep();
        }
        self.blanks();
        let c = self.at(0);
        let e = match c {
            b'+' | b'-' if self.at(1) == c => {
                let mut ahead = 2;
                while matches!(self.at(ahead), b' ' | b'\t' | b'\n') {
                    ahead += 1;
                }
                if name_length(&self.text[(self.pos + ahead).min(self.text.len())..]) > 0 {
                    self.pos += ahead;
                    let Expr::Var(t) = self.name() else { return self.fail("operand expected") };
                    Expr::Step(t, if c == b'+' { 1 } else { -1 }, false)
                } else {
                    self.pos += 1;
                    Expr::Unary(c, Box::new(self.unary()))
                }
            }
            b'+' | b'-' | b'!' | b'~' => {
                self.pos += 1;
                Expr::Unary(c, Box::new(self.unary()))
            }
            _ => self.postfix(),
        };
        self.depth -= 1;
        e
    }

    fn postfix(&mut self) -> Expr {
        let c = self.at(0);
        if c == b'(' {
            self.pos += 1;
            let e = self.comma();
            self.blanks();
            if self.at(0) != b')' {
                let fault = self.fail("missing `)'");
                return Expr::Comma(Box::new(e), Box::new(fault));
            }
            self.pos += 1;
            return match e {
                // (x) = 1 assigns to nothing.
                Expr::Var(t) => Expr::Unary(b'+', Box::new(Expr::Var(t))),
                e => e,
            };
        }
        if c.is_ascii_digit() {
            return self.number();
        }
        if name_length(self.rest()) > 0 {
            let e = self.name();
            let Expr::Var(target) = e else { return e };
            let back = self.pos;
            self.blanks();
            for (op, by) in [("++", 1), ("--", -1)] {
                if self.rest().starts_with(op) {
                    self.pos += 2;
                    return Expr::Step(target, by, true);
                }
            }
            self.pos = back;
            return Expr::Var(target);
        }
        self.fail("operand expected")
    }

    fn name(&mut self) -> Expr {
        let n = name_length(self.rest());
        let name: Box<str> = self.rest()[..n].into();
        self.pos += n;
        let mut subscript = None;
        if self.at(0) == b'[' {
            let mut depth = 0;
            let mut i = 0;
            let len = loop {
                match self.at(i) {
                    b'[' => depth += 1,
                    b']' => {
                        depth -= 1;
                        if depth == 0 {
                            break i;
                        }
                    }
                    0 if self.pos + i >= self.text.len() => {
                        self.pos -= n;
                        return self.fail("bad array subscript");
                    }
                    _ => {}
                }
                i += 1;
            };
            subscript = Some(self.rest()[1..len].into());
            self.pos += len + 1;
        }
        Expr::Var(Rc::new(Target { name, subscript }))
    }

    pub(super) fn number(&mut self) -> Expr {
        let len = self
            .rest()
            .bytes()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'#' | b'@' | b'_'))
            .count();
        let text = &self.rest()[..len];
        match literal(text) {
            Ok(n) => {
                self.pos += len;
                Expr::Number(n)
            }
            Err(what) => {
                let (shown, token) = (&self.text[..self.pos + len], text.to_string());
                let shown = shown.trim_start().to_string();
                self.fail_with(ArithError::Number { what, shown, token })
            }
        }
    }
}
