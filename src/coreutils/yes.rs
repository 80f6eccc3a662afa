//! yes: a line without end.

use super::Cx;
use crate::vfs::text;

/// `yes`
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("+", &[]).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    let mut line = if parsed.operands.is_empty() {
        b"y".to_vec()
    } else {
        text::encode(&parsed.operands.join(" ")).into_owned()
    };
    line.push(b'\n');
    let block = line.repeat((8192 / line.len()).max(1));
    loop {
        cx.put(&block);
        cx.flush().await;
        if !cx.pace().await {
            return 1;
        }
        cx.p.tick(100).await;
    }
}
