//! Mounts of what is on the host: paths of its disk, with what is mounted below them, and volumes.

use crate::engine::disk::{clean, join};
use crate::engine::state::{Below, Container, Mount, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Errno, MountFlags, MountSpec, NodeId};

use super::namespace::{Built, disk_spec, mount_at};
use super::points::BIND;

/// What is mounted for a container besides the system's own.
pub(super) enum What<'a> {
    /// `--tmpfs`, with its options.
    Tmpfs(&'a str),
    /// All else.
    Mount(&'a Mount),
}

/// A container's mounts with their places, those above before those below.
pub(super) fn by_depth(c: &Container) -> Vec<(&str, What<'_>)> {
    let tmpfs = c.host.tmpfs.iter().map(|(path, options)| (path.as_str(), What::Tmpfs(options)));
    // A tmpfs hides what `--mount` asked for in the same place.
    let hidden = |at: &str| c.host.tmpfs.keys().any(|t| clean(t) == at);
    let mounts = c.mounts.values().map(|m| (m.destination.as_str(), What::Mount(m)));
    let mounts = mounts.filter(|(at, _)| !hidden(at));
    let mut all: Vec<(&str, What<'_>)> = tmpfs.chain(mounts).collect();
    all.sort_by_key(|(path, _)| (path.matches('/').count(), *path));
    all
}

impl Engine {
    /// How a volume's files show in `/proc/mounts`: as the disk's, or as what its options mount.
    pub(super) fn volume_spec(&self, name: &str, read_only: bool) -> MountSpec {
        let mount = self.state().volumes.get(name).and_then(|v| v.mounted).map(|m| m.0);
        let vfs = self.inner.kernel.vfs();
        let ro = if read_only { MountFlags::RO } else { MountFlags::NONE };
        match mount.and_then(|m| vfs.mount_of(m)) {
            Some(m) => MountSpec {
                root: m.root,
                flags: m.flags | ro,
                fstype: m.fstype.clone(),
                source: m.source.clone(),
                options: m.options.clone(),
            },
            None => disk_spec(NodeId { sb: 0, ino: 0 }, read_only),
        }
    }

    /// Mounts what a bind leads to at `at`; nothing else is a bind.
    pub(super) fn mount_bind(&self, m: &Mount, at: &str, built: &mut Built) -> Result<()> {
        let Source::Bind { path, create, below: kept, .. } = &m.source else { return Ok(()) };
        let read_only = !m.rw;
        let found = self.disk(|d| match d.at(path) {
            Err(Errno::ENOENT) if *create => d.mkdir_all(path, 0o755),
            other => other,
        });
        let source = match found {
            Ok(loc) => loc,
            Err(Errno::ENOENT) => {
                return Err(EngineError::invalid(format!(
                    "invalid mount config for type \"bind\": bind source path does not exist: {path}"
                )));
            }
            Err(e) => {
                return Err(EngineError::system(format!(
                    "error while creating mount source path '{path}': mkdir {path}: {}",
                    go_errno(e)
                )));
            }
        };
        // What the host has mounted below the source comes along (MS_REC).
        let (first, below) = {
            let vfs = self.inner.kernel.vfs();
            let same = vfs.mount_of(source.mount).cloned();
            let prefix = if path.as_str() == "/" { "/".to_string() } else { format!("{path}/") };
            let below: Vec<_> = vfs
                .mounts_in(self.inner.host.mnt)
                .into_iter()
                .filter(|m| *kept != Below::Left && m.path.starts_with(&prefix) && m.path != "/")
                .cloned()
                .collect();
            (same, below)
        };
        let mut s = disk_spec(source.node, read_only);
        if let Some(m) = first {
            let ro = if read_only { m.flags | MountFlags::RO } else { m.flags };
            s = MountSpec {
                flags: ro,
                fstype: m.fstype,
                source: m.source,
                options: m.options,
                ..s
            };
        }
        self.mount_inside(built, path, at, s, BIND)?;
        for m in below {
            let to = join(at, m.path.strip_prefix(path.as_str()).unwrap_or(&m.path));
            let closed = read_only && *kept == Below::Alike;
            let s = MountSpec {
                root: m.root,
                flags: if closed { m.flags | MountFlags::RO } else { m.flags },
                fstype: m.fstype,
                source: m.source,
                options: m.options,
            };
            self.inside(built, |d| mount_at(d, &to, s)).ok();
        }
        Ok(())
    }
}
