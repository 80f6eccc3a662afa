//! Arithmetic: 64-bit integers with C's operators, as in bash's `$((..))`. `parse` makes a tree of
//! text that has been expanded already, `eval` gives it a value over the caller's variables.

mod eval;
mod number;
mod parse;
#[cfg(test)]
mod tests;

pub(crate) use eval::{Vars, eval};
pub(crate) use parse::parse;

use std::rc::Rc;

/// A tree of operators.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expr {
    Number(i64),
    /// The text was blank.
    Empty,
    Var(Rc<Target>),
    Unary(u8, Box<Expr>),
    Binary(Binary, Box<Expr>, Box<Expr>, Rc<str>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Ternary(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `=` has no operator, `+=` and the like have theirs.
    Assign(Rc<Target>, Option<Binary>, Box<Expr>, Rc<str>),
    /// By 1 or -1; whether the value is the one before.
    Step(Rc<Target>, i64, bool),
    Comma(Box<Expr>, Box<Expr>),
    /// Where reading ended in an error.
    Fault(ArithError),
    /// What was read before the error, which comes whatever that amounts to.
    Broken(Box<Expr>, ArithError),
}

/// A variable, or an element of one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Target {
    pub name: Box<str>,
    /// The text between the brackets.
    pub subscript: Option<Box<str>>,
}

/// Operators of two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Pow,
    Shl,
    Shr,
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
    BitAnd,
    BitXor,
    BitOr,
}

/// Why an expression has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ArithError {
    /// What is wrong, and the text from where it is wrong.
    Syntax {
        what: &'static str,
        token: String,
    },
    /// A number that is none: what is wrong, the expression up to its end, and its text.
    Number {
        what: &'static str,
        shown: String,
        token: String,
    },
    DivideByZero(String),
    NegativeExponent(String),
    /// Variables that name each other.
    Recursion(String),
    /// In the value of a variable: the whole message.
    Inner(String),
    /// Of the variables (unbound, a reference in a circle): the whole message; empty where it has been said.
    Variable(String),
    /// As `Variable`, and the shell ends (`set -u`).
    Fatal(String),
    /// A substitution has to run first.
    Late,
}

impl ArithError {
    /// bash's words, after the expression.
    pub(crate) fn text(&self, expression: &str) -> String {
        let e = expression.trim_start();
        match self {
            ArithError::Syntax { what, token } => {
                let kind = match *what {
                    "in expression" => "arithmetic syntax error ",
                    "operand expected" | "invalid arithmetic operator" => {
                        "arithmetic syntax error: "
                    }
                    _ => "",
                };
                format!("{e}: {kind}{what} (error token is \"{token}\")")
            }
            ArithError::Number { what, shown, token } => {
                format!("{shown}: {what} (error token is \"{token}\")")
            }
            ArithError::DivideByZero(t) => format!("{e}: division by 0 (error token is \"{t}\")"),
            ArithError::NegativeExponent(t) => {
                format!("{e}: exponent less than 0 (error token is \"{t}\")")
            }
            ArithError::Recursion(t) => {
                format!("{e}: expression recursion level exceeded (error token is \"{t}\")")
            }
            ArithError::Late => String::new(),
            ArithError::Inner(m) | ArithError::Variable(m) | ArithError::Fatal(m) => m.clone(),
        }
    }
}
