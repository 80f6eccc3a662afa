//! The addresses of a network that is to be made: which range, gateway and reserved address belongs
//! to which subnet.

use crate::engine::api::network::{Ipam, IpamPool};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// What was asked for.
pub struct Asked<'a> {
    /// `--ipam-driver`
    pub driver: &'a str,
    /// `--ipam-opt`
    pub options: BTreeMap<String, String>,
    /// `--subnet`
    pub subnets: &'a [String],
    /// `--ip-range`
    pub ranges: &'a [String],
    /// `--gateway`
    pub gateways: &'a [String],
    /// `--aux-address`
    pub aux: BTreeMap<String, String>,
}

fn cidr(text: &str) -> Result<(IpAddr, u32), String> {
    let bad = || format!("invalid CIDR address: {text}");
    let (ip, bits) = text.split_once('/').ok_or_else(bad)?;
    let ip: IpAddr = ip.parse().map_err(|_| bad())?;
    let bits: u32 = bits.parse().map_err(|_| bad())?;
    let most = if ip.is_ipv4() { 32 } else { 128 };
    if bits <= most { Ok((ip, bits)) } else { Err(bad()) }
}

fn number(ip: IpAddr) -> (u128, u32) {
    match ip {
        IpAddr::V4(ip) => (u128::from(u32::from(ip)), 32),
        IpAddr::V6(ip) => (u128::from(ip), 128),
    }
}

/// Whether an address, or the address of a range, lies in a subnet.
fn within(subnet: &str, data: &str) -> Result<bool, String> {
    let (base, bits) = cidr(subnet).map_err(|e| format!("invalid subnet: {e}"))?;
    let ip = match data.contains('/') {
        true => cidr(data)?.0,
        false => match data.parse::<IpAddr>() {
            Ok(ip) => ip,
            Err(_) => return Ok(false),
        },
    };
    let ((a, width), (b, other)) = (number(base), number(ip));
    let shift = width - bits;
    Ok(width == other && (bits == 0 || a >> shift == b >> shift))
}

/// Sorts everything to its subnet.
pub fn build(asked: Asked<'_>) -> Result<Ipam, String> {
    if asked.subnets.len() < asked.ranges.len() || asked.subnets.len() < asked.gateways.len() {
        return Err("every ip-range or gateway must have a corresponding subnet".to_string());
    }
    let mut pools: Vec<IpamPool> = Vec::new();
    for subnet in asked.subnets {
        for pool in &pools {
            if within(subnet, &pool.subnet)? || within(&pool.subnet, subnet)? {
                return Err(
                    "multiple overlapping subnet configuration is not supported".to_string()
                );
            }
        }
        pools.push(IpamPool { subnet: subnet.clone(), ..IpamPool::default() });
    }
    for range in asked.ranges {
        cidr(range)?;
        let pool = matching(&mut pools, range, "range")?;
        if !pool.ip_range.is_empty() {
            return Err(format!(
                "cannot configure multiple ranges ({range}, {}) on the same subnet ({})",
                pool.ip_range, pool.subnet
            ));
        }
        pool.ip_range = range.clone();
    }
    for gateway in asked.gateways {
        let pool = matching(&mut pools, gateway, "gateway")?;
        if !pool.gateway.is_empty() {
            return Err(format!(
                "cannot configure multiple gateways ({gateway}, {}) for the same subnet ({})",
                pool.gateway, pool.subnet
            ));
        }
        pool.gateway = gateway.clone();
    }
    for (name, address) in asked.aux {
        let pool = matching(&mut pools, &address, "aux-address")?;
        pool.aux_addresses.insert(name, address);
    }
    Ok(Ipam { driver: asked.driver.to_string(), options: Some(asked.options), config: pools })
}

fn matching<'a>(
    pools: &'a mut [IpamPool],
    what: &str,
    kind: &str,
) -> Result<&'a mut IpamPool, String> {
    for (i, pool) in pools.iter().enumerate() {
        if within(&pool.subnet, what)? {
            return Ok(&mut pools[i]);
        }
    }
    Err(format!("no matching subnet for {kind} {what}"))
}

#[cfg(test)]
mod tests {
    use super::{Asked, build};
    use std::collections::BTreeMap;

    fn asked<'a>(subnets: &'a [String], gateways: &'a [String]) -> Asked<'a> {
        Asked {
            driver: "default",
            options: BTreeMap::new(),
            subnets,
            ranges: &[],
            gateways,
            aux: BTreeMap::new(),
        }
    }

    #[test]
    fn subnets() {
        let one = ["10.1.0.0/16".to_string()];
        let gw = ["10.1.0.1".to_string()];
        assert_eq!(build(asked(&one, &gw)).unwrap().config[0].gateway, "10.1.0.1");
        let other = ["10.2.0.1".to_string()];
        assert_eq!(
            build(asked(&one, &other)).unwrap_err(),
            "no matching subnet for gateway 10.2.0.1"
        );
        assert_eq!(
            build(asked(&[], &gw)).unwrap_err(),
            "every ip-range or gateway must have a corresponding subnet"
        );
        let overlapping = ["10.1.0.0/16".to_string(), "10.1.2.0/24".to_string()];
        assert!(build(asked(&overlapping, &[])).is_err());
    }
}
