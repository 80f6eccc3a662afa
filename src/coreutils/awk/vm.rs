//! The machine that runs compiled awk programs. It stops wherever it needs the outside world and says
//! what it needs ([`Effect`]); driver.rs does that, pushes the answer and lets it go on.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::ast::Bin;
use super::op::{self, Code, From, Name, Op, Place, To};
use super::record::{How, MAX_FIELDS, Record, Sep};
use super::value::{ArrayRef, Text, Val, compare};
use crate::coreutils::regex::{Flavor, Options, Regex};

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

struct Frame {
    back: u32,
    base: usize,
    walks: usize,
}

/// A machine with a program.
pub struct Vm {
    /// The program.
    pub code: Rc<Code>,
    pub(super) stack: Vec<Val>,
    frames: Vec<Frame>,
    /// The variables.
    pub globals: Vec<Val>,
    /// The arrays.
    pub arrays: Vec<ArrayRef>,
    pub(super) specials: Vec<Val>,
    walks: Vec<(Vec<Text>, usize)>,
    ranges: Vec<bool>,
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
    fuel: u32,
    /// printf with too few arguments is no error.
    pub lenient: bool,
    /// Messages that do not end the program.
    pub warnings: Vec<String>,
}

/// Output collected before the machine pauses.
const OUT_LIMIT: usize = 1 << 16;
/// Jumps backwards and calls between pauses.
const FUEL: u32 = 20_000;
const MAX_STACK: usize = 2_000_000;
const MAX_FRAMES: usize = 20_000;

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

    pub(super) fn array(&mut self, name: Name) -> Step<ArrayRef> {
        if name >= 0 {
            return Ok(self.arrays[name as usize].clone());
        }
        let base = self.frames.last().map_or(0, |f| f.base);
        let slot = base + (-1 - name) as usize;
        match &mut self.stack[slot] {
            Val::Arr(a) => Ok(a.clone()),
            v @ Val::Uninit => {
                let a = ArrayRef::default();
                *v = Val::Arr(a.clone());
                Ok(a)
            }
            _ => fatal("attempt to use scalar parameter as an array"),
        }
    }

    fn local(&mut self, l: u32) -> &mut Val {
        let base = self.frames.last().map_or(0, |f| f.base);
        &mut self.stack[base + l as usize]
    }

    pub(super) fn regex_of(&mut self, v: &Val) -> Step<Rc<Regex>> {
        let icase = self.specials[op::IGNORECASE as usize].truth();
        if let Val::Re(r) = v
            && !icase
        {
            return Ok(self.code.regexes[*r as usize].clone());
        }
        let src = self.to_text(v);
        self.dynamic(&src, icase)
    }

    fn fixed(&mut self, r: u32) -> Step<Rc<Regex>> {
        self.regex_of(&Val::Re(r))
    }

    fn dynamic(&mut self, src: &[u8], icase: bool) -> Step<Rc<Regex>> {
        let mut key = src.to_vec();
        key.push(u8::from(icase));
        if let Some(r) = self.regexes.get(&key) {
            return Ok(r.clone());
        }
        let opts = Options { icase, ..Options::new(Flavor::Awk, self.utf8) };
        match Regex::new(src, &opts) {
            Ok(r) => {
                if self.regexes.len() > 500 {
                    self.regexes.clear();
                }
                let r = Rc::new(r);
                self.regexes.insert(key, r.clone());
                Ok(r)
            }
            Err(e) => fatal(format!("invalid regexp: {e}: /{}/", String::from_utf8_lossy(src))),
        }
    }

    pub(super) fn matches(&self, re: &Regex, text: &[u8]) -> Step<bool> {
        re.is_match(text).or_else(|e| fatal(e.to_string()))
    }

    pub(super) fn record(&mut self) -> Text {
        if self.rec.is_stale() {
            let ofs = self.special_text(op::OFS);
            return self.rec.text(&ofs).clone();
        }
        self.rec.text(b"").clone()
    }

    pub(super) fn field(&mut self, i: usize) -> Val {
        if i == 0 {
            return Val::Input(self.record());
        }
        let how = How { sep: &self.fs, paragraph: self.paragraph, utf8: self.utf8 };
        self.rec.field(i, &how)
    }

    fn index(&self, v: &Val) -> Step<usize> {
        let n = v.num();
        if n < 0.0 {
            return fatal(format!("attempt to access field {}", n as i64));
        }
        if n as usize > MAX_FIELDS {
            return fatal(format!("field number {n} is more than the simulator keeps"));
        }
        Ok(n as usize)
    }

    fn key(&mut self, v: &Val) -> Text {
        self.to_text(v)
    }

    /// The value of a place; takes what it needs from the stack, or only looks at it.
    pub(super) fn get(&mut self, p: Place, keep: bool) -> Step<Val> {
        Ok(match p {
            Place::Global(g) => self.globals[g as usize].clone(),
            Place::Local(l) => self.local(l).clone(),
            Place::Special(s) => self.special(s),
            Place::Field => {
                let v =
                    if keep { self.stack.last().cloned().unwrap_or_default() } else { self.pop() };
                let i = self.index(&v)?;
                self.field(i)
            }
            Place::Elem(a) => {
                let v =
                    if keep { self.stack.last().cloned().unwrap_or_default() } else { self.pop() };
                let key = self.key(&v);
                let a = self.array(a)?;

                a.borrow_mut().entry(&key).clone()
            }
        })
    }

    fn special(&mut self, s: u32) -> Val {
        if s == op::NF {
            let how = How { sep: &self.fs, paragraph: self.paragraph, utf8: self.utf8 };
            return Val::Num(self.rec.nf(&how) as f64);
        }
        self.specials[s as usize].clone()
    }

    /// Puts a value there; takes what the place needs from the stack.
    pub(super) fn set(&mut self, p: Place, v: Val) -> Step<()> {
        match p {
            Place::Global(g) => self.globals[g as usize] = v,
            Place::Local(l) => *self.local(l) = v,
            Place::Special(s) => self.set_special(s, v)?,
            Place::Field => {
                let i = self.pop();
                let i = self.index(&i)?;
                self.set_field(i, v)?;
            }
            Place::Elem(a) => {
                let k = self.pop();
                let key = self.key(&k);
                let a = self.array(a)?;
                *a.borrow_mut().entry(&key) = v;
            }
        }
        Ok(())
    }

    pub(super) fn set_field(&mut self, i: usize, v: Val) -> Step<()> {
        if i == 0 {
            let t = self.to_text(&v);
            self.rec.set(t);
            return Ok(());
        }
        let v = match v {
            Val::Num(_) => Val::Input(self.to_text(&v)),
            v => v,
        };
        let how = How { sep: &self.fs, paragraph: self.paragraph, utf8: self.utf8 };
        self.rec.set_field(i, v, &how);
        Ok(())
    }

    /// Sets a special variable and what hangs on it.
    pub fn set_special(&mut self, s: u32, v: Val) -> Step<()> {
        let how = How { sep: &self.fs, paragraph: self.paragraph, utf8: self.utf8 };
        match s {
            op::NF => {
                let i = self.index(&v)?;
                self.rec
                    .set_nf(i, &How { sep: &self.fs, paragraph: self.paragraph, utf8: self.utf8 });
                return Ok(());
            }
            op::FS | op::RS => {
                self.rec.settle(&how);
                let text = self.to_text(&v);
                if s == op::FS {
                    self.fs = self.separator(&text)?;
                } else {
                    self.paragraph = text.is_empty();
                }
            }
            op::OFS if self.rec.is_stale() => {
                self.record();
            }
            _ => {}
        }
        self.specials[s as usize] = v;
        Ok(())
    }

    /// How text is taken apart by a separator that is a string.
    pub(super) fn separator(&mut self, s: &[u8]) -> Step<Sep> {
        Ok(match s {
            b" " => Sep::Blanks,
            b"" => Sep::Chars,
            [b] if *b != b'\\' && (*b < 128 || !self.utf8) => Sep::Byte(*b),
            s => {
                let icase = self.specials[op::IGNORECASE as usize].truth();
                Sep::Regex(self.dynamic(s, icase)?)
            }
        })
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

    fn test(&self, op: Bin, a: &Val, b: &Val) -> bool {
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

    fn jump(&mut self, to: u32) -> Step<()> {
        let back = to < self.pc;
        self.pc = to;
        if back { self.burn() } else { Ok(()) }
    }

    fn burn(&mut self) -> Step<()> {
        self.fuel -= 1;
        if self.fuel == 0 {
            self.fuel = FUEL;
            return Err(Effect::Pause);
        }
        Ok(())
    }

    /// Runs instructions until one of them needs care.
    fn step(&mut self, code: &Code) -> Step<()> {
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
fn power(a: f64, b: f64) -> f64 {
    if b == b.trunc() && b.abs() < 1024.0 { a.powi(b as i32) } else { a.powf(b) }
}
