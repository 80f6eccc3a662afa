//! Reading CREATE, ALTER and DROP.

use super::super::error::{PgError, Res};
use super::Parser;
use super::ast::{
    Action, ConstraintDef, ConstraintKind, CreateIndex, CreateTable, CreateView, Name, RoleOption,
    SeqOptions, Statement,
};
use super::lex::Tok;

impl Parser {
    pub fn if_not_exists(&mut self) -> bool {
        self.eat_all(&["if", "not", "exists"])
    }

    pub fn create(&mut self) -> Res<Statement> {
        self.bump();
        let replace = self.eat_all(&["or", "replace"]);
        for word in ["temp", "temporary", "unlogged"] {
            if self.is(word) {
                return Err(PgError::gap(format!("CREATE {}", word.to_uppercase())));
            }
        }
        if self.eat("table") {
            return self.create_table();
        }
        if self.eat("view") {
            let name = self.qualified()?;
            let columns = if self.is_op("(") { self.name_list()? } else { Vec::new() };
            self.want("as")?;
            let from = self.pos();
            let query = self.query()?;
            let text = self.text(from, self.end_of_last());
            return Ok(Statement::CreateView(CreateView { name, columns, query, text, replace }));
        }
        let unique = self.eat("unique");
        if self.eat("index") {
            self.eat("concurrently");
            let if_not_exists = self.if_not_exists();
            let name = if self.is("on") { None } else { Some(self.name()?) };
            self.want("on")?;
            self.eat("only");
            let table = self.qualified()?;
            if self.eat("using") {
                self.name()?;
            }
            self.want_op("(")?;
            let keys = self.order_keys()?;
            self.want_op(")")?;
            if unique && self.is("where") {
                return Err(PgError::gap("a unique index over some rows"));
            }
            self.skip_statement();
            let columns = keys.into_iter().map(|k| k.expr).collect();
            let made = CreateIndex { name, table, columns, unique, if_not_exists };
            return Ok(Statement::CreateIndex(made));
        }
        if self.eat("sequence") {
            let if_not_exists = self.if_not_exists();
            let name = self.qualified()?;
            let (options, _) = self.seq_options()?;
            return Ok(Statement::CreateSequence { name, options, if_not_exists });
        }
        if self.eat("schema") {
            let if_not_exists = self.if_not_exists();
            let name = self.name()?;
            self.skip_statement();
            return Ok(Statement::CreateSchema { name, if_not_exists });
        }
        if self.eat("database") {
            return self.create_database();
        }
        for (word, user) in [("user", true), ("role", false), ("group", false)] {
            if self.eat(word) {
                let name = self.name()?;
                let options = self.role_options()?;
                return Ok(Statement::Role { create: true, user, name, options });
            }
        }
        match self.tok().clone() {
            Tok::Word(w)
                if [
                    "function",
                    "procedure",
                    "trigger",
                    "type",
                    "extension",
                    "domain",
                    "materialized",
                    "rule",
                    "policy",
                    "aggregate",
                    "operator",
                    "language",
                    "server",
                    "foreign",
                    "event",
                    "publication",
                    "subscription",
                    "tablespace",
                    "cast",
                    "collation",
                    "statistics",
                ]
                .contains(&w.as_str()) =>
            {
                self.skip_statement();
                Ok(Statement::Gap(format!("CREATE {}", w.to_uppercase())))
            }
            _ => Err(self.unexpected()),
        }
    }

    pub fn create_database(&mut self) -> Res<Statement> {
        let name = self.name()?;
        self.eat("with");
        let (mut owner, mut template) = (None, None);
        while let Tok::Word(w) = self.tok().clone() {
            self.bump();
            self.op("=");
            let value = match self.bump() {
                Tok::Word(v) | Tok::Quoted(v) | Tok::Str(v) | Tok::Num(v) => v,
                _ => return Err(self.unexpected()),
            };
            match w.as_str() {
                "owner" => owner = Some(value),
                "template" => template = Some(value),
                _ => {}
            }
        }
        Ok(Statement::CreateDatabase { name, owner, template })
    }

    pub fn role_options(&mut self) -> Res<Vec<RoleOption>> {
        let mut all = Vec::new();
        self.eat("with");
        while let Tok::Word(w) = self.tok().clone() {
            let at = self.pos();
            self.bump();
            match w.as_str() {
                "password" => {
                    let none = self.eat("null");
                    all.push(RoleOption::Password(if none { None } else { Some(self.string()?) }));
                }
                "encrypted" => {}
                "connection" => {
                    self.want("limit")?;
                    self.integer()?;
                }
                "valid" => {
                    self.want("until")?;
                    self.string()?;
                }
                "in" | "role" | "admin" => {
                    self.skip_statement();
                }
                w => {
                    let (on, flag) = match w.strip_prefix("no") {
                        Some(rest) => (false, rest),
                        None => (true, w),
                    };
                    if ![
                        "superuser",
                        "createdb",
                        "createrole",
                        "inherit",
                        "login",
                        "replication",
                        "bypassrls",
                    ]
                    .contains(&flag)
                    {
                        return Err(PgError::new(
                            "42601",
                            format!("unrecognized role option \"{w}\""),
                        )
                        .at(at));
                    }
                    all.push(RoleOption::Flag(flag.to_string(), on));
                }
            }
        }
        Ok(all)
    }

    pub fn seq_options(&mut self) -> Res<(SeqOptions, Option<(Name, String)>)> {
        let mut o = SeqOptions::default();
        let mut owned = None;
        loop {
            if self.eat("as") {
                o.ty = Some(self.type_name()?.name);
            } else if self.eat("start") {
                self.eat("with");
                o.start = Some(self.integer()?);
            } else if self.eat("increment") {
                self.eat("by");
                o.increment = Some(self.integer()?);
            } else if self.eat("restart") {
                self.eat("with");
                let with = matches!(self.tok(), Tok::Num(_));
                o.restart = Some(if with { Some(self.integer()?) } else { None });
            } else if self.eat("no") {
                self.label()?;
            } else if self.eat("minvalue") || self.eat("maxvalue") || self.eat("cache") {
                self.integer()?;
            } else if self.eat("cycle") {
            } else if self.eat("owned") {
                self.want("by")?;
                let pos = self.pos();
                let mut parts = vec![self.label()?];
                while self.op(".") {
                    parts.push(self.label()?);
                }
                if parts == ["none"] {
                    continue;
                }
                let column = parts.pop().unwrap_or_default();
                let name = parts.pop().unwrap_or_default();
                let name = Name { schema: parts.pop(), name, pos };
                owned = Some((name, column));
            } else if self.eat("sequence") {
                self.want("name")?;
                self.qualified()?;
            } else {
                return Ok((o, owned));
            }
        }
    }

    pub fn create_table(&mut self) -> Res<Statement> {
        let if_not_exists = self.if_not_exists();
        let name = self.qualified()?;
        let mut t = CreateTable {
            name,
            if_not_exists,
            columns: Vec::new(),
            constraints: Vec::new(),
            query: None,
        };
        if self.eat("as") {
            t.query = Some(self.query()?);
            return Ok(Statement::CreateTable(t));
        }
        self.want_op("(")?;
        while !self.is_op(")") {
            let at_constraint = matches!(self.tok(), Tok::Word(w)
                if ["constraint", "primary", "unique", "check", "foreign", "exclude"].contains(&w.as_str()));
            if at_constraint {
                let c = self.table_constraint()?;
                t.constraints.push(c);
            } else if self.is("like") {
                return Err(PgError::gap("CREATE TABLE with LIKE"));
            } else {
                let (def, constraints) = self.column_def()?;
                t.columns.push(def);
                t.constraints.extend(constraints);
            }
            if !self.op(",") {
                break;
            }
            if self.is_op(")") {
                return Err(self.unexpected());
            }
        }
        self.want_op(")")?;
        if self.is("partition") || self.is("inherits") {
            return Err(PgError::gap("CREATE TABLE with partitions or inheritance"));
        }
        self.skip_statement();
        Ok(Statement::CreateTable(t))
    }

    pub fn table_constraint(&mut self) -> Res<ConstraintDef> {
        let name = if self.eat("constraint") { Some(self.name()?) } else { None };
        let kind = if self.eat("primary") {
            self.want("key")?;
            ConstraintKind::Primary(self.name_list()?)
        } else if self.eat("unique") {
            ConstraintKind::Unique(self.name_list()?)
        } else if self.eat("check") {
            self.want_op("(")?;
            let e = self.expr()?;
            self.want_op(")")?;
            ConstraintKind::Check(e)
        } else if self.eat("foreign") {
            self.want("key")?;
            let columns = self.name_list()?;
            self.want("references")?;
            self.references(columns)?
        } else if self.is("exclude") {
            return Err(PgError::gap("EXCLUDE"));
        } else {
            return Err(self.unexpected());
        };
        self.deferral();
        Ok(ConstraintDef { name, kind })
    }

    pub fn deferral(&mut self) {
        let _ = self.eat_all(&["not", "deferrable"]) || self.eat("deferrable");
        if self.eat("initially") {
            self.bump();
        }
        self.eat_all(&["not", "valid"]);
    }

    pub fn references(&mut self, columns: Vec<String>) -> Res<ConstraintKind> {
        let table = self.qualified()?;
        let refs = if self.is_op("(") { self.name_list()? } else { Vec::new() };
        let (mut on_delete, mut on_update) = (Action::NoAction, Action::NoAction);
        loop {
            if self.eat("match") {
                self.label()?;
            } else if self.eat_all(&["on", "delete"]) {
                on_delete = self.action()?;
            } else if self.eat_all(&["on", "update"]) {
                on_update = self.action()?;
            } else {
                return Ok(ConstraintKind::Foreign { columns, table, refs, on_delete, on_update });
            }
        }
    }
}
