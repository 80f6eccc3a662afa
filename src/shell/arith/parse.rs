//! Text to expression trees, by precedence climbing.

mod operand;

use super::{ArithError, Binary, Expr};
use crate::shell::limits::ARITH_DEPTH;
use crate::shell::syntax::name_length;

struct Reader<'a> {
    text: &'a str,
    pos: usize,
    depth: u32,
    /// The first error; nothing is read after it.
    fault: Option<ArithError>,
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

/// Reads a whole expression. What stands before an error is part of the tree: real shells evaluate while
/// they read, so that it has its effects, and its own errors come first.
pub(crate) fn parse(text: &str) -> Expr {
    let mut r = Reader { text, pos: 0, depth: 0, fault: None };
    r.blanks();
    if r.pos == text.len() {
        return Expr::Empty;
    }
    let e = r.comma();
    r.blanks();
    if r.pos < text.len() {
        let b = r.at(0);
        let what = if name_length(r.rest()) > 0 || b.is_ascii_digit() || matches!(b, b'\'' | b':') {
            "in expression"
        } else if b == b'=' {
            ASSIGNED
        } else {
            "invalid arithmetic operator"
        };
        r.fail(what);
    }
    match r.fault {
        Some(error) => Expr::Broken(Box::new(e), error),
        None => e,
    }
}

/// What is said of an assignment to what is no variable.
const ASSIGNED: &str = "attempted assignment to non-variable";

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

    fn fail(&mut self, what: &'static str) -> Expr {
        let token = if what == ASSIGNED { self.rest() } else { self.token() };
        self.fail_with(ArithError::Syntax { what, token: token.to_string() })
    }

    fn fail_with(&mut self, error: ArithError) -> Expr {
        let error = self.fault.get_or_insert(error).clone();
        self.pos = self.text.len();
        Expr::Fault(error)
    }

    fn too_deep(&mut self) -> Expr {
        let token = self.rest().to_string();
        self.fail_with(ArithError::Recursion(token))
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

    /// What is said of the next token where it is none.
    fn unreadable(&mut self) -> Option<Expr> {
        self.blanks();
        let c = self.at(0);
        if c.is_ascii_digit() && self.fault.is_none() {
            let back = self.pos;
            let number = self.number();
            if self.fault.is_some() {
                return Some(number);
            }
            self.pos = back;
        }
        let readable = self.pos == self.text.len()
            || name_length(self.rest()) > 0
            || c.is_ascii_digit()
            || b"()=<>+-*/%&|^!~?:,'".contains(&c);
        (!readable).then(|| self.fail("invalid arithmetic operator"))
    }

    fn comma(&mut self) -> Expr {
        let mut e = self.assignment();
        loop {
            self.blanks();
            if self.at(0) != b',' {
                return e;
            }
            self.pos += 1;
            e = Expr::Comma(Box::new(e), Box::new(self.assignment()));
        }
    }

    fn assignment(&mut self) -> Expr {
        self.depth += 1;
        if self.depth > ARITH_DEPTH {
            return self.too_deep();
        }
        let left = self.ternary();
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
            let Expr::Var(target) = left else {
                let fault = self.fail(ASSIGNED);
                return Expr::Comma(Box::new(left), Box::new(fault));
            };
            self.pos += len;
            self.blanks();
            let from = self.pos;
            let right = self.assignment();
            // The next token is read before the value is stored.
            if let Some(fault) = self.unreadable() {
                return Expr::Comma(Box::new(right), Box::new(fault));
            }
            let token = self.text[from..].into();
            Expr::Assign(target, op, Box::new(right), token)
        } else {
            left
        };
        self.depth -= 1;
        e
    }

    fn ternary(&mut self) -> Expr {
        let condition = self.or();
        self.blanks();
        if self.at(0) != b'?' {
            return condition;
        }
        self.pos += 1;
        self.blanks();
        let ternary =
            |yes: Expr, no: Expr| Expr::Ternary(Box::new(condition), Box::new(yes), Box::new(no));
        if self.at(0) == b':' || self.pos == self.text.len() {
            let fault = self.fail("expression expected");
            return ternary(fault.clone(), fault);
        }
        let yes = self.comma();
        self.blanks();
        if self.at(0) != b':' {
            let fault = self.fail("`:' expected for conditional expression");
            return ternary(yes, fault);
        }
        self.pos += 1;
        self.blanks();
        if self.pos == self.text.len() {
            let fault = self.fail("expression expected");
            return ternary(yes, fault);
        }
        self.depth += 1;
        if self.depth > ARITH_DEPTH {
            return self.too_deep();
        }
        let no = self.ternary();
        self.depth -= 1;
        ternary(yes, no)
    }

    fn or(&mut self) -> Expr {
        let mut e = self.and();
        loop {
            self.blanks();
            if !self.rest().starts_with("||") {
                return e;
            }
            self.pos += 2;
            e = Expr::Or(Box::new(e), Box::new(self.and()));
        }
    }

    fn and(&mut self) -> Expr {
        let mut e = self.binary(4);
        loop {
            self.blanks();
            if !self.rest().starts_with("&&") {
                return e;
            }
            self.pos += 2;
            e = Expr::And(Box::new(e), Box::new(self.binary(4)));
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
        if !compares && rest[text.len()..].starts_with('=') {
            return None;
        }
        Some((text.len(), *strength, *op))
    }

    fn binary(&mut self, least: u8) -> Expr {
        let mut left = self.unary();
        loop {
            self.blanks();
            let Some((len, strength, op)) = self.binary_op() else { return left };
            if strength < least {
                return left;
            }
            self.pos += len;
            self.blanks();
            let from = self.pos;
            let right = if op == Binary::Pow {
                self.depth += 1;
                if self.depth > ARITH_DEPTH {
                    return self.too_deep();
                }
                let r = self.binary(strength);
                self.depth -= 1;
                r
            } else {
                self.binary(strength + 1)
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
}
