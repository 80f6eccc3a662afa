//! `docker buildx create`: refused, there is one builder.

use super::builder;
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Outcome, Verb};
use crate::docker::flags::{Flag, Matches, Takes, list, switch, text};

static FLAGS: &[Flag] = &[
    switch("append", "Add a node to a builder"),
    switch("bootstrap", "Start it at once"),
    text("buildkitd-config", "The builder's own settings file").takes(Takes::Files),
    text("buildkitd-flags", "Flags for the builder's program"),
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

async fn run(_: Cli, m: Matches) -> Outcome {
    let (name, driver) = (m.text("name"), m.text("driver"));
    if !["", "docker", "docker-container", "kubernetes", "remote"].contains(&driver) {
        return Err(builder::wrong(format!("failed to find driver {driver:?}")));
    }
    if !name.is_empty() {
        builder::valid(name).map_err(builder::wrong)?;
    }
    if name == "default" {
        return Err(builder::wrong(
            "default is a reserved name and cannot be used to identify builder instance",
        ));
    }
    if name.is_empty() && m.on("leave") {
        return Err(builder::wrong("leave requires instance name"));
    }
    if name.is_empty() && m.on("append") {
        return Err(builder::wrong("append requires a builder name"));
    }
    Err(builder::only_one(&m.path))
}
