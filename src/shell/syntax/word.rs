//! What is inside words: quotes, substitutions, assignments. `${..}` belongs to `param`.

use super::ast::{Op, Part, Word};
use super::error::{SyntaxError, Wrong};
use super::lexer::Parser;

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
        let mut parts = self.parts(place)?;
        self.name_bad(&mut parts, start);
        Ok(Word::new(parts, &self.src[start..self.pos]))
    }

    /// A bad substitution is told of with all that stands in the word, or between the quotes, with it.
    fn name_bad(&mut self, parts: &mut [Part], start: usize) {
        if !std::mem::take(&mut self.bad) {
            return;
        }
        for part in parts {
            if let Part::Param(p) = part
                && matches!(p.op, Op::Bad)
            {
                p.raw = self.src[start..self.pos].into();
            }
        }
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
                    let start = self.pos;
                    let mut inner = self.parts(&inside).map_err(|e| at_line(e, line))?;
                    self.name_bad(&mut inner, start);
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
}

pub(super) fn at_line(e: SyntaxError, line: u32) -> SyntaxError {
    if e.what == Wrong::Unclosed('"') { SyntaxError { line, ..e } } else { e }
}
