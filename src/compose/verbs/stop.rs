//! `docker compose stop`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::{remains, stop};
use crate::compose::progress::shown;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag};

static FLAGS: &[Flag] =
    &[flag("timeout", Kind::Int, "Seconds that containers have to stop").short('t')];

/// The verb.
pub static VERB: Verb = Verb {
    name: "stop",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Stop services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let project = remains::or(&c, project, &name.to_lowercase())?;
    let timeout = m.given("timeout").then(|| m.number("timeout"));
    shown(&c, "Stopping", |progress| {
        let c = c.clone();
        async move { stop::services(&c, &project, &m.args, timeout, &progress).await }
    })
    .await
}
