//! Reading expressions, by PostgreSQL's precedence.

use super::super::error::Res;
use super::Parser;
use super::ast::{Expr, Kind};
pub use super::expr_words::call;
use super::lex::Tok;

pub fn e(kind: Kind, pos: usize) -> Expr {
    Expr { kind, pos }
}

/// How strongly an operator binds.
pub fn strength(op: &str) -> u8 {
    match op {
        "=" | "<" | ">" | "<=" | ">=" | "<>" => 5,
        "+" | "-" => 8,
        "*" | "/" | "%" => 9,
        "^" => 10,
        _ => 7,
    }
}

impl Parser {
    /// An expression.
    pub fn expr(&mut self) -> Res<Expr> {
        self.nested(|p| p.binary(1))
    }

    /// Operators that bind at least so strongly, and what they stand between.
    pub fn binary(&mut self, min: u8) -> Res<Expr> {
        self.chain(|p| p.operators(min))
    }

    fn operators(&mut self, min: u8) -> Res<Expr> {
        let mut left = self.prefix(min)?;
        loop {
            self.link()?;
            let pos = self.pos();
            match self.tok().clone() {
                Tok::Word(w) => match w.as_str() {
                    "or" if min <= 1 => {
                        self.bump();
                        let right = self.nested(|p| p.binary(2))?;
                        left = e(Kind::Or(left.into(), right.into()), pos);
                    }
                    "and" if min <= 2 => {
                        self.bump();
                        let right = self.nested(|p| p.binary(3))?;
                        left = e(Kind::And(left.into(), right.into()), pos);
                    }
                    "is" if min <= 4 => left = self.is_test(left)?,
                    "isnull" if min <= 4 => {
                        self.bump();
                        left = e(Kind::IsNull(left.into(), false), pos);
                    }
                    "notnull" if min <= 4 => {
                        self.bump();
                        left = e(Kind::IsNull(left.into(), true), pos);
                    }
                    "not" | "between" | "in" | "like" | "ilike" | "similar" if min <= 6 => {
                        match self.matching(left)? {
                            Ok(done) => left = done,
                            Err(back) => return Ok(back),
                        }
                    }
                    "collate" => {
                        self.bump();
                        self.qualified()?;
                    }
                    "at" if min <= 12 => {
                        if !self.eat_all(&["at", "time", "zone"]) {
                            return Ok(left);
                        }
                        let zone = self.nested(|p| p.binary(12))?;
                        left = call("timezone", vec![zone, left], pos);
                    }
                    "operator" => {
                        self.bump();
                        let op = self.operator_name()?;
                        let right = self.nested(|p| p.binary(8))?;
                        left = e(Kind::Binary(op, left.into(), right.into()), pos);
                    }
                    _ => return Ok(left),
                },
                Tok::Op(op) => match op.as_str() {
                    "::" => {
                        self.bump();
                        let ty = self.type_name()?;
                        left = e(Kind::Cast(left.into(), ty), pos);
                    }
                    "[" => {
                        self.bump();
                        let index = self.expr()?;
                        self.want_op("]")?;
                        left = e(Kind::Index(left.into(), index.into()), pos);
                    }
                    "," | ")" | ";" | "(" | "." | "]" | ":" | "$" | ":=" => return Ok(left),
                    op => {
                        let s = strength(op);
                        if s < min {
                            return Ok(left);
                        }
                        let op = op.to_string();
                        self.bump();
                        if let Some(all) = self.quantifier() {
                            self.want_op("(")?;
                            let of = if self.at_query() {
                                let q = self.query()?;
                                e(Kind::Scalar(q.into()), pos)
                            } else {
                                self.expr()?
                            };
                            self.want_op(")")?;
                            left =
                                e(Kind::Quantified { op, e: left.into(), all, of: of.into() }, pos);
                            continue;
                        }
                        let right = self.nested(|p| p.binary(s + 1))?;
                        left = e(Kind::Binary(op, left.into(), right.into()), pos);
                    }
                },
                _ => return Ok(left),
            }
        }
    }

    pub fn quantifier(&mut self) -> Option<bool> {
        if !matches!(self.ahead(1), Tok::Op(o) if o == "(") {
            return None;
        }
        if self.eat("any") || self.eat("some") {
            Some(false)
        } else if self.eat("all") {
            Some(true)
        } else {
            None
        }
    }

    /// `OPERATOR(pg_catalog.~)`.
    pub fn operator_name(&mut self) -> Res<String> {
        self.want_op("(")?;
        if matches!(self.tok(), Tok::Word(_)) {
            self.bump();
            self.want_op(".")?;
        }
        let Tok::Op(op) = self.bump() else { return Err(self.unexpected()) };
        self.want_op(")")?;
        Ok(op)
    }

    /// Whether a query comes.
    pub fn at_query(&self) -> bool {
        self.is("select") || self.is("values") || self.is("with") || self.is("table")
    }

    pub fn is_test(&mut self, left: Expr) -> Res<Expr> {
        let pos = self.pos();
        self.bump();
        let not = self.eat("not");
        let kind = if self.eat("null") {
            Kind::IsNull(left.into(), not)
        } else if self.eat("true") {
            Kind::IsBool(left.into(), Some(true), not)
        } else if self.eat("false") {
            Kind::IsBool(left.into(), Some(false), not)
        } else if self.eat("unknown") {
            Kind::IsBool(left.into(), None, not)
        } else if self.eat_all(&["distinct", "from"]) {
            let right = self.nested(|p| p.binary(5))?;
            Kind::Distinct(left.into(), right.into(), not)
        } else {
            return Err(self.unexpected());
        };
        Ok(e(kind, pos))
    }

    /// `[NOT] BETWEEN | IN | LIKE`; what is given back as an error is an operand that ends here.
    pub fn matching(&mut self, left: Expr) -> Res<Result<Expr, Expr>> {
        let pos = self.pos();
        let not = self.is("not");
        if not {
            if !matches!(self.ahead(1), Tok::Word(w) if ["between", "in", "like", "ilike", "similar"].contains(&w.as_str()))
            {
                return Ok(Err(left));
            }
            self.bump();
        }
        if self.eat("between") {
            self.eat("symmetric");
            let low = self.nested(|p| p.binary(7))?;
            self.want("and")?;
            let high = self.nested(|p| p.binary(7))?;
            return Ok(Ok(e(Kind::Between(left.into(), low.into(), high.into(), not), pos)));
        }
        if self.eat("in") {
            self.want_op("(")?;
            let kind = if self.at_query() {
                Kind::InQuery(left.into(), self.query()?.into(), not)
            } else {
                Kind::In(left.into(), self.list(Parser::expr)?, not)
            };
            self.want_op(")")?;
            return Ok(Ok(e(kind, pos)));
        }
        if self.eat("similar") {
            return Err(super::super::error::PgError::gap("SIMILAR TO"));
        }
        let icase = self.eat("ilike");
        if !icase {
            self.want("like")?;
        }
        let pattern = self.nested(|p| p.binary(7))?;
        if self.eat("escape") {
            self.string()?;
        }
        Ok(Ok(e(Kind::Like { e: left.into(), pattern: pattern.into(), icase, not }, pos)))
    }

    pub fn prefix(&mut self, min: u8) -> Res<Expr> {
        let pos = self.pos();
        if min <= 3 && self.eat("not") {
            let of = self.nested(|p| p.binary(3))?;
            return Ok(e(Kind::Not(of.into()), pos));
        }
        if let Tok::Op(op) = self.tok().clone() {
            match op.as_str() {
                "-" | "+" => {
                    self.bump();
                    let of = self.nested(|p| p.binary(11))?;
                    return Ok(match (op.as_str(), of.kind) {
                        ("-", Kind::Num(n)) if !n.starts_with('-') => {
                            e(Kind::Num(format!("-{n}")), pos)
                        }
                        (_, kind) => e(Kind::Unary(op, e(kind, of.pos).into()), pos),
                    });
                }
                "~" | "@" | "|/" | "!!" => {
                    self.bump();
                    let of = self.nested(|p| p.binary(8))?;
                    return Ok(e(Kind::Unary(op, of.into()), pos));
                }
                _ => {}
            }
        }
        self.primary()
    }

    pub fn primary(&mut self) -> Res<Expr> {
        let pos = self.pos();
        match self.tok().clone() {
            Tok::Num(n) => {
                self.bump();
                Ok(e(Kind::Num(n), pos))
            }
            Tok::Str(s) => {
                self.bump();
                Ok(e(Kind::Str(s), pos))
            }
            Tok::Param(n) => Err(super::super::error::PgError::new(
                "42P02",
                format!("there is no parameter ${n}"),
            )
            .at(pos)),
            Tok::Op(o) if o == "(" => self.parens(pos),
            Tok::Op(o) if o == "*" => {
                self.bump();
                Ok(e(Kind::Star(None), pos))
            }
            Tok::Quoted(_) => self.name_or_call(pos),
            Tok::Word(w) => self.word(&w, pos),
            _ => Err(self.unexpected()),
        }
    }

    pub fn parens(&mut self, pos: usize) -> Res<Expr> {
        self.bump();
        if self.at_query() {
            let q = self.nested(Parser::query)?;
            self.want_op(")")?;
            return Ok(e(Kind::Scalar(q.into()), pos));
        }
        let mut all = self.list(Parser::expr)?;
        self.want_op(")")?;
        if all.len() == 1
            && let Some(one) = all.pop()
        {
            return Ok(one);
        }
        Ok(e(Kind::Row(all), pos))
    }
}
