//! jq's functions of plain values.

use std::rc::Rc;

use super::builtins::shown;
use super::eval::{Res, fail};
use super::json::{J, Object, Parser};
use crate::coreutils::regex::{Captures, Flavor, Options, Regex};

const NAMES: &[(&str, usize)] = &[
    ("abs", 0),
    ("add", 0),
    ("ascii_downcase", 0),
    ("ascii_upcase", 0),
    ("ceil", 0),
    ("contains", 1),
    ("endswith", 1),
    ("exp", 0),
    ("exp10", 0),
    ("exp2", 0),
    ("explode", 0),
    ("fabs", 0),
    ("flatten", 0),
    ("flatten", 1),
    ("floor", 0),
    ("from_entries", 0),
    ("fromjson", 0),
    ("has", 1),
    ("implode", 0),
    ("indices", 1),
    ("infinite", 0),
    ("isinfinite", 0),
    ("isnan", 0),
    ("isnormal", 0),
    ("join", 1),
    ("keys", 0),
    ("keys_unsorted", 0),
    ("length", 0),
    ("log", 0),
    ("log10", 0),
    ("log2", 0),
    ("ltrim", 0),
    ("ltrimstr", 1),
    ("max", 0),
    ("min", 0),
    ("_match", 3),
    ("nan", 0),
    ("not", 0),
    ("pow", 2),
    ("reverse", 0),
    ("round", 0),
    ("rtrim", 0),
    ("rtrimstr", 1),
    ("sort", 0),
    ("split", 1),
    ("sqrt", 0),
    ("startswith", 1),
    ("strftime", 1),
    ("to_entries", 0),
    ("todate", 0),
    ("tojson", 0),
    ("tonumber", 0),
    ("tostring", 0),
    ("transpose", 0),
    ("trim", 0),
    ("trunc", 0),
    ("type", 0),
    ("unique", 0),
    ("utf8bytelength", 0),
    ("fromdate", 0),
    ("gmtime", 0),
    ("mktime", 0),
    ("toarray", 0),
];

/// Whether a function is one of these.
pub fn knows(name: &str, arity: usize) -> bool {
    NAMES.contains(&(name, arity))
}

/// `a / b` and `split(b)`
pub fn split(a: &str, b: &str) -> J {
    if a.is_empty() {
        return J::arr(vec![]);
    }
    if b.is_empty() {
        return J::arr(a.chars().map(|c| J::str(&c.to_string())).collect());
    }
    J::arr(a.split(b).map(J::str).collect())
}

const B64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes in base64.
pub fn base64(data: &[u8]) -> String {
    let mut out = String::new();
    for g in data.chunks(3) {
        let v = (0..3).fold(0u32, |v, i| v << 8 | u32::from(g.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let d = (v >> (18 - 6 * i)) as usize & 63;
            out.push(if i <= g.len() { char::from(B64[d]) } else { '=' });
        }
    }
    out
}

/// Base64 as text.
pub fn base64d(s: &str) -> Option<String> {
    let (mut out, mut v, mut n) = (Vec::new(), 0u32, 0);
    for b in s.bytes().filter(|b| *b != b'=' && !b.is_ascii_whitespace()) {
        v = v << 6 | B64.iter().position(|x| *x == b)? as u32;
        n += 6;
        if n >= 8 {
            n -= 8;
            out.push((v >> n) as u8);
        }
    }
    (s.is_empty() || !out.is_empty()).then(|| String::from_utf8_lossy(&out).into_owned())
}

/// What `sort_by` and its kin make of values with their keys.
pub fn by_keys(name: &str, mut keyed: Vec<(J, J)>) -> J {
    match name {
        "min_by" | "max_by" => {
            let mut best: Option<(J, J)> = None;
            for (k, v) in keyed {
                let better = best.as_ref().is_none_or(|(b, _)| {
                    let o = k.compare(b);
                    if name == "min_by" { o.is_lt() } else { o.is_ge() }
                });
                if better {
                    best = Some((k, v));
                }
            }
            best.map_or(J::Null, |b| b.1)
        }
        _ => {
            keyed.sort_by(|a, b| a.0.compare(&b.0));
            if name == "sort_by" {
                return J::arr(keyed.into_iter().map(|k| k.1).collect());
            }
            let mut groups: Vec<(J, Vec<J>)> = Vec::new();
            for (k, v) in keyed {
                match groups.last_mut() {
                    Some(g) if g.0.compare(&k).is_eq() => g.1.push(v),
                    _ => groups.push((k, vec![v])),
                }
            }
            if name == "group_by" {
                J::arr(groups.into_iter().map(|g| J::arr(g.1)).collect())
            } else {
                J::arr(groups.into_iter().filter_map(|g| g.1.into_iter().next()).collect())
            }
        }
    }
}

fn contains(a: &J, b: &J) -> Res<bool> {
    Ok(match (a, b) {
        (J::Obj(a), J::Obj(b)) => {
            for (k, v) in b.iter() {
                match a.get(k) {
                    Some(x) if contains(x, v)? => {}
                    _ => return Ok(false),
                }
            }
            true
        }
        (J::Arr(a), J::Arr(b)) => {
            for v in b.iter() {
                let mut hit = false;
                for x in a.iter() {
                    hit |= x.kind() == v.kind() && contains(x, v)?;
                }
                if !hit {
                    return Ok(false);
                }
            }
            true
        }
        (J::Str(a), J::Str(b)) => a.contains(&**b),
        (a, b) if a.kind() == b.kind() => a.compare(b).is_eq(),
        (a, b) => {
            return fail(format!(
                "{} and {} cannot have their containment checked",
                shown(a),
                shown(b)
            ));
        }
    })
}

fn flatten(a: &[J], depth: f64, out: &mut Vec<J>) {
    for x in a {
        match x {
            J::Arr(b) if depth > 0.0 => flatten(b, depth - 1.0, out),
            x => out.push(x.clone()),
        }
    }
}

/// All matches of a regular expression as `match` describes them.
fn matches(v: &J, re: &J, flags: &J, test: &J) -> Res<J> {
    let (J::Str(s), J::Str(re)) = (v, re) else {
        let bad = if matches!(v, J::Str(_)) { re } else { v };
        return fail(format!("{} cannot be matched, as it is not a string", shown(bad)));
    };
    let flags = match flags {
        J::Str(f) => f.to_string(),
        J::Null => String::new(),
        f => return fail(format!("{} is not a string", shown(f))),
    };
    if let Some(c) = flags.chars().find(|c| !"gimnxls".contains(*c)) {
        let _ = c;
        return fail(format!("{flags} is not a valid modifier string"));
    }
    let mut opts =
        Options { icase: flags.contains('i'), ..Options::new(Flavor::GrepExtended, true) };
    let (pattern, names) = named(re);
    let compiled = crate::coreutils::grep::perl_syntax(pattern.as_bytes(), &mut opts)
        .map_err(|what| format!("the simulator's jq does not have {what} in regular expressions"))
        .and_then(|p| {
            Regex::new(&p, &opts)
                .map_err(|e| format!("{re} (at offset 0) is not a valid regex: {e}"))
        });
    let re = match compiled {
        Ok(r) => r,
        Err(what) => return fail(what),
    };
    let mut caps = Captures::default();
    let (mut at, mut out) = (0, Vec::new());
    let chars = |n: usize| J::Num(s[..n].chars().count() as f64);
    let piece = |x: usize, y: usize| {
        vec![
            (Rc::from("offset"), chars(x)),
            (Rc::from("length"), J::Num(s[x..y].chars().count() as f64)),
            (Rc::from("string"), J::str(&s[x..y])),
        ]
    };
    while at <= s.len() && re.captures_at(s.as_bytes(), at, &mut caps).unwrap_or(false) {
        if test.truth() {
            return Ok(J::Bool(true));
        }
        let Some((x, y)) = caps.get(0) else { break };
        let groups = (1..=re.groups())
            .map(|i| {
                let mut o = match caps.get(i) {
                    Some((a, b)) => piece(a, b),
                    None => vec![
                        (Rc::from("offset"), J::Num(-1.0)),
                        (Rc::from("length"), J::Num(0.0)),
                        (Rc::from("string"), J::Null),
                    ],
                };
                let name = names.get(i - 1).cloned().flatten();
                o.push((Rc::from("name"), name.map_or(J::Null, |n| J::str(&n))));
                J::obj(o)
            })
            .collect();
        let mut o = piece(x, y);
        o.push((Rc::from("captures"), J::arr(groups)));
        out.push(J::obj(o));
        if !flags.contains('g') {
            break;
        }
        at = if y > x { y } else { y + s[y..].chars().next().map_or(1, char::len_utf8) };
    }
    if test.truth() { Ok(J::Bool(false)) } else { Ok(J::arr(out)) }
}

/// Takes the names out of `(?<name>...)` groups.
fn named(re: &str) -> (String, Vec<Option<String>>) {
    let (mut out, mut names) = (String::new(), Vec::new());
    let mut rest = re;
    while let Some(c) = rest.chars().next() {
        if c == '\\' {
            let n = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
            out.push_str(&rest[..n]);
            rest = &rest[n..];
            continue;
        }
        if c == '(' {
            if let Some(r) = rest.strip_prefix("(?<").filter(|r| !r.starts_with(['=', '!']))
                && let Some(end) = r.find('>')
            {
                names.push(Some(r[..end].to_string()));
                out.push('(');
                rest = &r[end + 1..];
                continue;
            }
            if rest.starts_with("(?:") {
                // Counted all the same: the group stays one, but nobody asks for it.
                names.push(None);
            } else if !rest.starts_with("(?") {
                names.push(None);
            }
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    (out, names)
}

fn keys(v: &J, sorted: bool) -> Res<J> {
    Ok(match v {
        J::Obj(o) if sorted => {
            J::arr(o.sorted().into_iter().map(|e| J::Str(e.0.clone())).collect())
        }
        J::Obj(o) => J::arr(o.iter().map(|e| J::Str(e.0.clone())).collect()),
        J::Arr(a) => J::arr((0..a.len()).map(|i| J::Num(i as f64)).collect()),
        v => return fail(format!("{} has no keys", shown(v))),
    })
}

/// Calls one of these functions.
pub fn call(name: &str, v: &J, args: &[J]) -> Res<J> {
    let number = || match v {
        J::Num(n) => Ok(*n),
        v => fail(format!("{} number required", shown(v))),
    };
    let text = |what: &str| match v {
        J::Str(s) => Ok(s.clone()),
        v => fail(format!("{} {what}", shown(v))),
    };
    let list = |what: &str| match v {
        J::Arr(a) => Ok(a.clone()),
        v => fail(format!("{} {what}", shown(v))),
    };
    let arg = |i: usize| args.get(i).cloned().unwrap_or(J::Null);
    Ok(match name {
        "type" => J::str(v.kind()),
        "not" => J::Bool(!v.truth()),
        "length" => match v {
            J::Null => J::Num(0.0),
            J::Num(n) => J::Num(n.abs()),
            J::Str(s) => J::Num(s.chars().count() as f64),
            J::Arr(a) => J::Num(a.len() as f64),
            J::Obj(o) => J::Num(o.len() as f64),
            v => return fail(format!("{} has no length", shown(v))),
        },
        "utf8bytelength" => J::Num(text("only strings have UTF-8 byte length")?.len() as f64),
        "keys" => keys(v, true)?,
        "keys_unsorted" => keys(v, false)?,
        "has" => match (v, &arg(0)) {
            (J::Obj(o), J::Str(k)) => J::Bool(o.get(k).is_some()),
            (J::Arr(a), J::Num(n)) => J::Bool(*n >= 0.0 && (*n as usize) < a.len()),
            (v, k) => {
                return fail(format!("Cannot check whether {} has a {} key", v.kind(), k.kind()));
            }
        },
        "contains" => J::Bool(contains(v, &arg(0))?),
        "indices" => super::builtins::indices(v, &arg(0)),
        "add" => {
            let items: Vec<J> = match v {
                J::Arr(a) => a.to_vec(),
                J::Obj(o) => o.iter().map(|e| e.1.clone()).collect(),
                v => return fail(format!("Cannot iterate over {}", shown(v))),
            };
            if !items.is_empty() && items.iter().all(|x| matches!(x, J::Str(_))) {
                let all: String = items
                    .iter()
                    .map(|x| if let J::Str(s) = x { s.to_string() } else { String::new() })
                    .collect();
                return Ok(J::Str(all.into()));
            }
            items
                .iter()
                .try_fold(J::Null, |a, x| super::builtins::binary(super::ast::Bin::Add, &a, x))?
        }
        "floor" => J::Num(number()?.floor()),
        "ceil" => J::Num(number()?.ceil()),
        "round" => J::Num(number()?.round()),
        "trunc" => J::Num(number()?.trunc()),
        "sqrt" => J::Num(number()?.sqrt()),
        "fabs" | "abs" => J::Num(number()?.abs()),
        "exp" => J::Num(number()?.exp()),
        "exp2" => J::Num(number()?.exp2()),
        "exp10" => J::Num(10f64.powf(number()?)),
        "log" => J::Num(number()?.ln()),
        "log2" => J::Num(number()?.log2()),
        "log10" => J::Num(number()?.log10()),
        "pow" => match (arg(0), arg(1)) {
            (J::Num(a), J::Num(b)) => J::Num(a.powf(b)),
            (a, _) => return fail(format!("{} number required", shown(&a))),
        },
        "infinite" => J::Num(f64::INFINITY),
        "nan" => J::Num(f64::NAN),
        "isinfinite" => J::Bool(number()?.is_infinite()),
        "isnan" => J::Bool(number()?.is_nan()),
        "isnormal" => J::Bool(number()?.is_normal()),
        "tostring" => match v {
            J::Str(_) => v.clone(),
            v => J::Str(v.text().into()),
        },
        "tojson" => J::Str(v.text().into()),
        "fromjson" => {
            let t = text("only strings can be parsed")?;
            let mut p = Parser::new(t.as_bytes());
            match p.next() {
                Ok(x) => x.unwrap_or(J::Null),
                Err(what) => return fail(format!("{what} (while parsing '{t}')")),
            }
        }
        "tonumber" => {
            match v {
                J::Num(_) => v.clone(),
                J::Str(s) => match s.trim().parse::<f64>() {
                    Ok(n) => J::Num(n),
                    Err(_) => return fail(
                        format!("Cannot parse '{s}' as JSON")
                            .replacen(
                                "Cannot parse",
                                "Invalid numeric literal at EOF at line 1, column 0 (while parsing",
                                1,
                            )
                            .replacen("' as JSON", "')", 1),
                    ),
                },
                v => return fail(format!("{} cannot be parsed as a number", shown(v))),
            }
        }
        "toarray" => match v {
            J::Arr(_) => v.clone(),
            v => J::arr(vec![v.clone()]),
        },
        "ascii_downcase" => J::Str(text("cannot be lowercased")?.to_ascii_lowercase().into()),
        "ascii_upcase" => J::Str(text("cannot be uppercased")?.to_ascii_uppercase().into()),
        "trim" => J::str(text("cannot be trimmed")?.trim()),
        "ltrim" => J::str(text("cannot be trimmed")?.trim_start()),
        "rtrim" => J::str(text("cannot be trimmed")?.trim_end()),
        "explode" => J::arr(
            text("cannot be exploded")?.chars().map(|c| J::Num(f64::from(u32::from(c)))).collect(),
        ),
        "implode" => {
            let chars = list("cannot be imploded")?;
            let s: String = chars
                .iter()
                .map(|n| {
                    if let J::Num(n) = n {
                        char::from_u32(*n as u32).unwrap_or('\u{FFFD}')
                    } else {
                        '\u{FFFD}'
                    }
                })
                .collect();
            J::Str(s.into())
        }
        "startswith" | "endswith" => match (v, &arg(0)) {
            (J::Str(a), J::Str(b)) if name == "startswith" => J::Bool(a.starts_with(&**b)),
            (J::Str(a), J::Str(b)) => J::Bool(a.ends_with(&**b)),
            _ => return fail(format!("{name}() requires string inputs")),
        },
        "ltrimstr" | "rtrimstr" => match (v, &arg(0)) {
            (J::Str(a), J::Str(b)) => {
                let cut =
                    if name == "ltrimstr" { a.strip_prefix(&**b) } else { a.strip_suffix(&**b) };
                cut.map_or(v.clone(), J::str)
            }
            _ => v.clone(),
        },
        "split" => match (v, &arg(0)) {
            (J::Str(a), J::Str(b)) => split(a, b),
            _ => return fail("split input and separator must be strings"),
        },
        "join" => {
            let a = list("cannot be iterated over")?;
            let J::Str(sep) = arg(0) else {
                return fail(format!("{} cannot be joined with", shown(&arg(0))));
            };
            let mut out = String::new();
            for (i, x) in a.iter().enumerate() {
                if i > 0 {
                    out.push_str(&sep);
                }
                match x {
                    J::Null => {}
                    J::Str(s) => out.push_str(s),
                    J::Num(_) | J::Bool(_) => out.push_str(&x.text()),
                    x => {
                        return fail(format!(
                            "string ({}) and {} cannot be added",
                            super::paths::short(&J::Str(out.into())),
                            shown(x)
                        ));
                    }
                }
            }
            J::Str(out.into())
        }
        "reverse" => match v {
            J::Null => J::arr(vec![]),
            J::Str(s) => J::Str(s.chars().rev().collect::<String>().into()),
            _ => J::arr(
                list("cannot be reversed, as it is not an array")?.iter().rev().cloned().collect(),
            ),
        },
        "sort" | "unique" | "min" | "max" => {
            let what = if matches!(name, "min" | "max") {
                "is not an array"
            } else {
                "cannot be sorted, as it is not an array"
            };
            let keyed = list(what)?.iter().map(|x| (x.clone(), x.clone())).collect();
            by_keys(&format!("{name}_by"), keyed)
        }
        "flatten" => {
            let depth = match arg(0) {
                J::Num(n) if n < 0.0 => return fail("flatten depth must not be negative"),
                J::Num(n) => n,
                _ => 1e9,
            };
            let mut out = Vec::new();
            flatten(&list("cannot be flattened")?, depth, &mut out);
            J::arr(out)
        }
        "transpose" => {
            let rows = list("cannot be transposed")?;
            let width =
                rows.iter().map(|r| if let J::Arr(r) = r { r.len() } else { 0 }).max().unwrap_or(0);
            let cell = |r: &J, i: usize| {
                if let J::Arr(r) = r { r.get(i).cloned().unwrap_or(J::Null) } else { J::Null }
            };
            J::arr((0..width).map(|i| J::arr(rows.iter().map(|r| cell(r, i)).collect())).collect())
        }
        "to_entries" => match v {
            J::Obj(o) => J::arr(
                o.iter()
                    .map(|(k, x)| {
                        J::obj([("key".into(), J::Str(k.clone())), ("value".into(), x.clone())])
                    })
                    .collect(),
            ),
            v => return fail(format!("{} has no keys", shown(v))),
        },
        "from_entries" => {
            let mut o = Object::default();
            for e in list("cannot be iterated over")?.iter() {
                let J::Obj(e) = e else {
                    return fail(format!("Cannot index {} with \"key\"", e.kind()));
                };
                let pick = |names: &[&str]| {
                    names.iter().find_map(|n| e.get(n).filter(|x| !matches!(x, J::Null))).cloned()
                };
                let key = pick(&["key", "k", "name", "Name", "Key", "K"]).unwrap_or(J::Null);
                let value = ["value", "v", "Value", "V"]
                    .iter()
                    .find_map(|n| e.get(n))
                    .cloned()
                    .unwrap_or(J::Null);
                let key: Rc<str> = match key {
                    J::Str(s) => s,
                    J::Num(_) | J::Bool(_) => key.text().into(),
                    J::Null => "null".into(),
                    k => return fail(format!("Cannot use {} as object key", shown(&k))),
                };
                o.set(key, value);
            }
            J::Obj(Rc::new(o))
        }
        "_match" => matches(v, &arg(0), &arg(1), &arg(2))?,
        "todate" | "strftime" | "gmtime" | "mktime" | "fromdate" => {
            super::dates::call(name, v, &arg(0))?
        }
        _ => return fail(format!("{name} is not built into the simulator's jq")),
    })
}
