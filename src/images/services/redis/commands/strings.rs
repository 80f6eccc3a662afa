//! Strings: set and get with all options.

use super::super::resp::Reply;
use super::super::value::{Bytes, Value};
use super::ctx::{Ctx, command, int};
use super::{Answer, err, lower, syntax, wrong_number};

/// Milliseconds since the epoch that an expiry option means; `unit` is the option.
fn moment(ctx: &Ctx, name: &str, unit: &str, word: &[u8]) -> Result<i64, Reply> {
    let wrong = || err(&format!("invalid expire time in '{name}' command"));
    let n = int(word)?;
    if n <= 0 {
        return wrong();
    }
    let ms = if unit.starts_with('p') { Some(n) } else { n.checked_mul(1000) };
    let at = if unit.ends_with("at") { ms } else { ms.and_then(|ms| ms.checked_add(ctx.now)) };
    at.map_or_else(wrong, Ok)
}

/// `SET key value [NX|XX] [GET] [EX|PX|EXAT|PXAT n|KEEPTTL]`.
pub fn set(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (mut only, mut get, mut keep, mut until) = (None, false, false, None);
    let mut i = 3;
    while i < w.len() {
        match lower(&w[i]).as_str() {
            flag @ ("nx" | "xx") if only.is_none() => only = Some(flag == "nx"),
            "get" => get = true,
            "keepttl" if until.is_none() && !keep => keep = true,
            unit @ ("ex" | "px" | "exat" | "pxat")
                if until.is_none() && !keep && i + 1 < w.len() =>
            {
                i += 1;
                until = Some((unit.to_string(), i));
            }
            _ => return syntax(),
        }
        i += 1;
    }
    let until = match until {
        Some((unit, at)) => Some(moment(ctx, "set", &unit, &w[at])?),
        None => None,
    };
    let old = if get { Some(Reply::maybe(ctx.string(&w[1])?.cloned())) } else { None };
    if only.is_some_and(|new| new == ctx.has(&w[1])) {
        return Ok(old.unwrap_or(Reply::Nil));
    }
    store(ctx, &w[1], &w[2], until, keep);
    if get && until.is_none() {
        ctx.instead = Some(vec![command(&[b"SET", &w[1], &w[2]])]);
    }
    Ok(old.unwrap_or(Reply::OK))
}

/// Sets a key, and passes an end on as a moment.
fn store(ctx: &mut Ctx, key: &[u8], value: &[u8], until: Option<i64>, keep: bool) {
    let kept = if keep { ctx.entry(key).and_then(|e| e.expires) } else { None };
    if until.is_some_and(|at| at <= ctx.now) {
        ctx.remove(key);
        ctx.changes += 1;
        ctx.instead = Some(vec![command(&[b"DEL", key])]);
        return;
    }
    ctx.put_until(key, Value::Str(value.to_vec()), until.or(kept));
    if let Some(at) = until {
        let at = at.to_string();
        ctx.instead = Some(vec![command(&[b"SET", key, value, b"PXAT", at.as_bytes()])]);
    }
}

fn set_for(ctx: &mut Ctx, w: &[Bytes], name: &str, unit: &str) -> Answer {
    let until = moment(ctx, name, unit, &w[2])?;
    store(ctx, &w[1], &w[3], Some(until), false);
    Ok(Reply::OK)
}

/// `SETEX key seconds value`.
pub fn setex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    set_for(ctx, w, "setex", "ex")
}

/// `PSETEX key milliseconds value`.
pub fn psetex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    set_for(ctx, w, "psetex", "px")
}

/// `SETNX key value`.
pub fn setnx(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.has(&w[1]) {
        return Ok(Reply::Int(0));
    }
    ctx.put(&w[1], Value::Str(w[2].clone()));
    Ok(Reply::Int(1))
}

/// `GET key`.
pub fn get(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::maybe(ctx.string(&w[1])?.cloned()))
}

/// `GETSET key value`.
pub fn getset(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let old = ctx.string(&w[1])?.cloned();
    ctx.put(&w[1], Value::Str(w[2].clone()));
    ctx.instead = Some(vec![command(&[b"SET", &w[1], &w[2]])]);
    Ok(Reply::maybe(old))
}

/// `GETDEL key`.
pub fn getdel(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let old = ctx.string(&w[1])?.cloned();
    if ctx.remove(&w[1]) {
        ctx.instead = Some(vec![command(&[b"DEL", &w[1]])]);
    }
    Ok(Reply::maybe(old))
}

/// `GETEX key [EX|PX|EXAT|PXAT n|PERSIST]`.
pub fn getex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let until = match w.get(2).map(|o| lower(o)).as_deref() {
        None => None,
        Some("persist") if w.len() == 3 => Some(None),
        Some(unit @ ("ex" | "px" | "exat" | "pxat")) if w.len() == 4 => {
            Some(Some(moment(ctx, "getex", unit, &w[3])?))
        }
        _ => return syntax(),
    };
    let Some(value) = ctx.string(&w[1])?.cloned() else { return Ok(Reply::Nil) };
    match until {
        Some(None) => {
            let had = ctx.entry(&w[1]).and_then(|e| e.expires.take()).is_some();
            if had {
                ctx.changed(&w[1], 1);
                ctx.instead = Some(vec![command(&[b"PERSIST", &w[1]])]);
            }
        }
        Some(Some(at)) if at <= ctx.now => {
            ctx.remove(&w[1]);
            ctx.instead = Some(vec![command(&[b"DEL", &w[1]])]);
        }
        Some(Some(at)) => {
            if let Some(e) = ctx.entry(&w[1]) {
                e.expires = Some(at);
            }
            ctx.ends(Some(at));
            ctx.changed(&w[1], 1);
            ctx.instead = Some(vec![command(&[b"PEXPIREAT", &w[1], at.to_string().as_bytes()])]);
        }
        None => {}
    }
    Ok(Reply::Bulk(value))
}

/// `MGET key ...`.
pub fn mget(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let one = |k: &Bytes| Reply::maybe(ctx.string(k).ok().flatten().cloned());
    Ok(Reply::Array(w[1..].iter().map(one).collect()))
}

fn set_many(ctx: &mut Ctx, w: &[Bytes]) {
    for pair in w[1..].chunks_exact(2) {
        ctx.put(&pair[0], Value::Str(pair[1].clone()));
    }
}

/// `MSET key value ...`.
pub fn mset(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if w.len().is_multiple_of(2) {
        return Err(wrong_number("mset"));
    }
    set_many(ctx, w);
    Ok(Reply::OK)
}

/// `MSETNX key value ...`.
pub fn msetnx(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if w.len().is_multiple_of(2) {
        return Err(wrong_number("msetnx"));
    }
    if w[1..].iter().step_by(2).any(|k| ctx.has(k)) {
        return Ok(Reply::Int(0));
    }
    set_many(ctx, w);
    Ok(Reply::Int(1))
}
