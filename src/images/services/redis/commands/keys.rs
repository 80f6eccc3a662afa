//! Keys: ends, kinds, names, copies.

use super::super::resp::Reply;
use super::super::value::{Bytes, Value};
use super::ctx::{Ctx, command, int};
use super::{Answer, err, lower, syntax};

/// `DEL key ...`, `UNLINK key ...`.
pub fn del(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let gone = w[1..].iter().filter(|k| ctx.remove(k)).count();
    Ok(Reply::count(gone))
}

/// `EXISTS key ...`.
pub fn exists(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::count(w[1..].iter().filter(|k| ctx.get(k).is_some()).count()))
}

/// `TOUCH key ...`.
pub fn touch(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    exists(ctx, w)
}

/// `TYPE key`.
pub fn kind(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::Status(ctx.get(&w[1]).map_or("none", Value::kind)))
}

fn expire_at(ctx: &mut Ctx, w: &[Bytes], name: &str, millis: bool, absolute: bool) -> Answer {
    let n = int(&w[2])?;
    let (mut nx, mut xx, mut gt, mut lt) = (false, false, false, false);
    for option in &w[3..] {
        match lower(option).as_str() {
            "nx" => nx = true,
            "xx" => xx = true,
            "gt" => gt = true,
            "lt" => lt = true,
            _ => {
                let shown = crate::vfs::text::decode(option).into_owned();
                return err(&format!("Unsupported option {shown}"));
            }
        }
    }
    if nx && (xx || gt || lt) {
        return err("NX and XX, GT or LT options at the same time are not compatible");
    }
    if gt && lt {
        return err("GT and LT options at the same time are not compatible");
    }
    let ms = if millis { Some(n) } else { n.checked_mul(1000) };
    let at = if absolute { ms } else { ms.and_then(|ms| ms.checked_add(ctx.now)) };
    let Some(at) = at else {
        return err(&format!("invalid expire time in '{name}' command"));
    };
    let Some(entry) = ctx.entry(&w[1]) else { return Ok(Reply::Int(0)) };
    let old = entry.expires;
    let refused = (nx && old.is_some())
        || (xx && old.is_none())
        || (gt && old.is_none_or(|old| at <= old))
        || (lt && old.is_some_and(|old| at >= old));
    if refused {
        return Ok(Reply::Int(0));
    }
    if at <= ctx.now {
        ctx.remove(&w[1]);
        ctx.instead = Some(vec![command(&[b"DEL", &w[1]])]);
        return Ok(Reply::Int(1));
    }
    entry_ends(ctx, &w[1], at);
    Ok(Reply::Int(1))
}

fn entry_ends(ctx: &mut Ctx, key: &[u8], at: i64) {
    if let Some(entry) = ctx.entry(key) {
        entry.expires = Some(at);
    }
    ctx.ends(Some(at));
    ctx.changed(key, 1);
    ctx.instead = Some(vec![command(&[b"PEXPIREAT", key, at.to_string().as_bytes()])]);
}

/// `EXPIRE key seconds [NX|XX|GT|LT]`.
pub fn expire(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    expire_at(ctx, w, "expire", false, false)
}

/// `PEXPIRE key milliseconds ...`.
pub fn pexpire(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    expire_at(ctx, w, "pexpire", true, false)
}

/// `EXPIREAT key time ...`.
pub fn expireat(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    expire_at(ctx, w, "expireat", false, true)
}

/// `PEXPIREAT key time ...`.
pub fn pexpireat(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    expire_at(ctx, w, "pexpireat", true, true)
}

/// -2 where there is no key, -1 where it has no end, else what `show` makes of the end.
fn end(ctx: &mut Ctx, key: &[u8], show: impl Fn(i64) -> i64) -> Answer {
    Ok(Reply::Int(match ctx.entry(key) {
        None => -2,
        Some(e) => e.expires.map_or(-1, show),
    }))
}

/// `TTL key`.
pub fn ttl(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let now = ctx.now;
    end(ctx, &w[1], |at| (at - now + 500) / 1000)
}

/// `PTTL key`.
pub fn pttl(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let now = ctx.now;
    end(ctx, &w[1], |at| at - now)
}

/// `EXPIRETIME key`.
pub fn expiretime(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    end(ctx, &w[1], |at| (at + 500) / 1000)
}

/// `PEXPIRETIME key`.
pub fn pexpiretime(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    end(ctx, &w[1], |at| at)
}

/// `PERSIST key`.
pub fn persist(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let had = ctx.entry(&w[1]).and_then(|e| e.expires.take()).is_some();
    if had {
        ctx.changed(&w[1], 1);
    }
    Ok(Reply::Int(i64::from(had)))
}

fn renamed(ctx: &mut Ctx, w: &[Bytes], only: bool) -> Answer {
    if !ctx.has(&w[1]) {
        return err("no such key");
    }
    if w[1] == w[2] {
        return Ok(if only { Reply::Int(0) } else { Reply::OK });
    }
    if only && ctx.has(&w[2]) {
        return Ok(Reply::Int(0));
    }
    let keys = &mut ctx.s.dbs[ctx.db].keys;
    if let Some(entry) = keys.remove(&w[1]) {
        keys.insert(w[2].clone(), entry);
    }
    ctx.changed(&w[1], 1);
    ctx.s.touch(ctx.db, &w[2]);
    Ok(if only { Reply::Int(1) } else { Reply::OK })
}

/// `RENAME key new`.
pub fn rename(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    renamed(ctx, w, false)
}

/// `RENAMENX key new`.
pub fn renamenx(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    renamed(ctx, w, true)
}

/// The number of a database.
pub fn database(ctx: &Ctx, word: &[u8]) -> Result<usize, Reply> {
    let n = int(word)?;
    match usize::try_from(n).ok().filter(|n| *n < ctx.s.dbs.len()) {
        Some(n) => Ok(n),
        None => err("DB index is out of range"),
    }
}

/// `MOVE key db`.
pub fn move_to(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let to = database(ctx, &w[2])?;
    if to == ctx.db {
        return err("source and destination objects are the same");
    }
    let now = ctx.now;
    ctx.s.expire(to, &w[1], now);
    if !ctx.has(&w[1]) || ctx.s.dbs[to].keys.contains_key(&w[1]) {
        return Ok(Reply::Int(0));
    }
    if let Some(entry) = ctx.s.dbs[ctx.db].keys.remove(&w[1]) {
        ctx.s.dbs[to].keys.insert(w[1].clone(), entry);
    }
    ctx.changed(&w[1], 1);
    ctx.s.touch(to, &w[1]);
    Ok(Reply::Int(1))
}

/// `COPY from to [DB n] [REPLACE]`.
pub fn copy(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (mut to, mut replace) = (ctx.db, false);
    let mut i = 3;
    while i < w.len() {
        match lower(&w[i]).as_str() {
            "replace" => replace = true,
            "db" if i + 1 < w.len() => {
                i += 1;
                to = database(ctx, &w[i])?;
            }
            _ => return syntax(),
        }
        i += 1;
    }
    if to == ctx.db && w[1] == w[2] {
        return err("source and destination objects are the same");
    }
    let Some(entry) = ctx.entry(&w[1]).cloned() else { return Ok(Reply::Int(0)) };
    let now = ctx.now;
    ctx.s.expire(to, &w[2], now);
    if !replace && ctx.s.dbs[to].keys.contains_key(&w[2]) {
        return Ok(Reply::Int(0));
    }
    ctx.s.dbs[to].keys.insert(w[2].clone(), entry);
    ctx.s.touch(to, &w[2]);
    ctx.changes += 1;
    Ok(Reply::Int(1))
}

const OBJECT_HELP: &[&str] = &[
    "OBJECT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:",
    "ENCODING <key>",
    "    How the key's value is held.",
    "FREQ <key>",
    "    How often the key was used.",
    "IDLETIME <key>",
    "    Seconds since the key was used.",
    "REFCOUNT <key>",
    "    How many refer to the value.",
    "HELP",
    "    Print this help.",
];

/// `OBJECT ENCODING|REFCOUNT|IDLETIME|FREQ key`, `OBJECT HELP`.
pub fn object(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let sub = lower(&w[1]);
    if sub == "help" && w.len() == 2 {
        return Ok(Reply::Array(OBJECT_HELP.iter().map(Reply::text).collect()));
    }
    if !matches!(sub.as_str(), "encoding" | "refcount" | "idletime" | "freq") {
        let shown = crate::vfs::text::decode(&w[1]).into_owned();
        return err(&format!("unknown subcommand '{shown}'. Try OBJECT HELP."));
    }
    let [_, _, key] = w else { return Err(super::wrong_number(&format!("object|{sub}"))) };
    let Some(value) = ctx.get(key) else { return Ok(Reply::Nil) };
    match sub.as_str() {
        "encoding" => Ok(Reply::text(value.encoding())),
        "refcount" => Ok(Reply::Int(1)),
        "idletime" => Ok(Reply::Int(0)),
        _ => err(
            "An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching \
             between policies at runtime LRU and LFU data will take some time to adjust.",
        ),
    }
}
