//! Verbs that real Compose has and the simulator lacks. What is typed behind them is checked all the same.

use crate::compose::command::{Args, Verb};
use crate::docker::flags::{Flag, switch, text};

const fn gap(
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    args: Args,
    flags: &'static [Flag],
    why: &'static str,
) -> Verb {
    Verb { name, usage, about, args, flags, gap: Some(why), ..Verb::PLAIN }
}

/// `alpha`.
pub static ALPHA: Verb = gap(
    "alpha",
    "COMMAND",
    "Things that are being tried out",
    Args::Any,
    &[],
    "what is tried out changes too often",
);
/// `bridge`.
pub static BRIDGE: Verb = gap(
    "bridge",
    "COMMAND",
    "Turn Compose files into other models",
    Args::Any,
    &[],
    "there are no other models here",
);
/// `publish`.
pub static PUBLISH: Verb = gap(
    "publish",
    "[OPTIONS] REPOSITORY[:TAG]",
    "Send a project to a registry",
    Args::Exact(1),
    &[
        switch("app", "Send the application with its images"),
        text("oci-version", "Version of the format of images and artifacts"),
        switch("resolve-image-digests", "Name images by their digests"),
        switch("with-env", "Send variables along"),
        switch("yes", "Answer every question with yes").short('y'),
    ],
    "no registry outside of the simulation can be reached",
);
/// `watch`.
pub static WATCH: Verb = gap(
    "watch",
    "[OPTIONS] [SERVICE...]",
    "Rebuild and refresh when files change",
    Args::Any,
    &[
        switch("no-up", "Do not start what does not run"),
        switch("prune", "Remove images that hang loose when one is built anew").default("true"),
        switch("quiet", "Do not show what builds say"),
    ],
    "nothing tells of changes to the host's files",
);
