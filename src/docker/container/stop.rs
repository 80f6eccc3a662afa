//! `docker stop`.

use super::each;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, text};
use crate::engine::api::container::StopOptions;

/// Flags of `stop` and `restart`.
pub static FLAGS: &[Flag] = &[
    text("signal", "Signal to send first").short('s'),
    flag("timeout", Kind::Int, "Seconds until it is killed").short('t'),
    // The old name of --timeout.
    flag("time", Kind::Int, "Seconds until it is killed").instead("timeout"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER [CONTAINER...]",
    about: "Stop containers",
    also: "docker container stop, docker stop",
    args: Args::Min(1),
    flags: &[FLAGS],
    takes: Takes::Running,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

/// What the flags ask for.
pub fn options(m: &Matches) -> Result<StopOptions, &'static str> {
    if m.given("time") && m.given("timeout") {
        return Err("conflicting options: cannot specify both --timeout and --time");
    }
    let timeout = ["timeout", "time"].into_iter().find(|f| m.given(f)).map(|f| m.number(f));
    let signal = m.text("signal");
    Ok(StopOptions {
        signal: if signal.is_empty() { None } else { Some(signal.to_string()) },
        timeout,
    })
}

async fn run(cli: Cli, m: Matches) -> Outcome {
    let options = options(&m)?;
    each::all(&cli, &m.args, |cli, name| {
        let options = options.clone();
        Box::pin(async move {
            let engine = cli.engine("Post", &format!("containers/{name}/stop"))?;
            each::settled(engine.container_stop(&cli.p, &name, &options).await)
        })
    })
    .await
}
