//! The server's processes: one that listens, and one for every connection; and the programs that make a
//! cluster and start it.

mod admit;
pub mod auth;
pub mod backend;
mod checkpointer;
mod config;
pub mod ctl;
pub mod gosu;
pub mod initdb;
mod log;
pub mod postmaster;
pub mod scram;
mod serve;
mod startup;
pub mod wire;
