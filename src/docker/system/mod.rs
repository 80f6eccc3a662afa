//! `docker system`, and the top-level verbs about the engine as a whole.

pub mod df;
pub mod events;
pub mod facts;
pub mod info;
pub mod inspect;
pub mod prune;
pub mod version;
