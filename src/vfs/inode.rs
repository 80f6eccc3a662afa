//! Inodes: what a file is, with what it holds and who owns it. Where inodes are kept is `memfs`'.

use std::collections::BTreeMap;
use std::rc::Rc;

use smol_str::SmolStr;

use super::content::Content;
use super::memfs::ROOT;
use super::types::FileType;

/// Entries of a directory.
#[derive(Clone, Debug)]
pub struct Dir {
    /// Name to inode number.
    pub entries: BTreeMap<SmolStr, u64>,
    /// The directory that `..` means.
    pub parent: u64,
}

/// What an inode is, with what it holds.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Body {
    File(Content),
    Dir(Box<Dir>),
    Symlink(Rc<str>),
    Fifo,
    Socket,
    /// Major, minor.
    Char(u32, u32),
    /// Major, minor.
    Block(u32, u32),
}

impl Body {
    /// An empty directory; its parent is filled in when it is linked.
    pub fn dir() -> Body {
        Body::Dir(Box::new(Dir { entries: BTreeMap::new(), parent: ROOT }))
    }

    /// The type.
    pub fn kind(&self) -> FileType {
        match self {
            Body::File(_) => FileType::Regular,
            Body::Dir(_) => FileType::Directory,
            Body::Symlink(_) => FileType::Symlink,
            Body::Fifo => FileType::Fifo,
            Body::Socket => FileType::Socket,
            Body::Char(..) => FileType::CharDevice,
            Body::Block(..) => FileType::BlockDevice,
        }
    }
}

/// An inode. Times are nanoseconds since the epoch.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Inode {
    pub body: Body,
    /// Permission bits, set-ID and sticky bits included.
    pub mode: u16,
    /// Its first data waits to be written to the disk since it was made (see `unwritten`).
    pub(super) fresh: bool,
    pub uid: u32,
    pub gid: u32,
    pub nlink: u32,
    pub atime: i64,
    pub mtime: i64,
    pub ctime: i64,
    pub btime: i64,
    pub xattrs: Option<Box<BTreeMap<String, Vec<u8>>>>,
}

impl Inode {
    /// A new inode, all times `now`, no link yet.
    pub fn new(body: Body, mode: u32, uid: u32, gid: u32, now: i64) -> Inode {
        Inode {
            body,
            mode: (mode & 0o7777) as u16,
            fresh: false,
            uid,
            gid,
            nlink: 0,
            atime: now,
            mtime: now,
            ctime: now,
            btime: now,
            xattrs: None,
        }
    }

    /// An extended attribute.
    pub fn xattr(&self, name: &str) -> Option<&[u8]> {
        self.xattrs.as_ref()?.get(name).map(Vec::as_slice)
    }
}
