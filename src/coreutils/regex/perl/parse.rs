//! Reading an expression: branches, groups and repetitions. Escapes and brackets are in class.rs.

use super::super::parse::{DUP_MAX, MAX_DEPTH};
use super::super::set::Set;
use super::super::utf8::decode_char;
use super::node::{Greed, Name, Node, Place};
use super::{Error, Flags};

/// What reading gives.
pub struct Parsed {
    /// The expression.
    pub node: Node,
    /// The groups' names, where they have one; by number, from 1.
    pub names: Vec<Option<String>>,
    /// Groups are called, so that each must tell where it ends.
    pub calls: bool,
}

/// Reads a pattern.
pub fn parse(pat: &[u8], flags: Flags) -> Result<Parsed, Error> {
    let mut p =
        Parser { pat, pos: 0, flags, names: Vec::new(), depth: 0, calls: false, named_only: false };
    let node = p.alternatives(false)?;
    if p.pos < pat.len() {
        return Err(Error::Unopened);
    }
    Ok(Parsed { node, names: p.names, calls: p.calls })
}

pub(super) struct Parser<'a> {
    pub(super) pat: &'a [u8],
    pub(super) pos: usize,
    pub(super) flags: Flags,
    pub(super) names: Vec<Option<String>>,
    depth: usize,
    pub(super) calls: bool,
    named_only: bool,
}

fn cat(mut v: Vec<Node>) -> Node {
    match v.len() {
        0 => Node::Empty,
        1 => v.swap_remove(0),
        _ => Node::Cat(v),
    }
}

impl Parser<'_> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.pat.get(self.pos).copied()
    }

    pub(super) fn eat(&mut self, text: &[u8]) -> bool {
        let hit = self.pat[self.pos..].starts_with(text);
        if hit {
            self.pos += text.len();
        }
        hit
    }

    pub(super) fn next_char(&mut self) -> Option<u32> {
        let b = self.peek()?;
        let (c, n) =
            if self.flags.utf8 { decode_char(self.pat, self.pos) } else { (u32::from(b), 1) };
        self.pos += n;
        Some(c)
    }

    pub(super) fn literal(&self, c: u32) -> Node {
        Node::Set(self.fold(Set::one(c)))
    }

    pub(super) fn fold(&self, s: Set) -> Set {
        if self.flags.icase { s.fold(self.flags.utf8) } else { s }
    }

    /// Branches up to the end or a `)`. With `reset` they all count their groups from the same number.
    fn alternatives(&mut self, reset: bool) -> Result<Node, Error> {
        let first = self.names.len();
        let mut alts = vec![self.branch()?];
        let mut most = self.names.clone();
        while self.eat(b"|") {
            if reset {
                self.names.truncate(first);
            }
            alts.push(self.branch()?);
            if self.names.len() > most.len() {
                most.clone_from(&self.names);
            }
        }
        if reset {
            self.names = most;
        }
        Ok(if alts.len() == 1 { alts.swap_remove(0) } else { Node::Alt(alts) })
    }

    fn branch(&mut self) -> Result<Node, Error> {
        let mut seq = Vec::new();
        while let Some(c) = self.peek() {
            if matches!(c, b'|' | b')') {
                break;
            }
            if self.flags.extended && self.blank() {
                continue;
            }
            if let Some(node) = self.piece()? {
                seq.push(self.repeats(node)?);
            }
        }
        Ok(cat(seq))
    }

    /// Steps over a blank or a comment of an extended pattern.
    fn blank(&mut self) -> bool {
        match self.peek() {
            Some(c) if c.is_ascii_whitespace() => self.pos += 1,
            Some(b'#') => {
                let rest = &self.pat[self.pos..];
                let end = rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |n| n + 1);
                self.pos += end;
            }
            _ => return false,
        }
        true
    }

    fn piece(&mut self) -> Result<Option<Node>, Error> {
        let Some(c) = self.next_char() else { return Ok(None) };
        Ok(Some(match u8::try_from(c).unwrap_or(0x80) {
            b'\\' => return self.escape(),
            b'[' => Node::Set(self.bracket()?),
            b'(' => return self.group(),
            b'.' if self.flags.dotall => Node::Set(Set::default().complement(self.flags.utf8)),
            b'.' => Node::Set(Set::one(10).complement(self.flags.utf8)),
            b'^' if self.flags.multiline => Node::At(Place::LineStart),
            b'^' => Node::At(Place::Start),
            b'$' if self.flags.multiline => Node::At(Place::LineEnd),
            b'$' if self.flags.end_only => Node::At(Place::End),
            b'$' => Node::At(Place::LastEnd),
            b'*' | b'+' | b'?' => return Err(Error::NothingToRepeat),
            b'{' => {
                self.pos -= 1;
                if self.interval()?.is_some() {
                    return Err(Error::NothingToRepeat);
                }
                self.pos += 1;
                self.literal(c)
            }
            _ => self.literal(c),
        }))
    }

    /// The repetition behind a node, if there is one. Of a condition it means nothing.
    fn repeats(&mut self, node: Node) -> Result<Node, Error> {
        while self.flags.extended && self.blank() {}
        let (min, max) = match self.peek() {
            Some(b'*') => (0, None),
            Some(b'+') => (1, None),
            Some(b'?') => (0, Some(1)),
            Some(b'{') => match self.interval()? {
                Some(r) => {
                    self.pos -= 1;
                    r
                }
                None => return Ok(node),
            },
            _ => return Ok(node),
        };
        self.pos += 1;
        let greed = if self.eat(b"?") {
            Greed::Lazy
        } else if self.eat(b"+") {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        Ok(Node::Repeat(Box::new(node), min, max, greed))
    }

    /// An interval, which is text where it is none: then nothing is read.
    fn interval(&mut self) -> Result<Option<(u32, Option<u32>)>, Error> {
        let save = self.pos;
        self.pos += 1;
        let low = self.digits();
        let (min, max, right) = if self.eat(b",") {
            let high = self.digits();
            (low.unwrap_or(0), high, low.is_some() || high.is_some())
        } else {
            (low.unwrap_or(0), low, low.is_some())
        };
        if !right || !self.eat(b"}") {
            self.pos = save;
            return Ok(None);
        }
        if max.is_some_and(|m| min > m) {
            return Err(Error::Order);
        }
        if min > DUP_MAX || max.is_some_and(|m| m > DUP_MAX) {
            return Err(Error::Big);
        }
        Ok(Some((min, max)))
    }

    pub(super) fn digits(&mut self) -> Option<u32> {
        let mut v = None;
        while let Some(d @ b'0'..=b'9') = self.peek() {
            v = Some((v.unwrap_or(0u32) * 10 + u32::from(d - b'0')).min(DUP_MAX + 1));
            self.pos += 1;
        }
        v
    }

    /// What follows a `(`; nothing for a comment or flags that hold from here on.
    fn group(&mut self) -> Result<Option<Node>, Error> {
        if !self.eat(b"?") {
            if self.eat(b"*") {
                return self.verb();
            }
            return if self.named_only { self.inside(false) } else { self.capture(None) }.map(Some);
        }
        let wrap = |p: &mut Self, make: fn(Box<Node>) -> Node| {
            p.inside(false).map(|n| Some(make(Box::new(n))))
        };
        if self.eat(b"<=") {
            return wrap(self, |n| Node::Behind(true, n));
        } else if self.eat(b"<!") {
            return wrap(self, |n| Node::Behind(false, n));
        } else if self.eat(b"P=") {
            let name = self.name(b')')?;
            return Ok(Some(Node::Back(name, self.flags.icase)));
        } else if self.eat(b"P>") {
            let name = self.name(b')')?;
            return Ok(Some(self.call(name)));
        } else if self.eat(b"P<") || self.eat(b"<") {
            return self.named(b'>').map(Some);
        }
        match self.peek() {
            None => Err(Error::Unclosed),
            Some(b'#') => {
                let end = self.pat[self.pos..].iter().position(|b| *b == b')');
                self.pos += end.ok_or(Error::Comment)? + 1;
                Ok(None)
            }
            Some(c @ (b':' | b'=' | b'!' | b'>' | b'|' | b'\'' | b'(' | b'R' | b'&')) => {
                self.pos += 1;
                match c {
                    b':' => self.inside(false).map(Some),
                    b'|' => self.inside(true).map(Some),
                    b'=' => wrap(self, |n| Node::Ahead(true, n)),
                    b'!' => wrap(self, |n| Node::Ahead(false, n)),
                    b'>' => wrap(self, Node::Atomic),
                    b'\'' => self.named(b'\'').map(Some),
                    b'(' => self.condition().map(Some),
                    b'R' if self.eat(b")") => Ok(Some(self.call(Name::Number(0)))),
                    b'&' => {
                        let name = self.name(b')')?;
                        Ok(Some(self.call(name)))
                    }
                    _ => Err(Error::Unclosed),
                }
            }
            Some(b'0'..=b'9') => {
                let n = self.digits().unwrap_or(0) as usize;
                if !self.eat(b")") {
                    return Err(Error::Unclosed);
                }
                Ok(Some(self.call(Name::Number(n))))
            }
            Some(_) => self.switches(),
        }
    }

    fn call(&mut self, name: Name) -> Node {
        self.calls = true;
        Node::Call(name)
    }

    /// `(*...)`: those that only say how to read the pattern are as they are here anyway.
    fn verb(&mut self) -> Result<Option<Node>, Error> {
        let known: [&[u8]; 4] = [b"UTF)", b"UCP)", b"ANYCRLF)", b"LF)"];
        if known.iter().any(|v| self.eat(v)) {
            return Ok(None);
        }
        if self.eat(b"F)") || self.eat(b"FAIL)") {
            return Ok(Some(Node::Alt(Vec::new())));
        }
        Err(Error::NothingToRepeat)
    }

    /// `(?i)`, `(?i-s:...)`: flags up to the end of the group, or for a group of their own.
    fn switches(&mut self) -> Result<Option<Node>, Error> {
        let before = self.flags;
        let mut on = true;
        if self.eat(b"^") {
            (self.flags.icase, self.flags.multiline) = (false, false);
            (self.flags.dotall, self.flags.extended) = (false, false);
        }
        loop {
            match self.next_char().and_then(|c| u8::try_from(c).ok()) {
                Some(b'-') if on => on = false,
                Some(b'i') => self.flags.icase = on,
                Some(b'm') => self.flags.multiline = on,
                Some(b's') => self.flags.dotall = on,
                Some(b'x') => self.flags.extended = on,
                Some(b'n') => self.named_only = on,
                Some(b')') => return Ok(None),
                Some(b':') => {
                    let node = self.inside_with(false, before)?;
                    return Ok(Some(node));
                }
                None => return Err(Error::Unclosed),
                Some(_) => return Err(Error::Flag),
            }
        }
    }

    /// The inner of a group and its `)`; flags set in it end with it.
    fn inside(&mut self, reset: bool) -> Result<Node, Error> {
        self.inside_with(reset, self.flags)
    }

    fn inside_with(&mut self, reset: bool, after: Flags) -> Result<Node, Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Error::Big);
        }
        let node = self.alternatives(reset)?;
        self.flags = after;
        self.depth -= 1;
        if self.eat(b")") { Ok(node) } else { Err(Error::Unclosed) }
    }

    fn capture(&mut self, name: Option<String>) -> Result<Node, Error> {
        self.names.push(name);
        let n = self.names.len();
        Ok(Node::Group(n, Box::new(self.inside(false)?)))
    }

    fn named(&mut self, end: u8) -> Result<Node, Error> {
        match self.name(end)? {
            Name::Text(name) => self.capture(Some(name)),
            Name::Number(_) => Err(Error::Name),
        }
    }

    /// A name or number up to `end`; `-1` counts back from here.
    pub(super) fn name(&mut self, end: u8) -> Result<Name, Error> {
        let rest = &self.pat[self.pos..];
        let n = rest.iter().position(|b| *b == end).ok_or(Error::Name)?;
        let text = String::from_utf8_lossy(&rest[..n]).into_owned();
        self.pos += n + 1;
        if let Ok(i) = text.parse::<i64>() {
            let i = if i < 0 { self.names.len() as i64 + 1 + i } else { i };
            return usize::try_from(i).map(Name::Number).map_err(|_| Error::NoGroup);
        }
        let word = |c: char| c == '_' || c.is_alphanumeric();
        if text.is_empty() || !text.chars().all(word) {
            return Err(Error::Name);
        }
        Ok(Name::Text(text))
    }

    /// `(?(1)yes|no)`, with a number or a name.
    fn condition(&mut self) -> Result<Node, Error> {
        let name = if self.eat(b"<") {
            self.name(b'>').and_then(|n| if self.eat(b")") { Ok(n) } else { Err(Error::Name) })?
        } else {
            self.name(b')')?
        };
        let (yes, no) = match self.inside(false)? {
            Node::Alt(mut v) if v.len() == 2 => (v.remove(0), v.remove(0)),
            node => (node, Node::Empty),
        };
        Ok(Node::If(name, Box::new(yes), Box::new(no)))
    }
}
