//! What is inside words: quotes, substitutions, assignments. `${..}` belongs to `param`.

use std::cell::RefCell;
use std::rc::Rc;

use super::ast::{
    ArithText, Assign, AssignValue, CommandSub, Element, List, Param, ParamName, Part, Word,
};
use super::error::{SyntaxError, Wrong};
use super::lexer::{Parser, name_length};
use crate::shell::Dialect;
use crate::shell::ansi;

/// Where a run of parts stands: what ends it and which quotes mean something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Bytes that end it (at nesting depth 0 of `nest`).
    pub stops: &'static [u8],
    /// Blanks and operators end it.
    pub meta: bool,
    /// As between double quotes: a backslash quotes only few characters.
    pub double: bool,
    /// `'` quotes.
    pub single: bool,
    /// `"` quotes.
    pub dquote: bool,
    /// Brackets that nest, so that a stop inside them does not count.
    pub nest: Option<(u8, u8)>,
    /// The closing character that the end of the text is missing.
    pub closes: Option<char>,
    /// `(` and `)` are part of the word, blanks inside them too (regular expressions).
    pub regex: bool,
}

/// An ordinary word.
pub(super) const WORD: Place = Place {
    stops: b"",
    meta: true,
    double: false,
    single: true,
    dquote: true,
    nest: None,
    closes: None,
    regex: false,
};
/// Inside `".."`.
pub(super) const DOUBLE: Place = Place {
    stops: b"\"",
    meta: false,
    double: true,
    single: false,
    dquote: false,
    nest: None,
    closes: Some('"'),
    regex: false,
};
/// The lines of a here-document.
pub(super) const HEREDOC: Place = Place { stops: b"", closes: None, ..DOUBLE };
/// An arithmetic expression up to its `)`.
pub(super) const ARITH: Place =
    Place { stops: b")", dquote: true, nest: Some((b'(', b')')), closes: Some(')'), ..DOUBLE };

#[derive(Default)]
struct Run {
    parts: Vec<Part>,
    lit: String,
}

impl Run {
    fn flush(&mut self) {
        if !self.lit.is_empty() {
            self.parts.push(Part::Lit(std::mem::take(&mut self.lit).into()));
        }
    }

    fn push(&mut self, p: Part) {
        self.flush();
        self.parts.push(p);
    }

    fn quoted(&mut self, s: &str) {
        self.flush();
        if let Some(Part::Quoted(last)) = self.parts.last_mut() {
            let mut t = std::mem::take(last).into_string();
            t.push_str(s);
            *last = t.into();
        } else {
            self.parts.push(Part::Quoted(s.into()));
        }
    }
}

impl Parser {
    /// Reads one word.
    pub(super) fn word(&mut self) -> Result<Word, SyntaxError> {
        self.word_in(&WORD)
    }

    /// Reads a word in another place.
    pub(super) fn word_in(&mut self, place: &Place) -> Result<Word, SyntaxError> {
        let start = self.pos;
        let parts = self.parts(place)?;
        Ok(Word::new(parts, &self.src[start..self.pos]))
    }

    /// Reads parts up to where the place ends.
    pub(super) fn parts(&mut self, place: &Place) -> Result<Vec<Part>, SyntaxError> {
        self.enter()?;
        let mut run = Run::default();
        let mut nested = 0u32;
        let mut single = false;
        loop {
            if self.eof() {
                match place.closes {
                    Some(_) if single => return self.fail(Wrong::Unclosed('\'')),
                    Some(c) => return self.fail(Wrong::Unclosed(c)),
                    None => break,
                }
            }
            let c = self.at(0);
            if nested == 0 && !single && place.stops.contains(&c) {
                break;
            }
            match c {
                b'\\' => self.backslash(place, &mut run),
                b'\''
                    if place.double
                        && place.stops.contains(&b'}')
                        && place.dquote
                        && self.bash() =>
                {
                    // Between double quotes, single quotes stand for themselves, but a brace
                    // between them does not end the expansion.
                    single = !single;
                    run.lit.push('\'');
                    self.pos += 1;
                }
                b'\'' if place.single => {
                    let line = self.line;
                    self.pos += 1;
                    let Some(n) = self.rest().find('\'') else {
                        self.line = line;
                        return self.fail(Wrong::Unclosed('\''));
                    };
                    let text = self.rest()[..n].to_string();
                    self.line += text.matches('\n').count() as u32;
                    self.pos += n + 1;
                    run.quoted(&text);
                }
                b'"' if place.dquote => {
                    self.pos += 1;
                    let line = self.line;
                    // Quotes within a quoted `${..}` unquote: a backslash quotes any character.
                    let inside = if place.double && place.stops.contains(&b'}') && self.bash() {
                        Place { double: false, ..DOUBLE }
                    } else {
                        DOUBLE
                    };
                    let inner = self.parts(&inside).map_err(|e| at_line(e, line))?;
                    self.pos += 1;
                    run.push(Part::Double(inner));
                }
                b'$' => match self.dollar(place.double)? {
                    Some(p) => run.push(p),
                    None => {
                        run.lit.push('$');
                        self.pos += 1;
                    }
                },
                b'`' => {
                    let p = self.backquote(place.double)?;
                    run.push(p);
                }
                b'<' | b'>'
                    if !place.double && self.at(1) == b'(' && place.meta && self.process_subs() =>
                {
                    let input = c == b'<';
                    self.pos += 2;
                    let list = self.substitution()?;
                    run.push(Part::Process(input, list));
                }
                b'?' | b'*' | b'+' | b'@' | b'!'
                    if self.at(1) == b'(' && !place.double && self.opts.extglob && !place.regex =>
                {
                    run.lit.push(c as char);
                    run.lit.push('(');
                    self.pos += 2;
                    let group = Place {
                        stops: b")",
                        meta: false,
                        nest: Some((b'(', b')')),
                        closes: Some(')'),
                        ..WORD
                    };
                    run.flush();
                    let inner = self.parts(&group)?;
                    run.parts.extend(inner);
                    run.lit.push(')');
                    self.pos += 1;
                }
                b'(' if place.regex => {
                    nested += 1;
                    run.lit.push('(');
                    self.pos += 1;
                }
                b')' if place.regex && nested > 0 => {
                    nested -= 1;
                    run.lit.push(')');
                    self.pos += 1;
                }
                b'|' if place.regex => {
                    run.lit.push('|');
                    self.pos += 1;
                }
                b' ' | b'\t' | b'\n' | b'<' | b'>' | b';' | b'&' if place.regex && nested > 0 => {
                    run.lit.push(c as char);
                    self.take_char();
                }
                b' ' | b'\t' | b'\n' | b'&' | b';' | b'|' | b'(' | b')' | b'<' | b'>'
                    if place.meta =>
                {
                    break;
                }
                _ => {
                    if let Some((open, close)) = place.nest {
                        if c == open {
                            nested += 1;
                        } else if c == close {
                            nested = nested.saturating_sub(1);
                        }
                    }
                    if let Some(ch) = self.take_char() {
                        run.lit.push(ch);
                    }
                }
            }
        }
        run.flush();
        self.leave();
        Ok(run.parts)
    }

    fn backslash(&mut self, place: &Place, run: &mut Run) {
        let next = self.at(1);
        if next == b'\n' {
            self.pos += 2;
            self.line += 1;
            return;
        }
        if place.double {
            let special = matches!(next, b'$' | b'`' | b'\\')
                || (next == b'"' && (place.dquote || place.stops == DOUBLE.stops))
                || (next == b'}' && place.stops.contains(&b'}'))
                || (next == b'/' && place.stops.contains(&b'/'));
            self.pos += 1;
            if special {
                self.pos += 1;
                run.quoted((next as char).encode_utf8(&mut [0; 4]));
            } else {
                run.lit.push('\\');
            }
            return;
        }
        self.pos += 1;
        match self.take_char() {
            Some(c) => run.quoted(c.encode_utf8(&mut [0; 4])),
            // A backslash at the very end of the text stands for itself.
            None => run.quoted("\\"),
        }
    }

    /// What `$` begins; `None` when it is just a dollar sign.
    fn dollar(&mut self, double: bool) -> Result<Option<Part>, SyntaxError> {
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
                op: super::ast::Op::None,
                // The sign tells `$a` from `${a}`, which brace expansion treats differently.
                raw: format!("${raw}").into(),
            }))
        };
        Ok(Some(match c {
            b'{' => {
                self.pos += 2;
                self.enter()?;
                let p = self.braced_param(double)?;
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
    fn backquote(&mut self, double: bool) -> Result<Part, SyntaxError> {
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
                Err(e) if e.what == Wrong::Depth => return Err(e),
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

fn at_line(e: SyntaxError, line: u32) -> SyntaxError {
    if e.what == Wrong::Unclosed('"') { SyntaxError { line, ..e } } else { e }
}
