//! The reader of statements: what goes on between its words, and which kind a statement is.

use super::super::error::{PgError, Res};
use super::ast::{Name, Statement, TypeName};
use super::lex::{Tok, Token, lex};

/// How deep expressions and queries may nest.
const DEPTH: usize = 120;

/// Words that can not be names of columns or tables unless quoted.
const RESERVED: &[&str] = &[
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "both", "case",
    "cast", "check", "collate", "column", "constraint", "create", "current_catalog", "current_date",
    "current_role", "current_time", "current_timestamp", "current_user", "default", "deferrable",
    "desc", "distinct", "do", "else", "end", "except", "false", "fetch", "for", "foreign", "from",
    "grant", "group", "having", "in", "initially", "intersect", "into", "lateral", "leading", "limit",
    "localtime", "localtimestamp", "not", "null", "offset", "on", "only", "or", "order", "placing",
    "primary", "references", "returning", "select", "session_user", "some", "symmetric", "system_user",
    "table", "then", "to", "trailing", "true", "union", "unique", "user", "using", "variadic", "when",
    "where", "window", "with",
];

/// Words that can be names of columns, but not of tables' aliases without AS.
const JOINS: &[&str] = &[
    "cross", "full", "inner", "join", "left", "natural", "right", "isnull", "notnull", "is", "like",
    "ilike", "overlaps", "similar", "tablesample", "set",
];

/// Whether a word must be quoted to be a name.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.binary_search(&word).is_ok()
}

/// Reads statements.
pub struct Parser {
    chars: Vec<char>,
    toks: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    /// Over a text; the words are looked at first.
    pub fn new(text: &str) -> Res<Parser> {
        let chars: Vec<char> = text.chars().collect();
        let toks = lex(&chars)?;
        Ok(Parser { chars, toks, at: 0, depth: 0 })
    }

    /// All statements, each with its text.
    pub fn statements(&mut self) -> Res<Vec<(Statement, String)>> {
        let mut out = Vec::new();
        loop {
            while self.op(";") {}
            if *self.tok() == Tok::End {
                return Ok(out);
            }
            let start = self.pos();
            let statement = self.statement()?;
            let end = self.toks[self.at.saturating_sub(1)].end;
            if !self.is_op(";") && *self.tok() != Tok::End {
                return Err(self.unexpected());
            }
            out.push((statement, self.text(start, end)));
        }
    }

    /// A lone expression, as the catalogue keeps it.
    pub fn only_expr(text: &str) -> Res<super::ast::Expr> {
        let mut p = Parser::new(text)?;
        p.expr()
    }

    /// A lone query.
    pub fn only_query(text: &str) -> Res<super::ast::Query> {
        Parser::new(text)?.query()
    }

    /// Characters of the text.
    pub fn text(&self, from: usize, to: usize) -> String {
        self.chars[from..to].iter().collect()
    }

    /// The next word.
    pub fn tok(&self) -> &Tok {
        &self.toks[self.at].tok
    }

    /// The word after some others.
    pub fn ahead(&self, n: usize) -> &Tok {
        &self.toks[(self.at + n).min(self.toks.len() - 1)].tok
    }

    /// Its place.
    pub fn pos(&self) -> usize {
        self.toks[self.at].pos
    }

    /// The place after the last word taken.
    pub fn end_of_last(&self) -> usize {
        self.toks[self.at.saturating_sub(1)].end
    }

    /// Goes on.
    pub fn bump(&mut self) -> Tok {
        let tok = self.tok().clone();
        if self.at + 1 < self.toks.len() {
            self.at += 1;
        }
        tok
    }

    /// Runs with one more level of nesting; refuses where there are too many.
    pub fn nested<T>(&mut self, f: impl FnOnce(&mut Parser) -> Res<T>) -> Res<T> {
        if self.depth >= DEPTH {
            return Err(PgError::new("54001", "stack depth limit exceeded"));
        }
        self.depth += 1;
        let done = f(self);
        self.depth -= 1;
        done
    }

    /// What is said of a word that does not belong there.
    pub fn unexpected(&self) -> PgError {
        let t = &self.toks[self.at];
        if t.tok == Tok::End {
            return PgError::new("42601", "syntax error at end of input").at(self.chars.len());
        }
        let text = self.text(t.pos, t.end);
        PgError::new("42601", format!("syntax error at or near \"{text}\"")).at(t.pos)
    }

    /// Whether a key word comes.
    pub fn is(&self, word: &str) -> bool {
        matches!(self.tok(), Tok::Word(w) if w == word)
    }

    /// Takes a key word where it comes.
    pub fn eat(&mut self, word: &str) -> bool {
        let found = self.is(word);
        if found {
            self.bump();
        }
        found
    }

    /// Takes several key words where they come.
    pub fn eat_all(&mut self, words: &[&str]) -> bool {
        let found =
            words.iter().enumerate().all(|(i, w)| matches!(self.ahead(i), Tok::Word(t) if t == w));
        if found {
            words.iter().for_each(|_| drop(self.bump()));
        }
        found
    }

    /// Demands a key word.
    pub fn want(&mut self, word: &str) -> Res<()> {
        if self.eat(word) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Whether a sign comes.
    pub fn is_op(&self, op: &str) -> bool {
        matches!(self.tok(), Tok::Op(o) if o == op)
    }

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
            "character" | "char" | "bit" | "nchar" if self.eat("varying") => name = "varchar".into(),
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

    fn accepted(&mut self, tag: &'static str) -> Res<Statement> {
        self.skip_statement();
        Ok(Statement::Accepted(tag))
    }

    fn statement(&mut self) -> Res<Statement> {
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
            "begin" | "start" | "commit" | "end" | "rollback" | "abort" | "savepoint" | "release" => {
                self.transaction(&word)
            }
            "set" => self.set(),
            "reset" => {
                self.bump();
                let name = self.label()?;
                self.skip_statement();
                Ok(Statement::Set { name, value: None, local: false })
            }
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
            "vacuum" => self.accepted("VACUUM"),
            "analyze" | "analyse" => self.accepted("ANALYZE"),
            "checkpoint" => {
                self.bump();
                Ok(Statement::Checkpoint)
            }
            "grant" => self.accepted("GRANT"),
            "revoke" => self.accepted("REVOKE"),
            "reindex" => self.accepted("REINDEX"),
            "lock" => self.accepted("LOCK TABLE"),
            "discard" => self.accepted("DISCARD ALL"),
            "security" => self.accepted("SECURITY LABEL"),
            "listen" | "notify" | "unlisten" | "prepare" | "execute" | "deallocate" | "declare"
            | "fetch" | "move" | "close" | "cluster" | "do" | "call" | "merge" | "import"
            | "refresh" | "load" | "reassign" => {
                self.skip_statement();
                Ok(Statement::Gap(word.to_uppercase()))
            }
            _ => Err(self.unexpected()),
        }
    }
}
