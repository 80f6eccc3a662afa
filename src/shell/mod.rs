//! shell

pub mod readline;
