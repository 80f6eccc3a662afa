//! lsattr, chattr, getfattr, setfattr: attributes that files here do not have.

use crate::vfs::Errno;

use super::fs::path;
use super::{Arg, Cx};

/// `lsattr`: no file has any.
pub async fn lsattr(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("RVadlpv", &[]).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let mut files = opts.operands.clone();
    if files.is_empty() {
        files.push(".".to_string());
    }
    let mut status = 0;
    for file in &files {
        let list = match cx.p.lstat(file) {
            Err(e) => {
                status = 1;
                let text = if cx.busybox() {
                    format!("reading {file}: {e}")
                } else {
                    format!("{e} while trying to stat {file}")
                };
                cx.err(text).await;
                continue;
            }
            Ok(s) if s.is_dir() && !opts.has('d') => {
                let hidden = |n: &str| n.starts_with('.') && !opts.has('a');
                let entries = cx.p.readdir(file).unwrap_or_default();
                entries
                    .into_iter()
                    .filter(|e| !hidden(&e.name))
                    .map(|e| path::join(file, &e.name))
                    .collect()
            }
            Ok(_) => vec![file.clone()],
        };
        for name in list {
            let dashes =
                if cx.busybox() { "--------------e-----" } else { "--------------e-------" };
            cx.puts(&format!("{dashes} {name}\n"));
        }
    }
    status
}

/// `chattr`.
pub async fn chattr(cx: &mut Cx) -> i32 {
    cx.err("changing attributes is not built into this simulation").await;
    1
}

/// `getfattr`: files have no extended attributes that a user could see.
pub async fn getfattr(cx: &mut Cx) -> i32 {
    let longs = [
        ("name", Arg::Required, 'n'),
        ("dump", Arg::No, 'd'),
        ("no-dereference", Arg::No, 'h'),
        ("match", Arg::Required, 'm'),
        ("recursive", Arg::No, 'R'),
        ("only-values", Arg::No, 'o'),
        ("encoding", Arg::Optional, 'e'),
        ("absolute-names", Arg::No, 'p'),
    ];
    let opts = match cx.getopt("n:de:hm:RLP", &longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    let mut status = 0;
    for file in &opts.operands {
        let quoted = if cx.busybox() { format!("'{file}'") } else { file.clone() };
        if let Err(e) = cx.p.stat(file) {
            status = 1;
            cx.err(format!("{quoted}: {e}")).await;
        } else if let Some(name) = opts.value('n') {
            status = 1;
            let e = if cx.busybox() {
                Errno::ENODATA.to_string()
            } else {
                "No such attribute".to_string()
            };
            cx.err(format!("{file}: {name}: {e}")).await;
        }
    }
    status
}

/// `setfattr`.
pub async fn setfattr(cx: &mut Cx) -> i32 {
    cx.err("extended attributes are not built into this simulation").await;
    1
}
