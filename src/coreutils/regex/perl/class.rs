//! Reading an expression: what stands behind a backslash and in brackets.

use super::super::set::{self, Set};
use super::Error;
use super::node::{Name, Node, Place};
use super::parse::Parser;

/// What an escape stands for.
enum Escape {
    Char(u32),
    Class(Set),
}

impl Parser<'_> {
    /// What follows a backslash outside brackets; nothing for an empty `\Q\E`.
    pub(super) fn escape(&mut self) -> Result<Option<Node>, Error> {
        let Some(c) = self.peek() else { return Err(Error::Backslash) };
        let place = match c {
            b'A' => Some(Place::Start),
            b'z' => Some(Place::End),
            b'Z' => Some(Place::LastEnd),
            b'b' => Some(Place::WordEdge),
            b'B' => Some(Place::NoWordEdge),
            b'G' => Some(Place::Search),
            _ => None,
        };
        if let Some(place) = place {
            self.pos += 1;
            return Ok(Some(Node::At(place)));
        }
        let node = match c {
            b'K' => {
                self.pos += 1;
                Node::Keep
            }
            b'Q' => {
                self.pos += 1;
                return Ok(self.quoted());
            }
            b'E' => {
                self.pos += 1;
                return Ok(None);
            }
            b'R' => {
                self.pos += 1;
                let end = Set::new(vec![(10, 13), (0x85, 0x85), (0x2028, 0x2029)]);
                let crlf = Node::Cat(vec![Node::Set(Set::one(13)), Node::Set(Set::one(10))]);
                Node::Atomic(Box::new(Node::Alt(vec![crlf, Node::Set(end)])))
            }
            b'X' => {
                self.pos += 1;
                Node::Set(Set::default().complement(self.flags.utf8))
            }
            b'1'..=b'9' => {
                let save = self.pos;
                let n = self.digits().unwrap_or(0) as usize;
                if n > 9 && n > self.names.len() {
                    self.pos = save;
                    return self.one_escape().map(|e| Some(self.node_of(e)));
                }
                Node::Back(Name::Number(n), self.flags.icase)
            }
            b'g' | b'k' => {
                self.pos += 1;
                self.reference(c)?
            }
            _ => {
                let e = self.one_escape()?;
                self.node_of(e)
            }
        };
        Ok(Some(node))
    }

    fn node_of(&self, e: Escape) -> Node {
        match e {
            Escape::Char(c) => self.literal(c),
            Escape::Class(s) => Node::Set(s),
        }
    }

    /// The text between `\Q` and `\E`.
    fn quoted(&mut self) -> Option<Node> {
        let mut seq = Vec::new();
        while self.pos < self.pat.len() && !self.eat(b"\\E") {
            let c = self.next_char().unwrap_or_default();
            seq.push(self.literal(c));
        }
        match seq.len() {
            0 => None,
            1 => seq.pop(),
            _ => Some(Node::Cat(seq)),
        }
    }

    /// `\g1`, `\g{-1}`, `\k<name>`: what a group holds; `\g<name>` calls it.
    fn reference(&mut self, letter: u8) -> Result<Node, Error> {
        let icase = self.flags.icase;
        match self.peek() {
            Some(b'{') => {
                self.pos += 1;
                Ok(Node::Back(self.name(b'}')?, icase))
            }
            Some(open @ (b'<' | b'\'')) => {
                self.pos += 1;
                let name = self.name(if open == b'<' { b'>' } else { b'\'' })?;
                if letter == b'k' {
                    return Ok(Node::Back(name, icase));
                }
                self.calls = true;
                Ok(Node::Call(name))
            }
            Some(b'0'..=b'9') if letter == b'g' => {
                let n = self.digits().unwrap_or(0) as usize;
                Ok(Node::Back(Name::Number(n), icase))
            }
            _ => Err(Error::Name),
        }
    }

    /// An escape that may stand in brackets too; behind the backslash.
    fn one_escape(&mut self) -> Result<Escape, Error> {
        let utf8 = self.flags.utf8;
        let Some(c) = self.next_char() else { return Err(Error::Backslash) };
        let Ok(b) = u8::try_from(c) else { return Ok(Escape::Char(c)) };
        let class = match b.to_ascii_lowercase() {
            b'd' => Some(Set::new(vec![(48, 57)])),
            b'w' => Some(set::word(utf8)),
            b's' => Some(set::space(utf8)),
            b'h' => {
                let mut blanks = vec![(9, 9), (32, 32), (0xA0, 0xA0)];
                if utf8 {
                    blanks.extend([(0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F)]);
                    blanks.push((0x3000, 0x3000));
                }
                Some(Set::new(blanks))
            }
            b'v' => Some(Set::new(vec![(10, 13), (0x85, 0x85), (0x2028, 0x2029)])),
            b'p' => Some(self.property()?),
            b'n' if b == b'N' => Some(Set::one(10)),
            _ => None,
        };
        if let Some(s) = class {
            return Ok(Escape::Class(if b.is_ascii_uppercase() { s.complement(utf8) } else { s }));
        }
        Ok(Escape::Char(match b {
            b't' => 9,
            b'n' => 10,
            b'r' => 13,
            b'f' => 12,
            b'e' => 27,
            b'a' => 7,
            b'0'..=b'9' => {
                self.pos -= 1;
                self.octal()
            }
            b'o' if self.eat(b"{") => {
                let c = self.octal();
                if self.eat(b"}") { c } else { Err(Error::Hex)? }
            }
            b'x' => self.hex()?,
            b'c' => match self.next_char().and_then(|c| u8::try_from(c).ok()) {
                Some(k) => u32::from(k.to_ascii_uppercase() ^ 0x40),
                None => return Err(Error::Backslash),
            },
            b if b.is_ascii_alphanumeric() => return Err(Error::Escape),
            _ => c,
        }))
    }

    fn octal(&mut self) -> u32 {
        let mut v = 0;
        for _ in 0..3 {
            let Some(d @ b'0'..=b'7') = self.peek() else { break };
            v = v * 8 + u32::from(d - b'0');
            self.pos += 1;
        }
        v
    }

    fn hex(&mut self) -> Result<u32, Error> {
        let braced = self.eat(b"{");
        let (mut v, mut n) = (0u32, 0);
        while let Some(d) = self.peek().and_then(|b| char::from(b).to_digit(16))
            && n < if braced { 8 } else { 2 }
        {
            v = v << 4 | d;
            n += 1;
            self.pos += 1;
        }
        if braced && (n == 0 || !self.eat(b"}")) { Err(Error::Hex) } else { Ok(v) }
    }

    /// `\pL`, `\p{Lu}`, `\p{^L}`: the general categories as far as the POSIX classes tell them apart.
    fn property(&mut self) -> Result<Set, Error> {
        let name = if self.eat(b"{") {
            let rest = &self.pat[self.pos..];
            let n = rest.iter().position(|b| *b == b'}').ok_or(Error::Property)?;
            self.pos += n + 1;
            String::from_utf8_lossy(&rest[..n]).into_owned()
        } else {
            let c = self.next_char().ok_or(Error::Property)?;
            char::from_u32(c).map_or_else(String::new, String::from)
        };
        let utf8 = self.flags.utf8;
        let (not, name) = match name.strip_prefix('^') {
            Some(n) => (true, n),
            None => (false, name.as_str()),
        };
        let class: &[u8] = match name {
            "L" | "L&" | "Alpha" => b"alpha",
            "Lu" | "Upper" => b"upper",
            "Ll" | "Lower" => b"lower",
            "N" | "Nd" | "Digit" => b"digit",
            "P" | "Punct" => b"punct",
            "Z" | "Zs" | "Xps" | "Xsp" | "Space" => b"space",
            "Xan" | "Alnum" => b"alnum",
            "Cc" | "C" => b"cntrl",
            "Any" => return Ok(Set::default().complement(utf8)),
            "Xwd" => return Ok(set::word(utf8)),
            _ => return Err(Error::Property),
        };
        let s = Set::new(set::class(class, utf8, self.flags.icase).unwrap_or_default());
        Ok(if not { s.complement(utf8) } else { s })
    }

    /// A bracket expression; behind the `[`.
    pub(super) fn bracket(&mut self) -> Result<Set, Error> {
        let utf8 = self.flags.utf8;
        let negated = self.eat(b"^");
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        let mut first = true;
        loop {
            if self.peek().is_none() {
                return Err(Error::Bracket);
            }
            if !first && self.eat(b"]") {
                break;
            }
            first = false;
            let lo = match self.element()? {
                Some(Escape::Class(s)) => {
                    ranges.extend(s.ranges());
                    continue;
                }
                Some(Escape::Char(c)) => c,
                None => continue,
            };
            let minus = self.peek() == Some(b'-');
            if !minus || matches!(self.pat.get(self.pos + 1), Some(b']') | None) {
                ranges.push((lo, lo));
                continue;
            }
            self.pos += 1;
            match self.element()? {
                Some(Escape::Char(hi)) if lo <= hi => ranges.push((lo, hi)),
                Some(Escape::Char(_)) => return Err(Error::Range),
                // A class ends no range: the minus is text.
                Some(Escape::Class(s)) => {
                    ranges.extend([(lo, lo), (45, 45)]);
                    ranges.extend(s.ranges());
                }
                None => ranges.extend([(lo, lo), (45, 45)]),
            }
        }
        let s = self.fold(Set::new(ranges));
        Ok(if negated { s.complement(utf8) } else { s })
    }

    /// A character or class in brackets; nothing for `\Q` and `\E`.
    fn element(&mut self) -> Result<Option<Escape>, Error> {
        let utf8 = self.flags.utf8;
        if self.pat[self.pos..].starts_with(b"[:")
            && let Some(n) = self.pat[self.pos..].windows(2).position(|w| w == b":]")
            && self.pat[self.pos + 2..self.pos + n].iter().all(|b| *b != b']' && *b != b'\\')
        {
            let name = &self.pat[self.pos + 2..self.pos + n];
            let (not, name) = match name.strip_prefix(b"^") {
                Some(rest) => (true, rest),
                None => (false, name),
            };
            let s = match name {
                b"word" => set::word(utf8),
                b"ascii" => Set::new(vec![(0, 127)]),
                _ => Set::new(set::class(name, utf8, self.flags.icase).ok_or(Error::Class)?),
            };
            self.pos += n + 2;
            return Ok(Some(Escape::Class(if not { s.complement(utf8) } else { s })));
        }
        let c = self.next_char().ok_or(Error::Bracket)?;
        if c != u32::from(b'\\') {
            return Ok(Some(Escape::Char(c)));
        }
        match self.peek() {
            None => Err(Error::Bracket),
            Some(b'Q' | b'E') => {
                self.pos += 1;
                Ok(None)
            }
            Some(b'b') => {
                self.pos += 1;
                Ok(Some(Escape::Char(8)))
            }
            Some(b'1'..=b'9') => Ok(Some(Escape::Char(self.octal()))),
            Some(_) => self.one_escape().map(Some),
        }
    }
}
