//! All of a project's containers made what the project says: missing ones made, changed ones made anew,
//! those too many removed.

use super::containers::{self, OneOff, label, labels};
use super::images::{self, Plan};
use super::order;
use super::request::Model;
use super::{create, hash, networks, stop, volumes};
use crate::compose::command::Compose;
use crate::compose::progress::{Progress, State};
use crate::compose::project::service::Service;
use crate::compose::project::{Project, consistency, image_of, names, on, scale, text};
use crate::docker::command::{Failure, Outcome};
use crate::engine::api::container::ContainerSummary;
use crate::golang::quote::quote;
use serde_json::Value;
use std::collections::BTreeMap;

/// When a container is made anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Recreate {
    /// When what it was made by has changed.
    #[default]
    Diverged,
    /// Always.
    Force,
    /// Never.
    Never,
}

/// How to bring a project about.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The services that were named.
    pub services: Vec<String>,
    /// For these.
    pub recreate: Recreate,
    /// For what they depend on.
    pub recreate_dependencies: Recreate,
    /// New containers take anonymous volumes over.
    pub inherit: bool,
    /// Seconds that a container has to stop.
    pub timeout: Option<i64>,
    /// Remove containers of services that are no more.
    pub remove_orphans: bool,
    /// Say nothing of them.
    pub ignore_orphans: bool,
    /// Answer questions with yes.
    pub yes: bool,
    /// Images.
    pub images: Plan,
}

/// What is there.
struct Seen {
    images: BTreeMap<String, String>,
    networks: BTreeMap<String, String>,
    volumes: BTreeMap<String, String>,
}

/// Brings it about; nothing is started.
pub async fn create(c: &Compose, project: &Project, o: &Options, progress: &Progress) -> Outcome {
    consistency::container_names(project)?;
    let images = images::ensure(c, project, &o.images, progress).await?;
    let networks = networks::ensure(c, project, progress).await?;
    let volumes = volumes::ensure(c, project, o.yes, progress).await?;
    let seen = Seen { images, networks, volumes };
    orphans(c, project, o, progress).await?;
    let named = |name: &String| o.services.is_empty() || o.services.contains(name);
    for layer in order::layers(project) {
        for name in &layer {
            let recreate = if named(name) { o.recreate } else { o.recreate_dependencies };
            service(c, project, name, &seen, (recreate, o), progress).await?;
        }
    }
    Ok(())
}

/// Containers of services that the project no longer has.
pub fn is_orphan(project: &Project, c: &ContainerSummary) -> bool {
    if containers::is_one_off(c) {
        return matches!(c.state.as_str(), "exited" | "dead");
    }
    let service = label(c, labels::SERVICE);
    !project.services.contains_key(service) && !project.disabled.contains_key(service)
}

async fn orphans(c: &Compose, project: &Project, o: &Options, progress: &Progress) -> Outcome {
    let all = containers::list(&c.engine()?, &project.name, OneOff::Include, true, &[])?;
    let orphans: Vec<ContainerSummary> =
        all.into_iter().filter(|x| is_orphan(project, x)).collect();
    if orphans.is_empty() || o.ignore_orphans {
        return Ok(());
    }
    if o.remove_orphans {
        return order::all(orphans.iter().map(|x| stop::remove(c, x, None, false, progress))).await;
    }
    let names: Vec<String> = orphans.iter().map(containers::name).collect();
    c.warn(&format!(
        "Found orphan containers ([{}]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up.",
        names.join(" ")
    ))
    .await;
    Ok(())
}

/// A service as containers are made of it: other services' containers found, links resolved.
pub fn model<'a>(
    c: &Compose,
    project: &'a Project,
    (name, value): (&'a str, &'a Value),
    image_id: Option<String>,
) -> Result<Model<'a>, Failure> {
    let mut service = Service::of(value)?;
    let engine = c.engine()?;
    let first = |other: &str, what: &str| -> Result<String, Failure> {
        let found =
            containers::list(&engine, &project.name, OneOff::Exclude, true, &[other.to_string()])?;
        match found.into_iter().min_by_key(containers::name) {
            Some(x) => Ok(x.id),
            None => {
                Err(format!("cannot share {what} with service {other}: container missing").into())
            }
        }
    };
    for from in &mut service.volumes_from {
        let mut parts = from.split(':');
        let head = parts.next().unwrap_or_default();
        *from = match head {
            "container" => parts.next().unwrap_or_default().to_string(),
            other => first(other, "volume")?,
        };
    }
    for (field, what) in [
        (&mut service.network_mode, "network namespace"),
        (&mut service.ipc, "IPC namespace"),
        (&mut service.pid, "PID namespace"),
    ] {
        if let Some(other) = field.strip_prefix("service:") {
            *field = format!("container:{}", first(other, what)?);
        }
    }
    Ok(Model { project, name, value, service, image_id, labels: BTreeMap::new() })
}

async fn service(
    c: &Compose,
    project: &Project,
    name: &str,
    seen: &Seen,
    (recreate, o): (Recreate, &Options),
    progress: &Progress,
) -> Outcome {
    let value = &project.services[name];
    if value.get("provider").is_some() {
        return Err(Failure::gap(
            &format!("the provider of service {}", quote(name)),
            "providers are programs that do not run here",
        ));
    }
    let expected = scale(value);
    if expected > 1 && !text(value, "container_name").is_empty() {
        return Err(format!(
            "WARNING: The {} service is using the custom container name {}. Docker requires each container to have a unique name. Remove the custom name to scale the service",
            quote(name),
            quote(text(value, "container_name"))
        )
        .into());
    }
    let engine = c.engine()?;
    let mut there: Vec<ContainerSummary> =
        containers::list(&engine, &project.name, OneOff::Exclude, true, &[name.to_string()])?;
    let image = image_of(value, name, &project.name);
    let image_id = seen.images.get(&image).cloned();
    let stale = |x: &ContainerSummary| must_recreate(value, x, image_id.as_deref(), seen, recreate);
    // What is too many is at the end. Those that are up to date come first, by number; the others stay as they
    // are listed, the newest first.
    there.sort_by_key(|x| if stale(x) { (true, 0) } else { (false, containers::number(x)) });
    let mut model = model(c, project, (name, value), image_id.clone())?;
    model.service.links = create::links(c, &model, 1)?;
    let next = there.iter().map(containers::number).max().unwrap_or(0) + 1;
    let keep = usize::try_from(expected).unwrap_or(0).min(there.len());
    for x in &there[..keep] {
        if stale(x) {
            dependents(c, project, name, progress).await?;
            create::again(c, &model, x, (o.inherit, o.timeout), progress).await?;
            continue;
        }
        match x.state.as_str() {
            "running" => progress.event(&containers::shown(x), State::Done, "Running").await,
            "created" | "restarting" | "exited" => {}
            _ => {
                progress.event(&containers::shown(x), State::Working, "Restart").await;
                engine.container_start(&x.id)?;
                progress.event(&containers::shown(x), State::Done, "Restarted").await;
            }
        }
    }
    order::all(there[keep..].iter().map(|x| stop::remove(c, x, o.timeout, false, progress)))
        .await?;
    for number in next..next + (expected - there.len() as i64).max(0) {
        create::fresh(c, &model, number, progress).await?;
    }
    Ok(())
}

/// Stops what must start again when a service's containers are made anew.
async fn dependents(c: &Compose, project: &Project, name: &str, progress: &Progress) -> Outcome {
    let restart =
        |s: &Value| s.get("depends_on").and_then(|d| d.get(name)).is_some_and(|d| on(d, "restart"));
    let all: Vec<String> =
        project.services.iter().filter(|(_, s)| restart(s)).map(|(n, _)| n.clone()).collect();
    if all.is_empty() {
        return Ok(());
    }
    stop::services(c, project, &all, None, progress).await
}

fn must_recreate(
    value: &Value,
    x: &ContainerSummary,
    image_id: Option<&str>,
    seen: &Seen,
    recreate: Recreate,
) -> bool {
    match recreate {
        Recreate::Never => return false,
        Recreate::Force => return true,
        Recreate::Diverged => {}
    }
    if label(x, labels::HASH) != hash::service(value)
        || label(x, labels::IMAGE) != image_id.unwrap_or_default()
    {
        return true;
    }
    if x.state == "running" {
        let on_it = |id: &String| x.networks.values().any(|n| n.network_id == *id);
        let needed = names(value, "networks");
        if needed.iter().filter_map(|n| seen.networks.get(n)).any(|id| !on_it(id)) {
            return true;
        }
    }
    let mounts = value.get("volumes").and_then(Value::as_array);
    mounts.into_iter().flatten().any(|m| {
        let volume = seen.volumes.get(text(m, "source"));
        let mounted = |v: &String| x.mounts.iter().any(|p| p.kind == "volume" && p.name == *v);
        text(m, "type") == "volume" && volume.is_some_and(|v| !mounted(v))
    })
}
