//! Reading a jq program.

use std::rc::Rc;

use super::ast::{Bin, Def, F, Set};
use super::fault::{self, Fault};
use super::parse_text::bind;

/// A reader of a program.
pub struct Parser<'a> {
    pub(super) s: &'a [u8],
    pub(super) pos: usize,
    pub(super) depth: u32,
}

pub(super) type Res<T> = Result<T, Fault>;

pub(super) const KEYWORDS: &[&str] = &[
    "and", "as", "catch", "def", "elif", "else", "end", "foreach", "if", "import", "include",
    "label", "or", "reduce", "then", "try",
];

/// Reads a whole program.
pub fn parse(src: &str) -> Res<F> {
    let mut p = Parser { s: src.as_bytes(), pos: 0, depth: 0 };
    p.blanks();
    if p.pos >= p.s.len() {
        return Ok(F::Identity);
    }
    let f = p.pipe()?;
    p.blanks();
    if p.pos == p.s.len() {
        return Ok(f);
    }
    p.unexpected("end of file")
}

impl Parser<'_> {
    pub(super) fn blanks(&mut self) {
        while let Some(&c) = self.s.get(self.pos) {
            if c == b'#' {
                while self.s.get(self.pos).is_some_and(|c| *c != b'\n') {
                    self.pos += 1;
                }
            } else if c.is_ascii_whitespace() {
                self.pos += 1;
            } else {
                return;
            }
        }
    }

    /// What stands here does not belong here; `wants` names what would.
    pub(super) fn unexpected<T>(&mut self, wants: &str) -> Res<T> {
        self.blanks();
        let (name, at, len) = if self.pos >= self.s.len() {
            let (at, len) = fault::last(self.s);
            ("end of file".to_string(), at, len)
        } else {
            let (name, len) = fault::token(self.s, self.pos);
            (name, self.pos, len)
        };
        // Where a program begins, nothing may stand as well.
        let begins = self.s[..self.pos].iter().all(u8::is_ascii_whitespace);
        let wants = if begins && wants.is_empty() { "end of file" } else { wants };
        let mut what = format!("syntax error, unexpected {name}");
        if !wants.is_empty() {
            what += &format!(", expecting {wants}");
        }
        Err(Fault::at(what, at, len))
    }

    pub(super) fn word_here(&self) -> String {
        let s = &self.s[self.pos..];
        let mut n = 0;
        while s.get(n).is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'_')
            || (n > 0
                && s[n..].starts_with(b"::")
                && s.get(n + 2).is_some_and(u8::is_ascii_alphabetic))
        {
            n += if s[n] == b':' { 2 } else { 1 };
        }
        String::from_utf8_lossy(&s[..n]).into_owned()
    }

    pub(super) fn peek_word(&mut self) -> String {
        self.blanks();
        match self.s.get(self.pos) {
            Some(c) if c.is_ascii_alphabetic() || *c == b'_' => self.word_here(),
            _ => String::new(),
        }
    }

    pub(super) fn keyword(&mut self, k: &str) -> bool {
        let hit = self.peek_word() == k;
        if hit {
            self.pos += k.len();
        }
        hit
    }

    pub(super) fn need(&mut self, k: &str, wants: &str) -> Res<()> {
        if self.keyword(k) { Ok(()) } else { self.unexpected(wants) }
    }

    pub(super) fn at(&mut self, op: &str) -> bool {
        self.blanks();
        self.s[self.pos..].starts_with(op.as_bytes())
    }

    pub(super) fn eat(&mut self, op: &str) -> bool {
        let hit = self.at(op);
        if hit {
            self.pos += op.len();
        }
        hit
    }

    /// Steps over `op`; `wants` names all that may stand here.
    pub(super) fn expect(&mut self, op: &str, wants: &str) -> Res<()> {
        if self.eat(op) { Ok(()) } else { self.unexpected(wants) }
    }

    pub(super) fn variable(&mut self) -> Res<Rc<str>> {
        self.expect("$", "BINDING")?;
        let w = self.word_here();
        if w.is_empty() {
            return self.unexpected("'$'");
        }
        self.pos += w.len();
        Ok(w.into())
    }

    pub(super) fn pipe(&mut self) -> Res<F> {
        self.depth += 1;
        if self.depth > 200 {
            return Err("the program is nested too deeply".into());
        }
        let f = self.pipe_inner();
        self.depth -= 1;
        f
    }

    pub(super) fn pipe_inner(&mut self) -> Res<F> {
        if self.keyword("def") {
            let d = self.definition()?;
            self.blanks();
            if self.pos >= self.s.len() && self.depth == 1 {
                return Err("Top-level program not given (try \".\")".into());
            }
            let rest = self.pipe()?;
            return Ok(F::Def(Rc::new(d), Box::new(rest)));
        }
        if self.keyword("label") {
            let v = self.variable()?;
            self.expect("|", "'|'")?;
            return Ok(F::Label(v, Box::new(self.pipe()?)));
        }
        let left = self.comma()?;
        if self.keyword("as") {
            let mut pats = vec![self.pattern()?];
            while self.eat("?//") {
                pats.push(self.pattern()?);
            }
            self.expect("|", "'|'")?;
            let body = self.pipe()?;
            // `a, b as $x | c` binds only the last term: rebuilt here.
            return Ok(bind(left, pats, body));
        }
        if self.at("|") && !self.at("|=") {
            self.pos += 1;
            let right = self.pipe()?;
            return Ok(F::Pipe(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    pub(super) fn definition(&mut self) -> Res<Def> {
        let name = self.peek_word();
        if name.is_empty() {
            return self.unexpected("IDENT");
        }
        self.pos += name.len();
        let mut params = Vec::new();
        if self.eat("(") {
            loop {
                if self.at("$") {
                    params.push((self.variable()?, true));
                } else {
                    let w = self.peek_word();
                    if w.is_empty() {
                        return self.unexpected("IDENT or BINDING");
                    }
                    self.pos += w.len();
                    params.push((w.into(), false));
                }
                if !self.eat(";") {
                    break;
                }
            }
            self.expect(")", "';' or ')'")?;
        }
        self.expect(":", if params.is_empty() { "':' or '('" } else { "':'" })?;
        let body = self.pipe()?;
        self.expect(";", "'|' or ',' or ';'")?;
        Ok(Def { name: name.into(), params, body })
    }

    pub(super) fn comma(&mut self) -> Res<F> {
        let mut f = self.assignment()?;
        while self.eat(",") {
            let right = self.assignment()?;
            f = F::Comma(Box::new(f), Box::new(right));
        }
        Ok(f)
    }

    pub(super) fn assignment(&mut self) -> Res<F> {
        let left = self.alternative()?;
        for (op, set) in [
            ("|=", Set::Update),
            ("//=", Set::Alt),
            ("+=", Set::Op(Bin::Add)),
            ("-=", Set::Op(Bin::Sub)),
            ("*=", Set::Op(Bin::Mul)),
            ("/=", Set::Op(Bin::Div)),
            ("%=", Set::Op(Bin::Mod)),
        ] {
            if self.eat(op) {
                let right = self.alternative()?;
                return Ok(F::Assign(set, Box::new(left), Box::new(right)));
            }
        }
        if self.at("=") && !self.at("==") {
            self.pos += 1;
            let right = self.alternative()?;
            return Ok(F::Assign(Set::Plain, Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    pub(super) fn alternative(&mut self) -> Res<F> {
        let left = self.or()?;
        if self.at("//") && !self.at("//=") {
            self.pos += 2;
            let right = self.alternative()?;
            return Ok(F::Alt(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    pub(super) fn or(&mut self) -> Res<F> {
        let mut f = self.and()?;
        while self.keyword("or") {
            f = F::Or(Box::new(f), Box::new(self.and()?));
        }
        Ok(f)
    }

    pub(super) fn and(&mut self) -> Res<F> {
        let mut f = self.compare()?;
        while self.keyword("and") {
            f = F::And(Box::new(f), Box::new(self.compare()?));
        }
        Ok(f)
    }

    pub(super) fn compare(&mut self) -> Res<F> {
        let left = self.sum()?;
        for (op, b) in [
            ("==", Bin::Eq),
            ("!=", Bin::Ne),
            ("<=", Bin::Le),
            (">=", Bin::Ge),
            ("<", Bin::Lt),
            (">", Bin::Gt),
        ] {
            if self.eat(op) {
                let right = self.sum()?;
                return Ok(F::Bin(b, Box::new(left), Box::new(right)));
            }
        }
        Ok(left)
    }

    pub(super) fn sum(&mut self) -> Res<F> {
        let mut f = self.product()?;
        loop {
            let op = if self.at("+") && !self.at("+=") {
                Bin::Add
            } else if self.at("-") && !self.at("-=") {
                Bin::Sub
            } else {
                return Ok(f);
            };
            self.pos += 1;
            f = F::Bin(op, Box::new(f), Box::new(self.product()?));
        }
    }

    pub(super) fn product(&mut self) -> Res<F> {
        let mut f = self.unary()?;
        loop {
            let op = if self.at("*") && !self.at("*=") {
                Bin::Mul
            } else if self.at("/") && !self.at("/=") && !self.at("//") {
                Bin::Div
            } else if self.at("%") && !self.at("%=") {
                Bin::Mod
            } else {
                return Ok(f);
            };
            self.pos += 1;
            f = F::Bin(op, Box::new(f), Box::new(self.unary()?));
        }
    }

    pub(super) fn unary(&mut self) -> Res<F> {
        if self.at("-") && !self.at("-=") {
            self.pos += 1;
            return Ok(F::Neg(Box::new(self.postfix()?)));
        }
        self.postfix()
    }
}
