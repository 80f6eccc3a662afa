//! Paths of the host as docker's client follows them for `docker cp`, with Go's words for what fails.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::engine::disk::clean;
use crate::vfs::{Errno, Stat};

/// Links that Go's `filepath.EvalSymlinks` follows.
const LINKS: usize = 255;
/// Links that are followed from a destination (`CopyInfoDestinationPath` in moby's archive package).
const DESTINATION_LINKS: usize = 10;

fn said(call: &str, path: &str, e: Errno) -> String {
    format!("{call} {path}: {}", lower(e))
}

/// An absolute path without links in it (`filepath.EvalSymlinks`).
pub fn evaluate(cli: &Cli, path: &str) -> Result<String, String> {
    let mut todo: Vec<String> = path.rsplit('/').map(str::to_string).collect();
    let (mut done, mut links) = (String::new(), 0);
    while let Some(part) = todo.pop() {
        if part.is_empty() || part == "." {
            continue;
        }
        let next = clean(&format!("{done}/{part}"));
        let stat = cli.p.lstat(&next).map_err(|e| said("lstat", &next, e))?;
        if !stat.is_symlink() {
            if !stat.is_dir() && !todo.is_empty() {
                return Err(lower(Errno::ENOTDIR));
            }
            done = next;
            continue;
        }
        links += 1;
        if links > LINKS {
            return Err("EvalSymlinks: too many links".to_string());
        }
        let to = cli.p.readlink(&next).map_err(|e| said("readlink", &next, e))?;
        if to.starts_with('/') {
            done.clear();
        }
        todo.extend(to.rsplit('/').map(str::to_string));
    }
    Ok(if done.is_empty() { "/".to_string() } else { done })
}

/// Where a copy to `path` goes: a link at its end is followed, be there something behind it or not. Gives
/// what is there.
pub fn landing(cli: &Cli, path: &str) -> Result<(String, Option<Stat>), String> {
    let mut path = path.to_string();
    let mut found = cli.p.lstat(&path);
    for n in 0.. {
        match found {
            Ok(stat) if !stat.is_symlink() => return Ok((path, Some(stat))),
            Ok(_) if n > DESTINATION_LINKS => return Err(format!("too many symlinks in {path}")),
            Ok(_) => {}
            Err(Errno::ENOENT) => break,
            Err(e) => return Err(said("lstat", &path, e)),
        }
        let to = cli.p.readlink(&path).map_err(|e| said("readlink", &path, e))?;
        path = if to.starts_with('/') { to } else { clean(&format!("{}/{to}", dir(&path))) };
        found = cli.p.lstat(&path);
    }
    let dir = dir(&path);
    match cli.p.stat(dir) {
        Ok(stat) if stat.is_dir() => Ok((path, None)),
        Ok(_) => Err(lower(Errno::ENOTDIR)),
        Err(e) => Err(said("stat", dir, e)),
    }
}

/// The directory of a path.
fn dir(path: &str) -> &str {
    match path.trim_end_matches('/').rsplit_once('/') {
        Some(("", _)) | None => "/",
        Some((dir, _)) => dir,
    }
}
