//! Bracket expressions: `[...]` with ranges, classes, equivalence classes and collating symbols
//! (XBD 9.3.5). In the C locale a collating element is one character.

use super::parse::Parser;
use super::set::{self, Set};
use super::{Error, Flavor};

impl Parser<'_> {
    /// Reads what follows `[`.
    pub(super) fn bracket(&mut self) -> Result<Set, Error> {
        let negated = self.eat(b'^');
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        let (mut first, body, mut special) = (true, self.pos, false);
        if self.peek().is_none() {
            return Err(Error::Pattern);
        }
        loop {
            let Some(c) = self.peek() else { return Err(Error::Bracket) };
            if c == b']' && !first {
                break;
            }
            first = false;
            let lo = match self.element()? {
                Element::Class(r) => {
                    special = true;
                    ranges.extend(r);
                    // A class is no end of a range, unless the minus is the last character.
                    if self.peek() == Some(b'-') && self.peek_at(1).is_some_and(|c| c != b']') {
                        return Err(Error::Range);
                    }
                    continue;
                }
                Element::Char(c) => c,
            };
            if self.peek() == Some(b'-') && self.peek_at(1).is_some_and(|c| c != b']') {
                self.pos += 1;
                let hi = match self.element()? {
                    Element::Class(_) => return Err(Error::Range),
                    Element::Char(c) => c,
                };
                if lo > hi {
                    return Err(Error::Range);
                }
                special = true;
                ranges.push((lo, hi));
            } else if self.peek() == Some(b'-') && self.peek_at(1).is_none() {
                return Err(Error::Bracket);
            } else {
                ranges.push((lo, lo));
            }
        }
        let inner = &self.pat[body..self.pos];
        self.pos += 1;
        let gnu_tool = !matches!(self.opts.flavor, Flavor::Extended | Flavor::Awk);
        if gnu_tool
            && !negated
            && !special
            && inner.len() > 2
            && inner.starts_with(b":")
            && inner.ends_with(b":")
        {
            return Err(Error::BareClass);
        }
        let mut s = Set::new(ranges);
        if self.opts.icase {
            s = s.fold(self.opts.utf8);
        }
        if negated {
            s = s.complement(self.opts.utf8);
            if self.opts.newline {
                s = s.without(u32::from(b'\n'));
            }
        }
        Ok(s)
    }

    fn element(&mut self) -> Result<Element, Error> {
        let Some(c) = self.peek() else { return Err(Error::Bracket) };
        if c == b'['
            && let Some(kind @ (b':' | b'.' | b'=')) = self.peek_at(1)
        {
            let start = self.pos + 2;
            let rest = self.pat.get(start..).unwrap_or_default();
            let close = rest.windows(2).position(|w| w == [kind, b']']);
            let Some(n) = close else {
                // Without its end `[:` is text, but then the bracket has no end worth having.
                return if kind == b':' && rest.contains(&b']') {
                    self.pos += 1;
                    Ok(Element::Char(u32::from(b'[')))
                } else {
                    Err(Error::Bracket)
                };
            };
            let name = &rest[..n];
            self.pos = start + n + 2;
            if kind == b':' {
                let r = set::class(name, self.opts.utf8, self.opts.icase).ok_or(Error::Class)?;
                return Ok(Element::Class(r));
            }
            let (ch, len) = match name.first() {
                Some(_) => self.char_in(name, 0),
                None => return Err(Error::Collate),
            };
            return if len == name.len() { Ok(Element::Char(ch)) } else { Err(Error::Collate) };
        }
        if c == b'\\' {
            match self.opts.flavor {
                Flavor::Awk => {
                    self.pos += 1;
                    return match self.awk_escape() {
                        Some(c) => Ok(Element::Char(c)),
                        None => Ok(Element::Char(self.next_char().ok_or(Error::Bracket)?)),
                    };
                }
                Flavor::SedBasic | Flavor::SedExtended => {
                    self.pos += 1;
                    if let Some(c) = self.sed_escape() {
                        return Ok(Element::Char(c));
                    }
                    return Ok(Element::Char(u32::from(b'\\')));
                }
                _ => {}
            }
        }
        Ok(Element::Char(self.next_char().ok_or(Error::Bracket)?))
    }
}

enum Element {
    Char(u32),
    Class(Vec<(u32, u32)>),
}
