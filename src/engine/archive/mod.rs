//! Trees as tar files and back: copying into and out of containers, export and import, save and load,
//! and what a container changed.

mod changes;
mod cp;
mod export;
mod files;
mod header;
mod import;
pub(crate) mod layout;
mod legacy;
mod load;
mod manifest;
pub(crate) mod reader;
mod save;
pub(crate) mod split;
pub(crate) mod tar;
mod unpack;

use crate::vfs::Content;

pub(crate) use unpack::{Rules, unpack, unpack_members};

/// Whether a file is a tar file, compressed or not.
pub fn is_archive(file: &Content) -> bool {
    tar::is_archive(file)
}

/// What a tar file of the daemon's own making holds.
pub fn members(archive: &Content) -> reader::Members {
    tar::read(archive, reader::Room { all: u64::MAX, dense: u64::MAX })
}
