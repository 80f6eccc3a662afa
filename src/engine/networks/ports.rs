//! Ports of the host that lead to containers.

use crate::engine::api::host_config::PortBinding;
use crate::engine::state::Container;
use crate::engine::{Engine, EngineError, Result, ids};
use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

/// What a port is bound to where nothing is said.
const ANY: [&str; 2] = ["0.0.0.0", "::"];
/// Ports given out where none is asked for (`net.ipv4.ip_local_port_range`).
const EPHEMERAL: std::ops::Range<u16> = 32768..61000;

/// Ports in use: protocol, number and address.
#[derive(Default)]
struct Taken(BTreeSet<(String, u16, String)>);

impl Taken {
    fn add(&mut self, kind: &str, number: u16, ip: &str) {
        self.0.insert((kind.to_string(), number, ip.to_string()));
    }

    /// The address at which somebody has the port who is in the way: at this one, or one of the two is any address.
    fn held(&self, kind: &str, number: u16, ip: &str) -> Option<&String> {
        let from = (kind.to_string(), number, String::new());
        let mut there =
            self.0.range(from..).take_while(|(k, n, _)| k == kind && *n == number).map(|(.., i)| i);
        there.find(|other| {
            let any = unspecified(other) || unspecified(ip);
            ip == *other || any && ip.contains(':') == other.contains(':')
        })
    }
}

fn unspecified(ip: &str) -> bool {
    ip.parse::<IpAddr>().is_ok_and(|ip| ip.is_unspecified())
}

/// The protocol of a port such as `53/udp`.
fn protocol(port: &str) -> &str {
    port.split_once('/').map_or("tcp", |(_, kind)| kind)
}

/// The addresses that a binding is for.
fn addresses(b: &PortBinding) -> Vec<&str> {
    if b.host_ip.is_empty() { ANY.to_vec() } else { vec![&b.host_ip] }
}

/// How the driver's refusal of a port is told, for the endpoint `end` of the container `name`.
pub(crate) fn not_programmed(name: &str, end: &str, why: &str) -> EngineError {
    EngineError::system(format!(
        "driver failed programming external connectivity on endpoint {name} ({end}): {why}"
    ))
}

impl Engine {
    /// Binds a container's ports on the host: which addresses and numbers lead to which port.
    pub(crate) fn bind_ports(&self, id: &str) -> Result<BTreeMap<String, Vec<(String, u16)>>> {
        let (name, asked) = {
            let st = self.state();
            match st.containers.get(id) {
                Some(c) if !matches!(&*c.host.network_mode, "host" | "none") => {
                    (c.name.clone(), asked(c))
                }
                _ => return Ok(BTreeMap::new()),
            }
        };
        let mut taken = self.taken_by_others(id);
        let mut out = BTreeMap::new();
        for (port, bindings) in asked {
            let mut bound: Vec<(String, u16)> = Vec::new();
            for b in bindings {
                let number = choose(&b, &port, &taken, &bound).map_err(|why| {
                    not_programmed(&name, &ids::hex(&self.inner.kernel, 64), &why)
                })?;
                let Some(number) = number else { continue };
                for ip in addresses(&b) {
                    taken.add(protocol(&port), number, ip);
                    bound.push((ip.to_string(), number));
                }
            }
            out.insert(port, bound);
        }
        Ok(out)
    }

    fn taken_by_others(&self, id: &str) -> Taken {
        let mut taken = Taken::default();
        for c in self.state().containers.values().filter(|c| c.id != id && c.run.is_some()) {
            for (port, bound) in &c.ports {
                for (ip, number) in bound {
                    taken.add(protocol(port), *number, ip);
                }
            }
        }
        taken
    }
}

/// The bindings that a container asks for, by port; one of any number for each with `-P`.
fn asked(c: &Container) -> BTreeMap<String, Vec<PortBinding>> {
    let mut asked = c.host.port_bindings.clone();
    if c.host.publish_all_ports {
        for port in c.config.exposed_ports.keys() {
            asked.entry(port.clone()).or_insert_with(|| vec![Default::default()]);
        }
    }
    asked
}

/// The number for a binding of a port that already has those of `bound`; none where it adds nothing to them.
fn choose(
    b: &PortBinding,
    port: &str,
    taken: &Taken,
    bound: &[(String, u16)],
) -> std::result::Result<Option<u16>, String> {
    let kind = protocol(port);
    let (first, last) = b.host_port.split_once('-').unwrap_or((&b.host_port, &b.host_port));
    let range = b.host_port.contains('-');
    if range && first.parse() == Ok(0u16) {
        return Err(format!("invalid port range: {}", b.host_port));
    }
    let held = |n: u16| addresses(b).into_iter().find_map(|ip| taken.held(kind, n, ip));
    let Some(number) = first.parse::<u16>().ok().filter(|n| *n > 0) else {
        return Ok(Some(EPHEMERAL.clone().find(|n| held(*n).is_none()).unwrap_or(EPHEMERAL.start)));
    };
    if range {
        // Of several the first that is free.
        let free = (number..=last.parse().unwrap_or(number)).find(|n| held(*n).is_none());
        return free.map(Some).ok_or_else(|| "all ports are allocated".to_string());
    }
    let Some(holder) = held(number) else { return Ok(Some(number)) };
    let again = |ip: &&str| bound.iter().any(|(i, n)| i == ip && *n == number);
    match (addresses(b).iter().all(again), kind) {
        // Led to twice from the same place: only a listening socket is in the way.
        (true, "tcp") => Err("failed to listen on TCP socket: address already in use".to_string()),
        (true, _) => Ok(None),
        (false, _) => Err(format!("Bind for {holder}:{number} failed: port is already allocated")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binding(ip: &str, port: &str) -> PortBinding {
        PortBinding { host_ip: ip.to_string(), host_port: port.to_string() }
    }

    #[test]
    fn an_address_is_part_of_what_is_taken() {
        let mut taken = Taken::default();
        taken.add("udp", 53, "127.0.0.1");
        let ask = |ip: &str, port: &str| choose(&binding(ip, port), "53/udp", &taken, &[]);
        assert_eq!(ask("127.0.0.2", "53"), Ok(Some(53)));
        assert_eq!(ask("::1", "53"), Ok(Some(53)));
        // It is the address of who holds the port that is named.
        let why = "Bind for 127.0.0.1:53 failed: port is already allocated".to_string();
        for ip in ["127.0.0.1", "", "0.0.0.0"] {
            assert_eq!(ask(ip, "53"), Err(why.clone()));
        }
        assert_eq!(choose(&binding("", "53"), "53/tcp", &taken, &[]), Ok(Some(53)));
        assert_eq!(ask("", ""), Ok(Some(32768)));
        assert_eq!(ask("", "0-5"), Err("invalid port range: 0-5".to_string()));
        assert_eq!(ask("", "53-55"), Ok(Some(54)));
        assert_eq!(ask("", "53-53"), Err("all ports are allocated".to_string()));
    }
}
