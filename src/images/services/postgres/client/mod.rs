//! The programs that talk to a server.

pub mod conn;
pub mod describe;
pub mod dump;
pub mod print;
pub mod psql;
mod psql_run;
mod psql_scan;
pub mod target;
pub mod tools;
