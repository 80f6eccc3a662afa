//! The host's disk as the daemon uses it: as root, by path, without crossing what is mounted on the
//! way down. Trees are counted, copied and removed here; what they mean is decided elsewhere.

use std::collections::BTreeMap;

use crate::vfs::limits;
use crate::vfs::{Body, Content, Cred, Errno, FileType, Inode, Loc, NodeId, Vfs, View};

use super::archive::reader::Room;
use super::losses::{File, Files};
use std::borrow::Cow;

/// Depth at which a walk gives up; paths can not be longer anyway.
const DEEP: usize = 2_000;

/// The daemon's hands: the files, and `/` as root sees it.
pub struct Disk<'a> {
    /// All files.
    pub vfs: &'a mut Vfs,
    /// From where, as whom.
    pub view: View<'a>,
}

/// Splits a path into directory and last name.
pub fn split(path: &str) -> (&str, &str) {
    match path.rfind('/') {
        Some(0) => ("/", &path[1..]),
        Some(i) => (&path[..i], &path[i + 1..]),
        None => (".", path),
    }
}

/// A thing's name as it reaches the engine: the client's library cuts off blanks around it, and cleans the
/// path of the request that it stands in.
pub fn sent(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    if !name.contains('/') {
        return Cow::Borrowed(name);
    }
    match clean(&format!("/{name}")) {
        path if path == "/" => Cow::Borrowed(name),
        path => Cow::Owned(path[1..].to_string()),
    }
}

/// Go's `filepath.Clean`: no empty, `.` or (where it can be helped) `..` part, no slash at the end.
pub fn clean(path: &str) -> String {
    let absolute = path.starts_with('/');
    if absolute && path.split('/').skip(1).all(|part| !matches!(part, "" | "." | "..")) {
        return path.to_string();
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => match parts.last() {
                Some(&last) if last != ".." => drop(parts.pop()),
                _ if absolute => {}
                _ => parts.push(".."),
            },
            _ => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (absolute, joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".to_string(),
        (false, false) => joined,
    }
}

/// Joins and cleans, as Go's `filepath.Join` does.
pub fn join(base: &str, rest: &str) -> String {
    clean(&[base, "/", rest].concat())
}

impl<'a> Disk<'a> {
    /// The place of a path, links followed.
    pub fn at(&mut self, path: &str) -> Result<Loc, Errno> {
        self.vfs.resolve(&self.view, path, true)
    }

    /// The file of a path, links followed.
    pub fn node(&mut self, path: &str) -> Result<NodeId, Errno> {
        Ok(self.at(path)?.node)
    }

    /// Whether something is there.
    pub fn exists(&mut self, path: &str) -> bool {
        self.vfs.resolve(&self.view, path, false).is_ok()
    }

    /// Makes a directory and those above it; the existing ones stay as they are. New ones above
    /// it get the same mode.
    pub fn mkdir_all(&mut self, path: &str, mode: u32) -> Result<Loc, Errno> {
        let place = match self.vfs.resolve_parent(&self.view, path) {
            Err(Errno::ENOENT) if !matches!(split(path).0, "." | "/") => {
                self.mkdir_all(split(path).0, mode)?;
                self.vfs.resolve_parent(&self.view, path)?
            }
            place => place?,
        };
        if place.is_plain() {
            match self.vfs.lookup(&self.view, place.dir.node, &place.name) {
                Err(Errno::ENOENT) => {
                    return self.vfs.make_absent(&self.view, &place, Body::dir(), mode);
                }
                Ok(node) if self.vfs.is_dir(node)? => {
                    return Ok(self.vfs.cross(Loc { mount: place.dir.mount, node }));
                }
                _ => {}
            }
        }
        let at = self.at(path)?;
        if self.vfs.is_dir(at.node)? { Ok(at) } else { Err(Errno::ENOTDIR) }
    }

    /// The same hands in a directory: paths that do not begin with `/` start there.
    pub fn inside(&mut self, dir: Loc) -> Disk<'_> {
        Disk { vfs: self.vfs, view: View { cwd: dir, ..self.view } }
    }

    /// The same hands in the directory at a path.
    pub fn enter(&mut self, path: &str) -> Result<Disk<'_>, Errno> {
        let at = self.at(path)?;
        Ok(self.inside(at))
    }

    /// Makes a directory as [`Disk::mkdir_all`] does, and enters it.
    pub fn make_and_enter(&mut self, path: &str, mode: u32) -> Result<Disk<'_>, Errno> {
        let at = self.mkdir_all(path, mode)?;
        Ok(self.inside(at))
    }

    /// Writes a small file, made with `mode` where it is missing.
    pub fn write(&mut self, path: &str, bytes: &[u8], mode: u32) -> Result<(), Errno> {
        self.put(path, bytes.to_vec().into(), mode)
    }

    /// Gives a file, made with `mode` where it is missing, a content.
    pub fn put(&mut self, path: &str, content: Content, mode: u32) -> Result<(), Errno> {
        use crate::vfs::OpenFlags;
        let place = self.vfs.resolve_parent(&self.view, path)?;
        let new = place.is_plain()
            && !place.must_be_dir
            && self.vfs.lookup(&self.view, place.dir.node, &place.name) == Err(Errno::ENOENT);
        let at = if new {
            self.vfs.make_absent(&self.view, &place, Body::File(content), mode)?
        } else {
            let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
            let at = self.vfs.open(&self.view, path, flags, mode)?;
            self.vfs.set_content(at.node, content)?;
            at
        };
        // The daemon takes care that its own records are on the disk.
        self.vfs.sync_node_soon(at.node);
        Ok(())
    }

    /// Adds to the end of a file.
    pub fn append(&mut self, path: &str, bytes: &[u8], mode: u32) -> Result<(), Errno> {
        use crate::vfs::OpenFlags;
        let flags = OpenFlags::WRITE | OpenFlags::CREAT;
        let at = self.vfs.open(&self.view, path, flags, mode)?;
        let len = self.vfs.stat_node(&self.view, at.node)?.size;
        self.vfs.write_node(&self.view, at.node, len, bytes)?;
        Ok(())
    }

    /// Reads a small file.
    pub fn read(&mut self, path: &str) -> Result<Vec<u8>, Errno> {
        let node = self.node(path)?;
        self.vfs.read_node(&self.view, node, 0, usize::MAX)
    }

    /// Makes a symbolic link; one that is there already stays.
    pub fn symlink(&mut self, target: &str, path: &str) -> Result<(), Errno> {
        match self.vfs.symlink(&self.view, target, path) {
            Err(Errno::EEXIST) => Ok(()),
            other => other,
        }
    }

    /// Removes a file or a tree; nothing there is no error.
    pub fn remove_all(&mut self, path: &str) -> Result<(), Errno> {
        self.remove_tree(path).map_err(|(_, e)| e)
    }

    /// The same; an error comes with the path that could not be removed (Go's `os.RemoveAll`). What can be
    /// removed is: files in what is mounted below, too, while the mount points stay (EBUSY).
    pub fn remove_tree(&mut self, path: &str) -> Result<(), (String, Errno)> {
        let place = match self.vfs.resolve_parent(&self.view, path) {
            Err(Errno::ENOENT) => return Ok(()),
            other => other.map_err(|e| (path.to_string(), e))?,
        };
        match self.remove_entry(place.dir, &place.name, 0) {
            Err((_, Errno::ENOENT)) => Ok(()),
            Err((below, e)) => Err((join(split(path).0, &below), e)),
            Ok(()) => Ok(()),
        }
    }

    /// An error comes with the path from `dir`.
    fn remove_entry(&mut self, dir: Loc, name: &str, depth: usize) -> Result<(), (String, Errno)> {
        let here = |e| (name.to_string(), e);
        let node = self.vfs.lookup(&self.view, dir.node, name).map_err(here)?;
        let at = self.vfs.cross(Loc { mount: dir.mount, node });
        let mut failed = (at.mount != dir.mount).then(|| here(Errno::EBUSY));
        if depth < DEEP && self.vfs.is_dir(at.node).map_err(here)? {
            for child in self.vfs.names(&self.view, at.node).map_err(here)? {
                if let Err((below, e)) = self.remove_entry(at, &child, depth + 1) {
                    failed.get_or_insert((format!("{name}/{below}"), e));
                }
            }
        }
        match failed {
            Some(failed) => Err(failed),
            None => self.vfs.remove_node(dir.node, name).map_err(here),
        }
    }

    /// Empties a directory.
    pub fn empty(&mut self, dir: Loc) -> Result<(), Errno> {
        for name in self.vfs.names(&self.view, dir.node)? {
            self.remove_entry(dir, &name, 0).map_err(|(_, e)| e)?;
        }
        Ok(())
    }

    /// Bytes of the regular files and symbolic links in a tree, each inode once (moby `directory.Size`).
    pub fn size(&mut self, dir: NodeId) -> u64 {
        let mut seen = BTreeMap::new();
        self.size_of(dir, &mut seen, 0)
    }

    fn size_of(&mut self, node: NodeId, seen: &mut BTreeMap<u64, ()>, depth: usize) -> u64 {
        let Ok(stat) = self.vfs.stat_node(&self.view, node) else { return 0 };
        if stat.is_file() || stat.is_symlink() {
            let again = stat.nlink > 1 && seen.insert(stat.ino, ()).is_some();
            return if again { 0 } else { stat.size };
        }
        if !stat.is_dir() || depth > DEEP {
            return 0;
        }
        let entries = self.vfs.entries(&self.view, node).unwrap_or_default();
        let mut sum = 0;
        for e in entries {
            if let Ok(child) = self.vfs.lookup(&self.view, node, &e.name) {
                sum += self.size_of(child, seen, depth + 1);
            }
        }
        sum
    }

    /// What an archive may unpack to here.
    pub fn room(&mut self) -> Room {
        let free = self.at("/").and_then(|at| self.vfs.statfs(at)).map_or(0, |s| s.free);
        Room { all: free, dense: limits::DENSE }
    }

    /// What a tree holds: the first files by path, and totals. Directories count where they are
    /// empty.
    pub fn list(&mut self, dir: NodeId) -> Files {
        let mut files = Files::default();
        self.list_into(dir, "", &mut files, 0);
        files
    }

    fn list_into(&mut self, dir: NodeId, base: &str, files: &mut Files, depth: usize) {
        let entries = self.vfs.entries(&self.view, dir).unwrap_or_default();
        for e in entries {
            let Ok(node) = self.vfs.lookup(&self.view, dir, &e.name) else { continue };
            let Ok(stat) = self.vfs.stat_node(&self.view, node) else { continue };
            let path = format!("{base}/{}", e.name);
            let whiteout = stat.file_type() == FileType::CharDevice && stat.rdev == 0;
            if stat.is_dir() && depth < DEEP {
                let before = files.total;
                self.list_into(node, &path, files, depth + 1);
                if files.total > before {
                    continue;
                }
            }
            files.add(File {
                path,
                kind: stat.file_type(),
                size: if stat.is_file() { stat.size } else { 0 },
                mtime: stat.mtime,
                whiteout,
            });
        }
    }

    /// Copies what is in one directory into another, owners, modes, times, links and all; file
    /// contents are shared. What is there already stays.
    pub fn copy_tree(&mut self, from: NodeId, to: NodeId) -> Result<(), Errno> {
        self.copy_into(from, to, &mut BTreeMap::new(), 0)
    }

    fn copy_into(
        &mut self,
        from: NodeId,
        to: NodeId,
        links: &mut BTreeMap<u64, NodeId>,
        depth: usize,
    ) -> Result<(), Errno> {
        if depth > DEEP {
            return Err(Errno::ELOOP);
        }
        for e in self.vfs.entries(&self.view, from)? {
            let node = self.vfs.lookup(&self.view, from, &e.name)?;
            if self.vfs.lookup(&self.view, to, &e.name).is_ok() {
                continue;
            }
            let stat = self.vfs.stat_node(&self.view, node)?;
            let linked = !stat.is_dir() && stat.nlink > 1;
            if linked && let Some(&done) = links.get(&stat.ino) {
                self.vfs.link_node(done, to, &e.name)?;
                continue;
            }
            let mut inode: Inode = self.vfs.inode(node)?.clone();
            let (atime, mtime) = (inode.atime, inode.mtime);
            let is_dir = matches!(inode.body, Body::Dir(_));
            if is_dir {
                inode.body = Body::dir();
            }
            inode.nlink = 0;
            inode.ctime = self.vfs.now;
            inode.btime = self.vfs.now;
            drop_overlay_marks(&mut inode);
            let copy = self.vfs.create_node(to, &e.name, inode)?;
            if is_dir {
                self.copy_into(node, copy, links, depth + 1)?;
            }
            let made = self.vfs.inode_mut(copy)?;
            (made.atime, made.mtime) = (atime, mtime);
            if linked {
                links.insert(stat.ino, copy);
            }
        }
        Ok(())
    }

    /// Gives a directory another's owner, mode and times.
    pub fn copy_attributes(&mut self, from: NodeId, to: NodeId) -> Result<(), Errno> {
        let (mode, uid, gid, atime, mtime) = {
            let i = self.vfs.inode(from)?;
            (i.mode, i.uid, i.gid, i.atime, i.mtime)
        };
        let i = self.vfs.inode_mut(to)?;
        (i.mode, i.uid, i.gid, i.atime, i.mtime) = (mode, uid, gid, atime, mtime);
        Ok(())
    }
}

fn drop_overlay_marks(inode: &mut Inode) {
    if let Some(x) = &mut inode.xattrs {
        x.remove(crate::vfs::overlay::OPAQUE);
        if x.is_empty() {
            inode.xattrs = None;
        }
    }
}

/// Runs something as root from a place that serves as `/`.
pub fn as_root<R>(vfs: &mut Vfs, root: Loc, f: impl FnOnce(&mut Disk<'_>) -> R) -> R {
    let cred = Cred::root();
    let view = View { root, cwd: root, cred: &cred, pid: 0, far: false };
    f(&mut Disk { vfs, view })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_cleaned() {
        for (from, to) in
            [("/a/../b/./c//", "/b/c"), ("../x/..", ".."), ("", "."), ("/..", "/"), ("a/b/..", "a")]
        {
            assert_eq!(clean(from), to);
        }
        assert_eq!(join("/a", "../b"), "/b");
        assert_eq!(split("/a"), ("/", "a"));
    }
}
