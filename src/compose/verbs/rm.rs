//! `docker compose rm`: stopped containers go.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, of_project};
use crate::compose::converge::{order, remains, stop, volumes};
use crate::compose::progress::{State, shown};
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Matches, switch};
use crate::engine::api::container::{ContainerSummary, RemoveOptions};

static FLAGS: &[Flag] = &[
    switch("all", "Does nothing any more").short('a').hidden(),
    switch("force", "Do not ask").short('f'),
    switch("stop", "Stop them first").short('s'),
    switch("volumes", "Also their volumes without a name").short('v'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "rm",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Remove stopped containers of services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&m.args).await?;
    let name = name.to_lowercase();
    if m.on("stop") {
        let project = remains::or(&c, project.clone(), &name)?;
        let services = m.args.clone();
        shown(&c, "Stopping", |progress| {
            let c = c.clone();
            async move { stop::services(&c, &project, &services, None, &progress).await }
        })
        .await?;
    }
    let engine = c.engine()?;
    let mut found = containers::list(&engine, &name, OneOff::Exclude, true, &m.args)?;
    found = of_project(found, project.as_ref());
    let runs = |x: &ContainerSummary| {
        engine.look().container_inspect(&x.id, false).is_ok_and(|i| i.state.running)
    };
    found.retain(|x| c.dry.is_some() || !runs(x));
    if found.is_empty() {
        c.cli.err("No stopped containers").await;
        return Ok(());
    }
    let names: Vec<String> = found.iter().map(containers::name).collect();
    let text = format!("Going to remove {}", names.join(", "));
    if m.on("force") {
        c.cli.line(&text).await;
    } else if !volumes::ask(&c, &text).await {
        return Ok(());
    }
    let options = RemoveOptions { volumes: m.on("volumes"), force: m.on("force"), link: false };
    shown(&c, "Removing", |progress| {
        let c = c.clone();
        async move {
            order::all(found.iter().map(|x| {
                let (engine, progress, c) = (engine.clone(), progress.clone(), c.clone());
                async move {
                    let shown = containers::shown(x);
                    progress.event(&shown, State::Working, "Removing").await;
                    engine.container_remove(&c.cli.p, &x.id, options).await?;
                    progress.event(&shown, State::Done, "Removed").await;
                    Ok(())
                }
            }))
            .await
        }
    })
    .await
}
