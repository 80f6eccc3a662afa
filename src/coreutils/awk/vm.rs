//! The machine that runs compiled awk programs. It stops wherever it needs the outside world and says
//! what it needs ([`Effect`]); driver.rs does that, pushes the answer and lets it go on.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::ast::Bin;
use super::op::{self, Code, From, Op, To};
use super::record::{How, Record, Sep};
use super::value::{ArrayRef, Text, Val, compare};
use crate::coreutils::regex::Regex;

/// What the machine needs, or how it ended.
pub enum Effect {
    /// This part of the program is through.
    Done,
    /// `next`
    Next,
    /// `nextfile`
    NextFile,
    /// `exit`
    Exit,
    /// Output should be passed on, signals let in.
    Pause,
    /// Write [`Vm::written`] there; nothing is pushed.
    Write(To, Text),
    /// Read a record; push 1, 0 or -1 and set [`Vm::line`].
    Getline(From, Text),
    /// Run a command; push its status.
    System(Text),
    /// Close a file or command; push its status.
    Close(Text),
    /// Pass output on; push 0.
    Flush(Option<Text>),
    /// Push the time in seconds since 1970.
    Now,
    /// It can not go on: awk's words.
    Fatal(String),
}

pub(super) struct Frame {
    pub(super) back: u32,
    pub(super) base: usize,
    pub(super) walks: usize,
}

/// A machine with a program.
pub struct Vm {
    /// The program.
    pub code: Rc<Code>,
    pub(super) stack: Vec<Val>,
    pub(super) frames: Vec<Frame>,
    /// The variables.
    pub globals: Vec<Val>,
    /// The arrays.
    pub arrays: Vec<ArrayRef>,
    pub(super) specials: Vec<Val>,
    pub(super) walks: Vec<(Vec<Text>, usize)>,
    pub(super) ranges: Vec<bool>,
    pub(super) rec: Record,
    pub(super) fs: Sep,
    pub(super) paragraph: bool,
    pub(super) utf8: bool,
    /// Output for standard output.
    pub out: Vec<u8>,
    /// Output for elsewhere.
    pub written: Vec<u8>,
    /// What getline read.
    pub line: Vec<u8>,
    /// The status that exit named.
    pub status: i32,
    pub(super) random: u64,
    pub(super) seed: f64,
    pub(super) regexes: BTreeMap<Vec<u8>, Rc<Regex>>,
    /// Where to go on.
    pub pc: u32,
    pub(super) fuel: u32,
    /// printf with too few arguments is no error.
    pub lenient: bool,
    /// Messages that do not end the program.
    pub warnings: Vec<String>,
}

/// Output collected before the machine pauses.
pub(super) const OUT_LIMIT: usize = 1 << 16;
/// Jumps backwards and calls between pauses.
pub(super) const FUEL: u32 = 20_000;
pub(super) const MAX_STACK: usize = 2_000_000;
pub(super) const MAX_FRAMES: usize = 20_000;

pub(super) type Step<T> = Result<T, Effect>;

pub(super) fn fatal<T>(what: impl Into<String>) -> Step<T> {
    Err(Effect::Fatal(what.into()))
}

impl Vm {
    /// A machine about to run BEGIN.
    pub fn new(code: Rc<Code>, utf8: bool) -> Vm {
        let mut specials = vec![Val::Num(0.0); op::SPECIALS.len()];
        for (i, s) in [
            (op::FS, " "),
            (op::OFS, " "),
            (op::ORS, "\n"),
            (op::RS, "\n"),
            (op::SUBSEP, "\x1c"),
            (op::CONVFMT, "%.6g"),
            (op::OFMT, "%.6g"),
            (op::FILENAME, ""),
            (op::RT, ""),
        ] {
            specials[i as usize] = Val::str(s.as_bytes());
        }
        specials[op::RLENGTH as usize] = Val::Num(-1.0);
        Vm {
            stack: Vec::with_capacity(64),
            frames: Vec::new(),
            globals: vec![Val::Uninit; code.globals.len()],
            arrays: (0..code.arrays.len()).map(|_| ArrayRef::default()).collect(),
            specials,
            walks: Vec::new(),
            ranges: vec![false; code.ranges as usize],
            rec: Record::default(),
            fs: Sep::Blanks,
            paragraph: false,
            utf8,
            out: Vec::new(),
            written: Vec::new(),
            line: Vec::new(),
            status: 0,
            random: 0,
            seed: 0.0,
            regexes: BTreeMap::new(),
            pc: code.begin,
            fuel: FUEL,
            lenient: false,
            warnings: Vec::new(),
            code,
        }
    }

    /// Sets the machine to run the program from `pc`.
    pub fn restart(&mut self, pc: u32) {
        self.pc = pc;
        self.stack.clear();
        self.frames.clear();
        self.walks.clear();
    }

    /// The source line of the instruction that runs.
    pub fn line_number(&self) -> u32 {
        let at = (self.pc as usize).saturating_sub(1);
        self.code.lines.get(at).copied().unwrap_or(1)
    }

    pub(super) fn push(&mut self, v: Val) {
        self.stack.push(v);
    }

    /// Pushes the answer to an effect.
    pub fn answer(&mut self, v: Val) {
        self.stack.push(v);
    }

    pub(super) fn pop(&mut self) -> Val {
        self.stack.pop().unwrap_or_default()
    }

    pub(super) fn convfmt(&self) -> Text {
        self.specials[op::CONVFMT as usize].text(b"%.6g")
    }

    pub(super) fn to_text(&self, v: &Val) -> Text {
        match v {
            Val::Str(s) | Val::Input(s) => s.clone(),
            Val::Re(r) => Rc::new(self.code.regex_src[*r as usize].clone()),
            v => v.text(&self.convfmt()),
        }
    }

    /// A special variable's text.
    pub fn special_text(&self, which: u32) -> Text {
        self.specials[which as usize].text(b"%.6g")
    }

    pub(super) fn arith(op: Bin, a: f64, b: f64) -> Step<f64> {
        Ok(match op {
            Bin::Add => a + b,
            Bin::Sub => a - b,
            Bin::Mul => a * b,
            Bin::Div if b == 0.0 => return fatal("division by zero attempted"),
            Bin::Div => a / b,
            Bin::Mod if b == 0.0 => return fatal("division by zero attempted in `%'"),
            Bin::Mod => a % b,
            Bin::Pow => power(a, b),
            _ => 0.0,
        })
    }

    pub(super) fn test(&self, op: Bin, a: &Val, b: &Val) -> bool {
        use std::cmp::Ordering::{Equal, Greater, Less};
        let o = match (a, b) {
            (Val::Num(x), Val::Num(y)) => x.partial_cmp(y),
            _ => compare(a, b, &self.convfmt()),
        };
        match op {
            Bin::Lt => o == Some(Less),
            Bin::Le => matches!(o, Some(Less | Equal)),
            Bin::Eq => o == Some(Equal),
            Bin::Ne => o != Some(Equal),
            Bin::Gt => o == Some(Greater),
            _ => matches!(o, Some(Greater | Equal)),
        }
    }

    /// Runs until something is needed or this part of the program ends.
    pub fn run(&mut self) -> Effect {
        let code = self.code.clone();
        loop {
            match self.step(&code) {
                Ok(()) => {}
                Err(e) => return e,
            }
        }
    }

    pub(super) fn jump(&mut self, to: u32) -> Step<()> {
        let back = to < self.pc;
        self.pc = to;
        if back { self.burn() } else { Ok(()) }
    }

    pub(super) fn burn(&mut self) -> Step<()> {
        self.fuel -= 1;
        if self.fuel == 0 {
            self.fuel = FUEL;
            return Err(Effect::Pause);
        }
        Ok(())
    }

    /// Runs instructions until one of them needs care.
    pub(super) fn step(&mut self, code: &Code) -> Step<()> {
        loop {
            let op = code.ops[self.pc as usize];
            self.pc += 1;
            match op {
                Op::Const(k) => self.stack.push(code.consts[k as usize].clone()),
                Op::Num(n) => self.stack.push(Val::Num(n)),
                Op::GetGlobal(g) => self.stack.push(self.globals[g as usize].clone()),
                Op::GetField(i) => {
                    let v = self.field(i as usize);
                    self.stack.push(v);
                }
                Op::FieldNum(i) => {
                    let how = How { sep: &self.fs, paragraph: self.paragraph, utf8: self.utf8 };
                    let n = self.rec.number(i as usize, &how);
                    self.stack.push(Val::Num(n));
                }
                Op::StoreGlobal(g) => self.globals[g as usize] = self.pop(),
                Op::AddGlobal(g) => {
                    let n = self.pop().num();
                    let v = &mut self.globals[g as usize];
                    *v = Val::Num(v.num() + n);
                }
                Op::Bump(g, by) => {
                    let v = &mut self.globals[g as usize];
                    *v = Val::Num(v.num() + f64::from(by));
                }
                Op::Bin(op @ (Bin::Lt | Bin::Le | Bin::Eq | Bin::Ne | Bin::Gt | Bin::Ge)) => {
                    let b = self.pop();
                    let a = self.pop();
                    let t = self.test(op, &a, &b);
                    self.stack.push(Val::bool(t));
                }
                Op::Bin(op) => {
                    let b = self.pop().num();
                    let a = self.pop().num();
                    self.stack.push(Val::Num(Self::arith(op, a, b)?));
                }
                Op::IfNotCmp(op, to) => {
                    let b = self.pop();
                    let a = self.pop();
                    if !self.test(op, &a, &b) {
                        self.jump(to)?;
                    }
                }
                Op::IfNot(to) => {
                    if !self.pop().truth() {
                        self.jump(to)?;
                    }
                }
                Op::If(to) => {
                    if self.pop().truth() {
                        self.jump(to)?;
                    }
                }
                Op::Jump(to) => self.jump(to)?,
                Op::Drop => {
                    self.stack.pop();
                }
                Op::MatchRecord(r) => {
                    let re = self.fixed(r)?;
                    let text = self.record();
                    let hit = self.matches(&re, &text)?;
                    self.stack.push(Val::bool(hit));
                }
                Op::MatchConst(r) => {
                    let re = self.fixed(r)?;
                    let v = self.pop();
                    let text = self.to_text(&v);
                    let hit = self.matches(&re, &text)?;
                    self.stack.push(Val::bool(hit));
                }
                Op::PrintRecord => {
                    let text = self.record();
                    self.out.extend_from_slice(&text);
                    self.specials[op::ORS as usize].push_to(b"%.6g", &mut self.out);
                    if self.out.len() > OUT_LIMIT {
                        return Err(Effect::Pause);
                    }
                }
                Op::Call(f, n) => {
                    let func = &code.funcs[f as usize];
                    if self.frames.len() >= MAX_FRAMES || self.stack.len() > MAX_STACK {
                        return fatal("function calls nested too deeply");
                    }
                    let base = self.stack.len() - n as usize;
                    self.stack.resize(base + func.locals as usize, Val::Uninit);
                    self.frames.push(Frame { back: self.pc, base, walks: self.walks.len() });
                    self.pc = func.entry;
                    self.burn()?;
                }
                Op::Return => {
                    let v = self.pop();
                    if let Some(f) = self.frames.pop() {
                        self.stack.truncate(f.base);
                        self.walks.truncate(f.walks);
                        self.pc = f.back;
                    }
                    self.stack.push(v);
                }
                Op::ForIn(a) => {
                    let a = self.array(a)?;
                    let keys = a.borrow().keys();
                    self.walks.push((keys, 0));
                }
                Op::ForNext(to) => match self.walks.last_mut() {
                    Some((keys, at)) if *at < keys.len() => {
                        let k = keys[*at].clone();
                        *at += 1;
                        self.stack.push(Val::Input(k));
                    }
                    _ => self.pc = to,
                },
                Op::ForEnd => {
                    self.walks.pop();
                }
                Op::RangeActive(r, to) => {
                    if self.ranges[r as usize] {
                        self.pc = to;
                    }
                }
                Op::RangeBegin(r, to) => {
                    if self.pop().truth() {
                        self.ranges[r as usize] = true;
                    } else {
                        self.pc = to;
                    }
                }
                Op::RangeEnd(r) => {
                    if self.pop().truth() {
                        self.ranges[r as usize] = false;
                    }
                }
                Op::Next => return Err(Effect::Next),
                Op::NextFile => return Err(Effect::NextFile),
                Op::Exit(with) => {
                    if with {
                        self.status = self.pop().num() as i64 as i32 & 0xFF;
                    }
                    return Err(Effect::Exit);
                }
                Op::End => return Err(Effect::Done),
                other => self.rare(other)?,
            }
        }
    }
}

/// Whole exponents by multiplication, so that whole numbers stay exact.
pub(super) fn power(a: f64, b: f64) -> f64 {
    if b == b.trunc() && b.abs() < 1024.0 { a.powi(b as i32) } else { a.powf(b) }
}
