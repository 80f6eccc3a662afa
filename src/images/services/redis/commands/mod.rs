//! The commands: who may run one and when, how its changes are passed on, and the table of them all. A
//! family of commands a file.

mod blocking;
mod client;
mod config;
mod ctx;
mod hashes;
mod info;
mod keys;
mod keyspace;
mod lists;
mod pubsub;
mod server;
mod sets;
mod sorted;
mod sorted_range;
mod strings;
mod strings_more;
mod table;
mod transaction;

pub use blocking::serve_blocked;

use super::resp::{Reply, quoted};
use super::server::{Server, millis};
use super::value::Bytes;
use crate::kernel::Proc;
use crate::vfs::text;

use ctx::Ctx;
use table::{Command, find};

/// A reply, or the error that is one.
type Answer = Result<Reply, Reply>;

fn err<T>(text: &str) -> Result<T, Reply> {
    Err(Reply::Error(format!("ERR {text}")))
}

fn syntax<T>() -> Result<T, Reply> {
    err("syntax error")
}

fn lower(word: &[u8]) -> String {
    text::decode(word).to_ascii_lowercase()
}

fn wrong_number(name: &str) -> Reply {
    Reply::Error(format!("ERR wrong number of arguments for '{name}' command"))
}

fn unknown(words: &[Bytes]) -> Reply {
    let mut args = String::new();
    for word in &words[1..] {
        if args.len() >= 128 {
            break;
        }
        let room = 128 - args.len();
        args += &format!("'{}' ", text::decode(&word[..word.len().min(room)]));
    }
    let name = text::decode(&words[0][..words[0].len().min(128)]).into_owned();
    let args = args.replace(['\r', '\n'], " ");
    Reply::Error(format!("ERR unknown command '{name}', with args beginning with: {args}"))
}

/// The command that words name, if their number is right.
fn check(words: &[Bytes]) -> Result<&'static Command, Reply> {
    let name = lower(&words[0]);
    let Some(command) = find(&name) else { return Err(unknown(words)) };
    let few = (words.len() as i64) < i64::from(command.arity.abs());
    if few || (command.arity > 0 && words.len() as i64 != i64::from(command.arity)) {
        return Err(wrong_number(&name));
    }
    Ok(command)
}

/// Why a command is refused, though it is one.
fn refused(s: &mut Server, id: u64, command: &Command) -> Option<Reply> {
    let c = s.clients.get(&id)?;
    if !c.allowed && !matches!(command.name, "auth" | "hello" | "quit" | "reset") {
        return Some(Reply::error("NOAUTH Authentication required."));
    }
    let listening = !c.resp3 && !(c.channels.is_empty() && c.patterns.is_empty());
    let fits = ["subscribe", "unsubscribe", "psubscribe", "punsubscribe", "ping", "quit", "reset"];
    if listening && !fits.contains(&command.name) {
        return Some(Reply::Error(format!(
            "ERR Can't execute '{}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this \
             context",
            command.name
        )));
    }
    if !command.write {
        return None;
    }
    let most = s.config.number("maxmemory");
    if most > 0 && !s.make_room(most) && command.grows {
        return Some(Reply::error("OOM command not allowed when used memory > 'maxmemory'."));
    }
    if !s.save_ok
        && s.config.is("stop-writes-on-bgsave-error")
        && !s.config.save_points().is_empty()
    {
        return Some(Reply::error(
            "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands \
             that may modify the data set are disabled, because this instance is configured to report errors during \
             writes if RDB snapshotting fails (stop-writes-on-bgsave-error option). Please check the Redis logs for \
             details about the RDB error.",
        ));
    }
    if s.aof.as_ref().is_some_and(|a| !a.ok) {
        return Some(Reply::error(
            "MISCONF Errors writing to the AOF file: No space left on device",
        ));
    }
    None
}

/// Does what a client asks for, and answers.
pub fn execute(s: &mut Server, p: &Proc, id: u64, words: &[Bytes]) {
    let found = check(words).and_then(|command| match refused(s, id, command) {
        Some(error) => Err(error),
        None => Ok(command),
    });
    let reply = match found {
        Err(error) => {
            if let Some(c) = s.clients.get_mut(&id)
                && c.queue.is_some()
            {
                c.spoilt = true;
            }
            error
        }
        Ok(command) => {
            let Some(c) = s.clients.get_mut(&id) else { return };
            c.last = lower(&words[0]);
            let direct = ["exec", "discard", "multi", "watch", "quit", "reset"];
            if let Some(queue) = &mut c.queue
                && !direct.contains(&command.name)
            {
                queue.push(words.to_vec());
                Reply::Status("QUEUED")
            } else {
                monitor(s, p, id, command, words);
                call(s, p, id, command, words)
            }
        }
    };
    if let Reply::Error(text) = &reply {
        let code = text.split(' ').next().unwrap_or("ERR").to_string();
        *s.stats.errors.entry(code).or_default() += 1;
    }
    s.answer(id, &reply);
}

/// Shows a command to those who watch.
fn monitor(s: &mut Server, p: &Proc, id: u64, command: &Command, words: &[Bytes]) {
    if command.name == "auth" || !s.clients.values().any(|c| c.monitor) {
        return;
    }
    let Some((db, addr)) = s.clients.get(&id).map(|c| (c.db, c.addr.clone())) else { return };
    let micros = p.now() / 1_000;
    let mut text = format!("+{}.{:06} [{db} {addr}]", micros / 1_000_000, micros % 1_000_000);
    for word in words {
        text += &format!(" {}", quoted(word));
    }
    text += "\r\n";
    for c in s.clients.values_mut().filter(|c| c.monitor) {
        c.output.extend_from_slice(text.as_bytes());
    }
}

/// Runs a command for a client and passes on what it changed.
fn call(s: &mut Server, p: &Proc, id: u64, command: &Command, words: &[Bytes]) -> Reply {
    let db = s.clients.get(&id).map_or(0, |c| c.db);
    s.stats.commands += 1;
    let mut ctx = Ctx { s, p, id, db, now: millis(p), changes: 0, instead: None };
    let reply = (command.run)(&mut ctx, words).unwrap_or_else(|error| error);
    let (changes, instead) = (ctx.changes, ctx.instead.take());
    if changes > 0 {
        s.dirty += changes;
        let commands = instead.unwrap_or_else(|| vec![words.to_vec()]);
        if !commands.is_empty() {
            transaction::pass_on(s, id, db, commands);
        }
    }
    reply
}

/// Does a command of the log of changes; false where there is no such command. `db` is the database that
/// the log has chosen.
pub fn replay(s: &mut Server, p: &Proc, db: &mut usize, words: &[Bytes]) -> bool {
    let Ok(command) = check(words) else { return false };
    if command.name == "select" {
        let n = words.get(1).and_then(|w| text::decode(w).parse().ok());
        *db = n.filter(|n| *n < s.dbs.len()).unwrap_or(*db);
        return true;
    }
    let mut ctx = Ctx { s, p, id: 0, db: *db, now: millis(p), changes: 0, instead: None };
    let _ = (command.run)(&mut ctx, words);
    true
}
