//! `--change` of `docker commit` and `docker import`: single instructions done to a configuration.

use crate::engine::api::config::ImageConfig;
use crate::engine::{EngineError, Result};

use super::check::unread;
use super::dockerfile::instruction;
use super::metadata::{apply, shell_of};
use super::parser::parts;

const ALLOWED: &[&str] = &[
    "CMD",
    "ENTRYPOINT",
    "ENV",
    "EXPOSE",
    "HEALTHCHECK",
    "LABEL",
    "ONBUILD",
    "STOPSIGNAL",
    "USER",
    "VOLUME",
    "WORKDIR",
];

/// A configuration with changes done to it.
pub(crate) fn apply_changes(mut config: ImageConfig, changes: &[String]) -> Result<ImageConfig> {
    let before = config.cmd.clone();
    let mut cmd_set = false;
    // All changes are read as one Dockerfile, whose comments and ends of lines count as usual.
    let all = changes.join("\n");
    let lines: Vec<&str> =
        all.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    if lines.is_empty() && !changes.is_empty() {
        return Err(EngineError::invalid("file with no instructions"));
    }
    for line in lines {
        let word = line.split_whitespace().next().unwrap_or_default();
        let name = word.to_uppercase();
        if !ALLOWED.contains(&name.as_str()) {
            return Err(EngineError::invalid(format!("{word} is not a valid change command")));
        }
        let (word, rest) = parts(line);
        if let Some(why) = unread(word, rest, '\\') {
            return Err(EngineError::invalid(why));
        }
        let i = instruction((1, 1), line).map_err(EngineError::invalid)?;
        if i.rest.trim_end_matches('\\').is_empty() {
            // Nothing for the shell to run, which only CMD keeps as that.
            match i.name.as_str() {
                "CMD" => (config.cmd, cmd_set) = (Some(shell_of(&config)), true),
                "ENTRYPOINT" if cmd_set => config.entrypoint = None,
                "ENTRYPOINT" => (config.entrypoint, config.cmd) = (None, None),
                _ => {}
            }
            if matches!(i.name.as_str(), "CMD" | "ENTRYPOINT") {
                continue;
            }
        }
        let env = config.env.clone().unwrap_or_default();
        let get = |name: &str| {
            let start = format!("{name}=");
            env.iter().find_map(|e| e.strip_prefix(&start)).map(str::to_string)
        };
        apply(&mut config, &i, '\\', &get, &mut cmd_set).map_err(|why| {
            // The daemon's own reader of ports says the same with capitals.
            let why = match i.name.as_str() {
                "EXPOSE" => {
                    why.rsplit(": invalid ").next().unwrap_or_default().replacen("invalid ", "", 1)
                }
                _ => return EngineError::invalid(why),
            };
            EngineError::invalid(format!("Invalid {why}"))
        })?;
    }
    // What has neither gets the old command (moby `merge`).
    if config.entrypoint.is_none() && config.cmd.is_none() {
        config.cmd = before;
    }
    Ok(config)
}
