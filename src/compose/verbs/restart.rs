//! `docker compose restart`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::converge::containers::{self, OneOff, of_service};
use crate::compose::converge::{order, remains, start};
use crate::compose::progress::{Progress, State, shown};
use crate::compose::project::Project;
use crate::compose::project::select::Follow;
use crate::compose::project::service::Service;
use crate::docker::command::Outcome;
use crate::docker::flags::{Flag, Kind, Matches, flag, switch};
use crate::engine::api::container::StopOptions;
use serde_json::Value;

static FLAGS: &[Flag] = &[
    switch("no-deps", "Only these services"),
    flag("timeout", Kind::Int, "Seconds that containers have to stop").short('t'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "restart",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Stop services and start them again",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let (project, name) = c.project_or_name(&[]).await?;
    // It looks for containers before it looks at the services asked for.
    c.engine()?;
    let mut project = remains::or(&c, project, &name.to_lowercase())?;
    if !m.args.is_empty() {
        project.with_enabled(&m.args);
    }
    if m.on("no-deps") {
        project.with_selected(&m.args, Follow::Nothing)?;
    }
    for service in project.services.values_mut() {
        if let Some(Value::Object(depends)) = service.get_mut("depends_on") {
            depends.retain(|_, d| d["restart"] == Value::Bool(true));
        }
    }
    project.with_selected(&m.args, Follow::Dependents)?;
    let timeout = m.given("timeout").then(|| m.number("timeout"));
    shown(&c, "Restarting", |progress| {
        let c = c.clone();
        async move { restart(&c, &project, timeout, &progress).await }
    })
    .await
}

async fn restart(
    c: &Compose,
    project: &Project,
    timeout: Option<i64>,
    progress: &Progress,
) -> Outcome {
    let engine = c.engine()?;
    let all = containers::list(&engine, &project.name, OneOff::Exclude, true, &[])?;
    order::each(order::layers(project), |name| {
        let (engine, all) = (engine.clone(), &all);
        async move {
            let service = Service::of(&project.services[&name])?;
            start::dependencies(c, project, &name, &service.depends_on, all, progress).await?;
            let found = of_service(all, &name);
            order::all(found.iter().map(|x| {
                let engine = engine.clone();
                async move {
                    let shown = containers::shown(x);
                    progress.event(&shown, State::Working, "Restarting").await;
                    let options = StopOptions { signal: None, timeout };
                    engine.container_restart(&c.cli.p, &x.id, &options).await?;
                    progress.event(&shown, State::Done, "Started").await;
                    Ok(())
                }
            }))
            .await
        }
    })
    .await
}
