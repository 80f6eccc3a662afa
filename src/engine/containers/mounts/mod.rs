//! What is to be mounted into a container, out of `-v`, `--mount`, `--tmpfs`, `--volumes-from` and the
//! image's `VOLUME`s, as moby's `volume/mounts` makes it out.

mod check;
mod dash_v;

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::api::config::Config;
use crate::engine::api::host_config::{HostConfig, MountRequest};
use crate::engine::disk::clean;
use crate::engine::state::{Below, Hold, Mount, Source};
use crate::engine::volumes::ANONYMOUS;
use crate::engine::{Engine, EngineError, ErrorKind, Result, ids};

use super::tmpfs;
pub(super) use check::is_absolute;
use check::validate;
use dash_v::{parse_bind, valid_mode, word_in};

/// A tmpfs of `--mount`, as the options that `--tmpfs` would have had.
fn tmpfs_source(m: &MountRequest) -> Result<Source> {
    let t = m.tmpfs_options.clone().unwrap_or_default();
    let mut words = Vec::new();
    if t.mode != 0 {
        words.push(format!("mode={:o}", t.mode));
    }
    if t.size_bytes != 0 {
        // In the largest unit that leaves nothing over.
        let units = [(30, "g"), (20, "m"), (10, "k"), (0, "")];
        let whole = |(bits, _): &&(u32, &str)| t.size_bytes % (1 << bits) == 0;
        let (bits, unit) = units.iter().find(whole).unwrap_or(&(0, ""));
        words.push(format!("size={}{unit}", t.size_bytes >> bits));
    }
    for pair in &t.options {
        words.push(pair.join("="));
    }
    let options = words.join(",");
    let parsed = match tmpfs::parse(&options) {
        // What the kernel refuses shows when it is mounted.
        Err(e) if e.kind == ErrorKind::System => tmpfs::Parsed::default(),
        parsed => parsed?,
    };
    Ok(Source::Tmpfs { size: parsed.size.filter(|n| *n > 0), mode: parsed.mode, options })
}

fn duplicate(target: &str) -> EngineError {
    EngineError::invalid(format!("Duplicate mount point: {target}"))
}

/// The name of a volume that was made up for a container.
fn made_up(m: &Mount) -> Option<&str> {
    match &m.source {
        Source::Volume { name, .. } if m.asked.kind.is_empty() => Some(name),
        _ => None,
    }
}

/// The hold on a volume of `--volumes-from` at a place where something may be mounted already. One that
/// was made up is taken hold of at once, and then the hold of the mount before is given back, be it the
/// same one (moby `registerMountPoints`).
fn hold_on(m: &Mount, before: Option<&Mount>) -> Hold {
    match (&m.source, made_up(m)) {
        (Source::Volume { .. }, None) => Hold::AtStart,
        (_, Some(name)) if before.and_then(made_up) == Some(name) => Hold::GivenBack,
        _ => Hold::Taken,
    }
}

impl Engine {
    /// Everything that was asked for, by destination. Volumes that are named are made on the way.
    pub(crate) fn mounts_of(&self, host: &HostConfig) -> Result<BTreeMap<String, Mount>> {
        let mut out: BTreeMap<String, Mount> = BTreeMap::new();
        // These are looked at before anything is made.
        for m in &host.mounts {
            validate(m, Some(&|path: &str| self.disk(|d| d.at(path).map(drop))))?;
        }
        for from in host.volumes_from.iter().flatten() {
            if from.is_empty() {
                return Err(EngineError::invalid(
                    "volumes-from specification cannot be an empty string",
                ));
            }
            self.mounts_from(from, &mut out)?;
        }
        let mut asked: BTreeSet<String> = BTreeSet::new();
        for raw in host.binds.iter().flatten() {
            let (m, mode) = parse_bind(raw, &host.volume_driver)?;
            let destination = clean(&m.target);
            let tmpfs = host.tmpfs.keys().any(|t| clean(t) == destination);
            if tmpfs || !asked.insert(destination.clone()) {
                return Err(duplicate(&destination));
            }
            // Docker marks a volume of `-v` for sharing where it was told nothing else.
            let mode = if mode.is_empty() && m.kind == "volume" { "z".to_string() } else { mode };
            let mount = self.realize(&m, destination, mode, true)?;
            out.insert(mount.destination.clone(), mount);
        }
        for m in &host.mounts {
            let destination = clean(&m.target);
            if !asked.insert(destination.clone()) {
                return Err(duplicate(&m.target));
            }
            let mode = if m.kind == "volume" { "z" } else { "" };
            let mount = self.realize(m, destination, mode.to_string(), false)?;
            out.insert(mount.destination.clone(), mount);
        }
        Ok(out)
    }

    fn mounts_from(&self, from: &str, out: &mut BTreeMap<String, Mount>) -> Result<()> {
        let (name, mode) = match from.split_once(':') {
            // There is nothing that could be copied.
            Some((n, m)) if valid_mode(m) && word_in(m, &["nocopy"]).is_none() => (n, m),
            Some((_, m)) => return Err(EngineError::invalid(format!("invalid mode: {m}"))),
            None => (from, "rw"),
        };
        if name.is_empty() {
            return Err(EngineError::invalid("invalid name or ID supplied: \"\""));
        }
        let id = self.find_container(name).map_err(|e| EngineError::invalid(e.message))?;
        let mounts: Vec<Mount> = {
            let st = self.state();
            // The one that is being made has a name already, and is not there yet.
            let found = st.containers.get(&id).map(|c| c.mounts.values().cloned().collect());
            found.ok_or_else(|| EngineError::invalid(format!("No such container: {name}")))?
        };
        for m in mounts {
            if matches!(m.source, Source::Tmpfs { .. }) {
                // What has no source is looked up as a volume, whose name is empty (moby
                // `registerMountPoints`). The client takes that for a missing image.
                return Err(EngineError::not_found("get: no such volume"));
            }
            let rw = m.rw && word_in(mode, &["ro"]).is_none();
            let mut source = m.source.clone();
            match &mut source {
                Source::Volume { no_copy, .. } => *no_copy = true,
                Source::Bind { create, .. } => *create = true,
                _ => {}
            }
            let hold = hold_on(&m, out.get(&m.destination));
            out.insert(
                m.destination.clone(),
                // Docker does not keep the words that led to it.
                Mount { rw, mode: String::new(), source, hold, ..m },
            );
        }
        Ok(())
    }

    /// Turns a checked request into a mount.
    fn realize(&self, m: &MountRequest, at: String, mode: String, dash_v: bool) -> Result<Mount> {
        let source = match m.kind.as_str() {
            "bind" => {
                let b = m.bind_options.clone().unwrap_or_default();
                let propagation =
                    if b.propagation.is_empty() { "rprivate".to_string() } else { b.propagation };
                let below = match (b.non_recursive, b.read_only_non_recursive) {
                    (true, _) => Below::Left,
                    (_, true) => Below::Unchanged,
                    _ => Below::Alike,
                };
                let create = dash_v || b.create_mountpoint;
                Source::Bind { path: clean(&m.source), propagation, create, below }
            }
            "tmpfs" => tmpfs_source(m)?,
            "image" => {
                let id = self.find_image(&m.source)?;
                let subpath = m.image_options.clone().unwrap_or_default().subpath;
                Source::Image { name: m.source.clone(), id, subpath }
            }
            _ => {
                let v = m.volume_options.clone().unwrap_or_default();
                let driver = v.driver_config.clone().unwrap_or_default();
                let name = if m.source.is_empty() {
                    ids::id(&self.inner.kernel)
                } else {
                    m.source.clone()
                };
                let mut labels = v.labels.clone();
                if m.source.is_empty() {
                    labels.insert(ANONYMOUS.to_string(), String::new());
                }
                let labels = (!labels.is_empty()).then_some(labels);
                self.make_volume(&name, &driver.name, &driver.options, labels)?;
                Source::Volume {
                    driver: self.volume_driver(&name),
                    name,
                    subpath: v.subpath,
                    no_copy: v.no_copy,
                    named: !m.source.is_empty(),
                }
            }
        };
        let rw = !m.read_only && !matches!(source, Source::Image { .. });
        let mut asked = m.clone();
        if let Source::Image { id, .. } = &source {
            asked.source = id.clone();
        }
        Ok(Mount { destination: at, rw, mode, source, asked, hold: Hold::Taken })
    }

    /// Anonymous volumes for the paths that the configuration names, where nothing else is mounted.
    pub(crate) fn anonymous_mounts(
        &self,
        config: &Config,
        host: &HostConfig,
        mounts: &mut BTreeMap<String, Mount>,
    ) -> Result<()> {
        for path in config.volumes.iter().flatten().map(|(p, _)| p) {
            let at = clean(&format!("/{path}"));
            let tmpfs = host.tmpfs.keys().any(|t| clean(t) == at);
            if mounts.contains_key(&at) || tmpfs {
                continue;
            }
            let name = ids::id(&self.inner.kernel);
            let labels = BTreeMap::from([(ANONYMOUS.to_string(), String::new())]);
            self.make_volume(&name, &host.volume_driver, &BTreeMap::new(), Some(labels))?;
            let source = Source::Volume {
                driver: self.volume_driver(&name),
                name,
                subpath: String::new(),
                no_copy: false,
                named: false,
            };
            // What looks like a drive of Windows is shown as it was given.
            let target = if path.starts_with('/') { String::new() } else { path.clone() };
            let asked = MountRequest { target, ..MountRequest::default() };
            let mode = String::new();
            let hold = Hold::Taken;
            let mount = Mount { destination: at.clone(), rw: true, mode, source, asked, hold };
            mounts.insert(at, mount);
        }
        Ok(())
    }
}
