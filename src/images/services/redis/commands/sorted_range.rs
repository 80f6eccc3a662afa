//! Sorted sets by place, score or name.

use super::super::number;
use super::super::resp::Reply;
use super::super::value::Bytes;
use super::ctx::{Ctx, int, range};
use super::sorted::{put, with_scores};
use super::{Answer, err, lower, syntax};

#[derive(Clone, Copy, PartialEq)]
enum By {
    Place,
    Score,
    Name,
}

/// An end of a range by score; `true` where the end itself does not count.
fn score_end(word: &[u8]) -> Result<(f64, bool), Reply> {
    let (text, open) = match word.strip_prefix(b"(") {
        Some(rest) => (rest, true),
        None => (word, false),
    };
    match number::float(text) {
        Some(f) => Ok((f, open)),
        None => err("min or max is not a float"),
    }
}

/// An end of a range by name: before all, behind all, or a name.
#[derive(Clone, PartialEq, PartialOrd)]
enum NameEnd {
    First,
    At(Bytes, bool),
    Last,
}

fn name_end(word: &[u8]) -> Result<NameEnd, Reply> {
    match word {
        b"-" => Ok(NameEnd::First),
        b"+" => Ok(NameEnd::Last),
        [b'(', rest @ ..] => Ok(NameEnd::At(rest.to_vec(), true)),
        [b'[', rest @ ..] => Ok(NameEnd::At(rest.to_vec(), false)),
        _ => err("min or max not valid string range item"),
    }
}

/// Members between two ends, lowest first.
fn between(
    ctx: &mut Ctx,
    key: &[u8],
    by: By,
    min: &[u8],
    max: &[u8],
) -> Result<Vec<(Bytes, f64)>, Reply> {
    let score = if by == By::Score { Some((score_end(min)?, score_end(max)?)) } else { None };
    let name = if by == By::Name { Some((name_end(min)?, name_end(max)?)) } else { None };
    let Some(z) = ctx.sorted(key)? else { return Ok(Vec::new()) };
    let fits = |m: &Bytes, s: f64| {
        if let Some(((min, open_min), (max, open_max))) = score {
            return (if open_min { s > min } else { s >= min })
                && (if open_max { s < max } else { s <= max });
        }
        let Some((from, to)) = &name else { return true };
        let above = match from {
            NameEnd::First => true,
            NameEnd::At(name, open) => m > name || (!open && m == name),
            NameEnd::Last => false,
        };
        above
            && match to {
                NameEnd::First => false,
                NameEnd::At(name, open) => m < name || (!open && m == name),
                NameEnd::Last => true,
            }
    };
    Ok(z.iter().filter(|(m, s)| fits(m, *s)).map(|(m, s)| (m.clone(), s)).collect())
}

struct Asked {
    by: By,
    rev: bool,
    scores: bool,
    limit: Option<(i64, i64)>,
}

fn find(ctx: &mut Ctx, w: &[Bytes], asked: &Asked) -> Result<Vec<(Bytes, f64)>, Reply> {
    let [key, first, second] = w else { return syntax() };
    if asked.by == By::Place {
        let (start, stop) = (int(first)?, int(second)?);
        let mut all = match ctx.sorted(key)? {
            Some(z) => z.iter().map(|(m, s)| (m.clone(), s)).collect(),
            None => Vec::new(),
        };
        if asked.rev {
            all.reverse();
        }
        let (from, to) = range(start, stop, all.len());
        return Ok(all.drain(from..to).collect());
    }
    let (min, max) = if asked.rev { (second, first) } else { (first, second) };
    let mut all = between(ctx, key, asked.by, min, max)?;
    if asked.rev {
        all.reverse();
    }
    if let Some((offset, count)) = asked.limit {
        if offset < 0 {
            return Ok(Vec::new());
        }
        let most = usize::try_from(count).unwrap_or(usize::MAX);
        all = all.into_iter().skip(offset as usize).take(most).collect();
    }
    Ok(all)
}

fn options(
    ctx: &mut Ctx,
    w: &[Bytes],
    mut asked: Asked,
    fixed: bool,
    store: Option<&[u8]>,
) -> Answer {
    let mut i = 3;
    while i < w.len() {
        match lower(&w[i]).as_str() {
            "withscores" if store.is_none() => asked.scores = true,
            "byscore" if !fixed => asked.by = By::Score,
            "bylex" if !fixed => asked.by = By::Name,
            "rev" if !fixed => asked.rev = true,
            "limit" if i + 2 < w.len() => {
                asked.limit = Some((int(&w[i + 1])?, int(&w[i + 2])?));
                i += 2;
            }
            _ => return syntax(),
        }
        i += 1;
    }
    if asked.limit.is_some() && asked.by == By::Place {
        return err(
            "syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX",
        );
    }
    if asked.scores && asked.by == By::Name {
        return err("syntax error, WITHSCORES not supported in combination with BYLEX");
    }
    let found = find(ctx, &w[..3], &asked)?;
    match store {
        Some(key) => put(ctx, key, found),
        None if asked.scores => Ok(with_scores(ctx.resp3(), found)),
        None => Ok(Reply::list(found.into_iter().map(|(m, _)| m))),
    }
}

const fn asked(by: By, rev: bool) -> Asked {
    Asked { by, rev, scores: false, limit: None }
}

/// `ZRANGE key start stop [BYSCORE|BYLEX] [REV] [LIMIT offset count] [WITHSCORES]`.
pub fn zrange(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[1..], asked(By::Place, false), false, None)
}

/// `ZRANGESTORE to key start stop ...`.
pub fn zrangestore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[2..], asked(By::Place, false), false, Some(&w[1]))
}

/// `ZREVRANGE key start stop [WITHSCORES]`.
pub fn zrevrange(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[1..], asked(By::Place, true), true, None)
}

/// `ZRANGEBYSCORE key min max ...`.
pub fn zrangebyscore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[1..], asked(By::Score, false), true, None)
}

/// `ZREVRANGEBYSCORE key max min ...`.
pub fn zrevrangebyscore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[1..], asked(By::Score, true), true, None)
}

/// `ZRANGEBYLEX key min max ...`.
pub fn zrangebylex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[1..], asked(By::Name, false), true, None)
}

/// `ZREVRANGEBYLEX key max min ...`.
pub fn zrevrangebylex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    options(ctx, &w[1..], asked(By::Name, true), true, None)
}

/// `ZCOUNT key min max`.
pub fn zcount(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(between(ctx, &w[1], By::Score, &w[2], &w[3])?.len()))
}

/// `ZLEXCOUNT key min max`.
pub fn zlexcount(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(between(ctx, &w[1], By::Name, &w[2], &w[3])?.len()))
}

fn remove(ctx: &mut Ctx, w: &[Bytes], by: By) -> Answer {
    let found = find(ctx, &w[1..], &asked(by, false))?;
    if found.is_empty() {
        return Ok(Reply::Int(0));
    }
    let z = ctx.sorted_mut(&w[1])?;
    for (m, _) in &found {
        z.remove(m);
    }
    ctx.changed(&w[1], found.len() as u64);
    Ok(Reply::count(found.len()))
}

/// `ZREMRANGEBYRANK key start stop`.
pub fn zremrangebyrank(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    remove(ctx, w, By::Place)
}

/// `ZREMRANGEBYSCORE key min max`.
pub fn zremrangebyscore(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    remove(ctx, w, By::Score)
}

/// `ZREMRANGEBYLEX key min max`.
pub fn zremrangebylex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    remove(ctx, w, By::Name)
}
