//! Where something is to be mounted in a container: the place as runc finds or makes it, and its words for those
//! that it refuses (opencontainers/runc `libcontainer/rootfs_linux.go`).

use crate::engine::containers::tmpfs;
use crate::engine::disk::{Disk, clean, join, split};
use crate::engine::state::{Container, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Body, Errno, Loc, MemFs, MountFlags, MountSpec, Super};

use super::namespace::{Built, bind_failed, runc_failed, spec};
use super::sources::What;

/// Files of /proc over which something may be mounted.
const OVER_PROC: &[&str] = &[
    "/proc/cpuinfo",
    "/proc/diskstats",
    "/proc/loadavg",
    "/proc/meminfo",
    "/proc/slabinfo",
    "/proc/stat",
    "/proc/swaps",
    "/proc/sys/kernel/ns_last_pid",
    "/proc/uptime",
];

/// How many links at the end of a path are followed to where they lead to nothing.
const LINKS: usize = 8;

/// A path of /proc as the container's first process will see it, where it is one of a process.
fn of_first(path: &str) -> Option<String> {
    let rest = path.strip_prefix("/proc/")?;
    let (name, below) = rest
        .split_once('/')
        .map_or((rest, String::new()), |(name, below)| (name, format!("/{below}")));
    let real = match name {
        "1" | "self" => "1",
        "thread-self" => "1/task/1",
        "mounts" => "1/mounts",
        "net" => "1/net",
        _ => return None,
    };
    Some(format!("/proc/{real}{below}"))
}

/// Whether a path is that of a process's view of its network, or below.
fn is_net(real: &str) -> bool {
    real.strip_prefix("/proc/1/net").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Makes a directory, or an empty file, and the directories above it.
fn make(d: &mut Disk<'_>, rootfs: &str, path: &str, dir: bool) -> std::result::Result<Loc, String> {
    let mut above = String::new();
    let to = if dir { path } else { split(path).0 };
    for part in to.split('/').filter(|p| !p.is_empty()) {
        above = format!("{above}/{part}");
        if d.at(&above).is_err() {
            let made = d.vfs.mkdir(&d.view, &above, 0o755);
            made.map_err(|e| format!("mkdirat {rootfs}{above}: {}", go_errno(e)))?;
        }
    }
    let done = if dir { Ok(()) } else { d.write(path, b"", 0o644) };
    done.and_then(|()| d.at(path)).map_err(|e| go_errno(e).to_string())
}

/// The place at a path, made where there is none: a directory, or a file.
fn find(d: &mut Disk<'_>, rootfs: &str, at: &str, dir: bool) -> std::result::Result<Loc, String> {
    let mut path = clean(at);
    for _ in 0..LINKS {
        match d.at(&path) {
            Err(Errno::ENOENT) => {}
            Ok(loc) => return Ok(loc),
            Err(e) => {
                return Err(format!(
                    "lookup mountpoint target: securejoin.OpenInRoot {path}: openat2 {path}: {}",
                    go_errno(e)
                ));
            }
        }
        let Ok(link) = d.vfs.readlink(&d.view, &path) else { break };
        path = if link.starts_with('/') { clean(&link) } else { join(split(&path).0, &link) };
    }
    make(d, rootfs, &path, dir).map_err(|why| format!("make mountpoint {at:?}: {why}"))
}

/// Whether a container's /dev is a directory of the host's by what is `asked` to be mounted: the runtime leaves it
/// as it is.
pub(super) fn dev_is_foreign(asked: &[(&str, What<'_>)]) -> bool {
    asked.iter().any(|(at, what)| {
        let tmpfs = match what {
            What::Tmpfs(_) => true,
            What::Mount(m) => matches!(m.source, Source::Tmpfs { .. }),
        };
        clean(at) == "/dev" && !tmpfs
    })
}

impl Engine {
    /// The place to mount at, and its path without links, under which the mount is listed.
    fn place(
        &self,
        built: &Built,
        at: &str,
        dir: bool,
        proc: bool,
    ) -> std::result::Result<(Loc, String), String> {
        let rootfs = &built.rootfs;
        let unsafe_at = |real: &str, why: &str| {
            format!(
                "check proc-safety of {at} mount: {:?} cannot be mounted because it is {why}",
                format!("{rootfs}{real}")
            )
        };
        if clean(at) == "/" {
            return Err(format!(
                "create mountpoint for / mount: mountpoint {rootfs:?} is on the top of rootfs {rootfs:?}"
            ));
        }
        let found = match of_first(&clean(at)) {
            // It does not run yet; the host's first has the same files.
            Some(real) if is_net(&real) || self.disk(|d| d.exists(&real)) => {
                Err(unsafe_at(&real, "inside /proc"))
            }
            Some(_) => {
                let what =
                    if dir { format!("mkdirat {rootfs}{}: ", clean(at)) } else { String::new() };
                Err(format!("make mountpoint {at:?}: {what}{}", go_errno(Errno::ENOENT)))
            }
            None => self.inside(built, |d| {
                let loc = find(d, rootfs, at, dir)?;
                let real = d.vfs.path_of(&d.view, loc).unwrap_or_else(|_| clean(at));
                if real == "/proc" && !proc {
                    return Err(unsafe_at(&real, "not of type proc"));
                }
                if real.starts_with("/proc/") && !OVER_PROC.contains(&real.as_str()) {
                    return Err(unsafe_at(&real, "inside /proc"));
                }
                Ok((loc, real))
            }),
        };
        found.map_err(|why| format!("create mountpoint for {at} mount: {why}"))
    }

    /// Mounts what is called `source` into a container.
    pub(super) fn mount_in(
        &self,
        built: &Built,
        source: &str,
        at: &str,
        spec: MountSpec,
    ) -> Result<()> {
        let dir = self.inner.kernel.vfs().is_dir(spec.root).unwrap_or(true);
        let place = self.place(built, at, dir, spec.fstype == "proc");
        let (place, real) = place.map_err(|why| no_place(source, at, &why))?;
        self.inside(built, |d| d.vfs.mount(place, spec, &real))
            .map(drop)
            .map_err(|e| bind_failed(source, at, e))
    }

    /// Mounts a new tmpfs.
    pub(super) fn mount_tmpfs(&self, asked: &str, options: &str, built: &mut Built) -> Result<()> {
        let path = clean(asked);
        // runc gives the tmpfs the mode of the directory that it hides.
        let old = self.inside(built, |d| {
            let node = d.node(&path).ok()?;
            d.vfs.stat_node(&d.view, node).ok()
        });
        let place = self.place(built, asked, true, false);
        let (place, real) = place.map_err(|why| no_place("tmpfs", asked, &why))?;
        // The descriptor that runc has the place at, which depends on whether it had to make it.
        let fd = if old.is_some() { 14 } else { 11 };
        let told = tmpfs::told(options, old.as_ref().map(|s| s.perm()));
        let failed = |why: &str| {
            runc_failed(&format!(
                "error mounting \"tmpfs\" to rootfs at \"{asked}\": mount src=tmpfs, dst={asked}, \
                 dstFd=/proc/thread-self/fd/{fd}{told}: {why}"
            ))
        };
        if old.as_ref().is_some_and(|s| !s.is_dir()) {
            return Err(failed(&go_errno(Errno::ENOTDIR)));
        }
        let mut t = tmpfs::parse(options).map_err(|e| failed(&e.message))?;
        if t.mode.is_none() {
            t.mode = old.map(|s| s.perm());
        }
        let shown = t.shown();
        let mode = t.mode.unwrap_or(0o1777);
        let mut fs = MemFs::new(t.room(), false, mode, self.now());
        if let Some(n) = t.inodes {
            fs.inode_limit = n;
        }
        if let Ok(root) = fs.inode_mut(crate::vfs::memfs::ROOT) {
            (root.uid, root.gid) = (t.uid, t.gid);
        }
        let root = self.inner.kernel.vfs().add_super(Super::Mem(fs));
        built.supers.push(root.sb);
        built.tmpfs.push((path.clone(), root));
        let spec = spec(root, t.flags, "tmpfs", "tmpfs", &shown);
        self.inside(built, |d| d.vfs.mount(place, spec, &real))
            .map(drop)
            .map_err(|e| failed(&go_errno(e)))
    }

    /// The devices in /dev, unless it is somebody else's; and that there is the one that a container can not
    /// do without.
    pub(super) fn furnish_dev(&self, c: &Container, built: &Built) -> Result<()> {
        let foreign = built.foreign_dev;
        self.inside(built, |d| {
            if !foreign {
                super::devices::fill(d, c.config.tty);
            }
            let null = d.at("/dev/null").and_then(|at| {
                let real = matches!(d.vfs.inode(at.node)?.body, Body::Char(1, 3));
                Ok((d.vfs.flags_at(at).has(MountFlags::NODEV), d.vfs.is_dir(at.node)?, real))
            });
            let why = match null {
                Err(e) if foreign && c.host.masked_paths.iter().flatten().next().is_some() => {
                    format!("can't mask paths: open /dev/null: {}", go_errno(e))
                }
                _ if foreign => return Ok(()),
                Ok((_, true, _)) => reopened("open /dev/null: is a directory"),
                Ok((_, _, false)) => {
                    reopened("can't reopen /dev/null: container's /dev/null is invalid")
                }
                Ok((true, ..)) => reopened("open /dev/null: permission denied"),
                _ => return Ok(()),
            };
            Err(runc_failed(&why))
        })
    }
}

fn reopened(why: &str) -> String {
    format!("error reopening /dev/null inside container: {why}")
}

fn no_place(source: &str, at: &str, why: &str) -> EngineError {
    runc_failed(&format!("error mounting {source:?} to rootfs at {at:?}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::of_first;

    #[test]
    fn paths_of_processes() {
        for (path, real) in [
            ("/proc/self", Some("/proc/1")),
            ("/proc/self/status", Some("/proc/1/status")),
            ("/proc/net/dev", Some("/proc/1/net/dev")),
            ("/proc/version", None),
            ("/proc", None),
            ("/etc", None),
        ] {
            assert_eq!(of_first(path).as_deref(), real, "{path}");
        }
    }
}
