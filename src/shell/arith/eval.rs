//! Values of expression trees. Overflow wraps, as in C on the machines bash runs on.

use super::{ArithError, Binary, Expr, Target, parse};
use crate::shell::limits::ARITH_RECURSION;

/// The variables of whoever asks.
pub(crate) trait Vars {
    /// A plain number, when the variable holds one that needs no parsing as an expression.
    fn number(&mut self, name: &str) -> Option<i64>;
    /// The text of a variable or element; `None` when it is unset.
    fn text(&mut self, target: &Target) -> Result<Option<String>, ArithError>;
    /// Stores a number.
    fn store(&mut self, target: &Target, value: i64) -> Result<(), ArithError>;
}

/// The value of an expression.
pub(crate) fn eval(e: &Expr, vars: &mut dyn Vars) -> Result<i64, ArithError> {
    run(e, vars, 0)
}

fn load(t: &Target, vars: &mut dyn Vars, depth: u32) -> Result<i64, ArithError> {
    if t.subscript.is_none()
        && let Some(n) = vars.number(&t.name)
    {
        return Ok(n);
    }
    let Some(text) = vars.text(t)? else { return Ok(0) };
    if let Ok(n) = text.parse::<i64>()
        && !text.starts_with(['0', '+', '-'])
    {
        return Ok(n);
    }
    if depth >= ARITH_RECURSION {
        let m = ArithError::Recursion(text.clone()).text(&text);
        return Err(ArithError::Inner(m));
    }
    let value = run(&parse(&text), vars, depth + 1);
    value.map_err(|e| match e {
        ArithError::Inner(_)
        | ArithError::Variable(_)
        | ArithError::Fatal(_)
        | ArithError::Late => e,
        e => ArithError::Inner(e.text(&text)),
    })
}

fn run(e: &Expr, vars: &mut dyn Vars, depth: u32) -> Result<i64, ArithError> {
    Ok(match e {
        Expr::Number(n) => *n,
        Expr::Empty => 0,
        Expr::Var(t) => load(t, vars, depth)?,
        Expr::Unary(op, a) => {
            let v = run(a, vars, depth)?;
            match op {
                b'-' => v.wrapping_neg(),
                b'!' => i64::from(v == 0),
                b'~' => !v,
                _ => v,
            }
        }
        Expr::Binary(op, a, b, token) => {
            let a = run(a, vars, depth)?;
            let b = run(b, vars, depth)?;
            apply(*op, a, b, token)?
        }
        Expr::And(a, b) => i64::from(run(a, vars, depth)? != 0 && run(b, vars, depth)? != 0),
        Expr::Or(a, b) => i64::from(run(a, vars, depth)? != 0 || run(b, vars, depth)? != 0),
        Expr::Ternary(c, yes, no) => {
            if run(c, vars, depth)? != 0 {
                run(yes, vars, depth)?
            } else {
                run(no, vars, depth)?
            }
        }
        Expr::Assign(t, op, value, token) => {
            let v = match op {
                None => run(value, vars, depth)?,
                Some(op) => {
                    let old = load(t, vars, depth)?;
                    let by = run(value, vars, depth)?;
                    apply(*op, old, by, token)?
                }
            };
            vars.store(t, v)?;
            v
        }
        Expr::Step(t, by, before) => {
            let old = load(t, vars, depth)?;
            let new = old.wrapping_add(*by);
            vars.store(t, new)?;
            if *before { old } else { new }
        }
        Expr::Comma(a, b) => {
            run(a, vars, depth)?;
            run(b, vars, depth)?
        }
        Expr::Fault(error) => return Err(error.clone()),
        Expr::Broken(before, error) => {
            run(before, vars, depth)?;
            return Err(error.clone());
        }
    })
}

fn apply(op: Binary, a: i64, b: i64, token: &str) -> Result<i64, ArithError> {
    Ok(match op {
        Binary::Add => a.wrapping_add(b),
        Binary::Sub => a.wrapping_sub(b),
        Binary::Mul => a.wrapping_mul(b),
        Binary::Div | Binary::Rem if b == 0 => {
            return Err(ArithError::DivideByZero(token.to_string()));
        }
        Binary::Div => a.wrapping_div(b),
        Binary::Rem => a.wrapping_rem(b),
        Binary::Pow => {
            if b < 0 {
                return Err(ArithError::NegativeExponent(token.to_string()));
            }
            power(a, b)
        }
        Binary::Shl => a.wrapping_shl(b as u32),
        Binary::Shr => a.wrapping_shr(b as u32),
        Binary::Lt => i64::from(a < b),
        Binary::Le => i64::from(a <= b),
        Binary::Gt => i64::from(a > b),
        Binary::Ge => i64::from(a >= b),
        Binary::Eq => i64::from(a == b),
        Binary::Ne => i64::from(a != b),
        Binary::BitAnd => a & b,
        Binary::BitXor => a ^ b,
        Binary::BitOr => a | b,
    })
}

fn power(mut base: i64, mut exponent: i64) -> i64 {
    let mut out = 1i64;
    while exponent > 0 {
        if exponent & 1 == 1 {
            out = out.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        exponent >>= 1;
    }
    out
}
