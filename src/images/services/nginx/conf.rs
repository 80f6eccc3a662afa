//! nginx's configuration files taken apart into directives, with what is wrong with them (nginx
//! `ngx_conf_file.c`).

use std::iter::Peekable;
use std::vec::IntoIter;

use super::words::{Place, check};
use crate::golang::glob::Glob;
use crate::kernel::Proc;
use crate::vfs::text;

/// The file that is read first.
pub(super) const MAIN: &str = "/etc/nginx/nginx.conf";

/// How deep files may include others.
const DEEP: usize = 16;

/// A directive with its words, and those in its braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Directive {
    /// Its name.
    pub name: String,
    /// The words behind it.
    pub words: Vec<String>,
    /// What stands in its braces.
    pub inside: Vec<Directive>,
    /// `FILE:LINE`.
    pub at: String,
}

enum Token {
    Word(String),
    Semicolon,
    Open,
    Close,
    End,
}

struct Reader<'a> {
    p: &'a Proc,
    file: String,
    text: Peekable<IntoIter<char>>,
    line: usize,
    depth: usize,
}

/// Reads a file with all that it includes.
pub(super) fn read(p: &Proc, file: &str) -> Result<Vec<Directive>, String> {
    read_in(p, file, Place::Main, 0)
}

fn read_in(p: &Proc, file: &str, place: Place, depth: usize) -> Result<Vec<Directive>, String> {
    let bytes =
        p.read_file(file).map_err(|e| format!("open() \"{file}\" failed ({}: {e})", e.number()))?;
    let text: Vec<char> = text::decode_owned(bytes).chars().collect();
    let text = text.into_iter().peekable();
    Reader { p, file: file.to_string(), text, line: 1, depth }.block(place, false)
}

impl Reader<'_> {
    fn at(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    fn wrong<T>(&self, why: &str) -> Result<T, String> {
        Err(format!("{why} in {}", self.at()))
    }

    fn block(&mut self, place: Place, inner: bool) -> Result<Vec<Directive>, String> {
        let mut all = Vec::new();
        loop {
            let mut words = Vec::new();
            let opens = loop {
                match self.token()? {
                    Token::Word(word) => words.push(word),
                    Token::Semicolon if words.is_empty() => return self.wrong("unexpected \";\""),
                    Token::Open if words.is_empty() => return self.wrong("unexpected \"{\""),
                    Token::Close if !words.is_empty() || !inner => {
                        return self.wrong("unexpected \"}\"");
                    }
                    Token::End if !words.is_empty() => {
                        return self.wrong("unexpected end of file, expecting \";\" or \"}\"");
                    }
                    Token::End if inner => {
                        return self.wrong("unexpected end of file, expecting \"}\"");
                    }
                    Token::Semicolon => break false,
                    Token::Open => break true,
                    Token::Close | Token::End => return Ok(all),
                }
            };
            if place == Place::Types {
                continue;
            }
            let name = words.remove(0);
            let found = check(&name, words.len(), opens, place).or_else(|why| self.wrong(&why))?;
            if name == "include" {
                all.extend(self.include(&words[0], place)?);
                continue;
            }
            let at = self.at();
            let inside = match found.block {
                Some(place) => self.block(place, true)?,
                None => Vec::new(),
            };
            all.push(Directive { name, words, inside, at });
        }
    }

    fn include(&self, path: &str, place: Place) -> Result<Vec<Directive>, String> {
        if self.depth >= DEEP {
            return self.wrong("too deep \"include\"");
        }
        let path = match path.starts_with('/') {
            true => path.to_string(),
            false => format!("/etc/nginx/{path}"),
        };
        let read = |file: &str| read_in(self.p, file, place, self.depth + 1);
        if !path.contains(['*', '?', '[']) {
            let missing = self.p.stat(&path).is_err();
            return read(&path)
                .map_err(|e| if missing { format!("{e} in {}", self.at()) } else { e });
        }
        let (dir, pattern) = path.rsplit_once('/').unwrap_or(("", &path));
        let mut names: Vec<String> =
            self.p.readdir(dir).unwrap_or_default().into_iter().map(|e| e.name).collect();
        let pattern = Glob::of_name(pattern);
        names.retain(|n| !n.starts_with('.') && pattern.as_ref().is_some_and(|g| g.matches(n)));
        names.sort();
        let mut all = Vec::new();
        for name in names {
            all.extend(read(&format!("{dir}/{name}"))?);
        }
        Ok(all)
    }

    fn token(&mut self) -> Result<Token, String> {
        while let Some(c) = self.text.next_if(|c| c.is_ascii_whitespace() || *c == '#') {
            self.line += usize::from(c == '\n');
            if c == '#' {
                while self.text.next_if(|c| *c != '\n').is_some() {}
            }
        }
        let Some(first) = self.text.next() else { return Ok(Token::End) };
        match first {
            ';' => return Ok(Token::Semicolon),
            '{' => return Ok(Token::Open),
            '}' => return Ok(Token::Close),
            _ => {}
        }
        let quote = Some(first).filter(|c| matches!(c, '"' | '\''));
        let mut word = String::new();
        let mut next = if quote.is_some() { self.text.next() } else { Some(first) };
        loop {
            match (next, quote) {
                (None, _) => return self.wrong("unexpected end of file, expecting \";\" or \"}\""),
                (Some(c), Some(q)) if c == q => break,
                (Some('\\'), _) => word.push_str(&escaped(self.text.next())),
                // A brace here belongs to the name of a variable.
                (Some('$'), None) if self.text.peek() == Some(&'{') => {
                    word.push_str("${");
                    self.text.next();
                }
                (Some(c), _) => {
                    self.line += usize::from(c == '\n');
                    word.push(c);
                }
            }
            if quote.is_none()
                && self
                    .text
                    .peek()
                    .is_none_or(|c| c.is_ascii_whitespace() || matches!(c, ';' | '{'))
            {
                return Ok(Token::Word(word));
            }
            next = self.text.next();
        }
        match self.text.peek().copied() {
            Some(c) if c.is_ascii_whitespace() || matches!(c, ';' | '{' | ')') => {
                Ok(Token::Word(word))
            }
            None => self.wrong("unexpected end of file, expecting \";\" or \"}\""),
            Some(c) => self.wrong(&format!("unexpected \"{c}\"")),
        }
    }
}

fn escaped(c: Option<char>) -> String {
    match c {
        Some('n') => "\n".to_string(),
        Some('r') => "\r".to_string(),
        Some('t') => "\t".to_string(),
        Some(c @ ('"' | '\'' | '\\')) => c.to_string(),
        Some(c) => format!("\\{c}"),
        None => "\\".to_string(),
    }
}
