//! Images: names, layers, what is here and what can be pulled.

mod find;
pub mod layers;
pub(crate) mod list;
pub mod platform;
mod pull;
pub mod reference;
pub mod registry;
pub mod remote;
mod remove;
mod root;
pub mod store;
pub mod tree;
