//! From the parsed program to instructions: resolves every name to a number once. Statements are here,
//! expressions in compile_expr.rs.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::ast::{Pattern, Program, Stmt};
use super::infer;
use super::op::{Code, Func, Name, Op, SPECIALS};
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
    pub(super) lenient: bool,
    pub(super) globals: BTreeMap<String, u32>,
    pub(super) arrays: BTreeMap<String, u32>,
    pub(super) locals: BTreeMap<&'a str, u32>,
    pub(super) functions: BTreeMap<&'a str, u32>,
    /// Which parameters are arrays, by function.
    pub(super) array_params: Vec<Vec<bool>>,
    pub(super) current: Option<usize>,
    pub(super) global_arrays: BTreeSet<String>,
    pub(super) loops: Vec<Loop>,
    pub(super) walks: usize,
}

pub(super) struct Loop {
    pub(super) breaks: Vec<usize>,
    pub(super) continues: Vec<usize>,
    pub(super) walks: usize,
    pub(super) is_switch: bool,
}

/// Compiles a program.
///
/// A `lenient` one takes arguments that a function has no use for, as BusyBox does.
pub fn compile(program: &Program, utf8: bool, lenient: bool) -> Res<Code> {
    let info = infer::arrays(program);
    let mut c = Compiler {
        code: Code::default(),
        line: 1,
        utf8,
        lenient,
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
            return c.fail(format!("redefinition of {}", f.name));
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

pub(super) fn names(map: &BTreeMap<String, u32>) -> Vec<String> {
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

    pub(super) fn array(&mut self, name: &str) -> u32 {
        let next = self.arrays.len() as u32;
        *self.arrays.entry(name.to_string()).or_insert(next)
    }

    /// The number of the array called `name`.
    pub(super) fn array_name(&mut self, name: &str) -> Res<Name> {
        if let Some(&l) = self.locals.get(name) {
            return Ok(-1 - l as i32);
        }
        if self.functions.contains_key(name) {
            return self.fail(format!("illegal reference to function {name}"));
        }
        if SPECIALS.contains(&name) {
            return self.fail(format!("illegal reference to variable {name}"));
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

    pub(super) fn rule(&mut self, pattern: &Pattern, body: Option<&[Stmt]>) -> Res<()> {
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
}
