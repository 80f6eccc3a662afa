//! Finds out which names of an awk program are arrays, so that calls know what to pass by reference.

use std::collections::BTreeSet;

use super::ast::{Builtin, Expr, Pattern, Program, Redirect, Source, Stmt};

/// What was found.
pub struct Arrays {
    /// For each function, which parameters are arrays.
    pub params: Vec<Vec<bool>>,
    /// The global names that are arrays.
    pub globals: BTreeSet<String>,
}

struct Walk<'a> {
    program: &'a Program,
    found: Arrays,
    current: Option<usize>,
    changed: bool,
}

/// Walks the program until nothing new is found.
pub fn arrays(program: &Program) -> Arrays {
    let found = Arrays {
        params: program.functions.iter().map(|f| vec![false; f.params.len()]).collect(),
        globals: ["ENVIRON", "ARGV"].iter().map(|s| s.to_string()).collect(),
    };
    let mut w = Walk { program, found, current: None, changed: true };
    while w.changed {
        w.changed = false;
        w.current = None;
        for b in program.begin.iter().chain(&program.end) {
            w.block(b);
        }
        for (p, body) in &program.rules {
            match p {
                Pattern::Always => {}
                Pattern::Expr(e) => w.expr(e),
                Pattern::Range(a, b) => {
                    w.expr(a);
                    w.expr(b);
                }
            }
            w.block(body.as_deref().unwrap_or_default());
        }
        for (i, f) in program.functions.iter().enumerate() {
            w.current = Some(i);
            w.block(&f.body);
        }
    }
    w.found
}

impl Walk<'_> {
    fn mark(&mut self, name: &str) {
        if let Some(f) = self.current
            && let Some(i) = self.program.functions[f].params.iter().position(|p| p == name)
        {
            self.changed |= !std::mem::replace(&mut self.found.params[f][i], true);
            return;
        }
        if !self.found.globals.contains(name) {
            self.found.globals.insert(name.to_string());
            self.changed = true;
        }
    }

    fn is_array(&self, name: &str) -> bool {
        if let Some(f) = self.current
            && let Some(i) = self.program.functions[f].params.iter().position(|p| p == name)
        {
            return self.found.params[f][i];
        }
        self.found.globals.contains(name)
    }

    fn block(&mut self, b: &[Stmt]) {
        b.iter().for_each(|s| self.stmt(s));
    }

    fn stmt(&mut self, s: &Stmt) {
        match s {
            Stmt::Expr(e, _) => self.expr(e),
            Stmt::Print(args, to, _) | Stmt::Printf(args, to, _) => {
                args.iter().for_each(|a| self.expr(a));
                if let Redirect::File(e) | Redirect::Append(e) | Redirect::Pipe(e) = to {
                    self.expr(e);
                }
            }
            Stmt::Block(b) => self.block(b),
            Stmt::If(c, a, b) => {
                self.expr(c);
                self.stmt(a);
                if let Some(b) = b {
                    self.stmt(b);
                }
            }
            Stmt::While(c, b) | Stmt::Do(b, c) => {
                self.expr(c);
                self.stmt(b);
            }
            Stmt::For(i, c, st, b) => {
                for s in [i, st].into_iter().flatten() {
                    self.stmt(s);
                }
                if let Some(c) = c {
                    self.expr(c);
                }
                self.stmt(b);
            }
            Stmt::ForIn(v, a, b) => {
                self.expr(v);
                self.mark(a);
                self.stmt(b);
            }
            Stmt::Switch(e, cases) => {
                self.expr(e);
                for (l, b) in cases {
                    if let Some(l) = l {
                        self.expr(l);
                    }
                    self.block(b);
                }
            }
            Stmt::Exit(Some(e)) | Stmt::Return(Some(e)) => self.expr(e),
            Stmt::Delete(a, subs) => {
                self.mark(a);
                subs.iter().flatten().for_each(|e| self.expr(e));
            }
            _ => {}
        }
    }

    fn expr(&mut self, e: &Expr) {
        match e {
            Expr::Elem(a, subs) => {
                self.mark(a);
                subs.iter().for_each(|e| self.expr(e));
            }
            Expr::In(subs, a) => {
                self.mark(a);
                subs.iter().for_each(|e| self.expr(e));
            }
            Expr::Field(a)
            | Expr::Not(a)
            | Expr::Neg(a)
            | Expr::Plus(a)
            | Expr::Paren(a)
            | Expr::Inc(a, ..) => {
                self.expr(a);
            }
            Expr::Bin(_, a, b)
            | Expr::And(a, b)
            | Expr::Or(a, b)
            | Expr::Match(a, b, _)
            | Expr::Assign(a, b)
            | Expr::Aug(_, a, b) => {
                self.expr(a);
                self.expr(b);
            }
            Expr::Cond(a, b, c) => [a, b, c].into_iter().for_each(|e| self.expr(e)),
            Expr::Group(v) => v.iter().for_each(|e| self.expr(e)),
            Expr::Getline(into, src) => {
                if let Some(i) = into {
                    self.expr(i);
                }
                if let Source::File(e) | Source::Command(e) = src {
                    self.expr(e);
                }
            }
            Expr::Call(name, args, _) => {
                let callee = self.program.functions.iter().position(|f| f.name == *name);
                for (i, a) in args.iter().enumerate() {
                    if let (Some(f), Expr::Var(v)) = (callee, a) {
                        let wants = self.found.params[f].get(i).copied();
                        if wants == Some(true) {
                            self.mark(v);
                        } else if wants == Some(false) && self.is_array(v) {
                            // Known here, unknown there: an array goes on as an array.
                            self.found.params[f][i] = true;
                            self.changed = true;
                        }
                        continue;
                    }
                    self.expr(a);
                }
            }
            Expr::Builtin(b, args) => {
                let arrays: &[usize] = match b {
                    Builtin::Split => &[1],
                    Builtin::Match => &[2],
                    _ => &[],
                };
                for (i, a) in args.iter().enumerate() {
                    match a {
                        Expr::Var(v) if arrays.contains(&i) => self.mark(v),
                        a => self.expr(a),
                    }
                }
            }
            _ => {}
        }
    }
}
