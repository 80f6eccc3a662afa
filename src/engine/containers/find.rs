//! Which container a word means: full id, name, or the beginning of an id.

use crate::engine::disk::sent;
use crate::engine::{Engine, EngineError, Result};

impl Engine {
    /// The full id of the container that `word` names.
    pub(crate) fn find_container(&self, word: &str) -> Result<String> {
        let word = &*sent(word);
        let st = self.state();
        if st.containers.contains_key(word) {
            return Ok(word.to_string());
        }
        let missing = || EngineError::not_found(format!("No such container: {word}"));
        if let Some(id) = st.names.get(word) {
            return Ok(id.clone());
        }
        if word.is_empty() {
            return Err(EngineError::invalid("Container name or ID must be specified"));
        }
        let mut found = st.containers.beginning(word).filter(|c| !c.hidden);
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => Err(EngineError::invalid(format!(
                "multiple IDs found with provided prefix: {word}"
            ))),
            (Some(c), None) => Ok(c.id.clone()),
            (None, _) => Err(missing()),
        }
    }
}

/// Whether a container's name is one that Docker takes: `[a-zA-Z0-9][a-zA-Z0-9_.-]+`.
pub fn check_name(name: &str) -> Result<()> {
    let bare = name.strip_prefix('/').unwrap_or(name);
    let ok = bare.len() > 1
        && bare
            .bytes()
            .enumerate()
            .all(|(i, b)| b.is_ascii_alphanumeric() || (i > 0 && matches!(b, b'_' | b'.' | b'-')));
    if ok {
        return Ok(());
    }
    Err(EngineError::invalid(format!(
        "Invalid container name ({name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"
    )))
}
