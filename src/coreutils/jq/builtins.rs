//! jq's functions: the ones that need the evaluator, arithmetic, and formats. Functions of plain values
//! are in values.rs, those that can be said in jq in prelude.jq.

pub use super::ops::{binary, format, indices, shown};
use std::rc::Rc;

use super::ast::F;
use super::eval::{At, Env, Machine, Out, Res, Stop, fail};
use super::json::J;
use super::{PRELUDE, math, paths, values};

pub(super) const NATIVE: &[(&str, usize)] = &[
    ("any", 0),
    ("all", 0),
    ("builtins", 0),
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

/// All functions as `builtins` lists them: `name/arguments`.
fn names() -> Vec<J> {
    let native = NATIVE.iter().chain(values::NAMES).chain(math::NAMES);
    let mut all: Vec<String> = native.map(|(name, n)| format!("{name}/{n}")).collect();
    for line in PRELUDE.lines() {
        let head = line.strip_prefix("def ").and_then(|l| l.split_once(':')).map_or("", |l| l.0);
        let (name, parameters) = head.split_once('(').unwrap_or((head, ""));
        let n = if parameters.is_empty() { 0 } else { parameters.split(';').count() };
        all.push(format!("{name}/{n}"));
    }
    all.retain(|name| !name.starts_with(['_', '/']));
    all.sort();
    all.dedup();
    all.iter().map(|name| J::str(name)).collect()
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
                            let (Some(a), Some(b), Some(s)) = (a.num(), b.num(), s.num()) else {
                                return fail("Range bounds must be numeric");
                            };
                            let mut x = a;
                            while (s > 0.0 && x < b) || (s < 0.0 && x > b) {
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
                    let Some(n) = n.num() else { return fail("Invalid arguments to limit") };
                    if n < 0.0 {
                        return fail("limit doesn't support negative count");
                    }
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
                let all: Vec<bool> = match &v {
                    J::Arr(a) => a.iter().map(J::truth).collect(),
                    J::Obj(o) => o.iter().map(|e| e.1.truth()).collect(),
                    v => return fail(format!("Cannot iterate over {}", shown(v))),
                };
                let r = if name == "any" { all.contains(&true) } else { !all.contains(&false) };
                give(J::Bool(r), out)
            }
            ("sort_by" | "group_by" | "unique_by" | "min_by" | "max_by", 1) => {
                let a = match &v {
                    J::Arr(a) => a,
                    J::Obj(o) => {
                        let mut keys = Vec::new();
                        for (_, x) in o.iter() {
                            keys.push(J::arr(self.values(&args[0], env, x)?));
                        }
                        return fail(format!(
                            "{} and {} cannot be sorted, as they are not both arrays",
                            shown(&v),
                            shown(&J::arr(keys))
                        ));
                    }
                    v => return fail(format!("Cannot iterate over {}", shown(v))),
                };
                let mut keyed = Vec::new();
                for x in a.iter() {
                    keyed.push((J::arr(self.values(&args[0], env, x)?), x.clone()));
                }
                give(values::by_keys(name, keyed), out)
            }
            ("input" | "inputs", 0) => loop {
                match self.next_input() {
                    Some(x) => {
                        give(x, out)?;
                        if name == "input" {
                            return Ok(());
                        }
                    }
                    None if name == "inputs" => return Ok(()),
                    None => return fail("break"),
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
            ("input_filename", 0) => {
                let name = self.place.borrow().file.as_deref().map_or(J::Null, J::str);
                give(name, out)
            }
            ("builtins", 0) => give(J::arr(names()), out),
            ("halt", 0) => Err(Stop::Halt(0)),
            ("halt_error", _) => {
                let status = match args.first() {
                    Some(f) => match self.values(f, env, &v)?.first() {
                        Some(J::Num(n) | J::Lit(n, _)) => *n as i32,
                        _ => return fail("halt_error/1: number required"),
                    },
                    None => 5,
                };
                let mut m = self.messages.borrow_mut();
                match &v {
                    J::Null => {}
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
    pub(super) fn take(&self, f: &F, env: &Rc<Env>, at: At, n: f64, out: Out<'_>) -> Res<()> {
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
