//! The backtracker: finds the groups inside a match whose ends are known, and does the whole work
//! where back-references make an automaton impossible.

use super::Error;
use super::ast::Ctx;
use super::prog::{Op, Prog};
use super::set::{fold_char, is_word};
use super::utf8::decode_char;

/// Steps that one search with back-references may take.
pub const BUDGET: u64 = 20_000_000;
/// Places times instructions that a search may remember (bits).
const MAX_VISITED: usize = 1 << 31;
const NONE: usize = usize::MAX;

enum Job {
    Go(u32, usize),
    Restore(u32, usize),
}

/// Room that is kept from one search to the next.
#[derive(Default)]
pub struct Machine {
    jobs: Vec<Job>,
    slots: Vec<usize>,
    visited: Vec<u64>,
    best: Vec<usize>,
}

enum Goal {
    /// End exactly there.
    At(usize),
    /// End as far as possible.
    Longest,
}

enum Outcome {
    Found,
    Failed,
    OutOfSteps,
}

impl Machine {
    /// The groups of the match known to span `s..e`.
    pub fn exact(
        &mut self,
        prog: &Prog,
        hay: &[u8],
        s: usize,
        e: usize,
        out: &mut Vec<usize>,
    ) -> Result<(), Error> {
        // Most patterns are found at the first try; only those that are not pay for the memory.
        let mut quick = 32 * (e - s) as u64 + 256;
        let mut r = self.run(prog, hay, s, &Goal::At(e), &mut quick, None);
        if matches!(r, Outcome::OutOfSteps) {
            let mut free = u64::MAX;
            self.prepare(prog, e - s)?;
            r = self.run(prog, hay, s, &Goal::At(e), &mut free, Some(e - s + 1));
        }
        out.clear();
        if matches!(r, Outcome::Found) {
            out.extend_from_slice(&self.best[..prog.group_slots]);
        } else {
            // The automaton and the program agree on what matches; without groups is still right.
            out.resize(prog.group_slots, NONE);
        }
        out[0] = s;
        out[1] = e;
        Ok(())
    }

    /// The longest match that begins at `s`.
    pub fn longest(
        &mut self,
        prog: &Prog,
        hay: &[u8],
        s: usize,
        backrefs: bool,
        budget: &mut u64,
        out: &mut Vec<usize>,
    ) -> Result<bool, Error> {
        let r = if backrefs {
            self.run(prog, hay, s, &Goal::Longest, budget, None)
        } else {
            let n = hay.len() - s;
            self.prepare(prog, n)?;
            self.run(prog, hay, s, &Goal::Longest, budget, Some(n + 1))
        };
        match r {
            Outcome::Found => {
                out.clear();
                out.extend_from_slice(&self.best[..prog.group_slots]);
                out[0] = s;
                Ok(true)
            }
            Outcome::Failed => Ok(false),
            Outcome::OutOfSteps => Err(Error::Space),
        }
    }

    fn prepare(&mut self, prog: &Prog, len: usize) -> Result<(), Error> {
        let bits = prog.ops.len().saturating_mul(len + 1);
        if bits > MAX_VISITED {
            return Err(Error::Space);
        }
        self.visited.clear();
        self.visited.resize(bits / 64 + 1, 0);
        Ok(())
    }

    fn run(
        &mut self,
        prog: &Prog,
        hay: &[u8],
        s: usize,
        goal: &Goal,
        steps: &mut u64,
        stride: Option<usize>,
    ) -> Outcome {
        self.jobs.clear();
        self.slots.clear();
        self.slots.resize(prog.slots, NONE);
        let limit = if let Goal::At(e) = goal { *e } else { hay.len() };
        let mut found = false;
        self.jobs.push(Job::Go(0, s));
        while let Some(job) = self.jobs.pop() {
            let (mut pc, mut pos) = match job {
                Job::Go(pc, pos) => (pc, pos),
                Job::Restore(slot, v) => {
                    self.slots[slot as usize] = v;
                    continue;
                }
            };
            loop {
                if *steps == 0 {
                    return Outcome::OutOfSteps;
                }
                *steps -= 1;
                if let Some(n) = stride {
                    let bit = pc as usize * n + (pos - s);
                    let word = &mut self.visited[bit / 64];
                    if *word >> (bit % 64) & 1 == 1 {
                        break;
                    }
                    *word |= 1 << (bit % 64);
                }
                match &prog.ops[pc as usize] {
                    Op::Byte(b) => {
                        if pos >= limit || hay[pos] != *b {
                            break;
                        }
                        pos += 1;
                        pc += 1;
                    }
                    Op::Set(id) => {
                        if pos >= limit {
                            break;
                        }
                        let (c, n) = read(prog, hay, pos);
                        if !prog.sets[*id as usize].contains(c) || pos + n > limit {
                            break;
                        }
                        pos += n;
                        pc += 1;
                    }
                    Op::Split(a, b) => {
                        self.jobs.push(Job::Go(*b, pos));
                        pc = *a;
                    }
                    Op::Jump(to) => pc = *to,
                    Op::Save(slot) => {
                        let old = std::mem::replace(&mut self.slots[*slot as usize], pos);
                        self.jobs.push(Job::Restore(*slot, old));
                        pc += 1;
                    }
                    Op::Assert(a) => {
                        let (before, after) = sides(prog.utf8, hay, pos);
                        if !a.holds(before, after, prog.multiline) {
                            break;
                        }
                        pc += 1;
                    }
                    Op::Backref(n) => {
                        let n = *n as usize;
                        let (a, b) = (self.slots[2 * n], self.slots[2 * n + 1]);
                        if a == NONE || b == NONE || b < a {
                            break;
                        }
                        let how = (prog.utf8, prog.icase);
                        let Some(len) = same(how, hay, (a, b), pos, limit) else { break };
                        pos += len;
                        pc += 1;
                    }
                    Op::Moved(slot) => {
                        if self.slots[*slot as usize] == pos {
                            // A further round of nothing changes nothing: leave the loop.
                            pc += 1;
                            if let Op::Split(_, out) = prog.ops[pc as usize] {
                                pc = out;
                            }
                        } else {
                            pc += 1;
                        }
                    }
                    Op::Match => {
                        match goal {
                            Goal::At(e) if *e != pos => break,
                            Goal::Longest if found && self.best[1] >= pos => break,
                            _ => {}
                        }
                        self.best.clone_from(&self.slots);
                        self.best[1] = pos;
                        found = true;
                        if matches!(goal, Goal::At(_)) || pos == hay.len() {
                            return Outcome::Found;
                        }
                        break;
                    }
                    Op::Fail => break,
                }
            }
        }
        if found { Outcome::Found } else { Outcome::Failed }
    }
}

fn read(prog: &Prog, hay: &[u8], pos: usize) -> (u32, usize) {
    char_at(prog.utf8, hay, pos)
}

fn char_at(utf8: bool, hay: &[u8], pos: usize) -> (u32, usize) {
    if utf8 { decode_char(hay, pos) } else { (u32::from(hay[pos]), 1) }
}

/// The length of the text at `pos` that is the same as `hay[a..b]`; characters are UTF-8 sequences or not, and of
/// the same case or not.
pub(super) fn same(
    (utf8, icase): (bool, bool),
    hay: &[u8],
    (a, b): (usize, usize),
    pos: usize,
    limit: usize,
) -> Option<usize> {
    if !icase {
        let n = b - a;
        return (pos + n <= limit && hay[a..b] == hay[pos..pos + n]).then_some(n);
    }
    let (mut i, mut j) = (a, pos);
    while i < b {
        if j >= limit {
            return None;
        }
        let ((c, m), (d, n)) = (char_at(utf8, hay, i), char_at(utf8, hay, j));
        if fold_char(c, utf8) != fold_char(d, utf8) {
            return None;
        }
        i += m;
        j += n;
    }
    (j <= limit).then_some(j - pos)
}

/// What stands before and after a place.
pub(super) fn sides(utf8: bool, hay: &[u8], pos: usize) -> (Ctx, Ctx) {
    let kind = |c: u32| {
        if c == 10 {
            Ctx::Newline
        } else if is_word(c, utf8) {
            Ctx::Word
        } else {
            Ctx::Other
        }
    };
    let before = if pos == 0 {
        Ctx::Edge
    } else {
        let mut i = pos - 1;
        if utf8 {
            while i > 0 && pos - i < 4 && hay[i] & 0xC0 == 0x80 {
                i -= 1;
            }
            if i + decode_char(hay, i).1 != pos {
                i = pos - 1;
            }
        }
        kind(char_at(utf8, hay, i).0)
    };
    let after = if pos >= hay.len() { Ctx::Edge } else { kind(char_at(utf8, hay, pos).0) };
    (before, after)
}
