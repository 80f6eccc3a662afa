//! `docker kill`.

use super::each;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, text};

static FLAGS: &[Flag] = &[text("signal", "Signal to send; SIGKILL when none is given").short('s')];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Kill running containers, or send them a signal",
    also: "docker container kill, docker kill",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Running,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    each::all(&cli, &m.args, |cli, name| {
        let signal = m.text("signal").to_string();
        Box::pin(async move {
            let query = if signal.is_empty() { String::new() } else { format!("?signal={signal}") };
            let engine = cli.engine("Post", &format!("containers/{name}/kill{query}"))?;
            Ok(engine.container_kill(&cli.p, &name, &signal).await?)
        })
    })
    .await
}
