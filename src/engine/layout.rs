//! The daemon's own directories and files: those of its data, and those that are there while the machine runs.

use std::collections::BTreeMap;

use crate::kernel::Pid;
use crate::vfs::{Body, Errno};

use super::disk::Disk;
use super::{Engine, ROOT, bolt};

/// Where the number of the daemon's process stands.
pub(super) const PID_FILE: &str = "/run/docker.pid";
/// What the daemon keeps while the machine runs.
const RUN: &str = "/run/docker";

/// Directories of its data, with their modes.
const DIRS: &[(&str, u32)] = &[
    ("", 0o710),
    ("/buildkit", 0o711),
    ("/buildkit/content", 0o755),
    ("/buildkit/executor", 0o711),
    ("/buildkit/net", 0o755),
    ("/containerd", 0o711),
    ("/containers", 0o710),
    ("/image", 0o700),
    ("/image/overlay2", 0o700),
    ("/image/overlay2/distribution", 0o700),
    ("/image/overlay2/imagedb", 0o700),
    ("/image/overlay2/imagedb/content", 0o700),
    ("/image/overlay2/imagedb/metadata", 0o700),
    ("/image/overlay2/layerdb", 0o700),
    ("/image/overlay2/layerdb/mounts", 0o700),
    ("/image/overlay2/layerdb/sha256", 0o700),
    ("/image/overlay2/layerdb/tmp", 0o700),
    ("/network", 0o750),
    ("/network/files", 0o750),
    ("/overlay2", 0o710),
    ("/overlay2/l", 0o700),
    ("/plugins", 0o700),
    ("/plugins/tmp", 0o700),
    ("/runtimes", 0o700),
    ("/swarm", 0o700),
    ("/tmp", 0o700),
    ("/volumes", 0o701),
];

/// Directories below [`RUN`].
const RUN_DIRS: &[(&str, u32)] = &[
    ("", 0o700),
    ("/containerd", 0o711),
    ("/libnetwork", 0o700),
    ("/netns", 0o755),
    ("/plugins", 0o700),
    ("/runtime-runc", 0o700),
    ("/runtime-runc/moby", 0o700),
];

/// Data bases whose records the daemon has in its memory only: the files are empty ones.
const DATABASES: &[(&str, u32)] = &[
    ("/buildkit/cache.db", 0o600),
    ("/buildkit/containerdmeta.db", 0o644),
    ("/buildkit/history.db", 0o600),
    ("/buildkit/metadata_v2.db", 0o600),
    ("/buildkit/snapshots.db", 0o600),
    ("/network/files/local-kv.db", 0o644),
];

/// Makes a device or a socket that is not there.
fn special(d: &mut Disk<'_>, path: &str, body: Body, mode: u32) -> Result<(), Errno> {
    match d.vfs.mknod(&d.view, path, body, mode) {
        Err(Errno::EEXIST) => Ok(()),
        made => made.map(drop),
    }
}

impl Engine {
    /// Makes the directories and files of the daemon's data, those that are missing.
    pub(super) fn make_dirs(&self) -> Result<(), Errno> {
        self.disk(|d| {
            for (dir, mode) in DIRS {
                d.mkdir_all(&format!("{ROOT}{dir}"), *mode)?;
            }
            for (path, mode) in DATABASES {
                let path = format!("{ROOT}{path}");
                if !d.exists(&path) {
                    d.put(&path, bolt::database("", &BTreeMap::new()), *mode)?;
                }
            }
            // The disk that holds the volumes, for quotas.
            special(d, &format!("{ROOT}/volumes/backingFsBlockDev"), Body::Block(8, 1), 0o600)
        })?;
        self.save_volumes();
        Ok(())
    }

    /// The same for what is there while the machine runs, given the daemon's process.
    pub(super) fn make_run_dirs(&self, daemon: Pid) -> Result<(), Errno> {
        self.disk(|d| {
            for (dir, mode) in RUN_DIRS {
                d.mkdir_all(&format!("{RUN}{dir}"), *mode)?;
            }
            special(d, &format!("{RUN}/metrics.sock"), Body::Socket, 0o755)?;
            d.write(PID_FILE, daemon.to_string().as_bytes(), 0o644)
        })
    }
}
