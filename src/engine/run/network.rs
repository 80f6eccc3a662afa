//! A container's end of its networks in the daemon's records while it runs, and the files in /etc that
//! tell of it. What the kernel has of it is in `wires`.

use crate::engine::api::config::Config;
use crate::engine::api::network::EndpointSettings;
use crate::engine::containers::create::container_dir;
use crate::engine::records::Template;
use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result, ids};

impl Engine {
    /// Gives a container that starts its addresses and ports.
    pub(crate) fn join_networks(&self, id: &str) -> Result<()> {
        let (mode, mut ends) = {
            let st = self.state();
            let Some(c) = st.containers.get(id) else { return Ok(()) };
            (c.host.network_mode.clone(), c.networks.clone())
        };
        if let Some(other) = mode.strip_prefix("container:") {
            self.find_container(other).map_err(|e| {
                EngineError::invalid(format!(
                    "joining network namespace of container: {}",
                    e.message
                ))
            })?;
            return Ok(());
        }
        ends.entry(mode.clone()).or_default();
        for (name, end) in &mut ends {
            let network = self.find_network(name).map_err(|e| EngineError {
                message: format!("failed to set up container networking: {}", e.message),
                ..e
            })?;
            self.join_network(id, &network, end).map_err(|e| EngineError {
                message: format!("failed to set up container networking: {}", e.message),
                ..e
            })?;
        }
        let sandbox = ids::hex(&self.inner.kernel, 64);
        let bound = self.bind_ports(id)?;
        let mut st = self.state();
        if let Some(c) = st.containers.get_mut(id) {
            c.networks = ends;
            c.sandbox = sandbox;
            c.ports = bound;
        }
        Ok(())
    }

    /// Addresses on one network.
    pub(crate) fn join_network(
        &self,
        container: &str,
        network: &str,
        end: &mut EndpointSettings,
    ) -> Result<()> {
        let (driver, name, pool, internal) = {
            let st = self.state();
            let Some(n) = st.networks.get(network) else { return Ok(()) };
            if n.template == Template::Only {
                return Err(EngineError::forbidden(
                    "cannot create endpoint on configuration-only network",
                ));
            }
            (n.driver.clone(), n.name.clone(), n.ipam.config.first().cloned(), n.internal)
        };
        end.network_id = network.to_string();
        end.endpoint_id = ids::hex(&self.inner.kernel, 64);
        if driver == "bridge" {
            let asked = end.ipam_config.clone().unwrap_or_default().ipv4_address;
            let pool = pool.unwrap_or_default();
            self.check_endpoint(&name, end)?;
            let address =
                self.free_address(network, &pool.subnet, &pool.gateway, &asked, container)?;
            end.ip_address = address;
            end.ip_prefix_len =
                pool.subnet.split_once('/').and_then(|(_, n)| n.parse().ok()).unwrap_or(16);
            // There is no way out of an internal network.
            end.gateway = if internal { String::new() } else { pool.gateway };
            if end.mac_address.is_empty() {
                end.mac_address = ids::mac(&self.inner.kernel);
            }
        }
        if name != "bridge" && driver == "bridge" {
            let st = self.state();
            let mut names = Vec::new();
            if let Some(c) = st.containers.get(container) {
                names.push(c.name.clone());
                names.extend(end.aliases.iter().flatten().cloned());
                names.push(c.id[..12].to_string());
                if !names.contains(&c.config.hostname) {
                    names.push(c.config.hostname.clone());
                }
            }
            names.dedup();
            end.dns_names = Some(names);
        }
        Ok(())
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
        let left: Vec<(String, String, String)> = {
            let mut guard = self.state();
            let st = &mut *guard;
            let Some(c) = st.containers.get_mut(id) else { return };
            c.ports.clear();
            c.sandbox.clear();
            let mut left = Vec::new();
            let hidden = c.hidden;
            for (name, end) in &mut c.networks {
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

    /// Writes `hostname`, `hosts` and `resolv.conf`, which are mounted over the container's own.
    pub(crate) fn write_network_files(&self, c: &Container) {
        let dir = container_dir(&c.id);
        let host_net = c.host.network_mode == "host";
        let mut hosts = if host_net {
            let bytes = self.disk(|d| d.read("/etc/hosts")).unwrap_or_default();
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\n\
             ff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n"
                .to_string()
        };
        for extra in c.host.extra_hosts.iter().flatten() {
            if let Some((name, address)) = extra.split_once([':', '=']) {
                let address = if address == "host-gateway" { "172.17.0.1" } else { address };
                hosts.push_str(&format!("{address}\t{name}\n"));
            }
        }
        for link in c.host.links.iter().flatten() {
            let (name, alias) = link.split_once(':').unwrap_or((link, link));
            if let Ok(other) = self.container(name)
                && let Some(end) = other.networks.values().find(|e| !e.ip_address.is_empty())
            {
                let short = &other.id[..12];
                hosts.push_str(&format!("{}\t{alias} {short} {}\n", end.ip_address, other.name));
            }
        }
        if !host_net {
            // The whole name, and what stands before its first dot (moby `etchosts.Build`).
            let Config { hostname, domainname, .. } = &c.config;
            let names = match hostname.split_once('.') {
                _ if !domainname.is_empty() => format!("{hostname}.{domainname} {hostname}"),
                Some((short, _)) => format!("{hostname} {short}"),
                None => hostname.clone(),
            };
            for end in c.networks.values().filter(|e| !e.ip_address.is_empty()) {
                hosts.push_str(&format!("{}\t{names}\n", end.ip_address));
            }
        }
        let (dns, dns_options, dns_search) = {
            let st = self.state();
            let or = |own: &[String], default: &[String]| match own.is_empty() {
                true => default.to_vec(),
                false => own.to_vec(),
            };
            let s = &st.settings;
            (
                or(&c.host.dns, &s.dns),
                or(&c.host.dns_options, &s.dns_options),
                or(&c.host.dns_search, &s.dns_search),
            )
        };
        let user_network =
            !matches!(c.host.network_mode.as_str(), "bridge" | "host" | "none" | "default");
        let host_resolv = self.disk(|d| d.read("/etc/resolv.conf")).unwrap_or_default();
        let host_resolv = String::from_utf8_lossy(&host_resolv);
        let servers: Vec<String> = if user_network {
            vec!["127.0.0.11".to_string()]
        } else if dns.is_empty() {
            let found: Vec<String> = host_resolv
                .lines()
                .filter_map(|l| l.strip_prefix("nameserver "))
                .map(|s| s.trim().to_string())
                .filter(|s| !s.starts_with("127."))
                .collect();
            if found.is_empty() { vec!["8.8.8.8".into(), "8.8.4.4".into()] } else { found }
        } else {
            dns.clone()
        };
        let mut resolv = "# Generated by Docker Engine.\n# This file can be edited; Docker Engine will not make further changes once it\n# has been modified.\n\n".to_string();
        for s in servers {
            resolv.push_str(&format!("nameserver {s}\n"));
        }
        // A lone dot stands for no domain at all.
        let search: Vec<&str> =
            dns_search.iter().map(String::as_str).filter(|d| *d != ".").collect();
        if !search.is_empty() {
            resolv.push_str(&format!("search {}\n", search.join(" ")));
        }
        let mut options = dns_options.clone();
        let ndots = options.iter().any(|o| o.starts_with("ndots:"));
        if user_network && !ndots {
            options.push("ndots:0".to_string());
        }
        if !options.is_empty() {
            resolv.push_str(&format!("options {}\n", options.join(" ")));
        }
        let mut overrides = Vec::new();
        if !dns.is_empty() && !user_network {
            overrides.push("nameservers");
        }
        if !dns_search.is_empty() {
            overrides.push("search");
        }
        if !dns_options.is_empty() {
            overrides.push("options");
        }
        resolv.push_str(&format!(
            "\n# Based on host file: '/etc/resolv.conf' (legacy)\n# Overrides: [{}]\n",
            overrides.join(" ")
        ));
        if ndots {
            resolv.push_str("# Option ndots from: override\n");
        }
        let hostname = format!("{}\n", c.config.hostname);
        self.disk(|d| {
            d.write(&format!("{dir}/hosts"), hosts.as_bytes(), 0o644)?;
            d.write(&format!("{dir}/hostname"), hostname.as_bytes(), 0o644)?;
            // The digest tells a later start whether somebody has edited the file.
            let sum = crate::engine::images::tree::digest(resolv.as_bytes());
            d.write(&format!("{dir}/resolv.conf.hash"), sum.as_bytes(), 0o644)?;
            d.write(&format!("{dir}/resolv.conf"), resolv.as_bytes(), 0o644)
        })
        // Where root has taken the directory away, the container starts without these mounts.
        .ok();
    }
}
