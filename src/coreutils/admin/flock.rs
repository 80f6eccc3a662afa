//! flock: a command while a lock is held.

use crate::coreutils::{Arg, Cx, launch};
use crate::vfs::{Errno, OpenFlags};

/// `flock`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 64 };
    let longs = [
        ("shared", Arg::No, 's'),
        ("exclusive", Arg::No, 'x'),
        ("unlock", Arg::No, 'u'),
        ("nonblock", Arg::No, 'n'),
        ("nb", Arg::No, 'n'),
        ("timeout", Arg::Required, 'w'),
        ("wait", Arg::Required, 'w'),
        ("close", Arg::No, 'o'),
        ("conflict-exit-code", Arg::Required, 'E'),
        ("command", Arg::Required, 'c'),
    ];
    let parsed = match cx.getopt("+sexunw:oE:c:F", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let conflict = parsed.value('E').and_then(|e| e.parse().ok()).unwrap_or(1);
    let Some((target, rest)) = parsed.operands.split_first() else {
        return cx.usage_error("not enough arguments").await;
    };
    let mut command = rest.to_vec();
    let given = parsed.value('c').map(str::to_string);
    let text = match rest {
        [c, text, ..] if c == "-c" => Some(text.clone()),
        _ => given,
    };
    if let Some(text) = text {
        let shell = cx.p.env("SHELL").unwrap_or_else(|| "/bin/sh".to_string());
        command = vec![shell, "-c".to_string(), text];
    }
    let number = target.parse::<i32>().ok().filter(|_| command.is_empty());
    let fd = match number {
        Some(fd) => fd,
        None => {
            let flags = OpenFlags::READ | OpenFlags::CREAT;
            let opened = match cx.p.open(target, flags, 0o666) {
                // A directory can be locked too.
                Err(Errno::EISDIR) => cx.p.open(target, OpenFlags::READ, 0),
                other => other,
            };
            match opened {
                Ok(fd) => fd,
                Err(e) => {
                    cx.err(format!("cannot open lock file {target}: {e}")).await;
                    return 66;
                }
            }
        }
    };
    if parsed.has('u') {
        return match cx.p.funlock(fd) {
            Ok(()) => 0,
            Err(e) => {
                cx.err(format!("{fd}: {e}")).await;
                65
            }
        };
    }
    let wait = match (parsed.has('n'), parsed.value('w').map(str::parse::<f64>)) {
        (true, _) => Some(cx.p.now()),
        (false, Some(Ok(s))) if s >= 0.0 => {
            Some(cx.p.now().saturating_add((s * 1e9).min(9e17) as i64))
        }
        (false, Some(_)) => {
            let w = parsed.value('w').unwrap_or_default();
            let text = format!("invalid timeout value: '{w}'");
            cx.err(text).await;
            return 64;
        }
        (false, None) => None,
    };
    match cx.p.flock(fd, !parsed.has('s'), wait).await {
        Ok(()) => {}
        Err(Errno::EAGAIN) => return conflict,
        Err(e) => {
            cx.err(format!("{target}: {e}")).await;
            return 65;
        }
    }
    if command.is_empty() {
        return 0;
    }
    match launch::spawn(&cx.p, &command, |_| {}) {
        Ok(pid) => match launch::wait(&cx.p, pid).await {
            Ok(status) => status.code(),
            Err(_) => 71,
        },
        Err(e) => {
            cx.err(format!("failed to execute {}: {e}", command[0])).await;
            if e == Errno::ENOENT { 69 } else { 126 }
        }
    }
}
