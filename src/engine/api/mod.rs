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

use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// `{}`, the value of the API's sets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Empty {}

/// Whether a field is left out of JSON because it holds nothing.
pub(crate) fn nothing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A list that may be missing: the API shows `null` for it, and `[]` for one that is empty. Clients differ in
/// which of the two they send.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct List<T>(Option<Vec<T>>);

impl<T> List<T> {
    /// A list that is missing where it would be empty.
    pub fn filled(list: Vec<T>) -> List<T> {
        List(Some(list).filter(|l| !l.is_empty()))
    }

    /// Puts something at the end.
    pub fn push(&mut self, item: T) {
        self.0.get_or_insert_default().push(item);
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.iter_mut().for_each(Vec::clear);
    }
}

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List(None)
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(list: Vec<T>) -> List<T> {
        List(Some(list))
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
