//! Building a file tree by hand, as root and without a process: what a machine is made of before
//! anything runs.

use crate::kernel::elf_content;
use crate::vfs::{Body, Content, Cred, Errno, Inode, Loc, Vfs, View};

/// A root directory under construction.
pub struct Tree<'a> {
    vfs: &'a mut Vfs,
    root: Loc,
    cred: Cred,
}

impl Tree<'_> {
    /// A tree to be built below `root`.
    pub fn new(vfs: &mut Vfs, root: Loc) -> Tree<'_> {
        Tree { vfs, root, cred: Cred::root() }
    }

    fn with<R>(&mut self, f: impl FnOnce(&mut Vfs, &View<'_>) -> R) -> R {
        let view = View { root: self.root, cwd: self.root, cred: &self.cred, pid: 0, far: false };
        f(self.vfs, &view)
    }

    /// A directory with its owner and mode; those above it are made as root's, 755.
    pub fn dir(&mut self, path: &str, mode: u32, uid: u32, gid: u32) -> Result<Loc, Errno> {
        let mut made = String::new();
        for part in path.split('/').filter(|p| !p.is_empty()) {
            made.push('/');
            made.push_str(part);
            match self.with(|vfs, view| vfs.mkdir(view, &made, 0o755)) {
                Ok(_) | Err(Errno::EEXIST) => {}
                Err(e) => return Err(e),
            }
        }
        self.with(|vfs, view| {
            let at = vfs.resolve(view, path, true)?;
            let inode = vfs.inode_mut(at.node)?;
            (inode.mode, inode.uid, inode.gid) = (mode as u16, uid, gid);
            Ok(at)
        })
    }

    fn put(&mut self, path: &str, body: Body, mode: u32, uid: u32, gid: u32) -> Result<(), Errno> {
        self.with(|vfs, view| {
            let place = vfs.resolve_parent(view, path)?;
            if vfs.lookup(view, place.dir.node, &place.name).is_ok() {
                vfs.remove_node(place.dir.node, &place.name)?;
            }
            let inode = Inode::new(body, mode, uid, gid, vfs.now);
            vfs.create_node(place.dir.node, &place.name, inode).map(drop)
        })
    }

    /// A file of root's.
    pub fn file(&mut self, path: &str, text: &str, mode: u32) -> Result<(), Errno> {
        self.bytes(path, text.as_bytes().to_vec(), mode)
    }

    /// A file of root's that is no text.
    pub fn bytes(&mut self, path: &str, bytes: Vec<u8>, mode: u32) -> Result<(), Errno> {
        self.put(path, Body::File(Content::from(bytes)), mode, 0, 0)
    }

    /// A program file that runs registered code.
    pub fn program(
        &mut self,
        path: &str,
        program: &str,
        size: u64,
        mode: u32,
    ) -> Result<(), Errno> {
        self.put(path, Body::File(elf_content(program, size)), mode, 0, 0)
    }

    /// A symbolic link.
    pub fn link(&mut self, path: &str, target: &str) -> Result<(), Errno> {
        self.put(path, Body::Symlink(target.into()), 0o777, 0, 0)
    }

    /// A socket of root's and a group's.
    pub fn socket(&mut self, path: &str, mode: u32, gid: u32) -> Result<(), Errno> {
        self.put(path, Body::Socket, mode, 0, gid)
    }

    /// A character device.
    pub fn device(
        &mut self,
        path: &str,
        dev: (u32, u32),
        mode: u32,
        gid: u32,
    ) -> Result<(), Errno> {
        self.put(path, Body::Char(dev.0, dev.1), mode, 0, gid)
    }
}
