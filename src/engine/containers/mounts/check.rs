//! What a mount may hold, by its type: moby's `linuxParser.validateMountConfigImpl`, refusal by refusal.

use crate::engine::api::host_config::MountRequest;
use crate::engine::disk::clean;
use crate::engine::volumes::go_errno;
use crate::engine::{EngineError, Result};
use crate::vfs::Errno;

/// How mounts of a tree are shared with others: mount(8).
pub(super) const PROPAGATION: &[&str] =
    &["private", "rprivate", "shared", "rshared", "slave", "rslave"];

/// Looks for a file of the host.
pub(super) type Look<'a> = dyn Fn(&str) -> std::result::Result<(), Errno> + 'a;

/// Why a mount is refused, without the words in front that name its type.
type Checked = std::result::Result<(), String>;

/// Checks a mount. `look` looks for a bind's source.
///
/// # Errors
/// `invalid mount config for type "…": …`
pub(super) fn validate(m: &MountRequest, look: Option<&Look<'_>>) -> Result<()> {
    check(m, look).map_err(|why| {
        EngineError::invalid(format!("invalid mount config for type {:?}: {why}", m.kind))
    })
}

fn check(m: &MountRequest, look: Option<&Look<'_>>) -> Checked {
    if m.target.is_empty() {
        return Err("field Target must not be empty".to_string());
    }
    if clean(&m.target) == "/" {
        return Err("invalid specification: destination can't be '/'".to_string());
    }
    absolute(&m.target)?;
    match m.kind.as_str() {
        "bind" => check_bind(m, look),
        "volume" => check_volume(m),
        "tmpfs" => check_tmpfs(m),
        "image" => check_image(m),
        _ => Err("mount type unknown".to_string()),
    }
}

fn check_bind(m: &MountRequest, look: Option<&Look<'_>>) -> Checked {
    sourced(m)?;
    absent("VolumeOptions", m.volume_options.is_some())?;
    absent("ImageOptions", m.image_options.is_some())?;
    let options = m.bind_options.as_ref();
    let propagation = options.map_or("", |b| b.propagation.as_str());
    if !propagation.is_empty() && !PROPAGATION.contains(&propagation) {
        return Err(format!("invalid propagation mode: {propagation}"));
    }
    absolute(&m.source)?;
    let create = options.is_some_and(|b| b.create_mountpoint);
    match look.map(|look| look(&m.source)) {
        Some(Err(Errno::ENOENT)) if !create => {
            Err(format!("bind source path does not exist: {}", m.source))
        }
        Some(Err(e)) if e != Errno::ENOENT => Err(format!("stat {}: {}", m.source, go_errno(e))),
        _ => Ok(()),
    }
}

fn check_volume(m: &MountRequest) -> Checked {
    absent("BindOptions", m.bind_options.is_some())?;
    absent("ImageOptions", m.image_options.is_some())?;
    let subpath = m.volume_options.as_ref().map_or("", |v| v.subpath.as_str());
    if m.source.is_empty() && m.read_only {
        return Err("must not set ReadOnly mode when using anonymous volumes".to_string());
    }
    if m.source.is_empty() && !subpath.is_empty() {
        return Err("must not set Subpath when using anonymous volumes".to_string());
    }
    inside(subpath)
}

fn check_tmpfs(m: &MountRequest) -> Checked {
    absent("BindOptions", m.bind_options.is_some())?;
    absent("VolumeOptions", m.volume_options.is_some())?;
    absent("ImageOptions", m.image_options.is_some())?;
    absent("Source", !m.source.is_empty())
}

fn check_image(m: &MountRequest) -> Checked {
    absent("BindOptions", m.bind_options.is_some())?;
    absent("VolumeOptions", m.volume_options.is_some())?;
    sourced(m)?;
    inside(m.image_options.as_ref().map_or("", |i| i.subpath.as_str()))
}

fn absent(field: &str, given: bool) -> Checked {
    if given { Err(format!("field {field} must not be specified")) } else { Ok(()) }
}

fn sourced(m: &MountRequest) -> Checked {
    if m.source.is_empty() { Err("field Source must not be empty".to_string()) } else { Ok(()) }
}

fn absolute(path: &str) -> Checked {
    if is_absolute(path) {
        return Ok(());
    }
    Err(format!("invalid mount path: '{path}' mount path must be absolute"))
}

/// A subpath stays below its volume: Go's `filepath.IsLocal`.
fn inside(subpath: &str) -> Checked {
    let cleaned = clean(subpath);
    if subpath.starts_with('/') || cleaned == ".." || cleaned.starts_with("../") {
        return Err("subpath must be a relative path within the volume".to_string());
    }
    Ok(())
}

/// A backslash counts as a slash here, and only here.
pub(in crate::engine::containers) fn is_absolute(path: &str) -> bool {
    path.starts_with(['/', '\\'])
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_subpath_stays_inside() {
        for (path, ok) in [
            ("", true),
            ("a/../b", true),
            ("..a", true),
            ("..", false),
            ("a/../../b", false),
            ("/a", false),
        ] {
            assert_eq!(inside(path).is_ok(), ok, "{path}");
        }
    }
}
