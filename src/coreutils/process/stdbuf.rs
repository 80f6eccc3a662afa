//! stdbuf: a command with other buffers. Programs here write what they have when it matters, so nothing changes.

use crate::coreutils::{Arg, Cx};

/// `stdbuf`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 125;
    let longs = [
        ("error", Arg::Required, 'e'),
        ("input", Arg::Required, 'i'),
        ("output", Arg::Required, 'o'),
    ];
    let parsed = match cx.getopt("+e:i:o:", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    for (letter, value) in &parsed.options {
        let mode = value.as_deref().unwrap_or_default();
        if mode == "L" && *letter == 'i' {
            return cx.usage_error("line buffering stdin is meaningless").await;
        }
        if mode != "L" && crate::coreutils::lines::size(mode).is_none() {
            let mode = cx.ql(mode);
            cx.err(format!("invalid mode {mode}")).await;
            return 125;
        }
    }
    if parsed.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    if parsed.options.is_empty() {
        return cx.usage_error("you must specify a buffering mode option").await;
    }
    let e = crate::coreutils::launch::exec(&cx.p, &parsed.operands).await;
    let name = cx.ql(&parsed.operands[0]);
    cx.err(format!("failed to run command {name}: {e}")).await;
    crate::coreutils::launch::exec_status(e)
}
