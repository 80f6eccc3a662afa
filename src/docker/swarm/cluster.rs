//! `docker swarm`: a swarm of hosts. The host is in none, so that its verbs come to no more than
//! their arguments and what an engine alone has to say.

use super::{refuse, values};
use crate::docker::command::{Args, Group, Verb, verb};
use crate::docker::flags::{Flag, Kind, flag, list, switch, text};

/// The noun.
pub static GROUP: Group = Group {
    about: "A swarm of hosts",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("ca", &CA).hidden(),
        verb("init", &INIT),
        verb("join", &JOIN),
        verb("join-token", &JOIN_TOKEN).hidden(),
        verb("leave", &LEAVE).hidden(),
        verb("unlock", &UNLOCK).hidden(),
        verb("unlock-key", &UNLOCK_KEY).hidden(),
        verb("update", &UPDATE).hidden(),
    ],
};

static CA_FLAGS: &[Flag] = &[
    list("ca-cert", "File with the certificate, a `pem`"),
    list("ca-key", "File with its key, a `pem`"),
    flag("cert-expiry", Kind::Duration, "How long certificates last"),
    switch("detach", "Do not wait for the end").short('d'),
    text("external-ca", "Signing place outside, as an `external` one"),
    switch("quiet", "Ids only").short('q'),
    switch("rotate", "Make a new one"),
];

const LISTEN: Flag =
    flag("listen-addr", Kind::List(values::listen), "Address to listen on, a `node-addr`")
        .default("0.0.0.0:2377");

static INIT_FLAGS: &[Flag] = &[
    text("advertise-addr", "Address told to the others"),
    switch("autolock", "Keep the keys locked at a start"),
    text("availability", "State of the node: active, pause, drain").default("active"),
    flag("cert-expiry", Kind::Duration, "How long certificates last"),
    text("data-path-addr", "Address for the traffic of containers"),
    flag("data-path-port", Kind::Uint, "Port for the traffic of containers, a `uint32`"),
    flag("default-addr-pool", Kind::List(values::pool), "Subnets for networks, as an `ipNetSlice`"),
    flag("default-addr-pool-mask-length", Kind::Uint, "Size of those subnets, a `uint32`")
        .default("24"),
    flag("dispatcher-heartbeat", Kind::Duration, "Time between two signs of life"),
    flag(
        "external-ca",
        Kind::List(values::authority),
        "Signing place outside, as an `external-ca`",
    ),
    switch("force-new-cluster", "Begin anew from what is there"),
    LISTEN,
    flag("max-snapshots", Kind::Uint, "How many snapshots to keep"),
    flag("snapshot-interval", Kind::Uint, "Entries between two snapshots").default("10000"),
    flag("task-history-limit", Kind::Int, "How many old tasks to keep").default("5"),
];

static JOIN_FLAGS: &[Flag] = &[
    text("advertise-addr", "Address told to the others"),
    text("availability", "State of the node: active, pause, drain").default("active"),
    text("data-path-addr", "Address for the traffic of containers"),
    LISTEN,
    text("token", "Secret that lets a node join"),
];

static JOIN_TOKEN_FLAGS: &[Flag] =
    &[switch("quiet", "Ids only").short('q'), switch("rotate", "Make a new one")];

static LEAVE_FLAGS: &[Flag] = &[switch("force", "Even so").short('f')];

static UNLOCK_KEY_FLAGS: &[Flag] =
    &[switch("quiet", "Ids only").short('q'), switch("rotate", "Make a new one")];

static UPDATE_FLAGS: &[Flag] = &[
    switch("autolock", "Keep the keys locked at a start"),
    flag("cert-expiry", Kind::Duration, "How long certificates last"),
    flag("dispatcher-heartbeat", Kind::Duration, "Time between two signs of life"),
    text("external-ca", "Signing place outside, as an `external` one"),
    flag("max-snapshots", Kind::Uint, "How many snapshots to keep"),
    flag("snapshot-interval", Kind::Uint, "Entries between two snapshots"),
    flag("task-history-limit", Kind::Int, "How many old tasks to keep"),
];

static CA: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Show or change the root certificate",
    args: Args::None,
    flags: &[CA_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static INIT: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Make this host the first of a swarm",
    args: Args::None,
    flags: &[INIT_FLAGS],
    run: |cli, m| Box::pin(refuse::alone(cli, m)),
    ..Verb::PLAIN
};

static JOIN: Verb = Verb {
    usage: "[OPTIONS] HOST:PORT",
    about: "Make this host a member of a swarm",
    args: Args::Exact(1),
    flags: &[JOIN_FLAGS],
    run: |cli, m| Box::pin(refuse::alone(cli, m)),
    ..Verb::PLAIN
};

static JOIN_TOKEN: Verb = Verb {
    usage: "[OPTIONS] (worker|manager)",
    about: "Show or change what lets nodes join",
    args: Args::Exact(1),
    flags: &[JOIN_TOKEN_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static LEAVE: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Leave the swarm",
    args: Args::None,
    flags: &[LEAVE_FLAGS],
    run: |cli, m| Box::pin(refuse::outside(cli, m)),
    ..Verb::PLAIN
};

static UNLOCK: Verb = Verb {
    usage: "",
    about: "Unlock a swarm",
    args: Args::None,
    flags: &[],
    run: |cli, m| Box::pin(refuse::locked(cli, m)),
    ..Verb::PLAIN
};

static UNLOCK_KEY: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Show or change the key",
    args: Args::None,
    flags: &[UNLOCK_KEY_FLAGS],
    run: |cli, m| Box::pin(refuse::keyless(cli, m)),
    ..Verb::PLAIN
};

/// `docker swarm update`, whose help is its answer to no flags.
pub static UPDATE: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Change the swarm",
    args: Args::None,
    flags: &[UPDATE_FLAGS],
    run: |cli, m| Box::pin(refuse::changed(cli, m)),
    ..Verb::PLAIN
};
