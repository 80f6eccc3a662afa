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
    let from = match (m.text("from"), endpoint.get("from")) {
        ("", None) if endpoint.is_empty() => Some(cli.settings.context().to_string()),
        ("", from) => from.cloned(),
        (from, _) if endpoint.is_empty() => Some(from.to_string()),
        _ => return Err("cannot use --docker flag when --from is set".into()),
    };
    let mut context = match &from {
        Some(from) => match store::find(&cli, from) {
            Some(context) => context,
            None => return Err(cli.settings.no_context(from).into()),
        },
        None => store::default(&cli),
    };
    store::apply(&mut context, &endpoint)?;
    let given = m.text("description");
    context.description = match from.as_deref() {
        Some("default") | None => given.to_string(),
        Some(_) if given.is_empty() => context.description,
        Some(_) => given.to_string(),
    };
    context.name = name.clone();
    store::save(&cli, &context)?;
    cli.line(name).await;
    cli.err(&format!("Successfully created context {name:?}")).await;
    Ok(())
}
