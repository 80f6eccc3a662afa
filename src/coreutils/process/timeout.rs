//! timeout: a command that is signalled when its time is over.

use std::pin::pin;

use futures_util::future::{Either, select};

use crate::coreutils::launch::{self, signal_or_none};
use crate::coreutils::time::SECOND;
use crate::coreutils::{Arg, Cx};
use crate::kernel::{Disposition, KillTarget, Pid, Proc, Signal, WaitStatus};
use crate::vfs::{Errno, OpenFlags};

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
    if cx.busybox() {
        return in_place(cx, signal, &times, command).await;
    }
    for s in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        if cx.p.disposition(s) == Disposition::Default {
            let _ = cx.p.signal(s, Disposition::Handle);
        }
    }
    // A group of its own, so that the signal reaches all that the command has started.
    if !parsed.has('f') {
        let _ = cx.p.setpgid(0, 0);
    }
    let pid = match launch::spawn(&cx.p, command, |_| {}) {
        Ok(pid) => pid,
        Err(e) => {
            let quoted = cx.ql(&command[0]);
            cx.err(format!("failed to run command {quoted}: {e}")).await;
            return launch::exec_status(e);
        }
    };
    if let Some(status) = wait_for(&cx.p, pid, times[0]).await {
        return status.code();
    }
    overdue(cx, pid, signal, times.get(1).copied().flatten(), &parsed, &command[0]).await
}

/// BusyBox's: the command takes this process's place, and a process of its own, nobody's child, watches it.
async fn in_place(cx: &mut Cx, signal: Signal, times: &[Option<u64>], command: &[String]) -> i32 {
    let pid = cx.p.pid();
    // After the signal, SIGKILL where it was asked for.
    let mut due = Vec::new();
    due.push((times[0].unwrap_or(0), signal));
    due.extend(times.get(1).copied().flatten().map(|ns| (ns, Signal::KILL)));
    let watcher = move |p: Proc| async move {
        let grandchild = p.fork(move |p| watch(p, pid, due));
        i32::from(grandchild.is_err())
    };
    match cx.p.fork(watcher) {
        Ok(child) => {
            let _ = launch::wait(&cx.p, child).await;
        }
        Err(e) => {
            cx.err(format!("fork: {e}")).await;
            return 1;
        }
    }
    cx.exec_or_complain(command).await
}

/// Sends each signal after its time, in nanoseconds; looks once a second whether there is still whom to
/// send it to.
async fn watch(p: Proc, pid: Pid, due: Vec<(u64, Signal)>) -> i32 {
    let _ = p.setsid();
    if let Ok(null) = p.open("/dev/null", OpenFlags::READ | OpenFlags::WRITE, 0) {
        for fd in 0..3 {
            let _ = p.dup2(null, fd);
        }
    }
    for (ns, signal) in due {
        let until = p.now().saturating_add(i64::try_from(ns).unwrap_or(i64::MAX));
        while p.now() < until {
            let second = p.now().saturating_add(SECOND);
            if p.sleep_until(until.min(second)).await.is_err()
                || p.kill(KillTarget::Pid(pid), None).is_err()
            {
                return 0;
            }
        }
        let _ = p.kill(KillTarget::Pid(pid), Some(signal));
    }
    0
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
        if !parsed.has('f') {
            // SIGKILL can not be ignored: it ends this process as well.
            let _ = cx.p.signal(sent, Disposition::Ignore);
            let _ = cx.p.kill(KillTarget::Group(0), Some(sent));
            cx.p.tick(0).await;
        }
        let _ = cx.p.kill(KillTarget::Pid(pid), Some(Signal::CONT));
        let again = if sent == Signal::KILL { None } else { kill_after };
        match wait_for(&cx.p, pid, again).await {
            Some(status) if parsed.has('p') => return status.code(),
            Some(_) if sent == Signal::KILL => return 137,
            Some(_) => return 124,
            None => sent = Signal::KILL,
        }
    }
}
