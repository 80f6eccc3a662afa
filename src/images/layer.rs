//! Building an image's layer by hand: files, directories, links, programs. A program's file is a hole
//! but for its head, so that a layer of any size costs nothing.

use crate::coreutils::PROGRAMS;
use crate::engine::images::tree::{Entry, Kind, Tree};
use crate::kernel::elf_content;
use crate::vfs::Content;

/// A layer under construction.
pub struct LayerBuilder {
    tree: Tree,
    mtime: i64,
}

impl LayerBuilder {
    /// An empty layer whose files have this time, in seconds since the epoch.
    pub fn new(seconds: i64) -> LayerBuilder {
        LayerBuilder { tree: Tree::default(), mtime: seconds * 1_000_000_000 }
    }

    /// The layer.
    pub fn build(self) -> Tree {
        self.tree
    }

    fn put(&mut self, path: &str, kind: Kind, mode: u32, uid: u32, gid: u32) -> &mut LayerBuilder {
        let path = path.trim_start_matches('/');
        self.tree.put(path, Entry { kind, mode, uid, gid, mtime: self.mtime });
        self
    }

    /// A directory of root's.
    pub fn dir(&mut self, path: &str, mode: u32) -> &mut LayerBuilder {
        self.put(path, Kind::Dir, mode, 0, 0)
    }

    /// A directory of somebody's.
    pub fn dir_of(&mut self, path: &str, mode: u32, uid: u32, gid: u32) -> &mut LayerBuilder {
        self.put(path, Kind::Dir, mode, uid, gid)
    }

    /// A file of root's.
    pub fn file(&mut self, path: &str, text: &str, mode: u32) -> &mut LayerBuilder {
        let content = Content::from(text.as_bytes().to_vec());
        self.put(path, Kind::File(content), mode, 0, 0)
    }

    /// A symbolic link.
    pub fn link(&mut self, path: &str, target: &str) -> &mut LayerBuilder {
        self.put(path, Kind::Symlink(target.to_string()), 0o777, 0, 0)
    }

    /// Another name of a file that sorts before it.
    pub fn hard_link(&mut self, path: &str, of: &str) -> &mut LayerBuilder {
        self.put(path, Kind::Hardlink(of.trim_start_matches('/').to_string()), 0o755, 0, 0)
    }

    /// A file of `size` bytes whose content nobody looks at: a library, an archive.
    pub fn bulk(&mut self, path: &str, size: u64, mode: u32) -> &mut LayerBuilder {
        let head = b"\x7fELF\x02\x01\x01\x00".to_vec();
        self.put(path, Kind::File(Content::with_hole(head, size)), mode, 0, 0)
    }

    /// A program file that runs registered code.
    pub fn program(
        &mut self,
        path: &str,
        program: &str,
        size: u64,
        mode: u32,
    ) -> &mut LayerBuilder {
        self.put(path, Kind::File(elf_content(program, size)), mode, 0, 0)
    }

    /// The GNU programs of these Debian packages, in their places.
    pub fn debian_packages(&mut self, packages: &[&str]) -> &mut LayerBuilder {
        for p in PROGRAMS.iter().filter(|p| packages.contains(&p.package)) {
            if let Some(dir) = p.gnu {
                let sum = p.name.bytes().fold(7u64, |h, b| h.wrapping_mul(31) + u64::from(b));
                let size = 30_000 + sum % 120_000 / 8 * 8;
                let mode = if matches!(p.name, "su" | "mount" | "umount" | "passwd") {
                    0o4755
                } else {
                    0o755
                };
                self.program(&format!("{dir}/{}", p.name), &format!("gnu/{}", p.name), size, mode);
            }
        }
        self
    }
}

/// Names of BusyBox's applets with their directories, the shell's included.
pub fn applets() -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<_> =
        PROGRAMS.iter().filter_map(|p| p.busybox.map(|dir| (dir, p.name))).collect();
    for shell in ["ash", "sh"] {
        if !all.iter().any(|(_, name)| *name == shell) {
            all.push(("/bin", shell));
        }
    }
    all.sort_unstable();
    all
}
