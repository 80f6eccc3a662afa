//! `enable`

use std::rc::Rc;

use super::{BUILTINS, options};
use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};

pub(super) fn enable(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "adnpsf:") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("enable", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let (off, all, special) = (has('n'), has('a'), has('s'));
    let names = &args.rest()[at..];
    if let Some((_, Some(file))) = found.iter().find(|(o, _)| *o == 'f') {
        let m = if sh.p.stat(file).is_ok() {
            "loading builtins from files is not possible".to_string()
        } else {
            let why = "cannot open shared object file: No such file or directory";
            format!("cannot open shared object {file}: {file}: {why}")
        };
        sh.builtin_error("enable", &m);
        return Ok(1);
    }
    if has('d') {
        for n in names {
            sh.builtin_error("enable", &format!("{n}: not dynamically loaded"));
        }
        return Ok(1);
    }
    if names.is_empty() {
        let dialect = sh.dialect;
        for b in BUILTINS.iter().filter(|b| b.in_shell(dialect) && (!special || b.special)) {
            let disabled = sh.disabled.contains(b.name);
            if !all && disabled != off {
                continue;
            }
            let line = format!("enable {}{}\n", if disabled { "-n " } else { "" }, b.name);
            sh.say(&line);
        }
        return Ok(0);
    }
    let mut status = 0;
    for n in names {
        if !BUILTINS.iter().any(|b| b.name == n && b.in_shell(sh.dialect)) {
            sh.builtin_error("enable", &format!("{n}: not a shell builtin"));
            status = 1;
            continue;
        }
        let set = Rc::make_mut(&mut sh.disabled);
        if off {
            set.insert(n.clone());
        } else {
            set.remove(n);
        }
    }
    Ok(status)
}
