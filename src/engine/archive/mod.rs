//! Trees as tar files and back: copying into and out of containers, export and import, save and load,
//! and what a container changed.

mod changes;
mod cp;
mod export;
mod files;
pub(super) mod gojson;
mod header;
mod import;
pub(crate) mod layout;
mod load;
pub(crate) mod reader;
mod save;
pub(crate) mod split;
pub(crate) mod tar;
mod unpack;

pub(crate) use unpack::{Rules, unpack, unpack_members};
