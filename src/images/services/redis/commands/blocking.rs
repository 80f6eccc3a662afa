//! Commands that wait for an element: who waits longest is served first.

use super::super::resp::Reply;
use super::super::server::{Blocked, Server, millis};
use super::super::value::Bytes;
use super::ctx::{Ctx, command};
use super::lists::{shift, side, take};
use super::{Answer, err, transaction};
use crate::kernel::Proc;

/// Seconds of an argument as a moment; none for 0.
fn until(ctx: &Ctx, word: &[u8]) -> Result<Option<i64>, Reply> {
    let Some(seconds) = super::super::number::float(word) else {
        return err("timeout is not a float or out of range");
    };
    if seconds < 0.0 {
        return err("timeout is negative");
    }
    if seconds > 1e12 {
        return err("timeout is out of range");
    }
    Ok((seconds > 0.0).then(|| ctx.now.saturating_add((seconds * 1000.0).ceil() as i64)))
}

fn wait(ctx: &mut Ctx, blocked: Blocked) -> Answer {
    let turn = ctx.s.next_turn;
    ctx.s.next_turn += 1;
    let target = blocked.target.is_some();
    match ctx.client() {
        // In a transaction nobody waits.
        Some(c) if !c.running => {
            c.blocked = Some(Blocked { turn, ..blocked });
            Ok(Reply::Many(Vec::new()))
        }
        _ if target => Ok(Reply::Nil),
        _ => Ok(Reply::NilArray),
    }
}

fn pop(ctx: &mut Ctx, w: &[Bytes], left: bool) -> Answer {
    let until = until(ctx, &w[w.len() - 1])?;
    let keys = w[1..w.len() - 1].to_vec();
    for key in &keys {
        if let Some(item) = take(ctx, key, left)? {
            passed(ctx, key, left);
            return Ok(Reply::list([key.clone(), item]));
        }
    }
    wait(ctx, Blocked { keys, left, until, target: None, turn: 0 })
}

fn passed(ctx: &mut Ctx, key: &[u8], left: bool) {
    let verb: &[u8] = if left { b"LPOP" } else { b"RPOP" };
    ctx.instead = Some(vec![command(&[verb, key])]);
}

/// `BLPOP key ... timeout`.
pub fn blpop(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    pop(ctx, w, true)
}

/// `BRPOP key ... timeout`.
pub fn brpop(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    pop(ctx, w, false)
}

fn move_on(ctx: &mut Ctx, from: &Bytes, to: &Bytes, ends: (bool, bool), timeout: &[u8]) -> Answer {
    let until = until(ctx, timeout)?;
    match shift(ctx, from, to, ends.0, ends.1)? {
        Reply::Nil => {
            let target = Some((to.clone(), ends.1));
            wait(ctx, Blocked { keys: vec![from.clone()], left: ends.0, until, target, turn: 0 })
        }
        reply => {
            moved(ctx, from, to, ends);
            Ok(reply)
        }
    }
}

fn moved(ctx: &mut Ctx, from: &[u8], to: &[u8], ends: (bool, bool)) {
    let word = |left: bool| -> &[u8] { if left { b"LEFT" } else { b"RIGHT" } };
    ctx.instead = Some(vec![command(&[b"LMOVE", from, to, word(ends.0), word(ends.1)])]);
}

/// `BRPOPLPUSH from to timeout`.
pub fn brpoplpush(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    move_on(ctx, &w[1], &w[2], (false, true), &w[3])
}

/// `BLMOVE from to LEFT|RIGHT LEFT|RIGHT timeout`.
pub fn blmove(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let ends = (side(&w[3])?, side(&w[4])?);
    move_on(ctx, &w[1], &w[2], ends, &w[5])
}

/// Gives those who wait what has come, or says that their time is over; whether anybody waits no longer.
pub fn serve_blocked(s: &mut Server, p: &Proc) -> bool {
    let mut waiting: Vec<(u64, u64)> =
        s.clients.values().filter_map(|c| Some((c.blocked.as_ref()?.turn, c.id))).collect();
    waiting.sort_unstable();
    let mut any = false;
    for (_, id) in waiting {
        let Some(c) = s.clients.get(&id) else { continue };
        let (Some(b), db) = (c.blocked.clone(), c.db) else { continue };
        let now = millis(p);
        let mut ctx = Ctx { s, p, id, db, now, changes: 0, instead: None };
        let mut reply = None;
        for key in &b.keys {
            if !matches!(ctx.list(key), Ok(Some(_))) {
                continue;
            }
            reply = Some(match &b.target {
                Some((to, to_left)) => {
                    moved(&mut ctx, key, to, (b.left, *to_left));
                    shift(&mut ctx, key, to, b.left, *to_left).unwrap_or_else(|e| e)
                }
                None => {
                    passed(&mut ctx, key, b.left);
                    let item = take(&mut ctx, key, b.left).ok().flatten().unwrap_or_default();
                    Reply::list([key.clone(), item])
                }
            });
            break;
        }
        if reply.is_none() && b.until.is_some_and(|at| at <= now) {
            reply = Some(if b.target.is_some() { Reply::Nil } else { Reply::NilArray });
        }
        let (changes, instead) = (ctx.changes, ctx.instead.take());
        let Some(reply) = reply else { continue };
        any = true;
        if let Some(c) = s.clients.get_mut(&id) {
            c.blocked = None;
        }
        if changes > 0 {
            s.dirty += 1;
            transaction::pass_on(s, id, db, instead.unwrap_or_default());
        }
        s.answer(id, &reply);
    }
    any
}
