//! POSIX basic and extended regular expressions with the GNU extensions, over bytes with an optional
//! UTF-8 view. Owns parsing, matching and the error texts of regcomp; what a program does with a match
//! is the program's.
//!
//! A match is the leftmost and of those the longest (XBD 9.1). Which text a group holds inside that
//! match follows what glibc does: the first way in the order of the expression that spans the match.
//! Without back-references the cost is bounded by the length of the text times the size of the
//! expression: ends are found by a lazily built DFA, starts by a second one run backwards, groups by a
//! backtracker that never visits a place twice. With back-references a step budget holds.

mod ast;
mod back;
mod bracket;
mod dfa;
mod error;
mod escape;
pub mod literal;
mod nfa;
mod parse;
pub mod perl;
mod prog;
mod set;
mod utf8;

use std::cell::RefCell;

pub use error::Error;
pub use utf8::{char_len, decode_char};

use ast::{Assert, Ast};
use literal::ByteSet;

/// Whose reading of the syntax applies where POSIX leaves a choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavor {
    /// `grep`, `grep -G`.
    GrepBasic,
    /// `grep -E`.
    GrepExtended,
    /// `sed`, `expr`, `ed`: basic, with the escapes `\n \t \xHH`.
    SedBasic,
    /// `sed -E`.
    SedExtended,
    /// `regcomp` with `REG_EXTENDED`: the shell's `[[ =~ ]]`.
    Extended,
    /// `awk`: extended, C escapes also in brackets, no back-references.
    Awk,
    /// No syntax: the pattern is the text (`grep -F`).
    Fixed,
}

impl Flavor {
    fn extended(self) -> bool {
        matches!(self, Flavor::GrepExtended | Flavor::SedExtended | Flavor::Extended | Flavor::Awk)
    }
}

/// How to compile.
#[derive(Clone, Debug)]
pub struct Options {
    /// The syntax.
    pub flavor: Flavor,
    /// Letters match either case.
    pub icase: bool,
    /// `REG_NEWLINE`: `^` and `$` also at newlines; `.` and `[^x]` do not match a newline.
    pub newline: bool,
    /// Characters are UTF-8 sequences; otherwise every byte is a character.
    pub utf8: bool,
    /// The match must not touch a word character on either side (`grep -w`).
    pub word: bool,
    /// The match must be the whole line (`grep -x`).
    pub line: bool,
}

impl Options {
    /// Plain options for a flavour, in UTF-8 if `utf8`.
    pub fn new(flavor: Flavor, utf8: bool) -> Options {
        Options { flavor, icase: false, newline: false, utf8, word: false, line: false }
    }
}

/// The offsets of a match and of its groups.
#[derive(Clone, Debug, Default)]
pub struct Captures {
    slots: Vec<usize>,
}

impl Captures {
    /// The span of group `i` (0 is the match); `None` if it took no part.
    pub fn get(&self, i: usize) -> Option<(usize, usize)> {
        let (a, b) = (*self.slots.get(2 * i)?, *self.slots.get(2 * i + 1)?);
        (a != usize::MAX && b != usize::MAX).then_some((a, b))
    }
}

/// A compiled regular expression.
pub struct Regex {
    utf8: bool,
    groups: usize,
    backrefs: bool,
    /// Matches can only begin at offset 0.
    anchored: bool,
    /// Word assertions need characters, not bytes, once the text is not ASCII.
    words: bool,
    literal: Option<Vec<u8>>,
    must: Option<Vec<u8>>,
    first: Option<ByteSet>,
    prog: prog::Prog,
    engines: RefCell<Engines>,
}

struct Engines {
    ends: dfa::Dfa,
    quick: Option<dfa::Dfa>,
    starts: Option<dfa::Dfa>,
    back: back::Machine,
    ast: Ast,
    multiline: bool,
}

impl std::fmt::Debug for Regex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Regex").field("groups", &self.groups).finish_non_exhaustive()
    }
}

impl Regex {
    /// Compiles one pattern.
    pub fn new(pattern: &[u8], opts: &Options) -> Result<Regex, Error> {
        Regex::many(&[pattern], opts)
    }

    /// Compiles alternatives; back-references count the groups of their own pattern.
    pub fn many(patterns: &[&[u8]], opts: &Options) -> Result<Regex, Error> {
        let mut alts = Vec::new();
        let (mut groups, mut backrefs) = (0, false);
        for p in patterns {
            let mut parsed = parse::parse(p, opts, groups)?;
            groups = parsed.groups;
            backrefs |= parsed.backrefs;
            if opts.line {
                parsed.ast =
                    Ast::Cat(vec![Ast::Assert(Assert::Bol), parsed.ast, Ast::Assert(Assert::Eol)]);
            } else if opts.word {
                parsed.ast = Ast::Cat(vec![
                    Ast::Assert(Assert::HalfStart),
                    parsed.ast,
                    Ast::Assert(Assert::HalfEnd),
                ]);
            }
            alts.push(parsed.ast);
        }
        let ast = match alts.len() {
            1 => alts.swap_remove(0),
            0 => Ast::Alt(Vec::new()),
            _ => Ast::Alt(alts),
        };
        Regex::build(ast, groups, backrefs, opts)
    }

    fn build(ast: Ast, groups: usize, backrefs: bool, opts: &Options) -> Result<Regex, Error> {
        let nfa = nfa::compile(&ast, opts.utf8, opts.newline, false)?;
        let prog = prog::compile(&ast, opts, groups)?;
        let first = literal::first_bytes(&nfa);
        let pure = if backrefs { None } else { literal::whole(&ast, opts.utf8) };
        let must = literal::must(&ast, opts.utf8);
        Ok(Regex {
            utf8: opts.utf8,
            groups,
            backrefs,
            anchored: ast.starts_anchored(opts.newline),
            words: opts.utf8 && ast.has_word_assert(),
            literal: pure,
            must,
            first: first.clone(),
            prog,
            engines: RefCell::new(Engines {
                ends: dfa::Dfa::new(nfa, true, first),
                quick: None,
                starts: None,
                back: back::Machine::default(),
                ast,
                multiline: opts.newline,
            }),
        })
    }

    /// How many groups the expression has.
    pub fn groups(&self) -> usize {
        self.groups
    }

    /// Text that every match contains, if one is known: callers skip what lacks it.
    pub fn must(&self) -> Option<&[u8]> {
        self.literal.as_deref().or(self.must.as_deref()).filter(|m| !m.is_empty())
    }

    /// The text the expression stands for, if it is plain text.
    pub fn as_literal(&self) -> Option<&[u8]> {
        self.literal.as_deref()
    }

    /// True if the text has a match.
    pub fn is_match(&self, hay: &[u8]) -> Result<bool, Error> {
        if let Some(l) = &self.literal {
            return Ok(literal::find(hay, l, 0).is_some());
        }
        if self.backrefs || (self.words && !hay.is_ascii()) {
            return Ok(self.find_at(hay, 0)?.is_some());
        }
        let mut en = self.engines.borrow_mut();
        if en.quick.is_none() {
            let nfa = nfa::compile(&en.ast, self.utf8, en.multiline, false)?;
            en.quick = Some(dfa::Dfa::new(nfa, false, self.first.clone()));
        }
        let quick = en.quick.as_mut().ok_or(Error::Space)?;
        Ok(quick.find_end(hay, 0, self.anchored).is_some())
    }

    /// The leftmost-longest match that begins at or after `from`. What stands before `from` still counts
    /// for `^` and `\<`.
    pub fn find_at(&self, hay: &[u8], from: usize) -> Result<Option<(usize, usize)>, Error> {
        if from > hay.len() || (self.anchored && from > 0) {
            return Ok(None);
        }
        if let Some(l) = &self.literal {
            return Ok(literal::find(hay, l, from).map(|s| (s, s + l.len())));
        }
        if self.backrefs || (self.words && !hay.is_ascii()) {
            let mut caps = Captures::default();
            return Ok(if self.search_back(hay, from, &mut caps)? { caps.get(0) } else { None });
        }
        let mut en = self.engines.borrow_mut();
        self.span(&mut en, hay, from)
    }

    fn span(
        &self,
        en: &mut Engines,
        hay: &[u8],
        from: usize,
    ) -> Result<Option<(usize, usize)>, Error> {
        let Some(end) = en.ends.find_end(hay, from, self.anchored) else { return Ok(None) };
        if self.anchored {
            return Ok(Some((from, end)));
        }
        if en.starts.is_none() {
            let nfa = nfa::compile(&en.ast, self.utf8, en.multiline, true)?;
            en.starts = Some(dfa::Dfa::new(nfa, true, None));
        }
        let starts = en.starts.as_mut().ok_or(Error::Space)?;
        Ok(Some((starts.find_start(hay, from, end).unwrap_or(end), end)))
    }

    /// As [`Regex::find_at`], with the groups.
    pub fn captures_at(&self, hay: &[u8], from: usize, caps: &mut Captures) -> Result<bool, Error> {
        if from > hay.len() || (self.anchored && from > 0) {
            return Ok(false);
        }
        if self.backrefs || (self.words && !hay.is_ascii()) {
            return self.search_back(hay, from, caps);
        }
        if self.groups == 0 {
            let found = self.find_at(hay, from)?;
            caps.slots.clear();
            if let Some((s, e)) = found {
                caps.slots.extend([s, e]);
            }
            return Ok(found.is_some());
        }
        let mut en = self.engines.borrow_mut();
        let Some((s, e)) = self.span(&mut en, hay, from)? else { return Ok(false) };
        en.back.exact(&self.prog, hay, s, e, &mut caps.slots)?;
        Ok(true)
    }

    /// The slow road: try the backtracker from each place where a match may begin.
    fn search_back(&self, hay: &[u8], from: usize, caps: &mut Captures) -> Result<bool, Error> {
        let mut en = self.engines.borrow_mut();
        let mut at = from;
        let mut budget = back::BUDGET;
        let ascii_safe = !self.words || hay.is_ascii();
        while at <= hay.len() {
            if ascii_safe {
                // The automaton takes any text for a back-reference, so it finds every possible start.
                match self.span(&mut en, hay, at)? {
                    Some((s, _)) => at = s,
                    None => return Ok(false),
                }
            } else if let Some(f) = &self.first {
                match f.find(hay, at) {
                    Some(s) => at = s,
                    None => return Ok(false),
                }
            }
            if en.back.longest(&self.prog, hay, at, self.backrefs, &mut budget, &mut caps.slots)? {
                return Ok(true);
            }
            if self.anchored || at >= hay.len() {
                return Ok(false);
            }
            at += if self.utf8 { char_len(hay, at) } else { 1 };
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests;
