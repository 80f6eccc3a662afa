//! Containers: their verbs, one topic a file.

pub mod attach;
mod change;
pub(super) mod config;
pub(crate) use config::parse_signal;
pub(crate) mod create;
mod exec;
pub(crate) mod find;
mod inspect;
pub(crate) mod list;
pub mod logs;
pub(crate) mod map;
mod mounts;
pub(crate) mod policy;
mod refuse;
mod remove;
mod start;
mod stop;
pub(crate) mod tmpfs;
pub(crate) mod top;
pub mod wait;
