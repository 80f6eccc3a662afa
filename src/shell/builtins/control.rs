//! `:`, `true`, `false`, `break`, `continue`, `return`, `exit`, `logout`, `shift`, `let`.

use std::rc::Rc;

use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::options::Shopt;
use crate::shell::state::{Res, Shell, Stop};

pub(super) fn colon(_: &mut Shell, _: &Args) -> Res<i32> {
    Ok(0)
}

pub(super) fn no(_: &mut Shell, _: &Args) -> Res<i32> {
    Ok(1)
}

/// A status given as an argument; `Err` after a message.
fn status(sh: &mut Shell, name: &str, words: &[String]) -> Result<Option<i32>, Stop> {
    if !sh.bash() {
        let Some(w) = words.first() else { return Ok(None) };
        return Ok(Some((number(sh, name, w)? & 255) as i32));
    }
    let words = match words.first().map(String::as_str) {
        Some("--") => &words[1..],
        _ => words,
    };
    let Some(w) = words.first() else { return Ok(None) };
    match w.trim().parse::<i64>() {
        Ok(n) => {
            if words.len() > 1 {
                sh.builtin_error(name, "too many arguments");
                return Err(Stop::Discard(1));
            }
            Ok(Some((n & 255) as i32))
        }
        Err(_) => {
            sh.builtin_error(name, &format!("{w}: numeric argument required"));
            Ok(Some(2))
        }
    }
}

/// A number as ash and dash read it (`number` in their sources): digits only, but dash minds no blanks
/// around them, and no number that is too large. Anything else ends the shell.
fn number(sh: &mut Shell, name: &str, word: &str) -> Res<i64> {
    let dash = sh.dialect == Dialect::Dash;
    let digits = if dash { word.trim() } else { word };
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let n = digits.parse::<i64>().unwrap_or(i64::MAX);
    if plain && (!dash || n <= i64::from(i32::MAX)) {
        return Ok(n);
    }
    Err(illegal(sh, name, word))
}

/// The end of ash or dash over a number that it can not use.
fn illegal(sh: &mut Shell, name: &str, word: &str) -> Stop {
    sh.builtin_error(name, &format!("Illegal number: {word}"));
    sh.fatal_error()
}

fn loops(sh: &mut Shell, args: &Args) -> Res<Option<u32>> {
    let name = args.words[0].clone();
    let words = args.rest();
    if !sh.bash() {
        let n = words.first().map_or(Ok(1), |w| number(sh, &name, w))?;
        if n == 0 {
            return Err(illegal(sh, &name, &words[0]));
        }
        let n = u32::try_from(n).unwrap_or(u32::MAX).min(sh.loops);
        return Ok((n > 0).then_some(n));
    }
    if sh.loops == 0 {
        sh.builtin_error(&name, "only meaningful in a `for', `while', or `until' loop");
        return Ok(None);
    }
    let words = if words.first().is_some_and(|w| w == "--") { &words[1..] } else { words };
    let number = words.first().map(|w| w.trim().parse::<i64>());
    if words.len() > 1 && !matches!(number, Some(Err(_))) {
        sh.builtin_error(&name, "too many arguments");
        return Err(sh.give_up_text(Stop::Discard(1)));
    }
    match number {
        None => Ok(Some(1)),
        Some(Ok(n)) if n > 0 => Ok(Some(u32::try_from(n).unwrap_or(u32::MAX).min(sh.loops))),
        Some(Ok(n)) => {
            sh.builtin_error(&name, &format!("{n}: loop count out of range"));
            sh.status = 1;
            Err(Stop::Break(sh.loops))
        }
        Some(Err(_)) => {
            sh.builtin_error(&name, &format!("{}: numeric argument required", words[0]));
            Err(Stop::Exit(128))
        }
    }
}

pub(super) fn break_(sh: &mut Shell, args: &Args) -> Res<i32> {
    match loops(sh, args)? {
        None => Ok(0),
        Some(n) => {
            sh.status = 0;
            Err(Stop::Break(n))
        }
    }
}

pub(super) fn continue_(sh: &mut Shell, args: &Args) -> Res<i32> {
    match loops(sh, args)? {
        None => Ok(0),
        Some(n) => {
            sh.status = 0;
            Err(Stop::Continue(n))
        }
    }
}

pub(super) fn return_(sh: &mut Shell, args: &Args) -> Res<i32> {
    let can = sh.calls.iter().any(|c| c.function || &*c.name == "source");
    let n = status(sh, "return", args.rest())?;
    if !can && sh.bash() {
        sh.builtin_error("return", "can only `return' from a function or sourced script");
        return Ok(2);
    }
    let n = n.unwrap_or(sh.status);
    // dash and ash end the shell where there is nothing to return from.
    Err(if can { Stop::Return(n) } else { Stop::Exit(n) })
}

pub(super) fn exit(sh: &mut Shell, args: &Args) -> Res<i32> {
    // Too many arguments do not end the shell.
    let n = status(sh, "exit", args.rest())?;
    if sh.interactive && sh.subshell == 0 {
        sh.complain(if sh.login && sh.bash() { "logout\n" } else { "exit\n" });
        if sh.stopped_jobs_hold() {
            return Ok(1);
        }
    }
    Err(Stop::Exit(n.unwrap_or(sh.status)))
}

pub(super) fn logout(sh: &mut Shell, args: &Args) -> Res<i32> {
    if !sh.login {
        sh.builtin_error("logout", "not login shell: use `exit'");
        return Ok(1);
    }
    exit(sh, args)
}

pub(super) fn shift(sh: &mut Shell, args: &Args) -> Res<i32> {
    let words = args.rest();
    let bash = sh.bash();
    let words = if bash && words.first().is_some_and(|w| w == "--") { &words[1..] } else { words };
    let n = match words.first() {
        None => 1,
        Some(w) if !bash => number(sh, "shift", w)?,
        Some(w) => match w.trim().parse::<i64>() {
            Ok(_) if words.len() > 1 => {
                sh.builtin_error("shift", "too many arguments");
                return Err(Stop::Discard(1));
            }
            Ok(n) => n,
            Err(_) => {
                sh.builtin_error("shift", &format!("{w}: numeric argument required"));
                return Ok(1);
            }
        },
    };
    let have = sh.args.len();
    match usize::try_from(n) {
        Ok(n) if n <= have => {
            if n > 0 {
                Rc::make_mut(&mut sh.args).drain(..n);
            }
            Ok(0)
        }
        Ok(n) => match sh.dialect {
            Dialect::Bash => {
                if sh.shopt(Shopt::ShiftVerbose) {
                    sh.builtin_error("shift", &format!("{n}: shift count out of range"));
                }
                Ok(1)
            }
            Dialect::Ash => Ok(1),
            Dialect::Dash => {
                sh.builtin_error("shift", "can't shift that many");
                Err(sh.fatal_error())
            }
        },
        Err(_) => {
            sh.builtin_error("shift", &format!("{n}: shift count out of range"));
            Ok(1)
        }
    }
}

pub(super) fn let_(sh: &mut Shell, args: &Args) -> Res<i32> {
    let words = args.rest();
    let words = if words.first().is_some_and(|w| w == "--") { &words[1..] } else { words };
    if words.is_empty() {
        sh.builtin_error("let", "expression expected");
        return Ok(sh.builtin_failed());
    }
    let mut last = 0;
    for w in words {
        if sh.dialect == Dialect::Ash {
            match sh.eval_text(w) {
                Ok(n) => last = n,
                Err(e) => {
                    let m = sh.arith_words(&e);
                    sh.builtin_error("let", &m);
                    return Ok(2);
                }
            }
            continue;
        }
        match sh.eval_or_report(w) {
            Ok(n) => last = n,
            Err(Stop::Discard(_)) => return Ok(1),
            Err(stop) => return Err(stop),
        }
    }
    Ok(i32::from(last == 0))
}
