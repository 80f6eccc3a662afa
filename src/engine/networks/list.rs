//! Listing, inspecting and pruning networks.

use std::collections::BTreeMap;

use crate::engine::api::filters::Filters;
use crate::engine::api::network::{ConfigReference, EndpointResource, EndpointSettings, Network};
use crate::engine::records::Template;
use crate::engine::state::NetworkRecord;
use crate::engine::{Engine, EngineError, Result};
use crate::golang::time;

use super::PREDEFINED;

impl Engine {
    /// Who is on a network now: container id, name, and their end.
    pub(super) fn network_users(&self, id: &str) -> Vec<(String, String, EndpointSettings)> {
        let st = self.state();
        let mut out = Vec::new();
        for c in st.containers.values().filter(|c| c.run.is_some()) {
            for e in c.networks.values().filter(|e| e.network_id == id) {
                out.push((c.id.clone(), c.name.clone(), e.clone()));
            }
        }
        out
    }

    fn show_network(&self, n: &NetworkRecord, members: bool) -> Network {
        let mut containers = BTreeMap::new();
        if members {
            for (id, name, e) in self.network_users(&n.id) {
                let with = |address: String, len: u32| match address.as_str() {
                    "" => address,
                    _ => format!("{address}/{len}"),
                };
                let shown = EndpointResource {
                    name,
                    endpoint_id: e.endpoint_id,
                    mac_address: e.mac_address,
                    ipv4_address: with(e.ip_address, e.ip_prefix_len),
                    ipv6_address: with(e.global_ipv6_address, e.global_ipv6_prefix_len),
                };
                containers.insert(id, shown);
            }
        }
        let mut ipam = n.ipam.clone();
        for pool in &mut ipam.config {
            if let Some(asked) = n.asked.iter().find(|a| a.subnet == pool.subnet) {
                pool.gateway.clone_from(&asked.gateway);
            }
        }
        Network {
            name: n.name.clone(),
            id: n.id.clone(),
            created: time::rfc3339_nano(n.created),
            scope: "local".to_string(),
            driver: n.driver.clone(),
            enable_ipv4: n.ipv4,
            enable_ipv6: n.ipv6,
            ipam,
            internal: n.internal,
            attachable: n.attachable,
            config_only: n.template == Template::Only,
            config_from: ConfigReference {
                network: match &n.template {
                    Template::From(other) => other.clone(),
                    _ => String::new(),
                },
            },
            containers,
            options: n.options.clone(),
            labels: n.labels.clone(),
            ..Network::default()
        }
    }

    /// `docker network ls`, by name.
    pub fn network_list(&self, filters: &Filters) -> Result<Vec<Network>> {
        filters.check(&["dangling", "driver", "id", "label", "name", "scope", "type"])?;
        let dangling = filters.truth("dangling").map_err(|_| {
            EngineError::invalid(
                "invalid value for filter 'dangling', must be \"true\" (or \"1\"), or \"false\" (or \"0\")",
            )
        })?;
        if let Some(bad) = filters.get("type").find(|t| !matches!(*t, "custom" | "builtin")) {
            return Err(EngineError::invalid(format!("invalid filter: 'type'='{bad}'")));
        }
        let mut all: Vec<NetworkRecord> = self.state().networks.values().cloned().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let mut out = Vec::new();
        for n in all {
            let own = !PREDEFINED.contains(&n.name.as_str());
            let kind = if own { "custom" } else { "builtin" };
            let id = !filters.has("id") || filters.get("id").any(|i| n.id.contains(i));
            // The daemon looks for users where the list has none (moby `filterNetworkByUse`).
            let idle = own;
            if filters.found_in("name", &n.name)
                && filters.exact("driver", &n.driver)
                && filters.exact("scope", "local")
                && filters.exact("type", kind)
                && filters.labels("label", &n.labels)
                && id
                && dangling.is_none_or(|d| d == idle)
            {
                out.push(self.show_network(&n, false));
            }
        }
        Ok(out)
    }

    /// `docker network inspect`.
    pub fn network_inspect(&self, name: &str) -> Result<Network> {
        let id = self.find_network(name)?;
        let record = self.state().networks.get(&id).cloned();
        match record {
            Some(n) => Ok(self.show_network(&n, true)),
            None => Err(EngineError::not_found(format!("network {name} not found"))),
        }
    }

    /// `docker network prune`; gives the names.
    pub fn networks_prune(&self, filters: &Filters) -> Result<Vec<String>> {
        filters.check(&["label", "label!", "until"])?;
        let until = self.until_filter(filters)?;
        let mut all: Vec<NetworkRecord> = self.state().networks.values().cloned().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let mut gone = Vec::new();
        for n in all {
            let labels = filters.labels("label", &n.labels)
                && !(filters.has("label!") && filters.labels("label!", &n.labels));
            let keep = PREDEFINED.contains(&n.name.as_str())
                || n.template == Template::Only
                || !labels
                || until.is_some_and(|u| n.created > u)
                || !self.network_users(&n.id).is_empty();
            if !keep {
                self.network_remove(&n.id)?;
                gone.push(n.name);
            }
        }
        self.emit("network", "prune", "", &[("reclaimed", "0")]);
        Ok(gone)
    }
}
