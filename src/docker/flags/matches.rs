//! What a command line came to: the values of its flags, and the words that are not flags.

use super::Flag;
use std::collections::BTreeMap;

/// The parsed command line of one verb.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    /// The words that are not flags.
    pub args: Vec<String>,
    /// How the verb was called: `docker container ls`.
    pub path: String,
    pub(super) given: BTreeMap<&'static str, Vec<String>>,
    /// What is meant where nothing is given, unless that is the empty text.
    pub(super) defaults: Vec<(&'static str, &'static str)>,
}

impl Matches {
    /// Nothing parsed yet, for these flags.
    pub fn of<'a>(flags: impl Iterator<Item = &'a Flag>) -> Matches {
        let flags = flags.filter(|f| !f.default.is_empty());
        Matches { defaults: flags.map(|f| (f.long, f.default)).collect(), ..Matches::default() }
    }

    /// Whether the flag was on the command line.
    pub fn given(&self, long: &str) -> bool {
        self.given.contains_key(long)
    }

    /// The names of the flags that were given.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.given.keys().copied()
    }

    /// A text value: the last one given, or the default.
    pub fn text(&self, long: &str) -> &str {
        match self.given.get(long).and_then(|v| v.last()) {
            Some(v) => v,
            None => self.defaults.iter().find(|(l, _)| *l == long).map_or("", |(_, value)| value),
        }
    }

    /// Whether a switch is on.
    pub fn on(&self, long: &str) -> bool {
        self.text(long) == "true"
    }

    /// A number; sizes are bytes, durations nanoseconds, CPUs billionths.
    pub fn number(&self, long: &str) -> i64 {
        self.text(long).parse().unwrap_or(0)
    }

    /// All values, in the order given.
    pub fn list(&self, long: &str) -> &[String] {
        self.given.get(long).map(Vec::as_slice).unwrap_or_default()
    }

    /// `key=value` values; a later one replaces an earlier.
    pub fn map(&self, long: &str) -> BTreeMap<String, String> {
        to_map(self.list(long))
    }
}

/// `key=value` texts as a map; no `=` means an empty value.
pub fn to_map(values: &[String]) -> BTreeMap<String, String> {
    values
        .iter()
        .map(|v| match v.split_once('=') {
            Some((k, v)) => (k.to_string(), v.to_string()),
            None => (v.clone(), String::new()),
        })
        .collect()
}
