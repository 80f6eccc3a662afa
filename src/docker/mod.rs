//! The docker command line: formats and words over the engine's states. One folder a noun, one file a
//! verb; flags, usage and completion come from one table a verb. What containers are is the engine's.

pub mod build;
pub mod buildx;
pub mod cli;
pub mod command;
pub mod complete;
pub mod configfile;
pub mod container;
pub mod context;
mod external;
pub mod flags;
pub mod format;
pub mod gaps;
pub mod globals;
pub mod help;
pub mod hosts;
pub mod image;
pub(crate) mod main;
pub mod manifest;
pub mod network;
pub mod opts;
mod plugin;
pub mod progress;
pub mod pruned;
mod reach;
pub mod registry;
mod route;
pub mod settings;
pub mod streams;
pub mod swarm;
pub mod system;
pub mod template;
mod tls;
pub mod tree;
pub mod trust;
pub mod volume;

pub use complete::complete;
pub use external::PLUGINS;
pub use gaps::gaps;
pub use main::main;
