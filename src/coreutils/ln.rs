//! ln and link: make hard and symbolic links.

use crate::vfs::Errno;

use super::fs::backup::{self, Backup};
use super::fs::path;
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("backup", Arg::Optional, 'B'),
    ("directory", Arg::No, 'd'),
    ("force", Arg::No, 'f'),
    ("interactive", Arg::No, 'i'),
    ("logical", Arg::No, 'L'),
    ("no-dereference", Arg::No, 'n'),
    ("no-target-directory", Arg::No, 'T'),
    ("physical", Arg::No, 'P'),
    ("relative", Arg::No, 'r'),
    ("suffix", Arg::Required, 'S'),
    ("symbolic", Arg::No, 's'),
    ("target-directory", Arg::Required, 't'),
    ("verbose", Arg::No, 'v'),
];

struct Options {
    symbolic: bool,
    force: bool,
    interactive: bool,
    relative: bool,
    logical: bool,
    verbose: bool,
    backup: Option<Backup>,
}

/// `ln`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "sfnbS:vTt:r" } else { "bdfinrst:vFLPS:T" };
    let parsed = match cx.getopt(spec, LONGS).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let o = match options(cx, &parsed).await {
        Ok(o) => o,
        Err(status) => return status,
    };
    let mut files = parsed.operands.clone();
    if files.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    if o.relative && !o.symbolic {
        cx.err("cannot do --relative without --symbolic").await;
        return 1;
    }
    // Is the last operand a directory to put links in? With -n a link to one is not.
    let in_dir = |cx: &Cx, name: &str| {
        let stat = if parsed.has('n') { cx.p.lstat(name) } else { cx.p.stat(name) };
        stat.is_ok_and(|s| s.is_dir())
    };
    let dir = match parsed.value('t') {
        Some(dir) => {
            if let Err(e) = super::cp::is_directory(cx, dir) {
                let name = cx.q(dir);
                cx.err(format!("target directory {name}: {e}")).await;
                return 1;
            }
            dir.to_string()
        }
        None if parsed.has('T') => {
            return match files.as_slice() {
                [a, b] => i32::from(!link(cx, a, b, &o).await),
                [a] => {
                    let a = cx.q(a);
                    cx.usage_error(format!("missing destination file operand after {a}")).await
                }
                [_, _, extra, ..] => {
                    let extra = cx.q(extra);
                    cx.usage_error(format!("extra operand {extra}")).await
                }
                [] => 1,
            };
        }
        None if files.len() == 1 => ".".to_string(),
        None => {
            let last = files.pop().unwrap_or_default();
            if !in_dir(cx, &last) {
                if files.len() == 1 {
                    return i32::from(!link(cx, &files[0], &last, &o).await);
                }
                let e = super::cp::is_directory(cx, &last).err().unwrap_or(Errno::ENOTDIR);
                let name = cx.q(&last);
                if cx.busybox() {
                    cx.err(format!("target {name} is not a directory")).await;
                } else {
                    cx.err(format!("target {name}: {e}")).await;
                }
                return 1;
            }
            last
        }
    };
    let mut status = 0;
    for file in &files {
        let base = path::base(file);
        let to = if dir == "." && parsed.value('t').is_none() {
            format!("./{base}")
        } else {
            path::join(&dir, base)
        };
        if !link(cx, file, &to, &o).await {
            status = 1;
        }
    }
    status
}

/// `link`: link(2) and nothing else.
pub async fn plain(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("", &[]).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    let [a, b] = parsed.operands.as_slice() else {
        return match parsed.operands.as_slice() {
            [] => cx.usage_error("missing operand").await,
            [a] => {
                let a = cx.ql(a);
                cx.usage_error(format!("missing operand after {a}")).await
            }
            [_, extra @ ..] => {
                let extra = cx.ql(extra.last().map_or("", String::as_str));
                cx.usage_error(format!("extra operand {extra}")).await
            }
        };
    };
    if let Err(e) = cx.p.link(a, b) {
        let (a, b) = (cx.q(a), cx.q(b));
        if cx.busybox() {
            cx.err(format!("can't create link {b} to {a}: {e}")).await;
        } else {
            cx.err(format!("cannot create link {b} to {a}: {e}")).await;
        }
        return 1;
    }
    0
}

async fn options(cx: &mut Cx, parsed: &Parsed) -> Result<Options, i32> {
    let mut control = None;
    for (letter, value) in &parsed.options {
        match letter {
            'b' => control = control.or(Some(None)),
            'B' => control = Some(value.as_deref()),
            _ => {}
        }
    }
    Ok(Options {
        symbolic: parsed.has('s'),
        force: parsed.has('f'),
        interactive: parsed.has('i'),
        relative: parsed.has('r'),
        logical: parsed.has('L'),
        verbose: parsed.has('v'),
        backup: backup::choose(cx, control, parsed.value('S')).await?,
    })
}

/// The target of `-r`, as seen from the link's directory.
fn relative(cx: &Cx, target: &str, to: &str) -> String {
    let cwd = cx.p.cwd();
    let real = |p: &str| {
        cx.p.realpath(p).unwrap_or_else(|_| {
            let dir =
                cx.p.realpath(path::dir(p)).unwrap_or_else(|_| path::normal(&cwd, path::dir(p)));
            path::normal("/", &path::join(&dir, path::base(p)))
        })
    };
    path::relative(&real(path::dir(to)), &real(target))
}

async fn link(cx: &mut Cx, target: &str, to: &str, o: &Options) -> bool {
    let mut source = target.to_string();
    if !o.symbolic {
        let stat = if o.logical { cx.p.stat(target) } else { cx.p.lstat(target) };
        match stat {
            Err(e) => {
                let name = cx.q(target);
                if cx.busybox() {
                    cx.err(format!("{target}: {e}")).await;
                } else {
                    cx.err(format!("failed to access {name}: {e}")).await;
                }
                return false;
            }
            Ok(s) if s.is_dir() && !cx.busybox() => {
                let name = cx.qf(target);
                cx.err(format!("{name}: hard link not allowed for directory")).await;
                return false;
            }
            Ok(_) => {}
        }
        if o.logical
            && let Ok(real) = cx.p.realpath(target)
        {
            source = real;
        }
    } else if o.relative {
        source = relative(cx, target, to);
    }
    if let Ok(old) = cx.p.lstat(to)
        && !clear(cx, target, to, &old, o).await
    {
        return false;
    }
    let made = if o.symbolic { cx.p.symlink(&source, to) } else { cx.p.link(&source, to) };
    let (a, b) = (cx.q(&source), cx.q(to));
    let Err(e) = made else {
        if o.verbose {
            let arrow = if o.symbolic || cx.busybox() { "->" } else { "=>" };
            let line = format!("{b} {arrow} {a}\n");
            cx.puts(&line);
        }
        return true;
    };
    if cx.busybox() {
        cx.err(format!("{to}: {e}")).await;
    } else if o.symbolic && (e == Errno::ENAMETOOLONG || source.is_empty()) {
        cx.err(format!("failed to create symbolic link {b} -> {a}: {e}")).await;
    } else if o.symbolic {
        cx.err(format!("failed to create symbolic link {b}: {e}")).await;
    } else if matches!(e, Errno::EDQUOT | Errno::EEXIST | Errno::ENOSPC | Errno::EROFS) {
        cx.err(format!("failed to create hard link {b}: {e}")).await;
    } else {
        cx.err(format!("failed to create hard link {b} => {a}: {e}")).await;
    }
    false
}

/// Whether two paths are the same entry of the same directory.
fn same_name(cx: &Cx, a: &str, b: &str) -> bool {
    let dir = |path: &str| cx.p.stat(path::dir(path)).ok().map(|s| (s.dev, s.ino));
    path::base(a) == path::base(b) && dir(a) == dir(b)
}

/// Makes room for the link, as far as the options allow it.
async fn clear(cx: &mut Cx, target: &str, to: &str, old: &crate::vfs::Stat, o: &Options) -> bool {
    let (a, b) = (cx.q(target), cx.q(to));
    let replacing = o.force || o.interactive || o.backup.is_some();
    if !replacing {
        return true;
    }
    if old.is_dir() {
        let name = cx.qf(to);
        if cx.busybox() {
            return true;
        }
        cx.err(format!("{name}: cannot overwrite directory")).await;
        return false;
    }
    if o.interactive {
        let prompt = format!("{}: replace {b}? ", cx.name);
        if !cx.ask(&prompt).await {
            return false;
        }
    }
    let same = cx.p.stat(target).is_ok_and(|s| (s.dev, s.ino) == (old.dev, old.ino));
    if same && o.backup.is_none() && (old.nlink == 1 || same_name(cx, target, to)) {
        cx.err(format!("{a} and {b} are the same file")).await;
        return false;
    }
    let done = match &o.backup {
        Some(backup) => cx.p.rename(to, &backup.name_for(&cx.p, to)),
        None => cx.p.unlink(to),
    };
    if let Err(e) = done {
        cx.err(format!("cannot remove {b}: {e}")).await;
        return false;
    }
    true
}
