//! `docker plugin create`, `push` and `upgrade`: plugins are not made here. They come to no more than
//! their arguments.

use crate::docker::command::{Args, Verb};
use crate::docker::flags::switch;

/// `docker plugin create`.
pub static CREATE: Verb = Verb::unbuilt(
    "[OPTIONS] PLUGIN PLUGIN-DATA-DIR",
    "Make a plugin from a directory",
    Args::Min(2),
    &[&[switch("compress", "Compress what is sent")]],
);

/// `docker plugin push`.
pub static PUSH: Verb = Verb::unbuilt(
    "[OPTIONS] PLUGIN[:TAG]",
    "Send a plugin to a registry",
    Args::Exact(1),
    &[&[switch("disable-content-trust", "Do not sign").default("true")]],
);

/// `docker plugin upgrade`.
pub static UPGRADE: Verb = Verb::unbuilt(
    "[OPTIONS] PLUGIN [REMOTE]",
    "Replace a plugin by a newer one",
    Args::Range(1, 2),
    &[&[
        switch("disable-content-trust", "Do not check signatures").default("true"),
        switch("grant-all-permissions", "Grant it what it asks for, without a question"),
        switch("skip-remote-check", "Take it whatever its name"),
    ]],
);
