//! `trap`

use super::options;
use crate::kernel::Signal;
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::quote;
use crate::shell::state::{Res, Shell};
use crate::shell::traps;

fn show(sh: &mut Shell, n: i32, command: &str) {
    let name = traps::name(n, sh.bash());
    let name = if sh.bash() { name } else { name.trim_start_matches("SIG").to_string() };
    sh.say(&format!("trap -- {} {name}\n", quote::plain_single(command)));
}

pub(super) fn trap(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = if sh.bash() { "lpP" } else { "" };
    let words = args.rest();
    // `trap -` resets; a lone dash is no option.
    let (found, at) = match options(words, spec) {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("trap", c),
    };
    let words = &words[at..];
    if found.iter().any(|(c, _)| *c == 'l') {
        let text = signal_list();
        sh.say(&text);
        return Ok(0);
    }
    let only_action = found.iter().any(|(c, _)| *c == 'P');
    if words.is_empty() || !found.is_empty() {
        let all = sh.traps.list();
        if words.is_empty() {
            for (n, c) in all {
                show(sh, n, &c);
            }
            return Ok(0);
        }
        let mut status = 0;
        for w in words {
            match traps::parse(w) {
                Some(n) => {
                    if let Some((_, c)) = all.iter().find(|(x, _)| *x == n) {
                        if only_action {
                            sh.say(&format!("{c}\n"));
                        } else {
                            show(sh, n, c);
                        }
                    }
                }
                None => {
                    sh.builtin_error("trap", &format!("{w}: invalid signal specification"));
                    status = 1;
                }
            }
        }
        return Ok(status);
    }
    let (action, signals) = match words {
        // One word is a signal to reset; so is everything when the first word is a number.
        [one] => {
            if traps::parse(one).is_none() || (one == "-") {
                if sh.bash() {
                    return Ok(sh.usage("trap"));
                }
                if sh.dialect == Dialect::Ash && one != "-" {
                    sh.builtin_error("trap", &format!("{one}: invalid signal specification"));
                    return Ok(1);
                }
                return Ok(0);
            }
            (None, words)
        }
        [first, ..] if !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit()) => {
            (None, words)
        }
        [first, rest @ ..] => (if first == "-" { None } else { Some(first.as_str()) }, rest),
        [] => return Ok(0),
    };
    let mut status = 0;
    for w in signals {
        // Only bash has events that are no signals, but for the end.
        let own = |n: &i32| matches!(*n, traps::DEBUG | traps::ERR | traps::RETURN);
        let known = |n: &i32| sh.dialect != Dialect::Dash || !own(n);
        match traps::parse(w).filter(known) {
            Some(n) => {
                let interactive = sh.interactive && sh.subshell == 0;
                let p = sh.p.clone();
                sh.traps.put(&p, n, action, interactive);
                if n == traps::EXIT && action.is_some() && sh.bash() && !sh.interactive {
                    sh.traps.guard(&p);
                }
            }
            None => {
                let m = match sh.dialect {
                    Dialect::Bash => format!("{w}: invalid signal specification"),
                    Dialect::Ash => format!("{w}: invalid signal specification"),
                    Dialect::Dash => {
                        // It is told without the shell's own name in front.
                        sh.complain(&format!("trap: {w}: bad trap\n"));
                        status = 1;
                        continue;
                    }
                };
                sh.builtin_error("trap", &m);
                status = 1;
            }
        }
    }
    Ok(status)
}

/// The table of `trap -l` and `kill -l`.
pub(super) fn signal_list() -> String {
    let mut all: Vec<(i32, String)> =
        Signal::ALL.iter().map(|s| (s.number(), format!("SIG{}", s.name()))).collect();
    for n in 34..=64 {
        let name = match n {
            34 => "SIGRTMIN".to_string(),
            64 => "SIGRTMAX".to_string(),
            n if n <= 49 => format!("SIGRTMIN+{}", n - 34),
            n => format!("SIGRTMAX-{}", 64 - n),
        };
        all.push((n, name));
    }
    let mut out = String::new();
    for (i, (n, name)) in all.iter().enumerate() {
        out.push_str(&format!("{n:2}) {name}"));
        out.push(if i % 5 == 4 || i + 1 == all.len() { '\n' } else { '\t' });
    }
    out
}
