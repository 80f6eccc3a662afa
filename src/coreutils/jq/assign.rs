//! Assignments, patterns and calls: what binds names or changes values.

use std::rc::Rc;

use super::ast::{F, Pattern, Set};
use super::builtins;
use super::eval::{At, Env, Machine, Out, Res, Stop, fail};
use super::json::J;
use super::paths;

impl Machine {
    /// All paths that a filter leads to.
    pub(super) fn paths(&self, f: &F, env: &Rc<Env>, v: &J) -> Res<Vec<Rc<Vec<J>>>> {
        let mut out = Vec::new();
        self.eval(f, env, (Some(Rc::default()), v.clone()), &mut |(p, _)| {
            let p = p.unwrap_or_default();
            paths::check(&p)?;
            out.push(p);
            Ok(())
        })?;
        Ok(out)
    }

    pub(super) fn assign(
        &self,
        set: Set,
        target: &F,
        src: &F,
        env: &Rc<Env>,
        at: At,
        out: Out<'_>,
    ) -> Res<()> {
        let tracked = at.0.is_some();
        let mut give = |v: J| out((tracked.then(|| paths::nowhere(&v)), v));
        if set == Set::Update {
            let mut v = at.1.clone();
            let mut gone = Vec::new();
            for p in self.paths(target, env, &at.1)? {
                let mut empty = false;
                v = paths::set_path(v, &p, &mut |old| {
                    // The first result counts; none takes the place away.
                    let mut new = None;
                    let r = self.eval(src, env, (None, old.clone()), &mut |(_, x)| {
                        new = Some(x);
                        Err(Stop::Break(0))
                    });
                    match r {
                        Ok(()) | Err(Stop::Break(0)) => {}
                        Err(e) => return Err(e),
                    }
                    empty = new.is_none();
                    Ok(new.unwrap_or(old))
                })?;
                if empty {
                    gone.push(p);
                }
            }
            for p in gone.iter().rev() {
                v = paths::delete(v, p)?;
            }
            return give(v);
        }
        for x in self.values(src, env, &at.1)? {
            let mut v = at.1.clone();
            for p in self.paths(target, env, &at.1)? {
                v = paths::set_path(v, &p, &mut |old| match set {
                    Set::Op(op) => builtins::binary(op, &old, &x),
                    Set::Alt if old.truth() => Ok(old),
                    _ => Ok(x.clone()),
                })?;
            }
            give(v)?;
        }
        Ok(())
    }

    /// The environments in which a pattern has been matched with a value.
    pub(super) fn matched(&self, p: &Pattern, v: &J, env: &Rc<Env>, dot: &J) -> Res<Vec<Rc<Env>>> {
        match p {
            Pattern::Var(name) => Ok(vec![env.var(name, v.clone())]),
            Pattern::Array(list) => {
                if !matches!(v, J::Arr(_) | J::Null) {
                    return fail(format!("Cannot index {} with number (0)", v.kind()));
                }
                let mut envs = vec![env.clone()];
                for (i, sub) in list.iter().enumerate() {
                    let item = paths::get(v, &J::Num(i as f64))?;
                    let mut next = Vec::new();
                    for e in &envs {
                        next.extend(self.matched(sub, &item, e, dot)?);
                    }
                    envs = next;
                }
                Ok(envs)
            }
            Pattern::Object(list) => {
                let mut envs = vec![env.clone()];
                for (key, var, sub) in list {
                    let mut next = Vec::new();
                    for e in &envs {
                        for k in self.values(key, e, dot)? {
                            if !matches!(k, J::Str(_)) {
                                return fail(format!(
                                    "Cannot index {} with {}",
                                    v.kind(),
                                    builtins::shown(&k)
                                ));
                            }
                            let item = paths::get(v, &k)?;
                            let e = match var {
                                Some(n) => e.var(n, item.clone()),
                                None => e.clone(),
                            };
                            match sub {
                                Some(s) => next.extend(self.matched(s, &item, &e, dot)?),
                                None => next.push(e),
                            }
                        }
                    }
                    envs = next;
                }
                Ok(envs)
            }
        }
    }

    pub(super) fn call(
        &self,
        name: &str,
        args: &[F],
        env: &Rc<Env>,
        at: At,
        out: Out<'_>,
    ) -> Res<()> {
        match env.find(name, args.len()) {
            Some(super::eval::Found::Param(f, e)) => self.eval(&f, &e, at, out),
            Some(super::eval::Found::Def(d, home)) => {
                // `$x` parameters stand for each value of their argument in turn.
                let mut envs = vec![home];
                for ((p, by_value), a) in d.params.iter().zip(args) {
                    let mut next = Vec::new();
                    for e in &envs {
                        if *by_value {
                            for v in self.values(a, env, &at.1)? {
                                let e = e.var(p, v.clone());
                                next.push(e.param(p, F::Const(v), env));
                            }
                        } else {
                            next.push(e.param(p, a.clone(), env));
                        }
                    }
                    envs = next;
                }
                for e in envs {
                    self.eval(&d.body, &e, at.clone(), out)?;
                }
                Ok(())
            }
            None => self.native(name, args, env, at, out),
        }
    }
}
