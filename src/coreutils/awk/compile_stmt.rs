//! From awk's statements to instructions.

use super::ast::{Expr, Redirect, Stmt};
use super::compile::{Compiler, Loop, Res};
use super::op::{Op, To};
use super::value::Val;

impl Compiler<'_> {
    pub(super) fn block(&mut self, body: &[Stmt]) -> Res<()> {
        body.iter().try_for_each(|s| self.stmt(s))
    }

    pub(super) fn stmt(&mut self, s: &Stmt) -> Res<()> {
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
    pub(super) fn looped(
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

    pub(super) fn leave_loop(&mut self, is_break: bool) -> Res<()> {
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

    pub(super) fn switch(
        &mut self,
        subject: &Expr,
        cases: &[(Option<Expr>, Vec<Stmt>)],
    ) -> Res<()> {
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

    pub(super) fn redirect(&mut self, to: &Redirect) -> Res<To> {
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
