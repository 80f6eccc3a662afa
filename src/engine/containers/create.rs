//! `docker create`: checks, the writable layer, mounts, volumes filled from the image.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::api::config::Config;
use crate::engine::api::container::{ContainerCreate, Created};
use crate::engine::api::host_config::HostConfig;
use crate::engine::disk::{Disk, clean};
use crate::engine::images::layers::layer_dirs;
use crate::engine::images::store::chains;
use crate::engine::losses::Files;
use crate::engine::run::links::parts;
use crate::engine::state::{Container, Mount, Source};
use crate::engine::volumes::go_errno;
use crate::engine::{Engine, EngineError, ROOT, Result, ids, settings};
use crate::vfs::{Errno, NodeId};

use super::{config, find, refuse};

impl Engine {
    /// `docker create`. A missing image is `NotFound` with `No such image: ...`; the client pulls it
    /// and tries again.
    pub fn container_create(&self, request: ContainerCreate) -> Result<Created> {
        let ContainerCreate { name, platform: _, config: asked, mut host_config, networks } =
            request;
        settings::apply(&self.state().settings, &mut host_config);
        config::check(&asked, &host_config)?;
        self.name_shared(&mut host_config)?;
        config::gaps(&host_config, &self.state().settings.runtimes)?;
        let warnings = refuse::warnings(&host_config);
        config::defaults(&mut host_config);
        host_config.resources.pids_limit = host_config.resources.pids_limit.filter(|n| *n > 0);
        // Which the kernel does not have (control groups of version 2): a warning says so.
        host_config.resources.oom_kill_disable = false;
        let image = self.find_image(&asked.image)?;
        config::check_log(&host_config)?;
        for (name, settings) in &networks {
            self.check_endpoint(name, settings).map_err(|e| {
                EngineError::invalid(format!("invalid config for network {name}: {}", e.message))
            })?;
        }
        let (merged, chain) = self.of_image(&image, asked)?;
        let id = ids::id(&self.inner.kernel);
        let own_network = !matches!(host_config.network_mode.as_str(), "bridge" | "host" | "none");
        for link in host_config.links.iter_mut().flatten().filter(|_| !own_network) {
            let (other, alias) = parts(link);
            if other.is_empty() {
                return Err(EngineError::invalid(
                    "could not get container for : invalid name or ID supplied: \"\"",
                ));
            }
            let found = self.container(other).map_err(|e| {
                EngineError::invalid(format!("could not get container for {other}: {}", e.message))
            })?;
            *link = format!("{}:{alias}", found.name);
        }
        // Elsewhere they belong to the network; an alias is the first one's that asks for it.
        let mut links = host_config.links.take().filter(|_| !own_network).unwrap_or_default();
        let mut known = BTreeSet::new();
        links.retain(|l| known.insert(parts(l).1.to_string()));
        host_config.links = Some(links).filter(|l| !l.is_empty());
        let name = self.reserve_name(&name, &id)?;
        let layer = ids::hex(&self.inner.kernel, 64);
        let mut container = Container::new(&id, self.moment(), merged, host_config, layer);
        container.name = name;
        container.image = image;
        container.chain = chain;
        // By name, however they were asked for.
        let named = |word: String| self.network_name(&word).unwrap_or(word);
        let ends = networks.into_iter().map(|(word, end)| (named(word), end));
        container.networks = ends.collect::<BTreeMap<_, _>>().into();
        let mode = &container.host.network_mode;
        if !mode.starts_with("container:") {
            container.networks.entry(named(mode.clone())).or_default();
        }
        let mut words = container.config.entrypoint.clone().unwrap_or_default();
        words.extend(container.config.cmd.clone().unwrap_or_default());
        let mut words = words.into_iter();
        container.path = words.next().unwrap_or_default();
        container.args = words.collect();
        if container.config.hostname.is_empty() {
            container.config.hostname = match container.host.network_mode.as_str() {
                "host" => self.host_name(),
                _ => id[..12].to_string(),
            };
        }
        if !container.config.working_dir.is_empty() {
            container.config.working_dir = clean(&container.config.working_dir);
        }
        match self.furnish(&mut container) {
            Ok(()) => {}
            Err(e) => {
                self.state().names.remove(&container.name);
                self.drop_container_dirs(&container);
                return Err(e);
            }
        }
        self.state().containers.insert(id.clone(), container);
        self.save_container(&id);
        self.emit_container(&id, "create", &[]);
        Ok(Created { id, warnings })
    }

    /// Puts the ids of the containers whose namespaces are to be shared in their names' place.
    fn name_shared(&self, host: &mut HostConfig) -> Result<()> {
        if let Some(other) = host.network_mode.strip_prefix("container:")
            && let Ok(id) = self.find_container(other)
        {
            host.network_mode = format!("container:{id}");
        }
        for mode in [&mut host.pid_mode, &mut host.ipc_mode] {
            if let Some(other) = mode.strip_prefix("container:") {
                if other.is_empty() {
                    return Err(EngineError::invalid(
                        "failed to join IPC namespace: invalid name or ID supplied: \"\"",
                    ));
                }
                // It is the request that is wrong: only what the image lacks is not found.
                let found = self.find_container(other);
                let id = found.map_err(|e| EngineError::invalid(e.message))?;
                *mode = format!("container:{id}");
            }
        }
        Ok(())
    }

    /// When a container is made, later than the one before it: lists go by it. A clock that was set back is
    /// believed.
    fn moment(&self) -> i64 {
        let now = self.now();
        let mut st = self.state();
        let again = (now..now + 1_000_000).contains(&st.newest);
        st.newest = if again { st.newest + 1 } else { now };
        st.newest
    }

    /// A container's configuration on an image's, and the chain of that image's layers.
    fn of_image(&self, id: &str, asked: Config) -> Result<(Config, Option<String>)> {
        let st = self.state();
        let image = st.images.images.get(id);
        let image = image
            .ok_or_else(|| EngineError::not_found(format!("No such image: {}", asked.image)))?;
        Ok((config::merge(asked, &image.config)?, chains(&image.diff_ids).pop()))
    }

    /// The host's own name.
    pub(crate) fn host_name(&self) -> String {
        let name = self.disk(|d| d.read("/etc/hostname")).unwrap_or_default();
        String::from_utf8_lossy(&name).trim().to_string()
    }

    /// Gives a name to an id, a made-up one where none is asked for.
    pub(crate) fn reserve_name(&self, asked: &str, id: &str) -> Result<String> {
        if asked.is_empty() {
            for attempt in 0..6 {
                let name = ids::name(&self.inner.kernel, attempt);
                if !self.state().names.contains_key(&name) {
                    self.state().names.insert(name.clone(), id.to_string());
                    return Ok(name);
                }
            }
            let name = id[..12].to_string();
            self.state().names.insert(name.clone(), id.to_string());
            return Ok(name);
        }
        find::check_name(asked)?;
        let name = asked.strip_prefix('/').unwrap_or(asked).to_string();
        let mut st = self.state();
        if let Some(owner) = st.names.get(&name) {
            return Err(EngineError::conflict(format!(
                "Conflict. The container name \"/{name}\" is already in use by container \"{owner}\". \
                 You have to remove (or rename) that container to be able to reuse that name."
            )));
        }
        st.names.insert(name.clone(), id.to_string());
        Ok(name)
    }

    /// Makes what a container needs on the disk.
    fn furnish(&self, c: &mut Container) -> Result<()> {
        let below = c.chain.as_ref().map_or(0, |chain| self.lower_links(chain).len());
        // The init layer lies between.
        if Engine::too_deep(below + 1) {
            return Err(EngineError::system("max depth exceeded"));
        }
        self.make_layer(c).map_err(|e| {
            EngineError::system(format!("failed to create rwlayer: {}", go_errno(e)))
        })?;
        c.mounts = self.mounts_of(&c.host)?;
        self.make_working_dir(c)?;
        self.anonymous_mounts(&c.config, &c.host, &mut c.mounts)?;
        let mounts: Vec<Mount> = c.mounts.values().cloned().collect();
        for m in &mounts {
            if let Source::Volume { name, no_copy: false, subpath, .. } = &m.source
                && subpath.is_empty()
            {
                self.populate(c, name, &m.destination)?;
            }
        }
        let json = c.host.log_config.kind == "json-file";
        self.disk(|d| {
            let mut d = d.make_and_enter(&format!("{ROOT}/containers"), 0o710)?;
            let mut d = d.make_and_enter(&c.id, 0o710)?;
            d.mkdir_all("checkpoints", 0o700)?;
            d.mkdir_all("mounts", 0o710)?;
            if json {
                d.write(&format!("{}-json.log", c.id), b"", 0o640)?;
            }
            Ok(())
        })
        .map_err(|e: Errno| {
            let dir = container_dir(&c.id);
            EngineError::system(format!("mkdir {dir}: {}", go_errno(e)))
        })
    }

    /// The writable layer above an init layer above the image.
    pub(crate) fn make_layer(&self, c: &Container) -> std::result::Result<(), Errno> {
        let links = c.chain.as_ref().map(|x| self.lower_links(x)).unwrap_or_default();
        let lowers = self.lower_nodes(c.chain.as_deref())?;
        let init = format!("{}-init", c.layer);
        let init_link = ids::base32(&self.inner.kernel, 26, ids::LINK);
        let link = ids::base32(&self.inner.kernel, 26, ids::LINK);
        let top = self.disk(|d| layer_dirs(d, &init, &init_link, &links, true))?;
        self.with_overlay(&lowers, top, |d| init_files(d, c.hidden))??;
        let record = mount_record(&c.id);
        self.disk(|d| {
            let mut d = d.make_and_enter(&record, 0o755)?;
            d.write("init-id", init.as_bytes(), 0o644)?;
            d.write("mount-id", c.layer.as_bytes(), 0o644)?;
            let parent = c.chain.as_deref().unwrap_or_default();
            d.write("parent", parent.as_bytes(), 0o644)
        })?;
        let mut all = vec![init_link];
        all.extend(links);
        self.disk(|d| layer_dirs(d, &c.layer, &link, &all, true)).map(drop)
    }

    /// The working directory, made where it is missing.
    fn make_working_dir(&self, c: &Container) -> Result<()> {
        if c.config.working_dir.is_empty() {
            return Ok(());
        }
        let path = clean(&c.config.working_dir);
        let made = self.with_layer(c, |d| d.mkdir_all(&path, 0o755)).and_then(|r| r);
        match made {
            Ok(_) => Ok(()),
            Err(Errno::ENOTDIR) => match self.below_file(c, &path) {
                Some(why) => Err(why),
                None => Err(EngineError::system(format!(
                    "Cannot mkdir: {} is not a directory",
                    c.config.working_dir
                ))),
            },
            Err(e) => Err(EngineError::system(format!("mkdir {path}: {}", go_errno(e)))),
        }
    }

    /// Why there can be nothing at a path that leads through a file, where it does: its first part behind one.
    fn below_file(&self, c: &Container, path: &str) -> Option<EngineError> {
        let ends = path.char_indices().skip(1).filter(|(_, c)| *c == '/').map(|(at, _)| at);
        let parts: Vec<&str> = ends.chain([path.len()]).map(|end| &path[..end]).collect();
        let first = self.with_layer(c, |d| {
            parts.into_iter().find(|part| matches!(d.node(part), Err(Errno::ENOTDIR)))
        });
        first.ok().flatten().map(|part| {
            let root = Engine::layer_path(&c.layer);
            EngineError::system(format!("lstat {root}/merged{part}: not a directory"))
        })
    }

    /// Fills an empty volume with what the image has in its place, and gives it that directory's
    /// owner and mode (moby `populateVolume`).
    fn populate(&self, c: &Container, volume: &str, at: &str) -> Result<()> {
        match self.with_layer(c, |d| d.node(at)).and_then(|r| r) {
            Err(Errno::ENOENT) => return Ok(()),
            Err(Errno::ENOTDIR) => return self.below_file(c, at).map_or(Ok(()), Err),
            _ => {}
        }
        // Only for this is the volume mounted.
        let to = self.use_volume(volume).map_err(|e| EngineError {
            message: format!("failed to populate volume: {}", e.message),
            ..e
        })?;
        let done = self.with_layer(c, |d| {
            let found = d.at(at)?;
            let from = found.node;
            if !d.vfs.is_empty_dir(to)? {
                return Ok(None);
            }
            if !d.vfs.is_dir(from)? {
                return Ok(Some(d.vfs.path_of(&d.view, found).unwrap_or_else(|_| at.to_string())));
            }
            d.copy_tree(from, to)?;
            d.copy_attributes(from, to)?;
            Ok(None)
        });
        self.unuse_volume(volume);
        match done.and_then(|r| r) {
            Ok(None) => Ok(()),
            Ok(Some(file)) => Err(EngineError::system(format!(
                "source {}/merged{file} is not directory",
                Engine::layer_path(&c.layer)
            ))),
            Err(e) => Err(EngineError::system(format!(
                "failed to populate volume: error copying content: {}",
                go_errno(e)
            ))),
        }
    }

    /// The directories below a container's writable layer, topmost first.
    pub(crate) fn container_lowers(&self, c: &Container) -> Vec<String> {
        let mut out = vec![format!("{}-init/diff", Engine::layer_path(&c.layer))];
        out.extend(c.chain.as_ref().map(|x| self.lower_dirs(x)).unwrap_or_default());
        out
    }

    /// Takes a container's directories away; gives what its writable layer held.
    pub(crate) fn drop_container_dirs(&self, c: &Container) -> Files {
        self.disk(|d| {
            d.remove_all(&container_dir(&c.id)).ok();
            d.remove_all(&mount_record(&c.id)).ok();
            let Ok(mut d) = d.enter(&format!("{ROOT}/overlay2")) else { return Files::default() };
            let mut held = Files::default();
            for dir in [&c.layer, &format!("{}-init", c.layer)] {
                let mut link = Vec::new();
                if let Ok(mut d) = d.enter(dir) {
                    link = d.read("link").unwrap_or_default();
                    if *dir == c.layer {
                        held = d.node("diff").map(|n| d.list(n)).unwrap_or_default();
                    }
                }
                if !link.is_empty() {
                    d.remove_all(&format!("l/{}", String::from_utf8_lossy(&link))).ok();
                }
                d.remove_all(dir).ok();
            }
            held
        })
    }

    /// The node of a container's writable layer.
    pub(crate) fn upper_node(&self, c: &Container) -> std::result::Result<NodeId, Errno> {
        self.disk(|d| d.node(&format!("{}/diff", Engine::layer_path(&c.layer))))
    }
}

/// What is mounted over has to be there (moby `initlayer.Setup`); a build's containers have only directories.
fn init_files(d: &mut Disk<'_>, hidden: bool) -> std::result::Result<(), Errno> {
    let missing = |d: &mut Disk<'_>, name| match d.exists(name) {
        true => Ok(()),
        false => d.write(name, b"", 0o755),
    };
    let mut dev = d.make_and_enter("/dev", 0o755)?;
    dev.mkdir_all("pts", 0o755)?;
    dev.mkdir_all("shm", 0o755)?;
    if !hidden {
        missing(&mut dev, "console")?;
    }
    d.mkdir_all("/proc", 0o755)?;
    d.mkdir_all("/sys", 0o755)?;
    if hidden {
        return Ok(());
    }
    missing(d, "/.dockerenv")?;
    let mut etc = d.make_and_enter("/etc", 0o755)?;
    for file in ["hostname", "hosts", "resolv.conf"] {
        missing(&mut etc, file)?;
    }
    match etc.exists("mtab") {
        true => Ok(()),
        false => etc.symlink("/proc/mounts", "mtab"),
    }
}

/// Where the layer store notes a container's writable layer.
fn mount_record(id: &str) -> String {
    [ROOT, "/image/overlay2/layerdb/mounts/", id].concat()
}

/// `/var/lib/docker/containers/ID`.
pub fn container_dir(id: &str) -> String {
    [ROOT, "/containers/", id].concat()
}
