//! What the awk machine's places hold: variables, fields, elements, expressions.

use super::op::{self, Name, Place};
use super::record::{How, MAX_FIELDS, Sep};
use super::value::{ArrayRef, Text, Val};
use super::vm::{Step, Vm, fatal};
use crate::coreutils::regex::{Flavor, Options, Regex};
use std::rc::Rc;

impl Vm {
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

    pub(super) fn local(&mut self, l: u32) -> &mut Val {
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

    pub(super) fn fixed(&mut self, r: u32) -> Step<Rc<Regex>> {
        self.regex_of(&Val::Re(r))
    }

    pub(super) fn dynamic(&mut self, src: &[u8], icase: bool) -> Step<Rc<Regex>> {
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

    pub(super) fn index(&self, v: &Val) -> Step<usize> {
        let n = v.num();
        if n < 0.0 {
            return fatal(format!("negative field index ${}", n as i64));
        }
        if n as usize > MAX_FIELDS {
            return fatal(format!("field number {n} is more than the simulator keeps"));
        }
        Ok(n as usize)
    }

    pub(super) fn key(&mut self, v: &Val) -> Text {
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
                self.array(a)?.borrow_mut().entry(&key).clone()
            }
        })
    }

    pub(super) fn special(&mut self, s: u32) -> Val {
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
}
