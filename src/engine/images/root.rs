//! An image's files as a read-only file system.

use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{NodeId, Overlay, Super};

use super::store::chains;

impl Engine {
    /// A new read-only file system with an image's files; the caller drops it.
    pub(crate) fn image_root(&self, id: &str) -> Result<NodeId> {
        let image = self.image_record(id)?;
        let nodes = self.lower_nodes(chains(&image.diff_ids).pop().as_deref());
        let nodes = nodes.map_err(|e| {
            EngineError::system(format!(
                "failed to mount image: {}",
                crate::engine::volumes::go_errno(e)
            ))
        })?;
        Ok(self.inner.kernel.vfs().add_super(Super::Overlay(Overlay::new(&nodes, None))))
    }
}
