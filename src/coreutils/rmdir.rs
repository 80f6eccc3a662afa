//! rmdir: removes empty directories.

use crate::vfs::Errno;

use super::fs::path;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("ignore-fail-on-non-empty", Arg::No, 'I'),
    ("parents", Arg::No, 'p'),
    ("verbose", Arg::No, 'v'),
];

/// `rmdir`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("pv", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let mut status = 0;
    for dir in &opts.operands {
        let mut at = dir.as_str();
        loop {
            if opts.has('v') {
                let line = format!("{}: removing directory, {}\n", cx.name, cx.q(at));
                cx.puts(&line);
            }
            if let Err(e) = cx.p.rmdir(at) {
                let full = matches!(e, Errno::ENOTEMPTY | Errno::EEXIST);
                if !(full && opts.has('I')) {
                    status = 1;
                    complain(cx, at, at != dir, e).await;
                }
                break;
            }
            let up = path::dir(at);
            if !opts.has('p') || matches!(up, "." | "/") {
                break;
            }
            at = up;
        }
    }
    status
}

async fn complain(cx: &mut Cx, dir: &str, parent: bool, e: Errno) {
    let name = cx.q(dir);
    if cx.busybox() {
        cx.err(format!("{name}: {e}")).await;
    } else if parent {
        cx.err(format!("failed to remove directory {name}: {e}")).await;
    } else {
        cx.err(format!("failed to remove {name}: {e}")).await;
    }
}
