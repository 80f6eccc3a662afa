//! `docker container`, and the top-level verbs that mean the same.

/// How many turns a container has to come up before the client that started it ends: on a real machine the two
/// run side by side, and most services listen by the time the prompt is back.
pub const START_UP: u32 = 200;

pub mod attach;
pub mod commit;
pub mod config;
pub mod cp;
pub mod create;
pub mod diff;
pub mod each;
pub mod exec;
pub mod export;
pub mod host;
pub mod inspect;
pub mod kill;
pub mod list;
mod localpath;
pub mod localtree;
pub mod logs;
pub mod networking;
pub mod options;
pub mod pause;
pub mod port;
pub mod prune;
pub mod remove;
pub mod rename;
pub mod restart;
pub mod run;
pub mod start;
pub mod stats;
pub mod stop;
pub mod top;
pub mod unpause;
pub mod update;
pub mod wait;
