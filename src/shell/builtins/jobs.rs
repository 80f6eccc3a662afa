//! `jobs`, `fg`, `bg`, `disown`, `suspend`

use super::options;
use crate::kernel::{KillTarget, Signal};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::jobs::State;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell};

impl Shell {
    /// The job that an argument names; says so when there is none.
    pub(crate) fn job_named(&mut self, builtin: &str, spec: Option<&str>) -> Option<usize> {
        let found = match spec {
            Some(s) if s.starts_with('%') => self.jobs.find(s),
            Some(s) => match s.parse() {
                Ok(pid) => self.jobs.of_pid(pid).ok_or(false),
                Err(_) => self.jobs.find(s),
            },
            None => self.jobs.find("%+"),
        };
        let given = spec;
        let spec = spec.unwrap_or("current");
        match found {
            Ok(id) => Some(id),
            Err(true) if self.bash() => {
                let name = spec.strip_prefix('%').unwrap_or(spec);
                self.builtin_error(builtin, &format!("{name}: ambiguous job spec"));
                if builtin == "jobs" {
                    self.builtin_error(builtin, &format!("{spec}: no such job"));
                }
                None
            }
            Err(true) => {
                self.builtin_error(builtin, &format!("{spec}: ambiguous"));
                None
            }
            Err(false) if self.dialect == Dialect::Ash && given.is_none() => {
                self.builtin_error(builtin, "No current job");
                None
            }
            Err(false) => {
                self.builtin_error(builtin, &format!("{spec}: no such job"));
                None
            }
        }
    }
}

pub(super) async fn jobs(sh: &mut Shell, args: &Args) -> Res<i32> {
    if sh.bash() && args.rest().first().is_some_and(|w| w == "-x") {
        return run_with_numbers(sh, &args.rest()[1..]).await;
    }
    let spec = if sh.bash() { "lnprs" } else { "lp" };
    let (found, at) = match options(args.rest(), spec) {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("jobs", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let p = sh.p.clone();
    sh.jobs.poll(&p);
    if sh.bash() {
        sh.jobs.clear_waited();
    }
    let mut status = 0;
    let words = args.rest()[at..].to_vec();
    let ids: Vec<usize> = if words.is_empty() {
        let mut all: Vec<usize> = sh.jobs.list().iter().map(|j| j.id).collect();
        if sh.dialect == Dialect::Ash {
            all.reverse();
        }
        all
    } else {
        let mut ids = Vec::new();
        for w in &words {
            match sh.job_named("jobs", Some(w)) {
                Some(id) => ids.push(id),
                None => status = sh.builtin_failed(),
            }
        }
        ids
    };
    for id in ids {
        let Some(j) = sh.jobs.get(id).cloned() else { continue };
        let state = j.state();
        if (has('r') && state != State::Running)
            || (has('s') && !matches!(state, State::Stopped(_)))
        {
            continue;
        }
        if has('p') {
            let first = j.pids.first().map_or(0, |(p, _)| *p);
            sh.say(&format!("{first}\n"));
        } else {
            let line = sh.jobs.line(id, has('l'), sh.dialect);
            sh.say(&format!("{line}\n"));
        }
        match state {
            State::Done(_) => sh.jobs.remove(id),
            State::Stopped(_) => sh.jobs.get_mut(id).into_iter().for_each(|j| j.told = true),
            State::Running => {}
        }
    }
    Ok(status)
}

/// `jobs -x`: runs a command with the process numbers of the jobs that its words name.
async fn run_with_numbers(sh: &mut Shell, words: &[String]) -> Res<i32> {
    let mut line = Vec::new();
    for w in words {
        let group = match w.starts_with('%') {
            true => sh.jobs.find(w).ok().and_then(|id| sh.jobs.get(id)).map(|j| j.group),
            false => None,
        };
        line.push(crate::shell::quote::single(&group.map_or(w.clone(), |g| g.to_string())));
    }
    sh.run_text(&line.join(" "), sh.line, crate::shell::exec::Origin::Eval).await?;
    Ok(sh.status)
}

/// A job's name as a command: the job goes on, in the foreground or not.
pub(crate) async fn as_command(sh: &mut Shell, spec: &str, background: bool) -> Res<()> {
    let args = Args::new(vec![String::new(), spec.to_string()]);
    sh.status = if background { bg(sh, &args)? } else { Box::pin(fg(sh, &args)).await? };
    Ok(())
}

fn controlled(sh: &mut Shell, name: &str, spec: Option<&str>) -> bool {
    if sh.on(Opt::Monitor) {
        return true;
    }
    // ash looks for the job first.
    if sh.dialect == Dialect::Ash {
        if sh.job_named(name, spec).is_some() {
            let job = spec.unwrap_or("(null)");
            sh.builtin_error(name, &format!("job {job} not created under job control"));
        }
        return false;
    }
    sh.builtin_error(name, "no job control");
    false
}

pub(super) async fn fg(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = args.rest().first().cloned();
    if !controlled(sh, "fg", spec.as_deref()) {
        return Ok(sh.builtin_failed());
    }
    let p = sh.p.clone();
    sh.jobs.poll(&p);
    let Some(id) = sh.job_named("fg", spec.as_deref()) else { return Ok(1) };
    let Some(j) = sh.jobs.get(id).cloned() else { return Ok(1) };
    sh.say(&format!("{}\n", j.text));
    sh.flush().await;
    if let State::Done(s) = j.state() {
        sh.jobs.remove(id);
        return Ok(s.code());
    }
    let _ = sh.p.tcsetpgrp(sh.terminal, j.group);
    let _ = sh.p.kill(KillTarget::Group(j.group), Some(Signal::CONT));
    sh.jobs.remove(id);
    let pids: Vec<_> =
        j.pids.iter().filter(|(_, s)| !matches!(s, State::Done(_))).map(|(p, _)| *p).collect();
    sh.jobs.returning = Some(id);
    let r = sh.foreground(&pids, j.group, &j.text).await;
    sh.jobs.returning = None;
    sh.jobs.set_parts(id, j.parts);
    r?;
    Ok(sh.status)
}

pub(super) fn bg(sh: &mut Shell, args: &Args) -> Res<i32> {
    if !controlled(sh, "bg", args.rest().first().map(String::as_str)) {
        return Ok(sh.builtin_failed());
    }
    let specs: Vec<Option<String>> = if args.rest().is_empty() {
        vec![None]
    } else {
        args.rest().iter().cloned().map(Some).collect()
    };
    let mut status = 0;
    for spec in specs {
        let Some(id) = sh.job_named("bg", spec.as_deref()) else {
            status = 1;
            continue;
        };
        let (current, previous) = sh.jobs.current();
        let Some(j) = sh.jobs.get_mut(id) else { continue };
        if j.state() == State::Running {
            sh.builtin_error("bg", &format!("job {id} already in background"));
            continue;
        }
        for (_, s) in &mut j.pids {
            if matches!(s, State::Stopped(_)) {
                *s = State::Running;
            }
        }
        let (group, text) = (j.group, j.text.clone());
        let _ = sh.p.kill(KillTarget::Group(group), Some(Signal::CONT));
        let mark = match Some(id) {
            x if x == current => "+",
            x if x == previous => "-",
            _ => " ",
        };
        sh.say(&format!("[{id}]{mark} {text} &\n"));
    }
    Ok(status)
}

pub(super) fn disown(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "ahr") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("disown", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let words = args.rest()[at..].to_vec();
    let mut ids = Vec::new();
    let mut status = 0;
    if words.is_empty() && (has('a') || has('r')) {
        ids.extend(
            sh.jobs
                .list()
                .iter()
                .filter(|j| !has('r') || j.state() == State::Running)
                .map(|j| j.id),
        );
    } else if words.is_empty() {
        match sh.job_named("disown", None) {
            Some(id) => ids.push(id),
            None => status = 1,
        }
    }
    for w in &words {
        match sh.job_named("disown", Some(w)) {
            Some(id) => ids.push(id),
            None => status = 1,
        }
    }
    for id in ids {
        if has('h') {
            if let Some(j) = sh.jobs.get_mut(id) {
                j.keep = true;
            }
        } else {
            sh.jobs.remove(id);
        }
    }
    Ok(status)
}

pub(super) fn suspend(sh: &mut Shell, args: &Args) -> Res<i32> {
    let force = args.rest().first().is_some_and(|w| w == "-f");
    if !force && (sh.login || !sh.on(Opt::Monitor)) {
        let m = if sh.login {
            "cannot suspend a login shell"
        } else {
            "cannot suspend: no job control"
        };
        sh.builtin_error("suspend", m);
        return Ok(1);
    }
    let pid = sh.p.pid();
    let _ = sh.p.kill(KillTarget::Pid(pid), Some(Signal::STOP));
    Ok(0)
}
