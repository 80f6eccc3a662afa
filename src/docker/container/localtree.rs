//! The host's side of `docker cp`: files and directories as tar files, and back, with what Docker's client logs
//! of files that it can not read.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::engine::disk::{clean, join};
use crate::engine::images::tree::{Entry, Kind};
use crate::engine::{ArchiveWriter, archive_members};
use crate::vfs::{Content, Errno, FileType, Stat, major, minor};
use std::collections::BTreeMap;

/// What is read of the host for a container.
#[derive(Default)]
pub struct Packed {
    /// The tar file; it ends in the middle where a file could not be read.
    pub archive: Content,
    /// What the client logs on the way.
    pub log: Vec<String>,
}

/// A tar file in the making, as Go's archive package makes it: what can not be added is logged and passed
/// over, and after a header without its file's bytes nothing more can be written.
struct Packer<'a> {
    cli: &'a Cli,
    archive: ArchiveWriter,
    /// The first names of files that have several, by device and number.
    links: BTreeMap<(u64, u64), String>,
    /// Bytes that the last file lacks.
    missing: u64,
    log: Vec<String>,
}

/// A file or directory of the host as a tar file in which it is called `name`. `top` is the directory that
/// the client names where it can not look into one below it.
pub async fn pack(cli: &Cli, path: &str, name: &str, top: &str) -> Packed {
    let mut packer = Packer {
        cli,
        archive: ArchiveWriter::new(),
        links: BTreeMap::new(),
        missing: 0,
        log: Vec::new(),
    };
    let dir = cli.p.lstat(path).is_ok_and(|s| s.is_dir());
    let mut todo = vec![(path.to_string(), name.to_string(), dir)];
    while let Some((path, name, dir)) = todo.pop() {
        cli.p.tick(5).await;
        if let Err(why) = packer.add(&path, &name) {
            packer.log.push(format!("Can't add file {path} to tar: {why}"));
        }
        if !dir {
            continue;
        }
        match cli.p.readdir(&path) {
            Ok(below) => todo.extend(below.into_iter().rev().map(|c| {
                let dir = c.kind == FileType::Directory;
                (format!("{path}/{}", c.name), format!("{name}/{}", c.name), dir)
            })),
            Err(e) => packer
                .log
                .push(format!("Tar: Can't stat file {top} to tar: {}", said("open", &path, e))),
        }
    }
    packer.done()
}

impl Packer<'_> {
    fn add(&mut self, path: &str, name: &str) -> Result<(), String> {
        let p = &self.cli.p;
        let stat = p.lstat(path).map_err(|e| said("lstat", path, e))?;
        let device = || (major(stat.rdev), minor(stat.rdev));
        let mut unread = None;
        let kind = match stat.file_type() {
            _ if self.links.contains_key(&(stat.dev, stat.ino)) => {
                Kind::Hardlink(self.links[&(stat.dev, stat.ino)].clone())
            }
            FileType::Directory => Kind::Dir,
            FileType::Symlink => {
                Kind::Symlink(p.readlink(path).map_err(|e| said("readlink", path, e))?)
            }
            FileType::Regular => Kind::File(p.read_content(path).unwrap_or_else(|e| {
                unread = Some(e);
                Content::default()
            })),
            FileType::Fifo => Kind::Fifo,
            FileType::CharDevice => Kind::Char(device().0, device().1),
            FileType::BlockDevice => Kind::Block(device().0, device().1),
            FileType::Socket => return Err("archive/tar: sockets not supported".to_string()),
        };
        if self.missing > 0 {
            return Err(self.short());
        }
        if stat.nlink > 1 && !stat.is_dir() {
            self.links.entry((stat.dev, stat.ino)).or_insert_with(|| name.to_string());
        }
        let (mode, uid, gid, mtime) = (stat.perm(), stat.uid, stat.gid, stat.mtime);
        let entry = Entry { kind, mode, uid, gid, mtime };
        let Some(e) = unread else {
            self.archive.entry(name, &entry);
            return Ok(());
        };
        self.archive.header(name, &entry, stat.size);
        self.missing = stat.size;
        Err(said("open", path, e))
    }

    fn short(&self) -> String {
        format!("archive/tar: missed writing {} bytes", self.missing)
    }

    fn done(mut self) -> Packed {
        if self.missing == 0 {
            return Packed { archive: self.archive.finish(), log: self.log };
        }
        self.log.push(format!("Can't close tar writer: {}", self.short()));
        Packed { archive: self.archive.cut(), log: self.log }
    }
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
    let dir = &clean(dir);
    let members = archive_members(archive);
    let mut times: Vec<(String, i64)> = Vec::new();
    for member in &members.list {
        cli.p.tick(10).await;
        let path = place(dir, &member.path, rename)?;
        // The directory itself stays as it is.
        if path == *dir && cli.p.stat(dir).is_ok_and(|s| s.is_dir()) {
            continue;
        }
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
    Ok(if parts.is_empty() { dir.to_string() } else { join(dir, &parts.join("/")) })
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
