//! cp: copies files and trees. How one is copied is [`super::fs::copy`]'s.

use super::fs::backup;
use super::fs::copy::{Copier, Options, Preserve, Update};
use super::fs::path;
use super::fs::walk::Follow;
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("archive", Arg::No, 'a'),
    ("attributes-only", Arg::No, 'A'),
    ("backup", Arg::Optional, 'B'),
    ("copy-contents", Arg::No, 'C'),
    ("dereference", Arg::No, 'L'),
    ("force", Arg::No, 'f'),
    ("interactive", Arg::No, 'i'),
    ("link", Arg::No, 'l'),
    ("no-clobber", Arg::No, 'n'),
    ("no-dereference", Arg::No, 'P'),
    ("no-preserve", Arg::Required, 'N'),
    ("no-target-directory", Arg::No, 'T'),
    ("one-file-system", Arg::No, 'x'),
    ("parents", Arg::No, 'E'),
    ("preserve", Arg::Optional, 'K'),
    ("recursive", Arg::No, 'R'),
    ("reflink", Arg::Optional, 'F'),
    ("remove-destination", Arg::No, 'D'),
    ("sparse", Arg::Required, 'Y'),
    ("strip-trailing-slashes", Arg::No, 'G'),
    ("suffix", Arg::Required, 'S'),
    ("symbolic-link", Arg::No, 's'),
    ("target-directory", Arg::Required, 't'),
    ("update", Arg::Optional, 'U'),
    ("verbose", Arg::No, 'v'),
];

/// What `--preserve=` takes.
const KEPT: &[&[&str]] =
    &[&["mode"], &["timestamps"], &["ownership"], &["links"], &["context"], &["xattr"], &["all"]];
/// What `--update=` takes.
pub(super) const UPDATES: &[&[&str]] = &[&["all"], &["none"], &["none-fail"], &["older"]];

/// `cp`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "adfiLlPprRsTt:uvHn" } else { "abdfHilLnprst:uvxPRS:T" };
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
    let target = match target(cx, &parsed, &mut files).await {
        Ok(target) => target,
        Err(status) => return status,
    };
    let mut status = 0;
    let parents = parsed.has('E');
    let strip = parsed.has('G');
    let mut copier = Copier::new(cx, &o);
    for file in &files {
        let file = if strip { strip_slashes(file) } else { file };
        let to = match &target {
            Target::Into(dir) if parents => {
                if !make_parents(copier.cx, file, dir, &o).await {
                    status = 1;
                    continue;
                }
                path::join(dir, strip_slashes(file).trim_start_matches('/'))
            }
            Target::Into(dir) => match path::base(file) {
                ".." | "/" => dir.clone(),
                base => path::join(dir, base),
            },
            Target::As(name) => name.clone(),
        };
        if !copier.copy(file, &to).await {
            status = 1;
        }
    }
    status
}

/// Where files go, for cp and mv.
pub(super) enum Target {
    /// Into a directory, by their own names.
    Into(String),
    /// One file, by that name.
    As(String),
}

/// Reads where the files go, which it takes from their end; at least one is there. On a complaint, gives
/// the status to end with.
pub(super) async fn target(
    cx: &mut Cx,
    parsed: &Parsed,
    files: &mut Vec<String>,
) -> Result<Target, i32> {
    if let Some(dir) = parsed.value('t') {
        if let Err(e) = is_directory(cx, dir) {
            let name = cx.q(dir);
            cx.err(format!("target directory {name}: {e}")).await;
            return Err(1);
        }
        return Ok(Target::Into(dir.to_string()));
    }
    if files.len() == 1 {
        let only = cx.q(&files[0]);
        return Err(cx.usage_error(format!("missing destination file operand after {only}")).await);
    }
    let last = files.pop().unwrap_or_default();
    let (many, parents) = (files.len() > 1, parsed.has('E'));
    if parsed.has('T') {
        if many {
            let extra = cx.q(&last);
            return Err(cx.usage_error(format!("extra operand {extra}")).await);
        }
        return Ok(Target::As(last));
    }
    match is_directory(cx, &last) {
        Ok(()) => Ok(Target::Into(last)),
        // BusyBox takes the last of many for a directory and fails on each file.
        Err(_) if many && cx.busybox() => Ok(Target::Into(last)),
        Err(e) if many || parents => Err(no_target(cx, &last, e, parents).await),
        Err(_) => Ok(Target::As(last)),
    }
}

fn strip_slashes(file: &str) -> &str {
    let short = file.trim_end_matches('/');
    if short.is_empty() { file } else { short }
}

pub(super) fn is_directory(cx: &Cx, path: &str) -> Result<(), crate::vfs::Errno> {
    match cx.p.stat(path) {
        Ok(s) if s.is_dir() => Ok(()),
        Ok(_) => Err(crate::vfs::Errno::ENOTDIR),
        Err(e) => Err(e),
    }
}

async fn no_target(cx: &mut Cx, last: &str, e: crate::vfs::Errno, parents: bool) -> i32 {
    let name = cx.q(last);
    if parents {
        return cx.usage_error("with --parents, the destination must be a directory").await;
    } else {
        cx.err(format!("target {name}: {e}")).await;
    }
    1
}

/// `--parents`: makes the directories of the source's path below the target.
async fn make_parents(cx: &mut Cx, file: &str, dir: &str, o: &Options) -> bool {
    let parent = path::dir(file);
    if matches!(parent, "." | "/") {
        return true;
    }
    let mut from = if file.starts_with('/') { "/".to_string() } else { String::new() };
    for part in parent.split('/').filter(|p| !p.is_empty()) {
        from = path::join(&from, part);
        let to = path::join(dir, from.trim_start_matches('/'));
        if cx.p.stat(&to).is_ok_and(|s| s.is_dir()) {
            continue;
        }
        let mode = cx.p.stat(&from).map_or(0o777, |s| s.perm() & 0o777);
        if let Err(e) = cx.p.mkdir(&to, mode | 0o700) {
            let name = cx.q(&to);
            cx.err(format!("cannot make directory {name}: {e}")).await;
            return false;
        }
        if o.verbose {
            let line = format!("{from} -> {to}\n");
            cx.puts(&line);
        }
    }
    true
}

async fn options(cx: &mut Cx, parsed: &Parsed) -> Result<Options, i32> {
    let mut o = Options { special: true, ..Options::default() };
    let mut follow = None;
    let mut control = None;
    for (letter, value) in &parsed.options {
        let value = value.as_deref();
        match letter {
            'a' => {
                o.recursive = true;
                follow = Some(Follow::Never);
                let _ = set(&mut o.preserve, "all", true);
            }
            'd' => {
                follow = Some(Follow::Never);
                o.preserve.links = true;
            }
            'p' => {
                let _ = set(&mut o.preserve, "mode,ownership,timestamps", true);
            }
            'K' | 'N' => {
                let list = value.unwrap_or("mode,ownership,timestamps");
                if let Err(bad) = set(&mut o.preserve, list, *letter == 'K') {
                    let name = if *letter == 'K' { "--preserve" } else { "--no-preserve" };
                    return Err(cx.bad_word(&bad, name, KEPT).await);
                }
                continue;
            }
            'r' | 'R' => o.recursive = true,
            'C' => o.special = false,
            'H' => follow = Some(Follow::Top),
            'L' => follow = Some(Follow::Always),
            'P' => follow = Some(Follow::Never),
            'f' => o.force = true,
            'i' => (o.interactive, o.update) = (true, o.update),
            'n' => (o.update, o.interactive) = (Update::None, false),
            'u' => o.update = Update::Older,
            'U' => {
                o.update = match value {
                    None | Some("older") => Update::Older,
                    Some("all") => Update::All,
                    Some("none") => Update::None,
                    Some("none-fail") => Update::NoneFail,
                    Some(other) => {
                        return Err(cx.bad_word(other, "--update", UPDATES).await);
                    }
                }
            }
            'v' => o.verbose = true,
            'l' => o.hard_link = true,
            's' => o.sym_link = true,
            'x' => o.one_fs = true,
            'A' => o.attributes_only = true,
            'D' => o.remove_destination = true,
            'b' => control = control.or(Some(None)),
            'B' => control = Some(value),
            _ => {}
        }
    }
    o.follow =
        follow.unwrap_or(if o.recursive && !o.hard_link { Follow::Never } else { Follow::Always });
    // BusyBox keeps hard links wherever links are not followed.
    o.preserve.links |= cx.busybox() && o.follow == Follow::Never;
    o.backup = backup::choose(cx, control, parsed.value('S')).await?;
    Ok(o)
}

/// Sets what is kept by a list such as `mode,timestamps`; `Err` names a word that is not known.
fn set(keep: &mut Preserve, list: &str, on: bool) -> Result<(), String> {
    for word in list.split(',') {
        match word {
            "mode" => {
                keep.mode = on;
                keep.not_mode = !on;
            }
            "ownership" => keep.owner = on,
            "timestamps" => keep.times = on,
            "links" => keep.links = on,
            "context" | "xattr" => {}
            "all" => {
                *keep = Preserve { mode: on, owner: on, times: on, links: on, not_mode: !on };
            }
            other => return Err(other.to_string()),
        }
    }
    Ok(())
}
