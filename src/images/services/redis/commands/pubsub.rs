//! Messages by channel.

use super::super::resp::Reply;
use super::super::value::Bytes;
use super::ctx::Ctx;
use super::keyspace::fits;
use super::{Answer, err, lower};

fn change(ctx: &mut Ctx, w: &[Bytes], patterns: bool, on: bool) -> Answer {
    let verb = lower(&w[0]);
    let Some(c) = ctx.client() else { return Ok(Reply::OK) };
    let all = if patterns { &c.patterns } else { &c.channels };
    let names: Vec<Option<Bytes>> = match &w[1..] {
        [] if all.is_empty() => vec![None],
        [] => all.iter().cloned().map(Some).collect(),
        some => some.iter().cloned().map(Some).collect(),
    };
    let mut replies = Vec::new();
    for name in names {
        if let Some(name) = &name {
            let set = if patterns { &mut c.patterns } else { &mut c.channels };
            if on {
                set.insert(name.clone());
            } else {
                set.remove(name);
            }
        }
        let count = Reply::count(c.channels.len() + c.patterns.len());
        replies.push(Reply::Push(vec![Reply::text(&verb), Reply::maybe(name), count]));
    }
    Ok(Reply::Many(replies))
}

/// `SUBSCRIBE channel ...`.
pub fn subscribe(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    change(ctx, w, false, true)
}

/// `UNSUBSCRIBE [channel ...]`.
pub fn unsubscribe(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    change(ctx, w, false, false)
}

/// `PSUBSCRIBE pattern ...`.
pub fn psubscribe(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    change(ctx, w, true, true)
}

/// `PUNSUBSCRIBE [pattern ...]`.
pub fn punsubscribe(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    change(ctx, w, true, false)
}

/// `PUBLISH channel message`.
pub fn publish(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let mut told = 0;
    for c in ctx.s.clients.values_mut() {
        let mut parts = Vec::new();
        if c.channels.contains(&w[1]) {
            parts.push(vec![Reply::text("message"), Reply::text(&w[1]), Reply::text(&w[2])]);
        }
        for pattern in c.patterns.iter().filter(|p| fits(p, &w[1])) {
            let head = [Reply::text("pmessage"), Reply::text(pattern)];
            parts.push(head.into_iter().chain([Reply::text(&w[1]), Reply::text(&w[2])]).collect());
        }
        told += parts.len();
        for part in parts {
            Reply::Push(part).write(c.resp3, &mut c.output);
        }
    }
    Ok(Reply::count(told))
}

/// `PUBSUB CHANNELS [pattern] | NUMSUB [channel ...] | NUMPAT`.
pub fn pubsub(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let clients = ctx.s.clients.values();
    match lower(&w[1]).as_str() {
        "channels" => {
            let all: std::collections::BTreeSet<&Bytes> =
                clients.flat_map(|c| &c.channels).collect();
            let wanted = all.into_iter().filter(|c| w.get(2).is_none_or(|p| fits(p, c)));
            Ok(Reply::list(wanted.cloned().collect::<Vec<_>>()))
        }
        "numsub" => {
            let mut out = Vec::new();
            for name in &w[2..] {
                out.push(Reply::text(name));
                let told = ctx.s.clients.values().filter(|c| c.channels.contains(name));
                out.push(Reply::count(told.count()));
            }
            Ok(Reply::Array(out))
        }
        "numpat" => {
            let all: std::collections::BTreeSet<&Bytes> =
                clients.flat_map(|c| &c.patterns).collect();
            Ok(Reply::count(all.len()))
        }
        other => err(&format!("unknown subcommand '{other}'. Try PUBSUB HELP.")),
    }
}
