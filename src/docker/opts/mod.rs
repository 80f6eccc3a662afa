//! What docker's client makes of the values it is given, before the engine hears of them: mounts,
//! `-v` specs, ports, networks, variables in files.

pub mod capability;
pub mod device;
pub mod envfile;
pub mod filter;
pub mod gpus;
pub mod mount;
pub mod natural;
pub mod network;
pub mod platform;
pub mod ports;
pub mod restart;
pub mod volume;
