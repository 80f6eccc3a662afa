//! The host's side of `docker cp`: files and directories as tar files, and back.

use crate::docker::cli::Cli;
use crate::docker::context::store::lower;
use crate::kernel::Fd;
use crate::vfs::{Errno, FileType, OpenFlags, Stat, text};
use std::io::Read;

/// Directories deeper than this are left out.
const DEEPEST: usize = 200;

/// A file or directory of the host as a tar file in which it is called `name`.
pub fn pack(cli: &Cli, path: &str, name: &str) -> Result<Vec<u8>, String> {
    let mut builder = tar::Builder::new(Vec::new());
    add(cli, &mut builder, path, name, 0)?;
    builder.into_inner().map_err(|e| e.to_string())
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

fn add(
    cli: &Cli,
    builder: &mut tar::Builder<Vec<u8>>,
    path: &str,
    name: &str,
    depth: usize,
) -> Result<(), String> {
    let stat = cli.p.lstat(path).map_err(|e| said("lstat", path, e))?;
    let mut header = header(&stat);
    let io = |e: std::io::Error| e.to_string();
    let raw = text::encode(name);
    let entry = std::path::PathBuf::from(String::from_utf8_lossy(&raw).into_owned());
    if stat.is_dir() {
        header.set_entry_type(tar::EntryType::Directory);
        builder.append_data(&mut header, format!("{}/", entry.display()), &[][..]).map_err(io)?;
        if depth >= DEEPEST {
            return Ok(());
        }
        for child in cli.p.readdir(path).map_err(|e| said("open", path, e))? {
            let (inner, inside) =
                (format!("{path}/{}", child.name), format!("{name}/{}", child.name));
            add(cli, builder, &inner, &inside, depth + 1)?;
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
    archive: &[u8],
    dir: &str,
    rename: Option<(&str, &str)>,
) -> Result<(), String> {
    let mut tar = tar::Archive::new(archive);
    let mut times: Vec<(String, i64)> = Vec::new();
    for entry in tar.entries().map_err(|e| e.to_string())? {
        cli.p.tick(10).await;
        let mut entry = entry.map_err(|e| e.to_string())?;
        let name = text::decode(&entry.path_bytes()).trim_end_matches('/').to_string();
        let name = match rename {
            Some((from, to)) => match name.strip_prefix(from) {
                Some("") => to.to_string(),
                Some(rest) if rest.starts_with('/') => format!("{to}{rest}"),
                _ => name,
            },
            None => name,
        };
        let parts: Vec<&str> = name.split('/').filter(|p| !matches!(*p, "" | ".")).collect();
        if parts.contains(&"..") {
            return Err(format!("{name:?} is outside of {dir:?}"));
        }
        let path =
            if parts.is_empty() { dir.to_string() } else { format!("{dir}/{}", parts.join("/")) };
        let mode = entry.header().mode().unwrap_or(0o644) & 0o7777;
        let mtime = entry.header().mtime().unwrap_or(0);
        let ns = i64::try_from(mtime).unwrap_or(0).saturating_mul(1_000_000_000);
        one(cli, &mut entry, &path, dir, mode).await?;
        times.push((path, ns));
    }
    // Directories get their times last, when nothing is put into them any more.
    for (path, ns) in times.iter().rev() {
        // A time that can not be set is no reason to fail.
        let _ = cli.p.utimes(path, Some(*ns), Some(*ns), false);
    }
    Ok(())
}

async fn one(
    cli: &Cli,
    entry: &mut tar::Entry<'_, &[u8]>,
    path: &str,
    dir: &str,
    mode: u32,
) -> Result<(), String> {
    let existing = cli.p.lstat(path).ok();
    let link = |e: &tar::Entry<'_, &[u8]>| {
        e.link_name_bytes().map(|b| text::decode(&b).into_owned()).unwrap_or_default()
    };
    match entry.header().entry_type() {
        tar::EntryType::Directory => {
            match existing {
                Some(s) if s.is_dir() => {}
                Some(_) => {
                    return Err(format!(
                        "cannot overwrite non-directory {path:?} with directory {dir:?}"
                    ));
                }
                None => cli.p.mkdir(path, mode).map_err(|e| said("mkdir", path, e))?,
            }
            cli.p.chmod(path, mode).map_err(|e| said("chmod", path, e))?;
        }
        tar::EntryType::Symlink => {
            replace(cli, path, existing, dir)?;
            let target = link(entry);
            cli.p.symlink(&target, path).map_err(|e| said("symlink", path, e))?;
        }
        tar::EntryType::Fifo => {
            replace(cli, path, existing, dir)?;
            cli.p.mkfifo(path, mode).map_err(|e| said("mkfifo", path, e))?;
            cli.p.chmod(path, mode).map_err(|e| said("chmod", path, e))?;
        }
        tar::EntryType::Link => {
            replace(cli, path, existing, dir)?;
            let target = format!("{dir}/{}", link(entry));
            cli.p.link(&target, path).map_err(|e| said("link", path, e))?;
        }
        tar::EntryType::Regular | tar::EntryType::Continuous | tar::EntryType::GNUSparse => {
            replace(cli, path, existing, dir)?;
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
            let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
            let fd: Fd = cli.p.open(path, flags, mode).map_err(|e| said("open", path, e))?;
            let written = cli.p.write_all(fd, &bytes).await;
            // What could not be written counts, not the closing after it.
            let _ = cli.p.close(fd);
            written.map_err(|e| said("write", path, e))?;
            cli.p.chmod(path, mode).map_err(|e| said("chmod", path, e))?;
        }
        _ => {}
    }
    Ok(())
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
