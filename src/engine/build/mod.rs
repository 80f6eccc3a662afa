//! Builds.

pub mod cache;
