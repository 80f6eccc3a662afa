//! The seam for filesystems whose files are made up when they are looked at (proc, sys). The kernel
//! supplies them; this module only says what they must answer.

use super::errno::Errno;
use super::types::{DirEntry, Stat};
use super::{Vfs, View};

/// A filesystem without storage. Inode 2 is its root.
pub trait Synthetic {
    /// The inode of `name` in directory `dir`; ENOENT, ENOTDIR.
    fn lookup(&self, view: &View<'_>, dir: u64, name: &str) -> Result<u64, Errno>;
    /// Whether it is a directory.
    fn is_dir(&self, ino: u64) -> bool;
    /// The directory that holds this one.
    fn parent(&self, ino: u64) -> u64;
    /// Entries of a directory, in order; ENOTDIR.
    fn entries(&self, view: &View<'_>, dir: u64) -> Result<Vec<DirEntry>, Errno>;
    /// Attributes; `dev` is left to the caller.
    fn stat(&self, view: &View<'_>, ino: u64) -> Result<Stat, Errno>;
    /// The whole content at this moment.
    fn read(&self, vfs: &Vfs, view: &View<'_>, ino: u64) -> Result<Vec<u8>, Errno>;
    /// Takes what is written to a file; EACCES where nothing can be.
    fn write(&self, view: &View<'_>, ino: u64, data: &[u8]) -> Result<usize, Errno>;
    /// Target of a symbolic link.
    fn readlink(&self, vfs: &Vfs, view: &View<'_>, ino: u64) -> Result<String, Errno>;
    /// Why no file can be made in it.
    fn no_new(&self) -> Errno;
    /// The process and descriptor that a link in a `fd` directory stands for.
    fn descriptor(&self, view: &View<'_>, ino: u64) -> Option<(u32, i32)>;
}
