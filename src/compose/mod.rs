//! Docker Compose: the program behind `docker compose`. Files, the project they describe, and a verb a file
//! in `verbs`. It drives the engine by the same verbs as the docker command line, which has never heard
//! of it.

mod command;
mod complete;
mod converge;
mod crew;
mod daemon;
mod help;
mod load;
mod logs;
mod main;
mod progress;
mod project;
mod schema;
mod text;
mod verbs;
mod yaml;

pub use command::gaps;
pub use complete::complete;
pub use main::main;
