//! The images and layers that are here: their records in memory, and their files under
//! `/var/lib/docker/image` and `/var/lib/docker/overlay2`, where Docker keeps them.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::engine::api::config::ImageConfig;
use crate::engine::archive::layout::diff_id;
use crate::engine::archive::reader::Members;
use crate::engine::archive::split::Split;
use crate::engine::archive::{Rules, unpack_members};
use crate::engine::disk::join;
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, ROOT, Result, ids};
use crate::golang::time;
use crate::vfs::{Content, Errno};

use super::layers::layer_dirs;
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
#[derive(Clone, Debug)]
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
    /// The tar file that it has its id from.
    pub split: Rc<Split>,
}

/// What a new layer is made from.
#[derive(Clone, Copy)]
pub(crate) enum Filling<'a> {
    /// Files.
    Tree(&'a Tree),
    /// What a step of a build has made; BuildKit counts its regular files alone.
    Step(&'a Tree),
    /// An uncompressed tar file, and what was read in it.
    Archive(&'a Content, &'a Members),
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

/// The fields of a configuration in the order of BuildKit.
const BUILT: [&str; 13] = [
    "User",
    "ExposedPorts",
    "Env",
    "Entrypoint",
    "Cmd",
    "Volumes",
    "WorkingDir",
    "Labels",
    "StopSignal",
    "ArgsEscaped",
    "Healthcheck",
    "OnBuild",
    "Shell",
];

impl Image {
    /// Fills in the configuration file and the id that it gives.
    pub fn seal(self) -> Image {
        let config = json!(self.config);
        self.sealed(config)
    }

    fn sealed(mut self, config: Value) -> Image {
        if self.architecture.is_empty() {
            self.architecture = "amd64".to_string();
        }
        if self.os.is_empty() {
            self.os = "linux".to_string();
        }
        let mut v = Map::new();
        v.insert("architecture".to_string(), json!(self.architecture));
        for (name, text) in [("author", &self.author), ("comment", &self.comment)] {
            if !text.is_empty() {
                v.insert(name.to_string(), json!(text));
            }
        }
        v.insert("config".to_string(), config);
        v.insert("created".to_string(), json!(self.created));
        v.insert("history".to_string(), json!(self.history));
        v.insert("os".to_string(), json!(self.os));
        v.insert("rootfs".to_string(), json!({"type": "layers", "diff_ids": self.diff_ids}));
        self.json = Value::Object(v).to_string();
        self.id = digest(self.json.as_bytes());
        self
    }

    /// As [`Image::seal`], for an image of BuildKit, whose comment stands in its steps only, and which leaves out
    /// what is empty of a configuration, in an order of its own (OCI image specification).
    pub fn seal_as_built(mut self) -> Image {
        let comment = std::mem::take(&mut self.comment);
        let all = json!(self.config);
        let given = |name: &&str| match &all[*name] {
            Value::Null => false,
            Value::String(text) => !text.is_empty(),
            _ => true,
        };
        let config =
            BUILT.into_iter().filter(given).map(|name| (name.to_string(), all[name].clone()));
        let config = Value::Object(config.collect());
        Image { comment, ..self.sealed(config) }
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

    /// Whether a chain of layers is an image's, or what an image begins with.
    pub fn uses(&self, chain: &str) -> bool {
        let mut ids: Vec<&str> = Vec::new();
        let mut at = self.layers.get(chain);
        while let Some(layer) = at {
            ids.push(&layer.diff_id);
            at = layer.parent.as_ref().and_then(|p| self.layers.get(p));
        }
        let begins = |i: &Image| i.diff_ids.iter().take(ids.len()).eq(ids.iter().rev());
        !ids.is_empty() && self.images.values().any(begins)
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
        [ROOT, "/overlay2/", dir].concat()
    }

    /// Puts a layer on the disk above a chain, unless it is there already; gives its own id and the
    /// new chain's.
    pub(crate) fn add_layer(&self, parent: Option<&str>, tree: &Tree) -> Result<(String, String)> {
        let diff_id = diff_id(tree);
        let chain = self.add_layer_known(parent, &diff_id, Filling::Tree(tree))?;
        Ok((diff_id, chain))
    }

    /// As [`Engine::add_layer`], for a step of a build.
    pub(crate) fn add_step(&self, parent: Option<&str>, tree: &Tree) -> Result<(String, String)> {
        let diff_id = diff_id(tree);
        let chain = self.add_layer_known(parent, &diff_id, Filling::Step(tree))?;
        Ok((diff_id, chain))
    }

    /// As [`Engine::add_layer`], where the layer's id is known. Gives the chain's id.
    pub(crate) fn add_layer_known(
        &self,
        parent: Option<&str>,
        diff_id: &str,
        filling: Filling<'_>,
    ) -> Result<String> {
        let chain = match parent {
            Some(p) => digest(format!("{p} {diff_id}").as_bytes()),
            None => diff_id.to_string(),
        };
        if self.state().images.layers.contains_key(&chain) {
            return Ok(chain);
        }
        let failed = |e: Errno| format!("failed to register layer: {}", go_errno(e));
        let dir = ids::hex(&self.inner.kernel, 64);
        let link = ids::base32(&self.inner.kernel, 26, ids::LINK);
        let lowers = parent.map(|p| self.lower_links(p)).unwrap_or_default();
        let made = self.disk(|d| {
            let top = layer_dirs(d, &dir, &link, &lowers, false).map_err(failed)?;
            // A layer that is registered is on the disk.
            d.vfs.write_through(true);
            let path = Engine::layer_path(&dir);
            let filled = match filling {
                Filling::Tree(tree) | Filling::Step(tree) => tree.unpack(d, top).map_err(failed),
                Filling::Archive(_, members) => {
                    let rules = Rules { layer: true, ..Rules::default() };
                    unpack_members(d, &format!("{path}/diff"), members, rules)
                }
            };
            d.vfs.write_through(false);
            filled?;
            let size = match filling {
                Filling::Step(tree) => tree.file_size(),
                _ => d.size(top),
            };
            d.write(&format!("{path}/committed"), b"", 0o600).map_err(failed).map(|()| size)
        });
        let size = match made {
            Ok(size) => size,
            Err(e) => {
                let path = Engine::layer_path(&dir);
                self.disk(|d| d.remove_all(&path)).ok();
                return Err(EngineError::system(e));
            }
        };
        let split = match filling {
            Filling::Tree(tree) | Filling::Step(tree) => Split::Own(tree.clone()),
            Filling::Archive(bytes, members) => Split::of(bytes, members),
        };
        let layer = Layer {
            diff_id: diff_id.to_string(),
            parent: parent.map(str::to_string),
            dir,
            link,
            size,
            split: Rc::new(split),
        };
        self.write_layer_record(&chain, &layer);
        self.state().images.layers.insert(chain.clone(), layer);
        Ok(chain)
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

    /// The image's creation time in nanoseconds since the epoch.
    pub(crate) fn created_ns(image: &Image) -> i64 {
        time::from_rfc3339(&image.created).unwrap_or(0)
    }
}
