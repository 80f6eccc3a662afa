//! The host's side of `docker cp`: files and directories as tar files, and back.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::engine::images::tree::{Entry, Kind};
use crate::engine::{ArchiveWriter, archive_members};
use crate::vfs::{Content, DirEntry, Errno, FileType, Stat};
use std::collections::BTreeMap;

/// A file or directory of the host as a tar file in which it is called `name`. Sockets and devices are
/// passed over.
pub async fn pack(cli: &Cli, path: &str, name: &str) -> Result<Content, String> {
    let mut archive = ArchiveWriter::new();
    // The first names of files that have several, by device and number.
    let mut links: BTreeMap<(u64, u64), String> = BTreeMap::new();
    let mut todo = vec![(path.to_string(), name.to_string())];
    while let Some((path, name)) = todo.pop() {
        cli.p.tick(5).await;
        let path = path.as_str();
        let stat = cli.p.lstat(path).map_err(|e| said("lstat", path, e))?;
        let kind = if let Some(first) = links.get(&(stat.dev, stat.ino)) {
            Kind::Hardlink(first.clone())
        } else {
            match stat.file_type() {
                FileType::Directory => {
                    let below = cli.p.readdir(path).map_err(|e| said("open", path, e))?;
                    let inner =
                        |c: DirEntry| (format!("{path}/{}", c.name), format!("{name}/{}", c.name));
                    todo.extend(below.into_iter().rev().map(inner));
                    Kind::Dir
                }
                FileType::Symlink => {
                    Kind::Symlink(cli.p.readlink(path).map_err(|e| said("readlink", path, e))?)
                }
                FileType::Regular => {
                    Kind::File(cli.p.read_content(path).map_err(|e| said("open", path, e))?)
                }
                FileType::Fifo => Kind::Fifo,
                _ => continue,
            }
        };
        if stat.nlink > 1 && !stat.is_dir() {
            links.entry((stat.dev, stat.ino)).or_insert_with(|| name.clone());
        }
        let (mode, uid, gid, mtime) = (stat.perm(), stat.uid, stat.gid, stat.mtime);
        archive.entry(&name, &Entry { kind, mode, uid, gid, mtime });
    }
    Ok(archive.finish())
}

fn said(call: &str, path: &str, e: Errno) -> String {
    format!("{call} {path}: {}", lower(e))
}

/// Unpacks a tar file under a directory of the host. The first part of each name is `from`; it
/// becomes `to` where that is given. Owners are whoever runs docker.
pub async fn unpack(
    cli: &Cli,
    archive: &Content,
    dir: &str,
    rename: Option<(&str, &str)>,
) -> Result<(), String> {
    let members = archive_members(archive);
    let mut times: Vec<(String, i64)> = Vec::new();
    for member in &members.list {
        cli.p.tick(10).await;
        let path = place(dir, &member.path, rename)?;
        one(cli, &member.entry, &path, dir, rename)?;
        times.push((path, member.entry.mtime));
    }
    // Directories get their times last, when nothing is put into them any more.
    for (path, ns) in times.iter().rev() {
        // A time that can not be set is no reason to fail.
        let _ = cli.p.utimes(path, Some(*ns), Some(*ns), false);
    }
    members.error.map_or(Ok(()), Err)
}

/// Where a name of the archive leads.
fn place(dir: &str, name: &str, rename: Option<(&str, &str)>) -> Result<String, String> {
    let name = name.trim_end_matches('/');
    let name = match rename.and_then(|(from, to)| Some((name.strip_prefix(from)?, to))) {
        Some(("", to)) => to.to_string(),
        Some((rest, to)) if rest.starts_with('/') => format!("{to}{rest}"),
        _ => name.to_string(),
    };
    let parts: Vec<&str> = name.split('/').filter(|p| !matches!(*p, "" | ".")).collect();
    if parts.contains(&"..") {
        return Err(format!("{name:?} is outside of {dir:?}"));
    }
    Ok(if parts.is_empty() { dir.to_string() } else { format!("{dir}/{}", parts.join("/")) })
}

fn one(
    cli: &Cli,
    entry: &Entry,
    path: &str,
    dir: &str,
    rename: Option<(&str, &str)>,
) -> Result<(), String> {
    let existing = cli.p.lstat(path).ok();
    let mode = entry.mode & 0o7777;
    if !matches!(entry.kind, Kind::Dir | Kind::Opaque) {
        replace(cli, path, existing, dir)?;
    }
    match &entry.kind {
        Kind::Dir | Kind::Opaque => match existing {
            Some(s) if s.is_dir() => {}
            Some(_) => {
                return Err(format!(
                    "cannot overwrite non-directory {path:?} with directory {dir:?}"
                ));
            }
            None => cli.p.mkdir(path, mode).map_err(|e| said("mkdir", path, e))?,
        },
        Kind::Symlink(target) => {
            return cli.p.symlink(target, path).map_err(|e| said("symlink", path, e));
        }
        Kind::Hardlink(to) => {
            let target = place(dir, to, rename)?;
            return cli.p.link(&target, path).map_err(|e| said("link", path, e));
        }
        Kind::Fifo => cli.p.mkfifo(path, mode).map_err(|e| said("mkfifo", path, e))?,
        Kind::File(content) => {
            let written = cli.p.write_content(path, content, mode);
            written.map_err(|e| said("open", path, e))?;
        }
        // Devices are root's to make.
        Kind::Char(..) | Kind::Block(..) | Kind::Whiteout => return Ok(()),
    }
    cli.p.chmod(path, mode).map_err(|e| said("chmod", path, e))
}

fn replace(cli: &Cli, path: &str, existing: Option<Stat>, dir: &str) -> Result<(), String> {
    match existing {
        Some(s) if s.is_dir() => {
            Err(format!("cannot overwrite directory {path:?} with non-directory {dir:?}"))
        }
        Some(_) => cli.p.unlink(path).map_err(|e| said("unlinkat", path, e)),
        None => Ok(()),
    }
}
