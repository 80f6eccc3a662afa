//! The jq parser: strings, objects, patterns.

use super::ast::{F, Pattern, Piece};
use super::fault::{self, Fault};
use super::json::J;
use super::parse::{Parser, Res};
use std::rc::Rc;

impl Parser<'_> {
    /// A string with interpolations, made by a format if one is named.
    pub(super) fn string(&mut self, format: Option<Rc<str>>) -> Res<F> {
        self.expect("\"", "")?;
        let (mut pieces, mut text) = (Vec::new(), Vec::new());
        loop {
            let Some(&c) = self.s.get(self.pos) else {
                return self.unexpected("QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END");
            };
            self.pos += 1;
            match c {
                b'"' => break,
                b'\\' => {
                    let e = self.s.get(self.pos).copied().unwrap_or(0);
                    self.pos += 1;
                    match e {
                        b'(' => {
                            if !text.is_empty() {
                                pieces.push(Piece::Text(String::from_utf8_lossy(&text).into()));
                                text.clear();
                            }
                            let f = self.pipe()?;
                            self.expect(")", "QQSTRING_INTERP_END or '|' or ','")?;
                            pieces.push(Piece::Filter(f));
                        }
                        b'n' => text.push(b'\n'),
                        b't' => text.push(b'\t'),
                        b'r' => text.push(b'\r'),
                        b'b' => text.push(8),
                        b'f' => text.push(12),
                        b'u' => {
                            let raw = [
                                b"\"\\u",
                                self.s[self.pos..]
                                    .iter()
                                    .copied()
                                    .take(10)
                                    .collect::<Vec<u8>>()
                                    .as_slice(),
                            ]
                            .concat();
                            let long = raw.len() > 8
                                && raw[7..].starts_with(b"\\u")
                                && matches!(raw[3], b'd' | b'D')
                                && matches!(raw[4], b'8'..=b'9' | b'a'..=b'b' | b'A'..=b'B');
                            let len = if long { 13 } else { 7 };
                            let quoted = [&raw[..len.min(raw.len())], b"\""].concat();
                            if let Ok(Some(J::Str(s))) = super::json::Parser::new(&quoted).next() {
                                text.extend_from_slice(s.as_bytes());
                            }
                            self.pos += len - 3;
                        }
                        b'"' | b'\\' | b'/' => text.push(e),
                        _ => {
                            let at = self.pos - 2;
                            return Err(Fault::at("Invalid escape", at, 2));
                        }
                    }
                }
                c => text.push(c),
            }
        }
        let tail: Rc<str> = String::from_utf8_lossy(&text).into();
        if pieces.is_empty() {
            return Ok(F::Const(J::Str(tail)));
        }
        if !tail.is_empty() {
            pieces.push(Piece::Text(tail));
        }
        Ok(F::Text(format, pieces))
    }

    pub(super) fn object(&mut self) -> Res<F> {
        let mut entries = Vec::new();
        loop {
            if self.eat("}") {
                return Ok(F::Object(entries));
            }
            self.blanks();
            let start = self.pos;
            match self.entry(&mut entries) {
                Ok(true) => {}
                Ok(false) => return Ok(F::Object(entries)),
                Err(f) => return Err(self.bad_key(f, start)),
            }
        }
    }

    /// A fault in an entry that has a `:` further on is told as one of its key.
    fn bad_key(&self, f: Fault, start: usize) -> Fault {
        let (from, end) = (self.pos.min(self.s.len()), f.end());
        let inside = fault::innermost(&self.s[..from]).is_some_and(|(_, at)| at >= start);
        let ahead = self.s[from..].iter().position(|b| b":,}{([".contains(b));
        match ahead.filter(|n| !inside && self.s[from + n] == b':') {
            Some(n) => {
                let mut colon = from + n;
                while colon > end && self.s[colon - 1].is_ascii_whitespace() {
                    colon -= 1;
                }
                f.with("May need parentheses around object key expression", start, colon.max(end))
            }
            None => f,
        }
    }

    /// One entry of an object and what follows it; whether there is another.
    fn entry(&mut self, entries: &mut Vec<(F, F)>) -> Res<bool> {
        let (key, default) = match self.s.get(self.pos) {
            Some(b'(') => {
                self.pos += 1;
                let k = self.pipe()?;
                self.expect(")", "'|' or ',' or ')'")?;
                (k, None)
            }
            Some(b'"') => {
                let k = self.string(None)?;
                (k.clone(), Some(F::Index(Box::new(F::Identity), Box::new(k))))
            }
            Some(b'@') => {
                let k = self.term()?;
                (k.clone(), Some(F::Index(Box::new(F::Identity), Box::new(k))))
            }
            Some(b'$') => {
                let v = self.variable()?;
                (F::Const(J::Str(v.clone())), Some(F::Var(v)))
            }
            _ => {
                let w = self.peek_word();
                if w.is_empty() {
                    return self.unexpected("");
                }
                self.pos += w.len();
                let k = F::Const(J::str(&w));
                (k.clone(), Some(F::Index(Box::new(F::Identity), Box::new(k))))
            }
        };
        let value = if self.eat(":") {
            let mut v = self.object_value()?;
            while self.at("|") && !self.at("|=") {
                self.pos += 1;
                let r = self.object_value()?;
                v = F::Pipe(Box::new(v), Box::new(r));
            }
            v
        } else {
            match default {
                Some(d) => d,
                None => return self.unexpected("':'"),
            }
        };
        entries.push((key, value));
        if self.eat(",") {
            return Ok(true);
        }
        self.expect("}", "'}'")?;
        Ok(false)
    }

    pub(super) fn object_value(&mut self) -> Res<F> {
        self.alternative()
    }

    pub(super) fn pattern(&mut self) -> Res<Pattern> {
        self.blanks();
        match self.s.get(self.pos) {
            Some(b'$') => Ok(Pattern::Var(self.variable()?)),
            Some(b'[') => {
                self.pos += 1;
                let mut list = vec![self.pattern()?];
                while self.eat(",") {
                    list.push(self.pattern()?);
                }
                self.expect("]", "',' or ']'")?;
                Ok(Pattern::Array(list))
            }
            Some(b'{') => {
                self.pos += 1;
                let mut list = Vec::new();
                loop {
                    self.blanks();
                    let (key, var) = match self.s.get(self.pos) {
                        Some(b'$') => {
                            let v = self.variable()?;
                            (F::Const(J::Str(v.clone())), Some(v))
                        }
                        Some(b'"') => (self.string(None)?, None),
                        Some(b'(') => {
                            self.pos += 1;
                            let k = self.pipe()?;
                            self.expect(")", "'|' or ',' or ')'")?;
                            (k, None)
                        }
                        _ => {
                            let w = self.peek_word();
                            if w.is_empty() {
                                return self.unexpected("");
                            }
                            self.pos += w.len();
                            (F::Const(J::str(&w)), None)
                        }
                    };
                    let sub = if self.eat(":") { Some(self.pattern()?) } else { None };
                    if var.is_none() && sub.is_none() {
                        return self.unexpected("':'");
                    }
                    list.push((key, var, sub));
                    if !self.eat(",") {
                        break;
                    }
                }
                self.expect("}", "',' or '}'")?;
                Ok(Pattern::Object(list))
            }
            _ => self.unexpected("BINDING or '[' or '{'"),
        }
    }
}

/// `as` takes the term before it: in `a, b as $x | c` and `a + b as $x | c` that is `b`.
pub(super) fn bind(left: F, pats: Vec<Pattern>, body: F) -> F {
    match left {
        F::Comma(a, b) => F::Comma(a, Box::new(bind(*b, pats, body))),
        F::Bin(op, a, b) => F::Bin(op, a, Box::new(bind(*b, pats, body))),
        F::Alt(a, b) => F::Alt(a, Box::new(bind(*b, pats, body))),
        F::And(a, b) => F::And(a, Box::new(bind(*b, pats, body))),
        F::Or(a, b) => F::Or(a, Box::new(bind(*b, pats, body))),
        left => F::As(Box::new(left), pats, Box::new(body)),
    }
}
