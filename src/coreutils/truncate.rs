//! truncate and fallocate: give files a length.

use crate::vfs::{Errno, OpenFlags};

use super::fs::human;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("io-blocks", Arg::No, 'o'),
    ("no-create", Arg::No, 'c'),
    ("reference", Arg::Required, 'r'),
    ("size", Arg::Required, 's'),
];

/// A length, perhaps relative to the present one.
#[derive(Clone, Copy)]
struct Length {
    how: char,
    n: u64,
}

impl Length {
    fn parse(text: &str) -> Option<Length> {
        let text = text.trim_start();
        let how = text.chars().next().filter(|c| "+-<>/%".contains(*c));
        let rest = if how.is_some() { &text[1..] } else { text };
        let n = human::parse(rest).ok()?;
        let how = how.unwrap_or('=');
        (!matches!(how, '/' | '%') || n > 0).then_some(Length { how, n })
    }

    fn of(self, old: u64) -> Option<u64> {
        Some(match self.how {
            '+' => old.checked_add(self.n)?,
            '-' => old.saturating_sub(self.n),
            '<' => old.min(self.n),
            '>' => old.max(self.n),
            '/' => old / self.n * self.n,
            '%' => old.checked_next_multiple_of(self.n)?,
            _ => self.n,
        })
    }
}

/// `truncate`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt(if cx.busybox() { "cs:" } else { "cor:s:" }, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let (size, reference) = (opts.value('s'), opts.value('r'));
    if size.is_none() && reference.is_none() {
        let (a, b) = (cx.ql("--size"), cx.ql("--reference"));
        return cx.usage_error(format!("you must specify either {a} or {b}")).await;
    }
    let mut base = None;
    if let Some(file) = reference {
        match cx.p.stat(file) {
            Ok(s) => base = Some(s.size),
            Err(e) => {
                let name = cx.q(file);
                cx.err(format!("cannot stat {name}: {e}")).await;
                return 1;
            }
        }
    }
    // BusyBox has no lengths relative to the present one.
    let parse = |s: &str| Length::parse(s).filter(|l| !cx.busybox() || l.how == '=');
    let length = match size.map(|s| (s, parse(s))) {
        None => Length { how: '+', n: 0 },
        Some((_, Some(length))) => length,
        Some((text, None)) => {
            let text = cx.ql(text);
            let what = if cx.busybox() { "invalid number" } else { "Invalid number:" };
            cx.err(format!("{what} {text}")).await;
            return 1;
        }
    };
    if opts.operands.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    let unit = if opts.has('o') { 4096 } else { 1 };
    let mut status = 0;
    for file in &opts.operands {
        let create = if opts.has('c') { OpenFlags::NONE } else { OpenFlags::CREAT };
        let fd = match cx.p.open(file, OpenFlags::WRITE | create, 0o666) {
            Ok(fd) => fd,
            Err(Errno::ENOENT) if opts.has('c') => continue,
            Err(e) => {
                status = 1;
                let name = cx.q(file);
                if cx.busybox() {
                    cx.err(format!("{file}: open: {e}")).await;
                } else {
                    cx.err(format!("cannot open {name} for writing: {e}")).await;
                }
                continue;
            }
        };
        let old = base.unwrap_or_else(|| cx.p.fstat(fd).map_or(0, |s| s.size));
        let length = Length { n: length.n.saturating_mul(unit), ..length };
        let new = length.of(old).filter(|n| i64::try_from(*n).is_ok());
        let done = new.ok_or(Errno::EFBIG).and_then(|n| cx.p.ftruncate(fd, n));
        let _ = cx.p.close(fd);
        if let Err(e) = done {
            status = 1;
            let name = cx.q(file);
            if cx.busybox() {
                cx.err(format!("{file}: truncate: {e}")).await;
            } else {
                let n = new.unwrap_or(u64::MAX);
                cx.err(format!("failed to truncate {name} at {n} bytes: {e}")).await;
            }
        }
    }
    status
}

const ALLOC: &[(&str, Arg, char)] = &[
    ("length", Arg::Required, 'l'),
    ("offset", Arg::Required, 'o'),
    ("keep-size", Arg::No, 'n'),
    ("zero-range", Arg::No, 'z'),
    ("punch-hole", Arg::No, 'p'),
    ("verbose", Arg::No, 'v'),
];

/// `fallocate`: the room is really taken, by zeros.
pub async fn fallocate(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("l:o:nzpvxdci", ALLOC).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.has('z') || opts.has('p') || opts.has('c') || opts.has('d') || opts.has('i') {
        cx.err("only allocating is built into this simulation").await;
        return 1;
    }
    let number = |v: Option<&str>| v.map(human::parse);
    let (length, offset) = match (number(opts.value('l')), number(opts.value('o'))) {
        (Some(Err(_)) | Some(Ok(0)), _) => {
            cx.err("invalid length").await;
            return 1;
        }
        (_, Some(Err(_))) => {
            cx.err("invalid offset").await;
            return 1;
        }
        (Some(Ok(l)), o) => (l, o.and_then(Result::ok).unwrap_or(0)),
        (None, _) if opts.operands.is_empty() => {
            cx.err("no filename specified").await;
            return 1;
        }
        (None, _) => {
            cx.err("no length argument specified").await;
            return 1;
        }
    };
    let [file] = opts.operands.as_slice() else {
        let what = if opts.operands.is_empty() {
            "no filename specified"
        } else {
            "unexpected number of arguments"
        };
        cx.err(what).await;
        return 1;
    };
    let fd = match cx.p.open(file, OpenFlags::READ | OpenFlags::WRITE | OpenFlags::CREAT, 0o666) {
        Ok(fd) => fd,
        Err(e) => {
            cx.err(format!("cannot open {file}: {e}")).await;
            return 1;
        }
    };
    let old = cx.p.fstat(fd).map_or(0, |s| s.size);
    let end = offset.saturating_add(length);
    let mut at = old.min(end);
    let _ = cx.p.lseek(fd, std::io::SeekFrom::Start(at));
    let zeros = vec![0; 1 << 16];
    let mut result = Ok(());
    while at < end && result.is_ok() {
        let n = (end - at).min(zeros.len() as u64) as usize;
        match cx.p.write(fd, &zeros[..n]).await {
            Ok(0) => result = Err(Errno::ENOSPC),
            Ok(n) => at += n as u64,
            Err(e) => result = Err(e),
        }
    }
    if opts.has('n') || result.is_err() {
        let _ = cx.p.ftruncate(fd, old);
    }
    let _ = cx.p.close(fd);
    match result {
        Ok(()) => 0,
        Err(e) => {
            cx.err(format!("fallocate failed: {e}")).await;
            1
        }
    }
}
