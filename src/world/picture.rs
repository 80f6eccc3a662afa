//! Fills the [`View`]: what the engine remembers and the disk holds, put as the page draws it. Only
//! looks; files are listed as root, without a process.

use std::rc::Rc;

use std::collections::BTreeMap;

use crate::engine::containers::list::status;
use crate::engine::containers::tmpfs;
use crate::engine::disk::{Disk, as_root};
use crate::engine::losses;
use crate::engine::state::{self, Phase, Source};
use crate::vfs::{Errno, FileType, NodeId};

use super::view::{
    BindSource, Change, Container, File, FileKind, Files, Home, Host, Image, Layer, Loss, Mount,
    MountSource, State, View, Volume,
};
use super::{World, host};

const PROJECT: &str = "com.docker.compose.project";

impl World {
    /// The picture of this moment.
    pub fn view(&self) -> View {
        let now = self.now();
        let root = self.host.root;
        self.engine.look(|st| {
            as_root(&mut self.kernel.vfs(), root, |disk| Painter { st, disk, now }.view())
        })
    }
}

struct Painter<'a, 'b> {
    st: &'a state::State,
    disk: &'a mut Disk<'b>,
    now: i64,
}

impl Painter<'_, '_> {
    fn view(&mut self) -> View {
        let st = self.st;
        let mut containers: Vec<_> = st.containers.values().collect();
        containers.sort_by(|a, b| (b.created, &b.id).cmp(&(a.created, &a.id)));
        let containers: Vec<Container> = containers.iter().map(|c| self.container(c)).collect();
        let mut images: Vec<_> = st.images.images.values().collect();
        images.sort_by(|a, b| b.created.cmp(&a.created).then_with(|| a.id.cmp(&b.id)));
        View {
            time: self.now,
            host: self.host(),
            images: images.into_iter().map(|i| self.image(i)).collect(),
            containers,
            volumes: st.volumes.values().map(|v| self.volume(v)).collect(),
            losses: st.losses.iter().rev().map(loss).collect(),
        }
    }

    fn list(&mut self, path: &str) -> Files {
        let Ok(node) = self.disk.node(path) else { return Files::default() };
        let listed = self.list_node(node);
        files(&listed)
    }

    /// A directory's files, or a file that stands for itself.
    fn list_node(&mut self, node: NodeId) -> losses::Files {
        if self.disk.vfs.is_dir(node) == Ok(true) {
            return self.disk.list(node);
        }
        let mut one = losses::Files::default();
        if let Ok(stat) = self.disk.vfs.stat_node(&self.disk.view, node) {
            one.add(losses::File {
                path: String::new(),
                kind: stat.file_type(),
                size: stat.size,
                mtime: stat.mtime,
                whiteout: false,
            });
        }
        one
    }

    fn host(&mut self) -> Host {
        let mut binds: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for c in self.st.containers.values() {
            for m in c.mounts.values() {
                if let Source::Bind { path, .. } = &m.source {
                    binds.entry(path.clone()).or_default().push(c.name.clone());
                }
            }
        }
        let bind = |(path, used_by): (String, Vec<String>)| BindSource {
            files: self.list(&path),
            path,
            used_by,
        };
        let binds = binds.into_iter().map(bind).collect();
        let mut home = self.list(host::HOME);
        home.shown.retain(|f| !f.path.starts_with('.'));
        Host { name: host::HOSTNAME.to_string(), home: host::HOME.to_string(), files: home, binds }
    }

    fn image(&mut self, image: &crate::engine::images::store::Image) -> Image {
        let store = &self.st.images;
        let mut steps = image.history.iter().filter(|h| !h.empty_layer);
        let mut layers = Vec::new();
        for chain in crate::engine::images::store::chains(&image.diff_ids) {
            let made = steps.next().map(|h| h.created_by.clone()).unwrap_or_default();
            let Some(layer) = store.layers.get(&chain) else { continue };
            let files = self.list(&format!("/var/lib/docker/overlay2/{}/diff", layer.dir)).total;
            let id = layer.diff_id.trim_start_matches("sha256:").to_string();
            layers.push(Layer { id, created_by: made, size: layer.size, files });
        }
        let users = self.st.containers.values().filter(|c| c.image == image.id);
        Image {
            id: image.id.trim_start_matches("sha256:").to_string(),
            tags: store.names(&image.id).iter().map(|n| familiar(n)).collect(),
            size: store.size(image),
            layers,
            used_by: users.map(|c| c.name.clone()).collect(),
        }
    }

    fn container(&mut self, c: &state::Container) -> Container {
        let mut command = vec![c.path.clone()];
        command.extend(c.args.iter().cloned());
        Container {
            id: c.id.clone(),
            name: c.name.clone(),
            image: c.config.image.clone(),
            image_id: c.image.trim_start_matches("sha256:").to_string(),
            state: state_of(c.phase),
            status: status(c, self.now),
            exit_code: matches!(c.phase, Phase::Exited | Phase::Dead | Phase::Restarting)
                .then_some(c.exit_code),
            command: command.join(" "),
            auto_remove: c.host.auto_remove,
            project: c.config.labels.get(PROJECT).cloned(),
            writable: self.writable(c),
            mounts: self.mounts(c),
        }
    }

    /// What is in the container's own layer, and what that did to the image's files.
    fn writable(&mut self, c: &state::Container) -> Files {
        let Ok(top) = self.disk.node(&format!("/var/lib/docker/overlay2/{}/diff", c.layer)) else {
            return Files::default();
        };
        let listed = self.disk.list(top);
        let lowers = self.lowers(c);
        let mut out = files(&listed);
        for (f, source) in out.shown.iter_mut().zip(&listed.shown) {
            f.path = source.path.clone();
            f.change = match source.whiteout {
                true => Change::Deleted,
                false if lowers.iter().any(|l| self.has(*l, &source.path)) => Change::Changed,
                false => Change::Added,
            };
        }
        // Mount points are made in the layer, but hold nothing there.
        let points = c.mounts.keys().chain(c.host.tmpfs.keys());
        let points: Vec<&str> = points.map(|p| p.trim_end_matches('/')).collect();
        let before = out.shown.len();
        out.shown.retain(|f| !(f.kind == FileKind::Directory && points.contains(&f.path.as_str())));
        out.total -= (before - out.shown.len()) as u64;
        out
    }

    fn lowers(&mut self, c: &state::Container) -> Vec<NodeId> {
        let Some(image) = self.st.images.images.get(&c.image) else { return Vec::new() };
        let chains = crate::engine::images::store::chains(&image.diff_ids);
        let layers = chains.iter().filter_map(|id| self.st.images.layers.get(id));
        let dirs: Vec<String> = layers.map(|l| l.dir.clone()).collect();
        let node =
            |dir: String| self.disk.node(&format!("/var/lib/docker/overlay2/{dir}/diff")).ok();
        dirs.into_iter().filter_map(node).collect()
    }

    fn has(&mut self, top: NodeId, path: &str) -> bool {
        let mut at = top;
        for part in path.split('/').filter(|p| !p.is_empty()) {
            match self.disk.vfs.lookup(&self.disk.view, at, part) {
                Ok(next) => at = next,
                Err(Errno::ENOENT) | Err(_) => return false,
            }
        }
        true
    }

    fn mounts(&mut self, c: &state::Container) -> Vec<Mount> {
        let mut mounts: Vec<Mount> = c.mounts.values().map(|m| self.mount(c, m)).collect();
        // Those of `--tmpfs` are not among the API's mounts.
        for (path, options) in &c.host.tmpfs {
            let path = path.trim_end_matches('/');
            let asked = tmpfs::parse(options).unwrap_or_default();
            mounts.push(Mount {
                destination: path.to_string(),
                read_only: options.split(',').any(|o| o == "ro"),
                source: MountSource::Tmpfs { files: self.tmpfs(c, path), limit: asked.size },
            });
        }
        mounts.sort_by(|a, b| a.destination.cmp(&b.destination));
        mounts
    }

    fn tmpfs(&mut self, c: &state::Container, path: &str) -> Files {
        let mut mounted = c.run.iter().flat_map(|run| &run.tmpfs);
        let node = mounted.find(|(d, _)| d.trim_end_matches('/') == path).map(|(_, node)| *node);
        node.map(|node| files(&self.list_node(node))).unwrap_or_default()
    }

    fn mount(&mut self, c: &state::Container, m: &state::Mount) -> Mount {
        let source = match &m.source {
            Source::Volume { name, .. } => MountSource::Volume { name: name.clone() },
            Source::Bind { path, .. } => MountSource::Bind { path: path.clone() },
            Source::Image { name, .. } => MountSource::Bind { path: format!("image {name}") },
            Source::Tmpfs { size, .. } => {
                MountSource::Tmpfs { files: self.tmpfs(c, &m.destination), limit: *size }
            }
        };
        Mount { destination: m.destination.clone(), read_only: !m.rw, source }
    }

    fn volume(&mut self, v: &state::Volume) -> Volume {
        let mounts = |c: &&Rc<state::Container>| {
            c.mounts
                .values()
                .any(|m| matches!(&m.source, Source::Volume { name, .. } if *name == v.name))
        };
        let mountpoint = format!("/var/lib/docker/volumes/{}/_data", v.name);
        Volume {
            name: v.name.clone(),
            driver: "local".to_string(),
            anonymous: v.anonymous,
            project: v.labels.as_ref().and_then(|l| l.get(PROJECT).cloned()),
            files: self.list(&mountpoint),
            mountpoint,
            used_by: self.st.containers.values().filter(mounts).map(|c| c.name.clone()).collect(),
        }
    }
}

fn state_of(phase: Phase) -> State {
    match phase {
        Phase::Created => State::Created,
        Phase::Running => State::Running,
        Phase::Paused => State::Paused,
        Phase::Restarting => State::Restarting,
        Phase::Removing => State::Removing,
        Phase::Exited => State::Exited,
        Phase::Dead => State::Dead,
    }
}

/// A list with paths relative to its place.
fn files(listed: &losses::Files) -> Files {
    let file = |f: &losses::File| File {
        path: f.path.trim_start_matches('/').to_string(),
        kind: match f.kind {
            FileType::Regular => FileKind::Regular,
            FileType::Directory => FileKind::Directory,
            FileType::Symlink => FileKind::Symlink,
            _ => FileKind::Special,
        },
        size: f.size,
        change: if f.whiteout { Change::Deleted } else { Change::Added },
        version: f.mtime,
    };
    Files {
        shown: listed.shown.iter().map(file).collect(),
        total: listed.total,
        bytes: listed.bytes,
    }
}

fn loss(l: &losses::Loss) -> Loss {
    let mut files = files(&l.files);
    // Empty directories are mount points for the most part, and held nothing.
    let listed = files.shown.len();
    files.shown.retain(|file| file.kind != FileKind::Directory);
    files.total -= (listed - files.shown.len()) as u64;
    let they = if files.total == 1 { "It was" } else { "They were" };
    let them = if files.total == 1 { "it" } else { "them" };
    let (object, home, note) = match l.home {
        losses::Home::Writable => (
            format!("container {}", l.object),
            Home::Writable,
            format!(
                "{they} in the container's own writable layer, which goes with the container. A volume \
                 would have kept {them}."
            ),
        ),
        losses::Home::Volume => (
            format!("volume {}", l.object),
            Home::Volume,
            format!(
                "{they} in the volume itself. Only a copy elsewhere, such as a tar archive, would have \
                 kept {them}."
            ),
        ),
        losses::Home::AnonymousVolume => (
            format!("volume {}", l.object),
            Home::Volume,
            format!(
                "{they} in an anonymous volume, which is removed with its container by --rm and -v, and \
                 by prune. A volume with a name would have stayed."
            ),
        ),
        losses::Home::Tmpfs => (
            format!("tmpfs {} of container {}", l.mount, l.object),
            Home::Tmpfs,
            format!(
                "{they} in memory, which lasts only while the container runs. A volume would have kept \
                 {them}."
            ),
        ),
        losses::Home::Image => (
            format!("image {}", l.object),
            Home::Image,
            "They were an image's layers. Pulling or building it again brings them back."
                .to_string(),
        ),
    };
    Loss { id: l.id, at: l.at, cause: l.cause.clone(), object, home, files, note }
}

/// An image's name as people write it.
fn familiar(name: &str) -> String {
    let name = name.strip_prefix("docker.io/").unwrap_or(name);
    name.strip_prefix("library/").unwrap_or(name).to_string()
}
