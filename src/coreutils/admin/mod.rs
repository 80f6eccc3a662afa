//! Looking after the machine: services, switching it off, packages, editors, pages of the manual. What
//! is not simulated says so.

pub mod editor;
pub mod flock;
pub mod journalctl;
pub mod man;
pub mod mesg;
pub mod namespaces;
pub mod packages;
pub mod power;
pub mod systemctl;
