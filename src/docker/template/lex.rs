//! Template text cut into tokens, as Go's template lexer cuts it.

use crate::golang::quote::quote;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An error; the token's text says which.
    Error,
    /// Text outside of actions.
    Text,
    /// `{{`
    Left,
    /// `}}`
    Right,
    /// White space inside an action.
    Space,
    /// `true`, `false`
    Bool,
    /// A character between single quotes.
    Char,
    /// A single character: `,`
    Punct,
    /// `.`
    Dot,
    /// `.Name`
    Field,
    /// A function's name.
    Ident,
    /// `nil`
    Nil,
    /// A number.
    Number,
    /// A string in backquotes.
    Raw,
    /// A string in double quotes.
    Str,
    /// `$`, `$name`
    Variable,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `|`
    Pipe,
    /// `=`
    Assign,
    /// `:=`
    Declare,
    /// `if`, `range` and the like.
    Keyword,
    /// The end.
    Eof,
}

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its text.
    pub text: String,
    /// Where it starts.
    pub pos: usize,
    /// Its line.
    pub line: usize,
}

impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.kind {
            Kind::Eof => f.write_str("EOF"),
            Kind::Error => f.write_str(&self.text),
            Kind::Keyword | Kind::Dot | Kind::Nil => write!(f, "<{}>", self.text),
            _ if self.text.chars().count() > 10 => {
                let start: String = self.text.chars().take(10).collect();
                write!(f, "{}...", quote(&start))
            }
            _ => f.write_str(&quote(&self.text)),
        }
    }
}

const KEYWORDS: [&str; 10] =
    ["block", "break", "continue", "define", "else", "end", "if", "range", "template", "with"];

struct Lexer<'a> {
    text: &'a str,
    pos: usize,
    line: usize,
    parens: usize,
    tokens: Vec<Token>,
}

/// All tokens, ending in `Eof` or `Error`.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, pos: 0, line: 1, parens: 0, tokens: Vec::new() };
    // An `Err` has already put its error token at the end.
    let _ = lexer.run();
    lexer.tokens
}

struct Failed;

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.pos..]
    }

    fn emit(&mut self, kind: Kind, len: usize) {
        let text = self.text[self.pos..self.pos + len].to_string();
        let lines = text.matches('\n').count();
        self.tokens.push(Token { kind, text, pos: self.pos, line: self.line });
        self.pos += len;
        self.line += lines;
    }

    fn skip(&mut self, len: usize) {
        self.line += self.text[self.pos..self.pos + len].matches('\n').count();
        self.pos += len;
    }

    fn fail(&mut self, text: impl Into<String>) -> Result<(), Failed> {
        self.tokens.push(Token {
            kind: Kind::Error,
            text: text.into(),
            pos: self.pos,
            line: self.line,
        });
        Err(Failed)
    }

    fn run(&mut self) -> Result<(), Failed> {
        loop {
            let Some(at) = self.rest().find("{{") else {
                let len = self.rest().len();
                if len > 0 {
                    self.emit(Kind::Text, len);
                }
                self.emit(Kind::Eof, 0);
                return Ok(());
            };
            let trims = trims_left(&self.rest()[at + 2..]);
            let text = &self.rest()[..at];
            let kept = if trims { text.trim_end_matches(is_space).len() } else { at };
            if kept > 0 {
                self.emit(Kind::Text, kept);
            }
            self.skip(at - kept);
            let mark = if trims { 2 } else { 0 };
            if self.rest()[2 + mark..].starts_with("/*") {
                self.skip(2 + mark);
                self.comment()?;
                continue;
            }
            self.emit(Kind::Left, 2);
            self.skip(mark);
            self.parens = 0;
            self.action()?;
        }
    }

    fn comment(&mut self) -> Result<(), Failed> {
        let Some(end) = self.rest().find("*/") else { return self.fail("unclosed comment") };
        self.skip(end + 2);
        let Some(trim) = right_delim(self.rest()) else {
            return self.fail("comment ends before closing delimiter");
        };
        self.close(trim);
        Ok(())
    }

    fn close(&mut self, trim: usize) {
        self.skip(trim + 2);
        if trim > 0 {
            let spaces = self.rest().len() - self.rest().trim_start_matches(is_space).len();
            self.skip(spaces);
        }
    }

    fn action(&mut self) -> Result<(), Failed> {
        loop {
            if let Some(trim) = right_delim(self.rest()) {
                if self.parens > 0 {
                    return self.fail("unclosed left paren");
                }
                self.skip(trim);
                self.emit(Kind::Right, 2);
                if trim > 0 {
                    let spaces = self.rest().len() - self.rest().trim_start_matches(is_space).len();
                    self.skip(spaces);
                }
                return Ok(());
            }
            let Some(c) = self.rest().chars().next() else { return self.fail("unclosed action") };
            let second = self.rest().chars().nth(1);
            match c {
                _ if is_space(c) => {
                    let all = self.rest();
                    let mut len = all.len() - all.trim_start_matches(is_space).len();
                    // The space before a trimming `-}}` belongs to the delimiter.
                    if right_delim(&all[len - 1..]) == Some(2) {
                        len -= 1;
                        if len == 0 {
                            continue;
                        }
                    }
                    self.emit(Kind::Space, len);
                }
                '=' => self.emit(Kind::Assign, 1),
                ':' if second == Some('=') => self.emit(Kind::Declare, 2),
                ':' => return self.fail("expected :="),
                '|' => self.emit(Kind::Pipe, 1),
                '"' => self.quoted('"', Kind::Str, "unterminated quoted string")?,
                '`' => match self.rest()[1..].find('`') {
                    Some(end) => self.emit(Kind::Raw, end + 2),
                    None => return self.fail("unterminated raw quoted string"),
                },
                '$' => self.word(Kind::Variable)?,
                '\'' => self.quoted('\'', Kind::Char, "unterminated character constant")?,
                '.' if second.is_some_and(|c| !c.is_ascii_digit()) => self.word(Kind::Field)?,
                '+' | '-' | '.' | '0'..='9' => self.number()?,
                _ if is_alnum(c) => self.ident()?,
                '(' => {
                    self.parens += 1;
                    self.emit(Kind::Open, 1);
                }
                ')' => {
                    if self.parens == 0 {
                        return self.fail("unexpected right paren");
                    }
                    self.parens -= 1;
                    self.emit(Kind::Close, 1);
                }
                '!'..='~' => self.emit(Kind::Punct, 1),
                _ => {
                    return self.fail(format!("unrecognized character in action: {}", shown(c)));
                }
            }
        }
    }

    fn quoted(&mut self, delimiter: char, kind: Kind, unterminated: &str) -> Result<(), Failed> {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices().skip(1) {
            match c {
                '\n' => break,
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == delimiter => {
                    self.emit(kind, at + 1);
                    return Ok(());
                }
                _ => {}
            }
        }
        self.fail(unterminated)
    }

    fn word(&mut self, kind: Kind) -> Result<(), Failed> {
        let len: usize = 1 + self.rest()[1..]
            .chars()
            .take_while(|c| is_alnum(*c))
            .map(char::len_utf8)
            .sum::<usize>();
        self.ends(len)?;
        let kind = if len == 1 && kind == Kind::Field { Kind::Dot } else { kind };
        self.emit(kind, len);
        Ok(())
    }

    fn ident(&mut self) -> Result<(), Failed> {
        let len: usize = self.rest().chars().take_while(|c| is_alnum(*c)).map(char::len_utf8).sum();
        self.ends(len)?;
        let kind = match &self.rest()[..len] {
            "true" | "false" => Kind::Bool,
            "nil" => Kind::Nil,
            word if KEYWORDS.contains(&word) => Kind::Keyword,
            _ => Kind::Ident,
        };
        self.emit(kind, len);
        Ok(())
    }

    /// A word must be followed by something that can end it.
    fn ends(&mut self, len: usize) -> Result<(), Failed> {
        let after = &self.rest()[len..];
        match after.chars().next() {
            None => Ok(()),
            Some(c) if is_space(c) || matches!(c, '.' | ',' | '|' | ':' | ')' | '(') => Ok(()),
            Some(_) if right_delim(after).is_some() => Ok(()),
            Some(c) => {
                let text = format!("bad character {}", shown(c));
                self.fail(text)
            }
        }
    }

    fn number(&mut self) -> Result<(), Failed> {
        let all = self.rest();
        let signed = all.trim_start_matches(['+', '-']);
        let mut len = all.len() - signed.len();
        let hex = signed.starts_with("0x") || signed.starts_with("0X");
        let digit =
            |c: char| c == '_' || if hex { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
        if ["0x", "0X", "0o", "0O", "0b", "0B"].iter().any(|p| signed.starts_with(p)) {
            len += 2;
        }
        len += all[len..].chars().take_while(|c| digit(*c)).count();
        if all[len..].starts_with('.') {
            len += 1;
            len += all[len..].chars().take_while(|c| digit(*c)).count();
        }
        if !hex && all[len..].starts_with(['e', 'E']) {
            len += 1;
            if all[len..].starts_with(['+', '-']) {
                len += 1;
            }
            len += all[len..].chars().take_while(char::is_ascii_digit).count();
        }
        if all[len..].starts_with(is_alnum) || len == 0 {
            let more = all[len..].chars().next().map_or(0, char::len_utf8);
            let text = format!("bad number syntax: {}", quote(&all[..len + more]));
            return self.fail(text);
        }
        self.emit(Kind::Number, len);
        Ok(())
    }
}

fn trims_left(after: &str) -> bool {
    after.starts_with('-') && after[1..].starts_with(is_space)
}

/// The length of ` -` before `}}`, or 0 when there is none; `None` when this is no delimiter.
fn right_delim(rest: &str) -> Option<usize> {
    if rest.starts_with("}}") {
        return Some(0);
    }
    let after = rest.strip_prefix(is_space)?.strip_prefix("-}}")?;
    Some(rest.len() - after.len() - 2)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

fn is_alnum(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn shown(c: char) -> String {
    if c.is_control() {
        format!("U+{:04X}", u32::from(c))
    } else {
        format!("U+{:04X} '{c}'", u32::from(c))
    }
}
