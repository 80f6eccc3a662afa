//! dc's commands of one letter that work on the stack.

use super::{Machine, Value};
use crate::coreutils::Cx;
use crate::coreutils::bc::num::Num;

/// Digits behind the point, and exponents, that are believed.
const MOST: i64 = 100_000;

impl Machine {
    /// Carries out a command.
    pub(super) fn simple(&mut self, cx: &mut Cx, c: char) -> Result<(), String> {
        let empty = || "stack empty".to_string();
        let zero = || "divide by zero".to_string();
        match c {
            '+' | '-' | '*' | '/' | '%' | '^' | '~' => {
                let (a, b) = self.two()?;
                let scale = self.scale;
                let value = match c {
                    '+' => Some(a.add(&b)),
                    '-' => Some(a.sub(&b)),
                    '*' => Some(a.mul(&b, scale)),
                    '/' => a.div(&b, scale),
                    '%' => a.rem(&b, scale),
                    '~' => a.div(&b, scale).inspect(|q| self.push(q.clone())).and(a.rem(&b, scale)),
                    _ => {
                        let n = b.to_i64().filter(|n| n.abs() <= MOST);
                        a.pow(n.ok_or_else(|| "exponent too large in raise".to_string())?, scale)
                    }
                };
                match value {
                    Some(value) => self.push(value),
                    None => {
                        self.push(a);
                        self.push(b);
                        return Err(zero());
                    }
                }
            }
            '|' => {
                let modulus = self.number()?;
                let (base, exponent) = self.two()?;
                let mut n = exponent.to_i64().filter(|n| *n >= 0).ok_or_else(zero)?;
                let mut base = base.rem(&modulus, 0).ok_or_else(zero)?;
                let mut out = Num::from(1).rem(&modulus, 0).ok_or_else(zero)?;
                while n > 0 {
                    if n & 1 == 1 {
                        out = out.mul(&base, 0).rem(&modulus, 0).ok_or_else(zero)?;
                    }
                    base = base.mul(&base, 0).rem(&modulus, 0).ok_or_else(zero)?;
                    n >>= 1;
                }
                self.push(out);
            }
            'v' => {
                let n = self.number()?;
                let root = n.sqrt(self.scale);
                self.push(root.ok_or_else(|| "square root of negative number".to_string())?);
            }
            'p' => {
                let line = self.show(self.stack.last().ok_or_else(empty)?);
                cx.puts(&line);
                cx.puts("\n");
            }
            'n' | 'P' => {
                let value = self.stack.pop().ok_or_else(empty)?;
                match &value {
                    Value::Number(n) if c == 'P' => {
                        let code = n.to_i64().unwrap_or(0).unsigned_abs();
                        let bytes = code.to_be_bytes();
                        let first = bytes.iter().position(|b| *b != 0).unwrap_or(7);
                        cx.put(&bytes[first..]);
                    }
                    value => {
                        let text = self.show(value);
                        cx.puts(&text);
                    }
                }
            }
            'f' => {
                for value in self.stack.iter().rev() {
                    cx.puts(&self.show(value));
                    cx.puts("\n");
                }
            }
            'c' => self.stack.clear(),
            'd' => self.stack.push(self.stack.last().cloned().ok_or_else(empty)?),
            'r' => {
                let n = self.stack.len();
                if n < 2 {
                    return Err(empty());
                }
                self.stack.swap(n - 1, n - 2);
            }
            'R' => {
                let n = self.number()?.to_i64().unwrap_or(0).unsigned_abs() as usize;
                if n > 1 && n <= self.stack.len() {
                    let from = self.stack.len() - n;
                    self.stack[from..].rotate_left(1);
                }
            }
            'k' => {
                let n = self.number()?.to_i64().filter(|n| (0..=MOST).contains(n));
                let n = n.ok_or_else(|| "scale must be a nonnegative integer".to_string())?;
                self.scale = n as usize;
            }
            'i' | 'o' => {
                let n = self.number()?.to_i64().unwrap_or(0);
                if c == 'i' && (2..=16).contains(&n) {
                    self.ibase = n as u32;
                } else if c == 'o' && (2..=999_999_999).contains(&n) {
                    self.obase = n as u32;
                } else if c == 'i' {
                    return Err(
                        "input base must be a number between 2 and 16 (inclusive)".to_string()
                    );
                } else {
                    return Err("output base must be a number greater than 1".to_string());
                }
            }
            'K' => self.push(Num::from(self.scale as i64)),
            'I' => self.push(Num::from(self.ibase.into())),
            'O' => self.push(Num::from(self.obase.into())),
            'z' => self.push(Num::from(self.stack.len() as i64)),
            'Z' | 'X' => {
                let value = self.stack.pop().ok_or_else(empty)?;
                let n = match (&value, c) {
                    (Value::Number(n), 'Z') => n.digits(),
                    (Value::Number(n), _) => n.scale,
                    (Value::Text(text), 'Z') => text.chars().count(),
                    _ => 0,
                };
                self.push(Num::from(n as i64));
            }
            'a' => {
                let text = match self.stack.pop().ok_or_else(empty)? {
                    Value::Number(n) => {
                        char::from(n.to_i64().unwrap_or(0).rem_euclid(256) as u8).to_string()
                    }
                    Value::Text(text) => text.chars().take(1).collect(),
                };
                self.stack.push(Value::Text(text));
            }
            other => return Err(format!("'{other}' (0{:o}) unimplemented", u32::from(other))),
        }
        Ok(())
    }
}
