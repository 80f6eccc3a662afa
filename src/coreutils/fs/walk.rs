//! Walking a tree, as fts(3) does: without recursion, so that depth costs no stack. What to do with
//! each file, and what to say of an error, is the program's.

use crate::kernel::Proc;
use crate::vfs::{DirEntry, Errno, FileType, Stat};

use super::path;

/// Which symbolic links are followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Follow {
    /// None (`-P`).
    #[default]
    Never,
    /// Those that were named as a starting point (`-H`).
    Top,
    /// All (`-L`).
    Always,
}

/// What is to be done at a step of the walk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visit {
    /// A file that is no directory.
    File,
    /// A directory, before its contents; [`Walk::skip`] leaves these out.
    Enter,
    /// The same directory, after its contents.
    Leave,
    /// The directory just entered could not be read.
    Unreadable(Errno),
    /// The file could not be looked at.
    Error(Errno),
    /// A followed link leads back to a directory that the walk is in.
    Loop,
}

/// A step of the walk.
#[derive(Clone, Debug)]
pub struct Step {
    /// Path from the starting point, as it was given.
    pub path: String,
    /// 0 for the starting point itself.
    pub depth: usize,
    /// Attributes; all zero where there are none ([`Visit::Error`]).
    pub stat: Stat,
    /// What this is.
    pub visit: Visit,
}

struct Frame {
    path: String,
    stat: Stat,
    rest: std::vec::IntoIter<DirEntry>,
}

enum Next {
    Start(String),
    Open(String, Stat),
    Go,
}

/// A walk under way.
pub struct Walk {
    p: Proc,
    follow: Follow,
    /// Stay on the starting point's filesystem.
    one_fs: bool,
    dev: Option<u64>,
    frames: Vec<Frame>,
    next: Next,
}

/// Attributes of nothing.
pub const NO_STAT: Stat = Stat {
    dev: 0,
    ino: 0,
    mode: 0,
    nlink: 0,
    uid: 0,
    gid: 0,
    rdev: 0,
    size: 0,
    blocks: 0,
    blksize: 0,
    atime: 0,
    mtime: 0,
    ctime: 0,
    btime: 0,
};

impl Walk {
    /// A walk from a starting point.
    pub fn new(p: &Proc, top: &str, follow: Follow) -> Walk {
        p.go_far();
        Walk {
            p: p.clone(),
            follow,
            one_fs: false,
            dev: None,
            frames: Vec::new(),
            next: Next::Start(top.to_string()),
        }
    }

    /// Keeps to one filesystem: a directory on another one is visited, but not entered.
    pub fn one_fs(mut self, on: bool) -> Walk {
        self.one_fs = on;
        self
    }

    /// Leaves out the contents of the directory that was just entered; [`Visit::Leave`] still comes.
    pub fn skip(&mut self) {
        if let Next::Open(path, stat) = std::mem::replace(&mut self.next, Next::Go) {
            self.frames.push(Frame { path, stat, rest: Vec::new().into_iter() });
        }
    }

    fn look(&self, path: &str, top: bool) -> Result<Stat, Errno> {
        let follow = match self.follow {
            Follow::Never => false,
            Follow::Top => top,
            Follow::Always => true,
        };
        if follow && let Ok(stat) = self.p.stat(path) {
            return Ok(stat);
        }
        self.p.lstat(path)
    }

    fn arrive(&mut self, path: String, top: bool) -> Step {
        let depth = self.frames.len();
        let stat = match self.look(&path, top) {
            Ok(stat) => stat,
            Err(e) => return Step { path, depth, stat: NO_STAT, visit: Visit::Error(e) },
        };
        if !stat.is_dir() {
            return Step { path, depth, stat, visit: Visit::File };
        }
        if self.frames.iter().any(|f| (f.stat.dev, f.stat.ino) == (stat.dev, stat.ino)) {
            return Step { path, depth, stat, visit: Visit::Loop };
        }
        let dev = *self.dev.get_or_insert(stat.dev);
        self.next = Next::Open(path.clone(), stat);
        if self.one_fs && dev != stat.dev {
            self.skip();
        }
        Step { path, depth, stat, visit: Visit::Enter }
    }

    /// The next step; none at the end.
    pub fn step(&mut self) -> Option<Step> {
        match std::mem::replace(&mut self.next, Next::Go) {
            Next::Start(path) => return Some(self.arrive(path, true)),
            Next::Open(path, stat) => match self.p.readdir(&path) {
                Ok(list) => self.frames.push(Frame { path, stat, rest: list.into_iter() }),
                Err(e) => {
                    let depth = self.frames.len();
                    let rest = Vec::new().into_iter();
                    self.frames.push(Frame { path: path.clone(), stat, rest });
                    return Some(Step { path, depth, stat, visit: Visit::Unreadable(e) });
                }
            },
            Next::Go => {}
        }
        let frame = self.frames.last_mut()?;
        if let Some(entry) = frame.rest.next() {
            let path = path::join(&frame.path, &entry.name);
            return Some(self.arrive(path, false));
        }
        let Frame { path, stat, .. } = self.frames.pop()?;
        Some(Step { path, depth: self.frames.len(), stat, visit: Visit::Leave })
    }
}

/// Removes a directory with all that is in it.
pub fn remove_tree(p: &Proc, path: &str) -> Result<(), Errno> {
    // Entries are taken from the deepest up, without recursion.
    let mut dirs = vec![path.to_string()];
    let mut at = 0;
    while at < dirs.len() {
        let dir = dirs[at].clone();
        for e in p.readdir(&dir)? {
            let child = format!("{dir}/{}", e.name);
            if e.kind == FileType::Directory { dirs.push(child) } else { p.unlink(&child)? }
        }
        at += 1;
    }
    dirs.iter().rev().try_for_each(|d| p.rmdir(d))
}
