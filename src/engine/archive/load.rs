//! `docker load`.

use std::collections::BTreeMap;

use crate::engine::api::image::Message;
use crate::engine::images::reference::Reference;
use crate::engine::images::store::Image;
use crate::engine::images::tree::{Kind, digest};
use crate::engine::{Engine, EngineError, ROOT, Result, ids};
use crate::vfs::Content;

use super::layout::{ConfigFile, Manifest, layer_tree};
use super::tar;

impl Engine {
    /// `docker load`: messages whose `stream` says what was loaded.
    pub fn image_load(&self, archive: &Content) -> Result<Vec<Message>> {
        let mut files: BTreeMap<String, Content> = BTreeMap::new();
        for (path, e) in tar::read(archive).map_err(EngineError::system)? {
            if let Kind::File(content) = e.kind {
                files.insert(path.trim_start_matches("./").to_string(), content);
            }
        }
        let Some(manifest) = files.get("manifest.json") else {
            // An archive of the older form has this file instead; the daemon looks for it last.
            let n = u32::from_str_radix(&ids::hex(&self.inner.kernel, 7), 16).unwrap_or(0);
            return Err(EngineError::system(format!(
                "open {ROOT}/tmp/docker-import-{n}/repositories: no such file or directory"
            )));
        };
        let manifests: Vec<Manifest> = serde_json::from_slice(&manifest.to_vec())
            .map_err(|e| EngineError::system(format!("invalid manifest.json: {e}")))?;
        let mut said = Vec::new();
        for m in manifests {
            let id = self.load_one(&files, &m)?;
            let mut named = false;
            for name in m.repo_tags.iter().flatten() {
                let r = Reference::parse(name)?.tagged();
                self.take_name(&r, &id, &mut said);
                named = true;
                said.push(stream(format!("Loaded image: {}\n", r.familiar())));
            }
            if !named {
                said.push(stream(format!("Loaded image ID: {id}\n")));
            }
            self.emit("image", "load", &id, &[("name", &id)]);
        }
        Ok(said)
    }

    /// Gives a name to an image; one that it had before is told of.
    fn take_name(&self, r: &Reference, id: &str, said: &mut Vec<Message>) {
        let full = r.to_string();
        let old = self.state().images.tags.get(&full).cloned();
        if let Some(old) = old.filter(|o| o != id) {
            said.push(stream(format!(
                "The image {} already exists, renaming the old one with ID {old} to empty string\n",
                r.familiar()
            )));
        }
        self.set_tag(&full, id);
    }

    fn load_one(&self, files: &BTreeMap<String, Content>, m: &Manifest) -> Result<String> {
        let missing =
            |path: &str| EngineError::system(format!("open {path}: no such file or directory"));
        let config = files.get(&m.config).ok_or_else(|| missing(&m.config))?.to_vec();
        let parsed: ConfigFile = serde_json::from_slice(&config)
            .map_err(|e| EngineError::system(format!("invalid image configuration: {e}")))?;
        let diff_ids = parsed.rootfs.diff_ids;
        if diff_ids.len() != m.layers.len() {
            return Err(EngineError::system(format!(
                "invalid manifest, layers length mismatch: expected {}, got {}",
                m.layers.len(),
                diff_ids.len()
            )));
        }
        let mut chain: Option<String> = None;
        for (diff, path) in diff_ids.iter().zip(&m.layers) {
            let next = match &chain {
                Some(below) => digest(format!("{below} {diff}").as_bytes()),
                None => diff.clone(),
            };
            if !self.state().images.layers.contains_key(&next) {
                let tar = files.get(path).ok_or_else(|| missing(path))?;
                let tree = layer_tree(tar::read(tar).map_err(EngineError::system)?)
                    .map_err(EngineError::system)?;
                // Images of other makers name their layers by the tar file's own digest.
                let own = tree.diff_id();
                if own != *diff && digest(&tar.to_vec()) != *diff {
                    return Err(EngineError::system(format!(
                        "invalid diffID for layer {}: expected {diff:?}, got {own:?}",
                        m.layers.iter().position(|l| l == path).unwrap_or(0)
                    )));
                }
                self.add_layer_with(chain.as_deref(), diff, tree.size(), |d, top| {
                    tree.unpack(d, top)
                })?;
            }
            chain = Some(next);
        }
        let image = Image {
            id: digest(&config),
            config: parsed.config.unwrap_or_default(),
            created: parsed.created,
            author: parsed.author,
            comment: parsed.comment,
            architecture: parsed.architecture,
            os: parsed.os,
            diff_ids,
            history: parsed.history,
            parent: String::new(),
            tagged: None,
            json: String::from_utf8_lossy(&config).into_owned(),
        };
        Ok(self.add_image(image))
    }
}

fn stream(text: String) -> Message {
    Message { stream: text, ..Message::default() }
}
