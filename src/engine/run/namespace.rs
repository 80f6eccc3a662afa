//! A container's mount namespace: its layers, /proc, /dev, /sys, and all that was asked to be mounted,
//! in the order in which runc mounts them.

use std::collections::BTreeSet;

use crate::engine::containers::create::container_dir;
use crate::engine::disk::{Disk, as_root, clean, join, split};
use crate::engine::run::shared::RUNC;
use crate::engine::state::{Container, Mount, Source};
use crate::engine::volumes::{go_errno, mountpoint};
use crate::engine::{Engine, EngineError, ErrorKind, Result};
use crate::kernel::{ProcFs, SysFs};
use crate::vfs::{Errno, Loc, MemFs, MountFlags, MountSpec, NodeId, Super};

use super::rootfs::overlay_spec;
use super::shared::Shared;
use super::sources::{What, by_depth};
use super::target::dev_is_foreign;

/// A namespace that was built.
pub struct Built {
    /// Its number.
    pub mnt: u32,
    /// Its root.
    pub root: Loc,
    /// File systems that end with it.
    pub supers: Vec<u32>,
    /// The proc among them (0 where there is none).
    pub proc_sb: u32,
    /// The sys among them.
    pub sys_sb: u32,
    /// Control group.
    pub cgroup: u32,
    /// Tmpfs mounts that were asked for.
    pub tmpfs: Vec<(String, NodeId)>,
    /// The mount of `merged` on the host.
    pub merged: Option<u32>,
    /// Its path, as runc names the root.
    pub rootfs: String,
    /// Volumes that it uses, once for each mount.
    pub used: Vec<String>,
    /// Its /dev is a directory of the host's.
    pub foreign_dev: bool,
}

impl Built {
    /// A container's namespace with nothing but its layers in it.
    pub(crate) fn new(c: &Container, mnt: u32, root: Loc, supers: Vec<u32>) -> Built {
        Built {
            mnt,
            root,
            supers,
            proc_sb: 0,
            sys_sb: 0,
            cgroup: 0,
            tmpfs: Vec::new(),
            merged: None,
            rootfs: format!("{}/merged", Engine::layer_path(&c.layer)),
            used: Vec::new(),
            foreign_dev: false,
        }
    }
}

const STRICT: MountFlags =
    MountFlags(MountFlags::NOSUID.0 | MountFlags::NODEV.0 | MountFlags::NOEXEC.0);

/// What is put in front of runc's own words.
pub fn runc_failed(why: &str) -> EngineError {
    let why = format!("unable to start container process: error during container init: {why}");
    EngineError::task(ErrorKind::InvalidParameter, &format!("{RUNC}: {why}"))
}

pub(super) fn spec(
    root: NodeId,
    flags: MountFlags,
    fstype: &str,
    source: &str,
    options: &str,
) -> MountSpec {
    MountSpec {
        root,
        flags,
        fstype: fstype.to_string(),
        source: source.to_string(),
        options: options.to_string(),
    }
}

/// A mount of something from the host's disk.
pub(crate) fn disk_spec(root: NodeId, read_only: bool) -> MountSpec {
    let flags = if read_only { MountFlags::RO } else { MountFlags::NONE };
    spec(root, flags, "ext4", "/dev/sda1", "")
}

/// Makes a mount point in the container and mounts there.
pub(crate) fn mount_at(
    d: &mut Disk<'_>,
    path: &str,
    spec: MountSpec,
) -> std::result::Result<u32, Errno> {
    let at = match d.at(path) {
        // At a link that leads nowhere it stays the error.
        Err(Errno::ENOENT) if d.vfs.is_dir(spec.root)? => d.mkdir_all(path, 0o755)?,
        Err(Errno::ENOENT) if !d.exists(path) => {
            d.mkdir_all(split(path).0, 0o755)?;
            d.write(path, b"", 0o644)?;
            d.at(path)?
        }
        found => found?,
    };
    d.vfs.mount(at, spec, path)
}

impl Engine {
    /// Builds a container's namespace to run in, beside those that it may share.
    pub(crate) fn build_namespace(&self, c: &Container, shared: &Shared) -> Result<Built> {
        let system =
            |e: Errno| EngineError::system(format!("failed to mount rootfs: {}", go_errno(e)));
        let layers = self.layers_of(c).map_err(system)?;
        let merged = self.mount_merged(c, &layers);
        let root_sb = layers.root.sb;
        let (mnt, root) =
            self.inner.kernel.vfs().new_namespace(overlay_spec(&layers, MountFlags::NONE));
        let mut built = Built { merged, ..Built::new(c, mnt, root, vec![root_sb]) };
        let done = self.mount_all(c, shared, &mut built);
        if let Err(e) = done {
            self.drop_built(c, &built);
            return Err(e);
        }
        if c.host.readonly_rootfs {
            self.inner.kernel.vfs().remount(root.mount, MountFlags::RO).ok();
        }
        Ok(built)
    }

    fn mount_all(&self, c: &Container, shared: &Shared, built: &mut Built) -> Result<()> {
        let asked = by_depth(c);
        self.mount_system(c, shared, &asked, built).map_err(|e| {
            runc_failed(&format!("error mounting \"proc\" to rootfs at \"/proc\": {}", go_errno(e)))
        })?;
        for (path, what) in &asked {
            match what {
                What::Tmpfs(options) => self.mount_tmpfs(path, options, built)?,
                What::Mount(m) => self.mount_one(m, built)?,
            }
        }
        built.foreign_dev = dev_is_foreign(&asked);
        self.furnish_dev(c, built)?;
        if self.has_init(c)
            && let Ok(node) = self.disk(|d| d.node(super::init::PATH))
        {
            let at = super::init::INSIDE;
            self.inside(built, |d| mount_at(d, at, disk_spec(node, true)))
                .map_err(|e| bind_failed(super::init::PATH, at, e))?;
        }
        let owner = self.network_owner(c);
        let dir = container_dir(&owner);
        let files: &[&str] = if c.hidden {
            &["resolv.conf", "hosts"]
        } else {
            &["resolv.conf", "hostname", "hosts"]
        };
        for name in files {
            let at = format!("/etc/{name}");
            if c.mounts.contains_key(&at) {
                continue;
            }
            let Ok(node) = self.disk(|d| d.node(&format!("{dir}/{name}"))) else { continue };
            let read_only = c.host.readonly_rootfs || c.hidden;
            self.inside(built, |d| mount_at(d, &at, disk_spec(node, read_only)))
                .map_err(|e| bind_failed(&format!("{dir}/{name}"), &at, e))?;
        }
        Ok(())
    }

    pub(super) fn inside<R>(&self, built: &Built, f: impl FnOnce(&mut Disk<'_>) -> R) -> R {
        as_root(&mut self.inner.kernel.vfs(), built.root, f)
    }

    /// /proc, /dev and /sys.
    fn mount_system(
        &self,
        c: &Container,
        shared: &Shared,
        asked: &[(&str, What<'_>)],
        built: &mut Built,
    ) -> std::result::Result<(), Errno> {
        let kernel = &self.inner.kernel;
        let proc_fs = ProcFs::new(kernel, shared.pidns);
        let cgroup = kernel.new_cgroup(super::confine::group(c));
        let now = self.now();
        let shm = u64::try_from(c.host.shm_size).unwrap_or(64 << 20).next_multiple_of(4096);
        let mut vfs = kernel.vfs();
        let mut add = |vfs: &mut crate::vfs::Vfs, s: Super| {
            let root = vfs.add_super(s);
            built.supers.push(root.sb);
            root
        };
        let proc_root = add(&mut vfs, Super::Synthetic(proc_fs));
        let dev = add(&mut vfs, Super::Mem(super::devices::dev(now)));
        let pts = add(&mut vfs, Super::Mem(super::devices::pts(now)?));
        let sys = add(&mut vfs, Super::Synthetic(SysFs::new(kernel, cgroup)));
        let mqueue = add(&mut vfs, Super::Mem(MemFs::new(1 << 20, false, 0o1777, now)));
        let shm_root = match shared.shm {
            Some(node) => node,
            None => add(&mut vfs, Super::Mem(MemFs::new(shm, false, 0o1777, now))),
        };
        built.proc_sb = proc_root.sb;
        built.sys_sb = sys.sb;
        built.cgroup = cgroup;
        let shm_options = format!("size={}k", shm / 1024);
        let no_exec = MountFlags::NOSUID | MountFlags::NOEXEC;
        let read_only_sys = if c.host.privileged { STRICT } else { STRICT | MountFlags::RO };
        let ipc_none = c.host.ipc_mode == "none";
        // What is asked for takes the place of the system's own.
        let asked: BTreeSet<String> = asked.iter().map(|(at, _)| clean(at)).collect();
        let asked = |path: &str| asked.contains(path);
        as_root(&mut vfs, built.root, |d| {
            let own_proc = !asked("/proc");
            if own_proc {
                mount_at(d, "/proc", spec(proc_root, STRICT, "proc", "proc", ""))?;
            }
            for path in c.host.readonly_paths.iter().flatten() {
                if own_proc
                    && path.starts_with("/proc/")
                    && let Ok(at) = d.at(path)
                {
                    let flags = STRICT | MountFlags::RO;
                    d.vfs.mount(at, spec(at.node, flags, "proc", "proc", ""), path)?;
                }
            }
            let dev_options = "size=65536k,mode=755";
            let pts_options = "gid=5,mode=620,ptmxmode=666";
            let all = [
                ("/dev", spec(dev, MountFlags::NOSUID, "tmpfs", "tmpfs", dev_options)),
                ("/dev/pts", spec(pts, no_exec, "devpts", "devpts", pts_options)),
                ("/sys", spec(sys, read_only_sys, "sysfs", "sysfs", "")),
                ("/dev/mqueue", spec(mqueue, STRICT, "mqueue", "mqueue", "")),
                ("/dev/shm", spec(shm_root, STRICT, "tmpfs", "shm", &shm_options)),
            ];
            for (path, spec) in all {
                if !asked(path) && !(ipc_none && path == "/dev/shm") {
                    mount_at(d, path, spec)?;
                }
            }
            Ok(())
        })
    }

    pub(crate) fn mount_one(&self, m: &Mount, built: &mut Built) -> Result<()> {
        let at = m.destination.clone();
        match &m.source {
            Source::Tmpfs { options, .. } => {
                let mut words = options.clone();
                if !m.rw {
                    words = if words.is_empty() { "ro".to_string() } else { format!("{words},ro") };
                }
                self.mount_tmpfs(&at, &words, built)
            }
            Source::Volume { name, subpath, .. } => {
                let base = mountpoint(name);
                let top = self.use_volume(name)?;
                let found = self.below(top, &base, subpath);
                let spec = self.volume_spec(name, !m.rw);
                built.used.push(name.clone());
                let spec = MountSpec { root: found?, ..spec };
                self.mount_in(built, &join(&base, subpath), &at, spec)
            }
            Source::Bind { .. } => self.mount_bind(m, &at, built),
            Source::Image { id, subpath, .. } => {
                let root = self.image_root(id)?;
                built.supers.push(root.sb);
                let node = self.below(root, "/", subpath)?;
                let s = spec(node, MountFlags::RO, "overlay", "overlay", "");
                self.mount_in(built, "overlay", &at, s)
            }
        }
    }

    /// A path below a node, or Docker's complaint about a subpath.
    fn below(&self, top: NodeId, base: &str, subpath: &str) -> Result<NodeId> {
        if subpath.is_empty() {
            return Ok(top);
        }
        let escapes = || {
            EngineError::system(format!(
                "path concatenation escapes the base directory, base: {base}, subpath: {subpath}"
            ))
        };
        // The path from the top, and what of it is still to be walked: links lead on from there.
        let mut walked: Vec<(NodeId, String)> = Vec::new();
        let mut rest: Vec<String> = parts_of(subpath);
        let mut links = 0;
        while let Some(part) = rest.pop() {
            if part == ".." {
                walked.pop().ok_or_else(escapes)?;
                continue;
            }
            let here = walked.last().map_or(top, |w| w.0);
            let found = self.disk(|d| {
                let node = d.vfs.lookup(&d.view, here, &part)?;
                Ok((node, d.vfs.readlink_node(&d.view, node).ok()))
            });
            let (node, target) = found.map_err(|e: Errno| {
                let path = join(base, subpath);
                let names: Vec<&str> = walked.iter().map(|w| w.1.as_str()).collect();
                let here = join(&join(base, &names.join("/")), &part);
                let why = go_errno(e);
                EngineError::not_found(format!("cannot access path {path}: lstat {here}: {why}"))
            })?;
            let Some(target) = target else {
                walked.push((node, part));
                continue;
            };
            links += 1;
            if target.starts_with('/') || links > 40 {
                return Err(escapes());
            }
            rest.extend(parts_of(&target));
        }
        Ok(walked.last().map_or(top, |w| w.0))
    }

    /// Undoes [`Engine::build_namespace`].
    pub(crate) fn drop_built(&self, c: &Container, built: &Built) {
        self.drop_view(built);
        let merged = format!("{}/merged", Engine::layer_path(&c.layer));
        self.disk(|d| d.remove_all(&merged)).ok();
    }

    /// Ends a namespace, with the file systems that are its own and its use of volumes.
    pub(crate) fn drop_view(&self, built: &Built) {
        let mut vfs = self.inner.kernel.vfs();
        vfs.drop_namespace(built.mnt);
        if let Some(m) = built.merged {
            vfs.umount(m).ok();
        }
        for sb in &built.supers {
            vfs.drop_super(*sb);
        }
        drop(vfs);
        self.inner.kernel.drop_cgroup(built.cgroup);
        for name in &built.used {
            self.unuse_volume(name);
        }
    }
}

/// The parts of a path, the last first.
fn parts_of(path: &str) -> Vec<String> {
    let parts = path.split('/').rev().filter(|p| !p.is_empty() && *p != ".");
    parts.map(str::to_string).collect()
}

pub(super) fn bind_failed(source: &str, at: &str, e: Errno) -> EngineError {
    runc_failed(&format!(
        "error mounting \"{source}\" to rootfs at \"{at}\": mount src={source}, dst={at}, \
         dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: {}",
        go_errno(e)
    ))
}
