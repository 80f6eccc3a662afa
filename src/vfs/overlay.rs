//! The overlay filesystem as Linux has it (Documentation/filesystems/overlayfs.rst): read-only lower
//! directories, one writable upper one, copy-up on the first change, whiteouts (character devices
//! 0/0) and opaque directories in the upper one. All of them are ordinary directories on the host's
//! disk, so root there sees exactly what Docker's `diff` directories hold.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use smol_str::SmolStr;

use super::errno::Errno;
use super::inode::{Body, Inode};
use super::memfs::ROOT;
use super::types::DirEntry;
use super::{NodeId, Super, Vfs};

/// The extended attribute that hides what lies below a directory.
pub const OPAQUE: &str = "trusted.overlay.opaque";

/// One overlay: its layers and the nodes met so far.
#[derive(Clone, Debug)]
pub struct Overlay {
    nodes: Vec<OvlNode>,
    known: BTreeMap<(u64, SmolStr), u64>,
}

/// A file of the merged tree and where its parts are.
#[derive(Clone, Debug)]
struct OvlNode {
    parent: u64,
    name: SmolStr,
    upper: Option<NodeId>,
    /// Topmost first; a file has at most one.
    lowers: Rc<[NodeId]>,
    pins: u32,
}

/// What an entry of one layer means for the layers below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Nothing of that name is seen, whatever lies below.
    Whiteout,
    /// All that is seen.
    File,
    /// A directory that is seen with those below it.
    Open,
    /// A directory that hides what lies below it.
    Opaque,
}

impl Overlay {
    /// An overlay of `lowers` (topmost first) under `upper`; without `upper` it is read-only.
    pub fn new(lowers: &[NodeId], upper: Option<NodeId>) -> Overlay {
        let root = OvlNode { parent: ROOT, name: "".into(), upper, lowers: lowers.into(), pins: 0 };
        // Slots 0 and 1 are never handed out: the root is inode 2 everywhere.
        Overlay { nodes: vec![root.clone(), root.clone(), root], known: BTreeMap::new() }
    }

    fn node(&self, ino: u64) -> Result<&OvlNode, Errno> {
        self.nodes.get(ino as usize).ok_or(Errno::ESTALE)
    }

    /// The directory that holds this one.
    pub fn parent(&self, ino: u64) -> Result<u64, Errno> {
        Ok(self.node(ino)?.parent)
    }
}

impl Vfs {
    fn overlay(&self, sb: u32) -> Result<&Overlay, Errno> {
        match &self.super_of(sb)?.kind {
            Super::Overlay(o) => Ok(o),
            _ => Err(Errno::EINVAL),
        }
    }

    fn overlay_mut(&mut self, sb: u32) -> Result<&mut Overlay, Errno> {
        match &mut self.super_mut(sb)?.kind {
            Super::Overlay(o) => Ok(o),
            _ => Err(Errno::EINVAL),
        }
    }

    fn is_whiteout(&self, node: NodeId) -> bool {
        self.mem(node.sb)
            .and_then(|m| m.inode(node.ino))
            .is_ok_and(|i| matches!(i.body, Body::Char(0, 0)))
    }

    fn is_mem_dir(&self, node: NodeId) -> bool {
        self.mem(node.sb).is_ok_and(|m| m.dir(node.ino).is_ok())
    }

    fn part(&self, node: NodeId) -> Result<Part, Errno> {
        let inode = self.mem(node.sb)?.inode(node.ino)?;
        Ok(match inode.body {
            Body::Char(0, 0) => Part::Whiteout,
            Body::Dir(_) if inode.xattr(OPAQUE) == Some(b"y") => Part::Opaque,
            Body::Dir(_) => Part::Open,
            _ => Part::File,
        })
    }

    fn mem_child(&self, dir: NodeId, name: &str) -> Option<NodeId> {
        let ino = self.mem(dir.sb).ok()?.lookup(dir.ino, name).ok()?;
        Some(NodeId { sb: dir.sb, ino })
    }

    /// Where the data and attributes of an overlay's node are: the upper file, else the lower one.
    pub(super) fn ovl_real(&self, node: NodeId) -> Result<NodeId, Errno> {
        let n = self.overlay(node.sb)?.node(node.ino)?;
        n.upper.or_else(|| n.lowers.first().copied()).ok_or(Errno::ESTALE)
    }

    /// Whether a node is made of more than one directory.
    pub(super) fn ovl_merged(&self, node: NodeId) -> bool {
        let found = self.overlay(node.sb).and_then(|o| o.node(node.ino));
        found.is_ok_and(|n| n.lowers.len() + usize::from(n.upper.is_some()) > 1)
    }

    /// The upper directory's file for a node, where there is one yet.
    pub fn ovl_upper(&self, node: NodeId) -> Option<NodeId> {
        self.overlay(node.sb).ok()?.node(node.ino).ok()?.upper
    }

    /// Whether something below the upper directory has this name.
    fn below(&self, lowers: &[NodeId], name: &str) -> bool {
        for &l in lowers {
            if let Some(n) = self.mem_child(l, name) {
                return !self.is_whiteout(n);
            }
        }
        false
    }

    /// Where the lower parts of a name in a merged directory are, topmost first.
    fn lower_parts(
        &self,
        lowers: &[NodeId],
        name: &str,
        alone: bool,
        mut found: impl FnMut(NodeId),
    ) -> Result<(), Errno> {
        let mut above = !alone;
        for &l in lowers {
            let Some(n) = self.mem_child(l, name) else { continue };
            let part = self.part(n)?;
            if part == Part::Whiteout || part == Part::File && above {
                break;
            }
            found(n);
            above = true;
            if part != Part::Open {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn ovl_lookup(&mut self, dir: NodeId, name: &str) -> Result<NodeId, Errno> {
        let overlay = self.overlay(dir.sb)?;
        let p = overlay.node(dir.ino)?;
        let upper = p.upper.and_then(|u| self.mem_child(u, name));
        let part = upper.map(|n| self.part(n)).transpose()?;
        if part == Some(Part::Whiteout) {
            return Err(Errno::ENOENT);
        }
        let below = if matches!(part, None | Some(Part::Open)) { &p.lowers[..] } else { &[] };
        let key = (dir.ino, SmolStr::new(name));
        let old = overlay.known.get(&key).copied();
        if let Some(ino) = old {
            // Mostly it is as it was the last time.
            let n = overlay.node(ino)?;
            let (mut count, mut same) = (0, n.upper == upper);
            self.lower_parts(below, name, upper.is_none(), |l| {
                same &= n.lowers.get(count) == Some(&l);
                count += 1;
            })?;
            if same && count == n.lowers.len() && (count > 0 || upper.is_some()) {
                return Ok(NodeId { sb: dir.sb, ino });
            }
        }
        let mut lowers = Vec::new();
        self.lower_parts(below, name, upper.is_none(), |l| lowers.push(l))?;
        if upper.is_none() && lowers.is_empty() {
            return Err(Errno::ENOENT);
        }
        let real = upper.or_else(|| lowers.first().copied());
        let o = self.overlay_mut(dir.sb)?;
        if let Some(ino) = old {
            let n = &mut o.nodes[ino as usize];
            // The same file as before, or the same directory grown: keep its identity.
            let same = n.upper.or_else(|| n.lowers.first().copied()) == real
                || (n.upper.is_none() && n.lowers.first() == lowers.first());
            if same {
                n.upper = upper;
                n.lowers = lowers.into();
                return Ok(NodeId { sb: dir.sb, ino });
            }
        }
        let ino = o.nodes.len() as u64;
        let (parent, name) = (dir.ino, key.1.clone());
        o.nodes.push(OvlNode { parent, name, upper, lowers: lowers.into(), pins: 0 });
        o.known.insert(key, ino);
        Ok(NodeId { sb: dir.sb, ino })
    }

    pub(super) fn ovl_entries(&mut self, dir: NodeId) -> Result<Vec<DirEntry>, Errno> {
        let n = self.overlay(dir.sb)?.node(dir.ino)?.clone();
        if !self.is_mem_dir(self.ovl_real(dir)?) {
            return Err(Errno::ENOTDIR);
        }
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut out = Vec::new();
        for layer in n.upper.iter().chain(n.lowers.iter()) {
            let mem = self.mem(layer.sb)?;
            for (name, &ino) in &mem.dir(layer.ino)?.entries {
                if !seen.insert(name) {
                    continue;
                }
                if !self.is_whiteout(NodeId { sb: layer.sb, ino }) {
                    let kind = mem.inode(ino)?.body.kind();
                    out.push(DirEntry { name: name.to_string(), ino, kind });
                }
            }
        }
        out.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(out)
    }

    /// Makes sure that a node is in the upper directory, and gives its place there.
    pub(super) fn copy_up(&mut self, node: NodeId) -> Result<NodeId, Errno> {
        let n = self.overlay(node.sb)?.node(node.ino)?.clone();
        if let Some(u) = n.upper {
            return Ok(u);
        }
        if node.ino == ROOT {
            return Err(Errno::EROFS);
        }
        let parent = self.copy_up(NodeId { sb: node.sb, ino: n.parent })?;
        let lower = n.lowers.first().copied().ok_or(Errno::ESTALE)?;
        let mut inode = self.mem(lower.sb)?.inode(lower.ino)?.clone();
        if matches!(inode.body, Body::Dir(_)) {
            inode.body = Body::dir();
        }
        let times = {
            let p = self.mem(parent.sb)?.inode(parent.ino)?;
            (p.mtime, p.ctime)
        };
        let (mtime, ctime) = (inode.mtime, inode.ctime);
        let mem = self.mem_mut(parent.sb)?;
        let ino = mem.create(parent.ino, &n.name, inode)?;
        let copy = mem.inode_mut(ino)?;
        (copy.mtime, copy.ctime) = (mtime, ctime);
        // Copying up is not a change of the directory that a reader could see.
        let p = mem.inode_mut(parent.ino)?;
        (p.mtime, p.ctime) = times;
        let upper = NodeId { sb: parent.sb, ino };
        self.overlay_mut(node.sb)?.nodes[node.ino as usize].upper = Some(upper);
        if n.pins > 0 {
            self.mem_mut(upper.sb)?.pin(ino, n.pins);
            self.mem_mut(lower.sb)?.unpin(lower.ino, n.pins);
        }
        Ok(upper)
    }

    /// The upper directory to put `name` into, cleared of a whiteout of that name.
    fn upper_place(&mut self, dir: NodeId, name: &str) -> Result<NodeId, Errno> {
        let up = self.copy_up(dir)?;
        if let Some(n) = self.mem_child(up, name)
            && self.is_whiteout(n)
        {
            let now = self.now;
            self.mem_mut(up.sb)?.remove(up.ino, name, now)?;
        }
        Ok(up)
    }

    fn set_opaque(&mut self, node: NodeId) -> Result<(), Errno> {
        let inode = self.mem_mut(node.sb)?.inode_mut(node.ino)?;
        inode.xattrs.get_or_insert_default().insert(OPAQUE.to_string(), b"y".to_vec());
        Ok(())
    }

    fn ovl_lowers(&self, dir: NodeId) -> Result<Rc<[NodeId]>, Errno> {
        Ok(Rc::clone(&self.overlay(dir.sb)?.node(dir.ino)?.lowers))
    }

    pub(super) fn ovl_create(
        &mut self,
        dir: NodeId,
        name: &str,
        inode: Inode,
    ) -> Result<NodeId, Errno> {
        let is_dir = matches!(inode.body, Body::Dir(_));
        let up = self.upper_place(dir, name)?;
        let ino = self.mem_mut(up.sb)?.create(up.ino, name, inode)?;
        if is_dir && self.below(&self.ovl_lowers(dir)?, name) {
            self.set_opaque(NodeId { sb: up.sb, ino })?;
        }
        self.overlay_mut(dir.sb)?.known.remove(&(dir.ino, SmolStr::new(name)));
        self.ovl_lookup(dir, name)
    }

    pub(super) fn ovl_link(&mut self, node: NodeId, dir: NodeId, name: &str) -> Result<(), Errno> {
        let file = self.copy_up(node)?;
        let up = self.upper_place(dir, name)?;
        let now = self.now;
        self.overlay_mut(dir.sb)?.known.remove(&(dir.ino, SmolStr::new(name)));
        self.mem_mut(up.sb)?.link(file.ino, up.ino, name, now)
    }

    fn whiteout(&mut self, dir: NodeId, name: &str) -> Result<(), Errno> {
        if self.below(&self.ovl_lowers(dir)?, name) {
            let up = self.copy_up(dir)?;
            let mark = Inode::new(Body::Char(0, 0), 0, 0, 0, self.now);
            self.mem_mut(up.sb)?.create(up.ino, name, mark)?;
        }
        Ok(())
    }

    pub(super) fn ovl_remove(&mut self, dir: NodeId, name: &str) -> Result<(), Errno> {
        let node = self.ovl_lookup(dir, name)?;
        let now = self.now;
        if self.is_mem_dir(self.ovl_real(node)?) {
            if !self.ovl_entries(node)?.is_empty() {
                return Err(Errno::ENOTEMPTY);
            }
            // An empty merged directory may still hold whiteouts.
            if let Some(u) = self.ovl_upper(node) {
                let marks: Vec<_> = self.mem(u.sb)?.dir(u.ino)?.entries.keys().cloned().collect();
                for mark in marks {
                    self.mem_mut(u.sb)?.remove(u.ino, &mark, now)?;
                }
            }
        }
        let up = self.copy_up(dir)?;
        if self.ovl_upper(node).is_some() {
            self.mem_mut(up.sb)?.remove(up.ino, name, now)?;
        } else {
            let p = self.mem_mut(up.sb)?.inode_mut(up.ino)?;
            (p.mtime, p.ctime) = (now, now);
        }
        self.overlay_mut(dir.sb)?.known.remove(&(dir.ino, SmolStr::new(name)));
        self.whiteout(dir, name)
    }

    pub(super) fn ovl_rename(
        &mut self,
        from: (NodeId, &str),
        to: (NodeId, &str),
    ) -> Result<(), Errno> {
        let node = self.ovl_lookup(from.0, from.1)?;
        let is_dir = self.is_mem_dir(self.ovl_real(node)?);
        if is_dir && !self.ovl_lowers(node)?.is_empty() {
            return Err(Errno::EXDEV);
        }
        let file = self.copy_up(node)?;
        let from_up = self.copy_up(from.0)?;
        let to_up = self.upper_place(to.0, to.1)?;
        let now = self.now;
        self.mem_mut(file.sb)?.rename((from_up.ino, from.1), (to_up.ino, to.1), now)?;
        if is_dir && self.below(&self.ovl_lowers(to.0)?, to.1) {
            self.set_opaque(file)?;
        }
        let o = self.overlay_mut(from.0.sb)?;
        o.known.remove(&(from.0.ino, SmolStr::new(from.1)));
        let name: SmolStr = to.1.into();
        let n = &mut o.nodes[node.ino as usize];
        n.parent = to.0.ino;
        n.name = name.clone();
        n.lowers = Rc::from([]);
        o.known.insert((to.0.ino, name), node.ino);
        self.whiteout(from.0, from.1)
    }

    pub(super) fn ovl_pin(&mut self, node: NodeId, pin: bool) -> Result<(), Errno> {
        let real = self.ovl_real(node)?;
        let n = &mut self.overlay_mut(node.sb)?.nodes[node.ino as usize];
        if pin {
            n.pins += 1;
            self.mem_mut(real.sb)?.pin(real.ino, 1);
        } else if n.pins > 0 {
            n.pins -= 1;
            self.mem_mut(real.sb)?.unpin(real.ino, 1);
        }
        Ok(())
    }
}
