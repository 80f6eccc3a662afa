//! `docker buildx history`: records of builds, which this builder does not keep.

use super::FLAGS;
use crate::docker::command::{Args, Entry, Group, Verb, verb};
use crate::docker::container::list::FORMAT_HELP;
use crate::docker::flags::{Flag, Takes, list, switch, text};

const WHY: &str = "the builder keeps no records of builds";

/// The noun.
pub static GROUP: Group =
    Group { about: "Records of builds", usage: "", flags: FLAGS, builder: true, entries: ENTRIES };

static ENTRIES: &[Entry] = &[
    verb("export", &EXPORT).gap(WHY),
    verb("import", &IMPORT).gap(WHY),
    verb("inspect", &INSPECT).gap(WHY),
    verb("logs", &LOGS).gap(WHY),
    verb("ls", &LS).gap(WHY),
    verb("open", &OPEN).gap(WHY),
    verb("rm", &RM).gap(WHY),
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
static INSPECT: Verb =
    Verb::unbuilt("[OPTIONS] [REF]", "Show a record", Args::PlainMax(1), &[FLAGS, INSPECT_FLAGS]);
static INSPECT_FLAGS: &[Flag] = &[text("format", FORMAT_HELP).default("pretty")];
static LOGS: Verb = Verb::unbuilt(
    "[OPTIONS] [REF]",
    "Show what a build said",
    Args::PlainMax(1),
    &[FLAGS, LOGS_FLAGS],
);
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
static RM: Verb =
    Verb::unbuilt("[OPTIONS] [REF...]", "Remove records", Args::Any, &[FLAGS, RM_FLAGS]);
static RM_FLAGS: &[Flag] = &[switch("all", "Every record")];
