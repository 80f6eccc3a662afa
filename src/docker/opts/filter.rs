//! `--filter name=value` as the engine gets it.

use crate::engine::api::filters::Filters;
use crate::golang::url::query_escape;

/// The parts of a request's query that say something, in their order; `?` stands in front of them.
pub fn query(filters: &Filters, parts: &[(&str, String)]) -> String {
    let mut said: Vec<(&str, String)> =
        parts.iter().filter(|(_, value)| !value.is_empty()).cloned().collect();
    if !filters.is_empty() {
        said.push(("filters", query_escape(filters.told().to_string().as_bytes())));
    }
    said.sort();
    let said: Vec<String> = said.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if said.is_empty() { String::new() } else { format!("?{}", said.join("&")) }
}

/// Values of a `--filter` flag, each `name=value`.
pub fn gather(values: &[String]) -> Filters {
    let mut filters = Filters::new();
    for value in values {
        let (name, val) = value.split_once('=').unwrap_or((value, ""));
        filters.add(name, val);
    }
    filters
}
