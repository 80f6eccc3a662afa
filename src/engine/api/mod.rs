//! The Engine API's objects: what goes into the engine and what comes out, with the API's own names
//! and field order in JSON, so that a template or `inspect` sees what it sees on real Docker. No
//! behaviour here.

#![expect(
    missing_docs,
    reason = "fields bear the Engine API's names, and its reference explains them"
)]

pub mod build;
pub mod config;
pub mod container;
pub mod filters;
pub mod host_config;
pub mod image;
pub mod network;
pub mod process;
pub mod system;
pub mod volume;

use serde::{Deserialize, Serialize};

/// `{}`, the value of the API's sets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Empty {}

/// Whether a field is left out of JSON because it holds nothing.
pub(crate) fn nothing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
