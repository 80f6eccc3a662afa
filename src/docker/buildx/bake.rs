//! `docker buildx bake`: not built; its flags and words are checked.

use crate::docker::command::{Args, Verb};
use crate::docker::flags::{Flag, Takes, list, switch, text};

static FLAGS: &[Flag] = &[
    list("allow", "Rights that the builds need"),
    text("builder", "Builder to use"),
    text("call", "What to do (\"check\", \"outline\", \"targets\")").default("build"),
    switch("check", "Only look for mistakes"),
    switch("debug", "Say more about what is done").short('D'),
    list("file", "File that describes the builds").short('f').takes(Takes::Files),
    text("list", "List targets or variables"),
    switch("load", "Put the results into the engine's store"),
    text("metadata-file", "File to write details to").takes(Takes::Files),
    switch("no-cache", "Do every step again"),
    switch("print", "Print what would be built"),
    text("progress", "How to show progress").default("auto"),
    text("provenance", "Papers about where it comes from"),
    switch("pull", "Ask for newer images to build on"),
    switch("push", "Send the images to a registry"),
    text("sbom", "Papers about what is in it"),
    list("set", "Change a value: TARGET.KEY=VALUE"),
];

/// The verb.
pub static VERB: Verb = Verb {
    usage: "[OPTIONS] [TARGET...]",
    about: "Build what a file describes",
    also: "docker buildx bake, docker buildx f",
    args: Args::Any,
    flags: &[FLAGS],
    ..Verb::PLAIN
};
