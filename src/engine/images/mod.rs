//! Images: names, layers, what is here and what can be pulled.

pub mod reference;
pub mod registry;
pub mod store;
pub mod tree;
