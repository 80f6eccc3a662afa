//! `docker context update`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, text};

static FLAGS: &[Flag] = &[
    text("description", "What the context is for"),
    flag("docker", Kind::Pairs, "The engine's address: host=unix:///..."),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTEXT",
    about: "Change a context",
    args: Args::Exact(1),
    flags: &[FLAGS],
    takes: Takes::Contexts,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    store::check_name(name)?;
    let Some(mut context) = store::find(&cli, name) else {
        return Err(cli.settings.no_context(name).into());
    };
    if !m.text("description").is_empty() {
        context.description = m.text("description").to_string();
    }
    let endpoint = m.map("docker");
    if let Some(from) = endpoint.get("from") {
        match store::find(&cli, from) {
            Some(other) => context.host = other.host,
            None => return Err(cli.settings.no_context(from).into()),
        }
    }
    store::apply(&mut context, &endpoint)?;
    store::save(&cli, &context)?;
    cli.line(name).await;
    cli.err(&format!("Successfully updated context {name:?}")).await;
    Ok(())
}
