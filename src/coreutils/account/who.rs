//! who, users and w: who is logged in, and what they do.

use crate::coreutils::machine::uptime;
use crate::coreutils::time::{SECOND, Zone, strftime};
use crate::coreutils::{Arg, Cx};

use super::{Login, logins};

/// `who`.
pub async fn who(cx: &mut Cx) -> i32 {
    let longs = [
        ("heading", Arg::No, 'H'),
        ("count", Arg::No, 'q'),
        ("boot", Arg::No, 'b'),
        ("all", Arg::No, 'a'),
        ("short", Arg::No, 's'),
    ];
    let parsed = match cx.getopt("Hqbasmur", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let zone = Zone::of(&cx.p);
    let when = |ns: i64| strftime("%Y-%m-%d %H:%M", ns, &zone, true);
    let mut all = logins(&cx.p);
    // "am i" and -m: only this terminal.
    if parsed.has('m') || parsed.operands.len() == 2 {
        let own = cx.p.controlling_tty();
        all.retain(|l| Some(l.tty) == own);
    }
    if parsed.has('q') {
        let names: Vec<&str> = all.iter().map(|l| l.name.as_str()).collect();
        cx.puts(&format!("{}\n# users={}\n", names.join(" "), all.len()));
        return 0;
    }
    if parsed.has('H') {
        let head = if cx.busybox() {
            "USER\t\tTTY\t\tIDLE\tTIME\t\t HOST\n"
        } else {
            "NAME     LINE         TIME             COMMENT\n"
        };
        cx.puts(head);
    }
    if parsed.has('b') || parsed.has('a') {
        let booted = uptime::booted(&cx.p);
        cx.puts(&format!("         system boot  {}\n", when(booted)));
        if parsed.has('b') {
            return 0;
        }
    }
    for Login { name, tty, since, .. } in all {
        let tty = format!("pts/{tty}");
        cx.puts(&format!("{name:<8} {tty:<12} {}\n", when(since)));
    }
    0
}

/// `users`.
pub async fn users(cx: &mut Cx) -> i32 {
    let mut names: Vec<String> = logins(&cx.p).into_iter().map(|l| l.name).collect();
    names.sort();
    if !names.is_empty() {
        cx.puts(&format!("{}\n", names.join(" ")));
    }
    0
}

/// A duration as w shows it.
fn short(ns: i64) -> String {
    let s = ns / SECOND;
    match s {
        172_800.. => format!("{}days", s / 86_400),
        3_600.. => format!("{}:{:02}m", s / 3_600, s / 60 % 60),
        60.. => format!("{}:{:02}", s / 60, s % 60),
        _ => format!("{s}.{:02}s", ns / (SECOND / 100) % 100),
    }
}

/// `w`.
pub async fn w(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("hsfiou", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let all = logins(&cx.p);
    if !parsed.has('h') {
        let line = uptime::line(&cx.p);
        cx.puts(&format!("{line}\n"));
        cx.puts("USER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU WHAT\n");
    }
    let processes = cx.p.processes();
    let zone = Zone::of(&cx.p);
    for login in all {
        let front = cx.p.kernel().tty_foreground(login.tty);
        let doing = processes.iter().find(|i| Some(i.host_pid) == front);
        let jcpu: i64 = processes.iter().filter(|i| i.tty == Some(login.tty)).map(|i| i.cpu).sum();
        let what = doing.map_or("-".to_string(), |i| i.argv.join(" "));
        cx.puts(&format!(
            "{:<8} {:<8} {:<16} {:<8} {:<6} {:<6} {:<5}{what}\n",
            login.name,
            format!("pts/{}", login.tty),
            "-",
            strftime("%H:%M", login.since, &zone, true),
            "0.00s",
            short(jcpu),
            short(doing.map_or(0, |i| i.cpu)),
        ));
    }
    0
}
