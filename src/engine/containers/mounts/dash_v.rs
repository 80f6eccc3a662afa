//! The words of `-v`: `SOURCE:TARGET:MODE`, as moby's `linuxParser.ParseMountRaw` reads them.

use crate::engine::api::host_config::{MountRequest, VolumeOptions};
use crate::engine::disk::clean;
use crate::engine::{EngineError, Result};

use super::check::{PROPAGATION, validate};

/// The words of a `-v` mode, if they can stand together: one of each sort at most.
pub(super) fn valid_mode(mode: &str) -> bool {
    if mode.is_empty() {
        return true;
    }
    let (mut rw, mut label, mut prop, mut copy, mut other) = (0, 0, 0, 0, 0);
    for word in mode.split(',') {
        match word {
            "rw" | "ro" => rw += 1,
            "z" | "Z" => label += 1,
            "nocopy" => copy += 1,
            "consistent" | "cached" | "delegated" | "default" => other += 1,
            _ if PROPAGATION.contains(&word) => prop += 1,
            _ => return false,
        }
    }
    rw <= 1 && label <= 1 && prop <= 1 && copy <= 1 && other <= 1
}

/// The first word of `mode` that is one of `among`.
pub(super) fn word_in<'a>(mode: &'a str, among: &[&str]) -> Option<&'a str> {
    mode.split(',').find(|w| among.contains(w))
}

/// Parses `-v`'s words; gives the mode as it was written, too.
///
/// # Errors
/// `invalid volume specification` and `invalid mode`, as `parseMountRaw` has them.
pub(super) fn parse_bind(raw: &str, driver: &str) -> Result<(MountRequest, String)> {
    let invalid = || EngineError::invalid(format!("invalid volume specification: '{raw}'"));
    let parts: Vec<&str> = raw.splitn(4, ':').collect();
    if parts[0].is_empty() {
        return Err(invalid());
    }
    let (source, target, mode) = match parts[..] {
        [target] => ("", target, ""),
        [_, mode] if valid_mode(mode) && !mode.is_empty() => return Err(invalid()),
        [source, target] => (source, target, ""),
        [source, target, mode] => (source, target, mode),
        _ => return Err(invalid()),
    };
    if !valid_mode(mode) {
        return Err(EngineError::invalid(format!("invalid mode: {mode}")));
    }
    let mut m = MountRequest {
        source: source.to_string(),
        target: target.to_string(),
        read_only: word_in(mode, &["ro"]).is_some(),
        ..MountRequest::default()
    };
    if let Some(p) = word_in(mode, PROPAGATION) {
        m.bind_options.get_or_insert_default().propagation = p.to_string();
    }
    // Which a bind can not have, nor a volume the propagation: that is refused below.
    if word_in(mode, &["nocopy"]).is_some() {
        m.volume_options = Some(VolumeOptions { no_copy: true, ..Default::default() });
    }
    if m.source.starts_with('/') {
        m.kind = "bind".to_string();
        m.source = clean(&m.source);
    } else {
        m.kind = "volume".to_string();
        if !driver.is_empty() {
            let v = m.volume_options.get_or_insert_default();
            v.driver_config.get_or_insert_default().name = driver.to_string();
        }
    }
    validate(&m, None)
        .map_err(|e| EngineError::invalid(format!("invalid volume specification: '{raw}': {e}")))?;
    Ok((m, mode.to_string()))
}
