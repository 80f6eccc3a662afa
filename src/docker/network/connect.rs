//! `docker network connect`.

use crate::docker::cli::{Cli, named};
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Kind, Matches, Takes, check, flag, text};
use crate::engine::api::network::{EndpointIpam, EndpointSettings};
use std::collections::BTreeMap;

static FLAGS: &[Flag] = &[
    flag("alias", Kind::Strings, "Another name for the container in this network"),
    flag("driver-opt", Kind::Strings, "Options for the network's driver"),
    flag(
        "gw-priority",
        Kind::Int,
        "The network with the highest one has the default\ngateway; negative ones are fine",
    ),
    text("ip", "Fixed IPv4 address, as \"172.30.100.104\""),
    text("ip6", "Fixed IPv6 address, as \"2001:db8::33\""),
    flag("link", Kind::List(check::link), "Link to another container"),
    flag("link-local-ip", Kind::Strings, "Link-local address"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NETWORK CONTAINER",
    about: "Put a container into a network",
    args: Args::Exact(2),
    flags: &[FLAGS],
    takes: Takes::NetworkThenContainer,
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let mut driver_opts = BTreeMap::new();
    for option in m.list("driver-opt") {
        match option.split_once('=') {
            Some((k, v)) if !k.trim().is_empty() => {
                driver_opts.insert(k.trim().to_string(), v.trim().to_string());
            }
            _ => return Err("invalid key/value pair format in driver options".into()),
        }
    }
    let some = |values: &[String]| if values.is_empty() { None } else { Some(values.to_vec()) };
    let settings = EndpointSettings {
        ipam_config: Some(EndpointIpam {
            ipv4_address: m.text("ip").to_string(),
            ipv6_address: m.text("ip6").to_string(),
            link_local_ips: m.list("link-local-ip").to_vec(),
        }),
        links: some(m.list("link")),
        aliases: some(m.list("alias")),
        driver_opts: if driver_opts.is_empty() { None } else { Some(driver_opts) },
        gw_priority: m.number("gw-priority"),
        ..EndpointSettings::default()
    };
    let (network, container) = (&m.args[0], &m.args[1]);
    named("network", network)?;
    named("container", container)?;
    cli.engine("Post", &format!("networks/{network}/connect"))?
        .network_connect(network, container, settings)?;
    Ok(())
}
