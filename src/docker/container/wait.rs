//! `docker wait`.

use super::each::Errors;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use crate::engine::api::container::WaitCondition;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTAINER [CONTAINER...]",
    about: "Wait until containers stop, and print their exit status",
    also: "docker container wait, docker wait",
    args: Args::Min(1),
    flags: &[],
    takes: Takes::Running,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn one(cli: &Cli, name: &str) -> Result<i64, Failure> {
    cli.ping()?;
    let waiter = cli
        .engine("Post", &format!("containers/{name}/wait"))?
        .container_wait(name, WaitCondition::NotRunning)?;
    Ok(waiter.wait(&cli.p).await?.status)
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut errors = Errors::default();
    for name in &m.args {
        match one(&cli, name).await {
            Ok(status) => cli.line(&status.to_string()).await,
            Err(failure) => errors.add(failure),
        }
    }
    errors.end()
}
