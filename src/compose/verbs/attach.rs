//! `docker compose attach`.

use crate::compose::command::{Args, Compose, Verb, docker_verb};
use crate::compose::converge::containers::{OneOff, pick};
use crate::docker;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text};

static FLAGS: &[Flag] = &[
    text("detach-keys", "Keys that leave it running"),
    flag("index", Kind::Int, "Which of the service's containers"),
    switch("no-stdin", "Do not pass input on"),
    switch("sig-proxy", "Pass signals on to its process").default("true"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "attach",
    usage: "[OPTIONS] SERVICE",
    about: "Attach the terminal to a service's container",
    args: Args::Min(1),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let target = (m.args[0].as_str(), m.number("index"));
    let x = pick(&c.engine()?, &name.to_lowercase(), OneOff::Include, false, target)?;
    if c.dry.is_some() {
        return Err("interactive run is not supported in dry-run mode".into());
    }
    let words = vec![
        format!("--detach-keys={}", m.text("detach-keys")),
        format!("--no-stdin={}", m.on("no-stdin")),
        format!("--sig-proxy={}", m.on("sig-proxy")),
        x.id,
    ];
    docker_verb(&c.cli, &docker::container::attach::VERB, &words).await
}
