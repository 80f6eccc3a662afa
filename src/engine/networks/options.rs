//! A bridge's options as its driver reads them: which are numbers, switches or addresses, and what it says
//! of values that are none.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::engine::{EngineError, Result};
use crate::golang::strconv;

use super::{BRIDGE_NAME, MTU};

/// Options that are on or off, behind `com.docker.network.bridge.`.
const SWITCHES: &[&str] = &["default_bridge", "enable_icc", "enable_ip_masquerade", "inhibit_ipv4"];
/// The host's network cards.
const CARDS: &[&str] = &["eth0"];
const PREFIX: &str = "com.docker.network.bridge.";
/// How long an interface's name may be.
const LONGEST_NAME: usize = 15;
/// How small and large packets may be on an Ethernet interface.
const MTUS: std::ops::RangeInclusive<i64> = 68..=65535;

/// Refuses values that the bridge driver or the kernel can not use.
pub(super) fn check(options: &BTreeMap<String, String>, internal: bool) -> Result<()> {
    for (name, value) in options {
        let bad = |why: String| {
            Err(EngineError::invalid(format!("failed to parse {name} value: {value} ({why})")))
        };
        if name == MTU {
            match strconv::atoi(value) {
                Err(e) => return bad(e),
                Ok(n) if n < 0 => {
                    return Err(EngineError::invalid(format!("invalid MTU number: {n}")));
                }
                Ok(n) if n > 0 && !MTUS.contains(&n) => {
                    return Err(EngineError::system("invalid argument"));
                }
                Ok(_) => {}
            }
        }
        if name == BRIDGE_NAME {
            if value.len() > LONGEST_NAME {
                return Err(EngineError::system("numerical result out of range"));
            }
            if value.contains('/') {
                return Err(EngineError::system("invalid argument"));
            }
        }
        match name.strip_prefix(PREFIX) {
            Some(switch) if SWITCHES.contains(&switch) => {
                if let Err(e) = strconv::parse_bool(value) {
                    return bad(e);
                }
            }
            Some("host_binding_ipv4") if value.parse::<IpAddr>().is_err() => {
                return bad("nil ip".to_string());
            }
            Some("gateway_mode_ipv4" | "gateway_mode_ipv6")
                if !matches!(
                    value.as_str(),
                    "" | "nat" | "nat-unprotected" | "routed" | "isolated"
                ) =>
            {
                return bad(format!("unknown gateway mode {value}"));
            }
            Some("gateway_mode_ipv4" | "gateway_mode_ipv6") if value == "isolated" && !internal => {
                return Err(EngineError::invalid(
                    "gateway mode 'isolated' can only be used for an internal network",
                ));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether a network's bridge is to have no address of one family, so that nothing of the host reaches it.
pub fn isolated(options: &BTreeMap<String, String>, six: bool) -> bool {
    let name = format!("{PREFIX}gateway_mode_ipv{}", if six { 6 } else { 4 });
    options.get(&name).is_some_and(|mode| mode == "isolated")
}

/// Refuses options of a network that shares a network card of the host: which one, and how.
pub fn shared(driver: &str, options: &BTreeMap<String, String>) -> Result<()> {
    let (modes, usual): (&[&str], _) = match driver {
        "macvlan" => (&["", "bridge", "private", "passthru", "vepa"], "bridge"),
        _ => (&["", "l2", "l3", "l3s"], "l2"),
    };
    let mode = options.get(&format!("{driver}_mode")).map_or("", String::as_str);
    if !modes.contains(&mode) {
        return Err(EngineError::invalid(format!(
            "requested {driver} mode '{mode}' is not valid, '{usual}' mode is the {driver} driver default"
        )));
    }
    let parent = options.get("parent").map_or("", String::as_str);
    let missing = match parent.rsplit_once('.') {
        _ if CARDS.contains(&parent) || parent.is_empty() => return Ok(()),
        _ if parent == "lo" => {
            format!("loopback interface is not a valid {driver} parent link")
        }
        None => format!("invalid subinterface vlan name {parent}, example formatting is eth0.10"),
        Some((_, tag)) if !tag.parse().is_ok_and(|n: u16| (1..4095).contains(&n)) => {
            format!("unable to parse a valid vlan id from: {tag} (ex. eth0.10 for vlan 10)")
        }
        Some((card, _)) if CARDS.contains(&card) => return Ok(()),
        Some((card, _)) => {
            format!("-o parent interface was not found on the host: {card}")
        }
    };
    Err(EngineError::system(missing))
}
