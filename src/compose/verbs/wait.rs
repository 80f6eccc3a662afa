//! `docker compose wait`: until containers stop.

use super::down;
use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff};
use crate::compose::progress::shown;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Matches, switch};
use crate::engine::api::container::WaitCondition;
use crate::golang::quote::quote;
use crate::kernel::join_all;

static FLAGS: &[Flag] =
    &[switch("down-project", "Take the project down when the first of them stops")];

/// The verb.
pub static VERB: Verb = Verb {
    name: "wait",
    usage: "SERVICE [SERVICE...] [OPTIONS]",
    about: "Wait until the containers of services stop",
    args: Args::AtLeast(1),
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (_, name) = c.project_or_name(&[]).await?;
    let engine = c.engine()?;
    let found = containers::list(&engine, &name, OneOff::Include, false, &m.args)?;
    if found.is_empty() {
        return Err(format!("no containers for project {}", quote(&name)).into());
    }
    let mut waits = Vec::new();
    for x in &found {
        waits.push((x.id.clone(), engine.look().container_wait(&x.id, WaitCondition::NotRunning)?));
    }
    let mut status = 0;
    let results = join_all(waits.iter().map(|(id, waiter)| {
        let c = c.clone();
        async move {
            let result = waiter.wait(&c.cli.p).await?;
            let line = format!("container {} exited with status code {}", quote(id), result.status);
            c.cli.line(&line).await;
            Ok::<i64, Failure>(result.status)
        }
    }))
    .await;
    for result in results {
        status = result.map_err(|f| Failure::new(42, f.text))?;
    }
    if m.on("down-project") {
        let options = down::Options {
            services: Vec::new(),
            orphans: true,
            volumes: false,
            images: String::new(),
            timeout: None,
        };
        shown(&c, "Running", |progress| {
            let c = c.clone();
            async move { down::down(&c, None, &name, &options, &progress).await }
        })
        .await?;
    }
    match i32::try_from(status).unwrap_or(1) {
        0 => Ok(()),
        status => Err(Failure::silent(status)),
    }
}
