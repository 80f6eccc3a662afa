//! Reading queries.

use super::super::error::{PgError, Res};
use super::Parser;
use super::ast::{Alias, Body, Cte, From, Item, Join, On, Query, Select, SetOp};
use super::lex::Tok;

impl Parser {
    /// A query, from WITH to LIMIT.
    pub fn query(&mut self) -> Res<Query> {
        self.nested(|p| {
            let (with, recursive) = p.with_clause()?;
            let mut q = p.query_rest()?;
            if !with.is_empty() {
                (q.with, q.recursive) = (with, recursive);
            }
            Ok(q)
        })
    }

    /// `WITH a AS (...), ...`.
    pub fn with_clause(&mut self) -> Res<(Vec<Cte>, bool)> {
        if !self.eat("with") {
            return Ok((Vec::new(), false));
        }
        let recursive = self.eat("recursive");
        let all = self.list(|p| {
            let name = p.name()?;
            let columns = if p.is_op("(") { p.name_list()? } else { Vec::new() };
            p.want("as")?;
            p.eat("not");
            p.eat("materialized");
            p.want_op("(")?;
            if p.is("insert") || p.is("update") || p.is("delete") {
                return Err(PgError::gap("a statement that changes data in WITH"));
            }
            let query = p.query()?;
            p.want_op(")")?;
            Ok(Cte { name, columns, query })
        })?;
        Ok((all, recursive))
    }

    fn query_rest(&mut self) -> Res<Query> {
        let body = self.set_body(0)?;
        let mut q = Query {
            with: Vec::new(),
            recursive: false,
            body,
            order: Vec::new(),
            limit: None,
            offset: None,
        };
        if self.eat("order") {
            self.want("by")?;
            q.order = self.order_keys()?;
        }
        loop {
            if self.eat("limit") {
                q.limit = if self.eat("all") { None } else { Some(self.expr()?) };
            } else if self.eat("offset") {
                q.offset = Some(self.expr()?);
                let _ = self.eat("rows") || self.eat("row");
            } else if self.eat("fetch") {
                let _ = self.eat("first") || self.eat("next");
                let at = self.pos();
                q.limit = Some(if self.is("row") || self.is("rows") {
                    super::ast::Expr { kind: super::ast::Kind::Num("1".into()), pos: at }
                } else {
                    self.expr()?
                });
                let _ = self.eat("rows") || self.eat("row");
                self.want("only")?;
            } else if self.eat("for") {
                let how = self.label()?.to_uppercase();
                return Err(PgError::gap(format!("SELECT FOR {how}")));
            } else {
                break;
            }
        }
        Ok(q)
    }

    fn set_body(&mut self, min: u8) -> Res<Body> {
        self.chain(|p| p.set_operators(min))
    }

    fn set_operators(&mut self, min: u8) -> Res<Body> {
        let mut left = self.simple_body()?;
        loop {
            self.link()?;
            let pos = self.pos();
            let (op, strength) = match self.tok() {
                Tok::Word(w) if w == "union" => (SetOp::Union, 1),
                Tok::Word(w) if w == "except" => (SetOp::Except, 1),
                Tok::Word(w) if w == "intersect" => (SetOp::Intersect, 2),
                _ => return Ok(left),
            };
            if strength <= min {
                return Ok(left);
            }
            self.bump();
            let all = self.eat("all");
            self.eat("distinct");
            let right = self.nested(|p| p.set_body(strength))?;
            left = Body::Set { op, all, left: left.into(), right: right.into(), pos };
        }
    }

    fn simple_body(&mut self) -> Res<Body> {
        if self.op("(") {
            let q = self.query()?;
            self.want_op(")")?;
            return Ok(Body::Nested(q.into()));
        }
        if self.eat("values") {
            let rows = self.list(|p| {
                p.want_op("(")?;
                let row = p.list(Parser::expr)?;
                p.want_op(")")?;
                Ok(row)
            })?;
            return Ok(Body::Values(rows));
        }
        let mut select = Select {
            distinct: false,
            distinct_on: Vec::new(),
            items: Vec::new(),
            from: Vec::new(),
            filter: None,
            group: Vec::new(),
            having: None,
        };
        if self.eat("table") {
            let pos = self.pos();
            let name = self.qualified()?;
            select.from.push(From::Table { name, alias: None });
            select.items.push(Item {
                expr: super::ast::Expr { kind: super::ast::Kind::Star(None), pos },
                alias: None,
            });
            return Ok(Body::Select(select.into()));
        }
        self.want("select")?;
        if self.eat("distinct") {
            if self.eat("on") {
                self.want_op("(")?;
                select.distinct_on = self.list(Parser::expr)?;
                self.want_op(")")?;
            } else {
                select.distinct = true;
            }
        } else {
            self.eat("all");
        }
        let nothing = matches!(self.tok(), Tok::End)
            || self.is_op(";")
            || self.is_op(")")
            || self.is("from")
            || self.is("where")
            || self.is("union");
        if !nothing {
            select.items = self.items()?;
        }
        if self.is("into") {
            return Err(PgError::gap("SELECT INTO"));
        }
        if self.eat("from") {
            select.from = self.list(Parser::from_item)?;
        }
        if self.eat("where") {
            select.filter = Some(self.expr()?);
        }
        if self.eat("group") {
            self.want("by")?;
            if self.is("rollup") || self.is("cube") || self.is("grouping") {
                return Err(PgError::gap("GROUP BY with grouping sets"));
            }
            select.group = self.list(Parser::expr)?;
        }
        if self.eat("having") {
            select.having = Some(self.expr()?);
        }
        if self.is("window") {
            return Err(PgError::gap("WINDOW"));
        }
        Ok(Body::Select(select.into()))
    }

    /// What is selected or returned.
    pub fn items(&mut self) -> Res<Vec<Item>> {
        self.list(|p| {
            let expr = p.expr()?;
            let alias = if p.eat("as") {
                Some(p.label()?)
            } else {
                match p.tok() {
                    Tok::Word(w) if !super::parse::is_reserved(w) => Some(p.name()?),
                    Tok::Quoted(_) => Some(p.name()?),
                    _ => None,
                }
            };
            Ok(Item { expr, alias })
        })
    }

    fn alias(&mut self) -> Res<Option<Alias>> {
        let name = if self.eat("as") { Some(self.name()?) } else { self.bare_alias() };
        let Some(name) = name else { return Ok(None) };
        let mut columns = Vec::new();
        if self.op("(") {
            columns = self.list(|p| {
                let name = p.name()?;
                if !p.is_op(",") && !p.is_op(")") {
                    p.type_name()?;
                }
                Ok(name)
            })?;
            self.want_op(")")?;
        }
        Ok(Some(Alias { name, columns }))
    }

    /// A table with all that is joined to it.
    pub fn from_item(&mut self) -> Res<From> {
        let mut left = self.from_one()?;
        loop {
            self.link()?;
            let natural = self.eat("natural");
            let kind = if self.eat("cross") {
                Join::Cross
            } else if self.eat("inner") {
                Join::Inner
            } else if self.eat("left") {
                self.eat("outer");
                Join::Left
            } else if self.eat("right") {
                self.eat("outer");
                Join::Right
            } else if self.eat("full") {
                self.eat("outer");
                Join::Full
            } else if self.is("join") {
                Join::Inner
            } else if natural {
                return Err(self.unexpected());
            } else {
                return Ok(left);
            };
            self.want("join")?;
            let right = self.from_one()?;
            let on = if kind == Join::Cross {
                On::Nothing
            } else if natural {
                On::Natural
            } else if self.eat("using") {
                On::Using(self.name_list()?)
            } else {
                self.want("on")?;
                On::Expr(self.expr()?)
            };
            left = From::Join { kind, left: left.into(), right: right.into(), on };
        }
    }

    fn from_one(&mut self) -> Res<From> {
        let pos = self.pos();
        let lateral = self.eat("lateral");
        if self.op("(") {
            if self.at_query() || self.is_op("(") {
                let query = self.query()?;
                self.want_op(")")?;
                let alias = self.alias()?;
                return Ok(From::Query { query: query.into(), alias, pos, lateral });
            }
            let inner = self.nested(Parser::from_item)?;
            self.want_op(")")?;
            return Ok(inner);
        }
        self.eat("only");
        let name = match self.tok().clone() {
            Tok::Word(w) if matches!(w.as_str(), "current_date" | "current_user") => {
                return Err(PgError::gap(format!("{w} in FROM")));
            }
            _ => self.qualified()?,
        };
        if self.is_op("(") {
            let call = self.call(name.name)?;
            if self.eat_all(&["with", "ordinality"]) {
                return Err(PgError::gap("WITH ORDINALITY"));
            }
            let alias = self.alias()?;
            return Ok(From::Function { call, alias, pos });
        }
        self.op("*");
        let alias = self.alias()?;
        Ok(From::Table { name, alias })
    }
}
