//! Connections: who they are, what they are called, and how they speak.

use super::super::resp::Reply;
use super::super::server::{Client, VERSION};
use super::super::value::Bytes;
use super::ctx::{Ctx, int};
use super::{Answer, err, lower, syntax, wrong_number};
use crate::vfs::text;

fn line(ctx: &Ctx, c: &Client) -> String {
    let seconds = |at: i64| (ctx.p.now() - at).max(0) / 1_000_000_000;
    let mut flags = String::new();
    for (on, flag) in [
        (c.monitor, 'O'),
        (!(c.channels.is_empty() && c.patterns.is_empty()), 'P'),
        (c.queue.is_some(), 'x'),
        (c.blocked.is_some(), 'b'),
    ] {
        if on {
            flags.push(flag);
        }
    }
    let flags = if flags.is_empty() { "N" } else { &flags };
    let multi = c.queue.as_ref().map_or(-1, |q| q.len() as i64);
    format!(
        "id={} addr={} laddr={} fd={} name={} age={} idle={} flags={flags} db={} sub={} psub={} ssub=0 multi={multi} \
         watch={} qbuf=26 qbuf-free=20448 argv-mem=10 multi-mem=0 rbs=16384 rbp=16384 obl=0 oll=0 omem=0 tot-mem=37786 \
         events=r cmd={} user=default redir=-1 resp={} lib-name={} lib-ver={} io-thread=0 tot-net-in=0 tot-net-out=0 \
         tot-cmds=0\n",
        c.id,
        c.addr,
        c.local,
        c.fd,
        text::decode(&c.name),
        seconds(c.since),
        seconds(c.active),
        c.db,
        c.channels.len(),
        c.patterns.len(),
        c.watched.len(),
        c.last,
        if c.resp3 { 3 } else { 2 },
        text::decode(&c.library.0),
        text::decode(&c.library.1),
    )
}

/// `CLIENT LIST|INFO|ID|GETNAME|SETNAME|SETINFO|KILL|NO-EVICT|NO-TOUCH|REPLY`.
pub fn client(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let sub = lower(&w[1]);
    match (sub.as_str(), w.len()) {
        ("id", 2) => Ok(Reply::Int(ctx.id as i64)),
        ("list", _) => {
            let all: String = ctx.s.clients.values().map(|c| line(ctx, c)).collect();
            Ok(Reply::Verbatim(all))
        }
        ("info", 2) => {
            let own = ctx.s.clients.get(&ctx.id).map(|c| line(ctx, c));
            Ok(Reply::Verbatim(own.unwrap_or_default()))
        }
        ("getname", 2) => {
            let name = ctx.client().map(|c| c.name.clone());
            Ok(Reply::maybe(name.filter(|n| !n.is_empty())))
        }
        ("setname", 3) => {
            if !w[2].iter().all(|b| (b'!'..=b'~').contains(b)) {
                return err("Client names cannot contain spaces, newlines or special characters.");
            }
            if let Some(c) = ctx.client() {
                c.name.clone_from(&w[2]);
            }
            Ok(Reply::OK)
        }
        ("setinfo", 4) => {
            let name = lower(&w[2]);
            if let Some(c) = ctx.client() {
                match name.as_str() {
                    "lib-name" => c.library.0.clone_from(&w[3]),
                    "lib-ver" => c.library.1.clone_from(&w[3]),
                    _ => return err(&format!("Unrecognized option '{name}'")),
                }
            }
            Ok(Reply::OK)
        }
        ("no-evict" | "no-touch", 3) => match lower(&w[2]).as_str() {
            "on" | "off" => Ok(Reply::OK),
            _ => syntax(),
        },
        ("reply", 3) => {
            let mute = match lower(&w[2]).as_str() {
                "on" => false,
                "off" => true,
                "skip" => return err("Drydock does not simulate CLIENT REPLY SKIP"),
                _ => return syntax(),
            };
            if let Some(c) = ctx.client() {
                c.mute = mute;
            }
            Ok(Reply::OK)
        }
        ("kill", 3) => {
            let addr = text::decode(&w[2]).into_owned();
            let found = ctx.s.clients.values_mut().find(|c| c.addr == addr);
            match found {
                Some(c) => {
                    c.closing = true;
                    Ok(Reply::OK)
                }
                None => err("No such client"),
            }
        }
        ("kill", 4) if lower(&w[2]) == "id" => {
            let id = int(&w[3])?;
            let found = ctx.s.clients.values_mut().filter(|c| c.id as i64 == id);
            Ok(Reply::count(found.map(|c| c.closing = true).count()))
        }
        (
            "id" | "info" | "getname" | "setname" | "setinfo" | "no-evict" | "no-touch" | "reply",
            _,
        ) => Err(wrong_number(&format!("client|{sub}"))),
        _ => {
            let shown = text::decode(&w[1]).into_owned();
            err(&format!("unknown subcommand '{shown}'. Try CLIENT HELP."))
        }
    }
}

fn login(ctx: &mut Ctx, user: &[u8], password: &[u8]) -> Result<(), Reply> {
    let wanted = ctx.s.config.bytes("requirepass");
    if user != b"default" || (!wanted.is_empty() && password != wanted) {
        return Err(Reply::error("WRONGPASS invalid username-password pair or user is disabled."));
    }
    if let Some(c) = ctx.client() {
        c.allowed = true;
    }
    Ok(())
}

/// `AUTH [user] password`.
pub fn auth(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    match w {
        [_, _] if ctx.s.config.bytes("requirepass").is_empty() => err(
            "AUTH <password> called without any password configured for the default user. Are you sure your \
             configuration is correct?",
        ),
        [_, password] => login(ctx, b"default", password).map(|()| Reply::OK),
        [_, user, password] => {
            // A user without a password lets any in; the default one has none here.
            if user != b"default" {
                return Err(Reply::error(
                    "WRONGPASS invalid username-password pair or user is disabled.",
                ));
            }
            login(ctx, user, password).map(|()| Reply::OK)
        }
        _ => syntax(),
    }
}

/// `HELLO [2|3 [AUTH user password] [SETNAME name]]`.
pub fn hello(ctx: &mut Ctx, w: &[Bytes]) -> Answer {
    let mut resp3 = ctx.resp3();
    if let Some(version) = w.get(1) {
        resp3 = match int(version) {
            Ok(2) => false,
            Ok(3) => true,
            Ok(_) => return Err(Reply::error("NOPROTO unsupported protocol version")),
            Err(_) => return err("Protocol version is not an integer or out of range"),
        };
    }
    let mut i = 2;
    while i < w.len() {
        match lower(&w[i]).as_str() {
            "auth" if i + 2 < w.len() => {
                login(ctx, &w[i + 1], &w[i + 2])?;
                i += 3;
            }
            "setname" if i + 1 < w.len() => {
                if let Some(c) = ctx.client() {
                    c.name.clone_from(&w[i + 1]);
                }
                i += 2;
            }
            other => return err(&format!("Syntax error in HELLO option '{other}'")),
        }
    }
    if ctx.client().is_some_and(|c| !c.allowed) {
        return Err(Reply::error(
            "NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH \
             <user> <pass> option can be used to authenticate the client and select the RESP protocol version at the \
             same time",
        ));
    }
    if let Some(c) = ctx.client() {
        c.resp3 = resp3;
    }
    let pair = |k: &str, v: Reply| (Reply::text(k), v);
    Ok(Reply::Map(vec![
        pair("server", Reply::text("redis")),
        pair("version", Reply::text(VERSION)),
        pair("proto", Reply::Int(if resp3 { 3 } else { 2 })),
        pair("id", Reply::Int(ctx.id as i64)),
        pair("mode", Reply::text("standalone")),
        pair("role", Reply::text("master")),
        pair("modules", Reply::Array(Vec::new())),
    ]))
}

/// `QUIT`.
pub fn quit(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    if let Some(c) = ctx.client() {
        c.closing = true;
    }
    Ok(Reply::OK)
}

/// `RESET`: as after connecting.
pub fn reset(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    let allowed = ctx.s.config.bytes("requirepass").is_empty();
    if let Some(c) = ctx.client() {
        (c.db, c.resp3, c.monitor, c.mute, c.allowed) = (0, false, false, false, allowed);
        c.queue = None;
        c.watched.clear();
        c.channels.clear();
        c.patterns.clear();
        c.name.clear();
    }
    Ok(Reply::Status("RESET"))
}

/// `MONITOR`.
pub fn monitor(ctx: &mut Ctx, _: &[Bytes]) -> Answer {
    if let Some(c) = ctx.client() {
        c.monitor = true;
    }
    Ok(Reply::OK)
}
