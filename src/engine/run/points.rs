//! Mount points in a container's root: how runc makes them, which it refuses, and in what words.

use crate::engine::disk::split;
use crate::engine::state::{Container, Source};
use crate::engine::volumes::{go_errno, hint};
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::{Errno, Loc, MountSpec};

use super::namespace::{Built, runc_failed};

/// The flags of a bind, as errors tell of them.
pub(super) const BIND: &str = ", flags=MS_BIND|MS_REC";

/// Files of /proc that may be covered one by one (runc `checkProcMount`).
const COVERABLE: &[&str] = &[
    "/proc/cpuinfo",
    "/proc/diskstats",
    "/proc/loadavg",
    "/proc/meminfo",
    "/proc/net/dev",
    "/proc/slabinfo",
    "/proc/stat",
    "/proc/swaps",
    "/proc/sys/kernel/ns_last_pid",
    "/proc/uptime",
];

/// Why nothing of that type may be mounted there.
fn unsafe_in_proc(at: &str, fstype: &str) -> Option<&'static str> {
    if at == "/proc" && fstype != "proc" {
        Some("it is not of type proc")
    } else if at.starts_with("/proc/") && !COVERABLE.contains(&at) {
        Some("it is inside /proc")
    } else {
        None
    }
}

impl Engine {
    /// Mounts something in a container's root, at a place that is made where it is missing. An error tells
    /// of the mount's flags and data as in `told`.
    pub(super) fn mount_inside(
        &self,
        built: &Built,
        source: &str,
        at: &str,
        spec: MountSpec,
        told: &str,
    ) -> Result<()> {
        let failed = |why: &str, e: Option<Errno>| not_mounted(source, at, why, e);
        let (place, there) = self.point(built, at, &spec).map_err(|(why, e)| {
            failed(&format!("create mountpoint for {at} mount: {why}"), Some(e))
        })?;
        // Views for `docker cp` have no /proc, and no runc that looks.
        if let (false, Some(why)) = (built.rootfs.is_empty(), unsafe_in_proc(at, &spec.fstype)) {
            let rootfs = &built.rootfs;
            let why = format!("\"{rootfs}{at}\" cannot be mounted because {why}");
            let why =
                format!("create mountpoint for {at} mount: check proc-safety of {at} mount: {why}");
            return Err(failed(&why, None));
        }
        self.inside(built, |d| d.vfs.mount(place, spec, at))
            .map(drop)
            .map_err(|e| mount_refused(source, at, there, told, e))
    }

    /// The place to mount at, and whether it was there.
    fn point(
        &self,
        built: &Built,
        at: &str,
        spec: &MountSpec,
    ) -> std::result::Result<(Loc, bool), (String, Errno)> {
        self.inside(built, |d| {
            let lookup = |e: Errno| {
                let why = go_errno(e);
                (
                    format!(
                        "lookup mountpoint target: securejoin.OpenInRoot {at}: openat2 {at}: {why}"
                    ),
                    e,
                )
            };
            match d.at(at) {
                Ok(place) => return Ok((place, true)),
                Err(Errno::ENOENT) if !d.exists(at) => {}
                Err(e) => return Err(lookup(e)),
            }
            let is_dir = d.vfs.is_dir(spec.root).map_err(lookup)?;
            let dir = if is_dir { at } else { split(at).0 };
            if let Err(e) = d.mkdir_all(dir, 0o755) {
                let ends = dir.match_indices('/').map(|(i, _)| i).skip(1).chain([dir.len()]);
                let first = ends.map(|i| &dir[..i]).find(|path| !d.exists(path)).unwrap_or(dir);
                let why = format!("mkdirat {}{first}: {}", built.rootfs, go_errno(e));
                return Err((format!("make mountpoint {at:?}: {why}"), e));
            }
            if !is_dir {
                d.write(at, b"", 0o755)
                    .map_err(|e| (format!("make mountpoint {at:?}: {}", go_errno(e)), e))?;
            }
            Ok((d.at(at).map_err(lookup)?, false))
        })
    }

    /// What is mounted over /dev has to leave runc a null device: it masks paths with it.
    pub(super) fn check_devices(&self, c: &Container, built: &Built) -> Result<()> {
        if c.host.masked_paths.as_ref().is_none_or(Vec::is_empty) {
            return Ok(());
        }
        let covered =
            c.mounts.get("/dev").is_some_and(|m| !matches!(m.source, Source::Tmpfs { .. }));
        if covered && self.inside(built, |d| !d.exists("/dev/null")) {
            return Err(runc_failed("can't mask paths: open /dev/null: no such file or directory"));
        }
        Ok(())
    }
}

fn not_mounted(source: &str, at: &str, why: &str, e: Option<Errno>) -> EngineError {
    let more = e.map(hint).unwrap_or_default();
    runc_failed(&format!("error mounting {source:?} to rootfs at {at:?}: {why}{more}"))
}

/// What runc says when mount(2) refuses. The descriptor's number tells whether the place was there before.
pub(super) fn mount_refused(
    source: &str,
    at: &str,
    there: bool,
    told: &str,
    e: Errno,
) -> EngineError {
    let fd = if there { 14 } else { 11 };
    let what = format!("mount src={source}, dst={at}, dstFd=/proc/thread-self/fd/{fd}{told}");
    not_mounted(source, at, &format!("{what}: {}", go_errno(e)), Some(e))
}

/// What runc says where /dev/null can not be opened as a device. It makes the devices after the mounts.
pub(super) fn null_refused(why: &str) -> EngineError {
    runc_failed(&format!("error reopening /dev/null inside container: open /dev/null: {why}"))
}
