//! Builds: the Dockerfile, its stages, their steps, and the cache of results. The order of work and the
//! names of steps follow BuildKit; the words in which they are shown are the client's.

pub mod cache;
mod call;
mod changes;
mod check;
mod command;
mod context;
mod copy;
pub mod dockerfile;
mod draft;
mod exec;
mod filter;
mod history;
pub mod ignore;
mod import;
mod lexer;
mod lint;
mod metadata;
mod missing;
mod mount;
mod mounts;
mod order;
mod parser;
mod pattern;
mod plan;
mod ports;
mod prune;
mod rehearse;
mod run;
mod solve;
mod stage;
mod step;
mod transfer;
mod words;

pub(crate) use changes::apply_changes;
pub use stage::PLATFORM;
