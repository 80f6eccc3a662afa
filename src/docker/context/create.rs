//! `docker context create`.

use super::store;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, flag, text};

static FLAGS: &[Flag] = &[
    text("description", "What the context is for"),
    flag("docker", Kind::Pairs, "The engine's address: host=unix:///..."),
    text("from", "Context to take over").takes(Takes::Contexts),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] CONTEXT",
    about: "Make a context",
    args: Args::Exact(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = &m.args[0];
    store::check_name(name)?;
    if store::find(&cli, name).is_some() {
        return Err(format!("context {name:?} already exists").into());
    }
    let endpoint = m.map("docker");
    // All of a context is taken over, or its endpoint alone.
    let (from, whole) = match (m.text("from"), endpoint.get("from")) {
        ("", None) if endpoint.is_empty() => (cli.settings.context(), true),
        ("", from) => (from.map_or("default", String::as_str), false),
        (from, _) if endpoint.is_empty() => (from, true),
        _ => return Err("cannot use --docker flag when --from is set".into()),
    };
    let Some(mut context) = store::find(&cli, from) else {
        let why = cli.settings.no_context(from);
        let what = if whole { "" } else { "unable to create docker endpoint config: " };
        return Err(format!("{what}{why}").into());
    };
    store::apply(&mut context, &endpoint)?;
    let given = m.text("description");
    if !whole || !given.is_empty() {
        context.description = given.to_string();
    }
    context.name = name.clone();
    store::save(&cli, &context)?;
    cli.line(name).await;
    cli.err(&format!("Successfully created context {name:?}")).await;
    Ok(())
}
