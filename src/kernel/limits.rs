//! What one machine has of everything, in one place: processes, memory, descriptors, arguments. The
//! disk's own bounds are `vfs::limits`; what happens at a bound is decided where it is met. All of
//! them are small enough for a browser's tab.

/// Processes there may be at once.
pub const PROCESSES: usize = 4_096;
/// Processes that one user other than root may have (RLIMIT_NPROC).
pub const USER_PROCESSES: usize = 1_024;
/// Bytes of data that all programs together may hold before the largest is killed.
pub const DATA: u64 = 256 << 20;
/// Bytes that a program's code and stack count for in `ps`.
pub const PROGRAM: u64 = 3 << 20;
/// Bytes of arguments and environment together (ARG_MAX).
pub const ARGUMENTS: usize = 2 << 20;
/// Bytes of one argument (MAX_ARG_STRLEN).
pub const ARGUMENT: usize = 128 << 10;
