//! The device files that runc gives every container (OCI runtime specification, "Default Devices"). Made in a
//! filesystem of their own before it is mounted, since every start needs them.

use crate::vfs::memfs::ROOT;
use crate::vfs::{Body, Errno, Inode, MemFs};

/// Size of a container's `/dev`, in bytes.
const DEV_SIZE: u64 = 64 << 20;
/// Size of what holds `/dev/pts`, in bytes.
const PTS_SIZE: u64 = 1 << 20;

/// A container's `/dev`; with a console where it has a terminal.
pub(super) fn dev(now: i64, console: bool) -> Result<MemFs, Errno> {
    let mut fs = MemFs::new(DEV_SIZE, false, 0o755, now);
    let devices = [
        ("full", 1, 7, 0o666),
        ("null", 1, 3, 0o666),
        ("random", 1, 8, 0o666),
        ("urandom", 1, 9, 0o666),
        ("zero", 1, 5, 0o666),
        ("tty", 5, 0, 0o666),
    ];
    let console = console.then_some(("console", 5, 1, 0o620));
    for (name, major, minor, mode) in devices.into_iter().chain(console) {
        fs.create(ROOT, name, Inode::new(Body::Char(major, minor), mode, 0, 0, now))?;
    }
    for (name, target) in [
        ("fd", "/proc/self/fd"),
        ("stdin", "/proc/self/fd/0"),
        ("stdout", "/proc/self/fd/1"),
        ("stderr", "/proc/self/fd/2"),
        ("ptmx", "pts/ptmx"),
    ] {
        fs.create(ROOT, name, Inode::new(Body::Symlink(target.into()), 0o777, 0, 0, now))?;
    }
    for name in ["pts", "mqueue"] {
        fs.create(ROOT, name, Inode::new(Body::dir(), 0o755, 0, 0, now))?;
    }
    Ok(fs)
}

/// A container's `/dev/pts`.
pub(super) fn pts(now: i64) -> Result<MemFs, Errno> {
    let mut fs = MemFs::new(PTS_SIZE, false, 0o755, now);
    fs.create(ROOT, "ptmx", Inode::new(Body::Char(5, 2), 0o666, 0, 0, now))?;
    Ok(fs)
}
