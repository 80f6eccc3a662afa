//! whoami: the name of the effective user.

use crate::coreutils::Cx;

/// `whoami`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.first() {
        return cx.usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra))).await;
    }
    let uid = cx.p.cred().euid;
    match cx.p.user_by_id(uid) {
        Some(user) => {
            cx.puts(&format!("{}\n", user.name));
            0
        }
        None if cx.busybox() => {
            cx.err(format!("unknown uid {uid}")).await;
            1
        }
        None => {
            cx.err(format!("cannot find name for user ID {uid}")).await;
            1
        }
    }
}
