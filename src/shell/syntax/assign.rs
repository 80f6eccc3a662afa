//! Assignments and the elements of arrays.

use super::ast::{Assign, AssignValue, Element, Word};
use super::error::{SyntaxError, Wrong};
use super::lexer::{Parser, name_length};
use super::word::{Place, WORD};

impl Parser {
    /// An assignment, if one starts here.
    pub(super) fn assignment(&mut self) -> Result<Option<Assign>, SyntaxError> {
        let start = (self.pos, self.line);
        let depth = self.depth;
        let n = name_length(self.rest());
        if n == 0 {
            return Ok(None);
        }
        let after = self.at(n);
        if after == b'[' && self.wrong.contains(&self.pos) {
            return Ok(None);
        }
        if !matches!(after, b'=' | b'+' | b'[') || (after == b'[' && !self.bash()) {
            return Ok(None);
        }
        let name: Box<str> = self.rest()[..n].into();
        self.pos += n;
        let mut subscript = None;
        if after == b'[' {
            self.pos += 1;
            match self.subscript_word() {
                Ok(w) => subscript = Some(w),
                Err(e) if matches!(e.what, Wrong::Depth | Wrong::Unclosed(']')) => return Err(e),
                Err(_) => {
                    self.wrong.insert(start.0);
                    self.depth = depth;
                    (self.pos, self.line) = start;
                    return Ok(None);
                }
            }
        }
        let append = self.at(0) == b'+' && self.at(1) == b'=' && self.bash();
        if append {
            self.pos += 1;
        }
        if self.at(0) != b'=' {
            self.wrong.insert(start.0);
            (self.pos, self.line) = start;
            return Ok(None);
        }
        self.pos += 1;
        let value = if self.at(0) == b'(' && self.bash() {
            self.pos += 1;
            AssignValue::Array(self.array_elements()?)
        } else {
            AssignValue::Scalar(self.word()?)
        };
        let raw = self.src[start.0..self.pos].into();
        Ok(Some(Assign { name, subscript, append, value, raw }))
    }

    /// The inside of `[..]`, up to and with the bracket.
    pub(super) fn subscript_word(&mut self) -> Result<Word, SyntaxError> {
        let place =
            Place { stops: b"]", meta: false, nest: Some((b'[', b']')), closes: Some(']'), ..WORD };
        let w = self.word_in(&place)?;
        self.pos += 1;
        Ok(w)
    }

    /// The elements of `( .. )`, up to and with the parenthesis.
    pub(super) fn array_elements(&mut self) -> Result<Vec<Element>, SyntaxError> {
        let mut out = Vec::new();
        let line = self.line;
        loop {
            self.blanks_and_lines();
            match self.at(0) {
                b')' => break,
                0 if self.eof() => {
                    return Err(SyntaxError { line, what: Wrong::Unclosed(')'), text: None });
                }
                b'<' | b'>' if self.at(1) == b'(' => out.push(self.element()?),
                c @ (b'&' | b';' | b'|' | b'(' | b'<' | b'>') => {
                    let what = Wrong::Unexpected((c as char).to_string());
                    let text = Some(self.line_text(self.pos));
                    return Err(SyntaxError { line: self.line, what, text });
                }
                _ => out.push(self.element()?),
            }
        }
        self.pos += 1;
        Ok(out)
    }

    /// Passes blanks, newlines and comments.
    fn blanks_and_lines(&mut self) {
        loop {
            match self.at(0) {
                b' ' | b'\t' => self.pos += 1,
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

    fn element(&mut self) -> Result<Element, SyntaxError> {
        let start = (self.pos, self.line);
        if self.at(0) == b'[' && !self.wrong.contains(&start.0) {
            self.pos += 1;
            let depth = self.depth;
            let sub = self.subscript_word();
            self.depth = depth;
            let append = self.at(0) == b'+' && self.at(1) == b'=';
            if let Ok(w) = sub
                && (append || self.at(0) == b'=')
            {
                self.pos += 1 + usize::from(append);
                let value = self.word()?;
                return Ok(Element { subscript: Some(w), append, value });
            }
            self.wrong.insert(start.0);
            (self.pos, self.line) = start;
        }
        Ok(Element { subscript: None, append: false, value: self.word()? })
    }
}
