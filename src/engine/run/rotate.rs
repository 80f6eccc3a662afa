//! Rotation of log files: the present one makes way, older ones move on, the oldest goes.

use crate::engine::disk::Disk;

/// The file of an older log, packed or not.
pub(crate) fn older(d: &mut Disk<'_>, path: &str, n: u32) -> Option<(String, &'static str)> {
    [".gz", ""].into_iter().find_map(|end| {
        let name = format!("{path}.{n}{end}");
        d.exists(&name).then_some((name, end))
    })
}

/// Moves a log and the older ones on by one; the oldest goes. With `gzip` the older ones are packed.
pub(super) fn rotate(d: &mut Disk<'_>, path: &str, files: u32, gzip: bool) {
    if files <= 1 {
        d.remove_all(path).ok();
        return;
    }
    if let Some((last, _)) = older(d, path, files - 1) {
        d.remove_all(&last).ok();
    }
    for n in (1..files - 1).rev() {
        if let Some((from, end)) = older(d, path, n) {
            d.vfs.rename(&d.view, &from, &format!("{path}.{}{end}", n + 1)).ok();
        }
    }
    let first = format!("{path}.1");
    if !gzip {
        d.vfs.rename(&d.view, path, &first).ok();
        return;
    }
    let packed = d.read(path).ok().and_then(|bytes| pack(&bytes));
    if let Some(packed) = packed {
        d.append(&format!("{first}.gz"), &packed, 0o640).ok();
        d.remove_all(path).ok();
    }
}

fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).ok()?;
    packer.finish().ok()
}

/// The text of a packed log.
pub(crate) fn unpack(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut out = Vec::new();
    // What of a damaged file can be read is better than nothing.
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut out).ok();
    out
}
