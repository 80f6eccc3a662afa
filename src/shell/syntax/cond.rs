//! The expression between `[[` and `]]`. Its evaluation belongs to `exec::cond`.

use super::ast::{Cond, Word};
use super::error::{SyntaxError, Wrong};
use super::lexer::Parser;

/// Operators of one operand.
const UNARY: &[u8] = b"abcdefghknoprstuvwxzGLNORS";

/// Operators of two operands that are words.
const BINARY: &[&str] =
    &["-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef", "=", "==", "!=", "=~"];

impl Parser {
    /// Reads the expression after `[[`, up to and with `]]`.
    pub(super) fn cond(&mut self) -> Result<Cond, SyntaxError> {
        let c = self.cond_or()?;
        self.cond_blanks();
        if self.rest().starts_with("]]") {
            self.pos += 2;
            return Ok(c);
        }
        self.cond_unexpected()
    }

    fn cond_unexpected<T>(&mut self) -> Result<T, SyntaxError> {
        self.cond_blanks();
        if self.eof() {
            let opened = self.open.last().map(|(w, l)| (w.to_string(), *l));
            return self.fail(Wrong::Eof { opened });
        }
        let at = self.pos;
        let line = self.line;
        let token = self.cond_operator().unwrap_or_default();
        let token = if token.is_empty() { self.cond_word(false)?.raw.to_string() } else { token };
        let text = Some(self.line_text(at));
        let token = if token.is_empty() { self.rest()[..1].to_string() } else { token };
        Err(SyntaxError { line, what: Wrong::Cond(token), text })
    }

    fn cond_blanks(&mut self) {
        loop {
            match self.at(0) {
                b' ' | b'\t' | b'\r' => self.pos += 1,
                b'\n' => {
                    self.pos += 1;
                    self.line += 1;
                }
                b'\\' if self.at(1) == b'\n' => {
                    self.pos += 2;
                    self.line += 1;
                }
                b'#' => {
                    let rest = self.rest();
                    self.pos += rest.find('\n').unwrap_or(rest.len());
                }
                _ => return,
            }
        }
    }

    /// An operator made of metacharacters, if one comes next.
    fn cond_operator(&mut self) -> Option<String> {
        for op in ["&&", "||", "<", ">", "(", ")", "&", "|", ";"] {
            if self.rest().starts_with(op) && !self.rest()[op.len()..].starts_with('(') {
                self.pos += op.len();
                return Some(op.to_string());
            }
        }
        None
    }

    fn cond_or(&mut self) -> Result<Cond, SyntaxError> {
        let mut left = self.cond_and()?;
        loop {
            self.cond_blanks();
            if !self.rest().starts_with("||") {
                return Ok(left);
            }
            self.pos += 2;
            left = Cond::Or(Box::new(left), Box::new(self.cond_and()?));
        }
    }

    fn cond_and(&mut self) -> Result<Cond, SyntaxError> {
        let mut left = self.cond_term()?;
        loop {
            self.cond_blanks();
            if !self.rest().starts_with("&&") {
                return Ok(left);
            }
            self.pos += 2;
            left = Cond::And(Box::new(left), Box::new(self.cond_term()?));
        }
    }

    fn cond_term(&mut self) -> Result<Cond, SyntaxError> {
        self.enter()?;
        self.cond_blanks();
        let c = if self.at(0) == b'!' && matches!(self.at(1), b' ' | b'\t' | b'\n' | b'(') {
            self.pos += 1;
            Cond::Not(Box::new(self.cond_term()?))
        } else if self.at(0) == b'(' {
            self.pos += 1;
            let inner = self.cond_or()?;
            self.cond_blanks();
            if self.at(0) != b')' {
                return self.cond_unexpected();
            }
            self.pos += 1;
            Cond::Paren(Box::new(inner))
        } else {
            self.cond_test()?
        };
        self.leave();
        Ok(c)
    }

    fn cond_test(&mut self) -> Result<Cond, SyntaxError> {
        let left = self.cond_operand()?;
        let unary = match left.literal().map(str::as_bytes) {
            Some([b'-', c]) if UNARY.contains(c) => left.literal().map(Box::<str>::from),
            _ => None,
        };
        if let Some(op) = unary {
            let back = (self.pos, self.line);
            self.cond_blanks();
            let ends =
                self.rest().starts_with("]]") || matches!(self.at(0), b')' | b'&' | b'|' | 0);
            if !ends {
                // `-a = x` compares the word `-a`.
                let word = self.cond_operand()?;
                let is_op = word.literal().is_some_and(|w| BINARY.contains(&w));
                let here = (self.pos, self.line);
                self.cond_blanks();
                let more =
                    !self.rest().starts_with("]]") && !matches!(self.at(0), b')' | b'&' | b'|' | 0);
                if !(is_op && more) {
                    (self.pos, self.line) = here;
                    return Ok(Cond::Unary(op, word));
                }
            }
            (self.pos, self.line) = back;
        }
        self.cond_blanks();
        if matches!(self.at(0), b'<' | b'>') && self.at(1) != b'(' {
            let op = if self.at(0) == b'<' { "<" } else { ">" };
            self.pos += 1;
            let right = self.cond_operand()?;
            return Ok(Cond::Binary(left, op.into(), right));
        }
        let back = (self.pos, self.line);
        let op: Option<Box<str>> = BINARY
            .iter()
            .filter(|op| self.rest().starts_with(**op))
            .max_by_key(|op| op.len())
            .filter(|op| matches!(self.at(op.len()), b' ' | b'\t' | b'\n' | b'\\'))
            .map(|op| (*op).into());
        if let Some(op) = op {
            self.pos += op.len();
            self.cond_blanks();
            let right = if &*op == "=~" { self.cond_word(true)? } else { self.cond_operand()? };
            if right.raw.is_empty() {
                return self.cond_unexpected();
            }
            return Ok(Cond::Binary(left, op, right));
        }
        (self.pos, self.line) = back;
        Ok(Cond::Word(left))
    }

    fn cond_operand(&mut self) -> Result<Word, SyntaxError> {
        self.cond_blanks();
        if self.rest().starts_with("]]")
            && matches!(self.at(2), b' ' | b'\t' | b'\n' | b';' | b')' | b'&' | b'|' | 0)
        {
            return self.cond_unexpected();
        }
        let w = self.cond_word(false)?;
        if w.raw.is_empty() { self.cond_unexpected() } else { Ok(w) }
    }
}
