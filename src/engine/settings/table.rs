//! The daemon's settings by name, and what their values are.

/// What the value of a setting is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bool,
    Int,
    Text,
    Texts,
    /// Addresses.
    Ips,
    /// Names with values.
    Pairs,
    /// A size in bytes, as text.
    Bytes,
    Ulimits,
    /// An object that is taken as it is.
    Object,
    /// Taken as it is.
    Any,
    /// The name of an option that the file calls otherwise: taken, and without effect.
    Flag,
}

use Kind::{Any, Bool, Bytes, Flag, Int, Ips, Object, Pairs, Text, Texts, Ulimits};

/// What dockerd knows of settings; those that change nothing one can see here are taken as they are.
const KNOWN: &[(&str, Kind)] = &[
    ("add-runtime", Flag),
    ("allow-direct-routing", Bool),
    ("authorization-plugin", Flag),
    ("authorization-plugins", Texts),
    ("bip", Text),
    ("bip6", Text),
    ("bridge", Text),
    ("builder", Object),
    ("cdi-spec-dir", Flag),
    ("cdi-spec-dirs", Texts),
    ("cgroup-parent", Text),
    ("config-file", Flag),
    ("containerd", Text),
    ("containerd-namespace", Text),
    ("containerd-plugins-namespace", Text),
    ("cpu-rt-period", Int),
    ("cpu-rt-runtime", Int),
    ("cri-containerd", Bool),
    ("data-root", Text),
    ("debug", Bool),
    ("default-address-pool", Flag),
    ("default-address-pools", Any),
    ("default-cgroupns-mode", Text),
    ("default-gateway", Any),
    ("default-gateway-v6", Any),
    ("default-ipc-mode", Text),
    ("default-network-opt", Flag),
    ("default-network-opts", Object),
    ("default-runtime", Text),
    ("default-shm-size", Bytes),
    ("default-ulimit", Flag),
    ("default-ulimits", Ulimits),
    ("dns", Ips),
    ("dns-opt", Flag),
    ("dns-opts", Texts),
    ("dns-search", Texts),
    ("exec-opt", Flag),
    ("exec-opts", Texts),
    ("exec-root", Text),
    ("experimental", Bool),
    ("feature", Flag),
    ("features", Object),
    ("fixed-cidr", Text),
    ("fixed-cidr-v6", Text),
    ("group", Text),
    ("host", Flag),
    ("host-gateway-ip", Any),
    ("hosts", Texts),
    ("http-proxy", Text),
    ("https-proxy", Text),
    ("icc", Bool),
    ("init", Bool),
    ("init-path", Text),
    ("insecure-registries", Texts),
    ("insecure-registry", Flag),
    ("ip", Any),
    ("ip-forward", Bool),
    ("ip-forward-no-drop", Bool),
    ("ip-masq", Bool),
    ("ip6tables", Bool),
    ("iptables", Bool),
    ("ipv6", Bool),
    ("label", Flag),
    ("labels", Texts),
    ("live-restore", Bool),
    ("log-driver", Text),
    ("log-format", Text),
    ("log-level", Text),
    ("log-opt", Flag),
    ("log-opts", Pairs),
    ("max-concurrent-downloads", Int),
    ("max-concurrent-uploads", Int),
    ("max-download-attempts", Int),
    ("metrics-addr", Text),
    ("mtu", Int),
    ("network-control-plane-mtu", Int),
    ("no-new-privileges", Bool),
    ("no-proxy", Text),
    ("node-generic-resource", Flag),
    ("node-generic-resources", Texts),
    ("oom-score-adjust", Int),
    ("pidfile", Text),
    ("raw-logs", Bool),
    ("registry-mirror", Flag),
    ("registry-mirrors", Texts),
    ("rootless", Flag),
    ("runtimes", Object),
    ("seccomp-profile", Text),
    ("selinux-enabled", Bool),
    ("shutdown-timeout", Int),
    ("storage-driver", Text),
    ("storage-opt", Flag),
    ("storage-opts", Texts),
    ("swarm-default-advertise-addr", Text),
    ("tls", Bool),
    ("tlscacert", Text),
    ("tlscert", Text),
    ("tlskey", Text),
    ("tlsverify", Bool),
    ("userland-proxy", Bool),
    ("userland-proxy-path", Text),
    ("userns-remap", Text),
];

/// What the value of a setting is, if there is one of that name.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    KNOWN.binary_search_by(|(n, _)| (*n).cmp(name)).ok().map(|i| KNOWN[i].1)
}

#[cfg(test)]
mod tests {
    use super::KNOWN;

    #[test]
    fn the_table_is_in_order() {
        assert!(KNOWN.is_sorted_by(|a, b| a.0 < b.0));
    }
}
