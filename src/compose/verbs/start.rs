//! `docker compose start`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::start::Wait;
use crate::compose::converge::{remains, start};
use crate::compose::progress::shown;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};

static FLAGS: &[Flag] = &[
    switch("wait", "Wait until all runs or is healthy"),
    flag("wait-timeout", Kind::Int, "So many seconds at most"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "start",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Start services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let project = remains::or(&c, project, &name.to_lowercase())?;
    let wait = Wait { all: m.on("wait"), seconds: m.number("wait-timeout") };
    shown(&c, "Running", |progress| {
        let c = c.clone();
        async move { start::project(&c, &project, wait, &progress).await }
    })
    .await
}
