//! `docker compose start`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::start::Wait;
use crate::compose::converge::{order, remains, start};
use crate::compose::progress::shown;
use crate::docker::command::Outcome;
use crate::docker::flags::Matches;

/// The verb.
pub static VERB: Verb = Verb {
    name: "start",
    usage: "[SERVICE...]",
    about: "Start services",
    args: Args::Any,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let name = name.to_lowercase();
    let project = remains::or(&c, project, &name)?;
    if project.services.is_empty() {
        return Err(format!("no container found for project {name:?}: not found").into());
    }
    if c.dry.is_some()
        && let Some(first) = order::layers(&project).concat().first()
    {
        // A dry run starts only what it has imagined itself.
        return Err(start::nothing_to_start(first));
    }
    shown(&c, "Running", |progress| {
        let c = c.clone();
        async move { start::project(&c, &project, Wait::default(), &progress).await }
    })
    .await
}
