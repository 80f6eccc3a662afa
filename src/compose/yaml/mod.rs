//! YAML as go-yaml reads and writes it. The scanner and its error texts are libyaml's (`libyaml-safer`);
//! what plain words mean, merge keys, and the look of what is written are go-yaml's rules.

pub mod decode;
pub mod emit;
pub mod node;
pub mod scalar;

pub use decode::decode;
pub use emit::emit;
pub use node::{Document, Kind, NodeId, first, parse};
