//! `docker context`: which engine to talk to. A context is a file under `~/.docker/contexts`.

pub mod create;
pub mod export;
pub mod import;
pub mod inspect;
pub mod list;
pub mod remove;
pub mod select;
pub mod show;
pub mod store;
pub mod update;
