//! `docker buildx stop`: the engine's own builder runs as long as the engine.

use super::{FLAGS, builder};
use crate::docker::command::{Args, Verb};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[NAME]",
    about: "Stop a builder",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(async move { builder::chosen(&cli, &m).map(drop) }),
    ..Verb::PLAIN
};
