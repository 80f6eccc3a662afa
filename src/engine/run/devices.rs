//! Device files in a container: those that runc gives every one (OCI runtime specification, "Default Devices"),
//! made once all is mounted; the host's that are asked for with `--device`, all of
//! them for one that may do everything, and what is said of those that are none.

use crate::engine::disk::{Disk, join, split};
use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result};
use crate::vfs::memfs::ROOT;
use crate::vfs::{Body, Errno, FileType, Inode, MemFs, major, minor};

use super::namespace::Built;

/// Size of a container's `/dev`, in bytes.
const DEV_SIZE: u64 = 64 << 20;
/// Size of what holds `/dev/pts`, in bytes.
const PTS_SIZE: u64 = 1 << 20;

/// A device: its path in the container, what it is, and its mode.
struct Device {
    path: String,
    body: Body,
    mode: u32,
}

impl Engine {
    /// The devices at a path of the host: itself, or those in it.
    fn devices_at(&self, path: &str, inside: &str) -> std::result::Result<Vec<Device>, Errno> {
        let (stat, names) = self.disk(|d| {
            let node = d.node(path)?;
            let stat = d.vfs.stat_node(&d.view, node)?;
            let names = if stat.is_dir() { d.vfs.entries(&d.view, node)? } else { Vec::new() };
            Ok::<_, Errno>((stat, names))
        })?;
        let body = match stat.file_type() {
            FileType::CharDevice => Body::Char(major(stat.rdev), minor(stat.rdev)),
            FileType::BlockDevice => Body::Block(major(stat.rdev), minor(stat.rdev)),
            FileType::Directory => {
                let mut all = Vec::new();
                for e in names {
                    // Those are the container's own (opencontainers/runc `devices.GetDevices`).
                    let skip = ["pts", "shm", "fd", "mqueue", ".lxc", ".lxd-mounts", ".udev"];
                    if e.kind == FileType::Symlink
                        || skip.contains(&e.name.as_str())
                        || e.name == "console"
                    {
                        continue;
                    }
                    match self.devices_at(&join(path, &e.name), &join(inside, &e.name)) {
                        Ok(found) => all.extend(found),
                        Err(Errno::EINVAL) => {}
                        Err(e) => return Err(e),
                    }
                }
                return Ok(all);
            }
            _ => return Err(Errno::EINVAL),
        };
        Ok(vec![Device { path: inside.to_string(), body, mode: stat.perm() }])
    }

    /// The devices whose speed is limited have to be there.
    pub(crate) fn check_throttled(&self, c: &Container) -> Result<()> {
        let r = &c.host.resources;
        let limits = [
            &r.blkio_device_read_bps,
            &r.blkio_device_write_bps,
            &r.blkio_device_read_iops,
            &r.blkio_device_write_iops,
        ];
        for path in limits.into_iter().flatten().filter_map(|limit| limit["Path"].as_str()) {
            self.disk(|d| d.at(path)).map_err(|e| {
                let why = crate::engine::volumes::go_errno(e);
                EngineError::system(format!("stat {path}: {why}"))
            })?;
        }
        Ok(())
    }

    /// Makes the devices that a container is to have in its /dev, unless that is the host's.
    pub(crate) fn make_devices(&self, c: &Container, built: &Built) -> Result<()> {
        let mut all = Vec::new();
        if c.host.privileged {
            all.extend(self.devices_at("/dev", "/dev").unwrap_or_default());
        }
        for asked in &c.host.resources.devices {
            let path = &asked.path_on_host;
            let found = self.devices_at(path, &asked.path_in_container);
            let found = found.and_then(|f| if f.is_empty() { Err(Errno::EINVAL) } else { Ok(f) });
            let found = found.map_err(|e| {
                let why = match e {
                    Errno::EINVAL => "not a device node".to_string(),
                    e => crate::engine::volumes::go_errno(e),
                };
                EngineError::system(format!(
                    "error gathering device information while adding custom device {path:?}: {why}"
                ))
            })?;
            all.extend(found);
        }
        if built.foreign_dev {
            return Ok(());
        }
        self.inside(built, |d| {
            for device in all {
                if d.exists(&device.path) {
                    continue;
                }
                d.mkdir_all(split(&device.path).0, 0o755).ok();
                // A place that can not be made has no device.
                d.vfs.mknod(&d.view, &device.path, device.body, device.mode).ok();
            }
        });
        Ok(())
    }
}

/// A container's `/dev`, before anything is in it.
pub(super) fn dev(now: i64) -> MemFs {
    MemFs::new(DEV_SIZE, false, 0o755, now)
}

/// Makes what every container has in its `/dev`, beside what is there already; a console where it has a terminal.
pub(super) fn fill(d: &mut Disk<'_>, console: bool) {
    let devices = [
        ("full", 1, 7, 0o666),
        ("null", 1, 3, 0o666),
        ("random", 1, 8, 0o666),
        ("urandom", 1, 9, 0o666),
        ("zero", 1, 5, 0o666),
        ("tty", 5, 0, 0o666),
    ];
    let console = console.then_some(("console", 5, 1, 0o620));
    let Ok(mut d) = d.enter("/dev") else { return };
    for (name, major, minor, mode) in devices.into_iter().chain(console) {
        // What was mounted in its place stays.
        d.vfs.mknod(&d.view, name, Body::Char(major, minor), mode).ok();
    }
    for (name, target) in [
        ("fd", "/proc/self/fd"),
        ("stdin", "/proc/self/fd/0"),
        ("stdout", "/proc/self/fd/1"),
        ("stderr", "/proc/self/fd/2"),
        ("ptmx", "pts/ptmx"),
    ] {
        d.symlink(target, name).ok();
    }
}

/// A container's `/dev/pts`.
pub(super) fn pts(now: i64) -> std::result::Result<MemFs, Errno> {
    let mut fs = MemFs::new(PTS_SIZE, false, 0o755, now);
    fs.create(ROOT, "ptmx", Inode::new(Body::Char(5, 2), 0o666, 0, 0, now))?;
    Ok(fs)
}
