//! From awk's calls, getline and the functions of the language to instructions.

use super::ast::{Bin, Builtin, Expr, Source};
use super::compile::{Compiler, Res};
use super::op::{From, Name, Op, Place};
use super::value::Val;

impl Compiler<'_> {
    pub(super) fn call(&mut self, name: &str, args: &[Expr], line: u32) -> Res<()> {
        let Some(&f) = self.functions.get(name) else {
            self.line = line;
            return self.fail(format!("function {name} never defined"));
        };
        let params = self.array_params[f as usize].clone();
        if args.len() > params.len() && !self.lenient {
            return self.fail(format!("too many arguments in call to {name}"));
        }
        for (i, a) in args.iter().enumerate() {
            let array = params.get(i).copied().unwrap_or_default();
            match a {
                _ if i >= params.len() => {
                    self.expr(a)?;
                    self.emit(Op::Drop);
                }
                Expr::Var(v) if array || self.is_array(v) => {
                    let n = self.array_name(v)?;
                    self.emit(Op::PushArray(n));
                }
                a => self.expr(a)?,
            }
        }
        self.emit(Op::Call(f, args.len().min(params.len()) as u32));
        Ok(())
    }

    pub(super) fn getline(&mut self, into: Option<&Expr>, source: &Source) -> Res<()> {
        let from = match source {
            Source::Main => From::Main,
            Source::File(e) => {
                self.expr(e)?;
                From::File
            }
            Source::Command(e) => {
                self.expr(e)?;
                From::Command
            }
        };
        self.emit(Op::Getline(from));
        self.emit(Op::Dup);
        self.emit(Op::Num(0.0));
        let none = self.emit(Op::IfNotCmp(Bin::Gt, 0));
        match into {
            None => {
                self.emit(Op::LineRecord);
            }
            Some(target) => {
                self.emit(Op::Line);
                self.assign_top(target)?;
            }
        }
        self.patch(none);
        Ok(())
    }

    pub(super) fn array_arg(&mut self, args: &[Expr], i: usize) -> Res<Name> {
        match args.get(i) {
            Some(Expr::Var(v)) => self.array_name(v),
            _ => self.fail("fatal: this argument must be an array".into()),
        }
    }

    /// A regular expression argument: a fixed one is pushed as its number.
    pub(super) fn pattern(&mut self, e: &Expr) -> Res<()> {
        match e {
            Expr::Regex(re) => {
                let r = self.regex(re)?;
                let k = self.constant(Val::Re(r));
                self.emit(Op::Const(k));
                Ok(())
            }
            e => self.expr(e),
        }
    }

    pub(super) fn builtin(&mut self, b: Builtin, args: &[Expr]) -> Res<()> {
        match b {
            Builtin::Length => match args.first() {
                None => {
                    self.emit(Op::GetField(0));
                }
                Some(Expr::Var(v)) if self.is_array(v) => {
                    let n = self.array_name(v)?;
                    self.emit(Op::Count(n));
                    return Ok(());
                }
                Some(e) => self.expr(e)?,
            },
            Builtin::Sub | Builtin::Gsub => {
                self.pattern(&args[0])?;
                self.expr(&args[1])?;
                let global = b == Builtin::Gsub;
                match args.get(2) {
                    None => {
                        self.emit(Op::Num(0.0));
                        self.emit(Op::Subst(Place::Field, global));
                    }
                    Some(t @ (Expr::Var(_) | Expr::Field(_) | Expr::Elem(..))) => {
                        let p = self.place(t)?;
                        self.emit(Op::Subst(p, global));
                    }
                    Some(e) => {
                        self.expr(e)?;
                        self.emit(Op::SubstValue(global));
                    }
                }
                return Ok(());
            }
            Builtin::Split => {
                self.expr(&args[0])?;
                let name = self.array_arg(args, 1)?;
                if let Some(sep) = args.get(2) {
                    self.pattern(sep)?;
                }
                self.emit(Op::Split(name, args.len() > 2));
                return Ok(());
            }
            Builtin::Match => {
                self.expr(&args[0])?;
                self.pattern(&args[1])?;
                if args.len() > 2 {
                    let name = self.array_arg(args, 2)?;
                    self.emit(Op::MatchInto(name));
                    return Ok(());
                }
            }
            _ => args.iter().try_for_each(|a| self.expr(a))?,
        }
        self.emit(Op::Builtin(b, args.len().max(usize::from(b == Builtin::Length)) as u32));
        Ok(())
    }
}
