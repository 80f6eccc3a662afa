//! `--mount`: comma separated `key=value` fields, checked as docker's client checks them. Whether a
//! source exists or a type is known is left to the engine.

use crate::engine::disk::clean;
use crate::golang::units::ram_bytes;
use crate::golang::{csv, strconv};
use std::collections::BTreeMap;

/// One `--mount`, as far as the client understands it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MountSpec {
    /// `volume`, `bind`, `tmpfs`, `image`, or what was given.
    pub kind: String,
    /// Volume name or host path.
    pub source: String,
    /// Path in the container.
    pub target: String,
    /// Not to be written.
    pub read_only: bool,
    /// An old hint for other systems; kept, without effect.
    pub consistency: String,
    /// `bind-*` fields.
    pub bind: Option<BindSpec>,
    /// `volume-*` fields.
    pub volume: Option<VolumeSpec>,
    /// `image-*` fields: a path in the image.
    pub image_subpath: Option<String>,
    /// `tmpfs-*` fields.
    pub tmpfs: Option<TmpfsSpec>,
}

/// `bind-*` fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BindSpec {
    /// Which mounts are seen from the other side.
    pub propagation: String,
    /// Leave out mounts below the source.
    pub non_recursive: bool,
    /// Read-only, mounts below it not.
    pub read_only_non_recursive: bool,
    /// Read-only, mounts below it too.
    pub read_only_force_recursive: bool,
}

/// `volume-*` fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VolumeSpec {
    /// Do not fill an empty volume from the image.
    pub no_copy: bool,
    /// Labels of a volume that is made now.
    pub labels: BTreeMap<String, String>,
    /// Directory in the volume.
    pub subpath: String,
    /// Driver of a volume that is made now.
    pub driver: String,
    /// Its options.
    pub options: BTreeMap<String, String>,
}

/// `tmpfs-*` fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TmpfsSpec {
    /// Size in bytes, 0 for no limit.
    pub size: i64,
    /// Permission bits, 0 for the default.
    pub mode: u32,
}

/// What is said of a value that uses an old field. Without a value of its own it is let pass.
pub fn old_field(value: &str) -> Option<&'static str> {
    let fields = csv::record(value).ok()?;
    let old = |f: &String| f.split_once('=').is_some_and(|(k, _)| k.eq_ignore_ascii_case(OLD));
    fields
        .iter()
        .any(old)
        .then_some("bind-nonrecursive is deprecated, use bind-recursive=disabled instead")
}

const OLD: &str = "bind-nonrecursive";

/// Reads a `--mount` value. A source that starts with a dot is left as it is: see [`absolute`].
pub fn parse(value: &str) -> Result<MountSpec, String> {
    let mut m = MountSpec { kind: "volume".to_string(), ..MountSpec::default() };
    for field in csv::record(value)? {
        match field.split_once('=') {
            None => bare(&mut m, &field)?,
            Some((key, val)) => keyed(&mut m, &key.to_lowercase(), val, &field)?,
        }
    }
    finish(m)
}

fn bare(m: &mut MountSpec, field: &str) -> Result<(), String> {
    match field.to_lowercase().as_str() {
        "readonly" | "ro" => m.read_only = true,
        "volume-nocopy" => m.volume.get_or_insert_default().no_copy = true,
        OLD => m.bind.get_or_insert_default().non_recursive = true,
        _ => return Err(format!("invalid field '{field}' must be a key=value pair")),
    }
    Ok(())
}

fn keyed(m: &mut MountSpec, key: &str, val: &str, field: &str) -> Result<(), String> {
    let invalid = || format!("invalid value for {key}: {val}");
    let yes = || strconv::parse_bool(val).map_err(|_| invalid());
    let pair = |map: &mut BTreeMap<String, String>| {
        let (k, v) = val.split_once('=').unwrap_or((val, ""));
        if !k.is_empty() {
            map.insert(k.to_string(), v.to_string());
        }
    };
    match key {
        "type" => m.kind = val.to_lowercase(),
        "source" | "src" => m.source = val.to_string(),
        "target" | "dst" | "destination" => m.target = val.to_string(),
        "readonly" | "ro" => m.read_only = yes()?,
        "consistency" => m.consistency = val.to_lowercase(),
        "bind-propagation" => m.bind.get_or_insert_default().propagation = val.to_lowercase(),
        OLD => m.bind.get_or_insert_default().non_recursive = yes()?,
        "bind-recursive" => match val {
            "enabled" => {}
            "disabled" => m.bind.get_or_insert_default().non_recursive = true,
            "writable" => m.bind.get_or_insert_default().read_only_non_recursive = true,
            "readonly" => m.bind.get_or_insert_default().read_only_force_recursive = true,
            _ => {
                return Err(format!(
                    "{} (must be \"enabled\", \"disabled\", \"writable\", or \"readonly\")",
                    invalid()
                ));
            }
        },
        "volume-subpath" => m.volume.get_or_insert_default().subpath = val.to_string(),
        "volume-nocopy" => m.volume.get_or_insert_default().no_copy = yes()?,
        "volume-label" => pair(&mut m.volume.get_or_insert_default().labels),
        "volume-driver" => m.volume.get_or_insert_default().driver = val.to_string(),
        "volume-opt" => pair(&mut m.volume.get_or_insert_default().options),
        "image-subpath" => m.image_subpath = Some(val.to_string()),
        "tmpfs-size" => {
            m.tmpfs.get_or_insert_default().size = ram_bytes(val).map_err(|_| invalid())?;
        }
        "tmpfs-mode" => {
            let mode = strconv::parse_uint(val, 8).ok().and_then(|n| u32::try_from(n).ok());
            m.tmpfs.get_or_insert_default().mode = mode.ok_or_else(invalid)?;
        }
        _ => return Err(format!("unexpected key '{key}' in '{field}'")),
    }
    Ok(())
}

fn finish(m: MountSpec) -> Result<MountSpec, String> {
    if m.kind.is_empty() {
        return Err("type is required".to_string());
    }
    if m.target.is_empty() {
        return Err("target is required".to_string());
    }
    let mixed = [
        (m.volume.is_some(), "volume"),
        (m.image_subpath.is_some(), "image"),
        (m.bind.is_some(), "bind"),
        (m.tmpfs.is_some(), "tmpfs"),
    ];
    if let Some((_, own)) = mixed.iter().find(|(given, own)| *given && m.kind != *own) {
        return Err(format!("cannot mix '{own}-*' options with mount type '{}'", m.kind));
    }
    if let Some(bind) = &m.bind {
        let needs = |mode: &str, what: &str| {
            Err(format!(
                "option 'bind-recursive={mode}' requires '{what}' to be specified in conjunction"
            ))
        };
        if bind.read_only_non_recursive && !m.read_only {
            return needs("writable", "readonly");
        }
        if bind.read_only_force_recursive && !m.read_only {
            return needs("readonly", "readonly");
        }
        if bind.read_only_force_recursive && bind.propagation != "rprivate" {
            return needs("readonly", "bind-propagation=rprivate");
        }
    }
    Ok(m)
}

/// A host path as the engine gets it: one that starts with a dot is made absolute.
pub fn absolute(path: &str, cwd: &str) -> String {
    if path.starts_with('.') { clean(&format!("{cwd}/{path}")) } else { path.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{absolute, parse};

    #[test]
    fn fields() {
        let m = parse("type=volume,src=v,dst=/d,ro,volume-nocopy,volume-opt=o=size=1m").unwrap();
        assert!(m.read_only && m.source == "v" && m.target == "/d");
        let v = m.volume.unwrap();
        assert!(v.no_copy && v.options["o"] == "size=1m");
        let t = parse("type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=1770").unwrap().tmpfs.unwrap();
        assert_eq!((t.size, t.mode), (1 << 20, 0o1770));
    }

    #[test]
    fn refusals() {
        for (value, want) in [
            ("", "EOF"),
            ("type=volume,source=v1", "target is required"),
            ("type=,target=/x", "type is required"),
            ("dst=/x,src", "invalid field 'src' must be a key=value pair"),
            ("foo=bar", "unexpected key 'foo' in 'foo=bar'"),
            ("dst=/x,ro=maybe", "invalid value for ro: maybe"),
            ("type=tmpfs,tmpfs-size=abc,target=/x", "invalid value for tmpfs-size: abc"),
            ("type=tmpfs,target=/x,tmpfs-mode=999", "invalid value for tmpfs-mode: 999"),
            (
                "type=bind,src=/,dst=/x,volume-nocopy",
                "cannot mix 'volume-*' options with mount type 'bind'",
            ),
        ] {
            assert_eq!(parse(value).unwrap_err(), want, "{value}");
        }
    }

    #[test]
    fn paths() {
        assert_eq!(absolute("./a/../b", "/home/x"), "/home/x/b");
        assert_eq!(absolute("..", "/home/x"), "/home");
        assert_eq!(absolute("a", "/home/x"), "a");
    }
}
