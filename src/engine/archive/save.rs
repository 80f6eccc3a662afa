//! `docker save`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::images::reference::Reference;
use crate::engine::images::store::{Image, chains};
use crate::engine::images::tree::{Entry, Kind, digest};
use crate::engine::{Engine, EngineError, ErrorKind, Result};
use crate::vfs::Content;

use super::layout::{blob, descriptor, repositories, source};
use super::legacy;
use super::tar::Writer;

const LAYER: &str = "application/vnd.oci.image.layer.v1.tar";
const MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";
const CONFIG: &str = "application/vnd.oci.image.config.v1+json";

/// What is to be saved: images in the order in which they were named, with their names.
type Wanted = Vec<(String, Vec<String>)>;

/// The parts of the archive.
#[derive(Default)]
struct Parts {
    /// By path: what is in it, and its time.
    blobs: BTreeMap<String, (Content, i64)>,
    /// Of `index.json`.
    index: Vec<Value>,
    /// Of `manifest.json`.
    manifests: Vec<Value>,
    /// Of `repositories`: name, tag and layer.
    repos: Vec<(String, String, String)>,
}

impl Parts {
    /// A blob of JSON; gives its digest and length.
    fn json(&mut self, value: &impl Serialize, time: i64) -> (String, u64) {
        let text = json!(value).to_string();
        let (id, size) = (digest(text.as_bytes()), text.len() as u64);
        self.blobs.insert(blob(&id), (Content::from(text.into_bytes()), time));
        (id, size)
    }

    /// The archive.
    fn pack(self, now: i64, oldest: i64) -> Content {
        let mut w = Writer::new();
        let dir = Entry { kind: Kind::Dir, mode: 0o755, uid: 0, gid: 0, mtime: now };
        w.entry("blobs", &Entry { mtime: oldest, ..dir.clone() });
        w.entry("blobs/sha256", &dir);
        for (path, (content, mtime)) in self.blobs {
            let kind = Kind::File(content);
            w.entry(&path, &Entry { kind, mode: 0o644, uid: 0, gid: 0, mtime });
        }
        let index = json!({
            "schemaVersion": 2,
            "mediaType": "application/vnd.oci.image.index.v1+json",
            "manifests": self.index,
        });
        w.file("index.json", index.to_string().as_bytes(), 0);
        w.file("manifest.json", format!("{}\n", json!(self.manifests)).as_bytes(), 0);
        w.file("oci-layout", b"{\"imageLayoutVersion\": \"1.0.0\"}", 0);
        if !self.repos.is_empty() {
            w.file("repositories", repositories(&self.repos).as_bytes(), 0);
        }
        w.finish()
    }
}

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

    /// The tags of a repository, with the images that they mean.
    fn tags_of(&self, r: &Reference) -> Vec<(String, String)> {
        let prefix = format!("{}:", r.name());
        let st = self.state();
        let tags = st.images.tags.iter().filter(|(tag, _)| tag.starts_with(&prefix));
        tags.map(|(tag, id)| (tag.clone(), id.clone())).collect()
    }

    /// The images that a word means, with the names to save: a name without a tag stands for all of its
    /// repository's tags, which may be of several images.
    fn named(&self, word: &str) -> Result<Vec<(String, Option<String>)>> {
        let parsed = Reference::parse(word);
        let tagged = parsed.as_ref().is_ok_and(|r| r.tag.is_some());
        let all = match &parsed {
            Ok(r) if !tagged => self.tags_of(r),
            _ => Vec::new(),
        };
        let each = |all: Vec<(String, String)>| {
            all.into_iter().map(|(tag, id)| (id, Some(tag))).collect::<Vec<_>>()
        };
        let id = match self.find_image(word) {
            Ok(id) => id,
            Err(_) if !all.is_empty() => return Ok(each(all)),
            Err(e) if e.kind == ErrorKind::InvalidParameter => return Err(e),
            Err(_) if tagged => return Err(EngineError::not_found("reference does not exist")),
            Err(_) => return Err(EngineError::not_found(format!("No such image: {word}"))),
        };
        let bare = word.strip_prefix("sha256:").unwrap_or(word);
        if id["sha256:".len()..].starts_with(bare) {
            return Ok(vec![(id, None)]);
        }
        if tagged {
            return Ok(vec![(id, Some(parsed?.to_string()))]);
        }
        let own: Vec<(String, String)> = all.into_iter().filter(|(_, i)| *i == id).collect();
        Ok(if own.is_empty() { vec![(id, None)] } else { each(own) })
    }

    fn wanted(&self, words: &[String]) -> Result<Wanted> {
        let mut wanted: Wanted = Vec::new();
        for word in words {
            for (id, name) in self.named(word)? {
                let at = wanted.iter().position(|(i, _)| *i == id).unwrap_or(wanted.len());
                if at == wanted.len() {
                    wanted.push((id, Vec::new()));
                }
                let names = &mut wanted[at].1;
                names.extend(name.filter(|n| !names.contains(n)));
            }
        }
        Ok(wanted)
    }

    /// `docker save`: a tar file.
    pub fn image_save(&self, words: &[String]) -> Result<Content> {
        let wanted = self.wanted(words)?;
        let (mut parts, mut oldest) = (Parts::default(), i64::MAX);
        for (id, names) in &wanted {
            let image = self.image_record(id)?;
            oldest = oldest.min(Engine::created_ns(&image));
            let saved = wanted.iter().any(|(id, _)| *id == image.parent);
            self.save_one(&mut parts, &image, names, saved)?;
            self.emit_image("save", id, id);
        }
        Ok(parts.pack(self.now(), oldest))
    }

    /// One image's part of the archive; `with_parent` where the one that it was made from is saved, too.
    fn save_one(
        &self,
        parts: &mut Parts,
        image: &Image,
        names: &[String],
        with_parent: bool,
    ) -> Result<()> {
        let mut layers = Vec::new();
        let mut sources = serde_json::Map::new();
        let created = Engine::created_ns(image);
        for (diff, tar) in image.diff_ids.iter().zip(self.image_tars(image)?) {
            sources.insert(diff.clone(), source(LAYER, diff, tar.len()));
            layers.push(descriptor(LAYER, diff, tar.len()));
            parts.blobs.entry(blob(diff)).or_insert((tar, created));
        }
        for old in legacy::configs(image) {
            parts.json(&old, created);
        }
        let config = Content::from(image.json.clone().into_bytes());
        parts.blobs.insert(blob(&image.id), (config, created));
        let manifest = json!({
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": descriptor(CONFIG, &image.id, image.json.len() as u64),
            "layers": layers,
        });
        let (manifest_id, size) = parts.json(&manifest, 0);
        let mut shown = descriptor(MANIFEST, &manifest_id, size);
        let mut familiar = Vec::new();
        for name in names {
            let r = Reference::parse(name)?;
            let short = r.tag.clone().unwrap_or_default();
            shown["annotations"] = json!({
                "io.containerd.image.name": name,
                "org.opencontainers.image.ref.name": short,
            });
            parts.index.push(shown.clone());
            let top = image.diff_ids.last().cloned().unwrap_or_default();
            parts.repos.push((r.familiar_name(), short, top));
            familiar.push(r.familiar());
        }
        if names.is_empty() {
            parts.index.push(shown);
        }
        let mut manifest = json!({
            "Config": blob(&image.id),
            "RepoTags": if familiar.is_empty() { Value::Null } else { json!(familiar) },
            "Layers": image.diff_ids.iter().map(|d| blob(d)).collect::<Vec<_>>(),
            "LayerSources": sources,
        });
        if with_parent {
            manifest["Parent"] = json!(image.parent);
        }
        parts.manifests.push(manifest);
        Ok(())
    }
}
