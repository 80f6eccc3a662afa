//! A container's end of its networks in the kernel: a network namespace with an interface for each
//! bridge it is on, the names that its resolver knows, and the ports of the host that lead into it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::network::not_set_up;
use crate::engine::api::network::EndpointSettings;
use crate::engine::containers::policy::restarting;
use crate::engine::networks::ports::not_programmed;
use crate::engine::networks::{BRIDGE_ICC, BRIDGE_NAME, IFACE_PREFIX, MTU};
use crate::engine::state::{Container, NetworkRecord, Phase};
use crate::engine::{Engine, EngineError, Result};
use crate::golang::strconv::parse_bool;
use crate::kernel::{Forward, Interface};

/// The largest packet of a network, in bytes.
fn mtu_of(network: &NetworkRecord) -> u32 {
    let told = network.options.get(MTU);
    told.and_then(|v| v.parse().ok()).filter(|v| *v > 0).unwrap_or(1500)
}

/// The link-local addresses that were asked for.
fn local_addresses(end: &EndpointSettings) -> Vec<Ipv4Addr> {
    let asked = end.ipam_config.iter().flat_map(|i| &i.link_local_ips);
    asked.filter_map(|a| a.parse().ok()).collect()
}

/// The address that all of a network listen to.
fn for_all(addr: Ipv4Addr, prefix: u8) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(addr) | u32::MAX.checked_shr(prefix.into()).unwrap_or(0))
}

/// Why bind(2) refuses an address on a host that has those of `own`.
fn unbindable(ip: IpAddr, own: &[IpAddr]) -> Option<&'static str> {
    let ip = ip.to_canonical();
    let near = match ip {
        IpAddr::V4(ip) if ip.is_broadcast() => return None,
        IpAddr::V4(_) => false,
        // Those on the wire alone need to be told which.
        IpAddr::V6(ip) => ip.is_unicast_link_local() || ip.segments()[0] & 0xff0f == 0xff02,
    };
    let ours = ip.is_unspecified() || ip.is_loopback() || ip.is_multicast() || own.contains(&ip);
    match (near, ours) {
        (true, _) => Some("invalid argument"),
        (_, true) => None,
        _ => Some("cannot assign requested address"),
    }
}

impl Engine {
    /// The host's network namespace: the machine's first.
    fn host_net(&self) -> u32 {
        self.inner.kernel.with_net(|n| n.spaces.first_key_value().map_or(0, |(id, _)| *id))
    }

    /// Puts a bridge's own interface on the host, with the network's gateway as its address.
    pub(crate) fn raise_bridge(&self, network: &str) {
        let host = self.host_net();
        let found = {
            let st = self.state();
            st.networks.get(network).filter(|n| n.driver == "bridge").cloned()
        };
        let Some(n) = found else { return };
        let Some(pool) = n.pool(false) else { return };
        let Ok(addr) = pool.gateway.parse::<Ipv4Addr>() else { return };
        let prefix = pool.subnet.split_once('/').and_then(|(_, p)| p.parse().ok()).unwrap_or(16);
        let called = n.options.get(BRIDGE_NAME).cloned();
        let name = called.unwrap_or_else(|| format!("br-{}", &n.id[..12]));
        let mac = crate::engine::ids::mac(&self.inner.kernel);
        let mtu = mtu_of(&n);
        let bridge = Interface {
            name,
            addr,
            prefix,
            link: n.link,
            mac,
            gateway: None,
            mtu,
            apart: false,
            more: Vec::new(),
        };
        self.inner.kernel.with_net(|net| {
            if let Some(space) = net.spaces.get_mut(&host) {
                space.interfaces.push(bridge);
            }
        });
    }

    /// Takes it away again.
    pub(crate) fn drop_bridge(&self, link: u64) {
        let host = self.host_net();
        self.inner.kernel.with_net(|net| {
            if let Some(space) = net.spaces.get_mut(&host) {
                space.interfaces.retain(|i| i.link != link);
            }
        });
    }

    /// The network namespace for a container that starts; none where it shares the host's. The second
    /// is whether it is the container's own.
    pub(crate) fn open_net(&self, c: &Container) -> Result<(Option<u32>, bool)> {
        let mode = c.host.network_mode.as_str();
        if mode == "host" {
            return Ok((None, false));
        }
        if let Some(other) = mode.strip_prefix("container:") {
            let other = self.container(other)?;
            if other.id == c.id {
                return Err(EngineError::invalid("cannot join own network namespace"));
            }
            return match (other.phase, &other.run) {
                (Phase::Restarting, _) => Err(EngineError::conflict(format!(
                    "cannot join network namespace of container: {}",
                    restarting(&other.id).message
                ))),
                (_, Some(run)) => Ok((run.net, false)),
                _ => Err(EngineError::conflict(format!(
                    "cannot join network namespace of a non running container: container {} is {}",
                    other.name,
                    other.phase.word()
                ))),
            };
        }
        let net = self.inner.kernel.new_netns();
        self.set_interfaces(c, net);
        if let Err(e) = self.publish_ports(c, net) {
            self.inner.kernel.drop_netns(net);
            return Err(not_set_up(e));
        }
        Ok((Some(net), true))
    }

    /// The host's addresses, and those of its networks that go to everybody.
    fn own_addresses(&self) -> Vec<IpAddr> {
        let host = self.host_net();
        let mut own: Vec<IpAddr> = self.inner.kernel.with_net(|n| {
            let all = n.spaces.get(&host).into_iter().flat_map(|s| &s.interfaces);
            all.flat_map(|i| [i.addr, for_all(i.addr, i.prefix)]).map(IpAddr::V4).collect()
        });
        let st = self.state();
        let six = st.networks.values().filter_map(|n| n.pool(true)?.gateway.parse().ok());
        own.extend(six.map(IpAddr::V6));
        own
    }

    /// Lets the ports of the host that a container has lead into its namespace.
    fn publish_ports(&self, c: &Container, net: u32) -> Result<()> {
        let host = self.host_net();
        let own = self.own_addresses();
        for (port, bound) in &c.ports {
            let target = port.split('/').next().and_then(|p| p.parse().ok()).unwrap_or(0);
            // Nothing is sent over the others: what is wrong with their addresses is told all the same.
            let carried = !port.ends_with("/udp") && !port.ends_with("/sctp");
            for (ip, number) in bound {
                let Ok(ip) = ip.parse::<IpAddr>() else { continue };
                let publish = |ip: Ipv4Addr| {
                    let addr = (!ip.is_unspecified()).then_some(ip);
                    let forward = Forward { from: host, addr, port: *number, to: net, target };
                    self.inner.kernel.publish(forward).is_err()
                };
                let why = match (unbindable(ip, &own), ip) {
                    (Some(why), _) => why,
                    (None, IpAddr::V4(ip)) if carried && publish(ip) => "address already in use",
                    _ => continue,
                };
                let at = SocketAddr::new(ip, *number);
                let end = c.networks.values().find(|e| !e.ip_address.is_empty());
                let (end, inside) =
                    end.map(|e| (&*e.endpoint_id, &*e.ip_address)).unwrap_or_default();
                let why = format!("failed to bind host port for {at}:{inside}:{port}: {why}");
                return Err(not_programmed(&c.name, end, &why));
            }
        }
        Ok(())
    }

    /// Interfaces for the networks that a container is on. Those that are there keep their names; a
    /// new one gets the lowest number that is free.
    fn set_interfaces(&self, c: &Container, net: u32) {
        let there: Vec<(String, u64)> = self.inner.kernel.with_net(|n| {
            let all = n.spaces.get(&net).map(|s| &s.interfaces[..]).unwrap_or_default();
            all.iter().map(|i| (i.name.clone(), i.link)).collect()
        });
        let mut all: Vec<Interface> = Vec::new();
        let resolves: Vec<u64>;
        {
            let st = self.state();
            let own = c.networks.iter().filter(|(name, _)| *name != "bridge");
            resolves = own
                .filter_map(|(_, end)| st.networks.get(&end.network_id))
                .map(|network| network.link)
                .collect();
            // The network it was started on comes first.
            let mut ends: Vec<_> = c
                .networks
                .iter()
                .filter_map(|(name, end)| Some((name, end, st.networks.get(&end.network_id)?)))
                .filter(|(_, end, _)| end.ip_address.parse::<Ipv4Addr>().is_ok())
                .collect();
            // The way out is through the network of the highest priority, by name where they are alike.
            let out = ends.iter().filter(|(_, end, _)| !end.gateway.is_empty());
            let out = out.min_by_key(|(name, end, _)| (Reverse(end.gw_priority), *name));
            let out = out.map(|(_, _, network)| network.link);
            let place = |link: u64| there.iter().position(|(_, l)| *l == link);
            ends.sort_by_key(|(name, _, network)| {
                let old = place(network.link).unwrap_or(usize::MAX);
                let own = [*name, &network.id].contains(&&c.host.network_mode);
                (old, !own, (*name).clone())
            });
            for (_, end, network) in ends {
                let Ok(addr) = end.ip_address.parse::<Ipv4Addr>() else { continue };
                let old = place(network.link).map(|at| there[at].0.clone());
                let taken = |name: &String| {
                    all.iter().any(|i| i.name == *name) || there.iter().any(|(n, _)| n == name)
                };
                let prefix = network.options.get(IFACE_PREFIX).map_or("eth", String::as_str);
                let free = || (0..).map(|n| format!("{prefix}{n}")).find(|name| !taken(name));
                let icc = network.options.get(BRIDGE_ICC);
                let gateway = end.gateway.parse().ok().filter(|_| out == Some(network.link));
                all.push(Interface {
                    name: old.or_else(free).unwrap_or_default(),
                    addr,
                    more: local_addresses(end),
                    prefix: u8::try_from(end.ip_prefix_len).unwrap_or(16),
                    link: network.link,
                    mac: end.mac_address.clone(),
                    gateway,
                    mtu: mtu_of(network),
                    apart: icc.is_some_and(|v| parse_bool(v) == Ok(false)),
                });
            }
        }
        let names = self.link_names(c);
        self.inner.kernel.with_net(|n| {
            if let Some(space) = n.spaces.get_mut(&net) {
                space.interfaces = all;
                space.resolves = resolves;
                space.names = names;
            }
        });
    }

    /// Brings a running container's interfaces and ports up to date, after it joined or left a network:
    /// ports are open while there is a network that leads out.
    pub(crate) fn rewire(&self, id: &str) -> Result<()> {
        let Some(c) = self.state().containers.get(id).cloned() else { return Ok(()) };
        let Some(net) = c.run.as_ref().and_then(|r| r.net) else { return Ok(()) };
        self.set_interfaces(&c, net);
        let leads_out = c.networks.values().any(|e| !e.gateway.is_empty());
        if !leads_out {
            self.inner.kernel.with_net(|n| n.forwards.retain(|f| f.to != net));
            if let Some(c) = self.state().containers.get_mut(id) {
                c.ports.clear();
            }
        } else if c.ports.is_empty() {
            let ports = self.bind_ports(id)?;
            if let Some(c) = self.state().containers.get_mut(id) {
                c.ports = ports;
            }
            let c = self.container(id)?;
            self.publish_ports(&c, net)?;
        }
        Ok(())
    }

    /// Tells the resolvers of a network who is on it (Docker's server at 127.0.0.11, which serves all
    /// but the default bridge).
    pub(crate) fn refresh_names<'a>(&self, networks: impl IntoIterator<Item = &'a String>) {
        let mut tables: Vec<(u64, BTreeMap<String, Vec<Ipv4Addr>>)> = Vec::new();
        {
            let st = self.state();
            for network in networks.into_iter().filter(|n| *n != "bridge") {
                let Some(record) = st.networks.values().find(|n| n.name == *network) else {
                    continue;
                };
                let mut names: BTreeMap<String, Vec<Ipv4Addr>> = BTreeMap::new();
                for c in st.containers.values().filter(|c| c.run.is_some()) {
                    let Some(e) = c.networks.get(network) else { continue };
                    let Ok(addr) = e.ip_address.parse::<Ipv4Addr>() else { continue };
                    // With the network's name behind it each is another name.
                    let own = e.dns_names.iter().flatten();
                    for name in own.flat_map(|n| [n.clone(), format!("{n}.{network}")]) {
                        let list = names.entry(name.to_ascii_lowercase()).or_default();
                        if !list.contains(&addr) {
                            list.push(addr);
                        }
                    }
                }
                tables.push((record.link, names));
            }
        }
        self.inner.kernel.with_net(|n| {
            n.names.extend(tables);
            n.names.retain(|_, names| !names.is_empty());
        });
    }
}
