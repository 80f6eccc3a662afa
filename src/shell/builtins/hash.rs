//! `hash`

use std::rc::Rc;

use super::options;
use crate::shell::exec::{Args, Found};
use crate::shell::state::{Res, Shell};

pub(super) fn hash(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = if sh.bash() { "lrp:dt" } else { "rv" };
    let (found, at) = match options(args.rest(), spec) {
        Ok(f) => f,
        Err((c, true)) => {
            sh.builtin_error("hash", &format!("-{c}: option requires an argument"));
            return Ok(2);
        }
        Err((c, _)) => return sh.bad_option("hash", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let names = &args.rest()[at..];
    if has('r') {
        sh.hashed = Rc::default();
    }
    if names.is_empty() {
        if has('r') {
            return Ok(0);
        }
        let all = sh.hashed.clone();
        if all.is_empty() {
            if sh.bash() {
                sh.say("hash: hash table empty\n");
            }
            return Ok(0);
        }
        if has('l') {
            for (n, (p, _)) in all.iter() {
                sh.say(&format!("builtin hash -p {p} {n}\n"));
            }
            return Ok(0);
        }
        if sh.bash() {
            sh.say("hits\tcommand\n");
        }
        for (p, hits) in all.values() {
            let line = if sh.bash() { format!("{hits:4}\t{p}\n") } else { format!("{p}\n") };
            sh.say(&line);
        }
        return Ok(0);
    }
    let given = found.iter().find(|(o, _)| *o == 'p').and_then(|(_, a)| a.clone());
    let mut status = 0;
    for n in names {
        if has('t') {
            match sh.hashed.get(n).cloned() {
                Some((p, _)) if has('l') => sh.say(&format!("builtin hash -p {p} {n}\n")),
                Some((p, _)) if names.len() > 1 => sh.say(&format!("{n}\t{p}\n")),
                Some((p, _)) => sh.say(&format!("{p}\n")),
                None => {
                    sh.builtin_error("hash", &format!("{n}: not found"));
                    status = 1;
                }
            }
        } else if has('d') {
            if Rc::make_mut(&mut sh.hashed).remove(n).is_none() {
                sh.builtin_error("hash", &format!("{n}: not found"));
                status = 1;
            }
        } else if let Some(p) = &given {
            if sh.p.stat(p).is_ok_and(|s| s.is_dir()) {
                sh.builtin_error("hash", &format!("{p}: Is a directory"));
                status = 1;
                continue;
            }
            Rc::make_mut(&mut sh.hashed).insert(n.clone(), (p.clone(), 0));
        } else if super::find(sh, n).is_some()
            || sh.functions.contains_key(n.as_str())
            || n.contains('/')
        {
            continue;
        } else {
            match sh.find_program(n, None) {
                Found::Path(p) => {
                    Rc::make_mut(&mut sh.hashed).insert(n.clone(), (p, 0));
                }
                _ => {
                    // What was remembered is forgotten first.
                    Rc::make_mut(&mut sh.hashed).remove(n);
                    sh.builtin_error("hash", &format!("{n}: not found"));
                    status = 1;
                }
            }
        }
    }
    Ok(status)
}
