//! mv: renames, and copies and removes where a rename can not do.

use crate::vfs::{Errno, Stat};

use super::cp::{Target, UPDATES, is_directory, target};
use super::fs::backup;
use super::fs::copy::{Copier, Options, Preserve, Update, Verdict};
use super::fs::path;
use super::fs::walk::{Follow, Visit, Walk};
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("backup", Arg::Optional, 'B'),
    ("debug", Arg::No, 'v'),
    ("exchange", Arg::No, 'X'),
    ("force", Arg::No, 'f'),
    ("interactive", Arg::No, 'i'),
    ("no-clobber", Arg::No, 'n'),
    ("no-copy", Arg::No, 'C'),
    ("no-target-directory", Arg::No, 'T'),
    ("strip-trailing-slashes", Arg::No, 'G'),
    ("suffix", Arg::Required, 'S'),
    ("target-directory", Arg::Required, 't'),
    ("update", Arg::Optional, 'U'),
    ("verbose", Arg::No, 'v'),
];

/// `mv`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "finvut:T" } else { "bfint:uvS:TZ" };
    let parsed = match cx.getopt(spec, LONGS).await {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    if parsed.has('X') {
        cx.err("--exchange is not built into this simulation").await;
        return 1;
    }
    let o = match options(cx, &parsed).await {
        Ok(o) => o,
        Err(status) => return status,
    };
    let mut files = parsed.operands.clone();
    if files.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    let dir = match target(cx, &parsed, &mut files).await {
        Ok(Target::Into(dir)) => dir,
        Ok(Target::As(name)) if cx.busybox() && is_directory(cx, &name).is_ok() => {
            cx.err(format!("'{name}' is a directory")).await;
            return 1;
        }
        Ok(Target::As(name)) => return i32::from(!relocate(cx, &files[0], &name, &o).await),
        Err(status) => return status,
    };
    let mut status = 0;
    for file in &files {
        let file = if parsed.has('G') { file.trim_end_matches('/') } else { file };
        if !relocate(cx, file, &path::join(&dir, path::base(file)), &o).await {
            status = 1;
        }
    }
    status
}

async fn options(cx: &mut Cx, parsed: &Parsed) -> Result<Options, i32> {
    let preserve = Preserve { mode: true, owner: true, times: true, links: true, not_mode: false };
    let mut o = Options {
        follow: Follow::Never,
        recursive: true,
        special: true,
        preserve,
        moving: true,
        ..Options::default()
    };
    let mut control = None;
    for (letter, value) in &parsed.options {
        match (letter, value.as_deref()) {
            ('f', _) => (o.force, o.interactive) = (true, false),
            ('i', _) => (o.force, o.interactive) = (false, true),
            ('n', _) => (o.update, o.interactive) = (Update::None, false),
            ('u', _) | ('U', None | Some("older")) => o.update = Update::Older,
            ('U', Some("all")) => o.update = Update::All,
            ('U', Some("none")) => o.update = Update::None,
            ('U', Some("none-fail")) => o.update = Update::NoneFail,
            ('U', Some(other)) => return Err(cx.bad_word(other, "--update", UPDATES).await),
            ('v', _) => o.verbose = true,
            ('b', _) => control = control.or(Some(None)),
            ('B', value) => control = Some(value),
            _ => {}
        }
    }
    o.backup = backup::choose(cx, control, parsed.value('S')).await?;
    Ok(o)
}

/// BusyBox's: what is at the target matters only where a rename can not do, and is then looked at
/// through links.
async fn simply(cx: &mut Cx, from: &str, to: &str, o: &Options) -> bool {
    let (a, b) = (cx.q(from), cx.q(to));
    let old = cx.p.stat(to).ok();
    if let Some(old) = old {
        let newer = |stat: Stat| stat.mtime > old.mtime;
        match o.update {
            Update::None => return true,
            Update::Older if !cx.p.lstat(from).is_ok_and(newer) => return true,
            _ => {}
        }
        let guarded = cx.p.access(to, 2).is_err() && cx.p.isatty(0);
        if !o.force && (o.interactive || guarded) {
            let prompt = format!("{}: overwrite {b}? ", cx.name);
            if !cx.ask(&prompt).await {
                return true;
            }
        }
    }
    let moved = match (cx.p.rename(from, to), cx.p.lstat(from)) {
        (Ok(()), _) => Ok(()),
        (Err(Errno::EXDEV), Ok(stat)) => match old {
            Some(old) if old.is_dir() != stat.is_dir() => {
                let (over, with) = if old.is_dir() { ("", "non-") } else { ("non-", "") };
                Err(format!("can't overwrite {over}directory with {with}directory"))
            }
            Some(_) if let Err(e) = cx.p.unlink(to) => Err(format!("can't remove {b}: {e}")),
            _ => {
                if !Copier::new(cx, o).copy(from, to).await || !remove(cx, from, false).await {
                    return false;
                }
                Ok(())
            }
        },
        (Err(e), _) => Err(format!("can't rename {a}: {e}")),
    };
    if let Err(text) = moved {
        cx.err(text).await;
        return false;
    }
    if o.verbose {
        cx.puts(&format!("{a} -> {b}\n"));
    }
    true
}

/// Moves one file or tree so that it is called `to`.
async fn relocate(cx: &mut Cx, from: &str, to: &str, o: &Options) -> bool {
    if cx.busybox() {
        return simply(cx, from, to, o).await;
    }
    let (a, b) = (cx.q(from), cx.q(to));
    let stat = match cx.p.lstat(from) {
        Ok(stat) => stat,
        Err(e) => {
            cx.err(format!("cannot stat {a}: {e}")).await;
            return false;
        }
    };
    let mut copier = Copier::new(cx, o);
    if let Ok(old) = copier.cx.p.lstat(to) {
        let same_name = path::base(from) == path::base(to)
            && copier.cx.p.realpath(path::dir(from)) == copier.cx.p.realpath(path::dir(to));
        if (old.dev, old.ino) == (stat.dev, stat.ino) && same_name {
            copier.cx.err(format!("{a} and {b} are the same file")).await;
            return false;
        }
        if stat.is_dir() && !old.is_dir() && o.backup.is_none() {
            let text = format!("cannot overwrite non-directory {b} with directory {a}");
            copier.cx.err(text).await;
            return false;
        }
        match copier.consider(from, to, &stat).await {
            Verdict::Go => {}
            Verdict::Stop(ok) => return ok,
        }
    }
    match copier.cx.p.rename(from, to) {
        Ok(()) => {
            if o.verbose {
                copier.cx.puts(&format!("renamed {a} -> {b}\n"));
            }
            true
        }
        Err(Errno::EXDEV) => across(copier, from, to).await,
        Err(e) => {
            let cx = copier.cx;
            if e == Errno::EINVAL {
                cx.err(format!("cannot move {a} to a subdirectory of itself, {b}")).await;
            } else if matches!(
                e,
                Errno::EDQUOT
                    | Errno::EEXIST
                    | Errno::EISDIR
                    | Errno::EMLINK
                    | Errno::ENOSPC
                    | Errno::ENOTEMPTY
                    | Errno::ETXTBSY
            ) {
                cx.err(format!("cannot overwrite {b}: {e}")).await;
            } else {
                cx.err(format!("cannot move {a} to {b}: {e}")).await;
            }
            false
        }
    }
}

/// Copies to another filesystem (or out of an image's layer, which rename(2) can not change) and
/// removes the original.
async fn across(mut copier: Copier<'_>, from: &str, to: &str) -> bool {
    if let Ok(old) = copier.cx.p.lstat(to) {
        let cleared = if old.is_dir() { copier.cx.p.rmdir(to) } else { copier.cx.p.unlink(to) };
        if let Err(e) = cleared {
            let (a, b) = (copier.cx.ql(from), copier.cx.ql(to));
            let text =
                format!("inter-device move failed: {a} to {b}; unable to remove target: {e}");
            copier.cx.err(text).await;
            return false;
        }
    }
    if !copier.copy(from, to).await {
        return false;
    }
    let verbose = copier.o.verbose;
    remove(copier.cx, from, verbose).await
}

async fn remove(cx: &mut Cx, from: &str, verbose: bool) -> bool {
    let mut ok = true;
    let mut walk = Walk::new(&cx.p, from, Follow::Never);
    while let Some(step) = walk.step() {
        let gone = match step.visit {
            Visit::Enter => continue,
            Visit::Leave => cx.p.rmdir(&step.path),
            Visit::Unreadable(e) | Visit::Error(e) => Err(e),
            Visit::File | Visit::Loop => cx.p.unlink(&step.path),
        };
        let name = cx.q(&step.path);
        match gone {
            Ok(()) if verbose => {
                let dir = if step.stat.is_dir() { "directory " } else { "" };
                let line = format!("removed {dir}{name}\n");
                cx.puts(&line);
            }
            Ok(()) => {}
            Err(e) => {
                let word = if cx.busybox() { "can't" } else { "cannot" };
                cx.err(format!("{word} remove {name}: {e}")).await;
                ok = false;
            }
        }
        cx.pace().await;
    }
    ok
}
