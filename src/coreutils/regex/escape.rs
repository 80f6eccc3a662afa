//! The parser: what stands after a backslash.

use super::ast::{Assert, Ast};
use super::parse::{Parser, Piece};
use super::set::{self};
use super::{Error, Flavor};

impl Parser<'_> {
    pub(super) fn escape(&mut self) -> Result<Piece, Error> {
        let Some(c) = self.peek_at(1) else { return Err(Error::Escape) };
        let u = self.opts.utf8;
        let (negate, base) = match c {
            b'w' | b'W' => (c == b'W', Some(set::word(u))),
            b's' | b'S' => (c == b'S', Some(set::space(u))),
            _ => (false, None),
        };
        if let Some(s) = base {
            self.pos += 2;
            return Ok(Piece::Atom(Ast::Set(if negate { s.complement(u) } else { s })));
        }
        let assert = match c {
            b'`' => Some(Assert::BufStart),
            b'\'' => Some(Assert::BufEnd),
            b'<' => Some(Assert::WordStart),
            b'>' => Some(Assert::WordEnd),
            b'b' if self.opts.flavor != Flavor::Awk => Some(Assert::WordEdge),
            b'y' if self.opts.flavor == Flavor::Awk => Some(Assert::WordEdge),
            b'B' => Some(Assert::NotWordEdge),
            _ => None,
        };
        if let Some(a) = assert {
            self.pos += 2;
            return Ok(Piece::Anchor(Ast::Assert(a)));
        }
        match self.opts.flavor {
            Flavor::Awk => {
                self.pos += 1;
                if let Some(c) = self.awk_escape() {
                    return Ok(Piece::Atom(self.literal(c)));
                }
            }
            Flavor::SedBasic | Flavor::SedExtended => {
                self.pos += 1;
                if let Some(c) = self.sed_escape() {
                    return Ok(Piece::Atom(self.literal(c)));
                }
            }
            _ => self.pos += 1,
        }
        if !self.ere() && c == b'(' {
            self.pos += 1;
            return Ok(Piece::Atom(self.group()?));
        }
        if self.opts.flavor != Flavor::Awk && matches!(c, b'1'..=b'9') {
            let n = usize::from(c - b'0');
            if self.done >> (n - 1) & 1 == 0 {
                return Err(Error::Backref);
            }
            self.pos += 1;
            self.backrefs = true;
            return Ok(Piece::Atom(Ast::Backref(self.base + n)));
        }
        let c = self.next_char().ok_or(Error::Escape)?;
        Ok(Piece::Atom(self.literal(c)))
    }

    /// The escapes that GNU sed reads before the expression does; stands after the backslash.
    pub(super) fn sed_escape(&mut self) -> Option<u32> {
        let c = self.peek()?;
        let simple = match c {
            b'n' => Some(10),
            b't' => Some(9),
            b'f' => Some(12),
            b'v' => Some(11),
            b'a' => Some(7),
            b'r' => Some(13),
            _ => None,
        };
        if simple.is_some() {
            self.pos += 1;
            return simple;
        }
        let (radix, max) = match c {
            b'x' => (16, 2),
            b'o' => (8, 3),
            b'd' => (10, 3),
            b'c' => {
                let k = self.peek_at(1)?;
                self.pos += 2;
                return Some(u32::from(k.to_ascii_uppercase() ^ 0x40));
            }
            _ => return None,
        };
        let save = self.pos;
        self.pos += 1;
        self.number(radix, max).or_else(|| {
            self.pos = save;
            None
        })
    }

    /// The escapes of an awk regular expression; stands after the backslash.
    pub(super) fn awk_escape(&mut self) -> Option<u32> {
        let c = self.peek()?;
        let v = match c {
            b'n' => 10,
            b't' => 9,
            b'f' => 12,
            b'v' => 11,
            b'a' => 7,
            b'b' => 8,
            b'r' => 13,
            b'0'..=b'7' => return self.number(8, 3),
            b'x' if self.peek_at(1).is_some_and(|c| c.is_ascii_hexdigit()) => {
                self.pos += 1;
                return self.number(16, 2);
            }
            _ => return None,
        };
        self.pos += 1;
        Some(v)
    }

    pub(super) fn number(&mut self, radix: u32, max: usize) -> Option<u32> {
        let (mut v, mut n) = (0, 0);
        while n < max {
            let Some(d) = self.peek().and_then(|c| char::from(c).to_digit(radix)) else { break };
            v = v * radix + d;
            self.pos += 1;
            n += 1;
        }
        let v = v & 0xFF;
        let raw = self.opts.utf8 && v > 0x7F;
        (n > 0).then_some(if raw { super::utf8::RAW + v } else { v })
    }
}
