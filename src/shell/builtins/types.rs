//! `type`, the descriptions of `command -v`, and `caller`.

use super::{find, is_special, options};
use crate::shell::exec::{Args, Found};
use crate::shell::options::{Opt, Shopt};
use crate::shell::state::{Res, Shell};
use crate::shell::syntax::print;

/// Words that the grammar owns, in bash.
pub(crate) const KEYWORDS: &[&str] = &[
    "!", "[[", "]]", "case", "coproc", "do", "done", "elif", "else", "esac", "fi", "for",
    "function", "if", "in", "select", "then", "time", "until", "while", "{", "}",
];

fn is_keyword(sh: &Shell, name: &str) -> bool {
    KEYWORDS.contains(&name)
        && (sh.bash() || !matches!(name, "coproc" | "select" | "time" | "function" | "[[" | "]]"))
}

/// What `command -v` (or `-V`) says of a name; false when it is nothing.
pub(super) fn describe(sh: &mut Shell, name: &str, long: bool) -> bool {
    if long {
        return one(sh, "command", name, Mode { all: false, functions: true });
    }
    let line = if let Some(v) = aliases_on(sh).then(|| sh.aliases.get(name).cloned()).flatten() {
        format!("alias {name}={}\n", crate::shell::quote::plain_single(&v))
    } else if is_keyword(sh, name) || sh.functions.contains_key(name) || find(sh, name).is_some() {
        format!("{name}\n")
    } else {
        match sh.find_program(name, None) {
            Found::Path(p) if !name.contains('/') => format!("{p}\n"),
            Found::Path(p)
                if sh.p.access(&p, 1).is_ok() && sh.p.stat(&p).is_ok_and(|s| !s.is_dir()) =>
            {
                format!("{p}\n")
            }
            _ => return false,
        }
    };
    sh.say(&line);
    true
}

fn aliases_on(sh: &Shell) -> bool {
    !sh.bash() || sh.shopt(Shopt::ExpandAliases) || sh.on(Opt::Posix)
}

struct Mode {
    all: bool,
    functions: bool,
}

/// Says what a name is, in sentences.
fn one(sh: &mut Shell, builtin: &str, name: &str, mode: Mode) -> bool {
    let mut any = false;
    macro_rules! tell {
        ($($t:tt)*) => {{
            let line = format!($($t)*);
            sh.say(&line);
            any = true;
            if !mode.all {
                return true;
            }
        }};
    }
    if aliases_on(sh)
        && let Some(v) = sh.aliases.get(name).cloned()
    {
        if sh.bash() {
            tell!("{name} is aliased to `{v}'\n");
        } else {
            tell!("{name} is an alias for {v}\n");
        }
    }
    if is_keyword(sh, name) {
        tell!("{name} is a shell keyword\n");
    }
    if mode.functions
        && let Some(f) = sh.functions.get(name).cloned()
    {
        if sh.bash() {
            tell!("{name} is a function\n{}\n", print::function(&f.function));
        } else {
            tell!("{name} is a shell function\n");
        }
    }
    if find(sh, name).is_some() {
        if is_special(name) && (!sh.bash() || sh.on(Opt::Posix)) {
            tell!("{name} is a special shell builtin\n");
        } else {
            tell!("{name} is a shell builtin\n");
        }
    }
    if !mode.all
        && sh.bash()
        && let Some((path, _)) = sh.hashed.get(name)
    {
        let path = path.clone();
        tell!("{name} is hashed ({path})\n");
    }
    for path in programs(sh, name, mode.all) {
        tell!("{name} is {path}\n");
    }
    if !any {
        if sh.bash() {
            sh.builtin_error(builtin, &format!("{name}: not found"));
        } else {
            sh.say(&format!("{name}: not found\n"));
        }
    }
    any
}

/// Where programs of a name are: the first one or all.
fn programs(sh: &Shell, name: &str, all: bool) -> Vec<String> {
    let runs = |p: &str| sh.p.access(p, 1).is_ok() && sh.p.stat(p).is_ok_and(|s| s.is_file());
    if name.contains('/') {
        return if runs(name) { vec![name.to_string()] } else { Vec::new() };
    }
    let path = sh.var("PATH").unwrap_or_default();
    let mut out = Vec::new();
    for dir in path.split(':') {
        let dir = if dir.is_empty() { "." } else { dir };
        let full = format!("{dir}/{name}");
        if runs(&full) {
            out.push(full);
            if !all {
                break;
            }
        }
    }
    out
}

pub(super) fn type_(sh: &mut Shell, args: &Args) -> Res<i32> {
    let spec = if sh.bash() { "afptP" } else { "" };
    let (found, at) = match options(args.rest(), spec) {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("type", c),
    };
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    let (all, functions) = (has('a'), !has('f'));
    let mut status = 0;
    for name in &args.rest()[at..] {
        if has('P') || has('p') {
            let hidden = !has('P')
                && ((aliases_on(sh) && sh.aliases.contains_key(name))
                    || is_keyword(sh, name)
                    || (functions && sh.functions.contains_key(name.as_str()))
                    || find(sh, name).is_some());
            if hidden && !all {
                continue;
            }
            let hashed = sh.hashed.get(name).map(|(p, _)| p.clone()).filter(|_| !all);
            let paths = match hashed {
                Some(p) => vec![p],
                None => programs(sh, name, all),
            };
            if paths.is_empty() {
                status = 1;
            }
            for p in paths {
                sh.say(&format!("{p}\n"));
            }
        } else if has('t') {
            let mut kinds = Vec::new();
            if aliases_on(sh) && sh.aliases.contains_key(name) {
                kinds.push("alias");
            }
            if is_keyword(sh, name) {
                kinds.push("keyword");
            }
            if functions && sh.functions.contains_key(name.as_str()) {
                kinds.push("function");
            }
            if find(sh, name).is_some() {
                kinds.push("builtin");
            }
            kinds.extend(programs(sh, name, all).iter().map(|_| "file"));
            if kinds.is_empty() {
                status = 1;
            }
            for k in kinds.iter().take(if all { usize::MAX } else { 1 }) {
                sh.say(&format!("{k}\n"));
            }
        } else if !one(sh, "type", name, Mode { all, functions }) {
            status = if sh.bash() { 1 } else { 127 };
        }
    }
    Ok(status)
}

pub(super) fn caller(sh: &mut Shell, args: &Args) -> Res<i32> {
    let Some(w) = args.rest().first() else {
        let Some(c) = sh.calls.iter().rev().find(|c| &*c.name != "main") else {
            // A script's own commands have no caller.
            if sh.calls.is_empty() {
                return Ok(1);
            }
            sh.say("0 NULL\n");
            return Ok(0);
        };
        let source =
            sh.calls.iter().rev().nth(1).map_or("NULL".to_string(), |c| c.source.to_string());
        let line = format!("{} {source}\n", c.line);
        sh.say(&line);
        return Ok(0);
    };
    if sh.calls.is_empty() {
        return Ok(1);
    }
    let Ok(n) = w.parse::<usize>() else {
        let m = format!("{w}: invalid number");
        sh.builtin_error("caller", &m);
        return Ok(sh.usage("caller"));
    };
    let frames: Vec<_> = sh.calls.iter().rev().collect();
    let Some((c, outer)) = frames.get(n).zip(frames.get(n + 1)) else { return Ok(1) };
    let line = format!("{} {} {}\n", c.line, outer.name, outer.source);
    sh.say(&line);
    Ok(0)
}
