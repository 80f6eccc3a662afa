//! Drydock: a simulated Docker host. This file is the map of modules, lowest last; imports run only
//! downwards in this order.

pub mod compose;
pub mod coreutils;
pub mod docker;
pub mod engine;
pub mod golang;
pub mod images;
pub mod kernel;
pub mod lesson;
pub mod protocol;
pub mod shell;
pub mod vfs;
pub mod world;

pub mod ui;
pub mod worker;
