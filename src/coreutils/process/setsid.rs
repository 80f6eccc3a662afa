//! setsid: a command in a session of its own.

use crate::coreutils::{Arg, Cx, launch};

/// `setsid`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("ctty", Arg::No, 'c'), ("fork", Arg::No, 'f'), ("wait", Arg::No, 'w')];
    let spec = if cx.busybox() { "+c" } else { "+cfw" };
    let parsed = match cx.getopt(spec, if cx.busybox() { &[] } else { &longs }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.operands.is_empty() {
        if cx.busybox() {
            return cx.busybox_usage().await;
        }
        return cx.usage_error("no command specified").await;
    }
    let command = parsed.operands.clone();
    let tty = if parsed.has('c') { cx.p.controlling_tty() } else { None };
    // The leader of a group can not leave it: a child does.
    if cx.p.pgid() == cx.p.pid() || parsed.has('f') {
        let started = launch::spawn(&cx.p, &command, |s| s.session = Some(tty));
        return match started {
            Ok(pid) if parsed.has('w') => match launch::wait(&cx.p, pid).await {
                Ok(status) => status.code(),
                Err(_) => 1,
            },
            Ok(_) => 0,
            Err(e) => complain(cx, &command[0], e).await,
        };
    }
    let _ = cx.p.setsid();
    if let Some(n) = tty {
        cx.p.set_controlling_tty(n);
    }
    let e = launch::exec(&cx.p, &command).await;
    complain(cx, &command[0], e).await
}

async fn complain(cx: &mut Cx, name: &str, e: crate::vfs::Errno) -> i32 {
    if cx.busybox() {
        cx.err(format!("can't execute '{name}': {e}")).await;
    } else {
        cx.err(format!("failed to execute {name}: {e}")).await;
    }
    launch::exec_status(e)
}
