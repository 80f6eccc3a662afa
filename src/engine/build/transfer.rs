//! How many bytes files take on their way between the builder and its client: the messages of BuildKit's
//! file synchronisation (fsutil's `types.Packet`), whose sizes progress shows.

use crate::engine::images::tree::{Entry, Kind, Tree};

/// A file's bytes are sent in pieces of this size.
const PIECE: u64 = 32 * 1024;

/// What ends a transfer: a message that says so.
pub const END: u64 = 2;

/// Bytes of a number in protobuf's variable form.
fn number(n: u64) -> u64 {
    u64::from((64 - n.leading_zeros()).max(1).div_ceil(7))
}

/// A field that holds a number; nothing where it is zero.
fn field(n: u64) -> u64 {
    if n == 0 { 0 } else { 1 + number(n) }
}

/// A field that holds bytes; nothing where there are none.
fn bytes(len: u64) -> u64 {
    if len == 0 { 0 } else { 1 + number(len) + len }
}

/// The message that names a file.
fn named(path: &str, e: &Entry) -> u64 {
    // Go's bits for what a file is.
    let (kind, size, link) = match &e.kind {
        Kind::Dir | Kind::Opaque => (1 << 31, 0, ""),
        Kind::Symlink(to) => (1 << 27, to.len() as u64, to.as_str()),
        Kind::Hardlink(to) => (0, 0, to.as_str()),
        Kind::File(c) => (0, c.len(), ""),
        _ => (1 << 26, 0, ""),
    };
    let stat = bytes(path.len() as u64)
        + field(kind | u64::from(e.mode & 0o777))
        + field(u64::from(e.uid))
        + field(u64::from(e.gid))
        + field(size)
        + field(e.mtime.max(0) as u64)
        + bytes(link.len() as u64);
    bytes(stat)
}

/// The messages with the content of the file of that number.
fn content(number: u64, len: u64) -> u64 {
    let frame = 2 + field(number);
    let rest = len % PIECE;
    let last = if rest == 0 { 0 } else { frame + bytes(rest) };
    len / PIECE * (frame + bytes(PIECE)) + last
}

/// What a tree takes that the builder sends.
pub fn sent(tree: &Tree) -> u64 {
    let each = (0..).zip(&tree.0).map(|(n, (path, e))| {
        let data = match &e.kind {
            Kind::File(c) => content(n, c.len()),
            _ => 0,
        };
        named(path, e) + data
    });
    each.sum()
}

/// What a tree takes that the builder asks for: each content ends with a message of its own.
pub fn received(tree: &Tree) -> u64 {
    let files = (0..).zip(tree.0.values()).filter(|(_, e)| matches!(e.kind, Kind::File(_)));
    sent(tree) + files.map(|(n, _)| 2 + field(n)).sum::<u64>() + END
}

#[cfg(test)]
mod tests {
    use super::{received, sent};
    use crate::engine::images::tree::{Entry, Kind, Tree};
    use crate::vfs::Content;

    fn entry(kind: Kind, mode: u32) -> Entry {
        Entry { kind, mode, uid: 0, gid: 0, mtime: 1_790_000_000_000_000_000 }
    }

    #[test]
    fn sizes_as_shown() {
        let mut tree = Tree::default();
        tree.put("l", entry(Kind::Symlink("sub/f".to_string()), 0o777));
        assert_eq!(sent(&tree), 29);
        tree.put("sub", entry(Kind::Dir, 0o755));
        tree.put("sub/f", entry(Kind::File(Content::from(b"hi\n".to_vec())), 0o644));
        assert_eq!(sent(&tree), 85);
        let mut file = Tree::default();
        file.put("Dockerfile", entry(Kind::File(Content::from(vec![b'#'; 126])), 0o664));
        assert_eq!(received(&file), 163);
    }
}
