//! What jq's functions of values share: order, containment, regular expressions, base64.

use super::builtins::shown;
use super::eval::{Res, fail};
use super::json::J;
use crate::coreutils::regex::Captures;
use crate::coreutils::regex::perl::{Around, Flags, Perl};
use std::rc::Rc;

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

pub(super) const B64: &[u8; 64] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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

pub(super) fn contains(a: &J, b: &J) -> Res<bool> {
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

pub(super) fn flatten(a: &[J], depth: f64, out: &mut Vec<J>) {
    for x in a {
        match x {
            J::Arr(b) if depth > 0.0 => flatten(b, depth - 1.0, out),
            x => out.push(x.clone()),
        }
    }
}

/// All matches of a regular expression as `match` describes them.
pub(super) fn matches(v: &J, re: &J, flags: &J, test: &J) -> Res<J> {
    let (J::Str(s), J::Str(re)) = (v, re) else {
        let bad = if matches!(v, J::Str(_)) { re } else { v };
        return fail(format!("{} cannot be matched, as it is not a string", shown(bad)));
    };
    let flags = match flags {
        J::Str(f) => f.to_string(),
        J::Null => String::new(),
        f => return fail(format!("{} is not a string", shown(f))),
    };
    if flags.chars().any(|c| !"gimnxlsp".contains(c)) {
        return fail(format!("{flags} is not a valid modifier string"));
    }
    let has = |c: char| flags.contains(c);
    let compiled = Perl::new(
        re.as_bytes(),
        Flags {
            icase: has('i'),
            extended: has('x'),
            utf8: true,
            far_behind: true,
            ..Flags::default()
        },
        Around::Free,
    );
    let re = match compiled {
        Ok(r) => r,
        Err(e) => return fail(format!("Regex failure: {}", e.oniguruma())),
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
        let groups = (re.names().iter().zip(1..))
            .map(|(name, i)| {
                let mut o = match caps.get(i) {
                    Some((a, b)) => piece(a, b),
                    None => vec![
                        (Rc::from("offset"), J::Num(-1.0)),
                        (Rc::from("string"), J::Null),
                        (Rc::from("length"), J::Num(0.0)),
                    ],
                };
                let name = name.as_deref().map_or(J::Null, J::str);
                o.push((Rc::from("name"), name));
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

pub(super) fn keys(v: &J, sorted: bool) -> Res<J> {
    Ok(match v {
        J::Obj(o) if sorted => {
            J::arr(o.sorted().into_iter().map(|e| J::Str(e.0.clone())).collect())
        }
        J::Obj(o) => J::arr(o.iter().map(|e| J::Str(e.0.clone())).collect()),
        J::Arr(a) => J::arr((0..a.len()).map(|i| J::Num(i as f64)).collect()),
        v => return fail(format!("{} has no keys", shown(v))),
    })
}
