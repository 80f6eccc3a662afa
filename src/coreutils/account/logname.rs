//! logname: who has logged in on this terminal.

use crate::coreutils::Cx;

/// `logname`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.first() {
        return cx.usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra))).await;
    }
    match super::login_user(&cx.p) {
        Some(name) => {
            cx.puts(&format!("{name}\n"));
            0
        }
        None if cx.busybox() => {
            cx.err("getlogin: No such device or address").await;
            1
        }
        None => {
            cx.err("no login name").await;
            1
        }
    }
}
