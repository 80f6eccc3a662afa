//! The words of an awk program. The parser asks for a regular expression where one can stand, because
//! only it can tell `/` the division from `/` the delimiter.

use super::ast::{BUILTINS, Builtin};

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub enum Tok {
    /// A number.
    Num(f64),
    /// A string, escapes resolved.
    Str(Vec<u8>),
    /// A name.
    Name(String),
    /// A name with `(` directly after it.
    FuncName(String),
    /// A function of the language.
    Builtin(Builtin),
    /// A keyword.
    Key(&'static str),
    /// An operator or other sign.
    Op(&'static str),
    /// The end of a line.
    Newline,
    /// The end of the program.
    Eof,
}

const KEYS: &[&str] = &[
    "BEGIN", "END", "break", "case", "continue", "default", "delete", "do", "else", "exit", "for",
    "func", "function", "getline", "if", "in", "next", "nextfile", "print", "printf", "return",
    "switch", "while",
];

/// Functions of numbers' bits, which BusyBox has.
const BITS: &[Builtin] =
    &[Builtin::And, Builtin::Compl, Builtin::Lshift, Builtin::Or, Builtin::Rshift, Builtin::Xor];

/// Longest first.
const OPS: &[&str] = &[
    "**=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**", "==", "<=", ">=",
    "!=", "!~", ">>", "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!",
    ">", "<", "|", "?", ":", "~", "$", "=",
];

/// What is wrong with the text, and where.
#[derive(Debug)]
pub struct SyntaxError {
    /// In awk's words.
    pub what: String,
    /// The offset in the program.
    pub at: usize,
    /// In BusyBox's words.
    pub busybox: &'static str,
}

/// BusyBox's words for what does not belong where it stands.
pub const TOKEN: &str = "Unexpected token";

/// The reader of words.
#[derive(Clone)]
pub struct Lexer<'a> {
    src: &'a [u8],
    /// Whether mawk reads it: it has no `**` and no functions of bits.
    mawk: bool,
    pos: usize,
    /// The current line, from 1.
    pub line: u32,
    /// Where the last word began.
    pub start: usize,
    /// Escapes that mean nothing: line and character.
    pub odd_escapes: Vec<(u32, char)>,
}

impl<'a> Lexer<'a> {
    /// A reader at the beginning of `src`.
    pub fn new(src: &'a [u8], mawk: bool) -> Lexer<'a> {
        Lexer { src, mawk, pos: 0, line: 1, start: 0, odd_escapes: Vec::new() }
    }

    fn fail<T>(&self, what: &str, at: usize) -> Result<T, SyntaxError> {
        let busybox =
            if what.starts_with("unterminated") { "Unexpected end of string" } else { TOKEN };
        Err(SyntaxError { what: what.to_string(), at, busybox })
    }

    fn blanks(&mut self) {
        loop {
            let rest = &self.src[self.pos..];
            match rest.first() {
                Some(b' ' | b'\t' | b'\r') => self.pos += 1,
                Some(b'\\') if rest.get(1) == Some(&b'\n') => {
                    self.pos += 2;
                    self.line += 1;
                }
                Some(b'\\') if rest.starts_with(b"\\\r\n") => {
                    self.pos += 3;
                    self.line += 1;
                }
                Some(b'#') => {
                    while self.pos < self.src.len() && self.src[self.pos] != b'\n' {
                        self.pos += 1;
                    }
                }
                _ => return,
            }
        }
    }

    /// The next word.
    pub fn next(&mut self) -> Result<Tok, SyntaxError> {
        self.blanks();
        self.start = self.pos;
        let Some(&c) = self.src.get(self.pos) else { return Ok(Tok::Eof) };
        match c {
            b'\n' => {
                self.pos += 1;
                self.line += 1;
                Ok(Tok::Newline)
            }
            b'"' => self.string(),
            b'0'..=b'9' => Ok(self.number()),
            b'.' if self.src.get(self.pos + 1).is_some_and(u8::is_ascii_digit) => Ok(self.number()),
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => Ok(self.word()),
            _ => {
                let rest = &self.src[self.pos..];
                let has = |o: &&&str| {
                    rest.starts_with(o.as_bytes()) && !(self.mawk && o.starts_with("**"))
                };
                match OPS.iter().find(has) {
                    Some(op) => {
                        self.pos += op.len();
                        Ok(Tok::Op(match *op {
                            "**" => "^",
                            "**=" => "^=",
                            op => op,
                        }))
                    }
                    None => {
                        let c = char::from(c);
                        self.fail(&format!("error: invalid char '{c}' in expression"), self.pos)
                    }
                }
            }
        }
    }

    fn number(&mut self) -> Tok {
        let s = &self.src[self.pos..];
        if s.len() > 2 && s[0] == b'0' && matches!(s[1], b'x' | b'X') && s[2].is_ascii_hexdigit() {
            let n = s[2..].iter().take_while(|b| b.is_ascii_hexdigit()).count();
            let v = s[2..2 + n]
                .iter()
                .fold(0.0, |v, &b| v * 16.0 + f64::from(char::from(b).to_digit(16).unwrap_or(0)));
            self.pos += 2 + n;
            return Tok::Num(v);
        }
        let digits = |i: usize| s[i..].iter().take_while(|b| b.is_ascii_digit()).count();
        let mut n = digits(0);
        if s.get(n) == Some(&b'.') {
            n += 1 + digits(n + 1);
        }
        if matches!(s.get(n), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(s.get(n + 1), Some(b'+' | b'-')));
            let d = s.get(n + 1 + sign..).map_or(0, |_| digits(n + 1 + sign));
            if d > 0 {
                n += 1 + sign + d;
            }
        }
        self.pos += n;
        Tok::Num(super::value::number_prefix(&s[..n]))
    }

    fn word(&mut self) -> Tok {
        let s = &self.src[self.pos..];
        let n = s.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        let word: String = s[..n].iter().map(|&b| char::from(b)).collect();
        self.pos += n;
        if let Ok(i) = KEYS.binary_search(&word.as_str()) {
            return Tok::Key(if KEYS[i] == "func" { "function" } else { KEYS[i] });
        }
        if let Ok(i) = BUILTINS.binary_search_by_key(&word.as_str(), |b| b.0)
            && !(self.mawk && BITS.contains(&BUILTINS[i].1))
        {
            return Tok::Builtin(BUILTINS[i].1);
        }
        if self.src.get(self.pos) == Some(&b'(') { Tok::FuncName(word) } else { Tok::Name(word) }
    }

    fn string(&mut self) -> Result<Tok, SyntaxError> {
        let begin = self.pos;
        self.pos += 1;
        let mut out = Vec::new();
        loop {
            match self.src.get(self.pos) {
                None | Some(b'\n') => return self.fail("unterminated string", begin),
                Some(b'"') => {
                    self.pos += 1;
                    return Ok(Tok::Str(out));
                }
                Some(b'\\') => {
                    self.pos += 1;
                    if self.src.get(self.pos) == Some(&b'\n') {
                        self.pos += 1;
                        self.line += 1;
                        continue;
                    }
                    if let Some(&c) = self.src.get(self.pos)
                        && !b"\\\"/abfnrtvx01234567".contains(&c)
                    {
                        self.odd_escapes.push((self.line, char::from(c)));
                    }
                    self.pos += unescape(&self.src[self.pos..], &mut out);
                }
                Some(&c) => {
                    out.push(c);
                    self.pos += 1;
                }
            }
        }
    }

    /// Reads a regular expression whose `/` was the last word (or the `/` of `/=`).
    pub fn regex(&mut self) -> Result<Vec<u8>, SyntaxError> {
        self.pos = self.start + 1;
        let mut out = Vec::new();
        let mut bracket = false;
        loop {
            let Some(&c) = self.src.get(self.pos) else {
                return self.fail("unterminated regexp", self.start);
            };
            self.pos += 1;
            match c {
                b'\n' => return self.fail("unterminated regexp", self.start),
                b'/' if !bracket => return Ok(out),
                b'\\' => match self.src.get(self.pos) {
                    Some(b'/') => {
                        out.push(b'/');
                        self.pos += 1;
                    }
                    Some(b'\n') => self.pos += 1,
                    Some(&d) => {
                        out.extend([b'\\', d]);
                        self.pos += 1;
                    }
                    None => {}
                },
                b'[' if !bracket => {
                    bracket = true;
                    out.push(c);
                    for sign in [b'^', b']'] {
                        if self.src.get(self.pos) == Some(&sign) {
                            out.push(sign);
                            self.pos += 1;
                        }
                    }
                }
                b'[' if self.src.get(self.pos) == Some(&b':') => {
                    // A class name, so that its ] does not end the brackets.
                    let rest = &self.src[self.pos..];
                    match rest.windows(2).position(|w| w == b":]") {
                        Some(n) if n > 0 => {
                            out.push(c);
                            out.extend_from_slice(&rest[..n + 2]);
                            self.pos += n + 2;
                        }
                        _ => out.push(c),
                    }
                }
                b']' => {
                    bracket = false;
                    out.push(c);
                }
                _ => out.push(c),
            }
        }
    }
}

/// Resolves the escape that `s` begins with (after the backslash); gives the length read.
pub fn unescape(s: &[u8], out: &mut Vec<u8>) -> usize {
    let Some(&c) = s.first() else {
        out.push(b'\\');
        return 0;
    };
    let simple = match c {
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'v' => 11,
        b'\\' | b'"' | b'/' => c,
        b'0'..=b'7' => {
            let n = s.iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
            let v = s[..n].iter().fold(0u32, |v, b| v * 8 + u32::from(b - b'0'));
            out.push(v as u8);
            return n;
        }
        b'x' if s.get(1).is_some_and(u8::is_ascii_hexdigit) => {
            let n = s[1..].iter().take(2).take_while(|b| b.is_ascii_hexdigit()).count();
            let v = s[1..=n]
                .iter()
                .fold(0u32, |v, &b| v * 16 + char::from(b).to_digit(16).unwrap_or(0));
            out.push(v as u8);
            return n + 1;
        }
        _ => c,
    };
    out.push(simple);
    1
}
