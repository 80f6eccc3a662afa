//! The bounds of files, in one place: what Linux has, and what a browser's tab can hold. What happens
//! at a bound is decided where it is met.

/// Bytes other than zeros that all filesystems of a machine store, however large their disks are.
pub const DENSE: u64 = 512 << 20;
/// Data can not be stored beyond this offset (EFBIG); holes may reach further.
pub const FILE_DATA: u64 = 64 << 30;
/// Bytes in a path (PATH_MAX).
pub const PATH: usize = 4096;
/// Bytes in a name (NAME_MAX).
pub const NAME: usize = 255;
/// Symbolic links followed in one path before ELOOP.
pub const LINKS: u32 = 40;
