//! umount: takes mounts away; mountpoint: says whether a directory is one.

use crate::vfs::Errno;

use super::fs::mounts;
use super::mount::may_mount;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("all", Arg::No, 'a'),
    ("force", Arg::No, 'f'),
    ("lazy", Arg::No, 'l'),
    ("no-mtab", Arg::No, 'n'),
    ("quiet", Arg::No, 'q'),
    ("recursive", Arg::No, 'R'),
    ("types", Arg::Required, 't'),
    ("verbose", Arg::No, 'v'),
];

/// `umount`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "fldnrat:v" } else { "aAcdfilnqrRt:O:v" };
    let opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.has('a') {
        cx.err("-a is not built into this simulation: name what to unmount").await;
        return 1;
    }
    if opts.operands.is_empty() {
        cx.err("bad usage").await;
        return cx.try_help(1).await;
    }
    let root = may_mount(cx);
    let mut status = 0;
    for name in &opts.operands {
        let list = mounts::list(&cx.p);
        // A device stands for the place where it was mounted last.
        let place = list.iter().rfind(|m| m.source == *name && !m.source.is_empty());
        let target = match cx.p.realpath(name) {
            Ok(real) if list.iter().any(|m| m.dir == real) => real,
            _ => place.map_or(name.clone(), |m| m.dir.clone()),
        };
        let mounted = list.iter().any(|m| m.dir == target);
        let exists = cx.p.exists(&target);
        // Who is root, but may not mount, is told so at once; others hear first what they have asked for.
        let refused = !root && (mounted || cx.p.cred().uid == 0);
        let problem = if refused {
            "must be superuser to unmount.".to_string()
        } else if !exists && root && !cx.busybox() {
            "no mount point specified.".to_string()
        } else if !exists {
            Errno::ENOENT.to_string()
        } else if !mounted {
            "not mounted.".to_string()
        } else {
            match cx.p.umount(&target, opts.has('l')) {
                Ok(()) => {
                    if opts.has('v') {
                        cx.puts(&format!("{}: {name} unmounted\n", cx.name));
                    }
                    continue;
                }
                Err(Errno::EBUSY) => "target is busy.".to_string(),
                Err(e) => e.to_string(),
            }
        };
        status = 32;
        if cx.busybox() {
            let e = match problem.as_str() {
                "target is busy." => Errno::EBUSY,
                "not mounted." => Errno::EINVAL,
                "No such file or directory" if root => Errno::ENOENT,
                _ => Errno::EPERM,
            };
            cx.err(format!("can't unmount {name}: {e}")).await;
            status = 1;
        } else if !opts.has('q') {
            cx.err(format!("{name}: {problem}")).await;
        }
    }
    status
}

/// `mountpoint`.
pub async fn point(cx: &mut Cx) -> i32 {
    let longs = [("quiet", Arg::No, 'q'), ("fs-devno", Arg::No, 'd'), ("devno", Arg::No, 'x')];
    let opts = match cx.getopt("qdxn", &longs).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let [dir] = opts.operands.as_slice() else {
        cx.err("bad usage").await;
        return cx.try_help(1).await;
    };
    let stat = match cx.p.stat(dir) {
        Ok(stat) => stat,
        Err(e) => {
            if !opts.has('q') {
                cx.err(format!("{dir}: {e}")).await;
            }
            return 1;
        }
    };
    let real = cx.p.realpath(dir).unwrap_or_default();
    let is = mounts::list(&cx.p).iter().any(|m| m.dir == real);
    if opts.has('d') && is {
        let (a, b) = (crate::vfs::major(stat.dev), crate::vfs::minor(stat.dev));
        cx.puts(&format!("{a}:{b}\n"));
    } else if !opts.has('q') {
        cx.puts(&format!("{dir} is {}a mountpoint\n", if is { "" } else { "not " }));
    }
    match (is, cx.busybox()) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 32,
    }
}
