//! What a container's own settings say of its life: when its health is looked at first, and whether it is
//! started again when it has ended.

use crate::engine::EngineError;
use crate::engine::state::Container;

const SECOND: i64 = 1_000_000_000;

/// What is said of a container that is about to be started again, where one that runs is needed.
pub(crate) fn restarting(id: &str) -> EngineError {
    EngineError::conflict(format!(
        "Container {id} is restarting, wait until the container is running"
    ))
}

/// The wait before the first health check, where there are any.
pub(super) fn health_of(c: &Container) -> Option<i64> {
    let h = c.config.healthcheck.as_ref()?;
    let test = h.test.as_ref()?;
    if test.is_empty() || test[0] == "NONE" {
        return None;
    }
    let interval = if h.interval > 0 { h.interval } else { 30 * SECOND };
    let start = if h.start_interval > 0 { h.start_interval } else { 5 * SECOND };
    Some(if h.start_period > 0 { start } else { interval })
}

/// Whether a restart policy starts it again (moby `restartmanager`).
pub(super) fn restarts_again(c: &Container, code: i64) -> bool {
    if c.stopped_by_hand {
        return false;
    }
    let policy = &c.host.restart_policy;
    match policy.name.as_str() {
        "always" | "unless-stopped" => true,
        "on-failure" => {
            let max = policy.maximum_retry_count;
            code != 0 && (max == 0 || c.restarts < max)
        }
        _ => false,
    }
}

/// What the daemon adds to the words of a runtime that came upon a file in place of a directory, or the other
/// way round (moby `setExitCodeFromError`).
pub(super) fn hinted(failed: EngineError) -> EngineError {
    let hint = if failed.message.contains("not a directory") {
        "Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists \
         and is the expected type"
    } else if failed.message.contains("is a directory") {
        "permission denied"
    } else {
        return failed;
    };
    EngineError { message: format!("{}: {hint}", failed.message), ..failed }
}

/// The exit status that Docker gives to a start that failed, after it ended with `last` before. Which one it is
/// stands in runc's words alone (moby `setExitCodeFromError`).
pub(super) fn failure_code(failed: &EngineError, last: i64) -> i64 {
    let unknown = if last == 0 { 128 } else { last };
    if !failed.is_of_task() {
        return unknown;
    }
    let why = &failed.message;
    let missing = ["executable file not found", "no such file or directory"];
    if missing.iter().any(|m| why.contains(m)) || why.contains("not a directory") {
        127
    } else if why.contains("permission denied") {
        126
    } else {
        unknown
    }
}
