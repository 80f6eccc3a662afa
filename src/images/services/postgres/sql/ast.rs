//! The trees that statements are read into.

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
#[allow(missing_docs)]
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
#[allow(missing_docs)]
pub enum Body {
    Select(Box<Select>),
    Values(Vec<Vec<Expr>>),
    Set { op: SetOp, all: bool, left: Box<Body>, right: Box<Body>, pos: usize },
    Nested(Box<Query>),
}

/// How two results become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SetOp {
    Union,
    Intersect,
    Except,
}

/// A plain SELECT.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
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
#[allow(missing_docs)]
pub enum From {
    Table { name: Name, alias: Option<Alias> },
    Query { query: Box<Query>, alias: Option<Alias>, pos: usize, lateral: bool },
    Function { call: Call, alias: Option<Alias>, pos: usize },
    Join { kind: Join, left: Box<From>, right: Box<From>, on: On },
}

/// Another name, with names for columns.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Alias {
    pub name: String,
    pub columns: Vec<String>,
}

/// Kinds of joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Join {
    Inner,
    Left,
    Right,
    Full,
    Cross,
}

/// What a join joins by.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum On {
    Nothing,
    Expr(Expr),
    Using(Vec<String>),
    Natural,
}

/// A name with its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Name {
    pub schema: Option<String>,
    pub name: String,
    pub pos: usize,
}

/// A column of a CREATE TABLE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
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
#[allow(missing_docs)]
pub enum ConstraintKind {
    Primary(Vec<String>),
    Unique(Vec<String>),
    Check(Expr),
    Foreign { columns: Vec<String>, table: Name, refs: Vec<String>, on_delete: Action, on_update: Action },
}

/// What happens to rows that refer to one that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Action {
    NoAction,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

/// A CREATE TABLE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct CreateTable {
    pub name: Name,
    pub if_not_exists: bool,
    pub columns: Vec<ColumnDef>,
    pub constraints: Vec<ConstraintDef>,
    pub query: Option<Query>,
}

/// An INSERT.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Insert {
    pub with: Vec<Cte>,
    pub table: Name,
    pub alias: Option<String>,
    pub columns: Vec<(String, usize)>,
    /// `None`: DEFAULT VALUES.
    pub source: Option<Query>,
    pub conflict: Option<Conflict>,
    pub returning: Vec<Item>,
}

/// ON CONFLICT.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Conflict {
    pub columns: Vec<String>,
    pub constraint: Option<String>,
    /// `None`: DO NOTHING.
    pub update: Option<(Vec<Assign>, Option<Expr>)>,
}

/// `column = value`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Assign {
    pub column: String,
    pub pos: usize,
    pub value: Expr,
}

/// An UPDATE or DELETE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Change {
    pub with: Vec<Cte>,
    pub table: Name,
    pub alias: Option<String>,
    /// `None`: DELETE.
    pub set: Option<Vec<Assign>>,
    pub from: Vec<From>,
    pub filter: Option<Expr>,
    pub returning: Vec<Item>,
}

/// An ALTER TABLE's one change.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Alter {
    AddColumn { def: ColumnDef, constraints: Vec<ConstraintDef>, if_not_exists: bool },
    DropColumn { name: String, if_exists: bool },
    RenameColumn(String, String),
    RenameTo(String),
    SetType(String, TypeName, Option<Expr>),
    SetDefault(String, Option<Expr>),
    SetNotNull(String, bool),
    AddConstraint(ConstraintDef),
    DropConstraint { name: String, if_exists: bool },
    AddIdentity(String, bool),
    Owner(String),
    Nothing,
}

/// A COPY.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Copy {
    pub table: Option<Name>,
    pub columns: Vec<String>,
    pub query: Option<Query>,
    pub from: bool,
    /// `None`: STDIN or STDOUT.
    pub file: Option<String>,
    pub csv: bool,
    pub header: bool,
    pub delimiter: Option<char>,
    pub null: Option<String>,
}

/// An option of a role.
#[derive(Clone, Debug, PartialEq)]
pub enum RoleOption {
    /// `LOGIN`, `NOLOGIN`, `SUPERUSER` ...
    Flag(String, bool),
    /// `PASSWORD 'x'`.
    Password(Option<String>),
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Statement {
    Query(Query),
    Insert(Insert),
    Change(Change),
    CreateTable(CreateTable),
    CreateIndex { name: Option<String>, table: Name, columns: Vec<Expr>, unique: bool, if_not_exists: bool },
    CreateView { name: Name, columns: Vec<String>, query: Query, text: String, replace: bool },
    CreateSequence { name: Name, options: SeqOptions, if_not_exists: bool },
    AlterSequence { name: Name, options: SeqOptions, owned_by: Option<(Name, String)> },
    CreateSchema { name: String, if_not_exists: bool },
    CreateDatabase { name: String, owner: Option<String>, template: Option<String> },
    AlterDatabase { name: String, rename: Option<String>, owner: Option<String> },
    DropDatabase { name: String, if_exists: bool },
    Role { create: bool, user: bool, name: String, options: Vec<RoleOption> },
    DropRole { names: Vec<String>, if_exists: bool },
    RenameRole(String, String),
    Drop { kind: &'static str, names: Vec<Name>, if_exists: bool, cascade: bool },
    AlterTable { table: Name, if_exists: bool, changes: Vec<Alter> },
    Truncate { tables: Vec<Name>, restart: bool, cascade: bool },
    Copy(Copy),
    Begin(&'static str),
    Commit,
    Rollback,
    Savepoint(String),
    Release(String),
    RollbackTo(String),
    Set { name: String, value: Option<String>, local: bool },
    SetRole(Option<String>),
    Show(String),
    Explain { analyze: bool, of: Box<Statement> },
    Comment { kind: String, name: Name, column: Option<String>, text: Option<String> },
    /// Accepted and without effect here, with the tag that answers it.
    Accepted(&'static str),
    Checkpoint,
    /// Known, not built: what it is called.
    Gap(String),
}

/// Options of a sequence.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct SeqOptions {
    pub start: Option<i64>,
    pub increment: Option<i64>,
    pub restart: Option<Option<i64>>,
    pub ty: Option<String>,
}
