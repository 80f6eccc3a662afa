//! Networks: who is on which, and with which addresses. What carries traffic is the kernel's.

mod create;
mod endpoint;
mod ipam;
mod list;
mod member;
mod options;
pub(crate) mod ports;
pub(crate) mod subnet;
mod template;

use std::collections::BTreeMap;

use super::api::network::{Ipam, IpamPool};
use super::disk::sent;
use super::records::{Settings, Template};
use super::state::NetworkRecord;
use super::{Engine, EngineError, Result, ids};

/// Names of the networks that are always there.
const PREDEFINED: &[&str] = &["bridge", "host", "none"];

/// The option that says what a bridge is called on the host.
pub(crate) const BRIDGE_NAME: &str = "com.docker.network.bridge.name";
/// The option that says whether containers on a bridge reach each other.
pub(crate) const BRIDGE_ICC: &str = "com.docker.network.bridge.enable_icc";
/// The option that says whether containers on a bridge reach the world under the host's address.
pub(crate) const BRIDGE_MASQUERADE: &str = "com.docker.network.bridge.enable_ip_masquerade";
/// The option that says how large packets may be, in bytes.
pub(crate) const MTU: &str = "com.docker.network.driver.mtu";

/// The option that says what the interfaces in containers are called, before their number.
pub(crate) const IFACE_PREFIX: &str = "com.docker.network.container_iface_prefix";

/// The default bridge's usual address, with the length of its prefix.
const BIP: &str = "172.17.0.1/16";

/// The options of the default bridge that the settings decide.
fn bridge_options(settings: &Settings) -> [(String, String); 3] {
    [
        (BRIDGE_ICC, settings.icc.unwrap_or(true).to_string()),
        (BRIDGE_MASQUERADE, settings.ip_masq.unwrap_or(true).to_string()),
        (MTU, settings.mtu.unwrap_or(1500).to_string()),
    ]
    .map(|(option, value)| (option.to_string(), value))
}

impl Engine {
    /// Makes the networks that are always there.
    pub(crate) fn make_default_networks(&self) {
        for (name, driver) in [("bridge", "bridge"), ("host", "host"), ("none", "null")] {
            let mut options = BTreeMap::new();
            let mut config = Vec::new();
            if name == "bridge" {
                for (k, v) in [
                    ("default_bridge", "true"),
                    ("host_binding_ipv4", "0.0.0.0"),
                    ("name", "docker0"),
                ] {
                    options.insert(format!("com.docker.network.bridge.{k}"), v.to_string());
                }
                options.extend(bridge_options(&self.state().settings));
                let (gateway, subnet) = ipam::bridge(BIP).unwrap_or_default();
                config.push(IpamPool { subnet, gateway, ..IpamPool::default() });
            }
            let record = NetworkRecord {
                name: name.to_string(),
                id: ids::id(&self.inner.kernel),
                created: self.now(),
                driver: driver.to_string(),
                asked: config.clone(),
                ipam: Ipam { driver: "default".to_string(), options: None, config },
                internal: false,
                attachable: false,
                ipv4: true,
                ipv6: false,
                options,
                labels: BTreeMap::new(),
                link: self.state().fresh(),
                template: Template::Own,
            };
            let id = record.id.clone();
            self.state().networks.insert(id.clone(), record);
            self.raise_bridge(&id);
        }
    }

    /// Gives the default bridge the address and options that the settings say.
    pub(crate) fn configure_bridge(&self) {
        let bip = self.state().settings.bip.clone();
        let bip = if bip.is_empty() { BIP } else { &bip };
        let Some((gateway, subnet)) = ipam::bridge(bip) else { return };
        let Ok(id) = self.find_network("bridge") else { return };
        let link = {
            let st = &mut *self.state();
            let Some(n) = st.networks.get_mut(&id) else { return };
            let Some(pool) = n.ipam.config.first_mut() else { return };
            let old = (pool.clone(), n.options.clone());
            (pool.subnet, pool.gateway) = (subnet, gateway);
            n.options.extend(bridge_options(&st.settings));
            n.asked = vec![pool.clone()];
            if old == (pool.clone(), n.options.clone()) {
                return;
            }
            n.link
        };
        self.drop_bridge(link);
        self.raise_bridge(&id);
    }

    /// The full id of the network that a word names.
    pub(crate) fn find_network(&self, word: &str) -> Result<String> {
        let word = &*sent(word);
        let st = self.state();
        if let Some(n) = st.networks.values().find(|n| n.name == word || n.id == word) {
            return Ok(n.id.clone());
        }
        let mut found = st.networks.keys().filter(|id| !word.is_empty() && id.starts_with(word));
        match (found.next(), found.next()) {
            (Some(id), None) => Ok(id.clone()),
            (Some(_), Some(_)) => Err(EngineError::invalid(format!(
                "network {word} is ambiguous (2 matches found based on ID prefix)"
            ))),
            _ => Err(EngineError::not_found(format!("network {word} not found"))),
        }
    }

    /// The name of the network that a word names.
    pub(crate) fn network_name(&self, word: &str) -> Result<String> {
        let id = self.find_network(word)?;
        Ok(self.state().networks.get(&id).map(|n| n.name.clone()).unwrap_or_default())
    }

    /// `docker network rm`.
    pub fn network_remove(&self, name: &str) -> Result<()> {
        let id = self.find_network(name)?;
        let Some(n) = self.state().networks.get(&id).cloned() else { return Ok(()) };
        if PREDEFINED.contains(&n.name.as_str()) {
            return Err(EngineError::forbidden(format!(
                "{} is a pre-defined network and cannot be removed",
                n.name
            )));
        }
        let from = Template::From(n.name.clone());
        if self.state().networks.values().any(|other| other.template == from) {
            return Err(EngineError::forbidden(format!(
                "error while removing network: configuration network {:?} is in use",
                n.name
            )));
        }
        let users = self.network_users(&id);
        if !users.is_empty() {
            let names: Vec<String> = users
                .iter()
                .map(|(_, name, e)| {
                    format!("name:{name:?} id:{:?}", &e.endpoint_id[..12.min(e.endpoint_id.len())])
                })
                .collect();
            return Err(EngineError::forbidden(format!(
                "error while removing network: network {} has active endpoints ({})",
                n.name,
                names.join(", ")
            )));
        }
        self.state().networks.remove(&id);
        self.drop_bridge(n.link);
        self.emit("network", "destroy", &id, &[("name", &n.name), ("type", &n.driver)]);
        Ok(())
    }
}
