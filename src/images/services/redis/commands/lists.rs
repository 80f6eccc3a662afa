//! Lists.

use super::super::resp::Reply;
use super::super::value::Bytes;
use super::ctx::{Ctx, command, int, range};
use super::{Answer, err, lower, syntax, wrong_number};

fn push(ctx: &mut Ctx, w: &[Bytes], left: bool, only: bool) -> Answer {
    if only && ctx.list(&w[1])?.is_none() {
        return Ok(Reply::Int(0));
    }
    let list = ctx.list_mut(&w[1])?;
    for item in &w[2..] {
        if left {
            list.push_front(item.clone());
        } else {
            list.push_back(item.clone());
        }
    }
    let len = list.len();
    ctx.changed(&w[1], (w.len() - 2) as u64);
    Ok(Reply::count(len))
}

/// `LPUSH key item ...`.
pub fn lpush(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    push(ctx, w, true, false)
}

/// `RPUSH key item ...`.
pub fn rpush(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    push(ctx, w, false, false)
}

/// `LPUSHX key item ...`.
pub fn lpushx(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    push(ctx, w, true, true)
}

/// `RPUSHX key item ...`.
pub fn rpushx(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    push(ctx, w, false, true)
}

/// Takes one from an end.
pub fn take(ctx: &mut Ctx, key: &[u8], left: bool) -> Result<Option<Bytes>, Reply> {
    if ctx.list(key)?.is_none() {
        return Ok(None);
    }
    let list = ctx.list_mut(key)?;
    let item = if left { list.pop_front() } else { list.pop_back() };
    ctx.changed(key, 1);
    Ok(item)
}

fn pop(ctx: &mut Ctx, w: &[Bytes], left: bool) -> Answer {
    if w.len() > 3 {
        return Err(wrong_number(&lower(&w[0])));
    }
    let Some(count) = w.get(2) else {
        return Ok(Reply::maybe(take(ctx, &w[1], left)?));
    };
    let count = match int(count) {
        Ok(n) if n >= 0 => n as usize,
        _ => return err("value is out of range, must be positive"),
    };
    let Some(len) = ctx.list(&w[1])?.map(|l| l.len()) else { return Ok(Reply::NilArray) };
    let mut items = Vec::new();
    for _ in 0..count.min(len) {
        items.extend(take(ctx, &w[1], left)?);
    }
    Ok(Reply::list(items))
}

/// `LPOP key [count]`.
pub fn lpop(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    pop(ctx, w, true)
}

/// `RPOP key [count]`.
pub fn rpop(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    pop(ctx, w, false)
}

/// `LLEN key`.
pub fn llen(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.list(&w[1])?.map_or(0, |l| l.len())))
}

/// `LRANGE key start stop`.
pub fn lrange(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (start, stop) = (int(&w[2])?, int(&w[3])?);
    let Some(list) = ctx.list(&w[1])? else { return Ok(Reply::Array(Vec::new())) };
    let (from, to) = range(start, stop, list.len());
    Ok(Reply::list(list.range(from..to).cloned()))
}

fn place(n: i64, len: usize) -> Option<usize> {
    let n = if n < 0 { n.checked_add(len as i64)? } else { n };
    usize::try_from(n).ok().filter(|n| *n < len)
}

/// `LINDEX key n`.
pub fn lindex(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let n = int(&w[2])?;
    let found = ctx.list(&w[1])?.and_then(|l| l.get(place(n, l.len())?)).cloned();
    Ok(Reply::maybe(found))
}

/// `LSET key n item`.
pub fn lset(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.list(&w[1])?.is_none() {
        return err("no such key");
    }
    let n = int(&w[2])?;
    let list = ctx.list_mut(&w[1])?;
    let Some(at) = place(n, list.len()) else { return err("index out of range") };
    list[at].clone_from(&w[3]);
    ctx.changed(&w[1], 1);
    Ok(Reply::OK)
}

/// `LINSERT key BEFORE|AFTER pivot item`.
pub fn linsert(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let after = match lower(&w[2]).as_str() {
        "before" => 0,
        "after" => 1,
        _ => return syntax(),
    };
    let Some(list) = ctx.list(&w[1])? else { return Ok(Reply::Int(0)) };
    let Some(at) = list.iter().position(|i| *i == w[3]) else { return Ok(Reply::Int(-1)) };
    let list = ctx.list_mut(&w[1])?;
    list.insert(at + after, w[4].clone());
    let len = list.len();
    ctx.changed(&w[1], 1);
    Ok(Reply::count(len))
}

/// `LREM key count item`.
pub fn lrem(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let count = int(&w[2])?;
    let Some(list) = ctx.list(&w[1])? else { return Ok(Reply::Int(0)) };
    let most = if count == 0 { usize::MAX } else { count.unsigned_abs() as usize };
    let mut places: Vec<usize> =
        list.iter().enumerate().filter(|(_, i)| **i == w[3]).map(|(n, _)| n).collect();
    if count < 0 {
        places.reverse();
    }
    places.truncate(most);
    places.sort_unstable();
    let list = ctx.list_mut(&w[1])?;
    for at in places.iter().rev() {
        list.remove(*at);
    }
    ctx.changed(&w[1], places.len() as u64);
    Ok(Reply::count(places.len()))
}

/// `LTRIM key start stop`.
pub fn ltrim(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (start, stop) = (int(&w[2])?, int(&w[3])?);
    let Some(len) = ctx.list(&w[1])?.map(|l| l.len()) else { return Ok(Reply::OK) };
    let (from, to) = range(start, stop, len);
    let list = ctx.list_mut(&w[1])?;
    list.truncate(to);
    list.drain(..from.min(to));
    ctx.changed(&w[1], 1);
    Ok(Reply::OK)
}

/// Moves one from a list's end to another's.
pub fn shift(ctx: &mut Ctx, from: &[u8], to: &[u8], left: bool, to_left: bool) -> Answer {
    if ctx.list(from)?.is_none() {
        return Ok(Reply::Nil);
    }
    ctx.list(to)?;
    let Some(item) = take(ctx, from, left)? else { return Ok(Reply::Nil) };
    let list = ctx.list_mut(to)?;
    if to_left {
        list.push_front(item.clone());
    } else {
        list.push_back(item.clone());
    }
    ctx.changed(to, 1);
    Ok(Reply::Bulk(item))
}

/// `RPOPLPUSH from to`.
pub fn rpoplpush(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    shift(ctx, &w[1], &w[2], false, true)
}

/// LEFT or RIGHT.
pub fn side(word: &[u8]) -> Result<bool, Reply> {
    match lower(word).as_str() {
        "left" => Ok(true),
        "right" => Ok(false),
        _ => syntax(),
    }
}

/// `LMOVE from to LEFT|RIGHT LEFT|RIGHT`.
pub fn lmove(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (left, to_left) = (side(&w[3])?, side(&w[4])?);
    shift(ctx, &w[1], &w[2], left, to_left)
}

/// `LPOS key item [RANK n] [COUNT n] [MAXLEN n]`.
pub fn lpos(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (mut rank, mut count, mut most) = (1, None, 0);
    for pair in w[3..].chunks(2) {
        let [name, value] = pair else { return syntax() };
        let n = int(value)?;
        match lower(name).as_str() {
            "rank" if n == 0 => {
                return err(
                    "RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative \
                     to start from the end of the list",
                );
            }
            "rank" => rank = n,
            "count" if n < 0 => return err("COUNT can't be negative"),
            "count" => count = Some(n as usize),
            "maxlen" if n < 0 => return err("MAXLEN can't be negative"),
            "maxlen" => most = n as usize,
            _ => return syntax(),
        }
    }
    let Some(list) = ctx.list(&w[1])? else {
        return Ok(if count.is_some() { Reply::Array(Vec::new()) } else { Reply::Nil });
    };
    let mut places: Vec<usize> = (0..list.len()).collect();
    if rank < 0 {
        places.reverse();
    }
    let most = if most == 0 { usize::MAX } else { most };
    let fits = places.into_iter().take(most).filter(|n| list[*n] == w[2]);
    let mut fits = fits.skip(rank.unsigned_abs() as usize - 1).map(Reply::count);
    Ok(match count {
        None => fits.next().unwrap_or(Reply::Nil),
        Some(0) => Reply::Array(fits.collect()),
        Some(n) => Reply::Array(fits.take(n).collect()),
    })
}

/// `LMPOP numkeys key ... LEFT|RIGHT [COUNT n]`.
pub fn lmpop(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let n = match int(&w[1]) {
        Ok(n) if n > 0 => n as usize,
        _ => return err("numkeys should be greater than 0"),
    };
    let Some(left) = w.get(n.saturating_add(2)) else { return syntax() };
    let left = side(left)?;
    let count = match &w[n + 3..] {
        [] => 1,
        [word, c] if lower(word) == "count" => match int(c) {
            Ok(c) if c > 0 => c as usize,
            _ => return err("count should be greater than 0"),
        },
        _ => return syntax(),
    };
    for key in &w[2..n + 2] {
        let Some(len) = ctx.list(key)?.map(|l| l.len()) else { continue };
        let mut items = Vec::new();
        for _ in 0..count.min(len) {
            items.extend(take(ctx, key, left)?);
        }
        let verb: &[u8] = if left { b"LPOP" } else { b"RPOP" };
        let count = items.len().to_string();
        ctx.instead = Some(vec![command(&[verb, key, count.as_bytes()])]);
        return Ok(Reply::Array(vec![Reply::text(key), Reply::list(items)]));
    }
    Ok(Reply::NilArray)
}
