//! The functions of the awk language.

use std::rc::Rc;

use super::ast::Builtin;
use super::format;
use super::op::{self, Name};
use super::time;
use super::value::{Text, Val};
use super::vm::{Effect, Step, Vm, fatal};
use crate::coreutils::regex::literal;
use crate::coreutils::regex::{Captures, char_len};

impl Vm {
    /// The number of characters.
    pub(super) fn chars(&self, s: &[u8]) -> usize {
        if !self.utf8 || s.is_ascii() {
            return s.len();
        }
        let (mut n, mut i) = (0, 0);
        while i < s.len() {
            i += char_len(s, i);
            n += 1;
        }
        n
    }

    /// The offset of character `n` from 0, at most the length.
    pub(super) fn offset(&self, s: &[u8], n: usize) -> usize {
        if !self.utf8 || s.is_ascii() {
            return n.min(s.len());
        }
        let mut i = 0;
        for _ in 0..n {
            if i >= s.len() {
                return s.len();
            }
            i += char_len(s, i);
        }
        i.min(s.len())
    }

    pub(super) fn builtin(&mut self, b: Builtin, n: usize) -> Step<()> {
        let from = self.stack.len() - n;
        let args = self.stack.split_off(from);
        let arg = |i: usize| args.get(i).cloned().unwrap_or_default();
        let num = |i: usize| args.get(i).map_or(0.0, Val::num);
        let text = |vm: &Vm, i: usize| vm.to_text(&arg(i));
        let value = match b {
            Builtin::Length => match &args[0] {
                Val::Arr(a) => Val::Num(a.borrow().len() as f64),
                v => {
                    let t = self.to_text(v);
                    Val::Num(self.chars(&t) as f64)
                }
            },
            Builtin::Substr => {
                let t = text(self, 0);
                self.substr(&t, num(1), (n > 2).then(|| num(2)))
            }
            Builtin::Index => {
                let (t, s) = (text(self, 0), text(self, 1));
                let at = literal::find(&t, &s, 0).map_or(0, |i| self.chars(&t[..i]) + 1);
                // BusyBox finds nothing nowhere.
                let none = if self.lenient { 0.0 } else { 1.0 };
                Val::Num(if s.is_empty() { none } else { at as f64 })
            }
            Builtin::Match => {
                self.stack.extend(args);
                return self.match_into(None);
            }
            Builtin::Sprintf => {
                let mut out = Vec::new();
                let (f, c) = (text(self, 0), self.convfmt());
                let short = format::printf(&f, &args[1..], &c, self.utf8, &mut out);
                self.enough(&f, short)?;
                Val::Str(Rc::new(out))
            }
            Builtin::Toupper | Builtin::Tolower => {
                let t = text(self, 0);
                Val::Str(Rc::new(self.change_case(&t, b == Builtin::Toupper)))
            }
            Builtin::Sin => Val::Num(num(0).sin()),
            Builtin::Cos => Val::Num(num(0).cos()),
            Builtin::Atan2 => Val::Num(num(0).atan2(num(1))),
            Builtin::Exp => Val::Num(num(0).exp()),
            Builtin::Log | Builtin::Sqrt => {
                let x = num(0);
                let log = b == Builtin::Log;
                if x < 0.0 {
                    let (name, x) = (if log { "log" } else { "sqrt" }, arg(0).text(b"%.6g"));
                    let what = if log { "argument" } else { "argument" };
                    self.warnings.push(format!(
                        "{name}: received negative {what} {}",
                        String::from_utf8_lossy(&x)
                    ));
                    Val::Num(-f64::NAN.abs())
                } else {
                    Val::Num(if log { x.ln() } else { x.sqrt() })
                }
            }
            Builtin::Int => Val::Num(num(0).trunc() + 0.0),
            Builtin::Rand => Val::Num(self.random()),
            Builtin::Srand => {
                let old = self.seed;
                if n == 0 {
                    // The time is the seed: asked for like any other, and taken up again by `seeded`.
                    return Err(Effect::Now);
                }
                self.seed = num(0);
                self.random = 0;
                Val::Num(old)
            }
            Builtin::System => return Err(Effect::System(text(self, 0))),
            Builtin::Close => return Err(Effect::Close(text(self, 0))),
            Builtin::Fflush => {
                let name = (n > 0).then(|| text(self, 0));
                return Err(Effect::Flush(name));
            }
            Builtin::Systime => return Err(Effect::Now),
            Builtin::Strftime => {
                let fmt = if n > 0 {
                    text(self, 0)
                } else {
                    Text::new(b"%a %b %e %H:%M:%S %Z %Y".to_vec())
                };
                if n < 2 {
                    self.push(Val::Str(fmt));
                    return Err(Effect::Now);
                }
                Val::Str(Rc::new(time::strftime(&fmt, num(1) as i64)))
            }
            Builtin::Mktime => Val::Num(time::mktime(&text(self, 0)) as f64),
            Builtin::And | Builtin::Or | Builtin::Xor => {
                let mut it = (0..n).map(|i| num(i) as u64);
                let first = it.next().unwrap_or(0);
                Val::Num(it.fold(first, |a, x| match b {
                    Builtin::And => a & x,
                    Builtin::Or => a | x,
                    _ => a ^ x,
                }) as f64)
            }
            Builtin::Lshift => {
                Val::Num((num(0) as u64).checked_shl(num(1) as u32).unwrap_or(0) as f64)
            }
            Builtin::Rshift => {
                Val::Num((num(0) as u64).checked_shr(num(1) as u32).unwrap_or(0) as f64)
            }
            Builtin::Compl => Val::Num((!(num(0) as u64) & ((1 << 53) - 1)) as f64),
            _ => return fatal("function is not built into the simulator"),
        };
        self.push(value);
        Ok(())
    }

    /// A start below 1 is 1; start and length are cut to whole numbers (gawk 5.2, mawk, BusyBox).
    pub(super) fn substr(&self, t: &[u8], start: f64, len: Option<f64>) -> Val {
        let round = f64::trunc;
        let total = self.chars(t);
        let first = round(start).max(1.0);
        let count = len.map_or(f64::INFINITY, round);
        if count.is_nan() || first.is_nan() || count <= 0.0 || first > total as f64 {
            return Val::Str(Text::default());
        }
        let begin = self.offset(t, first as usize - 1);
        let count = count.min((total + 1) as f64) as usize;
        let end = begin + self.offset(&t[begin..], count);
        Val::str(&t[begin..end])
    }

    pub(super) fn change_case(&self, t: &[u8], upper: bool) -> Vec<u8> {
        if !self.utf8 || t.is_ascii() {
            return if upper { t.to_ascii_uppercase() } else { t.to_ascii_lowercase() };
        }
        let mut out = Vec::with_capacity(t.len());
        for chunk in t.utf8_chunks() {
            for c in chunk.valid().chars() {
                let single = |mut it: Box<dyn Iterator<Item = char>>| match (it.next(), it.next()) {
                    (Some(x), None) => x,
                    _ => c,
                };
                let d = if upper {
                    single(Box::new(c.to_uppercase()))
                } else {
                    single(Box::new(c.to_lowercase()))
                };
                out.extend_from_slice(d.encode_utf8(&mut [0; 4]).as_bytes());
            }
            out.extend_from_slice(chunk.invalid());
        }
        out
    }

    /// A number from 0 up to 1: splitmix64 from the seed, the same in every run.
    pub(super) fn random(&mut self) -> f64 {
        if self.random == 0 {
            self.random = self.seed.to_bits() ^ 0x5DEE_CE66_D1CE_5EED;
        }
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.random;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ z >> 31) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Takes the time up again for the function that asked for it; the answer is on the stack.
    pub fn timed(&mut self, seconds: i64) {
        let at = (self.pc as usize).saturating_sub(1);
        match self.code.ops.get(at) {
            Some(op::Op::Builtin(Builtin::Srand, _)) => {
                let old = std::mem::replace(&mut self.seed, seconds as f64);
                self.random = 0;
                self.push(Val::Num(old));
            }
            Some(op::Op::Builtin(Builtin::Strftime, _)) => {
                let f = self.pop();
                let f = self.to_text(&f);
                self.push(Val::Str(Rc::new(time::strftime(&f, seconds))));
            }
            _ => self.push(Val::Num(seconds as f64)),
        }
    }

    pub(super) fn match_into(&mut self, array: Option<Name>) -> Step<()> {
        let re = self.pop();
        let re = self.regex_of(&re)?;
        let v = self.pop();
        let t = self.to_text(&v);
        let mut caps = Captures::default();
        let hit = re.captures_at(&t, 0, &mut caps).or_else(|e| fatal(e.to_string()))?;
        let (start, len) = match caps.get(0).filter(|_| hit) {
            Some((a, b)) => (self.chars(&t[..a]) as f64 + 1.0, self.chars(&t[a..b]) as f64),
            None => (0.0, -1.0),
        };
        self.specials[op::RSTART as usize] = Val::Num(start);
        self.specials[op::RLENGTH as usize] = Val::Num(len);
        if let Some(name) = array {
            let a = self.array(name)?;
            let mut a = a.borrow_mut();
            a.clear();
            let sep = self.special_text(op::SUBSEP);
            for i in 0..=re.groups() {
                let Some((x, y)) = caps.get(i).filter(|_| hit) else { continue };
                let key = i.to_string().into_bytes();
                *a.entry(&key) = Val::Input(Rc::new(t[x..y].to_vec()));
                for (what, n) in
                    [("start", self.chars(&t[..x]) + 1), ("length", self.chars(&t[x..y]))]
                {
                    let k = [key.as_slice(), &sep, what.as_bytes()].concat();
                    *a.entry(&k) = Val::Num(n as f64);
                }
            }
        }
        self.push(Val::Num(start));
        Ok(())
    }
}
