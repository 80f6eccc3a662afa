//! The machine: its name, its clock, its sizes, its terminals.

pub mod arch;
pub mod cal;
pub mod clear;
pub mod date;
pub mod dmesg;
pub mod free;
pub mod getconf;
pub mod hostname;
pub mod logger;
pub mod lscpu;
pub mod lsof;
pub mod nproc;
pub mod stty;
pub mod sysctl;
pub mod tput;
pub mod tty;
pub mod uname;
pub mod uptime;
