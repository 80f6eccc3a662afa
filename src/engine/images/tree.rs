//! A layer as a value: what it adds to the layers below it, and what it hides. The disk, tar files
//! and the registry all speak of layers in this form.

use data_encoding::HEXLOWER;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};

use sha2::{Digest, Sha256};

use crate::vfs::content::CHUNK;
use crate::vfs::{Body, Content, Errno, FileType, Inode, Loc, NodeId, overlay, text};

use crate::engine::disk::Disk;

/// What an entry is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A directory.
    Dir,
    /// A directory that hides what the layers below have in its place.
    Opaque,
    /// A regular file.
    File(Content),
    /// A symbolic link to this.
    Symlink(String),
    /// Another name of the file at this path (from the layer's top, no leading slash).
    Hardlink(String),
    /// A mark that the layers below have nothing here.
    Whiteout,
    /// A FIFO.
    Fifo,
    /// A character device.
    Char(u32, u32),
    /// A block device.
    Block(u32, u32),
}

/// A file of a layer.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Permission bits.
    pub mode: u32,
    /// Owner.
    pub uid: u32,
    /// Group.
    pub gid: u32,
    /// Nanoseconds since the epoch.
    pub mtime: i64,
}

/// A layer: path (no leading slash) to entry. Directories that are only passed through are entries
/// too.
#[derive(Clone, Debug, Default)]
pub struct Tree(pub BTreeMap<String, Entry>);

/// A SHA-256 as `sha256:` and hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(bytes)))
}

/// The same of a file's bytes.
pub fn digest_of(content: &Content) -> String {
    let (mut hash, mut at) = (Sha256::new(), 0);
    let data = content.data_end();
    while at < data {
        let piece = content.read(at, CHUNK.min((data - at) as usize));
        hash.update(&piece);
        at += piece.len() as u64;
    }
    let zeros = [0; CHUNK];
    while at < content.len() {
        let n = (content.len() - at).min(CHUNK as u64);
        hash.update(&zeros[..n as usize]);
        at += n;
    }
    format!("sha256:{}", HEXLOWER.encode(&hash.finalize()))
}

impl Tree {
    /// What tells the registry's layers apart, much faster than [`Tree::key`]. Good for layers that are known
    /// beforehand, not for those that somebody may forge.
    pub fn mark(&self) -> u64 {
        let mut hash = DefaultHasher::new();
        self.each_part(|part| {
            hash.write_u64(part.len() as u64);
            hash.write(part);
        });
        hash.finish()
    }

    /// A name for what the layer holds, which costs nothing for holes. Docker's own name for it is the
    /// digest of its tar file (`archive::layout::diff_id`).
    pub fn key(&self) -> String {
        let mut hash = Sha256::new();
        self.each_part(|part| {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        });
        format!("sha256:{}", HEXLOWER.encode(&hash.finalize()))
    }

    /// All that the layer holds, piece by piece: of every entry its path, what it is, its attributes, and of a
    /// file the bytes up to the last that is not zero.
    fn each_part(&self, mut put: impl FnMut(&[u8])) {
        for (path, e) in &self.0 {
            let mut data = Vec::new();
            let what = match &e.kind {
                Kind::Dir => "dir".to_string(),
                Kind::Opaque => "opaque".to_string(),
                Kind::File(c) => {
                    data = c.read(0, c.data_end() as usize);
                    let end = data.iter().rposition(|b| *b != 0).map_or(0, |i| i + 1);
                    data.truncate(end);
                    format!("file {}", c.len())
                }
                Kind::Symlink(t) => format!("-> {t}"),
                Kind::Hardlink(t) => format!("= {t}"),
                Kind::Whiteout => "whiteout".to_string(),
                Kind::Fifo => "fifo".to_string(),
                Kind::Char(a, b) => format!("c {a} {b}"),
                Kind::Block(a, b) => format!("b {a} {b}"),
            };
            let seconds = e.mtime.div_euclid(1_000_000_000);
            put(path.as_bytes());
            put(format!("{what}\0{:o} {} {} {seconds}", e.mode, e.uid, e.gid).as_bytes());
            put(&data);
        }
    }

    /// Bytes of its regular files and links, as moby counts a layer (`directory.Size`).
    pub fn size(&self) -> u64 {
        let files = self.0.values().map(|e| match &e.kind {
            Kind::File(c) => c.len(),
            Kind::Symlink(to) => to.len() as u64,
            _ => 0,
        });
        files.sum()
    }

    /// Bytes of its regular files.
    pub fn file_size(&self) -> u64 {
        let files = self.0.values().map(|e| match &e.kind {
            Kind::File(c) => c.len(),
            _ => 0,
        });
        files.sum()
    }

    /// Writes the layer into an empty directory.
    pub fn unpack(&self, disk: &mut Disk<'_>, top: NodeId) -> Result<(), Errno> {
        let mut dirs: BTreeMap<&str, NodeId> = BTreeMap::new();
        let mut made: BTreeMap<&str, NodeId> = BTreeMap::new();
        let mut times = Vec::new();
        dirs.insert("", top);
        for (path, e) in &self.0 {
            if path.is_empty() {
                set_attributes(disk, top, e)?;
                times.push((top, e.mtime));
                continue;
            }
            let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
            let dir = *dirs.get(dir).ok_or(Errno::ENOENT)?;
            let body = match &e.kind {
                Kind::Dir | Kind::Opaque => Body::dir(),
                Kind::File(c) => Body::File(c.clone()),
                Kind::Symlink(t) => Body::Symlink(t.as_str().into()),
                Kind::Whiteout => Body::Char(0, 0),
                Kind::Fifo => Body::Fifo,
                Kind::Char(a, b) => Body::Char(*a, *b),
                Kind::Block(a, b) => Body::Block(*a, *b),
                Kind::Hardlink(to) => {
                    let to = *made.get(to.as_str()).ok_or(Errno::ENOENT)?;
                    disk.vfs.link_node(to, dir, name)?;
                    made.insert(path, to);
                    continue;
                }
            };
            let inode = Inode::new(body, e.mode, e.uid, e.gid, disk.vfs.now);
            let node = disk.vfs.create_node(dir, name, inode)?;
            if matches!(e.kind, Kind::Opaque) {
                let x = disk.vfs.inode_mut(node)?.xattrs.get_or_insert_default();
                x.insert(overlay::OPAQUE.to_string(), b"y".to_vec());
            }
            if matches!(e.kind, Kind::Dir | Kind::Opaque) {
                dirs.insert(path, node);
            }
            times.push((node, e.mtime));
            made.insert(path, node);
        }
        for (node, mtime) in times {
            let i = disk.vfs.inode_mut(node)?;
            (i.atime, i.mtime) = (mtime, mtime);
        }
        Ok(())
    }

    /// Reads a directory on the disk (an overlay's upper one, or any other) as a layer.
    pub fn read(disk: &mut Disk<'_>, top: NodeId) -> Result<Tree, Errno> {
        let mut tree = Tree::default();
        tree.read_dir(disk, (None, top), "", &mut BTreeMap::new(), 0)?;
        tree.order_links();
        Ok(tree)
    }

    /// Reads a directory with what is mounted in it.
    pub fn read_through(disk: &mut Disk<'_>, top: Loc) -> Result<Tree, Errno> {
        let mut tree = Tree::default();
        tree.read_dir(disk, (Some(top.mount), top.node), "", &mut BTreeMap::new(), 0)?;
        tree.order_links();
        Ok(tree)
    }

    /// `mount` is where the directory lies, if mounts are to be followed.
    fn read_dir(
        &mut self,
        disk: &mut Disk<'_>,
        (mount, dir): (Option<u32>, NodeId),
        base: &str,
        links: &mut BTreeMap<(u32, u64), String>,
        depth: usize,
    ) -> Result<(), Errno> {
        if depth > 2_000 {
            return Err(Errno::ELOOP);
        }
        for e in disk.vfs.entries(&disk.view, dir)? {
            let node = disk.vfs.lookup(&disk.view, dir, &e.name)?;
            let at = mount.map(|mount| disk.vfs.cross(Loc { mount, node }));
            let (mount, node) = at.map_or((None, node), |loc| (Some(loc.mount), loc.node));
            let path = if base.is_empty() { e.name } else { format!("{base}/{}", e.name) };
            let stat = disk.vfs.stat_node(&disk.view, node)?;
            let file = (node.sb, stat.ino);
            let inode = disk.vfs.inode(node)?;
            let opaque = inode.xattr(overlay::OPAQUE) == Some(b"y");
            let kind = match &inode.body {
                _ if !stat.is_dir() && stat.nlink > 1 && links.contains_key(&file) => {
                    Kind::Hardlink(links[&file].clone())
                }
                Body::Dir(_) if opaque => Kind::Opaque,
                Body::Dir(_) => Kind::Dir,
                Body::File(c) => Kind::File(c.clone()),
                Body::Symlink(t) => Kind::Symlink(t.to_string()),
                Body::Char(0, 0) => Kind::Whiteout,
                Body::Char(a, b) => Kind::Char(*a, *b),
                Body::Block(a, b) => Kind::Block(*a, *b),
                Body::Fifo => Kind::Fifo,
                // As tar does, sockets are left out.
                Body::Socket => continue,
            };
            if !stat.is_dir() && stat.nlink > 1 {
                links.entry(file).or_insert_with(|| path.clone());
            }
            let entry =
                Entry { kind, mode: stat.perm(), uid: stat.uid, gid: stat.gid, mtime: stat.mtime };
            self.0.insert(path.clone(), entry);
            if stat.file_type() == FileType::Directory {
                self.read_dir(disk, (mount, node), &path, links, depth + 1)?;
            }
        }
        Ok(())
    }

    /// Of the names of one file the first in order becomes the file and the others links to it, for
    /// layers are unpacked in the order of paths.
    pub fn order_links(&mut self) {
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (path, e) in &self.0 {
            if let Kind::Hardlink(to) = &e.kind {
                groups.entry(to.clone()).or_default().push(path.clone());
            }
        }
        for (file, links) in groups {
            let Some(first) = links.first().filter(|l| **l < file).cloned() else { continue };
            let Some(e) = self.0.get(&file).cloned() else { continue };
            if matches!(e.kind, Kind::Hardlink(_)) {
                continue;
            }
            for other in links.iter().chain([&file]) {
                let kind = Kind::Hardlink(first.clone());
                self.0.insert(other.clone(), Entry { kind, ..e.clone() });
            }
            self.0.insert(first, e);
        }
    }

    /// Adds an entry, and directories above it that are missing.
    pub fn put(&mut self, path: &str, entry: Entry) {
        if let Some((dir, _)) = path.rsplit_once('/')
            && !self.0.contains_key(dir)
        {
            let above = Entry { kind: Kind::Dir, mode: 0o755, uid: 0, gid: 0, mtime: entry.mtime };
            self.put(dir, above);
        }
        self.0.insert(path.to_string(), entry);
    }
}

fn set_attributes(disk: &mut Disk<'_>, node: NodeId, e: &Entry) -> Result<(), Errno> {
    let i = disk.vfs.inode_mut(node)?;
    (i.mode, i.uid, i.gid) = ((e.mode & 0o7777) as u16, e.uid, e.gid);
    Ok(())
}

/// The text of a path's bytes.
pub fn path_text(bytes: &[u8]) -> String {
    text::decode(bytes).into_owned()
}
