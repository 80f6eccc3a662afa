//! `docker buildx history`: records of builds, which this builder does not keep.

use super::{FLAGS, builder};
use crate::docker::cli::Cli;
use crate::docker::command::{Args, Entry, Failure, Group, Outcome, Verb, verb};
use crate::docker::container::list::FORMAT_HELP;
use crate::docker::flags::{Flag, Matches, Takes, list, switch, text};
use crate::golang::quote::quote;

const WHY: &str = "the builder keeps no records of builds";

/// The noun.
pub static GROUP: Group =
    Group { about: "Records of builds", usage: "", flags: FLAGS, builder: true, entries: ENTRIES };

static ENTRIES: &[Entry] = &[
    verb("export", &EXPORT).gap(WHY),
    verb("import", &IMPORT).gap(WHY),
    verb("inspect", &INSPECT),
    verb("logs", &LOGS),
    verb("ls", &LS).gap(WHY),
    verb("open", &OPEN).gap(WHY),
    verb("rm", &RM),
];

static EXPORT: Verb = Verb::unbuilt(
    "[OPTIONS] [REF...]",
    "Write records to a file",
    Args::Any,
    &[FLAGS, EXPORT_FLAGS],
);
static EXPORT_FLAGS: &[Flag] = &[
    switch("all", "Every record"),
    switch("finalize", "Have the records finished first"),
    text("output", "File to write to").short('o').takes(Takes::Files),
];
static IMPORT: Verb =
    Verb::unbuilt("[OPTIONS] -", "Read records from a file", Args::Unknown, &[FLAGS, IMPORT_FLAGS]);
static IMPORT_FLAGS: &[Flag] = &[list("file", "File to read from").short('f').takes(Takes::Files)];
static INSPECT: Verb = Verb {
    usage: "[OPTIONS] [REF]",
    about: "Show a record",
    args: Args::PlainMax(1),
    flags: &[FLAGS, INSPECT_FLAGS],
    run: |cli, m| Box::pin(none(cli, m)),
    ..Verb::PLAIN
};
static INSPECT_FLAGS: &[Flag] = &[text("format", FORMAT_HELP).default("pretty")];
static LOGS: Verb = Verb {
    usage: "[OPTIONS] [REF]",
    about: "Show what a build said",
    args: Args::PlainMax(1),
    flags: &[FLAGS, LOGS_FLAGS],
    run: |cli, m| Box::pin(none(cli, m)),
    ..Verb::PLAIN
};
static LOGS_FLAGS: &[Flag] =
    &[text("progress", "How to show it (plain, rawjson, tty)").default("plain")];
static LS: Verb = Verb::unbuilt("[OPTIONS]", "List the records", Args::None, &[FLAGS, LS_FLAGS]);
static LS_FLAGS: &[Flag] = &[
    list("filter", "Show what fits"),
    text("format", FORMAT_HELP).default("table"),
    switch("local", "Only of the repository one is in"),
    switch("no-trunc", "Do not shorten anything"),
];
static OPEN: Verb =
    Verb::unbuilt("[OPTIONS] [REF]", "Show a record on the desktop", Args::PlainMax(1), &[FLAGS]);
static RM: Verb = Verb {
    usage: "[OPTIONS] [REF...]",
    about: "Remove records",
    args: Args::Any,
    flags: &[FLAGS, RM_FLAGS],
    run: |cli, m| Box::pin(remove(cli, m)),
    ..Verb::PLAIN
};
static RM_FLAGS: &[Flag] = &[switch("all", "Every record")];

/// A record by its name, of which there is none; the last one is what there should be.
async fn none(cli: Cli, m: Matches) -> Outcome {
    builder::chosen(&cli, &m)?;
    match m.args.first() {
        Some(name) => Err(builder::wrong(format!("no record found for ref {}", quote(name)))),
        None => Err(Failure::gap(&format!("'{}'", m.path), WHY)),
    }
}

async fn remove(cli: Cli, m: Matches) -> Outcome {
    if m.args.is_empty() && !m.on("all") {
        return Err(builder::wrong("rm requires at least one argument"));
    }
    if !m.args.is_empty() && m.on("all") {
        return Err(builder::wrong("rm requires either --all or at least one argument"));
    }
    builder::chosen(&cli, &m)?;
    Ok(())
}
