//! Running a jq program: every filter gives its results, one after the other, to a function. A result
//! carries its path while paths are wanted, so that one evaluator serves values and assignments.

pub use super::env::Env;
pub(super) use super::env::{Bind, Found};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::ast::{F, Piece};
use super::json::{J, Object};
use super::{builtins, paths};

/// Why a run ends early.
pub enum Stop {
    /// `error`
    Error(J),
    /// `break`, to the label with the number.
    Break(u64),
    /// `halt`, with a status.
    Halt(i32),
}

pub(super) type Res<T> = Result<T, Stop>;

/// A path, if paths are wanted, and the value there.
pub(super) type At = (Option<Rc<Vec<J>>>, J);

pub(super) type Out<'a> = &'a mut dyn FnMut(At) -> Res<()>;

/// Where a value was read.
#[derive(Clone, Default)]
pub struct Place {
    /// The file; standard input has no name.
    pub file: Option<Rc<str>>,
    /// The lines read by then.
    pub line: usize,
}

impl Place {
    /// As complaints name it.
    pub fn shown(&self) -> String {
        format!("{}:{}", self.file.as_deref().unwrap_or("<stdin>"), self.line)
    }
}

/// What a run needs from outside.
pub struct Machine {
    /// Values still to be read, each with the place it comes from.
    pub(super) inputs: RefCell<VecDeque<(J, Place)>>,
    /// The place of the value read last.
    pub(super) place: RefCell<Place>,
    /// Seconds since 1970.
    pub now: f64,
    /// Messages of `debug` and `stderr`.
    pub messages: RefCell<String>,
    pub(super) steps: Cell<u64>,
    pub(super) depth: Cell<u32>,
    pub(super) labels: Cell<u64>,
}

/// A program that runs longer than this does not end.
pub(super) const MAX_STEPS: u64 = 100_000_000;
pub(super) const MAX_DEPTH: u32 = 1_500;

/// An error with a message.
pub(super) fn fail<T>(what: impl AsRef<str>) -> Res<T> {
    Err(Stop::Error(J::str(what.as_ref())))
}

impl Machine {
    /// Reads a value.
    pub(super) fn next_input(&self) -> Option<J> {
        let (value, place) = self.inputs.borrow_mut().pop_front()?;
        *self.place.borrow_mut() = place;
        Some(value)
    }

    /// A machine with input still to be read by `input`.
    pub fn new(now: f64) -> Machine {
        Machine {
            inputs: RefCell::default(),
            place: RefCell::default(),
            now,
            messages: RefCell::default(),
            steps: Cell::new(0),
            depth: Cell::new(0),
            labels: Cell::new(0),
        }
    }

    /// A number no label has had.
    pub(super) fn label(&self) -> u64 {
        self.labels.set(self.labels.get() + 1);
        self.labels.get()
    }

    /// Counts a step of a loop that is not the program's.
    pub(super) fn spend(&self) -> Res<()> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MAX_STEPS {
            return fail("the simulator's jq gives up after 100 million steps");
        }
        Ok(())
    }

    /// Gives all values of a filter.
    pub(super) fn values(&self, f: &F, env: &Rc<Env>, v: &J) -> Res<Vec<J>> {
        let mut out = Vec::new();
        self.eval(f, env, (None, v.clone()), &mut |(_, x)| {
            out.push(x);
            Ok(())
        })?;
        Ok(out)
    }

    pub(super) fn eval(&self, f: &F, env: &Rc<Env>, at: At, out: Out<'_>) -> Res<()> {
        self.spend()?;
        let depth = self.depth.get();
        if depth > MAX_DEPTH {
            return fail("the simulator's jq nests no deeper than 1500 levels");
        }
        self.depth.set(depth + 1);
        let r = self.step(f, env, at, out);
        self.depth.set(depth);
        r
    }

    pub(super) fn step(&self, f: &F, env: &Rc<Env>, at: At, out: Out<'_>) -> Res<()> {
        let tracked = at.0.is_some();
        // A computed value is no place: it has no path.
        let value =
            |v: J, out: Out<'_>| -> Res<()> { out((tracked.then(|| paths::nowhere(&v)), v)) };
        match f {
            F::Identity => out(at),
            F::RecurseAll => paths::recurse(at, out),
            F::Const(v) => value(v.clone(), out),
            F::Index(term, key) => {
                let input = at.1.clone();
                let keys = self.values(key, env, &input)?;
                self.eval(term, env, at, &mut |x| {
                    for k in &keys {
                        out(paths::index(&x, k)?)?;
                    }
                    Ok(())
                })
            }
            F::Slice(term, from, to) => {
                let input = at.1.clone();
                let bound = |m: &Self, b: &Option<Box<F>>| match b {
                    Some(b) => m.values(b, env, &input),
                    None => Ok(vec![J::Null]),
                };
                let (froms, tos) = (bound(self, from)?, bound(self, to)?);
                self.eval(term, env, at, &mut |x| {
                    for t in &tos {
                        for a in &froms {
                            let k =
                                J::obj([("start".into(), a.clone()), ("end".into(), t.clone())]);
                            out(paths::index(&x, &k)?)?;
                        }
                    }
                    Ok(())
                })
            }
            F::Iterate(term) => self.eval(term, env, at, &mut |x| paths::iterate(&x, out)),
            F::Try(body, catch) => {
                // Errors of what comes after the try are not caught.
                let mut later = false;
                let r =
                    self.eval(body, env, at.clone(), &mut |x| out(x).inspect_err(|_| later = true));
                match r {
                    Err(Stop::Error(e)) if !later => match catch {
                        Some(c) => self.eval(c, env, (at.0, e), out),
                        None => Ok(()),
                    },
                    r => r,
                }
            }
            F::Text(format, pieces) => {
                let mut done = vec![String::new()];
                for p in pieces {
                    match p {
                        Piece::Text(t) => done.iter_mut().for_each(|d| d.push_str(t)),
                        Piece::Filter(f) => {
                            let mut next = Vec::new();
                            for v in self.values(f, env, &at.1)? {
                                let t = builtins::format(format.as_deref().unwrap_or("text"), &v)?;
                                next.extend(done.iter().map(|d| format!("{d}{t}")));
                            }
                            done = next;
                        }
                    }
                }
                done.into_iter().try_for_each(|d| value(J::Str(d.into()), out))
            }
            F::Format(name) => value(J::Str(builtins::format(name, &at.1)?.into()), out),
            F::Array(None) => value(J::arr(vec![]), out),
            F::Array(Some(f)) => {
                let v = self.values(f, env, &at.1)?;
                value(J::arr(v), out)
            }
            F::Object(entries) => {
                let mut done = vec![Object::default()];
                for (k, v) in entries {
                    let keys = self.values(k, env, &at.1)?;
                    let vals = self.values(v, env, &at.1)?;
                    let mut next = Vec::new();
                    for o in &done {
                        for key in &keys {
                            let J::Str(key) = key else {
                                return fail("Object keys must be strings");
                            };
                            for v in &vals {
                                let mut o = o.clone();
                                o.set(key.clone(), v.clone());
                                next.push(o);
                            }
                        }
                    }
                    done = next;
                }
                done.into_iter().try_for_each(|o| value(J::Obj(Rc::new(o)), out))
            }
            F::Neg(f) => {
                for v in self.values(f, env, &at.1)? {
                    match v {
                        J::Num(n) | J::Lit(n, _) => value(J::Num(0.0 - n), out)?,
                        v => return fail(format!("{} cannot be negated", builtins::shown(&v))),
                    }
                }
                Ok(())
            }
            // Results are passed on as they come, so that `first(repeat(1))` ends.
            F::Pipe(a, b) => self.eval(a, env, at, &mut |x| self.eval(b, env, x, out)),
            F::Comma(a, b) => {
                self.eval(a, env, at.clone(), out)?;
                self.eval(b, env, at, out)
            }
            F::Bin(op, a, b) => {
                let right = self.values(b, env, &at.1)?;
                for r in &right {
                    for l in self.values(a, env, &at.1)? {
                        value(builtins::binary(*op, &l, r)?, out)?;
                    }
                }
                Ok(())
            }
            F::And(a, b) | F::Or(a, b) => {
                let and = matches!(f, F::And(..));
                for l in self.values(a, env, &at.1)? {
                    if l.truth() != and {
                        value(J::Bool(!and), out)?;
                        continue;
                    }
                    for r in self.values(b, env, &at.1)? {
                        value(J::Bool(r.truth()), out)?;
                    }
                }
                Ok(())
            }
            F::Alt(a, b) => {
                let mut any = false;
                let r = self.eval(a, env, at.clone(), &mut |x| {
                    if x.1.truth() {
                        any = true;
                        return out(x);
                    }
                    Ok(())
                });
                match r {
                    Err(Stop::Error(_)) if !any => {}
                    Err(Stop::Error(_)) => return Ok(()),
                    r => r?,
                }
                if any { Ok(()) } else { self.eval(b, env, at, out) }
            }
            F::Assign(set, target, src) => self.assign(*set, target, src, env, at, out),
            F::If(cond, then, other) => {
                for c in self.values(cond, env, &at.1)? {
                    if c.truth() {
                        self.eval(then, env, at.clone(), out)?;
                    } else if let Some(o) = other {
                        self.eval(o, env, at.clone(), out)?;
                    } else {
                        out(at.clone())?;
                    }
                }
                Ok(())
            }
            F::Reduce(src, pat, init, update) => {
                let items = self.values(src, env, &at.1)?;
                for start in self.values(init, env, &at.1)? {
                    let mut acc = start;
                    for item in &items {
                        for e in self.matched(pat, item, env, &at.1)? {
                            let all = self.values(update, &e, &acc)?;
                            acc = all.into_iter().last().unwrap_or(J::Null);
                        }
                    }
                    value(acc, out)?;
                }
                Ok(())
            }
            F::Foreach(src, pat, init, update, extract) => {
                for start in self.values(init, env, &at.1)? {
                    let mut acc = start;
                    // What is given before an error or `break` has been given.
                    self.eval(src, env, (None, at.1.clone()), &mut |(_, item)| {
                        for e in self.matched(pat, &item, env, &at.1)? {
                            for v in self.values(update, &e, &acc)? {
                                acc = v;
                                let now = (None, acc.clone());
                                match extract {
                                    Some(x) => {
                                        self.eval(x, &e, now, &mut |(_, y)| value(y, out))?;
                                    }
                                    None => value(now.1, out)?,
                                }
                            }
                        }
                        Ok(())
                    })?;
                }
                Ok(())
            }
            F::Def(d, rest) => {
                let env = env.def(d);
                self.eval(rest, &env, at, out)
            }
            F::Call(name, args) => self.call(name, args, env, at, out),
            F::Var(name) => {
                let found = env.up().find_map(|e| match &e.bind {
                    Bind::Var(n, v) if n == name => Some(v.clone()),
                    _ => None,
                });
                match found {
                    Some(v) => value(v, out),
                    None => fail(format!("${name} is not defined")),
                }
            }
            F::As(src, pats, body) => {
                for v in self.values(src, env, &at.1)? {
                    let mut last = None;
                    for (i, p) in pats.iter().enumerate() {
                        let mut tried = || -> Res<()> {
                            for e in self.matched(p, &v, env, &at.1)? {
                                self.eval(body, &e, at.clone(), out)?;
                            }
                            Ok(())
                        };
                        match tried() {
                            Err(Stop::Error(e)) if i + 1 < pats.len() => last = Some(e),
                            r => {
                                r?;
                                last = None;
                                break;
                            }
                        }
                    }
                    if let Some(e) = last {
                        return Err(Stop::Error(e));
                    }
                }
                Ok(())
            }
            F::Label(name, body) => {
                let id = self.label();
                let e =
                    Rc::new(Env { parent: Some(env.clone()), bind: Bind::Label(name.clone(), id) });
                match self.eval(body, &e, at, out) {
                    Err(Stop::Break(n)) if n == id => Ok(()),
                    r => r,
                }
            }
            F::Break(name) => {
                let id = env.up().find_map(|e| match &e.bind {
                    Bind::Label(n, id) if n == name => Some(*id),
                    _ => None,
                });
                match id {
                    Some(id) => Err(Stop::Break(id)),
                    None => fail(format!("$*label-{name} is not defined")),
                }
            }
        }
    }
}
