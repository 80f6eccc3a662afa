//! What ends a command before it begins: no engine that could be reached, or one whose API is too old.
//! Where engines are is `hosts`'s.

use super::cli::Cli;
use super::command::Outcome;
use super::flags::{Flag, Matches};

/// The version of the API that a command needs, where its table in docker/cli names one.
fn needs(path: &str) -> Option<&'static str> {
    let mut words = path.split(' ').skip(1);
    match (words.next()?, words.next()) {
        ("network" | "volume", Some("prune")) => Some("1.25"),
        ("network" | "volume", _) => Some("1.21"),
        ("swarm", Some("ca")) | ("config", _) => Some("1.30"),
        ("service", Some("logs")) => Some("1.29"),
        ("service", Some("rollback")) => Some("1.31"),
        ("plugin", Some("upgrade")) => Some("1.26"),
        ("swarm" | "node" | "service", _) => Some("1.24"),
        ("plugin" | "secret" | "stack", _) => Some("1.25"),
        ("container" | "image" | "system", Some("prune")) | ("system", Some("df")) => Some("1.25"),
        _ => None,
    }
}

/// The same for what docker leaves to the program for builds, which finds out about contexts itself.
fn builder(cli: &Cli) -> Outcome {
    let alias = cli.settings.file().pointer("/aliases/builder").and_then(|name| name.as_str());
    if alias.is_some_and(|name| !matches!(name, "" | "buildx")) {
        return Err("ERROR: BuildKit is enabled but the buildx component is missing or broken.\n       Install the buildx component to build images with BuildKit:\n       https://docs.docker.com/go/buildx/".into());
    }
    match cli.addressed() {
        Err(failure) if cli.settings.has_context() => {
            let bare = failure.text.trim_start_matches("Failed to initialize: ");
            let bare = bare.trim_start_matches("unable to resolve docker endpoint: ");
            Err(format!("ERROR: {bare}").into())
        }
        _ => Ok(()),
    }
}

/// Ends a command at once that could not reach an engine, whatever else it would have said.
pub fn reachable(cli: &Cli, path: &str) -> Outcome {
    if ["docker context", "docker login", "docker logout"].iter().any(|p| path.starts_with(p)) {
        return Ok(());
    }
    match path.split(' ').nth(1) {
        // A program of its own, which looks for engines when it needs one.
        Some("buildx") => return Ok(()),
        Some("build" | "builder" | "bake") => return builder(cli),
        Some("image") if path == "docker image build" => return builder(cli),
        _ => {}
    }
    cli.addressed()?;
    match (asked(cli), needs(path)) {
        (Some(asked), Some(needed)) if older(&asked, needed) => Err(format!(
            "{path} requires API version {needed}, but the Docker daemon API version is {asked}"
        )
        .into()),
        _ => Ok(()),
    }
}

/// The version of the API that is asked for.
fn asked(cli: &Cli) -> Option<String> {
    let asked = cli.p.env("DOCKER_API_VERSION").filter(|v| !v.is_empty())?;
    Some(asked.strip_prefix('v').unwrap_or(&asked).to_string())
}

/// Whether a version comes before another; a part that is no number counts as 0.
fn older(version: &str, than: &str) -> bool {
    let parts =
        |text: &str| -> Vec<u32> { text.split('.').map(|n| n.parse().unwrap_or(0)).collect() };
    parts(version) < parts(than)
}

/// Refuses flags that the engine does not know: of another sort of engine, or of a later API. All are told.
pub fn flags(cli: &Cli, path: &str, flags: &[&[Flag]], given: &Matches) -> Outcome {
    let path = path.strip_prefix("docker container ").or(path.strip_prefix("docker "));
    let path = path.unwrap_or_default();
    let asked = asked(cli);
    let mut refused: Vec<(&str, String)> = Vec::new();
    for name in given.names() {
        let Some(flag) = flags.iter().flat_map(|t| t.iter()).find(|f| f.long == name) else {
            continue;
        };
        let needed = NEWER.iter().find(|(verbs, flag, _)| *flag == name && verbs.contains(&path));
        if let (Some(asked), Some((_, _, needed))) = (&asked, needed)
            && older(asked, needed)
        {
            refused.push((name, format!("\"--{name}\" requires API version {needed}, but the Docker daemon API version is {asked}")));
        } else if let Some(engine) = flag.only {
            refused.push((
                name,
                format!("\"--{name}\" is only supported on a Docker daemon {engine}"),
            ));
        }
    }
    refused.sort();
    let lines: Vec<String> = refused.into_iter().map(|(_, line)| line).collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n").into()) }
}

const MAKING: &[&str] = &["run", "create"];
const IMAGES: &[&str] = &["images", "image ls"];

/// Flags that came with a later version of the API: verbs, flag, version.
const NEWER: &[(&[&str], &str, &str)] = &[
    (MAKING, "annotation", "1.43"),
    (MAKING, "cgroupns", "1.41"),
    (MAKING, "health-start-interval", "1.44"),
    (MAKING, "health-start-period", "1.29"),
    (MAKING, "init", "1.25"),
    (MAKING, "platform", "1.32"),
    (MAKING, "stop-timeout", "1.25"),
    (&["run", "create"], "cpus", "1.25"),
    (&["run", "create", "update"], "cpu-rt-period", "1.25"),
    (&["run", "create", "update"], "cpu-rt-runtime", "1.25"),
    (&["update"], "cpus", "1.29"),
    (&["update"], "pids-limit", "1.40"),
    (&["exec"], "env", "1.25"),
    (&["exec"], "env-file", "1.25"),
    (&["exec"], "workdir", "1.35"),
    (&["logs"], "until", "1.35"),
    (IMAGES, "tree", "1.47"),
    (&["pull", "image pull", "import", "image import"], "platform", "1.32"),
    (&["push", "image push"], "platform", "1.46"),
    (&["save", "image save", "load", "image load"], "platform", "1.48"),
    (&["history", "image history"], "platform", "1.48"),
    (&["image inspect"], "platform", "1.49"),
    (&["rmi", "image rm"], "platform", "1.50"),
    (&["volume prune"], "all", "1.42"),
    (&["volume rm"], "force", "1.25"),
    (&["network create"], "attachable", "1.25"),
    (&["network create"], "config-from", "1.30"),
    (&["network create"], "config-only", "1.30"),
    (&["network create"], "ingress", "1.29"),
    (&["network create"], "scope", "1.30"),
];
