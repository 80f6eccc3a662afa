//! The local driver's options: what is mounted over a volume's `_data` while containers use it
//! (moby `volume/local`).

use crate::engine::api::host_config::Strings;
use crate::engine::containers::tmpfs;
use crate::engine::disk::Disk;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::units::ram_bytes;
use crate::kernel::MEMORY;
use crate::vfs::{MemFs, MountFlags, MountSpec, NodeId, Super};

use super::{go_errno, mountpoint};

/// Refuses options that the driver does not know, or that lack their company.
pub fn check_options(name: &str, options: &Strings) -> Result<()> {
    for (key, value) in options {
        if !matches!(key.as_str(), "type" | "o" | "device" | "size") {
            return Err(EngineError::invalid(format!("create {name}: invalid option: {key:?}")));
        }
        if key == "size" && !value.is_empty() {
            if ram_bytes(value).is_err() {
                return Err(EngineError::invalid(format!(
                    "create {name}: invalid size: '{value}'"
                )));
            }
            return Err(EngineError::system(format!(
                "create {name}: quota size requested but no quota support"
            )));
        }
    }
    if options.contains_key("type") || options.contains_key("o") || options.contains_key("device") {
        for key in ["device", "type"] {
            if !options.contains_key(key) {
                return Err(EngineError::invalid(format!(
                    "create {name}: missing required option: {key:?}"
                )));
            }
        }
    }
    Ok(())
}

/// The driver's `opts.json`.
pub fn options_file(options: &Strings) -> String {
    let get = |k: &str| options.get(k).cloned().unwrap_or_default();
    serde_json::json!({
        "MountType": get("type"),
        "MountOpts": get("o"),
        "MountDevice": get("device"),
        "Quota": {"Size": 0},
    })
    .to_string()
}

/// The options that such a file stands for.
pub fn options_of(file: &[u8]) -> Option<Strings> {
    let parsed: serde_json::Value = serde_json::from_slice(file).ok()?;
    let keys = [("type", "MountType"), ("o", "MountOpts"), ("device", "MountDevice")];
    let found = keys.into_iter().filter_map(|(k, name)| {
        let value = parsed.get(name)?.as_str().filter(|v| !v.is_empty())?;
        Some((k.to_string(), value.to_string()))
    });
    Some(found.collect::<Strings>()).filter(|o| !o.is_empty())
}

impl Engine {
    /// The directory that a volume shows to one more user. To be followed by
    /// [`Engine::unuse_volume`].
    pub(crate) fn use_volume(&self, name: &str) -> Result<NodeId> {
        let path = mountpoint(name);
        let (options, mounted, driver) = match self.state().volumes.get(name) {
            Some(v) => (v.options.clone(), v.mounted, v.driver.clone()),
            None => return Err(EngineError::not_found(format!("get {name}: no such volume"))),
        };
        if driver != "local" {
            return self.use_plugin_volume(name, &driver, &options.unwrap_or_default(), mounted);
        }
        // Whether there is anything to mount (moby `needsMount`).
        let told = |o: &Strings, key| o.get(key).is_some_and(|value| !value.is_empty());
        let Some(options) = options.filter(|o| told(o, "device") || told(o, "type")) else {
            return self.disk(|d| d.node(&path)).map_err(|e| {
                // The first part of the way that is missing.
                let above = path.trim_end_matches("/_data");
                let lacks = if self.disk(|d| d.exists(above)) { &path } else { above };
                EngineError::system(format!(
                    "error evaluating symlinks from mount source \"{path}\": lstat {lacks}: {}",
                    go_errno(e)
                ))
            });
        };
        if let Some((mount, users)) = mounted {
            let root = self.kernel().vfs().mount_of(mount).map(|m| m.root);
            if let (Some(root), Some(v)) = (root, self.state().volumes.get_mut(name)) {
                v.mounted = Some((mount, users + 1));
                return Ok(root);
            }
        }
        let failed = |why: String| {
            EngineError::system(format!("error while mounting volume '{path}': {why}"))
        };
        let kind = options.get("type").cloned().unwrap_or_default();
        let (mount, root, sb) = match kind.as_str() {
            "nfs" | "nfs4" => {
                let (mount, root) = self.mount_nfs(&path, &options).map_err(failed)?;
                (mount, root, None)
            }
            kind => {
                let mut options = options;
                if kind == "cifs" {
                    self.resolve_share(&mut options).map_err(failed)?;
                }
                let mounted = self.disk(|d| mount_device(d, &path, &options));
                mounted.map_err(|why| {
                    failed(masked(&options, format!("failed to mount local volume: {why}")))
                })?
            }
        };
        if let Some(v) = self.state().volumes.get_mut(name) {
            v.mounted = Some((mount, 1));
            v.sb = sb;
        }
        Ok(root)
    }

    fn mount_nfs(
        &self,
        path: &str,
        options: &Strings,
    ) -> std::result::Result<(u32, NodeId), String> {
        let get = |k: &str| options.get(k).map(String::as_str).unwrap_or_default();
        let (kind, o, device) = (get("type"), get("o"), get("device"));
        let read_only = o.split(',').any(|w| w == "ro");
        let flags = if read_only { MountFlags::RO } else { MountFlags::NONE };
        let shown = if read_only { ", flags: 0x1" } else { "" };
        let fail = |data: &str, why: &str| {
            let data = if data.is_empty() { String::new() } else { format!(", data: {data}") };
            format!("failed to mount local volume: mount {device}:{path}{shown}{data}: {why}")
        };
        let share = self.nfs_share((kind, o, device), flags, &fail)?;
        let mount = self.disk(|d| {
            let at = d.at(path)?;
            d.vfs.mount(at, share.spec, path)
        });
        mount.map(|m| (m, share.root)).map_err(|e| fail("", &go_errno(e)))
    }

    fn use_plugin_volume(
        &self,
        name: &str,
        driver: &str,
        options: &Strings,
        mounted: Option<(u32, u32)>,
    ) -> Result<NodeId> {
        let plugin = self.volume_plugin(driver)?;
        let share = self.plugin_share(&plugin, name, options)?;
        let root = share.root;
        let mount = match mounted {
            Some((mount, users)) => (mount, users + 1),
            None => {
                let path = super::remote::plugin_path(&plugin, name);
                let mount = self.disk(|d| {
                    let at = d.mkdir_all(&path, 0o755)?;
                    d.vfs.mount(at, share.spec, &path)
                });
                let mount = mount.map_err(|e| {
                    EngineError::system(format!(
                        "error while mounting volume '{path}': {}",
                        go_errno(e)
                    ))
                })?;
                (mount, 1)
            }
        };
        if let Some(v) = self.state().volumes.get_mut(name) {
            v.mounted = Some(mount);
        }
        Ok(root)
    }

    /// One user fewer; the last one's going undoes the mount.
    pub(crate) fn unuse_volume(&self, name: &str) {
        let (mount, sb) = {
            let mut st = self.state();
            let Some(v) = st.volumes.get_mut(name) else { return };
            match v.mounted {
                Some((mount, users)) if users > 1 => {
                    v.mounted = Some((mount, users - 1));
                    return;
                }
                Some((mount, _)) => {
                    v.mounted = None;
                    (mount, v.sb.take())
                }
                None => return,
            }
        };
        let mut vfs = self.kernel().vfs();
        vfs.umount(mount).ok();
        if let Some(sb) = sb {
            vfs.drop_super(sb);
        }
    }
}

/// An error without the password that the options hold.
fn masked(options: &Strings, why: String) -> String {
    let words = options.get("o").map(String::as_str).unwrap_or_default().split(',');
    match words.filter(|w| *w != "password=").find(|w| w.starts_with("password=")) {
        Some(word) => why.replacen(word, "password=********", 1),
        None => why,
    }
}

type Mounted = (u32, NodeId, Option<u32>);

fn mount_device(
    d: &mut Disk<'_>,
    path: &str,
    options: &Strings,
) -> std::result::Result<Mounted, String> {
    let get = |k: &str| options.get(k).map(String::as_str).unwrap_or_default();
    let (kind, o, device) = (get("type"), get("o"), get("device"));
    let words: Vec<&str> = o.split(',').filter(|w| !w.is_empty()).collect();
    let bind = words.iter().any(|w| matches!(*w, "bind" | "rbind"));
    let read_only = words.contains(&"ro");
    // MS_BIND, MS_REC and MS_RDONLY of mount(2).
    let flag = |on: bool, bits: u32| if on { bits } else { 0 };
    let bits = flag(bind, 0x1000) | flag(words.contains(&"rbind"), 0x4000) | flag(read_only, 1);
    let flags_shown = if bits == 0 { String::new() } else { format!(", flags: {bits:#x}") };
    let mut flags = MountFlags::NONE;
    let own = |w: &&str| !matches!(*w, "bind" | "rbind") && !flags.apply(w);
    let data: Vec<&str> = words.iter().copied().filter(own).collect();
    let data_shown =
        if data.is_empty() { String::new() } else { format!(", data: {}", data.join(",")) };
    let fail = |why: &str| format!("mount {device}:{path}{flags_shown}{data_shown}: {why}");
    let at = d.at(path).map_err(|e| fail(&go_errno(e)))?;
    if bind {
        let root = d.node(device).map_err(|e| fail(&go_errno(e)))?;
        // A bind has the flags of what it is of; only with `ro` is it mounted anew with its own.
        let flags = if read_only { flags } else { MountFlags::NONE };
        let spec = MountSpec {
            root,
            flags,
            fstype: "ext4".to_string(),
            source: "/dev/sda1".to_string(),
            options: String::new(),
        };
        let mount = d.vfs.mount(at, spec, path).map_err(|e| fail(&go_errno(e)))?;
        return Ok((mount, root, None));
    }
    if kind == "tmpfs" {
        let parsed = tmpfs::parse(&data.join(",")).map_err(|_| fail("invalid argument"))?;
        let fs = MemFs::new(
            parsed.size.unwrap_or(MEMORY / 2),
            false,
            parsed.mode.unwrap_or(0o1777),
            d.vfs.now,
        );
        let root = d.vfs.add_super(Super::Mem(fs));
        let top = d.vfs.inode_mut(root).map_err(|e| fail(&go_errno(e)))?;
        (top.uid, top.gid) = (parsed.uid, parsed.gid);
        let spec = MountSpec {
            root,
            flags,
            fstype: "tmpfs".to_string(),
            source: device.to_string(),
            options: parsed.shown,
        };
        let mount = d.vfs.mount(at, spec, path).map_err(|e| fail(&go_errno(e)))?;
        return Ok((mount, root, Some(root.sb)));
    }
    Err(match kind {
        "ext4" | "xfs" | "btrfs" if d.node(device).is_err() => fail("no such file or directory"),
        "ext4" | "xfs" | "btrfs" => fail("block device required"),
        // One that is written to needs more directories than are named.
        "overlay" => fail("invalid argument"),
        // The simulated kernel has no such file system (/proc/filesystems).
        _ => fail("no such device"),
    })
}
