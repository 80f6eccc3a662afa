//! A container's files as `docker cp` sees them: its root with volumes and binds in place, but without
//! tmpfs, /proc and /dev, in a namespace of its own for as long as the work takes.

use crate::engine::containers::create::container_dir;
use crate::engine::disk::{Disk, as_root};
use crate::engine::run::namespace::{Built, disk_spec, mount_at};
use crate::engine::run::rootfs::{Layers, overlay_spec};
use crate::engine::state::{Container, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::MountFlags;

impl Engine {
    /// As [`Engine::with_files`], with the event that its volumes are mounted. To be followed by the one that they
    /// no longer are.
    pub(super) fn with_files_told<R>(
        &self,
        c: &Container,
        f: impl FnOnce(&mut Disk<'_>) -> R,
    ) -> Result<R> {
        let out = self.with_files(c, f)?;
        self.tell_volumes(c, true);
        Ok(out)
    }

    /// Runs something in a container's files.
    pub(super) fn with_files<R>(
        &self,
        c: &Container,
        f: impl FnOnce(&mut Disk<'_>) -> R,
    ) -> Result<R> {
        let system = |e: crate::vfs::Errno| {
            EngineError::system(format!("failed to mount container: {}", go_errno(e)))
        };
        let (layers, own) = match &c.run {
            Some(run) => (Layers { root: run.root.node, options: String::new() }, false),
            None => (self.layers_of(c).map_err(system)?, true),
        };
        let (mnt, root) =
            self.kernel().vfs().new_namespace(overlay_spec(&layers, MountFlags::NONE));
        let supers = if own { vec![layers.root.sb] } else { Vec::new() };
        let mut built = Built::new(c, mnt, root, supers);
        let mut failed = None;
        let mut mounts: Vec<_> = c.mounts.values().collect();
        mounts.sort_by_key(|m| m.destination.matches('/').count());
        for m in mounts.into_iter().filter(|m| !matches!(m.source, Source::Tmpfs { .. })) {
            if let Err(e) = self.mount_one(m, &mut built) {
                failed = Some(e);
                break;
            }
        }
        for name in ["resolv.conf", "hostname", "hosts"] {
            let at = format!("/etc/{name}");
            let file = format!("{}/{name}", container_dir(&c.id));
            let Ok(node) = self.disk(|d| d.node(&file)) else { continue };
            if c.mounts.contains_key(&at) {
                continue;
            }
            let spec = disk_spec(node, c.host.readonly_rootfs);
            as_root(&mut self.kernel().vfs(), root, |d| match d.exists(&at) {
                true => mount_at(d, &at, spec).map(drop),
                false => Ok(()),
            })
            .map_err(system)?;
        }
        let out = match failed {
            None => Ok(as_root(&mut self.kernel().vfs(), root, f)),
            Some(e) => Err(e),
        };
        self.drop_view(&built);
        out
    }
}
