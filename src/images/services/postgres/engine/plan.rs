//! What queries are made into before they run: expressions whose names are found and whose types are
//! known, and the steps that make rows.

use std::rc::Rc;

use super::super::sql::ast::{Join, SetOp};
use super::types::{Type, Value};

/// A place that is no part of what a thing is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pos(pub usize);

impl PartialEq for Pos {
    fn eq(&self, _: &Pos) -> bool {
        true
    }
}

/// A query inside an expression; two are never the same.
#[derive(Clone, Debug)]
pub struct Sub(pub Rc<Plan>);

impl PartialEq for Sub {
    fn eq(&self, other: &Sub) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum E {
    Const(Value),
    /// A column: how many queries further out, which one, and where it is written.
    Col(usize, usize, Pos),
    Op {
        op: &'static str,
        args: Vec<E>,
        types: Vec<Type>,
        pos: Pos,
    },
    Call {
        name: &'static str,
        args: Vec<E>,
        types: Vec<Type>,
        to: Type,
        pos: Pos,
    },
    And(Box<E>, Box<E>),
    Or(Box<E>, Box<E>),
    Not(Box<E>),
    IsNull(Box<E>, bool),
    IsBool(Box<E>, Option<bool>, bool),
    Distinct(Box<E>, Box<E>, bool),
    Case(Vec<(E, E)>, Box<E>),
    Cast {
        e: Box<E>,
        from: Type,
        to: Type,
        pos: Pos,
    },
    In(Box<E>, Vec<E>, bool),
    InSub(Box<E>, Sub, bool),
    Any {
        op: &'static str,
        e: Box<E>,
        list: Box<E>,
        all: bool,
    },
    AnySub {
        op: &'static str,
        e: Box<E>,
        sub: Sub,
        all: bool,
    },
    Exists(Sub),
    Scalar(Sub),
    ArraySub(Sub),
    Array(Vec<E>),
    Row(Vec<E>),
    Index(Box<E>, Box<E>),
}

/// An expression and its type.
#[derive(Clone, Debug)]
pub struct Typed {
    pub e: E,
    pub ty: Type,
    pub pos: usize,
}

/// An aggregate.
#[derive(Clone, Debug, PartialEq)]
pub struct Agg {
    pub name: &'static str,
    pub args: Vec<E>,
    pub types: Vec<Type>,
    pub to: Type,
    pub distinct: bool,
    pub filter: Option<E>,
    pub order: Vec<Key>,
    /// In a window: over which rows.
    pub over: Option<(Vec<E>, Vec<Key>)>,
}

/// A key to sort by.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub e: E,
    pub desc: bool,
    pub nulls_first: bool,
}

/// A query.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it gives; further columns are there to sort by.
    pub cols: Vec<(String, Type)>,
    pub ctes: Vec<(usize, Rc<Plan>)>,
    pub node: Node,
    pub order: Vec<Key>,
    pub limit: Option<E>,
    pub offset: Option<E>,
}

/// How a query's rows come about.
#[derive(Clone, Debug)]
pub enum Node {
    Select(Box<Select>),
    Values(Vec<Vec<E>>),
    Set {
        op: SetOp,
        all: bool,
        left: Rc<Plan>,
        right: Rc<Plan>,
    },
    /// `WITH RECURSIVE`: the first rows, and those that follow from them.
    Recursive {
        id: usize,
        all: bool,
        first: Rc<Plan>,
        next: Rc<Plan>,
    },
    Nested(Rc<Plan>),
}

/// A plain SELECT.
#[derive(Clone, Debug)]
pub struct Select {
    pub from: F,
    pub filter: Option<E>,
    /// Keys and aggregates: their values follow the row's own.
    pub group: Option<(Vec<E>, Vec<Agg>)>,
    pub having: Option<E>,
    /// Windows: their values follow all that.
    pub windows: Vec<Agg>,
    pub proj: Vec<E>,
    /// At this place of the list stands a call that gives many rows.
    pub sets: Vec<usize>,
    pub distinct: bool,
    pub distinct_on: Vec<E>,
    /// How many columns `from` gives.
    pub width: usize,
}

/// Where rows come from.
#[derive(Clone, Debug)]
pub enum F {
    /// One row without columns.
    One,
    Table(u32),
    System(&'static str),
    Plan(Rc<Plan>),
    Cte(usize),
    Call {
        e: E,
        width: usize,
    },
    Join {
        kind: Join,
        left: Box<F>,
        right: Box<F>,
        on: Option<E>,
        equal: Vec<(E, E)>,
        widths: (usize, usize),
        lateral: bool,
    },
}
