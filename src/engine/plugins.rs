//! Plugins of the daemon: drivers that are fetched from the registry and keep volumes elsewhere. What a
//! driver does with its volumes is in `volumes::remote`.

use serde_json::{Value, json};

use crate::kernel::Proc;

use super::api::filters::Filters;
use super::api::image::Message;
use super::images::reference::Reference;
use super::images::registry::RemotePlugin;
use super::images::tree::digest;
use super::{Engine, EngineError, Progress, ROOT, Result, ids};

/// A plugin that is installed.
#[derive(Clone, Debug)]
pub struct Plugin {
    /// 64 hexadecimal digits.
    pub id: String,
    /// The name it goes by, with its tag.
    pub name: String,
    /// Where it came from.
    pub reference: String,
    /// Whether it runs.
    pub enabled: bool,
    /// What it is.
    pub remote: RemotePlugin,
    /// `NAME=value`, as it was set.
    pub env: Vec<(String, String)>,
}

impl Plugin {
    /// A variable of its environment.
    pub fn setting(&self, name: &str) -> &str {
        self.env.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// As the API shows it.
    pub fn show(&self) -> Value {
        let c = &self.remote.config;
        let env: Vec<String> = self.env.iter().map(|(n, v)| format!("{n}={v}")).collect();
        json!({
            "Config": c,
            "Enabled": self.enabled,
            "Id": self.id,
            "Name": self.name,
            "PluginReference": self.reference,
            "Settings": {
                "Args": c["Args"]["Value"],
                "Devices": c["Linux"]["Devices"],
                "Env": env,
                "Mounts": c["Mounts"],
            },
        })
    }

    /// What it may do that a container may not: names and values (moby `computePrivileges`).
    pub fn privileges(config: &Value) -> Vec<(String, Vec<String>)> {
        let strings = |v: &Value| -> Vec<String> {
            v.as_array()
                .into_iter()
                .flatten()
                .filter_map(|s| Some(s.as_str()?.to_string()))
                .collect()
        };
        let mut out = Vec::new();
        match config["Network"]["Type"].as_str() {
            None | Some("" | "null" | "bridge") => {}
            Some(kind) => out.push(("network".to_string(), vec![kind.to_string()])),
        }
        let all = |v: &Value, key: &str| -> Vec<String> {
            let found = v.as_array().into_iter().flatten().filter_map(|m| m[key].as_str());
            found.map(str::to_string).collect()
        };
        for source in all(&config["Mounts"], "Source") {
            out.push(("mount".to_string(), vec![source]));
        }
        for device in all(&config["Linux"]["Devices"], "Path") {
            out.push(("device".to_string(), vec![device]));
        }
        let caps = strings(&config["Linux"]["Capabilities"]);
        if !caps.is_empty() {
            out.push(("capabilities".to_string(), caps));
        }
        out
    }
}

fn missing(name: &str) -> EngineError {
    EngineError::not_found(format!("plugin {name:?} not found"))
}

/// `vieux/sshfs` as the daemon files it: with its tag.
fn filed(name: &str) -> Result<String> {
    Ok(Reference::parse(name)?.tagged().familiar())
}

impl Engine {
    /// The plugin that a name or the beginning of an id means.
    pub(crate) fn find_plugin(&self, word: &str) -> Result<Plugin> {
        let name = filed(word).unwrap_or_default();
        let st = self.state();
        if let Some(p) = st.plugins.values().find(|p| p.id == word || p.name == name) {
            return Ok(p.clone());
        }
        let mut found = st.plugins.values().filter(|p| !word.is_empty() && p.id.starts_with(word));
        match (found.next(), found.next()) {
            (Some(p), None) => Ok(p.clone()),
            (Some(_), Some(_)) => {
                Err(EngineError::invalid(format!("multiple plugins found for {word:?}")))
            }
            _ => Err(missing(word)),
        }
    }

    fn remote_plugin(&self, reference: &Reference) -> Result<RemotePlugin> {
        let r = reference.clone().tagged();
        let tag = r.tag.clone().unwrap_or_default();
        if let Some(found) = self.inner.registry.plugin(&r.path, &tag) {
            return Ok(found);
        }
        Err(EngineError::system(if self.inner.registry.has(&r.path) {
            format!("did not find plugin config for specified reference {r}")
        } else {
            "error resolving plugin reference: pull access denied, repository does not exist or may \
             require authorization: server message: insufficient_scope: authorization failed"
                .to_string()
        }))
    }

    /// What a plugin of the registry asks for.
    pub fn plugin_privileges(&self, remote: &str) -> Result<Vec<(String, Vec<String>)>> {
        Ok(Plugin::privileges(&self.remote_plugin(&Reference::parse(remote)?)?.config))
    }

    /// `docker plugin install`, its privileges granted: fetches it under a name, sets what is to be
    /// set, and enables it unless told not to.
    pub fn plugin_install(
        &self,
        p: &Proc,
        remote: &str,
        name: &str,
        settings: &[String],
        enable: bool,
    ) -> Progress<Message, ()> {
        let (engine, p, settings) = (self.clone(), p.clone(), settings.to_vec());
        let (remote, name) = (remote.to_string(), name.to_string());
        Progress::new(move |tell| async move {
            let reference = Reference::parse(&remote)?.tagged();
            let local = filed(if name.is_empty() { &remote } else { &name })?;
            if engine.state().plugins.values().any(|x| x.name == local) {
                return Err(EngineError::invalid(format!("plugin {local:?} already exists")));
            }
            let found = engine.remote_plugin(&reference)?;
            p.sleep(300_000_000).await.map_err(|_| EngineError::interrupted())?;
            let say = |status: String, id: &str| Message {
                status,
                id: id.to_string(),
                ..Message::default()
            };
            let manifest = digest(found.config.to_string().as_bytes());
            let layer = digest(manifest.as_bytes());
            let tag = reference.tag.clone().unwrap_or_default();
            tell.send(say(format!("Pulling from {}", reference.familiar_name()), &tag));
            tell.send(say(format!("Digest: {manifest}"), ""));
            p.sleep(found.compressed * 40).await.map_err(|_| EngineError::interrupted())?;
            tell.send(say("Complete".to_string(), &layer[7..19]));
            let env = found.config["Env"].as_array().into_iter().flatten();
            let env = env.map(|e| {
                let text = |k: &str| e[k].as_str().unwrap_or_default().to_string();
                (text("Name"), text("Value"))
            });
            let plugin = Plugin {
                id: ids::id(&engine.inner.kernel),
                name: local.clone(),
                reference: reference.to_string(),
                enabled: false,
                env: env.collect(),
                remote: found,
            };
            let id = plugin.id.clone();
            let dir = format!("{ROOT}/plugins/{id}");
            engine
                .disk(|d| {
                    d.mkdir_all(&format!("{dir}/rootfs"), 0o700)?;
                    d.mkdir_all(&format!("{dir}/propagated-mount"), 0o755)
                })
                .map_err(|e| EngineError::system(format!("mkdir {dir}: {e}")))?;
            engine.emit("plugin", "pull", &local, &[("name", &local)]);
            engine.state().plugins.insert(id.clone(), plugin);
            engine.save_plugin(&id);
            engine.plugin_set(&local, &settings)?;
            if enable {
                engine.plugin_enable(&local)?;
            }
            Ok(())
        })
    }

    fn save_plugin(&self, id: &str) {
        let Some(plugin) = self.state().plugins.get(id).cloned() else { return };
        let text = plugin.show().to_string();
        // A full disk loses the mirror, not the plugin.
        self.disk(|d| d.write(&format!("{ROOT}/plugins/{id}/config.json"), text.as_bytes(), 0o600))
            .ok();
    }

    fn change_plugin(
        &self,
        plugin: &Plugin,
        action: &str,
        word: &str,
        f: impl FnOnce(&mut Plugin),
    ) {
        if let Some(p) = self.state().plugins.get_mut(&plugin.id) {
            f(p);
        }
        self.save_plugin(&plugin.id);
        self.emit("plugin", action, &plugin.id, &[("name", word)]);
    }

    /// Whether a volume of a plugin's is mounted.
    fn plugin_in_use(&self, name: &str) -> bool {
        self.state().volumes.values().any(|v| v.driver == name && v.mounted.is_some())
    }

    /// `docker plugin enable`.
    pub fn plugin_enable(&self, word: &str) -> Result<()> {
        let plugin = self.find_plugin(word)?;
        if plugin.enabled {
            return Err(EngineError::conflict(format!("plugin {} is enabled", plugin.name)));
        }
        self.change_plugin(&plugin, "enable", word, |p| p.enabled = true);
        Ok(())
    }

    /// `docker plugin disable`.
    pub fn plugin_disable(&self, word: &str, force: bool) -> Result<()> {
        let plugin = self.find_plugin(word)?;
        if !force && self.plugin_in_use(&plugin.name) {
            return Err(EngineError::conflict(format!("plugin {} is in use", plugin.name)));
        }
        if !plugin.enabled {
            return Err(EngineError::conflict(format!(
                "plugin {} found but disabled",
                plugin.name
            )));
        }
        self.change_plugin(&plugin, "disable", word, |p| p.enabled = false);
        Ok(())
    }

    /// `docker plugin rm`.
    pub fn plugin_remove(&self, word: &str, force: bool) -> Result<()> {
        let plugin = self.find_plugin(word)?;
        if !force {
            if self.plugin_in_use(&plugin.name) {
                return Err(EngineError::conflict(format!("plugin {} is in use", plugin.name)));
            }
            if plugin.enabled {
                return Err(EngineError::conflict(format!("plugin {} is enabled", plugin.name)));
            }
        }
        self.state().plugins.remove(&plugin.id);
        self.disk(|d| d.remove_all(&format!("{ROOT}/plugins/{}", plugin.id))).ok();
        self.emit("plugin", "remove", &plugin.id, &[("name", word)]);
        Ok(())
    }

    /// `docker plugin set`: `NAME=value` each.
    pub fn plugin_set(&self, word: &str, settings: &[String]) -> Result<()> {
        let plugin = self.find_plugin(word)?;
        if settings.is_empty() {
            return Ok(());
        }
        if plugin.enabled {
            return Err(EngineError::conflict(
                "cannot set on an active plugin, disable plugin before setting",
            ));
        }
        let mut env = plugin.env.clone();
        for setting in settings {
            let (name, value) = setting.split_once('=').unwrap_or((setting, ""));
            let name = name.strip_suffix(".value").unwrap_or(name);
            let known = plugin.remote.config["Env"].as_array().into_iter().flatten();
            let Some(spec) = known.into_iter().find(|e| e["Name"] == name) else {
                return Err(EngineError::system(format!(
                    "setting {name:?} not found in the plugin configuration"
                )));
            };
            if spec["Settable"].as_array().is_none_or(Vec::is_empty) {
                return Err(EngineError::system(format!("{name:?} is not settable")));
            }
            env.retain(|(n, _)| n != name);
            env.push((name.to_string(), value.to_string()));
        }
        if let Some(p) = self.state().plugins.get_mut(&plugin.id) {
            p.env = env;
        }
        self.save_plugin(&plugin.id);
        Ok(())
    }

    /// `docker plugin inspect`.
    pub fn plugin_inspect(&self, word: &str) -> Result<Value> {
        self.find_plugin(word).map(|p| p.show())
    }

    /// `docker plugin ls`.
    pub fn plugin_list(&self, filters: &Filters) -> Result<Vec<Plugin>> {
        filters.check(&["capability", "enabled"])?;
        let enabled = filters.truth("enabled")?;
        let st = self.state();
        let fits = |p: &&Plugin| {
            enabled.is_none_or(|e| e == p.enabled) && filters.exact("capability", "volumedriver")
        };
        Ok(st.plugins.values().filter(fits).cloned().collect())
    }

    /// The plugin that keeps the volumes of a driver, which must run.
    pub(crate) fn volume_plugin(&self, driver: &str) -> Result<Plugin> {
        let lookup = |e: EngineError| EngineError {
            message: format!("error looking up volume plugin {driver}: {}", e.message),
            ..e
        };
        let found = self.find_plugin(driver).map_err(|_| lookup(missing(driver)))?;
        if !found.enabled {
            let text = format!("plugin {driver} found but disabled");
            return Err(lookup(EngineError::conflict(text)));
        }
        Ok(found)
    }
}
