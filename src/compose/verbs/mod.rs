//! The verbs of Compose, one a file.

use super::command::Verb;

mod attach;
mod build;
mod commit;
mod config;
mod cp;
mod create;
mod down;
mod events;
mod exec;
mod export;
mod gaps;
mod images;
mod kill;
mod logs;
mod ls;
mod pause;
mod port;
mod ps;
mod pull;
mod push;
mod restart;
mod rm;
mod run;
mod scale;
mod start;
mod stats;
mod stop;
mod top;
mod unpause;
mod up;
pub mod version;
mod volumes;
mod wait;

/// All of them, sorted.
pub static ALL: &[&Verb] = &[
    &gaps::ALPHA,
    &attach::VERB,
    &gaps::BRIDGE,
    &build::VERB,
    &commit::VERB,
    &config::VERB,
    &cp::VERB,
    &create::VERB,
    &down::VERB,
    &events::VERB,
    &exec::VERB,
    &export::VERB,
    &images::VERB,
    &kill::VERB,
    &logs::VERB,
    &ls::VERB,
    &pause::VERB,
    &port::VERB,
    &ps::VERB,
    &gaps::PUBLISH,
    &pull::VERB,
    &push::VERB,
    &restart::VERB,
    &rm::VERB,
    &run::VERB,
    &scale::VERB,
    &start::VERB,
    &stats::VERB,
    &stop::VERB,
    &top::VERB,
    &unpause::VERB,
    &up::VERB,
    &version::VERB,
    &volumes::VERB,
    &wait::VERB,
    &gaps::WATCH,
];
