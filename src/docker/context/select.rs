//! `docker context use`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Matches, Takes};
use serde_json::json;

/// The verb.
pub static VERB: Verb = Verb {
    usage: "CONTEXT",
    about: "Use a context from now on",
    long: "Use a context from now on, unless DOCKER_HOST, DOCKER_CONTEXT, --host or --context say otherwise.",
    args: Args::Plain(1),
    flags: &[],
    takes: Takes::Contexts,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    if name != "default" {
        store::check_name(name)?;
    }
    if store::find(&cli, name).is_none() {
        return Err(cli.settings.no_context(name).into());
    }
    let value = if name == "default" { None } else { Some(json!(name)) };
    if cli.settings.text("currentContext") != value.as_ref().map_or("", |_| name.as_str()) {
        store::set(&cli, "currentContext", value)?;
    }
    cli.line(name).await;
    cli.err(&format!("Current context is now {name:?}")).await;
    if name != "default" && cli.settings.overridden() {
        cli.err(&format!("Warning: DOCKER_HOST environment variable overrides the active context. To use {name:?}, either set the global --context flag, or unset DOCKER_HOST environment variable.")).await;
    }
    Ok(())
}
