//! A container's root file system, for as long as something has to be done in it: an overlay of its
//! layers, seen from its own root.

use crate::engine::Engine;
use crate::engine::disk::{Disk, as_root};
use crate::engine::state::Container;
use crate::vfs::{Errno, Loc, MountFlags, MountSpec, NodeId, Overlay, Super};

/// What `/proc/mounts` says of an overlay.
pub struct Layers {
    /// The overlay's root.
    pub root: NodeId,
    /// Its options.
    pub options: String,
}

/// The mount of an overlay.
pub fn overlay_spec(layers: &Layers, flags: MountFlags) -> MountSpec {
    MountSpec {
        root: layers.root,
        flags,
        fstype: "overlay".to_string(),
        source: "overlay".to_string(),
        options: layers.options.clone(),
    }
}

impl Engine {
    /// Runs something in an overlay of these directories (topmost first) under `upper`.
    pub(crate) fn with_overlay<R>(
        &self,
        lowers: &[NodeId],
        upper: NodeId,
        f: impl FnOnce(&mut Disk<'_>) -> R,
    ) -> Result<R, Errno> {
        let mut vfs = self.inner.kernel.vfs();
        let root = vfs.add_super(Super::Overlay(Overlay::new(lowers, Some(upper))));
        let layers = Layers { root, options: String::new() };
        let (ns, at) = vfs.new_namespace(overlay_spec(&layers, MountFlags::NONE));
        let out = as_root(&mut vfs, at, f);
        vfs.drop_namespace(ns);
        vfs.drop_super(root.sb);
        Ok(out)
    }

    /// Runs something in a container's root, without what is mounted into it. Where it runs, in its
    /// very overlay.
    pub(crate) fn with_layer<R>(
        &self,
        c: &Container,
        f: impl FnOnce(&mut Disk<'_>) -> R,
    ) -> Result<R, Errno> {
        if let Some(run) = &c.run {
            let mut vfs = self.inner.kernel.vfs();
            let layers = Layers { root: run.root.node, options: String::new() };
            let (ns, at) = vfs.new_namespace(overlay_spec(&layers, MountFlags::NONE));
            let out = as_root(&mut vfs, at, f);
            vfs.drop_namespace(ns);
            return Ok(out);
        }
        let (upper, lowers) = self.layer_nodes(c)?;
        self.with_overlay(&lowers, upper, f)
    }

    /// A container's overlay as a file system of its own.
    pub(crate) fn layers_of(&self, c: &Container) -> Result<Layers, Errno> {
        let (upper, lowers) = self.layer_nodes(c)?;
        let base = Engine::layer_path(&c.layer);
        let links = self.disk(|d| d.read(&format!("{base}/lower")).unwrap_or_default());
        let mut options = "lowerdir=".to_string();
        for (i, link) in String::from_utf8_lossy(&links).split(':').enumerate() {
            options.push_str(if i > 0 { ":" } else { "" });
            options.push_str(&Engine::layer_path(link));
        }
        options.push_str(&format!(",upperdir={base}/diff,workdir={base}/work"));
        let root =
            self.inner.kernel.vfs().add_super(Super::Overlay(Overlay::new(&lowers, Some(upper))));
        Ok(Layers { root, options })
    }

    /// Shows a running container's overlay at `merged` on the host, as Docker does.
    pub(crate) fn mount_merged(&self, c: &Container, layers: &Layers) -> Option<u32> {
        let path = format!("{}/merged", Engine::layer_path(&c.layer));
        self.disk(|d| {
            let at: Loc = d.mkdir_all(&path, 0o755).ok()?;
            d.vfs.mount(at, overlay_spec(layers, MountFlags::NONE), &path).ok()
        })
    }
}
