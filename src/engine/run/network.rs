//! A container's end of its networks in the daemon's records while it runs. What the kernel has of it is
//! in `wires`, the files in /etc that tell of it in `etc`.

use std::net::Ipv4Addr;

use crate::engine::api::network::{EndpointSettings, IpamPool};
use crate::engine::networks::subnet::Subnet;
use crate::engine::records::Template;
use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result, ids};

/// An error of a container's networks at its start.
pub(super) fn not_set_up(e: EngineError) -> EngineError {
    EngineError { message: format!("failed to set up container networking: {}", e.message), ..e }
}

/// Why a container that is on `host` or `none` can be on no other network.
pub(crate) fn alone_on(network: &str) -> EngineError {
    EngineError::forbidden(match network {
        "none" => {
            "container cannot be connected to multiple networks with one of the networks in private (none) mode"
        }
        _ => {
            "container sharing network namespace with another container or host cannot be connected to any other network"
        }
    })
}

/// Why a container that was not made for it can not be on the host's network.
pub(crate) fn on_host() -> EngineError {
    EngineError::forbidden(
        "cannot connect container to host network - container must be created in host network mode",
    )
}

/// Why an interface, `VETH`, can not have a hardware address, as netlink tells of it.
fn unusable(mac: &str) -> Option<String> {
    let bytes: Vec<&str> = mac.split(':').collect();
    let first = u8::from_str_radix(bytes.first()?, 16).ok()?;
    // One of a group, or none at all.
    if first & 1 == 1 || bytes.iter().all(|b| b.bytes().all(|b| b == b'0')) {
        return Some(format!(
            "error setting interface \"VETH\" MAC to \"{mac}\": cannot assign requested address"
        ));
    }
    let got = bytes.get(..6).filter(|_| bytes.len() > 6)?.join(":");
    Some(format!("failed to advertise addresses: MAC address changed, got {got}, expected {mac}"))
}

/// What a container is called on a network that has names (moby `buildEndpointDNSNames`).
fn dns_names(c: &Container, end: &EndpointSettings) -> Vec<String> {
    let mut names = vec![c.name.clone()];
    names.extend(end.aliases.iter().flatten().cloned());
    names.push(c.id[..12].to_string());
    if !names.contains(&c.config.hostname) {
        names.push(c.config.hostname.clone());
    }
    names.dedup();
    names
}

impl Container {
    /// The file on the host that stands for its network namespace. The host's own has a name.
    pub(crate) fn sandbox_key(&self) -> Option<String> {
        let own = self.sandbox.get(..12)?;
        let name = if self.host.network_mode == "host" { "default" } else { own };
        Some(format!("/run/docker/netns/{name}"))
    }
}

impl Engine {
    /// Makes the file that stands for a container's network namespace.
    fn write_sandbox(&self, id: &str) {
        let key = self.state().containers.get(id).and_then(|c| c.sandbox_key());
        self.disk(|d| key.map(|key| d.write(&key, b"", 0o444)));
    }

    /// Gives a container that starts its addresses and ports.
    pub(crate) fn join_networks(&self, id: &str) -> Result<()> {
        let (mode, mut ends) = {
            let st = self.state();
            let Some(c) = st.containers.get(id) else { return Ok(()) };
            (c.host.network_mode.clone(), c.networks.clone())
        };
        if let Some(other) = mode.strip_prefix("container:") {
            let other = self.container(other).map_err(|e| {
                EngineError::invalid(format!(
                    "joining network namespace of container: {}",
                    e.message
                ))
            })?;
            // Whoever shares a network is known by the name of its owner.
            if let Some(c) = self.state().containers.get_mut(id) {
                c.config.hostname = other.config.hostname.clone();
                c.config.domainname = other.config.domainname.clone();
            }
            return Ok(());
        }
        if ends.len() > 1 && mode != "host" && ends.contains_key("host") {
            return Err(not_set_up(on_host()));
        }
        if ends.len() > 1
            && let Some(alone) = ["host", "none"].into_iter().find(|n| ends.contains_key(*n))
        {
            return Err(not_set_up(alone_on(alone)));
        }
        for (name, end) in ends.iter_mut() {
            let network = match end.network_id.as_str() {
                "" => self.find_network(name),
                // Which it was on once, whatever has its name now.
                id if self.state().networks.contains_key(id) => Ok(id.to_string()),
                id => Err(EngineError::not_found(format!("network {id} not found"))),
            };
            let network = network.map_err(not_set_up)?;
            self.join_network(id, &network, end).map_err(not_set_up)?;
        }
        // A network that a part of its id names is known by its whole id from now on.
        let mode = match self.find_network(&mode) {
            Ok(network) if network.starts_with(&mode) && !ends.contains_key(&mode) => network,
            _ => mode,
        };
        let sandbox = ids::hex(&self.inner.kernel, 64);
        let bound = self.bind_ports(id).map_err(not_set_up)?;
        if let Some(c) = self.state().containers.get_mut(id) {
            if c.host.network_mode != mode {
                c.host.network_mode = mode;
            }
            c.networks = ends;
            c.sandbox = sandbox;
            c.ports = bound;
        }
        self.write_sandbox(id);
        Ok(())
    }

    /// Addresses on one network.
    pub(crate) fn join_network(
        &self,
        container: &str,
        network: &str,
        end: &mut EndpointSettings,
    ) -> Result<()> {
        let (driver, name, (four, six), internal) = {
            let st = self.state();
            let Some(n) = st.networks.get(network) else { return Ok(()) };
            if n.template == Template::Only {
                return Err(EngineError::forbidden(
                    "cannot create endpoint on configuration-only network",
                ));
            }
            let pool = |six, on: bool| n.pool(six).filter(|_| on).cloned().unwrap_or_default();
            let pools = (pool(false, n.ipv4), pool(true, n.ipv6));
            (n.driver.clone(), n.name.clone(), pools, n.internal)
        };
        end.network_id = network.to_string();
        end.endpoint_id = ids::hex(&self.inner.kernel, 64);
        if driver == "bridge" {
            let asked = end.ipam_config.clone().unwrap_or_default();
            self.check_endpoint(&name, end)?;
            for local in end.ipam_config.iter().flat_map(|i| &i.link_local_ips) {
                if !local.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_link_local()) {
                    return Err(EngineError::invalid(format!(
                        "invalid link local IP address: {local}"
                    )));
                }
            }
            let length = |pool: &IpamPool| Subnet::parse(&pool.subnet).map_or(0, |s| s.len);
            // There is no way out of an internal network.
            let gateway = |pool: &IpamPool| match internal {
                true => String::new(),
                false => pool.gateway.clone(),
            };
            end.ip_address = self.free_address(network, &four, &asked.ipv4_address, container)?;
            (end.ip_prefix_len, end.gateway) = (length(&four), gateway(&four));
            end.global_ipv6_address =
                self.free_address(network, &six, &asked.ipv6_address, container)?;
            (end.global_ipv6_prefix_len, end.ipv6_gateway) = (length(&six), gateway(&six));
            if end.mac_address.is_empty() {
                end.mac_address = ids::mac(&self.inner.kernel);
            }
            if let Some(why) = unusable(&end.mac_address) {
                let veth = format!("veth{}", ids::hex(&self.inner.kernel, 7));
                return Err(EngineError::system(format!(
                    "failed to add interface {veth} to sandbox: {}",
                    why.replace("VETH", &veth)
                )));
            }
        }
        if name != "bridge" && driver == "bridge" {
            let st = self.state();
            end.dns_names = st.containers.get(container).map(|c| dns_names(c, end));
        }
        Ok(())
    }

    /// Makes a running container known by its new name on its networks.
    pub(crate) fn rename_on_networks(&self, id: &str) {
        let Some(c) = self.state().containers.get(id).filter(|c| c.run.is_some()).cloned() else {
            return;
        };
        let mut ends = c.networks.clone();
        for end in ends.values_mut().filter(|e| e.dns_names.is_some()) {
            end.dns_names = Some(dns_names(&c, end));
        }
        if let Some(c) = self.state().containers.get_mut(id) {
            c.networks = ends;
        }
        self.refresh_names(c.networks.keys());
    }

    /// Tells which networks a container has joined.
    pub(crate) fn tell_networks(&self, c: &Container) {
        if c.hidden {
            return;
        }
        let joined: Vec<(String, String, String)> = {
            let st = self.state();
            let ends = st.containers.get(&c.id).map(|c| c.networks.clone()).unwrap_or_default();
            let found = ends.values().filter_map(|e| st.networks.get(&e.network_id));
            found.map(|n| (n.id.clone(), n.name.clone(), n.driver.clone())).collect()
        };
        for (id, name, driver) in joined {
            let kind = [("container", c.id.as_str()), ("name", &name), ("type", &driver)];
            self.emit("network", "connect", &id, &kind);
        }
    }

    /// Takes them back when the container ends.
    pub(crate) fn leave_networks(&self, id: &str) {
        let key = self.state().containers.get(id).and_then(|c| c.sandbox_key());
        if let Some(key) = key.filter(|key| !key.ends_with("/default")) {
            self.disk(|d| d.remove_all(&key)).ok();
        }
        let left: Vec<(String, String, String)> = {
            let mut guard = self.state();
            let st = &mut *guard;
            let Some(c) = st.containers.get_mut(id) else { return };
            c.ports.clear();
            c.sandbox.clear();
            let mut left = Vec::new();
            let hidden = c.hidden;
            for (name, end) in c.networks.iter_mut() {
                if let Some(n) = st.networks.get(&end.network_id).filter(|_| !hidden) {
                    left.push((n.id.clone(), name.clone(), n.driver.clone()));
                }
                let kept = EndpointSettings {
                    ipam_config: end.ipam_config.clone(),
                    links: end.links.clone(),
                    aliases: end.aliases.clone(),
                    driver_opts: end.driver_opts.clone(),
                    network_id: end.network_id.clone(),
                    dns_names: end.dns_names.clone(),
                    ..EndpointSettings::default()
                };
                *end = kept;
            }
            left
        };
        for (network, name, driver) in left {
            let kind = [("container", id), ("name", name.as_str()), ("type", driver.as_str())];
            self.emit("network", "disconnect", &network, &kind);
        }
    }

    /// The id of the container whose network a container is on, and whose files in /etc it has: mostly
    /// its own.
    pub(super) fn network_owner(&self, c: &Container) -> String {
        let other = c.host.network_mode.strip_prefix("container:");
        other.and_then(|o| self.find_container(o).ok()).unwrap_or_else(|| c.id.clone())
    }
}
