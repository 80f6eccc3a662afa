//! `docker secret`: secrets of a swarm. The host is in none, so that its verbs come to no more than
//! their arguments and what an engine alone has to say.

use super::flags::{INSPECT_FLAGS, LS_FLAGS};
use super::refuse;
use crate::docker::command::{Args, Group, Verb, verb};
use crate::docker::flags::{Flag, Takes, list, text};

/// The noun.
pub static GROUP: Group = Group {
    about: "Secrets of a swarm",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("create", &CREATE),
        verb("inspect", &INSPECT),
        verb("ls", &LS).aliases(&["list"]),
        verb("rm", &RM).aliases(&["remove"]),
    ],
};

static CREATE_FLAGS: &[Flag] = &[
    text("driver", "Driver that keeps it").short('d'),
    list("label", "Label to set").short('l'),
    text("template-driver", "Driver that fills in its template"),
];

static CREATE: Verb = Verb {
    usage: "[OPTIONS] SECRET [file|-]",
    about: "Make a secret of a file",
    args: Args::Range(1, 2),
    flags: &[CREATE_FLAGS],
    takes: Takes::Files,
    run: |cli, m| Box::pin(refuse::content(cli, m)),
    ..Verb::PLAIN
};

static INSPECT: Verb = Verb {
    usage: "[OPTIONS] SECRET [SECRET...]",
    about: "Show all there is to know of secrets",
    args: Args::Min(1),
    flags: &[INSPECT_FLAGS],
    run: |cli, m| Box::pin(refuse::inspected(cli, m)),
    ..Verb::PLAIN
};

static LS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List secrets",
    also: "docker secret ls, docker secret list",
    args: Args::None,
    flags: &[LS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static RM: Verb = Verb {
    usage: "SECRET [SECRET...]",
    about: "Remove secrets",
    also: "docker secret rm, docker secret remove",
    args: Args::Min(1),
    flags: &[],
    run: |cli, m| Box::pin(refuse::each(cli, m)),
    ..Verb::PLAIN
};
