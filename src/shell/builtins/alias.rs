//! `alias` and `unalias`

use std::rc::Rc;

use super::options;
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::quote;
use crate::shell::state::{Res, Shell};

fn show(sh: &mut Shell, name: &str, value: &str) {
    let value = quote::plain_single(value);
    let line = match sh.dialect {
        Dialect::Bash => format!("alias {name}={value}\n"),
        _ => format!("{name}={value}\n"),
    };
    sh.say(&line);
}

pub(super) fn alias(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "p") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("alias", c),
    };
    let words = &args.rest()[at..];
    if words.is_empty() || !found.is_empty() {
        for (n, v) in sh.aliases.clone().iter() {
            show(sh, n, v);
        }
    }
    let mut status = 0;
    for w in words {
        match w.split_once('=') {
            Some((name, value)) if !name.is_empty() => {
                if sh.bash()
                    && name.contains([
                        '/', '$', '`', '=', ' ', '\t', '\'', '"', '|', '&', ';', '<', '>', '(', ')',
                    ])
                {
                    sh.builtin_error("alias", &format!("`{name}': invalid alias name"));
                    status = 1;
                    continue;
                }
                Rc::make_mut(&mut sh.aliases).insert(name.to_string(), value.to_string());
            }
            _ => match sh.aliases.get(w).cloned() {
                Some(v) => show(sh, w, &v),
                None => {
                    not_there(sh, "alias", w);
                    status = 1;
                }
            },
        }
    }
    Ok(status)
}

/// There is no such alias; ash and dash say so without their own name.
fn not_there(sh: &mut Shell, builtin: &str, name: &str) {
    if sh.bash() {
        sh.builtin_error(builtin, &format!("{name}: not found"));
    } else {
        sh.complain(&format!("{builtin}: {name} not found\n"));
    }
}

pub(super) fn unalias(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "a") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("unalias", c),
    };
    if !found.is_empty() {
        sh.aliases = Rc::default();
        return Ok(0);
    }
    let words = &args.rest()[at..];
    if words.is_empty() {
        if sh.dialect == Dialect::Ash {
            return Ok(0);
        }
        return Ok(sh.usage("unalias"));
    }
    let mut status = 0;
    for w in words {
        if Rc::make_mut(&mut sh.aliases).remove(w).is_none() {
            not_there(sh, "unalias", w);
            status = 1;
        }
    }
    Ok(status)
}
