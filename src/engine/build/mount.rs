//! One `RUN --mount`, taken apart: which keys each kind has, and what they may say. What is mounted is for
//! `mounts.rs` to find.

use crate::engine::containers::tmpfs;
use crate::golang::strconv;

use super::dockerfile::nearest;
use super::lexer::{Lookup, expand};

/// What is mounted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MountKind {
    /// Files of the context, a stage or an image.
    #[default]
    Bind,
    /// A directory that outlives the build.
    Cache,
    /// A secret's text.
    Secret,
    /// An agent's socket.
    Ssh,
    /// Memory.
    Tmpfs,
}

const KINDS: &[(&str, MountKind)] = &[
    ("bind", MountKind::Bind),
    ("cache", MountKind::Cache),
    ("secret", MountKind::Secret),
    ("ssh", MountKind::Ssh),
    ("tmpfs", MountKind::Tmpfs),
];

/// What a mount may be told, as far as a wrong key is told of it.
const KEYS: &[&str] = &[
    "type",
    "from",
    "source",
    "target",
    "readonly",
    "id",
    "sharing",
    "required",
    "size",
    "mode",
    "uid",
    "gid",
    "src",
    "dst",
    "destination",
    "ro",
    "rw",
    "readwrite",
    "env",
];

/// The keys that need no value.
const TRUTHS: &[&str] = &["readonly", "ro", "readwrite", "rw", "required"];

/// A mount.
#[derive(Default)]
pub struct Mount {
    pub kind: MountKind,
    pub target: String,
    pub source: String,
    /// A stage or an image; nothing for the build context.
    pub from: String,
    /// A cache's or a secret's name.
    pub id: String,
    /// A variable for a secret.
    pub env: String,
    /// How much memory, as tmpfs reads it.
    pub size: String,
    pub rw: Option<bool>,
    pub required: bool,
    pub uid: Option<u32>,
    pub gid: Option<u32>,
    pub mode: Option<u32>,
}

impl Mount {
    /// Takes the text behind `--mount=` apart.
    pub fn parse(text: &str, escape: char, get: Lookup<'_>) -> Result<Mount, String> {
        let mut m = Mount::default();
        let parts: Vec<&str> = text.split(',').collect();
        let mut kind = "bind";
        for named in parts.iter().filter_map(|p| p.strip_prefix("type=")) {
            let known = KINDS.iter().find(|(name, _)| *name == named.to_ascii_lowercase());
            let (name, k) = known.ok_or_else(|| format!("unsupported mount type {named:?}"))?;
            (kind, m.kind) = (name, *k);
        }
        for part in parts {
            let (key, value) = match part.split_once('=') {
                Some((key, value)) => (key.to_ascii_lowercase(), expand(value, escape, get)?),
                None => (part.to_ascii_lowercase(), String::new()),
            };
            if !part.contains('=') && !TRUTHS.contains(&key.as_str()) {
                return Err(format!("invalid field '{part}' must be a key=value pair"));
            }
            m.take(kind, &key, value, part)?;
        }
        let secret = matches!(m.kind, MountKind::Secret | MountKind::Ssh);
        if m.kind == MountKind::Secret && m.id.is_empty() && m.target.is_empty() {
            return Err("invalid secret mount. one of source, target required".to_string());
        }
        if m.target.trim_matches('/').is_empty() && !secret {
            return Err("invalid mount target \"/\"".to_string());
        }
        Ok(m)
    }

    fn take(&mut self, kind: &str, key: &str, value: String, part: &str) -> Result<(), String> {
        let is = |kinds: &[MountKind]| kinds.contains(&self.kind);
        let truth = |value: &str| match (value, part.contains('=')) {
            ("", false) => Ok(true),
            _ => {
                strconv::parse_bool(value).map_err(|_| format!("invalid value for {key}: {value}"))
            }
        };
        let owned = [MountKind::Cache, MountKind::Secret, MountKind::Ssh];
        let unexpected = Err(format!("unexpected key '{key}' for mount type '{kind}'"));
        match key {
            "type" => {}
            "target" | "dst" | "destination" => self.target = value,
            "source" | "src" if self.kind == MountKind::Secret => self.id = value,
            "source" | "src" => self.source = value,
            "from" => self.from = value,
            "id" => self.id = value,
            "env" => self.env = value,
            "rw" | "readwrite" => self.rw = Some(truth(&value)?),
            "ro" | "readonly" => self.rw = Some(!truth(&value)?),
            "required" if is(&[MountKind::Secret, MountKind::Ssh]) => {
                self.required = truth(&value)?
            }
            "required" => return unexpected,
            "size" if is(&[MountKind::Tmpfs]) => {
                if tmpfs::parse(&format!("size={value}")).is_err() {
                    return Err(format!("invalid value for size: {value}"));
                }
                self.size = value;
            }
            "size" => return unexpected,
            "uid" | "gid" | "mode" if !is(&owned) => {
                return Err(format!("{key} not allowed for {kind:?} type mounts"));
            }
            "uid" | "gid" | "mode" => {
                let radix = if key == "mode" { 8 } else { 10 };
                let number = u32::from_str_radix(&value, radix);
                let number = number.map_err(|_| format!("invalid value {value} for {key}"))?;
                match key {
                    "uid" => self.uid = Some(number),
                    "gid" => self.gid = Some(number),
                    _ => self.mode = Some(number),
                }
            }
            // Nothing else uses a cache while a build runs.
            "sharing" if matches!(value.as_str(), "shared" | "private" | "locked") => {}
            "sharing" => return Err(format!("unsupported sharing value {value:?}")),
            other => {
                let hint = nearest(other, KEYS).map(|near| format!(" (did you mean {near}?)"));
                let hint = hint.unwrap_or_default();
                return Err(format!("unexpected key '{other}' in '{part}'{hint}"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Mount, MountKind};

    #[test]
    fn keys_and_values() {
        let read =
            |text: &str| Mount::parse(text, '\\', &|n| (n == "D").then(|| "sub".to_string()));
        let m = read("type=cache,target=$D,uid=1000,gid=50,mode=0700,ro").unwrap_or_default();
        assert_eq!((m.kind, m.target.as_str(), m.mode), (MountKind::Cache, "sub", Some(0o700)));
        assert_eq!((m.uid, m.gid, m.rw), (Some(1000), Some(50), Some(false)));
        for (text, why) in [
            ("type=bogus,target=/x", "unsupported mount type \"bogus\""),
            ("type=cache", "invalid mount target \"/\""),
            ("cache", "invalid field 'cache' must be a key=value pair"),
            ("targt=/x", "unexpected key 'targt' in 'targt=/x' (did you mean target?)"),
            ("target=/x,bogus=1", "unexpected key 'bogus' in 'bogus=1'"),
            ("target=/x,uid=1", "uid not allowed for \"bind\" type mounts"),
            ("type=tmpfs,target=/x,mode=0700", "mode not allowed for \"tmpfs\" type mounts"),
            ("target=/x,size=1", "unexpected key 'size' for mount type 'bind'"),
            ("type=tmpfs,target=/x,size=x", "invalid value for size: x"),
            ("type=cache,target=/x,rw=x", "invalid value for rw: x"),
            ("type=cache,target=/x,mode=abc", "invalid value abc for mode"),
            ("type=cache,target=/x,sharing=y", "unsupported sharing value \"y\""),
            ("type=secret", "invalid secret mount. one of source, target required"),
        ] {
            assert_eq!(read(text).err().as_deref(), Some(why), "{text}");
        }
    }
}
