//! `test` and `[`; the conditions themselves belong to `test_expr`.

use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell, Stop};

fn run(sh: &mut Shell, words: &[String]) -> Res<i32> {
    match sh.test_words(words) {
        Ok(yes) => Ok(i32::from(!yes)),
        Err(Stop::Discard(n)) => Ok(n.max(2)),
        Err(stop) => Err(stop),
    }
}

pub(super) fn test(sh: &mut Shell, args: &Args) -> Res<i32> {
    run(sh, args.rest())
}

pub(super) fn bracket(sh: &mut Shell, args: &Args) -> Res<i32> {
    match args.rest().split_last() {
        Some((last, words)) if last == "]" => run(sh, words),
        _ => {
            match sh.dialect {
                crate::shell::Dialect::Ash => sh.applet_error("missing ]"),
                crate::shell::Dialect::Bash => sh.builtin_error("[", "missing `]'"),
                crate::shell::Dialect::Dash => sh.builtin_error("[", "missing ]"),
            }
            Ok(2)
        }
    }
}
