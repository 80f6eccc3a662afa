//! `docker restart`.

use super::START_UP;
use super::stop::{FLAGS, options};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::container::each::Errors;
use crate::docker::flags::{Matches, Takes};

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Stop containers and start them again",
    also: "docker container restart, docker restart",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Containers,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let options = options(&m)?;
    let mut errors = Errors::default();
    for name in &m.args {
        let result = match cli.engine("Post", &format!("containers/{name}/restart")) {
            Ok(engine) => {
                engine.container_restart(&cli.p, name, &options).await.map_err(Into::into)
            }
            Err(failure) => Err(failure),
        };
        match result {
            Ok(()) => {
                cli.p.stand_aside(START_UP).await;
                cli.line(name).await;
            }
            Err(failure) => errors.add(failure),
        }
    }
    errors.end()
}
