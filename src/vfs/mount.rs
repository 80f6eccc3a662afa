//! Mounts and mount namespaces (mount_namespaces(7)): which tree is seen at which directory.

use std::collections::BTreeMap;

use super::errno::Errno;
use super::types::{MountFlags, StatFs};
use super::{Loc, NodeId, Super, Vfs};

/// Blocks left below which a disk shows no more room than that.
const NEARLY_FULL: u64 = 4096;

/// One mount.
#[derive(Clone, Debug)]
pub struct Mount {
    /// Unique over all namespaces.
    pub id: u32,
    /// The namespace that it is in.
    pub ns: u32,
    /// Where it is mounted; none for a namespace's root.
    pub at: Option<Loc>,
    /// The directory (or file) shown there.
    pub root: NodeId,
    /// Read-only and the like.
    pub flags: MountFlags,
    /// What `/proc/mounts` calls the filesystem.
    pub fstype: String,
    /// What it calls the device.
    pub source: String,
    /// The filesystem's own options, as `size=2048k`.
    pub options: String,
    /// Where it is mounted, as a path within its namespace.
    pub path: String,
}

/// All mounts of all namespaces.
#[derive(Clone, Debug, Default)]
pub struct Mounts {
    pub(super) table: BTreeMap<u32, Mount>,
    pub(super) at: BTreeMap<Loc, u32>,
    /// Mounts of each namespace in the order in which they were made.
    order: BTreeMap<u32, Vec<u32>>,
    next: u32,
}

/// What to mount, and how.
#[derive(Clone, Debug)]
pub struct MountSpec {
    /// The directory or file that is shown.
    pub root: NodeId,
    /// Read-only and the like.
    pub flags: MountFlags,
    /// Type as `/proc/mounts` shows it.
    pub fstype: String,
    /// Device as `/proc/mounts` shows it.
    pub source: String,
    /// Options of the filesystem itself.
    pub options: String,
}

impl MountFlags {
    /// Sets or clears a flag as an option word of mount(8) says; false for a word that means none of them.
    pub fn apply(&mut self, word: &str) -> bool {
        let (bit, on) = match word {
            "ro" => (MountFlags::RO, true),
            "rw" => (MountFlags::RO, false),
            "nosuid" => (MountFlags::NOSUID, true),
            "suid" => (MountFlags::NOSUID, false),
            "nodev" => (MountFlags::NODEV, true),
            "dev" => (MountFlags::NODEV, false),
            "noexec" => (MountFlags::NOEXEC, true),
            "exec" => (MountFlags::NOEXEC, false),
            _ => return false,
        };
        *self = if on { *self | bit } else { self.without(bit) };
        true
    }
}

impl Vfs {
    /// A new namespace whose root is `spec`; gives the namespace and the root's place.
    pub fn new_namespace(&mut self, spec: MountSpec) -> (u32, Loc) {
        self.mounts.next += 1;
        let ns = self.mounts.next;
        self.mounts.order.insert(ns, Vec::new());
        let id = self.add_mount(ns, None, spec, "/".to_string());
        (ns, Loc { mount: id, node: self.mounts.table[&id].root })
    }

    fn add_mount(&mut self, ns: u32, at: Option<Loc>, spec: MountSpec, path: String) -> u32 {
        self.mounts.next += 1;
        let id = self.mounts.next;
        let MountSpec { root, flags, fstype, source, options } = spec;
        let mount = Mount { id, ns, at, root, flags, fstype, source, options, path };
        self.mounts.table.insert(id, mount);
        if let Some(at) = at {
            self.mounts.at.insert(at, id);
        }
        self.mounts.order.entry(ns).or_default().push(id);
        self.pin(root);
        id
    }

    /// Mounts over the directory or file at `at`, which stays hidden until [`Vfs::umount`]. `path`
    /// is how the namespace's own processes name it.
    pub fn mount(&mut self, at: Loc, spec: MountSpec, path: &str) -> Result<u32, Errno> {
        let ns = self.mounts.table.get(&at.mount).ok_or(Errno::EINVAL)?.ns;
        if self.is_dir(at.node)? != self.is_dir(spec.root)? {
            return Err(Errno::ENOTDIR);
        }
        Ok(self.add_mount(ns, Some(at), spec, path.to_string()))
    }

    /// Takes a mount away; EBUSY while another is mounted on it.
    pub fn umount(&mut self, id: u32) -> Result<(), Errno> {
        let first = Loc { mount: id, node: NodeId { sb: 0, ino: 0 } };
        if self.mounts.at.range(first..).next().is_some_and(|(loc, _)| loc.mount == id) {
            return Err(Errno::EBUSY);
        }
        let m = self.mounts.table.remove(&id).ok_or(Errno::EINVAL)?;
        if let Some(at) = m.at {
            self.mounts.at.remove(&at);
        }
        if let Some(order) = self.mounts.order.get_mut(&m.ns) {
            order.retain(|&x| x != id);
        }
        self.unpin(m.root);
        Ok(())
    }

    /// Ends a namespace with all its mounts.
    pub fn drop_namespace(&mut self, ns: u32) {
        for id in self.mounts.order.remove(&ns).unwrap_or_default().into_iter().rev() {
            if let Some(m) = self.mounts.table.remove(&id) {
                if let Some(at) = m.at {
                    self.mounts.at.remove(&at);
                }
                self.unpin(m.root);
            }
        }
    }

    /// A mount by its number.
    pub fn mount_of(&self, id: u32) -> Option<&Mount> {
        self.mounts.table.get(&id)
    }

    /// Changes a mount's flags, as `mount -o remount` does.
    pub fn remount(&mut self, id: u32, flags: MountFlags) -> Result<(), Errno> {
        self.mounts.table.get_mut(&id).ok_or(Errno::EINVAL)?.flags = flags;
        Ok(())
    }

    /// The mounts of a namespace, oldest first.
    pub fn mounts_in(&self, ns: u32) -> Vec<&Mount> {
        let order = self.mounts.order.get(&ns).map(Vec::as_slice).unwrap_or_default();
        order.iter().filter_map(|id| self.mounts.table.get(id)).collect()
    }

    /// What a place leads to once mounts over it are followed.
    pub fn cross(&self, mut loc: Loc) -> Loc {
        while let Some(id) = self.mounts.at.get(&loc) {
            loc = Loc { mount: *id, node: self.mounts.table[id].root };
        }
        loc
    }

    /// Whether something is mounted on the node in any namespace.
    pub fn is_mountpoint(&self, loc: Loc) -> bool {
        self.mounts.at.contains_key(&loc)
    }

    /// Flags of the mount that a place is on.
    pub fn flags_at(&self, loc: Loc) -> MountFlags {
        self.mounts.table.get(&loc.mount).map_or(MountFlags::NONE, |m| m.flags)
    }

    /// What statfs(2) gives for a place.
    pub fn statfs(&self, loc: Loc) -> Result<StatFs, Errno> {
        let m = self.mounts.table.get(&loc.mount).ok_or(Errno::ESTALE)?;
        let mut sb = loc.node.sb;
        if let Super::Overlay(_) = &self.super_of(sb)?.kind {
            sb = self.ovl_real(NodeId { sb, ino: super::memfs::ROOT })?.sb;
        }
        let (block, mut fs) = (
            super::content::BLOCK,
            StatFs {
                fstype: m.fstype.clone(),
                source: m.source.clone(),
                block_size: super::content::BLOCK,
                total: 0,
                free: 0,
                available: 0,
                files: 0,
                files_free: 0,
            },
        );
        if let Ok(mem) = self.mem(sb) {
            fs.total = mem.limit * block;
            fs.free = mem.limit.saturating_sub(mem.used_blocks()) * block;
            // A disk that can take next to nothing more is full, whatever its size.
            fs.available = if mem.room() < NEARLY_FULL { mem.room() * block } else { fs.free };
            fs.files = mem.inode_limit;
            fs.files_free = mem.inode_limit.saturating_sub(mem.used_inodes());
        }
        Ok(fs)
    }
}
