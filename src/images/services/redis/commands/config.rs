//! CONFIG: settings of the running server.

use super::super::aof::Aof;
use super::super::config::{Change, Config, Kind, PARAMS, Param};
use super::super::resp::Reply;
use super::super::rewrite;
use super::super::value::Bytes;
use super::ctx::Ctx;
use super::keyspace::fits;
use super::{Answer, err, lower, wrong_number};
use crate::vfs::text;

fn value(ctx: &Ctx, param: &Param) -> Bytes {
    if param.kind == Kind::Dir {
        return text::encode(&ctx.p.cwd()).into_owned();
    }
    ctx.s.config.bytes(param.name)
}

/// `CONFIG GET|SET|RESETSTAT|REWRITE`.
pub fn config(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    match lower(&w[1]).as_str() {
        "get" if w.len() < 3 => Err(wrong_number("config|get")),
        "get" => {
            let wanted =
                |p: &&Param| w[2..].iter().any(|g| fits(lower(g).as_bytes(), p.name.as_bytes()));
            let pair = |p: &Param| (Reply::text(p.name), Reply::Bulk(value(ctx, p)));
            Ok(Reply::Map(PARAMS.iter().filter(wanted).map(pair).collect()))
        }
        "set" if w.len() < 4 || !w.len().is_multiple_of(2) => Err(wrong_number("config|set")),
        "set" => set(ctx, &w[2..]),
        "resetstat" => {
            ctx.s.stats = Default::default();
            Ok(Reply::OK)
        }
        "rewrite" if ctx.s.config_file.is_empty() => {
            err("The server is running without a config file")
        }
        "rewrite" => err("Drydock does not simulate CONFIG REWRITE"),
        _ => {
            let shown = text::decode(&w[1]).into_owned();
            err(&format!("unknown subcommand '{shown}'. Try CONFIG HELP."))
        }
    }
}

fn set(ctx: &mut Ctx, pairs: &[Bytes]) -> Answer {
    let mut new = ctx.s.config.clone();
    for pair in pairs.chunks_exact(2) {
        let name = lower(&pair[0]);
        let failed = |what: &str| {
            err(&format!("CONFIG SET failed (possibly related to argument '{name}') - {what}"))
        };
        let Some(param) = Config::param(&name) else {
            let shown = text::decode(&pair[0]).into_owned();
            return err(&format!(
                "Unknown option or number of arguments for CONFIG SET - '{shown}'"
            ));
        };
        if param.kind == Kind::Dir || param.name == "dbfilename" {
            return failed("can't set protected config");
        }
        // A value that is none is told of before the setting's being fixed.
        if let Err(what) = new.set(param, &pair[1..]) {
            return failed(&what);
        }
        if param.change != Change::Live {
            return failed("can't set immutable config");
        }
    }
    let was = ctx.s.config.is("appendonly");
    ctx.s.config = new;
    let now = ctx.s.config.is("appendonly");
    let p = ctx.p;
    if now && !was && ctx.s.aof.is_none() && !rewrite::switch_on(ctx.s, p) {
        return err(
            "CONFIG SET failed (possibly related to argument 'appendonly') - Unable to turn on AOF. Check server logs.",
        );
    }
    if was && !now {
        rewrite::close(ctx.s, p);
    }
    let fsync = ctx.s.config.get("appendfsync");
    if let Some(aof) = &mut ctx.s.aof {
        let aof: &mut Aof = aof;
        aof.everysec = fsync == "everysec";
        aof.always = fsync == "always";
    }
    if ctx.s.config.bytes("requirepass").is_empty() {
        ctx.s.clients.values_mut().for_each(|c| c.allowed = true);
    }
    Ok(Reply::OK)
}
