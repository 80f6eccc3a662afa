//! `docker compose pause`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, of_project};
use crate::compose::daemon::Daemon;
use crate::compose::progress::{State, shown};
use crate::docker::command::Outcome;
use crate::docker::flags::Matches;
use crate::engine;

/// The verb.
pub static VERB: Verb = Verb {
    name: "pause",
    usage: "[SERVICE...]",
    about: "Pause services",
    args: Args::Any,
    flags: &[],
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    each(&c, &m, ("Pausing", "Paused"), Daemon::container_pause).await
}

/// Does the same to the running containers of services; the words are what is shown meanwhile and after.
pub async fn each(
    c: &Compose,
    m: &Matches,
    (doing, done): (&'static str, &'static str),
    act: fn(&Daemon, &str) -> engine::Result<()>,
) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let engine = c.engine()?;
    let found = containers::list(&engine, &name.to_lowercase(), OneOff::Exclude, false, &m.args)?;
    let found = of_project(found, project.as_ref());
    shown(c, doing, |progress| async move {
        // All of them, whatever becomes of one.
        let mut failed = None;
        for x in &found {
            match act(&engine, &x.id) {
                Ok(()) => progress.event(&containers::shown(x), State::Done, done).await,
                Err(e) => drop(failed.get_or_insert(e)),
            }
        }
        failed.map_or(Ok(()), |e| Err(e.into()))
    })
    .await
}
