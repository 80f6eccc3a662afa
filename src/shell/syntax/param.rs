//! `${..}`: names, subscripts, operators.

use std::cell::RefCell;

use super::ast::{ArithText, Op, Param, ParamName, Replace, Subscript, Word};
use super::error::{SyntaxError, Wrong};
use super::lexer::{Parser, name_length};
use super::word::{ARITH, DOUBLE, Place, WORD};
use crate::shell::Dialect;

impl Parser {
    /// Reads a parameter after `${`, up to and with `}`.
    pub(super) fn braced_param(&mut self, double: bool) -> Result<Param, SyntaxError> {
        let start = (self.pos, self.line);
        match self.try_param(double)? {
            Some(mut p) => {
                p.raw = self.src[start.0..self.pos - 1].into();
                Ok(p)
            }
            None => {
                (self.pos, self.line) = start;
                let place = Place { stops: b"}", closes: Some('}'), ..DOUBLE };
                self.parts(&Place { dquote: true, ..place })?;
                let raw = format!("${{{}}}", &self.src[start.0..self.pos]).into();
                self.pos += 1;
                self.bad = true;
                let name = ParamName::Var("".into());
                Ok(Param { name, subscript: None, indirect: false, op: Op::Bad, raw })
            }
        }
    }

    fn try_param(&mut self, double: bool) -> Result<Option<Param>, SyntaxError> {
        let mut length = false;
        let mut indirect = false;
        self.unfold(0);
        if self.at(0) == b'#' {
            self.unfold(1);
        }
        if self.at(0) == b'#' && self.length_follows() {
            length = true;
            self.pos += 1;
        } else if self.at(0) == b'!' && self.bash() && self.indirect_follows() {
            indirect = true;
            self.pos += 1;
        }
        let Some(name) = self.param_name() else { return Ok(None) };
        if indirect && name == ParamName::Special(b'#') && self.at(0) != b'}' {
            return Ok(None);
        }
        self.unfold(0);
        let mut subscript = None;
        if matches!(name, ParamName::Var(_)) && self.at(0) == b'[' && self.bash() {
            self.pos += 1;
            subscript = Some(if self.at(0) == b'@' && self.at(1) == b']' {
                self.pos += 2;
                Subscript::At
            } else if self.at(0) == b'*' && self.at(1) == b']' {
                self.pos += 2;
                Subscript::Star
            } else {
                let w = self.subscript_word()?;
                if w.raw.is_empty() {
                    return Ok(None);
                }
                Subscript::Index(w)
            });
        }
        let param = |subscript, indirect, op| {
            Ok(Some(Param { name: name.clone(), subscript, indirect, op, raw: "".into() }))
        };
        if length {
            if self.at(0) != b'}' {
                return Ok(None);
            }
            self.pos += 1;
            return param(subscript, false, Op::Length);
        }
        if indirect {
            match (&subscript, self.at(0), self.at(1)) {
                (None, c @ (b'*' | b'@'), b'}') if matches!(name, ParamName::Var(_)) => {
                    self.pos += 2;
                    return param(None, false, Op::Names { star: c == b'*' });
                }
                (Some(s @ (Subscript::At | Subscript::Star)), b'}', _) => {
                    let star = matches!(s, Subscript::Star);
                    self.pos += 1;
                    return param(subscript, false, Op::Keys { star });
                }
                _ => {}
            }
        }
        match self.param_op(double)? {
            Some(op) => param(subscript, indirect, op),
            None => Ok(None),
        }
    }

    /// Whether `#` asks for a length rather than being the parameter `#`.
    fn length_follows(&self) -> bool {
        match self.at(1) {
            b'}' => false,
            b'@' | b'*' | b'?' | b'-' | b'$' | b'!' | b'#' => self.at(2) == b'}',
            c => c.is_ascii_alphanumeric() || c == b'_',
        }
    }

    /// Whether `!` asks for indirection rather than being the parameter `!`.
    fn indirect_follows(&self) -> bool {
        match self.at(1) {
            b'#' => {
                let c = self.at(2);
                c.is_ascii_alphabetic()
                    || matches!(c, b'_' | b'}' | b'[' | b':' | b'-' | b'+' | b'=' | b'?')
            }
            b'@' | b'*' | b'?' | b'$' | b'!' => {
                matches!(self.at(2), b'}' | b'[' | b':' | b'-' | b'+' | b'=' | b'?')
            }
            c => c.is_ascii_alphanumeric() || c == b'_',
        }
    }

    fn param_name(&mut self) -> Option<ParamName> {
        let c = self.at(0);
        if c.is_ascii_digit() {
            let n = self.rest().bytes().take_while(u8::is_ascii_digit).count();
            let number: usize = self.rest()[..n].parse().unwrap_or(usize::MAX);
            self.pos += n;
            return Some(match number {
                0 => ParamName::Special(b'0'),
                n => ParamName::Position(n),
            });
        }
        if matches!(c, b'@' | b'*' | b'#' | b'?' | b'-' | b'$' | b'!') {
            self.pos += 1;
            return Some(ParamName::Special(c));
        }
        let n = name_length(self.rest());
        if n == 0 {
            return None;
        }
        let name = self.rest()[..n].into();
        self.pos += n;
        Some(ParamName::Var(name))
    }

    /// The operator and its operands, up to and with `}`; `None` when there is no such operator.
    fn param_op(&mut self, double: bool) -> Result<Option<Op>, SyntaxError> {
        let c = self.at(0);
        let bash = self.bash();
        let bashlike = self.opts.dialect != Dialect::Dash;
        let op = match c {
            b'}' => Op::None,
            b':' if matches!(self.at(1), b'-' | b'=' | b'?' | b'+') => {
                let kind = self.at(1);
                self.pos += 2;
                Op::Default { kind, colon: true, word: self.operand(double, b"}")? }
            }
            b'-' | b'=' | b'?' | b'+' => {
                self.pos += 1;
                Op::Default { kind: c, colon: false, word: self.operand(double, b"}")? }
            }
            b':' if bashlike => {
                self.pos += 1;
                let offset = self.slice_text()?;
                let length = if self.at(0) == b':' {
                    self.pos += 1;
                    let place = Place { stops: b"}", closes: Some('}'), ..ARITH };
                    Some(arith(self.word_in(&place)?))
                } else {
                    None
                };
                Op::Slice { offset, length }
            }
            b'#' | b'%' => {
                self.pos += 1;
                let longest = self.at(0) == c;
                self.pos += usize::from(longest);
                Op::Trim { prefix: c == b'#', longest, pattern: self.pattern(b"}")? }
            }
            b'/' if bashlike => {
                self.pos += 1;
                let how = match self.at(0) {
                    b'/' => Replace::All,
                    b'#' => Replace::Prefix,
                    b'%' => Replace::Suffix,
                    _ => Replace::First,
                };
                self.pos += usize::from(how != Replace::First);
                let pattern = match how {
                    Replace::Prefix | Replace::Suffix => self.pattern(b"/}")?,
                    _ => self.pattern_after_slash()?,
                };
                let with = if self.at(0) == b'/' {
                    self.pos += 1;
                    Some(self.pattern(b"}")?)
                } else {
                    None
                };
                Op::Replace { how, pattern, with }
            }
            b'^' | b',' | b'~' if bash => {
                self.pos += 1;
                let all = self.at(0) == c;
                self.pos += usize::from(all);
                Op::Case { kind: c, all, pattern: self.pattern(b"}")? }
            }
            b'@' if bash && self.at(2) == b'}' => {
                let k = self.at(1);
                self.pos += 2;
                if b"QEPAaKkULu".contains(&k) { Op::Transform(k) } else { Op::BadTransform }
            }
            _ => return Ok(None),
        };
        if self.at(0) != b'}' {
            return if self.eof() { self.fail(Wrong::Unclosed('}')) } else { Ok(None) };
        }
        self.pos += 1;
        Ok(Some(op))
    }

    /// The word of `:-` and the like.
    fn operand(&mut self, double: bool, stops: &'static [u8]) -> Result<Word, SyntaxError> {
        let base = if double { DOUBLE } else { WORD };
        self.word_in(&Place { stops, meta: false, dquote: true, closes: Some('}'), ..base })
    }

    /// A pattern: single quotes quote even between double quotes (bash manual, 3.5.3).
    fn pattern(&mut self, stops: &'static [u8]) -> Result<Word, SyntaxError> {
        self.word_in(&Place { stops, meta: false, closes: Some('}'), ..WORD })
    }

    /// The pattern of `${x/p/r}`; a slash at its start is part of it.
    fn pattern_after_slash(&mut self) -> Result<Word, SyntaxError> {
        if self.at(0) != b'/' {
            return self.pattern(b"/}");
        }
        let start = self.pos;
        self.pos += 1;
        let rest = self.pattern(b"/}")?;
        let mut parts = vec![super::ast::Part::Quoted("/".into())];
        parts.extend(rest.parts);
        Ok(Word::new(parts, &self.src[start..self.pos]))
    }

    /// An offset: up to a colon that belongs to no `? :`.
    fn slice_text(&mut self) -> Result<ArithText, SyntaxError> {
        let start = self.pos;
        let mut parts = Vec::new();
        let mut questions = 0;
        loop {
            let place = Place { stops: b"?:}", closes: Some('}'), ..ARITH };
            parts.extend(self.parts(&place)?);
            match self.at(0) {
                b'?' => questions += 1,
                b':' if questions > 0 => questions -= 1,
                _ => break,
            }
            let sep = if self.at(0) == b'?' { "?" } else { ":" };
            parts.push(super::ast::Part::Lit(sep.into()));
            self.pos += 1;
        }
        Ok(arith(Word::new(parts, &self.src[start..self.pos])))
    }
}

fn arith(word: Word) -> ArithText {
    ArithText { word, cache: RefCell::default() }
}
