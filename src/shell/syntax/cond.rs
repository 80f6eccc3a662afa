//! The expression between `[[` and `]]`. Its evaluation belongs to `exec::cond`.

use super::ast::{Cond, Word};
use super::error::{SyntaxError, Wrong};
use super::lexer::Parser;

/// Operators of one operand.
const UNARY: &[u8] = b"abcdefghknoprstuvwxzGLNORS";

/// Operators of two operands that are words.
const BINARY: &[&str] =
    &["-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef", "=", "==", "!=", "=~"];

/// What a condition should go on with.
#[derive(Clone, Copy)]
enum Wanted {
    /// `]]`
    End,
    /// An operator, after a word.
    Operator,
    /// What an operator of this kind works on.
    Argument(&'static str),
    Paren,
    /// The beginning of a test.
    Term,
}

/// Whether the last test of a condition is a word alone.
fn ends_with_word(c: &Cond) -> bool {
    match c {
        Cond::Word(_) => true,
        Cond::Or(_, last) | Cond::And(_, last) | Cond::Not(last) => ends_with_word(last),
        _ => false,
    }
}

impl Parser {
    /// Reads the expression after `[[`, up to and with `]]`.
    pub(super) fn cond(&mut self) -> Result<Cond, SyntaxError> {
        let c = self.cond_or()?;
        self.cond_blanks();
        if self.rest().starts_with("]]") {
            self.pos += 2;
            return Ok(c);
        }
        let wanted = if ends_with_word(&c) { Wanted::Operator } else { Wanted::End };
        self.cond_unexpected(wanted)
    }

    /// The error at the token that comes next, in the words for what was wanted there.
    fn cond_unexpected<T>(&mut self, wanted: Wanted) -> Result<T, SyntaxError> {
        self.cond_blanks();
        if self.eof() {
            return self.fail(Wrong::Eof { opened: self.innermost() });
        }
        let at = self.pos;
        let line = self.line;
        let operator = self.cond_operator();
        let is_operator = operator.is_some();
        let token = match operator {
            Some(op) => op,
            None => self.cond_word(false)?.raw.to_string(),
        };
        let text = Some(self.line_text(at));
        let token = if token.is_empty() { self.take_char().map(String::from) } else { Some(token) };
        let token = token.unwrap_or_default();
        let message = match wanted {
            Wanted::End => {
                Some(format!("syntax error in conditional expression: unexpected token `{token}'"))
            }
            Wanted::Operator => {
                Some(format!("unexpected token `{token}', conditional binary operator expected"))
            }
            Wanted::Argument(kind) => {
                Some(format!("unexpected argument `{token}' to conditional {kind} operator"))
            }
            Wanted::Paren => Some(format!("unexpected token `{token}', expected `)'")),
            Wanted::Term if is_operator => {
                Some(format!("unexpected token `{token}' in conditional command"))
            }
            Wanted::Term => None,
        };
        Err(SyntaxError { line, what: Wrong::Cond(message, self.near()), text })
    }

    /// The piece of text that bash names: what stands before the place where it has stopped reading.
    fn near(&self) -> String {
        let b = self.src.as_bytes();
        let blank = |i: usize| matches!(b[i], b' ' | b'\t' | b'\n');
        let mut i = self.pos.min(b.len().saturating_sub(1));
        while i > 0 && blank(i) {
            i -= 1;
        }
        let end = (i + 1).min(b.len());
        while i > 0 && !matches!(b[i], b' ' | b'\n' | b'\t' | b';' | b'|' | b'&') {
            i -= 1;
        }
        while i < end && blank(i) {
            i += 1;
        }
        self.src.get(i..end).unwrap_or_default().to_string()
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
        let group = self.at(1) == b'(' && !self.opts.extglob;
        let c = if self.at(0) == b'!' && (group || matches!(self.at(1), b' ' | b'\t' | b'\n')) {
            self.pos += 1;
            Cond::Not(Box::new(self.cond_term()?))
        } else if self.at(0) == b'(' {
            self.pos += 1;
            let inner = self.cond_or()?;
            self.cond_blanks();
            if self.at(0) != b')' {
                let wanted = match inner {
                    Cond::Word(_) if !self.rest().starts_with("]]") => Wanted::Operator,
                    _ => Wanted::Paren,
                };
                return self.cond_unexpected(wanted);
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
        let left = self.cond_operand(Wanted::Term)?;
        let unary = match left.literal().map(str::as_bytes) {
            Some([b'-', c]) if UNARY.contains(c) => left.literal().map(Box::<str>::from),
            _ => None,
        };
        if let Some(op) = unary {
            let back = (self.pos, self.line);
            self.cond_blanks();
            let ends =
                self.rest().starts_with("]]") || matches!(self.at(0), b')' | b'&' | b'|' | 0);
            if ends {
                return self.cond_unexpected(Wanted::Argument("unary"));
            }
            {
                // `-a = x` compares the word `-a`.
                let word = self.cond_operand(Wanted::Argument("unary"))?;
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
        while matches!(self.at(0), b' ' | b'\t' | b'\r') {
            self.pos += 1;
        }
        if matches!(self.at(0), b'\n' | b'#') && self.bash() {
            // The line of a word alone does not end before what follows the word.
            let text = Some(self.line_text(self.pos));
            let message = "unexpected token `newline', conditional binary operator expected";
            let what = Wrong::Cond(Some(message.into()), self.near());
            return Err(SyntaxError { line: self.line, what, text });
        }
        self.cond_blanks();
        if matches!(self.at(0), b'<' | b'>') && self.at(1) != b'(' {
            let op = if self.at(0) == b'<' { "<" } else { ">" };
            self.pos += 1;
            let right = self.cond_operand(Wanted::Argument("binary"))?;
            return Ok(Cond::Binary(left, op.into(), right));
        }
        let back = (self.pos, self.line);
        let op: Option<Box<str>> = BINARY
            .iter()
            .filter(|op| self.rest().starts_with(**op))
            .max_by_key(|op| op.len())
            .filter(|op| b" \t\n\\;&|<>()".contains(&self.at(op.len())))
            .map(|op| (*op).into());
        if let Some(op) = op {
            self.pos += op.len();
            self.cond_blanks();
            let right = if &*op == "=~" {
                self.cond_word(true)?
            } else {
                self.cond_operand(Wanted::Argument("binary"))?
            };
            if right.raw.is_empty() {
                return self.cond_unexpected(Wanted::Argument("binary"));
            }
            return Ok(Cond::Binary(left, op, right));
        }
        (self.pos, self.line) = back;
        Ok(Cond::Word(left))
    }

    fn cond_operand(&mut self, wanted: Wanted) -> Result<Word, SyntaxError> {
        self.cond_blanks();
        if self.rest().starts_with("]]")
            && matches!(self.at(2), b' ' | b'\t' | b'\n' | b';' | b')' | b'&' | b'|' | 0)
        {
            return self.cond_unexpected(wanted);
        }
        let w = self.cond_word(false)?;
        if w.raw.is_empty() { self.cond_unexpected(wanted) } else { Ok(w) }
    }
}
