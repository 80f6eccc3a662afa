//! The parts of a saved image: the OCI image layout with Docker's own `manifest.json` beside it
//! (OCI image specification, moby `image/tarexport`), and the way layers stand in tar files.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::images::tree::{Entry, Kind, Tree, digest_of};
use crate::vfs::Content;

use super::tar::Writer;
use super::unpack::{OPAQUE, WHITEOUT};

/// A layer as a tar file: deletions as `.wh.` files.
pub fn layer_tar(tree: &Tree) -> Content {
    let mut w = Writer::new();
    for (path, e) in &tree.0 {
        let (dir, name) = match path.rsplit_once('/') {
            Some((d, n)) => (format!("{d}/"), n),
            None => (String::new(), path.as_str()),
        };
        match &e.kind {
            Kind::Whiteout => w.file(&format!("{dir}{WHITEOUT}{name}"), b"", e.mtime),
            Kind::Opaque => {
                w.entry(path, e);
                w.file(&format!("{path}/{OPAQUE}"), b"", e.mtime);
            }
            // A link has the attributes of what it leads to.
            Kind::Hardlink(to) => match tree.0.get(to) {
                Some(file) => w.entry(path, &Entry { kind: e.kind.clone(), ..file.clone() }),
                None => w.entry(path, e),
            },
            _ => w.entry(path, e),
        }
    }
    w.finish()
}

/// A layer's own id: the digest of its tar file.
pub fn diff_id(tree: &Tree) -> String {
    digest_of(&layer_tar(tree))
}

/// `manifest.json`'s entry for one image.
pub struct Manifest {
    /// Path of the configuration.
    pub config: String,
    /// Its names.
    pub repo_tags: Vec<String>,
    /// Paths of the layers, the lowest first.
    pub layers: Vec<String>,
    /// The id of the image that it was made from, if that is in the archive, too.
    pub parent: String,
}

/// The fields of an image's configuration that are not in its `config`.
#[derive(Deserialize)]
pub struct ConfigFile {
    /// What containers get.
    #[serde(default)]
    pub config: Option<crate::engine::api::config::ImageConfig>,
    /// When.
    #[serde(default)]
    pub created: String,
    /// Who.
    #[serde(default)]
    pub author: String,
    /// What was said.
    #[serde(default)]
    pub comment: String,
    /// Processor.
    #[serde(default)]
    pub architecture: String,
    /// System.
    #[serde(default)]
    pub os: String,
    /// Steps.
    #[serde(default)]
    pub history: Vec<crate::engine::images::store::History>,
    /// Layers.
    #[serde(default)]
    pub rootfs: Option<RootFsFile>,
}

/// Layers in a configuration.
#[derive(Deserialize)]
pub struct RootFsFile {
    /// Their ids.
    #[serde(default)]
    pub diff_ids: Vec<String>,
}

/// A blob's description.
pub fn descriptor(media: &str, digest: &str, size: u64) -> Value {
    json!({"mediaType": media, "digest": digest, "size": size})
}

/// The same as the daemon's older part writes it.
pub fn source(media: &str, digest: &str, size: u64) -> Value {
    json!({"mediaType": media, "size": size, "digest": digest})
}

/// Path of a blob.
pub fn blob(digest: &str) -> String {
    format!("blobs/sha256/{}", digest.strip_prefix("sha256:").unwrap_or(digest))
}

/// `repositories`, the oldest of the formats: name to tag to layer.
pub fn repositories(names: &[(String, String, String)]) -> String {
    let mut all: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (name, tag, layer) in names {
        let layer = layer.strip_prefix("sha256:").unwrap_or(layer);
        all.entry(name).or_default().insert(tag, layer);
    }
    format!("{}\n", json!(all))
}
