//! What is there made what the project says: images, networks, volumes, containers; in the order of what
//! depends on what.

pub mod bake;
pub mod containers;
pub mod create;
pub mod ensure;
pub mod hash;
pub mod images;
pub mod inject;
pub mod limits;
pub mod mounts;
pub mod networks;
pub mod order;
pub mod remains;
pub mod request;
pub mod start;
pub mod stop;
pub mod volumes;
