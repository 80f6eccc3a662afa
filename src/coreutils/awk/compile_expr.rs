//! From expressions to instructions.

use super::ast::{Bin, Expr};
use super::compile::{Compiler, Res};
use super::op::{Op, Place, SPECIALS};
use super::value::Val;

impl Compiler<'_> {
    /// Compiles an expression whose value nobody wants.
    pub(super) fn effect(&mut self, e: &Expr) -> Res<()> {
        match e {
            Expr::Inc(target, by, _) => {
                if let Expr::Var(name) = target.as_ref()
                    && let Some(g) = self.plain_global(name)
                {
                    self.emit(Op::Bump(g, *by as i8));
                    return Ok(());
                }
            }
            Expr::Assign(target, value) => {
                if let Expr::Var(name) = target.as_ref()
                    && let Some(g) = self.plain_global(name)
                {
                    if let Expr::Bin(Bin::Concat, a, b) = value.as_ref()
                        && matches!(a.as_ref(), Expr::Var(v) if v == name)
                    {
                        self.expr(b)?;
                        self.emit(Op::Append(g));
                        return Ok(());
                    }
                    self.expr(value)?;
                    self.emit(Op::StoreGlobal(g));
                    return Ok(());
                }
            }
            Expr::Aug(Bin::Add, target, value) => {
                if let Expr::Var(name) = target.as_ref()
                    && let Some(g) = self.plain_global(name)
                {
                    self.number(value)?;
                    self.emit(Op::AddGlobal(g));
                    return Ok(());
                }
            }
            _ => {}
        }
        self.expr(e)?;
        self.emit(Op::Drop);
        Ok(())
    }

    /// The number of a variable that is neither special nor local nor an array.
    pub(super) fn plain_global(&mut self, name: &str) -> Option<u32> {
        let plain = !self.locals.contains_key(name)
            && !SPECIALS.contains(&name)
            && !self.is_array(name)
            && !self.functions.contains_key(name);
        plain.then(|| self.global(name))
    }

    /// Compiles an expression of which only the number is wanted.
    pub(super) fn number(&mut self, e: &Expr) -> Res<()> {
        match e {
            Expr::Field(n) => match n.as_ref() {
                Expr::Num(k) if *k >= 1.0 && *k < 1e6 => {
                    self.emit(Op::FieldNum(*k as u32));
                    Ok(())
                }
                _ => self.expr(e),
            },
            Expr::Paren(e) => self.number(e),
            _ => self.expr(e),
        }
    }

    /// Compiles a condition; gives the jumps to be taken when it does not hold.
    pub(super) fn jump_unless(&mut self, e: &Expr) -> Res<Vec<usize>> {
        match e {
            Expr::Paren(e) => self.jump_unless(e),
            Expr::And(a, b) => {
                let mut out = self.jump_unless(a)?;
                out.extend(self.jump_unless(b)?);
                Ok(out)
            }
            Expr::Bin(op @ (Bin::Lt | Bin::Le | Bin::Eq | Bin::Ne | Bin::Gt | Bin::Ge), a, b) => {
                self.expr(a)?;
                self.expr(b)?;
                Ok(vec![self.emit(Op::IfNotCmp(*op, 0))])
            }
            Expr::Not(inner) if !matches!(inner.as_ref(), Expr::Regex(_)) => {
                self.expr(inner)?;
                Ok(vec![self.emit(Op::If(0))])
            }
            _ => {
                self.expr(e)?;
                Ok(vec![self.emit(Op::IfNot(0))])
            }
        }
    }

    /// Compiles what the place needs on the stack; gives the place.
    pub(super) fn place(&mut self, e: &Expr) -> Res<Place> {
        Ok(match e {
            Expr::Var(name) => {
                if let Some(&l) = self.locals.get(name.as_str()) {
                    return Ok(Place::Local(l));
                }
                if let Some(s) = SPECIALS.iter().position(|s| s == name) {
                    return Ok(Place::Special(s as u32));
                }
                if self.functions.contains_key(name.as_str()) {
                    return self.fail(format!("illegal reference to function {name}"));
                }
                if self.is_array(name) {
                    return self.fail(format!("illegal reference to array {name}"));
                }
                Place::Global(self.global(name))
            }
            Expr::Field(n) => {
                self.expr(n)?;
                Place::Field
            }
            Expr::Elem(a, subs) => {
                let name = self.array_name(a)?;
                self.key(subs)?;
                Place::Elem(name)
            }
            _ => return self.fail("syntax error".into()),
        })
    }

    pub(super) fn key(&mut self, subs: &[Expr]) -> Res<()> {
        subs.iter().try_for_each(|s| self.expr(s))?;
        if subs.len() > 1 {
            self.emit(Op::Key(subs.len() as u32));
        }
        Ok(())
    }

    /// Assigns the top of the stack, which is consumed.
    pub(super) fn assign_top(&mut self, target: &Expr) -> Res<()> {
        match target {
            Expr::Var(_) => {
                let p = self.place(target)?;
                self.emit(Op::Set(p));
                self.emit(Op::Drop);
            }
            _ => {
                // The place's needs must lie below the value: hold it in a variable of no name.
                let hold = self.global(" held");
                self.emit(Op::StoreGlobal(hold));
                let p = self.place(target)?;
                self.emit(Op::GetGlobal(hold));
                self.emit(Op::Set(p));
                self.emit(Op::Drop);
            }
        }
        Ok(())
    }

    pub(super) fn expr(&mut self, e: &Expr) -> Res<()> {
        match e {
            Expr::Num(n) => {
                self.emit(Op::Num(*n));
            }
            Expr::Str(s) => {
                let k = self.constant(Val::str(s));
                self.emit(Op::Const(k));
            }
            Expr::Regex(re) => {
                let r = self.regex(re)?;
                self.emit(Op::MatchRecord(r));
            }
            Expr::Var(_) | Expr::Elem(..) => {
                let p = self.place(e)?;
                self.emit(match p {
                    Place::Global(g) => Op::GetGlobal(g),
                    p => Op::Get(p),
                });
            }
            Expr::Field(n) => match n.as_ref() {
                Expr::Num(k) if *k >= 0.0 && *k < 1e6 => {
                    self.emit(Op::GetField(*k as u32));
                }
                _ => {
                    self.expr(n)?;
                    self.emit(Op::Get(Place::Field));
                }
            },
            Expr::In(subs, a) => {
                let name = self.array_name(a)?;
                self.key(subs)?;
                self.emit(Op::In(name));
            }
            Expr::Bin(Bin::Concat, ..) => {
                let n = self.pieces(e)?;
                self.emit(Op::Join(n));
            }
            Expr::Bin(op, a, b) => {
                let arithmetic =
                    matches!(op, Bin::Add | Bin::Sub | Bin::Mul | Bin::Div | Bin::Mod | Bin::Pow);
                let zero = matches!(b.as_ref(), Expr::Num(n) if *n == 0.0);
                if zero && !self.lenient && matches!(op, Bin::Div | Bin::Mod) {
                    let sign = if *op == Bin::Mod { " in `%'" } else { "" };
                    return self.fail(format!("error: division by zero attempted{sign}"));
                }
                if arithmetic {
                    self.number(a)?;
                    self.number(b)?;
                } else {
                    self.expr(a)?;
                    self.expr(b)?;
                }
                self.emit(Op::Bin(*op));
            }
            Expr::Not(a) => {
                self.expr(a)?;
                self.emit(Op::Not);
            }
            Expr::Neg(a) => match a.as_ref() {
                Expr::Num(n) => {
                    self.emit(Op::Num(-n));
                }
                a => {
                    self.number(a)?;
                    self.emit(Op::Neg);
                }
            },
            Expr::Plus(a) => {
                self.number(a)?;
                self.emit(Op::Plus);
            }
            Expr::And(a, b) | Expr::Or(a, b) => {
                let and = matches!(e, Expr::And(..));
                self.expr(a)?;
                let first = self.emit(if and { Op::IfNot(0) } else { Op::If(0) });
                self.expr(b)?;
                self.emit(Op::Truth);
                let end = self.emit(Op::Jump(0));
                self.patch(first);
                self.emit(Op::Num(if and { 0.0 } else { 1.0 }));
                self.patch(end);
            }
            Expr::Match(a, b, negated) => {
                self.expr(a)?;
                match b.as_ref() {
                    Expr::Regex(re) => {
                        let r = self.regex(re)?;
                        self.emit(Op::MatchConst(r));
                    }
                    b => {
                        self.expr(b)?;
                        self.emit(Op::MatchDyn);
                    }
                }
                if *negated {
                    self.emit(Op::Not);
                }
            }
            Expr::Cond(c, a, b) => {
                let other = self.jump_unless(c)?;
                self.expr(a)?;
                let end = self.emit(Op::Jump(0));
                other.into_iter().for_each(|o| self.patch(o));
                self.expr(b)?;
                self.patch(end);
            }
            Expr::Assign(t, v) => {
                let p = self.place(t)?;
                self.expr(v)?;
                self.emit(Op::Set(p));
            }
            Expr::Aug(op, t, v) => {
                let p = self.place(t)?;
                self.number(v)?;
                self.emit(Op::Aug(p, *op));
            }
            Expr::Inc(t, by, old) => {
                let p = self.place(t)?;
                self.emit(Op::Inc(p, *by as i8, *old));
            }
            Expr::Call(name, args, line) => self.call(name, args, *line)?,
            Expr::Builtin(b, args) => self.builtin(*b, args)?,
            Expr::Getline(into, source) => self.getline(into.as_deref(), source)?,
            Expr::Group(_) => return self.fail("syntax error".into()),
            Expr::Paren(e) => self.expr(e)?,
        }
        Ok(())
    }

    /// The pieces of a chain of concatenations, left to right.
    pub(super) fn pieces(&mut self, e: &Expr) -> Res<u32> {
        // The chain leans left; walk it without recursion, since programs can build long ones.
        let mut chain = Vec::new();
        let mut at = e;
        while let Expr::Bin(Bin::Concat, a, b) = at {
            chain.push(b.as_ref());
            at = a;
        }
        self.expr(at)?;
        let n = chain.len() as u32 + 1;
        for b in chain.into_iter().rev() {
            self.expr(b)?;
        }
        Ok(n)
    }
}
