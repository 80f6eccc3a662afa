//! Text to expression trees, by precedence climbing.

use std::rc::Rc;

use super::number::literal;
use super::{ArithError, Binary, Expr, Target};
use crate::shell::limits::ARITH_DEPTH;
use crate::shell::syntax::name_length;

struct Reader<'a> {
    text: &'a str,
    pos: usize,
    depth: u32,
    /// Where the last token began, for messages.
    last: usize,
}

/// Operators of two operands with their binding strength, longer before shorter.
const BINARY: &[(&str, u8, Binary)] = &[
    ("**", 12, Binary::Pow),
    ("<<", 9, Binary::Shl),
    (">>", 9, Binary::Shr),
    ("<=", 8, Binary::Le),
    (">=", 8, Binary::Ge),
    ("==", 7, Binary::Eq),
    ("!=", 7, Binary::Ne),
    ("*", 11, Binary::Mul),
    ("/", 11, Binary::Div),
    ("%", 11, Binary::Rem),
    ("+", 10, Binary::Add),
    ("-", 10, Binary::Sub),
    ("<", 8, Binary::Lt),
    (">", 8, Binary::Gt),
    ("&", 6, Binary::BitAnd),
    ("^", 5, Binary::BitXor),
    ("|", 4, Binary::BitOr),
];

/// Reads a whole expression.
pub(crate) fn parse(text: &str) -> Result<Expr, ArithError> {
    let mut r = Reader { text, pos: 0, depth: 0, last: 0 };
    r.blanks();
    if r.pos == text.len() {
        return Ok(Expr::Empty);
    }
    let e = r.comma()?;
    r.blanks();
    if r.pos < text.len() {
        let b = r.at(0);
        let what = if name_length(r.rest()) > 0 || b.is_ascii_digit() || b == b'\'' {
            "in expression"
        } else if b == b'=' {
            return Err(r.assign_error());
        } else {
            "invalid arithmetic operator"
        };
        return r.fail(what);
    }
    Ok(e)
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.pos..]
    }

    fn at(&self, i: usize) -> u8 {
        self.text.as_bytes().get(self.pos + i).copied().unwrap_or(0)
    }

    fn blanks(&mut self) {
        while matches!(self.at(0), b' ' | b'\t' | b'\n' | b'\r') {
            self.pos += 1;
        }
    }

    fn fail<T>(&self, what: &'static str) -> Result<T, ArithError> {
        Err(ArithError::Syntax { what, token: self.token().to_string() })
    }

    /// What bash shows as the error token: what is left, or the last token where nothing is.
    fn token(&self) -> &str {
        if self.pos < self.text.len() {
            return self.rest();
        }
        let kept = self.text.trim_end_matches([' ', '\t', '\n', '\r']);
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '#' | '@');
        let tail = kept.trim_end_matches(word).len();
        if tail < kept.len() {
            return &self.text[tail..];
        }
        let long = ["<<=", ">>=", "<<", ">>", "**", "&&", "||", "==", "!=", "<=", ">="];
        let assigns = ["+=", "-=", "*=", "/=", "%=", "&=", "^=", "|="];
        let n = long.iter().chain(&assigns).find(|op| kept.ends_with(**op)).map(|op| op.len());
        let n = n.or(kept.chars().next_back().map(char::len_utf8)).unwrap_or(0);
        &self.text[kept.len() - n..]
    }

    fn assign_error(&self) -> ArithError {
        ArithError::Syntax {
            what: "attempted assignment to non-variable",
            token: self.rest().to_string(),
        }
    }

    fn comma(&mut self) -> Result<Expr, ArithError> {
        let mut e = self.assignment()?;
        loop {
            self.blanks();
            if self.at(0) != b',' {
                return Ok(e);
            }
            self.pos += 1;
            e = Expr::Comma(Box::new(e), Box::new(self.assignment()?));
        }
    }

    fn assignment(&mut self) -> Result<Expr, ArithError> {
        self.depth += 1;
        if self.depth > ARITH_DEPTH {
            return Err(ArithError::Recursion(self.rest().to_string()));
        }
        let left = self.ternary()?;
        self.blanks();
        let (op, len) = match (self.at(0), self.at(1), self.at(2)) {
            (b'=', b'=', _) => (None, 0),
            (b'=', ..) => (None, 1),
            (b'+', b'=', _) => (Some(Binary::Add), 2),
            (b'-', b'=', _) => (Some(Binary::Sub), 2),
            (b'*', b'=', _) => (Some(Binary::Mul), 2),
            (b'/', b'=', _) => (Some(Binary::Div), 2),
            (b'%', b'=', _) => (Some(Binary::Rem), 2),
            (b'&', b'=', _) => (Some(Binary::BitAnd), 2),
            (b'^', b'=', _) => (Some(Binary::BitXor), 2),
            (b'|', b'=', _) => (Some(Binary::BitOr), 2),
            (b'<', b'<', b'=') => (Some(Binary::Shl), 3),
            (b'>', b'>', b'=') => (Some(Binary::Shr), 3),
            _ => (None, 0),
        };
        let e = if len > 0 {
            let Expr::Var(target) = left else { return Err(self.assign_error()) };
            self.pos += len;
            self.blanks();
            let from = self.pos;
            let right = self.assignment()?;
            let token = self.text[from..].into();
            Expr::Assign(target, op, Box::new(right), token)
        } else {
            left
        };
        self.depth -= 1;
        Ok(e)
    }

    fn ternary(&mut self) -> Result<Expr, ArithError> {
        let condition = self.or()?;
        self.blanks();
        if self.at(0) != b'?' {
            return Ok(condition);
        }
        self.pos += 1;
        self.blanks();
        if self.at(0) == b':' || self.pos == self.text.len() {
            return self.fail("expression expected");
        }
        let yes = self.comma()?;
        self.blanks();
        if self.at(0) != b':' {
            return self.fail("`:' expected for conditional expression");
        }
        self.pos += 1;
        self.blanks();
        if self.pos == self.text.len() {
            return self.fail("expression expected");
        }
        self.depth += 1;
        if self.depth > ARITH_DEPTH {
            return Err(ArithError::Recursion(self.rest().to_string()));
        }
        let no = self.ternary()?;
        self.depth -= 1;
        Ok(Expr::Ternary(Box::new(condition), Box::new(yes), Box::new(no)))
    }

    fn or(&mut self) -> Result<Expr, ArithError> {
        let mut e = self.and()?;
        loop {
            self.blanks();
            if !self.rest().starts_with("||") {
                return Ok(e);
            }
            self.pos += 2;
            e = Expr::Or(Box::new(e), Box::new(self.and()?));
        }
    }

    fn and(&mut self) -> Result<Expr, ArithError> {
        let mut e = self.binary(4)?;
        loop {
            self.blanks();
            if !self.rest().starts_with("&&") {
                return Ok(e);
            }
            self.pos += 2;
            e = Expr::And(Box::new(e), Box::new(self.binary(4)?));
        }
    }

    fn binary_op(&self) -> Option<(usize, u8, Binary)> {
        let rest = self.rest();
        if rest.starts_with("&&") || rest.starts_with("||") {
            return None;
        }
        let (text, strength, op) = BINARY.iter().find(|(t, ..)| rest.starts_with(t))?;
        // `x += 1` is an assignment, not an addition.
        let compares =
            matches!(op, Binary::Le | Binary::Ge | Binary::Eq | Binary::Ne | Binary::Pow);
        if !compares && rest[text.len()..].starts_with('=') && !rest[text.len()..].starts_with("==")
        {
            return None;
        }
        if !compares && rest[text.len()..].starts_with("==") {
            return None;
        }
        Some((text.len(), *strength, *op))
    }

    fn binary(&mut self, least: u8) -> Result<Expr, ArithError> {
        let mut left = self.unary()?;
        loop {
            self.blanks();
            let Some((len, strength, op)) = self.binary_op() else { return Ok(left) };
            if strength < least {
                return Ok(left);
            }
            self.pos += len;
            self.blanks();
            let from = self.pos;
            let right = if op == Binary::Pow {
                self.depth += 1;
                if self.depth > ARITH_DEPTH {
                    return Err(ArithError::Recursion(self.rest().to_string()));
                }
                let r = self.binary(strength)?;
                self.depth -= 1;
                r
            } else {
                self.binary(strength + 1)?
            };
            // The message of a division by zero shows the rest of the expression.
            let token = match op {
                Binary::Div | Binary::Rem => self.text[from..].into(),
                Binary::Pow => {
                    self.blanks();
                    self.token().into()
                }
                _ => "".into(),
            };
            left = Expr::Binary(op, Box::new(left), Box::new(right), token);
        }
    }

    fn unary(&mut self) -> Result<Expr, ArithError> {
        self.depth += 1;
        if self.depth > ARITH_DEPTH {
            return Err(ArithError::Recursion(self.rest().to_string()));
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
                    let Expr::Var(t) = self.name()? else { return self.fail("operand expected") };
                    Expr::Step(t, if c == b'+' { 1 } else { -1 }, false)
                } else {
                    self.pos += 1;
                    Expr::Unary(c, Box::new(self.unary()?))
                }
            }
            b'+' | b'-' | b'!' | b'~' => {
                self.pos += 1;
                Expr::Unary(c, Box::new(self.unary()?))
            }
            _ => self.postfix()?,
        };
        self.depth -= 1;
        Ok(e)
    }

    fn postfix(&mut self) -> Result<Expr, ArithError> {
        let c = self.at(0);
        self.last = self.pos;
        if c == b'(' {
            self.pos += 1;
            let e = self.comma()?;
            self.blanks();
            if self.at(0) != b')' {
                return self.fail("missing `)'");
            }
            self.pos += 1;
            return Ok(match e {
                // (x) = 1 assigns to nothing.
                Expr::Var(t) => Expr::Unary(b'+', Box::new(Expr::Var(t))),
                e => e,
            });
        }
        if c.is_ascii_digit() {
            return self.number();
        }
        if name_length(self.rest()) > 0 {
            let e = self.name()?;
            let Expr::Var(target) = e else { return Ok(e) };
            let back = self.pos;
            self.blanks();
            for (op, by) in [("++", 1), ("--", -1)] {
                if self.rest().starts_with(op) {
                    self.pos += 2;
                    return Ok(Expr::Step(target, by, true));
                }
            }
            self.pos = back;
            return Ok(Expr::Var(target));
        }
        self.fail("operand expected")
    }

    fn name(&mut self) -> Result<Expr, ArithError> {
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
        Ok(Expr::Var(Rc::new(Target { name, subscript })))
    }

    fn number(&mut self) -> Result<Expr, ArithError> {
        let len = self
            .rest()
            .bytes()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, b'#' | b'@' | b'_'))
            .count();
        let text = &self.rest()[..len];
        match literal(text) {
            Ok(n) => {
                self.pos += len;
                Ok(Expr::Number(n))
            }
            Err(what) => {
                let n = text.find(|c: char| !c.is_ascii()).unwrap_or(text.len());
                Err(ArithError::Number(what, text[..n].to_string()))
            }
        }
    }
}
