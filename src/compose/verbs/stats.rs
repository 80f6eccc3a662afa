//! `docker compose stats`.

use crate::compose::command::{Args, Compose, Verb, docker_verb};
use crate::compose::converge::containers::{self, OneOff};
use crate::docker;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, switch, text};

static FLAGS: &[Flag] = &[
    switch("all", "Stopped ones too").short('a'),
    text("format", docker::container::list::FORMAT_HELP),
    switch("no-stream", "Show one sample only"),
    switch("no-trunc", "Cut nothing off"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "stats",
    usage: "[OPTIONS] [SERVICE]",
    about: "Show what containers use up",
    args: Args::Most(1),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let found = containers::list(
        &c.engine()?,
        &name.to_lowercase(),
        OneOff::Include,
        m.on("all"),
        &m.args,
    )?;
    let mut words = Vec::new();
    for switch in ["all", "no-stream", "no-trunc"] {
        words.push(format!("--{switch}={}", m.on(switch)));
    }
    if !m.text("format").is_empty() {
        words.push(format!("--format={}", m.text("format")));
    }
    if found.is_empty() {
        // Without a name `docker stats` would show all there are.
        c.cli.out(&docker::container::stats::heading(m.text("format"))?).await;
        return Ok(());
    }
    words.extend(found.into_iter().map(|x| x.id));
    docker_verb(&c.cli, &docker::container::stats::VERB, &words).await
}
