//! Volumes of the `local` driver: directories under `/var/lib/docker/volumes`, with their records.
//! Who mounts them is the containers' side; here is who uses them, and when they may go.

mod list;
mod local;
mod prune;
mod remote;

pub(crate) use local::options_of;

use serde_json::json;

use super::api::host_config::Strings;
use super::api::volume::{Volume, VolumeCreate};
use super::disk::sent;
use super::losses::Home;
use super::state::{Hold, Source, Volume as Record};
use super::{Engine, EngineError, ROOT, Result, bolt, ids};
use crate::golang::time;
use crate::kernel::Proc;

/// The label of volumes that were made up for a container.
pub const ANONYMOUS: &str = "com.docker.volume.anonymous";

impl Record {
    /// Where its files are on the host.
    pub fn mountpoint(&self) -> String {
        if self.path.is_empty() { mountpoint(&self.name) } else { self.path.clone() }
    }

    /// As the API shows it.
    pub fn show(&self) -> Volume {
        Volume {
            created_at: time::rfc3339(self.created),
            driver: self.driver.clone(),
            labels: self.labels.clone(),
            mountpoint: self.mountpoint(),
            name: self.name.clone(),
            options: self.options.clone(),
            scope: "local".to_string(),
            usage_data: None,
        }
    }
}

/// What the daemon's data base says of a volume.
fn on_disk(v: &Record) -> serde_json::Value {
    json!({"Name": v.name, "Driver": v.driver, "Labels": v.labels, "Options": v.options})
}

/// The directory with a volume's files.
pub fn mountpoint(name: &str) -> String {
    format!("{ROOT}/volumes/{name}/_data")
}

/// Whether a name is one that the local driver takes: `[a-zA-Z0-9][a-zA-Z0-9_.-]+`.
fn check_name(name: &str) -> Result<()> {
    if name.len() == 1 {
        return Err(EngineError::invalid(format!(
            "create {name}: volume name is too short, names should be at least two alphanumeric characters"
        )));
    }
    let ok = name
        .bytes()
        .enumerate()
        .all(|(i, b)| b.is_ascii_alphanumeric() || (i > 0 && matches!(b, b'_' | b'.' | b'-')));
    if ok {
        return Ok(());
    }
    Err(EngineError::invalid(format!(
        "create {name}: {name:?} includes invalid characters for a local volume name, only \
         \"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. If you intended to pass a host directory, use \
         absolute path"
    )))
}

impl Engine {
    /// `docker volume create`. An existing one of that name is given back as it is.
    pub fn volume_create(&self, request: &VolumeCreate) -> Result<Volume> {
        let mut labels = request.labels.clone();
        let name = if request.name.is_empty() {
            labels.insert(ANONYMOUS.to_string(), String::new());
            ids::id(&self.inner.kernel)
        } else {
            request.name.clone()
        };
        let labels = (!labels.is_empty()).then_some(labels);
        self.make_volume(&name, &request.driver, &request.driver_opts, labels)?;
        let st = self.state();
        st.volumes
            .get(&name)
            .map(Record::show)
            .ok_or_else(|| EngineError::system(format!("create {name}: volume vanished")))
    }

    /// Makes sure that a volume is there.
    pub(crate) fn make_volume(
        &self,
        name: &str,
        driver: &str,
        options: &Strings,
        labels: Option<Strings>,
    ) -> Result<()> {
        let plugin = match driver {
            "" | "local" | "default" => None,
            other => Some(self.volume_plugin(other).map_err(|e| EngineError {
                message: format!("create {name}: {}", e.message),
                ..e
            })?),
        };
        let wanted = plugin.as_ref().map_or("local", |p| p.name.as_str());
        let there = self.state().volumes.get(name).map(|v| v.driver.clone());
        match there {
            // Without a driver's name the one that has it will do.
            Some(has) if has == wanted || driver.is_empty() => return Ok(()),
            Some(has) => {
                return Err(EngineError::conflict(format!(
                    "create {name}: conflict: volume name must be unique: a volume named {name} \
                     already exists with driver {has}"
                )));
            }
            None => {}
        }
        if let Some(plugin) = plugin {
            return self.make_plugin_volume(&plugin, name, options, labels);
        }
        check_name(name)?;
        local::check_options(name, options)?;
        let path = format!("{ROOT}/volumes/{name}");
        let made = self.disk(|d| {
            d.mkdir_all(&path, 0o701)?;
            d.mkdir_all(&format!("{path}/_data"), 0o755)?;
            if options.is_empty() {
                return Ok(());
            }
            let text = local::options_file(options);
            d.write(&format!("{path}/opts.json"), text.as_bytes(), 0o600)
        });
        made.map_err(|e| {
            EngineError::system(format!(
                "create {name}: error while creating volume root path '{path}': mkdir {path}: {}",
                go_errno(e)
            ))
        })?;
        let anonymous = labels.as_ref().is_some_and(|l| l.contains_key(ANONYMOUS));
        let record = Record {
            name: name.to_string(),
            driver: "local".to_string(),
            path: String::new(),
            created: self.now(),
            labels,
            options: (!options.is_empty()).then(|| options.clone()),
            anonymous,
            mounted: None,
            sb: None,
        };
        self.state().volumes.insert(name.to_string(), record);
        self.save_volumes();
        self.emit("volume", "create", name, &[("driver", "local")]);
        Ok(())
    }

    fn make_plugin_volume(
        &self,
        plugin: &super::plugins::Plugin,
        name: &str,
        options: &Strings,
        labels: Option<Strings>,
    ) -> Result<()> {
        self.plugin_create(plugin, name, options)?;
        let record = Record {
            name: name.to_string(),
            driver: plugin.name.clone(),
            path: remote::plugin_path(plugin, name),
            created: self.now(),
            anonymous: labels.as_ref().is_some_and(|l| l.contains_key(ANONYMOUS)),
            labels,
            options: (!options.is_empty()).then(|| options.clone()),
            mounted: None,
            sb: None,
        };
        self.state().volumes.insert(name.to_string(), record);
        self.save_volumes();
        self.emit("volume", "create", name, &[("driver", &plugin.name)]);
        Ok(())
    }

    /// Writes the data base of volumes that the daemon keeps.
    pub(super) fn save_volumes(&self) {
        let entries = {
            let st = self.state();
            let all = st.volumes.values();
            all.map(|v| (v.name.clone(), on_disk(v).to_string().into_bytes())).collect()
        };
        let file = bolt::database("volumes", &entries);
        let path = format!("{ROOT}/volumes/metadata.db");
        // A full disk loses the mirror, not the volume.
        self.disk(|d| d.put(&path, file, 0o600)).ok();
    }

    /// The driver of a volume.
    pub(crate) fn volume_driver(&self, name: &str) -> String {
        let st = self.state();
        st.volumes.get(name).map_or_else(|| "local".to_string(), |v| v.driver.clone())
    }

    /// The containers that hold a volume, whether they run or not.
    pub(crate) fn volume_users(&self, name: &str) -> Vec<String> {
        let st = self.state();
        let uses = |m: &super::state::Mount| match &m.source {
            Source::Volume { name: n, .. } => n == name && m.hold == Hold::Taken,
            _ => false,
        };
        st.containers
            .values()
            .filter(|c| c.mounts.values().any(uses))
            .map(|c| c.id.clone())
            .collect()
    }

    /// `docker volume rm`. With `force` a missing one is no error.
    pub fn volume_remove(&self, p: &Proc, name: &str, force: bool) -> Result<()> {
        let name = &*sent(name);
        if !self.state().volumes.contains_key(name) {
            let missing = EngineError::not_found(format!("get {name}: no such volume"));
            return if force { Ok(()) } else { Err(missing) };
        }
        let driver = self.state().volumes.get(name).map(|v| v.driver.clone()).unwrap_or_default();
        if driver != "local" && !force {
            self.volume_plugin(&driver)?;
        }
        let users = self.volume_users(name);
        if !users.is_empty() {
            return Err(EngineError::conflict(format!(
                "remove {name}: volume is in use - [{}]",
                users.join(", ")
            )));
        }
        self.drop_volume(name, &p.argv().join(" ")).map(drop)
    }

    /// Takes a volume away that nobody uses; gives the bytes freed. One whose files can not all be removed
    /// stays.
    pub(crate) fn drop_volume(&self, name: &str, cause: &str) -> Result<u64> {
        let record = self.state().volumes.get(name).cloned();
        let Some(record) = record else { return Ok(0) };
        if record.driver != "local" {
            self.state().volumes.remove(name);
            if let Ok(plugin) = self.volume_plugin(&record.driver) {
                self.plugin_drop(&plugin, name, &record.options.unwrap_or_default());
            }
            self.save_volumes();
            self.emit("volume", "destroy", name, &[("driver", &record.driver)]);
            return Ok(0);
        }
        let data = mountpoint(name);
        let files = self.disk(|d| {
            let files = d.node(&record.mountpoint()).map(|n| d.list(n)).unwrap_or_default();
            d.remove_tree(&data)?;
            d.remove_tree(&format!("{ROOT}/volumes/{name}")).map(|()| files)
        });
        let files = files.map_err(|(path, e)| {
            EngineError::system(format!(
                "remove {name}: error removing volume path '{data}': unlinkat {path}: {}",
                go_errno(e)
            ))
        })?;
        self.state().volumes.remove(name);
        let bytes = files.bytes;
        let home = if record.anonymous { Home::AnonymousVolume } else { Home::Volume };
        self.lose(cause, name, "", home, files);
        self.save_volumes();
        self.emit("volume", "destroy", name, &[("driver", "local")]);
        Ok(bytes)
    }
}

/// An errno as Go's syscall package words it: in lower case, without a capital.
pub fn go_errno(e: crate::vfs::Errno) -> String {
    let text = e.text();
    let mut chars = text.chars();
    match chars.next() {
        Some(c) => c.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}
