//! Trees as tar files and back: copying into and out of containers, export and import, save and load,
//! and what a container changed.

mod changes;
mod cp;
mod export;
mod files;
mod header;
mod import;
pub(crate) mod layout;
mod load;
mod manifest;
pub(crate) mod reader;
mod save;
pub(crate) mod split;
pub(crate) mod tar;
mod unpack;

pub(crate) use unpack::{Rules, unpack, unpack_members};
