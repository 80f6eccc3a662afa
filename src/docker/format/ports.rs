//! The PORTS column: neighbouring ports joined, published ones with their host side.

/// A port of a container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Port {
    /// Host address; empty when it is not published.
    pub ip: String,
    /// Port in the container.
    pub private: u16,
    /// Port on the host.
    pub public: u16,
    /// `tcp`, `udp` or `sctp`.
    pub kind: String,
}

/// All ports as one text: `0.0.0.0:80->80/tcp, 9988/tcp`.
pub fn shown(ports: &[Port]) -> String {
    let mut ports: Vec<&Port> = ports.iter().collect();
    ports.sort_by(|a, b| {
        (a.private, &a.ip, a.public, &a.kind).cmp(&(b.private, &b.ip, b.public, &b.kind))
    });
    let mut groups: Vec<(String, u16, u16)> = Vec::new();
    let mut done: Vec<String> = Vec::new();
    let mut mapped: Vec<String> = Vec::new();
    for port in ports {
        let mut key = port.kind.clone();
        if !port.ip.is_empty() {
            if port.public != port.private {
                mapped.push(format!(
                    "{}->{}/{}",
                    join(&port.ip, &port.public.to_string()),
                    port.private,
                    port.kind
                ));
                continue;
            }
            key = format!("{}/{}", port.ip, port.kind);
        }
        match groups.iter_mut().find(|(k, _, _)| *k == key) {
            None => groups.push((key, port.private, port.private)),
            Some((_, _, last)) if last.checked_add(1) == Some(port.private) => *last = port.private,
            Some((_, first, last)) => {
                done.push(group(&key, *first, *last));
                (*first, *last) = (port.private, port.private);
            }
        }
    }
    done.extend(groups.iter().map(|(k, first, last)| group(k, *first, *last)));
    done.extend(mapped);
    done.join(", ")
}

fn group(key: &str, first: u16, last: u16) -> String {
    let range = if first == last { first.to_string() } else { format!("{first}-{last}") };
    match key.split_once('/') {
        Some((ip, kind)) => format!("{}->{range}/{kind}", join(ip, &range)),
        None => format!("{range}/{key}"),
    }
}

/// Address and port; an IPv6 address goes in brackets.
pub fn join(ip: &str, port: &str) -> String {
    if ip.contains(':') { format!("[{ip}]:{port}") } else { format!("{ip}:{port}") }
}

#[cfg(test)]
mod tests {
    use super::{Port, shown};

    #[test]
    fn groups() {
        let port = |ip: &str, private, public| Port {
            ip: ip.to_string(),
            private,
            public,
            kind: "tcp".to_string(),
        };
        assert_eq!(
            shown(&[port("", 80, 0), port("", 81, 0), port("", 443, 0)]),
            "80-81/tcp, 443/tcp".to_string()
        );
        assert_eq!(
            shown(&[port("0.0.0.0", 80, 8080), port("::", 80, 8080)]),
            "0.0.0.0:8080->80/tcp, [::]:8080->80/tcp"
        );
        assert_eq!(
            shown(&[port("0.0.0.0", 80, 80), port("0.0.0.0", 81, 81)]),
            "0.0.0.0:80-81->80-81/tcp"
        );
    }
}
