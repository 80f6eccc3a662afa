//! `history`: showing, changing, reading and writing the list. `fc` is its own file.

use super::options;
use crate::shell::bang::{self, Expanded, Past, Quote};
use crate::shell::exec::Args;
use crate::shell::prompt::strftime;
use crate::shell::state::{Res, Shell};
use crate::vfs::Errno;

pub(super) async fn history(sh: &mut Shell, args: &Args) -> Res<i32> {
    // A number that is counted from the end looks like an option to no other builtin.
    let (found, at) = match options(args.rest(), "acd:nrwps") {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error("history", &format!("-{c}: option requires an argument"));
            return Ok(sh.usage("history"));
        }
        Err((c, _)) => return sh.bad_option("history", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let words = &args.rest()[at..];
    if "anrw".chars().filter(|c| has(*c)).count() > 1 {
        sh.builtin_error("history", "cannot use more than one of -anrw");
        return Ok(1);
    }
    if has('c') {
        let (dropped, running) = (sh.history.in_file, sh.history.last_is_running);
        sh.history.clear();
        (sh.history.in_file, sh.history.last_is_running) = (dropped, running);
        if words.is_empty() && !has('r') && !has('n') && !has('s') {
            return Ok(0);
        }
    }
    if has('s') {
        if words.is_empty() {
            return Ok(0);
        }
        take_place(sh);
        let line = words.join(" ");
        sh.add_to_history(&line);
        return Ok(0);
    }
    if has('p') {
        return Ok(expand(sh, words));
    }
    if let Some((_, Some(range))) = found.iter().find(|(o, _)| *o == 'd') {
        return Ok(delete(sh, range));
    }
    if let Some(what) = "anrw".chars().find(|c| has(*c)) {
        return file(sh, what, words).await;
    }
    let count = match words {
        [] => usize::MAX,
        [_, _, ..] => {
            sh.builtin_error("history", "too many arguments");
            return Ok(if sh.bash() { 1 } else { 2 });
        }
        [w] => match w.parse::<i64>() {
            Ok(n) => usize::try_from(n.unsigned_abs()).unwrap_or(usize::MAX),
            Err(_) => {
                sh.builtin_error("history", &format!("{w}: numeric argument required"));
                return Ok(1);
            }
        },
    };
    show(sh, count);
    Ok(0)
}

/// The command that is running gives its place in the list to what it puts there.
pub(super) fn take_place(sh: &mut Shell) {
    if std::mem::take(&mut sh.history.last_is_running) {
        sh.history.remove_last();
    }
}

/// `-p`: shows what words expand to.
fn expand(sh: &mut Shell, words: &[String]) -> i32 {
    take_place(sh);
    let lines = sh.history.lines();
    let past = Past { lines: &lines, first: sh.history.first_number() };
    let mut status = 0;
    for w in words {
        match bang::expand(w, &past, &mut Quote::None) {
            Ok(Expanded::Same) => sh.say(&format!("{w}\n")),
            Ok(Expanded::Run(new) | Expanded::Show(new)) => sh.say(&format!("{new}\n")),
            Err(_) => {
                sh.builtin_error("history", &format!("{w}: history expansion failed"));
                status = 1;
            }
        }
    }
    status
}

/// `-d offset` and `-d first-last`; numbers below 0 count from the end.
fn delete(sh: &mut Shell, range: &str) -> i32 {
    let next = sh.history.next_number() as i64;
    let number = |w: &str| match w.parse::<i64>() {
        Ok(n) if n < 0 => Some(next + n),
        Ok(n) => Some(n),
        Err(_) => None,
    };
    let split = range.char_indices().skip(1).find(|(_, c)| *c == '-').map(|(i, _)| i);
    let ends = match split {
        Some(i) => (number(&range[..i]), number(&range[i + 1..])),
        None => (number(range), number(range)),
    };
    let first = sh.history.first_number() as i64;
    let (from, to) = match ends {
        (Some(a), Some(b)) if first <= a && a <= b && b < next => (a, b),
        _ => {
            sh.builtin_error("history", &format!("{range}: history position out of range"));
            return 1;
        }
    };
    for _ in from..=to {
        sh.history.remove(from as usize);
    }
    0
}

/// `-a`, `-n`, `-r`, `-w`: the list and its file.
async fn file(sh: &mut Shell, what: char, words: &[String]) -> Res<i32> {
    let path = words.first().cloned().or_else(|| sh.var("HISTFILE")).unwrap_or_default();
    if path.is_empty() {
        return Ok(1);
    }
    let done: Result<(), Errno> = match what {
        'a' => {
            let count = sh.history.unsaved;
            let done = sh.store_history(&path, count, true).await;
            if done.is_ok() {
                sh.history.in_file += count;
                sh.history.unsaved = 0;
            }
            done
        }
        'w' => {
            let count = sh.history.entries().len();
            sh.store_history(&path, count, false).await
        }
        _ => {
            let skip = if what == 'n' { sh.history.in_file } else { 0 };
            sh.load_history(&path, skip).map(|count| sh.history.in_file = count)
        }
    };
    if let Err(e) = done {
        let verb = if matches!(what, 'a' | 'w') { "write" } else { "read" };
        let m =
            if sh.bash() { format!("{path}: cannot {verb}: {e}") } else { format!("{path}: {e}") };
        sh.builtin_error("history", &m);
        return Ok(1);
    }
    Ok(0)
}

fn show(sh: &mut Shell, count: usize) {
    let format = sh.var("HISTTIMEFORMAT").filter(|f| !f.is_empty());
    let skip = sh.history.entries().len().saturating_sub(count);
    let mut out = String::new();
    for e in sh.history.entries().skip(skip) {
        let mark = if e.changed { '*' } else { ' ' };
        let time = format.as_ref().map(|f| strftime(e.time.saturating_mul(1_000_000_000), f));
        out.push_str(&format!("{:5}{mark} {}{}\n", e.number, time.unwrap_or_default(), e.line));
    }
    sh.say(&out);
}
