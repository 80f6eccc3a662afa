//! `shopt`

use super::options;
use crate::shell::exec::Args;
use crate::shell::options::{SET, SHOPT};
use crate::shell::state::{Res, Shell};

pub(super) fn shopt(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "pqsuo") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("shopt", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let (print, quiet, set, unset, set_names) = (has('p'), has('q'), has('s'), has('u'), has('o'));
    if set && unset {
        sh.builtin_error("shopt", "cannot set and unset shell options simultaneously");
        return Ok(1);
    }
    let names = &args.rest()[at..];
    let state = |sh: &Shell, name: &str| -> Option<bool> {
        if set_names {
            SET.iter().find(|(n, ..)| *n == name).map(|(_, _, o)| sh.on(*o))
        } else {
            SHOPT.iter().position(|(n, ..)| *n == name).map(|i| sh.opts.shopt_at(i))
        }
    };
    if names.is_empty() {
        let all: Vec<&str> = if set_names {
            SET.iter().map(|(n, ..)| *n).collect()
        } else {
            SHOPT.iter().map(|(n, ..)| *n).collect()
        };
        for n in all {
            let on = state(sh, n).unwrap_or(false);
            if (set && !on) || (unset && on) || quiet {
                continue;
            }
            show(sh, n, on, print, set_names);
        }
        return Ok(0);
    }
    let mut status = 0;
    for n in names {
        let Some(on) = state(sh, n) else {
            let m = if set_names {
                format!("{n}: invalid option name")
            } else {
                format!("{n}: invalid shell option name")
            };
            sh.builtin_error("shopt", &m);
            status = 1;
            continue;
        };
        if set || unset {
            if set_names {
                sh.set_option(n, set);
            } else if let Some(i) = SHOPT.iter().position(|(x, ..)| x == n) {
                sh.opts.put_shopt_at(i, set);
            }
            continue;
        }
        if !on {
            status = 1;
        }
        if !quiet {
            show(sh, n, on, print, set_names);
        }
    }
    Ok(status)
}

fn show(sh: &mut Shell, name: &str, on: bool, print: bool, set_names: bool) {
    let line = match (print, set_names) {
        (true, true) => format!("set {}o {name}\n", if on { '-' } else { '+' }),
        (true, false) => format!("shopt -{} {name}\n", if on { 's' } else { 'u' }),
        (false, true) => format!("{name:<15}\t{}\n", if on { "on" } else { "off" }),
        (false, false) => format!("{name:<20}\t{}\n", if on { "on" } else { "off" }),
    };
    sh.say(&line);
}
