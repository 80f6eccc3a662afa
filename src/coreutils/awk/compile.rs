//! From the parsed program to instructions: resolves every name to a number once. Statements are here,
//! expressions in compile_expr.rs.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::ast::{Expr, Pattern, Program, Redirect, Stmt};
use super::infer;
use super::op::{Code, Func, Name, Op, SPECIALS, To};
use super::value::Val;
use crate::coreutils::regex::{Flavor, Options, Regex};

/// A compile error: awk's words and the line.
pub struct CompileError {
    /// In awk's words.
    pub what: String,
    /// The source line.
    pub line: u32,
}

pub(super) type Res<T> = Result<T, CompileError>;

pub(super) struct Compiler<'a> {
    pub(super) code: Code,
    pub(super) line: u32,
    pub(super) utf8: bool,
    globals: BTreeMap<String, u32>,
    arrays: BTreeMap<String, u32>,
    pub(super) locals: BTreeMap<&'a str, u32>,
    pub(super) functions: BTreeMap<&'a str, u32>,
    /// Which parameters are arrays, by function.
    pub(super) array_params: Vec<Vec<bool>>,
    pub(super) current: Option<usize>,
    global_arrays: BTreeSet<String>,
    loops: Vec<Loop>,
    walks: usize,
}

struct Loop {
    breaks: Vec<usize>,
    continues: Vec<usize>,
    walks: usize,
    is_switch: bool,
}

/// Compiles a program.
pub fn compile(program: &Program, utf8: bool) -> Res<Code> {
    let info = infer::arrays(program);
    let mut c = Compiler {
        code: Code::default(),
        line: 1,
        utf8,
        globals: BTreeMap::new(),
        arrays: BTreeMap::new(),
        locals: BTreeMap::new(),
        functions: BTreeMap::new(),
        array_params: info.params,
        current: None,
        global_arrays: info.globals,
        loops: Vec::new(),
        walks: 0,
    };
    c.array("ENVIRON");
    c.array("ARGV");
    c.global("ARGC");
    for (i, f) in program.functions.iter().enumerate() {
        if c.functions.insert(&f.name, i as u32).is_some() {
            return c.fail(format!("error: function name `{}' previously defined", f.name));
        }
        c.code.funcs.push(Func { entry: 0, locals: f.params.len() as u32 });
    }
    c.code.begin = c.here();
    for b in &program.begin {
        c.block(b)?;
    }
    c.emit(Op::End);
    c.code.main = c.here();
    c.code.has_rules = !program.rules.is_empty();
    for (pattern, body) in &program.rules {
        c.rule(pattern, body.as_deref())?;
    }
    c.emit(Op::End);
    c.code.end = c.here();
    c.code.has_end = !program.end.is_empty();
    for b in &program.end {
        c.block(b)?;
    }
    c.emit(Op::End);
    for (i, f) in program.functions.iter().enumerate() {
        c.code.funcs[i].entry = c.here();
        c.current = Some(i);
        c.locals = f.params.iter().enumerate().map(|(i, p)| (p.as_str(), i as u32)).collect();
        c.block(&f.body)?;
        let k = c.constant(Val::Uninit);
        c.emit(Op::Const(k));
        c.emit(Op::Return);
    }
    c.code.globals = names(&c.globals);
    c.code.arrays = names(&c.arrays);
    Ok(c.code)
}

fn names(map: &BTreeMap<String, u32>) -> Vec<String> {
    let mut v: Vec<(u32, String)> = map.iter().map(|(k, &i)| (i, k.clone())).collect();
    v.sort();
    v.into_iter().map(|x| x.1).collect()
}

impl Compiler<'_> {
    pub(super) fn fail<T>(&self, what: String) -> Res<T> {
        Err(CompileError { what, line: self.line })
    }

    pub(super) fn emit(&mut self, op: Op) -> usize {
        self.code.ops.push(op);
        self.code.lines.push(self.line);
        self.code.ops.len() - 1
    }

    pub(super) fn here(&self) -> u32 {
        self.code.ops.len() as u32
    }

    /// Makes the jump at `at` go to `to`.
    pub(super) fn patch_to(&mut self, at: usize, to: u32) {
        match &mut self.code.ops[at] {
            Op::Jump(t)
            | Op::IfNot(t)
            | Op::If(t)
            | Op::IfNotCmp(_, t)
            | Op::ForNext(t)
            | Op::RangeBegin(_, t)
            | Op::RangeActive(_, t) => *t = to,
            _ => {}
        }
    }

    pub(super) fn patch(&mut self, at: usize) {
        let here = self.here();
        self.patch_to(at, here);
    }

    pub(super) fn constant(&mut self, v: Val) -> u32 {
        self.code.consts.push(v);
        self.code.consts.len() as u32 - 1
    }

    pub(super) fn regex(&mut self, src: &[u8]) -> Res<u32> {
        if let Some(i) = self.code.regex_src.iter().position(|s| s == src) {
            return Ok(i as u32);
        }
        match Regex::new(src, &Options::new(Flavor::Awk, self.utf8)) {
            Ok(re) => {
                self.code.regexes.push(Rc::new(re));
                self.code.regex_src.push(src.to_vec());
                Ok(self.code.regexes.len() as u32 - 1)
            }
            Err(e) => self.fail(format!("error: {e}: /{}/", String::from_utf8_lossy(src))),
        }
    }

    pub(super) fn global(&mut self, name: &str) -> u32 {
        let next = self.globals.len() as u32;
        *self.globals.entry(name.to_string()).or_insert(next)
    }

    fn array(&mut self, name: &str) -> u32 {
        let next = self.arrays.len() as u32;
        *self.arrays.entry(name.to_string()).or_insert(next)
    }

    /// The number of the array called `name`.
    pub(super) fn array_name(&mut self, name: &str) -> Res<Name> {
        if let Some(&l) = self.locals.get(name) {
            return Ok(-1 - l as i32);
        }
        if self.functions.contains_key(name) {
            return self.fail(format!("error: function `{name}' called with space between name and `('\nor used as a variable or an array"));
        }
        if SPECIALS.contains(&name) {
            return self.fail(format!("fatal: attempt to use scalar `{name}' as an array"));
        }
        Ok(self.array(name) as i32)
    }

    /// True if `name` stands for an array here.
    pub(super) fn is_array(&self, name: &str) -> bool {
        match (self.locals.get(name), self.current) {
            (Some(&l), Some(f)) => self.array_params[f][l as usize],
            _ => self.global_arrays.contains(name),
        }
    }

    fn rule(&mut self, pattern: &Pattern, body: Option<&[Stmt]>) -> Res<()> {
        let mut skips = Vec::new();
        match pattern {
            Pattern::Always => {}
            Pattern::Expr(e) => skips = self.jump_unless(e)?,
            Pattern::Range(a, b) => {
                let n = self.code.ranges;
                self.code.ranges += 1;
                let active = self.emit(Op::RangeActive(n, 0));
                self.expr(a)?;
                skips.push(self.emit(Op::RangeBegin(n, 0)));
                self.patch(active);
                self.expr(b)?;
                self.emit(Op::RangeEnd(n));
            }
        }
        match body {
            Some(b) => self.block(b)?,
            None => {
                self.emit(Op::PrintRecord);
            }
        }
        for s in skips {
            self.patch(s);
        }
        Ok(())
    }

    fn block(&mut self, body: &[Stmt]) -> Res<()> {
        body.iter().try_for_each(|s| self.stmt(s))
    }

    fn stmt(&mut self, s: &Stmt) -> Res<()> {
        match s {
            Stmt::Expr(e, line) => {
                self.line = *line;
                self.effect(e)
            }
            Stmt::Print(args, to, line) => {
                self.line = *line;
                if args.is_empty() && matches!(to, Redirect::None) {
                    self.emit(Op::PrintRecord);
                    return Ok(());
                }
                if args.is_empty() {
                    self.emit(Op::GetField(0));
                }
                args.iter().try_for_each(|a| self.expr(a))?;
                let to = self.redirect(to)?;
                self.emit(Op::Print(args.len().max(1) as u32, to));
                Ok(())
            }
            Stmt::Printf(args, to, line) => {
                self.line = *line;
                args.iter().try_for_each(|a| self.expr(a))?;
                let to = self.redirect(to)?;
                self.emit(Op::Printf(args.len() as u32, to));
                Ok(())
            }
            Stmt::Block(b) => self.block(b),
            Stmt::If(cond, then, other) => {
                let skips = self.jump_unless(cond)?;
                self.stmt(then)?;
                let end = other.is_some().then(|| self.emit(Op::Jump(0)));
                for s in skips {
                    self.patch(s);
                }
                if let Some(o) = other {
                    self.stmt(o)?;
                }
                if let Some(e) = end {
                    self.patch(e);
                }
                Ok(())
            }
            Stmt::While(cond, body) => {
                let top = self.here();
                let out = self.jump_unless(cond)?;
                self.looped(body, |c| {
                    c.emit(Op::Jump(top));
                    Ok(Some(top))
                })?;
                // looped has patched its breaks to here.
                out.into_iter().for_each(|o| self.patch(o));
                Ok(())
            }
            Stmt::Do(body, cond) => {
                let top = self.here();
                self.looped(body, |c| {
                    let at = c.here();
                    c.expr(cond)?;
                    c.emit(Op::If(top));
                    Ok(Some(at))
                })
            }
            Stmt::For(init, cond, step, body) => {
                if let Some(i) = init {
                    self.stmt(i)?;
                }
                let top = self.here();
                let out = match cond {
                    Some(c) => self.jump_unless(c)?,
                    None => Vec::new(),
                };
                self.looped(body, |c| {
                    let at = c.here();
                    if let Some(s) = step {
                        c.stmt(s)?;
                    }
                    c.emit(Op::Jump(top));
                    Ok(Some(at))
                })?;
                out.into_iter().for_each(|o| self.patch(o));
                Ok(())
            }
            Stmt::ForIn(var, array, body) => {
                let name = self.array_name(array)?;
                self.emit(Op::ForIn(name));
                self.walks += 1;
                let top = self.here();
                let next = self.emit(Op::ForNext(0));
                self.assign_top(var)?;
                self.looped(body, |c| {
                    c.emit(Op::Jump(top));
                    Ok(Some(top))
                })?;
                self.patch(next);
                self.emit(Op::ForEnd);
                self.walks -= 1;
                Ok(())
            }
            Stmt::Switch(subject, cases) => self.switch(subject, cases),
            Stmt::Next | Stmt::NextFile => {
                let next = matches!(s, Stmt::Next);
                self.emit(if next { Op::Next } else { Op::NextFile });
                Ok(())
            }
            Stmt::Exit(e) => {
                if let Some(e) = e {
                    self.expr(e)?;
                }
                self.emit(Op::Exit(e.is_some()));
                Ok(())
            }
            Stmt::Return(e) => {
                match e {
                    Some(e) => self.expr(e)?,
                    None => {
                        let k = self.constant(Val::Uninit);
                        self.emit(Op::Const(k));
                    }
                }
                self.emit(Op::Return);
                Ok(())
            }
            Stmt::Break | Stmt::Continue => self.leave_loop(matches!(s, Stmt::Break)),
            Stmt::Delete(name, subs) => {
                let array = self.array_name(name)?;
                match subs {
                    Some(subs) => {
                        self.key(subs)?;
                        self.emit(Op::DelElem(array));
                    }
                    None => {
                        self.emit(Op::DelAll(array));
                    }
                }
                Ok(())
            }
            Stmt::Empty => Ok(()),
        }
    }

    /// Compiles a body with what follows each round; `after` gives where continue goes.
    fn looped(
        &mut self,
        body: &Stmt,
        after: impl FnOnce(&mut Self) -> Res<Option<u32>>,
    ) -> Res<()> {
        let walks = self.walks;
        self.loops.push(Loop { breaks: vec![], continues: vec![], walks, is_switch: false });
        self.stmt(body)?;
        let to = after(self)?;
        if let Some(l) = self.loops.pop() {
            for c in l.continues {
                self.patch_to(c, to.unwrap_or(0));
            }
            for b in l.breaks {
                self.patch(b);
            }
        }
        Ok(())
    }

    fn leave_loop(&mut self, is_break: bool) -> Res<()> {
        let target = self.loops.iter().rposition(|l| is_break || !l.is_switch);
        let Some(i) = target else {
            return self.fail("error: `continue' is not allowed outside a loop".into());
        };
        for _ in self.loops[i].walks..self.walks {
            self.emit(Op::ForEnd);
        }
        let j = self.emit(Op::Jump(0));
        let l = &mut self.loops[i];
        if is_break {
            l.breaks.push(j)
        } else {
            l.continues.push(j)
        }
        Ok(())
    }

    fn switch(&mut self, subject: &Expr, cases: &[(Option<Expr>, Vec<Stmt>)]) -> Res<()> {
        self.expr(subject)?;
        let mut entries = Vec::new();
        for (label, _) in cases {
            let Some(label) = label else {
                entries.push(None);
                continue;
            };
            self.emit(Op::Dup);
            match label {
                Expr::Regex(re) => {
                    let r = self.regex(re)?;
                    self.emit(Op::MatchConst(r));
                }
                e => {
                    self.expr(e)?;
                    self.emit(Op::Bin(super::ast::Bin::Eq));
                }
            }
            entries.push(Some(self.emit(Op::If(0))));
        }
        let none = self.emit(Op::Jump(0));
        let walks = self.walks;
        self.loops.push(Loop { breaks: vec![], continues: vec![], walks, is_switch: true });
        let mut default = None;
        // Each body begins by dropping the subject; falling through jumps over that.
        for (i, (label, body)) in cases.iter().enumerate() {
            let through = (i > 0).then(|| self.emit(Op::Jump(0)));
            match entries[i] {
                Some(e) => self.patch(e),
                None => default = Some(self.here()),
            }
            debug_assert_eq!(label.is_none(), entries[i].is_none());
            self.emit(Op::Drop);
            if let Some(t) = through {
                self.patch(t);
            }
            self.block(body)?;
        }
        let over = self.emit(Op::Jump(0));
        match default {
            Some(d) => self.patch_to(none, d),
            None => self.patch(none),
        }
        if default.is_none() {
            self.emit(Op::Drop);
        }
        self.patch(over);
        if let Some(l) = self.loops.pop() {
            for b in l.breaks {
                self.patch(b);
            }
        }
        Ok(())
    }

    fn redirect(&mut self, to: &Redirect) -> Res<To> {
        let (e, kind) = match to {
            Redirect::None => return Ok(To::Stdout),
            Redirect::File(e) => (e, To::File),
            Redirect::Append(e) => (e, To::Append),
            Redirect::Pipe(e) => (e, To::Pipe),
        };
        self.expr(e)?;
        Ok(kind)
    }
}
