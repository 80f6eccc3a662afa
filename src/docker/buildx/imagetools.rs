//! `docker buildx imagetools`: images looked at, and put together, in a registry.

use super::{FLAGS, builder};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Failure, Group, Outcome, Verb, verb};
use crate::docker::flags::{Flag, Matches, Takes, list, switch, text};
use crate::docker::manifest::remote;
use crate::engine::images::reference::Reference;

const WHY: &str = "no registry takes images from here";

/// The noun.
pub static GROUP: Group = Group {
    about: "Images in a registry",
    usage: "",
    flags: FLAGS,
    builder: true,
    entries: &[verb("create", &CREATE), verb("inspect", &INSPECT)],
};

static CREATE_FLAGS: &[Flag] = &[
    list("annotation", "Annotation of the image"),
    switch("append", "Add to what the name stands for"),
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    switch("dry-run", "Show what would be made"),
    list("file", "File that describes a source").short('f').takes(Takes::Files),
    list("platform", "Platforms to take over").short('p'),
    switch("prefer-index", "Make an index even of one source").default("true"),
    text("progress", "How to show progress").default("auto"),
    list("tag", "Name of what is made").short('t'),
];

static CREATE: Verb = Verb {
    usage: "[OPTIONS] [SOURCE...]",
    about: "Put an image together from others",
    args: Args::Any,
    flags: &[CREATE_FLAGS],
    run: |cli, m| Box::pin(create(cli, m)),
    ..Verb::PLAIN
};

static INSPECT_FLAGS: &[Flag] = &[
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    text("format", "Template to fill in").gap("a name stands for one image here, not for an index"),
    switch("raw", "The manifest as it is"),
];

static INSPECT: Verb = Verb {
    usage: "[OPTIONS] NAME",
    about: "Show an image in a registry",
    args: Args::Exact(1),
    flags: &[INSPECT_FLAGS],
    run: |cli, m| Box::pin(inspect(cli, m)),
    ..Verb::PLAIN
};

async fn create(cli: Cli, m: Matches) -> Outcome {
    if m.args.is_empty() && m.list("file").is_empty() {
        return Err(builder::wrong("no sources specified"));
    }
    if m.list("tag").is_empty() && !m.on("dry-run") {
        return Err(builder::wrong(
            "can't push with no tags specified, please set --tag or --dry-run",
        ));
    }
    builder::chosen(&cli, &m)?;
    Err(Failure::gap("'docker buildx imagetools create'", WHY))
}

async fn inspect(cli: Cli, m: Matches) -> Outcome {
    builder::chosen(&cli, &m)?;
    let reference = Reference::parse(&m.args[0]).map_err(builder::wrong)?.tagged();
    let found = remote::fetch(&cli, &reference)
        .map_err(|e| builder::wrong(format!("{}: not found", e.trim_end_matches(": not found"))))?;
    if m.on("raw") {
        cli.out(&found.text).await;
        return Ok(());
    }
    cli.out(&format!(
        "Name:      {}\nMediaType: {}\nDigest:    {}\n",
        reference,
        remote::MANIFEST,
        found.digest
    ))
    .await;
    Ok(())
}
