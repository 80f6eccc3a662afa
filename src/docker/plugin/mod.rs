//! `docker plugin`: plugins of the engine.

pub mod disable;
pub mod enable;
pub mod inspect;
pub mod install;
pub mod list;
pub mod publish;
pub mod remove;
pub mod set;
