//! The files in a container's /etc that tell of its networks: `hostname`, `hosts` and `resolv.conf`. They
//! lie in the daemon's directory of the container and are mounted over the container's own.

use super::resolv::{Asked, Resolver, resolv_conf};
use crate::engine::Engine;
use crate::engine::api::config::Config;
use crate::engine::api::network::EndpointSettings;
use crate::engine::containers::create::container_dir;
use crate::engine::images::tree::digest;
use crate::engine::state::Container;
use crate::vfs::text;

/// What `hosts` begins with.
const HOSTS: &str = "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\n\
                     ff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n";

/// What it is in a build (buildkit `executor/oci`).
const HOSTS_OF_BUILD: &str =
    "127.0.0.1\tlocalhost buildkitsandbox\n::1\tlocalhost ip6-localhost ip6-loopback\n";

/// Who answers a container that is on these networks.
fn resolver(c: &Container) -> Resolver {
    let own = |name: &String| !matches!(name.as_str(), "bridge" | "host" | "none");
    match () {
        () if c.networks.is_empty() || c.networks.contains_key("host") => Resolver::Host,
        () if c.networks.keys().any(own) => Resolver::Internal,
        () => Resolver::Legacy,
    }
}

/// A container's own lines in `hosts`, one for each family of addresses: its whole name, and what stands before the first dot (moby
/// `etchosts.Build`).
fn own_lines(c: &Container, end: &EndpointSettings) -> String {
    let Config { hostname, domainname, .. } = &*c.config;
    let names = match hostname.split_once('.') {
        first if !domainname.is_empty() => {
            let short = first.map_or(hostname.as_str(), |(short, _)| short);
            format!("{hostname}.{domainname} {short}")
        }
        Some((short, _)) => format!("{hostname} {short}"),
        None => hostname.clone(),
    };
    let addresses =
        [&end.ip_address, &end.global_ipv6_address].into_iter().filter(|a| !a.is_empty());
    addresses.map(|a| format!("{a}\t{names}\n")).collect()
}

impl Engine {
    /// Writes all three for a container that starts.
    pub(crate) fn write_network_files(&self, c: &Container) {
        let hosts = self.hosts_for(c);
        let hostname = format!("{}\n", c.config.hostname);
        self.disk(|d| {
            let mut d = d.enter(&container_dir(&c.id))?;
            d.write("hosts", hosts.as_bytes(), 0o644)?;
            d.write("hostname", hostname.as_bytes(), 0o644)
        })
        // Where root has taken the directory away, the container starts without these mounts.
        .ok();
        self.write_resolv_conf(c);
    }

    fn hosts_for(&self, c: &Container) -> String {
        let on_host = c.networks.contains_key("host");
        let mut hosts = if c.hidden {
            HOSTS_OF_BUILD.to_string()
        } else if on_host {
            text::decode_owned(self.disk(|d| d.read("/etc/hosts")).unwrap_or_default())
        } else {
            HOSTS.to_string()
        };
        for extra in c.host.extra_hosts.iter().flatten() {
            if let Some((name, address)) = extra.split_once([':', '=']) {
                let address = match address {
                    "host-gateway" => self.host_gateway(),
                    other => other.to_string(),
                };
                hosts.push_str(&format!("{address}\t{name}\n"));
            }
        }
        for link in self.links_of(c) {
            let short = &link.to.id[..12];
            let name = Some(&link.to.name).filter(|n| **n != link.alias);
            let name = name.map(|n| format!(" {n}")).unwrap_or_default();
            hosts.push_str(&format!("{}\t{} {short}{name}\n", link.ip, link.alias));
        }
        hosts.extend(c.networks.values().filter(|_| !on_host).map(|end| own_lines(c, end)));
        hosts
    }

    /// The host's address on the default bridge.
    fn host_gateway(&self) -> String {
        let st = self.state();
        let bridge = st.networks.values().find(|n| n.name == "bridge");
        bridge.and_then(|n| n.pool(false)).map(|p| p.gateway.clone()).unwrap_or_default()
    }

    fn write_resolv_conf(&self, c: &Container) {
        let asked = {
            let st = self.state();
            let or = |own: &[String], default: &[String]| match own.is_empty() {
                true => default.to_vec(),
                false => own.to_vec(),
            };
            Asked {
                servers: or(&c.host.dns, &st.settings.dns),
                search: or(&c.host.dns_search, &st.settings.dns_search),
                options: or(&c.host.dns_options, &st.settings.dns_options),
            }
        };
        let host = self.disk(|d| d.read("/etc/resolv.conf")).unwrap_or_default();
        let made = resolv_conf(&text::decode_owned(host), &asked, resolver(c));
        let made = text::encode(&made);
        self.disk(|d| {
            let mut d = d.enter(&container_dir(&c.id))?;
            // The digest tells later whether somebody has edited the file.
            d.write("resolv.conf.hash", digest(&made).as_bytes(), 0o644)?;
            d.write("resolv.conf", &made, 0o644)
        })
        .ok();
    }

    /// Brings the files of a running container up to date, after it joined or left a network. What
    /// somebody wrote into them stays.
    pub(crate) fn tell_of_network(&self, id: &str, end: &EndpointSettings, joined: bool) {
        let Some(c) = self.state().containers.get(id).filter(|c| c.run.is_some()).cloned() else {
            return;
        };
        let own = own_lines(&c, end);
        if own.is_empty() {
            return;
        }
        let dir = container_dir(id);
        let hosts = format!("{dir}/hosts");
        let read = |path: &str| self.disk(|d| d.read(path)).unwrap_or_default();
        let mut now = text::decode_owned(read(&hosts));
        if joined {
            now.push_str(&own);
        } else {
            now = now
                .split_inclusive('\n')
                .filter(|l| !own.split_inclusive('\n').any(|o| o == *l))
                .collect();
        }
        self.disk(|d| d.write(&hosts, &text::encode(&now), 0o644)).ok();
        // The engine's own server stays, once it was needed.
        if joined && resolver(&c) == Resolver::Internal {
            let told = read(&format!("{dir}/resolv.conf.hash"));
            if digest(&read(&format!("{dir}/resolv.conf"))).as_bytes() == told {
                self.write_resolv_conf(&c);
            }
        }
    }
}
