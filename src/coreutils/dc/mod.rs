//! dc: a calculator with a stack, on bc's numbers. Programs, registers and macros are here, what works on the
//! stack alone in [`simple`].

mod simple;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::bc::num::Num;
use super::getopt::{Complaint, parse};
use super::{Arg, Cx};
use crate::vfs::text;

const LONGS: &[(&str, Arg, char)] =
    &[("expression", Arg::Required, 'e'), ("file", Arg::Required, 'f'), ("help", Arg::No, 'h')];

/// Macros that may be under way at once, unless the last thing that one does is to run another.
const MACROS: usize = 10_000;

#[derive(Clone)]
enum Value {
    Number(Num),
    Text(String),
}

struct Machine {
    stack: Vec<Value>,
    registers: BTreeMap<char, Vec<Value>>,
    arrays: BTreeMap<(char, i64), Value>,
    ibase: u32,
    obase: u32,
    scale: usize,
}

/// `dc`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match parse(&cx.args(), "e:f:hV", LONGS) {
        Ok(opts) => opts,
        Err(c @ (Complaint::Help | Complaint::Version)) => return cx.complain(c).await,
        Err(c) if cx.busybox() => return cx.complain(c).await,
        Err(c) => {
            cx.err(c).await;
            cx.say("Usage: dc [OPTION] [file ...]\n").await;
            return 1;
        }
    };
    if opts.has('h') || opts.has('V') {
        cx.help();
        return 0;
    }
    let mut m = Machine {
        stack: Vec::new(),
        registers: BTreeMap::new(),
        arrays: BTreeMap::new(),
        ibase: 10,
        obase: 10,
        scale: 0,
    };
    let files = opts.operands.iter().map(|f| ('f', f.clone()));
    let mut parts: Vec<(char, String)> = Vec::new();
    parts.extend(opts.options.iter().map(|(c, v)| (*c, v.clone().unwrap_or_default())));
    parts.extend(files);
    if parts.is_empty() {
        parts.push(('f', "-".to_string()));
    }
    for (kind, value) in parts {
        let program = if kind == 'e' {
            value
        } else {
            match cx.read_input(&value).await {
                Ok(data) => text::decode_owned(data),
                Err(e) if cx.busybox() => {
                    cx.err_file(&value, e).await;
                    return 1;
                }
                Err(_) => {
                    cx.err(format!("Could not open file {value}")).await;
                    return 1;
                }
            }
        };
        if let Some(status) = m.run(cx, &program).await {
            return status;
        }
    }
    0
}

impl Machine {
    /// Runs a program; gives a status where dc is to end.
    async fn run(&mut self, cx: &mut Cx, program: &str) -> Option<i32> {
        // The programs under way, the innermost last, and how far each is.
        let mut under: Vec<(Vec<char>, usize)> = vec![(program.chars().collect(), 0)];
        while let Some((code, at)) = under.last_mut() {
            let Some(c) = code.get(*at).copied() else {
                under.pop();
                continue;
            };
            *at += 1;
            let mut run = None;
            let done = match c {
                c if c.is_whitespace() => Ok(()),
                '#' => {
                    while code.get(*at).is_some_and(|c| *c != '\n') {
                        *at += 1;
                    }
                    Ok(())
                }
                '0'..='9' | 'A'..='F' | '.' | '_' => {
                    let start = *at - 1;
                    while matches!(code.get(*at), Some('0'..='9' | 'A'..='F' | '.')) {
                        *at += 1;
                    }
                    let word: String = code[start..*at].iter().filter(|c| **c != '_').collect();
                    let number = Num::parse(&word, self.ibase);
                    self.push(if c == '_' { number.negated() } else { number });
                    Ok(())
                }
                '[' => {
                    let (start, mut depth) = (*at, 1);
                    while depth > 0 && *at < code.len() {
                        match code[*at] {
                            '[' => depth += 1,
                            ']' => depth -= 1,
                            _ => {}
                        }
                        *at += 1;
                    }
                    let end = if depth == 0 { *at - 1 } else { *at };
                    self.stack.push(Value::Text(code[start..end].iter().collect()));
                    Ok(())
                }
                '<' | '>' | '=' | '!' => {
                    let not = c == '!';
                    let sign = if not { code.get(*at).copied() } else { Some(c) };
                    *at += usize::from(not);
                    let register = code.get(*at).copied();
                    *at += 1;
                    match (sign, register) {
                        (Some(sign @ ('<' | '>' | '=')), Some(register)) => {
                            match self.two() {
                                Ok((b, a)) => {
                                    let wanted = match sign {
                                        '<' => Ordering::Less,
                                        '>' => Ordering::Greater,
                                        _ => Ordering::Equal,
                                    };
                                    // The top is compared with what is below it.
                                    if (a.compare(&b) == wanted) != not {
                                        run = self.top(register);
                                    }
                                    Ok(())
                                }
                                Err(e) => Err(e),
                            }
                        }
                        _ => Err("the shell is not built into this simulation's dc".to_string()),
                    }
                }
                's' | 'S' | 'l' | 'L' | ':' | ';' => {
                    let register = code.get(*at).copied().unwrap_or('\0');
                    *at += 1;
                    self.register(c, register)
                }
                'x' => match self.stack.pop() {
                    Some(value) => {
                        run = Some(value);
                        Ok(())
                    }
                    None => Err("stack empty".to_string()),
                },
                'q' => {
                    if under.len() <= 2 {
                        return Some(0);
                    }
                    under.truncate(under.len() - 2);
                    continue;
                }
                'Q' => match self.number() {
                    Ok(n) => {
                        let levels = n.to_i64().unwrap_or(0).clamp(0, under.len() as i64 - 1);
                        under.truncate(under.len() - levels as usize);
                        continue;
                    }
                    Err(e) => Err(e),
                },
                '?' => Ok(()),
                c => self.simple(cx, c),
            };
            if let Err(what) = done {
                cx.err(what).await;
                if cx.busybox() {
                    return Some(1);
                }
            }
            match run {
                Some(Value::Number(n)) => self.push(n),
                Some(Value::Text(text)) => {
                    if under.last().is_some_and(|(code, at)| *at >= code.len()) {
                        under.pop();
                    }
                    if under.len() >= MACROS {
                        cx.err("recursion is too deep").await;
                        return Some(1);
                    }
                    under.push((text.chars().collect(), 0));
                }
                None => {}
            }
            if !cx.pace().await {
                return Some(1);
            }
        }
        None
    }

    fn push(&mut self, n: Num) {
        self.stack.push(Value::Number(n));
    }

    fn number(&mut self) -> Result<Num, String> {
        match self.stack.pop() {
            Some(Value::Number(n)) => Ok(n),
            Some(text) => {
                self.stack.push(text);
                Err("non-numeric value".to_string())
            }
            None => Err("stack empty".to_string()),
        }
    }

    /// The two on top, the lower first.
    fn two(&mut self) -> Result<(Num, Num), String> {
        if self.stack.len() < 2 {
            return Err("stack empty".to_string());
        }
        let b = self.number()?;
        match self.number() {
            Ok(a) => Ok((a, b)),
            Err(e) => {
                self.push(b);
                Err(e)
            }
        }
    }

    fn top(&self, register: char) -> Option<Value> {
        self.registers.get(&register).and_then(|r| r.last()).cloned()
    }

    fn register(&mut self, c: char, name: char) -> Result<(), String> {
        let empty = || "stack empty".to_string();
        match c {
            's' => {
                let value = self.stack.pop().ok_or_else(empty)?;
                let register = self.registers.entry(name).or_default();
                register.pop();
                register.push(value);
            }
            'S' => {
                let value = self.stack.pop().ok_or_else(empty)?;
                self.registers.entry(name).or_default().push(value);
            }
            'l' => {
                let value = self.top(name).unwrap_or(Value::Number(Num::default()));
                self.stack.push(value);
            }
            'L' => {
                let value = self.registers.get_mut(&name).and_then(Vec::pop);
                self.stack.push(value.ok_or_else(|| {
                    format!("stack register '{name}' (0{:o}) is empty", u32::from(name))
                })?);
            }
            ':' => {
                let i = self.number()?.to_i64().filter(|i| *i >= 0);
                let i = i.ok_or_else(|| "array index must be a nonnegative integer".to_string())?;
                let value = self.stack.pop().ok_or_else(empty)?;
                self.arrays.insert((name, i), value);
            }
            _ => {
                let i = self.number()?.to_i64().unwrap_or(-1);
                let value = self.arrays.get(&(name, i)).cloned();
                self.stack.push(value.unwrap_or(Value::Number(Num::default())));
            }
        }
        Ok(())
    }

    fn show(&self, value: &Value) -> String {
        match value {
            Value::Number(n) => n.show(self.obase),
            Value::Text(text) => text.clone(),
        }
    }
}
