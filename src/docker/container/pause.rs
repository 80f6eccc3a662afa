//! `docker pause`.

use super::each;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTAINER [CONTAINER...]",
    about: "Make all processes of containers stand still",
    also: "docker container pause, docker pause",
    args: Args::Min(1),
    flags: &[],
    takes: Takes::Running,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    each::all(&cli, &m.args, |cli, name| {
        Box::pin(async move {
            let engine = cli.engine("Post", &format!("containers/{name}/pause"))?;
            Ok(engine.container_pause(&name)?)
        })
    })
    .await
}
