//! Transactions: MULTI, EXEC and their kin.

use super::super::resp::Reply;
use super::super::server::{Server, millis};
use super::super::value::Bytes;
use super::ctx::Ctx;
use super::{Answer, check, err};

/// Passes changes on; those of a transaction are gathered.
pub fn pass_on(s: &mut Server, id: u64, db: usize, commands: Vec<Vec<Bytes>>) {
    match s.clients.get_mut(&id).filter(|c| c.running) {
        Some(c) => c.gathered.extend(commands.into_iter().map(|words| (db, words))),
        None => s.propagate(db, &commands),
    }
}

/// `MULTI`.
pub fn multi(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    match ctx.client() {
        Some(c) if c.queue.is_some() => err("MULTI calls can not be nested"),
        Some(c) => {
            c.queue = Some(Vec::new());
            c.spoilt = false;
            Ok(Reply::OK)
        }
        None => Ok(Reply::OK),
    }
}

/// `DISCARD`.
pub fn discard(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    match ctx.client() {
        Some(c) if c.queue.is_some() => {
            c.queue = None;
            c.spoilt = false;
            c.watched.clear();
            Ok(Reply::OK)
        }
        _ => err("DISCARD without MULTI"),
    }
}

/// `EXEC`.
pub fn exec(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    let Some(c) = ctx.s.clients.get_mut(&ctx.id) else { return err("EXEC without MULTI") };
    let Some(queue) = c.queue.take() else { return err("EXEC without MULTI") };
    let watched = std::mem::take(&mut c.watched);
    if std::mem::take(&mut c.spoilt) {
        return Err(Reply::error("EXECABORT Transaction discarded because of previous errors."));
    }
    let changed = watched.iter().any(|(db, key, version)| {
        ctx.s.expire(*db, key, ctx.now);
        ctx.s.dbs[*db].versions.get(key).copied().unwrap_or(0) != *version
    });
    if changed {
        return Ok(Reply::NilArray);
    }
    if let Some(c) = ctx.client() {
        c.running = true;
    }
    let mut replies = Vec::new();
    for words in queue {
        replies.push(match check(&words) {
            Ok(command) => super::call(ctx.s, ctx.p, ctx.id, command, &words),
            Err(e) => e,
        });
    }
    let Some(c) = ctx.client() else { return Ok(Reply::Array(replies)) };
    c.running = false;
    let gathered = std::mem::take(&mut c.gathered);
    for part in gathered.chunk_by(|a, b| a.0 == b.0) {
        let commands: Vec<Vec<Bytes>> = part.iter().map(|(_, words)| words.clone()).collect();
        ctx.s.propagate(part[0].0, &commands);
    }
    Ok(Reply::Array(replies))
}

/// `WATCH key ...`.
pub fn watch(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.client().is_some_and(|c| c.queue.is_some()) {
        return err("WATCH inside MULTI is not allowed");
    }
    let (db, now) = (ctx.db, millis(ctx.p));
    for key in &w[1..] {
        ctx.s.expire(db, key, now);
        let version = *ctx.s.dbs[db].versions.entry(key.clone()).or_insert(0);
        if let Some(c) = ctx.client() {
            c.watched.push((db, key.clone(), version));
        }
    }
    Ok(Reply::OK)
}

/// `UNWATCH`.
pub fn unwatch(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    if let Some(c) = ctx.client() {
        c.watched.clear();
    }
    Ok(Reply::OK)
}
