//! Containers: their verbs, one topic a file.

pub mod attach;
mod change;
mod config;
pub(crate) use config::parse_signal;
pub(crate) mod create;
mod exec;
pub(crate) mod find;
mod inspect;
mod limits;
mod list;
pub mod logs;
mod mounts;
mod remove;
mod start;
mod stop;
pub(crate) mod tmpfs;
pub mod wait;
