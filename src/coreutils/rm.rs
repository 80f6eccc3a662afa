//! rm: removes files and trees.

use crate::vfs::{Errno, Stat};

use super::fs::path;
use super::fs::walk::{Follow, Step, Visit, Walk};
use super::getopt::{self, Complaint};
use super::stat::kind;
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("force", Arg::No, 'f'),
    ("interactive", Arg::Optional, 'W'),
    ("one-file-system", Arg::No, 'x'),
    ("no-preserve-root", Arg::No, 'N'),
    ("preserve-root", Arg::Optional, 'P'),
    ("recursive", Arg::No, 'r'),
    ("dir", Arg::No, 'd'),
    ("verbose", Arg::No, 'v'),
];

/// When to ask.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ask {
    Never,
    /// Only before removing what is write-protected, on a terminal.
    Protected,
    Once,
    Always,
}

struct Options {
    ask: Ask,
    force: bool,
    recursive: bool,
    dir: bool,
    verbose: bool,
    one_fs: bool,
    preserve_root: bool,
}

/// `rm`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "fiRrv" } else { "dfirvIR" };
    let parsed = match getopt::parse(&cx.args(), spec, LONGS) {
        Ok(parsed) => parsed,
        Err(complaint @ Complaint::InvalidShort(letter)) if !cx.busybox() => {
            return hyphen(cx, complaint, letter).await;
        }
        Err(complaint) => return cx.complain(complaint).await,
    };
    let opts = match options(cx, &parsed).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let files = &parsed.operands;
    if files.is_empty() {
        if opts.force {
            return 0;
        }
        return cx.usage_error("missing operand").await;
    }
    if opts.ask == Ask::Once && (opts.recursive || files.len() > 3) {
        let n = files.len();
        let s = if n == 1 { "" } else { "s" };
        let how = if opts.recursive { " recursively" } else { "" };
        let prompt = format!("{}: remove {n} argument{s}{how}? ", cx.name);
        if !cx.ask(&prompt).await {
            return 0;
        }
    }
    let mut status = 0;
    for file in files {
        // BusyBox takes slashes at the end off (bb_get_last_path_component_strip).
        let bare = file.trim_end_matches('/');
        let file = if cx.busybox() && !bare.is_empty() { bare } else { file };
        if !remove(cx, file, &opts).await {
            status = 1;
        }
    }
    status
}

/// A file whose name begins with a hyphen may be what was meant.
async fn hyphen(cx: &mut Cx, complaint: Complaint, letter: char) -> i32 {
    let file = cx.args().into_iter().find(|a| a.starts_with('-') && cx.p.lstat(a).is_ok());
    let Some(file) = file else { return cx.complain(complaint).await };
    cx.err(format!("invalid option -- '{letter}'")).await;
    let (plain, quoted) = (cx.qf(&format!("./{file}")), cx.q(&file));
    let line = format!("Try '{} {plain}' to remove the file {quoted}.\n", cx.name);
    cx.say(&line).await;
    cx.try_help(1).await
}

async fn options(cx: &mut Cx, parsed: &Parsed) -> Result<Options, i32> {
    let mut o = Options {
        ask: Ask::Protected,
        force: false,
        recursive: false,
        dir: false,
        verbose: false,
        one_fs: false,
        preserve_root: !cx.busybox(),
    };
    for (letter, value) in &parsed.options {
        match (letter, value.as_deref()) {
            ('f', _) => (o.ask, o.force) = (Ask::Never, true),
            ('i', _) => (o.ask, o.force) = (Ask::Always, false),
            ('I', _) => (o.ask, o.force) = (Ask::Once, false),
            ('W', Some("never" | "no" | "none")) => o.ask = Ask::Never,
            ('W', Some("once")) => (o.ask, o.force) = (Ask::Once, false),
            ('W', None | Some("always" | "yes")) => (o.ask, o.force) = (Ask::Always, false),
            ('W', Some(other)) => {
                let valid: &[&[&str]] = &[&["never", "no", "none"], &["once"], &["always", "yes"]];
                return Err(cx.bad_word(other, "--interactive", valid).await);
            }
            ('r' | 'R', _) => o.recursive = true,
            ('d', _) => o.dir = true,
            ('v', _) => o.verbose = true,
            ('x', _) => o.one_fs = true,
            ('N', _) => o.preserve_root = false,
            ('P', _) => o.preserve_root = true,
            _ => {}
        }
    }
    Ok(o)
}

async fn cannot(cx: &mut Cx, file: &str, e: Errno) {
    let name = cx.q(file);
    let word = if cx.busybox() { "can't" } else { "cannot" };
    cx.err(format!("{word} remove {name}: {e}")).await;
}

/// Removes what one argument names.
async fn remove(cx: &mut Cx, file: &str, o: &Options) -> bool {
    if matches!(path::base(file), "." | "..") && (o.recursive || cx.busybox()) {
        let name = cx.q(file);
        if cx.busybox() {
            cx.err("can't remove '.' or '..'").await;
        } else {
            cx.err(format!("refusing to remove '.' or '..' directory: skipping {name}")).await;
        }
        return false;
    }
    let stat = match cx.p.lstat(file) {
        Ok(stat) => stat,
        Err(Errno::ENOENT | Errno::ENOTDIR) if o.force => return true,
        Err(e) => {
            cannot(cx, file, e).await;
            return false;
        }
    };
    if o.recursive && o.preserve_root && stat.is_dir() {
        let root = cx.p.lstat("/").is_ok_and(|r| (r.dev, r.ino) == (stat.dev, stat.ino));
        if root {
            let same = if file == "/" { String::new() } else { " (same as '/')".to_string() };
            let name = cx.q(file);
            cx.err(format!("it is dangerous to operate recursively on {name}{same}")).await;
            cx.err("use --no-preserve-root to override this failsafe").await;
            return false;
        }
    }
    if stat.is_dir() && !o.recursive {
        if o.dir {
            return directory(cx, file, &stat, o).await;
        }
        if cx.busybox() {
            cx.err(format!("'{file}' is a directory")).await;
        } else {
            cannot(cx, file, Errno::EISDIR).await;
        }
        return false;
    }
    if !stat.is_dir() {
        return one(cx, file, &stat, o).await;
    }
    tree(cx, file, o).await
}

/// Whether rm asks before removing this.
fn protected(cx: &Cx, file: &str, stat: &Stat, o: &Options) -> bool {
    matches!(o.ask, Ask::Protected | Ask::Once | Ask::Always)
        && !stat.is_symlink()
        && cx.p.access(file, 2).is_err()
        && cx.p.isatty(0)
}

/// Asks before removing one file, where that is wanted.
async fn agreed(cx: &mut Cx, file: &str, stat: &Stat, o: &Options) -> bool {
    let guarded = protected(cx, file, stat, o);
    if o.ask != Ask::Always && !guarded {
        return true;
    }
    let name = cx.q(file);
    let prompt = if cx.busybox() {
        format!("{}: remove {name}? ", cx.name)
    } else {
        let guard = if guarded { "write-protected " } else { "" };
        format!("{}: remove {guard}{} {name}? ", cx.name, kind(stat))
    };
    cx.ask(&prompt).await
}

async fn one(cx: &mut Cx, file: &str, stat: &Stat, o: &Options) -> bool {
    if !agreed(cx, file, stat, o).await {
        return true;
    }
    match cx.p.unlink(file) {
        Ok(()) => {
            if o.verbose {
                let line = format!("removed {}\n", cx.q(file));
                cx.puts(&line);
            }
            cx.pace().await;
            true
        }
        Err(Errno::ENOENT) if o.force => true,
        Err(e) => {
            cannot(cx, file, e).await;
            false
        }
    }
}

async fn directory(cx: &mut Cx, file: &str, stat: &Stat, o: &Options) -> bool {
    if !agreed(cx, file, stat, o).await {
        return true;
    }
    match cx.p.rmdir(file) {
        Ok(()) => {
            removed_directory(cx, file, o).await;
            true
        }
        Err(e) => {
            cannot(cx, file, e).await;
            false
        }
    }
}

/// Tells of a directory that is gone, with `-v`.
async fn removed_directory(cx: &mut Cx, file: &str, o: &Options) {
    if o.verbose {
        let colon = if cx.busybox() { ":" } else { "" };
        let line = format!("removed directory{colon} {}\n", cx.q(file));
        cx.puts(&line);
    }
    cx.pace().await;
}

/// `-r`: contents first. A directory that something could not be removed from is left alone.
async fn tree(cx: &mut Cx, file: &str, o: &Options) -> bool {
    let mut walk = Walk::new(&cx.p, file, Follow::Never).one_fs(o.one_fs);
    // For each directory that the walk is in: whether it is to stay.
    let mut stays: Vec<bool> = Vec::new();
    let mut ok = true;
    while let Some(Step { path, stat, visit, .. }) = walk.step() {
        match visit {
            Visit::Enter => {
                stays.push(false);
                if o.ask == Ask::Always && !cx.p.readdir(&path).is_ok_and(|l| l.is_empty()) {
                    let prompt = format!("{}: descend into directory {}? ", cx.name, cx.q(&path));
                    if !cx.ask(&prompt).await {
                        stays.iter_mut().for_each(|s| *s = true);
                        walk.skip();
                    }
                }
            }
            // An empty one need not be read.
            Visit::Unreadable(_) if cx.p.rmdir(&path).is_ok() => {
                removed_directory(cx, &path, o).await;
                // It is not tried again when it is left.
                if let Some(stays) = stays.last_mut() {
                    *stays = true;
                }
            }
            Visit::Unreadable(e) => {
                cannot(cx, &path, e).await;
                ok = false;
                stays.iter_mut().for_each(|s| *s = true);
            }
            Visit::Leave => {
                if !stays.pop().unwrap_or(false) && !directory(cx, &path, &stat, o).await {
                    ok = false;
                    stays.iter_mut().for_each(|s| *s = true);
                }
            }
            Visit::File | Visit::Loop => {
                if !one(cx, &path, &stat, o).await {
                    ok = false;
                    stays.iter_mut().for_each(|s| *s = true);
                }
            }
            Visit::Error(Errno::ENOENT) => {}
            Visit::Error(e) => {
                cannot(cx, &path, e).await;
                ok = false;
                stays.iter_mut().for_each(|s| *s = true);
            }
        }
    }
    ok
}
