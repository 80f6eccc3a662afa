//! The machine with a stack that carries out bc's programs.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::math;
use super::num::Num;
use super::parse::{Function, Op, Place};
use crate::coreutils::Cx;

/// Calls that may be under way at once.
const CALLS: usize = 10_000;
/// Digits behind the point, and exponents, that are believed.
const MOST: i64 = 100_000;
/// Columns of a line of digits.
const WIDTH: usize = 69;

struct Frame {
    /// None for what was typed.
    name: Option<String>,
    at: usize,
    /// What the function's own variables had before.
    saved: Vec<(String, Option<Num>)>,
}

/// What bc remembers.
pub(super) struct Machine {
    pub vars: BTreeMap<String, Num>,
    pub arrays: BTreeMap<(String, i64), Num>,
    pub functions: BTreeMap<String, Function>,
    pub stack: Vec<Num>,
    pub ibase: u32,
    pub obase: u32,
    pub scale: usize,
    pub last: Num,
    pub math: bool,
    /// Column of the line that is being printed.
    pub column: usize,
}

impl Machine {
    /// Carries out a piece of code; gives a status where the program is to end.
    pub async fn run(&mut self, cx: &mut Cx, code: &[Op]) -> Option<i32> {
        let mut frames = vec![Frame { name: None, at: 0, saved: Vec::new() }];
        self.stack.clear();
        while let Some(frame) = frames.last_mut() {
            let steps = match &frame.name {
                None => code,
                Some(name) => self.functions.get(name).map_or(&[][..], |f| f.code.as_slice()),
            };
            let Some(op) = steps.get(frame.at).cloned() else {
                self.leave(&mut frames);
                continue;
            };
            frame.at += 1;
            let here = frame.name.clone();
            let end = frame.at;
            let done = match op {
                Op::Halt => return Some(0),
                Op::Zero(to) => {
                    if self.pop().is_zero() {
                        frame.at = to;
                    }
                    Ok(())
                }
                Op::Jump(to) => {
                    frame.at = to;
                    Ok(())
                }
                Op::Return => {
                    self.leave(&mut frames);
                    Ok(())
                }
                Op::Call(name, n) => self.call(&mut frames, name, n),
                op => self.step(cx, op),
            };
            if let Err(what) = done {
                cx.flush().await;
                if cx.busybox() {
                    cx.err(what.to_lowercase()).await;
                    return Some(1);
                }
                let own = here.as_ref().and_then(|n| self.functions.get(n));
                let code = own.map_or(code, |f| f.code.as_slice());
                let at: usize = code[..end.min(code.len())].iter().map(Op::size).sum();
                let function = here.as_deref().unwrap_or("(main)");
                cx.say(&format!("Runtime error (func={function}, adr={at}): {what}\n")).await;
                while !frames.is_empty() {
                    self.leave(&mut frames);
                }
                return None;
            }
            if !cx.pace().await {
                return Some(1);
            }
        }
        None
    }

    fn pop(&mut self) -> Num {
        self.stack.pop().unwrap_or_default()
    }

    /// Leaves a function: its variables get back what they had.
    fn leave(&mut self, frames: &mut Vec<Frame>) {
        for (name, value) in frames.pop().into_iter().flat_map(|f| f.saved).rev() {
            match value {
                Some(value) => self.vars.insert(name, value),
                None => self.vars.remove(&name),
            };
        }
    }

    fn call(&mut self, frames: &mut Vec<Frame>, name: String, n: usize) -> Result<(), String> {
        let Some(f) = self.functions.get(&name) else { return self.library(&name, n) };
        if f.params.len() != n {
            return Err(format!("Parameter number mismatch in {name}"));
        }
        if frames.len() >= CALLS {
            return Err("Function calls are too deep".to_string());
        }
        let (params, autos) = (f.params.clone(), f.autos.clone());
        let values = self.stack.split_off(self.stack.len().saturating_sub(n));
        let mut saved = Vec::new();
        for (param, value) in params.into_iter().zip(values) {
            saved.push((param.clone(), self.vars.insert(param, value)));
        }
        for auto in autos {
            saved.push((auto.clone(), self.vars.insert(auto, Num::default())));
        }
        frames.push(Frame { name: Some(name), at: 0, saved });
        Ok(())
    }

    /// Functions of `-l`.
    fn library(&mut self, name: &str, n: usize) -> Result<(), String> {
        let unknown = || format!("Function {name} not defined.");
        let large = || "Argument is too large".to_string();
        let wanted = if name == "j" { 2 } else { 1 };
        if !self.math || n != wanted {
            return Err(unknown());
        }
        let x = self.pop();
        let scale = self.scale;
        let value = match name {
            "a" => math::atan(&x, scale),
            "c" => math::cos(&x, scale).ok_or_else(large)?,
            "e" => math::exp(&x, scale).ok_or_else(large)?,
            "j" => {
                let order = self.pop();
                math::bessel(&order, &x, scale).ok_or_else(large)?
            }
            "l" => math::ln(&x, scale),
            "s" => math::sin(&x, scale).ok_or_else(large)?,
            _ => return Err(unknown()),
        };
        self.stack.push(value);
        Ok(())
    }

    fn load(&mut self, place: &Place) -> Num {
        match place {
            Place::Var(name) => self.vars.get(name).cloned().unwrap_or_default(),
            Place::Array(name) => {
                let i = self.pop().to_i64().unwrap_or(0);
                self.arrays.get(&(name.clone(), i)).cloned().unwrap_or_default()
            }
            Place::Ibase => Num::from(self.ibase.into()),
            Place::Obase => Num::from(self.obase.into()),
            Place::Scale => Num::from(self.scale as i64),
            Place::Last => self.last.clone(),
        }
    }

    fn store(&mut self, place: &Place, value: Num) -> Result<(), String> {
        let n = value.to_i64().unwrap_or(i64::MAX);
        match place {
            Place::Var(name) => {
                self.vars.insert(name.clone(), value);
            }
            Place::Array(name) => {
                let i = self.pop().to_i64().unwrap_or(-1);
                if !(0..16_777_216).contains(&i) {
                    return Err(format!("Array {name} subscript out of bounds."));
                }
                self.arrays.insert((name.clone(), i), value);
            }
            Place::Ibase => self.ibase = n.clamp(2, 36) as u32,
            Place::Obase => self.obase = n.clamp(2, 999_999_999) as u32,
            Place::Scale if (0..=MOST).contains(&n) => self.scale = n as usize,
            Place::Scale => return Err("scale is out of bounds".to_string()),
            Place::Last => self.last = value,
        }
        Ok(())
    }

    fn step(&mut self, cx: &mut Cx, op: Op) -> Result<(), String> {
        match op {
            Op::Number(text) => self.stack.push(Num::parse(&text, self.ibase)),
            Op::Small(n) => self.stack.push(Num::from(n)),
            Op::Load(place) => {
                let value = self.load(&place);
                self.stack.push(value);
            }
            Op::Store(place) => {
                let value = self.pop();
                self.store(&place, value.clone())?;
                self.stack.push(value);
            }
            Op::Again => self.stack.extend(self.stack.last().cloned()),
            Op::Step(place, n, postfix) => {
                if matches!(place, Place::Array(_)) {
                    self.stack.extend(self.stack.last().cloned());
                }
                let before = self.load(&place);
                let after = before.add(&Num::from(n));
                self.store(&place, after.clone())?;
                self.stack.push(if postfix { before } else { after });
            }
            Op::Binary(sign) => {
                let (b, a) = (self.pop(), self.pop());
                let value = binary(sign, &a, &b, self.scale)?;
                self.stack.push(value);
            }
            Op::Compare(sign) => {
                let (b, a) = (self.pop(), self.pop());
                let order = a.compare(&b);
                let holds = match sign {
                    "==" => order == Ordering::Equal,
                    "!=" => order != Ordering::Equal,
                    "<" => order == Ordering::Less,
                    "<=" => order != Ordering::Greater,
                    ">" => order == Ordering::Greater,
                    _ => order != Ordering::Less,
                };
                self.stack.push(Num::from(holds.into()));
            }
            Op::Negate => {
                let value = self.pop().negated();
                self.stack.push(value);
            }
            Op::Not => {
                let value = self.pop().is_zero();
                self.stack.push(Num::from(value.into()));
            }
            Op::Known(name) => {
                let x = self.pop();
                let value = match name.as_str() {
                    "length" => Num::from(x.digits() as i64),
                    "scale" => Num::from(x.scale as i64),
                    _ => x
                        .sqrt(self.scale)
                        .ok_or_else(|| "Square root of a negative number".to_string())?,
                };
                self.stack.push(value);
            }
            Op::Print => {
                let value = self.pop();
                self.digits(cx, &value);
                cx.puts("\n");
                self.column = 0;
                self.last = value;
            }
            Op::Write => {
                let value = self.pop();
                self.digits(cx, &value);
                self.last = value;
            }
            Op::Text(text) => {
                cx.puts(&text);
                self.column = 0;
            }
            Op::Pop => {
                self.pop();
            }
            Op::Halt | Op::Zero(_) | Op::Jump(_) | Op::Return | Op::Call(..) => {}
        }
        Ok(())
    }

    /// Prints digits; a line that is too long goes on behind a backslash.
    fn digits(&mut self, cx: &mut Cx, value: &Num) {
        for c in value.show(self.obase).chars() {
            if self.column == WIDTH - 1 {
                cx.puts("\\\n");
                self.column = 0;
            }
            self.column += 1;
            cx.puts(c.encode_utf8(&mut [0; 4]));
        }
    }
}

/// An operation on two numbers.
fn binary(sign: char, a: &Num, b: &Num, scale: usize) -> Result<Num, String> {
    let zero = || "Divide by zero".to_string();
    Ok(match sign {
        '+' => a.add(b),
        '-' => a.sub(b),
        '*' => a.mul(b, scale),
        '/' => a.div(b, scale).ok_or_else(zero)?,
        '%' => a.rem(b, scale).ok_or_else(|| "Modulo by zero".to_string())?,
        _ => {
            let n = b.to_i64().filter(|n| n.abs() <= MOST);
            let n = n.ok_or_else(|| "exponent too large in raise".to_string())?;
            a.pow(n, scale).ok_or_else(zero)?
        }
    })
}
