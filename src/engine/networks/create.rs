//! `docker network create`.

use crate::engine::api::network::{Ipam, IpamPool, NetworkCreate};
use crate::engine::records::Template;
use crate::engine::state::NetworkRecord;
use crate::engine::{Engine, EngineError, Result, ids};

use super::subnet::is_six;
use super::{BRIDGE_NAME, PREDEFINED, options};

impl Engine {
    /// `docker network create`; gives the id and a warning.
    pub fn network_create(&self, request: &NetworkCreate) -> Result<(String, String)> {
        let name = request.name.as_str();
        let driver = if request.driver.is_empty() { "bridge" } else { request.driver.as_str() };
        check_new_name(name)?;
        check_driver(driver)?;
        if matches!(driver, "macvlan" | "ipvlan") {
            options::shared(driver, &request.options)?;
            return Err(EngineError::gap(
                &format!("{driver} networks"),
                "the machine has no network card to share",
            ));
        }
        if self.state().networks.values().any(|n| n.name == name) {
            return Err(EngineError::conflict(format!("network with name {name} already exists")));
        }
        check_scope(request)?;
        let template = self.template(request)?;
        // Nothing is made yet of settings that others are to have.
        let only = template == Template::Only;
        let mut settings = match &template {
            Template::From(other) => self.settings_of(other)?,
            _ => request.clone(),
        };
        settings.ipam.config.sort_by_key(|p| is_six(&p.subnet));
        let id = ids::id(&self.inner.kernel);
        let pools =
            if only { settings.ipam.config.clone() } else { self.bridge_pools(&id, &settings)? };
        let driver = if only { "null" } else { driver };
        let asked = settings.ipam;
        let record = NetworkRecord {
            name: name.to_string(),
            id: id.clone(),
            created: self.now(),
            driver: driver.to_string(),
            ipam: Ipam { driver: "default".to_string(), options: asked.options, config: pools },
            asked: asked.config,
            internal: request.internal,
            attachable: request.attachable,
            ipv4: settings.enable_ipv4 != Some(false),
            ipv6: settings.enable_ipv6,
            options: settings.options,
            labels: settings.labels,
            link: self.state().fresh(),
            template,
        };
        self.state().networks.insert(id.clone(), record);
        self.raise_bridge(&id);
        self.emit("network", "create", &id, &[("name", name), ("type", driver)]);
        Ok((id, String::new()))
    }

    /// The pools of a new bridge, once its options are good.
    fn bridge_pools(&self, id: &str, settings: &NetworkCreate) -> Result<Vec<IpamPool>> {
        let asked = &settings.ipam.config;
        let of = |six| asked.iter().filter(|p| is_six(&p.subnet) == six).count();
        if of(false) > 1 || of(true) > 1 {
            return Err(EngineError::invalid("bridge driver doesn't support multiple subnets"));
        }
        options::check(&settings.options, settings.internal)?;
        let families = [settings.enable_ipv4 != Some(false), settings.enable_ipv6];
        let isolated = [false, true].map(|six| options::isolated(&settings.options, six));
        let pools = self.choose_pools(asked, families, isolated)?;
        self.check_bridge_name(id, settings.options.get(BRIDGE_NAME))?;
        Ok(pools)
    }

    /// Two bridges of one name can not be.
    fn check_bridge_name(&self, id: &str, name: Option<&String>) -> Result<()> {
        let Some(name) = name else { return Ok(()) };
        let st = self.state();
        let mut real = st.networks.values().filter(|n| n.template != Template::Only);
        match real.find(|n| n.options.get(BRIDGE_NAME) == Some(name)) {
            None => Ok(()),
            Some(other) => Err(EngineError::forbidden(format!(
                "cannot create network {id} ({name}): conflicts with network {} ({name}): networks have same bridge name",
                other.id
            ))),
        }
    }
}

fn check_new_name(name: &str) -> Result<()> {
    if name.trim().is_empty() {
        return Err(EngineError::invalid("invalid name: name is empty"));
    }
    if PREDEFINED.contains(&name) || name == "default" {
        return Err(EngineError::forbidden(format!(
            "operation is not permitted on predefined {name} network"
        )));
    }
    Ok(())
}

/// New networks are bridges: why they can not be of another driver.
fn check_driver(driver: &str) -> Result<()> {
    match driver {
        "bridge" | "ipvlan" | "macvlan" => Ok(()),
        "host" | "null" => Err(EngineError::forbidden(format!(
            "only one instance of \"{driver}\" network is allowed"
        ))),
        "overlay" => Err(EngineError::unavailable(
            "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" \
             to connect this node to swarm and try again.",
        )),
        other => Err(EngineError::not_found(format!("plugin \"{other}\" not found"))),
    }
}

/// How far a new network is to reach, and who gives out its addresses.
fn check_scope(request: &NetworkCreate) -> Result<()> {
    if request.ingress {
        return Err(EngineError::forbidden("Ingress network can only be global scope network"));
    }
    match request.scope.as_str() {
        "" | "local" => {}
        "swarm" => {
            return Err(EngineError::forbidden(
                "cannot create a swarm scoped network when swarm is not active",
            ));
        }
        _ => {
            return Err(EngineError::gap(
                "networks of other scopes than the host's",
                "there is one host, and no cluster of hosts",
            ));
        }
    }
    if request.enable_ipv4 == Some(false) && !request.enable_ipv6 {
        return Err(EngineError::invalid("IPv4 or IPv6 must be enabled"));
    }
    match request.ipam.driver.as_str() {
        "" | "default" => Ok(()),
        "null" => Err(EngineError::invalid("ipv4 pool is empty")),
        other => Err(EngineError::not_found(format!("plugin \"{other}\" not found"))),
    }
}
