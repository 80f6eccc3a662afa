//! What must hold of the daemon's memory and its files together whenever nothing is under way; for tests. How
//! a machine comes into such a state is theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::containers::create::container_dir;
use super::images::store::chains;
use super::state::{Container, Phase, State};
use super::{Engine, ROOT};

type Names = BTreeSet<String>;

impl Engine {
    /// All that does not fit together, a sentence each.
    pub(crate) fn audit(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let st = self.look(State::clone);
        self.audit_containers(&st, &mut faults);
        self.audit_layers(&st, &mut faults);
        self.audit_images(&st, &mut faults);
        self.audit_volumes(&st, &mut faults);
        self.audit_networks(&st, &mut faults);
        for dir in ["tmp", "image/overlay2/layerdb/tmp", "buildkit/executor"] {
            same(&mut faults, dir, &Names::new(), &self.entries(dir));
        }
        faults
    }

    /// What is there where nothing should be any more: what a person can take away, and what ends with it.
    pub(crate) fn left(&self) -> Vec<String> {
        let st = self.look(State::clone);
        let counts = [
            ("containers", st.containers.values().count()),
            ("volumes", st.volumes.len()),
            ("networks", st.networks.len() - 3),
            ("images", st.images.images.len()),
            ("layers", st.images.layers.len()),
            ("names", st.names.len()),
            ("execs", st.execs.len()),
            ("plugins", st.plugins.len()),
            ("control groups", self.inner.kernel.st.borrow().cgroups.len()),
            // The host has one, and the machine that keeps files for it another.
            ("networks' ends", self.inner.kernel.st.borrow().net.spaces.len() - 2),
        ];
        let left = counts.iter().filter(|(_, n)| *n > 0);
        left.map(|(what, n)| format!("{n} {what}")).collect()
    }

    /// The names in a directory below the daemon's own; none where it is not there.
    fn entries(&self, dir: &str) -> Names {
        self.disk(|d| {
            let Ok(node) = d.node(&format!("{ROOT}/{dir}")) else { return Names::new() };
            let all = d.vfs.entries(&d.view, node).unwrap_or_default();
            all.into_iter().map(|e| e.name).collect()
        })
    }

    fn audit_containers(&self, st: &State, faults: &mut Vec<String>) {
        let ids: Names = st.containers.keys().cloned().collect();
        same(faults, "containers", &ids, &self.entries("containers"));
        same(faults, "mount records", &ids, &self.entries("image/overlay2/layerdb/mounts"));
        let named: BTreeMap<_, _> =
            st.containers.values().map(|c| (c.name.clone(), c.id.clone())).collect();
        if named != st.names {
            faults.push(format!("names {:?} are not those of {named:?}", st.names));
        }
        for c in st.containers.values() {
            for file in ["config.v2.json", "hostconfig.json"] {
                let path = format!("{}/{file}", container_dir(&c.id));
                let text = self.disk(|d| d.read(&path)).unwrap_or_default();
                let read: Result<serde_json::Value, _> = serde_json::from_slice(&text);
                if read.is_err() {
                    faults.push(format!("{} has no {file}", c.name));
                }
            }
            self.audit_run(c, faults);
            if c.chain.as_ref().is_some_and(|chain| !st.images.layers.contains_key(chain)) {
                faults.push(format!("{} stands on layers that are not there", c.name));
            }
        }
        for x in st.execs.values().filter(|x| !x.task.done) {
            if st.containers.get(&x.container).is_none_or(|c| !c.execs.contains(&x.id)) {
                faults.push(format!("exec {} belongs to nobody", x.id));
            }
        }
        if !st.attached.is_empty() {
            faults.push(format!("{} clients are attached", st.attached.len()));
        }
    }

    /// What of a container's run is there must be there as long as it runs, and no longer.
    fn audit_run(&self, c: &Container, faults: &mut Vec<String>) {
        let runs = matches!(c.phase, Phase::Running | Phase::Paused);
        if runs != c.run.is_some() || matches!(c.phase, Phase::Removing | Phase::Dead) {
            faults.push(format!("{} is {}: {}", c.name, c.phase.word(), c.run.is_some()));
        }
        let kernel = &self.inner.kernel;
        if let Some(run) = &c.run
            && !kernel.is_alive(run.shim)
        {
            faults.push(format!("nobody looks after {}", c.name));
        }
        if runs && !c.task.pid.is_some_and(|pid| kernel.is_alive(pid)) {
            faults.push(format!("{} has no process", c.name));
        }
        let merged = format!("{}/merged", Engine::layer_path(&c.layer));
        if self.disk(|d| d.exists(&merged)) != runs {
            faults.push(format!("{} has its files mounted: {}", c.name, !runs));
        }
        if c.stopping {
            faults.push(format!("{} is being stopped for ever", c.name));
        }
    }

    fn audit_layers(&self, st: &State, faults: &mut Vec<String>) {
        let containers = st.containers.values();
        let mut dirs: Names =
            containers.flat_map(|c| [c.layer.clone(), format!("{}-init", c.layer)]).collect();
        dirs.extend(st.images.layers.values().map(|l| l.dir.clone()));
        let mut there = self.entries("overlay2");
        there.remove("l");
        same(faults, "layers' directories", &dirs, &there);
        let links = there.iter().filter_map(|dir| {
            let link = self.disk(|d| d.read(&format!("{}/link", Engine::layer_path(dir)))).ok()?;
            Some(String::from_utf8_lossy(&link).into_owned())
        });
        same(faults, "layers' links", &links.collect(), &self.entries("overlay2/l"));
        let chains: Names = st.images.layers.keys().map(|c| bare(c)).collect();
        same(faults, "layers", &chains, &self.entries("image/overlay2/layerdb/sha256"));
        let mut mounts: Vec<String> = st
            .containers
            .values()
            .filter(|c| c.run.is_some())
            .map(|c| format!("{}/merged", Engine::layer_path(&c.layer)))
            .collect();
        mounts.sort();
        let vfs = self.inner.kernel.vfs();
        let mut seen: Vec<String> = vfs
            .mounts_in(self.inner.host.mnt)
            .iter()
            .map(|m| m.path.clone())
            .filter(|p| p.ends_with("/merged"))
            .collect();
        seen.sort();
        if seen != mounts {
            faults.push(format!("mounted {seen:?} for {mounts:?}"));
        }
    }

    fn audit_images(&self, st: &State, faults: &mut Vec<String>) {
        let ids: Names = st.images.images.keys().map(|i| bare(i)).collect();
        same(faults, "images", &ids, &self.entries("image/overlay2/imagedb/content/sha256"));
        let mut needed = Names::new();
        for image in st.images.images.values() {
            let all = chains(&image.diff_ids);
            if all.iter().any(|c| !st.images.layers.contains_key(c)) {
                faults.push(format!("{} is half there", image.short()));
            }
            needed.extend(all);
        }
        let others = st.containers.values().filter_map(|c| c.chain.clone());
        needed.extend(others.chain(st.cache.entries.values().filter_map(|e| e.chain.clone())));
        needed.extend(st.images.layers.values().filter_map(|l| l.parent.clone()));
        for chain in st.images.layers.keys().filter(|c| !needed.contains(*c)) {
            faults.push(format!("nothing needs layer {chain}"));
        }
        for (name, id) in st.images.tags.iter().chain(&st.images.digests) {
            if !st.images.images.contains_key(id) {
                faults.push(format!("{name} means nothing"));
            }
        }
    }

    fn audit_volumes(&self, st: &State, faults: &mut Vec<String>) {
        let local = st.volumes.values().filter(|v| v.driver == "local");
        let names: Names = local.map(|v| v.name.clone()).collect();
        let mut there = self.entries("volumes");
        there.retain(|n| !matches!(n.as_str(), "metadata.db" | "backingFsBlockDev"));
        same(faults, "volumes", &names, &there);
        let mut users: BTreeMap<&str, u32> = BTreeMap::new();
        for run in st.containers.values().filter_map(|c| c.run.as_ref()) {
            for v in &run.volumes {
                *users.entry(v).or_default() += 1;
            }
        }
        for v in st.volumes.values() {
            let (uses, counted) = (users.get(v.name.as_str()).copied(), v.mounted.map(|(_, n)| n));
            if counted.is_some() && counted != uses {
                faults.push(format!("{} is mounted for {counted:?}, used by {uses:?}", v.name));
            }
        }
        for c in st.containers.values().filter(|c| !c.hidden) {
            for m in c.mounts.values() {
                if let super::state::Source::Volume { name, .. } = &m.source
                    && !st.volumes.contains_key(name)
                {
                    faults.push(format!("{} uses volume {name}, which is gone", c.name));
                }
            }
        }
        let plugins: Names = st.plugins.keys().cloned().collect();
        let mut there = self.entries("plugins");
        there.remove("tmp");
        same(faults, "plugins", &plugins, &there);
    }

    fn audit_networks(&self, st: &State, faults: &mut Vec<String>) {
        let mut taken = Names::new();
        for c in st.containers.values() {
            for (name, end) in c.networks.iter() {
                let held = !end.ip_address.is_empty();
                if held && c.run.is_none() {
                    faults.push(format!("{} holds {} on {name}", c.name, end.ip_address));
                }
                if held && !st.networks.contains_key(&end.network_id) {
                    faults.push(format!("{} is on {name}, which is gone", c.name));
                }
                if held && !taken.insert(end.ip_address.clone()) {
                    faults.push(format!("{} has two owners", end.ip_address));
                }
            }
        }
    }
}

fn bare(digest: &str) -> String {
    digest.strip_prefix("sha256:").unwrap_or(digest).to_string()
}

/// Notes what is remembered but not on the disk, and the other way round.
fn same(faults: &mut Vec<String>, what: &str, known: &Names, there: &Names) {
    for name in known.difference(there) {
        faults.push(format!("{what}: {name} is not on the disk"));
    }
    for name in there.difference(known) {
        faults.push(format!("{what}: {name} is nobody's"));
    }
}
