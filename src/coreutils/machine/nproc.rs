//! nproc: how many processors there are.

use crate::coreutils::{Arg, Cx};
use crate::kernel::PROCESSORS;

/// `nproc`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [("all", Arg::No, 'a'), ("ignore", Arg::Required, 'i')];
    let parsed = match cx.getopt("", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.first() {
        return cx.usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra))).await;
    }
    let ignored = match parsed.value('i').map(str::parse::<u64>) {
        None => 0,
        Some(Ok(n)) => n,
        Some(Err(_)) => {
            let n = parsed.value('i').unwrap_or_default();
            let text = format!("invalid number: {quoted}", quoted = cx.ql(n));
            cx.err(text).await;
            return 1;
        }
    };
    let all = if parsed.has('a') { PROCESSORS } else { cx.p.processors() };
    cx.puts(&format!("{}\n", all.saturating_sub(ignored).max(1)));
    0
}
