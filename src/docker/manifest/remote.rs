//! Manifests as a registry gives them out, written as JSON.

use crate::docker::cli::Cli;
use crate::engine::images::reference::Reference;
use crate::engine::images::remote::RemoteManifest;
use serde_json::{Value, json};

/// The type of a manifest of one image.
pub const MANIFEST: &str = "application/vnd.docker.distribution.manifest.v2+json";
/// The type of a list of manifests.
pub const LIST: &str = "application/vnd.docker.distribution.manifest.list.v2+json";

/// A manifest.
#[derive(Clone, Debug)]
pub struct Found {
    /// The image's digest.
    pub digest: String,
    /// The manifest as JSON, indented as registries keep it.
    pub text: String,
    /// The same as a value.
    pub value: Value,
    /// Architecture and system.
    pub platform: (String, String),
}

/// The manifest of a whole name; why there is none otherwise.
pub fn fetch(cli: &Cli, name: &Reference) -> Result<Found, String> {
    let engine = cli.ping().map_err(|f| f.text)?;
    match engine.image_remote(&name.to_string()) {
        Err(e) => {
            Err(format!("failed to configure transport: error pinging v2 registry: {}", e.message))
        }
        Ok(None) => Err(format!("no such manifest: {name}")),
        Ok(Some(found)) => Ok(shown(&found)),
    }
}

fn shown(m: &RemoteManifest) -> Found {
    let layers: Vec<Value> = m
        .layers
        .iter()
        .map(|l| {
            json!({
                "mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                "size": l.size,
                "digest": l.digest,
            })
        })
        .collect();
    let value = json!({
        "schemaVersion": 2,
        "mediaType": MANIFEST,
        "config": {
            "mediaType": "application/vnd.docker.container.image.v1+json",
            "size": m.config.size,
            "digest": m.config.digest,
        },
        "layers": layers,
    });
    let config: Value = serde_json::from_str(&m.config_text).unwrap_or(Value::Null);
    let of = |key: &str| config.get(key).and_then(Value::as_str).unwrap_or_default().to_string();
    Found {
        digest: m.digest.clone(),
        text: pretty(&value, "\t"),
        value,
        platform: (of("architecture"), of("os")),
    }
}

/// JSON with an indent of one's choice, a newline at its end.
pub fn pretty(value: &Value, indent: &str) -> String {
    crate::docker::format::indent::by(value, indent) + "\n"
}
