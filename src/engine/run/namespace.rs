//! A container's mount namespace: its layers, /proc, /dev, /sys, and all that was asked to be mounted,
//! in the order in which runc mounts them.

use crate::engine::containers::create::container_dir;
use crate::engine::containers::tmpfs;
use crate::engine::disk::{Disk, as_root, clean, join, split};
use crate::engine::state::{Container, Mount, Source};
use crate::engine::volumes::{go_errno, mountpoint};
use crate::engine::{Engine, EngineError, Result};
use crate::kernel::{MEMORY, ProcFs, SysFs};
use crate::vfs::{Errno, Loc, MemFs, MountFlags, MountSpec, NodeId, Super};

use super::points::{BIND, mount_refused, null_refused};
use super::rootfs::overlay_spec;
use super::shared::Shared;
use super::sources::{What, by_depth};

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
    /// The root's path on the host, which errors name; empty where nothing is to run in it.
    pub rootfs: String,
    /// The mount of `merged` on the host.
    pub merged: Option<u32>,
    /// Volumes that it uses, once for each mount.
    pub used: Vec<String>,
}

const STRICT: MountFlags =
    MountFlags(MountFlags::NOSUID.0 | MountFlags::NODEV.0 | MountFlags::NOEXEC.0);

/// What is put in front of runc's own words.
pub fn runc_failed(why: &str) -> EngineError {
    EngineError::invalid(format!(
        "failed to create task for container: failed to create shim task: OCI runtime create failed: \
         runc create failed: unable to start container process: error during container init: {why}"
    ))
}

fn spec(root: NodeId, flags: MountFlags, fstype: &str, source: &str, options: &str) -> MountSpec {
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
        Err(Errno::ENOENT) if !d.exists(path) => {
            if d.vfs.is_dir(spec.root)? {
                d.mkdir_all(path, 0o755)?
            } else {
                d.mkdir_all(split(path).0, 0o755)?;
                d.write(path, b"", 0o755)?;
                d.at(path)?
            }
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
        let mut built = Built {
            mnt,
            root,
            supers: vec![root_sb],
            proc_sb: 0,
            sys_sb: 0,
            cgroup: 0,
            tmpfs: Vec::new(),
            rootfs: format!("{}/merged", Engine::layer_path(&c.layer)),
            merged,
            used: Vec::new(),
        };
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
        self.mount_system(c, shared, built).map_err(|e| {
            runc_failed(&format!("error mounting \"proc\" to rootfs at \"/proc\": {}", go_errno(e)))
        })?;
        for (path, what) in by_depth(c) {
            match what {
                What::Tmpfs(options) => self.mount_tmpfs(path, options, built)?,
                What::Mount(m) if path == "/" => return Err(on_top(c, m)),
                What::Mount(m) => self.mount_one(m, built)?,
            }
        }
        self.check_devices(c, built)?;
        if self.has_init(c)
            && let Ok(node) = self.disk(|d| d.node(super::init::PATH))
        {
            let (path, at) = (super::init::PATH, super::init::INSIDE);
            self.mount_inside(built, path, at, disk_spec(node, true), BIND)?;
        }
        let owner = self.network_owner(c);
        let dir = container_dir(&owner);
        for name in ["resolv.conf", "hostname", "hosts"] {
            let at = format!("/etc/{name}");
            if c.mounts.contains_key(&at) {
                continue;
            }
            let Ok(node) = self.disk(|d| d.node(&format!("{dir}/{name}"))) else { continue };
            let read_only = c.host.readonly_rootfs;
            self.mount_inside(
                built,
                &format!("{dir}/{name}"),
                &at,
                disk_spec(node, read_only),
                BIND,
            )?;
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
        built: &mut Built,
    ) -> std::result::Result<(), Errno> {
        let kernel = &self.inner.kernel;
        let proc_fs = ProcFs::new(kernel, shared.pidns);
        let cgroup = kernel.new_cgroup(super::confine::group(c));
        let now = self.now();
        let shm = u64::try_from(c.host.shm_size).unwrap_or(64 << 20);
        let mut vfs = kernel.vfs();
        let mut add = |vfs: &mut crate::vfs::Vfs, s: Super| {
            let root = vfs.add_super(s);
            built.supers.push(root.sb);
            root
        };
        let proc_root = add(&mut vfs, Super::Synthetic(proc_fs));
        let dev_fs = super::devices::dev(now, c.config.tty)?;
        let dev = add(&mut vfs, Super::Mem(dev_fs));
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
        as_root(&mut vfs, built.root, |d| {
            mount_at(d, "/proc", spec(proc_root, STRICT, "proc", "proc", ""))?;
            for path in c.host.readonly_paths.iter().flatten() {
                if path.starts_with("/proc/")
                    && let Ok(node) = d.node(path)
                {
                    let flags = STRICT | MountFlags::RO;
                    mount_at(d, path, spec(node, flags, "proc", "proc", ""))?;
                }
            }
            let dev_options = "size=65536k,mode=755";
            mount_at(d, "/dev", spec(dev, MountFlags::NOSUID, "tmpfs", "tmpfs", dev_options))?;
            let pts_options = "gid=5,mode=620,ptmxmode=666";
            mount_at(d, "/dev/pts", spec(pts, no_exec, "devpts", "devpts", pts_options))?;
            mount_at(d, "/sys", spec(sys, read_only_sys, "sysfs", "sysfs", ""))?;
            mount_at(d, "/dev/mqueue", spec(mqueue, STRICT, "mqueue", "mqueue", ""))?;
            if ipc_none {
                return Ok(());
            }
            mount_at(d, "/dev/shm", spec(shm_root, STRICT, "tmpfs", "shm", &shm_options)).map(drop)
        })
    }

    fn mount_tmpfs(&self, path: &str, options: &str, built: &mut Built) -> Result<()> {
        let path = clean(path);
        // runc gives the tmpfs the mode of the directory that it hides.
        let old = self.inside(built, |d| {
            let node = d.node(&path).ok()?;
            d.vfs.stat_node(&d.view, node).ok()
        });
        let told = tmpfs::told(options, old.map(|s| s.perm()));
        let mut t = tmpfs::parse(options)
            .map_err(|_| mount_refused("tmpfs", &path, old.is_some(), &told, Errno::EINVAL))?;
        match path.as_str() {
            "/dev/null" => return Err(null_refused("is a directory: permission denied")),
            "/dev" if t.flags.has(MountFlags::NODEV) => {
                return Err(null_refused("permission denied"));
            }
            _ => {}
        }
        if t.mode.is_none() {
            t.mode = old.map(|s| s.perm());
        }
        let shown = t.shown();
        let mode = t.mode.unwrap_or(0o1777);
        let mut fs = MemFs::new(t.size.unwrap_or(MEMORY / 2), false, mode, self.now());
        if let Some(n) = t.inodes {
            fs.inode_limit = n;
        }
        if let Ok(root) = fs.inode_mut(crate::vfs::memfs::ROOT) {
            (root.uid, root.gid) = (t.uid, t.gid);
        }
        let root = self.inner.kernel.vfs().add_super(Super::Mem(fs));
        built.supers.push(root.sb);
        built.tmpfs.push((path.clone(), root));
        self.mount_inside(
            built,
            "tmpfs",
            &path,
            spec(root, t.flags, "tmpfs", "tmpfs", &shown),
            &told,
        )
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
                let mounted = found.and_then(|node| {
                    if at == "/dev/null" {
                        return Err(null_refused("is a directory: permission denied"));
                    }
                    let spec = MountSpec { root: node, ..spec };
                    self.mount_inside(built, &join(&base, subpath), &at, spec, BIND)
                });
                built.used.push(name.clone());
                mounted
            }
            Source::Bind { .. } => self.mount_bind(m, &at, built),
            Source::Image { id, subpath, .. } => {
                let root = self.image_root(id)?;
                built.supers.push(root.sb);
                let node = self.below(root, &built.rootfs, subpath)?;
                let s = spec(node, MountFlags::RO, "overlay", "overlay", "");
                self.mount_inside(built, "overlay", &at, s, BIND)
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

/// What runc says of a mount over the container's root.
fn on_top(c: &Container, m: &Mount) -> EngineError {
    let root = format!("{}/merged", Engine::layer_path(&c.layer));
    let source = match &m.source {
        Source::Volume { name, .. } => mountpoint(name),
        Source::Bind { path, .. } => path.clone(),
        Source::Tmpfs { .. } => "tmpfs".to_string(),
        Source::Image { name, .. } => name.clone(),
    };
    runc_failed(&format!(
        "error mounting {source:?} to rootfs at \"/\": create mountpoint for / mount: mountpoint {root:?} is \
         on the top of rootfs {root:?}"
    ))
}
