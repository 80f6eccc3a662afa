//! `docker diff`: what the writable layer holds, compared with what lies below (moby
//! `archive.ChangesDirs`, which overlay2 uses for it).

use std::collections::BTreeSet;

use crate::engine::api::container::{Change, ChangeKind};
use crate::engine::disk::Disk;
use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Body, Errno, NodeId, overlay};

impl Engine {
    /// `docker diff`.
    pub fn container_changes(&self, id: &str) -> Result<Vec<Change>> {
        let c = self.container(id)?;
        self.changes_of(&c).map_err(|e| EngineError::system(e.text().to_lowercase()))
    }

    /// The same, as errno says it.
    pub(crate) fn changes_of(&self, c: &Container) -> std::result::Result<Vec<Change>, Errno> {
        let (upper, lowers) = self.layer_nodes(c)?;
        let mut out = Vec::new();
        self.disk(|d| {
            let mut listed = BTreeSet::new();
            walk(d, upper, &lowers, "", &mut listed, &mut out, 0)
        })?;
        out.sort();
        Ok(out)
    }
}

/// The nodes that a name has in lower directories, topmost first, as an overlay merges them.
fn below(d: &mut Disk<'_>, lowers: &[NodeId], name: &str) -> Vec<NodeId> {
    let mut out = Vec::new();
    for &l in lowers {
        let Ok(n) = d.vfs.lookup(&d.view, l, name) else { continue };
        let Ok(inode) = d.vfs.inode(n) else { continue };
        match &inode.body {
            Body::Char(0, 0) => break,
            Body::Dir(_) => {
                let opaque = inode.xattr(overlay::OPAQUE) == Some(b"y");
                out.push(n);
                if opaque {
                    break;
                }
            }
            _ => {
                if out.is_empty() {
                    out.push(n);
                }
                break;
            }
        }
    }
    out
}

fn walk(
    d: &mut Disk<'_>,
    dir: NodeId,
    lowers: &[NodeId],
    base: &str,
    listed: &mut BTreeSet<String>,
    out: &mut Vec<Change>,
    depth: usize,
) -> std::result::Result<(), Errno> {
    if depth > 2_000 {
        return Err(Errno::ELOOP);
    }
    for e in d.vfs.entries(&d.view, dir)? {
        let node = d.vfs.lookup(&d.view, dir, &e.name)?;
        let path = format!("{base}/{}", e.name);
        let under = below(d, lowers, &e.name);
        let stat = d.vfs.stat_node(&d.view, node)?;
        let inode = d.vfs.inode(node)?;
        let whiteout = matches!(inode.body, Body::Char(0, 0));
        let opaque = inode.xattr(overlay::OPAQUE) == Some(b"y");
        let kind = if whiteout {
            ChangeKind::Deleted
        } else if under.is_empty() {
            ChangeKind::Added
        } else {
            ChangeKind::Changed
        };
        // A directory in which things came and went is the same as below, and so is a file that was
        // copied up without being written: moby compares what stat(2) tells (`statDifferent`).
        let same = kind == ChangeKind::Changed && {
            let old = d.vfs.stat_node(&d.view, under[0])?;
            (old.is_dir() || (old.size, old.mtime) == (stat.size, stat.mtime))
                && (old.mode, old.uid, old.gid) == (stat.mode, stat.uid, stat.gid)
        };
        if !same {
            list_parents(&path, listed, out);
            if listed.insert(path.clone()) {
                out.push(Change { path: path.clone(), kind });
            }
        }
        if stat.is_dir() {
            let hides = opaque && !under.is_empty();
            if hides {
                for gone in names(d, &under)? {
                    if d.vfs.lookup(&d.view, node, &gone).is_err() {
                        let path = format!("{path}/{gone}");
                        list_parents(&path, listed, out);
                        out.push(Change { path, kind: ChangeKind::Deleted });
                    }
                }
            }
            let next: &[NodeId] = if hides { &[] } else { &under };
            walk(d, node, next, &path, listed, out, depth + 1)?;
        }
    }
    Ok(())
}

/// The directories above a change count as changed (moby `addChanges`), the root excepted.
fn list_parents(path: &str, listed: &mut BTreeSet<String>, out: &mut Vec<Change>) {
    for (at, _) in path.match_indices('/').filter(|(at, _)| *at > 0) {
        let parent = path[..at].to_string();
        if listed.insert(parent.clone()) {
            out.push(Change { path: parent, kind: ChangeKind::Changed });
        }
    }
}

/// The names in merged directories.
fn names(d: &mut Disk<'_>, dirs: &[NodeId]) -> std::result::Result<BTreeSet<String>, Errno> {
    let mut out = BTreeSet::new();
    for &dir in dirs {
        for e in d.vfs.entries(&d.view, dir).unwrap_or_default() {
            let node = d.vfs.lookup(&d.view, dir, &e.name)?;
            if !matches!(d.vfs.inode(node)?.body, Body::Char(0, 0)) {
                out.insert(e.name);
            }
        }
    }
    Ok(out)
}
