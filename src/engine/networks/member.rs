//! Putting containers on networks and taking them off.

use crate::engine::api::network::EndpointSettings;
use crate::engine::run::network::{alone_on, on_host};
use crate::engine::state::Phase;
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
        let id = match self.find_network(network) {
            // What does not run learns when it starts that there is none.
            Err(_) if c.run.is_none() => String::new(),
            found => found?,
        };
        let called = self.state().networks.get(&id).map(|n| n.name.clone());
        let name = called.unwrap_or_else(|| network.to_string());
        // The network that a container was made for has to be there still (moby `normalizeNetMode`).
        let mode = c.host.network_mode.as_str();
        let own = matches!(mode, "bridge" | "host" | "none") || mode.starts_with("container:");
        if !own {
            self.find_network(mode).map_err(|e| EngineError {
                message: format!(
                    "could not find a network matching network mode {mode}: {}",
                    e.message
                ),
                ..e
            })?;
        }
        let there = c.networks.contains_key(&name);
        if !there && c.networks.contains_key("host") || mode.starts_with("container:") {
            return Err(alone_on("host"));
        }
        if !there && name == "host" {
            return Err(on_host());
        }
        if !there && (name == "none" || c.networks.contains_key("none")) {
            return Err(alone_on("none"));
        }
        self.check_endpoint(&name, &settings)?;
        // What does not run has only wishes, which may be made anew.
        if c.run.is_some() && there {
            return Err(EngineError::forbidden(format!(
                "endpoint with name {} already exists in network {name}",
                c.name
            )));
        }
        let shown = name.clone();
        let mut end = settings;
        end.network_id.clone_from(&id);
        if c.phase == Phase::Restarting {
            // It is noted all the same.
            if let Some(x) = self.state().containers.get_mut(&c.id) {
                x.networks.insert(name, end);
            }
            return Err(EngineError::not_found(format!(
                "network sandbox for container {} not found",
                c.id
            )));
        }
        if c.run.is_some() {
            self.join_network(&c.id, &id, &mut end)?;
        }
        {
            let mut st = self.state();
            if let Some(x) = st.containers.get_mut(&c.id) {
                x.networks.insert(name, end.clone());
            }
        }
        // The network stays joined where a port could not be opened.
        self.rewire(&c.id)?;
        self.refresh_names([&shown]);
        self.tell_of_network(&c.id, &end, true);
        self.save_container(&c.id);
        let driver = self.state().networks.get(&id).map(|n| n.driver.clone());
        let Some(driver) = driver else { return Ok(()) };
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
            (Err(_), true) if c.is_ok() => String::new(),
            // What does not run has wishes only, for networks that need not be there.
            (Err(_), false) if c.as_ref().is_ok_and(|c| c.run.is_none()) => String::new(),
            (Err(e), _) => return Err(e),
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
        // What is about to be started again counts as running, and is on no network.
        let lives = c.run.is_some() || c.phase == Phase::Restarting;
        if !c.networks.contains_key(&name) || c.phase == Phase::Restarting {
            return Err(EngineError::forbidden(format!(
                "container {} is not connected to {}network {name}",
                c.id,
                if lives && !id.is_empty() { "" } else { "the " }
            )));
        }
        let left = self.state().containers.get_mut(&c.id).and_then(|x| x.networks.remove(&name));
        self.rewire(&c.id)?;
        self.refresh_names([&name]);
        if let Some(end) = left {
            self.tell_of_network(&c.id, &end, false);
        }
        self.save_container(&c.id);
        let kind = [("container", c.id.as_str()), ("name", name.as_str()), ("type", "bridge")];
        self.emit("network", "disconnect", &id, &kind);
        Ok(())
    }
}
