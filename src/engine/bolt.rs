//! Data bases as the daemon's files hold them: one bucket of keys and values in the format of bbolt
//! (go.etcd.io/bbolt `internal/common`). They are written whole and never read.

use std::collections::BTreeMap;

use crate::vfs::Content;

const PAGE: usize = 4096;
/// The least that bbolt makes a file, and its unit up to a megabyte.
const FILE: u64 = 32 * 1024;
const MAGIC: u32 = 0xed0c_daed;
const VERSION: u32 = 2;

const LEAF: u16 = 0x02;
const META: u16 = 0x04;
const FREE: u16 = 0x10;
/// Marks a value that is a bucket.
const BUCKET: u32 = 0x01;

/// An entry of a leaf: flags, key, value.
type Entry<'a> = (u32, &'a [u8], &'a [u8]);

/// A page with its head, filled up to whole pages.
fn page(id: u64, flags: u16, count: usize, body: &[u8]) -> Vec<u8> {
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let size = (16 + body.len()).next_multiple_of(PAGE);
    let overflow = u32::try_from(size / PAGE - 1).unwrap_or(u32::MAX);
    let mut out = Vec::with_capacity(size);
    out.extend(id.to_le_bytes());
    out.extend(flags.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(overflow.to_le_bytes());
    out.extend(body);
    out.resize(size, 0);
    out
}

/// A leaf. Every entry says where its key begins, counted from itself.
fn leaf(id: u64, entries: &[Entry<'_>]) -> Vec<u8> {
    let (mut heads, mut data) = (Vec::new(), Vec::new());
    for (n, (flags, key, value)) in entries.iter().enumerate() {
        let at = (entries.len() - n) * 16 + data.len();
        for word in [*flags as usize, at, key.len(), value.len()] {
            heads.extend(u32::try_from(word).unwrap_or(u32::MAX).to_le_bytes());
        }
        data.extend_from_slice(key);
        data.extend_from_slice(value);
    }
    heads.extend(data);
    page(id, LEAF, entries.len(), &heads)
}

/// A bucket's root page and its sequence.
fn bucket(root: u64) -> Vec<u8> {
    [root.to_le_bytes(), 0u64.to_le_bytes()].concat()
}

/// One of the two first pages, with the page that stands behind the last.
fn meta(id: u64, end: u64) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    for word in [MAGIC, VERSION, PAGE as u32, 0] {
        out.extend(word.to_le_bytes());
    }
    out.extend(bucket(3));
    for word in [2, end, id] {
        out.extend(u64::to_le_bytes(word));
    }
    let sum = fnv(&out);
    out.extend(sum.to_le_bytes());
    page(id, META, 0, &out)
}

/// FNV-1a of 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// A data base with one bucket; with none where it has no name.
pub(super) fn database(name: &str, entries: &BTreeMap<String, Vec<u8>>) -> Content {
    let all: Vec<Entry<'_>> =
        entries.iter().map(|(key, value)| (0, key.as_bytes(), value.as_slice())).collect();
    let inner = leaf(4, &all);
    let root = bucket(4);
    let root = [(BUCKET, name.as_bytes(), root.as_slice())];
    let root = leaf(3, if name.is_empty() { &[] } else { &root });
    let end = 4 + (inner.len() / PAGE) as u64;
    let mut out = [meta(0, end), meta(1, end), page(2, FREE, 0, &[]), root].concat();
    if !name.is_empty() {
        out.extend(inner);
    }
    let size = (out.len() as u64).next_power_of_two().max(FILE);
    Content::with_hole(out, size)
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, database, fnv};

    #[test]
    fn a_bucket_with_a_key() {
        let entries = BTreeMap::from([("v1".to_string(), b"{}".to_vec())]);
        let bytes = database("volumes", &entries).read(0, 32 * 1024);
        assert_eq!(bytes.len(), 32 * 1024);
        // The magic number behind the head of the first page, and the sum of what stands before it.
        assert_eq!(bytes[16..20], [0xed, 0xda, 0x0c, 0xed]);
        assert_eq!(bytes[72..80], fnv(&bytes[16..72]).to_le_bytes());
        // The bucket's one entry: flags, place, lengths, and behind them key and value.
        assert_eq!(
            bytes[4 * 4096 + 16..4 * 4096 + 36],
            *b"\0\0\0\0\x10\0\0\0\x02\0\0\0\x02\0\0\0v1{}"
        );
    }

    #[test]
    fn the_sum_of_a_word() {
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
