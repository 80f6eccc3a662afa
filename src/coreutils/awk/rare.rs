//! The instructions of the awk machine that are not on the shortest path: arrays, strings, output.

use std::rc::Rc;

use super::ast::Bin;
use super::format;
use super::op::{self, From, Name, Op, Place, To};
use super::record::{self, Sep};
use super::value::{Text, Val};
use super::vm::{Effect, Step, Vm, fatal};

/// Output collected before the machine pauses.
const OUT_LIMIT: usize = 1 << 16;
/// Strings that a program builds may not grow without end.
const MAX_TEXT: usize = 1 << 26;

impl Vm {
    /// About how many bytes the program's variables take.
    pub fn held(&self) -> usize {
        let globals: usize = self.globals.iter().map(Val::size).sum();
        let arrays: usize = self.arrays.iter().map(|a| a.borrow().size()).sum();
        globals + arrays
    }

    pub(super) fn rare(&mut self, op: Op) -> Step<()> {
        match op {
            Op::Get(p) => {
                let v = self.get(p, false)?;
                self.push(v);
            }
            Op::Set(p) => {
                let v = match self.pop() {
                    Val::Arr(_) => return fatal("attempt to use array in a scalar context"),
                    v => v,
                };
                self.set(p, v.clone())?;
                self.push(v);
            }
            Op::Aug(p, op) => self.augment(p, op)?,
            Op::Inc(p, by, old) => self.increment(p, by, old)?,
            Op::Append(g) => self.append(g)?,
            Op::Join(n) => self.join(n as usize)?,
            Op::Not => {
                let t = self.pop().truth();
                self.push(Val::bool(!t));
            }
            Op::Neg => {
                let n = self.pop().num();
                self.push(Val::Num(-n));
            }
            Op::Plus => {
                let n = self.pop().num();
                self.push(Val::Num(n));
            }
            Op::Truth => {
                let t = self.pop().truth();
                self.push(Val::bool(t));
            }
            Op::MatchDyn => {
                let re = self.pop();
                let re = self.regex_of(&re)?;
                let v = self.pop();
                let text = self.to_text(&v);
                let hit = self.matches(&re, &text)?;
                self.push(Val::bool(hit));
            }
            Op::Dup => {
                let v = self.stack.last().cloned().unwrap_or_default();
                self.push(v);
            }
            Op::Key(n) => self.make_key(n as usize),
            Op::In(a) => {
                let k = self.pop();
                let key = self.to_text(&k);
                let a = self.array(a)?;
                let has = a.borrow().has(&key);
                self.push(Val::bool(has));
            }
            Op::DelElem(a) => {
                let k = self.pop();
                let key = self.to_text(&k);
                self.array(a)?.borrow_mut().remove(&key);
            }
            Op::DelAll(a) => self.array(a)?.borrow_mut().clear(),
            Op::PushArray(a) => {
                let a = self.array(a)?;
                self.push(Val::Arr(a));
            }
            Op::Count(a) => {
                let n = self.array(a)?.borrow().len();
                self.push(Val::Num(n as f64));
            }
            Op::Print(n, to) => self.print(n as usize, to)?,
            Op::Printf(n, to) => self.printf(n as usize, to)?,
            Op::Getline(from) => {
                let name = match from {
                    From::Main => Text::default(),
                    _ => {
                        let v = self.pop();
                        self.to_text(&v)
                    }
                };
                return Err(Effect::Getline(from, name));
            }
            Op::Line => {
                let line = std::mem::take(&mut self.line);
                self.push(Val::Input(Rc::new(line)));
            }
            Op::LineRecord => {
                let line = std::mem::take(&mut self.line);
                self.rec.set(Rc::new(line));
            }
            Op::Split(a, with) => self.split(a, with)?,
            Op::MatchInto(a) => self.match_into(Some(a))?,
            Op::Subst(p, global) => self.substitute(p, global)?,
            Op::SubstValue(global) => self.substitute_value(global)?,
            Op::Builtin(b, n) => self.builtin(b, n as usize)?,
            _ => {}
        }
        Ok(())
    }

    fn augment(&mut self, p: Place, op: Bin) -> Step<()> {
        let n = self.pop().num();
        if let Place::Elem(a) = p {
            let k = self.pop();
            let key = self.to_text(&k);
            let a = self.array(a)?;
            let mut a = a.borrow_mut();
            let v = a.entry(&key);
            let r = Self::arith(op, v.num(), n)?;
            *v = Val::Num(r);
            drop(a);
            self.push(Val::Num(r));
            return Ok(());
        }
        let old = self.get(p, true)?.num();
        let r = Self::arith(op, old, n)?;
        self.set(p, Val::Num(r))?;
        self.push(Val::Num(r));
        Ok(())
    }

    fn increment(&mut self, p: Place, by: i8, old: bool) -> Step<()> {
        let before = match p {
            Place::Elem(a) => {
                let k = self.pop();
                let key = self.to_text(&k);
                let a = self.array(a)?;
                let mut a = a.borrow_mut();
                let v = a.entry(&key);
                let n = v.num();
                *v = Val::Num(n + f64::from(by));
                n
            }
            p => {
                let n = self.get(p, true)?.num();
                self.set(p, Val::Num(n + f64::from(by)))?;
                n
            }
        };
        self.push(Val::Num(if old { before } else { before + f64::from(by) }));
        Ok(())
    }

    fn append(&mut self, g: u32) -> Step<()> {
        let v = self.pop();
        let convfmt = self.convfmt();
        let mut text = match std::mem::take(&mut self.globals[g as usize]) {
            Val::Str(s) | Val::Input(s) => s,
            old => old.text(&convfmt),
        };
        let t = Rc::make_mut(&mut text);
        v.push_to(&convfmt, t);
        if t.len() > MAX_TEXT {
            return fatal("string too long");
        }
        self.globals[g as usize] = Val::Str(text);
        Ok(())
    }

    fn join(&mut self, n: usize) -> Step<()> {
        let from = self.stack.len() - n;
        let mut out = Vec::new();
        let convfmt = self.convfmt();
        for v in &self.stack[from..] {
            v.push_to(&convfmt, &mut out);
        }
        if out.len() > MAX_TEXT {
            return fatal("string too long");
        }
        self.stack.truncate(from);
        self.push(Val::Str(Rc::new(out)));
        Ok(())
    }

    fn make_key(&mut self, n: usize) {
        let from = self.stack.len() - n;
        let (sep, convfmt) = (self.special_text(op::SUBSEP), self.convfmt());
        let mut out = Vec::new();
        for (i, v) in self.stack[from..].iter().enumerate() {
            if i > 0 {
                out.extend_from_slice(&sep);
            }
            v.push_to(&convfmt, &mut out);
        }
        self.stack.truncate(from);
        self.push(Val::Str(Rc::new(out)));
    }

    fn deliver(&mut self, mut buf: Vec<u8>, to: To, name: Text) -> Step<()> {
        if to == To::Stdout {
            self.out = buf;
            if self.out.len() > OUT_LIMIT {
                return Err(Effect::Pause);
            }
            return Ok(());
        }
        std::mem::swap(&mut self.written, &mut buf);
        Err(Effect::Write(to, name))
    }

    fn target(&mut self, to: To) -> (Vec<u8>, Text) {
        if to == To::Stdout {
            return (std::mem::take(&mut self.out), Text::default());
        }
        let v = self.pop();
        (Vec::new(), self.to_text(&v))
    }

    fn print(&mut self, n: usize, to: To) -> Step<()> {
        let (mut buf, name) = self.target(to);
        let from = self.stack.len() - n;
        let ofmt = self.special_text(op::OFMT);
        for i in from..self.stack.len() {
            if i > from {
                self.specials[op::OFS as usize].push_to(&ofmt, &mut buf);
            }
            self.stack[i].push_to(&ofmt, &mut buf);
        }
        self.specials[op::ORS as usize].push_to(&ofmt, &mut buf);
        self.stack.truncate(from);
        self.deliver(buf, to, name)
    }

    fn printf(&mut self, n: usize, to: To) -> Step<()> {
        let (mut buf, name) = self.target(to);
        let from = self.stack.len() - n;
        let args = self.stack.split_off(from);
        let convfmt = self.convfmt();
        let fmt = self.to_text(&args[0]);
        let begin = buf.len();
        let short = format::printf(&fmt, &args[1..], &convfmt, self.utf8, &mut buf);
        if let Err(e) = self.enough(&fmt, short) {
            buf.truncate(begin);
            if to == To::Stdout {
                self.out = buf;
            }
            return Err(e);
        }
        self.deliver(buf, to, name)
    }

    /// Nothing is printed with fewer arguments than the format asks for; BusyBox takes empty ones.
    pub(super) fn enough(&self, fmt: &[u8], short: Option<usize>) -> Step<()> {
        if short.is_none() || self.lenient {
            return Ok(());
        }
        let fmt = String::from_utf8_lossy(fmt);
        fatal(format!("not enough arguments passed to printf(\"{fmt}\")"))
    }

    fn split(&mut self, a: Name, with: bool) -> Step<()> {
        let sep = if with {
            match self.pop() {
                Val::Re(r) => Sep::Regex(self.regex_of(&Val::Re(r))?),
                v => {
                    let s = self.to_text(&v);
                    self.separator(&s)?
                }
            }
        } else {
            self.fs.clone()
        };
        let v = self.pop();
        let text = self.to_text(&v);
        let array = self.array(a)?;
        let mut array = array.borrow_mut();
        array.clear();
        let mut n = 0;
        let mut key = Vec::new();
        record::split(&text, &sep, false, self.utf8, |a, b| {
            n += 1;
            key.clear();
            super::value::push_int(n, &mut key);
            *array.entry(&key) = Val::Input(Rc::new(text[a..b].to_vec()));
        });
        drop(array);
        self.push(Val::Num(n as f64));
        Ok(())
    }
}
