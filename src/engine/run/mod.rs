//! A container at work: its view of the files, its processes, the shim that looks after them.

pub(crate) mod caps;
pub(crate) mod confine;
mod devices;
mod ended;
mod etc;
pub(crate) mod exec;
mod health;
pub(crate) mod init;
pub(crate) mod log;
pub(crate) mod namespace;
pub(crate) mod network;
mod points;
mod resolv;
pub(crate) mod rootfs;
pub(crate) mod rotate;
pub(crate) mod shared;
mod shim;
mod sources;
pub(crate) mod spec;
mod wires;

pub(crate) use log::{LogLine, parse_line};
