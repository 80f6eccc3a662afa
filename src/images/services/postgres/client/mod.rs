//! The programs that talk to a server.

pub mod conn;
pub mod describe;
pub mod dump;
pub mod print;
pub mod psql;
pub mod tools;
