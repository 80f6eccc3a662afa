//! arch: the machine's kind of processor.

use crate::coreutils::Cx;

/// `arch`.
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.first() {
        return cx.usage_error(format!("extra operand {quoted}", quoted = cx.ql(extra))).await;
    }
    cx.puts("x86_64\n");
    0
}
