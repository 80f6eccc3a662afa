//! killall: a signal to every process that runs a program.

use crate::coreutils::Cx;
use crate::coreutils::launch::signal_or_none;
use crate::kernel::{KillTarget, Signal};

/// `killall`.
pub async fn main(cx: &mut Cx) -> i32 {
    let args = cx.args();
    let mut signal = Some(Signal::TERM);
    let mut names = Vec::new();
    let (mut quiet, mut verbose, mut wait, mut icase) = (false, false, false, false);
    let mut user = None;
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        let mut bad = None;
        match arg.as_str() {
            "-l" | "--list" => {
                let all: Vec<&str> = Signal::ALL.iter().map(|s| s.name()).collect();
                cx.puts(&format!("{}\n", all.join(" ")));
                return 0;
            }
            "-q" | "--quiet" => quiet = true,
            "-v" | "--verbose" => verbose = true,
            "-w" | "--wait" => wait = true,
            "-I" | "--ignore-case" => icase = true,
            "-e" | "--exact" | "-g" | "--process-group" => {}
            "-u" | "--user" => user = rest.next().cloned(),
            "-s" | "--signal" => match rest.next().map(|s| (s, signal_or_none(s))) {
                Some((_, Some(s))) => signal = s,
                other => bad = Some(other.map(|o| o.0.clone()).unwrap_or_default()),
            },
            a if a.starts_with('-') && a.len() > 1 => match signal_or_none(&a[1..]) {
                Some(s) => signal = s,
                None => bad = Some(a[1..].to_string()),
            },
            a => names.push(a.to_string()),
        }
        if let Some(name) = bad {
            if cx.busybox() {
                cx.err(format!("bad signal name '{name}'")).await;
            } else {
                cx.say(&format!("{name}: unknown signal; killall -l lists signals.\n")).await;
            }
            return 1;
        }
    }
    if names.is_empty() && user.is_none() {
        if cx.busybox() {
            cx.err("you need to specify whom to kill").await;
        } else {
            cx.say("Usage: killall [OPTION]... [--] NAME...\n").await;
            cx.say("       killall -l, --list\n       killall -V, --version\n").await;
        }
        return 1;
    }
    let uid = user.as_ref().and_then(|u| cx.p.user_by_name(u)).map(|u| u.uid);
    let all = cx.p.processes();
    let me = cx.p.pid();
    let mut status = 0;
    let mut sent = Vec::new();
    if names.is_empty() {
        names.push(String::new());
    }
    for name in names {
        let base = name.rsplit('/').next().unwrap_or_default();
        let is = |comm: &str| {
            name.is_empty() || comm == base || (icase && comm.eq_ignore_ascii_case(base))
        };
        let mut found = false;
        for i in &all {
            if i.pid == me || !is(&i.comm) || (user.is_some() && uid != Some(i.uid)) {
                continue;
            }
            match cx.p.kill(KillTarget::Pid(i.pid), signal) {
                Ok(()) => {
                    found = true;
                    sent.push(i.pid);
                    if verbose {
                        let number = signal.map_or(0, Signal::number);
                        let text = format!("Killed {}({}) with signal {number}\n", i.comm, i.pid);
                        cx.say(&text).await;
                    }
                }
                Err(e) => {
                    let text = if cx.busybox() {
                        format!("{}: can't kill pid {}: {e}\n", cx.name, i.pid)
                    } else {
                        format!("{}({}): {e}\n", i.comm, i.pid)
                    };
                    cx.say(&text).await;
                }
            }
        }
        if !found {
            status = 1;
            if !quiet {
                let text = if cx.busybox() {
                    format!("killall: {name}: no process killed\n")
                } else {
                    format!("{name}: no process found\n")
                };
                cx.say(&text).await;
            }
        }
    }
    while wait && cx.p.processes().iter().any(|i| sent.contains(&i.pid) && i.state != 'Z') {
        if cx.p.sleep(100_000_000).await.is_err() {
            break;
        }
    }
    status
}
