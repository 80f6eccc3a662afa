//! `docker network create`.

use super::ipam;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::matches::to_map;
use crate::docker::flags::{Flag, Kind, Matches, Takes, check, flag, switch, text};
use crate::engine::api::network::NetworkCreate;

static FLAGS: &[Flag] = &[
    switch("attachable", "Containers may be put into it by hand"),
    flag("aux-address", Kind::Map(check::any), "Addresses that the driver uses itself"),
    text("config-from", "Network whose settings are taken"),
    switch("config-only", "Settings for other networks only"),
    text("driver", "Driver of the network")
        .short('d')
        .default("bridge")
        .takes(Takes::Words(&["bridge", "host", "ipvlan", "macvlan", "null", "overlay"])),
    flag("gateway", Kind::Strings, "Gateway of the subnet"),
    switch("ingress", "The mesh by which a swarm is reached"),
    switch("internal", "No way to the outside"),
    flag("ip-range", Kind::Strings, "Give out addresses of this part only"),
    text("ipam-driver", "Driver that gives out addresses").default("default"),
    flag("ipam-opt", Kind::Map(check::any), "Options for that driver"),
    switch("ipv4", "Give out IPv4 addresses").default("true"),
    switch("ipv6", "Give out IPv6 addresses"),
    flag("label", Kind::List(check::label), "Label the network"),
    flag("opt", Kind::Map(check::any), "Options for the driver").short('o'),
    text("scope", "Hosts that it spans"),
    flag("subnet", Kind::Strings, "Subnet in CIDR form"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] NETWORK",
    about: "Make a network",
    args: Args::Exact(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let ipam = ipam::build(ipam::Asked {
        driver: m.text("ipam-driver"),
        options: m.map("ipam-opt"),
        subnets: m.list("subnet"),
        ranges: m.list("ip-range"),
        gateways: m.list("gateway"),
        aux: m.map("aux-address"),
    })?;
    let (id, warning) = cli.ping()?.network_create(&NetworkCreate {
        name: m.args[0].clone(),
        driver: m.text("driver").to_string(),
        scope: m.text("scope").to_string(),
        internal: m.on("internal"),
        attachable: m.on("attachable"),
        ingress: m.on("ingress"),
        config_only: m.on("config-only"),
        config_from: m.text("config-from").to_string(),
        enable_ipv4: if m.given("ipv4") { Some(m.on("ipv4")) } else { None },
        enable_ipv6: m.on("ipv6"),
        ipam,
        options: m.map("opt"),
        labels: to_map(m.list("label")),
    })?;
    if !warning.is_empty() {
        cli.err(&format!("WARNING: {warning}")).await;
    }
    cli.line(&id).await;
    Ok(())
}
