//! `docker logout`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[SERVER]",
    about: "Log out from a registry",
    long: "Log out from a registry; Docker Hub, unless another is named.",
    also: "",
    args: Args::Max(1),
    flags: &[],
    interspersed: true,
    takes: Takes::Nothing,
    run: |cli, m| Box::pin(run(cli, m)),
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    // Nobody can log in, so that there is nothing to be taken away.
    let server = m.args.first().map_or("https://index.docker.io/v1/", String::as_str);
    cli.line(&format!("Removing login credentials for {server}")).await;
    Ok(())
}
