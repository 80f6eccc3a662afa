//! `docker logs`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, switch, text};
use crate::engine::api::container::{LogsOptions, Stream};
use crate::golang::time;

static FLAGS: &[Flag] = &[
    switch("details", "What the log driver keeps besides, too"),
    switch("follow", "Go on as more is written").short('f'),
    text("since", "From this time on (2013-01-02T13:23:37Z), or so\nlong ago (42m)"),
    text("tail", "This many lines from the end").short('n').default("all"),
    switch("timestamps", "Each line with its time").short('t'),
    text("until", "Up to this time (2013-01-02T13:23:37Z), or so\nlong ago (42m)"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTAINER",
    about: "Show what a container has written",
    also: "docker container logs, docker logs",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Containers,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    let engine = cli.engine("Get", &format!("containers/{name}/json"))?;
    let container = engine.container_inspect(name, false)?;
    let now = cli.p.now();
    let moment = |flag: &str| match m.text(flag) {
        "" | "0" => Ok(None),
        text => {
            time::since(text, now).map(Some).map_err(|e| format!("invalid value for {flag:?}: {e}"))
        }
    };
    // Docker takes what is no number for all lines.
    let tail = m.text("tail").parse::<i64>().ok().and_then(|n| usize::try_from(n).ok());
    let mut log = engine.container_logs(
        &container.id,
        &LogsOptions {
            stdout: true,
            stderr: true,
            follow: m.on("follow"),
            since: moment("since")?,
            until: moment("until")?,
            tail,
            timestamps: m.on("timestamps"),
            details: m.on("details"),
        },
    )?;
    while let Some(frame) = log.next(&cli.p).await? {
        let fd = if frame.stream == Stream::Stderr && !container.config.tty { 2 } else { 1 };
        cli.write(fd, &frame.bytes).await;
    }
    Ok(())
}
