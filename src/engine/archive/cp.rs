//! `docker cp`: the daemon's half. Which name an archive's top has, and where a path leads, is decided
//! as moby's `daemon/archive_unix.go` does; the rest of cp's rules are the client's.

use crate::engine::api::container::{ArchivePut, PathStat};
use crate::engine::disk::{Disk, clean, split};
use crate::engine::images::tree::{Entry, Kind, Tree};
use crate::engine::run::spec::who;
use crate::engine::state::{Container, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Body, Content, Errno, Loc, NodeId, Stat};

use super::load::safe;
use super::tar::{self, Writer};
use super::{Rules, unpack_members};

/// `path` from the root, cleaned, with its `/` or `/.` at the end kept (`PreserveTrailingDotOrSeparator`).
fn absolute(path: &str) -> String {
    let mut out = clean(&format!("/{path}"));
    if path.ends_with("/.") || path == "." {
        if !out.ends_with('/') {
            out.push('/');
        }
        out.push('.');
    } else if path.ends_with('/') && !out.ends_with('/') {
        out.push('/');
    }
    out
}

/// Go's `filepath.Base`.
fn base(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    match trimmed.rsplit('/').next() {
        Some("") | None => "/",
        Some(name) => name,
    }
}

/// The file at a path: links on the way are followed, one at the end is not.
fn at(d: &mut Disk<'_>, path: &str) -> std::result::Result<Loc, Errno> {
    let follow = path.ends_with('/') || path.ends_with("/.");
    let loc = d.vfs.resolve(&d.view, path, follow)?;
    if follow && !d.vfs.is_dir(loc.node)? {
        return Err(Errno::ENOTDIR);
    }
    Ok(loc)
}

/// What is said of a file; of a link also where it leads to in the end, which fails for a loop.
fn describe(d: &mut Disk<'_>, path: &str, stat: &Stat) -> std::result::Result<PathStat, String> {
    let target = if stat.is_symlink() { safe(d, "", &clean(path))? } else { String::new() };
    Ok(PathStat {
        name: base(path).to_string(),
        size: stat.size,
        mode: stat.mode,
        mtime: stat.mtime,
        link_target: target,
    })
}

fn entry_of(d: &mut Disk<'_>, node: NodeId, stat: &Stat) -> std::result::Result<Entry, Errno> {
    let kind = match &d.vfs.inode(node)?.body {
        Body::Dir(_) => Kind::Dir,
        Body::File(c) => Kind::File(c.clone()),
        Body::Symlink(t) => Kind::Symlink(t.to_string()),
        Body::Char(a, b) => Kind::Char(*a, *b),
        Body::Block(a, b) => Kind::Block(*a, *b),
        Body::Fifo | Body::Socket => Kind::Fifo,
    };
    Ok(Entry { kind, mode: stat.perm(), uid: stat.uid, gid: stat.gid, mtime: stat.mtime })
}

/// A directory with what is mounted in it, or one file, as an archive whose top is called `top`.
pub(crate) fn pack(d: &mut Disk<'_>, at: Loc, top: &str) -> std::result::Result<Content, Errno> {
    let stat = d.vfs.stat_node(&d.view, at.node)?;
    let mut w = Writer::new();
    w.entry(top, &entry_of(d, at.node, &stat)?);
    // The names of what is in the root directory begin with it.
    let top = top.trim_end_matches('/');
    if stat.is_dir() {
        for (path, mut e) in Tree::read_through(d, at)?.0 {
            if let Kind::Hardlink(to) = &mut e.kind {
                *to = format!("{top}/{to}");
            }
            if matches!(e.kind, Kind::Opaque) {
                e.kind = Kind::Dir;
            }
            w.entry(&format!("{top}/{path}"), &e);
        }
    }
    Ok(w.finish())
}

impl Engine {
    /// What is said of a path that is not there. Where it lies deeper than one name below a file, it is
    /// the way there that fails, which has no name.
    fn missing_at(&self, c: &Container, path: &str, id: &str, e: Errno) -> EngineError {
        let full = clean(&absolute(path));
        let way = self.with_files(c, |d| d.at(split(&full).0));
        match way.is_ok_and(|w| w.is_err_and(|e| e == Errno::ENOTDIR)) {
            true => EngineError::system(go_errno(e)),
            false => Engine::missing(path, id, e),
        }
    }

    fn missing(path: &str, id: &str, e: Errno) -> EngineError {
        match e {
            Errno::ENOTDIR => EngineError::system(format!("lstat {path}: {}", go_errno(e))),
            Errno::ENOENT => {
                EngineError::not_found(format!("Could not find the file {path} in container {id}"))
            }
            e => EngineError::system(format!("lstat {path}: {}", go_errno(e))),
        }
    }

    /// What is at a path in a container (`docker cp`).
    pub fn container_path_stat(&self, id: &str, path: &str) -> Result<PathStat> {
        let c = self.container(id)?;
        let full = absolute(path);
        let found = self.with_files_told(&c, |d| {
            let node = at(d, &full)?.node;
            let stat = d.vfs.stat_node(&d.view, node)?;
            Ok(describe(d, &full, &stat))
        })?;
        self.tell_volumes(&c, false);
        found.map_err(|e| self.missing_at(&c, path, id, e))?.map_err(EngineError::system)
    }

    /// A path of a container as a tar file (`docker cp CONTAINER:PATH`).
    pub fn container_archive_get(&self, id: &str, path: &str) -> Result<(Content, PathStat)> {
        let c = self.container(id)?;
        let full = absolute(path);
        let found = self.with_files_told(&c, |d| {
            let at = at(d, &full)?;
            let stat = d.vfs.stat_node(&d.view, at.node)?;
            let content = pack(d, at, base(&full))?;
            Ok(describe(d, &full, &stat).map(|shown| (content, shown)))
        })?;
        if matches!(found, Ok(Ok(_))) {
            self.emit_container(&c.id, "archive-path", &[]);
        }
        self.tell_volumes(&c, false);
        found.map_err(|e| self.missing_at(&c, path, id, e))?.map_err(EngineError::system)
    }

    /// Unpacks a tar file into a directory of a container (`docker cp ... CONTAINER:PATH`).
    pub fn container_archive_put(
        &self,
        id: &str,
        path: &str,
        archive: &Content,
        o: ArchivePut,
    ) -> Result<()> {
        let c = self.container(id)?;
        self.with_files_told(&c, |_| ())?;
        let done = self.extract(&c, (id, path), archive, o);
        if done.is_ok() {
            self.emit_container(&c.id, "extract-to-dir", &[]);
        }
        self.tell_volumes(&c, false);
        done
    }

    fn extract(
        &self,
        c: &Container,
        (id, path): (&str, &str),
        archive: &Content,
        o: ArchivePut,
    ) -> Result<()> {
        let full = clean(&absolute(path));
        let members = tar::read(archive, self.disk(|d| d.room()));
        let place = self
            .with_files(c, |d| {
                let loc = d.at(&full)?;
                Ok((d.vfs.is_dir(loc.node)?, d.vfs.path_of(&d.view, loc)))
            })?
            .map_err(|e| match e {
                // It is the way to the place that fails, which has no name.
                Errno::ENOTDIR => EngineError::system(go_errno(e)),
                e => Engine::missing(path, id, e),
            })?;
        if !place.0 {
            return Err(EngineError::invalid("extraction point is not a directory"));
        }
        let real = place.1.unwrap_or_else(|_| full.clone());
        read_only(c, &real)?;
        let owner = if o.copy_uid_gid { self.own_user(c)? } else { None };
        let rules = Rules { keep_kinds: o.no_overwrite_dir_non_dir, owner, ..Rules::default() };
        self.with_files(c, |d| unpack_members(d, &real, &members, rules))?.map_err(|e| {
            // Whatever it is that is missing, the daemon says so of the place.
            match e.ends_with(": no such file or directory") {
                true => Engine::missing(path, id, Errno::ENOENT),
                false => EngineError::system(e),
            }
        })
    }

    /// The container's own user, to whom `docker cp -a` gives what it copies; none for root.
    fn own_user(&self, c: &Container) -> Result<Option<(u32, u32)>> {
        if c.config.user.is_empty() {
            return Ok(None);
        }
        let cred = self.with_files(c, |d| who(d, &c.config.user, &[]))??;
        Ok(Some((cred.uid, cred.gid)))
    }
}

/// A read-only mount, or a read-only root, takes nothing.
fn read_only(c: &Container, path: &str) -> Result<()> {
    let covers = |m: &str| path == m || path.starts_with(&format!("{m}/"));
    let mounts = c.mounts.values().filter(|m| covers(&m.destination));
    let nearest = mounts.max_by_key(|m| m.destination.len());
    match nearest {
        Some(m) if !m.rw && !matches!(m.source, Source::Tmpfs { .. }) => {
            Err(EngineError::invalid("mounted volume is marked read-only"))
        }
        None if c.host.readonly_rootfs => {
            Err(EngineError::invalid("container rootfs is marked read-only"))
        }
        _ => Ok(()),
    }
}
