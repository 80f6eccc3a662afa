//! `docker compose unpause`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, of_services};
use crate::compose::progress::{State, shown};
use crate::docker::command::Outcome;
use crate::docker::flags::Matches;

/// The verb.
pub static VERB: Verb = Verb {
    name: "unpause",
    usage: "[SERVICE...]",
    about: "Let paused services go on",
    args: Args::Any,
    flags: &[],
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let engine = c.engine()?;
    let mut found =
        containers::list(&engine, &name.to_lowercase(), OneOff::Exclude, false, &m.args)?;
    if let Some(project) = &project {
        let names: Vec<String> = project.services.keys().cloned().collect();
        found = of_services(&found, &names);
    }
    shown(&c, "Running", |progress| async move {
        for x in &found {
            engine.container_unpause(&x.id)?;
            progress.event(&containers::shown(x), State::Done, "Unpaused").await;
        }
        Ok(())
    })
    .await
}
