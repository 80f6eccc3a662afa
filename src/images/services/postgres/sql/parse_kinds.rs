//! Types, and which kind a statement is; the rest is in `parse`.

use super::super::error::Res;
use super::ast::{Name, Statement, TypeName};
use super::lex::Tok;
use super::parse::{JOINS, Parser, is_reserved};

impl Parser {
    /// Takes a sign where it comes.
    pub fn op(&mut self, op: &str) -> bool {
        let found = self.is_op(op);
        if found {
            self.bump();
        }
        found
    }

    /// Demands a sign.
    pub fn want_op(&mut self, op: &str) -> Res<()> {
        if self.op(op) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// A name that may be any word which is not reserved.
    pub fn name(&mut self) -> Res<String> {
        match self.tok() {
            Tok::Word(w) if !is_reserved(w) => {
                let w = w.clone();
                self.bump();
                Ok(w)
            }
            Tok::Quoted(w) => {
                let w = w.clone();
                self.bump();
                Ok(w)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// A name that any word may be: after AS, after a dot.
    pub fn label(&mut self) -> Res<String> {
        match self.bump() {
            Tok::Word(w) | Tok::Quoted(w) => Ok(w),
            _ => {
                self.at -= 1;
                Err(self.unexpected())
            }
        }
    }

    /// Another name that may stand without AS.
    pub fn bare_alias(&mut self) -> Option<String> {
        match self.tok() {
            Tok::Word(w) if !is_reserved(w) && !JOINS.contains(&w.as_str()) => self.name().ok(),
            Tok::Quoted(_) => self.name().ok(),
            _ => None,
        }
    }

    /// `schema.name`.
    pub fn qualified(&mut self) -> Res<Name> {
        let pos = self.pos();
        let first = self.name()?;
        if self.op(".") {
            let second = self.label()?;
            if self.op(".") {
                let name = self.label()?;
                return Ok(Name { schema: Some(second), name, pos });
            }
            return Ok(Name { schema: Some(first), name: second, pos });
        }
        Ok(Name { schema: None, name: first, pos })
    }

    /// `a, b, c`.
    pub fn list<T>(&mut self, mut one: impl FnMut(&mut Parser) -> Res<T>) -> Res<Vec<T>> {
        let mut all = vec![one(self)?];
        while self.op(",") {
            all.push(one(self)?);
        }
        Ok(all)
    }

    /// `(a, b)`, names.
    pub fn name_list(&mut self) -> Res<Vec<String>> {
        self.want_op("(")?;
        let all = self.list(Parser::name)?;
        self.want_op(")")?;
        Ok(all)
    }

    /// A string.
    pub fn string(&mut self) -> Res<String> {
        match self.tok() {
            Tok::Str(s) => {
                let s = s.clone();
                self.bump();
                Ok(s)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// A whole number with its sign.
    pub fn integer(&mut self) -> Res<i64> {
        let minus = self.op("-");
        match self.tok() {
            Tok::Num(n) => match n.parse::<i64>() {
                Ok(n) => {
                    self.bump();
                    Ok(if minus { -n } else { n })
                }
                Err(_) => Err(self.unexpected()),
            },
            _ => Err(self.unexpected()),
        }
    }

    /// A type.
    pub fn type_name(&mut self) -> Res<TypeName> {
        let pos = self.pos();
        let mut name = self.label()?;
        if self.op(".") {
            name = self.label()?;
        }
        match name.as_str() {
            "double" => {
                self.want("precision")?;
                name = "double precision".into();
            }
            "character" | "char" | "bit" | "nchar" if self.eat("varying") => {
                name = "varchar".into()
            }
            _ => {}
        }
        let mut mods = Vec::new();
        if self.is_op("(") && matches!(self.ahead(1), Tok::Num(_)) {
            self.bump();
            mods = self.list(Parser::integer)?;
            self.want_op(")")?;
        }
        if matches!(name.as_str(), "timestamp" | "time") {
            if self.eat_all(&["with", "time", "zone"]) {
                name.push_str("tz");
            } else {
                self.eat_all(&["without", "time", "zone"]);
            }
        }
        let mut array = false;
        while self.op("[") {
            if !self.is_op("]") {
                self.integer()?;
            }
            self.want_op("]")?;
            array = true;
        }
        Ok(TypeName { name, mods, array, pos })
    }

    /// Skips to the end of the statement.
    pub fn skip_statement(&mut self) {
        while *self.tok() != Tok::End && !self.is_op(";") {
            self.bump();
        }
    }

    pub fn accepted(&mut self, tag: &'static str) -> Res<Statement> {
        self.skip_statement();
        Ok(Statement::Accepted(tag))
    }

    pub fn statement(&mut self) -> Res<Statement> {
        let Tok::Word(word) = self.tok().clone() else {
            if self.is_op("(") {
                return Ok(Statement::Query(self.query()?));
            }
            return Err(self.unexpected());
        };
        match word.as_str() {
            "select" | "values" | "table" => Ok(Statement::Query(self.query()?)),
            "with" => self.with_statement(),
            "insert" => self.insert(Vec::new()),
            "update" => self.update(Vec::new()),
            "delete" => self.delete(Vec::new()),
            "create" => self.create(),
            "drop" => self.drop_statement(),
            "alter" => self.alter(),
            "truncate" => self.truncate(),
            "copy" => self.copy(),
            "comment" => self.comment(),
            "begin" | "start" | "commit" | "end" | "rollback" | "abort" | "savepoint"
            | "release" => self.transaction(&word),
            "set" => self.set(),
            "reset" => self.reset(),
            "show" => {
                self.bump();
                let mut name = self.label()?;
                while self.op(".") {
                    name = format!("{name}.{}", self.label()?);
                }
                if name == "time" && self.eat("zone") {
                    name = "timezone".into();
                }
                if name == "transaction" && self.eat_all(&["isolation", "level"]) {
                    name = "transaction_isolation".into();
                }
                Ok(Statement::Show(name))
            }
            "explain" => self.explain(),
            "vacuum" => self.vacuum(),
            "analyze" | "analyse" => self.accepted("ANALYZE"),
            "checkpoint" => {
                self.bump();
                Ok(Statement::Checkpoint)
            }
            "grant" => self.grant(true),
            "revoke" => self.grant(false),
            "reindex" => self.accepted("REINDEX"),
            "discard" | "lock" | "security" | "listen" | "notify" | "unlisten" | "prepare"
            | "execute" | "deallocate" | "declare" | "fetch" | "move" | "close" | "cluster"
            | "do" | "call" | "merge" | "import" | "refresh" | "load" | "reassign" => {
                self.skip_statement();
                Ok(Statement::Gap(word.to_uppercase()))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// VACUUM, its options, and the tables.
    fn vacuum(&mut self) -> Res<Statement> {
        self.bump();
        if self.op("(") {
            while !self.op(")") {
                if *self.tok() == Tok::End {
                    return Err(self.unexpected());
                }
                self.bump();
            }
        }
        while ["full", "freeze", "verbose", "analyze"].iter().any(|w| self.eat(w)) {}
        let named = *self.tok() != Tok::End && !self.is_op(";");
        Ok(Statement::Vacuum(if named { self.list(Parser::qualified)? } else { Vec::new() }))
    }
}
