//! `history` and `fc -l`

use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};
use crate::vfs::{OpenFlags, text};

pub(super) async fn history(sh: &mut Shell, args: &Args) -> Res<i32> {
    let words = args.rest();
    let file = |sh: &Shell, i: usize| {
        words.get(i).cloned().or_else(|| sh.var("HISTFILE")).unwrap_or_default()
    };
    match words.first().map(String::as_str) {
        Some("-c") => sh.history.clear(),
        Some("-d") => {
            let Some(w) = words.get(1) else {
                sh.builtin_error("history", "-d: option requires an argument");
                return Ok(sh.usage("history"));
            };
            let n = match w.parse::<i64>() {
                Ok(n) if n < 0 => sh.history.next_number() as i64 + n,
                Ok(n) => n,
                Err(_) => 0,
            };
            if !usize::try_from(n).is_ok_and(|n| sh.history.remove(n)) {
                sh.builtin_error("history", &format!("{w}: history position out of range"));
                return Ok(1);
            }
        }
        Some("-w" | "-a") => {
            let path = file(sh, 1);
            let append = words[0] == "-a";
            let lines: String = sh.history.lines().iter().map(|l| format!("{l}\n")).collect();
            let bytes = text::encode(&lines);
            let flags = OpenFlags::WRITE
                | OpenFlags::CREAT
                | if append { OpenFlags::APPEND } else { OpenFlags::TRUNC };
            let done = match sh.p.open(&path, flags, 0o600) {
                Ok(fd) => {
                    let r = sh.p.write_all(fd, &bytes).await;
                    let _ = sh.p.close(fd);
                    r
                }
                Err(e) => Err(e),
            };
            if let Err(e) = done {
                sh.builtin_error("history", &format!("{path}: cannot write: {e}"));
                return Ok(1);
            }
        }
        Some("-r" | "-n") => {
            let path = file(sh, 1);
            match sh.p.read_file(&path) {
                Ok(bytes) => {
                    let limit = sh.history_limit();
                    for l in text::decode_owned(bytes).lines() {
                        sh.history.add(l, limit);
                    }
                }
                Err(e) => {
                    sh.builtin_error("history", &format!("{path}: cannot read: {e}"));
                    return Ok(1);
                }
            }
        }
        Some("-s") => {
            let limit = sh.history_limit();
            sh.history.add(&words[1..].join(" "), limit);
        }
        Some("-p") => {
            for w in &words[1..] {
                sh.say(&format!("{w}\n"));
            }
        }
        Some(w)
            if w.starts_with('-')
                && w.len() > 1
                && !w[1..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            let c = w.chars().nth(1).unwrap_or('-');
            return sh.bad_option("history", c);
        }
        Some(_) if words.len() > 1 => {
            sh.builtin_error("history", "too many arguments");
            return Ok(1);
        }
        Some(w) => match w.parse::<usize>() {
            Ok(n) => show(sh, n),
            Err(_) => {
                sh.builtin_error("history", &format!("{w}: numeric argument required"));
                return Ok(1);
            }
        },
        None => show(sh, usize::MAX),
    }
    Ok(0)
}

fn show(sh: &mut Shell, count: usize) {
    let all: Vec<String> = sh.history.entries().map(|(n, l)| format!("{n:5}  {l}\n")).collect();
    let skip = all.len().saturating_sub(count);
    for line in &all[skip..] {
        sh.say(line);
    }
}

pub(super) fn fc(sh: &mut Shell, args: &Args) -> Res<i32> {
    let mut list = false;
    let (mut numbers, mut reverse) = (true, false);
    let mut range = Vec::new();
    for w in args.rest() {
        match w.strip_prefix('-') {
            Some(l) if l.chars().all(|c| "lnr".contains(c)) && !l.is_empty() => {
                list |= l.contains('l');
                numbers &= !l.contains('n');
                reverse |= l.contains('r');
            }
            _ => range.push(w.clone()),
        }
    }
    if !list {
        sh.builtin_error("fc", "editing and running history lines is not available; use fc -l");
        return Ok(1);
    }
    let mut all: Vec<(usize, String)> =
        sh.history.entries().map(|(n, l)| (n, l.to_string())).collect();
    // The line with this command is not among them.
    if sh.interactive && all.last().is_some_and(|(_, l)| l.trim_start().starts_with("fc")) {
        all.pop();
    }
    let named = |w: &String| w.parse::<i64>().is_err();
    if range.iter().any(|w| named(w) && !all.iter().any(|(_, l)| l.starts_with(w.as_str()))) {
        sh.builtin_error("fc", "no command found");
        return Ok(1);
    }
    let end = all.len();
    let place = |w: Option<&String>, default: usize| -> usize {
        let Some(w) = w else { return default };
        match w.parse::<i64>() {
            Ok(n) if n < 0 => end.saturating_sub(n.unsigned_abs() as usize),
            Ok(n) => all.iter().position(|(x, _)| *x as i64 == n).unwrap_or(end.saturating_sub(1)),
            Err(_) => all.iter().rposition(|(_, l)| l.starts_with(w.as_str())).unwrap_or(0),
        }
    };
    let from = place(range.first(), end.saturating_sub(16));
    let to = place(range.get(1), end.saturating_sub(1));
    let mut chosen: Vec<_> = all.iter().skip(from.min(to)).take(from.abs_diff(to) + 1).collect();
    if reverse != (from > to) {
        chosen.reverse();
    }
    for (n, l) in chosen {
        let line = if numbers { format!("{n}\t {l}\n") } else { format!("\t {l}\n") };
        sh.say(&line);
    }
    Ok(0)
}
