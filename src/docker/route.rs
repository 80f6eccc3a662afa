//! The paths of requests, as far as the client's library looks at them before it sends any.

use super::cli::named;
use super::command::Failure;
use crate::engine::disk::{clean, sent};
use std::borrow::Cow;

/// What can be asked of a thing, behind its name in a request's path.
const ACTIONS: &[&str] = &[
    "archive",
    "attach",
    "changes",
    "connect",
    "disable",
    "disconnect",
    "enable",
    "exec",
    "export",
    "history",
    "json",
    "kill",
    "logs",
    "pause",
    "push",
    "rename",
    "resize",
    "restart",
    "set",
    "start",
    "stats",
    "stop",
    "top",
    "unpause",
    "update",
    "wait",
];

/// An image's name as a request has it that names it in its path: the client's library cleans that.
pub fn in_path(name: &str) -> Cow<'_, str> {
    if name.contains('/') { sent(name) } else { Cow::Borrowed(name) }
}

/// Refuses a request that leads nowhere: about a thing without a name, or whose name leads out of the
/// things of its kind when the client's library cleans the path.
pub fn routed(path: &str) -> Result<(), Failure> {
    let Some((kind, rest)) = path.split_once('/') else { return Ok(()) };
    let rest = rest.split('?').next().unwrap_or_default();
    // Behind the name may stand what is to be done.
    let name = match rest.rsplit_once('/') {
        Some((name, action)) if ACTIONS.contains(&action) => name,
        _ => rest,
    };
    if name.trim_matches(|c: char| c == '/' || c.is_whitespace()).is_empty() && name != "/" {
        match kind {
            "containers" | "networks" | "plugins" | "volumes" => {
                named(kind.strip_suffix('s').unwrap_or(kind), name)?;
            }
            "images" if rest == "/history" => {
                return Err("Error response from daemon: page not found".into());
            }
            _ => {}
        }
    }
    let inside = clean(&format!("/{path}")).starts_with(&format!("/{kind}/"));
    if !inside && name.split('/').any(|part| matches!(part, "." | "..")) {
        return Err("Error response from daemon: page not found".into());
    }
    Ok(())
}
