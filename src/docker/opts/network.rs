//! `--network`: a name, or `name=...` with options for that network.

use crate::golang::{csv, strconv};
use std::collections::BTreeMap;

/// One `--network`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkSpec {
    /// Name, id or mode.
    pub target: String,
    /// More names for the container in that network.
    pub aliases: Vec<String>,
    /// A fixed address.
    pub ipv4: String,
    /// A fixed address.
    pub ipv6: String,
    /// A fixed hardware address.
    pub mac: String,
    /// Links to other containers.
    pub links: Vec<String>,
    /// Link-local addresses.
    pub link_local: Vec<String>,
    /// Options for the network's driver.
    pub driver_opts: BTreeMap<String, String>,
    /// Which network has the default gateway.
    pub gw_priority: i64,
}

/// Whether a value uses the long form: somewhere a word, `=`, a word.
fn long(value: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    value
        .match_indices('=')
        .any(|(at, _)| value[..at].ends_with(word) && value[at + 1..].starts_with(word))
}

/// Reads a `--network` value.
pub fn parse(value: &str) -> Result<NetworkSpec, String> {
    let mut n = NetworkSpec::default();
    if !long(value) {
        n.target = value.to_string();
        return Ok(n);
    }
    for field in csv::record(value)? {
        let lower = field.to_lowercase();
        let Some((key, val)) = lower.split_once('=').filter(|(k, _)| !k.is_empty()) else {
            return Err(format!("invalid field {field}"));
        };
        let val = val.trim().to_string();
        match key.trim() {
            "name" => n.target = val,
            "alias" => n.aliases.push(val),
            "ip" => n.ipv4 = val,
            "ip6" => n.ipv6 = val,
            "mac-address" => n.mac = val,
            "link-local-ip" => n.link_local.push(val),
            "driver-opt" => match val.split_once('=') {
                Some((k, v)) if !k.is_empty() => {
                    n.driver_opts.insert(k.trim().to_string(), v.trim().to_string());
                }
                _ => return Err("invalid key value pair format in driver options".to_string()),
            },
            "gw-priority" => {
                n.gw_priority = strconv::parse_int(&val, 10)
                    .map_err(|e| format!("invalid gw-priority ({val}): {e}"))?;
            }
            other => return Err(format!("invalid field key {other}")),
        }
    }
    if n.target.is_empty() {
        return Err("network name/id is not specified".to_string());
    }
    Ok(n)
}

/// Whether the name is a network that someone made, rather than a mode.
pub fn user_defined(name: &str) -> bool {
    !(matches!(name, "default" | "bridge" | "host" | "none") || name.starts_with("container:"))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn forms() {
        assert_eq!(parse("host").unwrap().target, "host");
        let n = parse("name=front,alias=web,ip=10.0.0.5").unwrap();
        assert_eq!(
            (n.target.as_str(), n.aliases[0].as_str(), n.ipv4.as_str()),
            ("front", "web", "10.0.0.5")
        );
        assert_eq!(parse("alias=x").unwrap_err(), "network name/id is not specified");
        assert_eq!(parse("name=x,foo=y").unwrap_err(), "invalid field key foo");
    }
}
