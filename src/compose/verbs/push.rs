//! `docker compose push`.

use crate::compose::command::{Args, Compose, Verb};
use crate::compose::progress::{State, shown};
use crate::compose::project::image_of;
use crate::compose::project::select::Follow;
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Matches, switch};

static FLAGS: &[Flag] = &[
    switch("ignore-push-failures", "Go on when an image can not be pushed"),
    switch("include-deps", "Also what these services depend on"),
    switch("quiet", "Show no progress").short('q'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "push",
    usage: "[OPTIONS] [SERVICE...]",
    about: "Push the images of services",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

async fn run(c: Compose, m: Matches) -> Outcome {
    let mut project = c.project(&m.args).await?;
    if !m.on("include-deps") {
        project.with_selected(&m.args, Follow::Nothing)?;
    }
    shown(&c, "Pushing", |progress| {
        let c = c.clone();
        async move {
            for (name, service) in &project.services {
                if service.get("build").is_none() {
                    progress.text(name, State::Done, "Skipped", "").await;
                    continue;
                }
                let image = image_of(service, name, &project.name);
                let shown = format!("Pushing {image}");
                progress.text(&shown, State::Working, "", "Pushing").await;
                if c.dry.is_some() {
                    progress.text(&shown, State::Done, "", "Pushed").await;
                    continue;
                }
                let work = c.engine()?.look().image_push(&c.cli.p, &image);
                if let Err(e) = work.result().await {
                    let failure = Failure::from(e);
                    progress.text(&shown, State::Error, "", &failure.text).await;
                    if !m.on("ignore-push-failures") {
                        return Err(failure);
                    }
                }
            }
            Ok(())
        }
    })
    .await
}
