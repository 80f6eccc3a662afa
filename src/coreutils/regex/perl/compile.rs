//! An expression as a program for the backtracker.

use super::super::set::{self, Set};
use super::node::{Greed, Name, Node, Place};
use super::parse::Parsed;
use super::{Around, Error, Flags};

/// One instruction.
#[derive(Clone, Debug)]
pub enum Op {
    /// This byte, a character of its own.
    Byte(u8),
    /// A character of the set.
    Set(u32),
    /// Characters of the set, as many as there are and then fewer; never fewer if `keep`.
    Run {
        /// Of these.
        set: u32,
        /// At least so many.
        min: u32,
        /// At most so many.
        max: u32,
        /// What was taken is not given back.
        keep: bool,
    },
    /// First the one, then the other.
    Split(u32, u32),
    /// Go on there.
    Jump(u32),
    /// Notes the place.
    Save(u32),
    /// On if the condition holds.
    At(Place),
    /// The text of a group again, in either case or not.
    Back(u32, bool),
    /// Leaves a loop whose round, begun at the noted place, read nothing.
    Moved(u32, u32),
    /// What follows up to a `Match` must match here, or must not; then on there.
    Ahead(bool, u32),
    /// The same, ending here, begun so many characters before.
    Behind(bool, u32, u32, u32),
    /// What follows up to a `Match`, in the first way only; then on there.
    Atomic(u32),
    /// The expression of a group.
    Call(u32),
    /// The end of a group's expression.
    Close(u32),
    /// On if the group took part, else there.
    If(u32, u32),
    /// The end.
    Match,
    /// No way on.
    Fail,
}

/// The program.
pub struct Prog {
    /// The instructions, begun at 0.
    pub ops: Vec<Op>,
    /// The sets.
    pub sets: Vec<Set>,
    /// Places to note: two for the match and for each group, then one a loop.
    pub slots: usize,
    /// Two for the match and for each group.
    pub group_slots: usize,
    /// Where the expression of each group begins.
    pub starts: Vec<u32>,
    /// Characters are UTF-8 sequences.
    pub utf8: bool,
    /// The byte that every match begins with.
    pub first: Option<u8>,
    /// Matches begin at the start only.
    pub anchored: bool,
}

const MAX_OPS: usize = 100_000;
/// How far a look-behind may look back.
const MAX_BEHIND: u32 = 255;

/// Compiles what was read.
pub fn compile(parsed: &Parsed, flags: Flags, around: Around) -> Result<Prog, Error> {
    let groups = parsed.names.len();
    let mut c = Compiler {
        ops: Vec::new(),
        sets: Vec::new(),
        slots: 2 * groups + 2,
        starts: vec![0; groups + 1],
        names: &parsed.names,
        calls: parsed.calls,
        far_behind: flags.far_behind,
    };
    let word = || Box::new(Node::Set(set::word(flags.utf8)));
    let (begin, end) = if flags.multiline {
        (Place::LineStart, Place::LineEnd)
    } else {
        (Place::Start, Place::End)
    };
    match around {
        Around::Free => {}
        Around::Word => c.node(&Node::Behind(false, word()))?,
        Around::Line => c.node(&Node::At(begin))?,
    }
    c.node(&parsed.node)?;
    match around {
        Around::Free => {}
        Around::Word => c.node(&Node::Ahead(false, word()))?,
        Around::Line => c.node(&Node::At(end))?,
    }
    c.push(Op::Match)?;
    let mut begun = c.ops.iter().filter(|op| !matches!(op, Op::Save(_)));
    let (first, anchored) = match begun.next() {
        Some(Op::Byte(b)) => (Some(*b), false),
        Some(Op::At(Place::Start)) => (None, true),
        _ => (None, false),
    };
    Ok(Prog {
        ops: c.ops,
        sets: c.sets,
        slots: c.slots,
        group_slots: 2 * groups + 2,
        starts: c.starts,
        utf8: flags.utf8,
        first,
        anchored,
    })
}

struct Compiler<'a> {
    ops: Vec<Op>,
    sets: Vec<Set>,
    slots: usize,
    starts: Vec<u32>,
    names: &'a [Option<String>],
    calls: bool,
    far_behind: bool,
}

impl Compiler<'_> {
    fn push(&mut self, op: Op) -> Result<usize, Error> {
        if self.ops.len() >= MAX_OPS {
            return Err(Error::Big);
        }
        self.ops.push(op);
        Ok(self.ops.len() - 1)
    }

    fn here(&self) -> u32 {
        self.ops.len() as u32
    }

    fn set(&mut self, s: &Set) -> u32 {
        let known = self.sets.iter().rposition(|t| t == s);
        known.unwrap_or_else(|| {
            self.sets.push(s.clone());
            self.sets.len() - 1
        }) as u32
    }

    /// The number of a group; 0 is the whole expression.
    fn group(&self, name: &Name) -> Result<u32, Error> {
        match name {
            Name::Number(n) if *n <= self.names.len() => Ok(*n as u32),
            Name::Number(_) => Err(Error::NoGroup),
            Name::Text(name) => {
                let at = self.names.iter().position(|n| n.as_ref() == Some(name));
                at.map(|i| i as u32 + 1).ok_or(Error::NoNamedGroup)
            }
        }
    }

    /// A part that is searched for itself, behind an instruction that knows where it ends.
    fn part(&mut self, node: &Node, op: impl Fn(u32) -> Op) -> Result<(), Error> {
        let at = self.push(Op::Fail)?;
        self.node(node)?;
        self.push(Op::Match)?;
        self.ops[at] = op(self.here());
        Ok(())
    }

    fn node(&mut self, node: &Node) -> Result<(), Error> {
        match node {
            Node::Empty => {}
            Node::Set(s) => {
                let op = match *s.ranges() {
                    [] => Op::Fail,
                    [(a, b)] if a == b && a < 128 => Op::Byte(a as u8),
                    _ => Op::Set(self.set(s)),
                };
                self.push(op)?;
            }
            Node::At(place) => {
                self.push(Op::At(*place))?;
            }
            Node::Cat(v) => v.iter().try_for_each(|n| self.node(n))?,
            Node::Alt(v) => self.alternatives(v)?,
            Node::Repeat(n, min, max, greed) => self.repeat(n, *min, *max, *greed)?,
            Node::Group(n, inner) => {
                let n = *n as u32;
                if self.starts[n as usize] == 0 {
                    self.starts[n as usize] = self.here();
                }
                self.push(Op::Save(2 * n))?;
                self.node(inner)?;
                self.push(Op::Save(2 * n + 1))?;
                if self.calls {
                    self.push(Op::Close(n))?;
                }
            }
            Node::Atomic(n) => self.part(n, Op::Atomic)?,
            Node::Ahead(yes, n) => self.part(n, |end| Op::Ahead(*yes, end))?,
            Node::Behind(yes, n) => {
                let (least, most) = n.width();
                let most = match most.filter(|m| *m <= MAX_BEHIND) {
                    Some(most) => most,
                    None if self.far_behind => u32::MAX,
                    None => return Err(Error::Behind),
                };
                self.part(n, |end| Op::Behind(*yes, least, most, end))?;
            }
            Node::Back(name, icase) => {
                let group = self.group(name)?;
                self.push(Op::Back(group, *icase))?;
            }
            Node::Keep => {
                self.push(Op::Save(0))?;
            }
            Node::Call(name) => {
                let group = self.group(name)?;
                self.push(Op::Call(group))?;
            }
            Node::If(name, yes, no) => {
                let group = self.group(name)?;
                let at = self.push(Op::Fail)?;
                self.node(yes)?;
                let jump = self.push(Op::Fail)?;
                self.ops[at] = Op::If(group, self.here());
                self.node(no)?;
                self.ops[jump] = Op::Jump(self.here());
            }
        }
        Ok(())
    }

    fn alternatives(&mut self, v: &[Node]) -> Result<(), Error> {
        let mut outs = Vec::new();
        for (i, n) in v.iter().enumerate() {
            if i + 1 < v.len() {
                let split = self.push(Op::Fail)?;
                self.node(n)?;
                outs.push(self.push(Op::Fail)?);
                self.ops[split] = Op::Split(split as u32 + 1, self.here());
            } else {
                self.node(n)?;
            }
        }
        if v.is_empty() {
            self.push(Op::Fail)?;
        }
        let end = self.here();
        for o in outs {
            self.ops[o] = Op::Jump(end);
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        node: &Node,
        min: u32,
        max: Option<u32>,
        greed: Greed,
    ) -> Result<(), Error> {
        if let (Node::Set(s), Greed::Greedy | Greed::Possessive) = (node, greed) {
            let op = Op::Run {
                set: self.set(s),
                min,
                max: max.unwrap_or(u32::MAX),
                keep: greed == Greed::Possessive,
            };
            return self.push(op).map(drop);
        }
        if greed == Greed::Possessive {
            let greedy = Node::Repeat(Box::new(node.clone()), min, max, Greed::Greedy);
            return self.part(&greedy, Op::Atomic);
        }
        for _ in 0..min {
            self.node(node)?;
        }
        let split = |into: u32, out: u32| match greed {
            Greed::Lazy => Op::Split(out, into),
            _ => Op::Split(into, out),
        };
        match max {
            None => {
                let head = self.push(Op::Fail)?;
                let guard = (node.width().0 == 0).then(|| {
                    self.slots += 1;
                    self.slots as u32 - 1
                });
                if let Some(g) = guard {
                    self.push(Op::Save(g))?;
                }
                self.node(node)?;
                if let Some(g) = guard {
                    let out = self.here() + 2;
                    self.push(Op::Moved(g, out))?;
                }
                self.push(Op::Jump(head as u32))?;
                self.ops[head] = split(head as u32 + 1, self.here());
            }
            Some(m) => {
                let mut heads = Vec::new();
                for _ in min..m {
                    heads.push(self.push(Op::Fail)?);
                    self.node(node)?;
                }
                let end = self.here();
                for h in heads {
                    self.ops[h] = split(h as u32 + 1, end);
                }
            }
        }
        Ok(())
    }
}
