//! jq's arithmetic, and formats such as @csv.

use super::ast::Bin;
use super::eval::{Res, Stop, fail};
use super::json::{J, Object};
use super::{paths, values};
use std::rc::Rc;

/// A value for a message: its type and its text, cut.
pub fn shown(v: &J) -> String {
    format!("{} ({})", v.kind(), paths::short(v))
}

/// `l op r`
pub fn binary(op: Bin, l: &J, r: &J) -> Res<J> {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let o = l.compare(r);
    Ok(match (op, l, r) {
        (Bin::Eq, ..) => J::Bool(o == Equal),
        (Bin::Ne, ..) => J::Bool(o != Equal),
        (Bin::Lt, ..) => J::Bool(o == Less),
        (Bin::Le, ..) => J::Bool(o != Greater),
        (Bin::Gt, ..) => J::Bool(o == Greater),
        (Bin::Ge, ..) => J::Bool(o != Less),
        (Bin::Add, J::Null, x) | (Bin::Add, x, J::Null) => x.clone(),
        (_, J::Lit(n, _), r) => binary(op, &J::Num(*n), r)?,
        (_, l, J::Lit(n, _)) => binary(op, l, &J::Num(*n))?,
        (Bin::Add, J::Num(a), J::Num(b)) => J::Num(a + b),
        (Bin::Add, J::Str(a), J::Str(b)) => J::Str(format!("{a}{b}").into()),
        (Bin::Add, J::Arr(a), J::Arr(b)) => J::arr(a.iter().chain(b.iter()).cloned().collect()),
        (Bin::Add, J::Obj(a), J::Obj(b)) => {
            let mut o = a.as_ref().clone();
            b.iter().for_each(|(k, v)| o.set(k.clone(), v.clone()));
            J::Obj(Rc::new(o))
        }
        (Bin::Sub, J::Num(a), J::Num(b)) => J::Num(a - b),
        (Bin::Sub, J::Arr(a), J::Arr(b)) => {
            J::arr(a.iter().filter(|x| !b.iter().any(|y| x.compare(y).is_eq())).cloned().collect())
        }
        (Bin::Mul, J::Num(a), J::Num(b)) => J::Num(a * b),
        (Bin::Mul, J::Str(s), J::Num(n)) | (Bin::Mul, J::Num(n), J::Str(s)) => {
            if *n < 0.0 {
                J::Null
            } else if *n == 0.0 {
                J::str("")
            } else if *n * s.len() as f64 > 1e8 {
                return fail("Repeat string result too long");
            } else {
                J::Str(s.repeat((*n).max(1.0) as usize).into())
            }
        }
        (Bin::Mul, J::Obj(a), J::Obj(b)) => J::Obj(Rc::new(merge(a, b))),
        (Bin::Div, J::Num(_), J::Num(b)) if *b == 0.0 => {
            return fail(format!(
                "{} and {} cannot be divided because the divisor is zero",
                shown(l),
                shown(r)
            ));
        }
        (Bin::Div, J::Num(a), J::Num(b)) => J::Num(a / b),
        (Bin::Div, J::Str(a), J::Str(b)) => values::split(a, b),
        (Bin::Mod, J::Num(a), J::Num(b)) => {
            let (x, y) = (*a as i64, (*b as i64).unsigned_abs());
            if y == 0 {
                return fail(format!(
                    "{} and {} cannot be divided (remainder) because the divisor is zero",
                    shown(l),
                    shown(r)
                ));
            }
            let m = (x.unsigned_abs() % y) as f64;
            J::Num(if x < 0 { -m } else { m })
        }
        _ => {
            let verb = match op {
                Bin::Add => "added",
                Bin::Sub => "subtracted",
                Bin::Mul => "multiplied",
                _ => "divided",
            };
            return fail(format!("{} and {} cannot be {verb}", shown(l), shown(r)));
        }
    })
}

pub(super) fn merge(a: &Object, b: &Object) -> Object {
    let mut o = a.clone();
    for (k, v) in b.iter() {
        let new = match (o.get(k), v) {
            (Some(J::Obj(x)), J::Obj(y)) => J::Obj(Rc::new(merge(x, y))),
            _ => v.clone(),
        };
        o.set(k.clone(), new);
    }
    o
}

/// The places of `b` in `a`.
pub fn indices(a: &J, b: &J) -> J {
    let list: Vec<usize> = match (a, b) {
        (J::Str(a), J::Str(b)) if !b.is_empty() => {
            let mut out = Vec::new();
            let mut at = 0;
            while let Some(i) = a[at..].find(&**b) {
                out.push(a[..at + i].chars().count());
                at += i + a[at + i..].chars().next().map_or(1, char::len_utf8);
            }
            out
        }
        (J::Arr(a), J::Arr(b)) if !b.is_empty() => a
            .windows(b.len())
            .enumerate()
            .filter(|(_, w)| w.iter().zip(b.iter()).all(|(x, y)| x.compare(y).is_eq()))
            .map(|(i, _)| i)
            .collect(),
        (J::Arr(a), b) => (0..a.len()).filter(|i| a[*i].compare(b).is_eq()).collect(),
        _ => return J::Null,
    };
    J::arr(list.into_iter().map(|i| J::Num(i as f64)).collect())
}

/// Text in a format: `@csv`, `@html`...
pub fn format(name: &str, v: &J) -> Res<String> {
    let text = || match v {
        J::Str(s) => s.to_string(),
        v => v.text(),
    };
    let row = |f: &dyn Fn(&J) -> Res<String>, sep: &str| match v {
        J::Arr(a) => Ok(a.iter().map(f).collect::<Res<Vec<_>>>()?.join(sep)),
        v => fail(format!("{} cannot be {name}-formatted, only array", shown(v))),
    };
    Ok(match name {
        "text" => text(),
        "json" => v.text(),
        "html" => {
            let mut out = String::new();
            for c in text().chars() {
                match c {
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '&' => out.push_str("&amp;"),
                    '\'' => out.push_str("&apos;"),
                    '"' => out.push_str("&quot;"),
                    c => out.push(c),
                }
            }
            out
        }
        "uri" => text()
            .bytes()
            .map(|b| match b {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    char::from(b).to_string()
                }
                b => format!("%{b:02X}"),
            })
            .collect(),
        "csv" => row(
            &|x| match x {
                J::Num(_) | J::Lit(..) | J::Bool(_) => Ok(x.text()),
                J::Null => Ok(String::new()),
                J::Str(s) => Ok(format!("\"{}\"", s.replace('"', "\"\""))),
                x => fail(format!("{} is not valid in a csv row", shown(x))),
            },
            ",",
        )?,
        "tsv" => row(
            &|x| match x {
                J::Num(_) | J::Lit(..) | J::Bool(_) => Ok(x.text()),
                J::Null => Ok(String::new()),
                J::Str(s) => Ok(s
                    .replace('\\', "\\\\")
                    .replace('\t', "\\t")
                    .replace('\n', "\\n")
                    .replace('\r', "\\r")),
                x => fail(format!("{} is not valid in a tsv row", shown(x))),
            },
            "\t",
        )?,
        "sh" => {
            let one = |x: &J| match x {
                J::Str(s) => Ok(format!("'{}'", s.replace('\'', "'\\''"))),
                J::Arr(_) | J::Obj(_) => fail(format!("{} can not be escaped for shell", shown(x))),
                x => Ok(x.text()),
            };
            match v {
                J::Arr(a) => a.iter().map(one).collect::<Res<Vec<_>>>()?.join(" "),
                v => one(v)?,
            }
        }
        "base64" => values::base64(text().as_bytes()),
        "base64d" => values::base64d(&text()).ok_or_else(|| {
            Stop::Error(J::str(&format!("{} is not valid base64 data", shown(v))))
        })?,
        _ => return fail(format!("{name} is not a valid format")),
    })
}
