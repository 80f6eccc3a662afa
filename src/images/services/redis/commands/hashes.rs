//! Hashes.

use super::super::number;
use super::super::resp::Reply;
use super::super::value::Bytes;
use super::ctx::{Ctx, command, float, int};
use super::keyspace::scan_items;
use super::{Answer, err, lower, syntax, wrong_number};

fn set(ctx: &mut Ctx, w: &[Bytes]) -> Result<usize, Reply> {
    if !w.len().is_multiple_of(2) {
        return Err(wrong_number(&lower(&w[0])));
    }
    let hash = ctx.hash_mut(&w[1])?;
    let new = w[2..].chunks_exact(2).filter(|p| hash.insert(&p[0], p[1].clone())).count();
    ctx.changed(&w[1], (w.len() / 2 - 1) as u64);
    Ok(new)
}

/// `HSET key field value ...`.
pub fn hset(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    set(ctx, w).map(Reply::count)
}

/// `HMSET key field value ...`.
pub fn hmset(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    set(ctx, w).map(|_| Reply::OK)
}

/// `HSETNX key field value`.
pub fn hsetnx(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.hash(&w[1])?.is_some_and(|h| h.has(&w[2])) {
        return Ok(Reply::Int(0));
    }
    ctx.hash_mut(&w[1])?.insert(&w[2], w[3].clone());
    ctx.changed(&w[1], 1);
    Ok(Reply::Int(1))
}

/// `HSETEX key [FNX|FXX] [KEEPTTL] FIELDS n field value ...`: fields have no ends here.
pub fn hsetex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let mut i = 2;
    while i < w.len() && lower(&w[i]) != "fields" {
        if lower(&w[i]) != "keepttl" {
            return err("Drydock does not simulate fields of hashes that have an end");
        }
        i += 1;
    }
    let count = w.get(i + 1).map(|n| int(n)).transpose()?.unwrap_or(0);
    let pairs = w.get(i + 2..).unwrap_or_default();
    if usize::try_from(count).ok().and_then(|n| n.checked_mul(2)) != Some(pairs.len())
        || pairs.is_empty()
    {
        return err("The `numfields` parameter must match the number of arguments");
    }
    let hash = ctx.hash_mut(&w[1])?;
    for pair in pairs.chunks_exact(2) {
        hash.insert(&pair[0], pair[1].clone());
    }
    ctx.changed(&w[1], 1);
    Ok(Reply::Int(1))
}

/// `HGET key field`.
pub fn hget(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::maybe(ctx.hash(&w[1])?.and_then(|h| h.get(&w[2])).cloned()))
}

/// `HMGET key field ...`.
pub fn hmget(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let hash = ctx.hash(&w[1])?;
    let one = |f: &Bytes| Reply::maybe(hash.and_then(|h| h.get(f)).cloned());
    Ok(Reply::Array(w[2..].iter().map(one).collect()))
}

/// `HGETALL key`.
pub fn hgetall(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let pairs = ctx
        .hash(&w[1])?
        .map(|h| h.iter().map(|(k, v)| (Reply::Bulk(k.clone()), Reply::Bulk(v.clone()))).collect());
    Ok(Reply::Map(pairs.unwrap_or_default()))
}

/// `HDEL key field ...`.
pub fn hdel(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.hash(&w[1])?.is_none() {
        return Ok(Reply::Int(0));
    }
    let hash = ctx.hash_mut(&w[1])?;
    let gone = w[2..].iter().filter(|f| hash.remove(f)).count();
    ctx.changed(&w[1], gone as u64);
    Ok(Reply::count(gone))
}

/// `HLEN key`.
pub fn hlen(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.hash(&w[1])?.map_or(0, |h| h.len())))
}

/// `HSTRLEN key field`.
pub fn hstrlen(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.hash(&w[1])?.and_then(|h| h.get(&w[2])).map_or(0, Vec::len)))
}

/// `HKEYS key`.
pub fn hkeys(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let all = ctx.hash(&w[1])?.map(|h| h.iter().map(|(k, _)| k.clone()).collect::<Vec<_>>());
    Ok(Reply::list(all.unwrap_or_default()))
}

/// `HVALS key`.
pub fn hvals(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let all = ctx.hash(&w[1])?.map(|h| h.iter().map(|(_, v)| v.clone()).collect::<Vec<_>>());
    Ok(Reply::list(all.unwrap_or_default()))
}

/// `HEXISTS key field`.
pub fn hexists(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::Int(i64::from(ctx.hash(&w[1])?.is_some_and(|h| h.has(&w[2])))))
}

/// `HINCRBY key field n`.
pub fn hincrby(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let by = int(&w[3])?;
    let old = match ctx.hash(&w[1])?.and_then(|h| h.get(&w[2])) {
        None => 0,
        Some(v) => match number::canonical(v) {
            Some(n) => n,
            None => return err("hash value is not an integer"),
        },
    };
    let Some(new) = old.checked_add(by) else {
        return err("increment or decrement would overflow");
    };
    ctx.hash_mut(&w[1])?.insert(&w[2], new.to_string().into_bytes());
    ctx.changed(&w[1], 1);
    Ok(Reply::Int(new))
}

/// `HINCRBYFLOAT key field n`.
pub fn hincrbyfloat(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let by = float(&w[3])?;
    let old = match ctx.hash(&w[1])?.and_then(|h| h.get(&w[2])) {
        None => 0.0,
        Some(v) => match number::float(v) {
            Some(n) => n,
            None => return err("hash value is not a float"),
        },
    };
    let new = old + by;
    if !new.is_finite() {
        return err("increment would produce NaN or Infinity");
    }
    let text = number::sum(new).into_bytes();
    ctx.hash_mut(&w[1])?.insert(&w[2], text.clone());
    ctx.changed(&w[1], 1);
    ctx.instead = Some(vec![command(&[b"HSET", &w[1], &w[2], &text])]);
    Ok(Reply::Bulk(text))
}

/// `HRANDFIELD key [count [WITHVALUES]]`.
pub fn hrandfield(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let mut all: Vec<(Bytes, Bytes)> = match ctx.hash(&w[1])? {
        Some(h) => h.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
        None => Vec::new(),
    };
    let Some(count) = w.get(2) else {
        let at = ctx.random(all.len());
        return Ok(Reply::maybe(all.get(at).map(|(k, _)| k.clone())));
    };
    let values = match w.get(3) {
        None => false,
        Some(o) if lower(o) == "withvalues" && w.len() == 4 => true,
        _ => return syntax(),
    };
    let count = int(count)?;
    let picked = super::sets::pick(ctx, &mut all, count)?;
    let mut out = Vec::new();
    for (k, v) in picked {
        out.push(Reply::Bulk(k));
        if values {
            out.push(Reply::Bulk(v));
        }
    }
    Ok(Reply::Array(out))
}

/// `HSCAN key cursor [MATCH pattern] [COUNT n] [NOVALUES]`.
pub fn hscan(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let pairs: Vec<(Bytes, Bytes)> = match ctx.hash(&w[1])? {
        Some(h) => h.iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
        None => Vec::new(),
    };
    let items = pairs.into_iter().map(|(k, v)| (k, Some(v))).collect();
    scan_items(&w[2], &w[3..], items)
}
