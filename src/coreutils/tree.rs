//! tree: a picture of a directory tree.

use crate::vfs::{FileType, Stat, text};

use super::fs::human;
use super::fs::owner::Names;
use super::fs::{glob, modes, path};
use super::{Arg, Cx, Parsed};
use std::borrow::Cow;

const LONGS: &[(&str, Arg, char)] = &[
    ("dirsfirst", Arg::No, 'φ'),
    ("noreport", Arg::No, 'N'),
    ("charset", Arg::Required, 'H'),
    ("filelimit", Arg::Required, 'E'),
    ("du", Arg::No, 'U'),
    ("prune", Arg::No, 'X'),
];

/// A directory that is being drawn: what is left to draw of it.
struct Level {
    dir: String,
    rest: std::vec::IntoIter<(String, Stat)>,
}

/// `tree`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts =
        match cx.getopt(if cx.busybox() { "" } else { "adfL:pugshDI:P:CniQrtFx" }, LONGS).await {
            Ok(opts) => opts,
            Err(status) => return status,
        };
    let depth = match opts.value('L').map(str::parse::<usize>) {
        None => usize::MAX,
        Some(Ok(n)) if n > 0 => n,
        Some(_) => {
            cx.err("Invalid level, must be greater than 0.").await;
            return 1;
        }
    };
    let mut tops = opts.operands.clone();
    if tops.is_empty() {
        tops.push(".".to_string());
    }
    let names = Names::load(&cx.p);
    let (mut dirs, mut files, mut status) = (0u64, 0u64, 0);
    for top in &tops {
        match cx.p.stat(top) {
            Ok(s) if s.is_dir() => {
                let head = describe(cx, &opts, &s, &names);
                let mark = if opts.has('F') && !top.ends_with('/') { "/" } else { "" };
                cx.puts(&format!("{head}{top}{mark}\n"));
                dirs += u64::from(!cx.busybox());
            }
            _ => {
                cx.puts(&format!("{top}  [error opening dir]\n"));
                status = if cx.busybox() { 1 } else { 2 };
                continue;
            }
        }
        let mut levels = vec![Level { dir: top.clone(), rest: entries(cx, top, &opts) }];
        while let Some(level) = levels.last_mut() {
            let Some((name, stat)) = level.rest.next() else {
                levels.pop();
                continue;
            };
            let full = path::join(&level.dir, &name);
            let line = draw(cx, &levels, &full, &name, &stat, &opts, &names);
            cx.puts(&line);
            if stat.is_dir() {
                dirs += 1;
                if levels.len() < depth {
                    match cx.p.readdir(&full) {
                        Ok(_) => {
                            let rest = entries(cx, &full, &opts);
                            levels.push(Level { dir: full, rest });
                        }
                        Err(_) => {
                            cx.out.pop();
                            cx.puts("  [error opening dir]\n");
                        }
                    }
                }
            } else if cx.p.stat(&full).is_ok_and(|s| s.is_dir()) {
                dirs += 1;
            } else {
                files += 1;
            }
            if !cx.pace().await {
                return status;
            }
        }
    }
    if !opts.has('N') {
        let word =
            |n: u64, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        let mut line = format!("\n{}", word(dirs, "directory", "directories"));
        if !opts.has('d') {
            line.push_str(&format!(", {}", word(files, "file", "files")));
        }
        line.push('\n');
        cx.puts(&line);
    }
    status
}

fn entries(cx: &Cx, dir: &str, opts: &Parsed) -> std::vec::IntoIter<(String, Stat)> {
    let flags = glob::Flags::default();
    let fits = |list: Option<&str>, name: &str| {
        list.is_some_and(|l| l.split('|').any(|p| glob::matches(p, name, flags)))
    };
    let mut out = Vec::new();
    for e in cx.p.readdir(dir).unwrap_or_default() {
        if e.name.starts_with('.') && !opts.has('a') {
            continue;
        }
        let Ok(stat) = cx.p.lstat(&path::join(dir, &e.name)) else { continue };
        let hidden = fits(opts.value('I'), &e.name)
            || (opts.has('d') && !cx.p.stat(&path::join(dir, &e.name)).is_ok_and(|s| s.is_dir()))
            || (opts.has('P') && !stat.is_dir() && !fits(opts.value('P'), &e.name));
        if !hidden {
            out.push((e.name, stat));
        }
    }
    if opts.has('t') {
        out.sort_by_key(|(_, s)| s.mtime);
    }
    if opts.has('r') {
        out.reverse();
    }
    if opts.has('φ') {
        out.sort_by_key(|(_, s)| !s.is_dir());
    }
    out.into_iter()
}

/// The sign of `-F` behind a name.
fn mark(s: &Stat) -> &'static str {
    match s.file_type() {
        FileType::Directory => "/",
        FileType::Socket => "=",
        FileType::Fifo => "|",
        FileType::Regular if s.mode & 0o111 != 0 => "*",
        _ => "",
    }
}

/// What stands in brackets before a name.
fn describe(cx: &Cx, opts: &Parsed, s: &Stat, names: &Names) -> String {
    let mut parts = Vec::new();
    if opts.has('p') {
        parts.push(modes::show(s));
    }
    if opts.has('u') {
        parts.push(format!("{:<8}", names.user_or_id(s.uid)));
    }
    if opts.has('g') {
        parts.push(format!("{:<8}", names.group_or_id(s.gid)));
    }
    if opts.has('h') {
        parts.push(format!("{:>4}", human::ceil(u128::from(s.size), 1024)));
    } else if opts.has('s') {
        parts.push(format!("{:>11}", s.size));
    }
    if opts.has('D') {
        parts.push(cx.local("%b %e %H:%M", s.mtime));
    }
    if parts.is_empty() { String::new() } else { format!("[{}]  ", parts.join(" ")) }
}

/// A name as it is printed: without a locale, blanks and what is no ASCII are escaped.
fn shown<'a>(cx: &Cx, name: &'a str, opts: &Parsed) -> Cow<'a, str> {
    if cx.utf8() || cx.busybox() || opts.has('N') && opts.has('Q') {
        return Cow::Borrowed(name);
    }
    let bytes = text::encode(name);
    let mut out = String::new();
    for b in bytes.iter() {
        match b {
            7..=13 => out.extend(['\\', char::from(b"abtnvfr"[usize::from(b - 7)])]),
            b' ' | b'\\' => out.extend(['\\', char::from(*b)]),
            0x20..=0x7e => out.push(char::from(*b)),
            _ => out.push_str(&format!("\\{b:03o}")),
        }
    }
    Cow::Owned(out)
}

fn draw(
    cx: &Cx,
    levels: &[Level],
    full: &str,
    name: &str,
    stat: &Stat,
    opts: &Parsed,
    names: &Names,
) -> String {
    let ascii = !cx.utf8() && !cx.busybox() && opts.value('H').is_none_or(|c| c != "UTF-8");
    let (bar, tee, corner) = if ascii {
        ("|   ", "|-- ", "`-- ")
    } else {
        ("│\u{a0}\u{a0} ", "├── ", "└── ")
    };
    let mut out = String::new();
    if !opts.has('i') {
        let (last, above) = match levels.split_last() {
            Some(split) => split,
            None => return out,
        };
        for level in above {
            out.push_str(if level.rest.len() > 0 { bar } else { "    " });
        }
        out.push_str(if last.rest.len() > 0 { tee } else { corner });
    }
    out.push_str(&describe(cx, opts, stat, names));
    out.push_str(&shown(cx, if opts.has('f') { full } else { name }, opts));
    if stat.is_symlink()
        && let Ok(target) = cx.p.readlink(full)
    {
        out.push_str(&format!(" -> {}", shown(cx, &target, opts)));
        // What a link leads to is marked where that is a directory.
        if opts.has('F') && cx.p.stat(full).is_ok_and(|s| s.is_dir()) {
            out.push('/');
        }
    } else if opts.has('F') {
        out.push_str(mark(stat));
    }
    out.push('\n');
    out
}
