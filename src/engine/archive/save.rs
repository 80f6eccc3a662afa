//! `docker save`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::engine::images::reference::Reference;
use crate::engine::images::store::{Image, chains};
use crate::engine::images::tree::{Entry, Kind, digest};
use crate::engine::{Engine, EngineError, ErrorKind, Result};
use crate::vfs::Content;

use super::layout::{blob, descriptor, repositories, source};
use super::tar::Writer;

const LAYER: &str = "application/vnd.oci.image.layer.v1.tar";

impl Engine {
    /// An image's layers as tar files, the lowest first.
    fn image_tars(&self, image: &Image) -> Result<Vec<Content>> {
        let mut out = Vec::new();
        for chain in chains(&image.diff_ids) {
            let layer = self.state().images.layers.get(&chain).cloned();
            let Some(layer) = layer else {
                return Err(EngineError::system("layer does not exist"));
            };
            let dir = Engine::layer_path(&layer.dir);
            // With nothing below it a layer needs no mount to be read.
            let shown = if layer.parent.is_some() { "merged" } else { "diff" };
            let (files, shown) = (format!("{dir}/diff"), format!("{dir}/{shown}"));
            self.disk(|d| layer.split.verify(d, &files, &shown)).map_err(EngineError::system)?;
            out.push(layer.split.tar());
        }
        Ok(out)
    }

    /// A name without a tag stands for all of a repository's tags, which may be of several images; false
    /// where there are none.
    fn save_repository(
        &self,
        name: &str,
        wanted: &mut BTreeMap<String, Vec<String>>,
        order: &mut Vec<String>,
    ) -> bool {
        let Ok(r) = Reference::parse(name) else { return false };
        if r.tag.is_some() {
            return false;
        }
        let prefix = format!("{}:", r.name());
        let found: Vec<(String, String)> = {
            let st = self.state();
            let tags = st.images.tags.iter().filter(|(tag, _)| tag.starts_with(&prefix));
            tags.map(|(tag, id)| (tag.clone(), id.clone())).collect()
        };
        for (tag, id) in &found {
            if !order.contains(id) {
                order.push(id.clone());
            }
            let tags = wanted.entry(id.clone()).or_default();
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        !found.is_empty()
    }

    /// `docker save`: a tar file.
    pub fn image_save(&self, names: &[String]) -> Result<Content> {
        let mut wanted: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut order = Vec::new();
        for name in names {
            let tagged = Reference::parse(name).is_ok_and(|r| r.tag.is_some());
            if self.find_image(name).is_err() && self.save_repository(name, &mut wanted, &mut order)
            {
                continue;
            }
            let id = self.find_image(name).map_err(|e| match (tagged, e.kind) {
                (_, ErrorKind::InvalidParameter) => e,
                (true, _) => EngineError::not_found("reference does not exist"),
                (false, _) => EngineError::not_found(format!("No such image: {name}")),
            })?;
            let bare = name.strip_prefix("sha256:").unwrap_or(name);
            let by_id = id["sha256:".len()..].starts_with(bare);
            let mut tags = Vec::new();
            if !by_id {
                let r = Reference::parse(name)?;
                tags = match &r.tag {
                    Some(_) => vec![r.to_string()],
                    // A name without a tag stands for all of its tags.
                    None => {
                        let st = self.state();
                        let prefix = format!("{}:", r.name());
                        let all = st.images.tags.iter();
                        all.filter(|(n, i)| n.starts_with(&prefix) && **i == id)
                            .map(|(n, _)| n.clone())
                            .collect()
                    }
                };
            }
            if !wanted.contains_key(&id) {
                order.push(id.clone());
            }
            wanted.entry(id).or_default().extend(tags);
        }
        let (now, mut oldest) = (self.now(), i64::MAX);
        let mut blobs: BTreeMap<String, (Content, i64)> = BTreeMap::new();
        let (mut manifests, mut index, mut repos) = (Vec::new(), Vec::new(), Vec::new());
        let saved: BTreeSet<String> = order.iter().cloned().collect();
        for id in order {
            let image = self.image_record(&id)?;
            let tags = wanted.remove(&id).unwrap_or_default();
            let mut layers = Vec::new();
            let mut sources = serde_json::Map::new();
            let created = Engine::created_ns(&image);
            for (diff, tar) in image.diff_ids.iter().zip(self.image_tars(&image)?) {
                sources.insert(diff.clone(), source(LAYER, diff, tar.len()));
                layers.push(descriptor(LAYER, diff, tar.len()));
                blobs.entry(blob(diff)).or_insert((tar, created));
            }
            blobs.insert(blob(&id), (Content::from(image.json.clone().into_bytes()), created));
            oldest = oldest.min(created);
            let manifest = json!({
                "schemaVersion": 2,
                "mediaType": "application/vnd.oci.image.manifest.v1+json",
                "config": descriptor("application/vnd.oci.image.config.v1+json", &id, image.json.len() as u64),
                "layers": layers,
            })
            .to_string();
            let manifest_id = digest(manifest.as_bytes());
            let size = manifest.len() as u64;
            blobs.insert(blob(&manifest_id), (Content::from(manifest.into_bytes()), 0));
            let mut shown =
                descriptor("application/vnd.oci.image.manifest.v1+json", &manifest_id, size);
            let mut familiar = Vec::new();
            for tag in &tags {
                let r = Reference::parse(tag)?;
                let short = r.tag.clone().unwrap_or_default();
                shown["annotations"] = json!({
                    "io.containerd.image.name": tag,
                    "org.opencontainers.image.ref.name": short,
                });
                index.push(shown.clone());
                let top = image.diff_ids.last().cloned().unwrap_or_default();
                repos.push((r.familiar_name(), short, top));
                familiar.push(r.familiar());
            }
            if tags.is_empty() {
                index.push(shown);
            }
            let layers: Vec<String> = image.diff_ids.iter().map(|d| blob(d)).collect();
            let mut manifest = json!({
                "Config": blob(&id),
                "RepoTags": if familiar.is_empty() { serde_json::Value::Null } else { json!(familiar) },
                "Layers": layers,
                "LayerSources": sources,
            });
            if saved.contains(&image.parent) {
                manifest["Parent"] = json!(image.parent);
            }
            manifests.push(manifest);
            self.emit_image("save", &id, &id);
        }
        let mut w = Writer::new();
        let dir = Entry { kind: Kind::Dir, mode: 0o755, uid: 0, gid: 0, mtime: now };
        w.entry("blobs", &Entry { mtime: oldest, ..dir.clone() });
        w.entry("blobs/sha256", &dir);
        for (path, (content, mtime)) in blobs {
            w.entry(
                &path,
                &Entry { kind: Kind::File(content), mode: 0o644, uid: 0, gid: 0, mtime },
            );
        }
        let index = json!({
            "schemaVersion": 2,
            "mediaType": "application/vnd.oci.image.index.v1+json",
            "manifests": index,
        });
        w.file("index.json", index.to_string().as_bytes(), 0);
        w.file("manifest.json", format!("{}\n", json!(manifests)).as_bytes(), 0);
        w.file("oci-layout", b"{\"imageLayoutVersion\": \"1.0.0\"}", 0);
        if !repos.is_empty() {
            w.file("repositories", repositories(&repos).as_bytes(), 0);
        }
        Ok(w.finish())
    }
}
