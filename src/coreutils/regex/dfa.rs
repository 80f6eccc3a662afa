//! The lazily built DFA. A state is an ordered list of groups of automaton places, one group for each
//! place in the text where a match may have begun, oldest first: so one pass finds the end of the match
//! that begins leftmost and is longest. The table is thrown away when it grows too large.

use super::ast::Ctx;
use super::literal::ByteSet;
use super::nfa::{Inst, Nfa};
use std::collections::HashMap;

/// Set on a transition: a match ended before the byte that was read.
const MATCH: u32 = 1 << 31;
/// Not built yet.
const UNKNOWN: u32 = u32::MAX;
/// The state without a way on is row 0.
const DEAD: u32 = 0;
/// Stands between the groups of a state.
const MARK: u32 = u32::MAX;
/// The table's size at which it is thrown away, in transitions.
const MAX_TABLE: usize = 1 << 20;

/// The bits of a state's first word.
const SEEDING: u32 = 4;

/// The automaton's states as far as they have been needed.
pub struct Dfa {
    nfa: Nfa,
    /// Several groups, for the leftmost-longest end; otherwise one group and the earliest end.
    longest: bool,
    first: Option<ByteSet>,
    classes: [u8; 256],
    /// A byte of each class.
    samples: Vec<u8>,
    width: usize,
    table: Vec<u32>,
    states: Vec<Box<[u32]>>,
    index: HashMap<Box<[u32]>, u32>,
    starts: [u32; 8],
    seen: Vec<u32>,
    generation: u32,
    /// Counts how often the table was thrown away.
    epoch: u32,
    stack: Vec<u32>,
}

impl Dfa {
    /// An empty table over `nfa`.
    pub fn new(nfa: Nfa, longest: bool, first: Option<ByteSet>) -> Dfa {
        let (classes, samples) = classes(&nfa);
        let width = samples.len() + 1;
        let seen = vec![0; nfa.insts.len()];
        let mut d = Dfa {
            nfa,
            longest,
            first,
            classes,
            samples,
            width,
            table: Vec::new(),
            states: Vec::new(),
            index: HashMap::new(),
            starts: [UNKNOWN; 8],
            seen,
            generation: 0,
            epoch: 0,
            stack: Vec::new(),
        };
        d.clear();
        d
    }

    fn clear(&mut self) {
        self.epoch += 1;
        self.table.clear();
        self.states.clear();
        self.index.clear();
        self.starts = [UNKNOWN; 8];
        self.table.resize(self.width, DEAD);
        self.states.push(Box::default());
    }

    /// What lies before or after a place: a byte, or the edge of the text.
    fn ctx(&self, b: Option<u8>) -> Ctx {
        match b {
            _ if !self.nfa.asserts => Ctx::Other,
            None => Ctx::Edge,
            Some(b'\n') => Ctx::Newline,
            Some(b) if b == b'_' || b.is_ascii_alphanumeric() => Ctx::Word,
            Some(_) => Ctx::Other,
        }
    }

    fn start(&mut self, before: Ctx, seeding: bool) -> u32 {
        let slot = before as usize + if seeding { 4 } else { 0 };
        if self.starts[slot] != UNKNOWN {
            return self.starts[slot];
        }
        let mut key = vec![before as u32 | if seeding { SEEDING } else { 0 }];
        self.generation += 1;
        self.closure(self.nfa.start, None, &mut key);
        let id = self.intern(key);
        self.starts[slot] = id;
        id
    }

    /// Adds what is reached from `pc` without a byte; conditions are followed only if the sides are known.
    fn closure(&mut self, pc: u32, sides: Option<(Ctx, Ctx)>, out: &mut Vec<u32>) {
        self.stack.push(pc);
        while let Some(pc) = self.stack.pop() {
            if self.seen[pc as usize] == self.generation {
                continue;
            }
            self.seen[pc as usize] = self.generation;
            match self.nfa.insts[pc as usize] {
                Inst::Split(a, b) => self.stack.extend([b, a]),
                Inst::Assert(kind, next) => match sides {
                    None => out.push(pc),
                    Some((mut before, mut after)) => {
                        if self.nfa.reverse {
                            std::mem::swap(&mut before, &mut after);
                        }
                        if kind.holds(before, after, self.nfa.multiline) {
                            self.stack.push(next);
                        }
                    }
                },
                Inst::Fail => {}
                _ => out.push(pc),
            }
        }
    }

    fn intern(&mut self, mut key: Vec<u32>) -> u32 {
        // The order inside a group means nothing; sorted, equal states are found equal.
        let mut at = 1;
        while at < key.len() {
            let end = key[at..].iter().position(|&x| x == MARK).map_or(key.len(), |i| at + i);
            key[at..end].sort_unstable();
            at = end + 1;
        }
        if key.len() == 1 && key[0] & SEEDING == 0 {
            return DEAD;
        }
        let key = key.into_boxed_slice();
        if let Some(&id) = self.index.get(&key) {
            return id;
        }
        let id = self.table.len() as u32;
        self.table.resize(self.table.len() + self.width, UNKNOWN);
        self.states.push(key.clone());
        self.index.insert(key, id);
        id
    }

    /// Builds the transition of state `id` on class `cls` (the last class is the end of the text).
    /// Gives the transition and, if the table was thrown away, that fact is invisible to the caller:
    /// the transition's state is always valid.
    fn build(&mut self, id: u32, cls: usize) -> u32 {
        let state = self.states[id as usize / self.width].clone();
        let flags = state[0];
        let before = match flags & 3 {
            0 => Ctx::Edge,
            1 => Ctx::Newline,
            2 => Ctx::Word,
            _ => Ctx::Other,
        };
        let byte = self.samples.get(cls).copied();
        let after = self.ctx(byte);
        let mut matched = false;
        let mut seeding = flags & SEEDING != 0;
        let mut now: Vec<u32> = Vec::new();
        self.generation += 1;
        for group in state[1..].split(|&x| x == MARK) {
            let from = now.len();
            if from > 0 {
                now.push(MARK);
            }
            for &pc in group {
                self.closure(pc, Some((before, after)), &mut now);
            }
            if now[from..]
                .iter()
                .any(|&p| p != MARK && matches!(self.nfa.insts[p as usize], Inst::Match))
            {
                // What began later can not win any more.
                matched = true;
                seeding = false;
                break;
            }
        }
        let mut next = vec![after as u32];
        if let Some(b) = byte {
            self.generation += 1;
            for group in now.split(|&x| x == MARK) {
                let len = next.len();
                if self.longest && len > 1 && next[len - 1] != MARK {
                    next.push(MARK);
                }
                for &pc in group {
                    let to = match self.nfa.insts[pc as usize] {
                        Inst::Range(lo, hi, to) if lo <= b && b <= hi => to,
                        Inst::Bytes(set, to) if self.nfa.sets[set as usize][usize::from(b)] => to,
                        _ => continue,
                    };
                    self.closure(to, None, &mut next);
                }
            }
            if seeding {
                let len = next.len();
                if self.longest && len > 1 && next[len - 1] != MARK {
                    next.push(MARK);
                }
                let start = self.nfa.start;
                self.closure(start, None, &mut next);
                next[0] |= SEEDING;
            }
            if next.len() > 1 && next[next.len() - 1] == MARK {
                next.pop();
            }
        }
        let full = self.table.len() + self.width > MAX_TABLE;
        if full {
            self.clear();
        }
        let to = if byte.is_some() { self.intern(next) } else { DEAD };
        let t = to | if matched { MATCH } else { 0 };
        if !full {
            self.table[id as usize + cls] = t;
        }
        t
    }

    /// The end of the leftmost-longest match that begins at or after `from` (only there if `anchored`);
    /// in the other mode some early end.
    pub fn find_end(&mut self, hay: &[u8], from: usize, anchored: bool) -> Option<usize> {
        let before = |i: usize| if i == 0 { None } else { Some(hay[i - 1]) };
        let mut i = from;
        let mut s = self.start(self.ctx(before(i)), !anchored);
        let skip = !anchored && self.first.is_some();
        let mut home = s;
        let mut last = None;
        let len = hay.len();
        while i < len {
            if skip && s == home {
                i = self.first.as_ref().and_then(|f| f.find(hay, i))?;
                s = self.start(self.ctx(before(i)), true);
                home = s;
            }
            let cls = usize::from(self.classes[usize::from(hay[i])]);
            let mut t = self.table[s as usize + cls];
            if t.wrapping_sub(1) >= MATCH - 1 {
                if t == UNKNOWN {
                    let epoch = self.epoch;
                    t = self.build(s, cls);
                    if epoch != self.epoch {
                        home = UNKNOWN;
                    }
                }
                if t & MATCH != 0 {
                    last = Some(i);
                    if !self.longest {
                        return last;
                    }
                    t &= !MATCH;
                }
                if t == DEAD {
                    return last;
                }
            }
            s = t;
            i += 1;
        }
        let eof = self.width - 1;
        let mut t = self.table[s as usize + eof];
        if t == UNKNOWN {
            t = self.build(s, eof);
        }
        if t & MATCH != 0 { Some(len) } else { last }
    }

    /// For a reversed automaton: the least start, not before `from`, of a match that ends at `end`.
    pub fn find_start(&mut self, hay: &[u8], from: usize, end: usize) -> Option<usize> {
        let mut i = end;
        let mut s = self.start(self.ctx(hay.get(end).copied()), false);
        let mut last = None;
        loop {
            let cls = if i == 0 {
                self.width - 1
            } else {
                usize::from(self.classes[usize::from(hay[i - 1])])
            };
            let mut t = self.table[s as usize + cls];
            if t == UNKNOWN {
                t = self.build(s, cls);
            }
            if t & MATCH != 0 {
                last = Some(i);
                t &= !MATCH;
            }
            if t == DEAD || i == from {
                return last;
            }
            s = t;
            i -= 1;
        }
    }
}

/// Bytes that no instruction tells apart are one class.
fn classes(nfa: &Nfa) -> ([u8; 256], Vec<u8>) {
    let mut edge = [false; 257];
    for i in &nfa.insts {
        match i {
            Inst::Range(lo, hi, _) => {
                edge[usize::from(*lo)] = true;
                edge[usize::from(*hi) + 1] = true;
            }
            Inst::Bytes(s, _) => {
                let set = &nfa.sets[*s as usize];
                for b in 1..256 {
                    edge[b] |= set[b] != set[b - 1];
                }
            }
            _ => {}
        }
    }
    if nfa.asserts {
        for (lo, hi) in [(b'\n', b'\n'), (b'0', b'9'), (b'A', b'Z'), (b'_', b'_'), (b'a', b'z')] {
            edge[usize::from(lo)] = true;
            edge[usize::from(hi) + 1] = true;
        }
    }
    let mut classes = [0u8; 256];
    let mut samples = vec![0u8];
    for b in 1..256usize {
        if edge[b] {
            samples.push(b as u8);
        }
        classes[b] = (samples.len() - 1) as u8;
    }
    (classes, samples)
}
