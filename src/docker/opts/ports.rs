//! `-p` and `--expose`: port specs and ranges, in the wording of the client's port library.

use crate::golang::strconv;
use std::collections::BTreeMap;

/// A place on the host that leads to a container's port.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Binding {
    /// Address on the host; empty for all.
    pub host_ip: String,
    /// Port or range on the host; empty for any free one.
    pub host_port: String,
}

/// Container ports as `80/tcp` with their bindings.
pub type Bindings = BTreeMap<String, Vec<Binding>>;

/// Reads all `-p` values; the long form `published=80,target=80` is turned into the short one first.
pub fn parse_all(specs: &[String]) -> Result<Bindings, String> {
    let mut all = Bindings::new();
    let specs: Vec<String> = specs.iter().map(|s| standard(s)).collect::<Result<_, _>>()?;
    for spec in &specs {
        for (port, binding) in parse(spec)? {
            all.entry(port).or_default().push(binding);
        }
    }
    Ok(all)
}

fn standard(spec: &str) -> Result<String, String> {
    if !spec.contains('=') {
        return Ok(spec.to_string());
    }
    let mut params = BTreeMap::from([("protocol".to_string(), "tcp".to_string())]);
    for param in spec.split(',') {
        match param.split_once('=') {
            Some((k, v)) if !k.is_empty() => params.insert(k.to_string(), v.to_string()),
            _ => {
                return Err(format!(
                    "invalid publish opts format (should be name=value but got '{param}')"
                ));
            }
        };
    }
    let get = |k: &str| params.get(k).cloned().unwrap_or_default();
    Ok(format!("{}:{}/{}", get("published"), get("target"), get("protocol")))
}

/// Reads one `[[IP:]HOST:]CONTAINER[/PROTO]`.
pub fn parse(spec: &str) -> Result<Vec<(String, Binding)>, String> {
    let parts: Vec<&str> = spec.split(':').collect();
    let (ip, host, container) = match parts[..] {
        [c] => (String::new(), "", c),
        [h, c] => (String::new(), h, c),
        [ref ip @ .., h, c] => (ip.join(":"), h, c),
        [] => (String::new(), "", ""),
    };
    let (proto, container) = split_proto(container);
    let ip = match ip.strip_prefix('[') {
        Some(inner) => match inner.strip_suffix(']') {
            Some(bare) => bare.to_string(),
            None => {
                return Err(format!(
                    "Invalid ip address {ip}: address {ip}:: missing ']' in address"
                ));
            }
        },
        // More than one colon needs brackets, as a host with a port does.
        None if ip.contains(':') => {
            return Err(format!(
                "Invalid ip address {ip}: address {ip}:: too many colons in address"
            ));
        }
        None => ip,
    };
    if !ip.is_empty() && ip.parse::<std::net::IpAddr>().is_err() {
        return Err(format!("Invalid ip address: {ip}"));
    }
    if container.is_empty() {
        return Err(format!("No port specified: {spec}<empty>"));
    }
    let (start, end) =
        range(container).map_err(|_| format!("Invalid containerPort: {container}"))?;
    let (host_start, host_end) = match host {
        "" => (0, 0),
        _ => range(host).map_err(|_| format!("Invalid hostPort: {host}"))?,
    };
    if !host.is_empty() && end - start != host_end - host_start && end != start {
        return Err(format!(
            "Invalid ranges specified for container and host Ports: {container} and {host}"
        ));
    }
    let asked = proto;
    let proto = asked.to_lowercase();
    if !matches!(proto.as_str(), "tcp" | "udp" | "sctp") {
        return Err(format!("Invalid proto: {asked}"));
    }
    let one = |i: u64| {
        let host_port = match host {
            "" => String::new(),
            // One container port and a range on the host: any free port of the range.
            _ if start == end && host_start != host_end => format!("{host_start}-{host_end}"),
            _ => (host_start + i).to_string(),
        };
        (format!("{}/{proto}", start + i), Binding { host_ip: ip.clone(), host_port })
    };
    Ok((0..=end - start).map(one).collect())
}

/// Protocol and port of `80/udp`; the protocol is tcp when none is given.
pub fn split_proto(text: &str) -> (&str, &str) {
    match text.split_once('/') {
        _ if text.is_empty() || text.starts_with('/') => ("", ""),
        None => ("tcp", text),
        Some((port, rest)) => match rest.split('/').next() {
            None | Some("") => ("tcp", port),
            Some(proto) => (proto, port),
        },
    }
}

/// First and last port of `80` or `80-90`.
pub fn range(text: &str) -> Result<(u64, u64), String> {
    if text.is_empty() {
        return Err("Empty string specified for ports.".to_string());
    }
    let number = |t: &str| match strconv::parse_uint(t, 10) {
        Ok(n) if n <= 65535 => Ok(n),
        Ok(_) => Err(strconv::told("ParseUint", t, strconv::NumError::Range)),
        Err(e) => Err(strconv::told("ParseUint", t, e)),
    };
    let mut parts = text.split('-');
    let start = number(parts.next().unwrap_or_default())?;
    let end = match parts.next() {
        Some(end) => number(end)?,
        None => start,
    };
    if end < start {
        Err(format!("Invalid range specified for the Port: {text}"))
    } else {
        Ok((start, end))
    }
}

/// The ports of one `--expose` value.
pub fn expose(value: &str) -> Result<Vec<String>, String> {
    if value.contains(':') {
        return Err(format!("invalid port format for --expose: {value}"));
    }
    let (proto, port) = split_proto(value);
    let (start, end) = range(port)
        .map_err(|e| format!("invalid range format for --expose: {value}, error: {e}"))?;
    Ok((start..=end).map(|p| format!("{p}/{proto}")).collect())
}

#[cfg(test)]
mod tests {
    use super::{expose, parse};

    fn shown(spec: &str) -> String {
        match parse(spec) {
            Ok(all) => all
                .iter()
                .map(|(p, b)| format!("{p}={}:{}", b.host_ip, b.host_port))
                .collect::<Vec<_>>()
                .join(" "),
            Err(e) => e,
        }
    }

    #[test]
    fn specs() {
        for (spec, want) in [
            ("80", "80/tcp=:"),
            ("8080:80/udp", "80/udp=:8080"),
            ("127.0.0.1::80", "80/tcp=127.0.0.1:"),
            ("[::1]:8:80", "80/tcp=::1:8"),
            ("8000-8001:80-81", "80/tcp=:8000 81/tcp=:8001"),
            ("8000-8002:80", "80/tcp=:8000-8002"),
            ("abc", "Invalid containerPort: abc"),
            ("x:80", "Invalid hostPort: x"),
            ("1-2:80-90", "Invalid ranges specified for container and host Ports: 80-90 and 1-2"),
            ("80/foo", "Invalid proto: foo"),
            ("1.2.3:80:80", "Invalid ip address: 1.2.3"),
            ("", "No port specified: <empty>"),
            ("99999", "Invalid containerPort: 99999"),
        ] {
            assert_eq!(shown(spec), want, "{spec}");
        }
        assert_eq!(expose("80-81/udp").unwrap(), ["80/udp", "81/udp"]);
        assert!(expose("a:b").is_err());
    }
}
