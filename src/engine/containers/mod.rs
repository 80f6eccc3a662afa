//! Containers: their verbs, one topic a file.

pub mod attach;
pub mod logs;
pub mod wait;
