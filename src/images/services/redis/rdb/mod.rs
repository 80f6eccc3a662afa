//! The snapshot file in the real server's format, version 12: written whole, read with everything that
//! can be wrong with it told apart. Which file it is and what is said about it belongs to `persist`.

mod crc64;
mod listpack;
mod lzf;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{Broken, load};
pub use write::{Header, dump};

/// The names that the checker of snapshots has for types of values, by their numbers in the file.
const KINDS: &[&str] = &[
    "string",
    "list-linked",
    "set-hashtable",
    "zset-v1",
    "hash-hashtable",
    "zset-v2",
    "module-pre-release",
    "module-value",
    "",
    "hash-zipmap",
    "list-ziplist",
    "set-intset",
    "zset-ziplist",
    "hash-ziplist",
    "quicklist",
    "stream",
    "hash-listpack",
    "zset-listpack",
    "quicklist-v2",
    "stream-v2",
    "set-listpack",
];

const OP_FUNCTION: u8 = 245;
const OP_AUX: u8 = 250;
const OP_RESIZE: u8 = 251;
const OP_EXPIRES_MS: u8 = 252;
const OP_EXPIRES: u8 = 253;
const OP_SELECT: u8 = 254;
const OP_EOF: u8 = 255;
const OP_IDLE: u8 = 248;
const OP_FREQ: u8 = 249;
const OP_SLOT: u8 = 244;
