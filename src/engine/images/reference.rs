//! Names of images: `[DOMAIN/]PATH[:TAG][@DIGEST]`, checked, completed and shortened by the rules of the
//! reference format. Docker's client and its engine read them by the same code, and so do ours.

use std::fmt;

use crate::engine::EngineError;

/// The registry where none is named.
pub const DEFAULT_DOMAIN: &str = "docker.io";

/// Why a text is no name. The client says it as it is, the engine as a refusal of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadReference(pub String);

impl fmt::Display for BadReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<BadReference> for EngineError {
    fn from(bad: BadReference) -> EngineError {
        EngineError::invalid(bad.0)
    }
}

/// A name in its full form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The registry: `docker.io` unless the name has one.
    pub domain: String,
    /// The repository in it: `library/busybox`.
    pub path: String,
    /// After the colon.
    pub tag: Option<String>,
    /// After the `@`.
    pub digest: Option<String>,
}

const BAD: &str = "invalid reference format";

impl Reference {
    /// Reads a name as a person types it.
    pub fn parse(text: &str) -> Result<Reference, BadReference> {
        if is_id(text) {
            return Err(BadReference(format!(
                "invalid repository name ({text}), cannot specify 64-byte hexadecimal strings"
            )));
        }
        let (domain, remainder) = split_domain(text);
        let remote = remainder.split(':').next().unwrap_or_default();
        if remote.to_lowercase() != remote {
            let why = format!("{BAD}: repository name ({remote}) must be lowercase");
            return Err(BadReference(why));
        }
        let (named, digest) = match remainder.split_once('@') {
            Some((named, digest)) => (named.to_string(), Some(digest.to_string())),
            None => (remainder, None),
        };
        let (path, tag) = match named.split_once(':') {
            Some((path, tag)) => (path.to_string(), Some(tag.to_string())),
            None => (named, None),
        };
        let ok = valid_domain(&domain)
            && path.split('/').all(valid_component)
            && tag.as_deref().is_none_or(valid_tag)
            && digest.as_deref().is_none_or(valid_digest);
        if !ok {
            return Err(BadReference(BAD.to_string()));
        }
        if let Some(digest) = &digest {
            known_digest(digest).map_err(|why| BadReference(why.to_string()))?;
        }
        if path.len() > 255 {
            let why = "repository name must not be more than 255 characters";
            return Err(BadReference(why.to_string()));
        }
        Ok(Reference { domain, path, tag, digest })
    }

    /// With the tag `latest` when there is neither tag nor digest.
    pub fn tagged(mut self) -> Reference {
        if self.tag.is_none() && self.digest.is_none() {
            self.tag = Some("latest".to_string());
        }
        self
    }

    /// Refuses the names of digests' kinds, which a digest would be taken for.
    pub fn unambiguous(&self) -> Result<(), EngineError> {
        match self.familiar_name().as_str() {
            "sha256" | "sha384" | "sha512" => Err(EngineError::invalid(
                "refusing to create an ambiguous tag using digest algorithm as name",
            )),
            _ => Ok(()),
        }
    }

    /// The repository's name as Docker shows it: without `docker.io` and `library/`.
    pub fn familiar_name(&self) -> String {
        if self.domain != DEFAULT_DOMAIN {
            return format!("{}/{}", self.domain, self.path);
        }
        match self.path.strip_prefix("library/") {
            Some(rest) if !rest.contains('/') => rest.to_string(),
            _ => self.path.clone(),
        }
    }

    /// The whole name as Docker shows it.
    pub fn familiar(&self) -> String {
        self.familiar_name() + &self.ending()
    }

    /// The name in full, without tag and digest: `docker.io/library/alpine`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.domain, self.path)
    }

    fn ending(&self) -> String {
        let tag = self.tag.as_ref().map(|t| format!(":{t}")).unwrap_or_default();
        let digest = self.digest.as_ref().map(|d| format!("@{d}")).unwrap_or_default();
        tag + &digest
    }
}

/// The whole name, domain and all.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}{}", self.domain, self.path, self.ending())
    }
}

/// Whether a text is a whole id: 64 hexadecimal digits.
pub fn is_id(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn split_domain(text: &str) -> (String, String) {
    let Some((first, rest)) = text.split_once('/') else {
        return (DEFAULT_DOMAIN.to_string(), format!("library/{text}"));
    };
    let (domain, remote) = if first == "index.docker.io" {
        (DEFAULT_DOMAIN, rest)
    } else if first == "localhost" || first.contains(['.', ':']) || first.to_lowercase() != first {
        (first, rest)
    } else {
        (DEFAULT_DOMAIN, text)
    };
    if domain == DEFAULT_DOMAIN && !remote.contains('/') {
        return (domain.to_string(), format!("library/{remote}"));
    }
    (domain.to_string(), remote.to_string())
}

fn valid_domain(domain: &str) -> bool {
    let (host, port) = match domain.rsplit_once(':') {
        Some((host, port)) if !domain.ends_with(']') => (host, Some(port)),
        _ => (domain, None),
    };
    let part = |p: &str| {
        !p.is_empty()
            && !p.starts_with('-')
            && !p.ends_with('-')
            && p.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let ipv6 = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
    let host_ok = match ipv6 {
        Some(h) => !h.is_empty() && h.bytes().all(|b| b.is_ascii_hexdigit() || b == b':'),
        None => host.split('.').all(part),
    };
    host_ok && port.is_none_or(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()))
}

/// Lower case letters and digits, joined by `.`, `_`, `__` or dashes.
fn valid_component(component: &str) -> bool {
    let bytes = component.as_bytes();
    let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    if !(bytes.first().is_some_and(plain) && bytes.last().is_some_and(plain)) {
        return false;
    }
    component
        .split(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        .all(|sep| matches!(sep, "" | "." | "_" | "__") || sep.bytes().all(|b| b == b'-'))
}

fn valid_tag(tag: &str) -> bool {
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    tag.len() <= 128
        && tag.bytes().next().is_some_and(word)
        && tag.bytes().all(|b| word(b) || b == b'.' || b == b'-')
}

/// Whether a digest is of a kind that is known, and as long as it has to be.
fn known_digest(digest: &str) -> Result<(), &'static str> {
    let (algorithm, hex) = digest.split_once(':').unwrap_or((digest, ""));
    let length = match algorithm {
        "sha256" => 64,
        "sha384" => 96,
        "sha512" => 128,
        _ => return Err("unsupported digest algorithm"),
    };
    if hex.len() != length {
        return Err("invalid checksum digest length");
    }
    if hex.bytes().any(|b| b.is_ascii_uppercase()) {
        return Err("invalid checksum digest format");
    }
    Ok(())
}

fn valid_digest(digest: &str) -> bool {
    match digest.split_once(':') {
        Some((algorithm, hex)) => {
            algorithm.starts_with(|c: char| c.is_ascii_alphabetic())
                && hex.len() >= 32
                && hex.bytes().all(|b| b.is_ascii_hexdigit())
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;

    fn both(text: &str) -> String {
        match Reference::parse(text) {
            Ok(r) => format!("{r} {}", r.familiar()),
            Err(e) => e.to_string(),
        }
    }

    #[test]
    fn names() {
        for (text, want) in [
            ("busybox", "docker.io/library/busybox busybox"),
            ("a/b:1", "docker.io/a/b:1 a/b:1"),
            ("docker.io/library/x", "docker.io/library/x x"),
            ("localhost/x", "localhost/x localhost/x"),
            ("r.io:5000/x/y:t", "r.io:5000/x/y:t r.io:5000/x/y:t"),
            ("Foo/bar", "Foo/bar Foo/bar"),
            (
                "UPPER",
                "invalid reference format: repository name (library/UPPER) must be lowercase",
            ),
            ("a/B:x", "invalid reference format: repository name (a/B) must be lowercase"),
            ("", "invalid reference format"),
            ("busybox:", "invalid reference format"),
            ("busybox@", "invalid reference format"),
            ("a..b", "invalid reference format"),
            ("a b", "invalid reference format"),
            ("localhost/x:5000/y", "invalid reference format"),
            ("x/y/z:t@sha256:abc", "invalid reference format"),
            ("a/", "invalid reference format"),
            ("-a", "invalid reference format"),
            (":x", "invalid reference format"),
            ("library/x/y", "docker.io/library/x/y library/x/y"),
        ] {
            assert_eq!(both(text), want, "{text}");
        }
    }
}
