//! The sizes of the simulated machine, in one place.

/// Bytes of the host's disk.
pub const DISK: u64 = 20 << 30;
/// Bytes of `/run` and `/dev/shm`.
pub const RUN: u64 = 400 << 20;
/// Virtual time that a check or a prediction may take, in nanoseconds.
pub const CHECK_NS: i64 = 120_000_000_000;
/// Turns that a check or a prediction may take.
pub const CHECK_TURNS: u64 = 200_000;

/// Images that are there from the beginning.
pub const IMAGES: &[&str] = &[
    "alpine:latest",
    "busybox:latest",
    "debian:latest",
    "nginx:alpine",
    "nginx:latest",
    "postgres:14",
    "postgres:15",
    "postgres:15-alpine",
    "postgres:16",
    "postgres:16-alpine",
    "postgres:17",
    "postgres:latest",
    "python:3.9-slim",
    "python:latest",
    "redis:7",
    "redis:latest",
    "ubuntu:latest",
];

/// What decides a world, together with its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Config {
    /// Decides everything that is random.
    pub seed: u64,
    /// The clock at the start, in nanoseconds since the epoch.
    pub epoch: i64,
}

impl Default for Config {
    /// A world for scripts and tests: always the same.
    fn default() -> Config {
        Config { seed: 1, epoch: 1_767_600_000_000_000_000 }
    }
}
