//! What `$` and a backquote begin.

use std::cell::RefCell;
use std::rc::Rc;

use super::ast::{ArithText, CommandSub, List, Op, Param, ParamName, Part};
use super::error::{SyntaxError, Wrong};
use super::lexer::{Parser, name_length};
use super::word::{ARITH, DOUBLE, Place, at_line};
use crate::shell::Dialect;
use crate::shell::ansi;

impl Parser {
    /// What `$` begins; `None` when it is just a dollar sign.
    pub(super) fn dollar(&mut self, double: bool) -> Result<Option<Part>, SyntaxError> {
        self.unfold(1);
        let c = self.at(1);
        if c == b'(' {
            self.unfold(2);
        }
        let simple = |name, raw: &str| {
            Part::Param(Box::new(Param {
                name,
                subscript: None,
                indirect: false,
                op: Op::None,
                // The sign tells `$a` from `${a}`, which brace expansion treats differently.
                raw: format!("${raw}").into(),
            }))
        };
        Ok(Some(match c {
            b'{' => {
                self.pos += 2;
                self.enter()?;
                let line = self.line;
                let p = self.braced_param(double).map_err(|e| match e.what {
                    Wrong::Unclosed('}') => SyntaxError { line, ..e },
                    _ => e,
                })?;
                self.leave();
                Part::Param(Box::new(p))
            }
            b'(' if self.at(2) == b'(' => match self.dollar_arith()? {
                Some(a) => Part::Arith(Box::new(a)),
                None => self.dollar_command()?,
            },
            b'(' => self.dollar_command()?,
            b'[' if self.bash() => {
                self.pos += 2;
                let place =
                    Place { stops: b"]", nest: Some((b'[', b']')), closes: Some(']'), ..ARITH };
                let word = self.word_in(&place)?;
                self.pos += 1;
                Part::Arith(Box::new(ArithText { word, cache: RefCell::default() }))
            }
            b'\'' if !double && self.opts.dialect != Dialect::Dash => {
                self.pos += 2;
                let body = self.ansi_body()?;
                Part::Quoted(ansi::dollar_quote(&body).into())
            }
            b'"' if !double && self.bash() => {
                self.pos += 2;
                let line = self.line;
                let inner = self.parts(&DOUBLE).map_err(|e| at_line(e, line))?;
                self.pos += 1;
                Part::Double(inner)
            }
            b'@' | b'*' | b'#' | b'?' | b'-' | b'$' | b'!' | b'0' => {
                self.pos += 2;
                simple(ParamName::Special(c), &(c as char).to_string())
            }
            b'1'..=b'9' => {
                self.pos += 2;
                simple(ParamName::Position((c - b'0') as usize), &(c as char).to_string())
            }
            _ => {
                let mut n = name_length(&self.rest()[1..]);
                if n == 0 {
                    return Ok(None);
                }
                while self.at(n + 1) == b'\\' && self.at(n + 2) == b'\n' {
                    self.unfold(n + 1);
                    n = name_length(&self.rest()[1..]);
                }
                let name: Box<str> = self.rest()[1..=n].into();
                self.pos += n + 1;
                let raw = name.to_string();
                simple(ParamName::Var(name), &raw)
            }
        }))
    }

    /// Removes backslash-newline pairs at a place ahead, where what is there is one token.
    pub(super) fn unfold(&mut self, ahead: usize) {
        while self.at(ahead) == b'\\' && self.at(ahead + 1) == b'\n' {
            let at = self.pos + ahead;
            self.src.replace_range(at..at + 2, "");
            self.line += 1;
        }
    }

    /// The raw text of `$'..'` up to its end.
    fn ansi_body(&mut self) -> Result<String, SyntaxError> {
        let start = self.pos;
        loop {
            match self.at(0) {
                0 if self.eof() => return self.fail(Wrong::Unclosed('\'')),
                b'\\' => {
                    self.pos += 1;
                    self.take_char();
                }
                b'\'' => break,
                _ => {
                    self.take_char();
                }
            }
        }
        let body = self.src[start..self.pos].to_string();
        self.pos += 1;
        Ok(body)
    }

    /// `$((..))`, or `None` when it turns out to be `$( (..) ..)`.
    fn dollar_arith(&mut self) -> Result<Option<ArithText>, SyntaxError> {
        let (pos, line) = (self.pos, self.line);
        if self.wrong.contains(&pos) {
            return Ok(None);
        }
        let depth = self.depth;
        self.pos += 3;
        let word = self.word_in(&ARITH);
        self.unfold(1);
        match word {
            Ok(word) if self.at(0) == b')' && self.at(1) == b')' => {
                self.pos += 2;
                Ok(Some(ArithText { word, cache: RefCell::default() }))
            }
            Err(e) if e.what == Wrong::Depth => Err(e),
            _ => {
                self.wrong.insert(pos);
                self.depth = depth;
                self.pos = pos;
                self.line = line;
                Ok(None)
            }
        }
    }

    fn dollar_command(&mut self) -> Result<Part, SyntaxError> {
        self.pos += 2;
        let list = self.substitution()?;
        Ok(Part::Command(Rc::new(CommandSub { list, error: None })))
    }

    /// The commands of `$(..)`, `<(..)`: up to and with the closing parenthesis.
    pub(super) fn substitution(&mut self) -> Result<Rc<List>, SyntaxError> {
        self.enter()?;
        let line = self.line;
        let pending = std::mem::take(&mut self.pending);
        let peeked = self.peeked.take();
        let open = std::mem::take(&mut self.open);
        let (assign_ok, alias_ok) = (self.assign_ok, self.alias_ok);
        self.assign_ok = true;
        self.alias_ok = true;
        let list = match self.list_until_paren() {
            Ok(l) => l,
            Err(e) if matches!(e.what, Wrong::Eof { .. }) => {
                // bash names the line behind the last one.
                let line = if self.bash() { self.end_line() } else { line };
                return Err(SyntaxError { line, what: Wrong::Unclosed(')'), text: None });
            }
            Err(e) => return Err(e),
        };
        self.assign_ok = assign_ok;
        self.alias_ok = alias_ok;
        self.pending = pending;
        self.peeked = peeked;
        self.open = open;
        self.leave();
        Ok(Rc::new(list))
    }

    /// `` `..` ``: the text is unquoted by one level, then read as commands of its own.
    pub(super) fn backquote(&mut self, double: bool) -> Result<Part, SyntaxError> {
        let line = self.line;
        self.pos += 1;
        let mut text = String::new();
        loop {
            if self.eof() {
                return Err(SyntaxError { line, what: Wrong::Unclosed('`'), text: None });
            }
            match self.at(0) {
                b'`' => break,
                b'\\' => {
                    let next = self.at(1);
                    if matches!(next, b'$' | b'`' | b'\\') || (double && next == b'"') {
                        self.pos += 1;
                    } else if next == b'\n' {
                        self.pos += 2;
                        self.line += 1;
                        continue;
                    } else {
                        text.push('\\');
                        self.pos += 1;
                        if self.eof() {
                            continue;
                        }
                    }
                    if let Some(c) = self.take_char() {
                        text.push(c);
                    }
                }
                _ => {
                    if let Some(c) = self.take_char() {
                        text.push(c);
                    }
                }
            }
        }
        self.pos += 1;
        let mut inner = self.inner(&text, line);
        // What is wrong inside is said when it is run, not before.
        let (list, error) = match inner.whole() {
            Ok(list) => (list, None),
            Err(e) if e.what == Wrong::Depth || !self.bash() => return Err(e),
            Err(e) => (List::default(), Some(e)),
        };
        Ok(Part::Command(Rc::new(CommandSub { list: Rc::new(list), error })))
    }
}
