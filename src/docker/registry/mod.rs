//! Registries: logging in and out, searching.

pub mod login;
pub mod logout;
pub mod search;
