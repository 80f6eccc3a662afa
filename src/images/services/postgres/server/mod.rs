//! The server's processes: one that listens, and one for every connection; and the programs that make a
//! cluster and start it.

pub mod auth;
pub mod backend;
pub mod ctl;
pub mod gosu;
pub mod initdb;
pub mod postmaster;
mod postmaster_run;
pub mod wire;
