//! Unpacking archives into a directory, as moby's `go-archive` does it: no name and no link leads out of the
//! directory, and absolute links count from its top.

use crate::engine::disk::{Disk, clean, join, split};
use crate::engine::images::tree::{Entry, Kind};
use crate::engine::volumes::go_errno;
use crate::vfs::{Body, Errno, Inode, NodeId, overlay};

use super::reader::Members;

/// How many links on the way are followed.
const LINKS: usize = 255;
/// Mark of a deleted file in a layer.
pub const WHITEOUT: &str = ".wh.";
/// Mark of a directory that hides what is below it.
pub const OPAQUE: &str = ".wh..wh..opq";

/// How to unpack.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rules {
    /// Refuse to put a directory in the place of something else, and the reverse.
    pub keep_kinds: bool,
    /// Everything belongs to this user and group.
    pub owner: Option<(u32, u32)>,
    /// The archive is a layer, in which names tell what is deleted.
    pub layer: bool,
    /// An entry for the directory itself sets its owner, mode and time.
    pub top: bool,
}

/// Unpacks a tar file's members into the directory at `top`; what comes before an error stays there.
pub(crate) fn unpack_members(
    d: &mut Disk<'_>,
    top: &str,
    members: &Members,
    rules: Rules,
) -> Result<(), String> {
    unpack(d, top, members.list.iter().map(|m| (m.path.as_str(), &m.entry)), rules)?;
    members.error.clone().map_or(Ok(()), Err)
}

/// Unpacks into the directory at `top`, a path in the disk's view.
pub(crate) fn unpack<'a>(
    d: &mut Disk<'_>,
    top: &str,
    entries: impl Iterator<Item = (&'a str, &'a Entry)>,
    rules: Rules,
) -> Result<(), String> {
    let mut u = Unpacker { d, top, rules, times: Vec::new() };
    let done = entries.into_iter().try_for_each(|(name, e)| u.one(name, e));
    // Directories get their times last, for what is put into them changes theirs.
    for (node, mtime) in std::mem::take(&mut u.times) {
        if let Ok(i) = u.d.vfs.inode_mut(node) {
            (i.atime, i.mtime) = (mtime, mtime);
        }
    }
    done
}

struct Unpacker<'a, 'b> {
    d: &'a mut Disk<'b>,
    top: &'a str,
    rules: Rules,
    times: Vec<(NodeId, i64)>,
}

fn said(call: &str, name: &str, e: Errno) -> String {
    format!("{call} {name}: {}", go_errno(e))
}

/// A name as it counts from the top: cleaned, `.` for the top itself, none where it leads outside.
pub(super) fn local(name: &str) -> Option<String> {
    let name = clean(name.trim_start_matches('/'));
    (name != ".." && !name.starts_with("../")).then_some(name)
}

impl Unpacker<'_, '_> {
    fn full(&self, name: &str) -> String {
        join(self.top, name)
    }

    fn one(&mut self, name: &str, e: &Entry) -> Result<(), String> {
        let name = local(name).ok_or_else(|| format!("invalid entry name {name:?}"))?;
        if name == "." {
            if self.rules.top {
                let node = self.d.node(self.top).map_err(|e| said("lstat", self.top, e))?;
                self.set(node, e).map_err(|e| said("chmod", self.top, e))?;
                self.times.push((node, e.mtime));
            }
            return Ok(());
        }
        let at = self.place(&name)?;
        let full = self.full(&at);
        let (dir, base) = split(&full);
        let is_dir = matches!(e.kind, Kind::Dir | Kind::Opaque);
        if let Ok(old) = self.d.vfs.resolve(&self.d.view, &full, false) {
            let old_dir = self.d.vfs.is_dir(old.node).map_err(|e| said("lstatat", &at, e))?;
            let top = self.top;
            if self.rules.keep_kinds && old_dir && !is_dir {
                return Err(format!(
                    "cannot overwrite directory {name:?} with non-directory {top:?}"
                ));
            }
            if self.rules.keep_kinds && !old_dir && is_dir {
                return Err(format!(
                    "cannot overwrite non-directory {name:?} with directory {top:?}"
                ));
            }
            if old_dir && is_dir {
                self.set(old.node, e).map_err(|e| said("chmod", &at, e))?;
                self.times.push((old.node, e.mtime));
                return self.mark(old.node, e);
            }
            let above = self.d.at(dir).map_err(|e| said("lstatat", &at, e))?;
            if above.mount != old.mount {
                return Err(said("RemoveAll", &at, Errno::EBUSY));
            }
            self.d.remove_all(&full).map_err(|e| said("unlinkat", &at, e))?;
        }
        let parent = self.d.mkdir_all(dir, 0o755).map_err(|e| said("openat", &at, e))?.node;
        if self.rules.layer && base == OPAQUE {
            let x = self.d.vfs.inode_mut(parent).map_err(|e| said("setxattr", &at, e))?;
            x.xattrs.get_or_insert_default().insert(overlay::OPAQUE.to_string(), b"y".to_vec());
            return Ok(());
        }
        if self.rules.layer
            && let Some(gone) = base.strip_prefix(WHITEOUT)
        {
            let inode = Inode::new(Body::Char(0, 0), 0, e.uid, e.gid, self.d.vfs.now);
            let node = self.d.vfs.create_node(parent, gone, inode);
            let node = node.map_err(|e| said("mknod", &at, e))?;
            self.times.push((node, e.mtime));
            return Ok(());
        }
        if let Kind::Hardlink(to) = &e.kind {
            let target = self.link_target(to)?;
            let fail = |e| format!("linkat {target} {at}: {}", go_errno(e));
            let target = self.full(&target);
            let node = self.d.vfs.resolve(&self.d.view, &target, false).map_err(fail)?.node;
            return self.d.vfs.link_node(node, parent, base).map_err(fail);
        }
        let (body, call) = match &e.kind {
            Kind::Dir | Kind::Opaque => (Body::dir(), "mkdirat"),
            Kind::File(c) => (Body::File(c.clone()), "openat"),
            Kind::Symlink(t) => (Body::Symlink(t.as_str().into()), "symlinkat"),
            Kind::Fifo => (Body::Fifo, "mknod"),
            Kind::Whiteout => (Body::Char(0, 0), "mknod"),
            Kind::Char(a, b) => (Body::Char(*a, *b), "mknod"),
            Kind::Block(a, b) => (Body::Block(*a, *b), "mknod"),
            Kind::Hardlink(_) => return Ok(()),
        };
        if base.len() > 255 {
            return Err(said(call, &at, Errno::ENAMETOOLONG));
        }
        let (uid, gid) = self.rules.owner.unwrap_or((e.uid, e.gid));
        let mode = if matches!(e.kind, Kind::Symlink(_)) { 0o777 } else { e.mode };
        let inode = Inode::new(body, mode, uid, gid, self.d.vfs.now);
        let node = self.d.vfs.create_node(parent, base, inode).map_err(|e| match e {
            Errno::ENOSPC => said("write", &full, e),
            e => said(call, &at, e),
        })?;
        self.times.push((node, e.mtime));
        self.mark(node, e)
    }

    /// What hides the layers below is marked so.
    fn mark(&mut self, node: NodeId, e: &Entry) -> Result<(), String> {
        if matches!(e.kind, Kind::Opaque) {
            let i = self.d.vfs.inode_mut(node).map_err(|e| go_errno(e).to_string())?;
            let x = i.xattrs.get_or_insert_default();
            x.insert(overlay::OPAQUE.to_string(), b"y".to_vec());
        }
        Ok(())
    }

    fn set(&mut self, node: NodeId, e: &Entry) -> Result<(), Errno> {
        let (uid, gid) = self.rules.owner.unwrap_or((e.uid, e.gid));
        let i = self.d.vfs.inode_mut(node)?;
        (i.mode, i.uid, i.gid) = ((e.mode & 0o7777) as u16, uid, gid);
        Ok(())
    }

    fn link_target(&mut self, to: &str) -> Result<String, String> {
        match local(to) {
            Some(name) if name != "." => self.place(&name),
            _ => Err(format!("invalid hardlink target {to:?}")),
        }
    }

    /// Where a name leads once the links on its way are followed; its last part is left as it is.
    fn place(&mut self, name: &str) -> Result<String, String> {
        let Some((parent, base)) = name.rsplit_once('/') else { return Ok(name.to_string()) };
        let escapes = || format!("statat {parent}: path escapes from parent");
        let mut todo: Vec<String> = parent.rsplit('/').map(str::to_string).collect();
        let mut done: Vec<String> = Vec::new();
        let (mut links, mut absolute) = (0, false);
        while let Some(part) = todo.pop() {
            match part.as_str() {
                "" | "." => continue,
                ".." => {
                    if done.pop().is_none() && !absolute {
                        return Err(escapes());
                    }
                    continue;
                }
                _ => done.push(part),
            }
            let here = self.full(&done.join("/"));
            let Ok(found) = self.d.vfs.resolve(&self.d.view, &here, false) else { continue };
            let Ok(Body::Symlink(to)) = self.d.vfs.inode(found.node).map(|i| &i.body) else {
                continue;
            };
            links += 1;
            if links > LINKS {
                return Err("too many links".to_string());
            }
            done.pop();
            if to.starts_with('/') {
                absolute = true;
                done.clear();
            }
            todo.extend(to.rsplit('/').map(str::to_string));
        }
        done.push(base.to_string());
        Ok(done.join("/"))
    }
}
