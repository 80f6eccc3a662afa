//! What ends a command before it begins: no engine that could be reached, or one whose API is too old.
//! Where engines are is `hosts`'s.

use super::cli::Cli;
use super::command::Outcome;

/// The version of the API that a command needs, where its table in docker/cli names one.
fn needs(path: &str) -> Option<&'static str> {
    let mut words = path.split(' ').skip(1);
    match (words.next()?, words.next()) {
        ("network" | "volume", _) => Some("1.21"),
        ("swarm" | "node" | "service", _) => Some("1.24"),
        ("plugin" | "secret" | "stack", _) => Some("1.25"),
        ("container" | "image" | "system", Some("prune")) | ("system", Some("df")) => Some("1.25"),
        ("config", _) => Some("1.30"),
        _ => None,
    }
}

/// The same for what docker leaves to the program for builds, which finds out about contexts itself.
fn builder(cli: &Cli) -> Outcome {
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
    let version =
        |text: &str| -> Vec<u32> { text.split('.').map(|n| n.parse().unwrap_or(0)).collect() };
    let asked = cli.p.env("DOCKER_API_VERSION").filter(|v| !v.is_empty());
    if let (Some(asked), Some(needed)) = (asked, needs(path))
        && version(asked.trim_start_matches('v')) < version(needed)
    {
        return Err(format!(
            "{path} requires API version {needed}, but the Docker daemon API version is {asked}"
        )
        .into());
    }
    Ok(())
}
