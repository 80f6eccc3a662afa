//! The ids of the registry's layers, the SHA-256 of their tar files, by what the layers hold
//! (`engine::images::tree::Tree::mark`). Written by the test in `images`, which tells when it is out of date.

/// Sorted by mark.
pub static DIGESTS: &[(u64, &str)] = &[
];
