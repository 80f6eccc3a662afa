//! Images that a project's services need: looked for, pulled, built.

use super::bake;
use crate::compose::command::Compose;
use crate::compose::progress::{Progress, State};
use crate::compose::project::service::{Build, Service};
use crate::compose::project::{Project, image_of, text};
use crate::docker::build::call::checked;
use crate::docker::build::display::{Display, Style};
use crate::docker::build::{context, unread};
use crate::docker::command::{Failure, Outcome};
use crate::docker::opts::platform;
use crate::engine::ErrorKind;
use crate::engine::api::build::{BuildOptions, Call};
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
        let mut names = crate::compose::converge::order::layers(project).concat();
        names.retain(|name| {
            let service = &project.services[name];
            let image = image_of(service, name, &project.name);
            let wanted = plan.only.is_empty() || plan.only.contains(name);
            let missing = !here.contains_key(&image) || text(service, "pull_policy") == "build";
            service.get("build").is_some() && wanted && missing
        });
        let extra = Extra { quiet: plan.quiet_build, ..Extra::default() };
        for told in build(c, project, &names, &extra, progress).await? {
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
    /// Only look for mistakes.
    pub check: bool,
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

/// Builds the images of services, together; the names by which to tell of them.
pub async fn build(
    c: &Compose,
    project: &Project,
    names: &[String],
    extra: &Extra,
    progress: &Progress,
) -> Result<Vec<String>, Failure> {
    let image = |name: &String| image_of(&project.services[name], name, &project.name);
    if c.dry.is_some() {
        for name in names {
            imagined_build(name, &image(name), progress).await;
        }
        return Ok(names.to_vec());
    }
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let style = match extra.quiet {
        true => Style::Quiet,
        false if c.cli.p.isatty(1) && c.style == crate::compose::progress::Style::Terminal => {
            Style::Terminal
        }
        false => Style::Plain,
    };
    let told = definition(project, names, extra)?.len() as u64;
    let mut display = Display::new(&c.cli, style).after_bake(told);
    show(c, display.begin()).await;
    let mut failed = false;
    let mut names = names.to_vec();
    if extra.check {
        names.sort();
    }
    for (n, name) in names.iter().enumerate() {
        if extra.check && n > 0 {
            c.cli.line("").await;
        }
        display.aim(if names.len() > 1 { name } else { "" });
        (display, failed) = build_one(c, project, name, (display, failed), extra).await?;
    }
    if failed {
        return Err("failed to execute bake: exit status 1".into());
    }
    let mut built: Vec<String> = names.iter().map(image).collect();
    built.sort();
    Ok(built)
}

async fn show(c: &Compose, text: String) {
    c.cli.write(1, &crate::vfs::text::encode(&text)).await;
}

/// Builds one of them, or looks for its mistakes; whether any were found is the second.
async fn build_one(
    c: &Compose,
    project: &Project,
    name: &str,
    (mut display, failed): (Display, bool),
    extra: &Extra,
) -> Result<(Display, bool), Failure> {
    let service = Service::of(&project.services[name])?;
    let Some(build) = service.build else { return Ok((display, failed)) };
    let image = image_of(&project.services[name], name, &project.name);
    let options = match options(c, project, (name, &build, &image), extra).await {
        Ok(options) => options,
        Err(failure) => {
            let file = bake::dockerfile(&build);
            let file = file.rsplit('/').next().unwrap_or_default();
            show(c, unread(&mut display, &failure, file, false, c.cli.p.now())).await;
            return Err(bake::passed_on(&failure.text).into());
        }
    };
    let mut display = display.of(&options);
    let mut work = c.engine()?.look().image_build(&c.cli.p, options);
    while let Some(event) = work.next().await {
        show(c, display.event(&event, c.cli.p.now())).await;
    }
    let result = work.result().await;
    show(c, display.end(result.is_ok(), c.cli.p.now())).await;
    match result {
        Ok(built) => {
            if let Some(answer) = &built.answer {
                c.cli.line(&format!("{name}\n")).await;
                let (_, text) = display.file();
                let well = checked(&c.cli, answer, (&bake::dockerfile(&build), text)).await;
                return Ok((display, failed || !well));
            }
            show(c, display.provenance(c.cli.p.now())).await;
            show(c, display.findings()).await;
            Ok((display, failed))
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
            let labels = bake::labels(project, name, &build);
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
        labels: bake::labels(project, service, build),
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
        call: if extra.check { Call::Check } else { Call::Build },
        ..BuildOptions::default()
    })
}
