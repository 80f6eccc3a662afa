//! The machine: its name, its clock, its sizes.

pub mod arch;
pub mod date;
pub mod hostname;
pub mod uname;
