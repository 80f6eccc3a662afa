//! The host's side of `docker cp`: files and directories as tar files, and back.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::engine::archive_members;
use crate::engine::images::tree::{Entry, Kind};
use crate::vfs::{Content, Errno, FileType, Stat, text};
use std::collections::BTreeMap;

/// Directories deeper than this are left out.
const DEEPEST: usize = 200;

/// A file or directory of the host as a tar file in which it is called `name`.
pub fn pack(cli: &Cli, path: &str, name: &str) -> Result<Vec<u8>, String> {
    let mut packer = Packer { builder: tar::Builder::new(Vec::new()), links: BTreeMap::new() };
    add(cli, &mut packer, path, name, 0)?;
    packer.builder.into_inner().map_err(|e| e.to_string())
}

/// A tar file in the making.
struct Packer {
    builder: tar::Builder<Vec<u8>>,
    /// The first names of files that have several, by device and number.
    links: BTreeMap<(u64, u64), std::path::PathBuf>,
}

fn said(call: &str, path: &str, e: Errno) -> String {
    format!("{call} {path}: {}", lower(e))
}

fn header(stat: &Stat) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_mode(stat.perm());
    header.set_uid(u64::from(stat.uid));
    header.set_gid(u64::from(stat.gid));
    header.set_mtime(u64::try_from(stat.mtime / 1_000_000_000).unwrap_or(0));
    header.set_size(0);
    header
}

fn add(cli: &Cli, packer: &mut Packer, path: &str, name: &str, depth: usize) -> Result<(), String> {
    let stat = cli.p.lstat(path).map_err(|e| said("lstat", path, e))?;
    let mut header = header(&stat);
    let io = |e: std::io::Error| e.to_string();
    let raw = text::encode(name);
    let entry = std::path::PathBuf::from(String::from_utf8_lossy(&raw).into_owned());
    let builder = &mut packer.builder;
    if let Some(first) = packer.links.get(&(stat.dev, stat.ino)) {
        header.set_entry_type(tar::EntryType::Link);
        builder.append_link(&mut header, &entry, first).map_err(io)?;
        return Ok(());
    }
    if stat.nlink > 1 && !stat.is_dir() {
        packer.links.insert((stat.dev, stat.ino), entry.clone());
    }
    if stat.is_dir() {
        header.set_entry_type(tar::EntryType::Directory);
        builder.append_data(&mut header, format!("{}/", entry.display()), &[][..]).map_err(io)?;
        if depth >= DEEPEST {
            return Ok(());
        }
        for child in cli.p.readdir(path).map_err(|e| said("open", path, e))? {
            let (inner, inside) =
                (format!("{path}/{}", child.name), format!("{name}/{}", child.name));
            add(cli, packer, &inner, &inside, depth + 1)?;
        }
    } else if stat.is_symlink() {
        let target = cli.p.readlink(path).map_err(|e| said("readlink", path, e))?;
        header.set_entry_type(tar::EntryType::Symlink);
        builder.append_link(&mut header, &entry, &target).map_err(io)?;
    } else if stat.is_file() {
        let bytes = cli.p.read_file(path).map_err(|e| said("open", path, e))?;
        header.set_size(bytes.len() as u64);
        builder.append_data(&mut header, &entry, &bytes[..]).map_err(io)?;
    } else if stat.file_type() == FileType::Fifo {
        header.set_entry_type(tar::EntryType::Fifo);
        builder.append_data(&mut header, &entry, &[][..]).map_err(io)?;
    }
    // Sockets and devices are passed over.
    Ok(())
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
