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

const fn f(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, show: Show::Filled }
}

const fn given(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, show: Show::Given }
}

use Kind::{
    Bool, Bytes, Command, Count, Cpus, Duration, Env, Float, Hosts, Int, Labels, List, Map,
    MapOrNull, Mapping, Mode, MultiOptions, Numbers, Options, Ssh, Str, Struct, Test, Texts,
    Ulimit,
};

/// A service.
pub static SERVICE: &[Field] = &[
    f("profiles", Texts),
    f("annotations", Mapping),
    given("attach", Bool),
    given("build", Struct(BUILD)),
    given("develop", Struct(DEVELOP)),
    given("blkio_config", Struct(BLKIO)),
    f("cap_add", Texts),
    f("cap_drop", Texts),
    f("cgroup_parent", Str),
    f("cgroup", Str),
    f("cpu_count", Int),
    f("cpu_percent", Float),
    f("cpu_period", Int),
    f("cpu_quota", Int),
    f("cpu_rt_period", Int),
    f("cpu_rt_runtime", Int),
    f("cpus", Float),
    f("cpuset", Str),
    f("cpu_shares", Int),
    Field { name: "command", kind: Command, show: Show::Json },
    f("configs", List(&Struct(FILE_MOUNT))),
    f("container_name", Str),
    given("credential_spec", Struct(&[f("config", Str), f("file", Str), f("registry", Str)])),
    f("depends_on", Map(&Struct(DEPENDENCY))),
    given("deploy", Struct(DEPLOY)),
    f("device_cgroup_rules", Texts),
    f("devices", List(&Struct(&[f("source", Str), f("target", Str), f("permissions", Str)]))),
    f("dns", Texts),
    f("dns_opt", Texts),
    f("dns_search", Texts),
    f("dockerfile", Str),
    f("domainname", Str),
    Field { name: "entrypoint", kind: Command, show: Show::Json },
    given("provider", Struct(&[f("type", Str), f("options", MultiOptions)])),
    f("environment", Env),
    f("env_file", List(&Struct(ENV_FILE))),
    f("expose", Numbers),
    given("extends", Struct(&[f("file", Str), f("service", Str)])),
    f("external_links", Texts),
    f("extra_hosts", Hosts),
    f("group_add", Numbers),
    f("gpus", List(&Struct(DEVICES))),
    f("hostname", Str),
    given("healthcheck", Struct(HEALTH)),
    f("image", Str),
    given("init", Bool),
    f("ipc", Str),
    f("isolation", Str),
    f("labels", Labels),
    f("label_file", Texts),
    f("links", Texts),
    given("logging", Struct(&[f("driver", Str), f("options", Options)])),
    f("log_driver", Str),
    f("log_opt", Mapping),
    f("mem_limit", Bytes),
    f("mem_reservation", Bytes),
    f("memswap_limit", Bytes),
    f("mem_swappiness", Bytes),
    f("mac_address", Str),
    f("models", MapOrNull(&Struct(&[f("endpoint_var", Str), f("model_var", Str)]))),
    f("net", Str),
    f("network_mode", Str),
    f("networks", MapOrNull(&Struct(SERVICE_NETWORK))),
    f("oom_kill_disable", Bool),
    f("oom_score_adj", Int),
    f("pid", Str),
    f("pids_limit", Int),
    f("platform", Str),
    f("ports", List(&Struct(PORT))),
    f("privileged", Bool),
    f("pull_policy", Str),
    f("read_only", Bool),
    f("restart", Str),
    f("runtime", Str),
    given("scale", Int),
    f("secrets", List(&Struct(FILE_MOUNT))),
    f("security_opt", Texts),
    f("shm_size", Bytes),
    f("stdin_open", Bool),
    given("stop_grace_period", Duration),
    f("stop_signal", Str),
    f("storage_opt", Mapping),
    f("sysctls", Mapping),
    f("tmpfs", Texts),
    f("tty", Bool),
    f("ulimits", Map(&Ulimit)),
    f("use_api_socket", Bool),
    f("user", Str),
    f("userns_mode", Str),
    f("uts", Str),
    f("volume_driver", Str),
    f("volumes", List(&Struct(MOUNT))),
    f("volumes_from", Texts),
    f("working_dir", Str),
    f("post_start", List(&Struct(HOOK))),
    f("pre_stop", List(&Struct(HOOK))),
];

static HOOK: &[Field] = &[
    f("command", Command),
    f("user", Str),
    f("privileged", Bool),
    f("working_dir", Str),
    f("environment", Env),
];

static DEPENDENCY: &[Field] = &[
    f("condition", Str),
    f("restart", Bool),
    Field { name: "required", kind: Bool, show: Show::Always },
];

static ENV_FILE: &[Field] =
    &[f("path", Str), Field { name: "required", kind: Bool, show: Show::Always }, f("format", Str)];

static BUILD: &[Field] = &[
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

static DEVELOP: &[Field] = &[f(
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

static BLKIO: &[Field] = &[
    f("weight", Int),
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

static FILE_MOUNT: &[Field] =
    &[f("source", Str), f("target", Str), f("uid", Str), f("gid", Str), given("mode", Mode)];

static UPDATE: &[Field] = &[
    given("parallelism", Int),
    f("delay", Duration),
    f("failure_action", Str),
    f("monitor", Duration),
    f("max_failure_ratio", Float),
    f("order", Str),
];

static DEVICES: &[Field] = &[
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

static DEPLOY: &[Field] = &[
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

static HEALTH: &[Field] = &[
    f("test", Test),
    given("timeout", Duration),
    given("interval", Duration),
    given("retries", Int),
    given("start_period", Duration),
    given("start_interval", Duration),
    f("disable", Bool),
];

static SERVICE_NETWORK: &[Field] = &[
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

static PORT: &[Field] = &[
    f("name", Str),
    f("mode", Str),
    f("host_ip", Str),
    f("target", Int),
    f("published", Str),
    f("protocol", Str),
    f("app_protocol", Str),
];

static MOUNT: &[Field] = &[
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
    given("tmpfs", Struct(&[f("size", Bytes), f("mode", Int)])),
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
