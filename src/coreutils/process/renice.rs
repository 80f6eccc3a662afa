//! renice: other priorities for processes that run already.

use crate::coreutils::Cx;

/// What the numbers on the command line name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Process,
    Group,
    User,
}

/// `renice`.
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    let mut rest = args.iter().map(String::as_str).peekable();
    let mut relative = cx.busybox();
    let mut number = None;
    let mut kind = Kind::Process;
    let mut status = 0;
    let mut any = false;
    while let Some(arg) = rest.next() {
        match arg {
            "-n" | "--priority" => {
                number = rest.next().and_then(|n| n.parse::<i32>().ok());
                relative |= arg == "-n" && cx.busybox();
                continue;
            }
            "--relative" => {
                relative = true;
                number = rest.next().and_then(|n| n.parse::<i32>().ok());
                continue;
            }
            "-p" | "--pid" => kind = Kind::Process,
            "-g" | "--pgrp" => kind = Kind::Group,
            "-u" | "--user" => kind = Kind::User,
            "--help" | "-h" => {
                cx.help();
                return 0;
            }
            _ if number.is_none() => match arg.parse::<i32>() {
                Ok(n) => (number, relative) = (Some(n), false),
                Err(_) => {
                    cx.err(format!("invalid priority '{arg}'")).await;
                    return cx.try_help(1).await;
                }
            },
            _ => {
                any = true;
                status |= one(cx, arg, kind, number.unwrap_or(0), relative).await;
            }
        }
    }
    if !any {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        return cx.usage_error("not enough arguments").await;
    }
    status
}

async fn one(cx: &mut Cx, arg: &str, kind: Kind, n: i32, relative: bool) -> i32 {
    let user = || cx.p.user_by_name(arg).map(|u| u.uid);
    let Some(id) =
        arg.parse::<u32>().ok().or_else(|| if kind == Kind::User { user() } else { None })
    else {
        let what = match kind {
            Kind::Process => "process ID",
            Kind::Group => "process group ID",
            Kind::User => "user ID",
        };
        cx.err(format!("bad {what} value: {arg}")).await;
        return 1;
    };
    let what = match kind {
        Kind::Process => "process ID",
        Kind::Group => "process group ID",
        Kind::User => "user ID",
    };
    let all = cx.p.processes();
    let members: Vec<_> = all
        .iter()
        .filter(|i| match kind {
            Kind::Process => i.pid == id,
            Kind::Group => i.pgid == id,
            Kind::User => i.uid == id,
        })
        .collect();
    let Some(first) = members.first() else {
        if cx.busybox() {
            cx.err("getpriority: No such process").await;
        } else {
            cx.err(format!("failed to get priority for {id} ({what}): No such process")).await;
        }
        return 1;
    };
    let old = first.nice;
    let new = if relative { old + n } else { n }.clamp(-20, 19);
    for i in members {
        if let Err(e) = cx.p.set_nice(i.pid, new) {
            if cx.busybox() {
                cx.err(format!("setpriority: {e}")).await;
            } else {
                cx.err(format!("failed to set priority for {id} ({what}): {e}")).await;
            }
            return 1;
        }
    }
    if !cx.busybox() {
        cx.puts(&format!("{id} ({what}) old priority {old}, new priority {new}\n"));
    }
    0
}
