//! Compound commands: groups, subshells, `if`, loops, `case`, `select`, `((`, functions, `coproc`.
//! `[[` belongs to `cond`.

use std::cell::RefCell;
use std::rc::Rc;

use super::ast::{ArithText, CaseArm, CaseEnd, Command, Kind, List, Word};
use super::error::{Opened, SyntaxError, Wrong, due_after};
use super::lexer::{Parser, TokenKind, is_name, name_length};
use super::word::{ARITH, Place, WORD};
use crate::shell::Dialect;

impl Parser {
    /// The compound command that a word begins, if it is a reserved word that begins one.
    pub(super) fn compound(&mut self, word: &str) -> Result<Option<Kind>, SyntaxError> {
        let bash = self.bash();
        let kind = match word {
            "{" => {
                self.begin("{")?;
                let list = self.body()?;
                self.end("}")?;
                Kind::Group(list)
            }
            "if" => self.if_clause()?,
            "while" | "until" => {
                let until = word == "until";
                self.begin(if until { "until" } else { "while" })?;
                let condition = self.body()?;
                let body = self.do_group()?;
                self.open.pop();
                Kind::While { until, condition, body }
            }
            "for" => self.for_clause()?,
            "select" if bash => {
                self.begin("select")?;
                let (name, words, body) = self.for_words()?;
                self.open.pop();
                Kind::Select { name, words, body }
            }
            "case" => self.case_clause()?,
            "[[" if self.opts.dialect != Dialect::Dash => {
                self.begin("[[")?;
                let c = self.cond()?;
                self.open.pop();
                Kind::Cond(c)
            }
            "function" if self.opts.dialect != Dialect::Dash => {
                self.plain_next();
                let line = self.next()?.line;
                let name = match self.next()? {
                    super::lexer::Token { kind: TokenKind::Word(w), .. } => w.raw.to_string(),
                    t => return self.no_word(&t),
                };
                self.alias_ok = false;
                return Ok(Some(self.function(&name, line)?.kind));
            }
            "coproc" if bash => self.coproc()?,
            "then" | "else" | "elif" | "fi" | "do" | "done" | "esac" | "}" => {
                let t = self.next()?;
                return self.unexpected(&t);
            }
            "in" => {
                let t = self.next()?;
                return self.unexpected(&t);
            }
            _ => return Ok(None),
        };
        Ok(Some(kind))
    }

    fn plain_next(&mut self) {
        self.assign_ok = false;
        self.alias_ok = false;
    }

    fn begin(&mut self, word: &'static str) -> Result<(), SyntaxError> {
        let t = self.next()?;
        self.open.push(Opened { word, due: due_after(word), line: t.line });
        Ok(())
    }

    /// Takes a reserved word that must come next, and closes what was open.
    fn end(&mut self, word: &str) -> Result<(), SyntaxError> {
        self.expect(word)?;
        self.open.pop();
        Ok(())
    }

    fn expect(&mut self, word: &str) -> Result<(), SyntaxError> {
        let found = self.peek_literal()? == Some(word);
        let t = self.next()?;
        if !found {
            return self.not_wanted(&t, &format!("\"{word}\""));
        }
        self.due(due_after(word));
        Ok(())
    }

    /// What the innermost command goes on with.
    fn due(&mut self, word: &'static str) {
        if let Some(o) = self.open.last_mut() {
            o.due = word;
        }
    }

    /// `( .. )`, or `(( .. ))`.
    pub(super) fn paren(&mut self) -> Result<Kind, SyntaxError> {
        let t = self.next()?;
        if self.bash()
            && self.at(0) == b'('
            && self.pos == t.start + 1
            && !self.wrong.contains(&t.start)
        {
            let back = (self.pos, self.line);
            let depth = self.depth;
            self.pos += 1;
            match self.word_in(&ARITH) {
                Ok(word) if self.at(0) == b')' && self.at(1) == b')' => {
                    self.pos += 2;
                    return Ok(Kind::Arith(ArithText { word, cache: RefCell::default() }));
                }
                Err(e) if e.what == Wrong::Depth => return Err(e),
                Err(e) if self.eof() && e.what == Wrong::Unclosed(')') => {
                    return Err(SyntaxError { line: t.line, ..e });
                }
                _ => {
                    self.wrong.insert(t.start);
                    (self.pos, self.line) = back;
                    self.depth = depth;
                }
            }
        }
        self.open.push(Opened { word: "(", due: ")", line: t.line });
        let list = self.body()?;
        let t = self.next()?;
        if !matches!(t.kind, TokenKind::Op(")")) {
            return self.not_wanted(&t, "\")\"");
        }
        self.open.pop();
        Ok(Kind::Subshell(Rc::new(list)))
    }

    fn if_clause(&mut self) -> Result<Kind, SyntaxError> {
        self.begin("if")?;
        let mut arms = Vec::new();
        let mut otherwise = None;
        loop {
            let condition = self.body()?;
            self.expect("then")?;
            let body = self.body()?;
            arms.push((condition, body));
            let next = self.peek_literal()?.map(str::to_string);
            match next.as_deref() {
                Some("elif") => {
                    self.next()?;
                    self.due("then");
                }
                Some("else") => {
                    self.next()?;
                    otherwise = Some(self.body()?);
                    self.end("fi")?;
                    break;
                }
                _ => {
                    self.end("fi")?;
                    break;
                }
            }
        }
        Ok(Kind::If { arms, otherwise })
    }

    /// `do .. done`, or `{ .. }` where bash takes that for it.
    fn do_group(&mut self) -> Result<List, SyntaxError> {
        self.expect("do")?;
        let body = self.body()?;
        self.expect("done")?;
        Ok(body)
    }

    fn for_clause(&mut self) -> Result<Kind, SyntaxError> {
        self.begin("for")?;
        self.plain_next();
        if self.bash() && self.peek_op("(")? {
            let t = self.next()?;
            if self.at(0) != b'(' {
                return self.unexpected(&t);
            }
            let start = self.pos - 1;
            self.pos += 1;
            let init = self.for_expression(b';', start)?;
            let condition = self.for_expression(b';', start)?;
            let step = self.for_expression(b')', start)?;
            self.assign_ok = true;
            self.alias_ok = true;
            if !self.accept_op(";")? {
                self.skip_newlines()?;
            }
            self.skip_newlines()?;
            let body = self.loop_body()?;
            self.open.pop();
            return Ok(Kind::ArithFor(Box::new(([init, condition, step], body))));
        }
        let (name, words, body) = self.for_words()?;
        self.open.pop();
        Ok(Kind::For { name, words, body })
    }

    /// One of the three expressions of parentheses that begin at `start`.
    fn for_expression(&mut self, end: u8, start: usize) -> Result<ArithText, SyntaxError> {
        let stops: &'static [u8] = if end == b';' { b";)" } else { b")" };
        let line = self.line;
        let word = self.word_in(&Place { stops, ..ARITH });
        let word = word.map_err(|e| match e.what {
            Wrong::Unclosed(')') => SyntaxError { line, ..e },
            _ => e,
        })?;
        let good = match end {
            b';' => self.at(0) == b';',
            _ => self.at(0) == b')' && self.at(1) == b')',
        };
        let closed = self.at(0) == b')' && self.at(1) == b')';
        let extra = end == b')' && word.raw.contains(';');
        if closed && (!good || extra) {
            let what = if extra { "`;' unexpected" } else { "arithmetic expression required" };
            let whole = self.src[start..self.pos + 2].to_string();
            return Err(SyntaxError {
                line: self.line,
                what: Wrong::ForParts(what, whole),
                text: None,
            });
        }
        if !good {
            let near = self.rest()[1..].trim_start().chars().next().map(String::from);
            return Err(SyntaxError {
                line: self.line,
                what: Wrong::Cond(None, near.unwrap_or_default()),
                text: Some(self.line_text(self.pos)),
            });
        }
        self.pos += if end == b';' { 1 } else { 2 };
        Ok(ArithText { word, cache: RefCell::default() })
    }

    fn for_words(&mut self) -> Result<(Box<str>, Option<Vec<Word>>, List), SyntaxError> {
        self.plain_next();
        let t = self.next()?;
        let name: Box<str> = match &t.kind {
            TokenKind::Word(w) => w.raw.clone(),
            _ if self.bash() => return self.no_word(&t),
            _ => return self.fail(Wrong::Other("bad for loop variable".into())),
        };
        if !is_name(&name) && !self.bash() {
            return self.fail(Wrong::Other("bad for loop variable".into()));
        }
        let mut words = None;
        let mut separated = self.accept_op(";")?;
        self.skip_newlines()?;
        self.plain_next();
        if !separated && self.peek_literal()? == Some("in") {
            self.next()?;
            let mut list = Vec::new();
            loop {
                self.plain_next();
                if !matches!(self.peek()?.kind, TokenKind::Word(_)) {
                    break;
                }
                if let TokenKind::Word(w) = self.next()?.kind {
                    list.push(w);
                }
            }
            let t = self.next()?;
            separated = matches!(t.kind, TokenKind::Op(";") | TokenKind::Newline);
            if !separated {
                return self.unexpected(&t);
            }
            words = Some(list);
        }
        self.assign_ok = true;
        self.alias_ok = true;
        self.skip_newlines()?;
        let body = self.loop_body()?;
        Ok((name, words, body))
    }

    /// `do .. done`; bash also takes `{ .. }` after `for` and `select`.
    fn loop_body(&mut self) -> Result<List, SyntaxError> {
        if self.bash() && self.peek_literal()? == Some("{") {
            self.next()?;
            let body = self.body()?;
            self.expect("}")?;
            return Ok(body);
        }
        self.do_group()
    }

    fn case_clause(&mut self) -> Result<Kind, SyntaxError> {
        self.begin("case")?;
        self.plain_next();
        let t = self.next()?;
        let word = match t.kind {
            TokenKind::Word(w) => w,
            _ => return self.not_wanted(&t, "word"),
        };
        self.skip_newlines()?;
        self.plain_next();
        self.expect("in")?;
        let mut arms = Vec::new();
        loop {
            self.plain_next();
            while matches!(self.peek()?.kind, TokenKind::Newline) {
                self.next()?;
            }
            let open = self.accept_op("(")?;
            if !open && self.peek_literal()? == Some("esac") {
                self.end("esac")?;
                break;
            }
            let mut patterns = Vec::new();
            loop {
                self.plain_next();
                let t = self.next()?;
                match t.kind {
                    TokenKind::Word(w) => patterns.push(w),
                    TokenKind::Number(n) => {
                        let n = n.to_string();
                        patterns
                            .push(Word::new(vec![super::ast::Part::Lit(n.as_str().into())], &n));
                    }
                    _ => return self.unexpected(&t),
                }
                let t = self.next()?;
                match t.kind {
                    TokenKind::Op("|") => {}
                    TokenKind::Op(")") => break,
                    _ => return self.not_wanted(&t, "\")\""),
                }
            }
            self.due("esac");
            let body = self.compound_list()?;
            self.due(")");
            let end = match self.peek()?.kind {
                TokenKind::Op(";;") => Some(CaseEnd::Stop),
                TokenKind::Op(";&") => Some(CaseEnd::Fall),
                TokenKind::Op(";;&") => Some(CaseEnd::Test),
                _ => None,
            };
            arms.push(CaseArm { patterns, body, end: end.unwrap_or(CaseEnd::Stop) });
            if end.is_some() {
                self.plain_next();
                self.next()?;
            } else if !self.bash() && self.peek_literal()? != Some("esac") {
                let t = self.next()?;
                return self.not_wanted(&t, "\";;\"");
            } else {
                self.end("esac")?;
                break;
            }
        }
        Ok(Kind::Case { word, arms })
    }

    fn coproc(&mut self) -> Result<Kind, SyntaxError> {
        self.next()?;
        self.assign_ok = true;
        // `coproc NAME compound`; a simple command takes no name.
        let mut name: Box<str> = "COPROC".into();
        const COMPOUND: &[&str] =
            &["{", "if", "while", "until", "for", "case", "select", "function", "[["];
        let rest = self.rest().trim_start_matches([' ', '\t']);
        let n = name_length(rest);
        let after = rest[n..].trim_start_matches([' ', '\t']);
        let first = after.split([' ', '\t', '\n', ';']).next().unwrap_or("");
        if n > 0
            && !COMPOUND.contains(&&rest[..n])
            && (after.starts_with('(') || COMPOUND.contains(&first))
        {
            name = rest[..n].into();
            self.pos = self.src.len() - after.len();
        }
        if matches!(self.peek()?.kind, TokenKind::Eof) {
            let t = self.next()?;
            return self.no_word(&t);
        }
        let body: Command = self.command()?;
        Ok(Kind::Coproc { name, body: Rc::new(body) })
    }

    /// A word of `[[`: `(`, `)`, `<`, `>`, `&&` and `||` end it.
    pub(super) fn cond_word(&mut self, regex: bool) -> Result<Word, SyntaxError> {
        let extglob = std::mem::replace(&mut self.opts.extglob, true);
        let w = self.word_in(&Place { regex, ..WORD });
        self.opts.extglob = extglob;
        w
    }
}
