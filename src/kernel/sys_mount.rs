//! mount(2) and umount2(2), as far as programs on the machine use them: tmpfs, bind mounts, and
//! changing a mount's flags. What containers see is made by who starts them.

use crate::vfs::{CapSet, Errno, Loc, MemFs, MountFlags, MountSpec, Super};

use super::{FileKind, Proc};

/// What is to be mounted.
#[derive(Clone, Debug)]
pub enum MountWhat {
    /// A new filesystem in memory.
    Tmpfs {
        /// What it is called in /proc/mounts.
        source: String,
        /// Bytes it can hold; half of the machine's memory where `None`.
        size: Option<u64>,
        /// Mode of its root.
        mode: u32,
        /// Its own options as /proc/mounts shows them.
        options: String,
    },
    /// What is seen at a path already.
    Bind(String),
    /// A directory that another machine shares.
    Nfs {
        /// As it was named: `server:/path`.
        source: String,
        /// The machine's address.
        addr: std::net::Ipv4Addr,
        /// Whether by version 4 of the protocol.
        v4: bool,
    },
}

/// Bytes of a tmpfs that was given no size.
const TMPFS: u64 = 2 << 30;

impl Proc {
    fn may_mount(&self) -> Result<(), Errno> {
        if self.cred().can(CapSet::SYS_ADMIN) { Ok(()) } else { Err(Errno::EPERM) }
    }

    /// mount(2): EPERM without CAP_SYS_ADMIN, ENOENT, ENOTDIR where file and directory do not fit.
    pub fn mount(&self, what: MountWhat, target: &str, flags: MountFlags) -> Result<(), Errno> {
        self.may_mount()?;
        let path = self.realpath(target)?;
        let server = match &what {
            MountWhat::Nfs { addr, .. } => Some(self.k.file_server(*addr)?),
            _ => None,
        };
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, target, true)?;
            let now = vfs.now;
            let spec = match what {
                MountWhat::Tmpfs { source, size, mode, options } => {
                    if !vfs.is_dir(at.node)? {
                        return Err(Errno::ENOTDIR);
                    }
                    let fs = MemFs::new(size.unwrap_or(TMPFS), false, mode, now);
                    let root = vfs.add_super(Super::Mem(fs));
                    MountSpec { root, flags, fstype: "tmpfs".to_string(), source, options }
                }
                MountWhat::Nfs { source, addr, v4 } => {
                    let (_, path) = source.split_once(':').ok_or(Errno::EINVAL)?;
                    let root = server.ok_or(Errno::EHOSTUNREACH)?.shared(vfs, path, v4)?;
                    let (fstype, vers) = if v4 { ("nfs4", "4.2") } else { ("nfs", "3") };
                    MountSpec {
                        root,
                        flags,
                        fstype: fstype.to_string(),
                        options: format!("vers={vers},proto=tcp,addr={addr}"),
                        source,
                    }
                }
                MountWhat::Bind(source) => {
                    let from = vfs.resolve(view, &source, true)?;
                    let under = vfs.mount_of(from.mount).ok_or(Errno::EINVAL)?.clone();
                    MountSpec {
                        root: from.node,
                        flags: flags | under.flags,
                        fstype: under.fstype,
                        source: under.source,
                        options: under.options,
                    }
                }
            };
            vfs.mount(at, spec, &path).map(drop)
        })?
    }

    /// The mount whose root a path is; EINVAL for any other directory.
    fn mount_at(&self, target: &str) -> Result<u32, Errno> {
        self.fs(|vfs, view| {
            let at = vfs.resolve(view, target, true)?;
            let mount = vfs.mount_of(at.mount).ok_or(Errno::EINVAL)?;
            if mount.root == at.node { Ok(mount.id) } else { Err(Errno::EINVAL) }
        })?
    }

    /// mount(2) with MS_REMOUNT: gives a mount other flags.
    pub fn remount(&self, target: &str, flags: MountFlags) -> Result<(), Errno> {
        self.may_mount()?;
        let id = self.mount_at(target)?;
        self.fs(|vfs, _| vfs.remount(id, flags))?
    }

    /// umount2(2): EBUSY while a process has files open or its working directory there, unless
    /// `lazy`; EINVAL where nothing is mounted.
    pub fn umount(&self, target: &str, lazy: bool) -> Result<(), Errno> {
        self.may_mount()?;
        let id = self.mount_at(target)?;
        let busy = {
            let st = self.k.st.borrow();
            let on = |at: &Loc| at.mount == id;
            let process = |p: &super::Process| on(&p.cwd) || on(&p.root);
            let open = |f: &super::OpenFile| matches!(&f.kind, FileKind::Node(at) if on(at));
            st.procs.values().any(process) || st.files.values().any(open)
        };
        if busy && !lazy {
            return Err(Errno::EBUSY);
        }
        self.fs(|vfs, _| vfs.umount(id))?
    }
}
