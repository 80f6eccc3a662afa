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

/// A verb under this noun.
const fn record(
    usage: &'static str,
    about: &'static str,
    args: Args,
    flags: &'static [&'static [Flag]],
) -> Verb {
    Verb {
        usage,
        about,
        long: "",
        also: "",
        args,
        flags,
        interspersed: true,
        takes: Takes::Nothing,
        run: |_, _| Box::pin(async { Ok(()) }),
    }
}

static EXPORT: Verb =
    record("[OPTIONS] [REF...]", "Write records to a file", Args::Any, &[FLAGS, EXPORT_FLAGS]);
static EXPORT_FLAGS: &[Flag] = &[
    switch("all", "Every record"),
    switch("finalize", "Have the records finished first"),
    text("output", "File to write to").short('o').takes(Takes::Files),
];
static IMPORT: Verb =
    record("[OPTIONS] -", "Read records from a file", Args::Unknown, &[FLAGS, IMPORT_FLAGS]);
static IMPORT_FLAGS: &[Flag] = &[list("file", "File to read from").short('f').takes(Takes::Files)];
static INSPECT: Verb =
    record("[OPTIONS] [REF]", "Show a record", Args::PlainMax(1), &[FLAGS, INSPECT_FLAGS]);
static INSPECT_FLAGS: &[Flag] = &[text("format", FORMAT_HELP).default("pretty")];
static LOGS: Verb =
    record("[OPTIONS] [REF]", "Show what a build said", Args::PlainMax(1), &[FLAGS, LOGS_FLAGS]);
static LOGS_FLAGS: &[Flag] =
    &[text("progress", "How to show it (plain, rawjson, tty)").default("plain")];
static LS: Verb = record("[OPTIONS]", "List the records", Args::None, &[FLAGS, LS_FLAGS]);
static LS_FLAGS: &[Flag] = &[
    list("filter", "Show what fits"),
    text("format", FORMAT_HELP).default("table"),
    switch("local", "Only of the repository one is in"),
    switch("no-trunc", "Do not shorten anything"),
];
static OPEN: Verb =
    record("[OPTIONS] [REF]", "Show a record on the desktop", Args::PlainMax(1), &[FLAGS]);
static RM: Verb = record("[OPTIONS] [REF...]", "Remove records", Args::Any, &[FLAGS, RM_FLAGS]);
static RM_FLAGS: &[Flag] = &[switch("all", "Every record")];
