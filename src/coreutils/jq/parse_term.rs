//! The jq parser: terms and what follows them.

use super::ast::F;
use super::fault;
use super::json::J;
use super::parse::{KEYWORDS, Parser, Res};
use std::rc::Rc;

/// What may stand behind an expression in square brackets.
const IN_ARRAY: &str = "'|' or ',' or ']'";

impl Parser<'_> {
    pub(super) fn postfix(&mut self) -> Res<F> {
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
                } else if next.is_ascii_digit() {
                    break;
                } else {
                    self.pos += 1;
                    return self.unexpected("FORMAT or QQSTRING_START or '['");
                }
            } else {
                break;
            }
        }
        Ok(f)
    }

    pub(super) fn plain_word(&mut self) -> String {
        let s = &self.s[self.pos..];
        let n = s.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == b'_').count();
        self.pos += n;
        String::from_utf8_lossy(&s[..n]).into_owned()
    }

    /// What follows `[` after a term.
    pub(super) fn bracket(&mut self, f: F) -> Res<F> {
        let f = Box::new(f);
        if self.eat("]") {
            return Ok(F::Iterate(f));
        }
        if self.eat(":") {
            let to = self.pipe()?;
            self.expect("]", IN_ARRAY)?;
            return Ok(F::Slice(f, None, Some(Box::new(to))));
        }
        let from = self.pipe()?;
        if self.eat(":") {
            if self.eat("]") {
                return Ok(F::Slice(f, Some(Box::new(from)), None));
            }
            let to = self.pipe()?;
            self.expect("]", IN_ARRAY)?;
            return Ok(F::Slice(f, Some(Box::new(from)), Some(Box::new(to))));
        }
        self.expect("]", "'|' or ',' or ':' or ']'")?;
        Ok(F::Index(f, Box::new(from)))
    }

    pub(super) fn term(&mut self) -> Res<F> {
        self.depth += 1;
        if self.depth > 400 {
            return Err("the program is nested too deeply".into());
        }
        let f = self.term_inner();
        self.depth -= 1;
        f
    }

    pub(super) fn term_inner(&mut self) -> Res<F> {
        self.blanks();
        let Some(&c) = self.s.get(self.pos) else { return self.unexpected("") };
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
                self.expect(")", "'|' or ',' or ')'")?;
                Ok(f)
            }
            b'[' => {
                self.pos += 1;
                if self.eat("]") {
                    return Ok(F::Array(None));
                }
                let f = self.pipe()?;
                self.expect("]", IN_ARRAY)?;
                Ok(F::Array(Some(Box::new(f))))
            }
            b'{' => {
                self.pos += 1;
                self.object()
            }
            _ => self.word_term(),
        }
    }

    pub(super) fn word_term(&mut self) -> Res<F> {
        let w = self.peek_word();
        match w.as_str() {
            "if" => {
                let start = self.pos;
                self.pos += 2;
                return self.conditional(start);
            }
            "try" => {
                let start = self.pos;
                self.pos += 3;
                let body = self.post_term()?;
                let catch = if self.keyword("catch") {
                    let body = self.post_term();
                    Some(Box::new(self.unterminated(body, "'try'", start)?))
                } else {
                    None
                };
                return Ok(F::Try(Box::new(body), catch));
            }
            "reduce" | "foreach" => {
                self.pos += w.len();
                let src = self.postfix()?;
                self.need("as", "")?;
                let pat = self.pattern()?;
                self.expect("(", "'('")?;
                let init = self.pipe()?;
                self.expect(";", "'|' or ',' or ';'")?;
                let update = self.pipe()?;
                let extract = if w == "foreach" && self.eat(";") {
                    Some(Box::new(self.pipe()?))
                } else {
                    None
                };
                let more = w == "foreach" && extract.is_none();
                self.expect(
                    ")",
                    if more { "'|' or ',' or ';' or ')'" } else { "'|' or ',' or ')'" },
                )?;
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
                let start = self.pos;
                self.pos += 5;
                let label = self.variable().map_err(|f| {
                    let end = f.end();
                    f.with("break requires a label to break to", start, end)
                });
                return Ok(F::Break(label?));
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
            return self.unexpected("");
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
            self.expect(")", "';' or ')'")?;
        }
        Ok(F::Call(w.into(), args))
    }

    /// The body of `try`: a term with what follows it, but no operators.
    pub(super) fn post_term(&mut self) -> Res<F> {
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

    /// What follows an `if` or `elif`; `start` is where the `if` stands.
    pub(super) fn conditional(&mut self, start: usize) -> Res<F> {
        let cond = self.pipe()?;
        self.need("then", "then or '|' or ','")?;
        let then = self.pipe();
        let then = self.unterminated(then, "'if'", start)?;
        let other = if self.keyword("elif") {
            let at = self.pos;
            let rest = self.conditional(start);
            // Without its condition the statement is open already.
            Some(Box::new(match rest {
                Err(f) if f.notes.len() == 1 && self.pos <= f.end().max(at) => {
                    self.unterminated(Err(f), "'if'", start)?
                }
                rest => rest?,
            }))
        } else {
            let (o, wants) = if self.keyword("else") {
                let body = self.pipe();
                (Some(Box::new(self.unterminated(body, "'if'", start)?)), "end or '|' or ','")
            } else {
                (None, "")
            };
            let end = self.need("end", wants);
            self.unterminated(end, "'if'", start)?;
            o
        };
        Ok(F::If(Box::new(cond), Box::new(then), other))
    }

    /// A fault in a statement that stands open is told of the statement too, unless it is inside brackets.
    fn unterminated<T>(&self, result: Res<T>, name: &str, start: usize) -> Res<T> {
        result.map_err(|f| {
            let (inside, end) = (fault::innermost(&self.s[..self.pos.min(self.s.len())]), f.end());
            if f.notes.len() > 1 || inside.is_some_and(|(_, at)| at > start) {
                return f;
            }
            f.with(&format!("Possibly unterminated {name} statement"), start, end)
        })
    }

    pub(super) fn number(&mut self) -> Res<F> {
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
            Ok(v) => Ok(F::Const(J::literal(&t, v))),
            Err(_) => self.unexpected(""),
        }
    }
}
