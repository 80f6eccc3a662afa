//! The images and layers that are here: their records in memory, and their files under
//! `/var/lib/docker/image` and `/var/lib/docker/overlay2`, where Docker keeps them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::engine::api::config::ImageConfig;
use crate::engine::disk::{Disk, join};
use crate::engine::{Engine, EngineError, ROOT, Result, ids, time};
use crate::vfs::{Errno, NodeId};

use super::tree::{Tree, digest};

/// A step of an image's making.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct History {
    /// RFC 3339.
    #[serde(default)]
    pub created: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub created_by: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// No layer stands for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub empty_layer: bool,
}

/// An image.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Image {
    /// `sha256:...`: the digest of its configuration.
    pub id: String,
    /// What containers made from it get.
    pub config: ImageConfig,
    /// RFC 3339.
    pub created: String,
    /// Who made it.
    pub author: String,
    /// What was said about it.
    pub comment: String,
    /// `amd64`.
    pub architecture: String,
    /// `linux`.
    pub os: String,
    /// Its layers' own ids, the lowest first.
    pub diff_ids: Vec<String>,
    /// Its steps, the oldest first.
    pub history: Vec<History>,
    /// The image that it was committed from.
    pub parent: String,
    /// When a name was last given to it.
    pub tagged: Option<i64>,
    /// The file whose digest its id is.
    pub json: String,
}

/// A read-only layer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Layer {
    /// Its own id.
    pub diff_id: String,
    /// The chain below it.
    pub parent: Option<String>,
    /// Its directory under `overlay2`.
    pub dir: String,
    /// The name of the short link to it.
    pub link: String,
    /// Bytes of its files.
    pub size: u64,
}

/// All that is here.
#[derive(Clone, Debug, Default)]
pub struct Store {
    /// By id.
    pub images: BTreeMap<String, Image>,
    /// `docker.io/library/alpine:latest` to id.
    pub tags: BTreeMap<String, String>,
    /// `docker.io/library/alpine@sha256:...` to id.
    pub digests: BTreeMap<String, String>,
    /// By chain id.
    pub layers: BTreeMap<String, Layer>,
}

/// The ids of the chains that a list of layers makes (OCI image specification).
pub fn chains(diff_ids: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for diff in diff_ids {
        let chain = match out.last() {
            Some(below) => digest(format!("{below} {diff}").as_bytes()),
            None => diff.clone(),
        };
        out.push(chain);
    }
    out
}

impl Image {
    /// Fills in the configuration file and the id that it gives.
    pub fn seal(mut self) -> Image {
        if self.architecture.is_empty() {
            self.architecture = "amd64".to_string();
        }
        if self.os.is_empty() {
            self.os = "linux".to_string();
        }
        let mut v = json!({
            "architecture": self.architecture,
            "config": self.config,
            "created": self.created,
            "history": self.history,
            "os": self.os,
            "rootfs": {"type": "layers", "diff_ids": self.diff_ids},
        });
        if let Some(o) = v.as_object_mut() {
            for (name, text) in [("author", &self.author), ("comment", &self.comment)] {
                if !text.is_empty() {
                    o.insert(name.to_string(), json!(text));
                }
            }
        }
        self.json = v.to_string();
        self.id = digest(self.json.as_bytes());
        self
    }

    /// As [`Image::seal`], for an image of BuildKit, whose comment stands in its steps only.
    pub fn seal_as_built(mut self) -> Image {
        let comment = std::mem::take(&mut self.comment);
        Image { comment, ..self.seal() }
    }

    /// The first 12 digits of its id.
    pub fn short(&self) -> &str {
        short(&self.id)
    }
}

/// The first 12 digits of an id, with or without `sha256:`.
pub fn short(id: &str) -> &str {
    let id = id.strip_prefix("sha256:").unwrap_or(id);
    id.get(..12).unwrap_or(id)
}

impl Store {
    /// Bytes of an image's layers together.
    pub fn size(&self, image: &Image) -> u64 {
        chains(&image.diff_ids).iter().filter_map(|c| self.layers.get(c)).map(|l| l.size).sum()
    }

    /// The names that mean an image, in order.
    pub fn names(&self, id: &str) -> Vec<String> {
        self.tags.iter().filter(|(_, i)| *i == id).map(|(n, _)| n.clone()).collect()
    }

    /// The images made from this one by a commit or build step.
    pub fn children(&self, id: &str) -> Vec<&Image> {
        self.images.values().filter(|i| i.parent == id).collect()
    }
}

impl Engine {
    /// `/var/lib/docker/overlay2/DIR`.
    pub(crate) fn layer_path(dir: &str) -> String {
        format!("{ROOT}/overlay2/{dir}")
    }

    /// Puts a layer on the disk above a chain, unless it is there already; gives the new chain's id.
    pub(crate) fn add_layer(&self, parent: Option<&str>, tree: &Tree) -> Result<String> {
        self.add_layer_with(parent, &tree.diff_id(), tree.size(), |disk, top| {
            tree.unpack(disk, top)
        })
    }

    /// As [`Engine::add_layer`], where the layer's id is known before its files.
    pub(crate) fn add_layer_with(
        &self,
        parent: Option<&str>,
        diff_id: &str,
        size: u64,
        fill: impl FnOnce(&mut Disk<'_>, NodeId) -> std::result::Result<(), Errno>,
    ) -> Result<String> {
        let chain = match parent {
            Some(p) => digest(format!("{p} {diff_id}").as_bytes()),
            None => diff_id.to_string(),
        };
        if self.state().images.layers.contains_key(&chain) {
            return Ok(chain);
        }
        let dir = ids::hex(&self.inner.kernel, 64);
        let link = ids::base32(&self.inner.kernel, 26, ids::LINK);
        let lowers = parent.map(|p| self.lower_links(p)).unwrap_or_default();
        let made = self.disk(|d| {
            let top = layer_dirs(d, &dir, &link, &lowers, false)?;
            // A layer that is registered is on the disk.
            d.vfs.write_through(true);
            let filled = fill(d, top);
            d.vfs.write_through(false);
            filled?;
            d.write(&format!("{}/committed", Engine::layer_path(&dir)), b"", 0o600)
        });
        if let Err(e) = made {
            let path = Engine::layer_path(&dir);
            self.disk(|d| d.remove_all(&path)).ok();
            return Err(EngineError::system(format!("failed to register layer: {e}")));
        }
        let layer = Layer {
            diff_id: diff_id.to_string(),
            parent: parent.map(str::to_string),
            dir,
            link,
            size,
        };
        self.write_layer_record(&chain, &layer);
        self.state().images.layers.insert(chain.clone(), layer);
        Ok(chain)
    }

    /// The short links of a chain's layers, topmost first, as the `lower` file has them.
    pub(crate) fn lower_links(&self, chain: &str) -> Vec<String> {
        let st = self.state();
        let mut out = Vec::new();
        let mut at = st.images.layers.get(chain);
        while let Some(layer) = at {
            out.push(layer.link.clone());
            at = layer.parent.as_ref().and_then(|p| st.images.layers.get(p));
        }
        out
    }

    /// The directories of a chain's layers, topmost first.
    pub(crate) fn lower_dirs(&self, chain: &str) -> Vec<String> {
        let st = self.state();
        let mut out = Vec::new();
        let mut at = st.images.layers.get(chain);
        while let Some(layer) = at {
            out.push(format!("{}/diff", Engine::layer_path(&layer.dir)));
            at = layer.parent.as_ref().and_then(|p| st.images.layers.get(p));
        }
        out
    }

    fn write_layer_record(&self, chain: &str, layer: &Layer) {
        let hex = chain.strip_prefix("sha256:").unwrap_or(chain);
        let base = format!("{ROOT}/image/overlay2/layerdb/sha256/{hex}");
        self.disk(|d| {
            d.mkdir_all(&base, 0o700)?;
            d.write(&join(&base, "cache-id"), layer.dir.as_bytes(), 0o644)?;
            d.write(&join(&base, "diff"), layer.diff_id.as_bytes(), 0o644)?;
            if let Some(p) = &layer.parent {
                d.write(&join(&base, "parent"), p.as_bytes(), 0o644)?;
            }
            d.write(&join(&base, "size"), layer.size.to_string().as_bytes(), 0o644)
        })
        // The record mirrors what the daemon holds; a full disk does not make the layer unusable.
        .ok();
    }

    /// Keeps an image, and its configuration as a file.
    pub(crate) fn add_image(&self, image: Image) -> String {
        let id = image.id.clone();
        let hex = id.strip_prefix("sha256:").unwrap_or(&id).to_string();
        let base = format!("{ROOT}/image/overlay2/imagedb/content/sha256");
        self.disk(|d| {
            d.mkdir_all(&base, 0o700)?;
            d.write(&join(&base, &hex), image.json.as_bytes(), 0o600)
        })
        .ok();
        self.state().images.images.entry(id.clone()).or_insert(image);
        id
    }

    /// Makes a name mean an image; `last_tag` where a person did it.
    pub(crate) fn set_tag(&self, reference: &str, id: &str) {
        let now = self.now();
        {
            let mut st = self.state();
            st.images.tags.insert(reference.to_string(), id.to_string());
            if let Some(i) = st.images.images.get_mut(id) {
                i.tagged = Some(now);
            }
        }
        self.write_repositories();
    }

    pub(crate) fn write_repositories(&self) {
        let mut repos: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        {
            let st = self.state();
            for (name, id) in st.images.tags.iter().chain(&st.images.digests) {
                if let Ok(r) = super::reference::Reference::parse(name) {
                    repos.entry(r.familiar_name()).or_default().insert(r.familiar(), id.clone());
                }
            }
        }
        let text = json!({ "Repositories": repos }).to_string();
        self.disk(|d| {
            d.mkdir_all(&format!("{ROOT}/image/overlay2"), 0o700)?;
            d.write(&format!("{ROOT}/image/overlay2/repositories.json"), text.as_bytes(), 0o600)
        })
        .ok();
    }

    /// Drops layers that no image and no container needs any more; gives their ids, topmost first.
    pub(crate) fn drop_layers(&self, chain: Option<String>) -> Vec<(String, u64)> {
        let mut gone = Vec::new();
        let mut at = chain;
        while let Some(chain) = at {
            let layer = {
                let st = self.state();
                let used = st.images.images.values().any(|i| chains(&i.diff_ids).contains(&chain))
                    || st.images.layers.values().any(|l| l.parent.as_ref() == Some(&chain))
                    || st.containers.values().any(|c| c.chain.as_ref() == Some(&chain))
                    || st.cache.uses(&chain);
                if used {
                    break;
                }
                st.images.layers.get(&chain).cloned()
            };
            let Some(layer) = layer else { break };
            let hex = chain.strip_prefix("sha256:").unwrap_or(&chain).to_string();
            self.disk(|d| {
                d.remove_all(&format!("{ROOT}/overlay2/l/{}", layer.link)).ok();
                d.remove_all(&Engine::layer_path(&layer.dir)).ok();
                d.remove_all(&format!("{ROOT}/image/overlay2/layerdb/sha256/{hex}")).ok();
            });
            self.state().images.layers.remove(&chain);
            gone.push((chain, layer.size));
            at = layer.parent;
        }
        gone
    }

    /// The image's creation time in nanoseconds since the epoch.
    pub(crate) fn created_ns(image: &Image) -> i64 {
        time::parse(&image.created).unwrap_or(0)
    }
}

/// Makes a layer's directory as overlay2 has it: `diff`, `link`, with layers below `lower` and
/// `work`. Gives the node of `diff`.
pub fn layer_dirs(
    d: &mut Disk<'_>,
    dir: &str,
    link: &str,
    lowers: &[String],
    writable: bool,
) -> std::result::Result<NodeId, Errno> {
    let path = Engine::layer_path(dir);
    d.mkdir_all(&format!("{ROOT}/overlay2/l"), 0o700)?;
    d.mkdir_all(&path, 0o710)?;
    let diff = d.mkdir_all(&join(&path, "diff"), 0o755)?.node;
    d.write(&join(&path, "link"), link.as_bytes(), 0o644)?;
    d.symlink(&format!("../{dir}/diff"), &format!("{ROOT}/overlay2/l/{link}"))?;
    if !lowers.is_empty() {
        let text: Vec<String> = lowers.iter().map(|l| format!("l/{l}")).collect();
        d.write(&join(&path, "lower"), text.join(":").as_bytes(), 0o644)?;
    }
    if writable || !lowers.is_empty() {
        d.mkdir_all(&join(&path, "work"), 0o700)?;
        if writable {
            d.mkdir_all(&join(&path, "work/work"), 0o000)?;
        }
    }
    Ok(diff)
}
