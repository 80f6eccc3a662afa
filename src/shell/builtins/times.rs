//! `times`

use crate::shell::exec::Args;
use crate::shell::state::{Res, Shell};

pub(super) fn times(sh: &mut Shell, _: &Args) -> Res<i32> {
    let (own, children) = sh.p.cpu_times();
    let text = |ns: i64| {
        format!("{}m{}.{:03}s", ns / 60_000_000_000, ns / 1_000_000_000 % 60, ns / 1_000_000 % 1000)
    };
    let out = format!("{} {}\n{} {}\n", text(own), text(0), text(children), text(0));
    sh.say(&out);
    Ok(0)
}
