//! `docker logout`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::Matches;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[SERVER]",
    about: "Log out from a registry",
    long: "Log out from a registry; Docker Hub, unless another is named.",
    args: Args::Max(1),
    flags: &[],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    // Nobody can log in, so that there is nothing to be taken away.
    let server = match m.args.first().map(String::as_str) {
        None | Some("") => "https://index.docker.io/v1/",
        Some(given) => {
            let bare = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
            bare.map_or(given, |bare| bare.split('/').next().unwrap_or_default())
        }
    };
    cli.line(&format!("Removing login credentials for {server}")).await;
    Ok(())
}
