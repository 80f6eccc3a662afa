//! `--change` of `docker commit` and `docker import`: single instructions done to a configuration.

use crate::engine::api::config::ImageConfig;
use crate::engine::{EngineError, Result};

use super::check::unpaired;
use super::dockerfile::instruction;
use super::metadata::apply;

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
    let mut cmd_set = config.cmd.is_some();
    // All changes are read as one Dockerfile, whose comments and ends of lines count as usual.
    let all = changes.join("\n");
    let lines: Vec<&str> =
        all.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    if lines.is_empty() && !changes.is_empty() {
        return Err(EngineError::invalid("file with no instructions"));
    }
    for line in lines {
        let name = line.split_whitespace().next().unwrap_or_default().to_uppercase();
        if !ALLOWED.contains(&name.as_str()) {
            return Err(EngineError::invalid(format!("{name} is not a valid change command")));
        }
        let i = instruction((1, 1), line).map_err(EngineError::invalid)?;
        if let Some(why) = unpaired(&i.name, &i.rest, '\\') {
            return Err(EngineError::invalid(why));
        }
        let env = config.env.clone().unwrap_or_default();
        let get = |name: &str| {
            let start = format!("{name}=");
            env.iter().find_map(|e| e.strip_prefix(&start)).map(str::to_string)
        };
        // The engine's port library has another first letter than the builder's.
        apply(&mut config, &i, '\\', &get, &mut cmd_set).map_err(|why| {
            EngineError::invalid(why.replacen("invalid containerPort", "Invalid containerPort", 1))
        })?;
    }
    Ok(config)
}
