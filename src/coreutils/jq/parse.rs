//! Reading a jq program.

use std::rc::Rc;

use super::ast::{Bin, Def, F, Pattern, Piece, Set};
use super::json::J;

/// A reader of a program.
pub struct Parser<'a> {
    s: &'a [u8],
    pos: usize,
    depth: u32,
}

type Res<T> = Result<T, String>;

const KEYWORDS: &[&str] = &[
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
    if p.pos < p.s.len() { p.unexpected() } else { Ok(f) }
}

impl Parser<'_> {
    fn blanks(&mut self) {
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

    fn unexpected<T>(&mut self) -> Res<T> {
        self.blanks();
        let Some(&c) = self.s.get(self.pos) else {
            return Err("syntax error, unexpected $end (Unix shell quoting issues?)".into());
        };
        let what = if c.is_ascii_alphabetic() {
            let w = self.word_here();
            if KEYWORDS.contains(&w.as_str()) { w } else { "IDENT".into() }
        } else if c.is_ascii_digit() {
            "LITERAL".into()
        } else if c >= 0x80 {
            "INVALID_CHARACTER".into()
        } else {
            format!("'{}'", char::from(c))
        };
        Err(format!("syntax error, unexpected {what} (Unix shell quoting issues?)"))
    }

    fn word_here(&self) -> String {
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

    fn peek_word(&mut self) -> String {
        self.blanks();
        match self.s.get(self.pos) {
            Some(c) if c.is_ascii_alphabetic() || *c == b'_' => self.word_here(),
            _ => String::new(),
        }
    }

    fn keyword(&mut self, k: &str) -> bool {
        let hit = self.peek_word() == k;
        if hit {
            self.pos += k.len();
        }
        hit
    }

    fn need(&mut self, k: &str) -> Res<()> {
        if self.keyword(k) { Ok(()) } else { self.unexpected() }
    }

    fn at(&mut self, op: &str) -> bool {
        self.blanks();
        self.s[self.pos..].starts_with(op.as_bytes())
    }

    fn eat(&mut self, op: &str) -> bool {
        let hit = self.at(op);
        if hit {
            self.pos += op.len();
        }
        hit
    }

    fn expect(&mut self, op: &str) -> Res<()> {
        if self.eat(op) { Ok(()) } else { self.unexpected() }
    }

    fn variable(&mut self) -> Res<Rc<str>> {
        self.expect("$")?;
        let w = self.word_here();
        if w.is_empty() {
            return self.unexpected();
        }
        self.pos += w.len();
        Ok(w.into())
    }

    fn pipe(&mut self) -> Res<F> {
        self.depth += 1;
        if self.depth > 200 {
            return Err("the program is nested too deeply".into());
        }
        let f = self.pipe_inner();
        self.depth -= 1;
        f
    }

    fn pipe_inner(&mut self) -> Res<F> {
        if self.keyword("def") {
            let d = self.definition()?;
            let rest = self.pipe()?;
            return Ok(F::Def(Rc::new(d), Box::new(rest)));
        }
        if self.keyword("label") {
            let v = self.variable()?;
            self.expect("|")?;
            return Ok(F::Label(v, Box::new(self.pipe()?)));
        }
        let left = self.comma()?;
        if self.keyword("as") {
            let mut pats = vec![self.pattern()?];
            while self.eat("?//") {
                pats.push(self.pattern()?);
            }
            self.expect("|")?;
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

    fn definition(&mut self) -> Res<Def> {
        let name = self.peek_word();
        if name.is_empty() {
            return self.unexpected();
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
                        return self.unexpected();
                    }
                    self.pos += w.len();
                    params.push((w.into(), false));
                }
                if !self.eat(";") {
                    break;
                }
            }
            self.expect(")")?;
        }
        self.expect(":")?;
        let body = self.pipe()?;
        self.expect(";")?;
        Ok(Def { name: name.into(), params, body })
    }

    fn comma(&mut self) -> Res<F> {
        let mut f = self.assignment()?;
        while self.eat(",") {
            let right = self.assignment()?;
            f = F::Comma(Box::new(f), Box::new(right));
        }
        Ok(f)
    }

    fn assignment(&mut self) -> Res<F> {
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

    fn alternative(&mut self) -> Res<F> {
        let left = self.or()?;
        if self.at("//") && !self.at("//=") {
            self.pos += 2;
            let right = self.alternative()?;
            return Ok(F::Alt(Box::new(left), Box::new(right)));
        }
        Ok(left)
    }

    fn or(&mut self) -> Res<F> {
        let mut f = self.and()?;
        while self.keyword("or") {
            f = F::Or(Box::new(f), Box::new(self.and()?));
        }
        Ok(f)
    }

    fn and(&mut self) -> Res<F> {
        let mut f = self.compare()?;
        while self.keyword("and") {
            f = F::And(Box::new(f), Box::new(self.compare()?));
        }
        Ok(f)
    }

    fn compare(&mut self) -> Res<F> {
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

    fn sum(&mut self) -> Res<F> {
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

    fn product(&mut self) -> Res<F> {
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

    fn unary(&mut self) -> Res<F> {
        if self.at("-") && !self.at("-=") {
            self.pos += 1;
            return Ok(F::Neg(Box::new(self.postfix()?)));
        }
        self.postfix()
    }

    fn postfix(&mut self) -> Res<F> {
        let mut f = self.term()?;
        loop {
            // No blanks() before a dot: `.a .b` is read the same way.
            if self.eat("?") {
                f = F::Try(Box::new(f), None);
            } else if self.at("..") {
                break;
            } else if self.at(".[") {
                self.pos += 1;
            } else if self.at("[") {
                self.pos += 1;
                f = self.bracket(f)?;
            } else if self.at(".") {
                let next = self.s.get(self.pos + 1).copied().unwrap_or(0);
                if next == b'"' {
                    self.pos += 1;
                    let key = self.string(None)?;
                    f = F::Index(Box::new(f), Box::new(key));
                } else if next.is_ascii_alphabetic() || next == b'_' {
                    self.pos += 1;
                    let w = self.plain_word();
                    f = F::Index(Box::new(f), Box::new(F::Const(J::str(&w))));
                } else {
                    break;
                }
            } else {
                break;
            }
        }
        Ok(f)
    }

    fn plain_word(&mut self) -> String {
        let s = &self.s[self.pos..];
        let n = s.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == b'_').count();
        self.pos += n;
        String::from_utf8_lossy(&s[..n]).into_owned()
    }

    /// What follows `[` after a term.
    fn bracket(&mut self, f: F) -> Res<F> {
        let f = Box::new(f);
        if self.eat("]") {
            return Ok(F::Iterate(f));
        }
        if self.eat(":") {
            let to = self.pipe()?;
            self.expect("]")?;
            return Ok(F::Slice(f, None, Some(Box::new(to))));
        }
        let from = self.pipe()?;
        if self.eat(":") {
            if self.eat("]") {
                return Ok(F::Slice(f, Some(Box::new(from)), None));
            }
            let to = self.pipe()?;
            self.expect("]")?;
            return Ok(F::Slice(f, Some(Box::new(from)), Some(Box::new(to))));
        }
        self.expect("]")?;
        Ok(F::Index(f, Box::new(from)))
    }

    fn term(&mut self) -> Res<F> {
        self.depth += 1;
        if self.depth > 400 {
            return Err("the program is nested too deeply".into());
        }
        let f = self.term_inner();
        self.depth -= 1;
        f
    }

    fn term_inner(&mut self) -> Res<F> {
        self.blanks();
        let Some(&c) = self.s.get(self.pos) else { return self.unexpected() };
        match c {
            b'.' => {
                if self.eat("..") {
                    return Ok(F::RecurseAll);
                }
                self.pos += 1;
                let next = self.s.get(self.pos).copied().unwrap_or(0);
                if next == b'"' {
                    let key = self.string(None)?;
                    return Ok(F::Index(Box::new(F::Identity), Box::new(key)));
                }
                if next.is_ascii_alphabetic() || next == b'_' {
                    let w = self.plain_word();
                    return Ok(F::Index(Box::new(F::Identity), Box::new(F::Const(J::str(&w)))));
                }
                if next.is_ascii_digit() {
                    self.pos -= 1;
                    return self.number();
                }
                Ok(F::Identity)
            }
            b'0'..=b'9' => self.number(),
            b'"' => self.string(None),
            b'@' => {
                self.pos += 1;
                let w: Rc<str> = self.plain_word().into();
                if self.at("\"") {
                    return self.string(Some(w));
                }
                Ok(F::Format(w))
            }
            b'$' => {
                if self.eat("$__loc__") {
                    let line = self.s[..self.pos].iter().filter(|b| **b == b'\n').count() + 1;
                    let v = J::obj([
                        ("file".into(), J::str("<top-level>")),
                        ("line".into(), J::Num(line as f64)),
                    ]);
                    return Ok(F::Const(v));
                }
                Ok(F::Var(self.variable()?))
            }
            b'(' => {
                self.pos += 1;
                let f = self.pipe()?;
                self.expect(")")?;
                Ok(f)
            }
            b'[' => {
                self.pos += 1;
                if self.eat("]") {
                    return Ok(F::Array(None));
                }
                let f = self.pipe()?;
                self.expect("]")?;
                Ok(F::Array(Some(Box::new(f))))
            }
            b'{' => {
                self.pos += 1;
                self.object()
            }
            _ => self.word_term(),
        }
    }

    fn word_term(&mut self) -> Res<F> {
        let w = self.peek_word();
        match w.as_str() {
            "if" => {
                self.pos += 2;
                return self.conditional();
            }
            "try" => {
                self.pos += 3;
                let body = self.post_term()?;
                let catch =
                    if self.keyword("catch") { Some(Box::new(self.post_term()?)) } else { None };
                return Ok(F::Try(Box::new(body), catch));
            }
            "reduce" | "foreach" => {
                self.pos += w.len();
                let src = self.postfix()?;
                self.need("as")?;
                let pat = self.pattern()?;
                self.expect("(")?;
                let init = self.pipe()?;
                self.expect(";")?;
                let update = self.pipe()?;
                let extract = if w == "foreach" && self.eat(";") {
                    Some(Box::new(self.pipe()?))
                } else {
                    None
                };
                self.expect(")")?;
                let (src, init, update) = (Box::new(src), Box::new(init), Box::new(update));
                return Ok(if w == "reduce" {
                    F::Reduce(src, pat, init, update)
                } else {
                    F::Foreach(src, pat, init, update, extract)
                });
            }
            "def" => {
                self.pos += 3;
                let d = self.definition()?;
                let rest = self.pipe()?;
                return Ok(F::Def(Rc::new(d), Box::new(rest)));
            }
            "label" => return self.pipe(),
            "break" => {
                self.pos += 5;
                return Ok(F::Break(self.variable()?));
            }
            "null" => {
                self.pos += 4;
                return Ok(F::Const(J::Null));
            }
            "true" | "false" => {
                self.pos += w.len();
                return Ok(F::Const(J::Bool(w == "true")));
            }
            _ => {}
        }
        if w.is_empty() || KEYWORDS.contains(&w.as_str()) {
            return self.unexpected();
        }
        self.pos += w.len();
        let mut args = Vec::new();
        if self.eat("(") {
            loop {
                args.push(self.pipe()?);
                if !self.eat(";") {
                    break;
                }
            }
            self.expect(")")?;
        }
        Ok(F::Call(w.into(), args))
    }

    /// The body of `try`: a term with what follows it, but no operators.
    fn post_term(&mut self) -> Res<F> {
        let mut f = self.term()?;
        loop {
            if self.at(".[") {
                self.pos += 1;
            } else if self.at("[") {
                self.pos += 1;
                f = self.bracket(f)?;
            } else if self.at(".")
                && self.s.get(self.pos + 1).is_some_and(|c| c.is_ascii_alphabetic() || *c == b'_')
            {
                self.pos += 1;
                let w = self.plain_word();
                f = F::Index(Box::new(f), Box::new(F::Const(J::str(&w))));
            } else {
                return Ok(f);
            }
        }
    }

    fn conditional(&mut self) -> Res<F> {
        let cond = self.pipe()?;
        self.need("then")?;
        let then = self.pipe()?;
        let other = if self.keyword("elif") {
            Some(Box::new(self.conditional()?))
        } else {
            let o = if self.keyword("else") { Some(Box::new(self.pipe()?)) } else { None };
            self.need("end")?;
            o
        };
        Ok(F::If(Box::new(cond), Box::new(then), other))
    }

    fn number(&mut self) -> Res<F> {
        let s = &self.s[self.pos..];
        let mut n = s.iter().take_while(|c| c.is_ascii_digit() || **c == b'.').count();
        if matches!(s.get(n), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(s.get(n + 1), Some(b'+' | b'-')));
            let d =
                s[(n + 1 + sign).min(s.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
            if d > 0 {
                n += 1 + sign + d;
            }
        }
        let t = String::from_utf8_lossy(&s[..n]).into_owned();
        self.pos += n;
        match t.parse() {
            Ok(v) => Ok(F::Const(J::Num(v))),
            Err(_) => self.unexpected(),
        }
    }

    /// A string with interpolations, made by a format if one is named.
    fn string(&mut self, format: Option<Rc<str>>) -> Res<F> {
        self.expect("\"")?;
        let (mut pieces, mut text) = (Vec::new(), Vec::new());
        loop {
            let Some(&c) = self.s.get(self.pos) else {
                return Err("syntax error, unexpected $end, expecting QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END (Unix shell quoting issues?)".into());
            };
            self.pos += 1;
            match c {
                b'"' => break,
                b'\\' => {
                    let e = self.s.get(self.pos).copied().unwrap_or(0);
                    self.pos += 1;
                    match e {
                        b'(' => {
                            if !text.is_empty() {
                                pieces.push(Piece::Text(String::from_utf8_lossy(&text).into()));
                                text.clear();
                            }
                            let f = self.pipe()?;
                            self.expect(")")?;
                            pieces.push(Piece::Filter(f));
                        }
                        b'n' => text.push(b'\n'),
                        b't' => text.push(b'\t'),
                        b'r' => text.push(b'\r'),
                        b'b' => text.push(8),
                        b'f' => text.push(12),
                        b'u' => {
                            let raw = [
                                b"\"\\u",
                                self.s[self.pos..]
                                    .iter()
                                    .copied()
                                    .take(10)
                                    .collect::<Vec<u8>>()
                                    .as_slice(),
                            ]
                            .concat();
                            let long = raw.len() > 8
                                && raw[7..].starts_with(b"\\u")
                                && matches!(raw[3], b'd' | b'D')
                                && matches!(raw[4], b'8'..=b'9' | b'a'..=b'b' | b'A'..=b'B');
                            let len = if long { 13 } else { 7 };
                            let quoted = [&raw[..len.min(raw.len())], b"\""].concat();
                            if let Ok(Some(J::Str(s))) = super::json::Parser::new(&quoted).next() {
                                text.extend_from_slice(s.as_bytes());
                            }
                            self.pos += len - 3;
                        }
                        b'"' | b'\\' | b'/' => text.push(e),
                        _ => return self.unexpected(),
                    }
                }
                c => text.push(c),
            }
        }
        let tail: Rc<str> = String::from_utf8_lossy(&text).into();
        if pieces.is_empty() {
            return Ok(F::Const(J::Str(tail)));
        }
        if !tail.is_empty() {
            pieces.push(Piece::Text(tail));
        }
        Ok(F::Text(format, pieces))
    }

    fn object(&mut self) -> Res<F> {
        let mut entries = Vec::new();
        loop {
            if self.eat("}") {
                return Ok(F::Object(entries));
            }
            self.blanks();
            let (key, default) = match self.s.get(self.pos) {
                Some(b'(') => {
                    self.pos += 1;
                    let k = self.pipe()?;
                    self.expect(")")?;
                    (k, None)
                }
                Some(b'"') => {
                    let k = self.string(None)?;
                    (k.clone(), Some(F::Index(Box::new(F::Identity), Box::new(k))))
                }
                Some(b'@') => {
                    let k = self.term()?;
                    (k.clone(), Some(F::Index(Box::new(F::Identity), Box::new(k))))
                }
                Some(b'$') => {
                    let v = self.variable()?;
                    (F::Const(J::Str(v.clone())), Some(F::Var(v)))
                }
                Some(c) if c.is_ascii_digit() => (self.number()?, None),
                _ => {
                    let w = self.peek_word();
                    if w.is_empty() {
                        return self.unexpected();
                    }
                    self.pos += w.len();
                    let k = F::Const(J::str(&w));
                    (k.clone(), Some(F::Index(Box::new(F::Identity), Box::new(k))))
                }
            };
            let value = if self.eat(":") {
                let mut v = self.object_value()?;
                while self.at("|") && !self.at("|=") {
                    self.pos += 1;
                    let r = self.object_value()?;
                    v = F::Pipe(Box::new(v), Box::new(r));
                }
                v
            } else {
                match default {
                    Some(d) => d,
                    None => return self.unexpected(),
                }
            };
            entries.push((key, value));
            if !self.eat(",") {
                self.expect("}")?;
                return Ok(F::Object(entries));
            }
        }
    }

    fn object_value(&mut self) -> Res<F> {
        self.alternative()
    }

    fn pattern(&mut self) -> Res<Pattern> {
        self.blanks();
        match self.s.get(self.pos) {
            Some(b'$') => Ok(Pattern::Var(self.variable()?)),
            Some(b'[') => {
                self.pos += 1;
                let mut list = vec![self.pattern()?];
                while self.eat(",") {
                    list.push(self.pattern()?);
                }
                self.expect("]")?;
                Ok(Pattern::Array(list))
            }
            Some(b'{') => {
                self.pos += 1;
                let mut list = Vec::new();
                loop {
                    self.blanks();
                    let (key, var) = match self.s.get(self.pos) {
                        Some(b'$') => {
                            let v = self.variable()?;
                            (F::Const(J::Str(v.clone())), Some(v))
                        }
                        Some(b'"') => (self.string(None)?, None),
                        Some(b'(') => {
                            self.pos += 1;
                            let k = self.pipe()?;
                            self.expect(")")?;
                            (k, None)
                        }
                        _ => {
                            let w = self.peek_word();
                            if w.is_empty() {
                                return self.unexpected();
                            }
                            self.pos += w.len();
                            (F::Const(J::str(&w)), None)
                        }
                    };
                    let sub = if self.eat(":") { Some(self.pattern()?) } else { None };
                    if var.is_none() && sub.is_none() {
                        return self.unexpected();
                    }
                    list.push((key, var, sub));
                    if !self.eat(",") {
                        break;
                    }
                }
                self.expect("}")?;
                Ok(Pattern::Object(list))
            }
            _ => self.unexpected(),
        }
    }
}

/// `as` takes the term before it: in `a, b as $x | c` and `a + b as $x | c` that is `b`.
fn bind(left: F, pats: Vec<Pattern>, body: F) -> F {
    match left {
        F::Comma(a, b) => F::Comma(a, Box::new(bind(*b, pats, body))),
        F::Bin(op, a, b) => F::Bin(op, a, Box::new(bind(*b, pats, body))),
        F::Alt(a, b) => F::Alt(a, Box::new(bind(*b, pats, body))),
        F::And(a, b) => F::And(a, Box::new(bind(*b, pats, body))),
        F::Or(a, b) => F::Or(a, Box::new(bind(*b, pats, body))),
        left => F::As(Box::new(left), pats, Box::new(body)),
    }
}
