//! `kill`

use super::trap::signal_list;
use crate::kernel::{KillTarget, Pid, Signal};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::options::Opt;
use crate::shell::state::{Res, Shell};
use crate::vfs::Errno;

/// Complains; ash as the program that it borrows this from.
fn say(sh: &mut Shell, text: &str) {
    match sh.dialect {
        Dialect::Ash => {
            let line = format!("{}: {text}\n", sh.arg0);
            sh.complain(&line);
        }
        _ => sh.builtin_error("kill", text),
    }
}

fn bad_signal(sh: &mut Shell, s: &str) -> i32 {
    let m = match sh.dialect {
        Dialect::Bash => format!("{s}: invalid signal specification"),
        Dialect::Ash => format!("bad signal name '{s}'"),
        Dialect::Dash => format!("Illegal number: -{s}"),
    };
    say(sh, &m);
    1
}

/// A signal's name in a list.
fn listed(sh: &Shell, signal: Signal) -> &'static str {
    match (sh.dialect, signal) {
        (Dialect::Ash, Signal::IO) => "POLL",
        _ => signal.name(),
    }
}

fn list(sh: &mut Shell, words: &[String]) -> i32 {
    if words.is_empty() {
        let text = if sh.bash() {
            signal_list()
        } else {
            Signal::ALL.iter().map(|s| format!("{:2}) {}\n", s.number(), listed(sh, *s))).collect()
        };
        sh.say(&text);
        return 0;
    }
    let mut status = 0;
    for w in words {
        match w.parse::<i32>() {
            Ok(0) => sh.say("EXIT\n"),
            Ok(n) => {
                // A status of a command that a signal ended is fine too.
                let n = if n > 128 { n - 128 } else { n };
                match Signal::from_number(n) {
                    Some(s) => {
                        let name = listed(sh, s);
                        sh.say(&format!("{name}\n"));
                    }
                    None if sh.dialect == Dialect::Ash => sh.say(&format!("{n}\n")),
                    None => status = bad_signal(sh, w),
                }
            }
            Err(_) if w.eq_ignore_ascii_case("EXIT") => sh.say("0\n"),
            Err(_) => match Signal::parse(w) {
                Some(s) => sh.say(&format!("{}\n", s.number())),
                None => status = bad_signal(sh, w),
            },
        }
    }
    status
}

pub(super) fn kill(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut words = args.rest();
    let mut signal = Some(Signal::TERM);
    let read = |s: &str| -> Option<Option<Signal>> {
        if s == "0" || s.eq_ignore_ascii_case("EXIT") {
            return Some(None);
        }
        Signal::parse(s).map(Some)
    };
    if let Some(w) = words.first() {
        match w.as_str() {
            "-l" | "-L" => return Ok(list(sh, &words[1..])),
            "-s" | "-n" => {
                let Some(s) = words.get(1) else {
                    sh.builtin_error("kill", &format!("{w}: option requires an argument"));
                    return Ok(1);
                };
                match read(s) {
                    Some(x) => signal = x,
                    None => return Ok(bad_signal(sh, s)),
                }
                words = &words[2..];
            }
            "--" => words = &words[1..],
            w if w.len() > 1 && w.starts_with('-') => {
                let s = w[1..]
                    .strip_prefix('s')
                    .filter(|r| Signal::parse(r).is_some())
                    .unwrap_or(&w[1..]);
                match read(s) {
                    Some(x) => signal = x,
                    None => return Ok(bad_signal(sh, s)),
                }
                words = &words[1..];
            }
            _ => {}
        }
    }
    if words.first().is_some_and(|w| w == "--") {
        words = &words[1..];
    }
    if words.is_empty() {
        if sh.bash() {
            sh.usage("kill");
        } else {
            sh.complain("sh: you need to specify whom to kill\n");
        }
        return Ok(if sh.bash() { 2 } else { 1 });
    }
    let words = words.to_vec();
    let mut any = false;
    let mut failed = false;
    for w in &words {
        let target = if w.starts_with('%') {
            let Some(id) = sh.job_named("kill", Some(w)) else {
                if sh.dialect == Dialect::Ash {
                    return Ok(2);
                }
                failed = true;
                continue;
            };
            let Some(j) = sh.jobs.get(id) else { continue };
            // Without job control, a job has no group of its own.
            if sh.on(Opt::Monitor) {
                KillTarget::Group(j.group)
            } else {
                KillTarget::Pid(j.last_pid())
            }
        } else {
            match w.parse::<i64>() {
                Ok(-1) => KillTarget::All,
                Ok(n) if n < 0 => KillTarget::Group(n.unsigned_abs() as u32),
                Ok(0) => KillTarget::Group(0),
                Ok(n) => KillTarget::Pid(n as u32),
                Err(_) => {
                    let m = match sh.dialect {
                        Dialect::Bash => format!("`{w}': not a pid or valid job spec"),
                        Dialect::Ash => format!("invalid number '{w}'"),
                        Dialect::Dash => format!("Illegal number: {w}"),
                    };
                    say(sh, &m);
                    failed = true;
                    continue;
                }
            }
        };
        // A child that has ended bash has waited for already, when it heard of it.
        let reaped = matches!(target, KillTarget::Pid(pid) if sh.bash() && has_ended(sh, pid));
        let done = if reaped { Err(Errno::ESRCH) } else { sh.p.kill(target, signal) };
        match done {
            Ok(()) => any = true,
            Err(e) => {
                let m = match sh.dialect {
                    Dialect::Bash => format!("({w}) - {e}"),
                    Dialect::Ash => format!("can't kill pid {w}: {e}"),
                    Dialect::Dash => format!("{e}"),
                };
                say(sh, &m);
                failed = true;
            }
        }
        if let Some(id) = w.strip_prefix('%').and_then(|_| sh.jobs.find(w).ok())
            && matches!(signal, Some(Signal::TERM | Signal::HUP))
            && let Some(j) = sh.jobs.get(id)
            && matches!(j.state(), crate::shell::jobs::State::Stopped(_))
        {
            // A stopped job goes on, to meet its end.
            let _ = sh.p.kill(target, Some(Signal::CONT));
        }
        if signal == Some(Signal::CONT)
            && let Some(id) = w.strip_prefix('%').and_then(|_| sh.jobs.find(w).ok())
            && let Some(j) = sh.jobs.get_mut(id)
        {
            for (_, s) in &mut j.pids {
                if matches!(s, crate::shell::jobs::State::Stopped(_)) {
                    *s = crate::shell::jobs::State::Running;
                }
            }
        }
    }
    // A signal to the shell itself arrives before the next command: its turn ends. Fuel is time, so
    // that no more of it is used than a turn has.
    sh.fuel = crate::kernel::SLICE as u32;
    Ok(i32::from(failed || !any))
}

/// Whether a process is a child of the shell's that is only waited for.
fn has_ended(sh: &Shell, pid: Pid) -> bool {
    let own = sh.p.pid();
    sh.p.processes().iter().any(|p| (p.pid, p.ppid, p.state) == (pid, own, 'Z'))
}
