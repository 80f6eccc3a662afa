//! `docker buildx create`: refused, there is one builder.

use super::builder;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::context::store;
use crate::docker::flags::{Flag, Matches, Takes, list, switch, text};
use crate::docker::hosts;
use crate::docker::opts::platform;
use crate::golang::csv;

static FLAGS: &[Flag] = &[
    switch("append", "Add a node to a builder"),
    switch("bootstrap", "Start it at once"),
    text("buildkitd-config", "The builder's own settings file").takes(Takes::Files),
    text("buildkitd-flags", "Flags for the builder's program"),
    text("config", "The same as --buildkitd-config").hidden(),
    switch("debug", "Say more about what is done").short('D'),
    text("driver", "Where it runs (\"docker-container\", \"kubernetes\",\n\"remote\")"),
    list("driver-opt", "Settings of the driver"),
    switch("leave", "Take a node away from a builder"),
    text("name", "Name of the builder"),
    text("node", "Name of the node"),
    list("platform", "Platforms the node builds for"),
    switch("use", "Use it from now on"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [CONTEXT|ENDPOINT]",
    about: "Make another builder",
    args: Args::Max(1),
    flags: &[FLAGS],
    run: |cli, m| Box::pin(run(cli, m)),
    ..Verb::PLAIN
};

async fn run(cli: Cli, m: Matches) -> Outcome {
    builder::open(&cli)?;
    check(&cli, &m).map_err(builder::wrong)?;
    Err(builder::only_one(&m.path))
}

/// What is wrong with the wish, in the order in which it would be noticed.
fn check(cli: &Cli, m: &Matches) -> Result<(), String> {
    let (name, driver) = (m.text("name"), m.text("driver"));
    let told = |text: &str| Err(text.to_string());
    if name == "default" {
        return told("default is a reserved name and cannot be used to identify builder instance");
    }
    if m.on("leave") && name.is_empty() {
        return told("leave requires instance name");
    }
    if m.on("leave") && m.text("node").is_empty() {
        return told("leave requires node name");
    }
    if m.on("append") && name.is_empty() {
        return told("append requires a builder name");
    }
    if !name.is_empty() {
        builder::valid(name)?;
    }
    for (flag, purpose) in [("append", "append"), ("leave", "leave")] {
        if m.on(flag) {
            return Err(format!("failed to find instance {name:?} for {purpose}"));
        }
    }
    if store::find(cli, name).is_some() {
        return Err(format!("instance name {name:?} already exists as context builder"));
    }
    match driver {
        "" | "docker-container" | "kubernetes" | "remote" => {}
        "docker" => return told("additional instances of driver \"docker\" cannot be created"),
        other => return Err(format!("failed to find driver {other:?}")),
    }
    match m.args.first() {
        None if driver == "remote" => return told("no remote endpoint provided"),
        Some(place) if driver.is_empty() && store::find(cli, place).is_none() => {
            hosts::full(place).map_err(|e| format!("failed to parse endpoint {place}: {e}"))?;
        }
        _ => {}
    }
    if let (None, Err(failure)) = (m.args.first(), cli.settings.given()) {
        return Err(failure.text);
    }
    for options in m.list("driver-opt") {
        for option in csv::record(options)? {
            if !option.contains('=') {
                return Err(format!("invalid value {option:?}, expecting k=v"));
            }
        }
    }
    let config = [m.text("buildkitd-config"), m.text("config")].into_iter().find(|c| !c.is_empty());
    if let Some(Err(e)) = config.map(|file| cli.p.stat(file)) {
        let file = config.unwrap_or_default();
        let why = format!("stat {file}: {}", store::lower(e));
        return Err(format!("buildkit configuration file not found: {file}: {why}"));
    }
    if !m.text("node").is_empty() {
        builder::valid(m.text("node"))?;
    }
    for all in m.list("platform") {
        for one in all.split(',') {
            platform::parse(one.trim())?;
        }
    }
    Ok(())
}
