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
    /// Bytes; 0 for no limit.
    pub size: Option<u64>,
    /// Mode of its root.
    pub mode: Option<u32>,
    /// Owner of its root.
    pub uid: u32,
    /// Group of its root.
    pub gid: u32,
    /// Inodes.
    pub inodes: Option<u64>,
    /// Policy of memory over the nodes of a machine.
    pub policy: String,
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

/// A size as tmpfs reads it: bytes, or with one of k, m, g, t, p, e, or in percent of the memory. The kernel does not look
/// whether it fits (memparse).
fn size(text: &str) -> Option<u64> {
    if let Some(p) = text.strip_suffix('%') {
        return (MEMORY / 100).checked_mul(p.parse().ok()?);
    }
    let power = "kmgtpe".find(text.chars().last()?.to_ascii_lowercase());
    let (digits, unit) = match power {
        Some(n) => (&text[..text.len() - 1], 1u64 << (10 * (n + 1))),
        None => (text, 1),
    };
    // A unit alone is none of it.
    let (base, digits) = in_base(digits);
    let number = |n: u64, c: char| {
        Some(n.wrapping_mul(u64::from(base)).wrapping_add(u64::from(c.to_digit(base)?)))
    };
    Some(digits.chars().try_fold(0, number)?.wrapping_mul(unit))
}

/// The base that the kernel reads a number in, by how it begins, and its digits.
fn in_base(text: &str) -> (u32, &str) {
    match text.strip_prefix("0x").or(text.strip_prefix("0X")) {
        Some(digits) => (16, digits),
        None if text.starts_with('0') => (8, text),
        None => (10, text),
    }
}

/// The number of a user or group.
fn id(text: &str) -> Option<u32> {
    let (base, digits) = in_base(text);
    u32::from_str_radix(digits, base).ok()
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
        if !KNOWN.contains(&name) || bare == VALUED.contains(&name) {
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
            Some(("uid", v)) => out.uid = id(v).ok_or_else(bad)?,
            Some(("gid", v)) => out.gid = id(v).ok_or_else(bad)?,
            Some(("nr_inodes", v)) => out.inodes = Some(size(v).ok_or_else(bad)?),
            Some(("mpol", v)) if !is_policy(v) => return Err(bad()),
            Some(("mpol", v)) => out.policy = v.to_string(),
            // There is nothing yet to mount anew.
            None if word == "remount" => return Err(bad()),
            _ => {}
        }
        out.flags.apply(word);
    }
    // tmpfs counts in whole pages.
    out.size = out.size.map(|s| s.div_ceil(PAGE).saturating_mul(PAGE));
    out.shown = out.shown();
    Ok(out)
}

impl Parsed {
    /// How many bytes it can hold: half of the memory where nothing is said, all of it where there is no limit.
    pub fn room(&self) -> u64 {
        match self.size {
            None => MEMORY / 2,
            Some(0) => MEMORY,
            Some(n) => n,
        }
    }

    /// In the order in which Linux shows them (`shmem_show_options`).
    pub fn shown(&self) -> String {
        let mut parts = Vec::new();
        if let Some(s) = self.size.filter(|s| *s != MEMORY / 2) {
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
        if !matches!(self.policy.as_str(), "" | "default") {
            parts.push(format!("mpol={}", self.policy));
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

/// A memory policy for the machine's one node.
fn is_policy(text: &str) -> bool {
    match text.split_once(':') {
        Some((mode, nodes)) => matches!(mode, "bind" | "interleave" | "prefer") && nodes == "0",
        None => matches!(text, "default" | "interleave" | "local" | "prefer"),
    }
}

/// Flags of mount(2) by their bits, with the words that set and clear them.
const FLAGS: &[(&str, &str, &str)] = &[
    ("MS_NOSUID", "nosuid", "suid"),
    ("MS_NODEV", "nodev", "dev"),
    ("MS_NOEXEC", "noexec", "exec"),
    ("MS_SYNCHRONOUS", "sync", "async"),
    ("MS_REMOUNT", "remount", ""),
    ("MS_MANDLOCK", "mand", "nomand"),
    ("MS_DIRSYNC", "dirsync", ""),
    ("MS_NOATIME", "noatime", "atime"),
    ("MS_NODIRATIME", "nodiratime", "diratime"),
    ("MS_RELATIME", "relatime", "norelatime"),
    ("MS_I_VERSION", "iversion", "noiversion"),
    ("MS_STRICTATIME", "strictatime", "nostrictatime"),
];

/// Flags and data as runc tells of them when the mount fails; `hidden` is the mode of the directory below.
pub fn told(options: &str, hidden: Option<u32>) -> String {
    let words: Vec<&str> = options.split(',').filter(|w| !w.is_empty()).collect();
    let set = |(name, on, off): &(&'static str, &str, &str)| {
        let last = words.iter().rev().find(|w| *w == on || *w == off);
        let first = matches!(*on, "nosuid" | "nodev" | "noexec");
        last.map_or(first, |w| w == on).then_some(*name)
    };
    let flags: Vec<&str> = FLAGS.iter().filter_map(set).collect();
    let mut data: Vec<String> =
        words.iter().filter(|w| w.contains('=')).map(|w| w.to_string()).collect();
    if let Some(mode) = hidden {
        data.insert(0, format!("mode={mode:04o}"));
    }
    let part = |name: &str, text: String| match text.as_str() {
        "" => text,
        _ => format!(", {name}={text}"),
    };
    part("flags", flags.join("|")) + &part("data", data.join(","))
}
