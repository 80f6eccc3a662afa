//! `docker buildx use`.

use super::builder;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::context::store;
use crate::docker::flags::{Flag, Matches, switch, text};

static FLAGS: &[Flag] = &[
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    switch("default", "Use it whenever the present context is in use"),
    switch("global", "Use it in all contexts"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NAME",
    about: "Use a builder from now on",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = match m.args.first() {
        Some(name) => name.as_str(),
        None => m.text("builder"),
    };
    builder::open(&cli)?;
    if cli.settings.has_context() {
        cli.settings.given().map_err(|f| builder::wrong(f.text))?;
    }
    let current = cli.settings.context();
    if name == "default" || name == current {
        if name != current {
            return Err(builder::wrong(
                "run `docker context use default` to switch to default context",
            ));
        }
        return Ok(());
    }
    if store::find(&cli, name).is_some() {
        return Err(builder::wrong(format!(
            "run `docker context use {name}` to switch to context {name}"
        )));
    }
    let why = match builder::valid(name) {
        Err(why) => why,
        Ok(()) => {
            format!("open {}/buildx/instances/{name}: no such file or directory", cli.settings.dir)
        }
    };
    Err(builder::wrong(format!("failed to find instance {name:?}: {why}")))
}
