//! `docker manifest`: what a registry tells of images, and lists of manifests, which are kept in the
//! client's own directory until they are sent.

pub mod annotate;
pub mod create;
pub mod inspect;
pub mod push;
pub mod remote;
pub mod remove;
pub mod store;
