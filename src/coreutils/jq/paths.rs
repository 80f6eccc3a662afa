//! Paths: going along them, and changing what lies at them.

use std::rc::Rc;

use super::eval::{At, Out, Res, fail};
use super::json::J;
use super::ops::shown;

/// What is said of a slice whose ends are no numbers.
const BAD_SLICE: &str = "Array/string slice indices must be integers";

/// The path of a value that lies nowhere: its only step is an object no path can hold.
pub fn nowhere(v: &J) -> Rc<Vec<J>> {
    Rc::new(vec![J::obj([("nowhere".into(), v.clone())])])
}

/// The value that lies nowhere, if the path says so.
fn homeless(path: &[J]) -> Option<&J> {
    match path.first() {
        Some(J::Obj(o)) => o.get("nowhere"),
        _ => None,
    }
}

/// Complains about a path that leads nowhere.
pub fn check(path: &[J]) -> Res<()> {
    match homeless(path) {
        Some(v) => fail(format!("Invalid path expression with result {}", short(v))),
        None => Ok(()),
    }
}

/// A value for a message, cut as jq cuts it.
pub fn short(v: &J) -> String {
    let t = v.text();
    if t.len() <= 29 {
        return t;
    }
    // What has an end mark keeps it.
    let end = t.chars().last().filter(|c| matches!(c, '"' | ']' | '}'));
    let mut n = 26 - end.iter().count();
    while !t.is_char_boundary(n) {
        n -= 1;
    }
    format!("{}...{}", &t[..n], end.map_or_else(String::new, String::from))
}

fn step(at: &At, key: J, v: J) -> Res<At> {
    let path = match &at.0 {
        None => None,
        Some(p) => {
            if let Some(v) = homeless(p) {
                return fail(format!("Invalid path expression with result {}", short(v)));
            }
            let mut p = p.as_ref().clone();
            p.push(key);
            Some(Rc::new(p))
        }
    };
    Ok((path, v))
}

/// Where a slice begins and ends in a length.
fn bounds(o: &super::json::Object, len: usize) -> Res<(usize, usize)> {
    let end = |k: &str, d: f64| match o.get(k) {
        Some(J::Null) => Ok(d),
        Some(J::Num(n) | J::Lit(n, _)) => Ok(*n),
        _ => fail(BAD_SLICE),
    };
    let place = |n: f64, up: bool| {
        let n = if n < 0.0 { n + len as f64 } else { n };
        let n = if up { n.ceil() } else { n.floor() };
        n.clamp(0.0, len as f64) as usize
    };
    let a = place(end("start", 0.0)?, false);
    let b = place(end("end", len as f64)?, true);
    Ok((a, b.max(a)))
}

/// What lies at one step.
pub fn get(v: &J, key: &J) -> Res<J> {
    Ok(match (v, key) {
        (J::Obj(o), J::Str(k)) => o.get(k).cloned().unwrap_or(J::Null),
        (J::Arr(a), J::Num(n)) => {
            let i = n.floor();
            let i = if i < 0.0 { i + a.len() as f64 } else { i };
            if i < 0.0 { J::Null } else { a.get(i as usize).cloned().unwrap_or(J::Null) }
        }
        (v, J::Lit(n, _)) => get(v, &J::Num(*n))?,
        (J::Null, J::Str(_) | J::Num(_) | J::Obj(_) | J::Null) => J::Null,
        (J::Arr(a), J::Obj(o)) => {
            let (x, y) = bounds(o, a.len())?;
            J::arr(a[x..y].to_vec())
        }
        (J::Str(s), J::Obj(o)) => {
            let chars: Vec<char> = s.chars().collect();
            let (x, y) = bounds(o, chars.len())?;
            J::str(&chars[x..y].iter().collect::<String>())
        }
        (J::Arr(a), J::Arr(b)) => super::builtins::indices(&J::Arr(a.clone()), &J::Arr(b.clone())),
        (v, k) => return fail(format!("Cannot index {} with {}", v.kind(), shown(k))),
    })
}

/// `.[key]`
pub fn index(at: &At, key: &J) -> Res<At> {
    if at.0.is_some() && matches!((&at.1, key), (J::Null, J::Null)) {
        return step(at, key.clone(), J::Null);
    }
    let v = get(&at.1, key)?;
    step(at, key.clone(), v)
}

/// `.[]`
pub fn iterate(at: &At, out: Out<'_>) -> Res<()> {
    match &at.1 {
        J::Arr(a) => {
            for (i, v) in a.iter().enumerate() {
                out(step(at, J::Num(i as f64), v.clone())?)?;
            }
        }
        J::Obj(o) => {
            for (k, v) in o.iter() {
                out(step(at, J::Str(k.clone()), v.clone())?)?;
            }
        }
        v => return fail(format!("Cannot iterate over {}", shown(v))),
    }
    Ok(())
}

/// `..`
pub fn recurse(at: At, out: Out<'_>) -> Res<()> {
    let mut todo = vec![at];
    while let Some(x) = todo.pop() {
        let mut below = Vec::new();
        if matches!(x.1, J::Arr(_) | J::Obj(_)) {
            iterate(&x, &mut |y| {
                below.push(y);
                Ok(())
            })?;
        }
        out(x)?;
        todo.extend(below.into_iter().rev());
    }
    Ok(())
}

/// What lies at a path.
pub fn get_path(v: &J, path: &[J]) -> Res<J> {
    path.iter()
        .try_fold(v.clone(), |v, k| if matches!(v, J::Null) { Ok(J::Null) } else { get(&v, k) })
}

/// The value with something else at a path.
pub fn set_path(v: J, path: &[J], f: &mut dyn FnMut(J) -> Res<J>) -> Res<J> {
    let Some((key, rest)) = path.split_first() else { return f(v) };
    match (v, &key.plain()) {
        (v @ (J::Null | J::Obj(_)), J::Str(k)) => {
            let mut o = match v {
                J::Obj(o) => o,
                _ => Rc::default(),
            };
            let old = o.get(k).cloned().unwrap_or(J::Null);
            let new = set_path(old, rest, f)?;
            Rc::make_mut(&mut o).set(k.clone(), new);
            Ok(J::Obj(o))
        }
        (v @ (J::Null | J::Arr(_)), J::Num(n)) => {
            let mut a = match v {
                J::Arr(a) => a,
                _ => Rc::default(),
            };
            let mut i = n.floor();
            if i < 0.0 {
                i += a.len() as f64;
                if i < 0.0 {
                    return fail("Out of bounds negative array index");
                }
            }
            if i > 1e7 {
                return fail("Array index too large");
            }
            let i = i as usize;
            let list = Rc::make_mut(&mut a);
            if i >= list.len() {
                list.resize(i + 1, J::Null);
            }
            let old = std::mem::replace(&mut list[i], J::Null);
            list[i] = set_path(old, rest, f)?;
            Ok(J::Arr(a))
        }
        (v @ (J::Null | J::Arr(_)), J::Obj(o)) => {
            let a = match v {
                J::Arr(a) => a,
                _ => Rc::default(),
            };
            let (x, y) = bounds(o, a.len())?;
            let J::Arr(new) = set_path(J::arr(a[x..y].to_vec()), rest, f)? else {
                return fail("A slice of an array can only be assigned another array");
            };
            let mut list = a.as_ref().clone();
            list.splice(x..y, new.iter().cloned());
            Ok(J::arr(list))
        }
        (v, k) => fail(format!("Cannot index {} with {}", v.kind(), shown(k))),
    }
}

/// The value without what lies at a path.
pub fn delete(v: J, path: &[J]) -> Res<J> {
    let Some((last, rest)) = path.split_last() else { return Ok(J::Null) };
    if !matches!(get_path(&v, rest)?, J::Arr(_) | J::Obj(_)) {
        return Ok(v);
    }
    let last = &last.plain();
    set_path(v, rest, &mut |x| match (x, last) {
        (J::Obj(mut o), J::Str(k)) => {
            Rc::make_mut(&mut o).remove(k);
            Ok(J::Obj(o))
        }
        (J::Arr(mut a), J::Num(n)) => {
            let i = if *n < 0.0 { n + a.len() as f64 } else { *n };
            if i >= 0.0 && (i as usize) < a.len() {
                Rc::make_mut(&mut a).remove(i as usize);
            }
            Ok(J::Arr(a))
        }
        (J::Arr(a), J::Obj(o)) => {
            let (x, y) = bounds(o, a.len())?;
            let mut list = a.as_ref().clone();
            list.drain(x..y);
            Ok(J::arr(list))
        }
        (x, k) => fail(format!("Cannot delete field at {} index of {}", k.kind(), x.kind())),
    })
}
