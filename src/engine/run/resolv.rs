//! `resolv.conf` for a container, made of the host's (moby `libnetwork/internal/resolvconf`). Which file
//! it is written to, and when, is `etc`'s.

use std::net::IpAddr;

/// Who answers a container's questions about names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resolver {
    /// The host's servers: the container has the host's network, or none at all.
    Host,
    /// The host's servers as far as they can be reached, as on the default bridge.
    Legacy,
    /// The engine's own server, which knows the other containers.
    Internal,
}

/// What was asked for in place of the host's settings, of the container or the daemon.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Addresses of servers.
    pub servers: Vec<String>,
    /// Domains to search; a lone dot stands for none.
    pub search: Vec<String>,
    /// Options.
    pub options: Vec<String>,
}

/// The engine's own server, in every network namespace that has one.
const INTERNAL: &str = "127.0.0.11";
/// Who is asked where the host names nobody that can be reached.
const DEFAULT: [&str; 2] = ["8.8.8.8", "8.8.4.4"];

/// A file as resolv.conf(5) describes it.
#[derive(Default)]
struct File<'a> {
    servers: Vec<&'a str>,
    search: Vec<&'a str>,
    options: Vec<&'a str>,
    other: Vec<&'a str>,
    /// Servers that are no addresses.
    invalid: Vec<&'a str>,
}

impl<'a> File<'a> {
    fn read(text: &'a str) -> File<'a> {
        let mut file = File::default();
        for line in text.lines().map(str::trim) {
            let mut words = line.split_whitespace();
            match words.next() {
                None => {}
                Some(word) if word.starts_with(['#', ';']) => {}
                Some("nameserver") => match words.next() {
                    Some(server) if server.parse::<IpAddr>().is_ok() => file.servers.push(server),
                    bad => file.invalid.extend(bad),
                },
                Some("search" | "domain") => file.search = words.collect(),
                Some("options") => file.options.extend(words),
                Some(_) => file.other.push(line),
            }
        }
        file
    }
}

/// The whole file.
pub fn resolv_conf(host: &str, asked: &Asked, resolver: Resolver) -> String {
    let file = File::read(host);
    let servers: Vec<String> = match &asked.servers[..] {
        [] => file.servers.iter().map(|s| (*s).to_string()).collect(),
        own => own.to_vec(),
    };
    let search = match &asked.search[..] {
        [] => file.search.join(" "),
        [dot] if dot == "." => String::new(),
        own => own.join(" "),
    };
    let has_ndots = |options: &str| options.split(' ').any(|o| o.starts_with("ndots:"));
    let mut ndots = None;
    let mut options = match &asked.options[..] {
        [] => file.options.join(" "),
        own => own.join(" "),
    };
    if has_ndots(&options) {
        ndots = Some(if asked.options.is_empty() { "host" } else { "override" });
    }
    let mut notes = String::new();
    let mut note = |text: String| notes.push_str(&format!("# {text}\n"));
    let based = "Based on host file: '/etc/resolv.conf'";
    let answering: Vec<String> = match resolver {
        Resolver::Host => {
            note(based.to_string());
            servers
        }
        Resolver::Legacy => {
            note(format!("{based} (legacy)"));
            // The host's own addresses mean something else inside, and there is no IPv6.
            let outside = |s: &String| {
                let address = s.parse::<IpAddr>();
                !asked.servers.is_empty() || address.is_ok_and(|a| a.is_ipv4() && !a.is_loopback())
            };
            let reached: Vec<String> = servers.into_iter().filter(outside).collect();
            if reached.is_empty() {
                note("Used default nameservers.".to_string());
                DEFAULT.map(str::to_string).to_vec()
            } else {
                reached
            }
        }
        Resolver::Internal => {
            note(format!("{based} (internal resolver)"));
            if servers.is_empty() {
                note("NO EXTERNAL NAMESERVERS DEFINED".to_string());
            } else {
                let shown = |s: &String| match asked.servers.is_empty() {
                    true => format!("host({s})"),
                    false => s.clone(),
                };
                let shown: Vec<String> = servers.iter().map(shown).collect();
                note(format!("ExtServers: [{}]", shown.join(" ")));
            }
            if ndots.is_none() {
                ndots = Some("internal");
                options.push_str(if options.is_empty() { "ndots:0" } else { " ndots:0" });
            }
            vec![INTERNAL.to_string()]
        }
    };
    if !file.invalid.is_empty() {
        note(format!("Invalid nameservers: [{}]", file.invalid.join(" ")));
    }
    let overrides = [
        ("nameservers", asked.servers.is_empty()),
        ("search", asked.search.is_empty()),
        ("options", asked.options.is_empty()),
    ];
    let overrides = overrides.iter().filter(|(_, none)| !none).map(|(name, _)| *name);
    note(format!("Overrides: [{}]", overrides.collect::<Vec<_>>().join(" ")));
    if let Some(from) = ndots {
        note(format!("Option ndots from: {from}"));
    }
    let mut out = "# Generated by Docker Engine.\n# This file can be edited; Docker Engine will not make further changes once it\n# has been modified.\n\n".to_string();
    let mut line = |text: String| out.push_str(&format!("{text}\n"));
    for server in answering {
        line(format!("nameserver {server}"));
    }
    for (word, text) in [("search", search), ("options", options)] {
        if !text.is_empty() {
            line(format!("{word} {text}"));
        }
    }
    for other in file.other {
        line(other.to_string());
    }
    out + "\n" + &notes
}
