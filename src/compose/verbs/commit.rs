//! `docker compose commit`: an image of a service's container.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, pick};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, list, switch, text};
use crate::engine::api::container::CommitOptions;
use crate::engine::images::reference::Reference;

static FLAGS: &[Flag] = &[
    text("author", "Who made it, as \"Ada <ada@example.org>\"").short('a'),
    list("change", "Dockerfile instruction to apply").short('c'),
    flag("index", Kind::Int, "Which of the service's containers"),
    text("message", "What was changed").short('m'),
    switch("pause", "Make the container stand still meanwhile").short('p').default("true"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "commit",
    usage: "[OPTIONS] SERVICE [REPOSITORY[:TAG]]",
    about: "Make an image of a service's container",
    args: Args::Range(1, 2),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let engine = c.engine()?;
    let target = (m.args[0].as_str(), m.number("index"));
    let x = pick(&engine, &name.to_lowercase(), OneOff::Exclude, false, target)?;
    let shown = containers::name(&x);
    // The program says the name twice.
    let prefix = c.prefix();
    c.cli.err(&format!("{prefix} {shown} Commit {shown} Committing")).await;
    let reference = m.args.get(1).cloned().unwrap_or_default();
    if !reference.is_empty() && Reference::parse(&reference)?.digest.is_some() {
        return Err("refusing to create a tag with a digest reference".into());
    }
    let options = CommitOptions {
        reference,
        comment: m.text("message").to_string(),
        author: m.text("author").to_string(),
        changes: m.list("change").to_vec(),
        pause: m.on("pause"),
    };
    let id = engine.container_commit(&x.id, &options)?;
    let told = if c.dry.is_some() { String::new() } else { format!(" as {id}") };
    c.cli.err(&format!("{prefix} {shown} Commit {shown} Committed{told}")).await;
    Ok(())
}
