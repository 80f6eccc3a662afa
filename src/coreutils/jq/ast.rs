//! The parsed form of a jq program.

use std::rc::Rc;

use super::json::J;

/// What joins two filters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bin {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// How a value is put at a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Set {
    /// `=`
    Plain,
    /// `|=`
    Update,
    /// `+=` and its kin.
    Op(Bin),
    /// `//=`
    Alt,
}

/// A piece of an interpolated string.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Text.
    Text(Rc<str>),
    /// `\(...)`
    Filter(F),
}

/// What a value is taken apart by.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// `$x`
    Var(Rc<str>),
    /// `[a, b]`
    Array(Vec<Pattern>),
    /// `{k: p}`; a variable named as its key.
    Object(Vec<(F, Option<Rc<str>>, Option<Pattern>)>),
}

/// A function of the program.
#[derive(Debug)]
pub struct Def {
    /// Its name.
    pub name: Rc<str>,
    /// Its parameters; `$x` ones with the flag.
    pub params: Vec<(Rc<str>, bool)>,
    /// What it does.
    pub body: F,
}

/// A filter.
#[derive(Clone, Debug)]
pub enum F {
    Identity,
    RecurseAll,
    Index(Box<F>, Box<F>),
    Slice(Box<F>, Option<Box<F>>, Option<Box<F>>),
    Iterate(Box<F>),
    Try(Box<F>, Option<Box<F>>),
    Const(J),
    Text(Option<Rc<str>>, Vec<Piece>),
    Format(Rc<str>),
    Array(Option<Box<F>>),
    Object(Vec<(F, F)>),
    Neg(Box<F>),
    Pipe(Box<F>, Box<F>),
    Comma(Box<F>, Box<F>),
    Bin(Bin, Box<F>, Box<F>),
    And(Box<F>, Box<F>),
    Or(Box<F>, Box<F>),
    Alt(Box<F>, Box<F>),
    Assign(Set, Box<F>, Box<F>),
    If(Box<F>, Box<F>, Option<Box<F>>),
    Reduce(Box<F>, Pattern, Box<F>, Box<F>),
    Foreach(Box<F>, Pattern, Box<F>, Box<F>, Option<Box<F>>),
    Def(Rc<Def>, Box<F>),
    Call(Rc<str>, Vec<F>),
    Var(Rc<str>),
    As(Box<F>, Vec<Pattern>, Box<F>),
    Label(Rc<str>, Box<F>),
    Break(Rc<str>),
}
