//! An expression as a program over characters, with groups and back-references, for the backtracker.

use super::ast::{Assert, Ast};
use super::set::Set;
use super::{Error, Options};

/// One instruction.
#[derive(Clone, Debug)]
pub enum Op {
    /// This byte, a character of its own.
    Byte(u8),
    /// A character of the set.
    Set(u32),
    /// First the one, then the other.
    Split(u32, u32),
    /// Go on there.
    Jump(u32),
    /// Notes the place.
    Save(u32),
    /// On if the condition holds.
    Assert(Assert),
    /// The text of a group again.
    Backref(u32),
    /// Fails if no character was read since the place was noted: a loop round nothing.
    Moved(u32),
    /// The end.
    Match,
    /// No way on.
    Fail,
}

/// The program.
#[derive(Clone, Debug)]
pub struct Prog {
    /// The instructions, begun at 0.
    pub ops: Vec<Op>,
    /// The sets.
    pub sets: Vec<Set>,
    /// Places to note: two a group, the match first, then one a loop.
    pub slots: usize,
    /// Two a group and two for the match.
    pub group_slots: usize,
    /// As compiled.
    pub utf8: bool,
    /// As compiled.
    pub icase: bool,
    /// As compiled.
    pub multiline: bool,
}

const MAX_OPS: usize = 300_000;

/// Compiles an expression with `groups` groups.
pub fn compile(ast: &Ast, opts: &Options, groups: usize) -> Result<Prog, Error> {
    let group_slots = 2 * groups + 2;
    let prog = Prog {
        ops: Vec::new(),
        sets: Vec::new(),
        slots: group_slots,
        group_slots,
        utf8: opts.utf8,
        icase: opts.icase,
        multiline: opts.newline,
    };
    let mut c = Compiler { prog };
    c.node(ast)?;
    c.push(Op::Match)?;
    Ok(c.prog)
}

struct Compiler {
    prog: Prog,
}

impl Compiler {
    fn push(&mut self, op: Op) -> Result<usize, Error> {
        if self.prog.ops.len() >= MAX_OPS {
            return Err(Error::Size);
        }
        self.prog.ops.push(op);
        Ok(self.prog.ops.len() - 1)
    }

    fn here(&self) -> u32 {
        self.prog.ops.len() as u32
    }

    fn node(&mut self, ast: &Ast) -> Result<(), Error> {
        match ast {
            Ast::Empty => {}
            Ast::Set(s) => {
                let op = match *s.ranges() {
                    [] => Op::Fail,
                    [(a, b)] if a == b && a < 128 => Op::Byte(a as u8),
                    _ => {
                        let id = match self.prog.sets.iter().rposition(|t| t == s) {
                            Some(i) => i,
                            None => {
                                self.prog.sets.push(s.clone());
                                self.prog.sets.len() - 1
                            }
                        };
                        Op::Set(id as u32)
                    }
                };
                self.push(op)?;
            }
            Ast::Assert(a) => {
                self.push(Op::Assert(*a))?;
            }
            Ast::Cat(v) => v.iter().try_for_each(|a| self.node(a))?,
            Ast::Alt(v) => {
                let mut outs = Vec::new();
                for (i, a) in v.iter().enumerate() {
                    if i + 1 < v.len() {
                        let split = self.push(Op::Fail)?;
                        self.node(a)?;
                        outs.push(self.push(Op::Fail)?);
                        self.prog.ops[split] = Op::Split(split as u32 + 1, self.here());
                    } else {
                        self.node(a)?;
                    }
                }
                if v.is_empty() {
                    self.push(Op::Fail)?;
                }
                let end = self.here();
                for o in outs {
                    self.prog.ops[o] = Op::Jump(end);
                }
            }
            Ast::Group(n, a) => {
                self.push(Op::Save(2 * *n as u32))?;
                self.node(a)?;
                self.push(Op::Save(2 * *n as u32 + 1))?;
            }
            Ast::Backref(n) => {
                self.push(Op::Backref(*n as u32))?;
            }
            Ast::Repeat { node, min, max } => self.repeat(node, *min, *max)?,
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Ast, min: u32, max: Option<u32>) -> Result<(), Error> {
        // With no upper bound the last copy is the loop.
        let copies = if max.is_none() { min.saturating_sub(1) } else { min };
        for _ in 0..copies {
            self.node(node)?;
        }
        match max {
            None => {
                let split = if min == 0 { Some(self.push(Op::Fail)?) } else { None };
                let head = self.here();
                let guard = node.nullable().then(|| {
                    self.prog.slots += 1;
                    self.prog.slots as u32 - 1
                });
                if let Some(g) = guard {
                    self.push(Op::Save(g))?;
                }
                self.node(node)?;
                if let Some(g) = guard {
                    self.push(Op::Moved(g))?;
                }
                let end = self.here() + 1;
                self.push(Op::Split(head, end))?;
                if let Some(s) = split {
                    self.prog.ops[s] = Op::Split(head, end);
                }
            }
            Some(m) => {
                let mut splits = Vec::new();
                for _ in min..m {
                    splits.push(self.push(Op::Fail)?);
                    self.node(node)?;
                }
                let end = self.here();
                for s in splits {
                    self.prog.ops[s] = Op::Split(s as u32 + 1, end);
                }
            }
        }
        Ok(())
    }
}
