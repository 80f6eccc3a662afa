//! zip and unzip: archives in ZIP format, stored or deflated.

mod format;
mod pack;
mod unpack;

pub use pack::main as zip;
pub use unpack::main as unzip;
