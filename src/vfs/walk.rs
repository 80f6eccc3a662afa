//! Paths to files: path_resolution(7), with symbolic links, `..` over mounts, and search permission
//! on every directory passed.

use smol_str::SmolStr;

use super::errno::Errno;
use super::inode::Body;
use super::limits;
use super::types::{CapSet, S_IFMT};
use super::{Loc, NodeId, Super, Vfs, View};

/// Where a path ends: the directory that holds, or would hold, its last name.
#[derive(Clone, Debug)]
pub struct Place {
    /// The directory.
    pub dir: Loc,
    /// The last name; empty, `.` or `..` where the path ends in such a thing.
    pub name: SmolStr,
    /// The path ended in `/`, so that only a directory will do.
    pub must_be_dir: bool,
}

impl Place {
    /// Whether the last name is one that can be created or removed.
    pub fn is_plain(&self) -> bool {
        !matches!(self.name.as_str(), "" | "." | "..")
    }
}

impl Vfs {
    /// The file at a path. `follow` says whether a symbolic link at its end is followed; one with a
    /// trailing slash always is.
    pub fn resolve(&mut self, view: &View<'_>, path: &str, follow: bool) -> Result<Loc, Errno> {
        check_length(view, path)?;
        let mut links = 0;
        self.walk(view, start(view, path), path, follow, &mut links)
    }

    /// The directory of a path's last name, which need not exist.
    pub fn resolve_parent(&mut self, view: &View<'_>, path: &str) -> Result<Place, Errno> {
        check_length(view, path)?;
        let trimmed = path.trim_end_matches('/');
        let (dir, name) = match trimmed.bytes().rposition(|b| b == b'/') {
            Some(i) => (&trimmed[..=i], &trimmed[i + 1..]),
            None => ("", trimmed),
        };
        check_name(name)?;
        let mut links = 0;
        let from = start(view, path);
        let dir = if dir.is_empty() { from } else { self.walk(view, from, dir, true, &mut links)? };
        self.may_search(view, dir)?;
        Ok(Place { dir, name: name.into(), must_be_dir: trimmed.len() < path.len() })
    }

    fn walk(
        &mut self,
        view: &View<'_>,
        from: Loc,
        path: &str,
        follow: bool,
        links: &mut u32,
    ) -> Result<Loc, Errno> {
        let mut at = from;
        let trailing = path.ends_with('/');
        let mut rest = path.trim_matches('/');
        while !rest.is_empty() {
            let (name, more) = split_first(rest);
            let last = more.is_empty();
            rest = more;
            self.may_search(view, at)?;
            let next = match name {
                "." => at,
                ".." => self.up(view, at)?,
                _ => {
                    check_name(name)?;
                    let node = self.lookup(view, at.node, name)?;
                    self.cross(Loc { mount: at.mount, node })
                }
            };
            let is_link = self.is_link(view, next.node)?;
            at = if is_link && (!last || follow || trailing) {
                *links += 1;
                if *links > limits::LINKS {
                    return Err(Errno::ELOOP);
                }
                let target = self.readlink_node(view, next.node)?;
                if target.is_empty() {
                    return Err(Errno::ENOENT);
                }
                let from = if target.starts_with('/') { view.root } else { at };
                self.walk(view, from, &target, true, links)?
            } else {
                next
            };
        }
        if trailing && !self.is_dir(at.node)? {
            return Err(Errno::ENOTDIR);
        }
        Ok(at)
    }

    /// A symbolic link that is followed by its text. Links of `/proc/PID/fd` are not: they stand for
    /// an open file, which the kernel finds by [`Vfs::descriptor_link`].
    pub(super) fn is_link(&self, view: &View<'_>, node: NodeId) -> Result<bool, Errno> {
        if let Super::Synthetic(f) = &self.super_of(node.sb)?.kind {
            let link = f.stat(view, node.ino)?.mode & S_IFMT == 0o120_000;
            return Ok(link && f.descriptor(view, node.ino).is_none());
        }
        Ok(matches!(self.inode(node)?.body, Body::Symlink(_)))
    }

    /// ENOTDIR or EACCES unless names can be looked up in `at`.
    fn may_search(&self, view: &View<'_>, at: Loc) -> Result<(), Errno> {
        if !self.is_dir(at.node)? {
            return Err(Errno::ENOTDIR);
        }
        // Nothing is asked of who may pass over permissions.
        let may = view.cred.can(CapSet::DAC_OVERRIDE)
            || view.cred.may(&self.stat_node(view, at.node)?, 1);
        if may { Ok(()) } else { Err(Errno::EACCES) }
    }

    /// What `..` means in a directory.
    fn up(&mut self, view: &View<'_>, mut at: Loc) -> Result<Loc, Errno> {
        loop {
            if at == view.root {
                return Ok(at);
            }
            let mount = self.mounts.table.get(&at.mount).ok_or(Errno::ENOENT)?;
            if at.node != mount.root {
                let node = self.parent(at.node)?;
                return Ok(self.cross(Loc { mount: at.mount, node }));
            }
            match mount.at {
                Some(below) => at = below,
                None => return Ok(at),
            }
        }
    }

    /// The path of a directory from the view's root, as getcwd(2) gives it; ENOENT once it is
    /// removed or out of reach.
    pub fn path_of(&mut self, view: &View<'_>, dir: Loc) -> Result<String, Errno> {
        let mut names = Vec::new();
        let mut at = dir;
        while at != view.root {
            let mount = self.mounts.table.get(&at.mount).ok_or(Errno::ENOENT)?;
            if at.node == mount.root {
                at = mount.at.ok_or(Errno::ENOENT)?;
                continue;
            }
            let parent = self.parent(at.node)?;
            let entries = self.entries(view, parent)?;
            let mut found = None;
            for e in entries {
                let same = match &self.super_of(parent.sb)?.kind {
                    Super::Overlay(_) => self.ovl_lookup(parent, &e.name)?.ino == at.node.ino,
                    _ => e.ino == at.node.ino,
                };
                if same {
                    found = Some(e.name);
                    break;
                }
            }
            names.push(found.ok_or(Errno::ENOENT)?);
            at = Loc { mount: at.mount, node: parent };
        }
        if names.is_empty() {
            return Ok("/".to_string());
        }
        names.reverse();
        Ok(format!("/{}", names.join("/")))
    }
}

/// The first name of a path, and what comes after it without the slashes between.
fn split_first(path: &str) -> (&str, &str) {
    // Names are short: looking at each byte is quicker than a search that prepares itself.
    match path.bytes().position(|b| b == b'/') {
        Some(at) => (&path[..at], path[at + 1..].trim_start_matches('/')),
        None => (path, ""),
    }
}

fn start(view: &View<'_>, path: &str) -> Loc {
    if path.starts_with('/') { view.root } else { view.cwd }
}

/// ENAMETOOLONG for a name that no directory takes.
fn check_name(name: &str) -> Result<(), Errno> {
    // A name's bytes are never more than its text's.
    let long = name.len() > limits::NAME && super::text::encode(name).len() > limits::NAME;
    if long { Err(Errno::ENAMETOOLONG) } else { Ok(()) }
}

fn check_length(view: &View<'_>, path: &str) -> Result<(), Errno> {
    if path.is_empty() {
        return Err(Errno::ENOENT);
    }
    if path.len() >= limits::PATH && !view.far || path.contains('\0') {
        return Err(Errno::ENAMETOOLONG);
    }
    Ok(())
}
