//! Reading statements that change rows or copy them, EXPLAIN and COMMENT.

use super::super::error::{PgError, Res};
use super::Parser;
use super::ast::{Assign, Change, Comment, Conflict, Copy, Cte, Insert, Item, Statement};
use super::lex::Tok;

impl Parser {
    pub(super) fn with_statement(&mut self) -> Res<Statement> {
        // A WITH before a statement that changes rows belongs to that statement.
        let mut depth = 0;
        let mut n = 0;
        let verb = loop {
            match self.ahead(n) {
                Tok::Op(o) if o == "(" => depth += 1,
                Tok::Op(o) if o == ")" => depth -= 1,
                Tok::Word(w)
                    if depth == 0
                        && ["select", "insert", "update", "delete", "values"]
                            .contains(&w.as_str()) =>
                {
                    break w.clone();
                }
                Tok::End => break String::new(),
                _ => {}
            }
            n += 1;
        };
        match verb.as_str() {
            "insert" | "update" | "delete" => {
                let (with, _) = self.with_clause()?;
                match verb.as_str() {
                    "insert" => self.insert(with),
                    "update" => self.update(with),
                    _ => self.delete(with),
                }
            }
            _ => Ok(Statement::Query(self.query()?)),
        }
    }

    pub(super) fn insert(&mut self, with: Vec<Cte>) -> Res<Statement> {
        self.bump();
        self.want("into")?;
        let table = self.qualified()?;
        let alias = if self.eat("as") { Some(self.name()?) } else { None };
        let mut columns = Vec::new();
        if self.is_op("(")
            && !matches!(self.ahead(1), Tok::Word(w) if w == "select" || w == "with" || w == "values")
        {
            self.bump();
            columns = self.list(|p| {
                let pos = p.pos();
                Ok((p.label()?, pos))
            })?;
            self.want_op(")")?;
        }
        let mut overriding = None;
        if self.eat("overriding") {
            overriding = Some(self.eat("system"));
            if overriding == Some(false) {
                self.want("user")?;
            }
            self.want("value")?;
        }
        let source = if self.eat_all(&["default", "values"]) { None } else { Some(self.query()?) };
        let mut conflict = None;
        if self.eat_all(&["on", "conflict"]) {
            let mut c = Conflict { columns: Vec::new(), constraint: None, update: None };
            if self.eat("on") {
                self.want("constraint")?;
                c.constraint = Some(self.name()?);
            } else if self.is_op("(") {
                c.columns = self.name_list()?;
            }
            self.want("do")?;
            if !self.eat("nothing") {
                self.want("update")?;
                self.want("set")?;
                let set = self.assignments()?;
                let filter = if self.eat("where") { Some(self.expr()?) } else { None };
                c.update = Some((set, filter));
            }
            conflict = Some(c);
        }
        let returning = self.returning()?;
        Ok(Statement::Insert(Insert {
            with,
            table,
            alias,
            columns,
            overriding,
            source,
            conflict,
            returning,
        }))
    }

    fn returning(&mut self) -> Res<Vec<Item>> {
        if self.eat("returning") { self.items() } else { Ok(Vec::new()) }
    }

    fn assignments(&mut self) -> Res<Vec<Assign>> {
        let groups = self.list(|p| {
            if p.op("(") {
                let mut columns = p.list(|p| {
                    let pos = p.pos();
                    Ok((p.name()?, pos))
                })?;
                p.want_op(")")?;
                p.want_op("=")?;
                p.eat("row");
                p.want_op("(")?;
                if p.at_query() {
                    return Err(PgError::gap("SET of several columns from a query"));
                }
                let values = p.list(Parser::expr)?;
                p.want_op(")")?;
                if values.len() != columns.len() {
                    return Err(PgError::new(
                        "42601",
                        "number of columns does not match number of values",
                    ));
                }
                let pairs = columns.drain(..).zip(values);
                return Ok(pairs
                    .map(|((column, pos), value)| Assign { column, pos, value })
                    .collect());
            }
            let pos = p.pos();
            let column = p.name()?;
            p.want_op("=")?;
            Ok(vec![Assign { column, pos, value: p.expr()? }])
        })?;
        Ok(groups.into_iter().flatten().collect::<Vec<Assign>>())
    }

    pub(super) fn update(&mut self, with: Vec<Cte>) -> Res<Statement> {
        self.bump();
        self.eat("only");
        let table = self.qualified()?;
        let alias = if self.eat("as") {
            Some(self.name()?)
        } else if self.is("set") {
            None
        } else {
            self.bare_alias()
        };
        self.want("set")?;
        let set = Some(self.assignments()?);
        let from = if self.eat("from") { self.list(Parser::from_item)? } else { Vec::new() };
        let filter = if self.eat("where") { Some(self.expr()?) } else { None };
        let returning = self.returning()?;
        Ok(Statement::Change(Change { with, table, alias, set, from, filter, returning }))
    }

    pub(super) fn delete(&mut self, with: Vec<Cte>) -> Res<Statement> {
        self.bump();
        self.want("from")?;
        self.eat("only");
        let table = self.qualified()?;
        let alias = if self.eat("as") { Some(self.name()?) } else { self.bare_alias() };
        let from = if self.eat("using") { self.list(Parser::from_item)? } else { Vec::new() };
        let filter = if self.eat("where") { Some(self.expr()?) } else { None };
        let returning = self.returning()?;
        Ok(Statement::Change(Change { with, table, alias, set: None, from, filter, returning }))
    }

    pub(super) fn truncate(&mut self) -> Res<Statement> {
        self.bump();
        self.eat("table");
        self.eat("only");
        let tables = self.list(Parser::qualified)?;
        let restart = self.eat_all(&["restart", "identity"]);
        self.eat_all(&["continue", "identity"]);
        let cascade = self.eat("cascade");
        self.eat("restrict");
        Ok(Statement::Truncate { tables, restart, cascade })
    }

    pub(super) fn copy(&mut self) -> Res<Statement> {
        self.bump();
        let mut c = Copy {
            table: None,
            columns: Vec::new(),
            query: None,
            from: false,
            file: None,
            csv: false,
            header: false,
            delimiter: None,
            null: None,
        };
        if self.op("(") {
            c.query = Some(self.query()?);
            self.want_op(")")?;
        } else {
            c.table = Some(self.qualified()?);
            if self.is_op("(") {
                c.columns = self.name_list()?;
            }
        }
        c.from = self.eat("from");
        if !c.from {
            self.want("to")?;
        }
        if self.eat("program") {
            return Err(PgError::gap("COPY with PROGRAM"));
        }
        if !self.eat("stdin") && !self.eat("stdout") {
            c.file = Some(self.string()?);
        }
        self.eat("with");
        let parens = self.op("(");
        loop {
            if parens && self.op(",") {
                continue;
            }
            if self.eat("format") {
                match self.label()?.as_str() {
                    "csv" => c.csv = true,
                    "text" => {}
                    other => return Err(PgError::gap(format!("COPY in the format {other}"))),
                }
            } else if self.eat("csv") {
                c.csv = true;
            } else if self.eat("header") {
                c.header = !self.eat("false");
                self.eat("true");
            } else if self.eat("delimiter") {
                self.eat("as");
                c.delimiter = self.string()?.chars().next();
            } else if self.eat("null") {
                self.eat("as");
                c.null = Some(self.string()?);
            } else if self.eat("encoding") || self.eat("quote") || self.eat("escape") {
                self.eat("as");
                self.string()?;
            } else {
                break;
            }
        }
        if parens {
            self.want_op(")")?;
        }
        Ok(Statement::Copy(c))
    }

    pub(super) fn explain(&mut self) -> Res<Statement> {
        self.bump();
        let mut analyze = false;
        if self.op("(") {
            while !self.op(")") {
                if self.is("analyze") {
                    analyze = true;
                }
                if *self.tok() == Tok::End {
                    return Err(self.unexpected());
                }
                self.bump();
            }
        }
        analyze |= self.eat("analyze");
        self.eat("verbose");
        let inner = if self.at_query() || self.is_op("(") {
            Statement::Query(self.query()?)
        } else if self.is("insert") {
            self.insert(Vec::new())?
        } else if self.is("update") {
            self.update(Vec::new())?
        } else if self.is("delete") {
            self.delete(Vec::new())?
        } else {
            return Err(self.unexpected());
        };
        Ok(Statement::Explain { analyze, of: inner.into() })
    }

    pub(super) fn comment(&mut self) -> Res<Statement> {
        self.bump();
        self.want("on")?;
        let kind = self.label()?;
        let mut name = self.qualified()?;
        let mut column = None;
        if kind == "column" {
            // table.column reads as schema.name.
            if self.op(".") {
                column = Some(self.label()?);
            } else if let Some(table) = name.schema.take() {
                column = Some(std::mem::replace(&mut name.name, table));
            }
        }
        if self.is_op("(") {
            return Err(PgError::gap("COMMENT ON this kind of object"));
        }
        self.want("is")?;
        let text = if self.eat("null") { None } else { Some(self.string()?) };
        Ok(Statement::Comment(Comment { kind, name, column, text }))
    }
}
