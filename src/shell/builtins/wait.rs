//! `wait`

use super::options;
use crate::kernel::{Pid, Signal, WaitFlags, WaitFor, WaitStatus};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::jobs::State;
use crate::shell::state::{Res, Shell, Stop};
use crate::vfs::Errno;

/// How waiting ended.
enum Waited {
    Done(Pid, WaitStatus),
    /// A trapped signal came: its number.
    Signal(i32),
    NoChild,
}

/// A signal has come: its trap runs, and `wait` ends with the signal's status.
async fn trapped(sh: &mut Shell) -> Option<i32> {
    let s = sh.p.take_signal()?;
    if let Some(c) = sh.traps.get(s.number()).filter(|c| !c.is_empty()) {
        let status = sh.status;
        if let Err(stop) = sh.run_text(&c, 1, crate::shell::exec::Origin::Trap).await {
            sh.pending_stop = Some(stop);
        }
        sh.status = status;
        return Some(s.number());
    }
    if sh.interactive && s == Signal::INT {
        sh.complain("\n");
        sh.pending_stop = Some(Stop::Discard(130));
    } else if let Err(stop) = sh.run_signal_trap(s).await {
        sh.pending_stop = Some(stop);
        return Some(s.number());
    }
    sh.interactive.then(|| s.number())
}

async fn one(sh: &mut Shell, which: WaitFor) -> Waited {
    loop {
        match sh.p.wait(which, WaitFlags::default()).await {
            Ok(Some((pid, s))) => {
                sh.jobs.note(pid, s);
                // A signal that the child sent before its end came first.
                if sh.p.has_signal()
                    && let Some(n) = trapped(sh).await
                {
                    return Waited::Signal(n);
                }
                if let WaitStatus::Signaled(signal) = s
                    && sh.bash()
                    && !sh.interactive
                    && signal != Signal::TERM
                    && let Some(job) = sh.jobs.of_pid(pid).and_then(|id| sh.jobs.get(id))
                {
                    let text = job.text.clone();
                    sh.report_signal(pid, signal, &text);
                }
                return Waited::Done(pid, s);
            }
            Ok(None) => return Waited::NoChild,
            Err(Errno::EINTR) => {
                if let Some(n) = trapped(sh).await {
                    return Waited::Signal(n);
                }
            }
            Err(_) => return Waited::NoChild,
        }
    }
}

/// Notes of a finished job that the user has been told by `wait`. bash forgets it only when another begins,
/// or with the next line.
fn forget(sh: &mut Shell, pid: Pid) {
    if !tells(sh)
        && let Some(id) = sh.jobs.of_pid(pid)
        && sh.jobs.get(id).is_some_and(|j| matches!(j.state(), State::Done(_)))
    {
        let later = sh.dialect != Dialect::Dash;
        match sh.jobs.get_mut(id) {
            Some(job) if later => job.waited = true,
            _ => sh.jobs.remove(id),
        }
    }
}

/// Whether the end of jobs is told of instead.
fn tells(sh: &Shell) -> bool {
    sh.bash() && sh.interactive && sh.subshell == 0
}

async fn wait_pid(sh: &mut Shell, pid: Pid) -> Res<i32> {
    if let Some(s) = sh.jobs.ended(pid) {
        forget(sh, pid);
        return Ok(s.code());
    }
    match one(sh, WaitFor::Pid(pid)).await {
        Waited::Done(pid, status) => {
            // ash and dash tell of a job's signal where that very job is waited for.
            if let WaitStatus::Signaled(signal) = status
                && !sh.bash()
            {
                sh.report_signal(pid, signal, "");
            }
            forget(sh, pid);
            Ok(status.code())
        }
        Waited::Signal(n) => Ok(128 + n),
        Waited::NoChild => Ok(127),
    }
}

pub(super) async fn wait(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = if sh.bash() { "fnp:" } else { "n" };
    let (found, at) = match options(args.rest(), spec) {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error("wait", &format!("-{c}: option requires an argument"));
            return Ok(2);
        }
        Err((c, _)) => return sh.bad_option("wait", c),
    };
    let next = found.iter().any(|(c, _)| *c == 'n');
    let var = found.iter().find(|(c, _)| *c == 'p').and_then(|(_, a)| a.clone());
    let words = args.rest()[at..].to_vec();
    sh.flush().await;
    if let Some(v) = &var {
        sh.vars.unset(v);
    }
    let r = if next {
        wait_next(sh, &words, var.as_deref()).await
    } else if words.is_empty() {
        wait_all(sh).await
    } else {
        wait_each(sh, &words, var.as_deref()).await
    };
    sh.end_coproc();
    if tells(sh) {
        sh.job_news();
    }
    match sh.pending_stop.take() {
        Some(stop) => Err(stop),
        None => r,
    }
}

async fn wait_all(sh: &mut Shell) -> Res<i32> {
    loop {
        let running: Vec<Pid> = sh
            .jobs
            .list()
            .iter()
            .flat_map(|j| j.pids.iter())
            .filter(|(_, s)| *s == State::Running)
            .map(|(p, _)| *p)
            .chain(sh.jobs.loose().into_iter().filter(|p| sh.last_background == Some(*p)))
            .collect();
        let Some(pid) = running.first().copied() else { break };
        match one(sh, WaitFor::Pid(pid)).await {
            Waited::Done(..) => {}
            Waited::Signal(n) => return Ok(128 + n),
            Waited::NoChild => sh.jobs.note(pid, WaitStatus::Exited(127)),
        }
    }
    let done: Vec<usize> = sh
        .jobs
        .list()
        .iter()
        .filter(|j| matches!(j.state(), State::Done(_)))
        .map(|j| j.id)
        .collect();
    for id in done {
        match sh.jobs.get_mut(id) {
            // ash lists it once more.
            Some(job) if sh.dialect == Dialect::Ash => job.waited = true,
            _ => sh.jobs.remove(id),
        }
    }
    Ok(0)
}

async fn wait_each(sh: &mut Shell, words: &[String], var: Option<&str>) -> Res<i32> {
    let mut status = 0;
    for w in words {
        let pids: Vec<Pid> = if w.starts_with('%') {
            match sh.job_named("wait", Some(w)) {
                Some(id) => match sh.jobs.get(id) {
                    Some(j) => j.pids.iter().map(|(p, _)| *p).collect(),
                    None => continue,
                },
                None if sh.dialect == Dialect::Ash => return Ok(2),
                None => {
                    status = 127;
                    continue;
                }
            }
        } else {
            match w.parse::<Pid>() {
                Ok(pid) if sh.jobs.knows(pid) => vec![pid],
                Ok(pid) => {
                    if sh.bash() {
                        sh.builtin_error(
                            "wait",
                            &format!("pid {pid} is not a child of this shell"),
                        );
                    }
                    status = 127;
                    continue;
                }
                Err(_) => {
                    if sh.bash() {
                        sh.builtin_error("wait", &format!("`{w}': not a pid or valid job spec"));
                        status = 1;
                    } else {
                        sh.builtin_error("wait", &format!("Illegal number: {w}"));
                        status = 2;
                    }
                    continue;
                }
            }
        };
        for pid in pids {
            status = wait_pid(sh, pid).await?;
            if let Some(v) = var {
                sh.assign(v, None, &pid.to_string(), false)?;
            }
        }
    }
    Ok(status)
}

/// `wait -n`: the next one to end, of those named or of all.
async fn wait_next(sh: &mut Shell, words: &[String], var: Option<&str>) -> Res<i32> {
    let mut wanted: Vec<Pid> = Vec::new();
    for w in words {
        if w.starts_with('%') {
            if let Some(id) = sh.job_named("wait", Some(w)) {
                wanted.extend(sh.jobs.get(id).map(|j| j.last_pid()));
            }
        } else if let Ok(pid) = w.parse() {
            wanted.push(pid);
        } else {
            sh.builtin_error("wait", &format!("{w}: no such job"));
        }
    }
    if !words.is_empty() && !wanted.iter().any(|p| sh.jobs.knows(*p)) {
        return Ok(127);
    }
    let p = sh.p.clone();
    sh.jobs.poll(&p);
    loop {
        let candidates: Vec<(Pid, State)> = sh
            .jobs
            .list()
            .iter()
            .filter_map(|j| j.pids.last().map(|(p, _)| (*p, j.state())))
            .filter(|(p, _)| wanted.is_empty() || wanted.contains(p))
            .collect();
        if let Some((pid, State::Done(s))) =
            candidates.iter().find(|(_, s)| matches!(s, State::Done(_)))
        {
            let (pid, code) = (*pid, s.code());
            forget(sh, pid);
            sh.jobs.clear_waited();
            if let Some(v) = var {
                sh.assign(v, None, &pid.to_string(), false)?;
            }
            return Ok(code);
        }
        if candidates.is_empty() {
            return Ok(127);
        }
        match one(sh, WaitFor::Any).await {
            Waited::Done(..) => {}
            Waited::Signal(n) => return Ok(128 + n),
            Waited::NoChild => return Ok(127),
        }
    }
}
