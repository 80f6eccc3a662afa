//! The tree of docker's commands: every name there is, in the order of the help screen.

use super::command::{Entry, Group, Node, gap, group, verb};
use super::{build, container, context, image, network, plugin, registry, swarm, system, volume};

/// The top level, by the headings of docker's help.
pub static SECTIONS: &[(&str, &[Entry])] = &[
    ("Common Commands", COMMON),
    ("Management Commands", MANAGEMENT),
    ("Swarm Commands", SWARM),
    ("Commands", COMMANDS),
];

const NO_REGISTRY: &str = "no registry outside of the simulation can be reached";

static COMMON: &[Entry] = &[
    verb("run", &container::run::VERB),
    verb("exec", &container::exec::VERB),
    verb("ps", &container::list::VERB),
    verb("build", &build::VERB),
    gap("bake", "Build what a file describes", "builds are run one Dockerfile at a time"),
    verb("pull", &image::pull::VERB),
    verb("push", &image::push::VERB),
    verb("images", &image::list::VERB),
    verb("login", &registry::login::VERB),
    verb("logout", &registry::logout::VERB),
    verb("search", &registry::search::VERB),
    verb("version", &system::version::VERB),
    verb("info", &system::info::VERB),
];

static MANAGEMENT: &[Entry] = &[
    group("builder", &BUILDER),
    group("buildx", &BUILDX),
    Entry {
        name: "compose",
        aliases: &[],
        node: Node::Plugin { file: "docker-compose", about: "Docker Compose" },
        hidden: false,
    },
    group("container", &CONTAINER),
    group("context", &CONTEXT),
    group("image", &IMAGE),
    gap("manifest", "Image manifests and lists of them", NO_REGISTRY),
    group("network", &NETWORK),
    group("plugin", &PLUGIN),
    group("system", &SYSTEM),
    gap("trust", "Signatures of images", "images are not signed"),
    group("volume", &VOLUME),
];

static SWARM: &[Entry] = &[
    group("config", &swarm::config::GROUP).hidden(),
    group("node", &swarm::node::GROUP).hidden(),
    group("secret", &swarm::secret::GROUP).hidden(),
    group("service", &swarm::service::GROUP).hidden(),
    group("stack", &swarm::stack::GROUP).hidden(),
    group("swarm", &swarm::cluster::GROUP),
];

static COMMANDS: &[Entry] = &[
    verb("attach", &container::attach::VERB),
    verb("commit", &container::commit::VERB),
    verb("cp", &container::cp::VERB),
    verb("create", &container::create::VERB),
    verb("diff", &container::diff::VERB),
    verb("events", &system::events::VERB),
    verb("export", &container::export::VERB),
    verb("history", &image::history::VERB),
    verb("import", &image::import::VERB),
    verb("inspect", &system::inspect::VERB),
    verb("kill", &container::kill::VERB),
    verb("load", &image::load::VERB),
    verb("logs", &container::logs::VERB),
    verb("pause", &container::pause::VERB),
    verb("port", &container::port::VERB),
    verb("rename", &container::rename::VERB),
    verb("restart", &container::restart::VERB),
    verb("rm", &container::remove::VERB),
    verb("rmi", &image::remove::VERB),
    verb("save", &image::save::VERB),
    verb("start", &container::start::VERB),
    verb("stats", &container::stats::VERB),
    verb("stop", &container::stop::VERB),
    verb("tag", &image::tag::VERB),
    verb("top", &container::top::VERB),
    verb("unpause", &container::unpause::VERB),
    verb("update", &container::update::VERB),
    verb("wait", &container::wait::VERB),
];

static BUILDER: Group = Group {
    about: "Builds and their cache",
    usage: "",
    entries: &[verb("build", &build::VERB), verb("prune", &build::prune::VERB)],
};

static BUILDX: Group = Group {
    about: "Builds and their cache",
    usage: "",
    entries: &[verb("build", &build::VERB).aliases(&["b"]), verb("prune", &build::prune::VERB)],
};

static CONTAINER: Group = Group {
    about: "Containers, one by one",
    usage: "",
    entries: &[
        verb("attach", &container::attach::VERB),
        verb("commit", &container::commit::VERB),
        verb("cp", &container::cp::VERB),
        verb("create", &container::create::VERB),
        verb("diff", &container::diff::VERB),
        verb("exec", &container::exec::VERB),
        verb("export", &container::export::VERB),
        verb("inspect", &container::inspect::VERB),
        verb("kill", &container::kill::VERB),
        verb("logs", &container::logs::VERB),
        verb("ls", &container::list::VERB).aliases(&["ps", "list"]),
        verb("pause", &container::pause::VERB),
        verb("port", &container::port::VERB),
        verb("prune", &container::prune::VERB),
        verb("rename", &container::rename::VERB),
        verb("restart", &container::restart::VERB),
        verb("rm", &container::remove::VERB).aliases(&["remove"]),
        verb("run", &container::run::VERB),
        verb("start", &container::start::VERB),
        verb("stats", &container::stats::VERB),
        verb("stop", &container::stop::VERB),
        verb("top", &container::top::VERB),
        verb("unpause", &container::unpause::VERB),
        verb("update", &container::update::VERB),
        verb("wait", &container::wait::VERB),
    ],
};

static CONTEXT: Group = Group {
    about: "Which engine to talk to",
    usage: "",
    entries: &[
        verb("create", &context::create::VERB),
        verb("export", &context::export::VERB),
        verb("import", &context::import::VERB),
        verb("inspect", &context::inspect::VERB),
        verb("ls", &context::list::VERB).aliases(&["list"]),
        verb("rm", &context::remove::VERB).aliases(&["remove"]),
        verb("show", &context::show::VERB),
        verb("update", &context::update::VERB),
        verb("use", &context::select::VERB),
    ],
};

static IMAGE: Group = Group {
    about: "Images",
    usage: "",
    entries: &[
        verb("build", &build::VERB),
        verb("history", &image::history::VERB),
        verb("import", &image::import::VERB),
        verb("inspect", &image::inspect::VERB),
        verb("load", &image::load::VERB),
        verb("ls", &image::list::VERB).aliases(&["list"]),
        verb("prune", &image::prune::VERB),
        verb("pull", &image::pull::VERB),
        verb("push", &image::push::VERB),
        verb("rm", &image::remove::VERB).aliases(&["remove"]),
        verb("save", &image::save::VERB),
        verb("tag", &image::tag::VERB),
    ],
};

static NETWORK: Group = Group {
    about: "Networks between containers",
    usage: "",
    entries: &[
        verb("connect", &network::connect::VERB),
        verb("create", &network::create::VERB),
        verb("disconnect", &network::disconnect::VERB),
        verb("inspect", &network::inspect::VERB),
        verb("ls", &network::list::VERB).aliases(&["list"]),
        verb("prune", &network::prune::VERB),
        verb("rm", &network::remove::VERB).aliases(&["remove"]),
    ],
};

const NO_PLUGINS: &str = "plugins are not made here, only installed";

static PLUGIN: Group = Group {
    about: "Plugins of the engine",
    usage: "COMMAND",
    entries: &[
        gap("create", "Make a plugin from a directory", NO_PLUGINS),
        verb("disable", &plugin::disable::VERB),
        verb("enable", &plugin::enable::VERB),
        verb("inspect", &plugin::inspect::VERB),
        verb("install", &plugin::install::VERB),
        verb("ls", &plugin::list::VERB).aliases(&["list"]),
        gap("push", "Send a plugin to a registry", NO_PLUGINS),
        verb("rm", &plugin::remove::VERB).aliases(&["remove"]),
        verb("set", &plugin::set::VERB),
        gap(
            "upgrade",
            "Replace a plugin by a newer one",
            "no plugin of the registry has two versions",
        ),
    ],
};

static SYSTEM: Group = Group {
    about: "The engine as a whole",
    usage: "",
    entries: &[
        verb("df", &system::df::VERB),
        verb("events", &system::events::VERB),
        verb("info", &system::info::VERB),
        verb("prune", &system::prune::VERB),
    ],
};

static VOLUME: Group = Group {
    about: "Volumes: data that outlives containers",
    usage: "COMMAND",
    entries: &[
        verb("create", &volume::create::VERB),
        verb("inspect", &volume::inspect::VERB),
        verb("ls", &volume::list::VERB).aliases(&["list"]),
        verb("prune", &volume::prune::VERB),
        verb("rm", &volume::remove::VERB).aliases(&["remove"]),
        verb("update", &volume::update::VERB).hidden(),
    ],
};
