//! expr: arithmetic, comparison and text, an operator an argument.

use super::Cx;
use super::lines::{quoted, utf8_locale};
use super::regex::{Captures, Flavor, Options, Regex, char_len};
use crate::vfs::text;

#[derive(Clone, Debug)]
enum Val {
    Num(i128),
    Str(String),
}

impl Val {
    fn text(&self) -> String {
        match self {
            Val::Num(n) => n.to_string(),
            Val::Str(s) => s.clone(),
        }
    }

    fn number(&self) -> Option<i128> {
        match self {
            Val::Num(n) => Some(*n),
            Val::Str(s) => {
                let d = s.strip_prefix('-').unwrap_or(s);
                (!d.is_empty() && d.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok())?
            }
        }
    }

    /// Neither empty nor zero.
    fn truth(&self) -> bool {
        match self {
            Val::Num(n) => *n != 0,
            Val::Str(s) => {
                let d = s.strip_prefix('-').unwrap_or(s);
                !(s.is_empty() || (!d.is_empty() && d.bytes().all(|b| b == b'0')))
            }
        }
    }
}

struct Expr<'a> {
    w: &'a [String],
    at: usize,
    depth: u32,
    utf8: bool,
    quote: Box<dyn Fn(&str) -> String>,
}

type Res = Result<Val, String>;

/// `expr`
pub async fn main(cx: &mut Cx) -> i32 {
    let mut words = cx.args();
    if words.first().is_some_and(|w| w == "--") {
        words.remove(0);
    }
    if cx.only_option(&words) {
        return 0;
    }
    if words.is_empty() {
        if cx.busybox() {
            cx.err("too few arguments").await;
            return 2;
        }
        cx.usage_status = 2;
        return cx.usage_error("missing operand").await;
    }
    let p = cx.p.clone();
    let mut e = Expr {
        w: &words,
        at: 0,
        depth: 0,
        utf8: utf8_locale(&cx.p),
        quote: Box::new(move |s| quoted(&p, s)),
    };
    let result = e.or().and_then(|v| {
        if e.at < e.w.len() {
            return Err(format!("syntax error: unexpected argument {}", (e.quote)(&e.w[e.at])));
        }
        Ok(v)
    });
    match result {
        Ok(v) => {
            // BusyBox calculates in 64 bits, and wraps.
            let v = match v {
                Val::Num(n) if cx.busybox() => Val::Num(i128::from(n as i64)),
                v => v,
            };
            let line = v.text() + "\n";
            cx.puts(&line);
            i32::from(!v.truth())
        }
        Err(what) => {
            let what = match what.as_str() {
                w if cx.busybox() && w.starts_with("syntax error") => "syntax error".into(),
                "non-integer argument" if cx.busybox() => "non-numeric argument".into(),
                _ => what,
            };
            cx.err(what).await;
            2
        }
    }
}

impl Expr<'_> {
    fn eat(&mut self, options: &[&str]) -> Option<String> {
        let w = self.w.get(self.at)?;
        if !options.contains(&w.as_str()) {
            return None;
        }
        self.at += 1;
        Some(w.clone())
    }

    fn or(&mut self) -> Res {
        let mut a = self.and()?;
        while self.eat(&["|"]).is_some() {
            let b = self.and()?;
            a = if a.truth() {
                a
            } else if b.truth() {
                b
            } else {
                Val::Num(0)
            };
        }
        Ok(a)
    }

    fn and(&mut self) -> Res {
        let mut a = self.compare()?;
        while self.eat(&["&"]).is_some() {
            let b = self.compare()?;
            if !(a.truth() && b.truth()) {
                a = Val::Num(0);
            }
        }
        Ok(a)
    }

    fn compare(&mut self) -> Res {
        let mut a = self.sum()?;
        while let Some(op) = self.eat(&["<", "<=", "=", "==", "!=", ">=", ">"]) {
            let b = self.sum()?;
            let o = match (a.number(), b.number()) {
                (Some(x), Some(y)) => x.cmp(&y),
                _ => a.text().cmp(&b.text()),
            };
            let r = match op.as_str() {
                "<" => o.is_lt(),
                "<=" => o.is_le(),
                "=" | "==" => o.is_eq(),
                "!=" => o.is_ne(),
                ">=" => o.is_ge(),
                _ => o.is_gt(),
            };
            a = Val::Num(i128::from(r));
        }
        Ok(a)
    }

    fn numbers(&self, a: &Val, b: &Val) -> Result<(i128, i128), String> {
        match (a.number(), b.number()) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err("non-integer argument".into()),
        }
    }

    fn sum(&mut self) -> Res {
        let mut a = self.product()?;
        while let Some(op) = self.eat(&["+", "-"]) {
            let b = self.product()?;
            let (x, y) = self.numbers(&a, &b)?;
            let r = if op == "+" { x.checked_add(y) } else { x.checked_sub(y) };
            a = Val::Num(r.ok_or("Numerical result out of range")?);
        }
        Ok(a)
    }

    fn product(&mut self) -> Res {
        let mut a = self.matching()?;
        while let Some(op) = self.eat(&["*", "/", "%"]) {
            let b = self.matching()?;
            let (x, y) = self.numbers(&a, &b)?;
            let r = match op.as_str() {
                "*" => x.checked_mul(y),
                _ if y == 0 => return Err("division by zero".into()),
                "/" => x.checked_div(y),
                _ => x.checked_rem(y),
            };
            a = Val::Num(r.ok_or("Numerical result out of range")?);
        }
        Ok(a)
    }

    fn matching(&mut self) -> Res {
        let mut a = self.unary()?;
        while self.eat(&[":"]).is_some() {
            let b = self.unary()?;
            a = self.matches(&a.text(), &b.text())?;
        }
        Ok(a)
    }

    fn matches(&self, s: &str, re: &str) -> Res {
        let pattern = [b"\\`".as_slice(), &text::encode(re)].concat();
        // The anchor must not turn a leading star into an operator.
        let pattern = if re.starts_with('*') {
            [b"\\`\\".as_slice(), &text::encode(re)].concat()
        } else {
            pattern
        };
        let pattern = match pattern.strip_prefix(b"\\`^") {
            Some(rest) => [b"\\`", rest].concat(),
            None => pattern,
        };
        let re = Regex::new(&pattern, &Options::new(Flavor::SedBasic, self.utf8))
            .map_err(|e| e.to_string())?;
        let bytes = text::encode(s);
        let mut caps = Captures::default();
        let hit = re.captures_at(&bytes, 0, &mut caps).map_err(|e| e.to_string())?;
        if re.groups() > 0 {
            let t =
                caps.get(1).filter(|_| hit).map(|(a, b)| text::decode(&bytes[a..b]).into_owned());
            return Ok(Val::Str(t.unwrap_or_default()));
        }
        let n = caps.get(0).filter(|_| hit).map_or(0, |(_, b)| self.chars(&bytes[..b]));
        Ok(Val::Num(n as i128))
    }

    fn chars(&self, b: &[u8]) -> usize {
        if !self.utf8 {
            return b.len();
        }
        let (mut n, mut i) = (0, 0);
        while i < b.len() {
            i += char_len(b, i);
            n += 1;
        }
        n
    }

    fn next(&mut self) -> Result<String, String> {
        match self.w.get(self.at) {
            Some(w) => {
                self.at += 1;
                Ok(w.clone())
            }
            None => {
                let last = self.w.last().cloned().unwrap_or_default();
                Err(format!("syntax error: missing argument after {}", (self.quote)(&last)))
            }
        }
    }

    fn unary(&mut self) -> Res {
        self.depth += 1;
        if self.depth > 200 {
            return Err("expression nested too deeply".into());
        }
        let r = self.unary_inner();
        self.depth -= 1;
        r
    }

    fn unary_inner(&mut self) -> Res {
        let w = self.next()?;
        match w.as_str() {
            "(" => {
                let v = self.or()?;
                match self.w.get(self.at) {
                    Some(c) if c == ")" => self.at += 1,
                    Some(c) => {
                        return Err(format!(
                            "syntax error: expecting ')' instead of {}",
                            (self.quote)(c)
                        ));
                    }
                    None => {
                        let last = self.w.last().cloned().unwrap_or_default();
                        return Err(format!(
                            "syntax error: expecting ')' after {}",
                            (self.quote)(&last)
                        ));
                    }
                }
                Ok(v)
            }
            ")" => Err("syntax error: unexpected ')'".into()),
            "+" => Ok(Val::Str(self.next()?)),
            "length" => {
                let v = self.unary()?.text();
                Ok(Val::Num(self.chars(&text::encode(&v)) as i128))
            }
            "match" => {
                let a = self.unary()?.text();
                let b = self.unary()?.text();
                self.matches(&a, &b)
            }
            "index" => {
                let a = self.unary()?.text();
                let set = self.unary()?.text();
                let n = a.chars().position(|c| set.contains(c)).map_or(0, |i| i + 1);
                Ok(Val::Num(n as i128))
            }
            "substr" => {
                let s = self.unary()?.text();
                let (pos, len) = (self.unary()?, self.unary()?);
                let (Some(p), Some(n)) = (pos.number(), len.number()) else {
                    return Ok(Val::Str(String::new()));
                };
                if p < 1 || n < 1 {
                    return Ok(Val::Str(String::new()));
                }
                let take = n.min(1 << 40) as usize;
                Ok(Val::Str(s.chars().skip((p - 1).min(1 << 40) as usize).take(take).collect()))
            }
            _ => Ok(Val::Str(w)),
        }
    }
}
