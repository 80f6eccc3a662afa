//! Strings as numbers, and parts of strings.

use super::super::number;
use super::super::resp::Reply;
use super::super::value::{Bytes, Value};
use super::ctx::{Ctx, command, float, int, range};
use super::{Answer, err};

/// Bytes that a string may have.
const STRING_MAX: usize = 512 * 1024 * 1024;
/// Bytes that a string may grow to here by a gap alone.
const GAP_MAX: usize = 64 * 1024 * 1024;

/// Puts a new value in the place of a string's, whose end stays.
fn replace(ctx: &mut Ctx, key: &[u8], value: Bytes) -> Result<(), Reply> {
    *ctx.string_mut(key)? = value;
    ctx.changed(key, 1);
    Ok(())
}

fn add(ctx: &mut Ctx, key: &[u8], by: i64) -> Answer {
    let old = match ctx.string(key)? {
        Some(s) => int(s)?,
        None => 0,
    };
    let Some(new) = old.checked_add(by) else {
        return err("increment or decrement would overflow");
    };
    replace(ctx, key, new.to_string().into_bytes())?;
    Ok(Reply::Int(new))
}

/// `INCR key`.
pub fn incr(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    add(ctx, &w[1], 1)
}

/// `DECR key`.
pub fn decr(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    add(ctx, &w[1], -1)
}

/// `INCRBY key n`.
pub fn incrby(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    add(ctx, &w[1], int(&w[2])?)
}

/// `DECRBY key n`.
pub fn decrby(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    match int(&w[2])?.checked_neg() {
        Some(by) => add(ctx, &w[1], by),
        None => err("decrement would overflow"),
    }
}

/// `INCRBYFLOAT key n`.
pub fn incrbyfloat(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let old = match ctx.string(&w[1])? {
        Some(s) => float(s)?,
        None => 0.0,
    };
    let new = old + float(&w[2])?;
    if !new.is_finite() {
        return err("increment would produce NaN or Infinity");
    }
    let text = number::sum(new).into_bytes();
    replace(ctx, &w[1], text.clone())?;
    ctx.instead = Some(vec![command(&[b"SET", &w[1], &text, b"KEEPTTL"])]);
    Ok(Reply::Bulk(text))
}

/// `APPEND key value`.
pub fn append(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let s = ctx.string_mut(&w[1])?;
    if s.len() + w[2].len() > STRING_MAX {
        return err("string exceeds maximum allowed size (proto-max-bulk-len)");
    }
    s.extend_from_slice(&w[2]);
    let len = s.len();
    ctx.changed(&w[1], 1);
    Ok(Reply::count(len))
}

/// `STRLEN key`.
pub fn strlen(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(ctx.string(&w[1])?.map_or(0, Vec::len)))
}

/// `GETRANGE key start end`.
pub fn getrange(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (start, end) = (int(&w[2])?, int(&w[3])?);
    let s = ctx.string(&w[1])?.cloned().unwrap_or_default();
    let (from, to) = range(start, end, s.len());
    Ok(Reply::text(&s[from..to]))
}

/// `SETRANGE key offset value`.
pub fn setrange(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let offset = int(&w[2])?;
    if offset < 0 {
        return err("offset is out of range");
    }
    let len = ctx.string(&w[1])?.map_or(0, Vec::len);
    if w[3].is_empty() {
        return Ok(Reply::count(len));
    }
    let end = usize::try_from(offset).ok().and_then(|o| o.checked_add(w[3].len()));
    let Some(end) = end.filter(|e| *e <= STRING_MAX) else {
        return err("string exceeds maximum allowed size (proto-max-bulk-len)");
    };
    if end > len + w[3].len() + GAP_MAX {
        return err("Drydock does not hold strings with gaps of this size");
    }
    let s = ctx.string_mut(&w[1])?;
    if s.len() < end {
        s.resize(end, 0);
    }
    s[end - w[3].len()..end].copy_from_slice(&w[3]);
    let len = s.len();
    ctx.changed(&w[1], 1);
    Ok(Reply::count(len))
}

/// `SETBIT key offset bit`.
pub fn setbit(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (at, mask) = place(&w[2])?;
    let bit = match w[3].as_slice() {
        b"0" => false,
        b"1" => true,
        _ => return err("bit is not an integer or out of range"),
    };
    let len = ctx.string(&w[1])?.map_or(0, Vec::len);
    if at > len + GAP_MAX {
        return err("Drydock does not hold strings with gaps of this size");
    }
    let s = ctx.string_mut(&w[1])?;
    if s.len() <= at {
        s.resize(at + 1, 0);
    }
    let old = s[at] & mask != 0;
    s[at] = if bit { s[at] | mask } else { s[at] & !mask };
    ctx.changed(&w[1], 1);
    Ok(Reply::Int(i64::from(old)))
}

fn place(word: &[u8]) -> Result<(usize, u8), Reply> {
    match number::canonical(word) {
        Some(n @ 0..=0xffff_ffff) => Ok(((n / 8) as usize, 128 >> (n % 8))),
        _ => err("bit offset is not an integer or out of range"),
    }
}

/// `GETBIT key offset`.
pub fn getbit(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (at, mask) = place(&w[2])?;
    let byte = ctx.string(&w[1])?.and_then(|s| s.get(at).copied()).unwrap_or(0);
    Ok(Reply::Int(i64::from(byte & mask != 0)))
}

/// `BITCOUNT key [start end]`.
pub fn bitcount(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let ends = match w {
        [_, _] => (0, -1),
        [_, _, a, b] => (int(a)?, int(b)?),
        _ => return super::syntax(),
    };
    let s = ctx.string(&w[1])?.cloned().unwrap_or_default();
    let (from, to) = range(ends.0, ends.1, s.len());
    Ok(Reply::Int(s[from..to].iter().map(|b| i64::from(b.count_ones())).sum()))
}

/// `MEMORY USAGE key`.
pub fn memory(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    match super::lower(&w[1]).as_str() {
        "usage" if w.len() >= 3 => {
            let size = ctx.get(&w[2]).map(Value::size);
            Ok(size.map_or(Reply::Nil, |n| Reply::count(n + 32 + w[2].len().next_multiple_of(16))))
        }
        "doctor" | "stats" | "malloc-stats" | "purge" => {
            err("Drydock does not simulate this of MEMORY")
        }
        other => err(&format!("unknown subcommand '{other}'. Try MEMORY HELP.")),
    }
}
