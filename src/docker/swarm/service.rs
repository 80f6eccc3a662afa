//! `docker service`: services of a swarm. The host is in none, so that its verbs come to no more than
//! their arguments and what an engine alone has to say.

use super::flags::{INSPECT_FLAGS, LS_FLAGS, PS_FLAGS};
use super::refuse;
use crate::docker::command::{Args, Group, Verb, verb};
use crate::docker::flags::{Flag, Kind, flag, list, switch, text};

/// The noun.
pub static GROUP: Group = Group {
    about: "Services of a swarm",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("create", &CREATE),
        verb("inspect", &INSPECT),
        verb("logs", &LOGS),
        verb("ls", &LS).aliases(&["list"]),
        verb("ps", &PS),
        verb("rm", &RM).aliases(&["remove"]),
        verb("rollback", &ROLLBACK),
        verb("scale", &SCALE),
        verb("update", &UPDATE),
    ],
};

static CREATE_FLAGS: &[Flag] = &[
    list("cap-add", "Capability to add"),
    list("cap-drop", "Capability to take away"),
    list("config", "`config` it may see"),
    list("constraint", "Where it must run"),
    list("container-label", "Label of its containers"),
    switch("detach", "Do not wait for the end").short('d'),
    list("dns", "Name server to ask"),
    list("dns-option", "Option of the resolver"),
    list("dns-search", "Domain to look in"),
    text("endpoint-mode", "How it is reached").default("vip"),
    text("entrypoint", "`command` in place of ENTRYPOINT"),
    list("env", "Variable to set").short('e'),
    list("env-file", "File of variables"),
    list("generic-resource", "Resource of another kind"),
    list("group", "Group that its user is in"),
    text("health-cmd", "Command that looks whether it is well"),
    flag("health-interval", Kind::Duration, "Time between two looks"),
    flag("health-retries", Kind::Int, "Failures that mean unhealthy"),
    flag("health-start-interval", Kind::Duration, "Time between looks at the start"),
    flag("health-start-period", Kind::Duration, "Time for its start"),
    flag("health-timeout", Kind::Duration, "Time one look may take"),
    list("host", "Another name with its address"),
    text("hostname", "Host name"),
    switch("init", "Run a small init first"),
    text("isolation", "How it is kept apart"),
    list("label", "Label to set").short('l'),
    flag("limit-cpu", Kind::Decimal, "Most CPUs"),
    flag("limit-memory", Kind::Bytes, "Most memory"),
    flag("limit-pids", Kind::Int, "Most processes").default("0 = unlimited"),
    text("log-driver", "Where its output is kept"),
    list("log-opt", "Option for the log"),
    flag("max-concurrent", Kind::Uint, "Jobs run at a time").default("equal to --replicas"),
    text("mode", "replicated, global or a job").default("replicated"),
    list("mount", "`mount` to attach"),
    text("name", "Its name"),
    list("network", "`network` to be in"),
    switch("no-healthcheck", "Do not look after its health"),
    switch("no-resolve-image", "Do not ask the registry for digests"),
    flag("oom-score-adj", Kind::Int, "How readily it is killed"),
    list("placement-pref", "Where it had best run: a `pref`"),
    list("publish", "`port` to open").short('p'),
    switch("quiet", "Ids only").short('q'),
    switch("read-only", "Nothing of its own files may be written"),
    flag("replicas", Kind::Uint, "Number of tasks"),
    flag("replicas-max-per-node", Kind::Uint, "Most tasks on one node").default("0 = unlimited"),
    flag("reserve-cpu", Kind::Decimal, "CPUs set aside"),
    flag("reserve-memory", Kind::Bytes, "Memory set aside"),
    text("restart-condition", "When to start again").default("any"),
    flag("restart-delay", Kind::Duration, "Time before a new start"),
    flag("restart-max-attempts", Kind::Uint, "How often to start again"),
    flag("restart-window", Kind::Duration, "Time over which starts are counted"),
    flag("rollback-delay", Kind::Duration, "Time between two steps back"),
    text("rollback-failure-action", "What to do when the way back fails").default("pause"),
    text("rollback-max-failure-ratio", "Failures borne on the way back, a `float`"),
    flag("rollback-monitor", Kind::Duration, "How long to watch a task taken back"),
    text("rollback-order", "Order of a way back").default("stop-first"),
    flag("rollback-parallelism", Kind::Uint, "Tasks taken back at a time").default("1"),
    list("secret", "`secret` it may see"),
    flag("stop-grace-period", Kind::Duration, "Time it has for stopping"),
    text("stop-signal", "Signal that asks it to stop"),
    list("sysctl", "Kernel setting"),
    switch("tty", "Give it a terminal").short('t'),
    flag("ulimit", Kind::Ulimit, "Limit of a resource"),
    flag("update-delay", Kind::Duration, "Time between two changes"),
    text("update-failure-action", "What to do when a change fails").default("pause"),
    text("update-max-failure-ratio", "Failures borne in a change, a `float`"),
    flag("update-monitor", Kind::Duration, "How long to watch a changed task"),
    text("update-order", "Order of a change").default("stop-first"),
    flag("update-parallelism", Kind::Uint, "Tasks changed at a time").default("1"),
    text("user", "User to be").short('u'),
    switch("with-registry-auth", "Hand the login to the nodes"),
    text("workdir", "Directory to start in").short('w'),
];

static LOGS_FLAGS: &[Flag] = &[
    switch("details", "Show more"),
    switch("follow", "Go on showing").short('f'),
    switch("no-resolve", "Do not turn ids into names"),
    switch("no-task-ids", "Leave out the ids of tasks"),
    switch("no-trunc", "Do not shorten"),
    switch("raw", "Nothing added to the lines"),
    text("since", "Show what came after"),
    text("tail", "Lines at the end to show").short('n').default("all"),
    switch("timestamps", "Show times").short('t'),
];

static ROLLBACK_FLAGS: &[Flag] = &[
    switch("detach", "Do not wait for the end").short('d'),
    switch("quiet", "Ids only").short('q'),
];

static SCALE_FLAGS: &[Flag] = &[switch("detach", "Do not wait for the end").short('d')];

static UPDATE_FLAGS: &[Flag] = &[
    text("args", "`command` for its containers"),
    list("cap-add", "Capability to add"),
    list("cap-drop", "Capability to take away"),
    list("config-add", "`config` it may see, added"),
    list("config-rm", "config it may see, taken away"),
    list("constraint-add", "Where it must run, added"),
    list("constraint-rm", "Where it must run, taken away"),
    list("container-label-add", "Label of its containers, added"),
    list("container-label-rm", "Label of its containers, taken away"),
    switch("detach", "Do not wait for the end").short('d'),
    list("dns-add", "Name server to ask, added"),
    list("dns-option-add", "Option of the resolver, added"),
    list("dns-option-rm", "Option of the resolver, taken away"),
    list("dns-rm", "Name server to ask, taken away"),
    list("dns-search-add", "Domain to look in, added"),
    list("dns-search-rm", "Domain to look in, taken away"),
    text("endpoint-mode", "How it is reached"),
    text("entrypoint", "`command` in place of ENTRYPOINT"),
    list("env-add", "Variable to set, added"),
    list("env-rm", "Variable to set, taken away"),
    switch("force", "Even so"),
    list("generic-resource-add", "Resource of another kind, added"),
    list("generic-resource-rm", "Resource of another kind, taken away"),
    list("group-add", "Group that its user is in, added"),
    list("group-rm", "Group that its user is in, taken away"),
    text("health-cmd", "Command that looks whether it is well"),
    flag("health-interval", Kind::Duration, "Time between two looks"),
    flag("health-retries", Kind::Int, "Failures that mean unhealthy"),
    flag("health-start-interval", Kind::Duration, "Time between looks at the start"),
    flag("health-start-period", Kind::Duration, "Time for its start"),
    flag("health-timeout", Kind::Duration, "Time one look may take"),
    list("host-add", "Another name with its address, added"),
    list("host-rm", "Another name with its address, taken away"),
    text("hostname", "Host name"),
    text("image", "Image to run"),
    switch("init", "Run a small init first"),
    text("isolation", "How it is kept apart"),
    list("label-add", "Label to add"),
    list("label-rm", "Label to take away"),
    flag("limit-cpu", Kind::Decimal, "Most CPUs"),
    flag("limit-memory", Kind::Bytes, "Most memory"),
    flag("limit-pids", Kind::Int, "Most processes").default("0 = unlimited"),
    text("log-driver", "Where its output is kept"),
    list("log-opt", "Option for the log"),
    flag("max-concurrent", Kind::Uint, "Jobs run at a time").default("equal to --replicas"),
    list("mount-add", "`mount` to attach, added"),
    list("mount-rm", "mount to attach, taken away"),
    list("network-add", "`network` to be in, added"),
    list("network-rm", "network to be in, taken away"),
    switch("no-healthcheck", "Do not look after its health"),
    switch("no-resolve-image", "Do not ask the registry for digests"),
    flag("oom-score-adj", Kind::Int, "How readily it is killed"),
    list("placement-pref-add", "Where it had best run: a `pref`, added"),
    list("placement-pref-rm", "Where it had best run: a `pref`, taken away"),
    list("publish-add", "`port` to open, added"),
    list("publish-rm", "`port` to open, taken away"),
    switch("quiet", "Ids only").short('q'),
    switch("read-only", "Nothing of its own files may be written"),
    flag("replicas", Kind::Uint, "Number of tasks"),
    flag("replicas-max-per-node", Kind::Uint, "Most tasks on one node").default("0 = unlimited"),
    flag("reserve-cpu", Kind::Decimal, "CPUs set aside"),
    flag("reserve-memory", Kind::Bytes, "Memory set aside"),
    text("restart-condition", "When to start again"),
    flag("restart-delay", Kind::Duration, "Time before a new start"),
    flag("restart-max-attempts", Kind::Uint, "How often to start again"),
    flag("restart-window", Kind::Duration, "Time over which starts are counted"),
    switch("rollback", "Back to what was before"),
    flag("rollback-delay", Kind::Duration, "Time between two steps back"),
    text("rollback-failure-action", "What to do when the way back fails"),
    text("rollback-max-failure-ratio", "Failures borne on the way back, a `float`"),
    flag("rollback-monitor", Kind::Duration, "How long to watch a task taken back"),
    text("rollback-order", "Order of a way back"),
    flag("rollback-parallelism", Kind::Uint, "Tasks taken back at a time"),
    list("secret-add", "`secret` it may see, added"),
    list("secret-rm", "secret it may see, taken away"),
    flag("stop-grace-period", Kind::Duration, "Time it has for stopping"),
    text("stop-signal", "Signal that asks it to stop"),
    list("sysctl-add", "Kernel setting, added"),
    list("sysctl-rm", "Kernel setting, taken away"),
    switch("tty", "Give it a terminal").short('t'),
    flag("ulimit-add", Kind::Ulimit, "Limit of a resource, added"),
    list("ulimit-rm", "Limit of a resource, taken away"),
    flag("update-delay", Kind::Duration, "Time between two changes"),
    text("update-failure-action", "What to do when a change fails"),
    text("update-max-failure-ratio", "Failures borne in a change, a `float`"),
    flag("update-monitor", Kind::Duration, "How long to watch a changed task"),
    text("update-order", "Order of a change"),
    flag("update-parallelism", Kind::Uint, "Tasks changed at a time"),
    text("user", "User to be").short('u'),
    switch("with-registry-auth", "Hand the login to the nodes"),
    text("workdir", "Directory to start in").short('w'),
];

static CREATE: Verb = Verb {
    usage: "[OPTIONS] IMAGE [COMMAND] [ARG...]",
    about: "Make a service",
    args: Args::Min(1),
    flags: &[CREATE_FLAGS],
    interspersed: false,
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static INSPECT: Verb = Verb {
    usage: "[OPTIONS] SERVICE [SERVICE...]",
    about: "Show all there is to know of services",
    args: Args::Min(1),
    flags: &[INSPECT_FLAGS],
    run: |cli, m| Box::pin(refuse::inspected(cli, m)),
    ..Verb::PLAIN
};

static LOGS: Verb = Verb {
    usage: "[OPTIONS] SERVICE|TASK",
    about: "Show what a service has written",
    args: Args::Exact(1),
    flags: &[LOGS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static LS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List services",
    also: "docker service ls, docker service list",
    args: Args::None,
    flags: &[LS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static PS: Verb = Verb {
    usage: "[OPTIONS] SERVICE [SERVICE...]",
    about: "List the tasks of services",
    args: Args::Min(1),
    flags: &[PS_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static RM: Verb = Verb {
    usage: "SERVICE [SERVICE...]",
    about: "Remove services",
    also: "docker service rm, docker service remove",
    args: Args::Min(1),
    flags: &[],
    run: |cli, m| Box::pin(refuse::each(cli, m)),
    ..Verb::PLAIN
};

static ROLLBACK: Verb = Verb {
    usage: "[OPTIONS] SERVICE",
    about: "Go back to a service's former state",
    args: Args::Exact(1),
    flags: &[ROLLBACK_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};

static SCALE: Verb = Verb {
    usage: "SERVICE=REPLICAS [SERVICE=REPLICAS...]",
    about: "Set how many tasks services have",
    args: Args::Min(1),
    flags: &[SCALE_FLAGS],
    run: |cli, m| Box::pin(refuse::scaled(cli, m)),
    ..Verb::PLAIN
};

static UPDATE: Verb = Verb {
    usage: "[OPTIONS] SERVICE",
    about: "Change a service",
    args: Args::Exact(1),
    flags: &[UPDATE_FLAGS],
    run: |cli, m| Box::pin(refuse::once(cli, m)),
    ..Verb::PLAIN
};
