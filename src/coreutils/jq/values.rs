//! jq's functions of plain values.

pub(super) use super::tools::{base64, base64d, by_keys, contains, flatten, keys, matches, split};
use std::rc::Rc;

use super::builtins::shown;
use super::eval::{Res, fail};
use super::json::{J, Object, Parser};
use super::math;

pub(super) const NAMES: &[(&str, usize)] = &[
    ("abs", 0),
    ("acos", 0),
    ("add", 0),
    ("ascii_downcase", 0),
    ("ascii_upcase", 0),
    ("asin", 0),
    ("atan", 0),
    ("cbrt", 0),
    ("ceil", 0),
    ("contains", 1),
    ("cos", 0),
    ("endswith", 1),
    ("exp", 0),
    ("exp10", 0),
    ("exp2", 0),
    ("explode", 0),
    ("expm1", 0),
    ("fabs", 0),
    ("flatten", 0),
    ("flatten", 1),
    ("floor", 0),
    ("format", 1),
    ("from_entries", 0),
    ("fromdate", 0),
    ("fromjson", 0),
    ("gmtime", 0),
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
    ("localtime", 0),
    ("log", 0),
    ("log10", 0),
    ("log1p", 0),
    ("log2", 0),
    ("ltrim", 0),
    ("ltrimstr", 1),
    ("_match", 3),
    ("max", 0),
    ("min", 0),
    ("mktime", 0),
    ("nan", 0),
    ("nearbyint", 0),
    ("not", 0),
    ("pow", 2),
    ("reverse", 0),
    ("rint", 0),
    ("round", 0),
    ("rtrim", 0),
    ("rtrimstr", 1),
    ("sin", 0),
    ("sort", 0),
    ("split", 1),
    ("sqrt", 0),
    ("startswith", 1),
    ("strflocaltime", 1),
    ("strftime", 1),
    ("strptime", 1),
    ("tan", 0),
    ("to_entries", 0),
    ("toarray", 0),
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
];

/// Whether a function is one of these.
pub fn knows(name: &str, arity: usize) -> bool {
    NAMES.contains(&(name, arity)) || math::NAMES.contains(&(name, arity))
}

/// Calls one of these functions.
pub fn call(name: &str, v: &J, args: &[J]) -> Res<J> {
    // Only what hands a number on as text keeps how it was written.
    if let J::Lit(n, _) = v
        && !matches!(name, "tojson" | "tonumber" | "tostring" | "toarray")
    {
        return call(name, &J::Num(*n), args);
    }
    if math::NAMES.contains(&(name, args.len())) {
        return math::call(name, v, args);
    }
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
    // jq says these in itself, by way of other functions whose complaints show.
    let exploded = || match v {
        J::Str(s) => Ok(s.clone()),
        _ => fail("explode input must be a string"),
    };
    let iterated = || match v {
        J::Arr(a) => Ok(a.clone()),
        v => fail(format!("Cannot iterate over {}", shown(v))),
    };
    let arg = |i: usize| args.get(i).map_or(J::Null, J::plain);
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
        "acos" => J::Num(number()?.acos()),
        "asin" => J::Num(number()?.asin()),
        "atan" => J::Num(number()?.atan()),
        "cbrt" => J::Num(number()?.cbrt()),
        "cos" => J::Num(number()?.cos()),
        "expm1" => J::Num(number()?.exp_m1()),
        "log1p" => J::Num(number()?.ln_1p()),
        "nearbyint" | "rint" => J::Num(number()?.round_ties_even()),
        "sin" => J::Num(number()?.sin()),
        "tan" => J::Num(number()?.tan()),
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
        "format" => match &arg(0) {
            J::Str(name) => J::Str(super::builtins::format(name, v)?.into()),
            other => return fail(format!("{} is not a valid format", shown(other))),
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
        "tonumber" => match v {
            J::Num(_) | J::Lit(..) => v.clone(),
            J::Str(s) => match s.trim().parse::<f64>() {
                Ok(n) => J::Num(n),
                Err(_) => {
                    return fail(format!("{} cannot be parsed as a number", shown(v)));
                }
            },
            v => return fail(format!("{} cannot be parsed as a number", shown(v))),
        },
        "toarray" => match v {
            J::Arr(_) => v.clone(),
            v => J::arr(vec![v.clone()]),
        },
        "ascii_downcase" => J::Str(exploded()?.to_ascii_lowercase().into()),
        "ascii_upcase" => J::Str(exploded()?.to_ascii_uppercase().into()),
        "trim" => J::str(text("cannot be trimmed")?.trim()),
        "ltrim" => J::str(text("cannot be trimmed")?.trim_start()),
        "rtrim" => J::str(text("cannot be trimmed")?.trim_end()),
        "explode" => J::arr(exploded()?.chars().map(|c| J::Num(f64::from(u32::from(c)))).collect()),
        "implode" => {
            let chars = list("cannot be imploded")?;
            let s: String = chars
                .iter()
                .map(|n| {
                    if let Some(n) = n.num() {
                        char::from_u32(n as u32).unwrap_or('\u{FFFD}')
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
            _ if name == "ltrimstr" => return fail("startswith() requires string inputs"),
            _ => return fail("endswith() requires string inputs"),
        },
        "split" => match (v, &arg(0)) {
            (J::Str(a), J::Str(b)) => split(a, b),
            _ => return fail("split input and separator must be strings"),
        },
        "join" => {
            let a = iterated()?;
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
                    J::Num(_) | J::Lit(..) | J::Bool(_) => out.push_str(&x.text()),
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
            let items = match v {
                J::Obj(o) => Rc::new(o.iter().map(|(_, x)| x.clone()).collect()),
                _ => list("cannot be flattened")?,
            };
            flatten(&items, depth, &mut out);
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
            J::Arr(a) => {
                let entry = |(i, x): (usize, &J)| {
                    J::obj([("key".into(), J::Num(i as f64)), ("value".into(), x.clone())])
                };
                J::arr(a.iter().enumerate().map(entry).collect())
            }
            v => return fail(format!("{} has no keys", shown(v))),
        },
        "from_entries" => {
            let mut o = Object::default();
            for e in iterated()?.iter() {
                let J::Obj(e) = e else {
                    return fail(format!("Cannot index {} with string (\"key\")", e.kind()));
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
                    J::Num(_) | J::Lit(..) | J::Bool(_) => key.text().into(),
                    J::Null => "null".into(),
                    k => return fail(format!("Cannot use {} as object key", shown(&k))),
                };
                o.set(key, value);
            }
            J::Obj(Rc::new(o))
        }
        "_match" => matches(v, &arg(0), &arg(1), &arg(2))?,
        "todate" | "strftime" | "strflocaltime" | "strptime" | "gmtime" | "localtime"
        | "mktime" | "fromdate" => super::dates::call(name, v, &arg(0))?,
        _ => return fail(format!("{name} is not built into the simulator's jq")),
    })
}
