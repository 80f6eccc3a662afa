//! The trees of whole statements; the rest is in `ast`.

use super::ast::{ColumnDef, ConstraintDef, Cte, Expr, From, Item, Name, Query, TypeName};

/// What happens to rows that refer to one that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    NoAction,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

/// A CREATE TABLE.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateTable {
    pub name: Name,
    pub if_not_exists: bool,
    pub columns: Vec<ColumnDef>,
    pub constraints: Vec<ConstraintDef>,
    pub query: Option<Query>,
}

/// An INSERT.
#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    pub with: Vec<Cte>,
    pub table: Name,
    pub alias: Option<String>,
    pub columns: Vec<(String, usize)>,
    /// OVERRIDING SYSTEM VALUE (true) or USER VALUE.
    pub overriding: Option<bool>,
    /// `None`: DEFAULT VALUES.
    pub source: Option<Query>,
    pub conflict: Option<Conflict>,
    pub returning: Vec<Item>,
}

/// ON CONFLICT.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub columns: Vec<String>,
    pub constraint: Option<String>,
    /// `None`: DO NOTHING.
    pub update: Option<(Vec<Assign>, Option<Expr>)>,
}

/// `column = value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Assign {
    pub column: String,
    pub pos: usize,
    pub value: Expr,
}

/// An UPDATE or DELETE.
#[derive(Clone, Debug, PartialEq)]
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
pub enum Statement {
    Query(Query),
    Insert(Insert),
    Change(Change),
    CreateTable(CreateTable),
    CreateIndex(CreateIndex),
    CreateView(CreateView),
    CreateSequence {
        name: Name,
        options: SeqOptions,
        if_not_exists: bool,
    },
    AlterSequence {
        name: Name,
        options: SeqOptions,
        owned_by: Option<(Name, String)>,
        owner: Option<String>,
    },
    CreateSchema {
        name: String,
        if_not_exists: bool,
    },
    CreateDatabase {
        name: String,
        owner: Option<String>,
        template: Option<String>,
    },
    AlterDatabase {
        name: String,
        rename: Option<String>,
        owner: Option<String>,
    },
    DropDatabase {
        name: String,
        if_exists: bool,
    },
    Role {
        create: bool,
        user: bool,
        name: String,
        options: Vec<RoleOption>,
    },
    DropRole {
        names: Vec<String>,
        if_exists: bool,
    },
    RenameRole(String, String),
    Drop {
        kind: &'static str,
        names: Vec<Name>,
        if_exists: bool,
        cascade: bool,
    },
    AlterTable {
        table: Name,
        if_exists: bool,
        changes: Vec<Alter>,
    },
    Truncate {
        tables: Vec<Name>,
        restart: bool,
        cascade: bool,
    },
    Copy(Copy),
    Begin(&'static str),
    Commit,
    Rollback,
    Savepoint(String),
    Release(String),
    RollbackTo(String),
    Set {
        name: String,
        value: Option<String>,
        local: bool,
    },
    /// ALTER SYSTEM SET, or RESET where there is no value.
    AlterSystem {
        name: String,
        value: Option<String>,
    },
    SetRole(Option<String>),
    Show(String),
    Explain {
        analyze: bool,
        of: Box<Statement>,
    },
    Comment(Comment),
    /// VACUUM of some tables, or of all.
    Vacuum(Vec<Name>),
    Grant(Grant),
    /// Accepted and without effect here, with the tag that answers it.
    Accepted(&'static str),
    Checkpoint,
    /// Known, not built: what it is called.
    Gap(String),
}

/// Options of a sequence.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SeqOptions {
    pub start: Option<i64>,
    pub increment: Option<i64>,
    pub restart: Option<Option<i64>>,
    pub ty: Option<String>,
}

/// CREATE VIEW.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateView {
    pub name: Name,
    pub columns: Vec<String>,
    pub query: Query,
    pub text: String,
    pub replace: bool,
}

/// CREATE INDEX.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateIndex {
    pub name: Option<String>,
    pub table: Name,
    pub columns: Vec<Expr>,
    pub unique: bool,
    pub if_not_exists: bool,
}

/// COMMENT ON.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    pub kind: String,
    pub name: Name,
    pub column: Option<String>,
    pub text: Option<String>,
}

/// GRANT or REVOKE.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// GRANT.
    pub give: bool,
    /// Words of privileges; nothing for ALL.
    pub privileges: Option<Vec<String>>,
    /// What they are for.
    pub on: GrantOn,
    /// Who gets or loses them; the empty name is everybody.
    pub roles: Vec<String>,
}

/// What a privilege is for.
#[derive(Clone, Debug, PartialEq)]
pub enum GrantOn {
    /// Tables, views and sequences.
    Tables(Vec<Name>),
    /// Those in schemas.
    AllTables(Vec<String>),
    AllSequences(Vec<String>),
    Schemas(Vec<String>),
    Databases(Vec<String>),
    /// The privileges are roles to be a member of.
    Roles(Vec<String>),
}
