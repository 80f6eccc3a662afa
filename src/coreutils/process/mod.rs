//! Processes: starting them in some way, looking at them, signalling them.

mod columns;
pub mod env;
pub mod kill;
pub mod printenv;
pub mod ps;
mod ps_busybox;
mod ps_options;
pub mod timeout;
