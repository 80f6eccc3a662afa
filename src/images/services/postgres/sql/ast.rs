//! The trees that statements are read into.

pub use super::ast_statement::{
    Action, Alter, Assign, Change, Comment, Conflict, Copy, CreateIndex, CreateTable, CreateView,
    Grant, GrantOn, Insert, RoleOption, SeqOptions, Statement,
};

/// An expression and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in characters from 0.
    pub pos: usize,
}

/// A type as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    /// Its name, words joined by blanks.
    pub name: String,
    /// `(10,2)`.
    pub mods: Vec<i64>,
    /// `[]`.
    pub array: bool,
    /// Its place.
    pub pos: usize,
}

/// Kinds of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Null,
    Bool(bool),
    Num(String),
    Str(String),
    Default,
    Column { table: Option<String>, name: String },
    Star(Option<String>),
    Unary(String, Box<Expr>),
    Binary(String, Box<Expr>, Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    IsNull(Box<Expr>, bool),
    IsBool(Box<Expr>, Option<bool>, bool),
    Distinct(Box<Expr>, Box<Expr>, bool),
    Between(Box<Expr>, Box<Expr>, Box<Expr>, bool),
    Like { e: Box<Expr>, pattern: Box<Expr>, icase: bool, not: bool },
    In(Box<Expr>, Vec<Expr>, bool),
    InQuery(Box<Expr>, Box<Query>, bool),
    Quantified { op: String, e: Box<Expr>, all: bool, of: Box<Expr> },
    Exists(Box<Query>),
    Scalar(Box<Query>),
    Array(Vec<Expr>),
    Row(Vec<Expr>),
    Index(Box<Expr>, Box<Expr>),
    Case { of: Option<Box<Expr>>, arms: Vec<(Expr, Expr)>, otherwise: Option<Box<Expr>> },
    Cast(Box<Expr>, TypeName),
    Call(Call),
}

/// A call of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The function.
    pub name: String,
    /// Its arguments.
    pub args: Vec<Expr>,
    /// `count(*)`.
    pub star: bool,
    /// `count(DISTINCT x)`.
    pub distinct: bool,
    /// `string_agg(x, ',' ORDER BY y)`.
    pub order: Vec<OrderBy>,
    /// `FILTER (WHERE x)`.
    pub filter: Option<Box<Expr>>,
    /// `OVER (...)`.
    pub over: Option<Box<Over>>,
}

/// A window.
#[derive(Clone, Debug, PartialEq)]
pub struct Over {
    /// `PARTITION BY`.
    pub partition: Vec<Expr>,
    /// `ORDER BY`.
    pub order: Vec<OrderBy>,
}

/// A key of an ORDER BY.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderBy {
    /// The key.
    pub expr: Expr,
    /// `DESC`.
    pub desc: bool,
    /// `NULLS FIRST`; where not said, as the direction has it.
    pub nulls_first: bool,
}

/// A query with all around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// `WITH`.
    pub with: Vec<Cte>,
    /// `WITH RECURSIVE`.
    pub recursive: bool,
    /// What it selects.
    pub body: Body,
    /// `ORDER BY`.
    pub order: Vec<OrderBy>,
    /// `LIMIT`.
    pub limit: Option<Expr>,
    /// `OFFSET`.
    pub offset: Option<Expr>,
}

/// A named query.
#[derive(Clone, Debug, PartialEq)]
pub struct Cte {
    /// Its name.
    pub name: String,
    /// Names of its columns.
    pub columns: Vec<String>,
    /// What it is.
    pub query: Query,
}

/// What a query selects.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Select(Box<Select>),
    Values(Vec<Vec<Expr>>),
    Set { op: SetOp, all: bool, left: Box<Body>, right: Box<Body>, pos: usize },
    Nested(Box<Query>),
}

/// How two results become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetOp {
    Union,
    Intersect,
    Except,
}

/// A plain SELECT.
#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    pub distinct: bool,
    pub distinct_on: Vec<Expr>,
    pub items: Vec<Item>,
    pub from: Vec<From>,
    pub filter: Option<Expr>,
    pub group: Vec<Expr>,
    pub having: Option<Expr>,
}

/// A column of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The expression.
    pub expr: Expr,
    /// `AS name`.
    pub alias: Option<String>,
}

/// Something that rows come from.
#[derive(Clone, Debug, PartialEq)]
pub enum From {
    Table { name: Name, alias: Option<Alias> },
    Query { query: Box<Query>, alias: Option<Alias>, pos: usize, lateral: bool },
    Function { call: Call, alias: Option<Alias>, pos: usize },
    Join { kind: Join, left: Box<From>, right: Box<From>, on: On },
}

/// Another name, with names for columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    pub name: String,
    pub columns: Vec<String>,
}

/// Kinds of joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    Inner,
    Left,
    Right,
    Full,
    Cross,
}

/// What a join joins by.
#[derive(Clone, Debug, PartialEq)]
pub enum On {
    Nothing,
    Expr(Expr),
    Using(Vec<String>),
    Natural,
}

/// A name with its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub schema: Option<String>,
    pub name: String,
    pub pos: usize,
}

/// A column of a CREATE TABLE.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnDef {
    pub name: String,
    pub ty: TypeName,
    pub not_null: bool,
    pub default: Option<Expr>,
    /// GENERATED ... AS IDENTITY; whether ALWAYS.
    pub identity: Option<bool>,
}

/// A constraint and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct ConstraintDef {
    /// Where it was given one.
    pub name: Option<String>,
    /// What it demands.
    pub kind: ConstraintKind,
}

/// What constraints demand.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstraintKind {
    Primary(Vec<String>),
    Unique(Vec<String>),
    Check(Expr),
    Foreign {
        columns: Vec<String>,
        table: Name,
        refs: Vec<String>,
        on_delete: Action,
        on_update: Action,
    },
}
