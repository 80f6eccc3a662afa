//! `docker context show`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "",
    about: "Name the context in use",
    long: "",
    also: "",
    args: Args::None,
    flags: &[],
    interspersed: true,
    takes: Takes::Nothing,
    run: |cli, m| Box::pin(run(cli, m)),
};

async fn run(cli: Cli, _: Matches) -> Outcome {
    cli.line(cli.settings.context()).await;
    Ok(())
}
