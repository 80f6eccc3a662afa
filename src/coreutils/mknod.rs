//! mkfifo and mknod: make FIFOs and device files; unlink and sync: one system call each.

use crate::vfs::{FileType, OpenFlags};

use super::fs::modes;
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] =
    &[("mode", Arg::Required, 'm'), ("context", Arg::Optional, 'Z')];

/// The mode that `-m` gives, 0666 less the umask otherwise; `Err` after a complaint.
async fn mode(cx: &mut Cx, opts: &Parsed) -> Result<Option<u32>, i32> {
    let Some(text) = opts.value('m') else { return Ok(None) };
    match modes::parse(text) {
        Some(mode) => Ok(Some(mode.apply(0o666, false, cx.p.umask()) & 0o777)),
        None => {
            let text = cx.ql(text);
            cx.err(if cx.busybox() {
                format!("invalid mode {text}")
            } else {
                "invalid mode".to_string()
            })
            .await;
            Err(1)
        }
    }
}

/// `mkfifo`.
pub async fn fifo(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("m:Z", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let mode = match mode(cx, &opts).await {
        Ok(mode) => mode,
        Err(status) => return status,
    };
    let mut status = 0;
    for file in &opts.operands {
        let made = cx.p.mkfifo(file, 0o666).and_then(|()| match mode {
            Some(mode) => cx.p.chmod(file, mode),
            None => Ok(()),
        });
        if let Err(e) = made {
            status = 1;
            let name = cx.q(file);
            if cx.busybox() {
                cx.err(format!("{file}: {e}")).await;
            } else {
                cx.err(format!("cannot create fifo {name}: {e}")).await;
            }
        }
    }
    status
}

/// `mknod`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("m:Z", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let mode = match mode(cx, &opts).await {
        Ok(mode) => mode,
        Err(status) => return status,
    };
    let words: Vec<&str> = opts.operands.iter().map(String::as_str).collect();
    let (name, kind) = match words.as_slice() {
        [] => return cx.usage_error("missing operand").await,
        [name] => {
            let name = cx.ql(name);
            return cx.usage_error(format!("missing operand after {name}")).await;
        }
        [name, kind, ..] => (*name, *kind),
    };
    let made = match kind.chars().next() {
        Some('p') => {
            if let [_, _, extra, ..] = words.as_slice() {
                let extra = cx.ql(extra);
                cx.err(format!("extra operand {extra}")).await;
                cx.say("Fifos do not have major and minor device numbers.\n").await;
                return cx.try_help(1).await;
            }
            cx.p.mkfifo(name, 0o666)
        }
        Some(letter @ ('b' | 'c' | 'u')) => {
            let [_, _, a, b] = words.as_slice() else {
                if cx.busybox() {
                    return cx.busybox_usage().await;
                }
                let last = cx.ql(words.last().unwrap_or(&""));
                cx.err(format!("missing operand after {last}")).await;
                cx.say("Special files require major and minor device numbers.\n").await;
                return cx.try_help(1).await;
            };
            let (Ok(a), Ok(b)) = (a.parse(), b.parse()) else {
                let (what, bad) = match a.parse::<u32>() {
                    Ok(_) => ("minor", cx.ql(b)),
                    Err(_) => ("major", cx.ql(a)),
                };
                cx.err(format!("invalid {what} device number {bad}")).await;
                return 1;
            };
            let kind = if letter == 'b' { FileType::BlockDevice } else { FileType::CharDevice };
            cx.p.mknod(name, kind, (a, b), 0o666)
        }
        _ => {
            let kind = cx.ql(kind);
            return cx.usage_error(format!("invalid device type {kind}")).await;
        }
    };
    let made = made.and_then(|()| match mode {
        Some(mode) => cx.p.chmod(name, mode),
        None => Ok(()),
    });
    if let Err(e) = made {
        let quoted = cx.qf(name);
        cx.err(format!("{quoted}: {e}")).await;
        return 1;
    }
    0
}

/// `unlink`.
pub async fn unlink(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("", &[]).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let file = match opts.operands.as_slice() {
        [file] => file,
        [] => return cx.usage_error("missing operand").await,
        [_, extra, ..] => {
            let extra = cx.ql(extra);
            return cx.usage_error(format!("extra operand {extra}")).await;
        }
    };
    if let Err(e) = cx.p.unlink(file) {
        let name = cx.q(file);
        let what = if cx.busybox() { "can't remove file" } else { "cannot unlink" };
        cx.err(format!("{what} {name}: {e}")).await;
        return 1;
    }
    0
}

/// `sync`: writes everything to the disk, or the files that are named.
pub async fn sync(cx: &mut Cx) -> i32 {
    let longs = [("data", Arg::No, 'd'), ("file-system", Arg::No, 'f')];
    let opts = match cx.getopt("df", &longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let mut status = 0;
    if opts.operands.is_empty() || opts.has('f') {
        cx.p.sync();
    }
    for file in &opts.operands {
        match cx.p.open(file, OpenFlags::READ, 0) {
            Ok(fd) => {
                let _ = cx.p.fsync(fd);
                let _ = cx.p.close(fd);
            }
            Err(e) => {
                status = 1;
                let name = cx.q(file);
                let text = if cx.busybox() {
                    format!("can't open {name}: {e}")
                } else {
                    format!("error opening {name}: {e}")
                };
                cx.err(text).await;
            }
        }
    }
    status
}
