//! Which image a word means: a name, a name with a digest, an id or its beginning.

use crate::engine::{Engine, EngineError, Result};

use super::reference::Reference;

impl Engine {
    /// The id of the image that has a name; what looks like an id is a name too.
    pub(crate) fn named_image(&self, name: &str) -> Result<String> {
        let r = Reference::parse(name)?.tagged();
        let st = self.state();
        let found = match &r.digest {
            Some(d) => st.images.digests.get(&format!("{}@{d}", r.name())),
            None => st.images.tags.get(&r.to_string()),
        };
        let missing = || EngineError::not_found(format!("No such image: {}", r.familiar()));
        found.cloned().ok_or_else(missing)
    }

    /// The id of the image that `word` names. What is missing is said as `No such image: NAME:TAG`.
    pub(crate) fn find_image(&self, word: &str) -> Result<String> {
        let bare = word.strip_prefix("sha256:").unwrap_or(word);
        let hex = !bare.is_empty() && bare.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let st = self.state();
        if hex && bare.len() == 64 {
            let id = format!("sha256:{bare}");
            return match st.images.images.contains_key(&id) {
                true => Ok(id),
                false => Err(EngineError::not_found(format!("No such image: {id}"))),
            };
        }
        drop(st);
        let named = self.named_image(word);
        if named.is_ok() {
            return named;
        }
        let st = self.state();
        if hex {
            let from = format!("sha256:{bare}");
            let mut found = st.images.images.range(from.clone()..).map(|(id, _)| id);
            let first = found.next().filter(|id| id.starts_with(&from));
            let second = found.next().filter(|id| id.starts_with(&from));
            if let (Some(id), None) = (first, second) {
                return Ok(id.clone());
            }
        }
        named
    }
}
