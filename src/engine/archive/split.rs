//! How a layer stood in the tar file that gave it its id, so that the same file can be written again: what
//! moby keeps as `tar-split.json.gz`. The files' bytes are shared with those on the disk.

use std::collections::BTreeMap;

use crate::engine::disk::{Disk, join};
use crate::engine::images::tree::{Kind, Tree, digest_of};
use crate::engine::volumes::go_errno;
use crate::vfs::{Body, Content, Errno};

use super::layout::layer_tar;
use super::reader::Members;
use super::tar::Writer;
use super::unpack::{WHITEOUT, local};

/// A layer's tar file.
#[derive(Clone, Debug)]
pub enum Split {
    /// As we write them.
    Own(Tree),
    /// As somebody else wrote it.
    Foreign(Vec<Piece>),
}

/// A part of a tar file.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Headers and what fills blocks.
    Raw(Vec<u8>),
    /// The bytes of the file with this name.
    File(String, Content),
}

impl Split {
    /// Takes an uncompressed tar file apart.
    pub fn of(archive: &Content, members: &Members) -> Split {
        // A name that comes again stands for the last of its files.
        let last: BTreeMap<Option<String>, usize> =
            members.list.iter().enumerate().map(|(i, m)| (local(&m.path), i)).collect();
        let mut pieces = Vec::new();
        let mut at = 0;
        for (i, m) in members.list.iter().enumerate() {
            let (Some((from, len)), Kind::File(content)) = (m.data, &m.entry.kind) else {
                continue;
            };
            // Marks of deleted files are not there as files.
            let mark = m.path.rsplit('/').next().is_some_and(|n| n.starts_with(WHITEOUT));
            if len == 0 || mark || content.len() != len || last.get(&local(&m.path)) != Some(&i) {
                continue;
            }
            pieces.push(Piece::Raw(archive.read(at, (from - at) as usize)));
            pieces.push(Piece::File(local(&m.path).unwrap_or_default(), content.clone()));
            at = from + len;
        }
        pieces.push(Piece::Raw(archive.read(at, usize::MAX)));
        Split::Foreign(pieces)
    }

    /// The tar file.
    pub fn tar(&self) -> Content {
        match self {
            Split::Own(tree) => layer_tar(tree),
            Split::Foreign(pieces) => {
                let mut w = Writer::new();
                for p in pieces {
                    match p {
                        Piece::Raw(bytes) => w.raw(bytes),
                        Piece::File(_, content) => w.bytes_of(content),
                    }
                }
                w.taken()
            }
        }
    }

    /// Compares the files with those on the disk, which somebody may have changed; `Err` has moby's words.
    /// `shown` is what the directory is called in them.
    pub fn verify(&self, d: &mut Disk<'_>, dir: &str, shown: &str) -> Result<(), String> {
        let mut check = |path: &str, content: &Content| {
            match body_at(d, dir, path) {
                // What lies behind a link is another name's file.
                Ok(None) => Ok(()),
                Ok(Some(Body::File(c))) if c.shares_all(content) => Ok(()),
                Ok(Some(Body::File(c))) if digest_of(&c) == digest_of(content) => Ok(()),
                Ok(_) => Err(format!("file integrity checksum failed for {path:?}")),
                Err(e) => Err(format!("open {}: {}", join(shown, path), go_errno(e))),
            }
        };
        match self {
            Split::Own(tree) => tree.0.iter().try_for_each(|(path, e)| match &e.kind {
                Kind::File(c) => check(path, c),
                _ => Ok(()),
            }),
            Split::Foreign(pieces) => pieces.iter().try_for_each(|p| match p {
                Piece::File(path, c) => check(path, c),
                Piece::Raw(_) => Ok(()),
            }),
        }
    }
}

/// What is at a path below a directory; nothing where a link is on the way.
fn body_at(d: &mut Disk<'_>, dir: &str, path: &str) -> Result<Option<Body>, Errno> {
    let mut node = d.node(dir)?;
    for part in path.split('/') {
        if matches!(d.vfs.inode(node)?.body, Body::Symlink(_)) {
            return Ok(None);
        }
        node = d.vfs.lookup(&d.view, node, part)?;
    }
    Ok(Some(d.vfs.inode(node)?.body.clone()))
}
