//! mkdir: makes directories.

use crate::vfs::Errno;

use super::fs::modes::{self, Mode};
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("mode", Arg::Required, 'm'),
    ("parents", Arg::No, 'p'),
    ("verbose", Arg::No, 'v'),
    ("context", Arg::Optional, 'Z'),
];

/// `mkdir`.
pub async fn main(cx: &mut Cx) -> i32 {
    let (spec, longs) = if cx.busybox() { ("m:pv", &LONGS[..3]) } else { ("m:pvZ", LONGS) };
    let opts = match cx.getopt(spec, longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing operand").await;
    }
    let mode = match opts.value('m').map(|m| (m, modes::parse(m))) {
        None => None,
        Some((_, Some(mode))) => Some(mode),
        Some((given, None)) => {
            let given = cx.ql(given);
            cx.err(format!("invalid mode {given}")).await;
            return 1;
        }
    };
    let mut status = 0;
    for dir in &opts.operands {
        let made = if opts.has('p') {
            parents(cx, dir, mode.as_ref(), opts.has('v')).await
        } else {
            make(cx, dir, mode.as_ref(), opts.has('v')).map_err(|e| (dir.clone(), e))
        };
        if let Err((name, e)) = made {
            let name = cx.ql(&name);
            let what = if cx.busybox() { "can't" } else { "cannot" };
            cx.err(format!("{what} create directory {name}: {e}")).await;
            status = 1;
        }
    }
    status
}

fn make(cx: &mut Cx, dir: &str, mode: Option<&Mode>, verbose: bool) -> Result<(), Errno> {
    cx.p.mkdir(dir, 0o777)?;
    if let Some(mode) = mode {
        // What it has from the directory above it keeps.
        let kept = if cx.busybox() { 0 } else { cx.p.stat(dir)?.mode & 0o2000 };
        cx.p.chmod(dir, mode.apply(0o777, true, cx.p.umask()) | kept)?;
    }
    if verbose {
        said(cx, dir);
    }
    Ok(())
}

fn said(cx: &mut Cx, dir: &str) {
    let line = if cx.busybox() {
        format!("created directory: '{dir}'\n")
    } else {
        format!("{}: created directory {}\n", cx.name, cx.q(dir))
    };
    cx.puts(&line);
}

/// `-p`: every directory on the way that is missing. The error names how far it came.
async fn parents(
    cx: &mut Cx,
    dir: &str,
    mode: Option<&Mode>,
    verbose: bool,
) -> Result<(), (String, Errno)> {
    let mut ends: Vec<usize> = Vec::new();
    let bytes = dir.as_bytes();
    for (i, b) in bytes.iter().enumerate() {
        if *b == b'/' && i > 0 && bytes[i - 1] != b'/' {
            ends.push(i);
        }
    }
    let whole = dir.trim_end_matches('/').len().max(1);
    ends.retain(|&i| i < whole);
    for end in ends {
        let part = &dir[..end];
        let fail = |e| (part.to_string(), e);
        match cx.p.mkdir(part, 0o777) {
            Ok(()) => {
                // POSIX: what is made on the way can always be used by its owner.
                let old = cx.p.lstat(part).map_err(fail)?;
                if old.perm() & 0o300 != 0o300 {
                    cx.p.chmod(part, old.perm() | 0o300).map_err(fail)?;
                }
                if verbose {
                    said(cx, part);
                }
            }
            Err(e) => match cx.p.stat(part) {
                Ok(s) if s.is_dir() => {}
                Ok(_) if cx.busybox() => return Err((format!("{part}/"), Errno::ENOTDIR)),
                Ok(_) => return Err(fail(Errno::ENOTDIR)),
                Err(_) => return Err(fail(e)),
            },
        }
        cx.p.tick(1).await;
    }
    match make(cx, dir, mode, verbose) {
        Err(e) if !cx.p.stat(dir).is_ok_and(|s| s.is_dir()) => Err((dir.to_string(), e)),
        _ => Ok(()),
    }
}
