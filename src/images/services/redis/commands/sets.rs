//! Sets.

use super::super::resp::Reply;
use super::super::value::{Bytes, Ordered, Value};
use super::ctx::{Ctx, command, int};
use super::keyspace::scan_items;
use super::{Answer, err, lower, syntax};

/// `SADD key member ...`.
pub fn sadd(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let set = ctx.set_mut(&w[1])?;
    let new = w[2..].iter().filter(|m| set.insert(m, ())).count();
    ctx.changed(&w[1], new as u64);
    Ok(Reply::count(new))
}

/// `SREM key member ...`.
pub fn srem(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.set(&w[1])?.is_none() {
        return Ok(Reply::Int(0));
    }
    let set = ctx.set_mut(&w[1])?;
    let gone = w[2..].iter().filter(|m| set.remove(m)).count();
    ctx.changed(&w[1], gone as u64);
    Ok(Reply::count(gone))
}

/// `SCARD key`.
pub fn scard(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.set(&w[1])?.map_or(0, Ordered::len)))
}

/// `SISMEMBER key member`.
pub fn sismember(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::Int(i64::from(ctx.set(&w[1])?.is_some_and(|s| s.has(&w[2])))))
}

/// `SMISMEMBER key member ...`.
pub fn smismember(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let set = ctx.set(&w[1])?;
    let one = |m: &Bytes| Reply::Int(i64::from(set.is_some_and(|s| s.has(m))));
    Ok(Reply::Array(w[2..].iter().map(one).collect()))
}

fn members(ctx: &mut Ctx, key: &[u8]) -> Result<Vec<Bytes>, Reply> {
    ctx.set(key)?;
    Ok(ctx.get(key).map(Value::members).unwrap_or_default())
}

/// `SMEMBERS key`.
pub fn smembers(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::Set(members(ctx, &w[1])?.into_iter().map(Reply::Bulk).collect()))
}

#[derive(Clone, Copy, PartialEq)]
enum Op {
    Inter,
    Union,
    Diff,
}

fn combine(ctx: &mut Ctx, keys: &[Bytes], op: Op) -> Result<Vec<Bytes>, Reply> {
    let mut all = Vec::new();
    for key in keys {
        all.push(members(ctx, key)?);
    }
    if op == Op::Inter {
        // The smallest decides the order.
        all.sort_by_key(Vec::len);
    }
    let mut out = Ordered::default();
    let Some((first, rest)) = all.split_first() else { return Ok(Vec::new()) };
    for m in first {
        let n = rest.iter().filter(|other| other.contains(m)).count();
        if op == Op::Union || (op == Op::Inter && n == rest.len()) || (op == Op::Diff && n == 0) {
            out.insert(m, ());
        }
    }
    if op == Op::Union {
        for m in rest.iter().flatten() {
            out.insert(m, ());
        }
    }
    Ok(Value::Set(out).members())
}

fn answer(ctx: &mut Ctx, w: &[Bytes], op: Op) -> Answer {
    let all = combine(ctx, &w[1..], op)?;
    Ok(Reply::Set(all.into_iter().map(Reply::Bulk).collect()))
}

fn store(ctx: &mut Ctx, w: &[Bytes], op: Op) -> Answer {
    let all = combine(ctx, &w[2..], op)?;
    if all.is_empty() {
        ctx.remove(&w[1]);
        return Ok(Reply::Int(0));
    }
    let mut set = Ordered::default();
    for m in &all {
        set.insert(m, ());
    }
    ctx.put(&w[1], Value::Set(set));
    Ok(Reply::count(all.len()))
}

/// `SINTER key ...`.
pub fn sinter(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    answer(ctx, w, Op::Inter)
}

/// `SUNION key ...`.
pub fn sunion(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    answer(ctx, w, Op::Union)
}

/// `SDIFF key ...`.
pub fn sdiff(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    answer(ctx, w, Op::Diff)
}

/// `SINTERSTORE to key ...`.
pub fn sinterstore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    store(ctx, w, Op::Inter)
}

/// `SUNIONSTORE to key ...`.
pub fn sunionstore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    store(ctx, w, Op::Union)
}

/// `SDIFFSTORE to key ...`.
pub fn sdiffstore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    store(ctx, w, Op::Diff)
}

/// `SINTERCARD numkeys key ... [LIMIT n]`.
pub fn sintercard(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let n = match int(&w[1]) {
        Ok(n) if n > 0 => n as usize,
        _ => return err("numkeys should be greater than 0"),
    };
    let Some(keys) = w.get(2..n.saturating_add(2)) else {
        return err("Number of keys can't be greater than number of args");
    };
    let most = match &w[n + 2..] {
        [] => 0,
        [word, n] if lower(word) == "limit" => match int(n) {
            Ok(n) if n >= 0 => n as usize,
            _ => return err("LIMIT can't be negative"),
        },
        _ => return syntax(),
    };
    let count = combine(ctx, keys, Op::Inter)?.len();
    Ok(Reply::count(if most == 0 { count } else { count.min(most) }))
}

/// So many at random: different ones, or with repeats where the count is negative.
pub fn pick<T: Clone>(ctx: &Ctx, all: &mut Vec<T>, count: i64) -> Result<Vec<T>, Reply> {
    let mut out = Vec::new();
    if count < 0 {
        if count < -1_000_000 {
            return err("value is out of range");
        }
        for _ in 0..count.unsigned_abs() {
            out.extend(all.get(ctx.random(all.len())).cloned());
        }
        return Ok(out);
    }
    if count as u64 >= all.len() as u64 {
        return Ok(std::mem::take(all));
    }
    for _ in 0..count {
        let at = ctx.random(all.len());
        out.push(all.swap_remove(at));
    }
    Ok(out)
}

/// `SPOP key [count]`.
pub fn spop(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if w.len() > 3 {
        return syntax();
    }
    let mut all = members(ctx, &w[1])?;
    let count = match w.get(2) {
        None => 1,
        Some(n) => match int(n) {
            Ok(n) if n >= 0 => n,
            _ => return err("value is out of range, must be positive"),
        },
    };
    let picked = pick(ctx, &mut all, count)?;
    if !picked.is_empty() {
        let set = ctx.set_mut(&w[1])?;
        for m in &picked {
            set.remove(m);
        }
        ctx.changed(&w[1], picked.len() as u64);
        let mut words = command(&[b"SREM", &w[1]]);
        words.extend(picked.iter().cloned());
        ctx.instead = Some(vec![words]);
    }
    if w.len() == 2 {
        return Ok(Reply::maybe(picked.into_iter().next()));
    }
    Ok(Reply::Set(picked.into_iter().map(Reply::Bulk).collect()))
}

/// `SRANDMEMBER key [count]`.
pub fn srandmember(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if w.len() > 3 {
        return syntax();
    }
    let mut all = members(ctx, &w[1])?;
    let Some(count) = w.get(2) else {
        let at = ctx.random(all.len());
        return Ok(Reply::maybe(all.get(at).cloned()));
    };
    let count = int(count)?;
    Ok(Reply::list(pick(ctx, &mut all, count)?))
}

/// `SMOVE from to member`.
pub fn smove(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    ctx.set(&w[2])?;
    if !ctx.set(&w[1])?.is_some_and(|s| s.has(&w[3])) {
        return Ok(Reply::Int(0));
    }
    if w[1] == w[2] {
        return Ok(Reply::Int(1));
    }
    ctx.set_mut(&w[1])?.remove(&w[3]);
    ctx.changed(&w[1], 1);
    ctx.set_mut(&w[2])?.insert(&w[3], ());
    ctx.changed(&w[2], 1);
    Ok(Reply::Int(1))
}

/// `SSCAN key cursor [MATCH pattern] [COUNT n]`.
pub fn sscan(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let items = members(ctx, &w[1])?.into_iter().map(|m| (m, None)).collect();
    scan_items(&w[2], &w[3..], items)
}
