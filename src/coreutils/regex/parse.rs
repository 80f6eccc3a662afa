//! The parser: pattern bytes to an expression, for each flavour with the readings of the GNU tools
//! where POSIX leaves the meaning open. Brackets are in bracket.rs.

use super::ast::{Assert, Ast};
use super::set::Set;
use super::utf8::decode_char;
use super::{Error, Flavor, Options};

/// `RE_DUP_MAX` of glibc.
pub(super) const DUP_MAX: u32 = 0x7FFF;
/// Groups within groups, so that no pattern exhausts the stack.
pub(super) const MAX_DEPTH: usize = 120;

/// What parsing gives.
pub struct Parsed {
    /// The expression.
    pub ast: Ast,
    /// The groups counted so far.
    pub groups: usize,
    /// True if a back-reference occurs.
    pub backrefs: bool,
}

/// Parses a pattern whose groups are counted on from `base`.
pub fn parse(pat: &[u8], opts: &Options, base: usize) -> Result<Parsed, Error> {
    let mut p =
        Parser { pat, pos: 0, opts, groups: base, base, done: 0, backrefs: false, depth: 0 };
    if opts.flavor == Flavor::Fixed {
        let mut seq = Vec::new();
        while let Some(c) = p.next_char() {
            seq.push(p.literal(c));
        }
        return Ok(Parsed { ast: cat(seq), groups: base, backrefs: false });
    }
    let ast = p.alternatives()?;
    if p.pos < pat.len() {
        return Err(Error::CloseParen);
    }
    Ok(Parsed { ast, groups: p.groups, backrefs: p.backrefs })
}

pub(super) fn cat(mut v: Vec<Ast>) -> Ast {
    match v.len() {
        0 => Ast::Empty,
        1 => v.swap_remove(0),
        _ => Ast::Cat(v),
    }
}

pub(super) struct Parser<'a> {
    pub(super) pat: &'a [u8],
    pub(super) pos: usize,
    pub(super) opts: &'a Options,
    pub(super) groups: usize,
    pub(super) base: usize,
    /// Bit `n - 1`: group `n` of this pattern is closed.
    pub(super) done: u32,
    pub(super) backrefs: bool,
    pub(super) depth: usize,
}

pub(super) enum Piece {
    /// An expression that can be repeated.
    Atom(Ast),
    /// An anchor: a repetition after it stands at a beginning.
    Anchor(Ast),
    /// Nothing: a repetition sign that stands for nothing.
    Skip,
}

impl Parser<'_> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.pat.get(self.pos).copied()
    }

    pub(super) fn peek_at(&self, n: usize) -> Option<u8> {
        self.pat.get(self.pos + n).copied()
    }

    pub(super) fn eat(&mut self, c: u8) -> bool {
        let hit = self.peek() == Some(c);
        self.pos += usize::from(hit);
        hit
    }

    pub(super) fn char_in(&self, text: &[u8], pos: usize) -> (u32, usize) {
        if self.opts.utf8 { decode_char(text, pos) } else { (u32::from(text[pos]), 1) }
    }

    pub(super) fn next_char(&mut self) -> Option<u32> {
        self.peek()?;
        let (c, n) = self.char_in(self.pat, self.pos);
        self.pos += n;
        Some(c)
    }

    pub(super) fn ere(&self) -> bool {
        self.opts.flavor.extended()
    }

    pub(super) fn literal(&self, c: u32) -> Ast {
        let s = Set::one(c);
        Ast::Set(if self.opts.icase { s.fold(self.opts.utf8) } else { s })
    }

    pub(super) fn set(&self, s: Set) -> Ast {
        Ast::Set(if self.opts.newline { s.without(u32::from(b'\n')) } else { s })
    }

    /// True if `op` (an ERE operator, `\op` in a BRE) stands here.
    pub(super) fn at_op(&self, op: u8) -> bool {
        if self.ere() {
            self.peek() == Some(op)
        } else {
            self.peek() == Some(b'\\') && self.peek_at(1) == Some(op)
        }
    }

    pub(super) fn skip_op(&mut self) {
        self.pos += if self.ere() { 1 } else { 2 };
    }

    pub(super) fn alternatives(&mut self) -> Result<Ast, Error> {
        let mut alts = vec![self.branch()?];
        while self.at_op(b'|') {
            self.skip_op();
            alts.push(self.branch()?);
        }
        Ok(if alts.len() == 1 { alts.swap_remove(0) } else { Ast::Alt(alts) })
    }

    pub(super) fn branch(&mut self) -> Result<Ast, Error> {
        let mut seq = Vec::new();
        let mut start = true;
        loop {
            if self.pos >= self.pat.len() || self.at_op(b'|') {
                break;
            }
            if self.at_op(b')') {
                let ordinary = self.ere() && self.opts.flavor != Flavor::SedExtended;
                if self.depth > 0 || !ordinary {
                    break;
                }
            }
            match self.piece(start)? {
                Piece::Atom(a) => {
                    seq.push(self.repeats(a)?);
                    start = false;
                }
                Piece::Anchor(a) => {
                    seq.push(a);
                    start = true;
                }
                Piece::Skip => {}
            }
        }
        Ok(cat(seq))
    }

    pub(super) fn piece(&mut self, start: bool) -> Result<Piece, Error> {
        let Some(c) = self.peek() else { return Ok(Piece::Skip) };
        if let Some(op) = self.repeat_op()
            && start
        {
            return self.stray_repeat(op);
        }
        Ok(match c {
            b'\\' => return self.escape(),
            b'[' => {
                self.pos += 1;
                let s = self.bracket()?;
                Piece::Atom(Ast::Set(s))
            }
            b'.' => {
                self.pos += 1;
                Piece::Atom(self.set(Set::default().complement(self.opts.utf8)))
            }
            b'^' if self.ere() || start && !self.after_atom() => {
                self.pos += 1;
                Piece::Anchor(Ast::Assert(Assert::Bol))
            }
            b'$' if self.ere() || self.dollar_ends() => {
                self.pos += 1;
                Piece::Anchor(Ast::Assert(Assert::Eol))
            }
            b'(' if self.ere() => {
                self.pos += 1;
                Piece::Atom(self.group()?)
            }
            _ => {
                let c = self.next_char().unwrap_or_default();
                Piece::Atom(self.literal(c))
            }
        })
    }

    /// In a BRE `^` is an anchor only where a branch begins.
    pub(super) fn after_atom(&self) -> bool {
        let before = &self.pat[..self.pos];
        !(before.is_empty() || before.ends_with(b"\\(") || before.ends_with(b"\\|"))
            && !(before.ends_with(b"\n") && self.opts.newline)
    }

    pub(super) fn dollar_ends(&self) -> bool {
        let rest = &self.pat[self.pos + 1..];
        rest.is_empty() || rest.starts_with(b"\\)") || rest.starts_with(b"\\|")
    }

    pub(super) fn group(&mut self) -> Result<Ast, Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Error::Size);
        }
        self.groups += 1;
        let n = self.groups;
        let inner = self.alternatives()?;
        if !self.at_op(b')') {
            return Err(Error::Paren);
        }
        self.skip_op();
        self.depth -= 1;
        let local = n - self.base;
        if local <= 9 {
            self.done |= 1 << (local - 1);
        }
        Ok(Ast::Group(n, Box::new(inner)))
    }

    /// The repetition sign at this place, if one stands here.
    pub(super) fn repeat_op(&self) -> Option<u8> {
        let c = self.peek()?;
        if c == b'*' {
            return Some(c);
        }
        if self.ere() {
            return matches!(c, b'+' | b'?' | b'{').then_some(c);
        }
        let d = self.peek_at(1).filter(|_| c == b'\\')?;
        matches!(d, b'+' | b'?' | b'{').then_some(d)
    }

    /// A repetition sign with nothing before it.
    pub(super) fn stray_repeat(&mut self, op: u8) -> Result<Piece, Error> {
        let len = if op == b'*' || self.ere() { 1 } else { 2 };
        match self.opts.flavor {
            Flavor::SedExtended | Flavor::Extended => return Err(Error::Repeat),
            Flavor::SedBasic if op == b'{' => return Err(Error::Repeat),
            Flavor::GrepExtended => {
                self.pos += 1;
                return Ok(Piece::Skip);
            }
            _ => {}
        }
        self.pos += len;
        Ok(Piece::Atom(self.literal(u32::from(op))))
    }

    pub(super) fn repeats(&mut self, mut atom: Ast) -> Result<Ast, Error> {
        let mut count = 0;
        while let Some(op) = self.repeat_op() {
            // glibc refuses a second star or interval in a basic expression (RE_CONTEXT_INVALID_DUP).
            let again =
                self.opts.flavor == Flavor::SedBasic && count > 0 && matches!(op, b'*' | b'{');
            if again {
                return Err(Error::Repeat);
            }
            let (min, max) = match op {
                b'*' => (0, None),
                b'+' => (1, None),
                b'?' => (0, Some(1)),
                _ => match self.interval()? {
                    Some(r) => r,
                    None => break,
                },
            };
            if op != b'{' {
                self.pos += if op == b'*' || self.ere() { 1 } else { 2 };
            }
            count += 1;
            atom = match (atom, min, max) {
                // x** and the like are x*: keeps the compiled form small.
                (Ast::Repeat { node, min: 0 | 1, max: None }, 0, None) => {
                    Ast::Repeat { node, min: 0, max: None }
                }
                (node, min, max) => Ast::Repeat { node: Box::new(node), min, max },
            };
        }
        Ok(atom)
    }

    /// An interval; `None` if the brace is text, which is then consumed by the caller as such.
    pub(super) fn interval(&mut self) -> Result<Option<(u32, Option<u32>)>, Error> {
        let save = self.pos;
        let literal_ok = matches!(self.opts.flavor, Flavor::GrepExtended | Flavor::Awk);
        self.skip_op();
        let digits = |p: &mut Self| {
            let mut v = None;
            while let Some(d @ b'0'..=b'9') = p.peek() {
                v = Some((v.unwrap_or(0u32) * 10 + u32::from(d - b'0')).min(DUP_MAX + 1));
                p.pos += 1;
            }
            v
        };
        let low = digits(self);
        let mut ok = true;
        let (min, max) = if self.eat(b',') {
            (low.unwrap_or(0), digits(self))
        } else {
            ok = low.is_some();
            (low.unwrap_or(0), low)
        };
        let closed = if self.ere() {
            self.eat(b'}')
        } else if self.peek() == Some(b'\\') && self.peek_at(1) == Some(b'}') {
            self.pos += 2;
            true
        } else {
            false
        };
        if !ok || !closed {
            if literal_ok {
                self.pos = save;
                // The caller's loop ends; piece() must not see a sign at a beginning, so step over it.
                return Ok(None);
            }
            return Err(if self.pos >= self.pat.len() { Error::Brace } else { Error::BadBrace });
        }
        if max.is_some_and(|m| min > m) {
            return Err(Error::BadBrace);
        }
        if min > DUP_MAX || max.is_some_and(|m| m > DUP_MAX) {
            return Err(Error::Size);
        }
        Ok(Some((min, max)))
    }
}
