//! touch: makes empty files and sets times.

use crate::vfs::{Errno, OpenFlags};

use super::time::{self, Zone};
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("time", Arg::Required, 'T'),
    ("no-create", Arg::No, 'c'),
    ("date", Arg::Required, 'd'),
    ("reference", Arg::Required, 'r'),
    ("no-dereference", Arg::No, 'h'),
];

/// Access and modification time to set, `None` for the present.
type Times = Option<(i64, i64)>;

/// `touch`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "cd:t:r:hafm" } else { "acd:fhmr:t:" };
    let opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let mut which = (opts.has('a'), opts.has('m'));
    match opts.value('T') {
        Some("atime" | "access" | "use") => which.0 = true,
        Some("mtime" | "modify") => which.1 = true,
        Some(other) => {
            let valid: &[&[&str]] = &[&["atime", "access", "use"], &["mtime", "modify"]];
            return cx.bad_word(other, "--time", valid).await;
        }
        None => {}
    }
    if which == (false, false) {
        which = (true, true);
    }
    let times = match times(cx, &opts).await {
        Ok(times) => times,
        Err(status) => return status,
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    let mut status = 0;
    for file in &opts.operands {
        if let Err((setting, e)) = touch(cx, file, which, times, &opts) {
            status = 1;
            if cx.busybox() {
                cx.err(format!("{file}: {e}")).await;
            } else if setting {
                let name = cx.q(file);
                cx.err(format!("setting times of {name}: {e}")).await;
            } else {
                let name = cx.q(file);
                cx.err(format!("cannot touch {name}: {e}")).await;
            }
        }
    }
    status
}

/// The times that `-r`, `-d` and `-t` ask for.
async fn times(cx: &mut Cx, opts: &Parsed) -> Result<Times, i32> {
    let now = cx.p.now();
    let mut base = None;
    if let Some(file) = opts.value('r') {
        let stat = if opts.has('h') { cx.p.lstat(file) } else { cx.p.stat(file) };
        match stat {
            Ok(s) => base = Some((s.atime, s.mtime)),
            Err(e) if cx.busybox() => {
                cx.err(format!("{file}: {e}")).await;
                return Err(1);
            }
            Err(e) => {
                let name = cx.q(file);
                cx.err(format!("failed to get attributes of {name}: {e}")).await;
                return Err(1);
            }
        }
    }
    let sources = [opts.has('t'), opts.has('d'), opts.has('r') && !opts.has('d')];
    if sources.iter().filter(|s| **s).count() > 1 && !cx.busybox() {
        return Err(cx.usage_error("cannot specify times from more than one source").await);
    }
    let (given, read) = if let Some(d) = opts.value('d') {
        (d, time::parse(d, base.map_or(now, |b| b.1), &Zone::of(&cx.p)))
    } else if let Some(t) = opts.value('t') {
        (t, time::stamp(t, now, &Zone::of(&cx.p)))
    } else {
        return Ok(base);
    };
    if let Some(t) = read {
        return Ok(Some((t, t)));
    }
    let given = cx.ql(given);
    let what = if cx.busybox() { "date" } else { "date format" };
    cx.err(format!("invalid {what} {given}")).await;
    Err(1)
}

/// Touches one file; an error says whether it came from setting the times.
fn touch(
    cx: &Cx,
    file: &str,
    which: (bool, bool),
    times: Times,
    opts: &Parsed,
) -> Result<(), (bool, Errno)> {
    let follow = !opts.has('h');
    let found = if follow { cx.p.stat(file) } else { cx.p.lstat(file) };
    match found {
        Err(Errno::ENOENT) if opts.has('c') || !follow => {
            return if opts.has('c') { Ok(()) } else { Err((true, Errno::ENOENT)) };
        }
        // What can not be made is still looked for when its times are set.
        Err(Errno::ENOENT) if file.ends_with('/') => return Err((true, Errno::ENOENT)),
        Err(Errno::ENOENT) => {
            let flags = OpenFlags::WRITE | OpenFlags::CREAT;
            let fd = cx.p.open(file, flags, 0o666).map_err(|e| (false, e))?;
            let _ = cx.p.close(fd);
            if times.is_none() && which == (true, true) {
                return Ok(());
            }
        }
        Err(e) => return Err((false, e)),
        Ok(_) => {}
    }
    let set = match (times, which) {
        (None, (true, true)) => cx.p.touch(file, follow),
        (times, (a, m)) => {
            let now = cx.p.now();
            let (at, mt) = times.unwrap_or((now, now));
            cx.p.utimes(file, a.then_some(at), m.then_some(mt), follow)
        }
    };
    // Without write permission the file can not be opened: that is what GNU's touch reports.
    set.map_err(|e| (e != Errno::EACCES && e != Errno::EROFS, e))
}
