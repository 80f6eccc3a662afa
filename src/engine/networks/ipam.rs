//! Addresses: pools for networks, addresses for containers, ports on the host.

use std::collections::{BTreeSet, HashSet};

use crate::engine::api::network::IpamPool;
use crate::engine::images::tree::digest;
use crate::engine::records::Template;
use crate::engine::{Engine, EngineError, Result};

use super::subnet::{Subnet, address, is_six, number};

/// Whether an address lies in a subnet.
pub(super) fn inside(address: &str, subnet: &str) -> bool {
    Subnet::parse(subnet).is_some_and(|s| s.holds(address))
}

/// Address and subnet of a bridge, from its address with the length of its prefix.
pub(super) fn bridge(bip: &str) -> Option<(String, String)> {
    let subnet = Subnet::parse(bip)?;
    Some((bip.split('/').next()?.to_string(), subnet.text()))
}

/// Reads a range; one that does not begin at its first address is refused.
fn range(what: &str, text: &str) -> Result<Subnet> {
    let wrong = |why: String| {
        EngineError::invalid(format!("invalid network config:\ninvalid {what} {text}: {why}"))
    };
    let found =
        Subnet::parse(text).ok_or_else(|| wrong("invalid CIDR block notation".to_string()))?;
    let whole = found.text();
    if whole != text {
        return Err(wrong(format!("it should be {whole}")));
    }
    Ok(found)
}

/// Gives a pool's own addresses out: that of the gateway, then those that are kept for others.
fn give_out(subnet: Subnet, pool: &IpamPool) -> Result<()> {
    let (first, last) = subnet.hosts();
    let mut taken = BTreeSet::new();
    let mut free = |address: &str| {
        number(address).is_some_and(|(n, _)| (first..=last).contains(&n) && taken.insert(n))
    };
    let gateway = ("gateway (", pool.gateway.clone(), &pool.gateway);
    let others = pool.aux_addresses.iter();
    let others = others.map(|(k, v)| ("secondary ip address (", format!("{k}:{v}"), v));
    let given = std::iter::once(gateway).filter(|(_, _, address)| !address.is_empty());
    for (what, shown, address) in given.chain(others) {
        if !free(address) {
            return Err(EngineError::forbidden(format!(
                "failed to allocate {what}{shown}): Address already in use"
            )));
        }
    }
    Ok(())
}

impl Engine {
    /// Pools for a new network: those asked for, and for each family that it is to have and that none was asked of
    /// the next of Docker's own that is free.
    pub(super) fn choose_pools(
        &self,
        asked: &[IpamPool],
        families: [bool; 2],
        isolated: [bool; 2],
    ) -> Result<Vec<IpamPool>> {
        let mut out = Vec::new();
        for pool in asked {
            let six = is_six(&pool.subnet);
            out.push(self.choose_pool(pool.clone(), six, isolated[usize::from(six)])?);
        }
        for (wanted, six) in families.into_iter().zip([false, true]) {
            if wanted && !asked.iter().any(|p| is_six(&p.subnet) == six) {
                let isolated = isolated[usize::from(six)];
                out.push(self.choose_pool(IpamPool::default(), six, isolated)?);
            }
        }
        Ok(out)
    }

    /// A pool made of what was asked for. An isolated one has a gateway only where one was named.
    fn choose_pool(&self, mut pool: IpamPool, six: bool, isolated: bool) -> Result<IpamPool> {
        let used: Vec<Subnet> = {
            let st = self.state();
            let real = st.networks.values().filter(|n| n.template != Template::Only);
            let pools = real.flat_map(|n| &n.ipam.config);
            pools.filter_map(|p| Subnet::parse(&p.subnet)).collect()
        };
        let overlaps = |s: &Subnet| used.iter().any(|u| u.overlaps(*s));
        let subnet = if pool.subnet.is_empty() {
            let free = self.own_pools(six).find(|s| !overlaps(s));
            free.ok_or_else(|| {
                EngineError::invalid("all predefined address pools have been fully subnetted")
            })?
        } else {
            let asked = range("subnet", &pool.subnet)?;
            if overlaps(&asked) {
                return Err(EngineError::forbidden(
                    "invalid pool request: Pool overlaps with other one on this address space",
                ));
            }
            asked
        };
        pool.subnet = subnet.text();
        let part =
            if pool.ip_range.is_empty() { None } else { Some(range("ip-range", &pool.ip_range)?) };
        if let Some(part) = part.filter(|p| p.len < subnet.len) {
            return Err(EngineError::invalid(format!(
                "invalid network config:\ninvalid ip-range {}: CIDR block is bigger than its parent subnet {}",
                part.text(),
                subnet.text()
            )));
        }
        if pool.gateway.is_empty() && !isolated {
            // The first address of the range that addresses are given from.
            let first = part.map_or(0, |p| p.base).max(subnet.hosts().0);
            pool.gateway = address(first, subnet.six);
        }
        give_out(subnet, &pool)?;
        Ok(pool)
    }

    /// The subnets that the daemon takes for networks by itself: those of its settings, or Docker's. For IPv6 there
    /// are always those of a prefix that is the daemon's own (RFC 4193).
    fn own_pools(&self, six: bool) -> impl Iterator<Item = Subnet> {
        let (given, id) = {
            let st = self.state();
            (st.settings.pools.clone(), st.engine_id.clone())
        };
        let given: Vec<(String, u32)> =
            given.into_iter().filter(|(p, _)| is_six(p) == six).collect();
        let usual: Vec<(String, u32)> = match six {
            true => {
                let own = &digest(id.as_bytes())["sha256:".len()..];
                vec![(format!("fd{}:{}:{}::/48", &own[..2], &own[2..6], &own[6..10]), 64)]
            }
            false if !given.is_empty() => Vec::new(),
            false => {
                let own = (18..32).map(|n| (format!("172.{n}.0.0/16"), 16));
                own.chain([("192.168.0.0/16".to_string(), 20)]).collect()
            }
        };
        let all = given.into_iter().chain(usual);
        all.filter_map(|(pool, size)| Some((Subnet::parse(&pool)?, size)))
            .flat_map(|(s, n)| s.parts(n))
    }

    /// A free address of a network's pool.
    pub(crate) fn free_address(
        &self,
        network: &str,
        pool: &IpamPool,
        asked: &str,
        container: &str,
    ) -> Result<String> {
        let Some(subnet) = Subnet::parse(&pool.subnet) else { return Ok(String::new()) };
        let st = self.state();
        let Some(n) = st.networks.get(network) else { return Ok(String::new()) };
        let used: HashSet<u128> = st
            .containers
            .values()
            .filter(|c| c.id != container && c.run.is_some())
            .flat_map(|c| c.networks.values())
            .filter(|e| e.network_id == network)
            .map(|e| if subnet.six { &e.global_ipv6_address } else { &e.ip_address })
            .chain(pool.aux_addresses.values())
            .chain([&pool.gateway])
            .filter_map(|a| Some(number(a)?.0))
            .collect();
        let whole = subnet.hosts();
        if !asked.is_empty() {
            let given = |ip| used.contains(&ip) || !(whole.0..=whole.1).contains(&ip);
            if number(asked).is_some_and(|(ip, _)| given(ip)) {
                return Err(EngineError::forbidden("Address already in use"));
            }
            return Ok(asked.to_string());
        }
        let part = Subnet::parse(&pool.ip_range);
        let (first, last) = part.map_or(whole, |p| (p.base.max(whole.0), p.last().min(whole.1)));
        let found = (first..=last).find(|ip| !used.contains(ip));
        found.map(|ip| address(ip, subnet.six)).ok_or_else(|| {
            let family = if subnet.six { "IPv6" } else { "IPv4" };
            EngineError::system(format!(
                "no available {family} addresses on this network's address pools: {} ({network})",
                n.name
            ))
        })
    }
}
