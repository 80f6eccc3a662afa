//! The reader of statements: what goes on between its words, and which kind a statement is.

use super::super::error::{PgError, Res};
use super::ast::Statement;
use super::lex::{Tok, Token, lex};

/// How deep expressions and queries may nest: what one more level costs, what one more operator in a chain
/// does (`1 + 1 + 1` is a tree, too), and how much there may be of both.
const LEVEL: usize = 16;
const LINK: usize = 2;
const DEPTH: usize = 60 * LEVEL;

/// Words that can not be names of columns or tables unless quoted.
pub const RESERVED: &[&str] = &[
    "all",
    "analyse",
    "analyze",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "asymmetric",
    "both",
    "case",
    "cast",
    "check",
    "collate",
    "column",
    "constraint",
    "create",
    "current_catalog",
    "current_date",
    "current_role",
    "current_time",
    "current_timestamp",
    "current_user",
    "default",
    "deferrable",
    "desc",
    "distinct",
    "do",
    "else",
    "end",
    "except",
    "false",
    "fetch",
    "for",
    "foreign",
    "from",
    "grant",
    "group",
    "having",
    "in",
    "initially",
    "intersect",
    "into",
    "lateral",
    "leading",
    "limit",
    "localtime",
    "localtimestamp",
    "not",
    "null",
    "offset",
    "on",
    "only",
    "or",
    "order",
    "placing",
    "primary",
    "references",
    "returning",
    "select",
    "session_user",
    "some",
    "symmetric",
    "system_user",
    "table",
    "then",
    "to",
    "trailing",
    "true",
    "union",
    "unique",
    "user",
    "using",
    "variadic",
    "when",
    "where",
    "window",
    "with",
];

/// Words that can be names of columns, but not of tables' aliases without AS.
pub const JOINS: &[&str] = &[
    "cross",
    "full",
    "inner",
    "join",
    "left",
    "natural",
    "right",
    "isnull",
    "notnull",
    "is",
    "like",
    "ilike",
    "overlaps",
    "similar",
    "tablesample",
    "set",
];

/// Whether a word must be quoted to be a name.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.binary_search(&word).is_ok()
}

/// Reads statements.
pub struct Parser {
    pub chars: Vec<char>,
    pub toks: Vec<Token>,
    pub at: usize,
    pub depth: usize,
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
        self.chain(|p| {
            p.deeper(LEVEL)?;
            f(p)
        })
    }

    /// Runs what may add links; they are forgotten behind it.
    pub fn chain<T>(&mut self, f: impl FnOnce(&mut Parser) -> Res<T>) -> Res<T> {
        let before = self.depth;
        let done = f(self);
        self.depth = before;
        done
    }

    /// One more operator in a chain; refuses where there are too many.
    pub fn link(&mut self) -> Res<()> {
        self.deeper(LINK)
    }

    fn deeper(&mut self, by: usize) -> Res<()> {
        if self.depth + by > DEPTH {
            return Err(PgError::new("54001", "stack depth limit exceeded"));
        }
        self.depth += by;
        Ok(())
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
}

#[cfg(test)]
mod tests {
    use super::Parser;

    #[test]
    fn what_nests_too_deep_is_refused() {
        let code = |text: &str| Parser::new(text).unwrap().statements().err().map(|e| e.code);
        for (open, close) in [("(", ")"), ("- ", ""), ("not ", ""), ("1 + ", ""), ("true or ", "")]
        {
            let text = |n: usize| format!("select {}1{}", open.repeat(n), close.repeat(n));
            assert_eq!(code(&text(40)), None, "{open}");
            assert_eq!(code(&text(100_000)), Some("54001"), "{open}");
        }
        assert_eq!(code(&format!("select 1{}", " union select 1".repeat(100_000))), Some("54001"));
        assert_eq!(code(&format!("select 1{}", ", 1 + 1".repeat(10_000))), None);
    }
}
