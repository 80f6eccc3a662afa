//! dirname: what comes before the last part of a path.

use super::fs::path;
use super::{Arg, Cx};

/// `dirname`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "" } else { "z" };
    let opts = match cx.getopt(spec, &[("zero", Arg::No, 'z')]).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() || (cx.busybox() && opts.operands.len() > 1) {
        return cx.usage_error("missing operand").await;
    }
    for name in &opts.operands {
        cx.puts(path::dir(name));
        cx.puts(if opts.has('z') { "\0" } else { "\n" });
        cx.pace().await;
    }
    0
}
