//! Drydock: a simulated Docker host. This file is the map of modules, lowest last; imports run only
//! downwards in this order.

pub mod protocol;
pub mod lesson;
pub mod world;
pub mod compose;
pub mod docker;
pub mod images;
pub mod engine;
pub mod coreutils;
pub mod shell;
pub mod kernel;
pub mod vfs;

#[cfg(target_arch = "wasm32")]
pub mod ui;
