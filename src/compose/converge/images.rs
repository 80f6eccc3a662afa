//! Images that a project's services need: looked for, pulled, built.

use super::bake;
use super::containers::labels;
use crate::compose::command::{Compose, LABEL_VERSION};
use crate::compose::progress::{Progress, State};
use crate::compose::project::service::{Build, Service};
use crate::compose::project::{Project, image_of, text};
use crate::docker::build::display::{Display, Style};
use crate::docker::build::{context, unread};
use crate::docker::command::{Failure, Outcome};
use crate::docker::opts::platform;
use crate::engine::ErrorKind;
use crate::engine::api::build::BuildOptions;
use crate::golang::quote::quote;
use data_encoding::HEXLOWER;
use serde_json::Value;
use std::collections::BTreeMap;

/// Which services are built, and how much is said of it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Build nothing.
    pub never: bool,
    /// Only these; all, where none is named.
    pub only: Vec<String>,
    /// Pull without telling of it.
    pub quiet_pull: bool,
    /// Build without telling of it.
    pub quiet_build: bool,
}

/// The ids of the images that are here, by the names that services give them.
pub fn local(c: &Compose, project: &Project) -> Result<BTreeMap<String, String>, Failure> {
    // Where the engine is shows by itself; that it does not answer shows by the first image.
    c.cli.addressed()?;
    let unable = |image: &str, f: Failure| {
        Failure::from(format!("unable to get image '{image}': {}", f.text))
    };
    let mut found = BTreeMap::new();
    for (name, service) in &project.services {
        let image = image_of(service, name, &project.name);
        let engine = c.engine().map_err(|f| unable(&image, f))?;
        match engine.look().image_inspect(&image) {
            Ok(there) => {
                found.insert(image, there.id);
            }
            Err(e) if e.kind == ErrorKind::NotFound => {}
            Err(e) => return Err(unable(&image, e.into())),
        }
    }
    Ok(found)
}

/// Sees to it that all images are there; their ids.
pub async fn ensure(
    c: &Compose,
    project: &Project,
    plan: &Plan,
    progress: &Progress,
) -> Result<BTreeMap<String, String>, Failure> {
    let here = local(c, project)?;
    for (name, service) in &project.services {
        let image = image_of(service, name, &project.name);
        let asked = text(service, "platform");
        if !asked.is_empty() && here.contains_key(&image) {
            platform::parse(asked)?;
        }
        if !must_pull(service, here.contains_key(&image)) {
            continue;
        }
        let built = service.get("build").is_some();
        match pull(c, (name, service), plan.quiet_pull, progress).await {
            Err(failure) if !built => return Err(failure),
            _ => {}
        }
    }
    let here = local(c, project)?;
    if !plan.never {
        for name in crate::compose::converge::order::layers(project).concat() {
            let service = &project.services[&name];
            if service.get("build").is_none() || !plan.only.is_empty() && !plan.only.contains(&name)
            {
                continue;
            }
            let image = image_of(service, &name, &project.name);
            if here.contains_key(&image) && text(service, "pull_policy") != "build" {
                continue;
            }
            let extra = Extra { quiet: plan.quiet_build, ..Extra::default() };
            let told = build(c, project, &name, &extra, progress).await?;
            progress.event(&told, State::Done, "Built").await;
        }
    }
    local(c, project)
}

fn must_pull(service: &Value, here: bool) -> bool {
    if service.get("provider").is_some() || text(service, "image").is_empty() {
        return false;
    }
    let built = service.get("build").is_some();
    match text(service, "pull_policy") {
        "always" => true,
        "never" | "build" => false,
        // Times of earlier pulls are not kept: what is here is young enough.
        _ => !here && !built,
    }
}

/// Pulls a service's image.
pub async fn pull(
    c: &Compose,
    (name, service): (&str, &Value),
    quiet: bool,
    progress: &Progress,
) -> Outcome {
    progress.text(name, State::Working, "Pulling", "").await;
    let image = text(service, "image");
    if c.dry.is_some() {
        return imagined_pull(c, name, image, progress).await;
    }
    let mut work = c.engine()?.look().image_pull(&c.cli.p, image, false);
    while let Some(m) = work.next().await {
        if quiet
            || m.id.is_empty()
            || m.progress_detail.is_none() && m.status.starts_with("Pulling from")
        {
            continue;
        }
        let done =
            matches!(m.status.as_str(), "Pull complete" | "Already exists" | "Download complete");
        let state = if done { State::Done } else { State::Working };
        let moving = m.progress_detail.as_ref().is_some_and(|d| d.total > 0);
        if moving && c.style != crate::compose::progress::Style::Terminal {
            continue;
        }
        progress.full(&m.id, name, state, &m.status, "").await;
    }
    match work.result().await {
        Ok(_) => {
            progress.text(name, State::Done, "Pulled", "").await;
            Ok(())
        }
        Err(e) => {
            let (state, word) = match service.get("build") {
                Some(_) => (State::Warning, "Warning"),
                None => (State::Error, "Error"),
            };
            progress.text(name, state, word, &e.message).await;
            Err(e.into())
        }
    }
}

/// What the command line adds to a build.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Do every step again.
    pub no_cache: bool,
    /// Ask for newer images to build on.
    pub pull: bool,
    /// Values of ARGs.
    pub args: Vec<String>,
    /// Say nothing.
    pub quiet: bool,
}

/// What a dry run tells of an image that would be pulled, once the registry has been asked for it.
async fn imagined_pull(c: &Compose, name: &str, image: &str, progress: &Progress) -> Outcome {
    let told = match c.engine()?.look().image_remote(image) {
        Ok(Some(_)) => {
            progress.text(name, State::Done, "Pulled", "").await;
            return Ok(());
        }
        Ok(None) => format!("failed to resolve reference {}: not found", quote(image)),
        Err(e) => e.message,
    };
    progress.text(name, State::Error, "Error", &told).await;
    Err(told.into())
}

/// What a dry run tells of an image that would be built.
async fn imagined_build(name: &str, image: &str, progress: &Progress) {
    use sha1::Digest;
    let id = HEXLOWER.encode(&sha1::Sha1::digest(name.as_bytes()));
    let vertex = format!("{name} ==>");
    for step in [format!("writing image dryRun-{id}"), format!("naming to {image}")] {
        progress.text(&vertex, State::Done, &format!("==> {step}"), "").await;
    }
}

/// Builds a service's image; the name by which to tell of it.
pub async fn build(
    c: &Compose,
    project: &Project,
    name: &str,
    extra: &Extra,
    progress: &Progress,
) -> Result<String, Failure> {
    let image = image_of(&project.services[name], name, &project.name);
    if c.dry.is_some() {
        imagined_build(name, &image, progress).await;
        return Ok(name.to_string());
    }
    really_build(c, project, (name, &image), extra).await?;
    Ok(image)
}

async fn really_build(
    c: &Compose,
    project: &Project,
    (name, image): (&str, &str),
    extra: &Extra,
) -> Outcome {
    let value = &project.services[name];
    let service = Service::of(value)?;
    let Some(build) = service.build else { return Ok(()) };
    let style = match extra.quiet {
        true => Style::Quiet,
        false if c.cli.p.isatty(1) && c.style == crate::compose::progress::Style::Terminal => {
            Style::Terminal
        }
        false => Style::Plain,
    };
    let target = bake::target(project, (&build, image), &labels_of(project, name, &build), extra);
    let told = bake::definition(vec![(name.to_string(), target)]).len() as u64;
    let mut display = Display::new(&c.cli, style).after_bake(told);
    let show = |text: String| async move {
        c.cli.write(1, &crate::vfs::text::encode(&text)).await;
    };
    show(display.begin()).await;
    let options = match options(c, project, (name, &build, image), extra).await {
        Ok(options) => options,
        Err(failure) => {
            let file = bake::dockerfile(&build);
            let file = file.rsplit('/').next().unwrap_or_default();
            show(unread(&mut display, &failure, file, false, c.cli.p.now())).await;
            return Err(bake::passed_on(&failure.text).into());
        }
    };
    let mut display = display.of(&options);
    let mut work = c.engine()?.look().image_build(&c.cli.p, options);
    while let Some(event) = work.next().await {
        show(display.event(&event, c.cli.p.now())).await;
    }
    let result = work.result().await;
    show(display.end(result.is_ok(), c.cli.p.now())).await;
    match result {
        Ok(_) => {
            show(display.provenance()).await;
            show(display.findings()).await;
            Ok(())
        }
        Err(e) if matches!(e.kind, ErrorKind::NotImplemented | ErrorKind::Interrupted) => {
            Err(e.into())
        }
        Err(e) => {
            let shown = display.excerpts();
            Err(bake::passed_on(&format!("{shown}failed to solve: {}", e.message)).into())
        }
    }
}

/// What `docker compose build --print` shows of these services.
pub fn definition(
    project: &Project,
    services: &[String],
    extra: &Extra,
) -> Result<String, Failure> {
    let mut targets = Vec::new();
    for name in services {
        let value = &project.services[name];
        if let Some(build) = Service::of(value)?.build {
            let image = image_of(value, name, &project.name);
            let labels = labels_of(project, name, &build);
            let target = bake::target(project, (&build, &image), &labels, extra);
            targets.push((name.clone(), target));
        }
    }
    Ok(bake::definition(targets))
}

/// The values of ARGs; none for one that no variable gives.
pub(super) fn arguments(
    project: &Project,
    build: &Build,
    extra: &Extra,
) -> BTreeMap<String, Option<String>> {
    let mut all = build.args.clone();
    for arg in &extra.args {
        let (name, value) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value.to_string())),
            None => (arg.as_str(), project.env.get(arg).cloned()),
        };
        all.insert(name.to_string(), value);
    }
    all
}

/// The labels of a built image: its own and Compose's.
fn labels_of(project: &Project, service: &str, build: &Build) -> BTreeMap<String, String> {
    let mut labels = build.labels.clone();
    for (name, value) in [
        (labels::PROJECT, project.name.as_str()),
        (labels::SERVICE, service),
        (labels::VERSION, LABEL_VERSION),
    ] {
        labels.insert(name.to_string(), value.to_string());
    }
    labels
}

async fn options(
    c: &Compose,
    project: &Project,
    (service, build, image): (&str, &Build, &str),
    extra: &Extra,
) -> Result<BuildOptions, Failure> {
    if let Some((name, _)) =
        build.additional_contexts.iter().find(|(_, from)| from.starts_with("service:"))
    {
        return Err(Failure::gap(
            &format!("the additional build context {}", quote(name)),
            "services are built one after the other",
        ));
    }
    let others = build.additional_contexts.iter().map(|(name, from)| format!("{name}={from}"));
    let others: Vec<String> = others.collect();
    let dockerfile = bake::dockerfile(build);
    let mut gathered = match build.dockerfile_inline.is_empty() {
        true => context::gather(&c.cli, &build.context, &dockerfile).await?,
        false => context::gather_with(&c.cli, &build.context, &build.dockerfile_inline).await?,
    };
    let mut secrets = BTreeMap::new();
    for secret in &build.secrets {
        let Some(defined) = project.secrets.get(&secret.source) else { continue };
        let bytes = match text(defined, "file") {
            "" => {
                let value = project.env.get(text(defined, "environment")).cloned();
                crate::vfs::text::encode(&value.unwrap_or_default()).into_owned()
            }
            path => c.cli.p.read_file(path).map_err(|e| {
                format!(
                    "failed to stat {path}: stat {path}: {}",
                    crate::docker::context::store::lower(e)
                )
            })?,
        };
        secrets.insert(bake::secret_id(secret).to_string(), bytes);
    }
    Ok(BuildOptions {
        context: std::mem::take(&mut gathered.context),
        dockerfile: gathered.dockerfile,
        dockerfile_name: gathered.name,
        origin: build.context.clone(),
        ignore: gathered.ignored,
        tags: bake::tags(build, image),
        build_args: arguments(project, build, extra),
        labels: labels_of(project, service, build),
        target: build.target.clone(),
        no_cache: build.no_cache || extra.no_cache,
        pull: build.pull || extra.pull,
        network_mode: build.network.clone(),
        platform: build.platforms.first().cloned().unwrap_or_default(),
        shm_size: build.shm_size,
        ulimits: super::limits::ulimits(&build.ulimits),
        extra_hosts: build.extra_hosts.iter().map(|h| h.replacen('=', ":", 1)).collect(),
        secrets,
        contexts: context::named(&c.cli, &others).await?,
        ..BuildOptions::default()
    })
}
