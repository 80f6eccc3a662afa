//! The kinds of values in a canonical file, as tables: names in the order in which Compose prints them, and
//! what each is. What is done with the tables is `bind`'s.

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text; numbers are made text.
    Str,
    /// A truth value.
    Bool,
    /// A whole number.
    Int,
    /// The same, for which no text can stand; the Go type is named.
    Plain(&'static str),
    /// A whole number that is not below nothing.
    Natural,
    /// A number.
    Float,
    /// A size, shown as text.
    Bytes,
    /// A length of time.
    Duration,
    /// File permissions.
    Mode,
    /// A number of processors.
    Cpus,
    /// A number of devices, or `all`.
    Count,
    /// A list of texts; one text alone is a list too.
    Texts,
    /// The same, numbers being made text.
    Numbers,
    /// Names with texts.
    Mapping,
    /// Names with texts, or without.
    Env,
    /// Labels.
    Labels,
    /// Options of drivers.
    Options,
    /// Options that may have several values.
    MultiOptions,
    /// A command line.
    Command,
    /// A health check's command.
    Test,
    /// Host names with addresses.
    Hosts,
    /// Keys for builds.
    Ssh,
    /// A limit of processes.
    Ulimit,
    /// A list.
    List(&'static Kind),
    /// Names with values.
    Map(&'static Kind),
    /// Names with values that may be missing.
    MapOrNull(&'static Kind),
    /// A thing with fields.
    Struct(&'static [Field]),
}

/// When a field shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// When it is not zero or empty.
    Filled,
    /// When it was given.
    Given,
    /// Always, as `null` in JSON where it was not given.
    Json,
    /// Always in JSON, `{}` where nothing was given.
    JsonStruct,
    /// Always.
    Always,
}

/// A field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// When it shows.
    pub show: Show,
}

pub(super) const fn f(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, show: Show::Filled }
}

pub(super) const fn given(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, show: Show::Given }
}

use super::fields::SERVICE;
use Kind::{
    Bool, Bytes, Command, Count, Cpus, Duration, Env, Float, Hosts, Int, Labels, List, Map,
    Mapping, Mode, Natural, Options, Plain, Ssh, Str, Struct, Test, Texts, Ulimit,
};

pub(super) static HOOK: &[Field] = &[
    f("command", Command),
    f("user", Str),
    f("privileged", Bool),
    f("working_dir", Str),
    f("environment", Env),
];

pub(super) static DEPENDENCY: &[Field] = &[
    f("condition", Str),
    f("restart", Bool),
    Field { name: "required", kind: Bool, show: Show::Always },
];

pub(super) static ENV_FILE: &[Field] =
    &[f("path", Str), Field { name: "required", kind: Bool, show: Show::Always }, f("format", Str)];

pub(super) static BUILD: &[Field] = &[
    f("context", Str),
    f("dockerfile", Str),
    f("dockerfile_inline", Str),
    f("entitlements", Texts),
    f("args", Env),
    f("provenance", Str),
    f("sbom", Str),
    f("ssh", Ssh),
    f("labels", Labels),
    f("cache_from", Texts),
    f("cache_to", Texts),
    f("no_cache", Bool),
    f("additional_contexts", Mapping),
    f("pull", Bool),
    f("extra_hosts", Hosts),
    f("isolation", Str),
    f("network", Str),
    f("target", Str),
    f("secrets", List(&Struct(FILE_MOUNT))),
    f("shm_size", Bytes),
    f("tags", Texts),
    f("ulimits", Map(&Ulimit)),
    f("platforms", Texts),
    f("privileged", Bool),
];

pub(super) static DEVELOP: &[Field] = &[f(
    "watch",
    List(&Struct(&[
        f("path", Str),
        f("action", Str),
        f("target", Str),
        f("exec", Struct(HOOK)),
        f("include", Texts),
        f("ignore", Texts),
        f("initial_sync", Bool),
    ])),
)];

static LIMIT: Kind = Struct(&[
    Field { name: "path", kind: Str, show: Show::Always },
    Field { name: "rate", kind: Bytes, show: Show::Always },
]);

pub(super) static BLKIO: &[Field] = &[
    f("weight", Plain("uint16")),
    f(
        "weight_device",
        List(&Struct(&[
            Field { name: "path", kind: Str, show: Show::Always },
            Field { name: "weight", kind: Int, show: Show::Always },
        ])),
    ),
    f("device_read_bps", List(&LIMIT)),
    f("device_read_iops", List(&LIMIT)),
    f("device_write_bps", List(&LIMIT)),
    f("device_write_iops", List(&LIMIT)),
];

pub(super) static FILE_MOUNT: &[Field] =
    &[f("source", Str), f("target", Str), f("uid", Str), f("gid", Str), given("mode", Mode)];

static UPDATE: &[Field] = &[
    given("parallelism", Int),
    f("delay", Duration),
    f("failure_action", Str),
    f("monitor", Duration),
    f("max_failure_ratio", Float),
    f("order", Str),
];

pub(super) static DEVICES: &[Field] = &[
    f("capabilities", Texts),
    f("driver", Str),
    f("count", Count),
    f("device_ids", Texts),
    f("options", Mapping),
];

static RESOURCE: &[Field] = &[
    f("cpus", Cpus),
    f("memory", Bytes),
    f("pids", Int),
    f("devices", List(&Struct(DEVICES))),
    f(
        "generic_resources",
        List(&Struct(&[given(
            "discrete_resource_spec",
            Struct(&[
                Field { name: "kind", kind: Str, show: Show::Always },
                Field { name: "value", kind: Int, show: Show::Always },
            ]),
        )])),
    ),
];

pub(super) static DEPLOY: &[Field] = &[
    f("mode", Str),
    given("replicas", Int),
    f("labels", Labels),
    given("update_config", Struct(UPDATE)),
    given("rollback_config", Struct(UPDATE)),
    Field {
        name: "resources",
        kind: Struct(&[given("limits", Struct(RESOURCE)), given("reservations", Struct(RESOURCE))]),
        show: Show::JsonStruct,
    },
    given(
        "restart_policy",
        Struct(&[
            f("condition", Str),
            given("delay", Duration),
            given("max_attempts", Int),
            given("window", Duration),
        ]),
    ),
    Field {
        name: "placement",
        kind: Struct(&[
            f("constraints", Texts),
            f("preferences", List(&Struct(&[f("spread", Str)]))),
            f("max_replicas_per_node", Int),
        ]),
        show: Show::JsonStruct,
    },
    f("endpoint_mode", Str),
];

pub(super) static HEALTH: &[Field] = &[
    f("test", Test),
    given("timeout", Duration),
    given("interval", Duration),
    given("retries", Natural),
    given("start_period", Duration),
    given("start_interval", Duration),
    f("disable", Bool),
];

pub(super) static SERVICE_NETWORK: &[Field] = &[
    f("aliases", Texts),
    f("driver_opts", Options),
    f("gw_priority", Int),
    f("interface_name", Str),
    f("ipv4_address", Str),
    f("ipv6_address", Str),
    f("link_local_ips", Texts),
    f("mac_address", Str),
    f("priority", Int),
];

pub(super) static PORT: &[Field] = &[
    f("name", Str),
    f("mode", Str),
    f("host_ip", Str),
    f("target", Int),
    f("published", Str),
    f("protocol", Str),
    f("app_protocol", Str),
];

pub(super) static MOUNT: &[Field] = &[
    f("type", Str),
    f("source", Str),
    f("target", Str),
    f("read_only", Bool),
    f("consistency", Str),
    given(
        "bind",
        Struct(&[
            f("selinux", Str),
            f("propagation", Str),
            f("create_host_path", Bool),
            f("recursive", Str),
        ]),
    ),
    given("volume", Struct(&[f("labels", Mapping), f("nocopy", Bool), f("subpath", Str)])),
    given("tmpfs", Struct(&[f("size", Bytes), f("mode", Plain("uint32"))])),
    given("image", Struct(&[f("subpath", Str)])),
];

static NETWORK: &[Field] = &[
    f("name", Str),
    f("driver", Str),
    f("driver_opts", Options),
    Field {
        name: "ipam",
        kind: Struct(&[
            f("driver", Str),
            f(
                "config",
                List(&Struct(&[
                    f("subnet", Str),
                    f("gateway", Str),
                    f("ip_range", Str),
                    f("aux_addresses", Mapping),
                ])),
            ),
        ]),
        show: Show::JsonStruct,
    },
    f("external", Bool),
    f("internal", Bool),
    f("attachable", Bool),
    f("labels", Labels),
    given("enable_ipv4", Bool),
    given("enable_ipv6", Bool),
];

static VOLUME: &[Field] = &[
    f("name", Str),
    f("driver", Str),
    f("driver_opts", Options),
    f("external", Bool),
    f("labels", Labels),
];

static OBJECT: &[Field] = &[
    f("name", Str),
    f("file", Str),
    f("environment", Str),
    f("content", Str),
    f("external", Bool),
    f("labels", Labels),
    f("driver", Str),
    f("driver_opts", Mapping),
    f("template_driver", Str),
];

static MODEL: &[Field] =
    &[f("name", Str), f("model", Str), f("context_size", Int), f("runtime_flags", Texts)];

/// A project.
pub static PROJECT: &[Field] = &[
    f("name", Str),
    Field { name: "services", kind: Map(&Struct(SERVICE)), show: Show::Always },
    f("networks", Map(&Struct(NETWORK))),
    f("volumes", Map(&Struct(VOLUME))),
    f("secrets", Map(&Struct(OBJECT))),
    f("configs", Map(&Struct(OBJECT))),
    f("models", Map(&Struct(MODEL))),
];

/// A network's fields, a volume's.
pub static NETWORK_KIND: Kind = Struct(NETWORK);
/// A volume's fields.
pub static VOLUME_KIND: Kind = Struct(VOLUME);
/// A service's fields.
pub static SERVICE_KIND: Kind = Struct(SERVICE);
/// A project's fields.
pub static PROJECT_KIND: Kind = Struct(PROJECT);
