//! `docker compose kill`.

use crate::compose::command::{Args, Compose, Verb, truth};
use crate::compose::converge::containers::{self, OneOff, of_project};
use crate::compose::converge::{order, remains};
use crate::compose::progress::{Progress, State, shown};
use crate::compose::project::Project;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, switch, text};

static FLAGS: &[Flag] = &[
    switch("remove-orphans", "Also containers of services that are not in the file"),
    text("signal", "Signal to send").short('s').default("SIGKILL"),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "kill",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Send a signal to services, SIGKILL by default",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let project = remains::or(&c, project, &name.to_lowercase())?;
    let orphans = match m.given("remove-orphans") {
        true => m.on("remove-orphans"),
        false => truth(&c.cli, "COMPOSE_REMOVE_ORPHANS"),
    };
    shown(&c, "Killing", |progress| {
        let c = c.clone();
        async move {
            kill(&c, &project, &m.args, (m.text("signal"), orphans, false), &progress).await
        }
    })
    .await
}

/// Sends a signal to the containers of some services; with `all`, to stopped ones too.
pub async fn kill(
    c: &Compose,
    project: &Project,
    services: &[String],
    (signal, orphans, all): (&str, bool, bool),
    progress: &Progress,
) -> Outcome {
    let engine = c.engine()?;
    let mut found = containers::list(&engine, &project.name, OneOff::Include, all, services)?;
    if !orphans {
        found = of_project(found, Some(project));
    }
    if found.is_empty() {
        c.cli.write(2, b"no container to kill").await;
        return Ok(());
    }
    order::all(found.iter().map(|x| {
        let engine = engine.clone();
        async move {
            let shown = containers::shown(x);
            progress.event(&shown, State::Working, "Killing").await;
            match engine.container_kill(&c.cli.p, &x.id, signal).await {
                Ok(()) => {
                    progress.event(&shown, State::Done, "Killed").await;
                    Ok(())
                }
                Err(e) => {
                    progress.event(&shown, State::Error, "Error while Killing").await;
                    Err(e.into())
                }
            }
        }
    }))
    .await
}
