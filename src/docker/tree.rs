//! The tree of docker's commands: every name there is, in the order of the help screen.

use super::command::{Entry, Group, Node, group, verb};
use super::{
    build, buildx, container, context, image, manifest, network, plugin, registry, swarm, system,
    trust, volume,
};

/// The top level, by the headings of docker's help.
pub static SECTIONS: &[(&str, &[Entry])] = &[
    ("Common Commands", COMMON),
    ("Management Commands", MANAGEMENT),
    ("Swarm Commands", SWARM),
    ("Commands", COMMANDS),
];

const BAKE: &str = "builds are run one Dockerfile at a time";

static COMMON: &[Entry] = &[
    verb("run", &container::run::VERB),
    verb("exec", &container::exec::VERB),
    verb("ps", &container::list::VERB),
    verb("build", &build::VERB),
    verb("bake", &buildx::bake::VERB).gap(BAKE),
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
    group("builder", &BUILDX),
    group("buildx", &BUILDX),
    Entry {
        name: "checkpoint",
        aliases: &[],
        node: Node::Only {
            about: "Checkpoints of containers",
            engine: "with experimental features enabled",
            words: &["create", "ls", "list", "rm", "remove"],
        },
        hidden: true,
        gap: None,
    },
    Entry {
        name: "compose",
        aliases: &[],
        node: Node::Plugin { file: "docker-compose", about: "Docker Compose" },
        hidden: false,
        gap: None,
    },
    group("container", &CONTAINER),
    group("context", &CONTEXT),
    group("image", &IMAGE),
    group("manifest", &MANIFEST),
    group("network", &NETWORK),
    group("plugin", &PLUGIN),
    group("system", &SYSTEM),
    group("trust", &trust::GROUP),
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

static BUILDX: Group = Group {
    about: "Builds and their cache",
    usage: "",
    flags: buildx::FLAGS,
    builder: true,
    entries: &[
        verb("bake", &buildx::bake::VERB).aliases(&["f"]).gap(BAKE),
        verb("build", &build::VERB).aliases(&["b"]),
        verb("create", &buildx::create::VERB),
        verb("dial-stdio", &buildx::dial::BUILDER).gap(buildx::dial::WHY),
        verb("du", &buildx::du::VERB),
        group("history", &buildx::history::GROUP),
        group("imagetools", &buildx::imagetools::GROUP).aliases(&["imagetool"]),
        verb("inspect", &buildx::inspect::VERB),
        verb("ls", &buildx::list::VERB),
        verb("prune", &build::prune::VERB),
        verb("rm", &buildx::remove::VERB),
        verb("stop", &buildx::stop::VERB),
        verb("use", &buildx::select::VERB),
        verb("version", &buildx::version::VERB),
    ],
};

static CONTAINER: Group = Group {
    about: "Containers, one by one",
    usage: "",
    flags: &[],
    builder: false,
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
    flags: &[],
    builder: false,
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
    flags: &[],
    builder: false,
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

static MANIFEST: Group = Group {
    about: "Image manifests and lists of them",
    usage: "COMMAND",
    flags: &[],
    builder: false,
    entries: &[
        verb("annotate", &manifest::annotate::VERB),
        verb("create", &manifest::create::VERB),
        verb("inspect", &manifest::inspect::VERB),
        verb("push", &manifest::push::VERB),
        verb("rm", &manifest::remove::VERB),
    ],
};

static NETWORK: Group = Group {
    about: "Networks between containers",
    usage: "",
    flags: &[],
    builder: false,
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

static PLUGIN: Group = Group {
    about: "Plugins of the engine",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("create", &plugin::publish::CREATE),
        verb("disable", &plugin::disable::VERB),
        verb("enable", &plugin::enable::VERB),
        verb("inspect", &plugin::inspect::VERB),
        verb("install", &plugin::install::VERB),
        verb("ls", &plugin::list::VERB).aliases(&["list"]),
        verb("push", &plugin::publish::PUSH),
        verb("rm", &plugin::remove::VERB).aliases(&["remove"]),
        verb("set", &plugin::set::VERB),
        verb("upgrade", &plugin::publish::UPGRADE),
    ],
};

static SYSTEM: Group = Group {
    about: "The engine as a whole",
    usage: "",
    flags: &[],
    builder: false,
    entries: &[
        verb("df", &system::df::VERB),
        verb("dial-stdio", &buildx::dial::ENGINE).gap(buildx::dial::WHY).hidden(),
        verb("events", &system::events::VERB),
        verb("info", &system::info::VERB),
        verb("prune", &system::prune::VERB),
    ],
};

static VOLUME: Group = Group {
    about: "Volumes: data that outlives containers",
    usage: "COMMAND",
    flags: &[],
    builder: false,
    entries: &[
        verb("create", &volume::create::VERB),
        verb("inspect", &volume::inspect::VERB),
        verb("ls", &volume::list::VERB).aliases(&["list"]),
        verb("prune", &volume::prune::VERB),
        verb("rm", &volume::remove::VERB).aliases(&["remove"]),
        verb("update", &volume::update::VERB).hidden(),
    ],
};
