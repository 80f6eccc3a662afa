//! printenv: the environment, or single variables of it.

use crate::coreutils::{Arg, Cx};

/// `printenv`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let spec = if cx.busybox() { "+" } else { "+0" };
    let parsed = match cx.getopt(spec, &[("null", Arg::No, '0')]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let end = if parsed.has('0') { "\0" } else { "\n" };
    let env = cx.p.environ();
    if parsed.operands.is_empty() {
        for (name, value) in env.iter() {
            cx.puts(&format!("{name}={value}{end}"));
        }
        return 0;
    }
    let mut status = 0;
    for name in &parsed.operands {
        match env.iter().find(|(n, _)| n == name) {
            Some((_, value)) => cx.puts(&format!("{value}{end}")),
            None => status = 1,
        }
    }
    status
}
