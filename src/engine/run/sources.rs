//! Mounts of what is on the host: paths of its disk, with what is mounted below them, and volumes.

use crate::engine::disk::{Disk, clean, join};
use crate::engine::state::{Below, Container, Mount, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Errno, Loc, MountFlags, MountSpec, NodeId};

use super::namespace::{Built, disk_spec, mount_at, runc_failed};

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

fn missing(path: &str, e: Errno) -> EngineError {
    let why = match e {
        Errno::ENOENT => format!("bind source path does not exist: {path}"),
        e => format!("stat {path}: {}", go_errno(e)),
    };
    EngineError::invalid(format!("invalid mount config for type \"bind\": {why}"))
}

/// Makes a directory and those above it, as Go's `os.MkdirAll` does: a link that leads nowhere is in the way.
/// An error comes with the path that could not be made.
fn make_source(d: &mut Disk<'_>, path: &str) -> std::result::Result<Loc, (String, Errno)> {
    let mut above = String::new();
    for part in path.split('/').filter(|p| !p.is_empty()) {
        above = format!("{above}/{part}");
        match d.at(&above) {
            Ok(_) => {}
            Err(e @ Errno::ENOTDIR) => return Err((above, e)),
            Err(_) if d.exists(&above) => return Err((above, Errno::EEXIST)),
            Err(_) => {
                let made = d.vfs.mkdir(&d.view, &above, 0o755);
                made.map_err(|e| (above.clone(), e))?;
            }
        }
    }
    d.at(path).map_err(|e| (above, e))
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

    /// The file or directory that a bind is of, made where that is wanted.
    fn bind_source(&self, path: &str, create: bool) -> Result<Loc> {
        if !create {
            return self.disk(|d| d.at(path)).map_err(|e| missing(path, e));
        }
        match self.disk(|d| d.at(path).or_else(|_| make_source(d, path))) {
            Ok(loc) => Ok(loc),
            // The daemon leaves it to the runtime to find out.
            Err((_, e @ Errno::ENOTDIR)) => Err(runc_failed(&format!(
                "failed to fulfil mount request: open {path}: {}",
                go_errno(e)
            ))),
            Err((at, e)) => Err(EngineError::system(format!(
                "error while creating mount source path '{path}': mkdir {at}: {}",
                go_errno(e)
            ))),
        }
    }

    /// Refuses to start a container whose binds have gone, those that are not made anew. It is as if it was
    /// never asked for.
    pub(crate) fn look_for_binds(&self, id: &str) -> Result<()> {
        let mounts: Vec<Mount> = {
            let st = self.state();
            st.containers.get(id).map(|c| c.mounts.values().cloned().collect()).unwrap_or_default()
        };
        for m in mounts {
            if let Source::Bind { path, create: false, .. } = &m.source {
                self.disk(|d| d.at(path)).map_err(|e| missing(path, e))?;
            }
        }
        Ok(())
    }

    /// Mounts what a bind leads to at `at`; nothing else is a bind.
    pub(super) fn mount_bind(&self, m: &Mount, at: &str, built: &mut Built) -> Result<()> {
        let Source::Bind { path, create, below: kept, .. } = &m.source else { return Ok(()) };
        let read_only = !m.rw;
        let source = self.bind_source(path, *create)?;
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
        self.mount_in(built, path, at, s)?;
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
