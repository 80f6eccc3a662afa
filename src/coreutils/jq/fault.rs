//! What is wrong with a program, and where: jq's words for it are those of its parser's generator, which knows
//! tokens. The end of the program is told at the token before it.

use super::parse::KEYWORDS;

/// What is wrong with a program.
pub struct Fault {
    /// In jq's words, each with its place.
    pub notes: Vec<Note>,
}

/// One complaint.
pub struct Note {
    /// In jq's words.
    pub what: String,
    /// Offset and length of what it is about; without it the program as a whole.
    pub span: Option<(usize, usize)>,
}

impl From<&str> for Fault {
    fn from(what: &str) -> Fault {
        Fault { notes: vec![Note { what: what.to_string(), span: None }] }
    }
}

impl Fault {
    /// A complaint about a part of the program.
    pub fn at(what: impl Into<String>, at: usize, len: usize) -> Fault {
        Fault { notes: vec![Note { what: what.into(), span: Some((at, len)) }] }
    }

    /// Adds what follows from it for the statement begun at `start`.
    pub fn with(mut self, what: &str, start: usize, end: usize) -> Fault {
        let span = Some((start, end.saturating_sub(start)));
        self.notes.push(Note { what: what.to_string(), span });
        self
    }

    /// Where the first complaint's token ends.
    pub fn end(&self) -> usize {
        self.notes.first().and_then(|n| n.span).map_or(0, |(at, len)| at + len)
    }

    /// As jq prints it.
    pub fn shown(&self, program: &str) -> String {
        let mut out = String::new();
        for note in &self.notes {
            out += &format!("jq: error: {}", note.what);
            let Some((at, len)) = note.span else {
                out.push('\n');
                continue;
            };
            let bytes = program.as_bytes();
            let before = &bytes[..at.min(bytes.len())];
            let row = before.iter().filter(|b| **b == b'\n').count();
            let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
            let column = before.len() - start;
            let line = program.split('\n').nth(row).unwrap_or_default();
            let marks = len.min(line.len().saturating_sub(column)).max(1);
            out += &format!(
                " at <top-level>, line {}, column {}:\n    {line}\n    {}{}\n",
                row + 1,
                column + 1,
                " ".repeat(column),
                "^".repeat(marks)
            );
        }
        let n = self.notes.len();
        out + &format!("jq: {n} compile error{}\n", if n == 1 { "" } else { "s" })
    }
}

const LONG: [&[u8]; 13] =
    [b"?//=", b"?//", b"//=", b"!=", b"==", b"//", b"|=", b"+=", b"-=", b"*=", b"/=", b"%=", b".."];

fn word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

fn run(s: &[u8]) -> usize {
    s.iter().take_while(|b| word(**b)).count()
}

/// The name and the length of the token at `at`, which is no blank.
pub fn token(s: &[u8], at: usize) -> (String, usize) {
    let rest = &s[at..];
    let begins = |i: usize| rest.get(i).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_');
    let digit = |i: usize| rest.get(i).is_some_and(u8::is_ascii_digit);
    if begins(0) {
        let mut n = run(rest);
        while rest[n..].starts_with(b"::") && begins(n + 2) {
            n += 2 + run(&rest[n + 2..]);
        }
        let name = String::from_utf8_lossy(&rest[..n]).into_owned();
        let known = KEYWORDS.contains(&name.as_str());
        return (if known { name } else { "IDENT".into() }, n);
    }
    if digit(0) || (rest[0] == b'.' && digit(1)) {
        let whole = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let part = match rest.get(whole) {
            Some(b'.') => 1 + rest[whole + 1..].iter().take_while(|b| b.is_ascii_digit()).count(),
            _ => 0,
        };
        return ("LITERAL".into(), whole + part);
    }
    match rest[0] {
        b'"' => return ("QQSTRING_START".into(), 1),
        b'.' if begins(1) => return ("FIELD".into(), 1 + run(&rest[1..])),
        b'$' if begins(1) => return ("BINDING".into(), 1 + run(&rest[1..])),
        b'@' if begins(1) => return ("FORMAT".into(), 1 + run(&rest[1..])),
        _ => {}
    }
    if let Some(op) = LONG.iter().find(|op| rest.starts_with(op)) {
        return (String::from_utf8_lossy(op).into_owned(), op.len());
    }
    let c = rest[0];
    let opened = match c {
        b')' => Some(b'('),
        b']' => Some(b'['),
        b'}' => Some(b'{'),
        _ => None,
    };
    let strays = opened.is_some_and(|o| innermost(&s[..at]).is_none_or(|(b, _)| b != o));
    if strays || !b".[]{}()|,;:=<>+-*/%$?".contains(&c) {
        let n = (1..4).find(|i| rest.get(*i).is_none_or(|b| b & 0xC0 != 0x80)).unwrap_or(1);
        return ("INVALID_CHARACTER".into(), n);
    }
    (format!("'{}'", char::from(c)), 1)
}

/// The bracket that is open at the end of `s`, and where it is.
pub fn innermost(s: &[u8]) -> Option<(u8, usize)> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut i = 0;
    while i < s.len() {
        let quoted = open.last().is_some_and(|o| o.0 == b'"');
        match s[i] {
            b'\\' if quoted => {
                i += 1;
                if s.get(i) == Some(&b'(') {
                    open.push((b'(', i));
                }
            }
            b'"' if quoted => {
                open.pop();
            }
            _ if quoted => {}
            c @ (b'(' | b'[' | b'{' | b'"') => open.push((c, i)),
            b')' | b']' | b'}' => {
                open.pop();
            }
            _ => {}
        }
        i += 1;
    }
    open.pop()
}

/// Offset and length of the last token, blanks being one too.
pub fn last(s: &[u8]) -> (usize, usize) {
    let tail = |test: fn(&u8) -> bool| s.iter().rev().take_while(|b| test(b)).count();
    let blanks = tail(u8::is_ascii_whitespace);
    if blanks > 0 {
        return (s.len() - blanks, blanks);
    }
    if let Some((b'"', at)) = innermost(s).filter(|_| !s.ends_with(b"\"")) {
        return (at + 1, s.len() - at - 1);
    }
    let mut n = tail(|b| word(*b)).max(1);
    if n < s.len() && word(s[s.len() - 1]) {
        let (first, before) = (s[s.len() - n], s[s.len() - n - 1]);
        let name = matches!(before, b'.' | b'$' | b'@') && !first.is_ascii_digit();
        n += usize::from(name);
    } else if let Some(op) = LONG.iter().find(|op| s.ends_with(op)) {
        n = op.len();
    }
    (s.len() - n, n)
}
