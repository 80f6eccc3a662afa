//! readlink: prints what a symbolic link holds, or a canonical path.

use super::fs::canon::{Missing, canonical, canonical_plainly};
use super::{Arg, Cx};
use crate::vfs::Errno;

const LONGS: &[(&str, Arg, char)] = &[
    ("canonicalize", Arg::No, 'f'),
    ("canonicalize-existing", Arg::No, 'e'),
    ("canonicalize-missing", Arg::No, 'm'),
    ("no-newline", Arg::No, 'n'),
    ("quiet", Arg::No, 'q'),
    ("silent", Arg::No, 's'),
    ("verbose", Arg::No, 'v'),
    ("zero", Arg::No, 'z'),
];

/// `readlink`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "nvsqfe" } else { "efmnqsvz" };
    let opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let mut mode = None;
    for (letter, _) in &opts.options {
        match letter {
            'f' => mode = Some(Missing::Last),
            'e' => mode = Some(Missing::None),
            'm' => mode = Some(Missing::Any),
            _ => {}
        }
    }
    let many = opts.operands.len() > 1;
    if many && cx.busybox() {
        return cx.busybox_usage().await;
    }
    if opts.has('n') && many && !cx.busybox() {
        cx.err("ignoring --no-newline with multiple arguments").await;
    }
    let end = match (opts.has('z'), opts.has('n') && !many) {
        (_, true) => "",
        (true, _) => "\0",
        _ => "\n",
    };
    let mut status = 0;
    for file in &opts.operands {
        let found = match mode {
            Some(_) if cx.busybox() => canonical_plainly(&cx.p, file),
            Some(mode) => canonical(&cx.p, file, mode),
            None => cx.p.readlink(file),
        };
        match found {
            Ok(target) => {
                cx.puts(&target);
                cx.puts(end);
            }
            Err(e) => {
                status = 1;
                if opts.has('v') {
                    let name = cx.qf(file);
                    let linkless = cx.busybox() && e == Errno::EINVAL;
                    if linkless {
                        cx.err(format!("{name}: cannot read link: not a symlink")).await;
                    } else {
                        cx.err(format!("{name}: {e}")).await;
                    }
                }
            }
        }
        cx.pace().await;
    }
    status
}
