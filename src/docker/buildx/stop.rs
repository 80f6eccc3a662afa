//! `docker buildx stop`: the engine's own builder runs as long as the engine.

use super::{FLAGS, builder};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::Matches;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[NAME]",
    about: "Stop a builder",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = builder::asked(&cli, &m, m.args.first())?;
    cli.in_context(&name).ping().map(drop).map_err(|f| builder::wrong(f.text))
}
