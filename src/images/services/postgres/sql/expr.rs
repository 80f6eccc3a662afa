//! Reading expressions, by PostgreSQL's precedence.

use super::super::error::Res;
use super::Parser;
use super::ast::{Call, Expr, Kind, OrderBy, Over, TypeName};
use super::lex::Tok;

fn e(kind: Kind, pos: usize) -> Expr {
    Expr { kind, pos }
}

/// How strongly an operator binds.
fn strength(op: &str) -> u8 {
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

    fn binary(&mut self, min: u8) -> Res<Expr> {
        let mut left = self.prefix(min)?;
        loop {
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
                            left = e(Kind::Quantified { op, e: left.into(), all, of: of.into() }, pos);
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

    fn quantifier(&mut self) -> Option<bool> {
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
    fn operator_name(&mut self) -> Res<String> {
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

    fn is_test(&mut self, left: Expr) -> Res<Expr> {
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
    fn matching(&mut self, left: Expr) -> Res<Result<Expr, Expr>> {
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

    fn prefix(&mut self, min: u8) -> Res<Expr> {
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
                        ("-", Kind::Num(n)) if !n.starts_with('-') => e(Kind::Num(format!("-{n}")), pos),
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

    fn primary(&mut self) -> Res<Expr> {
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

    fn parens(&mut self, pos: usize) -> Res<Expr> {
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

    fn word(&mut self, w: &str, pos: usize) -> Res<Expr> {
        let simple = |p: &mut Parser, kind| {
            p.bump();
            Ok(e(kind, pos))
        };
        let paren = matches!(self.ahead(1), Tok::Op(o) if o == "(");
        match w {
            "null" => simple(self, Kind::Null),
            "true" => simple(self, Kind::Bool(true)),
            "false" => simple(self, Kind::Bool(false)),
            "default" => simple(self, Kind::Default),
            "case" => self.case(pos),
            "exists" if paren => {
                self.bump();
                self.want_op("(")?;
                let q = self.nested(Parser::query)?;
                self.want_op(")")?;
                Ok(e(Kind::Exists(q.into()), pos))
            }
            "array" => {
                self.bump();
                if self.op("(") {
                    let q = self.query()?;
                    self.want_op(")")?;
                    return Ok(call("array_of_query", vec![e(Kind::Scalar(q.into()), pos)], pos));
                }
                self.want_op("[")?;
                let all = if self.is_op("]") { Vec::new() } else { self.list(Parser::expr)? };
                self.want_op("]")?;
                Ok(e(Kind::Array(all), pos))
            }
            "row" if paren => {
                self.bump();
                self.want_op("(")?;
                let all = self.list(Parser::expr)?;
                self.want_op(")")?;
                Ok(e(Kind::Row(all), pos))
            }
            "cast" if paren => {
                self.bump();
                self.want_op("(")?;
                let of = self.expr()?;
                self.want("as")?;
                let ty = self.type_name()?;
                self.want_op(")")?;
                Ok(e(Kind::Cast(of.into(), ty), pos))
            }
            "extract" if paren => {
                self.bump();
                self.want_op("(")?;
                let field = match self.bump() {
                    Tok::Word(w) | Tok::Str(w) => w,
                    _ => return Err(self.unexpected()),
                };
                self.want("from")?;
                let of = self.expr()?;
                self.want_op(")")?;
                Ok(call("extract", vec![e(Kind::Str(field), pos), of], pos))
            }
            "position" | "substring" | "trim" | "overlay" if paren => self.worded(w, pos),
            "current_user" | "session_user" | "user" | "current_role" | "current_date"
            | "current_catalog" | "localtimestamp" | "current_timestamp" | "current_time"
            | "localtime" | "current_schema"
                if !paren =>
            {
                self.bump();
                Ok(call(w, Vec::new(), pos))
            }
            "current_timestamp" | "localtimestamp" if paren => {
                self.bump();
                self.want_op("(")?;
                self.integer()?;
                self.want_op(")")?;
                Ok(call(w, Vec::new(), pos))
            }
            _ => self.name_or_call(pos),
        }
    }

    /// Functions whose arguments are parted by words.
    fn worded(&mut self, name: &str, pos: usize) -> Res<Expr> {
        self.bump();
        self.want_op("(")?;
        let mut function = name;
        let mut args = Vec::new();
        match name {
            "trim" => {
                function = "btrim";
                if self.eat("leading") {
                    function = "ltrim";
                } else if self.eat("trailing") {
                    function = "rtrim";
                } else {
                    self.eat("both");
                }
                if self.eat("from") {
                    args.push(self.expr()?);
                } else {
                    let first = self.expr()?;
                    if self.eat("from") {
                        args.extend([self.expr()?, first]);
                    } else {
                        args.push(first);
                        if self.op(",") {
                            args.push(self.expr()?);
                        }
                    }
                }
            }
            "position" => {
                let what = self.nested(|p| p.binary(7))?;
                self.want("in")?;
                args.extend([what, self.expr()?]);
            }
            _ => {
                args.push(self.expr()?);
                if self.eat("from") || self.op(",") {
                    args.push(self.expr()?);
                }
                if self.eat("for") || self.op(",") {
                    args.push(self.expr()?);
                }
            }
        }
        self.want_op(")")?;
        Ok(call(function, args, pos))
    }

    fn case(&mut self, pos: usize) -> Res<Expr> {
        self.bump();
        let of = if self.is("when") { None } else { Some(Box::new(self.expr()?)) };
        let mut arms = Vec::new();
        while self.eat("when") {
            let when = self.expr()?;
            self.want("then")?;
            arms.push((when, self.expr()?));
        }
        if arms.is_empty() {
            return Err(self.unexpected());
        }
        let otherwise = if self.eat("else") { Some(Box::new(self.expr()?)) } else { None };
        self.want("end")?;
        Ok(e(Kind::Case { of, arms, otherwise }, pos))
    }

    fn name_or_call(&mut self, pos: usize) -> Res<Expr> {
        // A type's name before a string: date '2024-01-01'.
        if let (Tok::Word(w), Tok::Str(_)) = (self.tok().clone(), self.ahead(1).clone())
            && super::super::engine::types::is_type_word(&w)
        {
            self.bump();
            let at = self.pos();
            let text = self.string()?;
            let ty = TypeName { name: w, mods: Vec::new(), array: false, pos };
            return Ok(e(Kind::Cast(e(Kind::Str(text), at).into(), ty), pos));
        }
        if self.is("timestamp") && matches!(self.ahead(1), Tok::Word(w) if w == "with" || w == "without")
        {
            let ty = self.type_name()?;
            let at = self.pos();
            let text = self.string()?;
            return Ok(e(Kind::Cast(e(Kind::Str(text), at).into(), ty), pos));
        }
        let paren = matches!(self.ahead(1), Tok::Op(o) if o == "(");
        let mut parts = vec![match self.tok().clone() {
            Tok::Word(w) if paren && matches!(w.as_str(), "left" | "right" | "user" | "any") => self.label()?,
            _ => self.name()?,
        }];
        while self.op(".") {
            if self.op("*") {
                return Ok(e(Kind::Star(parts.pop()), pos));
            }
            parts.push(self.label()?);
        }
        let last = parts.pop().unwrap_or_default();
        if self.is_op("(") {
            let call = self.call(last)?;
            return Ok(e(Kind::Call(call), pos));
        }
        Ok(e(Kind::Column { table: parts.pop(), name: last }, pos))
    }

    /// The arguments of a call, and what follows them.
    pub fn call(&mut self, name: String) -> Res<Call> {
        self.want_op("(")?;
        let mut call = Call {
            name,
            args: Vec::new(),
            star: false,
            distinct: false,
            order: Vec::new(),
            filter: None,
            over: None,
        };
        if self.op("*") {
            call.star = true;
        } else if !self.is_op(")") {
            call.distinct = self.eat("distinct");
            self.eat("all");
            self.eat("variadic");
            call.args = self.list(Parser::expr)?;
            if self.eat("order") {
                self.want("by")?;
                call.order = self.order_keys()?;
            }
        }
        self.want_op(")")?;
        if self.is("filter") && matches!(self.ahead(1), Tok::Op(o) if o == "(") {
            self.bump();
            self.want_op("(")?;
            self.want("where")?;
            call.filter = Some(self.expr()?.into());
            self.want_op(")")?;
        }
        if self.eat("over") {
            self.want_op("(")?;
            let mut over = Over { partition: Vec::new(), order: Vec::new() };
            if self.eat("partition") {
                self.want("by")?;
                over.partition = self.list(Parser::expr)?;
            }
            if self.eat("order") {
                self.want("by")?;
                over.order = self.order_keys()?;
            }
            self.want_op(")")?;
            call.over = Some(over.into());
        }
        Ok(call)
    }

    /// The keys of an ORDER BY.
    pub fn order_keys(&mut self) -> Res<Vec<OrderBy>> {
        self.list(|p| {
            let expr = p.expr()?;
            let desc = p.eat("desc");
            if !desc {
                p.eat("asc");
            }
            let mut nulls_first = desc;
            if p.eat("nulls") {
                nulls_first = p.eat("first");
                if !nulls_first {
                    p.want("last")?;
                }
            }
            Ok(OrderBy { expr, desc, nulls_first })
        })
    }
}

/// A call without further clauses.
pub fn call(name: &str, args: Vec<Expr>, pos: usize) -> Expr {
    let name = name.to_string();
    let (order, filter, over) = (Vec::new(), None, None);
    e(Kind::Call(Call { name, args, star: false, distinct: false, order, filter, over }), pos)
}
