//! /sys: a directory with nothing in it.

use crate::vfs::{DirEntry, Errno, Stat, Synthetic, Vfs, View};

/// An empty /sys: the directory is there, and says nothing.
pub struct SysFs;

impl Synthetic for SysFs {
    fn lookup(&self, _view: &View<'_>, _dir: u64, _name: &str) -> Result<u64, Errno> {
        Err(Errno::ENOENT)
    }

    fn is_dir(&self, _ino: u64) -> bool {
        true
    }

    fn parent(&self, ino: u64) -> u64 {
        ino
    }

    fn entries(&self, _view: &View<'_>, _dir: u64) -> Result<Vec<DirEntry>, Errno> {
        Ok(Vec::new())
    }

    fn stat(&self, view: &View<'_>, ino: u64) -> Result<Stat, Errno> {
        let _ = view;
        Ok(Stat {
            dev: 0,
            ino,
            mode: 0o040_555,
            nlink: 2,
            uid: 0,
            gid: 0,
            rdev: 0,
            size: 0,
            blocks: 0,
            blksize: 4096,
            atime: 0,
            mtime: 0,
            ctime: 0,
            btime: 0,
        })
    }

    fn read(&self, _vfs: &Vfs, _view: &View<'_>, _ino: u64) -> Result<Vec<u8>, Errno> {
        Err(Errno::EISDIR)
    }

    fn write(&self, _view: &View<'_>, _ino: u64, _data: &[u8]) -> Result<usize, Errno> {
        Err(Errno::EACCES)
    }

    fn readlink(&self, _vfs: &Vfs, _view: &View<'_>, _ino: u64) -> Result<String, Errno> {
        Err(Errno::EINVAL)
    }

    fn descriptor(&self, _view: &View<'_>, _ino: u64) -> Option<(u32, i32)> {
        None
    }
}
