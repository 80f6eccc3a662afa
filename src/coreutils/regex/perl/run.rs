//! The backtracker.

use super::super::ast::Ctx;
use super::super::back::{same, sides};
use super::super::utf8::decode_char;
use super::Error;
use super::compile::{Op, Prog};
use super::node::Place;

/// Steps that one search may take.
const BUDGET: u64 = 10_000_000;
/// Ways that may wait to be tried.
const MAX_JOBS: usize = 1 << 21;
/// Parts within parts that are searched for themselves.
const MAX_NESTED: u32 = 250;
const NONE: usize = usize::MAX;

enum Job {
    /// Go on there.
    Go(u32, usize),
    /// Put the noted place back.
    Restore(u32, usize),
    /// Put them all back.
    All(Box<[usize]>),
    /// One character fewer, down to the first place; then on.
    Less(u32, usize, usize),
}

/// Where a search ends.
#[derive(Clone, Copy)]
enum Stop {
    /// At a `Match`.
    Match,
    /// At a `Match` there.
    There(usize),
    /// At the end of the group.
    Close(u32),
}

/// Room that is kept from one search to the next.
#[derive(Default)]
pub struct Machine {
    jobs: Vec<Job>,
    slots: Vec<usize>,
    left: u64,
    nested: u32,
    begun: usize,
}

struct Text<'a> {
    prog: &'a Prog,
    hay: &'a [u8],
}

impl Text<'_> {
    fn read(&self, pos: usize) -> (u32, usize) {
        if self.prog.utf8 { decode_char(self.hay, pos) } else { (u32::from(self.hay[pos]), 1) }
    }

    /// Where the character before `pos` begins.
    fn before(&self, pos: usize) -> Option<usize> {
        let one = pos.checked_sub(1)?;
        if self.prog.utf8 {
            for n in 1..=4.min(pos) {
                if decode_char(self.hay, pos - n).1 == n {
                    return Some(pos - n);
                }
            }
        }
        Some(one)
    }

    fn back(&self, pos: usize, chars: u32) -> Option<usize> {
        (0..chars).try_fold(pos, |at, _| self.before(at))
    }

    fn holds(&self, place: Place, pos: usize, begun: usize) -> bool {
        let around = || sides(self.prog.utf8, self.hay, pos);
        let rest = &self.hay[pos..];
        match place {
            Place::Start => pos == 0,
            Place::LineStart => matches!(around().0, Ctx::Edge | Ctx::Newline),
            Place::End => rest.is_empty(),
            Place::LastEnd => rest.is_empty() || rest == b"\n",
            Place::LineEnd => rest.is_empty() || rest[0] == b'\n',
            Place::WordEdge | Place::NoWordEdge => {
                let (a, b) = around();
                ((a == Ctx::Word) != (b == Ctx::Word)) == (place == Place::WordEdge)
            }
            Place::Search => pos == begun,
        }
    }
}

impl Machine {
    /// Gives it the steps of a search.
    pub fn refill(&mut self) {
        self.left = BUDGET;
    }

    /// Whether a match begins at `at`; its places go to `out`.
    pub fn matches(
        &mut self,
        prog: &Prog,
        hay: &[u8],
        at: usize,
        out: &mut Vec<usize>,
    ) -> Result<bool, Error> {
        self.jobs.clear();
        self.slots.clear();
        self.slots.resize(prog.slots, NONE);
        (self.slots[0], self.nested, self.begun) = (at, 0, at);
        let Some(end) = self.run(&Text { prog, hay }, (0, at), Stop::Match)? else {
            return Ok(false);
        };
        out.clear();
        out.extend_from_slice(&self.slots[..prog.group_slots]);
        (out[0], out[1]) = (out[0].min(end), end);
        Ok(true)
    }

    /// Searches a part for itself.
    fn part(&mut self, t: &Text<'_>, at: (u32, usize), stop: Stop) -> Result<Option<usize>, Error> {
        if self.nested >= MAX_NESTED {
            return Err(Error::Steps);
        }
        self.nested += 1;
        let found = self.run(t, at, stop);
        self.nested -= 1;
        found
    }

    /// Where the first way from a place ends, if there is one. The places it noted stay.
    fn run(
        &mut self,
        t: &Text<'_>,
        from: (u32, usize),
        stop: Stop,
    ) -> Result<Option<usize>, Error> {
        let base = self.jobs.len();
        self.jobs.push(Job::Go(from.0, from.1));
        while self.jobs.len() > base {
            let (pc, pos) = match self.jobs.pop() {
                Some(Job::Go(pc, pos)) => (pc, pos),
                Some(Job::Restore(slot, v)) => {
                    self.slots[slot as usize] = v;
                    continue;
                }
                Some(Job::All(slots)) => {
                    self.slots.copy_from_slice(&slots);
                    continue;
                }
                Some(Job::Less(pc, low, pos)) => {
                    let Some(less) = t.before(pos).filter(|p| *p >= low) else { continue };
                    if less > low {
                        self.jobs.push(Job::Less(pc, low, less));
                    }
                    (pc, less)
                }
                None => break,
            };
            if let Some(end) = self.way(t, pc, pos, stop)? {
                self.jobs.truncate(base);
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    /// Follows one way until it ends or fails; the others wait.
    fn way(
        &mut self,
        t: &Text<'_>,
        mut pc: u32,
        mut pos: usize,
        stop: Stop,
    ) -> Result<Option<usize>, Error> {
        loop {
            if self.left == 0 || self.jobs.len() > MAX_JOBS {
                return Err(Error::Steps);
            }
            self.left -= 1;
            pc += 1;
            match &t.prog.ops[pc as usize - 1] {
                Op::Byte(b) => {
                    if t.hay.get(pos) != Some(b) {
                        return Ok(None);
                    }
                    pos += 1;
                }
                Op::Set(id) => {
                    if pos >= t.hay.len() {
                        return Ok(None);
                    }
                    let (c, n) = t.read(pos);
                    if !t.prog.sets[*id as usize].contains(c) {
                        return Ok(None);
                    }
                    pos += n;
                }
                Op::Run { set, min, max, keep } => {
                    let set = &t.prog.sets[*set as usize];
                    let (mut n, mut low) = (0, pos);
                    while n < *max && pos < t.hay.len() {
                        let (c, len) = t.read(pos);
                        if !set.contains(c) {
                            break;
                        }
                        pos += len;
                        n += 1;
                        if n == *min {
                            low = pos;
                        }
                    }
                    self.left = self.left.saturating_sub(u64::from(n) / 4);
                    if n < *min {
                        return Ok(None);
                    }
                    if pos > low && !keep {
                        self.jobs.push(Job::Less(pc, low, pos));
                    }
                }
                Op::Split(a, b) => {
                    self.jobs.push(Job::Go(*b, pos));
                    pc = *a;
                }
                Op::Jump(to) => pc = *to,
                Op::Save(slot) => {
                    let old = std::mem::replace(&mut self.slots[*slot as usize], pos);
                    self.jobs.push(Job::Restore(*slot, old));
                }
                Op::At(place) => {
                    if !t.holds(*place, pos, self.begun) {
                        return Ok(None);
                    }
                }
                Op::Back(n, icase) => {
                    let n = *n as usize;
                    let (a, b) = (self.slots[2 * n], self.slots[2 * n + 1]);
                    if a == NONE || b == NONE || b < a {
                        return Ok(None);
                    }
                    let how = (t.prog.utf8, *icase);
                    let Some(len) = same(how, t.hay, (a, b), pos, t.hay.len()) else {
                        return Ok(None);
                    };
                    pos += len;
                }
                Op::Moved(slot, out) => {
                    if self.slots[*slot as usize] == pos {
                        pc = *out;
                    }
                }
                Op::Ahead(yes, end) => {
                    let before: Box<[usize]> = self.slots.as_slice().into();
                    let found = self.part(t, (pc, pos), Stop::Match)?.is_some();
                    if !self.looked(found, *yes, before) {
                        return Ok(None);
                    }
                    pc = *end;
                }
                Op::Behind(yes, least, most, end) => {
                    let before: Box<[usize]> = self.slots.as_slice().into();
                    let mut found = false;
                    for chars in *least..=*most {
                        let Some(start) = t.back(pos, chars) else { break };
                        found = self.part(t, (pc, start), Stop::There(pos))?.is_some();
                        if found {
                            break;
                        }
                    }
                    if !self.looked(found, *yes, before) {
                        return Ok(None);
                    }
                    pc = *end;
                }
                Op::Atomic(end) => {
                    let before = self.slots.as_slice().into();
                    let Some(to) = self.part(t, (pc, pos), Stop::Match)? else { return Ok(None) };
                    self.jobs.push(Job::All(before));
                    (pc, pos) = (*end, to);
                }
                Op::Call(n) => {
                    let before: Box<[usize]> = self.slots.as_slice().into();
                    let start = t.prog.starts[*n as usize];
                    let stop = if *n == 0 { Stop::Match } else { Stop::Close(*n) };
                    let found = self.part(t, (start, pos), stop)?;
                    self.slots.copy_from_slice(&before);
                    let Some(to) = found else { return Ok(None) };
                    pos = to;
                }
                Op::Close(n) => {
                    if matches!(stop, Stop::Close(m) if m == *n) {
                        return Ok(Some(pos));
                    }
                }
                Op::If(n, no) => {
                    if self.slots[2 * *n as usize + 1] == NONE {
                        pc = *no;
                    }
                }
                Op::Match => {
                    return Ok(match stop {
                        Stop::Match => Some(pos),
                        Stop::There(p) if p == pos => Some(pos),
                        _ => None,
                    });
                }
                Op::Fail => return Ok(None),
            }
        }
    }

    /// Whether a look found what it wanted; what its groups hold stays only then.
    fn looked(&mut self, found: bool, wanted: bool, before: Box<[usize]>) -> bool {
        if found && wanted {
            self.jobs.push(Job::All(before));
        } else if found {
            self.slots.copy_from_slice(&before);
        }
        found == wanted
    }
}
