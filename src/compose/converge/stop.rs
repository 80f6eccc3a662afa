//! Containers stopped and removed, in reverse order of what depends on what.

use super::containers::{self, OneOff, of_services};
use super::order;
use crate::compose::command::Compose;
use crate::compose::progress::{Progress, State};
use crate::compose::project::Project;
use crate::docker::command::Outcome;
use crate::docker::container::each::settled;
use crate::engine::ErrorKind;
use crate::engine::api::container::{ContainerSummary, RemoveOptions, StopOptions};

/// Stops the containers of some services; of all, where none is named.
pub async fn services(
    c: &Compose,
    project: &Project,
    services: &[String],
    timeout: Option<i64>,
    progress: &Progress,
) -> Outcome {
    let all = containers::list(&c.engine()?, &project.name, OneOff::Exclude, true, &[])?;
    let mut layers = order::layers(project);
    layers.reverse();
    order::each(layers, |name| {
        let wanted = services.is_empty() || services.contains(&name);
        let found = if wanted { of_services(&all, &[name]) } else { Vec::new() };
        async move { order::all(found.iter().map(|x| stop(c, x, timeout, progress))).await }
    })
    .await
}

/// Stops one.
pub async fn stop(
    c: &Compose,
    x: &ContainerSummary,
    timeout: Option<i64>,
    progress: &Progress,
) -> Outcome {
    let shown = containers::shown(x);
    progress.event(&shown, State::Working, "Stopping").await;
    let options = StopOptions { signal: None, timeout };
    let result = settled(c.engine()?.container_stop(&c.cli.p, &x.id, &options).await);
    match result {
        Ok(()) => progress.event(&shown, State::Done, "Stopped").await,
        Err(_) => progress.event(&shown, State::Error, "Error while Stopping").await,
    }
    result
}

/// Stops one and removes it; with `volumes`, its anonymous volumes too.
pub async fn remove(
    c: &Compose,
    x: &ContainerSummary,
    timeout: Option<i64>,
    volumes: bool,
    progress: &Progress,
) -> Outcome {
    let shown = containers::shown(x);
    let engine = c.engine()?;
    if engine.look().container_inspect(&x.id, false).is_err() {
        progress.event(&shown, State::Done, "Removed").await;
        return Ok(());
    }
    stop(c, x, timeout, progress).await?;
    progress.event(&shown, State::Working, "Removing").await;
    let options = RemoveOptions { volumes, force: true, link: false };
    match engine.container_remove(&c.cli.p, &x.id, options).await {
        Err(e) if !matches!(e.kind, ErrorKind::NotFound | ErrorKind::Conflict) => {
            progress.event(&shown, State::Error, "Error while Removing").await;
            Err(e.into())
        }
        _ => {
            progress.event(&shown, State::Done, "Removed").await;
            Ok(())
        }
    }
}
