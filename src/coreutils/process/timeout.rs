//! timeout: a command that is signalled when its time is over.

use std::pin::pin;

use futures_util::future::{Either, select};

use crate::coreutils::launch::{self, signal_or_none};
use crate::coreutils::{Arg, Cx};
use crate::kernel::{Disposition, KillTarget, Pid, Proc, Signal, WaitStatus};
use crate::vfs::Errno;

/// Nanoseconds of `1.5m`; none for 0, which means no limit.
fn duration(arg: &str) -> Option<Option<u64>> {
    let (number, unit) = match arg.char_indices().last()? {
        (i, 's') => (&arg[..i], 1.0),
        (i, 'm') => (&arg[..i], 60.0),
        (i, 'h') => (&arg[..i], 3_600.0),
        (i, 'd') => (&arg[..i], 86_400.0),
        _ => (arg, 1.0),
    };
    if !number.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let seconds = number.parse::<f64>().ok()? * unit;
    Some((seconds > 0.0).then_some((seconds * 1e9).min(i64::MAX as f64 / 4.0) as u64))
}

/// Waits for the child, but not longer than `ns`; handled signals are passed on to it.
async fn wait_for(p: &Proc, pid: Pid, ns: Option<u64>) -> Option<WaitStatus> {
    let until = p.now().saturating_add(ns.map_or(i64::MAX / 2, |n| n as i64));
    loop {
        let ended = {
            let child = pin!(launch::wait(p, pid));
            let limit = pin!(p.sleep_until(until));
            match select(child, limit).await {
                Either::Left((Ok(status), _)) => return Some(status),
                Either::Left((Err(e), _)) => e,
                Either::Right((Ok(()), _)) => return None,
                Either::Right((Err(e), _)) => e,
            }
        };
        if ended == Errno::ECHILD {
            return Some(WaitStatus::Exited(0));
        }
        while let Some(signal) = p.take_signal() {
            let _ = p.kill(KillTarget::Pid(pid), Some(signal));
        }
    }
}

/// `timeout`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = if cx.busybox() { 1 } else { 125 };
    let longs = [
        ("signal", Arg::Required, 's'),
        ("kill-after", Arg::Required, 'k'),
        ("verbose", Arg::No, 'v'),
        ("foreground", Arg::No, 'f'),
        ("preserve-status", Arg::No, 'p'),
    ];
    let spec = if cx.busybox() { "+s:k:" } else { "+s:k:vfp" };
    let parsed = match cx.getopt(spec, if cx.busybox() { &[] } else { &longs }).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let signal = match parsed.value('s').map(|s| (s, signal_or_none(s))) {
        None => Signal::TERM,
        Some((_, Some(Some(s)))) => s,
        Some((name, _)) if cx.busybox() => {
            cx.err(format!("bad signal name '{name}'")).await;
            return 1;
        }
        Some((name, _)) => {
            return cx.usage_error(format!("{quoted}: invalid signal", quoted = cx.ql(name))).await;
        }
    };
    let [limit, command @ ..] = parsed.operands.as_slice() else {
        return cx.try_help(cx.usage_status).await;
    };
    if command.is_empty() {
        return cx.try_help(cx.usage_status).await;
    }
    let mut times = Vec::new();
    for arg in [Some(limit.as_str()), parsed.value('k')].into_iter().flatten() {
        match duration(arg) {
            Some(d) => times.push(d),
            None if cx.busybox() => {
                cx.err(format!("invalid number '{arg}'")).await;
                return 1;
            }
            None => {
                return cx
                    .usage_error(format!("invalid time interval {quoted}", quoted = cx.ql(arg)))
                    .await;
            }
        }
    }
    for s in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        if cx.p.disposition(s) == Disposition::Default {
            let _ = cx.p.signal(s, Disposition::Handle);
        }
    }
    // A group of its own, so that the signal reaches all that the command has started.
    if !parsed.has('f') && !cx.busybox() {
        let _ = cx.p.setpgid(0, 0);
    }
    let pid = match launch::spawn(&cx.p, command, |_| {}) {
        Ok(pid) => pid,
        Err(e) => {
            let name = &command[0];
            if cx.busybox() {
                cx.err(format!("can't execute '{name}': {e}")).await;
            } else {
                cx.err(format!("failed to run command {quoted}: {e}", quoted = cx.ql(name))).await;
            }
            return launch::exec_status(e);
        }
    };
    if let Some(status) = wait_for(&cx.p, pid, times[0]).await {
        return status.code();
    }
    overdue(cx, pid, signal, times.get(1).copied().flatten(), &parsed, &command[0]).await
}

/// The time is over.
async fn overdue(
    cx: &mut Cx,
    pid: Pid,
    signal: Signal,
    kill_after: Option<u64>,
    parsed: &crate::coreutils::Parsed,
    command: &str,
) -> i32 {
    let mut sent = signal;
    loop {
        if parsed.has('v') {
            cx.err(format!("sending signal {} to command '{command}'", sent.name())).await;
        }
        let _ = cx.p.kill(KillTarget::Pid(pid), Some(sent));
        if !parsed.has('f') && !cx.busybox() {
            // SIGKILL can not be ignored: it ends this process as well.
            let _ = cx.p.signal(sent, Disposition::Ignore);
            let _ = cx.p.kill(KillTarget::Group(0), Some(sent));
            cx.p.tick(0).await;
        }
        let _ = cx.p.kill(KillTarget::Pid(pid), Some(Signal::CONT));
        let again = if sent == Signal::KILL { None } else { kill_after };
        match wait_for(&cx.p, pid, again).await {
            // BusyBox's is the command's own process, and ends as it does.
            Some(status) if cx.busybox() => return launch::end_like(&cx.p, status).await,
            Some(status) if parsed.has('p') => return status.code(),
            Some(_) if sent == Signal::KILL => return 137,
            Some(_) => return 124,
            None => sent = Signal::KILL,
        }
    }
}
