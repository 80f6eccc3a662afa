//! What the daemon refuses in a container's wishes for one network: addresses that the network can not
//! give, names that it does not know (moby `validateEndpointSettings`).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::engine::api::network::{EndpointSettings, IpamPool};
use crate::engine::{Engine, EngineError, Result};

use super::PREDEFINED;
use super::ipam::inside;

impl Engine {
    /// Refuses what does not go with the network of that name. One that is not there yet is only known
    /// by its name.
    pub(crate) fn check_endpoint(&self, name: &str, settings: &EndpointSettings) -> Result<()> {
        let wish = settings.ipam_config.clone().unwrap_or_default();
        let (v4, v6) = (wish.ipv4_address.as_str(), wish.ipv6_address.as_str());
        let mut wrong = Vec::new();
        let own =
            !PREDEFINED.contains(&name) && name != "default" && !name.starts_with("container:");
        if !own {
            if !v4.is_empty() || !v6.is_empty() {
                wrong.push(
                    "user specified IP address is supported on user defined networks only".into(),
                );
            }
            if settings.aliases.as_ref().is_some_and(|a| !a.is_empty()) {
                wrong.push(
                    "network-scoped alias is supported only for containers in user defined networks"
                        .into(),
                );
            }
        }
        let pools: Option<Vec<IpamPool>> = {
            let st = self.state();
            let found = st.networks.values().find(|n| n.name == name || n.id == name);
            found.map(|n| n.asked.iter().filter(|p| !p.subnet.is_empty()).cloned().collect())
        };
        if let Some(pools) = pools {
            if !v4.is_empty() && v4.parse::<Ipv4Addr>().is_err() {
                wrong.push(format!("invalid IPv4 address: {v4}"));
            }
            if !v6.is_empty() && v6.parse::<Ipv6Addr>().is_err() {
                wrong.push(format!("invalid IPv6 address: {v6}"));
            }
            for local in &wish.link_local_ips {
                let fits = |ip: IpAddr| !ip.is_unspecified() && !ip.is_multicast();
                if !local.parse::<IpAddr>().is_ok_and(fits) {
                    wrong.push(format!("invalid link-local IP address: {local}"));
                }
            }
            for (address, six) in [(v4, false), (v6, true)] {
                if address.is_empty() {
                    continue;
                }
                let family = || pools.iter().filter(|p| p.subnet.contains(':') == six);
                if family().next().is_none() {
                    wrong.push("user specified IP address is supported only when connecting to networks with user configured subnets".into());
                } else if !family().any(|p| inside(address, &p.subnet)) {
                    wrong.push(format!(
                        "no configured subnet or ip-range contain the IP address {address}"
                    ));
                }
            }
        }
        // Several complaints are listed as Go's joined errors are.
        let list = match &wrong[..] {
            [] => return Ok(()),
            [one] => one.clone(),
            all => all.iter().map(|w| format!("* {w}")).collect::<Vec<String>>().join("\n"),
        };
        Err(EngineError::invalid(format!("invalid endpoint settings:\n{list}")))
    }
}
