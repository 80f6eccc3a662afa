//! `getopts`

use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::state::{Getopts, Res, Shell};
use crate::shell::syntax::is_name;

pub(super) fn getopts(sh: &mut Shell, args: &Args) -> Res<i32> {
    let words = args.rest();
    if let Some(c) = words.first().and_then(|w| w.strip_prefix('-')).and_then(|w| w.chars().next())
        && c != '-'
        && sh.bash()
    {
        return sh.bad_option("getopts", c);
    }
    let words = if words.first().is_some_and(|w| w == "--") { &words[1..] } else { words };
    let [spec, name, rest @ ..] = words else {
        if sh.bash() {
            return Ok(sh.usage("getopts"));
        }
        let more = if sh.dialect == Dialect::Ash { "" } else { "..." };
        sh.builtin_error("getopts", &format!("usage: getopts optstring var [arg{more}]"));
        return Ok(2);
    };
    let list: Vec<String> = if rest.is_empty() { sh.args.to_vec() } else { rest.to_vec() };
    let silent = spec.starts_with(':');
    let mut g = sh.getopts;
    if g.index == 0 {
        g.index = 1;
    }
    let show_errors = !silent && sh.var("OPTERR").as_deref() != Some("0");
    let outcome = step(&mut g, spec, &list);
    sh.set_quietly("OPTIND", &g.index.to_string());
    sh.getopts = g;
    let (result, argument, message) = match outcome {
        Outcome::End => {
            sh.vars.unset("OPTARG");
            let _ = sh.assign(name, None, "?", false);
            return Ok(1);
        }
        Outcome::Option(c, argument) => (c.to_string(), argument, None),
        Outcome::Unknown(c) => {
            let m = match sh.dialect {
                Dialect::Bash => format!("illegal option -- {c}"),
                _ => format!("Illegal option -{c}"),
            };
            ("?".to_string(), silent.then(|| c.to_string()), Some(m))
        }
        Outcome::Missing(c) => {
            let m = match sh.dialect {
                Dialect::Bash => format!("option requires an argument -- {c}"),
                _ => format!("No arg for -{c} option"),
            };
            let result = if silent { ":" } else { "?" };
            (result.to_string(), silent.then(|| c.to_string()), Some(m))
        }
    };
    if let Some(m) = message.filter(|_| show_errors) {
        let name = sh.arg0.clone();
        match sh.dialect {
            Dialect::Bash => sh.complain(&format!("{name}: {m}\n")),
            _ => sh.complain(&format!("{m}\n")),
        }
    }
    match argument {
        Some(a) => sh.assign("OPTARG", None, &a, false)?,
        None => sh.vars.unset("OPTARG"),
    }
    if !is_name(name) {
        sh.builtin_error("getopts", &format!("`{name}': not a valid identifier"));
        return Ok(1);
    }
    match sh.assign(name, None, &result, false) {
        Ok(()) => Ok(0),
        Err(_) => Ok(if sh.bash() { 2 } else { 1 }),
    }
}

enum Outcome {
    End,
    Option(char, Option<String>),
    Unknown(char),
    Missing(char),
}

fn step(g: &mut Getopts, spec: &str, list: &[String]) -> Outcome {
    let Some(word) = list.get(g.index - 1) else {
        g.index = list.len() + 1;
        g.offset = 0;
        return Outcome::End;
    };
    if g.offset == 0 {
        if !word.starts_with('-') || word == "-" {
            return Outcome::End;
        }
        if word == "--" {
            g.index += 1;
            return Outcome::End;
        }
        g.offset = 1;
    }
    let Some(c) = word.get(g.offset..).and_then(|r| r.chars().next()) else {
        g.index += 1;
        g.offset = 0;
        return step(g, spec, list);
    };
    g.offset += c.len_utf8();
    let rest = word[g.offset..].to_string();
    let next = |g: &mut Getopts| {
        g.index += 1;
        g.offset = 0;
    };
    let spec = spec.strip_prefix(':').unwrap_or(spec);
    let known = spec.find(c).filter(|_| c != ':');
    let Some(at) = known else {
        if rest.is_empty() {
            next(g);
        }
        return Outcome::Unknown(c);
    };
    if !spec[at + c.len_utf8()..].starts_with(':') {
        if rest.is_empty() {
            next(g);
        }
        return Outcome::Option(c, None);
    }
    next(g);
    if !rest.is_empty() {
        return Outcome::Option(c, Some(rest));
    }
    match list.get(g.index - 1) {
        Some(a) => {
            g.index += 1;
            Outcome::Option(c, Some(a.clone()))
        }
        None => Outcome::Missing(c),
    }
}
