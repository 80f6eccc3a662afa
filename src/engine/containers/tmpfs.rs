//! Options of a tmpfs mount: which Docker lets through, what tmpfs(5) makes of them, and how
//! `/proc/mounts` shows them.

use super::mounts::is_absolute;
use crate::engine::api::host_config::HostConfig;
use crate::engine::disk::clean;
use crate::engine::{EngineError, Result};
use crate::kernel::MEMORY;
use crate::vfs::MountFlags;

/// A tmpfs as it is to be mounted.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Bytes.
    pub size: Option<u64>,
    /// Mode of its root.
    pub mode: Option<u32>,
    /// Owner of its root.
    pub uid: u32,
    /// Group of its root.
    pub gid: u32,
    /// Inodes.
    pub inodes: Option<u64>,
    /// `ro` and the like.
    pub flags: MountFlags,
    /// The filesystem's own options as `/proc/mounts` shows them.
    pub shown: String,
}

/// Names that moby's `mount.MergeTmpfsOptions` lets through.
const KNOWN: &[&str] = &[
    "async",
    "atime",
    "bind",
    "defaults",
    "dev",
    "diratime",
    "dirsync",
    "exec",
    "gid",
    "iversion",
    "mand",
    "mode",
    "mpol",
    "noatime",
    "nodev",
    "nodiratime",
    "noexec",
    "noiversion",
    "nomand",
    "norelatime",
    "nostrictatime",
    "nosuid",
    "nr_blocks",
    "nr_inodes",
    "private",
    "rbind",
    "relatime",
    "remount",
    "ro",
    "rprivate",
    "rshared",
    "rslave",
    "runbindable",
    "rw",
    "shared",
    "size",
    "slave",
    "strictatime",
    "suid",
    "sync",
    "uid",
    "unbindable",
];

/// Those that say nothing without a value.
const VALUED: &[&str] = &["gid", "mode", "mpol", "nr_blocks", "nr_inodes", "size", "uid"];

/// Bytes in a page, in which tmpfs counts.
const PAGE: u64 = 4096;

/// A size as tmpfs reads it: bytes, or with k, m, g, or in percent of the memory. The kernel does not look
/// whether it fits (memparse).
fn size(text: &str) -> Option<u64> {
    if let Some(p) = text.strip_suffix('%') {
        return (MEMORY / 100).checked_mul(p.parse().ok()?);
    }
    let (digits, unit) = match text.as_bytes().last()? {
        b'k' | b'K' => (&text[..text.len() - 1], 1 << 10),
        b'm' | b'M' => (&text[..text.len() - 1], 1 << 20),
        b'g' | b'G' => (&text[..text.len() - 1], 1 << 30),
        _ => (text, 1),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |n: u64, b: u8| n.wrapping_mul(10).wrapping_add(u64::from(b - b'0'));
    Some(digits.bytes().fold(0, number).wrapping_mul(unit))
}

/// Reads options. What Docker refuses is an error of kind `InvalidParameter`; what only the kernel
/// refuses is one of kind `System` that says `invalid argument`.
pub fn parse(options: &str) -> Result<Parsed> {
    let mut out = Parsed {
        flags: MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC,
        ..Parsed::default()
    };
    let words: Vec<&str> =
        if options.is_empty() { Vec::new() } else { options.split(',').collect() };
    for word in &words {
        let name = word.split('=').next().unwrap_or_default();
        let bare = !word.contains('=');
        if !KNOWN.contains(&name) || bare && VALUED.contains(&name) {
            return Err(EngineError::invalid(format!("invalid tmpfs option {name:?}")));
        }
    }
    let bad = || EngineError::system("invalid argument");
    for word in words {
        match word.split_once('=') {
            Some(("size", v)) => out.size = Some(size(v).ok_or_else(bad)?),
            Some(("nr_blocks", v)) => {
                out.size = Some(size(v).ok_or_else(bad)?.saturating_mul(PAGE));
            }
            Some(("mode", v)) => {
                out.mode = Some(u32::from_str_radix(v, 8).map_err(|_| bad())? & 0o7777);
            }
            Some(("uid", v)) => out.uid = v.parse().map_err(|_| bad())?,
            Some(("gid", v)) => out.gid = v.parse().map_err(|_| bad())?,
            Some(("nr_inodes", v)) => out.inodes = Some(size(v).ok_or_else(bad)?),
            _ => {}
        }
        out.flags.apply(word);
    }
    // tmpfs rounds up to whole pages; 0 means no limit.
    out.size = out.size.filter(|s| *s > 0).map(|s| s.div_ceil(PAGE).saturating_mul(PAGE));
    out.shown = out.shown();
    Ok(out)
}

impl Parsed {
    /// In the order in which Linux shows them (`shmem_show_options`).
    pub fn shown(&self) -> String {
        let mut parts = Vec::new();
        if let Some(s) = self.size {
            parts.push(format!("size={}k", s / 1024));
        }
        if let Some(n) = self.inodes {
            parts.push(format!("nr_inodes={n}"));
        }
        if let Some(m) = self.mode.filter(|m| *m != 0o1777) {
            parts.push(format!("mode={m:o}"));
        }
        if self.uid != 0 {
            parts.push(format!("uid={}", self.uid));
        }
        if self.gid != 0 {
            parts.push(format!("gid={}", self.gid));
        }
        parts.join(",")
    }
}

/// Checks the paths of `--tmpfs`.
pub fn check_tmpfs(host: &HostConfig) -> Result<()> {
    for path in host.tmpfs.keys() {
        if clean(path) == "/" {
            return Err(EngineError::invalid("invalid specification: destination can't be '/'"));
        }
        if !is_absolute(path) {
            return Err(EngineError::invalid(format!(
                "invalid mount path: '{path}' mount path must be absolute"
            )));
        }
    }
    Ok(())
}

/// Checks the options of `--tmpfs`, which are read when the container starts.
pub fn check_tmpfs_options(host: &HostConfig) -> Result<()> {
    let refused = |e: &EngineError| e.kind == crate::engine::ErrorKind::InvalidParameter;
    let bad = host.tmpfs.values().find_map(|options| parse(options).err().filter(refused));
    bad.map_or(Ok(()), Err)
}
