//! mount: lists mounts, and makes tmpfs and bind mounts.

use crate::kernel::MountWhat;
use crate::vfs::{CapSet, Errno, MountFlags};

use super::fs::human;
use super::fs::mounts::{self, Mounted};
use super::{Arg, Cx, Parsed};

const LONGS: &[(&str, Arg, char)] = &[
    ("all", Arg::No, 'a'),
    ("bind", Arg::No, 'B'),
    ("fake", Arg::No, 'f'),
    ("make-private", Arg::No, 'k'),
    ("make-rprivate", Arg::No, 'k'),
    ("make-shared", Arg::No, 'k'),
    ("make-rshared", Arg::No, 'k'),
    ("mkdir", Arg::Optional, 'm'),
    ("move", Arg::No, 'M'),
    ("no-mtab", Arg::No, 'n'),
    ("options", Arg::Required, 'o'),
    ("rbind", Arg::No, 'R'),
    ("read-only", Arg::No, 'r'),
    ("rw", Arg::No, 'w'),
    ("source", Arg::Required, 'S'),
    ("target", Arg::Required, 'T'),
    ("types", Arg::Required, 't'),
    ("verbose", Arg::No, 'v'),
];

/// `mount`.
pub async fn main(cx: &mut Cx) -> i32 {
    let spec = if cx.busybox() { "afnrwt:o:O:iv" } else { "aBcfFilL:MnN:o:O:rRst:T:U:vwX" };
    let opts = match cx.getopt(spec, LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    let source = opts.value('S').or(opts.operands.first().map(String::as_str));
    let target = opts.value('T').or(opts.operands.get(1).map(String::as_str));
    match (source, target) {
        _ if opts.has('a') => {
            // /etc/fstab names nothing but the root, which is there.
            0
        }
        (None, None) => list(cx, opts.value('t')),
        (Some(source), Some(target)) => {
            let (source, target) = (source.to_string(), target.to_string());
            make(cx, &opts, &source, &target).await
        }
        (Some(only), None) | (None, Some(only)) => {
            let only = only.to_string();
            let words = words(&opts);
            if words.iter().any(|w| w == "remount") || opts.has('k') {
                return make(cx, &opts, &only, &only).await;
            }
            if cx.busybox() {
                cx.err(format!("can't find {only} in /etc/fstab")).await;
                return 1;
            }
            cx.err(format!("{only}: can't find in /etc/fstab.")).await;
            1
        }
    }
}

fn list(cx: &mut Cx, kind: Option<&str>) -> i32 {
    for Mounted { source, dir, fstype, options } in mounts::list(&cx.p) {
        let fits = |k: &str| match k.strip_prefix("no") {
            Some(not) => not.split(',').all(|n| n != fstype),
            None => k.split(',').any(|n| n == fstype),
        };
        if kind.is_none_or(fits) {
            cx.puts(&format!("{source} on {dir} type {fstype} ({options})\n"));
        }
    }
    0
}

/// The words of all `-o`, and what other options say in such words.
fn words(opts: &Parsed) -> Vec<String> {
    let mut out = Vec::new();
    for (letter, value) in &opts.options {
        match letter {
            'o' => out.extend(value.as_deref().unwrap_or_default().split(',').map(str::to_string)),
            'r' => out.push("ro".to_string()),
            'w' => out.push("rw".to_string()),
            'B' => out.push("bind".to_string()),
            'R' if value.is_none() => out.push("rbind".to_string()),
            _ => {}
        }
    }
    out.retain(|w| !w.is_empty());
    out
}

/// Mounts what another machine shares, in the words of mount.nfs(8).
async fn nfs(cx: &mut Cx, source: &str, target: &str, own: &[String], flags: MountFlags) -> i32 {
    let v3 = own.iter().any(|w| matches!(w.as_str(), "vers=3" | "nfsvers=3"));
    let Some((host, _)) = source.split_once(':') else {
        cx.say("mount.nfs: remote share not in 'host:dir' format\n").await;
        return 32;
    };
    let Some(addr) = cx.p.resolve_host(host).first().copied() else {
        cx.say(&format!("mount.nfs: Failed to resolve server {host}: Name or service not known\n"))
            .await;
        return 32;
    };
    let what = MountWhat::Nfs { source: source.to_string(), addr, v4: !v3 };
    let why = match cx.p.mount(what, target, flags) {
        Ok(()) => return 0,
        Err(Errno::ENOENT) => {
            format!("mounting {source} failed, reason given by server: No such file or directory")
        }
        Err(Errno::EACCES) => format!("access denied by server while mounting {source}"),
        Err(Errno::EPERM) => "failed to apply fstab options".to_string(),
        Err(e) => format!("{e} for {source} on {target}"),
    };
    cx.say(&format!("mount.nfs: {why}\n")).await;
    32
}

/// Changes flags by an option word; false for one that is the filesystem's.
fn flag(word: &str, flags: &mut MountFlags) -> bool {
    match word {
        "defaults" => {
            *flags = MountFlags::NONE;
            true
        }
        "relatime" | "noatime" | "nodiratime" | "strictatime" | "atime" | "sync" | "async"
        | "bind" | "rbind" | "remount" | "private" | "rprivate" | "shared" | "rshared"
        | "slave" | "rslave" | "silent" | "loud" | "auto" | "noauto" | "user" | "nouser" => true,
        _ => flags.apply(word),
    }
}

/// Whether it may mount: who runs it counts, not that the program belongs to root.
pub(super) fn may_mount(cx: &Cx) -> bool {
    let cred = cx.p.cred();
    cred.can(CapSet::SYS_ADMIN) && (cred.uid == 0 || cx.busybox())
}

async fn make(cx: &mut Cx, opts: &Parsed, source: &str, target: &str) -> i32 {
    let words = words(opts);
    let has = |w: &str| words.iter().any(|x| x == w);
    if !may_mount(cx) {
        return not_root(cx, target).await;
    }
    let done = if opts.has('M') {
        cx.err("--move is not built into this simulation").await;
        return 1;
    } else if has("remount") {
        remount(cx, target, &words)
    } else if opts.has('k') && opts.operands.len() < 2 {
        // Mounts do not propagate here, so every one is private already.
        return 0;
    } else {
        let mut flags = MountFlags::NONE;
        let own: Vec<String> = words.iter().filter(|w| !flag(w, &mut flags)).cloned().collect();
        if let Err(e) = cx.p.stat(target) {
            return no_target(cx, source, target, e).await;
        }
        if has("bind") || has("rbind") {
            cx.p.mount(MountWhat::Bind(source.to_string()), target, flags)
        } else {
            match opts.value('t') {
                Some("tmpfs" | "ramfs") => match tmpfs(source, &own) {
                    Ok(what) => cx.p.mount(what, target, flags),
                    Err(bad) => {
                        return fail(cx, target, &format!("tmpfs: Bad value for '{bad}'")).await;
                    }
                },
                Some("nfs" | "nfs4") => return nfs(cx, source, target, &own, flags).await,
                None if source.contains(":/") => {
                    return nfs(cx, source, target, &own, flags).await;
                }
                kind => return other(cx, source, target, kind).await,
            }
        }
    };
    match done {
        Ok(()) => 0,
        Err(Errno::EPERM) => not_root(cx, target).await,
        Err(Errno::ENOENT) if !cx.busybox() => {
            cx.err(format!("{target}: special device {source} does not exist.")).await;
            more(cx).await;
            32
        }
        Err(Errno::ENOTDIR) if !cx.busybox() => {
            fail(cx, target, "mount point is not a directory.").await
        }
        Err(Errno::EINVAL) if has("remount") && !cx.busybox() => {
            fail(cx, target, "mount point not mounted or bad option.").await
        }
        Err(e) if cx.busybox() => {
            cx.err(format!("mounting {source} on {target} failed: {e}")).await;
            255
        }
        Err(e) => fail(cx, target, &format!("mount failed: {e}.")).await,
    }
}

fn remount(cx: &Cx, target: &str, words: &[String]) -> Result<(), Errno> {
    let mut flags = MountFlags::NONE;
    let real = cx.p.realpath(target)?;
    let old = mounts::list(&cx.p).into_iter().rfind(|m| m.dir == real);
    for word in old.iter().flat_map(|m| m.options.split(',')) {
        flag(word, &mut flags);
    }
    // Without ro, a remount makes writable.
    flag("rw", &mut flags);
    for word in words {
        flag(word, &mut flags);
    }
    cx.p.remount(target, flags)
}

/// Reads the options of a tmpfs; `Err` names a bad one.
fn tmpfs(source: &str, own: &[String]) -> Result<MountWhat, String> {
    let (mut size, mut mode, mut shown) = (None, 0o1777, Vec::new());
    for word in own {
        let (name, value) = word.split_once('=').unwrap_or((word.as_str(), ""));
        match name {
            "size" => {
                let bytes = match value.strip_suffix('%') {
                    Some(p) => p.parse::<u64>().ok().map(|p| (4 << 30) / 100 * p),
                    None => human::parse(&value.to_ascii_uppercase()).ok(),
                };
                let bytes = bytes.ok_or(name)?;
                size = Some(bytes);
                shown.push(format!("size={}k", bytes.div_ceil(4096) * 4));
            }
            "mode" => {
                mode = u32::from_str_radix(value, 8).ok().filter(|m| *m <= 0o7777).ok_or(name)?;
                shown.push(format!("mode={mode:o}"));
            }
            "uid" | "gid" | "nr_inodes" => shown.push(word.clone()),
            _ => return Err(name.to_string()),
        }
    }
    Ok(MountWhat::Tmpfs { source: source.to_string(), size, mode, options: shown.join(",") })
}

async fn other(cx: &mut Cx, source: &str, target: &str, kind: Option<&str>) -> i32 {
    if source.starts_with('/') && !cx.p.exists(source) && !cx.busybox() {
        cx.err(format!("{target}: special device {source} does not exist.")).await;
        more(cx).await;
        return 32;
    }
    let kind = kind.unwrap_or("a disk's filesystem");
    cx.err(format!("mounting {kind} is not built into this simulation: tmpfs and --bind are"))
        .await;
    32
}

async fn no_target(cx: &mut Cx, source: &str, target: &str, e: Errno) -> i32 {
    if cx.busybox() {
        cx.err(format!("mounting {source} on {target} failed: {e}")).await;
        return 255;
    }
    fail(cx, target, "mount point does not exist.").await
}

async fn not_root(cx: &mut Cx, target: &str) -> i32 {
    if cx.busybox() {
        cx.err("permission denied (are you root?)").await;
        return 1;
    }
    let why = match cx.p.cred().uid {
        0 => "permission denied.",
        _ => "must be superuser to use mount.",
    };
    cx.err(format!("{target}: {why}")).await;
    more(cx).await;
    32
}

async fn fail(cx: &mut Cx, target: &str, what: &str) -> i32 {
    let real = cx.p.realpath(target).unwrap_or_else(|_| target.to_string());
    cx.err(format!("{real}: {what}")).await;
    if !cx.busybox() {
        more(cx).await;
    }
    32
}

async fn more(cx: &mut Cx) {
    cx.say("       dmesg(1) may have more information after failed mount system call.\n").await;
}
