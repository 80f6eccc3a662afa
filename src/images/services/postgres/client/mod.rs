//! The programs that talk to a server.

mod archive;
mod backslash;
pub mod conn;
pub mod describe;
mod directions;
pub mod dump;
mod dump_list;

mod copy;
mod input;
mod interactive;
pub mod options;
pub mod print;
pub mod psql;
mod render;
pub mod restore;
mod results;
pub mod target;
pub mod tools;
