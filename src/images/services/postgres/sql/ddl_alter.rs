//! Reading DROP and ALTER; the rest is in `ddl`.

use super::super::error::{PgError, Res};
use super::Parser;
use super::ast::{Action, Alter, ColumnDef, ConstraintDef, ConstraintKind, SeqOptions, Statement};
use super::lex::Tok;

impl Parser {
    pub fn action(&mut self) -> Res<Action> {
        if self.eat("cascade") {
            Ok(Action::Cascade)
        } else if self.eat("restrict") {
            Ok(Action::Restrict)
        } else if self.eat_all(&["no", "action"]) {
            Ok(Action::NoAction)
        } else if self.eat_all(&["set", "null"]) {
            Ok(Action::SetNull)
        } else if self.eat_all(&["set", "default"]) {
            Ok(Action::SetDefault)
        } else {
            Err(self.unexpected())
        }
    }

    pub fn column_def(&mut self) -> Res<(ColumnDef, Vec<ConstraintDef>)> {
        let name = self.name()?;
        let ty = self.type_name()?;
        let mut def = ColumnDef { name, ty, not_null: false, default: None, identity: None };
        let mut constraints = Vec::new();
        loop {
            let label = if self.eat("constraint") { Some(self.name()?) } else { None };
            let own = vec![def.name.clone()];
            let kind = if self.eat_all(&["not", "null"]) {
                def.not_null = true;
                continue;
            } else if self.eat("null") {
                continue;
            } else if self.eat("default") {
                def.default = Some(self.default_expr()?);
                continue;
            } else if self.eat("generated") {
                let always = self.eat("always");
                if !always {
                    self.want("by")?;
                    self.want("default")?;
                }
                self.want("as")?;
                if !self.eat("identity") {
                    return Err(PgError::gap("a generated column"));
                }
                if self.op("(") {
                    self.seq_options()?;
                    self.want_op(")")?;
                }
                def.identity = Some(always);
                def.not_null = true;
                continue;
            } else if self.eat("collate") {
                self.qualified()?;
                continue;
            } else if self.eat("primary") {
                self.want("key")?;
                ConstraintKind::Primary(own)
            } else if self.eat("unique") {
                ConstraintKind::Unique(own)
            } else if self.eat("check") {
                self.want_op("(")?;
                let e = self.expr()?;
                self.want_op(")")?;
                ConstraintKind::Check(e)
            } else if self.eat("references") {
                self.references(own)?
            } else if label.is_some() {
                return Err(self.unexpected());
            } else {
                return Ok((def, constraints));
            };
            self.deferral();
            constraints.push(ConstraintDef { name: label, kind });
        }
    }

    /// A default: NOT NULL after it is no part of it, which a plain expression sees to by itself.
    pub fn default_expr(&mut self) -> Res<super::ast::Expr> {
        self.expr()
    }

    pub fn drop_statement(&mut self) -> Res<Statement> {
        self.bump();
        let kind = match self.bump() {
            Tok::Word(w) => w,
            _ => return Err(self.unexpected()),
        };
        let kind: &'static str = match kind.as_str() {
            "table" => "table",
            "view" => "view",
            "index" => "index",
            "sequence" => "sequence",
            "schema" => "schema",
            "database" => "database",
            "role" | "user" | "group" => "role",
            "function" | "type" | "extension" | "trigger" | "materialized" | "owned"
            | "procedure" => {
                self.skip_statement();
                return Ok(Statement::Gap(format!("DROP {}", kind.to_uppercase())));
            }
            _ => return Err(self.unexpected()),
        };
        if kind == "index" {
            self.eat("concurrently");
        }
        let if_exists = self.eat_all(&["if", "exists"]);
        let names = self.list(Parser::qualified)?;
        let cascade = self.eat("cascade");
        self.eat("restrict");
        match kind {
            "database" => {
                self.skip_statement();
                let name = names.into_iter().next().map(|n| n.name).unwrap_or_default();
                Ok(Statement::DropDatabase { name, if_exists })
            }
            "role" => {
                let names = names.into_iter().map(|n| n.name).collect();
                Ok(Statement::DropRole { names, if_exists })
            }
            _ => Ok(Statement::Drop { kind, names, if_exists, cascade }),
        }
    }

    pub fn alter(&mut self) -> Res<Statement> {
        self.bump();
        if self.eat("table") || self.is("view") || self.is("index") {
            let _ = self.eat("view") || self.eat("index");
            let if_exists = self.eat_all(&["if", "exists"]);
            self.eat("only");
            let table = self.qualified()?;
            let changes = self.list(Parser::alter_one)?;
            return Ok(Statement::AlterTable { table, if_exists, changes });
        }
        if self.eat("system") {
            let changed = if self.is("set") { self.set()? } else { self.reset()? };
            let Statement::Set { name, value, local: false } = changed else {
                return Err(PgError::gap("this ALTER SYSTEM"));
            };
            return Ok(Statement::AlterSystem { name, value });
        }
        if self.eat("sequence") {
            self.eat_all(&["if", "exists"]);
            let name = self.qualified()?;
            if self.is("rename") {
                self.skip_statement();
                return Err(PgError::gap("this ALTER SEQUENCE"));
            }
            if self.eat_all(&["owner", "to"]) {
                let owner = Some(self.name()?);
                let options = SeqOptions::default();
                return Ok(Statement::AlterSequence { name, options, owned_by: None, owner });
            }
            let (options, owned_by) = self.seq_options()?;
            return Ok(Statement::AlterSequence { name, options, owned_by, owner: None });
        }
        if self.eat("database") {
            let name = self.name()?;
            if self.eat_all(&["rename", "to"]) {
                let rename = Some(self.name()?);
                return Ok(Statement::AlterDatabase { name, rename, owner: None });
            }
            if self.eat_all(&["owner", "to"]) {
                let owner = Some(self.name()?);
                return Ok(Statement::AlterDatabase { name, rename: None, owner });
            }
            return Err(PgError::gap("ALTER DATABASE with settings"));
        }
        for (word, user) in [("user", true), ("role", false)] {
            if self.eat(word) {
                let name = self.name()?;
                if self.eat_all(&["rename", "to"]) {
                    return Ok(Statement::RenameRole(name, self.name()?));
                }
                if self.is("set") || self.is("in") || self.is("reset") {
                    return Err(PgError::gap("ALTER ROLE with settings"));
                }
                let options = self.role_options()?;
                return Ok(Statement::Role { create: false, user, name, options });
            }
        }
        match self.tok().clone() {
            Tok::Word(w) if ["schema", "default"].contains(&w.as_str()) => {
                self.skip_statement();
                Ok(Statement::Gap(format!("ALTER {}", w.to_uppercase())))
            }
            Tok::Word(w)
                if ["system", "function", "type", "extension", "domain"].contains(&w.as_str()) =>
            {
                self.skip_statement();
                Ok(Statement::Gap(format!("ALTER {}", w.to_uppercase())))
            }
            _ => Err(self.unexpected()),
        }
    }

    pub fn alter_one(&mut self) -> Res<Alter> {
        if self.eat("add") {
            let constraint = matches!(self.tok(), Tok::Word(w)
                if ["constraint", "primary", "unique", "check", "foreign"].contains(&w.as_str()));
            if constraint {
                return Ok(Alter::AddConstraint(self.table_constraint()?));
            }
            self.eat("column");
            let if_not_exists = self.if_not_exists();
            let (def, constraints) = self.column_def()?;
            return Ok(Alter::AddColumn { def, constraints, if_not_exists });
        }
        if self.eat("drop") {
            let constraint = self.eat("constraint");
            if !constraint {
                self.eat("column");
            }
            let if_exists = self.eat_all(&["if", "exists"]);
            let name = self.name()?;
            let _ = self.eat("cascade") || self.eat("restrict");
            return Ok(if constraint {
                Alter::DropConstraint { name, if_exists }
            } else {
                Alter::DropColumn { name, if_exists }
            });
        }
        if self.eat("rename") {
            if self.eat("to") {
                return Ok(Alter::RenameTo(self.name()?));
            }
            if self.is("constraint") {
                return Err(PgError::gap("RENAME CONSTRAINT"));
            }
            self.eat("column");
            let from = self.name()?;
            self.want("to")?;
            return Ok(Alter::RenameColumn(from, self.name()?));
        }
        if self.eat_all(&["owner", "to"]) {
            return Ok(Alter::Owner(self.name()?));
        }
        if self.eat("alter") {
            self.eat("column");
            let column = self.name()?;
            if self.eat_all(&["set", "not", "null"]) {
                return Ok(Alter::SetNotNull(column, true));
            }
            if self.eat_all(&["drop", "not", "null"]) {
                return Ok(Alter::SetNotNull(column, false));
            }
            if self.eat_all(&["set", "default"]) {
                return Ok(Alter::SetDefault(column, Some(self.expr()?)));
            }
            if self.eat_all(&["drop", "default"]) {
                return Ok(Alter::SetDefault(column, None));
            }
            if self.eat_all(&["add", "generated"]) {
                let always = self.eat("always");
                if !always {
                    self.want("by")?;
                    self.want("default")?;
                }
                self.want("as")?;
                self.want("identity")?;
                if self.op("(") {
                    self.seq_options()?;
                    self.want_op(")")?;
                }
                return Ok(Alter::AddIdentity(column, always));
            }
            self.eat_all(&["set", "data"]);
            self.want("type")?;
            let ty = self.type_name()?;
            let using = if self.eat("using") { Some(self.expr()?) } else { None };
            return Ok(Alter::SetType(column, ty, using));
        }
        if self.is("replica") || self.is("cluster") || self.is("set") || self.is("enable") {
            while *self.tok() != Tok::End && !self.is_op(";") && !self.is_op(",") {
                self.bump();
            }
            return Ok(Alter::Nothing);
        }
        Err(self.unexpected())
    }
}
