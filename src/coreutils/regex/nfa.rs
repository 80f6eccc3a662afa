//! An expression as an automaton over bytes, forwards or backwards, for the DFA. Groups are not in it;
//! a back-reference is any text, so that the automaton finds a superset.

use super::Error;
use super::ast::{Assert, Ast};
use super::set::Set;
use super::utf8::sequences;
use std::collections::BTreeMap;

/// One instruction; the numbers are where to go on.
#[derive(Clone, Debug)]
pub enum Inst {
    /// A byte of the range.
    Range(u8, u8, u32),
    /// A byte of the set.
    Bytes(u32, u32),
    /// Both ways.
    Split(u32, u32),
    /// On if the condition holds.
    Assert(Assert, u32),
    /// The end.
    Match,
    /// No way on.
    Fail,
}

/// The automaton.
#[derive(Clone, Debug)]
pub struct Nfa {
    /// The instructions.
    pub insts: Vec<Inst>,
    /// The byte sets.
    pub sets: Vec<[bool; 256]>,
    /// Where to begin.
    pub start: u32,
    /// `^` and `$` also at newlines.
    pub multiline: bool,
    /// Read from the end to the beginning.
    pub reverse: bool,
    /// Some assertion occurs.
    pub asserts: bool,
}

/// Larger automata are refused, as glibc does when it runs out of memory.
const MAX_INSTS: usize = 300_000;

/// Compiles an expression.
pub fn compile(ast: &Ast, utf8: bool, multiline: bool, reverse: bool) -> Result<Nfa, Error> {
    let nfa = Nfa {
        insts: vec![Inst::Match],
        sets: vec![],
        start: 0,
        multiline,
        reverse,
        asserts: false,
    };
    let mut c = Compiler { nfa, utf8 };
    c.nfa.start = c.node(ast, 0)?;
    Ok(c.nfa)
}

struct Compiler {
    nfa: Nfa,
    utf8: bool,
}

impl Compiler {
    fn push(&mut self, i: Inst) -> Result<u32, Error> {
        if self.nfa.insts.len() >= MAX_INSTS {
            return Err(Error::Size);
        }
        self.nfa.insts.push(i);
        Ok((self.nfa.insts.len() - 1) as u32)
    }

    /// Compiles `ast` so that it goes on to `next`; gives where it begins.
    fn node(&mut self, ast: &Ast, next: u32) -> Result<u32, Error> {
        match ast {
            Ast::Empty => Ok(next),
            Ast::Set(s) => self.set(s, next),
            Ast::Assert(a) => {
                self.nfa.asserts = true;
                self.push(Inst::Assert(*a, next))
            }
            Ast::Cat(v) if self.nfa.reverse => v.iter().try_fold(next, |n, a| self.node(a, n)),
            Ast::Cat(v) => v.iter().rev().try_fold(next, |n, a| self.node(a, n)),
            Ast::Alt(v) => {
                let mut entry = None;
                for a in v.iter().rev() {
                    let e = self.node(a, next)?;
                    entry = Some(match entry {
                        Some(rest) => self.push(Inst::Split(e, rest))?,
                        None => e,
                    });
                }
                entry.map_or_else(|| self.push(Inst::Fail), Ok)
            }
            Ast::Group(_, a) => self.node(a, next),
            Ast::Backref(_) => {
                self.nfa.sets.push([true; 256]);
                let set = (self.nfa.sets.len() - 1) as u32;
                let split = self.push(Inst::Split(0, next))?;
                let body = self.push(Inst::Bytes(set, split))?;
                self.nfa.insts[split as usize] = Inst::Split(body, next);
                Ok(split)
            }
            Ast::Repeat { node, min, max } => self.repeat(node, *min, *max, next),
        }
    }

    fn repeat(&mut self, node: &Ast, min: u32, max: Option<u32>, next: u32) -> Result<u32, Error> {
        let mut at = next;
        let mut copies = min;
        match max {
            None => {
                let split = self.push(Inst::Split(next, next))?;
                let body = self.node(node, split)?;
                self.nfa.insts[split as usize] = Inst::Split(body, next);
                at = if min > 0 { body } else { split };
                copies = min.saturating_sub(1);
            }
            Some(m) => {
                for _ in min..m {
                    let body = self.node(node, at)?;
                    at = self.push(Inst::Split(body, next))?;
                }
            }
        }
        for _ in 0..copies {
            at = self.node(node, at)?;
        }
        Ok(at)
    }

    fn set(&mut self, s: &Set, next: u32) -> Result<u32, Error> {
        let mut single = [false; 256];
        let mut any = false;
        let mut seqs = Vec::new();
        for &(lo, hi) in s.ranges() {
            if self.utf8 {
                sequences(lo, hi, &mut seqs);
            } else {
                seqs.push(vec![(lo as u8, hi.min(255) as u8)]);
            }
        }
        let mut cache: BTreeMap<(u8, u8, u32), u32> = BTreeMap::new();
        let mut entries = Vec::new();
        for mut seq in seqs {
            if let &[(lo, hi)] = seq.as_slice() {
                (lo..=hi).for_each(|b| single[usize::from(b)] = true);
                any = true;
                continue;
            }
            if !self.nfa.reverse {
                seq.reverse();
            }
            // The ends of the sequences are shared: most of them are the same continuation bytes.
            let mut at = next;
            for (lo, hi) in seq {
                at = match cache.get(&(lo, hi, at)) {
                    Some(&i) => i,
                    None => {
                        let i = self.push(Inst::Range(lo, hi, at))?;
                        cache.insert((lo, hi, at), i);
                        i
                    }
                };
            }
            entries.push(at);
        }
        entries.dedup();
        let mut at = None;
        for e in entries {
            at = Some(match at {
                Some(rest) => self.push(Inst::Split(e, rest))?,
                None => e,
            });
        }
        if any {
            let n = single.iter().filter(|b| **b).count();
            let lo = single.iter().position(|b| *b).unwrap_or(0);
            let run = single[lo..lo + n].iter().all(|b| *b);
            let one = if run {
                self.push(Inst::Range(lo as u8, (lo + n - 1) as u8, next))?
            } else {
                self.nfa.sets.push(single);
                let id = (self.nfa.sets.len() - 1) as u32;
                self.push(Inst::Bytes(id, next))?
            };
            at = Some(match at {
                Some(rest) => self.push(Inst::Split(one, rest))?,
                None => one,
            });
        }
        at.map_or_else(|| self.push(Inst::Fail), Ok)
    }
}
