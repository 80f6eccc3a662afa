//! `docker rename`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTAINER NEW_NAME",
    about: "Give a container another name",
    also: "docker container rename, docker rename",
    args: Args::Exact(2),
    flags: &[],
    takes: Takes::OneContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let (old, new) = (m.args[0].trim(), m.args[1].trim());
    if old.is_empty() || new.is_empty() {
        return Err("Error: Neither old nor new names may be empty".into());
    }
    let renamed = cli
        .engine("Post", &format!("containers/{old}/rename?name={new}"))
        .and_then(|engine| Ok(engine.container_rename(old, new)?));
    if let Err(failure) = renamed {
        cli.err(&failure.text).await;
        return Err(format!("Error: failed to rename container named {old}").into());
    }
    Ok(())
}
