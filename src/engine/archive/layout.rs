//! The parts of a saved image: the OCI image layout with Docker's own `manifest.json` beside it
//! (OCI image specification, moby `image/tarexport`), and the way layers stand in tar files.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::images::tree::{Entry, Kind, Tree};
use crate::vfs::Content;

use super::tar::{Bad, Writer};

/// Mark of a deleted file.
const WHITEOUT: &str = ".wh.";
/// Mark of a directory that hides what is below it.
const OPAQUE: &str = ".wh..wh..opq";

/// A layer as a tar file: deletions as `.wh.` files.
pub fn layer_tar(tree: &Tree) -> Content {
    let mut w = Writer::new();
    for (path, e) in &tree.0 {
        let (dir, name) = match path.rsplit_once('/') {
            Some((d, n)) => (format!("{d}/"), n),
            None => (String::new(), path.as_str()),
        };
        match e.kind {
            Kind::Whiteout => w.file(&format!("{dir}{WHITEOUT}{name}"), b"", e.mtime),
            Kind::Opaque => {
                w.entry(path, e);
                w.file(&format!("{path}/{OPAQUE}"), b"", e.mtime);
            }
            _ => w.entry(path, e),
        }
    }
    w.finish()
}

/// The reverse: entries of a tar file as a layer.
pub fn layer_tree(entries: Vec<(String, Entry)>) -> Result<Tree, Bad> {
    let mut tree = Tree::default();
    let mut opaque = Vec::new();
    for (name, mut e) in entries {
        let path = crate::engine::disk::clean(&format!("/{name}"))[1..].to_string();
        if path.is_empty() {
            continue;
        }
        let (dir, base) = path.rsplit_once('/').unwrap_or(("", &path));
        if base == OPAQUE {
            opaque.push(dir.to_string());
            continue;
        }
        if let Some(gone) = base.strip_prefix(WHITEOUT) {
            let path = if dir.is_empty() { gone.to_string() } else { format!("{dir}/{gone}") };
            let mark = Entry { kind: Kind::Whiteout, mode: 0, uid: 0, gid: 0, mtime: e.mtime };
            tree.put(&path, mark);
            continue;
        }
        if let Kind::Hardlink(to) = &mut e.kind {
            *to = crate::engine::disk::clean(&format!("/{to}"))[1..].to_string();
            if !tree.0.contains_key(to.as_str()) {
                return Err(format!("link {to} {path}: no such file or directory"));
            }
        }
        tree.put(&path, e);
    }
    for dir in opaque {
        if let Some(e) = tree.0.get_mut(&dir) {
            e.kind = Kind::Opaque;
        }
    }
    tree.order_links();
    Ok(tree)
}

/// `manifest.json`'s entry for one image.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Manifest {
    /// Path of the configuration.
    pub config: String,
    /// Its names.
    pub repo_tags: Option<Vec<String>>,
    /// Paths of the layers, the lowest first.
    pub layers: Vec<String>,
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
    pub rootfs: RootFsFile,
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
