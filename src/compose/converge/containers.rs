//! The containers of a project, as their labels tell.

use crate::compose::daemon::Daemon;
use crate::compose::project::Project;
use crate::engine::api::container::{ContainerListOptions, ContainerSummary};
use crate::engine::api::filters::Filters;

/// Labels that Compose gives.
pub mod labels {
    /// The project.
    pub const PROJECT: &str = "com.docker.compose.project";
    /// The service.
    pub const SERVICE: &str = "com.docker.compose.service";
    /// Which of the service's containers.
    pub const NUMBER: &str = "com.docker.compose.container-number";
    /// The hash of what it was made by.
    pub const HASH: &str = "com.docker.compose.config-hash";
    /// Whether it was made by `run`.
    pub const ONEOFF: &str = "com.docker.compose.oneoff";
    /// What the service depends on.
    pub const DEPENDS: &str = "com.docker.compose.depends_on";
    /// The image's id.
    pub const IMAGE: &str = "com.docker.compose.image";
    /// The container in whose place it came.
    pub const REPLACE: &str = "com.docker.compose.replace";
    /// A random name.
    pub const SLUG: &str = "com.docker.compose.slug";
    /// The project's directory.
    pub const DIR: &str = "com.docker.compose.project.working_dir";
    /// Its files.
    pub const FILES: &str = "com.docker.compose.project.config_files";
    /// Its files of variables.
    pub const ENV_FILES: &str = "com.docker.compose.project.environment_file";
    /// The version of Compose.
    pub const VERSION: &str = "com.docker.compose.version";
    /// The name of a volume in the file.
    pub const VOLUME: &str = "com.docker.compose.volume";
    /// The name of a network in the file.
    pub const NETWORK: &str = "com.docker.compose.network";
}

/// Containers of `run`: all, none of them, or nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneOff {
    /// With them.
    Include,
    /// Without them.
    Exclude,
}

/// A label of a container.
pub fn label<'a>(c: &'a ContainerSummary, name: &str) -> &'a str {
    c.labels.get(name).map_or("", String::as_str)
}

/// Its name.
pub fn name(c: &ContainerSummary) -> String {
    let plain = c.names.iter().map(|n| n.trim_start_matches('/'));
    plain
        .clone()
        .find(|n| !n.contains('/'))
        .or(plain.clone().next())
        .unwrap_or_default()
        .to_string()
}

/// Its name in progress.
pub fn shown(c: &ContainerSummary) -> String {
    format!("Container {}", name(c))
}

/// Its number among the service's.
pub fn number(c: &ContainerSummary) -> i64 {
    label(c, labels::NUMBER).parse().unwrap_or(0)
}

/// Its name without the project's, where that is all there is to it.
pub fn short_name(c: &ContainerSummary, separator: &str) -> String {
    let name = name(c);
    let project = label(c, labels::PROJECT);
    let default = [project, label(c, labels::SERVICE), label(c, labels::NUMBER)].join(separator);
    match name == default {
        true => name[project.len() + separator.len()..].to_string(),
        false => name,
    }
}

/// Whether it was made by `run`.
pub fn is_one_off(c: &ContainerSummary) -> bool {
    label(c, labels::ONEOFF) == "True"
}

/// Those of these services.
pub fn of_services(all: &[ContainerSummary], services: &[String]) -> Vec<ContainerSummary> {
    let wanted = |c: &&ContainerSummary| services.iter().any(|s| s == label(c, labels::SERVICE));
    all.iter().filter(wanted).cloned().collect()
}

/// Those of a service, but for `run`'s, by number.
pub fn of_service(all: &[ContainerSummary], service: &str) -> Vec<ContainerSummary> {
    let mut found = of_services(all, &[service.to_string()]);
    found.retain(|c| !is_one_off(c));
    found.sort_by_key(number);
    found
}

/// The containers of a project; of some services only, where any are named. The newest comes first.
pub fn list(
    engine: &Daemon,
    project: &str,
    one_off: OneOff,
    all: bool,
    services: &[String],
) -> crate::engine::Result<Vec<ContainerSummary>> {
    let mut filters = Filters::new()
        .with("label", &format!("{}={project}", labels::PROJECT))
        .with("label", labels::HASH);
    if one_off == OneOff::Exclude {
        filters.add("label", &format!("{}=False", labels::ONEOFF));
    }
    let options = ContainerListOptions { all, filters, ..ContainerListOptions::default() };
    let mut found = engine.container_list(&options)?;
    if !services.is_empty() {
        found = of_services(&found, services);
    }
    Ok(found)
}

/// Those whose services the project has; all of them where the project is not known.
pub fn of_project(
    mut all: Vec<ContainerSummary>,
    project: Option<&Project>,
) -> Vec<ContainerSummary> {
    if let Some(project) = project {
        all.retain(|c| project.services.contains_key(label(c, labels::SERVICE)));
    }
    all
}

/// The container of a service that a verb is about.
pub fn pick(
    engine: &Daemon,
    project: &str,
    one_off: OneOff,
    all: bool,
    (service, index): (&str, i64),
) -> Result<ContainerSummary, crate::docker::command::Failure> {
    let mut found = list(engine, project, one_off, all, &[service.to_string()])?;
    if index > 0 {
        found.retain(|c| number(c) == index);
    }
    found.sort_by_key(|c| (is_one_off(c), number(c)));
    let quoted = crate::golang::quote::quote(service);
    match (found.into_iter().next(), index) {
        (Some(c), _) => Ok(c),
        (None, 0) => Err(format!("service {quoted} is not running").into()),
        (None, n) => Err(format!("service {quoted} is not running container #{n}").into()),
    }
}
