//! `docker import`: a root file system as an image of one layer.

use crate::engine::api::config::ImageConfig;
use crate::engine::api::image::ImportOptions;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{History, Image};
use crate::engine::{Engine, EngineError, Result, build, time};
use crate::vfs::Content;

use super::layout::layer_tree;
use super::tar;

impl Engine {
    /// `docker import`; gives the image's id.
    pub fn image_import(&self, archive: &Content, o: &ImportOptions) -> Result<String> {
        let reference = match o.reference.as_str() {
            "" => None,
            name => Some(Reference::parse(name)?.tagged()),
        };
        let config = build::apply_changes(ImageConfig::default(), &o.changes)?;
        let tree = tar::read(archive).and_then(layer_tree).map_err(EngineError::system)?;
        self.add_layer(None, &tree)?;
        let created = time::rfc3339_nano(self.now());
        let source = if o.source.is_empty() { "-" } else { &o.source };
        let comment = if o.message.is_empty() {
            format!("Imported from {source}")
        } else {
            o.message.clone()
        };
        let image = Image {
            config,
            created: created.clone(),
            comment: comment.clone(),
            diff_ids: vec![tree.diff_id()],
            history: vec![History { created, comment, ..History::default() }],
            ..Image::default()
        }
        .seal();
        let id = self.add_image(image);
        if let Some(r) = reference {
            self.set_tag(&r.to_string(), &id);
        }
        self.emit("image", "import", &id, &[("name", &id)]);
        Ok(id)
    }
}
