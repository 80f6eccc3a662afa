//! world

pub mod view;
