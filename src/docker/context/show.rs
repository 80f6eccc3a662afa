//! `docker context show`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::Matches;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "Name the context in use",
    args: Args::None,
    flags: &[],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, _: Matches) -> Outcome {
    cli.line(cli.settings.context()).await;
    Ok(())
}
