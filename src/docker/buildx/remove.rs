//! `docker buildx rm`: what belongs to a context can not be removed, and nothing else is there.

use super::builder;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, switch, text};

static FLAGS: &[Flag] = &[
    switch("all-inactive", "Remove all that do not run"),
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    switch("force", "Do not ask first").short('f'),
    switch("keep-daemon", "Leave the builder's program running"),
    switch("keep-state", "Keep what it has kept"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [NAME...]",
    about: "Remove builders",
    args: Args::Any,
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    builder::open(&cli)?;
    if m.on("all-inactive") {
        if !m.args.is_empty() {
            return Err(builder::wrong("cannot specify builder name when --all-inactive is set"));
        }
        let question = "WARNING! This will remove all builders that are not in running state. Are you sure you want to continue? [y/N] ";
        if !m.on("force") {
            cli.confirm_plainly(question).await?;
        }
        return Ok(());
    }
    let names =
        if m.args.is_empty() { vec![m.text("builder").to_string()] } else { m.args.clone() };
    for name in names {
        let what = if name.is_empty() { cli.settings.context().to_string() } else { name.clone() };
        let there = builder::find(&cli, &what);
        let why = match there.map(|()| cli.in_context(&what).ping()) {
            Ok(Ok(_)) => format!(
                "context builder cannot be removed, run `docker context rm {what}` to remove this context"
            ),
            Ok(Err(failure)) => failure.text,
            Err(why) => why,
        };
        cli.err(&format!("failed to remove {name}: {why}")).await;
    }
    Err(builder::wrong("failed to remove one or more builders"))
}
