//! Names of images: `[registry/]path[:tag][@digest]`, as the distribution project's reference grammar
//! has them, with Docker's defaults.

use std::fmt;

use crate::engine::{EngineError, Result};

/// The registry where none is named.
pub const DEFAULT_DOMAIN: &str = "docker.io";

/// A parsed name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reference {
    /// `docker.io`.
    pub domain: String,
    /// `library/alpine`.
    pub path: String,
    /// The tag, where there is one.
    pub tag: Option<String>,
    /// `sha256:...`, where there is one.
    pub digest: Option<String>,
}

fn bad() -> EngineError {
    EngineError::invalid("invalid reference format")
}

fn is_component(s: &str) -> bool {
    // [a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*
    let b = s.as_bytes();
    let alnum = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    if b.is_empty() || !alnum(b[0]) || !alnum(b[b.len() - 1]) {
        return false;
    }
    let mut i = 0;
    while i < b.len() {
        if alnum(b[i]) {
            i += 1;
            continue;
        }
        let start = i;
        while i < b.len() && !alnum(b[i]) {
            i += 1;
        }
        let sep = &s[start..i];
        if !(sep == "." || sep == "_" || sep == "__" || sep.bytes().all(|c| c == b'-')) {
            return false;
        }
    }
    true
}

fn is_tag(s: &str) -> bool {
    let word = |c: u8| c.is_ascii_alphanumeric() || c == b'_';
    let b = s.as_bytes();
    !b.is_empty()
        && b.len() <= 128
        && word(b[0])
        && b.iter().all(|&c| word(c) || c == b'.' || c == b'-')
}

fn is_digest(s: &str) -> bool {
    s.strip_prefix("sha256:")
        .is_some_and(|h| h.len() == 64 && h.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f')))
}

/// What is wrong with a digest.
fn not_digest(digest: &str) -> EngineError {
    let Some((algorithm, hex)) = digest.split_once(':') else { return bad() };
    if hex.len() < 32 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return bad();
    }
    EngineError::invalid(match algorithm {
        "sha256" | "sha384" | "sha512" if hex.bytes().any(|b| b.is_ascii_uppercase()) => {
            "invalid checksum digest format"
        }
        "sha256" | "sha384" | "sha512" => "invalid checksum digest length",
        _ => "unsupported digest algorithm",
    })
}

/// Whether a word is an image's id in full.
pub fn is_hex_id(s: &str) -> bool {
    s.len() == 64 && s.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
}

impl Reference {
    /// Parses a name as people write it. No tag is added.
    pub fn parse(name: &str) -> Result<Reference> {
        if is_hex_id(name) {
            return Err(EngineError::invalid(format!(
                "invalid repository name ({name}), cannot specify 64-byte hexadecimal strings"
            )));
        }
        let (rest, digest) = match name.split_once('@') {
            Some((r, d)) if is_digest(d) => (r, Some(d.to_string())),
            Some((_, d)) => return Err(not_digest(d)),
            None => (name, None),
        };
        let (domain, remainder) = match rest.split_once('/') {
            Some((d, r))
                if d.contains('.')
                    || d.contains(':')
                    || d == "localhost"
                    || d.to_ascii_lowercase() != d =>
            {
                (if d == "index.docker.io" { DEFAULT_DOMAIN } else { d }, r)
            }
            _ => (DEFAULT_DOMAIN, rest),
        };
        let (path, tag) = match remainder.rsplit_once(':') {
            Some((p, t)) if !t.contains('/') => (p, Some(t)),
            _ => (remainder, None),
        };
        let path = if domain == DEFAULT_DOMAIN && !path.contains('/') {
            format!("library/{path}")
        } else {
            path.to_string()
        };
        if path.to_ascii_lowercase() != path {
            let shown = path.strip_prefix("library/").unwrap_or(&path);
            return Err(EngineError::invalid(format!(
                "invalid reference format: repository name ({}) must be lowercase",
                if domain == DEFAULT_DOMAIN { path.as_str() } else { shown }
            )));
        }
        let port = domain.rsplit_once(':').map(|(_, port)| port);
        let port_ok = domain.ends_with(']')
            || port.is_none_or(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
        if !port_ok || !path.split('/').all(is_component) || tag.is_some_and(|t| !is_tag(t)) {
            return Err(bad());
        }
        if path.len() > 255 {
            return Err(EngineError::invalid(
                "repository name must not be more than 255 characters",
            ));
        }
        Ok(Reference { domain: domain.to_string(), path, tag: tag.map(str::to_string), digest })
    }

    /// With `latest` where there is neither tag nor digest.
    pub fn tagged(mut self) -> Reference {
        if self.tag.is_none() && self.digest.is_none() {
            self.tag = Some("latest".to_string());
        }
        self
    }

    /// The name without tag and digest, short: `alpine`.
    pub fn familiar_name(&self) -> String {
        if self.domain == DEFAULT_DOMAIN {
            self.path.strip_prefix("library/").unwrap_or(&self.path).to_string()
        } else {
            format!("{}/{}", self.domain, self.path)
        }
    }

    /// As people write it.
    pub fn familiar(&self) -> String {
        let mut out = self.familiar_name();
        if let Some(t) = &self.tag {
            out.push(':');
            out.push_str(t);
        }
        if let Some(d) = &self.digest {
            out.push('@');
            out.push_str(d);
        }
        out
    }

    /// The name in full, without tag and digest: `docker.io/library/alpine`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.domain, self.path)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.domain, self.path)?;
        if let Some(t) = &self.tag {
            write!(f, ":{t}")?;
        }
        if let Some(d) = &self.digest {
            write!(f, "@{d}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn names_in_full_and_short() {
        for (name, full, short) in [
            ("alpine", "docker.io/library/alpine:latest", "alpine:latest"),
            ("me/app:1.0", "docker.io/me/app:1.0", "me/app:1.0"),
            ("localhost:5000/a/b", "localhost:5000/a/b:latest", "localhost:5000/a/b:latest"),
            ("ghcr.io/x/y:z", "ghcr.io/x/y:z", "ghcr.io/x/y:z"),
        ] {
            let r = Reference::parse(name).map(Reference::tagged);
            assert_eq!(r.as_ref().map(ToString::to_string).ok().as_deref(), Some(full));
            assert_eq!(r.map(|r| r.familiar()).ok().as_deref(), Some(short));
        }
    }

    #[test]
    fn bad_names_are_refused() {
        for name in ["", "a b", "a:", "a/", "-a", "a..b", "a@sha256:12", ":x"] {
            assert!(Reference::parse(name).is_err(), "{name}");
        }
        let upper = Reference::parse("Alpine").map_err(|e| e.to_string());
        assert_eq!(
            upper,
            Err("invalid reference format: repository name (library/Alpine) must be lowercase"
                .to_string())
        );
    }
}
