//! The current record: `$0`, its fields and NF, each worked out only when asked for.

use std::rc::Rc;

use super::value::{Text, Val, number_prefix};
use crate::coreutils::regex::literal::find_byte;
use crate::coreutils::regex::{Captures, Regex, char_len};

/// How a text is taken apart.
#[derive(Clone, Debug)]
pub enum Sep {
    /// Runs of blanks, none at the ends.
    Blanks,
    /// This byte.
    Byte(u8),
    /// Every match.
    Regex(Rc<Regex>),
    /// After every character.
    Chars,
}

#[derive(Clone, Debug)]
enum Field {
    Span(u32, u32),
    Val(Val),
}

/// Fields beyond this number are refused.
pub const MAX_FIELDS: usize = 5_000_000;

/// The record.
pub struct Record {
    text: Text,
    /// What the spans refer to, which is older than a `$0` not yet put together.
    fields: Vec<Field>,
    split: bool,
    /// A field or NF was set: `$0` must be put together.
    stale: bool,
}

impl Default for Record {
    fn default() -> Record {
        Record { text: Rc::default(), fields: Vec::new(), split: true, stale: false }
    }
}

/// Calls `f` with the bounds of each piece of `s`.
pub fn split(s: &[u8], sep: &Sep, newline_too: bool, utf8: bool, mut f: impl FnMut(usize, usize)) {
    if s.is_empty() {
        return;
    }
    match sep {
        Sep::Blanks => {
            let mut i = 0;
            loop {
                while i < s.len() && matches!(s[i], b' ' | b'\t' | b'\n') {
                    i += 1;
                }
                if i >= s.len() {
                    return;
                }
                let start = i;
                while i < s.len() && !matches!(s[i], b' ' | b'\t' | b'\n') {
                    i += 1;
                }
                f(start, i);
            }
        }
        Sep::Byte(b) => {
            let mut start = 0;
            if newline_too && *b != b'\n' {
                for (i, c) in s.iter().enumerate() {
                    if c == b || *c == b'\n' {
                        f(start, i);
                        start = i + 1;
                    }
                }
            } else {
                while let Some(i) = find_byte(s, *b, start) {
                    f(start, i);
                    start = i + 1;
                }
            }
            f(start, s.len());
        }
        Sep::Regex(re) => {
            let (mut start, mut at) = (0, 0);
            let mut caps = Captures::default();
            while at < s.len() {
                let found = match re.groups() {
                    0 => re.find_at(s, at).unwrap_or(None),
                    _ if re.captures_at(s, at, &mut caps).unwrap_or(false) => caps.get(0),
                    _ => None,
                };
                let line = if newline_too { find_byte(s, b'\n', at) } else { None };
                let (a, b) = match (found, line) {
                    (Some((a, _)), Some(n)) if n < a => (n, n + 1),
                    (Some(x), _) => x,
                    (None, Some(n)) => (n, n + 1),
                    (None, None) => break,
                };
                if b == a {
                    // An empty match separates nothing.
                    at = a + if utf8 { char_len(s, a) } else { 1 };
                    continue;
                }
                f(start, a);
                start = b;
                at = b;
            }
            f(start, s.len());
        }
        Sep::Chars => {
            let mut i = 0;
            while i < s.len() {
                let n = if utf8 { char_len(s, i) } else { 1 };
                f(i, i + n);
                i += n;
            }
        }
    }
}

/// What splitting needs to know.
pub struct How<'a> {
    /// FS.
    pub sep: &'a Sep,
    /// RS is empty: a newline separates fields too.
    pub paragraph: bool,
    /// Characters are UTF-8.
    pub utf8: bool,
}

impl Record {
    /// Replaces `$0`.
    pub fn set(&mut self, text: Text) {
        self.text = text;
        self.fields.clear();
        self.split = false;
        self.stale = false;
    }

    /// Replaces `$0` by these bytes, in the same room if nobody else holds it.
    pub fn set_bytes(&mut self, bytes: &[u8]) {
        match Rc::get_mut(&mut self.text) {
            Some(v) => {
                v.clear();
                v.extend_from_slice(bytes);
            }
            None => self.text = Rc::new(bytes.to_vec()),
        }
        self.fields.clear();
        self.split = false;
        self.stale = false;
    }

    /// `$0`.
    pub fn text(&mut self, ofs: &[u8]) -> &Text {
        if self.stale {
            self.rebuild(ofs);
        }
        &self.text
    }

    /// True if `$0` has still to be put together.
    pub fn is_stale(&self) -> bool {
        self.stale
    }

    fn rebuild(&mut self, ofs: &[u8]) {
        let mut out = Vec::with_capacity(self.text.len() + 16);
        for (i, f) in self.fields.iter_mut().enumerate() {
            if i > 0 {
                out.extend_from_slice(ofs);
            }
            let begin = out.len();
            match f {
                Field::Span(a, b) => out.extend_from_slice(&self.text[*a as usize..*b as usize]),
                Field::Val(v) => v.push_to(b"%.6g", &mut out),
            }
            if let Field::Span(a, b) = f {
                (*a, *b) = (begin as u32, out.len() as u32);
            }
        }
        self.text = Rc::new(out);
        self.stale = false;
    }

    fn force(&mut self, how: &How<'_>) {
        if self.split {
            return;
        }
        self.split = true;
        let fields = &mut self.fields;
        split(&self.text, how.sep, how.paragraph, how.utf8, |a, b| {
            fields.push(Field::Span(a as u32, b as u32));
        });
    }

    /// NF.
    pub fn nf(&mut self, how: &How<'_>) -> usize {
        self.force(how);
        self.fields.len()
    }

    /// Splits now, before FS changes.
    pub fn settle(&mut self, how: &How<'_>) {
        self.force(how);
    }

    /// Field `i` from 1.
    pub fn field(&mut self, i: usize, how: &How<'_>) -> Val {
        self.force(how);
        match self.fields.get(i - 1) {
            Some(Field::Span(a, b)) => {
                Val::Input(Rc::new(self.text[*a as usize..*b as usize].to_vec()))
            }
            Some(Field::Val(v)) => v.clone(),
            // A field that is not there is the empty text, not a number (gawk, mawk).
            None => Val::Input(Rc::default()),
        }
    }

    /// Field `i` as a number.
    pub fn number(&mut self, i: usize, how: &How<'_>) -> f64 {
        self.force(how);
        match self.fields.get(i - 1) {
            Some(Field::Span(a, b)) => number_prefix(&self.text[*a as usize..*b as usize]),
            Some(Field::Val(v)) => v.num(),
            None => 0.0,
        }
    }

    /// Sets field `i` from 1.
    pub fn set_field(&mut self, i: usize, v: Val, how: &How<'_>) {
        self.force(how);
        if self.fields.len() < i {
            self.fields.resize(i, Field::Val(Val::Uninit));
        }
        self.fields[i - 1] = Field::Val(v);
        self.stale = true;
    }

    /// Sets NF.
    pub fn set_nf(&mut self, n: usize, how: &How<'_>) {
        self.force(how);
        self.fields.resize(n, Field::Val(Val::Uninit));
        self.stale = true;
    }
}
