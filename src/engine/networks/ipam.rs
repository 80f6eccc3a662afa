//! Addresses: pools for networks, addresses for containers, ports on the host.

use std::collections::{BTreeSet, HashSet};
use std::net::{Ipv4Addr, Ipv6Addr};

use crate::engine::api::network::IpamPool;
use crate::engine::records::Template;
use crate::engine::{Engine, EngineError, Result};

/// A subnet's first address and the length of its prefix.
fn parse_subnet(text: &str) -> Option<(u32, u32)> {
    let (ip, len) = text.split_once('/')?;
    let len: u32 = len.parse().ok().filter(|n| *n <= 32)?;
    let ip = u32::from(ip.parse::<Ipv4Addr>().ok()?);
    Some((ip & mask(len), len))
}

fn mask(len: u32) -> u32 {
    if len == 0 { 0 } else { u32::MAX << (32 - len) }
}

/// The first and last address of a subnet that can be given out: neither its own nor the one for all,
/// where it is large enough to have them.
fn hosts(base: u32, len: u32) -> (u32, u32) {
    let last = base | !mask(len);
    if len >= 31 { (base, last) } else { (base + 1, last - 1) }
}

/// Whether an address lies in a subnet.
pub(super) fn inside(address: &str, subnet: &str) -> bool {
    let Some((base, len)) = parse_subnet(subnet) else { return false };
    address.parse::<Ipv4Addr>().is_ok_and(|a| u32::from(a) & mask(len) == base)
}

/// Address and subnet of a bridge, from its address with the length of its prefix.
pub(super) fn bridge(bip: &str) -> Option<(String, String)> {
    let (base, len) = parse_subnet(bip)?;
    let gateway = bip.split('/').next()?.to_string();
    Some((gateway, format!("{}/{len}", text(base))))
}

/// The subnets with prefixes of that length in a pool.
fn subnets(base: &str, size: u32) -> impl Iterator<Item = (u32, u32)> {
    let (ip, len) = parse_subnet(base).filter(|(_, l)| *l <= size && size <= 32).unwrap_or((0, 33));
    let count = if len > size { 0 } else { 1u64 << (size - len) };
    let step = move |n: u64| u32::try_from(n << (32 - size)).unwrap_or(0);
    (0..count).map(move |n| (ip.wrapping_add(step(n)), size))
}

fn text(ip: u32) -> String {
    Ipv4Addr::from(ip).to_string()
}

/// Gives a pool's own addresses out: that of the gateway, then those that are kept for others.
fn give_out(pool: &IpamPool) -> Result<()> {
    let Some((base, len)) = parse_subnet(&pool.subnet) else { return Ok(()) };
    let (first, last) = hosts(base, len);
    let mut taken = BTreeSet::new();
    let mut free = |address: &str| {
        let number = address.parse::<Ipv4Addr>().map(u32::from);
        number.is_ok_and(|n| (first..=last).contains(&n) && taken.insert(n))
    };
    let wanted = std::iter::once(("gateway (", pool.gateway.clone())).chain(
        pool.aux_addresses.iter().map(|(k, v)| ("secondary ip address (", format!("{k}:{v}"))),
    );
    for (what, shown) in wanted {
        if !free(shown.rsplit(':').next().unwrap_or_default()) {
            return Err(EngineError::forbidden(format!(
                "failed to allocate {what}{shown}): Address already in use"
            )));
        }
    }
    Ok(())
}

impl Engine {
    /// A pool for a new network: the one asked for, or the next of Docker's own that is free.
    pub(super) fn choose_pool(&self, asked: Option<&IpamPool>) -> Result<IpamPool> {
        let used: Vec<(u32, u32)> = {
            let st = self.state();
            let real = st.networks.values().filter(|n| n.template != Template::Only);
            let pools = real.flat_map(|n| &n.ipam.config);
            pools.filter_map(|p| parse_subnet(&p.subnet)).collect()
        };
        let overlaps = |(ip, len): (u32, u32)| {
            used.iter().any(|(u, l)| {
                let m = mask(len.min(*l));
                ip & m == u & m
            })
        };
        let mut pool = asked.cloned().unwrap_or_default();
        if pool.subnet.is_empty() {
            let pools = self.state().settings.pools.clone();
            let own = (18..32).map(|n| (u32::from(Ipv4Addr::new(172, n, 0, 0)), 16));
            let more = (0..16).map(|n| (u32::from(Ipv4Addr::new(192, 168, n * 16, 0)), 20));
            let given = pools.iter().flat_map(|(base, size)| subnets(base, *size));
            let usual = own.chain(more).filter(|_| pools.is_empty());
            let Some((ip, len)) = given.chain(usual).find(|p| !overlaps(*p)) else {
                return Err(EngineError::invalid(
                    "all predefined address pools have been fully subnetted",
                ));
            };
            pool.subnet = format!("{}/{len}", text(ip));
        } else {
            if pool.subnet.split_once('/').is_some_and(|(ip, _)| ip.parse::<Ipv6Addr>().is_ok()) {
                return Err(EngineError::gap(
                    "IPv6 subnets",
                    "containers have IPv4 addresses only",
                ));
            }
            let Some(p) = parse_subnet(&pool.subnet) else {
                return Err(EngineError::invalid(format!(
                    "invalid network config:\ninvalid subnet {}: invalid CIDR block notation",
                    pool.subnet
                )));
            };
            let whole = format!("{}/{}", text(p.0), p.1);
            if whole != pool.subnet {
                return Err(EngineError::invalid(format!(
                    "invalid network config:\ninvalid subnet {}: it should be {whole}",
                    pool.subnet
                )));
            }
            if overlaps(p) {
                return Err(EngineError::forbidden(
                    "invalid pool request: Pool overlaps with other one on this address space",
                ));
            }
        }
        if let Some((ip, len)) = parse_subnet(&pool.ip_range) {
            let whole = format!("{}/{len}", text(ip));
            if whole != pool.ip_range {
                return Err(EngineError::invalid(format!(
                    "invalid network config:\ninvalid ip-range {}: it should be {whole}",
                    pool.ip_range
                )));
            }
        }
        if pool.gateway.is_empty()
            && let Some((ip, len)) = parse_subnet(&pool.subnet)
        {
            // The first address of the range that addresses are given from.
            let (first, _) = parse_subnet(&pool.ip_range).unwrap_or((ip, 0));
            pool.gateway = text(first.max(hosts(ip, len).0));
        }
        give_out(&pool)?;
        Ok(pool)
    }

    /// A free address of a network.
    pub(crate) fn free_address(
        &self,
        network: &str,
        subnet: &str,
        gateway: &str,
        asked: &str,
        container: &str,
    ) -> Result<String> {
        let Some((base, len)) = parse_subnet(subnet) else { return Ok(String::new()) };
        let st = self.state();
        let Some(n) = st.networks.get(network) else { return Ok(String::new()) };
        let pool = n.ipam.config.first();
        let number = |text: &str| text.parse::<Ipv4Addr>().ok().map(u32::from);
        let used: HashSet<u32> = st
            .containers
            .values()
            .filter(|c| c.id != container && c.run.is_some())
            .flat_map(|c| c.networks.values())
            .filter(|e| e.network_id == network)
            .map(|e| e.ip_address.as_str())
            .chain(pool.iter().flat_map(|p| p.aux_addresses.values()).map(String::as_str))
            .chain([gateway])
            .filter_map(number)
            .collect();
        if !asked.is_empty() {
            if number(asked).is_some_and(|ip| used.contains(&ip)) {
                return Err(EngineError::forbidden("Address already in use"));
            }
            return Ok(asked.to_string());
        }
        let whole = hosts(base, len);
        let range = pool
            .and_then(|p| parse_subnet(&p.ip_range))
            .map(|(first, len)| (first.max(whole.0), (first | !mask(len)).min(whole.1)));
        let (first, last) = range.unwrap_or(whole);
        let found = (first..=last).find(|ip| !used.contains(ip));
        found.map(text).ok_or_else(|| {
            EngineError::system(format!(
                "no available IPv4 addresses on this network's address pools: {} ({network})",
                n.name
            ))
        })
    }
}
