//! The networks a new container is to be in, from `--network` and its older companions.

use crate::docker::flags::Matches;
use crate::docker::opts::network::{self, NetworkSpec, user_defined};
use crate::engine::api::network::{EndpointIpam, EndpointSettings};
use crate::golang::quote::quote;
use std::collections::BTreeMap;

/// Settings by network; none where the plain name says all.
pub fn build(m: &Matches) -> Result<BTreeMap<String, EndpointSettings>, String> {
    let mut specs = Vec::new();
    for value in m.list("network").iter().chain(m.list("net")) {
        specs.push(network::parse(value)?);
    }
    let mut all = BTreeMap::new();
    if specs.is_empty() {
        let mut spec = NetworkSpec { target: "default".to_string(), ..NetworkSpec::default() };
        apply(&mut spec, m)?;
        let settings = endpoint(&spec)?;
        if settings != EndpointSettings::default() {
            // The default network is the bridge.
            all.insert("bridge".to_string(), settings);
        }
        return Ok(all);
    }
    let (mut own, mut modes) = (false, false);
    let only = specs.len() == 1;
    for (i, mut spec) in specs.into_iter().enumerate() {
        if user_defined(&spec.target) {
            own = true;
        } else {
            modes = true;
        }
        if i == 0 {
            apply(&mut spec, m)?;
        }
        if !spec.mac.is_empty() && !super::config::valid_mac(&spec.mac) {
            return Err(format!("{} is not a valid mac address", spec.mac));
        }
        let settings = endpoint(&spec)?;
        if all.contains_key(&spec.target) {
            return Err(format!("network {} is specified multiple times", quote(&spec.target)));
        }
        if only && settings == EndpointSettings::default() {
            continue;
        }
        all.insert(spec.target, settings);
    }
    if own && modes {
        return Err("conflicting options: cannot attach both user-defined and non-user-defined network-modes".to_string());
    }
    Ok(all)
}

/// The older flags mean the first network.
fn apply(spec: &mut NetworkSpec, m: &Matches) -> Result<(), String> {
    let aliases = [m.list("network-alias"), m.list("net-alias")].concat();
    let links = m.list("link");
    let both = |what: &str, own: &str| {
        Err(format!("conflicting options: cannot specify both --{what} and per-network {own}"))
    };
    if !spec.aliases.is_empty() && !aliases.is_empty() {
        return both("network-alias", "alias");
    }
    if !spec.ipv4.is_empty() && !m.text("ip").is_empty() {
        return both("ip", "IPv4 address");
    }
    if !spec.ipv6.is_empty() && !m.text("ip6").is_empty() {
        return both("ip6", "IPv6 address");
    }
    if !spec.mac.is_empty() && !m.text("mac-address").is_empty() {
        return both("mac-address", "MAC address");
    }
    let local = m.list("link-local-ip");
    if !spec.link_local.is_empty() && !local.is_empty() {
        return both("link-local-ip", "link-local IP addresses");
    }
    if !local.is_empty() {
        spec.link_local = local.to_vec();
    }
    if !aliases.is_empty() {
        spec.aliases = aliases;
    }
    if user_defined(&spec.target) && !links.is_empty() {
        spec.links = links.to_vec();
    }
    let older = [(&mut spec.ipv4, "ip"), (&mut spec.ipv6, "ip6"), (&mut spec.mac, "mac-address")];
    for (slot, flag) in older {
        if !m.text(flag).is_empty() {
            *slot = m.text(flag).to_string();
        }
    }
    Ok(())
}

fn endpoint(spec: &NetworkSpec) -> Result<EndpointSettings, String> {
    if spec.target.trim().is_empty() {
        return Err("no name set for network".to_string());
    }
    if !user_defined(&spec.target) {
        if !spec.aliases.is_empty() {
            return Err(
                "network-scoped aliases are only supported for user-defined networks".to_string()
            );
        }
        if !spec.links.is_empty() {
            return Err("links are only supported for user-defined networks".to_string());
        }
    }
    let fixed = !spec.ipv4.is_empty() || !spec.ipv6.is_empty() || !spec.link_local.is_empty();
    Ok(EndpointSettings {
        ipam_config: fixed.then(|| EndpointIpam {
            ipv4_address: spec.ipv4.clone(),
            ipv6_address: spec.ipv6.clone(),
            link_local_ips: spec.link_local.clone(),
        }),
        links: Some(spec.links.clone()).filter(|l| !l.is_empty()),
        aliases: Some(spec.aliases.clone()).filter(|a| !a.is_empty()),
        mac_address: spec.mac.clone(),
        driver_opts: Some(spec.driver_opts.clone()).filter(|o| !o.is_empty()),
        gw_priority: spec.gw_priority,
        ..EndpointSettings::default()
    })
}
