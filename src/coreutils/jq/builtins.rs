//! jq's functions: the ones that need the evaluator, arithmetic, and formats. Functions of plain values
//! are in values.rs, those that can be said in jq in prelude.jq.

use std::rc::Rc;

use super::ast::{Bin, F};
use super::eval::{At, Env, Machine, Out, Res, Stop, fail};
use super::json::{J, Object};
use super::{paths, values};

/// A value for a message: its type and its text, cut.
pub fn shown(v: &J) -> String {
    format!("{} ({})", v.kind(), paths::short(v))
}

/// `l op r`
pub fn binary(op: Bin, l: &J, r: &J) -> Res<J> {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let o = l.compare(r);
    Ok(match (op, l, r) {
        (Bin::Eq, ..) => J::Bool(o == Equal),
        (Bin::Ne, ..) => J::Bool(o != Equal),
        (Bin::Lt, ..) => J::Bool(o == Less),
        (Bin::Le, ..) => J::Bool(o != Greater),
        (Bin::Gt, ..) => J::Bool(o == Greater),
        (Bin::Ge, ..) => J::Bool(o != Less),
        (Bin::Add, J::Null, x) | (Bin::Add, x, J::Null) => x.clone(),
        (Bin::Add, J::Num(a), J::Num(b)) => J::Num(a + b),
        (Bin::Add, J::Str(a), J::Str(b)) => J::Str(format!("{a}{b}").into()),
        (Bin::Add, J::Arr(a), J::Arr(b)) => J::arr(a.iter().chain(b.iter()).cloned().collect()),
        (Bin::Add, J::Obj(a), J::Obj(b)) => {
            let mut o = a.as_ref().clone();
            b.iter().for_each(|(k, v)| o.set(k.clone(), v.clone()));
            J::Obj(Rc::new(o))
        }
        (Bin::Sub, J::Num(a), J::Num(b)) => J::Num(a - b),
        (Bin::Sub, J::Arr(a), J::Arr(b)) => {
            J::arr(a.iter().filter(|x| !b.iter().any(|y| x.compare(y).is_eq())).cloned().collect())
        }
        (Bin::Mul, J::Num(a), J::Num(b)) => J::Num(a * b),
        (Bin::Mul, J::Str(s), J::Num(n)) | (Bin::Mul, J::Num(n), J::Str(s)) => {
            if *n <= 0.0 {
                J::Null
            } else if *n * s.len() as f64 > 1e8 {
                return fail("Repeat string result too long");
            } else {
                J::Str(s.repeat((*n).max(1.0) as usize).into())
            }
        }
        (Bin::Mul, J::Obj(a), J::Obj(b)) => J::Obj(Rc::new(merge(a, b))),
        (Bin::Div, J::Num(_), J::Num(b)) if *b == 0.0 => {
            return fail(format!(
                "{} and {} cannot be divided because the divisor is zero",
                shown(l),
                shown(r)
            ));
        }
        (Bin::Div, J::Num(a), J::Num(b)) => J::Num(a / b),
        (Bin::Div, J::Str(a), J::Str(b)) => values::split(a, b),
        (Bin::Mod, J::Num(a), J::Num(b)) => {
            let (x, y) = (*a as i64, (*b as i64).unsigned_abs());
            if y == 0 {
                return fail(format!(
                    "{} and {} cannot be divided because the divisor is zero",
                    shown(l),
                    shown(r)
                ));
            }
            let m = (x.unsigned_abs() % y) as f64;
            J::Num(if x < 0 { -m } else { m })
        }
        _ => {
            let verb = match op {
                Bin::Add => "added",
                Bin::Sub => "subtracted",
                Bin::Mul => "multiplied",
                _ => "divided",
            };
            return fail(format!("{} and {} cannot be {verb}", shown(l), shown(r)));
        }
    })
}

fn merge(a: &Object, b: &Object) -> Object {
    let mut o = a.clone();
    for (k, v) in b.iter() {
        let new = match (o.get(k), v) {
            (Some(J::Obj(x)), J::Obj(y)) => J::Obj(Rc::new(merge(x, y))),
            _ => v.clone(),
        };
        o.set(k.clone(), new);
    }
    o
}

/// The places of `b` in `a`.
pub fn indices(a: &J, b: &J) -> J {
    let list: Vec<usize> = match (a, b) {
        (J::Str(a), J::Str(b)) if !b.is_empty() => {
            let mut out = Vec::new();
            let mut at = 0;
            while let Some(i) = a[at..].find(&**b) {
                out.push(a[..at + i].chars().count());
                at += i + a[at + i..].chars().next().map_or(1, char::len_utf8);
            }
            out
        }
        (J::Arr(a), J::Arr(b)) if !b.is_empty() => a
            .windows(b.len())
            .enumerate()
            .filter(|(_, w)| w.iter().zip(b.iter()).all(|(x, y)| x.compare(y).is_eq()))
            .map(|(i, _)| i)
            .collect(),
        (J::Arr(a), b) => (0..a.len()).filter(|i| a[*i].compare(b).is_eq()).collect(),
        _ => return J::Null,
    };
    J::arr(list.into_iter().map(|i| J::Num(i as f64)).collect())
}

/// Text in a format: `@csv`, `@html`...
pub fn format(name: &str, v: &J) -> Res<String> {
    let text = || match v {
        J::Str(s) => s.to_string(),
        v => v.text(),
    };
    let row = |f: &dyn Fn(&J) -> Res<String>, sep: &str| match v {
        J::Arr(a) => Ok(a.iter().map(f).collect::<Res<Vec<_>>>()?.join(sep)),
        v => fail(format!("{} cannot be {name}-formatted, only an array can be", shown(v))),
    };
    Ok(match name {
        "text" => text(),
        "json" => v.text(),
        "html" => {
            let mut out = String::new();
            for c in text().chars() {
                match c {
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '&' => out.push_str("&amp;"),
                    '\'' => out.push_str("&#39;"),
                    '"' => out.push_str("&quot;"),
                    c => out.push(c),
                }
            }
            out
        }
        "uri" => text()
            .bytes()
            .map(|b| match b {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    char::from(b).to_string()
                }
                b => format!("%{b:02X}"),
            })
            .collect(),
        "csv" => row(
            &|x| match x {
                J::Num(_) | J::Bool(_) => Ok(x.text()),
                J::Null => Ok(String::new()),
                J::Str(s) => Ok(format!("\"{}\"", s.replace('"', "\"\""))),
                x => fail(format!("{} is not valid in a csv row", shown(x))),
            },
            ",",
        )?,
        "tsv" => row(
            &|x| match x {
                J::Num(_) | J::Bool(_) => Ok(x.text()),
                J::Null => Ok(String::new()),
                J::Str(s) => Ok(s
                    .replace('\\', "\\\\")
                    .replace('\t', "\\t")
                    .replace('\n', "\\n")
                    .replace('\r', "\\r")),
                x => fail(format!("{} is not valid in a tsv row", shown(x))),
            },
            "\t",
        )?,
        "sh" => {
            let one = |x: &J| match x {
                J::Str(s) => Ok(format!("'{}'", s.replace('\'', "'\\''"))),
                J::Arr(_) | J::Obj(_) => fail(format!("{} can not be escaped for shell", shown(x))),
                x => Ok(x.text()),
            };
            match v {
                J::Arr(a) => a.iter().map(one).collect::<Res<Vec<_>>>()?.join(" "),
                v => one(v)?,
            }
        }
        "base64" => values::base64(text().as_bytes()),
        "base64d" => values::base64d(&text()).ok_or_else(|| {
            Stop::Error(J::str(&format!("{} is not valid base64 data", shown(v))))
        })?,
        _ => return fail(format!("{name} is not a valid format")),
    })
}

const NATIVE: &[(&str, usize)] = &[
    ("any", 0),
    ("all", 0),
    ("debug", 0),
    ("delpaths", 1),
    ("empty", 0),
    ("env", 0),
    ("error", 0),
    ("error", 1),
    ("first", 1),
    ("getpath", 1),
    ("group_by", 1),
    ("halt", 0),
    ("halt_error", 0),
    ("halt_error", 1),
    ("input", 0),
    ("inputs", 0),
    ("isempty", 1),
    ("last", 1),
    ("limit", 2),
    ("max_by", 1),
    ("min_by", 1),
    ("now", 0),
    ("path", 1),
    ("range", 1),
    ("range", 2),
    ("range", 3),
    ("recurse", 0),
    ("recurse", 1),
    ("select", 1),
    ("setpath", 2),
    ("sort_by", 1),
    ("stderr", 0),
    ("unique_by", 1),
    ("until", 2),
    ("input_filename", 0),
    ("repeat", 1),
];

/// Whether a function is built in.
pub fn is_native(name: &str, arity: usize) -> bool {
    NATIVE.contains(&(name, arity)) || values::knows(name, arity)
}

impl Machine {
    pub(super) fn native(
        &self,
        name: &str,
        args: &[F],
        env: &Rc<Env>,
        at: At,
        out: Out<'_>,
    ) -> Res<()> {
        let tracked = at.0.is_some();
        let give = |v: J, out: &mut dyn FnMut(At) -> Res<()>| {
            out((tracked.then(|| paths::nowhere(&v)), v))
        };
        let v = at.1.clone();
        match (name, args.len()) {
            ("empty", 0) => Ok(()),
            ("error", 0) => Err(Stop::Error(v)),
            ("error", 1) => {
                if let Some(e) = self.values(&args[0], env, &v)?.into_iter().next() {
                    return Err(Stop::Error(e));
                }
                Ok(())
            }
            ("select", 1) => {
                for c in self.values(&args[0], env, &v)? {
                    if c.truth() {
                        out(at.clone())?;
                    }
                }
                Ok(())
            }
            ("recurse", 0) => paths::recurse(at, out),
            ("recurse", 1) => {
                let mut todo = vec![at];
                while let Some(x) = todo.pop() {
                    let mut below = Vec::new();
                    self.eval(&args[0], env, x.clone(), &mut |y| {
                        below.push(y);
                        Ok(())
                    })?;
                    out(x)?;
                    todo.extend(below.into_iter().rev());
                }
                Ok(())
            }
            ("repeat", 1) => {
                let mut todo = vec![at];
                while let Some(x) = todo.pop() {
                    out(x.clone())?;
                    let mut below = Vec::new();
                    self.eval(&args[0], env, x, &mut |y| {
                        below.push(y);
                        Ok(())
                    })?;
                    todo.extend(below.into_iter().rev());
                }
                Ok(())
            }
            ("until", 2) => {
                let mut x = v;
                loop {
                    if self.values(&args[0], env, &x)?.first().is_some_and(J::truth) {
                        return give(x, out);
                    }
                    match self.values(&args[1], env, &x)?.into_iter().next() {
                        Some(n) => x = n,
                        None => return Ok(()),
                    }
                }
            }
            ("range", n) => {
                let (froms, tos, steps) = match n {
                    1 => (vec![J::Num(0.0)], self.values(&args[0], env, &v)?, vec![J::Num(1.0)]),
                    2 => (
                        self.values(&args[0], env, &v)?,
                        self.values(&args[1], env, &v)?,
                        vec![J::Num(1.0)],
                    ),
                    _ => (
                        self.values(&args[0], env, &v)?,
                        self.values(&args[1], env, &v)?,
                        self.values(&args[2], env, &v)?,
                    ),
                };
                for a in &froms {
                    for b in &tos {
                        for s in &steps {
                            let (J::Num(a), J::Num(b), J::Num(s)) = (a, b, s) else {
                                return fail("Range bounds must be numeric");
                            };
                            let mut x = *a;
                            while (*s > 0.0 && x < *b) || (*s < 0.0 && x > *b) {
                                give(J::Num(x), out)?;
                                self.spend()?;
                                x += s;
                            }
                        }
                    }
                }
                Ok(())
            }
            ("limit", 2) => {
                for n in self.values(&args[0], env, &v)? {
                    let J::Num(n) = n else { return fail("Invalid arguments to limit") };
                    self.take(&args[1], env, at.clone(), n, out)?;
                }
                Ok(())
            }
            ("first", 1) => self.take(&args[0], env, at, 1.0, out),
            ("last", 1) => {
                let mut last = None;
                self.eval(&args[0], env, at, &mut |x| {
                    last = Some(x);
                    Ok(())
                })?;
                last.map_or(Ok(()), out)
            }
            ("isempty", 1) => {
                let mut any = false;
                self.take(&args[0], env, (None, v), 1.0, &mut |_| {
                    any = true;
                    Ok(())
                })?;
                give(J::Bool(!any), out)
            }
            ("path", 1) => {
                for p in self.paths(&args[0], env, &v)? {
                    give(J::Arr(p), out)?;
                }
                Ok(())
            }
            ("getpath", 1) => {
                for p in self.values(&args[0], env, &v)? {
                    let J::Arr(p) = p else { return fail("Path must be specified as an array") };
                    let x = paths::get_path(&v, &p).or_else(|e| match e {
                        Stop::Error(_) if tracked => Ok(J::Null),
                        e => Err(e),
                    })?;
                    let path = match &at.0 {
                        Some(q) => {
                            paths::check(q)?;
                            Some(Rc::new(q.iter().chain(p.iter()).cloned().collect()))
                        }
                        None => None,
                    };
                    out((path, x))?;
                }
                Ok(())
            }
            ("setpath", 2) => {
                for p in self.values(&args[0], env, &v)? {
                    let J::Arr(p) = p else { return fail("Path must be specified as an array") };
                    for x in self.values(&args[1], env, &v)? {
                        let new = paths::set_path(v.clone(), &p, &mut |_| Ok(x.clone()))?;
                        give(new, out)?;
                    }
                }
                Ok(())
            }
            ("delpaths", 1) => {
                for list in self.values(&args[0], env, &v)? {
                    let J::Arr(list) = list else {
                        return fail("Paths must be specified as an array");
                    };
                    let mut list = list.as_ref().clone();
                    list.sort_by(|a, b| b.compare(a));
                    let mut x = v.clone();
                    for p in list {
                        let J::Arr(p) = p else {
                            return fail("Path must be specified as an array");
                        };
                        x = paths::delete(x, &p)?;
                    }
                    give(x, out)?;
                }
                Ok(())
            }
            ("any" | "all", 0) => {
                let J::Arr(a) = &v else {
                    return fail(format!("Cannot iterate over {}", shown(&v)));
                };
                let r = if name == "any" { a.iter().any(J::truth) } else { a.iter().all(J::truth) };
                give(J::Bool(r), out)
            }
            ("sort_by" | "group_by" | "unique_by" | "min_by" | "max_by", 1) => {
                let J::Arr(a) = &v else {
                    return fail(format!("Cannot index {} with number", v.kind()));
                };
                let mut keyed = Vec::new();
                for x in a.iter() {
                    keyed.push((J::arr(self.values(&args[0], env, x)?), x.clone()));
                }
                give(values::by_keys(name, keyed), out)
            }
            ("input" | "inputs", 0) => loop {
                let next = self.inputs.borrow_mut().pop_front();
                match next {
                    Some(x) => {
                        give(x, out)?;
                        if name == "input" {
                            return Ok(());
                        }
                    }
                    None if name == "inputs" => return Ok(()),
                    None => return fail("No more inputs"),
                }
            },
            ("debug" | "stderr", 0) => {
                let mut m = self.messages.borrow_mut();
                if name == "debug" {
                    m.push_str(&format!("[\"DEBUG:\",{}]\n", v.text()));
                } else {
                    m.push_str(&v.text());
                }
                drop(m);
                out(at)
            }
            ("now", 0) => give(J::Num(self.now), out),
            ("env", 0) => self.eval(&F::Var("ENV".into()), env, at, out),
            ("input_filename", 0) => give(J::Null, out),
            ("halt", 0) => Err(Stop::Halt(0)),
            ("halt_error", _) => {
                let status = match args.first() {
                    Some(f) => match self.values(f, env, &v)?.first() {
                        Some(J::Num(n)) => *n as i32,
                        _ => return fail("halt_error/1: number required"),
                    },
                    None => 5,
                };
                let mut m = self.messages.borrow_mut();
                match &v {
                    J::Str(s) => m.push_str(s),
                    v => m.push_str(&format!("{}\n", v.text())),
                }
                Err(Stop::Halt(status))
            }
            _ => {
                // Functions of values: every combination of the arguments' results.
                let mut rows: Vec<Vec<J>> = vec![Vec::new()];
                for a in args {
                    let vals = self.values(a, env, &v)?;
                    let mut next = Vec::new();
                    for x in &vals {
                        next.extend(rows.iter().map(|r| {
                            let mut r = r.clone();
                            r.push(x.clone());
                            r
                        }));
                    }
                    rows = next;
                }
                for r in rows {
                    give(values::call(name, &v, &r)?, out)?;
                }
                Ok(())
            }
        }
    }

    /// The first `n` results.
    fn take(&self, f: &F, env: &Rc<Env>, at: At, n: f64, out: Out<'_>) -> Res<()> {
        if n < 1.0 {
            return Ok(());
        }
        let (mut left, id) = (n, self.label());
        let r = self.eval(f, env, at, &mut |x| {
            left -= 1.0;
            out(x)?;
            if left < 1.0 { Err(Stop::Break(id)) } else { Ok(()) }
        });
        match r {
            Err(Stop::Break(b)) if b == id => Ok(()),
            r => r,
        }
    }
}
