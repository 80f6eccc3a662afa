//! Putting containers on networks and taking them off.

use crate::engine::api::network::EndpointSettings;
use crate::engine::{Engine, EngineError, Result};

impl Engine {
    /// `docker network connect`.
    pub fn network_connect(
        &self,
        network: &str,
        container: &str,
        settings: EndpointSettings,
    ) -> Result<()> {
        let c = self.container(container)?;
        let id = self.find_network(network)?;
        let name = self.state().networks.get(&id).map(|n| n.name.clone()).unwrap_or_default();
        if c.host.network_mode == "host" || c.host.network_mode.starts_with("container:") {
            return Err(EngineError::forbidden(
                "container sharing network namespace with another container or host cannot be connected to any other network",
            ));
        }
        if name == "host" {
            return Err(EngineError::forbidden(
                "cannot connect container to host network - container must be created in host network mode",
            ));
        }
        if name == "none" || c.host.network_mode == "none" {
            return Err(EngineError::forbidden(
                "container cannot be connected to multiple networks with one of the networks in private (none) mode",
            ));
        }
        self.check_endpoint(&name, &settings)?;
        // What does not run has only wishes, which may be made anew.
        if c.run.is_some() && c.networks.contains_key(&name) {
            return Err(EngineError::forbidden(format!(
                "endpoint with name {} already exists in network {name}",
                c.name
            )));
        }
        let shown = name.clone();
        let mut end = settings;
        end.network_id.clone_from(&id);
        if c.run.is_some() {
            self.join_network(&c.id, &id, &mut end)?;
        }
        {
            let mut st = self.state();
            if let Some(x) = st.containers.get_mut(&c.id) {
                // The first network of one that was never started is only a wish so far.
                if x.networks.is_empty() && x.run.is_none() {
                    let mode = x.host.network_mode.clone();
                    x.networks.insert(mode, EndpointSettings::default());
                }
                x.networks.insert(name, end);
            }
        }
        self.rewire(&c.id);
        self.save_container(&c.id);
        let driver = self.state().networks.get(&id).map(|n| n.driver.clone()).unwrap_or_default();
        let kind = [("container", c.id.as_str()), ("name", &shown), ("type", &driver)];
        self.emit("network", "connect", &id, &kind);
        Ok(())
    }

    /// `docker network disconnect`.
    pub fn network_disconnect(&self, network: &str, container: &str, force: bool) -> Result<()> {
        let c = self.container(container);
        if let (Err(e), false) = (&c, force) {
            return Err(e.clone());
        }
        let id = match (self.find_network(network), force) {
            (Ok(id), _) => id,
            (Err(_), true) => String::new(),
            (Err(e), false) => return Err(e),
        };
        let c = match c {
            // By force an end is taken off that may belong to no container any more.
            Err(_) if force => {
                return Err(EngineError::not_found(format!("endpoint {container} not found")));
            }
            other => other?,
        };
        let name = {
            let st = self.state();
            st.networks.get(&id).map_or(network.to_string(), |n| n.name.clone())
        };
        if name == "host" && c.networks.contains_key(&name) {
            return Err(EngineError::forbidden(
                "cannot disconnect container from host network - container was created in host network mode",
            ));
        }
        if !c.networks.contains_key(&name) {
            return Err(EngineError::forbidden(format!(
                "container {} is not connected to {}network {name}",
                c.id,
                if c.run.is_some() && !id.is_empty() { "" } else { "the " }
            )));
        }
        if let Some(x) = self.state().containers.get_mut(&c.id) {
            x.networks.remove(&name);
        }
        self.rewire(&c.id);
        self.save_container(&c.id);
        let kind = [("container", c.id.as_str()), ("name", name.as_str()), ("type", "bridge")];
        self.emit("network", "disconnect", &id, &kind);
        Ok(())
    }
}
