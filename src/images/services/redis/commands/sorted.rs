//! Sorted sets: their members and scores. What is asked for by range is in `sorted_range`.

use std::collections::BTreeMap;

use super::super::number;
use super::super::resp::Reply;
use super::super::value::{Bytes, Sorted, Value};
use super::ctx::{Ctx, command, float, int};
use super::keyspace::scan_items;
use super::{Answer, err, lower, syntax};

/// `ZADD key [NX|XX] [GT|LT] [CH] [INCR] score member ...`.
pub fn zadd(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (mut nx, mut xx, mut gt, mut lt, mut ch, mut incr) =
        (false, false, false, false, false, false);
    let mut i = 2;
    while i < w.len() {
        match lower(&w[i]).as_str() {
            "nx" => nx = true,
            "xx" => xx = true,
            "gt" => gt = true,
            "lt" => lt = true,
            "ch" => ch = true,
            "incr" => incr = true,
            _ => break,
        }
        i += 1;
    }
    let pairs = &w[i..];
    if pairs.is_empty() || !pairs.len().is_multiple_of(2) {
        return syntax();
    }
    if nx && xx {
        return err("XX and NX options at the same time are not compatible");
    }
    if (gt && nx) || (lt && nx) || (gt && lt) {
        return err("GT, LT, and/or NX options at the same time are not compatible");
    }
    if incr && pairs.len() > 2 {
        return err("INCR option supports a single increment-element pair");
    }
    let scores = pairs.chunks_exact(2).map(|p| float(&p[0])).collect::<Result<Vec<f64>, _>>()?;
    if ctx.sorted(&w[1])?.is_none() && xx {
        return Ok(if incr { Reply::Nil } else { Reply::Int(0) });
    }
    let z = ctx.sorted_mut(&w[1])?;
    let (mut added, mut updated, mut last) = (0, 0, None);
    for (pair, given) in pairs.chunks_exact(2).zip(scores) {
        let member = &pair[1];
        let old = z.score(member);
        let score = if incr { old.unwrap_or(0.0) + given } else { given };
        if score.is_nan() {
            return err("resulting score is not a number (NaN)");
        }
        let allowed = match old {
            None => !xx,
            Some(old) => !nx && (!gt || score > old) && (!lt || score < old),
        };
        if !allowed {
            continue;
        }
        last = Some(score);
        if old != Some(score) {
            z.insert(member, score);
            if old.is_none() {
                added += 1;
            } else {
                updated += 1;
            }
        }
    }
    ctx.changed(&w[1], (added + updated) as u64);
    if incr {
        return Ok(last.map_or(Reply::Nil, Reply::Double));
    }
    Ok(Reply::count(if ch { added + updated } else { added }))
}

/// `ZINCRBY key n member`.
pub fn zincrby(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let by = float(&w[2])?;
    let z = ctx.sorted_mut(&w[1])?;
    let score = z.score(&w[3]).unwrap_or(0.0) + by;
    if score.is_nan() {
        return err("resulting score is not a number (NaN)");
    }
    z.insert(&w[3], score);
    ctx.changed(&w[1], 1);
    Ok(Reply::Double(score))
}

/// `ZREM key member ...`.
pub fn zrem(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.sorted(&w[1])?.is_none() {
        return Ok(Reply::Int(0));
    }
    let z = ctx.sorted_mut(&w[1])?;
    let gone = w[2..].iter().filter(|m| z.remove(m)).count();
    ctx.changed(&w[1], gone as u64);
    Ok(Reply::count(gone))
}

/// `ZCARD key`.
pub fn zcard(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.sorted(&w[1])?.map_or(0, Sorted::len)))
}

/// `ZSCORE key member`.
pub fn zscore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let score = ctx.sorted(&w[1])?.and_then(|z| z.score(&w[2]));
    Ok(score.map_or(Reply::Nil, Reply::Double))
}

/// `ZMSCORE key member ...`.
pub fn zmscore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let z = ctx.sorted(&w[1])?;
    let one = |m: &Bytes| z.and_then(|z| z.score(m)).map_or(Reply::Nil, Reply::Double);
    Ok(Reply::Array(w[2..].iter().map(one).collect()))
}

fn rank(ctx: &mut Ctx, w: &[Bytes], back: bool) -> Answer {
    let score = match w.get(3) {
        None => false,
        Some(o) if lower(o) == "withscore" && w.len() == 4 => true,
        _ => return syntax(),
    };
    let Some(z) = ctx.sorted(&w[1])? else {
        return Ok(if score { Reply::NilArray } else { Reply::Nil });
    };
    let found = z.iter().enumerate().find(|(_, (m, _))| **m == w[2]);
    Ok(match found {
        None if score => Reply::NilArray,
        None => Reply::Nil,
        Some((n, (_, s))) => {
            let n = Reply::count(if back { z.len() - 1 - n } else { n });
            if score { Reply::Array(vec![n, Reply::Double(s)]) } else { n }
        }
    })
}

/// `ZRANK key member [WITHSCORE]`.
pub fn zrank(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    rank(ctx, w, false)
}

/// `ZREVRANK key member [WITHSCORE]`.
pub fn zrevrank(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    rank(ctx, w, true)
}

/// Members with their scores: pairs in RESP3.
pub fn with_scores(resp3: bool, items: Vec<(Bytes, f64)>) -> Reply {
    let mut out = Vec::new();
    for (m, s) in items {
        if resp3 {
            out.push(Reply::Array(vec![Reply::Bulk(m), Reply::Double(s)]));
        } else {
            out.extend([Reply::Bulk(m), Reply::Double(s)]);
        }
    }
    Reply::Array(out)
}

fn pop(ctx: &mut Ctx, w: &[Bytes], most: bool) -> Answer {
    let count = match w {
        [_, _] => 1,
        [_, _, n] => match int(n) {
            Ok(n) if n >= 0 => n as usize,
            _ => return err("value is out of range, must be positive"),
        },
        _ => return syntax(),
    };
    let Some(z) = ctx.sorted(&w[1])? else { return Ok(Reply::Array(Vec::new())) };
    let mut all: Vec<(Bytes, f64)> = z.iter().map(|(m, s)| (m.clone(), s)).collect();
    if most {
        all.reverse();
    }
    all.truncate(count);
    let z = ctx.sorted_mut(&w[1])?;
    for (m, _) in &all {
        z.remove(m);
    }
    ctx.changed(&w[1], all.len() as u64);
    Ok(with_scores(ctx.resp3() && w.len() == 3, all))
}

/// `ZPOPMIN key [count]`.
pub fn zpopmin(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    pop(ctx, w, false)
}

/// `ZPOPMAX key [count]`.
pub fn zpopmax(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    pop(ctx, w, true)
}

/// `ZSCAN key cursor [MATCH pattern] [COUNT n]`.
pub fn zscan(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let items = match ctx.sorted(&w[1])? {
        Some(z) => z.iter().map(|(m, s)| (m.clone(), Some(number::show(s).into_bytes()))).collect(),
        None => Vec::new(),
    };
    scan_items(&w[2], &w[3..], items)
}

#[derive(Clone, Copy, PartialEq)]
enum Op {
    Inter,
    Union,
    Diff,
}

/// What `numkeys key ... [WEIGHTS n ...] [AGGREGATE SUM|MIN|MAX] [WITHSCORES]` comes to.
fn combine(
    ctx: &mut Ctx,
    w: &[Bytes],
    op: Op,
    name: &str,
) -> Result<(Vec<(Bytes, f64)>, bool), Reply> {
    let n = match int(&w[0])? {
        n if n > 0 => n as usize,
        _ => return err(&format!("at least 1 input key is needed for '{name}' command")),
    };
    let Some(keys) = w.get(1..n.saturating_add(1)) else { return syntax() };
    let (mut weights, mut join, mut scores) = (vec![1.0; n], "sum".to_string(), false);
    let mut i = n + 1;
    while i < w.len() {
        match lower(&w[i]).as_str() {
            "weights" if op != Op::Diff && w.len() > i + n => {
                for k in 0..n {
                    weights[k] = match number::float(&w[i + 1 + k]) {
                        Some(f) => f,
                        None => return err("weight value is not a float"),
                    };
                }
                i += n;
            }
            "aggregate" if op != Op::Diff && i + 1 < w.len() => {
                join = lower(&w[i + 1]);
                if !matches!(join.as_str(), "sum" | "min" | "max") {
                    return syntax();
                }
                i += 1;
            }
            "withscores" if !name.ends_with("store") => scores = true,
            _ => return syntax(),
        }
        i += 1;
    }
    let mut found: BTreeMap<Bytes, (usize, f64)> = BTreeMap::new();
    for (k, key) in keys.iter().enumerate() {
        let items: Vec<(Bytes, f64)> = match ctx.get(key) {
            None => Vec::new(),
            Some(Value::Set(s)) => s.iter().map(|(m, ())| (m.clone(), 1.0)).collect(),
            Some(_) => match ctx.sorted(key)? {
                Some(z) => z.iter().map(|(m, s)| (m.clone(), s)).collect(),
                None => Vec::new(),
            },
        };
        for (m, s) in items {
            let s = if weights[k] == 0.0 { 0.0 } else { s * weights[k] };
            match found.get_mut(&m) {
                None if op == Op::Diff && k > 0 => {}
                None => {
                    found.insert(m, (1, s));
                }
                Some(old) => {
                    old.0 += 1;
                    old.1 = match join.as_str() {
                        "min" => old.1.min(s),
                        "max" => old.1.max(s),
                        _ if (old.1 + s).is_nan() => 0.0,
                        _ => old.1 + s,
                    };
                }
            }
        }
    }
    let mut z = Sorted::default();
    for (m, (count, s)) in found {
        if op == Op::Union || (op == Op::Inter && count == n) || (op == Op::Diff && count == 1) {
            z.insert(&m, s);
        }
    }
    Ok((z.iter().map(|(m, s)| (m.clone(), s)).collect(), scores))
}

fn answer(ctx: &mut Ctx, w: &[Bytes], op: Op) -> Answer {
    let (items, scores) = combine(ctx, &w[1..], op, &lower(&w[0]))?;
    if scores {
        return Ok(with_scores(ctx.resp3(), items));
    }
    Ok(Reply::list(items.into_iter().map(|(m, _)| m)))
}

fn store(ctx: &mut Ctx, w: &[Bytes], op: Op) -> Answer {
    let (items, _) = combine(ctx, &w[2..], op, &lower(&w[0]))?;
    put(ctx, &w[1], items)
}

/// Stores what was found under a key.
pub fn put(ctx: &mut Ctx, key: &[u8], items: Vec<(Bytes, f64)>) -> Answer {
    if items.is_empty() {
        if ctx.remove(key) {
            ctx.instead = Some(vec![command(&[b"DEL", key])]);
        }
        return Ok(Reply::Int(0));
    }
    let mut z = Sorted::default();
    for (m, s) in &items {
        z.insert(m, *s);
    }
    ctx.put(key, Value::Sorted(z));
    Ok(Reply::count(items.len()))
}

/// `ZINTER numkeys key ...`.
pub fn zinter(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    answer(ctx, w, Op::Inter)
}

/// `ZUNION numkeys key ...`.
pub fn zunion(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    answer(ctx, w, Op::Union)
}

/// `ZDIFF numkeys key ...`.
pub fn zdiff(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    answer(ctx, w, Op::Diff)
}

/// `ZINTERSTORE to numkeys key ...`.
pub fn zinterstore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    store(ctx, w, Op::Inter)
}

/// `ZUNIONSTORE to numkeys key ...`.
pub fn zunionstore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    store(ctx, w, Op::Union)
}

/// `ZDIFFSTORE to numkeys key ...`.
pub fn zdiffstore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    store(ctx, w, Op::Diff)
}
