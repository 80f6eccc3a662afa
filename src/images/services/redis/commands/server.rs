//! The server itself: saving, ending, time, and small talk.

use super::super::resp::Reply;
use super::super::rewrite;
use super::super::server::VERSION;
use super::super::value::Bytes;
use super::ctx::{Ctx, int};
use super::table::{COMMANDS, find};
use super::{Answer, err, lower, syntax, wrong_number};

/// `PING [message]`.
pub fn ping(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if w.len() > 2 {
        return Err(wrong_number("ping"));
    }
    let listening = |c: &super::super::server::Client| {
        !c.resp3 && !(c.channels.is_empty() && c.patterns.is_empty())
    };
    let listens = ctx.client().is_some_and(|c| listening(c));
    Ok(match w.get(1) {
        message if listens => {
            let message = message.cloned().unwrap_or_default();
            Reply::Array(vec![Reply::text("pong"), Reply::Bulk(message)])
        }
        None => Reply::Status("PONG"),
        Some(message) => Reply::Bulk(message.clone()),
    })
}

/// `ECHO message`.
pub fn echo(_: &mut Ctx, w: &[Bytes]) -> Answer {
    Ok(Reply::Bulk(w[1].clone()))
}

/// `TIME`.
pub fn time(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    let micros = ctx.p.now() / 1000;
    Ok(Reply::Array(vec![
        Reply::text((micros / 1_000_000).to_string()),
        Reply::text((micros % 1_000_000).to_string()),
    ]))
}

/// `SAVE`.
pub fn save(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    if ctx.s.child.is_some_and(|c| !c.rewrite) {
        return err("Background save already in progress");
    }
    let p = ctx.p;
    if ctx.s.save(p) { Ok(Reply::OK) } else { Err(Reply::error("ERR")) }
}

/// `BGSAVE [SCHEDULE]`.
pub fn bgsave(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if w.len() > 2 || w.get(1).is_some_and(|o| lower(o) != "schedule") {
        return syntax();
    }
    match ctx.s.child {
        Some(c) if !c.rewrite => err("Background save already in progress"),
        Some(_) => err(
            "Another child process is active (AOF?): can't BGSAVE right now. Use BGSAVE SCHEDULE in order to schedule \
             a BGSAVE whenever possible.",
        ),
        None => {
            let p = ctx.p;
            if ctx.s.save_in_background(p) {
                Ok(Reply::Status("Background saving started"))
            } else {
                Err(Reply::error("ERR"))
            }
        }
    }
}

/// `BGREWRITEAOF`.
pub fn bgrewriteaof(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    match ctx.s.child {
        Some(c) if c.rewrite => err("Background append only file rewriting already in progress"),
        Some(_) => {
            ctx.s.rewrite_wanted = true;
            Ok(Reply::Status("Background append only file rewriting scheduled"))
        }
        None => {
            if rewrite::start(ctx.s, ctx.p) {
                return Ok(Reply::Status("Background append only file rewriting started"));
            }
            err(
                "Can't execute an AOF background rewriting. Please check the server logs for more information.",
            )
        }
    }
}

/// `LASTSAVE`.
pub fn lastsave(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    Ok(Reply::Int(ctx.s.saved))
}

/// `SHUTDOWN [NOSAVE|SAVE] [NOW] [FORCE]`.
pub fn shutdown(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let (mut save, mut force) = (None, false);
    for option in &w[1..] {
        match lower(option).as_str() {
            "save" if save.is_none() => save = Some(true),
            "nosave" if save.is_none() => save = Some(false),
            "now" => {}
            "force" => force = true,
            "abort" => return err("No shutdown in progress."),
            _ => return syntax(),
        }
    }
    let p = ctx.p;
    if ctx.s.shut_down(p, save, force) {
        return Ok(Reply::Many(Vec::new()));
    }
    err("Errors trying to SHUTDOWN. Check logs.")
}

/// `DEBUG SLEEP seconds`, where the settings allow it.
pub fn debug(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if ctx.s.config.get("enable-debug-command") == "no" {
        return err(
            "DEBUG command not allowed. If the enable-debug-command option is set to \"local\", you can run it from a \
             local connection, otherwise you need to set this option in the configuration file, and then restart the \
             server.",
        );
    }
    match (lower(&w[1]).as_str(), w.get(2)) {
        ("sleep", Some(n)) => {
            let seconds = super::super::number::float(n).unwrap_or(0.0).clamp(0.0, 1e9);
            ctx.s.asleep = Some(ctx.now + (seconds * 1000.0) as i64);
            Ok(Reply::OK)
        }
        _ => err("Drydock does not simulate this of DEBUG"),
    }
}

/// `COMMAND [COUNT|LIST|DOCS|INFO name ...]`.
pub fn command(_: &mut Ctx, w: &[Bytes]) -> Answer {
    let info = |c: &super::table::Command| {
        let flag = if c.write { "write" } else { "readonly" };
        let mut all = vec![Reply::text(c.name), Reply::Int(i64::from(c.arity))];
        all.push(Reply::Array(vec![Reply::Status(flag)]));
        all.extend([Reply::Int(0), Reply::Int(0), Reply::Int(0)]);
        all.extend([(); 4].map(|()| Reply::Array(Vec::new())));
        Reply::Array(all)
    };
    match w.get(1).map(|s| lower(s)).as_deref() {
        None => Ok(Reply::Array(COMMANDS.iter().map(info).collect())),
        Some("count") => Ok(Reply::count(COMMANDS.len())),
        Some("list") => Ok(Reply::Array(COMMANDS.iter().map(|c| Reply::text(c.name)).collect())),
        Some("docs") => Ok(Reply::Map(Vec::new())),
        Some("info") => {
            let one = |name: &Bytes| find(&lower(name)).map_or(Reply::NilArray, info);
            Ok(Reply::Array(w[2..].iter().map(one).collect()))
        }
        Some(_) => {
            let shown = crate::vfs::text::decode(&w[1]).into_owned();
            err(&format!("unknown subcommand '{shown}'. Try COMMAND HELP."))
        }
    }
}

/// `LOLWUT`: the version alone.
pub fn lolwut(_: &mut Ctx, _: &[Bytes]) -> Answer {
    Ok(Reply::Verbatim(format!("Redis ver. {VERSION}\n")))
}

/// `ROLE`.
pub fn role(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    let _ = ctx;
    Ok(Reply::Array(vec![Reply::text("master"), Reply::Int(0), Reply::Array(Vec::new())]))
}

/// `WAIT replicas timeout`: there are none.
pub fn wait(_: &mut Ctx, w: &[Bytes]) -> Answer {
    int(&w[1])?;
    Ok(Reply::Int(0))
}

/// `WAITAOF local replicas timeout`, once the log is on the disk.
pub fn waitaof(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    if int(&w[1])? > 0 && ctx.s.aof.is_none() {
        return err("WAITAOF cannot be used when numlocal is set but appendonly is disabled.");
    }
    let p = ctx.p;
    if let Some(aof) = &mut ctx.s.aof {
        aof.sync(p);
    }
    Ok(Reply::Array(vec![Reply::Int(i64::from(ctx.s.aof.is_some())), Reply::Int(0)]))
}

/// `SLOWLOG GET|LEN|RESET`: no command is slow here.
pub fn slowlog(_: &mut Ctx, w: &[Bytes]) -> Answer {
    match lower(&w[1]).as_str() {
        "get" => Ok(Reply::Array(Vec::new())),
        "len" => Ok(Reply::Int(0)),
        "reset" => Ok(Reply::OK),
        other => err(&format!("unknown subcommand '{other}'. Try SLOWLOG HELP.")),
    }
}
