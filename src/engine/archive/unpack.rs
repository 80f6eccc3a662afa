//! Unpacking archives into a directory, as moby's `pkg/archive` does it.

use std::collections::BTreeMap;

use crate::engine::disk::{Disk, clean, join, split};
use crate::engine::images::tree::{Entry, Kind};
use crate::engine::volumes::go_errno;
use crate::vfs::{Body, Errno, Inode, NodeId};

/// How to unpack.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rules {
    /// Refuse to put a directory in the place of something else, and the reverse.
    pub keep_kinds: bool,
    /// Everything belongs to this user and group.
    pub owner: Option<(u32, u32)>,
}

/// Unpacks into the directory at `top`, a path in the disk's view.
pub(crate) fn unpack(
    d: &mut Disk<'_>,
    top: &str,
    entries: &[(String, Entry)],
    rules: Rules,
) -> Result<(), String> {
    let mut times: Vec<(NodeId, i64)> = Vec::new();
    let mut made: BTreeMap<String, NodeId> = BTreeMap::new();
    for (name, e) in entries {
        let inside = clean(&format!("/{name}"));
        let path = join(top, &inside);
        let fail = |err: Errno| format!("{path}: {}", go_errno(err));
        if inside == "/" {
            let node = d.node(top).map_err(fail)?;
            set(d, node, e, rules).map_err(fail)?;
            times.push((node, e.mtime));
            continue;
        }
        let (dir, base) = split(&path);
        let parent = d.mkdir_all(dir, 0o755).map_err(fail)?.node;
        let old = d.vfs.lookup(&d.view, parent, base).ok();
        let is_dir = matches!(e.kind, Kind::Dir | Kind::Opaque);
        if let Some(old) = old {
            let old_dir = d.vfs.is_dir(old).map_err(fail)?;
            if rules.keep_kinds && old_dir && !is_dir {
                return Err(format!(
                    "cannot overwrite directory {path:?} with non-directory {top:?}"
                ));
            }
            if rules.keep_kinds && !old_dir && is_dir {
                return Err(format!(
                    "cannot overwrite non-directory {path:?} with directory {top:?}"
                ));
            }
            if old_dir && is_dir {
                set(d, old, e, rules).map_err(fail)?;
                times.push((old, e.mtime));
                made.insert(inside, old);
                continue;
            }
            d.remove_all(&path).map_err(fail)?;
        }
        let body = match &e.kind {
            Kind::Dir | Kind::Opaque => Body::dir(),
            Kind::File(c) => Body::File(c.clone()),
            Kind::Symlink(t) => Body::Symlink(t.as_str().into()),
            Kind::Fifo => Body::Fifo,
            Kind::Whiteout => Body::Char(0, 0),
            Kind::Char(a, b) => Body::Char(*a, *b),
            Kind::Block(a, b) => Body::Block(*a, *b),
            Kind::Hardlink(to) => {
                let to_path = clean(&format!("/{to}"));
                let target = match made.get(&to_path) {
                    Some(n) => *n,
                    None => d.node(&join(top, &to_path)).map_err(fail)?,
                };
                d.vfs.link_node(target, parent, base).map_err(fail)?;
                made.insert(inside, target);
                continue;
            }
        };
        let (uid, gid) = rules.owner.unwrap_or((e.uid, e.gid));
        let mode = if matches!(e.kind, Kind::Symlink(_)) { 0o777 } else { e.mode };
        let inode = Inode::new(body, mode, uid, gid, d.vfs.now);
        let node = d.vfs.create_node(parent, base, inode).map_err(fail)?;
        times.push((node, e.mtime));
        made.insert(inside, node);
    }
    for (node, mtime) in times {
        if let Ok(i) = d.vfs.inode_mut(node) {
            (i.atime, i.mtime) = (mtime, mtime);
        }
    }
    Ok(())
}

fn set(d: &mut Disk<'_>, node: NodeId, e: &Entry, rules: Rules) -> Result<(), Errno> {
    let (uid, gid) = rules.owner.unwrap_or((e.uid, e.gid));
    let i = d.vfs.inode_mut(node)?;
    (i.mode, i.uid, i.gid) = ((e.mode & 0o7777) as u16, uid, gid);
    Ok(())
}
