//! tty: the terminal that standard input is.

use crate::coreutils::{Arg, Cx};

/// `tty`.
pub async fn main(cx: &mut Cx) -> i32 {
    cx.usage_status = 2;
    let longs = [("silent", Arg::No, 's'), ("quiet", Arg::No, 's')];
    let parsed = match cx.getopt("s", &longs).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.first() {
        return cx.usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra))).await;
    }
    let name = if cx.p.isatty(0) { cx.p.ttyname(0).ok() } else { None };
    if !parsed.has('s') {
        cx.puts(&format!("{}\n", name.as_deref().unwrap_or("not a tty")));
    }
    i32::from(name.is_none())
}
