//! Processes: starting them in some way, looking at them, signalling them.

pub mod chroot;
mod columns;
pub mod env;
pub mod kill;
pub mod killall;
pub mod nice;
pub mod nohup;
pub mod pgrep;
pub mod pidof;
pub mod printenv;
pub mod ps;
mod ps_busybox;
mod ps_options;
pub mod renice;
pub mod setsid;
pub mod stdbuf;
pub mod time;
pub mod timeout;
pub mod top;
pub mod watch;
