//! JSON for jq: values, reading, writing. Objects keep the order in which keys came.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use super::number::number;
pub use super::read::Parser;

/// A value.
#[derive(Clone, Debug)]
pub enum J {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number.
    Num(f64),
    /// A number as it was written, where [`number`] would not write it so: it stays until it is reckoned with.
    Lit(f64, Rc<str>),
    /// Text.
    Str(Rc<str>),
    /// A list.
    Arr(Rc<Vec<J>>),
    /// Keys and values.
    Obj(Rc<Object>),
}

/// An object.
#[derive(Clone, Debug, Default)]
pub struct Object {
    pub(super) entries: Vec<(Rc<str>, J)>,
    /// Only for objects with many keys.
    pub(super) index: Option<HashMap<Rc<str>, usize>>,
}

pub(super) const INDEXED: usize = 24;

impl Object {
    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Rc<str>, &J)> {
        self.entries.iter().map(|(k, v)| (k, v))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn find(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(i) => i.get(key).copied(),
            None => self.entries.iter().position(|e| *e.0 == *key),
        }
    }

    /// A key's value.
    pub fn get(&self, key: &str) -> Option<&J> {
        self.find(key).map(|i| &self.entries[i].1)
    }

    /// Sets a key.
    pub fn set(&mut self, key: Rc<str>, v: J) {
        if let Some(i) = self.find(&key) {
            self.entries[i].1 = v;
            return;
        }
        if let Some(x) = &mut self.index {
            x.insert(key.clone(), self.entries.len());
        } else if self.entries.len() >= INDEXED {
            let all = self.entries.iter().enumerate().map(|(i, e)| (e.0.clone(), i));
            let mut x: HashMap<Rc<str>, usize> = all.collect();
            x.insert(key.clone(), self.entries.len());
            self.index = Some(x);
        }
        self.entries.push((key, v));
    }

    /// Removes a key.
    pub fn remove(&mut self, key: &str) {
        if let Some(i) = self.find(key) {
            self.entries.remove(i);
            self.index = None;
        }
    }

    /// The keys, sorted.
    pub fn sorted(&self) -> Vec<(&Rc<str>, &J)> {
        let mut v: Vec<_> = self.iter().collect();
        v.sort_by(|a, b| a.0.cmp(b.0));
        v
    }
}

impl J {
    /// A text value.
    pub fn str(s: &str) -> J {
        J::Str(s.into())
    }

    /// A list.
    pub fn arr(v: Vec<J>) -> J {
        J::Arr(Rc::new(v))
    }

    /// An object of these entries.
    pub fn obj(entries: impl IntoIterator<Item = (Rc<str>, J)>) -> J {
        let mut o = Object::default();
        entries.into_iter().for_each(|(k, v)| o.set(k, v));
        J::Obj(Rc::new(o))
    }

    /// The value of a number.
    pub fn num(&self) -> Option<f64> {
        match self {
            J::Num(n) | J::Lit(n, _) => Some(*n),
            _ => None,
        }
    }

    /// The same without how a number was written.
    pub fn plain(&self) -> J {
        match self {
            J::Lit(n, _) => J::Num(*n),
            v => v.clone(),
        }
    }

    /// The type's name.
    pub fn kind(&self) -> &'static str {
        match self {
            J::Null => "null",
            J::Bool(_) => "boolean",
            J::Num(_) | J::Lit(..) => "number",
            J::Str(_) => "string",
            J::Arr(_) => "array",
            J::Obj(_) => "object",
        }
    }

    /// Neither false nor null.
    pub fn truth(&self) -> bool {
        !matches!(self, J::Null | J::Bool(false))
    }

    pub(super) fn rank(&self) -> u8 {
        match self {
            J::Null => 0,
            J::Bool(false) => 1,
            J::Bool(true) => 2,
            J::Num(_) | J::Lit(..) => 3,
            J::Str(_) => 4,
            J::Arr(_) => 5,
            J::Obj(_) => 6,
        }
    }

    /// jq's order of all values.
    pub fn compare(&self, other: &J) -> Ordering {
        if let (Some(a), Some(b)) = (self.num(), other.num()) {
            // Not-a-number is less than any number.
            let odd = if a.is_nan() { Ordering::Less } else { Ordering::Greater };
            return a.partial_cmp(&b).unwrap_or(odd);
        }
        match (self, other) {
            (J::Str(a), J::Str(b)) => a.cmp(b),
            (J::Arr(a), J::Arr(b)) => {
                for (x, y) in a.iter().zip(b.iter()) {
                    let o = x.compare(y);
                    if o != Ordering::Equal {
                        return o;
                    }
                }
                a.len().cmp(&b.len())
            }
            (J::Obj(a), J::Obj(b)) => {
                let (x, y) = (a.sorted(), b.sorted());
                let keys = x.iter().map(|e| e.0).cmp(y.iter().map(|e| e.0));
                keys.then_with(|| {
                    x.iter()
                        .zip(&y)
                        .map(|(p, q)| p.1.compare(q.1))
                        .find(|o| o.is_ne())
                        .unwrap_or(Ordering::Equal)
                })
            }
            _ => self.rank().cmp(&other.rank()),
        }
    }

    /// On one line.
    pub fn text(&self) -> String {
        let mut out = String::new();
        write(self, &Style::default(), 0, &mut out);
        out
    }
}

/// How values are written.
#[derive(Clone, Default)]
pub struct Style {
    /// What a level is indented by; none: all on one line.
    pub indent: Option<String>,
    /// Keys in order.
    pub sort: bool,
    /// Only ASCII.
    pub ascii: bool,
    /// Colours as jq has them.
    pub color: bool,
    /// Those of JQ_COLORS: of null, false, true, numbers, strings, arrays, objects and keys.
    pub colors: Vec<String>,
}

impl Style {
    fn color(&self, which: usize) -> String {
        const DEFAULTS: [&str; 8] =
            ["0;90", "0;39", "0;39", "0;39", "0;32", "1;39", "1;39", "1;34"];
        let color = self.colors.get(which).map_or(DEFAULTS[which], String::as_str);
        format!("\x1b[{color}m")
    }
}

pub(super) fn string(s: &str, ascii: bool, out: &mut String) {
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (c as u32) < 32 || c as u32 == 127 => {
                out.push_str(&format!("\\u{:04x}", c as u32))
            }
            c if ascii && !c.is_ascii() => {
                for u in c.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{u:04x}"));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Writes a value.
pub fn write(v: &J, st: &Style, level: usize, out: &mut String) {
    let on = match v {
        _ if !st.color => String::new(),
        J::Null => st.color(0),
        J::Bool(false) => st.color(1),
        J::Bool(true) => st.color(2),
        J::Num(_) | J::Lit(..) => st.color(3),
        J::Str(_) => st.color(4),
        J::Arr(_) => st.color(5),
        J::Obj(_) => st.color(6),
    };
    let (on, off) = (on.as_str(), if st.color { "\x1b[0m" } else { "" });
    let line = |out: &mut String, level: usize| {
        if let Some(i) = &st.indent {
            out.push('\n');
            (0..level).for_each(|_| out.push_str(i));
        }
    };
    out.push_str(on);
    match v {
        J::Null => out.push_str("null"),
        J::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        J::Num(n) => number(*n, out),
        J::Lit(_, text) => out.push_str(text),
        J::Str(s) => string(s, st.ascii, out),
        J::Arr(a) if a.is_empty() => out.push_str("[]"),
        J::Obj(o) if o.len() == 0 => out.push_str("{}"),
        J::Arr(a) => {
            out.push('[');
            for (i, x) in a.iter().enumerate() {
                if i > 0 {
                    out.push_str(on);
                    out.push(',');
                }
                line(out, level + 1);
                write(x, st, level + 1, out);
            }
            out.push_str(on);
            line(out, level);
            out.push_str(on);
            out.push(']');
        }
        J::Obj(o) => {
            out.push('{');
            let entries: Vec<_> = if st.sort { o.sorted() } else { o.iter().collect() };
            for (i, (k, x)) in entries.into_iter().enumerate() {
                if i > 0 {
                    out.push_str(on);
                    out.push(',');
                }
                line(out, level + 1);
                out.push_str(off);
                if st.color {
                    out.push_str(&st.color(7));
                }
                string(k, st.ascii, out);
                out.push_str(off);
                out.push_str(on);
                out.push(':');
                if st.indent.is_some() {
                    out.push(' ');
                }
                out.push_str(off);
                write(x, st, level + 1, out);
            }
            out.push_str(on);
            line(out, level);
            out.push_str(on);
            out.push('}');
        }
    }
    out.push_str(off);
}
