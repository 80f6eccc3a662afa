//! Characters to tokens: operators, newlines, words and assignments. What is inside words belongs
//! to `word`; what tokens mean belongs to `command`.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::ast::{Assign, Word};
use super::error::{Opened, SyntaxError, Wrong};
use super::heredoc::Pending;
use crate::shell::Dialect;
use crate::shell::limits::PARSE_DEPTH;

/// Settings of the shell that change how text is read.
#[derive(Debug, Clone)]
pub(crate) struct ParseOptions {
    pub dialect: Dialect,
    pub extglob: bool,
    /// Aliases that are in force, when aliases are expanded at all.
    pub aliases: Rc<BTreeMap<String, String>>,
    /// More lines may follow the end of the text.
    pub more: bool,
}

/// A parser over one text.
pub(crate) struct Parser {
    pub(super) src: String,
    pub(super) pos: usize,
    pub(super) line: u32,
    pub(super) opts: ParseOptions,
    pub(super) pending: Vec<Pending>,
    /// What is to be said of text that can be read all the same, and its line.
    pub(crate) warnings: Vec<(u32, String)>,
    pub(super) depth: u32,
    /// A `${..}` that is none was read, and its word does not know yet.
    pub(super) bad: bool,
    pub(super) peeked: Option<Token>,
    /// Whether an assignment may stand where the next token is read.
    pub(super) assign_ok: bool,
    /// Whether the next token may be an alias.
    pub(super) alias_ok: bool,
    /// Aliases being read, each up to a position.
    pub(super) aliased: Vec<(String, usize)>,
    /// Compound commands open at this point.
    pub(super) open: Vec<Opened>,
    /// Places where a guess (that `((` is arithmetic, that `a[` is an assignment) turned out wrong:
    /// guessing again after going back would take exponential time in nested text.
    pub(super) wrong: BTreeSet<usize>,
}

/// A token, where it starts, and in which line.
#[derive(Debug)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub start: usize,
    pub line: u32,
}

/// The kinds of token.
#[derive(Debug)]
pub(crate) enum TokenKind {
    Word(Word),
    Assign(Assign),
    /// Digits right before `<` or `>`.
    Number(i32),
    /// `{name}` right before `<` or `>`.
    FdVar(Box<str>),
    Op(&'static str),
    Newline,
    Eof,
}

/// Operators, longer before shorter.
const OPERATORS: &[&str] = &[
    "&>>", ";;&", "<<-", "<<<", "&&", "||", ";;", ";&", "|&", "<<", ">>", "<&", ">&", "<>", ">|",
    "&>", "&", ";", "|", "(", ")", "<", ">",
];

/// Operators that only bash has.
const BASH_ONLY: &[&str] = &["&>>", ";;&", "<<<", ";&", "|&", "&>"];

/// The words that ash and dash tell from others.
const RESERVED: &[&str] = &[
    "!", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then",
    "until", "while",
];

impl Parser {
    /// A parser at the start of a text whose first line has this number.
    pub(crate) fn new(src: impl Into<String>, line: u32, opts: ParseOptions) -> Parser {
        Parser {
            src: src.into(),
            pos: 0,
            line,
            opts,
            pending: Vec::new(),
            bad: false,
            warnings: Vec::new(),
            depth: 0,
            peeked: None,
            assign_ok: true,
            alias_ok: true,
            aliased: Vec::new(),
            open: Vec::new(),
            wrong: BTreeSet::new(),
        }
    }

    /// A parser for text within this parser's text.
    pub(super) fn inner(&self, src: &str, line: u32) -> Parser {
        let opts = ParseOptions { more: false, ..self.opts.clone() };
        Parser { depth: self.depth + 1, ..Parser::new(src, line, opts) }
    }

    pub(super) fn bash(&self) -> bool {
        self.opts.dialect == Dialect::Bash
    }

    pub(super) fn at(&self, i: usize) -> u8 {
        self.src.as_bytes().get(self.pos + i).copied().unwrap_or(0)
    }

    pub(super) fn eof(&self) -> bool {
        self.pos >= self.src.len()
    }

    pub(super) fn rest(&self) -> &str {
        &self.src[self.pos..]
    }

    /// The whole character at the current position; passes it.
    pub(super) fn take_char(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.pos += c.len_utf8();
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    pub(super) fn fail<T>(&self, what: Wrong) -> Result<T, SyntaxError> {
        Err(SyntaxError { line: self.line, what, text: None })
    }

    /// The line that follows the last one.
    pub(super) fn end_line(&self) -> u32 {
        self.line + u32::from(!self.src.ends_with('\n') && !self.opts.more)
    }

    /// The line of source around a position.
    pub(super) fn line_text(&self, at: usize) -> String {
        let at = at.min(self.src.len());
        let from = self.src[..at].rfind('\n').map_or(0, |i| i + 1);
        let to = self.src[at..].find('\n').map_or(self.src.len(), |i| at + i);
        self.src[from..to].to_string()
    }

    /// A token that is not the one that has to stand there. Only ash and dash say what that is.
    pub(super) fn not_wanted<T>(&self, token: &Token, wanted: &str) -> Result<T, SyntaxError> {
        if self.bash() {
            return self.unexpected(token);
        }
        let found = match &token.kind {
            TokenKind::Eof => "end of file".to_string(),
            TokenKind::Newline => "newline".to_string(),
            TokenKind::Op(o) if o.contains(['<', '>']) => "redirection".to_string(),
            TokenKind::Op(o) => format!("\"{o}\""),
            TokenKind::Word(w) => match w.literal() {
                Some(word) if RESERVED.contains(&word) => format!("\"{word}\""),
                _ => "word".to_string(),
            },
            _ => "word".to_string(),
        };
        let line = token.line + u32::from(found == "newline");
        let what = Wrong::Expected { found, wanted: wanted.to_string() };
        Err(SyntaxError { line, what, text: Some(self.line_text(token.start)) })
    }

    /// [`Parser::unexpected`] where a word has to follow at once: bash ends the text with a newline, which is what it
    /// then finds there.
    pub(super) fn no_word<T>(&self, token: &Token) -> Result<T, SyntaxError> {
        if !self.bash() || !matches!(token.kind, TokenKind::Eof) {
            return self.unexpected(token);
        }
        let what = Wrong::Unexpected("newline".into());
        Err(SyntaxError { line: token.line, what, text: Some(self.line_text(token.start)) })
    }

    /// The innermost compound command that is open: in bash its own word, in ash and dash the one that is
    /// due next.
    pub(super) fn innermost(&self) -> Option<(String, u32)> {
        let o = self.open.last()?;
        Some((if self.bash() { o.word } else { o.due }.to_string(), o.line))
    }

    pub(super) fn unexpected<T>(&self, token: &Token) -> Result<T, SyntaxError> {
        let what = match &token.kind {
            TokenKind::Eof => Wrong::Eof { opened: self.innermost() },
            TokenKind::Newline => Wrong::Unexpected("newline".into()),
            TokenKind::Op(o) => Wrong::Unexpected((*o).into()),
            TokenKind::Word(w) => Wrong::Unexpected(w.raw.to_string()),
            TokenKind::Assign(a) => Wrong::Unexpected(a.raw.to_string()),
            TokenKind::Number(n) => Wrong::Unexpected(n.to_string()),
            TokenKind::FdVar(n) => Wrong::Unexpected(format!("{{{n}}}")),
        };
        let line = match what {
            Wrong::Eof { .. } if self.bash() => self.end_line(),
            // ash and dash have read the newline.
            Wrong::Unexpected(_) if matches!(token.kind, TokenKind::Newline) && !self.bash() => {
                token.line + 1
            }
            _ => token.line,
        };
        Err(SyntaxError { line, what, text: Some(self.line_text(token.start)) })
    }

    /// Goes one level deeper, or fails.
    pub(super) fn enter(&mut self) -> Result<(), SyntaxError> {
        self.depth += 1;
        if self.depth > PARSE_DEPTH { self.fail(Wrong::Depth) } else { Ok(()) }
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Looks at the next token.
    pub(super) fn peek(&mut self) -> Result<&Token, SyntaxError> {
        let token = match self.peeked.take() {
            Some(t) => t,
            None => self.lex()?,
        };
        Ok(self.peeked.insert(token))
    }

    /// Takes the next token.
    pub(super) fn next(&mut self) -> Result<Token, SyntaxError> {
        match self.peeked.take() {
            Some(t) => Ok(t),
            None => self.lex(),
        }
    }

    /// Whether the next token is this operator.
    pub(super) fn peek_op(&mut self, op: &str) -> Result<bool, SyntaxError> {
        Ok(matches!(self.peek()?.kind, TokenKind::Op(o) if o == op))
    }

    /// Takes the next token if it is this operator.
    pub(super) fn accept_op(&mut self, op: &str) -> Result<bool, SyntaxError> {
        let yes = self.peek_op(op)?;
        if yes {
            self.next()?;
        }
        Ok(yes)
    }

    /// The unquoted literal that the next token is.
    pub(super) fn peek_literal(&mut self) -> Result<Option<&str>, SyntaxError> {
        Ok(match &self.peek()?.kind {
            TokenKind::Word(w) => w.literal(),
            _ => None,
        })
    }

    /// Passes newlines (and the here-documents that they end).
    pub(super) fn skip_newlines(&mut self) -> Result<(), SyntaxError> {
        while matches!(self.peek()?.kind, TokenKind::Newline) {
            self.next()?;
            self.assign_ok = true;
            self.alias_ok = true;
        }
        Ok(())
    }

    fn skip_blanks(&mut self) {
        loop {
            match self.at(0) {
                b' ' | b'\t' => self.pos += 1,
                b'\\' if self.at(1) == b'\n' => {
                    self.pos += 2;
                    self.line += 1;
                }
                b'\\' if self.at(1) == b'\r' && self.at(2) == b'\n' => break,
                b'#' => {
                    let rest = self.rest();
                    self.pos += rest.find('\n').unwrap_or(rest.len());
                }
                _ => break,
            }
        }
    }

    fn lex(&mut self) -> Result<Token, SyntaxError> {
        self.skip_blanks();
        let (start, line) = (self.pos, self.line);
        let token = |kind| Ok(Token { kind, start, line });
        if self.eof() {
            if !self.pending.is_empty() {
                self.read_heredocs()?;
            }
            return token(TokenKind::Eof);
        }
        let c = self.at(0);
        if c == b'\n' {
            self.pos += 1;
            self.line += 1;
            if !self.pending.is_empty() {
                self.read_heredocs()?;
            }
            return token(TokenKind::Newline);
        }
        if matches!(c, b'&' | b';' | b'|' | b'(' | b')' | b'<' | b'>')
            && !(matches!(c, b'<' | b'>') && self.at(1) == b'(' && self.process_subs())
        {
            let rest = self.rest();
            let bash = self.bash();
            let ash = self.opts.dialect == Dialect::Ash;
            let op = OPERATORS.iter().find(|o| {
                rest.starts_with(**o)
                    && (bash || !BASH_ONLY.contains(o) || (ash && matches!(**o, "&>" | "<<<")))
            });
            if let Some(op) = op {
                self.pos += op.len();
                return token(TokenKind::Op(op));
            }
        }
        if c.is_ascii_digit() {
            let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
            let joined = self.at(digits + 1) == b'(' && self.process_subs();
            if matches!(self.at(digits), b'<' | b'>')
                && !joined
                && let Ok(n) = self.rest()[..digits].parse()
            {
                self.pos += digits;
                return token(TokenKind::Number(n));
            }
        }
        if c == b'{' && self.bash() {
            let rest = &self.rest()[1..];
            let n = name_length(rest);
            let mut end = n;
            if n > 0 && rest[n..].starts_with('[') {
                end = rest.find(']').map_or(n, |i| i + 1);
            }
            let after = &rest.as_bytes()[end..];
            if n > 0 && after.first() == Some(&b'}') && matches!(after.get(1), Some(b'<' | b'>')) {
                let name: Box<str> = rest[..end].into();
                self.pos += end + 2;
                return token(TokenKind::FdVar(name));
            }
        }
        if self.assign_ok
            && let Some(a) = self.assignment()?
        {
            return token(TokenKind::Assign(a));
        }
        let word = self.word()?;
        if word.parts.is_empty() && self.pos == start {
            // A byte that begins no token (a NUL, say) is taken as it is.
            self.take_char();
        }
        token(TokenKind::Word(word))
    }

    /// Whether `<(..)` and `>(..)` are substitutions here.
    pub(super) fn process_subs(&self) -> bool {
        match self.opts.dialect {
            Dialect::Bash | Dialect::Ash => true,
            Dialect::Dash => false,
        }
    }
}

/// How many bytes at the start of a text are a name.
pub(crate) fn name_length(s: &str) -> usize {
    let b = s.as_bytes();
    match b.first() {
        Some(c) if c.is_ascii_alphabetic() || *c == b'_' => {
            b.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == b'_').count()
        }
        _ => 0,
    }
}

/// Whether a text is a name.
pub(crate) fn is_name(s: &str) -> bool {
    !s.is_empty() && name_length(s) == s.len()
}
