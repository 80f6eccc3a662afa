//! `docker node`: hosts of a swarm. The host is in none, so that its verbs come to no more than
//! their arguments and what an engine alone has to say.

use super::flags::{INSPECT_FLAGS, LS_FLAGS, PS_FLAGS};
use super::refuse;
use crate::docker::command::{Args, Group, Verb, verb};
use crate::docker::flags::{Flag, list, switch, text};

/// The noun.
pub static GROUP: Group = Group {
    about: "Hosts of a swarm",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("demote", &DEMOTE),
        verb("inspect", &INSPECT),
        verb("ls", &LS).aliases(&["list"]),
        verb("promote", &PROMOTE),
        verb("ps", &PS),
        verb("rm", &RM).aliases(&["remove"]),
        verb("update", &UPDATE),
    ],
};

static RM_FLAGS: &[Flag] = &[switch("force", "Even so").short('f')];

static UPDATE_FLAGS: &[Flag] = &[
    text("availability", "State of the node: active, pause, drain"),
    list("label-add", "Label to add"),
    list("label-rm", "Label to take away"),
    text("role", "worker or manager"),
];

static DEMOTE: Verb = Verb {
    usage: "NODE [NODE...]",
    about: "Make managers into workers",
    args: Args::Min(1),
    flags: &[],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static INSPECT: Verb = Verb {
    usage: "[OPTIONS] self|NODE [NODE...]",
    about: "Show all there is to know of nodes",
    args: Args::Min(1),
    flags: &[INSPECT_FLAGS],
    run: |cli, m| Box::pin(refuse::inspected(cli, m)),
    ..Verb::PLAIN
};

static LS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List the nodes",
    also: "docker node ls, docker node list",
    args: Args::None,
    flags: &[LS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static PROMOTE: Verb = Verb {
    usage: "NODE [NODE...]",
    about: "Make workers into managers",
    args: Args::Min(1),
    flags: &[],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static PS: Verb = Verb {
    usage: "[OPTIONS] [NODE...]",
    about: "List the tasks on nodes",
    args: Args::Any,
    flags: &[PS_FLAGS],
    run: |cli, m| Box::pin(refuse::each(cli, m)),
    ..Verb::PLAIN
};

static RM: Verb = Verb {
    usage: "[OPTIONS] NODE [NODE...]",
    about: "Take nodes out of the swarm",
    also: "docker node rm, docker node remove",
    args: Args::Min(1),
    flags: &[RM_FLAGS],
    run: |cli, m| Box::pin(refuse::each(cli, m)),
    ..Verb::PLAIN
};

static UPDATE: Verb = Verb {
    usage: "[OPTIONS] NODE",
    about: "Change a node",
    args: Args::Exact(1),
    flags: &[UPDATE_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};
