//! Links between containers (`--link`): on the default bridge as lines in /etc/hosts and variables, on other networks
//! as names that only the linking container's resolver knows.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result};

/// A container that another is linked to.
pub(super) struct Link {
    /// What it is called there.
    pub alias: String,
    /// Which it is.
    pub to: std::rc::Rc<Container>,
    /// Its address on the default bridge.
    pub ip: String,
}

/// `NAME[:ALIAS]`.
pub(crate) fn parts(link: &str) -> (&str, &str) {
    link.split_once(':').unwrap_or((link, link))
}

/// A port as `80/tcp`: those of TCP come first, the lowest first.
fn port(text: &str) -> (bool, u16, &str) {
    let (number, protocol) = text.split_once('/').unwrap_or((text, "tcp"));
    (protocol != "tcp", number.parse().unwrap_or(0), protocol)
}

/// Variables that tell of a container's ports (moby `links.ToEnv`).
fn port_env(alias: &str, ip: &str, exposed: &[&str]) -> Vec<String> {
    let mut ports: Vec<_> = exposed.iter().map(|p| port(p)).collect();
    ports.sort_unstable();
    let mut out = Vec::new();
    if let Some((_, n, protocol)) = ports.first() {
        out.push(format!("{alias}_PORT={protocol}://{ip}:{n}"));
    }
    for (_, n, protocol) in &ports {
        let name = format!("{alias}_PORT_{n}_{}", protocol.to_uppercase());
        out.push(format!("{name}={protocol}://{ip}:{n}"));
        out.push(format!("{name}_ADDR={ip}"));
        out.push(format!("{name}_PORT={n}"));
        out.push(format!("{name}_PROTO={protocol}"));
    }
    // Runs of neighbours are named by their ends, too.
    let all: BTreeSet<_> = ports.iter().map(|(_, n, protocol)| (*protocol, *n)).collect();
    for (_, n, protocol) in &ports {
        let beside = |m: Option<u16>| m.is_some_and(|m| all.contains(&(*protocol, m)));
        if beside(n.checked_sub(1)) || !beside(n.checked_add(1)) {
            continue;
        }
        let last = (*n..=u16::MAX).take_while(|m| all.contains(&(*protocol, *m))).last();
        let last = last.unwrap_or(*n);
        let name = format!("{alias}_PORT_{n}_{}", protocol.to_uppercase());
        out.push(format!("{name}_START={protocol}://{ip}:{n}"));
        out.push(format!("{name}_PORT_START={n}"));
        out.push(format!("{name}_END={protocol}://{ip}:{last}"));
        out.push(format!("{name}_PORT_END={last}"));
    }
    out
}

impl Engine {
    /// The containers that a container on the default bridge is linked to.
    pub(super) fn links_of(&self, c: &Container) -> Vec<Link> {
        let mut out: Vec<Link> = Vec::new();
        for link in c.host.links.iter().flatten() {
            let (name, alias) = parts(link);
            let Ok(to) = self.container(name) else { continue };
            let Some(end) = to.networks.get("bridge") else { continue };
            let ip = end.ip_address.clone();
            out.push(Link { alias: alias.to_string(), to, ip });
        }
        out
    }

    /// Refuses a start while what a container is linked to does not run, or is elsewhere.
    pub(crate) fn check_links(&self, c: &Container) -> Result<()> {
        let all = c.host.links.iter().flatten();
        for link in all.filter(|_| c.host.network_mode == "bridge") {
            let (name, alias) = parts(link);
            let to = self.container(name).ok().filter(|to| to.run.is_some());
            let Some(to) = to else {
                return Err(EngineError::system(format!(
                    "Cannot link to a non running container: /{name} AS /{}/{alias}",
                    c.name
                )));
            };
            if !to.networks.contains_key("bridge") {
                return Err(EngineError::system(format!(
                    "container {} not attached to default bridge network",
                    to.id
                )));
            }
        }
        Ok(())
    }

    /// Takes the link `CONTAINER/ALIAS` away.
    pub(crate) fn remove_link(&self, link: &str) -> Result<()> {
        let absent = || EngineError::not_found(format!("No such container: {link}"));
        let (name, alias) = link.split_once('/').ok_or_else(absent)?;
        let id = self.find_container(name).map_err(|_| absent())?;
        let c = {
            let mut st = self.state();
            let c = st.containers.get_mut(&id).ok_or_else(absent)?;
            let all = c.host.links.take().unwrap_or_default();
            let before = all.len();
            let left: Vec<String> = all.into_iter().filter(|l| parts(l).1 != alias).collect();
            let gone = left.len() < before;
            c.host.links = Some(left).filter(|l| !l.is_empty());
            if !gone {
                return Err(absent());
            }
            c.clone()
        };
        if c.run.is_some() {
            self.write_network_files(&c);
        }
        self.save_container(&id);
        Ok(())
    }

    /// The variables that links bring.
    pub(super) fn link_env(&self, c: &Container) -> Vec<String> {
        let mut out = Vec::new();
        for Link { alias, to, ip } in self.links_of(c) {
            let prefix = alias.to_uppercase().replace('-', "_");
            let exposed: Vec<&str> = to.config.exposed_ports.keys().map(String::as_str).collect();
            out.extend(port_env(&prefix, &ip, &exposed));
            out.push(format!("{prefix}_NAME=/{}/{alias}", c.name));
            for (name, value) in to.config.env.iter().flatten().filter_map(|e| e.split_once('=')) {
                if !matches!(name, "HOME" | "PATH") {
                    out.push(format!("{prefix}_ENV_{name}={value}"));
                }
            }
        }
        out
    }

    /// The names that links give to others on the networks that a container is on.
    pub(super) fn link_names(&self, c: &Container) -> BTreeMap<String, Vec<Ipv4Addr>> {
        let mut out: BTreeMap<String, Vec<Ipv4Addr>> = BTreeMap::new();
        for (network, end) in c.networks.iter().filter(|(n, _)| *n != "bridge") {
            for link in end.links.iter().flatten() {
                let (name, alias) = parts(link);
                let Ok(to) = self.container(name) else { continue };
                let there = to.networks.get(network).filter(|_| to.run.is_some());
                if let Some(addr) = there.and_then(|e| e.ip_address.parse().ok()) {
                    out.entry(alias.to_ascii_lowercase()).or_default().push(addr);
                }
            }
        }
        out
    }

    /// A container has a new name: so do the links to it.
    pub(crate) fn rename_links(&self, old: &str, new: &str) {
        let of_old = |link: &String| parts(link).0 == old;
        let linked: Vec<String> = {
            let st = self.state();
            let all = st.containers.values();
            all.filter(|c| c.host.links.iter().flatten().any(of_old))
                .map(|c| c.id.clone())
                .collect()
        };
        for id in linked {
            if let Some(c) = self.state().containers.get_mut(&id) {
                for link in c.host.links.iter_mut().flatten().filter(|link| of_old(link)) {
                    *link = format!("{new}:{}", parts(link).1);
                }
            }
            self.save_container(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::port_env;

    #[test]
    fn variables_of_ports() {
        let env = port_env("DB", "1.2.3.4", &["53/udp", "7000/tcp", "7001/tcp"]);
        assert_eq!(env[0], "DB_PORT=tcp://1.2.3.4:7000");
        assert_eq!(env[1], "DB_PORT_7000_TCP=tcp://1.2.3.4:7000");
        assert!(env.contains(&"DB_PORT_53_UDP_PROTO=udp".to_string()));
        assert_eq!(env[env.len() - 1], "DB_PORT_7000_TCP_PORT_END=7001");
        assert!(port_env("DB", "1.2.3.4", &[]).is_empty());
    }
}
