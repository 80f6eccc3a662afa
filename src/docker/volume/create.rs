//! `docker volume create`.

use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::matches::to_map;
use crate::docker::flags::{Flag, Kind, Matches, check, flag, list, text};
use crate::engine::api::volume::VolumeCreate;

static FLAGS: &[Flag] = &[
    text("availability", "When a cluster may use it (\"active\", \"pause\",\n\"drain\")")
        .default("active")
        .hidden(),
    text("driver", "Driver that keeps the data").short('d').default("local"),
    text("group", "Group of cluster volumes").hidden(),
    flag("label", Kind::List(check::label), "Label the volume: `KEY=VALUE`"),
    flag("limit-bytes", Kind::Bytes, "Largest size of a cluster volume").hidden(),
    text("name", "Name of the volume").hidden(),
    flag("opt", Kind::Map(check::any), "Option for the driver: type, device, o").short('o'),
    flag("required-bytes", Kind::Bytes, "Smallest size of a cluster volume").hidden(),
    text("scope", "Hosts that may use it (\"single\", \"multi\")").default("single").hidden(),
    flag("secret", Kind::Map(check::any), "Secrets of a cluster volume").hidden(),
    text("sharing", "How it is shared (\"none\", \"readonly\",\n\"onewriter\", \"all\")")
        .default("none")
        .hidden(),
    list("topology-preferred", "Where a cluster volume had best be").hidden(),
    list("topology-required", "Where a cluster volume must be").hidden(),
    text("type", "How it is used (\"mount\", \"block\")").default("block").hidden(),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [VOLUME]",
    about: "Make a volume",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    let name = match (m.args.first(), m.text("name")) {
        (Some(_), given) if !given.is_empty() => {
            return Err("conflicting options: cannot specify a volume-name through both --name and as a positional arg".into());
        }
        (Some(name), _) => name.clone(),
        (None, given) => given.to_string(),
    };
    // Any of these makes it a volume of a cluster, which only a swarm's manager could make.
    let cluster =
        ["availability", "group", "limit-bytes", "required-bytes", "scope", "sharing", "type"];
    if cluster.iter().any(|flag| m.given(flag)) {
        cli.engine("Post", "volumes/create")?;
        return Err(crate::docker::swarm::no_manager());
    }
    let volume = cli.engine("Post", "volumes/create")?.volume_create(&VolumeCreate {
        name,
        driver: m.text("driver").to_string(),
        driver_opts: m.map("opt"),
        labels: to_map(m.list("label")),
    })?;
    cli.line(&volume.name).await;
    Ok(())
}
