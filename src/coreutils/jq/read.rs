//! Reading JSON.

use super::json::{J, Object};
use std::rc::Rc;

impl<'a> Parser<'a> {
    /// A reader of `s`.
    pub fn new(s: &'a [u8]) -> Parser<'a> {
        let pos = if s.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
        Parser { s, pos, depth: 0 }
    }

    pub(super) fn blanks(&mut self) {
        while self.s.get(self.pos).is_some_and(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x1E))
        {
            self.pos += 1;
        }
    }

    pub(super) fn fail<T>(&self, what: &str) -> Result<T, String> {
        let read = &self.s[..self.pos.min(self.s.len())];
        let line = read.iter().filter(|b| **b == b'\n').count() + 1;
        let column =
            read.iter().rposition(|b| *b == b'\n').map_or(read.len(), |i| read.len() - i - 1);
        let at = if self.pos >= self.s.len() { " at EOF" } else { "" };
        Err(format!("{what}{at} at line {line}, column {column}"))
    }

    /// The next value; `None` at the end.
    pub fn next(&mut self) -> Result<Option<J>, String> {
        self.blanks();
        if self.pos >= self.s.len() {
            return Ok(None);
        }
        self.value().map(Some)
    }

    pub(super) fn value(&mut self) -> Result<J, String> {
        self.blanks();
        let Some(&c) = self.s.get(self.pos) else { return self.fail("Unfinished JSON term") };
        match c {
            b'{' | b'[' => {
                self.depth += 1;
                if self.depth > 500 {
                    return self.fail("Exceeds depth limit for parsing");
                }
                let v = if c == b'{' { self.object() } else { self.array() };
                self.depth -= 1;
                v
            }
            b'"' => Ok(J::Str(self.string()?.into())),
            b']' | b'}' | b',' | b':' => {
                self.pos += 1;
                self.fail_here(match c {
                    b']' => "Unmatched ']'",
                    b'}' => "Unmatched '}'",
                    b',' => "Expected value before ','",
                    _ => "Expected string key before ':'",
                })
            }
            _ => self.literal(),
        }
    }

    /// A value where a separator is wanted. It is noticed when the value is read: at the end of a string, behind
    /// other words, at once of what has brackets.
    fn unseparated<T>(&mut self) -> Result<T, String> {
        const WHAT: &str = "Expected separator between values";
        match self.s.get(self.pos) {
            Some(b'[' | b'{') => self.pos += 1,
            Some(b':') => {
                self.pos += 1;
                return self.fail_here("':' not as part of an object");
            }
            c => {
                let quoted = c == Some(&b'"');
                self.value()?;
                if self.pos >= self.s.len() {
                    return self.fail(WHAT);
                }
                self.pos += usize::from(!quoted);
            }
        }
        self.fail_here(WHAT)
    }

    /// A word, which ends where something that is none begins.
    fn literal(&mut self) -> Result<J, String> {
        let begin = self.pos;
        let ends = |b: &u8| matches!(b, b'[' | b']' | b'{' | b'}' | b',' | b':' | b'"');
        while self.s.get(self.pos).is_some_and(|b| !ends(b) && !b.is_ascii_whitespace()) {
            self.pos += 1;
        }
        let word = &self.s[begin..self.pos];
        let number = word.iter().all(|b| b.is_ascii_digit() || b"+-.eE".contains(b));
        if let Some(t) = std::str::from_utf8(word).ok().filter(|_| number)
            && let Ok(n) = t.parse()
        {
            return Ok(J::literal(t, n));
        }
        match word {
            b"null" => return Ok(J::Null),
            b"true" => return Ok(J::Bool(true)),
            b"false" => return Ok(J::Bool(false)),
            b"nan" | b"NaN" => return Ok(J::Num(f64::NAN)),
            _ => {}
        }
        if word.starts_with(b"'") {
            self.pos = (self.pos + 1).min(self.s.len());
            return self.fail_here("Invalid string literal; expected \", but got '");
        }
        let near = matches!(word.first(), Some(b't' | b'f'))
            || (word.starts_with(b"nu") && word.len() > 2);
        let what = if near { "Invalid literal" } else { "Invalid numeric literal" };
        if self.pos >= self.s.len() {
            return self.fail(what);
        }
        // It is noticed at what follows the word.
        self.pos += 1;
        self.fail_here(what)
    }

    /// As [`Parser::fail`], of what is complete.
    fn fail_here<T>(&self, what: &str) -> Result<T, String> {
        let read = &self.s[..self.pos.min(self.s.len())];
        let line = read.iter().filter(|b| **b == b'\n').count() + 1;
        let last = read.iter().rposition(|b| *b == b'\n');
        let column = last.map_or(read.len(), |i| read.len() - i - 1);
        Err(format!("{what} at line {line}, column {column}"))
    }

    pub(super) fn array(&mut self) -> Result<J, String> {
        self.pos += 1;
        let mut out = Vec::new();
        self.blanks();
        if self.s.get(self.pos) == Some(&b']') {
            self.pos += 1;
            return Ok(J::arr(out));
        }
        loop {
            self.blanks();
            if !out.is_empty() && self.s.get(self.pos) == Some(&b']') {
                self.pos += 1;
                return self.fail_here("Expected another array element");
            }
            out.push(self.value()?);
            self.blanks();
            match self.s.get(self.pos) {
                Some(b',') => self.pos += 1,
                Some(b']') => {
                    self.pos += 1;
                    return Ok(J::arr(out));
                }
                None => return self.fail("Unfinished JSON term"),
                Some(_) => return self.unseparated(),
            }
        }
    }

    pub(super) fn object(&mut self) -> Result<J, String> {
        self.pos += 1;
        let mut o = Object::default();
        self.blanks();
        if self.s.get(self.pos) == Some(&b'}') {
            self.pos += 1;
            return Ok(J::Obj(Rc::new(o)));
        }
        loop {
            self.blanks();
            match self.s.get(self.pos) {
                Some(b'"') => {}
                None => return self.fail("Unfinished JSON term"),
                Some(b'}') if o.len() > 0 => {
                    self.pos += 1;
                    return self.fail_here("Expected another key-value pair");
                }
                Some(b',') => {
                    self.pos += 1;
                    return self.fail_here("Expected value before ','");
                }
                Some(_) => {
                    self.value()?;
                    self.pos = (self.pos + 1).min(self.s.len());
                    return self.fail_here("Object keys must be strings");
                }
            }
            let key = self.string()?;
            self.blanks();
            match self.s.get(self.pos) {
                Some(b':') => self.pos += 1,
                None => return self.fail("Unfinished JSON term"),
                Some(b',' | b'}') => {
                    self.pos += 1;
                    return self.fail_here("Objects must consist of key:value pairs");
                }
                Some(_) => return self.unseparated(),
            }
            let v = self.value()?;
            o.set(key.into(), v);
            self.blanks();
            match self.s.get(self.pos) {
                Some(b',') => self.pos += 1,
                Some(b'}') => {
                    self.pos += 1;
                    return Ok(J::Obj(Rc::new(o)));
                }
                None => return self.fail("Unfinished JSON term"),
                Some(_) => return self.unseparated(),
            }
        }
    }

    pub(super) fn string(&mut self) -> Result<String, String> {
        self.pos += 1;
        let mut out: Vec<u8> = Vec::new();
        loop {
            let Some(&c) = self.s.get(self.pos) else { return self.fail("Unfinished string") };
            self.pos += 1;
            match c {
                b'"' => return Ok(String::from_utf8_lossy(&out).into_owned()),
                b'\\' => {
                    let e = self.s.get(self.pos).copied().unwrap_or(0);
                    self.pos += 1;
                    match e {
                        b'n' => out.push(b'\n'),
                        b't' => out.push(b'\t'),
                        b'r' => out.push(b'\r'),
                        b'b' => out.push(8),
                        b'f' => out.push(12),
                        b'u' => {
                            let mut u = self.hex();
                            if (0xD800..0xDC00).contains(&u)
                                && self.s[self.pos.min(self.s.len())..].starts_with(b"\\u")
                            {
                                self.pos += 2;
                                let low = self.hex();
                                u = 0x1_0000
                                    + ((u - 0xD800) << 10)
                                    + (low.wrapping_sub(0xDC00) & 0x3FF);
                            }
                            let ch = char::from_u32(u).unwrap_or('\u{FFFD}');
                            out.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes());
                        }
                        b'"' | b'\\' | b'/' => out.push(e),
                        _ => {
                            self.to_quote()?;
                            return self.fail_here("Invalid escape");
                        }
                    }
                }
                c if c < 0x20 => {
                    self.to_quote()?;
                    return self.fail_here(
                        "Invalid string: control characters from U+0000 through U+001F must be escaped",
                    );
                }
                c => out.push(c),
            }
        }
    }

    /// Steps behind the end of a string: what is wrong in it is noticed there.
    fn to_quote(&mut self) -> Result<(), String> {
        while self.s.get(self.pos).is_some_and(|b| *b != b'"') {
            self.pos += 1;
        }
        if self.pos >= self.s.len() {
            return self.fail("Unfinished string");
        }
        self.pos += 1;
        Ok(())
    }

    pub(super) fn hex(&mut self) -> u32 {
        let mut v = 0;
        for _ in 0..4 {
            if let Some(d) = self.s.get(self.pos).and_then(|b| char::from(*b).to_digit(16)) {
                v = v << 4 | d;
                self.pos += 1;
            }
        }
        v
    }
}

/// Reads values one after the other.
pub struct Parser<'a> {
    pub(super) s: &'a [u8],
    pub(super) pos: usize,
    pub(super) depth: u32,
}
