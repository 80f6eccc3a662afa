//! `command` and `builtin`

use super::types::describe;
use super::{Run, find, options};
use crate::shell::Dialect;
use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell, Stop};

/// The path that `command -p` searches.
const STANDARD_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// The arguments from a word on, positions of assignments moved along.
fn from(args: &Args, at: usize) -> Args {
    Args {
        words: args.words[at..].to_vec(),
        arrays: args
            .arrays
            .iter()
            .filter(|(i, _)| *i >= at)
            .map(|(i, e)| (i - at, e.clone()))
            .collect(),
        assigned: args.assigned.iter().filter(|i| **i >= at).map(|i| i - at).collect(),
    }
}

pub(super) async fn command(sh: &mut Shell, args: &Args) -> Res<i32> {
    let (found, at) = match options(args.rest(), "pvV") {
        Ok(f) => f,
        Err((c, _)) => return sh.bad_option("command", c),
    };
    let words = &args.rest()[at..];
    let has = |c: char| found.iter().any(|(o, _)| *o == c);
    if has('v') || has('V') {
        let mut good = words.is_empty() && sh.bash();
        // ash looks at the first alone.
        let most = if sh.dialect == Dialect::Ash { 1 } else { words.len() };
        for w in words.iter().take(most) {
            good |= describe(sh, w, has('V'));
        }
        return Ok(if good {
            0
        } else if sh.bash() {
            1
        } else {
            127
        });
    }
    if words.is_empty() {
        return Ok(0);
    }
    let inner = from(args, at + 1);
    let name = inner.words[0].clone();
    if let Some(b) = find(sh, &name) {
        sh.guarded += 1;
        let r = match b.run {
            Run::Plain(run) => run(sh, &inner),
            Run::Waits(run) => run(sh, &inner).await,
        };
        sh.guarded -= 1;
        // A special builtin's error does not end the shell here.
        return match r {
            Err(Stop::Discard(n)) => Ok(n),
            r => r,
        };
    }
    let path = has('p').then(|| sh.var("PATH"));
    if path.is_some() {
        sh.vars.put("PATH", Some(crate::shell::vars::Var::scalar(STANDARD_PATH)));
    }
    let r = Box::pin(sh.run_words(&inner)).await;
    if let Some(old) = path {
        match old {
            Some(p) => sh.assign("PATH", None, &p, false)?,
            None => sh.vars.unset("PATH"),
        }
    }
    r?;
    Ok(sh.status)
}

pub(super) async fn builtin(sh: &mut Shell, args: &Args) -> Res<i32> {
    let words = args.rest();
    let at = usize::from(words.first().is_some_and(|w| w == "--"));
    let Some(name) = words.get(at).cloned() else { return Ok(0) };
    if at == 0
        && let Some(c) = name.strip_prefix('-').and_then(|o| o.chars().next())
    {
        return sh.bad_option("builtin", c);
    }
    let Some(b) = find(sh, &name) else {
        sh.builtin_error("builtin", &format!("{name}: not a shell builtin"));
        return Ok(1);
    };
    let inner = from(args, at + 1);
    match b.run {
        Run::Plain(run) => run(sh, &inner),
        Run::Waits(run) => run(sh, &inner).await,
    }
}
