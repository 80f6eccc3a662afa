//! `--filter name=value` as the engine gets it.

use crate::engine::api::filters::Filters;

/// Values of a `--filter` flag, each `name=value`.
pub fn gather(values: &[String]) -> Filters {
    let mut filters = Filters::new();
    for value in values {
        let (name, val) = value.split_once('=').unwrap_or((value, ""));
        filters.add(name, val);
    }
    filters
}
