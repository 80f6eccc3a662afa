//! Names, calls and forms with words of their own in expressions; the rest is in `expr`.

use super::super::error::Res;
use super::Parser;
use super::ast::{Call, Expr, Kind, OrderBy, Over, TypeName};
use super::expr::e;
use super::lex::Tok;

impl Parser {
    pub fn word(&mut self, w: &str, pos: usize) -> Res<Expr> {
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
    pub fn worded(&mut self, name: &str, pos: usize) -> Res<Expr> {
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

    pub fn case(&mut self, pos: usize) -> Res<Expr> {
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

    pub fn name_or_call(&mut self, pos: usize) -> Res<Expr> {
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
        if self.is("timestamp")
            && matches!(self.ahead(1), Tok::Word(w) if w == "with" || w == "without")
        {
            let ty = self.type_name()?;
            let at = self.pos();
            let text = self.string()?;
            return Ok(e(Kind::Cast(e(Kind::Str(text), at).into(), ty), pos));
        }
        let paren = matches!(self.ahead(1), Tok::Op(o) if o == "(");
        let mut parts = vec![match self.tok().clone() {
            Tok::Word(w) if paren && matches!(w.as_str(), "left" | "right" | "user" | "any") => {
                self.label()?
            }
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
