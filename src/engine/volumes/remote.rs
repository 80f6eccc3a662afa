//! Volumes whose files are not on this machine: NFS shares that the local driver mounts, and what plugins
//! keep on other machines.

use std::net::Ipv4Addr;

use crate::engine::api::host_config::Strings;
use crate::engine::images::registry::Storage;
use crate::engine::plugins::Plugin;
use crate::engine::{Engine, EngineError, ROOT, Result};
use crate::kernel::FileServer;
use crate::vfs::{Body, Errno, Inode, Loc, MountFlags, MountSpec, NodeId};

use super::go_errno;

/// Where a cluster keeps its block devices on the machine that stands for it.
const POOLS: &str = "/var/lib/ceph/pools";

/// What a share is mounted as.
pub struct Share {
    /// The directory that is shared.
    pub root: NodeId,
    /// How `/proc/mounts` shows it.
    pub spec: MountSpec,
}

impl Engine {
    /// The address of a name, as the daemon resolves it.
    fn resolve(&self, name: &str) -> Option<Ipv4Addr> {
        let pid = self.state().daemon?;
        self.inner.kernel.proc(pid).resolve_host(name).first().copied()
    }

    /// The server of a share of type `cifs` has to have an address; the kernel has no such file system.
    pub(super) fn cifs_server(&self, options: &Strings) -> std::result::Result<(), String> {
        let get = |k: &str| options.get(k).map(String::as_str).unwrap_or_default();
        let named = get("o").split(',').find_map(|w| w.strip_prefix("addr="));
        let device = get("device").strip_prefix("//").and_then(|d| d.split('/').next());
        match named.or(device).filter(|n| get("type") == "cifs" && self.resolve(n).is_none()) {
            Some(name) => Err(unresolved(name)),
            None => Ok(()),
        }
    }

    /// The directory that options of type `nfs` mean. An error is the end of the daemon's sentence.
    pub(super) fn nfs_share(
        &self,
        (kind, o, device): (&str, &str, &str),
        flags: MountFlags,
        fail: &dyn Fn(&str, &str) -> String,
    ) -> std::result::Result<Share, String> {
        let mut data: Vec<String> =
            o.split(',').filter(|w| !matches!(*w, "" | "ro" | "rw")).map(str::to_string).collect();
        let mut addr = None;
        for word in &mut data {
            let Some(name) = word.strip_prefix("addr=").map(str::to_string) else { continue };
            let Some(found) = self.resolve(&name) else {
                return Err(unresolved(&name));
            };
            *word = format!("addr={found}");
            addr = Some(found);
        }
        let shown = data.join(",");
        let fail = |e: Errno| fail(&shown, &go_errno(e));
        let v4 = kind == "nfs4"
            || data.iter().any(|w| w.starts_with("vers=4") || w.starts_with("nfsvers=4"));
        let addr = addr.ok_or_else(|| fail(Errno::EINVAL))?;
        let (_, path) = device.split_once(':').ok_or_else(|| fail(Errno::EINVAL))?;
        let server = self.inner.kernel.file_server(addr).map_err(fail)?;
        let root = server.shared(&self.inner.kernel.vfs(), path, v4).map_err(fail)?;
        let vers = if v4 { "4.2" } else { "3" };
        let spec = MountSpec {
            root,
            flags,
            fstype: if v4 { "nfs4" } else { "nfs" }.to_string(),
            source: device.to_string(),
            options: format!("vers={vers},proto=tcp,addr={addr}"),
        };
        Ok(Share { root, spec })
    }

    /// A plugin's answer to a new volume.
    pub(super) fn plugin_create(
        &self,
        plugin: &Plugin,
        name: &str,
        options: &Strings,
    ) -> Result<()> {
        let refuse =
            |why: String| EngineError::system(format!("create {name}: VolumeDriver.Create: {why}"));
        match plugin.remote.storage {
            // Any other option is one for sshfs itself.
            Storage::Ssh => match options.get("sshcmd") {
                Some(command) if !command.is_empty() => Ok(()),
                _ => Err(refuse("'sshcmd' option required".to_string())),
            },
            Storage::Rbd => {
                let image = self.rbd_image(plugin, name, options, true);
                image.map(drop).map_err(|e| refuse(self.rbd_words(plugin, e)))
            }
        }
    }

    fn rbd_words(&self, plugin: &Plugin, e: Errno) -> String {
        match e {
            Errno::EEXIST | Errno::ENOENT => format!("rbd: error opening image: {e}"),
            e => format!("rbd: couldn't connect to {:?}: {e}", plugin.setting("RBD_CONF_MON_HOST")),
        }
    }

    fn rbd_image(
        &self,
        plugin: &Plugin,
        name: &str,
        options: &Strings,
        make: bool,
    ) -> std::result::Result<NodeId, Errno> {
        let host = self.resolve(plugin.setting("RBD_CONF_MON_HOST")).ok_or(Errno::ETIMEDOUT)?;
        let server = self.inner.kernel.file_server(host)?;
        let pool = options.get("pool").map_or(plugin.setting("RBD_CONF_POOL"), String::as_str);
        if pool.is_empty() || pool.contains('/') || pool.starts_with('.') {
            return Err(Errno::ENOENT);
        }
        self.directory_at(&server, &format!("{POOLS}/{pool}/{name}"), make)
    }

    fn directory_at(
        &self,
        server: &FileServer,
        path: &str,
        make: bool,
    ) -> std::result::Result<NodeId, Errno> {
        let mut vfs = self.inner.kernel.vfs();
        if !make {
            return server.path(&vfs, path);
        }
        let (now, mut at) = (vfs.now, server.root);
        for part in path.split('/').filter(|p| !p.is_empty()) {
            let fs = vfs.mem_mut(at.sb)?;
            at.ino = match fs.lookup(at.ino, part) {
                Ok(ino) => ino,
                Err(_) => fs.create(at.ino, part, Inode::new(Body::dir(), 0o755, 0, 0, now))?,
            };
        }
        Ok(at)
    }

    /// The directory that a plugin shows for a volume.
    pub(super) fn plugin_share(
        &self,
        plugin: &Plugin,
        name: &str,
        options: &Strings,
    ) -> Result<Share> {
        let get = |k: &str| options.get(k).map(String::as_str).unwrap_or_default();
        let fail = |why: String| {
            EngineError::system(format!(
                "error while mounting volume '{}': VolumeDriver.Mount: {why}",
                plugin_path(plugin, name)
            ))
        };
        let (root, fstype, source) = match plugin.remote.storage {
            Storage::Rbd => {
                let root = self.rbd_image(plugin, name, options, false);
                let root = root.map_err(|e| fail(self.rbd_words(plugin, e)))?;
                (root, "ext4", "/dev/rbd0".to_string())
            }
            Storage::Ssh => {
                let command = get("sshcmd");
                let refused = |why: &str| {
                    fail(format!("sshfs command execute failed: exit status 1 ({why}\n)"))
                };
                let (host, path) = command.split_once(':').unwrap_or((command, ""));
                let (user, host) = host.split_once('@').unwrap_or(("root", host));
                let server = self
                    .resolve(host)
                    .ok_or(Errno::ENOENT)
                    .and_then(|addr| self.inner.kernel.file_server(addr));
                let server = server.map_err(|_| refused("read: Connection reset by peer"))?;
                // Its users are told apart by their homes; the password is the name.
                let home = format!("/home/{user}");
                let vfs = self.inner.kernel.vfs();
                if server.path(&vfs, &home).is_err() || get("password") != user {
                    return Err(refused("read: Connection reset by peer"));
                }
                let path =
                    if path.starts_with('/') { path.to_string() } else { format!("{home}/{path}") };
                let root = server.path(&vfs, &path);
                let root =
                    root.map_err(|_| refused(&format!("{command}: No such file or directory")))?;
                (root, "fuse.sshfs", command.to_string())
            }
        };
        let spec = MountSpec {
            root,
            flags: MountFlags::NONE,
            fstype: fstype.to_string(),
            source,
            options: String::new(),
        };
        Ok(Share { root, spec })
    }

    /// A plugin's volume goes: a cluster's block device with it, while what another machine keeps stays.
    pub(super) fn plugin_drop(&self, plugin: &Plugin, name: &str, options: &Strings) {
        if plugin.remote.storage != Storage::Rbd {
            return;
        }
        let Ok(image) = self.rbd_image(plugin, name, options, false) else { return };
        self.disk(|d| {
            let mount = d.view.root.mount;
            d.empty(Loc { mount, node: image }).ok();
            if let Ok(dir) = d.vfs.parent(image) {
                d.vfs.remove_node(dir, name).ok();
            }
        });
    }
}

fn unresolved(name: &str) -> String {
    format!(
        "error resolving passed in network volume address: lookup {name} on 127.0.0.53:53: no such host"
    )
}

/// Where a plugin's volume is seen on this machine.
pub fn plugin_path(plugin: &Plugin, name: &str) -> String {
    format!("{ROOT}/plugins/{}/propagated-mount/{name}", plugin.id)
}
