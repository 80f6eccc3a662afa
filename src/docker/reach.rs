//! What ends a command before it begins: no engine that could be reached, or one whose API is too old.
//! Where engines are is `hosts`'s.

use super::cli::Cli;
use super::command::Outcome;
use super::hosts;

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

/// Ends a command at once that could not reach an engine, whatever else it would have said.
pub fn reachable(cli: &Cli, path: &str) -> Outcome {
    if ["docker context", "docker login", "docker logout"].iter().any(|p| path.starts_with(p)) {
        return Ok(());
    }
    let builder = path.starts_with("docker buildx ");
    if let Err(failure) = cli.settings.dialled() {
        // The program for builds says no more than what is wrong.
        let text = match builder {
            true => {
                let bare = failure.text.trim_start_matches("Failed to initialize: ");
                format!("ERROR: {}", bare.trim_start_matches("unable to resolve docker endpoint: "))
            }
            false => failure.text,
        };
        return Err(text.into());
    }
    if let Some(text) = cli.p.env("DOCKER_CUSTOM_HEADERS").filter(|v| !v.is_empty()) {
        hosts::headers(&text).map_err(|e| format!("Failed to initialize: {e}"))?;
    }
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
