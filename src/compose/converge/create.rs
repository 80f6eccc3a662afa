//! Containers made and made anew.

use super::containers::{self, OneOff, labels};
use super::request::{self, Model, Purpose, container_name};
use crate::compose::command::Compose;
use crate::compose::progress::{Progress, State};
use crate::docker::command::{Failure, Outcome};
use crate::engine::api::container::{ContainerSummary, RemoveOptions, StopOptions};

/// Asks the engine for the container; its id.
pub async fn raw(
    c: &Compose,
    model: &Model<'_>,
    name: &str,
    purpose: Purpose<'_>,
    progress: &Progress,
) -> Result<String, Failure> {
    let (request, warnings) = request::build(c, model, name, purpose)?;
    for warning in warnings {
        c.warn(&warning).await;
    }
    let created = c.engine()?.container_create(request)?;
    for warning in created.warnings {
        progress.text(model.name, State::Warning, &warning, "").await;
    }
    Ok(created.id)
}

/// A new container of a service.
pub async fn fresh(
    c: &Compose,
    model: &Model<'_>,
    number: i64,
    progress: &Progress,
) -> Result<String, Failure> {
    let name = container_name(c, model, number);
    let shown = format!("Container {name}");
    progress.event(&shown, State::Working, "Creating").await;
    let purpose = Purpose { number, aliases: true, ..Purpose::default() };
    match raw(c, model, &name, purpose, progress).await {
        Ok(id) => {
            progress.event(&shown, State::Done, "Created").await;
            Ok(id)
        }
        Err(failure) => {
            progress.event(&shown, State::Error, &failure.text).await;
            Err(failure)
        }
    }
}

/// A container in another's place: made under another name, then the old one goes, then it gets the name.
pub async fn again(
    c: &Compose,
    model: &Model<'_>,
    old: &ContainerSummary,
    (inherit, timeout): (bool, Option<i64>),
    progress: &Progress,
) -> Outcome {
    let shown = containers::shown(old);
    progress.event(&shown, State::Working, "Recreate").await;
    let result = replace(c, model, old, (inherit, timeout), progress).await;
    match &result {
        Ok(()) => progress.event(&shown, State::Done, "Recreated").await,
        Err(failure) => progress.event(&shown, State::Error, &failure.text).await,
    }
    result
}

async fn replace(
    c: &Compose,
    model: &Model<'_>,
    old: &ContainerSummary,
    (inherit, timeout): (bool, Option<i64>),
    progress: &Progress,
) -> Outcome {
    let number = containers::number(old);
    let name = container_name(c, model, number);
    let short = old.id.get(..12).unwrap_or(&old.id);
    let temporary = format!("{short}_{name}");
    let replaced = match model.service.container_name.as_str() {
        "" => format!("{}{}{number}", model.name, c.separator),
        own => own.to_string(),
    };
    let mut all = model.labels.clone();
    all.insert(labels::REPLACE.to_string(), replaced);
    let model = Model {
        project: model.project,
        name: model.name,
        value: model.value,
        service: model.service.clone(),
        image_id: model.image_id.clone(),
        labels: all,
    };
    let purpose =
        Purpose { number, inherit: inherit.then_some(old), aliases: true, ..Purpose::default() };
    let id = raw(c, &model, &temporary, purpose, progress).await?;
    let engine = c.engine()?;
    let stop = StopOptions { signal: None, timeout };
    crate::docker::container::each::settled(engine.container_stop(&c.cli.p, &old.id, &stop).await)?;
    engine.container_remove(&c.cli.p, &old.id, RemoveOptions::default()).await?;
    engine.container_rename(&id, &name)?;
    Ok(())
}

/// Links by the old way: names of other services' containers.
pub fn links(c: &Compose, model: &Model<'_>, number: i64) -> Result<Vec<String>, Failure> {
    let mut all = Vec::new();
    for link in &model.service.links {
        let (service, alias) = link.split_once(':').unwrap_or((link, link));
        let found = containers::list(
            &c.engine()?,
            &model.project.name,
            OneOff::Exclude,
            true,
            &[service.to_string()],
        )?;
        for other in found {
            let name = containers::name(&other);
            let n = number.to_string();
            all.push(format!("{name}:{alias}"));
            all.push(format!("{name}:{}", [service, &n].join(c.separator)));
            all.push(format!("{name}:{}", [&model.project.name, service, &n].join(c.separator)));
        }
    }
    for link in &model.service.external_links {
        let (other, alias) = link.split_once(':').unwrap_or((link, link));
        all.push(format!("{other}:{alias}"));
    }
    Ok(all)
}
