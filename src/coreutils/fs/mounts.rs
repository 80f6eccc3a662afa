//! The mounts that a process sees, from its /proc/mounts.

use crate::kernel::Proc;
use crate::vfs::text;

/// A line of /proc/mounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mounted {
    /// The device, or what stands for it.
    pub source: String,
    /// Where it is mounted.
    pub dir: String,
    /// The kind of filesystem.
    pub fstype: String,
    /// Options, with commas between.
    pub options: String,
}

/// Takes `\040` and the like out of a field (fstab(5)).
fn plain(field: &str) -> String {
    let mut out = Vec::new();
    let bytes = field.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let octal = bytes.get(i + 1..i + 4).filter(|d| d.iter().all(|b| (b'0'..=b'7').contains(b)));
        match (bytes[i], octal) {
            (b'\\', Some(d)) => {
                out.push(d.iter().fold(0u8, |n, b| n.wrapping_mul(8).wrapping_add(b - b'0')));
                i += 4;
            }
            (b, _) => {
                out.push(b);
                i += 1;
            }
        }
    }
    text::decode_owned(out)
}

/// All mounts, oldest first; none where /proc is not mounted.
pub fn list(p: &Proc) -> Vec<Mounted> {
    let text = p.read_file("/proc/self/mounts").or_else(|_| p.read_file("/proc/mounts"));
    let text = text::decode_owned(text.unwrap_or_default());
    let line = |l: &str| {
        let mut f = l.split(' ');
        Some(Mounted {
            source: plain(f.next()?),
            dir: plain(f.next()?),
            fstype: f.next()?.to_string(),
            options: f.next()?.to_string(),
        })
    };
    text.lines().filter_map(line).collect()
}
