//! `docker buildx dial-stdio` and `docker system dial-stdio`: a line to the engine or its builder, for
//! programs on other hosts.

use crate::docker::command::{Args, Verb};
use crate::docker::flags::{Flag, switch, text};

/// Why there is none.
pub const WHY: &str = "no other host could listen";

static FLAGS: &[Flag] = &[
    text("builder", "Builder to use"),
    switch("debug", "Say more about what is done").short('D'),
    text("platform", "Platform of the node"),
    text("progress", "How to show progress").default("none"),
];

/// The builder's.
pub static BUILDER: Verb = Verb {
    usage: "",
    about: "Pass standard input and output on to a builder",
    args: Args::Unknown,
    flags: &[FLAGS],
    ..Verb::PLAIN
};

/// The engine's.
pub static ENGINE: Verb = Verb {
    usage: "",
    about: "Pass standard input and output on to the engine",
    args: Args::None,
    flags: &[],
    ..Verb::PLAIN
};
