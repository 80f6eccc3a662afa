//! Filters of lists and prunes: `key=value` pairs, of which each key's values are alternatives.

use crate::coreutils::regex::{Flavor, Options, Regex};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

use crate::engine::{EngineError, Result};

/// A set of filters.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filters(BTreeMap<String, BTreeSet<String>>);

impl Filters {
    /// No filter.
    pub fn new() -> Filters {
        Filters::default()
    }

    /// Adds one.
    pub fn add(&mut self, key: &str, value: &str) {
        self.0.entry(key.to_string()).or_default().insert(value.to_string());
    }

    /// This with one more.
    pub fn with(mut self, key: &str, value: &str) -> Filters {
        self.add(key, value);
        self
    }

    /// The values of a key, in order.
    pub fn get(&self, key: &str) -> impl Iterator<Item = &str> {
        self.0.get(key).into_iter().flatten().map(String::as_str)
    }

    /// All keys with their values, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(key, values)| values.iter().map(|v| (key.as_str(), v.as_str())))
    }

    /// Whether a key has any value.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a request has them.
    pub fn told(&self) -> Value {
        let all = self.0.iter().map(|(key, values)| {
            let values = values.iter().map(|v| (v.clone(), Value::Bool(true))).collect();
            (key.clone(), Value::Object(values))
        });
        Value::Object(all.collect())
    }

    /// The daemon's complaint about a key that the verb does not know.
    pub fn check(&self, known: &[&str]) -> Result<()> {
        match self.0.keys().find(|k| !known.contains(&k.as_str())) {
            Some(bad) if bad.is_empty() => Err(EngineError::invalid("invalid filter")),
            Some(bad) => Err(EngineError::invalid(format!("invalid filter '{bad}'"))),
            None => Ok(()),
        }
    }

    /// A key that holds a truth value; `None` where it is not given.
    pub fn truth(&self, key: &str) -> Result<Option<bool>> {
        if !self.has(key) {
            return Ok(None);
        }
        let any = |words: [&str; 2]| self.get(key).any(|v| words.contains(&v));
        match (any(["1", "true"]), any(["0", "false"])) {
            (true, false) => Ok(Some(true)),
            (false, true) => Ok(Some(false)),
            _ => Err(EngineError::invalid(format!(
                "invalid filter '{key}=[{}]'",
                self.get(key).collect::<Vec<_>>().join(" ")
            ))),
        }
    }

    /// Whether a key is absent or one of its values is this one.
    pub(crate) fn exact(&self, key: &str, value: &str) -> bool {
        self.0.get(key).is_none_or(|set| set.contains(value))
    }

    /// Whether a key is absent or one of its values occurs in this one. Docker treats the value as a
    /// regular expression; the anchors `^` and `$` are what people use of it.
    pub(crate) fn found_in(&self, key: &str, value: &str) -> bool {
        !self.has(key) || self.get(key).any(|pattern| pattern_in(pattern, value))
    }

    /// Whether labels fit all of a key's `NAME` or `NAME=VALUE`.
    pub(crate) fn labels(&self, key: &str, labels: &BTreeMap<String, String>) -> bool {
        self.get(key).all(|want| match want.split_once('=') {
            Some((name, value)) => labels.get(name).is_some_and(|v| v == value),
            None => labels.contains_key(want),
        })
    }
}

/// Whether a regular expression is found in a text; one that can not be read is found nowhere.
pub(crate) fn pattern_in(pattern: &str, text: &str) -> bool {
    if pattern.contains(['[', '(', '|', '+', '?', '{', '\\', '.']) && !pattern.contains("(?") {
        let options = Options::new(Flavor::Extended, true);
        let found = Regex::new(pattern.as_bytes(), &options).map(|r| r.is_match(text.as_bytes()));
        return matches!(found, Ok(Ok(true)));
    }
    let (start, p) = match pattern.strip_prefix('^') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let (end, p) = match p.strip_suffix('$') {
        Some(rest) => (true, rest),
        None => (false, p),
    };
    let mut rest = text;
    let parts: Vec<&str> = p.split(".*").collect();
    for (i, part) in parts.iter().enumerate() {
        let last = i + 1 == parts.len();
        if i == 0 && start {
            match rest.strip_prefix(part) {
                Some(r) => rest = r,
                None => return false,
            }
            if last && end {
                return rest.is_empty();
            }
        } else if last && end {
            return rest.ends_with(part);
        } else {
            match rest.find(part) {
                Some(at) => rest = &rest[at + part.len()..],
                None => return false,
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::pattern_in;

    #[test]
    fn anchors_and_stars() {
        assert!(pattern_in("my", "a-mydata"));
        assert!(!pattern_in("^my", "a-mydata"));
        assert!(pattern_in("^web$", "web"));
        assert!(!pattern_in("^web$", "web2"));
        assert!(pattern_in("^a.*z$", "abcz"));
        assert!(!pattern_in("^a.*y$", "abcz"));
    }
}
