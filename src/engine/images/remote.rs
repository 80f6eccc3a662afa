//! What a registry tells of an image without handing it over: its manifest.

use super::reference::{DEFAULT_DOMAIN, Reference};
use super::tree::digest;
use crate::engine::{Engine, EngineError, Result};

/// A blob in a registry: its digest and its size in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// `sha256:...`.
    pub digest: String,
    /// Bytes.
    pub size: u64,
}

/// What a registry holds under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteManifest {
    /// The image's digest, as `docker pull` prints it.
    pub digest: String,
    /// Its configuration; the digest is the image's id.
    pub config: Blob,
    /// The configuration itself.
    pub config_text: String,
    /// Its layers, the lowest first.
    pub layers: Vec<Blob>,
}

/// Why a registry other than the one there is can not be asked. On the host itself it is tried without
/// a certificate as well, last.
pub fn unreachable(domain: &str) -> EngineError {
    let after = domain.rfind(']').map_or(0, |i| i + 1);
    let (host, port) = match domain[after..].rfind(':') {
        Some(i) => (&domain[..after + i], &domain[after + i + 1..]),
        None => (domain, ""),
    };
    EngineError::system(match host {
        "localhost" | "127.0.0.1" if port.parse::<u16>().is_err() && !port.is_empty() => {
            format!("Get \"http://{domain}/v2/\": dial tcp: address {port}: invalid port")
        }
        "localhost" | "127.0.0.1" => {
            let port = if port.is_empty() { "80" } else { port };
            format!(
                "Get \"http://{domain}/v2/\": dial tcp 127.0.0.1:{port}: connect: connection refused"
            )
        }
        "[::1]" => {
            let port = if port.is_empty() { "443" } else { port };
            format!(
                "Get \"https://{domain}/v2/\": dial tcp [::1]:{port}: connect: connection refused"
            )
        }
        _ => format!("Get \"https://{domain}/v2/\": dial tcp: lookup {host}: no such host"),
    })
}

impl Engine {
    /// Whether the registry has a repository.
    pub(crate) fn registry_has(&self, path: &str) -> bool {
        !self.inner.registry.tags(path).is_empty()
    }

    /// Asks the registry for an image; `None` when it has none of that name. Fails when the registry can
    /// not be reached.
    pub fn image_remote(&self, name: &str) -> Result<Option<RemoteManifest>> {
        let r = Reference::parse(name)?.tagged();
        if r.domain != DEFAULT_DOMAIN {
            let mut e = unreachable(&r.domain);
            // Manifests are asked for over TLS alone.
            e.message = e.message.replace("http://", "https://").replace(":80:", ":443:");
            return Err(e);
        }
        let registry = &self.inner.registry;
        let of_tag = |tag: &str| {
            let remote = registry.image(&r.path, tag)?;
            let (image, _) = self.sealed(&remote);
            let layers = remote
                .layers
                .iter()
                .zip(&image.diff_ids)
                .map(|(l, d)| Blob {
                    digest: digest(format!("gzip {d}").as_bytes()),
                    size: l.compressed,
                })
                .collect();
            Some(RemoteManifest {
                digest: super::pull::manifest_digest(&image),
                config: Blob { digest: image.id.clone(), size: image.json.len() as u64 },
                config_text: image.json.clone(),
                layers,
            })
        };
        Ok(match (&r.digest, &r.tag) {
            (Some(d), _) => registry
                .tags(&r.path)
                .iter()
                .find_map(|t| of_tag(t).filter(|found| found.digest == *d)),
            (None, tag) => of_tag(tag.as_deref().unwrap_or("latest")),
        })
    }
}
