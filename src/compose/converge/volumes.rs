//! The project's volumes: made, told apart from others of the same name, found outside. One whose settings
//! have changed is only made anew when the user says so.

use super::containers::{self, OneOff, labels};
use super::networks::strings;
use super::{hash, stop};
use crate::compose::command::{Compose, LABEL_VERSION};
use crate::compose::progress::{Progress, State};
use crate::compose::project::{Project, on, text};
use crate::docker::command::{Failure, Outcome};
use crate::engine::ErrorKind;
use crate::engine::api::container::RemoveOptions;
use crate::engine::api::volume::VolumeCreate;
use crate::golang::quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// Sees to it that all volumes are there; their names.
pub async fn ensure(
    c: &Compose,
    project: &Project,
    yes: bool,
    progress: &Progress,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut names = BTreeMap::new();
    for (key, volume) in &project.volumes {
        self::volume(c, project, (key, volume), yes, progress).await?;
        names.insert(key.clone(), text(volume, "name").to_string());
    }
    Ok(names)
}

async fn volume(
    c: &Compose,
    project: &Project,
    (key, volume): (&String, &Value),
    yes: bool,
    progress: &Progress,
) -> Outcome {
    let engine = c.engine()?;
    let name = text(volume, "name");
    let there = match engine.look().volume_inspect(name) {
        Ok(there) => there,
        Err(e) if e.kind != ErrorKind::NotFound => return Err(e.into()),
        Err(_) if on(volume, "external") => {
            return Err(format!("external volume {} not found", quote(name)).into());
        }
        Err(_) => return make(c, project, (key, volume), progress).await,
    };
    if on(volume, "external") {
        return Ok(());
    }
    let had = there.labels.unwrap_or_default();
    let advice = "Use `external: true` to use an existing volume";
    match had.get(labels::PROJECT) {
        None => {
            c.warn(&format!(
                "volume {} already exists but was not created by Docker Compose. {advice}",
                quote(name)
            ))
            .await;
        }
        Some(other) if *other != project.name => {
            c.warn(&format!(
                "volume {} already exists but was created for project {} (expected {}). {advice}",
                quote(name),
                quote(other),
                quote(&project.name)
            ))
            .await;
        }
        Some(_) => {}
    }
    let changed = had.get(labels::HASH).is_some_and(|h| *h != hash::volume(volume));
    if !changed {
        return Ok(());
    }
    let question = format!(
        "Volume {} exists but doesn't match configuration in compose file. Recreate (data will be lost)?",
        quote(name)
    );
    if !yes && !ask(c, &question).await {
        return Ok(());
    }
    let users: Vec<String> = project
        .services
        .iter()
        .filter(|(_, s)| {
            let mounts = s.get("volumes").and_then(Value::as_array);
            mounts.into_iter().flatten().any(|m| text(m, "source") == key)
        })
        .map(|(n, _)| n.clone())
        .collect();
    stop::services(c, project, &users, None, progress).await?;
    for container in containers::list(&engine, &project.name, OneOff::Exclude, true, &users)? {
        let shown = containers::shown(&container);
        progress.event(&shown, State::Working, "Removing").await;
        engine.container_remove(&c.cli.p, &container.id, RemoveOptions::default()).await?;
        progress.event(&shown, State::Done, "Removed").await;
    }
    engine.volume_remove(&c.cli.p, name, true)?;
    make(c, project, (key, volume), progress).await
}

/// A question that is answered by yes or no; no, where nobody can answer.
pub async fn ask(c: &Compose, question: &str) -> bool {
    if c.cli.p.isatty(0) {
        c.cli
            .out(&format!("\x1b[1;92m? \x1b[0m\x1b[1;99m{question} \x1b[0m\x1b[37m(y/N) \x1b[0m"))
            .await;
    } else {
        c.cli.out(question).await;
    }
    let answer = c.cli.read_line().await.unwrap_or_default();
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "true" | "1" | "t")
}

async fn make(
    c: &Compose,
    project: &Project,
    (key, volume): (&String, &Value),
    progress: &Progress,
) -> Outcome {
    let name = text(volume, "name");
    let mut all = strings(volume, "labels");
    all.insert(labels::VOLUME.to_string(), key.clone());
    all.insert(labels::PROJECT.to_string(), project.name.clone());
    all.insert(labels::VERSION.to_string(), LABEL_VERSION.to_string());
    all.insert(labels::HASH.to_string(), hash::volume(volume));
    let shown = format!("Volume {name}");
    progress.event(&shown, State::Working, "Creating").await;
    let request = VolumeCreate {
        name: name.to_string(),
        driver: text(volume, "driver").to_string(),
        driver_opts: strings(volume, "driver_opts"),
        labels: all,
    };
    match c.engine()?.volume_create(&request) {
        Ok(_) => {
            progress.event(&shown, State::Done, "Created").await;
            Ok(())
        }
        Err(e) => {
            progress.event(&shown, State::Error, "Error").await;
            Err(e.into())
        }
    }
}
