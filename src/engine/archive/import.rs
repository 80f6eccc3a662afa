//! `docker import`: a root file system as an image of one layer.

use crate::engine::api::config::ImageConfig;
use crate::engine::api::image::ImportOptions;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::{Filling, History, Image};
use crate::engine::images::tree::digest_of;
use crate::engine::{Engine, EngineError, Result, build};
use crate::golang::time;
use crate::vfs::Content;

use super::tar;

impl Engine {
    /// `docker import`; gives the image's id.
    pub fn image_import(&self, archive: &Content, o: &ImportOptions) -> Result<String> {
        let reference = match o.reference.as_str() {
            "" => None,
            name => Some(Reference::parse(name)?.tagged()),
        };
        if reference.as_ref().is_some_and(|r| r.digest.is_some()) {
            return Err(EngineError::invalid("cannot import digest reference"));
        }
        if !matches!(o.platform.split('/').next(), Some("" | "linux")) {
            return Err(EngineError::invalid("operating system is not supported"));
        }
        let config = build::apply_changes(ImageConfig::default(), &o.changes)?;
        let room = self.disk(|d| d.room());
        let bytes = tar::inflated(archive, room).map_err(EngineError::system)?;
        let members = tar::read(&bytes, room);
        let diff_id = digest_of(&bytes);
        self.add_layer_known(None, &diff_id, Filling::Archive(&bytes, &members))?;
        let created = time::rfc3339_nano(self.now());
        let source = if o.source.is_empty() { "-" } else { &o.source };
        let comment = if o.message.is_empty() {
            format!("Imported from {source}")
        } else {
            o.message.clone()
        };
        let (os, architecture) = o.platform.split_once('/').unwrap_or((&o.platform, ""));
        let image = Image {
            os: os.to_string(),
            architecture: architecture.split('/').next().unwrap_or_default().to_string(),
            config,
            created: created.clone(),
            comment: comment.clone(),
            diff_ids: vec![diff_id],
            history: vec![History { created, comment, ..History::default() }],
            ..Image::default()
        }
        .seal();
        let id = self.add_image(image);
        if let Some(r) = reference {
            self.set_tag(&r.to_string(), &id);
            self.emit_image("tag", &id, &r.familiar());
        }
        self.emit_image("import", &id, &id);
        Ok(id)
    }
}
