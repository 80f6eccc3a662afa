//! kill: signals to processes and groups by number, and the list of signals (procps on the host).

use crate::coreutils::Cx;
use crate::kernel::{KillTarget, Signal};
use crate::vfs::Errno;

/// Names in columns, as procps lists them.
fn table() -> String {
    let mut out = String::new();
    for (i, s) in Signal::ALL.iter().enumerate() {
        let end = if i % 7 == 6 || i + 1 == Signal::ALL.len() { "\n" } else { " " };
        out += &format!("{:>2} {:<6}{end}", s.number(), s.name());
    }
    out.lines().map(|l| format!("{}\n", l.trim_end())).collect()
}

fn names() -> String {
    let names: Vec<&str> = Signal::ALL.iter().map(|s| s.name()).collect();
    format!("{}\n", names.join(" "))
}

/// Number to name and name to number; 128 and more is a shell's status.
fn other_form(s: &str) -> Option<String> {
    if let Ok(n) = s.parse::<i32>() {
        let n = if n > 128 { n - 128 } else { n };
        return Signal::from_number(n).map(|s| s.name().to_string());
    }
    Signal::parse(s).map(|s| s.number().to_string())
}

async fn list(cx: &mut Cx, rest: &[String]) -> i32 {
    if rest.is_empty() {
        if cx.busybox() {
            for s in Signal::ALL {
                cx.puts(&format!("{:>2}) {}\n", s.number(), s.name()));
            }
        } else {
            cx.puts(&names());
        }
        return 0;
    }
    for s in rest {
        match other_form(s) {
            Some(text) => cx.puts(&format!("{text}\n")),
            None if cx.busybox() => {
                cx.err(format!("bad signal name '{s}'")).await;
                return 1;
            }
            None => {
                cx.err(format!("unknown signal name {s}")).await;
                return 1;
            }
        }
    }
    0
}

/// What a number on the command line stands for; negative ones are groups.
fn target(n: i64) -> Option<KillTarget> {
    match n {
        0 => Some(KillTarget::Group(0)),
        -1 => Some(KillTarget::All),
        n if n < 0 => u32::try_from(-n).ok().map(KillTarget::Group),
        n => u32::try_from(n).ok().map(KillTarget::Pid),
    }
}

async fn bad_signal(cx: &mut Cx, name: &str) -> i32 {
    if cx.busybox() {
        cx.err(format!("bad signal name '{name}'")).await;
        return 1;
    }
    cx.usage_error(format!("unknown signal name {name}")).await
}

/// `kill`.
pub async fn main(cx: &mut Cx) -> i32 {
    if !cx.busybox() {
        // procps calls itself as it was called.
        cx.name = cx.p.argv().first().cloned().unwrap_or_default();
    }
    let args = cx.args();
    let mut signal = Some(Signal::TERM);
    let mut rest = args.as_slice();
    while let [first, more @ ..] = rest {
        let name = match first.as_str() {
            "--" => {
                rest = more;
                break;
            }
            "-l" | "--list" => return list(cx, more).await,
            "-L" | "--table" if !cx.busybox() => {
                cx.puts(&table());
                return 0;
            }
            "--help" | "-h" if !cx.busybox() => {
                cx.help();
                return 0;
            }
            "-s" | "-n" | "--signal" => {
                let [name, after @ ..] = more else {
                    return cx.usage_error("option requires an argument -- 's'").await;
                };
                rest = after;
                name.clone()
            }
            a => match a.strip_prefix("--signal=").or_else(|| a.strip_prefix('-')) {
                Some(name) if !name.is_empty() => {
                    // Once a signal is known, a negative number is a group.
                    if signal != Some(Signal::TERM) {
                        break;
                    }
                    rest = more;
                    name.trim_start_matches('s').to_string()
                }
                _ => break,
            },
        };
        match crate::coreutils::launch::signal_or_none(&name) {
            Some(s) => signal = s,
            None => return bad_signal(cx, &name).await,
        }
    }
    if rest.is_empty() {
        if cx.busybox() {
            cx.err("you need to specify whom to kill").await;
        } else {
            cx.say("\nUsage:\n kill [options] <pid> [...]\n\n").await;
            let text = "Options:\n <pid> [...]            send a signal to these processes\n \
                        -<signal>, -s <signal> the signal, by name or number\n \
                        -l, --list[=<signal>]  names of the signals\n \
                        -L, --table            the same, with numbers\n\n";
            cx.say(text).await;
        }
        return 1;
    }
    let mut status = 0;
    for arg in rest {
        let Some(to) = arg.parse::<i64>().ok().and_then(target) else {
            if cx.busybox() {
                cx.err(format!("invalid number '{arg}'")).await;
                return 1;
            }
            cx.err(format!("failed to parse argument: '{arg}'")).await;
            status = 1;
            continue;
        };
        if let Err(e) = cx.p.kill(to, signal) {
            status = 1;
            complain(cx, arg, e).await;
        }
    }
    cx.p.tick(1).await;
    status
}

async fn complain(cx: &mut Cx, arg: &str, e: Errno) {
    if cx.busybox() {
        cx.err(format!("can't kill pid {arg}: {e}")).await;
    } else {
        cx.err(format!("({arg}): {e}")).await;
    }
}
