//! `docker stack`: stacks: services of a swarm in one file. The host is in none, so that its verbs come to no more than
//! their arguments and what an engine alone has to say.

use super::flags::PS_FLAGS;
use super::refuse;
use crate::docker::command::{Args, Group, Verb, verb};
use crate::docker::flags::{Flag, Kind, flag, switch, text};

/// The noun.
pub static GROUP: Group = Group {
    about: "Stacks: services of a swarm in one file",
    usage: "[OPTIONS]",
    flags: &[],
    builder: false,
    entries: &[
        verb("config", &CONFIG),
        verb("deploy", &DEPLOY).aliases(&["up"]),
        verb("ls", &LS).aliases(&["list"]),
        verb("ps", &PS),
        verb("rm", &RM).aliases(&["remove", "down"]),
        verb("services", &SERVICES),
    ],
};

static CONFIG_FLAGS: &[Flag] = &[
    flag("compose-file", Kind::Strings, "Compose file to read").short('c'),
    switch("skip-interpolation", "Leave variables as they are"),
];

static DEPLOY_FLAGS: &[Flag] = &[
    flag("compose-file", Kind::Strings, "Compose file to read").short('c'),
    switch("detach", "Do not wait for the end").short('d').default("true"),
    switch("prune", "Remove services that are not named"),
    switch("quiet", "Ids only").short('q'),
    text("resolve-image", "When to ask the registry for digests").default("always"),
    switch("with-registry-auth", "Hand the login to the nodes"),
];

static LS_FLAGS: &[Flag] = &[text("format", "Print by a template: json, or text/template")];

static RM_FLAGS: &[Flag] =
    &[switch("detach", "Do not wait for the end").short('d').default("true")];

static SERVICES_FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Show what fits").short('f'),
    text("format", "Print by a template: json, or text/template"),
    switch("quiet", "Ids only").short('q'),
];

static CONFIG: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Print the file as it is understood",
    args: Args::None,
    flags: &[CONFIG_FLAGS],
    run: |cli, m| Box::pin(refuse::file(cli, m)),
    ..Verb::PLAIN
};

static DEPLOY: Verb = Verb {
    usage: "[OPTIONS] STACK",
    about: "Make or change a stack",
    also: "docker stack deploy, docker stack up",
    args: Args::Exact(1),
    flags: &[DEPLOY_FLAGS],
    run: |cli, m| Box::pin(refuse::file(cli, m)),
    ..Verb::PLAIN
};

static LS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List stacks",
    also: "docker stack ls, docker stack list",
    args: Args::None,
    flags: &[LS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static PS: Verb = Verb {
    usage: "[OPTIONS] STACK",
    about: "List the tasks of a stack",
    args: Args::Exact(1),
    flags: &[PS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static RM: Verb = Verb {
    usage: "[OPTIONS] STACK [STACK...]",
    about: "Remove stacks",
    also: "docker stack rm, docker stack remove, docker stack down",
    args: Args::Min(1),
    flags: &[RM_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static SERVICES: Verb = Verb {
    usage: "[OPTIONS] STACK",
    about: "List the services of a stack",
    args: Args::Exact(1),
    flags: &[SERVICES_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};
