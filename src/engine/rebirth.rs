//! The daemon on a machine that was switched on again: what it remembers is checked against what the disk
//! still holds, and nothing of what ran before runs any more.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::kernel::{Kernel, Namespaces};

use super::containers::create::container_dir;
use super::images::store::chains;
use super::losses::Home;
use super::state::{Container, Phase, Task, Then};
use super::volumes::mountpoint;
use super::{Engine, ROOT};

/// The status of a container whose end nobody saw (moby's `restore`).
const UNSEEN: i64 = 255;

impl Engine {
    /// Before the machine goes down: what lives in memory only goes with it.
    pub fn lose_memory(&self, cause: &str) {
        let running: Vec<Rc<Container>> = {
            let st = self.state();
            st.containers.values().filter(|c| c.run.is_some()).cloned().collect()
        };
        for c in running {
            for (path, root) in c.run.iter().flat_map(|r| &r.tmpfs) {
                let files = self.disk(|d| d.list(*root));
                self.lose(cause, &c.name, path, Home::Tmpfs, files);
            }
        }
    }

    /// The daemon's memory on a machine that was switched on again. It is not started.
    pub fn reborn(&self, kernel: Rc<Kernel>, host: Namespaces) -> Engine {
        let engine = Engine::new(kernel, host, Rc::clone(&self.inner.registry));
        {
            let mut new = engine.state();
            let (cond, never) = (new.cond, new.never);
            *new = self.state().clone();
            (new.cond, new.never) = (cond, never);
            new.daemon = None;
            new.up = false;
            new.attached.clear();
            new.execs.clear();
            for v in new.volumes.values_mut() {
                v.mounted = None;
                v.sb = None;
            }
        }
        engine.forget_missing();
        engine.find_volumes();
        engine.sweep();
        let bridges: Vec<String> = engine.state().networks.keys().cloned().collect();
        for id in bridges {
            engine.raise_bridge(&id);
        }
        let ids: Vec<String> = engine.state().containers.keys().cloned().collect();
        for id in ids {
            engine.note_unseen_end(&id);
        }
        engine
    }

    /// What ran when the machine went down has ended.
    fn note_unseen_end(&self, id: &str) {
        let (ran, layer) = {
            let now = self.now();
            let mut st = self.state();
            let Some(c) = st.containers.get_mut(id) else { return };
            let ran = c.run.take().is_some() || c.phase == Phase::Restarting;
            c.shim = None;
            c.task = Task::default();
            c.execs.clear();
            c.restart_at = None;
            c.stopping = false;
            c.kill_at = None;
            c.then = Then::Rest;
            c.cause.clear();
            if ran {
                c.phase = Phase::Exited;
                c.exit_code = UNSEEN;
                c.finished = Some(now);
                c.ends += 1;
                if let Some(h) = &mut c.health {
                    h.probe = None;
                    h.status = "unhealthy".to_string();
                }
            }
            (ran, c.layer.clone())
        };
        if ran {
            self.disk(|d| d.remove_all(&format!("{}/merged", Engine::layer_path(&layer)))).ok();
            self.leave_networks(id);
            self.save_container(id);
        }
    }

    /// Drops what the disk does not hold any more.
    pub(super) fn forget_missing(&self) {
        let (containers, volumes, images): (Vec<_>, Vec<_>, Vec<_>) = {
            let st = self.state();
            (
                st.containers.values().map(|c| (c.id.clone(), c.layer.clone(), c.hidden)).collect(),
                st.volumes.keys().cloned().collect(),
                st.images.images.keys().cloned().collect(),
            )
        };
        let there = |path: &str| self.disk(|d| d.exists(path));
        for (id, layer, hidden) in containers {
            let whole = there(&format!("{}/config.v2.json", container_dir(&id)))
                && there(&format!("{}/diff", Engine::layer_path(&layer)));
            if whole && !hidden {
                continue;
            }
            let gone = self.state().containers.remove(&id);
            self.state().names.retain(|_, owner| *owner != id);
            if let Some(c) = gone {
                self.drop_container_dirs(&c);
            }
        }
        self.forget_layers();
        for name in volumes {
            let local = self.state().volumes.get(&name).is_some_and(|v| v.driver == "local");
            if local && !there(&format!("{ROOT}/volumes/{name}")) {
                self.state().volumes.remove(&name);
            }
        }
        for id in images {
            let file = id.replace(':', "/");
            if !there(&format!("{ROOT}/image/overlay2/imagedb/content/{file}")) {
                let mut st = self.state();
                st.images.images.remove(&id);
                st.images.tags.retain(|_, owner| *owner != id);
                st.images.digests.retain(|_, owner| *owner != id);
            }
        }
    }

    /// Drops layers that did not get onto the disk, and what cannot be without them.
    fn forget_layers(&self) {
        let all: Vec<(String, String)> = {
            let st = self.state();
            st.images.layers.iter().map(|(chain, l)| (chain.clone(), l.dir.clone())).collect()
        };
        let whole =
            |dir: &str| self.disk(|d| d.exists(&format!("{}/committed", Engine::layer_path(dir))));
        let mut lost: BTreeSet<String> =
            all.into_iter().filter(|(_, dir)| !whole(dir)).map(|(chain, _)| chain).collect();
        let st = &mut *self.state();
        while let Some(above) = st.images.layers.iter().find_map(|(chain, l)| {
            let gone = l.parent.as_ref().is_some_and(|p| lost.contains(p));
            (gone && !lost.contains(chain)).then(|| chain.clone())
        }) {
            lost.insert(above);
        }
        st.images.layers.retain(|chain, _| !lost.contains(chain));
        let whole = |chain: &Option<String>| chain.as_ref().is_none_or(|c| !lost.contains(c));
        st.cache.entries.retain(|_, e| whole(&e.chain));
        st.images.images.retain(|_, i| whole(&chains(&i.diff_ids).pop()));
        let images = &st.images.images;
        st.images.tags.retain(|_, id| images.contains_key(id));
        st.images.digests.retain(|_, id| images.contains_key(id));
    }

    /// Takes away what nobody knows of: what was under way when the machine went down.
    fn sweep(&self) {
        let (containers, dirs, chains) = {
            let st = self.state();
            let all = st.containers.values();
            let dirs = all.flat_map(|c| [c.layer.clone(), format!("{}-init", c.layer)]);
            let dirs: BTreeSet<String> =
                dirs.chain(st.images.layers.values().map(|l| l.dir.clone())).collect();
            let chains = st.images.layers.keys().filter_map(|c| c.split(':').nth(1));
            let chains: BTreeSet<String> = chains.map(str::to_string).collect();
            (st.containers.keys().cloned().collect::<BTreeSet<String>>(), dirs, chains)
        };
        let mut keep = dirs;
        keep.insert("l".to_string());
        let none = BTreeSet::new();
        self.keep_only("overlay2", &keep);
        self.keep_only("containers", &containers);
        self.keep_only("image/overlay2/layerdb/mounts", &containers);
        self.keep_only("image/overlay2/layerdb/sha256", &chains);
        self.keep_only("buildkit/executor", &none);
        self.keep_only("tmp", &none);
        let links = keep.iter().filter_map(|dir| {
            let link = self.disk(|d| d.read(&format!("{}/link", Engine::layer_path(dir)))).ok()?;
            Some(String::from_utf8_lossy(&link).into_owned())
        });
        self.keep_only("overlay2/l", &links.collect());
    }

    /// Removes all but these from a directory of the daemon's.
    fn keep_only(&self, dir: &str, keep: &BTreeSet<String>) {
        self.disk(|d| {
            let base = format!("{ROOT}/{dir}");
            let Ok(node) = d.node(&base) else { return };
            let all = d.vfs.entries(&d.view, node).unwrap_or_default();
            for e in all.into_iter().filter(|e| !keep.contains(&e.name)) {
                // What can not be removed stays, as it would on a real disk.
                d.remove_all(&format!("{base}/{}", e.name)).ok();
            }
        });
    }

    /// The local driver takes every directory among its volumes for one (moby `local.New`).
    fn find_volumes(&self) {
        let names: Vec<String> = self.disk(|d| {
            let Ok(root) = d.node(&format!("{ROOT}/volumes")) else { return Vec::new() };
            let all = d.vfs.entries(&d.view, root).unwrap_or_default();
            let dirs = all.into_iter().filter(|e| e.kind == crate::vfs::FileType::Directory);
            dirs.map(|e| e.name).collect()
        });
        for name in names {
            if self.state().volumes.contains_key(&name) {
                continue;
            }
            let options = self.disk(|d| d.read(&format!("{ROOT}/volumes/{name}/opts.json")));
            let options = options.ok().and_then(|b| super::volumes::options_of(&b));
            let created = self.disk(|d| {
                let node = d.node(&mountpoint(&name)).ok()?;
                d.vfs.inode(node).ok().map(|i| i.btime)
            });
            let record = super::state::Volume {
                name: name.clone(),
                driver: "local".to_string(),
                path: String::new(),
                created: created.unwrap_or_else(|| self.now()),
                labels: None,
                options,
                anonymous: false,
                mounted: None,
                sb: None,
            };
            self.state().volumes.insert(name, record);
        }
    }
}
