//! `docker compose down`: containers and networks go; volumes and images only when told to.

use crate::compose::command::{Args, Compose, Verb, truth};
use crate::compose::converge::containers::{self, OneOff, labels, of_services};
use crate::compose::converge::{ensure, networks, order, remains, stop};
use crate::compose::progress::{Progress, State, shown};
use crate::compose::project::select::no_such;
use crate::compose::project::{Project, image_of, on, text};
use crate::docker::command::{Failure, Outcome};
use crate::docker::flags::{Flag, Kind, Matches, flag, switch, text as text_flag};
use crate::engine::ErrorKind;
use crate::engine::api::filters::Filters;
use crate::engine::api::image::ImageListOptions;
use crate::engine::images::reference::Reference;
use crate::golang::quote::quote;
use std::collections::BTreeSet;

static FLAGS: &[Flag] = &[
    switch("remove-orphans", "Also containers of services that are not in the file"),
    text_flag("rmi", "Also images: \"local\" for those without a name of their\nown, or \"all\""),
    flag("timeout", Kind::Int, "Seconds that containers have to stop").short('t'),
    switch("volume", "The same as --volumes").hidden(),
    switch("volumes", "Also the volumes that the file lists, and those without a\nname that belong to the containers")
        .short('v'),
];

/// The verb.
pub static VERB: Verb = Verb {
    name: "down",
    usage: "[OPTIONS] [SERVICES]",
    about: "Stop and remove containers and networks",
    args: Args::Any,
    flags: FLAGS,
    run: |c, m| Box::pin(run(c, m)),
    ..Verb::PLAIN
};

/// What else is to go.
pub struct Options {
    /// Only these services.
    pub services: Vec<String>,
    /// Orphans.
    pub orphans: bool,
    /// Volumes.
    pub volumes: bool,
    /// Images: `all`, `local` or none.
    pub images: String,
    /// Seconds to stop.
    pub timeout: Option<i64>,
}

async fn run(c: Compose, m: Matches) -> Outcome {
    let images = m.text("rmi");
    if !matches!(images, "" | "all" | "local") {
        return Err(format!("invalid value for --rmi: {}", quote(images)).into());
    }
    let orphans = match m.given("remove-orphans") {
        true => m.on("remove-orphans"),
        false => truth(&c.cli, "COMPOSE_REMOVE_ORPHANS"),
    };
    if m.given("volume") {
        c.warn("--volume is deprecated, please use --volumes").await;
    }
    let (project, name) = c.project_or_name(&m.args).await?;
    let options = Options {
        services: m.args.clone(),
        orphans,
        volumes: m.on("volumes") || m.on("volume"),
        images: images.to_string(),
        timeout: m.given("timeout").then(|| m.number("timeout")),
    };
    shown(&c, "Running", |progress| {
        let c = c.clone();
        async move { down(&c, project, &name.to_lowercase(), &options, &progress).await }
    })
    .await
}

/// Takes a project down.
pub async fn down(
    c: &Compose,
    project: Option<Project>,
    name: &str,
    o: &Options,
    progress: &Progress,
) -> Outcome {
    let explicit = project.is_some();
    let project = remains::or(c, project, name)?;
    let mut services = Vec::new();
    for wanted in &o.services {
        match project.services.contains_key(wanted) {
            true => services.push(wanted.clone()),
            false if explicit => return Err(no_such(&project, wanted).into()),
            false => {}
        }
    }
    if !o.services.is_empty() && services.is_empty() {
        return Ok(());
    }
    let one_off = if o.orphans { OneOff::Include } else { OneOff::Exclude };
    let all = containers::list(&c.engine()?, name, one_off, true, &[])?;
    let mut layers = order::layers(&project);
    layers.reverse();
    order::each(layers, |service| {
        let found = of_services(&all, &[service]);
        async move {
            order::all(found.iter().map(|x| stop::remove(c, x, o.timeout, o.volumes, progress)))
                .await
        }
    })
    .await?;
    if o.orphans {
        let orphans = all.iter().filter(|x| ensure::is_orphan(&project, x));
        order::all(orphans.map(|x| stop::remove(c, x, o.timeout, false, progress))).await?;
    }
    let mut something = !all.is_empty();
    for (key, network) in project.networks.iter().filter(|(_, n)| !on(n, "external")) {
        something = true;
        self::network(c, &project, (key, text(network, "name")), progress).await?;
    }
    if !o.images.is_empty() {
        for image in images(c, &project, o)? {
            something = true;
            self::image(c, &image, progress).await?;
        }
    }
    if o.volumes {
        for volume in project.volumes.values().filter(|v| !on(v, "external")) {
            something = true;
            self::volume(c, text(volume, "name"), progress).await?;
        }
    }
    if !something {
        c.warn(&format!("Warning: No resource found to remove for project {}.", quote(name))).await;
    }
    Ok(())
}

async fn network(
    c: &Compose,
    project: &Project,
    (key, name): (&str, &str),
    progress: &Progress,
) -> Outcome {
    let engine = c.engine()?;
    let found = networks::made(&engine, &project.name, key)?;
    if found.is_empty() {
        return Ok(());
    }
    let shown = format!("Network {name}");
    progress.event(&shown, State::Working, "Removing").await;
    let mut gone = false;
    for (_, id) in found.iter().filter(|(n, _)| n == name) {
        let network = engine.look().network_inspect(id)?;
        gone = true;
        if !network.containers.is_empty() {
            progress.event(&shown, State::Warning, "Resource is still in use").await;
            continue;
        }
        match engine.network_remove(id) {
            Ok(()) => progress.event(&shown, State::Done, "Removed").await,
            Err(e) if e.kind == ErrorKind::NotFound => {}
            Err(e) => {
                progress.event(&shown, State::Error, "Error").await;
                let told = Failure::from(e);
                return Err(format!("failed to remove network {name}: {}", told.text).into());
            }
        }
    }
    if !gone {
        progress.event(&shown, State::Warning, "No resource found to remove").await;
    }
    Ok(())
}

/// How the removal of a thing that others may use is told.
async fn told(result: crate::engine::Result<()>, shown: &str, progress: &Progress) -> Outcome {
    match result {
        Ok(()) => progress.event(shown, State::Done, "Removed").await,
        Err(e) if e.kind == ErrorKind::Conflict => {
            progress.event(shown, State::Warning, "Resource is still in use").await;
        }
        Err(e) if e.kind == ErrorKind::NotFound => {
            progress.event(shown, State::Done, "Warning: No resource found to remove").await;
        }
        Err(e) => return Err(e.into()),
    }
    Ok(())
}

async fn volume(c: &Compose, name: &str, progress: &Progress) -> Outcome {
    let engine = c.engine()?;
    if engine.look().volume_inspect(name).is_err_and(|e| e.kind == ErrorKind::NotFound) {
        return Ok(());
    }
    let shown = format!("Volume {name}");
    progress.event(&shown, State::Working, "Removing").await;
    told(engine.volume_remove(&c.cli.p, name, true), &shown, progress).await
}

async fn image(c: &Compose, name: &str, progress: &Progress) -> Outcome {
    let shown = format!("Image {name}");
    progress.event(&shown, State::Working, "Removing").await;
    let result = c.engine()?.image_remove(&c.cli.p, name);
    told(result, &shown, progress).await
}

/// The images that go, by their familiar names.
fn images(c: &Compose, project: &Project, o: &Options) -> Result<BTreeSet<String>, Failure> {
    let engine = c.engine()?;
    let mut names = BTreeSet::new();
    let mut add = |name: &str| {
        let familiar = Reference::parse(name).map(|r| r.tagged().familiar());
        names.insert(familiar.unwrap_or_else(|_| name.to_string()));
    };
    for (name, service) in &project.services {
        let own = !text(service, "image").is_empty();
        let image = image_of(service, name, &project.name);
        if (o.images == "all" || !own) && engine.look().image_inspect(&image).is_ok() {
            add(&image);
        }
    }
    let label = format!("{}={}", labels::PROJECT, project.name);
    let filters = Filters::new().with("label", &label).with("dangling", "false");
    let options = ImageListOptions { filters, ..ImageListOptions::default() };
    for image in engine.look().image_list(&options)? {
        let service = image.labels.unwrap_or_default().get(labels::SERVICE).cloned();
        let known = service.is_some_and(|s| project.services.contains_key(&s));
        if let Some(tag) = image.repo_tags.first().filter(|_| o.orphans || known) {
            add(tag);
        }
    }
    Ok(names)
}
