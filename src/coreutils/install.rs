//! install: copies files and gives them modes and owners; makes directories with `-d`.

use crate::vfs::Errno;

use super::cp::is_directory;
use super::fs::backup;
use super::fs::copy::{Copier, Options, Preserve};
use super::fs::modes::{self, Mode};
use super::fs::owner;
use super::fs::path;
use super::fs::walk::Follow;
use super::{Arg, Cx};

const LONGS: &[(&str, Arg, char)] = &[
    ("backup", Arg::Optional, 'B'),
    ("compare", Arg::No, 'C'),
    ("directory", Arg::No, 'd'),
    ("group", Arg::Required, 'g'),
    ("mode", Arg::Required, 'm'),
    ("no-target-directory", Arg::No, 'T'),
    ("owner", Arg::Required, 'o'),
    ("preserve-timestamps", Arg::No, 'p'),
    ("strip", Arg::No, 's'),
    ("suffix", Arg::Required, 'S'),
    ("target-directory", Arg::Required, 't'),
    ("verbose", Arg::No, 'v'),
];

struct Attributes {
    mode: Mode,
    uid: Option<u32>,
    gid: Option<u32>,
    verbose: bool,
}

/// `install`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx
        .getopt(if cx.busybox() { "cdDpsg:m:o:t:v" } else { "bcCsDdg:m:o:pt:TvS:Z" }, LONGS)
        .await
    {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let mode = match opts.value('m').map(|m| (m, modes::parse(m))) {
        None => Mode::Octal(0o755, true),
        Some((_, Some(mode))) => mode,
        Some((text, None)) => {
            let text = cx.ql(text);
            cx.err(format!("invalid mode {text}")).await;
            return 1;
        }
    };
    let mut a = Attributes { mode, uid: None, gid: None, verbose: opts.has('v') };
    for (letter, what) in [('o', "user"), ('g', "group")] {
        let Some(name) = opts.value(letter) else { continue };
        let id =
            if letter == 'o' { owner::user_id(&cx.p, name) } else { owner::group_id(&cx.p, name) };
        if id.is_none() {
            let name = if cx.busybox() { name.to_string() } else { cx.ql(name) };
            let word = if cx.busybox() { "unknown" } else { "invalid" };
            cx.err(format!("{word} {what} {name}")).await;
            return 1;
        }
        if letter == 'o' {
            a.uid = id;
        } else {
            a.gid = id;
        }
    }
    let mut files = opts.operands.clone();
    if files.is_empty() {
        return cx.usage_error("missing file operand").await;
    }
    if opts.has('d') {
        return directories(cx, &files, &a).await;
    }
    let control = opts.options.iter().rev().find_map(|o| match o.0 {
        'b' => Some(None),
        'B' => Some(o.1.as_deref()),
        _ => None,
    });
    let backup = match backup::choose(cx, control, opts.value('S')).await {
        Ok(backup) => backup,
        Err(status) => return status,
    };
    let dir = match opts.value('t') {
        Some(dir) => Some(dir.to_string()),
        None if files.len() == 1 => {
            let only = cx.q(&files[0]);
            return cx.usage_error(format!("missing destination file operand after {only}")).await;
        }
        None if is_directory(cx, &files[files.len() - 1]).is_ok() && !opts.has('T') => files.pop(),
        None if files.len() > 2 => {
            let last = files.pop().unwrap_or_default();
            let e = is_directory(cx, &last).err().unwrap_or(Errno::ENOTDIR);
            let last = cx.q(&last);
            cx.err(format!("target {last}: {e}")).await;
            return 1;
        }
        None => None,
    };
    let preserve = Preserve { times: opts.has('p'), ..Preserve::default() };
    let o = Options {
        follow: Follow::Always,
        preserve,
        remove_destination: true,
        backup,
        ..Options::default()
    };
    let mut status = 0;
    let jobs: Vec<(String, String)> = match dir {
        Some(dir) => {
            if opts.has('D')
                && opts.value('t').is_some()
                && !parents(cx, &path::join(&dir, "x"), &a).await
            {
                return 1;
            }
            files.iter().map(|f| (f.clone(), path::join(&dir, path::base(f)))).collect()
        }
        None => vec![(files[0].clone(), files[1].clone())],
    };
    for (from, to) in jobs {
        if opts.has('D') && !parents(cx, &to, &a).await {
            return 1;
        }
        if !one(cx, &from, &to, &o, &a).await {
            status = 1;
        }
    }
    status
}

async fn one(cx: &mut Cx, from: &str, to: &str, o: &Options, a: &Attributes) -> bool {
    if cx.p.stat(from).is_ok_and(|s| s.is_dir()) {
        let name = cx.q(from);
        cx.err(format!("omitting directory {name}")).await;
        return false;
    }
    if !Copier::new(cx, o).copy(from, to).await {
        return false;
    }
    if a.verbose {
        let line = format!("{} -> {}\n", cx.q(from), cx.q(to));
        cx.puts(&line);
    }
    dress(cx, to, a, false).await
}

/// Gives a file or directory its owner and mode.
async fn dress(cx: &mut Cx, to: &str, a: &Attributes, dir: bool) -> bool {
    let name = cx.q(to);
    if (a.uid.is_some() || a.gid.is_some())
        && let Err(e) = cx.p.chown(to, a.uid, a.gid, true)
    {
        let what =
            if cx.busybox() { "can't change ownership of" } else { "cannot change ownership of" };
        cx.err(format!("{what} {name}: {e}")).await;
        return false;
    }
    // A directory keeps what it has from the one above.
    let kept = if dir && !cx.busybox() { cx.p.stat(to).map_or(0, |s| s.mode & 0o2000) } else { 0 };
    let bits = a.mode.apply(0, dir, 0) | kept;
    if let Err(e) = cx.p.chmod(to, bits) {
        let what = if cx.busybox() {
            "can't change permissions of"
        } else {
            "cannot change permissions of"
        };
        cx.err(format!("{what} {name}: {e}")).await;
        return false;
    }
    true
}

/// Makes the directories that lead to a file, with the usual mode.
async fn parents(cx: &mut Cx, to: &str, a: &Attributes) -> bool {
    make_path(cx, path::dir(to), path::dir(to).len() + 1, a.verbose).await
}

/// Makes a directory and those that lead to it; what ends before `whole` has more below it.
async fn make_path(cx: &mut Cx, dir: &str, whole: usize, verbose: bool) -> bool {
    let ends = dir.match_indices('/').map(|(i, _)| i).filter(|i| *i > 0);
    let ends: Vec<usize> = ends.chain([dir.len()]).collect();
    for end in ends {
        let part = &dir[..end];
        let made = cx.p.mkdir(part, 0o755);
        let name = cx.q(part);
        match made {
            Ok(()) if verbose => cx.puts(&format!("install: creating directory {name}\n")),
            Ok(()) => {}
            Err(_) if cx.p.stat(part).is_ok_and(|s| s.is_dir()) => {}
            Err(e) => {
                // What is in the way of more to come is no directory.
                let e = if e == Errno::EEXIST && end < whole { Errno::ENOTDIR } else { e };
                let name = cx.ql(part);
                let word = if cx.busybox() { "can't" } else { "cannot" };
                cx.err(format!("{word} create directory {name}: {e}")).await;
                return false;
            }
        }
    }
    true
}

async fn directories(cx: &mut Cx, dirs: &[String], a: &Attributes) -> i32 {
    let mut status = 0;
    for dir in dirs {
        let dir = if dir.len() > 1 { dir.trim_end_matches('/') } else { dir };
        if !make_path(cx, dir, dir.len(), a.verbose).await || !dress(cx, dir, a, true).await {
            status = 1;
        }
    }
    status
}
